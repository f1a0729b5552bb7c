"""A scratch copy of a dataset for Ultralytics to read, made of hard links.

Ultralytics writes caches beside the labels, trusts caches it finds there, and replaces JPEGs that end badly: a version
is therefore never read in place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.remove_folder import remove_tree
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.yolo import keypoint_keys

_JPEG_START = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_EVERY = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """One image and its label file, and the name both take in the mirror.

    Parameters
    ----------
    name : str
        Path below ``images/SPLIT``, or of a classified image below ``SPLIT``, with ``/``.
    image : Path
    label : Path or None
        None: no label file is made.
    """

    name: str
    image: Path
    label: Path | None


@contextmanager
def mirror(
    splits: Mapping[str, Sequence[Pair]],
    folder: Path,
    *,
    names: Sequence[str],
    task: Task = Task.DETECT,
    skeleton: Skeleton | None = None,
    job: str = "train",
    report: Report = silent,
) -> Iterator[Path]:
    """Lay out `splits` in a fresh `folder` and remove it afterwards.

    Parameters
    ----------
    splits : mapping of split name to pairs
        What the mirror holds and nothing else: no caches, no other splits.
    folder : Path
        Becomes the mirror; what a killed run left there is removed first. On the file system of the images the
        mirror costs no space.
    names : sequence of str
        Class names in the order of their ids.
    skeleton : Skeleton, optional
        Of a pose dataset.

    Yields
    ------
    Path
        What Ultralytics takes for ``data``: a ``data.yaml`` with absolute paths, or for classes the mirror itself.

    Raises
    ------
    UserError
        When a file cannot be linked or copied.
    """
    folder = folder.resolve()
    remove_tree(folder)
    try:
        try:
            _fill(splits, folder, job, report, labelled=task is not Task.CLASSIFY)
            data = _describe(folder, splits, names, task, skeleton)
        except OSError as error:
            raise UserError(_no_room(folder, error)) from error
        yield data
    finally:
        remove_tree(folder)


def root_of(data: Path) -> Path:
    """The folder of a mirror, from what `mirror` yields."""
    return data if data.is_dir() else data.parent


def _complete_folders(splits: Mapping[str, Sequence[Pair]], folder: Path, names: Sequence[str]) -> Path:
    """A folder for every class in every split; Ultralytics numbers those of ``train``, which must hold an image."""
    for split in {"train", *splits}:
        for name in names:
            (folder / split / name).mkdir(parents=True, exist_ok=True)
    if "train" not in splits:
        first = next(pair for pairs in splits.values() for pair in pairs)
        place(first.image, folder / "train" / first.name)
    return folder


def _fill(splits: Mapping[str, Sequence[Pair]], folder: Path, job: str, report: Report, *, labelled: bool) -> None:
    total = sum(map(len, splits.values()))
    done = 0
    made: set[Path] = set()
    for split, pairs in splits.items():
        root = folder / "images" / split if labelled else folder / split
        for needed in (root, folder / "labels" / split) if labelled else (root,):
            needed.mkdir(parents=True, exist_ok=True)
        for pair in pairs:
            if done % _EVERY == 0:
                report(Progress(job, 0, 0, M("linking the images, {n} of {all}", n=done, all=total)))
            image = root / pair.name
            label = (folder / "labels" / split / pair.name).with_suffix(".txt")
            _put(pair.image, image, made)
            if pair.label is not None:
                _put(pair.label, label, made)
            done += 1


def _put(source: Path, target: Path, made: set[Path]) -> None:
    if target.parent not in made:
        target.parent.mkdir(parents=True, exist_ok=True)
        made.add(target.parent)
    place(source, target)


def place(source: Path, target: Path) -> None:
    """Make `target` a hard link of `source`, or a copy where links are impossible or not safe."""
    # a link shares the bytes: a file the loader would repair in place must be a copy
    if source.is_symlink() or ends_badly(source):
        shutil.copyfile(source, target)
        return
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(source, target)


def ends_badly(path: Path) -> bool:
    """Whether Ultralytics would rewrite this JPEG, whatever its name, since it does not end with the end marker."""
    with path.open("rb") as file:
        if file.read(len(_JPEG_START)) != _JPEG_START:
            return False
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - 2))
        return file.read() != _JPEG_END


def _describe(
    folder: Path,
    splits: Mapping[str, Sequence[Pair]],
    names: Sequence[str],
    task: Task,
    skeleton: Skeleton | None,
) -> Path:
    if task is Task.CLASSIFY:
        return _complete_folders(splits, folder, names)
    data = folder / "data.yaml"
    places = {split: f"images/{split}" for split in splits}
    # Ultralytics demands both keys even where it only validates
    places.setdefault("train", f"images/{next(iter(splits))}")
    points = {} if skeleton is None else keypoint_keys(skeleton, len(names))
    text = {"path": str(folder), **places, "names": dict(enumerate(names)), **points}
    data.write_text(yaml.safe_dump(text, sort_keys=False), encoding="utf-8")
    return data


def _no_room(folder: Path, error: OSError) -> M:
    return M(
        "The scratch copy of the dataset in {folder} could not be made ({reason}); make room there or choose another "
        "work folder.",
        folder=folder,
        reason=reason_of(error),
    )
