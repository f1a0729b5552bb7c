from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.windows import can_be_called
from verify_app.imaging.find_images import find_images


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_folders_are_walked_and_sorted(tmp_path: Path) -> None:
    names = ["b/2.JPG", "b/10.png", "a/x.webp", "c.tif", "a/deep/er/y.jpeg"]
    for name in [*names, "notes.txt", "b/.hidden.jpg", ".cache/z.jpg", "b/._2.JPG", "labels/c.json"]:
        touch(tmp_path / name)
    found = find_images([tmp_path])
    wanted = ["a/deep/er/y.jpeg", "a/x.webp", "b/10.png", "b/2.JPG", "c.tif"]
    assert [p.relative_to(tmp_path).as_posix() for p in found.images] == wanted
    assert found.problems == []


def test_files_and_folders_mixed_come_once(tmp_path: Path) -> None:
    one, two = touch(tmp_path / "1.jpg"), touch(tmp_path / "2.jpg")
    assert find_images([two, tmp_path, one]).images == [two, one]


def test_odd_names(tmp_path: Path) -> None:
    names = {"with space.jpg", "qu'o\"te.jpg", "日本語.png", "two\nlines.jpg", "tab\t.jpg", "-x.jpg"}
    names = {name for name in names if can_be_called(name)}
    for name in names:
        touch(tmp_path / name)
    assert {p.name for p in find_images([str(tmp_path)]).images} == names


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    bad = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg")
    Path(bad).write_bytes(b"x")
    found = find_images([tmp_path])
    assert found.images == [] and "UTF-8" in found.problems[0][1]


def test_what_is_named_but_cannot_be_used(tmp_path: Path) -> None:
    text = touch(tmp_path / "notes.txt")
    found = find_images([text, tmp_path / "gone", Path("nul\0l")])
    assert found.images == []
    assert [path for path, _ in found.problems] == [text, tmp_path / "gone", Path("nul\0l")]
    assert all(sentence.endswith(".") for _, sentence in found.problems)


def test_phone_pictures_are_named_not_dropped(tmp_path: Path) -> None:
    for name in ("a.TGA", "b.tga", "c.dng", "d.jpg"):
        touch(tmp_path / name)
    found = find_images([tmp_path])
    assert [p.name for p in found.images] == ["d.jpg"]
    assert "2 x .tga" in found.problems[0][1] and "1 x .dng" in found.problems[0][1]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links(tmp_path: Path) -> None:
    touch(tmp_path / "in/a.jpg")
    touch(tmp_path / "elsewhere/b.jpg")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "in/broken.jpg").symlink_to(tmp_path / "gone.jpg")
    found = find_images([tmp_path / "in"])
    assert [p.relative_to(tmp_path).as_posix() for p in found.images] == ["in/a.jpg", "in/more/b.jpg"]
    assert [p.name for p, _ in found.problems] == ["broken.jpg"]


def test_unreadable_folder_is_reported_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path / "closed/a.jpg")
    touch(tmp_path / "open/b.jpg")
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "closed":  # permissions do not stop a test that runs as root
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = find_images([tmp_path])
    assert [p.name for p in found.images] == ["b.jpg"]
    assert found.problems == [(tmp_path / "closed", "The folder cannot be read (permission denied); it was skipped.")]
