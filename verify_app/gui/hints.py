"""The keys of the review as they are now: the line of those most used, and each one in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from verify_app.core.vocabulary import Task


def key_of(actions: Mapping[str, QAction], name: str) -> str:
    """An action's first key as this system writes it; its name where it has none."""
    action = actions.get(name)
    if action is None:
        return f"[{name}]"
    return _key(action) or f"“{action.text().rstrip('…')}”"


def hint(actions: Mapping[str, QAction], task: Task) -> str:
    """The keys most used; those to draw with are not for whole images."""
    translate = QCoreApplication.translate
    text = translate(
        "ReviewPage",
        "{complete} complete and go on   {accept} accept   {reject} reject   {box} {draw}   "
        "{class_1}–{class_9} class   {next_label} next label   {keys} all keys",
    )
    if task is Task.CLASSIFY:
        text = translate(
            "ReviewPage",
            "{complete} accept and go on   {class_1}–{class_9} class and go on   {class} find a class   "
            "{next} next image   {keys} all keys",
        )
    keys = {name: _key(action) for name, action in actions.items()}
    return text.format(**keys, draw=_drawing(task))


def _drawing(task: Task) -> str:
    """What the key for drawing does: one key takes the tool of the project's task."""
    translate = QCoreApplication.translate
    if task is Task.SEGMENT:
        return translate("ReviewPage", "polygon")
    if task is Task.OBB:
        return translate("ReviewPage", "oriented box")
    if task is Task.POSE:
        return translate("ReviewPage", "keypoints")
    return translate("ReviewPage", "box")


def _key(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
