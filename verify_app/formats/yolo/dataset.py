"""A YOLO dataset as it lies around a folder of images: its classes, its points, and what it says of each image."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regions import WHOLE_IMAGE
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.publisher_splits import Parts, splits_of_layout
from verify_app.formats.yolo.class_folders import class_folder
from verify_app.formats.yolo.class_names import described
from verify_app.formats.yolo.label_pairs import Pairs, image_path, label_path, same_name
from verify_app.formats.yolo.read import ReadLabel, ReadLabels, Rows, read_labels
from verify_app.imaging.reading.formats import SUFFIXES

NO_PAIRS = Pairs({})


@dataclass(frozen=True, slots=True)
class YoloSet:
    """A dataset of one task.

    Parameters
    ----------
    names : mapping of class id to name, or None
        None where nothing beside the labels names them.
    rows : Rows
        What its label rows are made of.
    dropped : tuple of str
        Keys of its ``data.yaml`` that were left aside.
    parts : sequence of Parts
        What its files say of the splits of its images.
    pairs : Pairs
        Which label file belongs to which image, as far as somebody has looked.
    apart : bool
        Whether the pictures lie in another folder than the labels.
    """

    names: Mapping[int, str] | None
    rows: Rows
    dropped: tuple[str, ...] = ()
    parts: Sequence[Parts] = ()
    pairs: Pairs = NO_PAIRS
    apart: bool = False

    def splits(self, root: Path, images: Mapping[int, Path]) -> dict[int, str]:
        """Which part of the dataset each image is stated to be in; `root` is the folder they were looked for in."""
        if self.rows.task is Task.CLASSIFY:
            paths = {i: file.relative_to(root).as_posix() for i, file in images.items() if root in file.parents}
            found = splits_of_layout(root, paths.values())
            return {i: found[path] for i, path in paths.items() if path in found}
        said = {
            i: {part.of(place) for part in self.parts for place in self._places(file)} - {""}
            for i, file in images.items()
        }
        return {i: splits.pop() for i, splits in said.items() if len(splits) == 1}

    def absent(self) -> list[str]:
        """Pictures that its files list one by one and that are not there."""
        if not self.parts:
            return []
        every = [*self.pairs.files, *self.pairs.alone]
        places = [str(place) for file in every for place in self._places(Path(file))] if self.apart else every
        known = {*places, *map(same_name, places)}
        if self.apart:
            known |= {same_name(PurePath(file).name) for file in every}
        return list(dict.fromkeys(listed for part in self.parts for listed in part.absent(known)))

    def _places(self, image: Path) -> list[Path]:
        """Where a picture lies, and where it would lie beside labels that are apart from it."""
        label = self.pairs.files.get(str(image)) if self.apart else None
        if label is None:
            return [image]
        return [image, *(place.with_suffix(image.suffix) for place in (Path(label), image_path(Path(label))))]

    def place(self, image: Path) -> Path | None:
        """The label file that speaks of an image, or the folder of its class; None where nothing does.

        Raises
        ------
        UserError
            When it cannot be looked for.
        """
        if self.rows.task is not Task.CLASSIFY:
            found = self.pairs.files.get(str(image))
            if found is not None:
                return Path(found)
            return None if self.apart else label_file(image)
        return None if class_folder(image, self._listed) is None else image.parent

    def read(self, place: Path, *, width: int, height: int, classes: int) -> ReadLabels:
        """What a place that `place` has found says.

        Raises
        ------
        UserError
            When it is a label file that cannot be read.
        """
        if self.rows.task is not Task.CLASSIFY:
            return read_labels(place, width=width, height=height, classes=classes, rows=self.rows)
        index = class_folder(place / "image", self._listed)
        return ReadLabels(() if index is None else (ReadLabel(index, WHOLE_IMAGE),))

    @property
    def _listed(self) -> list[str]:
        return [self.names[i] for i in sorted(self.names)] if self.names else []


def open_set(path: Path, task: Task, skeleton: Skeleton | None) -> YoloSet:
    """The dataset that a file or folder of images belongs to.

    Raises
    ------
    UserError
        When its ``data.yaml`` cannot be read, or its objects have another number of points than the skeleton.
    """
    if task is Task.CLASSIFY:
        return YoloSet(_folder_names(path) or None, Rows(task))
    found = described(path)
    stated = found.yaml.keypoints if found.yaml is not None else None
    points = len(skeleton.names) if skeleton else 0
    if stated and task is Task.POSE and stated[0] != points:
        raise UserError(
            M(
                "The objects of the dataset around {path} have {given} points, those of the project "
                "{wanted}; import it into a project with its own skeleton.",
                path=path,
                given=stated[0],
                wanted=points,
            )
        )
    if stated and task is Task.DETECT:
        points = stated[0]  # their boxes are taken
    rows = Rows(task, points, stated[1] if stated else 3)
    return YoloSet(found.names, rows, found.yaml.dropped if found.yaml is not None else (), found.parts)


def _folder_names(path: Path) -> dict[int, str]:
    """The classes of a classification dataset: sorted names of the folders that hold images."""
    if path.is_file():
        return {0: path.resolve().parent.name}
    found = {
        Path(place).resolve().name
        for place, _, files in os.walk(path)
        if any(Path(file).suffix.lower() in SUFFIXES for file in files)
    }
    return dict(enumerate(sorted(found)))


def label_file(image: Path) -> Path | None:
    """The image's label file: where Ultralytics looks, else beside it; None where there is none.

    Raises
    ------
    UserError
        When it cannot be looked for.
    """
    for file in (label_path(image), image.with_suffix(".txt")):
        try:
            if file.is_file():
                return file
        except OSError as error:
            raise UserError(M("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))) from error
    return None
