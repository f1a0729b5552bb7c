"""How states and origins are called on the screen, and in which colour role they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin

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
}
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
}


def _say(text: str) -> str:
    return QCoreApplication.translate("words", text)


def image_state(state: ImageState) -> str:
    """The state of an image in words."""
    return _say(_IMAGE[state])


def label_state(state: LabelState) -> str:
    """The state of an object in words."""
    return _say(_LABEL[state])


def origin(value: Origin) -> str:
    """An origin in words."""
    return _say(_ORIGIN[value])


def grade(value: Grade) -> str:
    """A grade in words."""
    return _say(_GRADE[value])
