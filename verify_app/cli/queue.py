"""queue, disagreements: what to look at next, and where a new run and people differ."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from verify_app.app.review import disagreements, queue
from verify_app.app.review.queue import Filter, Order, Queue
from verify_app.app.review.saved_filters import saved
from verify_app.app.session import Session, person
from verify_app.cli.common import acting, by_option, json_option, project_argument, show_lines
from verify_app.cli.output import say
from verify_app.core.disagreements import Kind
from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.queue.reasons import SENTENCES, Reason
from verify_app.core.vocabulary import Grade, ImageState, Origin
from verify_app.storage.project import Project
from verify_app.storage.summaries.image_summary import chunks

_LISTED: dict[str, tuple[str, type[StrEnum]]] = {
    "state": ("states", ImageState),
    "origin": ("origins", Origin),
    "grade": ("grades", Grade),
    "disagreement": ("disagreements", Kind),
}
_NAMED = {"source": "sources", "class": "classes", "model": "models"}
_TRUTH = {"yes": True, "no": False}
_KEYS = (*_LISTED, *_NAMED, "reviewer", "run", "confidence", "name", "flagged", "gold", "saved")


@contextlib.contextmanager
def _looking(project: Path, by: str | None) -> Iterator[Session]:
    with Project.look(project) as opened:
        yield Session(opened, person(acting(by)))


@click.command("queue")
@project_argument
@click.option("--order", "order", type=click.Choice([o.value for o in Order]), default=Order.MIXED.value)
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="KEY=VALUE",
    help=f"Only these images; repeat to combine. Keys: {', '.join(_KEYS)}; several values with commas.",
)
@click.option("--first", type=click.IntRange(1), default=None, metavar="N", help="No more than N images.")
@by_option
@json_option
def queue_command(
    project: Path, order: str, filters: tuple[str, ...], first: int | None, by: str | None, as_json: bool
) -> None:
    """List the images in the order to look at them, with the reason for each."""
    with _looking(project, by) as session:
        chosen = _parsed(session, filters)
        show_lines(_rows(session, Order(order), chosen, first), _row_text, as_json)


def _rows(session: Session, order: Order, chosen: Filter, first: int | None) -> Iterator[dict[str, Any]]:
    way = Queue(session)
    names = {c.id: c.name for c in session.classes}
    for page in chunks(way.order(order, chosen)[:first]):
        for row in queue.rows(session, page):
            why = way.reason(row.id, order)
            assert why is not None
            yield {
                "image": row.name,
                "state": row.state.value,
                "proposals": row.proposals,
                "labels": row.labels,
                "reason": why.kind.value,
                "text": sentence(why, names),
            }


def sentence(why: Reason, names: Mapping[int, str]) -> str:
    """A reason in plain English."""
    values = dict(why.parameters)
    values["name"] = names.get(values.get("class_id", 0), "a class")
    values["kinds"] = ", ".join(kind.replace("_", " ") for kind in values.get("kinds", ()))
    values["conf"] = f"{values.get('conf', 0.0):.2f}"
    return SENTENCES[why.kind].format(**values)


def _row_text(row: Mapping[str, Any]) -> str:
    return f"{row['state']:<15}{row['image']:<40} {row['text']}"


def _parsed(session: Session, texts: tuple[str, ...]) -> Filter:
    """The filters of the command line.

    Raises
    ------
    UsageError
        When one is not KEY=VALUE, or a value is unknown.
    """
    chosen = Filter()
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not value or key not in _KEYS:
            raise UsageError(
                M('--filter "{text}" is not KEY=VALUE; the keys are: {keys}.', text=text, keys=", ".join(_KEYS))
            )
        chosen = _with(session, chosen, key, value)
    return chosen


def _with(session: Session, chosen: Filter, key: str, value: str) -> Filter:
    values = [part.strip() for part in value.split(",")]
    if key == "saved":
        found: Filter = _one_of(saved(session), key, value)
        return found
    if key == "name":
        return chosen._replace(text=value)
    if key == "confidence":
        return chosen._replace(confidence=_range(value))
    if key == "flagged":
        return chosen._replace(flagged=_one_of(_TRUTH, key, value))
    if key == "gold":
        return chosen._replace(gold=_one_of(_TRUTH, key, value))
    if key == "run":
        return chosen._replace(runs=frozenset(_number(part) for part in values))
    if key in _NAMED:
        known = _known(session, key)
        ids = (found for part in values for found in _one_of(known, key, part))
        return _only(chosen, _NAMED[key], ids)
    if key == "reviewer":
        return chosen._replace(reviewers=frozenset(values))
    field, kind = _LISTED[key]
    names = {x.value: x for x in kind}
    return _only(chosen, field, (_one_of(names, key, part) for part in values))


def _only(chosen: Filter, field: str, values: Iterable[object]) -> Filter:
    """The filter with these values alone in a field."""
    return chosen._replace(**{field: frozenset(values)})  # type: ignore[arg-type]  # the field's own kind


def _known(session: Session, key: str) -> dict[str, set[int]]:
    """Names and the ids that have them; two models may be called the same."""
    reader = session.project.read
    every: dict[str, Callable[[], Sequence[Any]]] = {
        "source": reader.sources,
        "class": reader.classes,
        "model": reader.models,
    }
    found: dict[str, set[int]] = {}
    for row in every[key]():
        found.setdefault(row.name, set()).add(row.id)
    return found


def _one_of(known: Mapping[str, Any], key: str, value: str) -> Any:
    if value not in known:
        raise UsageError(
            M(
                "There is no {key} {value}; there are: {known}.",
                key=key,
                value=value,
                known=", ".join(known) or M("none yet"),
            )
        )
    return known[value]


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise UsageError(M("{text} is no number of a run.", text=text))
    return int(text)


def _range(text: str) -> tuple[float, float]:
    try:
        low, high = (float(part) for part in text.split("-"))
    except ValueError as error:
        raise UsageError(M("{text} is no range of confidence; write it like 0.25-0.5.", text=text)) from error
    if not 0.0 <= low < high <= 1.0:
        raise UsageError(M("A range of confidence goes up, from 0 to 1: {text} does not.", text=text))
    return low, high


@click.command("disagreements")
@project_argument
@by_option
@json_option
def disagreements_command(project: Path, by: str | None, as_json: bool) -> None:
    """List where the newest run and the labels differ, the most telling image first."""
    with _looking(project, by) as session:
        found = iter(_differences(session))
        first = next(found, None)
        if first is None and not as_json:
            say("On no image do the newest run and the labels differ.")
        elif first is not None:
            show_lines(itertools.chain([first], found), _difference_text, as_json)


def _differences(session: Session) -> Iterator[dict[str, Any]]:
    names = {c.id: c.name for c in session.classes}
    every = Queue(session).order(Order.DISAGREEMENT, Filter(disagreements=frozenset(Kind)))
    for page in chunks(every):
        for row in queue.rows(session, page):
            for found in disagreements.disagreements(session, row.id):
                yield {
                    "image": row.name,
                    "kind": found.kind.value,
                    "label": f"L{found.label_id}" if found.label_id is not None else None,
                    "prediction": f"P{found.prediction_id}" if found.prediction_id is not None else None,
                    "class": names.get(found.class_id) if found.class_id is not None else None,
                    "score": round(found.score, 4),
                }


def _difference_text(row: Mapping[str, Any]) -> str:
    said = " ".join(part for part in (row["label"], row["prediction"], row["class"]) if part)
    return f"{row['kind'].replace('_', ' '):<12} {row['score']:.2f}  {said:<30} {row['image']}"
