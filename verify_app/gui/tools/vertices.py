"""Corners of outlines and points of skeletons: taken in hand by click or Tab, removed, told how they are seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from verify_app.core.records import Item
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
    """The name of the corner that a drag of an edge makes."""
    p, r, i = part.lstrip("+").split(".")
    return f"{p}.{r}.{int(i) + 1}"


def touch(stage: Stage, item: Item, target: Target, at: Pointer) -> bool:
    """Alt or Ctrl with a click on a part: remove a corner; toggle a point, with Alt straight to absent."""
    if not can_be_held(target.part):
        return False
    if target.part.startswith("p"):
        from verify_app.gui.canvas.editing import keypoints  # noqa: PLC0415  in pose projects only

        stage.hold(target.part)
        index, region = keypoints.number(target.part), item.region
        there = keypoints.toggled(region, index, keypoints.ABSENT if at.alt else None)  # type: ignore[arg-type]
        if there != region:
            stage.reshape(item.id, there)
        return True
    if at.alt:
        remove(stage, item, target.part)
        return True
    return False


def remove(stage: Stage, item: Item, part: str) -> None:
    """Take a corner away; make a point absent."""
    region: Any = item.region
    if region.kind == "keypoints":
        from verify_app.gui.canvas.editing import keypoints  # noqa: PLC0415  in pose projects only

        there: Any = keypoints.toggled(region, keypoints.number(part), keypoints.ABSENT)
    else:
        from verify_app.gui.canvas.editing import polygon  # noqa: PLC0415  in segment projects only

        there = polygon.without(region, part)
        if there is None:
            translate = QCoreApplication.translate
            stage.say(translate("tools", "An outline keeps three corners. [reject] rejects the whole object."))
            return
        stage.hold("")
    if there != region:
        stage.reshape(item.id, there)


def key(stage: Stage, item: Item, pressed: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """A key that `claims` takes."""
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
    from verify_app.gui.canvas.editing import polygon  # noqa: PLC0415  in segment projects only

    region: Any = item.region
    (ax, ay), (bx, by) = polygon.side_after(region, stage.part)
    there, new = polygon.with_corner(region, stage.part, ((ax + bx) / 2, (ay + by) / 2))
    stage.hold(new)
    stage.reshape(item.id, there)


def step(stage: Stage, item: Item, by: int) -> None:
    """Take the next corner or point in hand."""
    region: Any = item.region
    if region.kind == "keypoints":
        from verify_app.gui.canvas.editing import keypoints  # noqa: PLC0415  in pose projects only

        stage.hold(keypoints.next_point(region, stage.part, by) if stage.part else "p0")
        _say_point(stage, region)
    else:
        from verify_app.gui.canvas.editing import polygon  # noqa: PLC0415  in segment projects only

        stage.hold(polygon.next_corner(region, stage.part, by))


def _say_point(stage: Stage, region: Any) -> None:
    """Name the point in hand and how it is seen."""
    index = int(stage.part[1:])
    names = stage.skeleton.names if stage.skeleton is not None else ()
    name = names[index] if index < len(names) else str(index + 1)
    stage.say(f"{name}: {seen_text(region.points[index].seen)}")


def seen_text(seen: int) -> str:
    """How a point is seen, in a word."""
    translate = QCoreApplication.translate
    return (translate("tools", "absent"), translate("tools", "occluded"), translate("tools", "visible"))[seen]


def toggle(stage: Stage) -> None:
    """The point in hand is visible, occluded, absent in turn; with none in hand, the first one is taken and named."""
    from verify_app.gui.canvas.editing import keypoints  # noqa: PLC0415  in pose projects only

    item = stage.selected
    if item is None or item.region.kind != "keypoints":
        return
    if stage.locked(item):
        stage.say_locked(item)
        return
    region: Any = item.region
    if not stage.part:
        stage.hold("p0")
        _say_point(stage, region)
        return
    index = keypoints.number(stage.part)
    there = keypoints.toggled(region, index)
    names = stage.skeleton.names if stage.skeleton is not None else ()
    name = names[index] if index < len(names) else str(index + 1)
    stage.reshape(item.id, there)
    stage.say(f"{name}: {seen_text(there.points[index].seen)}")
