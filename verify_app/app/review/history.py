"""What happened to an image and to a label: who did what, when, from which model, with the regions before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from verify_app.app.session import Session
from verify_app.core.geometry import Region
from verify_app.core.operations import OPERATIONS
from verify_app.core.vocabulary import Grade
from verify_app.storage.queries import history, pasted, suggestions
from verify_app.storage.queries.history import ChangeRow
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import region_of


class Shape(NamedTuple):
    """A label at one time; drawn as a ghost outline where it is not so any more."""

    class_id: int
    region: Region
    grade: Grade
    flag: str | None


class HistoryStep(NamedTuple):
    """What one event did to one thing.

    Parameters
    ----------
    item : str
        ``L7`` for a label, ``P12`` for a prediction, empty for the image itself.
    before, after : Shape or None
        Of a label; None where there was none.
    model : str or None
        Name of the model whose prediction stands behind the thing.
    conf : float or None
        The prediction's confidence.
    agent : str or None
        The program whose suggestion the label came from.
    said : mapping
        What else is as it is afterwards: a prediction's ``verdict``, the image's ``complete`` and ``flag``, and so on;
        empty when it is gone.
    """

    item: str
    before: Shape | None = None
    after: Shape | None = None
    model: str | None = None
    conf: float | None = None
    agent: str | None = None
    said: Mapping[str, Any] = {}


class Entry(NamedTuple):
    """One event in the life of an image or a label.

    Parameters
    ----------
    time : str
        ISO 8601, UTC.
    done : str
        What the actor did, in plain English: "accepted a proposal".
    undone : bool
        Whether it was taken back and that stands.
    """

    event: int
    time: str
    actor: str
    kind: str
    op: str
    done: str
    undone: bool
    steps: tuple[HistoryStep, ...]


def image_history(session: Session, image_id: int) -> list[Entry]:
    """Every event of an image, oldest first: decisions, imports, and the runs that looked at it."""
    reader = session.project.read
    names = history.run_names(reader)
    steps = _steps(reader, _to_show(reader, image_id), names)
    for event_id, run_id, count in history.looks(reader, image_id):
        steps[event_id].append(HistoryStep("", model=names.get(run_id), said={"predictions": count}))
    for event_id, row in history.imports(reader, "image_id", image_id):
        steps[event_id].append(_imported(row))
    return _entries(reader, steps)


def _to_show(reader: Reader, image_id: int) -> list[ChangeRow]:
    """Its changes; what programs suggest of a blind image is not told before that is settled."""
    evidence = reader.evidence([image_id]).get(image_id)
    hidden = evidence is not None and evidence.awaits_settling
    return [c for c in history.image_changes(reader, image_id) if not (hidden and c.what == "suggested")]


def label_history(session: Session, label_id: int) -> list[Entry]:
    """Every event of one label, oldest first; also of one that is no more."""
    reader = session.project.read
    steps = _steps(reader, history.label_changes(reader, label_id), history.run_names(reader))
    for event_id, row in history.imports(reader, "id", label_id):
        steps[event_id].append(_imported(row))
    return _entries(reader, steps)


def _entries(reader: Reader, steps: Mapping[int, list[HistoryStep]]) -> list[Entry]:
    found = history.event_rows(reader, steps)
    return [
        Entry(e.id, e.time, e.actor, e.kind, e.op, OPERATIONS[e.op].done, e.undone, tuple(steps[e.id]))
        for e in (found[event_id] for event_id in sorted(found))
    ]


def _steps(reader: Reader, changes: Iterable[ChangeRow], names: Mapping[int, str]) -> dict[int, list[HistoryStep]]:
    found: dict[int, list[HistoryStep]] = defaultdict(list)
    for change in changes:
        match change.what:
            case "label":
                sides = change.before, change.after
                before, after = (None if side is None else _shape(side) for side in sides)
                behind = (change.after or change.before or {}).get("prediction_id")
                behind = behind or pasted.prediction_behind(reader, int(change.key))
                step = HistoryStep(f"L{change.key}", before, after, *_source(reader, behind, names))
                found[change.event_id].append(step._replace(agent=_agent(reader, change.after or change.before or {})))
            case "verdict":
                said = {"verdict": change.after["verdict"] if change.after else None}
                source = _source(reader, change.key, names)
                found[change.event_id].append(HistoryStep(f"P{change.key}", None, None, *source, said=said))
            case "suggested":
                found[change.event_id].append(_suggestion(reader, change))
            case "kept":
                said = {"kept": change.after["kind"] if change.after else None}
                found[change.event_id].append(HistoryStep(f"L{change.key}", said=said))
            case _:
                found[change.event_id].append(HistoryStep("", said=change.after or {}))
    return found


def _agent(reader: Reader, row: Mapping[str, Any]) -> str | None:
    number = row.get("suggestion_id")
    return None if number is None else suggestions.authors(reader, [number]).get(number)


def _suggestion(reader: Reader, change: ChangeRow) -> HistoryStep:
    """What a program suggested, taken up, put away or withdrawn; its object drawn while it was open."""
    found = suggestions.suggestion(reader, change.key)
    assert found is not None
    shape = None
    if found.class_id is not None and found.region is not None:
        shape = Shape(found.class_id, found.region, Grade.IMPORTED, None)
    said = {"op": found.op, "about": found.about, "state": change.after["state"] if change.after else None}
    return HistoryStep(f"S{change.key}", None, shape, agent=found.by, said=said)


def _shape(row: Mapping[str, Any]) -> Shape:
    return Shape(row["class_id"], region_of(row["region"]), Grade(row["grade"]), row["flag"])


def _imported(row: Mapping[str, Any]) -> HistoryStep:
    return HistoryStep(f"L{row['id']}", None, Shape(row["class_id"], region_of(row["region"]), Grade.IMPORTED, None))


def _source(reader: Reader, prediction_id: int | None, names: Mapping[int, str]) -> tuple[str | None, float | None]:
    prediction = reader.prediction(prediction_id) if prediction_id else None
    return (names.get(prediction.run_id), prediction.conf) if prediction else (None, None)
