"""Which part of a dataset a ``data.yaml`` or a Darknet ``.data`` file puts an image in."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path, PurePosixPath

from verify_app.formats.publisher_splits import listed_in, says_something, split_of_word
from verify_app.formats.yolo.data_yaml import DataYaml
from verify_app.formats.yolo.label_pairs import label_path, same_name


class _Lists:
    """Pictures that are listed one by one, found by the end of their paths below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._named: dict[str, list[tuple[str, str, Path | None]]] = {}

    def add(self, line: str, split: str, place: Path | None = None) -> None:
        """A line of a list, and where its picture is meant to lie if that is certain."""
        plain = line.replace("\\", "/").removeprefix("./")
        self._named.setdefault(plain.rpartition("/")[2], []).append(("/" + plain.lstrip("/"), split, place))

    def of(self, image: Path) -> set[str]:
        """The splits that an image is listed in."""
        every = self._named.get(image.name)
        if not every or self._root not in image.parents:
            return set()
        path = "/" + image.relative_to(self._root).as_posix()
        return {split for listed, split, _ in every if listed.endswith(path) or path.endswith(listed)}

    def absent(self, known: Container[str]) -> Iterator[str]:
        """Those that lie nowhere below the folder, nor are known by path or by name."""
        for name, every in self._named.items():
            if same_name(name) not in known:
                yield from dict.fromkeys(listed[1:] for listed, _, at in every if not self._lies(listed, at, known))

    def _lies(self, listed: str, place: Path | None, known: Container[str]) -> bool:
        if place is not None and (str(place) in known or same_name(str(place)) in known):
            return True
        parts = [part for part in listed.split("/") if part not in ("", ".", "..")]
        tails = [self._root.joinpath(*parts[start:]) for start in range(len(parts))]
        tails += [place] if place is not None else []
        return any(same_name(str(tail)) in known for tail in tails) or any(_is_file(tail) for tail in tails)


class YamlSplits:
    """What a ``data.yaml`` says of images: folders that they lie in, or lists of files. It never opens an image.

    Parameters
    ----------
    file : Path
        The ``data.yaml``; its paths are relative to its ``path``, else to the folder it lies in.
    """

    def __init__(self, file: Path, described: DataYaml) -> None:
        base = file.resolve().parent
        root = (base / described.root) if described.root else base
        # what was downloaded states where it lay with its publisher: then the folder of the file is meant
        root = root if root.is_dir() else base
        self._folders: list[tuple[Path, str]] = []
        self._files: dict[Path, set[str]] = {}
        self._lists = _Lists(base)
        self._says = says_something(described.splits)
        for split, places in described.splits.items():
            for place in places:
                self._take(root, place, split)

    def _take(self, root: Path, place: str, split: str) -> None:
        # Roboflow writes ../train/images and means train/images
        for wanted in (root / place, root / place.removeprefix("../")):
            found = Path(os.path.normpath(wanted))
            # of a dataset without its pictures there are the labels' folders
            if found.is_dir() or (found.name and label_path(found / "-").parent.is_dir()):
                self._folders.append((found.resolve(), split))
                return
            if found.suffix == ".txt" and found.is_file():
                for line in listed_in(found):
                    listed = found.parent / line.removeprefix("./") if line.startswith("./") else root / line
                    file = Path(os.path.normpath(listed))
                    self._files.setdefault(file, set()).add(split)
                    self._lists.add(line, split, file)
                return

    def speaks_of(self, folder: Path) -> bool:
        """Whether pictures in this folder are of the dataset."""
        return any(folder in (place, *place.parents) or place in folder.parents for place, _ in self._folders) or any(
            folder in file.parents for file in self._files
        )

    def of(self, image: Path) -> str:
        """The split of an image; empty when nothing, or more than one, is said of it."""
        said = set(self._files.get(image, ())) or self._lists.of(image)
        said |= {split for folder, split in self._folders if folder in image.parents}
        return said.pop() if self._says and len(said) == 1 else ""

    def absent(self, known: Container[str]) -> Iterator[str]:
        """Pictures that are listed one by one and lie nowhere."""
        return self._lists.absent(known)


class DarknetSplits:
    """What a Darknet ``.data`` file says: lists of pictures, by paths seen from where Darknet was started.

    Parameters
    ----------
    file : Path
        Its lists are looked for by the end of their paths, below the folder it lies in.
    """

    def __init__(self, file: Path) -> None:
        self._root = file.resolve().parent
        self._lists = _Lists(self._root)
        named = set()
        for line in listed_in(file):
            key, sign, place = (part.strip() for part in line.partition("="))
            split = split_of_word(key)
            if sign and split:
                named.add(split)
                for listed in listed_in(self._found(place)):
                    self._lists.add(listed, split)
        self._says = says_something(named)

    def _found(self, place: str) -> Path:
        parts = PurePosixPath(place.replace("\\", "/")).parts
        tails = (self._root.joinpath(*parts[start:]) for start in range(len(parts)))
        return next((tail for tail in tails if ".." not in tail.parts and tail.is_file()), self._root / "-")

    def of(self, image: Path) -> str:
        """The split of an image; empty when nothing, or more than one, is said of it."""
        said = self._lists.of(image)
        return said.pop() if self._says and len(said) == 1 else ""

    def absent(self, known: Container[str]) -> Iterator[str]:
        """Pictures that are listed one by one and lie nowhere."""
        return self._lists.absent(known)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
