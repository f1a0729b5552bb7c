"""A look at a dataset before it is added: which classes its labels name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from verify_app.app.exchange import FORMATS, open_dataset
from verify_app.app.session import Session
from verify_app.formats import yolo
from verify_app.formats.sniff import sniff


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
    """

    form: str
    names: tuple[str, ...]
    counts: Mapping[str, int] | None = None


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
    form = sniff(path) if form == "auto" else form
    if form in FORMATS:
        dataset = open_dataset(session, path, form, images)
        return Named(form, tuple(dataset.names), dict(dataset.counts))
    names = yolo.open_set(path, session.task, session.skeleton).names
    return Named(form, tuple(names[i] for i in sorted(names)) if names else ())
