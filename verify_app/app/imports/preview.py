"""A look at a dataset before it is added: which classes its labels name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.imports.class_numbers import kept
from verify_app.app.imports.datasets import FORMATS, open_dataset
from verify_app.app.imports.yolo import with_pairs
from verify_app.app.session import Session
from verify_app.core.vocabulary import Task
from verify_app.formats import yolo
from verify_app.formats.detect_format import sniff
from verify_app.formats.findings import Findings


@dataclass(frozen=True, slots=True)
class Named:
    """The classes of a dataset.

    Parameters
    ----------
    form : str
        Its format.
    names : tuple of str
        In its order; empty where nothing names them.
    counts : mapping of str to int, or None
        Objects of each class, where the format's reader has counted them.
    numbers : mapping of int to int
        Where nothing names them: how often each number is met in the labels.
    said : mapping of int to (int or None)
        What a person has said before of these numbers: project class id, None for one that is left out.
    """

    form: str
    names: tuple[str, ...]
    counts: Mapping[str, int] | None = None
    numbers: Mapping[int, int] = field(default_factory=dict)
    said: Mapping[int, int | None] = field(default_factory=dict)


def dataset_classes(session: Session, path: Path, form: str, images: Path | None = None) -> Named:
    """What a dataset calls its classes. Adds nothing.

    Parameters
    ----------
    form : str
        As `importing.AddOptions.labels`, ``none`` apart.

    Raises
    ------
    UserError
        When it is not in that format, or in none that is known.
    """
    form = sniff(path, session.task) if form == "auto" else form
    if form in FORMATS:
        dataset = open_dataset(session, path, form, images)
        return Named(form, tuple(dataset.names), dict(dataset.counts))
    found = with_pairs(session, path, images, Findings())
    names = found.names
    if names or session.task is Task.CLASSIFY:
        return Named(form, tuple(names[i] for i in sorted(names)) if names else ())
    met = yolo.numbers_in(map(Path, found.pairs.files.values()))
    return Named(form, (), None, dict(sorted(met.items())), kept(session, images or path))
