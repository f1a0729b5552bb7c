"""A look at a dataset before it is added: which classes its labels name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.imports.class_numbers import kept
from verify_app.app.imports.datasets import open_dataset
from verify_app.app.session import Session
from verify_app.formats.detect_format import sniff


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
    dataset = open_dataset(session, path, form, images)
    if dataset.unnamed:
        return Named(form, (), None, dict(sorted(dataset.numbers().items())), kept(session, images or path))
    return Named(form, tuple(dataset.names), None if dataset.counts is None else dict(dataset.counts))
