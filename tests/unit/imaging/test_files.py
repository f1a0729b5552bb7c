"""Reading a picture's file, whole or into memory that is there already."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from verify_app.core.errors import UserError
from verify_app.imaging.reading import files
from verify_app.imaging.reading.files import read_bytes, read_into

CONTENT = bytes(range(256)) * 20_000


class Room:
    """Memory for `read_into`; does something to the file once its size is known."""

    def __init__(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.meanwhile, self.memory = meanwhile, bytearray()

    def __call__(self, size: int) -> memoryview:
        self.memory = bytearray(size)
        self.meanwhile()
        return memoryview(self.memory)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.jpg"
    path.write_bytes(CONTENT)
    return path


def test_both_ways_read_the_same(file: Path) -> None:
    room = Room()
    assert read_into(file, room)
    assert bytes(room.memory) == read_bytes(file) == CONTENT


@pytest.mark.parametrize("length", [0, 10, len(CONTENT) - 1, len(CONTENT) + 1, 3 * len(CONTENT)])
def test_a_file_that_changes_its_length_meanwhile_is_not_taken_for_whole(file: Path, length: int) -> None:
    assert not read_into(file, Room(lambda: os.truncate(file, length)))


def read_whole(path: Path) -> object:
    return read_bytes(path)


def read_to_room(path: Path) -> object:
    return read_into(path, Room())


@pytest.mark.parametrize("read", [read_whole, read_to_room])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "missing"),
        (lambda path: path.mkdir(), "not an ordinary file"),
        (lambda path: path.touch(), "empty"),
        pytest.param(
            getattr(os, "mkfifo", None),
            "not an ordinary file",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here"),
        ),
    ],
)
def test_what_is_no_picture_is_told_in_one_sentence(
    tmp_path: Path, make: Callable[[Path], object], words: str, read: Callable[[Path], object]
) -> None:
    make(tmp_path / "b.jpg")
    with pytest.raises(UserError, match=words):
        read(tmp_path / "b.jpg")


@pytest.mark.parametrize("read", [read_whole, read_to_room])
def test_no_more_than_the_limit_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[Path], object]
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", len(CONTENT) - 1)
    with pytest.raises(UserError, match="too much for one picture"):
        read(file)
    with pytest.raises(UserError, match=r"missing|valid path"):
        read(Path("a\0b.jpg"))
