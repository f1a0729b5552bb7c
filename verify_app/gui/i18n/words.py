"""How states and origins are called on the screen, and in which colour role they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from verify_app.core.queue.orders import Order
from verify_app.core.queue.reasons import Reason, Why
from verify_app.core.records import Item
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin, Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from verify_app.app.review.queue import Row
    from verify_app.core.records import Item

_IMAGE = {
    ImageState.UNREVIEWED: QT_TRANSLATE_NOOP("words", "unreviewed"),
    ImageState.IN_PROGRESS: QT_TRANSLATE_NOOP("words", "in progress"),
    ImageState.COMPLETE: QT_TRANSLATE_NOOP("words", "complete"),
    ImageState.COMPLETE_EMPTY: QT_TRANSLATE_NOOP("words", "complete and empty"),
    ImageState.STALE: QT_TRANSLATE_NOOP("words", "stale: changed since it was verified"),
    ImageState.MISSING: QT_TRANSLATE_NOOP("words", "missing file"),
}
_LABEL = {
    LabelState.PROPOSAL: QT_TRANSLATE_NOOP("words", "proposal"),
    LabelState.FIX_LATER: QT_TRANSLATE_NOOP("words", "to be fixed"),
    LabelState.VERIFIED: QT_TRANSLATE_NOOP("words", "verified"),
    LabelState.IMPORTED: QT_TRANSLATE_NOOP("words", "imported"),
    LabelState.STALE: QT_TRANSLATE_NOOP("words", "stale"),
    LabelState.SUGGESTION: QT_TRANSLATE_NOOP("words", "suggestion of a program"),
}
_SAID = {
    "accept": QT_TRANSLATE_NOOP("words", "{name}: accept"),
    "reject": QT_TRANSLATE_NOOP("words", "{name}: reject"),
    "fix_later": QT_TRANSLATE_NOOP("words", "{name}: fix later"),
    "complete": QT_TRANSLATE_NOOP("words", "{name}: complete"),
    "empty": QT_TRANSLATE_NOOP("words", "{name}: empty"),
    "take_model": QT_TRANSLATE_NOOP("words", "{name}: the model is right"),
    "keep_human": QT_TRANSLATE_NOOP("words", "{name}: the label is right"),
}
_SUGGESTED = QT_TRANSLATE_NOOP("words", "suggested by {name}")
_AGREES = ("accept", "keep_human")
_ORIGIN = {
    Origin.REAL: QT_TRANSLATE_NOOP("words", "real"),
    Origin.SYNTHETIC: QT_TRANSLATE_NOOP("words", "synthetic"),
    Origin.UNKNOWN: QT_TRANSLATE_NOOP("words", "unknown origin"),
}
_GRADE = {
    Grade.BLIND: QT_TRANSLATE_NOOP("words", "drawn blind"),
    Grade.DRAWN: QT_TRANSLATE_NOOP("words", "drawn"),
    Grade.CORRECTED: QT_TRANSLATE_NOOP("words", "corrected"),
    Grade.ACCEPTED: QT_TRANSLATE_NOOP("words", "accepted"),
    Grade.ATTESTED: QT_TRANSLATE_NOOP("words", "attested"),
    Grade.IMPORTED: QT_TRANSLATE_NOOP("words", "imported"),
}
_TASK = {
    Task.DETECT: QT_TRANSLATE_NOOP("words", "boxes (detect)"),
    Task.SEGMENT: QT_TRANSLATE_NOOP("words", "outlines (segment)"),
    Task.OBB: QT_TRANSLATE_NOOP("words", "oriented boxes (obb)"),
    Task.POSE: QT_TRANSLATE_NOOP("words", "points of a skeleton (pose)"),
    Task.CLASSIFY: QT_TRANSLATE_NOOP("words", "whole images (classify)"),
}
_REASON = {
    "share": QT_TRANSLATE_NOOP("words", "too many for the share"),
    "unusable": QT_TRANSLATE_NOOP("words", "not usable"),
    "evaluation": QT_TRANSLATE_NOOP("words", "evaluation"),
    "gold": QT_TRANSLATE_NOOP("words", "gold"),
}
_FLAGGED = QT_TRANSLATE_NOOP("words", "flagged as unsure")
_GOLD = QT_TRANSLATE_NOOP("words", "gold: models are measured on it and never trained on it")
_PROPOSALS = QT_TRANSLATE_NOOP("words", "proposals, whatever their confidence: {n}")
_ORDER = {
    Order.MIXED: QT_TRANSLATE_NOOP("words", "mixed order"),
    Order.UNCERTAIN: QT_TRANSLATE_NOOP("words", "unsure first"),
    Order.TAIL: QT_TRANSLATE_NOOP("words", "rare classes first"),
    Order.OMISSIONS: QT_TRANSLATE_NOOP("words", "likely omissions first"),
    Order.DISAGREEMENT: QT_TRANSLATE_NOOP("words", "disagreement first"),
    Order.NEWEST: QT_TRANSLATE_NOOP("words", "newest first"),
    Order.FOUND: QT_TRANSLATE_NOOP("words", "as found"),
    Order.NAME: QT_TRANSLATE_NOOP("words", "by name"),
    Order.OBJECTS: QT_TRANSLATE_NOOP("words", "most objects first"),
    Order.LARGEST: QT_TRANSLATE_NOOP("words", "largest first"),
}
_WHY = {
    Why.RANDOM: QT_TRANSLATE_NOOP("words", "drawn at random"),
    Why.DISAGREEMENT: QT_TRANSLATE_NOOP("words", "the newest run and the labels differ"),
    Why.TAIL: QT_TRANSLATE_NOOP("words", "may hold {name}, which is rare"),
    Why.FEW: QT_TRANSLATE_NOOP("words", "{objects} objects here, about {expected} on images near it"),
    Why.HIDDEN: QT_TRANSLATE_NOOP("words", "something is hidden at {conf}"),
    Why.UNCERTAIN: QT_TRANSLATE_NOOP("words", "the model is unsure: {conf}"),
    Why.NEWEST: QT_TRANSLATE_NOOP("words", "newest"),
    Why.FOUND: "",
    Why.DONE: "",
}
_ONE_HERE = QT_TRANSLATE_NOOP("words", "1 object here, about {expected} on images near it")
STATE_ROLES = {
    ImageState.UNREVIEWED: "quiet",
    ImageState.IN_PROGRESS: "accent",
    ImageState.COMPLETE: "good",
    ImageState.COMPLETE_EMPTY: "good",
    ImageState.STALE: "warn",
    ImageState.MISSING: "bad",
}
LABEL_ROLES = {
    LabelState.PROPOSAL: "quiet",
    LabelState.FIX_LATER: "warn",
    LabelState.VERIFIED: "good",
    LabelState.IMPORTED: "quiet",
    LabelState.STALE: "warn",
    LabelState.SUGGESTION: "accent",
}


def _say(text: str) -> str:
    return QCoreApplication.translate("words", text)


def image_state(state: ImageState) -> str:
    """The state of an image in words."""
    return _say(_IMAGE[state])


def row(row: Row) -> str:
    """What a line of the list shows in signs, in words: a line each."""
    lines = [row.name, image_state(row.state)]
    lines += [grade(Grade.ATTESTED)] if row.attested else []
    lines += [_say(_FLAGGED)] if row.flagged else []
    lines += [_say(_GOLD)] if row.gold else []
    lines += [origin(row.origin)] if row.origin is not Origin.REAL else []
    lines += [_say(_PROPOSALS).format(n=row.proposals)] if row.proposals else []
    return "\n".join(lines)


def label_state(state: LabelState) -> str:
    """The state of an object in words."""
    return _say(_LABEL[state])


def suggested(said: Sequence[tuple[str, str]]) -> str:
    """What programs suggest, each by name: ``agent-x: reject``; first those that do not agree, as a line may be cut."""
    return "; ".join(_say(_SAID[op]).format(name=name) for name, op in dissent_first(said))


def dissent_first(said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those first who do not agree with what stands there: that is what the person should look at."""
    return sorted(said, key=lambda pair: pair[1] in _AGREES)


