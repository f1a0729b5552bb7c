from __future__ import annotations

import hashlib
import os
import tracemalloc
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.imaging.pictures import encoded, late_exif_png, png_bomb, scene, turned
from tests.windows import can_be_called
from verify_app.imaging.reading.formats import PLUGINS
from verify_app.imaging.reading.probe import probe, scan_bytes


@pytest.mark.parametrize("kind", [k for k in PLUGINS if k not in ("DIB", "HEIF")])
def test_whole_picture_of_each_kind(tmp_path: Path, kind: str) -> None:
    data = encoded(scene(), kind)
    path = tmp_path / "picture"
    path.write_bytes(data)
    scan = probe(path)
    assert scan.problem is None
    assert (scan.sha256, scan.bytes, scan.width, scan.height) == (hashlib.sha256(data).hexdigest(), len(data), 64, 48)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.97])
def test_cut_short_is_seen(kind: str, share: float) -> None:
    data = encoded(scene(320, 240), kind)
    scan = scan_bytes(data[: int(len(data) * share)])
    assert scan.problem and scan.problem.startswith("The picture is cut short"), scan
    assert (scan.width, scan.height) == (0, 0)


def test_download_filled_up_with_zeros_is_seen() -> None:
    data = encoded(scene(320, 240), "JPEG")
    half = len(data) // 2
    assert "cut short" in (scan_bytes(data[:half] + b"\0" * half).problem or "")


def test_one_flipped_byte_in_a_png_is_seen() -> None:
    data = bytearray(encoded(scene(), "PNG"))
    data[len(data) // 2] ^= 0xFF
    assert "cut short or damaged" in (scan_bytes(bytes(data)).problem or "")


def test_phone_photo_with_a_film_behind_it_is_whole() -> None:
    data = encoded(scene(), "JPEG") + b"\0\0\0\x18ftypmp42" + os.urandom(4096)
    assert scan_bytes(data).problem is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64)), (8, (48, 64))])
def test_size_is_as_displayed(kind: str, orientation: int, size: tuple[int, int]) -> None:
    scan = scan_bytes(turned(kind, orientation))
    assert (scan.width, scan.height) == size


def test_png_with_late_exif_is_turned() -> None:
    scan = scan_bytes(late_exif_png(6))
    assert (scan.width, scan.height) == (48, 64)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_damaged_exif_does_not_refuse_the_pixels() -> None:
    data = encoded(scene(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\x99" * 40)
    assert scan_bytes(data).problem is None


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.jpg", b"", "empty"),
        ("text.jpg", b"this is a text that someone renamed\n" * 9, "not a picture"),
        ("page.png", b"<html><body>404</body></html>", "not a picture"),
        ("program.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
        ("start.jpg", b"\xff\xd8\xff", "cut short"),
        ("start.png", b"\x89PNG\r\n\x1a\n", "cut short"),
    ],
)
def test_what_is_no_picture(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    scan = probe(path)
    assert scan.problem and says in scan.problem
    assert scan.problem.endswith(".") and "\n" not in scan.problem
    assert scan.bytes == len(data)


def test_missing_folder_and_odd_paths(tmp_path: Path) -> None:
    assert "missing" in (probe(tmp_path / "gone.jpg").problem or "")
    assert "not an ordinary file" in (probe(tmp_path).problem or "")
    assert probe(Path("a\0b.jpg")).problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "not an ordinary file" in (probe(tmp_path / "pipe.jpg").problem or "")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.jpg"
    path.write_bytes(encoded(scene(), "JPEG"))

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    scan = probe(path)
    assert "permission denied" in (scan.problem or "") and scan.sha256 == ""


def test_names_of_every_sort(tmp_path: Path) -> None:
    data = encoded(scene(), "JPEG")
    names = ("with space.jpg", "qu'o\"te.jpg", "日本語.jpg", "two\nlines.jpg", "-dash.jpg", "%s{}.jpg")
    for name in filter(can_be_called, names):
        (tmp_path / name).write_bytes(data)
        assert probe(tmp_path / name).problem is None, name


def test_bomb_is_refused_without_its_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_bomb())
    assert path.stat().st_size < 2_000_000
    tracemalloc.start()
    scan = probe(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "30,000 x 30,000" in (scan.problem or "") and "512 megapixels" in (scan.problem or "")
    assert peak < 20_000_000


def test_large_picture_is_taken() -> None:
    """96 megapixels, which Pillow's own limit would warn about."""
    scan = scan_bytes(encoded(Image.new("L", (12_000, 8_000), 7), "PNG", compress_level=1))
    assert scan.problem is None and (scan.width, scan.height) == (12_000, 8_000)


def test_first_frame_of_an_animation_counts() -> None:
    frames = [scene(seed=1).resize((30, 20)), scene(seed=2).resize((30, 20))]
    for kind in ("GIF", "WEBP", "PNG", "TIFF"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        scan = scan_bytes(data)
        assert scan.problem is None and (scan.width, scan.height) == (30, 20), kind
