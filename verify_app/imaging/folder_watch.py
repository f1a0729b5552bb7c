"""Images that come into a folder one by one: which of them are new, and whole."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from verify_app.imaging.reading.formats import SUFFIXES

_TEMPORARY = (".part", ".tmp", ".partial", ".crdownload", ".download")

Stamp = tuple[int, int]
"""Size and time of modification of a file; the same twice in a row means that nobody is writing it any more."""


class Arrivals:
    """What is in a folder and which of it is new and whole; remembers no more than what is there.

    Parameters
    ----------
    without : Path
        A folder that is left out: the project's own.
    """

    def __init__(self, root: Path, without: Path) -> None:
        self._root, self._without = str(root), str(without)
        self._stamps: dict[str, Stamp] = {}
        self._ready: set[str] = set()
        self._settled: set[str] = set()
        self._bad: dict[str, Stamp] = {}
        self._nameless: dict[str, bool] = {}

    def look(self) -> list[Path]:
        """Files that were the same at the last look, and were neither taken in nor bad as they are; oldest first.

        Raises
        ------
        OSError
            When the folder itself cannot be listed.
        """
        before, stamps, settled, bad = self._stamps, dict[str, Stamp](), set[str](), dict[str, Stamp]()
        for entry in self._entries():
            if entry.path in self._settled:
                settled.add(entry.path)
                continue
            with contextlib.suppress(OSError):  # it vanished between the listing and this
                status = entry.stat()
                stamp = (status.st_size, status.st_mtime_ns)
                if self._bad.get(entry.path) == stamp:
                    bad[entry.path] = stamp
                else:
                    stamps[entry.path] = stamp
        self._stamps, self._settled, self._bad = stamps, settled, bad
        self._ready = {path for path, stamp in stamps.items() if before.get(path) == stamp}
        return [Path(path) for path in sorted(self._ready, key=lambda p: (stamps[p][1], p))]

    def nameless(self) -> list[str]:
        """Files met since the last call whose names are not text, each once."""
        fresh = [path for path, told in self._nameless.items() if not told]
        self._nameless = dict.fromkeys(self._nameless, True)
        return fresh

    @property
    def unfinished(self) -> int:
        """Files that changed since the look before."""
        return len(self._stamps) - len(self._ready)

    def stamp(self, file: Path) -> Stamp:
        """Size and time of a file at the last look."""
        return self._stamps[str(file)]

    def settle(self, file: Path, *, good: bool) -> None:
        """The file was taken in, or is bad as it is."""
        stamp = self._stamps.pop(str(file))
        self._ready.discard(str(file))
        if good:
            self._settled.add(str(file))
        else:
            self._bad[str(file)] = stamp

    def reopen(self, file: Path, *, gone: bool) -> None:
        """A file that was taken in could not be used after all: if it was gone it counts as new, else as bad as it is.

        Whoever was gone may be back already, and is looked at then.
        """
        self._settled.discard(str(file))
        if not gone:
            with contextlib.suppress(OSError):
                status = file.stat()
                self._bad[str(file)] = (status.st_size, status.st_mtime_ns)

    def _entries(self) -> Iterator[os.DirEntry[str]]:
        folders, seen, root = [self._root], set[tuple[int, int]](), True
        while folders:
            place = folders.pop()
            try:
                status = os.stat(place)  # noqa: PTH116  strings, for a Path for each of 100,000 files is slow
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
                with os.scandir(place) as entries:
                    for entry in entries:
                        if entry.name.startswith(".") or entry.path == self._without:
                            continue
                        if _is_folder(entry):
                            folders.append(entry.path)
                        elif self._is_image(entry):
                            yield entry
            except OSError:
                if root:
                    raise
            root = False

    def _is_image(self, entry: os.DirEntry[str]) -> bool:
        name, (stem, suffix) = entry.name, os.path.splitext(entry.name)  # noqa: PTH122
        if suffix.lower() not in SUFFIXES or name.startswith("~") or stem.endswith("~"):
            return False
        if stem.lower().endswith(_TEMPORARY):
            return False
        try:
            entry.path.encode("utf-8")
        except UnicodeEncodeError:
            self._nameless[entry.path] = self._nameless.get(entry.path, False)
            return False
        return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
