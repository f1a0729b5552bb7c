"""The picture that a label file of its own speaks of, found from where the label file lies."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from verify_app.imaging.reading.formats import SUFFIXES

_PICTURES = {"jpegimages", "images", "image", "imgs", "img"}
"""Folders of pictures that stand beside a folder of labels, without regard to case."""


class Partners:
    """Pictures below `root` for label files below `labels`.

    A picture is looked for by the path that the label file states, then by its name, then by the label file's own; each
    time beside the label file, then at its place in a folder of pictures beside the label file's folder or one above it
    (``VOC2007/Annotations/1.xml`` and ``VOC2007/JPEGImages/1.jpg``).
    """

    def __init__(self, root: Path, labels: Path) -> None:
        self._root = root
        self._labels = labels.resolve()
        self._places: dict[Path, list[_Folder]] = {}
        self._folders: dict[Path, _Folder] = {}
        self._resolved: dict[Path, Path] = {}

    def find(self, file: Path, stated: str) -> str | None:
        """Path below `root` of the picture that `file` speaks of; None where none is found for certain."""
        stated = stated.replace("\\", "/")
        folder = self._resolved.get(file.parent)
        if folder is None:
            folder = self._resolved[file.parent] = file.parent.resolve()
        place = self._stated(folder, stated)
        if place is not None:
            return place
        if folder not in self._places:
            self._places[folder] = [self._folder(found) for found in self._near(folder)]
        name = stated.rpartition("/")[2]
        for wanted in ("names", "stems"):
            key = _plain(name) if wanted == "names" else _plain(file.stem)
            for near in self._places[folder]:
                found = getattr(near, wanted).get(key, [])
                if name in found:
                    return self._below(near.path / name)
                if len(found) == 1:
                    return self._below(near.path / found[0])
        return None

    def _stated(self, folder: Path, stated: str) -> str | None:
        """The stated path as seen from the label file, where it stays below the root and a file is there."""
        if not stated or "\0" in stated:
            return None
        place = Path(os.path.normpath(folder / stated))
        try:
            return self._below(place) if place.is_file() else None
        except (OSError, ValueError):
            return None

    def _below(self, place: Path) -> str | None:
        return place.relative_to(self._root).as_posix() if place.is_relative_to(self._root) else None

    def _near(self, folder: Path) -> list[Path]:
        near = [folder]
        for above in (folder, *folder.parents):
            if not above.is_relative_to(self._root) or above == self._root:
                break
            inner = folder.relative_to(above)
            near += [beside / inner for beside in self._folder(above.parent).pictures]
        if folder.is_relative_to(self._labels):  # the pictures lie in a tree of their own, or straight below the root
            inner = folder.relative_to(self._labels)
            near += [place / inner for place in (self._root, *self._folder(self._root).pictures)]
        return [place for place in dict.fromkeys(near) if place.is_relative_to(self._root)]

    def _folder(self, path: Path) -> _Folder:
        if path not in self._folders:
            self._folders[path] = _Folder(path)
        return self._folders[path]


class _Folder:
    """What lies in a folder, listed once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._listed = sorted(os.listdir(path))  # noqa: PTH208  a Path for each of 100,000 is slow
        except (OSError, ValueError):
            self._listed = []

    @cached_property
    def pictures(self) -> list[Path]:
        """Folders in it that are named as those of pictures are."""
        return [self.path / name for name in self._listed if name.lower() in _PICTURES and (self.path / name).is_dir()]

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Pictures by name, without regard to case and to how accents are written."""
        return self._by(_plain)

    @cached_property
    def stems(self) -> dict[str, list[str]]:
        """The same without their endings."""
        return self._by(lambda name: _plain(Path(name).stem))

    def _by(self, key: Callable[[str], str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._listed:
            if Path(name).suffix.lower() in SUFFIXES:
                found[key(name)].append(name)
        return dict(found)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
