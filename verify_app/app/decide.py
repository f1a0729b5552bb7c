"""The scripting door: review actions as JSON lines, through the same functions as the window."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from verify_app.app import actions, blind, disagreement
from verify_app.app.classes import class_named
from verify_app.app.review import look
from verify_app.app.session import Session, person
from verify_app.core.blind import Side
from verify_app.core.errors import UserError
from verify_app.core.geometry import Region
from verify_app.core.records import Changes
from verify_app.core.regions import WHOLE_IMAGE, region_from
from verify_app.core.vocabulary import ActorKind, LabelState, Task
from verify_app.storage import listing
from verify_app.storage.project import Project

_Line = Mapping[str, Any]
_ITEM = re.compile(r"[PL][0-9]{1,15}")


class Door:
    """Takes decisions of several people on one project; each actor has a session of their own."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._sessions: dict[tuple[str, str], Session] = {}

    def answer(self, text: str) -> dict[str, Any]:
        """Carry out one line; what is answered as ok is on disk."""
        try:
            line = _parse(text)
            changes = self._act(self._session(line), line)
        except UserError as error:
            return {"ok": False, "error": str(error)}
        if changes is None:
            return {"ok": True, "event": None, "note": "Nothing was changed: it was so already."}
        return {"ok": True, "event": changes.event, **_told(changes)}

    def _session(self, line: _Line) -> Session:
        name, kind = line.get("actor"), line.get("kind", "human")
        if not isinstance(name, str):
            raise UserError('A line needs "actor": who decides.')
        if kind not in list(ActorKind):
            raise UserError('"kind" is human or simulated.')
        if (name, kind) not in self._sessions:
            self._sessions[name, kind] = Session(self._project, person(name, ActorKind(kind)))
        return self._sessions[name, kind]

    def _act(self, session: Session, line: _Line) -> Changes | None:
        op = line.get("op")
        if op == "undo":
            return actions.undo(session)
        if op == "redo":
            return actions.redo(session)
        act = _OPS.get(op) if isinstance(op, str) else None
        if act is None:
            raise UserError(f'"op" is one of {", ".join([*_OPS, "undo", "redo"])}.')
        return act(session, _image(session, line), line, _ms(line))


