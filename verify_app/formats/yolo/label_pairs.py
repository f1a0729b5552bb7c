"""Which label file belongs to which picture, looked at from both sides.

First where Ultralytics looks, or beside the picture. What is left on either side is paired by what it is called: names
that differ only by case, by how accents are written, or by ``%`` escapes are the same, and so are folders that are
called labels in one way or another. At last a bare name that only one of each has. Where the labels lie in one folder
and the pictures in another, the ends of their paths are compared, the longest first.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import unquote

from verify_app.core.regular_file import ordinary
from verify_app.formats.find_files import files_below
from verify_app.imaging.reading.formats import SUFFIXES

LABELS = frozenset(("labels", "label", "labeltxt", "annotations", "txt"))
"""Folders of label files, whatever the case of their names."""
IMAGES = frozenset(("images", "image", "img", "imgs", "jpegimages", "sources"))
_HEAD = 4096
_ROW = re.compile(rb"\d+(\.0*)?([ \t]+[-+]?[\d.]+([eE][-+]?\d+)?){4,}[ \t]*\r?")
_OTHERS = re.compile(r"(readme|license|requirements|notes|classes|names|train|valid?|test|trainval)\b.*", re.IGNORECASE)
"""Text files that are no label files though they may be empty."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pictures and their label files.

    Parameters
    ----------
    files : mapping of picture to label file
    alone : sequence of str
        Pictures without one.
    left : sequence of str
        Label files that belong to no picture.
    """

    files: Mapping[str, str]
    alone: Sequence[str] = ()
    left: Sequence[str] = ()


def pair(path: Path, images: Sequence[Path], broken: Callable[[str], None] | None = None) -> Pairs:
    """The label files of these pictures, which lie at or under `path`.

    Parameters
    ----------
    broken : callable, optional
        Takes a sentence for each folder that cannot be read.
    """
    folder = path if path.is_dir() else path.parent
    places = (folder, *label_folders(folder))
    there = dict.fromkeys(file for place in places for file in files_below(place, (".txt",), broken))
    files: dict[str, str] = {}
    alone: list[str] = []
    folders: dict[str, str] = {}
    for image in images:
        text = str(image)
        found = next((file for file in _usual(text, folders) if file in there), None)
        if found is None:
            alone.append(text)
        else:
            files[text] = found
    used = set(files.values())
    left = [file for file in there if file not in used]
    if left:
        alone = _by_key(files, alone, left, _key)
        used = set(files.values())
        left = [file for file in left if file not in used and is_label_file(Path(file))]
        alone = _by_key(files, alone, left, lambda file: _bare(PurePath(file).name))
        used = set(files.values())
    # of a single picture the folder's other label files are others'
    return Pairs(files, alone, [file for file in left if file not in used] if path.is_dir() else ())


def _usual(image: str, folders: dict[str, str]) -> tuple[str, str]:
    """`label_path` of a picture, and the place beside it; as text, since a Path for each of 100,000 is slow.

    `folders` keeps where the labels of each folder of pictures are.
    """
    folder, name = os.path.split(image)
    labels = folders.get(folder)
    if labels is None:
        labels = folders[folder] = str(label_path(Path(image)).parent)
    dot = name.rfind(".")
    label = f"{name[:dot] if 0 < dot < len(name) - 1 else name}.txt"
    return os.path.join(labels, label), os.path.join(folder, label)  # noqa: PTH118  as above


def pair_apart(labels: Path, root: Path, images: Sequence[Path], broken: Callable[[str], None] | None = None) -> Pairs:
    """The label files at or under `labels` for pictures under `root`, which is another folder.

    Parameters
    ----------
    broken : callable, optional
        Takes a sentence for each folder that cannot be read.
    """
    folder = labels if labels.is_dir() else labels.parent
    there = files_below(folder, (".txt",), broken) if labels.is_dir() else [str(labels)]
    left = [file for file in there if not _OTHERS.fullmatch(PurePath(file).name) or is_label_file(Path(file))]
    places = {file: _place(file, folder) for file in left} | {str(file): _place(str(file), root) for file in images}
    files: dict[str, str] = {}
    alone = list(map(str, images))
    shared = min(max((len(places[file]) for file in some), default=0) for some in (left, alone))
    for length in range(shared, 0, -1):
        # a path that is shorter has no such end: it is compared with its own like alone
        alone = _by_key(files, alone, left, lambda file, n=length: "\0".join(places[file][-n:]))  # type: ignore[misc]
        used = set(files.values())
        left = [file for file in left if file not in used]
    return Pairs(files, alone, [file for file in left if is_label_file(Path(file))])


def label_path(image: Path) -> Path:
    """Where Ultralytics looks for an image's labels: the last ``images`` folder becomes ``labels``."""
    parts = list(image.parts)
    places = [i for i, part in enumerate(parts[:-1]) if part == "images" and i > 0]
    if places:
        parts[places[-1]] = "labels"
    return Path(*parts).with_suffix(".txt")


