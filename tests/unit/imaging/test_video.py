"""Frames of real small videos: the right ones, whole, once; and one group in the project."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from tests import scenery
from verify_app.app.imports.add import AddOptions, Imported, add
from verify_app.app.imports.origin_hints import told
from verify_app.app.imports.video import VideoOptions
from verify_app.app.project.report import images, status
from verify_app.app.session import Session
from verify_app.core.errors import Cancelled, UsageError, UserError
from verify_app.core.progress import Progress, silent
from verify_app.core.vocabulary import Origin
from verify_app.imaging import video
from verify_app.imaging.video import Stride, extract, find_videos
from verify_app.storage.queries.groups import groups, videos


def shade(number: int) -> int:
    return 5 + 10 * (number % 25)


def film(file: Path, frames: int = 25, *, fps: float = 10.0, size: tuple[int, int] = (64, 48), first: int = 0) -> Path:
    """A film whose every frame is a grey of its own."""
    code = {".avi": "MJPG", ".mp4": "mp4v", ".mkv": "MJPG"}[file.suffix]
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*code), fps, size)
    assert writer.isOpened()
    for number in range(first, first + frames):
        writer.write(np.full((size[1], size[0], 3), shade(number), np.uint8))
    writer.release()
    return file


def taken(source: Path, folder: Path, stride: Stride, *, lossless: bool = False) -> list[str]:
    folder.mkdir(exist_ok=True)
    return [step.file.name for step in extract(source, folder, stride, lossless=lossless) if step.file is not None]


def bring(session: Session, path: Path, every: int = 5, **values: object) -> Imported:
    options = AddOptions(Origin.REAL, video=VideoOptions(Stride(every)), **values)
    return add(session, [path], options)


@pytest.mark.parametrize("name", ["a.mp4", "a.avi", "a.mkv"])
def test_the_wanted_frames_are_taken_by_number(tmp_path: Path, name: str) -> None:
    source = film(tmp_path / name)
    assert taken(source, tmp_path / "f", Stride(10)) == ["000000.jpg", "000010.jpg", "000020.jpg"]
    for number in (0, 10, 20):
        with Image.open(tmp_path / "f" / f"{number:06}.jpg") as picture:
            assert picture.size == (64, 48)
            mean = float(np.asarray(picture).mean())
            assert abs(mean - shade(number)) < 5, "the frame of that number, nearer than its neighbours"


def test_so_many_a_second(tmp_path: Path) -> None:
    source = film(tmp_path / "a.mp4", 30)
    assert taken(source, tmp_path / "f", Stride(fps=2)) == [f"{n:06}.jpg" for n in (0, 5, 10, 15, 20, 25)]
    assert len(taken(source, tmp_path / "all", Stride(fps=500))) == 30, "no frame twice"


def test_lossless_frames_are_png_and_equal_what_was_decoded(tmp_path: Path) -> None:
    source = film(tmp_path / "a.avi", 3)
    assert taken(source, tmp_path / "f", Stride(2), lossless=True) == ["000000.png", "000002.png"]
    opened = cv2.VideoCapture(str(source))
    _, pixels = opened.read()
    opened.release()
    with Image.open(tmp_path / "f" / "000000.png") as picture:
        assert np.array_equal(np.asarray(picture)[:, :, ::-1], pixels)


def test_an_extraction_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    source, folder = film(tmp_path / "a.mp4"), tmp_path / "f"
    folder.mkdir()
    steps = extract(source, folder, Stride(5))
    while sum(1 for _ in folder.glob("*.jpg")) < 3:
        next(steps)
    steps.close()
    whole = (folder / "000000.jpg").read_bytes()
    before = (folder / "000000.jpg").stat().st_mtime_ns
    (folder / "000005.jpg").write_bytes(whole[: len(whole) // 2])
    assert taken(source, folder, Stride(5)) == [f"{n:06}.jpg" for n in (0, 5, 10, 15, 20)]
    assert (folder / "000000.jpg").stat().st_mtime_ns == before, "a whole frame is left as it is"
    assert (folder / "000005.jpg").read_bytes()[-2:] == b"\xff\xd9", "half a frame is made anew"
    assert list(folder.glob("*.part")) == []


def test_a_film_that_breaks_off_is_named_and_its_frames_kept(tmp_path: Path) -> None:
    source = film(tmp_path / "a.avi", 60)
    data = source.read_bytes()
    source.write_bytes(data[: len(data) // 2])
    (tmp_path / "f").mkdir()
    steps = list(extract(source, tmp_path / "f", Stride(1)))
    assert 5 < sum(step.file is not None for step in steps) < 60
    assert "breaks off" in steps[-1].problem


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n", "no video"),
        (b"no film at all " * 50, "no video"),
        (b"\0\0\0\x18ftypmp42" + b"\0" * 3000, "damaged"),
        (b"RIFF\xff\xff\0\0AVI LIST" + b"x" * 3000, "damaged"),
        (b"\x1aE\xdf\xa3" + b"\xff" * 3000, "damaged"),
    ],
)
def test_a_bad_video_is_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    session = scenery.project(tmp_path, images=0)
    (tmp_path / "bad.mp4").write_bytes(content)
    with pytest.raises(UserError, match=words):
        bring(session, tmp_path / "bad.mp4")
    assert session.project.read.sources() == []
    assert videos(session.project.read) == []
    session.close()
    command = [sys.executable, "-m", "verify_app", "add", str(session.folder), str(tmp_path / "bad.mp4")]
    done = subprocess.run(
        [*command, "--origin", "real", "--every", "5"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 1
    lines = (done.stdout + done.stderr).strip().splitlines()
    assert len(lines) == 1, "FFmpeg's own complaints are not shown"
    assert words in lines[0]


def test_a_missing_video_and_a_senseless_stride_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no video"):
        next(extract(tmp_path / "none.mp4", tmp_path, Stride(1)))
    for values in ({}, {"every": 1, "fps": 1.0}, {"every": 0}, {"fps": 0.0}, {"fps": float("nan")}):
        with pytest.raises(UsageError):
            Stride(**values)


def test_opencv_is_loaded_by_films_only() -> None:
    code = "import sys; import verify_app.app.imports.add, verify_app.imaging.video; print('cv2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- in a project ---------------------------------------------------------------------------------------


def test_frames_are_images_of_one_source_and_one_group(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    source = film(tmp_path / "my film.mp4")
    done = bring(session, source)
    assert (len(done.images), done.problems) == (5, [])
    names = [row["image"] for row in images(session.project)]
    assert names[2:] == [f"my film.mp4/{n:06}.jpg" for n in (0, 5, 10, 15, 20)]
    found = groups(session.project.read)
    assert set(found) == set(done.images)
    (group,) = set(found.values())
    assert group == f"video:{videos(session.project.read)[0].sha256}"
    again = bring(session, source)
    assert (again.images, again.known) == ([], 5)
    more = bring(session, shutil.copy(source, tmp_path / "copy.mp4"), every=2)
    assert len(more.images) == 10, "0, 10 and 20 are there"
    assert len(session.project.read.sources()) == 2, "the same bytes are the same video"
    assert len(set(groups(session.project.read).values())) == 1
    assert list(session.project.problems()) == []


def test_what_was_taken_before_a_cancel_is_kept_in_its_group(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    source = film(tmp_path / "a.avi", 200)

    def stop(step: Progress) -> None:
        if step.job == "video" and step.done == 100:
            raise Cancelled("enough")

    options = AddOptions(Origin.REAL, video=VideoOptions(Stride(1)))
    with pytest.raises(Cancelled):
        add(session, [source], options, report=stop)
    kept = status(session.project)["images"]["total"]
    assert 64 <= kept < 200
    assert len(groups(session.project.read)) == kept
    assert len(add(session, [source], options, report=silent).images) == 200 - kept
    assert list(session.project.problems()) == []


def test_a_folder_of_films_and_pictures(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    folder = tmp_path / "mixed"
    scenery.picture(folder / "p.png")
    (folder / "sub").mkdir()
    film(folder / "a.mp4", first=1)
    film(folder / "sub" / "b.avi", first=3)
    (folder / "bad.mp4").write_bytes(b"nothing")
    assert [f.name for f in find_videos([folder])] == ["a.mp4", "bad.mp4", "b.avi"]
    aside = add(session, [folder], AddOptions(Origin.REAL))
    assert (len(aside.images), len(aside.problems)) == (1, 1)
    assert "3 videos were left aside" in aside.problems[0]
    done = bring(session, folder)
    assert len(done.images) == 10
    assert len(done.problems) == 1
    assert "bad.mp4" in done.problems[0]
    assert len(set(groups(session.project.read).values())) == 2
    with pytest.raises(UsageError, match="--every"):
        add(session, [folder / "a.mp4"], AddOptions(Origin.REAL))


def test_a_project_that_moved_takes_its_frames_along(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    source = film(tmp_path / "a.mp4")
    bring(session, source)
    session.close()
    shutil.move(tmp_path / "project", tmp_path / "moved")
    session = Session.open(tmp_path / "moved", "ann")
    again = bring(session, source)
    assert (again.images, again.known, len(session.project.read.sources())) == ([], 5, 1)
    assert {row["state"] for row in images(session.project)} == {"unreviewed"}


def test_a_film_that_says_it_is_synthetic_is_not_real(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    source = film(tmp_path / "made.mp4")
    packet = b'<x:xmpmeta><a Iptc4xmpExt:DigitalSourceType="http://x/digitalsourcetype/trainedAlgorithmicMedia"/></x:xmpmeta>'
    box = (len(packet) + 8).to_bytes(4, "big") + b"free" + packet
    source.write_bytes(source.read_bytes() + box)
    done = bring(session, source)
    assert {s.origin for s in session.project.read.sources()} == {Origin.SYNTHETIC}
    assert "trainedAlgorithmicMedia" in told(session, done.hinted, Origin.REAL, ignored=False)


def test_a_disk_that_refuses_leaves_no_half_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, folder = film(tmp_path / "a.mp4"), tmp_path / "f"
    folder.mkdir()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(video.os, "fsync", full)
    with pytest.raises(UserError, match="no space left"):
        list(extract(source, folder, Stride(5)))
    assert list(folder.iterdir()) == []
