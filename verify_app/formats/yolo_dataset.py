"""A folder of pictures with YOLO's labels: every picture of it is added, with a label file or without."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePath

from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M
from verify_app.core.regions import WHOLE_IMAGE
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.dota import is_dota
from verify_app.formats.findings import MOST_NAMED, Findings, some
from verify_app.formats.packed_regions import packed
from verify_app.formats.publisher_splits import Parts, splits_of_layout
from verify_app.formats.records import Dataset, StatedImage, StatedLabels
from verify_app.formats.registry import Format, ToRead, ToWrite, register
from verify_app.formats.yolo.class_folders import class_folder
from verify_app.formats.yolo.class_names import YAML, described
from verify_app.formats.yolo.label_pairs import Pairs, image_path, pair, pair_apart, same_name
from verify_app.formats.yolo.plain_export import write_yolo
from verify_app.formats.yolo.read import Rows, numbers_in, read_labels
from verify_app.imaging.find_images import find_images
from verify_app.imaging.reading.formats import SUFFIXES


class Yolo(Dataset):
    """A folder with pictures and label files, a picture, or the ``data.yaml`` of a folder.

    An image's key is where it lies. Its labels are read when they are asked for: they are shares of its size.
    """

    def __init__(self, asked: ToRead) -> None:
        path, self.task = asked.path, asked.task
        if self.task is Task.CLASSIFY and asked.images is not None:
            raise UsageError(
                M("--images is for labels apart from their pictures; whole images lie in their class's folder.")
            )
        around = _around(path, self.task, asked.skeleton)
        folder = path.parent if path.is_file() and path.suffix.lower() in YAML else path
        self.place: Path = asked.images or folder
        self.root, self.findings, self.counts, self.sizes = self.place.resolve(), Findings(), None, {}
        self._apart = asked.images is not None
        self._pairs = self._paired(folder, asked.images)
        if any(is_dota(Path(file)) for file in islice(self._pairs.files.values(), MOST_NAMED)):
            raise UserError(
                M(
                    "The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).",
                    path=path,
                )
            )
        names = around.names
        if names is None and asked.images is not None:
            names = _around(asked.images, self.task, asked.skeleton).names
        self.unnamed = names is None and self.task is not Task.CLASSIFY
        self._rows, self._parts = around.rows, around.parts
        self._name(names or {})
        self.findings.aside("data.yaml", around.dropped)

    def _name(self, names: Mapping[int, str]) -> None:
        self._names = dict(names)
        self.names: Sequence[str] = [names[index] for index in sorted(names)]

    def _paired(self, folder: Path, images: Path | None) -> Pairs:
        if self.task is Task.CLASSIFY:
            return Pairs({}, list(map(str, find_images([_existing(folder)]).images)))
        if images is not None:
            return _paired_apart(folder, images, self.findings)
        return _paired(folder, self.findings)

    def numbers(self) -> Counter[int]:
        return numbers_in(map(Path, self._pairs.files.values()))

    def use_numbers(self, numbers: Iterable[int]) -> None:
        self._name({number: str(number) for number in numbers})

    def images(self) -> Iterator[StatedImage]:
        """Every picture with a label file, or in the folder of a class."""
        if self.task is Task.CLASSIFY:
            return (StatedImage(file, file) for file in self._pairs.alone if self._class(file) is not None)
        return (StatedImage(file, file) for file in self._pairs.files)

    def _class(self, file: str) -> int | None:
        """Place in `names` of the class whose folder an image lies in."""
        return class_folder(Path(file), self.names)

    def splits(self, images: Iterable[StatedImage]) -> Mapping[str, str]:
        every = {file: Path(file) for file in (*self._pairs.files, *self._pairs.alone)}
        if self.task is Task.CLASSIFY:
            below = {key: file for key, file in every.items() if self.root in file.parents}
            paths = {key: file.relative_to(self.root).as_posix() for key, file in below.items()}
            found = splits_of_layout(self.root, paths.values())
            return {key: found[path] for key, path in paths.items() if path in found}
        if not self._parts:
            return {}
        said = {
            key: {part.of(place) for part in self._parts for place in self._places(file)} - {""}
            for key, file in every.items()
        }
        return {key: splits.pop() for key, splits in said.items() if len(splits) == 1}

    def labels(self) -> Iterator[StatedLabels]:
        for key, size in self.sizes.items():
            try:
                yield from self._labels(key, *size)
            except UserError as error:
                self.findings.problem(str(error))

    def _labels(self, key: str, width: int, height: int) -> Iterator[StatedLabels]:
        if self.task is Task.CLASSIFY:
            index = self._class(key)
            plain = [] if index is None else [(self.names[index], WHOLE_IMAGE.kind, packed(WHOLE_IMAGE))]
            yield StatedLabels(key, plain, file=PurePath(key).parent.name)
            return
        file = Path(self._pairs.files[key])
        classes = max(self._names, default=-1) + 1
        read = read_labels(file, width=width, height=height, classes=classes, rows=self._rows)
        for problem in read.problems:
            self.findings.problem(problem)
        for _ in range(read.boxed):
            self.findings.boxed(M("label rows with corners or points"))
        if read.problems and not read.labels:
            return
        unsaid = min((label.index for label in read.labels if label.index not in self._names), default=None)
        if unsaid is not None:
            raise UserError(
                M(
                    "{file}: nobody has said what class {number} is here (--map {number}=CLASS); all labels "
                    "of this image were left aside.",
                    file=file.name,
                    number=unsaid,
                )
            )
        plain = [(self._names[label.index], label.region.kind, packed(label.region)) for label in read.labels]
        yield StatedLabels(key, plain, read.left_aside, file=file.name, cut=True)

    def notes(self) -> list[str]:
        return [*_without_partner(self._pairs), *self._absent()]

    def _absent(self) -> Iterator[str]:
        """A sentence on pictures that its files list one by one and that are not there."""
        if not (self._parts and self.place.is_dir()):
            return
        every = [*self._pairs.files, *self._pairs.alone]
        places = [str(place) for file in every for place in self._places(Path(file))] if self._apart else every
        known = {*places, *map(same_name, places)}
        if self._apart:
            known |= {same_name(PurePath(file).name) for file in every}
        absent = list(dict.fromkeys(listed for part in self._parts for listed in part.absent(known)))
        if absent:
            named = some(absent[:MOST_NAMED], len(absent))
            yield (
                M("1 picture that is listed is not there: {names}.", names=named)
                if len(absent) == 1
                else M("{n} pictures that are listed are not there: {names}.", n=len(absent), names=named)
            )

    def _places(self, image: Path) -> list[Path]:
        """Where a picture lies, and where it would lie beside labels that are apart from it."""
        label = self._pairs.files.get(str(image)) if self._apart else None
        if label is None:
            return [image]
        return [image, *(place.with_suffix(image.suffix) for place in (Path(label), image_path(Path(label))))]


@dataclass(frozen=True, slots=True)
class _Around:
    """What the files around a folder of images say of its dataset.

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
    """

    names: Mapping[int, str] | None
    rows: Rows
    dropped: tuple[str, ...] = ()
    parts: Sequence[Parts] = ()


def _around(path: Path, task: Task, skeleton: Skeleton | None) -> _Around:
    """What lies around a file or folder of images; a ``data.yaml`` whose objects have other points is refused."""
    if task is Task.CLASSIFY:
        return _Around(_folder_names(path) or None, Rows(task))
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
    return _Around(found.names, rows, found.yaml.dropped if found.yaml is not None else (), found.parts)


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


def _paired(path: Path, findings: Findings) -> Pairs:
    """The pictures at or under a path with their label files."""
    root = _existing(path)
    images = find_images([root]).images
    pairs = pair(root, images, findings.problem)
    if not images and pairs.left:
        raise UserError(
            M(
                "There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; "
                "in the window: Images are in).",
                path=path,
            )
            if len(pairs.left) == 1
            else M(
                "There is no picture in {path}, only {n} label files; say in which folder their pictures are "
                "(--images; in the window: Images are in).",
                path=path,
                n=len(pairs.left),
            )
        )
    if images and not pairs.files:
        if pairs.left:
            raise UserError(
                M(
                    "None of the {n} label files in {path} belongs to a picture there: {names}.",
                    n=len(pairs.left),
                    path=path,
                    names=_named(pairs.left),
                )
            )
        raise UserError(
            M(
                "There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or "
                "the pictures alone (--labels none; in the window: Images only).",
                path=path,
            )
        )
    return pairs


def _paired_apart(labels: Path, place: Path, findings: Findings) -> Pairs:
    """The label files in one folder with the pictures in another."""
    root, below = _existing(place), _existing(labels)
    images = find_images([root]).images
    if not images:
        raise UserError(M("There is no picture in {place}.", place=place))
    pairs = pair_apart(below, root if root.is_dir() else root.parent, images, findings.problem)
    if not pairs.files:
        raise UserError(
            M("There is no label file (.txt) in {labels} for the pictures in {place}.", labels=labels, place=place)
            if not pairs.left
            else M(
                "No label file in {labels} ({n}) belongs to a picture in {place} ({pictures}): {names}.",
                labels=labels,
                n=len(pairs.left),
                place=place,
                pictures=len(images),
                names=_named(pairs.left),
            )
        )
    return pairs


def _existing(path: Path) -> Path:
    if not path.exists():
        raise UserError(M("There is no file or folder {path}.", path=path))
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _without_partner(pairs: Pairs) -> list[str]:
    """What has no partner, a sentence for each side."""
    found: list[str] = []
    if pairs.left:
        named = _named(pairs.left)
        found.append(
            M("1 label file belongs to no picture: {names}.", names=named)
            if len(pairs.left) == 1
            else M("{n} label files belong to no picture: {names}.", n=len(pairs.left), names=named)
        )
    if pairs.files and pairs.alone:
        named = _named(pairs.alone)
        found.append(
            M("1 picture has no label file: {names}.", names=named)
            if len(pairs.alone) == 1
            else M("{n} pictures have no label file: {names}.", n=len(pairs.alone), names=named)
        )
    return found


def _named(files: Sequence[str]) -> str:
    return some([PurePath(file).name for file in files[:MOST_NAMED]], len(files))


def _write(given: ToWrite, *, pictures: bool = False) -> tuple[int, int]:
    about = given.folder, given.names, given.images, given.task, given.skeleton
    return write_yolo(*about, pictures=pictures, findings=given.findings)


_MARK = rb"\A\s*\d+(\.0*)?([ \t]+[-+]?[\d.]+([eE][-+]?\d+)?){4,}[ \t]*(\r?\n|\Z)"
register(Format("yolo", "YOLO", 10, (".txt",), _MARK, Yolo, _write))
register(Format("yolo-images", "YOLO with pictures", 15, write=partial(_write, pictures=True), pictures=True))
