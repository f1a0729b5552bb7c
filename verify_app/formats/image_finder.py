"""Where the pictures lie that a dataset speaks of: found by what is really there, never outside its folder."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path, PurePosixPath

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.imaging.find_images import find_images

_FOLDERS = ("", "images/", "JPEGImages/")


class Places:
    """The pictures in a folder and under it.

    A path is looked for as it is stated, below ``images`` and ``JPEGImages``, then without its first folders; a bare
    name at last in every folder. Names that differ only by case, or by how accents are written, are taken for the
    same where just one file has them.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        found = find_images([root])
        self.problems = [f"{place}: {why}" for place, why in found.problems]
        self._files: dict[str, Path] = {}
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._named: dict[str, list[str]] = defaultdict(list)
        self._inside: dict[Path, bool] = {}
        for file in found.images:
            path = file.relative_to(root).as_posix()
            self._files[path] = file
            self._alike[_plain(path)].append(path)
            self._named[_plain(file.name)].append(path)

    def __len__(self) -> int:
        return len(self._files)

    def find(self, stated: str) -> Path:
        """The file that a dataset calls so.

        Raises
        ------
        UserError
            When there is none, there are several, or it is a link that leads out.
        """
        file = self._files[self._path(stated)]
        if not self._stays(file):
            raise UserError(M("a link that leads out of {root}", root=self.root))
        return file

    def _path(self, stated: str) -> str:
        parts = PurePosixPath(stated).parts
        for start in range(len(parts)):
            tail = "/".join(parts[start:])
            for folder in _FOLDERS:
                if folder + tail in self._files:
                    return folder + tail
            for folder in _FOLDERS:
                alike = self._alike.get(_plain(folder + tail), [])
                if alike:
                    return _only(alike)
        if len(parts) == 1 and self._named.get(_plain(stated)):
            return _only(self._named[_plain(stated)])
        raise UserError(M("there is no such picture in {root}", root=self.root))

    def _stays(self, file: Path) -> bool:
        """Whether the file lies in the folder when every link is followed."""
        folder = file.parent
        if folder not in self._inside:
            self._inside[folder] = folder.resolve().is_relative_to(self.root)
        return self._inside[folder] and (not file.is_symlink() or file.resolve().is_relative_to(self.root))


def _plain(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _only(paths: list[str]) -> str:
    if len(paths) > 1:
        raise UserError(M("{n} pictures could be meant: {paths}", n=len(paths), paths=", ".join(sorted(paths)[:3])))
    return paths[0]