def suggested_by(name: str) -> str:
    """Which program would draw an object, in words."""
    return _say(_SUGGESTED).format(name=name)


def programs(item: Item) -> str:
    """Which program would draw an object, or what programs suggest about it; empty for most."""
    return item.by or "" if item.state is LabelState.SUGGESTION else suggested(item.said)


def only_attested(item: Item) -> bool:
    """Whether somebody vouched for an object and nobody has looked at it."""
    return item.state is LabelState.VERIFIED and item.grade is Grade.ATTESTED


def label_role(item: Item) -> str:
    """The colour role of an object: what was only attested, nobody has looked at."""
    return "accent" if only_attested(item) else LABEL_ROLES[item.state]


def label_icon(item: Item) -> str:
    """The sign of an object's state, by its shape alone."""
    return "attested" if only_attested(item) else item.state.value


def origin(value: Origin) -> str:
    """An origin in words."""
    return _say(_ORIGIN[value])


def grade(value: Grade) -> str:
    """A grade in words."""
    return _say(_GRADE[value])


def order(value: Order) -> str:
    """What an order of the queue puts first, in words."""
    return _say(_ORDER[value])


def why(reason: Reason, class_name: Callable[[int], str]) -> str:
    """Why an image is next, in a few words; empty where there is nothing to say."""
    given = dict(reason.parameters)
    if "class_id" in given:
        given["name"] = class_name(given["class_id"])
    if "expected" in given:
        given["expected"] = f"{given['expected']:.{0 if given['expected'] >= 3 else 1}f}".removesuffix(".0")
    if "conf" in given:
        given["conf"] = f"{given['conf']:.2f}"
    text = _ONE_HERE if given.get("objects") == 1 else _WHY[reason.kind]
    return _say(text).format(**given) if text else ""


def task(value: Task) -> str:
    """What a project's objects are, in words."""
    return _say(_TASK[value])


def reason(value: str) -> str:
    """Why images are left out of a version, in words."""
    return _say(_REASON[value]) if value in _REASON else value