def answers(project: Project, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Answer each line; empty lines are passed over."""
    door = Door(project)
    for text in lines:
        if text.strip():
            yield door.answer(text)


def _parse(text: str) -> _Line:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"This line is not JSON: {error}.") from error
    if not isinstance(line, dict):
        raise UserError("A line is one JSON object.")
    try:
        json.dumps(line, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise UserError(
            "This line has characters that no text has (lone surrogates); write them as they are."
        ) from error
    return line


def _told(changes: Changes) -> dict[str, Any]:
    return {k: changes.detail[k] for k in ("undid", "label", "note") if k in changes.detail}


def _image(session: Session, line: _Line) -> int:
    name = line.get("image")
    if not isinstance(name, str):
        raise UserError('A line needs "image": "<source>/<path>".')
    image_id = listing.image_by_name(session.project.read, name)
    if image_id is None:
        raise UserError(f"There is no image {name} in the project.")
    return image_id


def _ms(line: _Line) -> int:
    value = line.get("ms", 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**53:
        raise UserError('"ms" is a whole number of milliseconds.')
    return value


def _item(line: _Line) -> str:
    value = line.get("id")
    if not isinstance(value, str) or not _ITEM.fullmatch(value):
        raise UserError('This needs "id": that of a proposal ("P12") or a label ("L7"), as `labels` prints it.')
    return value


def _class(session: Session, line: _Line) -> int | None:
    name = line.get("class")
    if name is None:
        return None
    if not isinstance(name, str):
        raise UserError('"class" is a name of the class list.')
    return class_named(session, name).id


def _region(session: Session, line: _Line) -> Region | None:
    """What the project's task asks for: "box", "obb", "polygon" or "keypoints"; nothing for a whole image."""
    kind = session.task.region
    if kind == "image":
        return WHOLE_IMAGE
    value = line.get(kind)
    if value is None:
        return None
    if kind == "box":
        numbers = isinstance(value, list) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
        if not numbers:
            raise UserError('"box" is [x1, y1, x2, y2] in pixels.')
    return region_from(kind, value)


def _accept(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    return actions.accept(session, image, _item(line), ms=ms)


def _reject(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    later = line.get("fix_later", False)
    if not isinstance(later, bool):
        raise UserError('"fix_later" is true or false.')
    return actions.reject(session, image, _item(line), fix_later=later, ms=ms)


def _correct(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    class_id, region = _class(session, line), _region(session, line)
    return actions.correct(session, image, _item(line), class_id=class_id, region=region, ms=ms)


def _draw(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    class_id, region = _class(session, line), _region(session, line)
    if class_id is None or region is None:
        raise UserError(f'Drawing needs "class" and "{session.task.region}".')
    return actions.draw(session, image, (class_id, region), ms=ms)


def _classify(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    class_id = _class(session, line)
    if session.task is not Task.CLASSIFY or class_id is None:
        raise UserError('"classify" is for projects of that task and needs "class".')
    return actions.classify(session, look(session, image), class_id, ms=ms)


def _complete(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    review = look(session, image)
    above = line.get("accept_shown_above")
    number = isinstance(above, int | float) and not isinstance(above, bool)
    if above is not None and not (number and 0 <= above <= 1):
        raise UserError('"accept_shown_above" is a confidence from 0 to 1.')
    undecided = sum(item.state is LabelState.PROPOSAL for item in review.items)
    if undecided and above is None:
        raise UserError(
            f"{undecided} {'proposal is' if undecided == 1 else 'proposals are'} undecided; decide on each, or say "
            '"accept_shown_above": a confidence.'
        )
    changes = actions.complete(
        session, review, 0.0 if above is None else float(above), confirm_imported=above is not None, ms=ms
    )
    unverified = sum(item.state in (LabelState.IMPORTED, LabelState.STALE) for item in look(session, image).items)
    if changes is not None and unverified:
        note = f"{unverified} of its labels are not verified, so it does not count as real-verified."
        return Changes(changes.event, changes.op, changes.actor, changes.images, changes.kinds, {"note": note})
    return changes


def _empty(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    del line
    return actions.empty(session, look(session, image), ms=ms)


def _reopen(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    del line
    return actions.reopen(session, image, ms=ms)


def _flag(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    note, item = line.get("note", ""), _item(line) if "id" in line else None
    if not isinstance(note, str):
        raise UserError('"note" is text.')
    if line.get("clear") is True:
        return actions.unflag(session, image, item_id=item, ms=ms)
    return actions.flag(session, image, note, item_id=item, ms=ms)


def _take_side(session: Session, image: int, line: _Line, ms: int) -> Changes | None:
    """Where the newest run, or on a blind image the hidden predictions, and the labels differ: who is right."""
    side, label, prediction = line.get("side"), _number(line, "label", "L"), _number(line, "prediction", "P")
    if side not in ("model", "label"):
        raise UserError('"side" is who is right: "model" or "label".')
    met = blind.view(session, image)
    if met is not None and met.open_differences:
        theirs = {
            d.id: (d.label.id if d.label else None, d.prediction.id if d.prediction else None)
            for d in met.open_differences
        }
        number = _which(theirs, label, prediction)
        return blind.settle(session, image, Side.MODEL if side == "model" else Side.MINE, number, ms=ms)
    found = disagreement.disagreements(session, image)
    one = found[_which({i: (d.label_id, d.prediction_id) for i, d in enumerate(found)}, label, prediction)]
    take = disagreement.take_model if side == "model" else disagreement.keep_human
    return take(session, image, one, ms=ms)


def _number(line: _Line, name: str, letter: str) -> int | None:
    value = line.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not _ITEM.fullmatch(value) or value[0] != letter:
        raise UserError(f'"{name}" is an id like "{letter}12".')
    return int(value[1:])


def _which(there: Mapping[int, tuple[int | None, int | None]], label: int | None, prediction: int | None) -> int:
    """The difference that is about just this label and this prediction."""
    if not there:
        raise UserError("On this image nothing differs that is not settled.")
    match = next((key for key, pair in there.items() if pair == (label, prediction)), None)
    if match is None:
        known = "; ".join(_about(*pair) for pair in there.values())
        raise UserError(f"Say which difference; name just what it is about. There are: {known}.")
    return match


def _about(label: int | None, prediction: int | None) -> str:
    named = (
        f'"{name}":"{letter}{key}"'
        for name, letter, key in (("label", "L", label), ("prediction", "P", prediction))
        if key
    )
    return ",".join(named)


_OPS: dict[str, Callable[[Session, int, _Line, int], Changes | None]] = {
    "accept": _accept,
    "reject": _reject,
    "correct": _correct,
    "draw": _draw,
    "classify": _classify,
    "complete": _complete,
    "empty": _empty,
    "reopen": _reopen,
    "flag": _flag,
    "take_side": _take_side,
}
