"""Names the keys of the review as they are now: in the hint line, and in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from verify_app.app.session import Session
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


def on_opening(session: Session, *, named: bool, first: bool) -> tuple[str, str]:
    """What is said when a project opens, and its kind: as whom one reviews, and to newcomers whose keys there are."""
    translate, said = QCoreApplication.translate, []
    if session.called != session.actor.name:
        said.append(translate("MainWindow", "You are known here as {name}, and recorded so."))
    elif not named:
        said.append(translate("MainWindow", "You review as {name}. File › Welcome page changes that."))
    if first:  # what the welcome page asks, to those who came past it
        said.append(translate("MainWindow", "[settings] offers the keys of CVAT and labelImg."))
    return "  ".join(said).replace("{name}", session.actor.name), "note" if named else "warn"
