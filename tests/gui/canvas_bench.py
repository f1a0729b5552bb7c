"""A canvas of its own with objects of one task, the hands on it, and a record of what it says."""

from __future__ import annotations

import math
import random
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from verify_app.core.geometry import Region
from verify_app.core.records import Item
from verify_app.core.regions import Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.images.frame import Frame
from verify_app.gui.shell import main

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SKELETON = Skeleton(("head", "left hand", "right hand"), (0, 2, 1), ((0, 1), (0, 2)))
SIZE = (400, 300)


def proposal(name: str, region: Region, class_id: int = 1) -> Item:
    return Item(name, LabelState.PROPOSAL, class_id, region, conf=0.5)


def verified(name: str, region: Region, class_id: int = 1) -> Item:
    return Item(name, LabelState.VERIFIED, class_id, region, by="ann")


def outline(cx: float, cy: float, radius: float, corners: int = 12, seed: int = 0) -> Polygon:
    """A star-shaped outline round a centre."""
    rng = random.Random(seed)
    turns = [(i * math.tau / corners, radius * rng.uniform(0.75, 1.0)) for i in range(corners)]
    return Polygon.simple((cx + r * math.cos(a), cy + r * math.sin(a)) for a, r in turns)


class Board:
    """Keeps what the canvas asks for as a project would: picks select, drawings and edits become labels."""

    def __init__(self, qtbot: QtBot, task: Task, items: list[Item], *, selected: str = "", zoom: float = 2.0) -> None:
        main.application()
        self.canvas = canvas = Canvas()
        qtbot.addWidget(canvas)
        canvas.resize(int(SIZE[0] * zoom) + 40, int(SIZE[1] * zoom) + 40)
        canvas.set_task(task, SKELETON if task is Task.POSE else None)
        canvas.show()
        qtbot.waitExposed(canvas)
        picture = QImage(*SIZE, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.gray)
        canvas.set_image(*SIZE)
        canvas.set_frame(Frame(("", 0, 0), (picture,)))
        self.items, self.selected, self.also, self.editing = items, selected, frozenset[str](), ""
        self.drawn: list[Region] = []
        self.reshaped: list[tuple[str, Region]] = []
        self.moved: list[dict[str, Region]] = []
        self.picked: list[str] = []
        self.opened: list[str] = []
        self.unlock: list[str] = []
        self.said: list[str] = []
        canvas.picked.connect(self._pick)
        canvas.picked_many.connect(self._pick_many)
        canvas.reshaped.connect(self._reshape)
        canvas.moved_many.connect(self._move)
        canvas.drawn.connect(self._draw)
        canvas.opened.connect(self.opened.append)
        canvas.unlock_wanted.connect(self.unlock.append)
        canvas.said.connect(self.said.append)
        self.show()

    def show(self) -> None:
        self.canvas.set_items(self.items, selected=self.selected, also=self.also)
        self.canvas.set_editing(self.editing)
        QApplication.processEvents()

    def _pick(self, item_id: str) -> None:
        self.picked.append(item_id)
        self.selected, self.also = item_id, frozenset()
        self.show()

    def _pick_many(self, ids: list[str]) -> None:
        self.selected, self.also = ids[0], frozenset(ids[1:])
        self.show()

    def _reshape(self, item_id: str, region: Region) -> None:
        self.reshaped.append((item_id, region))
        new = f"L{len(self.reshaped)}"
        self.items = [
            replace(i, id=new, state=LabelState.VERIFIED, by="ann", region=region) if i.id == item_id else i
            for i in self.items
        ]
        self.selected = self.editing = new
        self.show()

    def _move(self, regions: dict[str, Region]) -> None:
        self.moved.append(regions)
        self.items = [replace(i, region=regions.get(i.id, i.region)) for i in self.items]
        self.show()

    def _draw(self, region: Region) -> None:
        self.drawn.append(region)

    def region(self) -> Region:
        """Of the only object."""
        return self.items[0].region

    # --- hands ------------------------------------------------------------------------------------------------

    def at(self, x: float, y: float) -> QPoint:
        return self.canvas.mapFromScene(x, y)

    def send(self, kind: QEvent.Type, place: tuple[float, float], button: Qt.MouseButton, held: object = NONE) -> None:
        at, viewport = self.at(*place), self.canvas.viewport()
        down = button if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove) else Qt.MouseButton.NoButton
        cause = button if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
        where = QPointF(viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(at), where, cause, down, held))  # type: ignore[call-overload]

    def press(self, *place: float, held: object = NONE) -> None:
        self.send(QEvent.Type.MouseButtonPress, (place[0], place[1]), LEFT, held)

    def move(self, *place: float, held: object = NONE) -> None:
        self.send(QEvent.Type.MouseMove, (place[0], place[1]), LEFT, held)

    def hover(self, *place: float) -> None:
        self.send(QEvent.Type.MouseMove, (place[0], place[1]), Qt.MouseButton.NoButton)

    def release(self, *place: float, held: object = NONE) -> None:
        self.send(QEvent.Type.MouseButtonRelease, (place[0], place[1]), LEFT, held)

    def click(self, *place: float, held: object = NONE) -> None:
        self.press(*place, held=held)
        self.release(*place, held=held)

    def right_click(self, *place: float) -> None:
        self.send(QEvent.Type.MouseButtonPress, (place[0], place[1]), RIGHT)
        self.send(QEvent.Type.MouseButtonRelease, (place[0], place[1]), RIGHT)

    def double_click(self, *place: float) -> None:
        self.click(*place)
        self.send(QEvent.Type.MouseButtonDblClick, (place[0], place[1]), LEFT)
        self.release(*place)

    def drag(
        self, start: tuple[float, float], end: tuple[float, float], *, held: object = NONE, drop: bool = True
    ) -> None:
        self.press(*start, held=held)
        for step in range(1, 6):
            share = step / 5
            self.move(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share, held=held)
        if drop:
            self.release(*end, held=held)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.canvas, key, held)
        QApplication.processEvents()


def near(found: object, expected: object, by: float = 0.6) -> bool:
    """Whether two regions, or lists of numbers, are the same but for the screen's pixels."""
    a, b = (getattr(v, "data", lambda v=v: v)() for v in (found, expected))
    return _near(a, b, by)


def _near(a: object, b: object, by: float) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_near(a[k], b[k], by) for k in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(_near(x, y, by) for x, y in zip(a, b, strict=True))
    return abs(float(a) - float(b)) <= by  # type: ignore[arg-type]
