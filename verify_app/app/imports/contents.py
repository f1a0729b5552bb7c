"""What lies at a place before a project is made of it: pictures, those that cannot be read, labels beside them."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from verify_app.app.imports.datasets import open_files
from verify_app.app.imports.files import READERS, look_at
from verify_app.core.errors import UserError
from verify_app.core.skeleton import COCO_PERSON, Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.detect_format import sniff
from verify_app.imaging.find_images import find_images


@dataclass(frozen=True, slots=True)
class PlaceContents:
    """What lies at one place.

    Parameters
    ----------
    images : int
        Pictures, those that cannot be read included.
    unreadable : int or None
        How many of them cannot be read; None while nobody has tried.
    problem : str
        Why the first of these cannot be read, with its name; empty when all can be.
    form : str
        Format of the labels beside them; empty where there are none.
    names : tuple of str
        Classes that have a label; empty where nothing names them.
    numbers : mapping of int to int
        Where nothing names them: how often each number is met in the labels.
    """

    images: int
    unreadable: int | None = None
    problem: str = ""
    form: str = ""
    names: tuple[str, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)


def look_into(path: Path, task: Task, skeleton: Skeleton | None = None) -> PlaceContents:
    """What lies at `path`, for a project of a task; no picture is opened and nothing is added.

    Labels that cannot be read as a whole count as none: adding them says why.
    """
    images = len(find_images([path]).images)
    if task is Task.POSE and skeleton is None:
        skeleton = COCO_PERSON
    try:
        form = sniff(path, task)
        labels = open_files(path, form, None, task, skeleton)
        if labels.unnamed:
            return PlaceContents(images, form=form, numbers=dict(sorted(labels.numbers().items())))
        counts = labels.counts
        names = tuple(name for name in labels.names if counts is None or counts.get(name))  # only those that are met
    except UserError:
        return PlaceContents(images)
    return PlaceContents(images, form=form, names=names)


def try_pictures(path: Path, found: PlaceContents) -> PlaceContents:
    """`found` with how many of the pictures at `path` cannot be read; reads all of them."""
    pictures = find_images([path]).images
    with ThreadPoolExecutor(READERS) as pool:
        scans = pool.map(look_at, pictures)
        bad = [(file, scan.problem) for file, scan in zip(pictures, scans, strict=True) if scan.problem is not None]
    problem = f"{bad[0][0].name}: {bad[0][1]}" if bad else ""
    return replace(found, images=len(pictures), unreadable=len(bad), problem=problem)
