"""What counts as plain. That Qt and Pillow agree on it is held by tests/gui/test_image_loader.py."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.unit.imaging.pictures import encoded, late_exif_png, png_bomb, png_chunk, scene, turned
from verify_app.imaging.reading.simple_header import plain

JPEG, PNG = encoded(scene(), "JPEG"), encoded(scene(), "PNG")


def segment(kind: int, content: bytes) -> bytes:
    return b"\xff" + bytes([kind]) + (len(content) + 2).to_bytes(2, "big") + content


def exif(entries: bytes, count: int) -> bytes:
    return b"Exif\0\0MM\0*\0\0\0\x08" + count.to_bytes(2, "big") + entries + b"\0\0\0\0"


ORIENTATION_6 = b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"


def with_segment(content: bytes, kind: int = 0xE1) -> bytes:
    return JPEG[:2] + segment(kind, content) + JPEG[2:]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_and_size_as_displayed(orientation: int) -> None:
    found = plain(turned("JPEG", orientation))
    assert found is not None and (found.format, found.orientation, found.stored) == ("JPEG", orientation, (64, 48))
    assert found.size == ((64, 48) if orientation < 5 else (48, 64))


def test_grey_and_colour() -> None:
    assert plain(encoded(scene().convert("L"), "JPEG")).grey and not plain(JPEG).grey  # type: ignore[union-attr]
    assert plain(encoded(scene().convert("L"), "PNG")).grey and not plain(PNG).grey  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "data", "orientation"),
    [
        ("no such value", with_segment(exif(b"\x01\x12\0\x03\0\0\0\x01\0\x09\0\0", 1)), 1),
        ("big endian", with_segment(exif(ORIENTATION_6, 1)), 6),
        ("another application's", with_segment(b"http://ns.adobe.com/xap/1.0/\0<x/>"), 1),
        ("a thumbnail's end before the pixels", with_segment(exif(b"", 0) + b"\xff\xd9"), 1),
        ("followed by a film", JPEG + b"film", 1),
        *((f"followed by {n} bytes", JPEG + b"x" * n, 1) for n in (65534, 65535, 65536, 65537, 200_000)),
    ],
)
def test_plain_all_the_same(name: str, data: bytes, orientation: int) -> None:
    found = plain(data)
    assert found is not None and found.orientation == orientation
    assert plain(memoryview(bytearray(data))) == found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty", b""),
        ("text", b"text"),
        ("only a start", JPEG[:3]),
        ("cut short", JPEG[:-200]),
        ("cmyk", encoded(scene().convert("CMYK"), "JPEG")),
        (
            "two EXIF blocks",
            with_segment(exif(ORIENTATION_6, 1))[:2]
            + segment(0xE1, exif(ORIENTATION_6, 1))
            + with_segment(exif(ORIENTATION_6, 1))[2:],
        ),
        ("EXIF with too many entries", with_segment(exif(ORIENTATION_6, 99))),
        ("EXIF that points outside", with_segment(b"Exif\0\0MM\0*\0\0\xff\xff" + b"\0" * 9)),
        ("orientation of another type", with_segment(exif(b"\x01\x12\0\x04\0\0\0\x01\0\0\0\x06", 1))),
        ("12 bits", JPEG.replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c")),
        ("arithmetic coding", JPEG.replace(b"\xff\xc0\x00\x11", b"\xff\xc9\x00\x11")),
        ("no height", JPEG.replace(b"\xff\xc0\x00\x11\x08\x00\x30", b"\xff\xc0\x00\x11\x08\x00\x00")),
        ("png cut short", PNG[:-20]),
        ("png with alpha", encoded(scene().convert("RGBA"), "PNG")),
        ("png palette", encoded(scene().quantize(8), "PNG")),
        ("png with a clear colour", PNG[:33] + png_chunk(b"tRNS", b"\0" * 6) + PNG[33:]),
        ("png with late exif", late_exif_png(6)),
        ("png over the limit", png_bomb()),
        ("tiff", encoded(scene(), "TIFF")),
    ],
)
def test_odd_ones_are_left_to_pillow(name: str, data: bytes) -> None:
    assert plain(data) is None
    assert plain(memoryview(bytearray(data))) is None


def test_it_loads_no_decoder() -> None:
    code = (
        "import sys, verify_app.imaging.reading.simple_header, verify_app.imaging.reading.files;"
        "heavy = {'PIL', 'numpy', 'cv2', 'PySide6'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
