"""Which COCO files a folder holds, where the pictures of each lie, and which split it is: as COCO, CVAT and Roboflow
lay them out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import Coco, write_coco
from verify_app.formats.findings import Findings
from verify_app.formats.publisher_splits import split_of_word
from verify_app.formats.records import Dataset, StatedImage, StatedLabels
from verify_app.formats.registry import Format, ToRead, ToWrite, register

_KINDS = re.compile(r"(instances|person_keypoints|captions|stuff|panoptic|image_info)_(.+)")
_SPLIT = re.compile(r"(?:.*[_\-. ])?(train|validation|valid|val|test)(?:[_\-. ]?(?:19|20)\d\d)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CocoFile:
    """A file, the folder of its pictures seen from the data set's, and its split; empty where nothing says one."""

    file: Path
    inside: str = ""
    split: str = ""


@dataclass(frozen=True, slots=True)
class CocoLayout:
    """A data set's folder, its files to read, and those that were left aside, a sentence each."""

    root: Path
    files: list[CocoFile]
    aside: list[str]


def coco_layout(place: Path, task: Task) -> CocoLayout:
    """What is at `place`, a file or a folder.

    ``annotations/instances_train2017.json`` speaks of ``train2017`` beside its folder; of the kinds of one split the
    one of the task is read. A file in a folder of its own (``train/_annotations.coco.json``) speaks of that.

    Raises
    ------
    UserError
        When there is no file, or several that are not splits.
    """
    if place.is_file():
        root = place.parent.parent if place.parent.name.lower() == "annotations" else place.parent
        return CocoLayout(root, [_alone(_described(place, root))], [])
    files = sorted([*place.glob("*.json"), *place.glob("[aA]nnotations/*.json")]) or sorted(place.glob("*/*.json"))
    kept, aside = _of_task(files, task) if len(files) > 1 else (files, [])
    found = [_described(file, place) for file in kept]
    apart = {one.split for one in found}
    if not found or (len(found) > 1 and ("" in apart or len(apart) < len(found))):
        raise UserError(M("There are {n} files *.json in {place}; name the one to read.", n=len(files), place=place))
    return CocoLayout(place, found if len(found) > 1 else [_alone(found[0])], aside)


def _alone(one: CocoFile) -> CocoFile:
    """A name such as ``test.json`` says nothing where no folder and no other file says the same."""
    return one if one.inside else replace(one, split="")


def _described(file: Path, root: Path) -> CocoFile:
    kind = _KINDS.fullmatch(file.stem)
    name = kind[2] if kind else file.stem
    own = file.parent.name if file.parent not in (root, root / "annotations", root / "Annotations") else ""
    said = _SPLIT.fullmatch(own or name)
    split = split_of_word(said[1]) if said else ""
    if own:
        return CocoFile(file, own, split)
    folders = [f"{above}{name}" for name in (name, said[1] if said else "") if name for above in ("", "images/")]
    inside = next((folder for folder in folders if (root / folder).is_dir()), "")
    return CocoFile(file, inside, split)


def _of_task(files: list[Path], task: Task) -> tuple[list[Path], list[str]]:
    """The files of the kind that the task asks for, where several kinds speak of the same pictures."""
    wanted = "person_keypoints" if task is Task.POSE else "instances"
    kinds: dict[tuple[Path, str], dict[str, Path]] = defaultdict(dict)
    for file in files:
        kind = _KINDS.fullmatch(file.stem)
        kinds[file.parent, kind[2] if kind else file.stem][kind[1] if kind else ""] = file
    kept, aside = list[Path](), list[str]()
    for found in kinds.values():
        chosen = found.get(wanted) or found.get("")
        for file in found.values():
            if file == chosen:
                kept.append(file)
            else:
                aside.append(
                    M(
                        "{file}: it is of another kind than a project for {task} takes; left aside.",
                        file=file,
                        task=task,
                    )
                )
    return kept, aside


class CocoSplits(Dataset):
    """Several COCO files of one data set, a split each, as one `Dataset`."""

    def __init__(self, root: Path, parts: Sequence[Coco], aside: Iterable[str]) -> None:
        self.root, self._parts = root, parts
        self.names: Sequence[str] = list(dict.fromkeys(name for part in parts for name in part.names))
        self.counts: Counter[str] = sum((part.counts for part in parts), Counter())
        self.findings, self.sizes = Findings(), {}
        for text in aside:
            self.findings.problem(text)
        for part in parts:
            self.findings.take(part.findings)
            part.findings = self.findings  # what reading its labels comes upon is told here

    def images(self) -> Iterator[StatedImage]:
        """Every image, as its file names it."""
        for number, part in enumerate(self._parts):
            for image in part.images():
                yield replace(image, key=f"{number}/{image.key}")

    def labels(self) -> Iterator[StatedLabels]:
        """Objects, image by image, each image once."""
        for number, part in enumerate(self._parts):
            for labels in part.labels():
                yield replace(labels, key=f"{number}/{labels.key}")


def open_coco(place: Path, root: Path | None, task: Task, skeleton: Skeleton | None) -> Coco | CocoSplits:
    """The COCO files at `place`; their pictures lie below `root`, or where `coco_layout` finds them.

    Raises
    ------
    UserError
        When there is none, several that are not splits, or one that is no COCO file.
    """
    layout = coco_layout(place, task)
    base = (root or layout.root).resolve()
    parts = [Coco(one.file, base, task, skeleton, inside=one.inside, split=one.split) for one in layout.files]
    return parts[0] if len(parts) == 1 and not layout.aside else CocoSplits(base, parts, layout.aside)


def _read(asked: ToRead) -> Coco | CocoSplits:
    return open_coco(asked.path, asked.images, asked.task, asked.skeleton)


def _write(given: ToWrite) -> None:
    write_coco(given.folder / "annotations.json", given.names, given.images, given.skeleton)


_MARK = rb'\A\s*\{(?s:.*)"(images|annotations|categories)"\s*:\s*\['
register(Format("coco", "COCO", 20, (".json",), _MARK, _read, _write))
