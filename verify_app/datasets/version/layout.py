"""Where the files of a version lie, by task.

Four tasks have ``images/SPLIT/NAME`` and ``labels/SPLIT/NAME.txt``. A classification version has ``SPLIT/CLASS/NAME``
and no label files; every split that is there has a folder for every class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verify_app.core.vocabulary import Split, Task
from verify_app.formats import yolo

_NAME = re.compile(r"[A-Za-z0-9_-]+\.[a-z0-9]+")


def image_file(split: Split, name: str, folder: str | None = None) -> str:
    """Below the version's folder; `folder` is that of a classified image's class."""
    return f"images/{split}/{name}" if folder is None else f"{split}/{folder}/{name}"


def label_file(image: str) -> str:
    """``labels/SPLIT/NAME.txt`` of ``images/SPLIT/NAME``."""
    return "labels" + image.removeprefix("images").rpartition(".")[0] + ".txt"


def label_files(task: Task, image: str) -> tuple[str, ...]:
    """An image's label file; none of a classified one."""
    return () if task is Task.CLASSIFY else (label_file(image),)


def fits(task: Task, file: str, split: Split, classes: Sequence[str], indices: Sequence[int]) -> bool:
    """Whether a name is one this program would write for an image with objects of these classes."""
    *place, name = file.split("/")
    if not _NAME.fullmatch(name):
        return False
    if task is Task.CLASSIFY:
        return len(indices) == 1 and place == [split.value, classes[indices[0]]]
    return place == ["images", split.value]


def folders(task: Task, splits: Sequence[str], classes: Sequence[str]) -> Iterator[str]:
    """Every folder of a version that holds files or may."""
    for split in splits:
        yield from (
            (f"{split}/{name}" for name in classes)
            if task is Task.CLASSIFY
            else (f"{kind}/{split}" for kind in ("images", "labels"))
        )


def keepers(task: Task, files: Iterable[str], splits: Sequence[str], classes: Sequence[str]) -> set[str]:
    """The files, themselves empty, that hold class folders without an image."""
    if task is not Task.CLASSIFY:
        return set()
    used = {file.rpartition("/")[0] for file in files}
    return {f"{folder}/{yolo.KEEP}" for folder in folders(task, splits, classes) if folder not in used}