def image_path(label: Path) -> Path:
    """The other way: the last folder of labels becomes ``images``; the ending stays."""
    parts = list(label.parts)
    place = next((i for i in range(len(parts) - 2, 0, -1) if parts[i].casefold() in LABELS), None)
    return label if place is None else Path(*parts[:place], "images", *parts[place + 1 :])


def label_folders(folder: Path) -> list[Path]:
    """Folders of labels beside a folder of pictures: ``labels/train`` of ``images/train``, however they are spelt."""
    parts = folder.parts
    last = next((i for i in range(len(parts) - 1, 0, -1) if parts[i].casefold() in IMAGES), 0)
    if not last:
        return []
    above = Path(*parts[:last])
    try:
        beside = sorted(place for place in above.iterdir() if place.name.casefold() in LABELS and place.is_dir())
    except OSError:
        return []
    found = (place.joinpath(*parts[last + 1 :]) for place in beside)
    return [place for place in found if place.is_dir()]


def is_label_file(file: Path) -> bool:
    """Whether a text file holds label rows, or is one that says that there is nothing."""
    try:
        with ordinary(file).open("rb") as stream:
            head = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return False
    if not head.strip():
        return not _OTHERS.fullmatch(file.name)
    line, ended, _ = head.lstrip().partition(b"\n")
    return _ROW.fullmatch(line if ended or len(head) < _HEAD else line.rpartition(b" ")[0]) is not None


def _by_key(
    files: dict[str, str], images: Sequence[str], labels: Iterable[str], key_of: Callable[[str], str]
) -> list[str]:
    """Pair what has the same key, where one label file has it and no pictures of different names do."""
    theirs: dict[str, list[str]] = defaultdict(list)
    mine: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        theirs[key_of(label)].append(label)
    for image in images:
        mine[key_of(image)].add(str(PurePath(image).with_suffix("")))
    alone = []
    for image in images:
        key = key_of(image)
        if len(theirs[key]) == 1 and len(mine[key]) == 1:
            files[image] = theirs[key][0]
        else:
            alone.append(image)
    return alone


def _key(file: str) -> str:
    """A path without the folders that only say what kind of file lies there."""
    *folders, name = PurePath(file).parts
    kept = [part for part in folders if part.casefold() not in LABELS and part.casefold() not in IMAGES]
    return "\0".join([*map(same_name, kept), _bare(name)])


def _place(file: str, folder: Path) -> tuple[str, ...]:
    """The parts of `_key` below a folder."""
    return tuple(_key(str(PurePath(file).relative_to(folder))).split("\0"))


def _bare(name: str) -> str:
    """A name without its ending, and without the picture's that some tools leave before ``.txt``."""
    stem = name.rpartition(".")[0]
    base, dot, ending = stem.rpartition(".")
    return same_name(base if base and dot + ending.lower() in SUFFIXES else stem)


def same_name(name: str) -> str:
    """What is the same of names that differ by case, by how accents are written, or by ``%`` escapes."""
    return unicodedata.normalize("NFC", unquote(name)).casefold()
