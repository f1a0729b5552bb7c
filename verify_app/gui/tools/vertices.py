"""Corners of outlines and points of skeletons: taken in hand by click or key, removed, marked as visible or not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from verify_app.core.records import Item
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.canvas.hit import Target
from verify_app.gui.tools.base import Pointer, Stage

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_STEPS = {Qt.Key.Key_Period: 1, Qt.Key.Key_Comma: -1}
_KINDS = ("polygon", "keypoints")


def claims(item: Item, part: str, pressed: Qt.Key) -> bool:
    """Whether a key is about the parts of an object.

    The full stop and the comma take the next and the previous one in hand. With one in hand Delete removes it and
    Insert puts a corner after it; Tab goes on to the next point of a skeleton, while outlines leave it its usual
    meaning: after a corner was dragged, the next thing wanted is the next label.
    """
    kind = item.region.kind
    if kind not in _KINDS or (pressed not in _STEPS and not part):
        return False
    own = _TABS if kind == "keypoints" else (Qt.Key.Key_Insert,)
    return pressed in _STEPS or pressed in _REMOVING or pressed in own


def can_be_held(part: str) -> bool:
    """Whether a part is a corner of an outline or a point of a skeleton, not a handle of a box."""
    return part[:1].isdigit() or (part[:1] == "p" and part[1:].isdigit())


def new_corner(part: str) -> str:
    """Return the name of the corner that a drag of an edge makes."""
    p, r, i = part.lstrip("+").split(".")
    return f"{p}.{r}.{int(i) + 1}"


def touch(stage: Stage, item: Item, target: Target, at: Pointer) -> bool:
    """Alt or Ctrl with a click on a part: remove a corner; toggle a point, with Alt straight to absent."""
    if not can_be_held(target.part):
        return False
    if target.part.startswith("p"):
        editor = editor_of(item.region)
        stage.hold(target.part)
        change = editor.removed if at.alt else editor.toggled
        there = change(item.region, target.part)
        if there is not None and there != item.region:
            stage.reshape(item.id, there)
        return True
    if at.alt:
        remove(stage, item, target.part)
        return True
    return False


def remove(stage: Stage, item: Item, part: str) -> None:
    """Take a corner away; make a point absent."""
    there = editor_of(item.region).removed(item.region, part)
    if there is None:
        translate = QCoreApplication.translate
        stage.say(translate("tools", "An outline keeps three corners. [reject] rejects the whole object."))
        return
    if item.region.kind == "polygon":
        stage.hold("")
    if there != item.region:
        stage.reshape(item.id, there)


def key(stage: Stage, item: Item, pressed: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Do what a key that `claims` takes is for."""
    if stage.locked(item):
        stage.say_locked(item)
    elif pressed in _REMOVING:
        remove(stage, item, stage.part)
    elif pressed == Qt.Key.Key_Insert:
        _insert(stage, item)
    else:
        by = (_TABS | _STEPS)[pressed]
        step(stage, item, -1 if held & Qt.KeyboardModifier.ShiftModifier else by)


def _insert(stage: Stage, item: Item) -> None:
    """Put a corner half way to the next one, and take it in hand."""
    there, new = editor_of(item.region).inserted(item.region, stage.part)
    stage.hold(new)
    stage.reshape(item.id, there)


def step(stage: Stage, item: Item, by: int) -> None:
    """Take the next corner or point in hand."""
    stage.hold(editor_of(item.region).next_part(item.region, stage.part, by))
    if item.region.kind == "keypoints":
        _say_point(stage, item.region)


def toggle(stage: Stage) -> None:
    """Make the point in hand visible, occluded, absent in turn; with none in hand take the first one and name it."""
    item = stage.selected
    if item is None or item.region.kind != "keypoints":
        return
    if stage.locked(item):
        stage.say_locked(item)
        return
    if not stage.part:
        stage.hold("p0")
        _say_point(stage, item.region)
        return
    there = editor_of(item.region).toggled(item.region, stage.part)
    said = _point_text(stage, there)
    stage.reshape(item.id, there)
    stage.say(said)


def _say_point(stage: Stage, region: Any) -> None:
    stage.say(_point_text(stage, region))


def _point_text(stage: Stage, region: Any) -> str:
    """The name of the point in hand and how it is seen."""
    index = int(stage.part[1:])
    names = stage.skeleton.names if stage.skeleton is not None else ()
    name = names[index] if index < len(names) else str(index + 1)
    return f"{name}: {seen_text(region.points[index].seen)}"


def seen_text(seen: int) -> str:
    """Return how a point is seen, in a word."""
    translate = QCoreApplication.translate
    return (translate("tools", "absent"), translate("tools", "occluded"), translate("tools", "visible"))[seen]
