"""The canvas as it looks: pictures of each task against references, without text, which differs with the fonts.

``VERIFY_APP_SNAPSHOTS=write`` makes the references anew; look at them before they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import Board, outline
from verify_app.app.settings import ViewSettings
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.vocabulary import LabelState, Task

FOLDER = Path(__file__).parents[1] / "data" / "snapshots"
FAR = 48
"""A channel may differ by so much before the pixel counts as another: antialiasing."""
SHARE = 0.004
STATES = tuple(LabelState)


def pixels(board: Board) -> np.ndarray:
    """What the viewport shows, (height, width, 3) uint8 RGB."""
    QApplication.processEvents()
    image = board.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def differing(a: np.ndarray, b: np.ndarray) -> float:
    """Share of the pixels that are others."""
    far = np.abs(a.astype(int) - b.astype(int)).max(axis=2) > FAR
    return float(far.mean())


def regions(task: Task) -> list[Region]:
    places = [(30 + (i % 3) * 125, 30 + (i // 3) * 140) for i in range(len(STATES))]
    if task is Task.OBB:
        return [OrientedBox(x + 45, y + 50, 80, 40, 0.3 + 0.5 * i) for i, (x, y) in enumerate(places)]
    if task is Task.SEGMENT:
        found = [outline(x + 45, y + 50, 45, 11, seed=i) for i, (x, y) in enumerate(places)]
        hole, part = outline(70, 78, 14, 6, seed=8), outline(128, 48, 14, 5, seed=9)
        return [Polygon(((found[0].rings[0], hole.rings[0]), part.parts[0])), *found[1:]]
    if task is Task.POSE:
        points = [(45, 15, 2), (20, 55, 1), (75, 60, 2)]
        made = [tuple(Keypoint(x + a, y + b, s) for a, b, s in points) for x, y in places]
        made[1] = (*made[1][:2], Keypoint(0, 0, 0))
        return [Keypoints(Box(x, y, x + 90, y + 100), p) for (x, y), p in zip(places, made, strict=True)]
    return [Box(x, y, x + 90, y + 100) for x, y in places]


def items(task: Task) -> list[Item]:
    """One object in each state; the third is flagged. A program's name would be text."""
    found = zip(STATES, regions(task), strict=True)
    return [
        Item(f"X{i}", s, i, r, by="" if s is LabelState.SUGGESTION else "ann", flag="?" if i == 2 else None)
        for i, (s, r) in enumerate(found)
    ]


PLAIN = ViewSettings(names=False, confidence=False)
TASKS = (Task.DETECT, Task.SEGMENT, Task.OBB, Task.POSE)


def show(qtbot: QtBot, task: Task, *, view: ViewSettings = PLAIN, selected: str = "X0") -> Board:
    board = Board(qtbot, task, items(task), selected=selected, zoom=1.0)
    board.canvas.set_view(view)
    if task is Task.POSE:
        board.canvas.overlay.skeleton = None  # the names of points are text
    return board


def wanted(board: Board) -> None:
    board.canvas.set_items(board.items, selected="", also=frozenset(("X1", "X4")), wanted=frozenset(("X0",)))


SCENES: dict[str, Callable[[QtBot], Board]] = {
    **{task.value: lambda qtbot, task=task: show(qtbot, task) for task in TASKS},
    "filled": lambda qtbot: show(qtbot, Task.SEGMENT, view=replace(PLAIN, fill=0.4, thickness=4.0), selected=""),
}


@pytest.mark.parametrize("name", [*SCENES, "pointed_out"])
def test_the_canvas_looks_as_it_did(qtbot: QtBot, name: str) -> None:
    board = SCENES.get(name, SCENES["detect"])(qtbot)
    if name == "pointed_out":
        wanted(board)
    seen, file = pixels(board), FOLDER / f"canvas_{name}.png"
    if os.environ.get("VERIFY_APP_SNAPSHOTS") == "write":
        FOLDER.mkdir(parents=True, exist_ok=True)
        board.canvas.viewport().grab().save(str(file))
    known = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(known.constBits(), np.uint8).reshape(known.height(), known.bytesPerLine())
    expected = rows[:, : known.width() * 3].reshape(known.height(), known.width(), 3)
    assert seen.shape == expected.shape
    assert differing(seen, expected) <= SHARE


def test_a_snapshot_sees_a_line_of_another_kind(qtbot: QtBot) -> None:
    board = show(qtbot, Task.SEGMENT)
    before = pixels(board)
    board.items[1] = replace(board.items[1], state=LabelState.PROPOSAL)
    board.show()
    assert differing(before, pixels(board)) > SHARE / 2


def colours(seen: np.ndarray, board: Board, x: float, y: float) -> tuple[int, ...]:
    at = board.at(x, y)
    return tuple(int(v) for v in seen[at.y(), at.x()])


GREY = (160, 160, 164)


def test_holes_stay_open_and_the_fill_lies_between(qtbot: QtBot) -> None:
    board = show(qtbot, Task.SEGMENT, view=replace(PLAIN, fill=0.5), selected="")
    seen = pixels(board)
    assert colours(seen, board, 70, 78) == GREY
    assert colours(seen, board, 100, 100) != GREY
    assert colours(seen, board, 128, 48) != GREY, "the further part is filled"


def test_occluded_points_are_hollow_and_absent_ones_are_not_drawn(qtbot: QtBot) -> None:
    board = show(qtbot, Task.POSE, selected="")
    seen = pixels(board)
    x, y = 30 + 250, 30
    assert colours(seen, board, x + 45, y + 15) != GREY
    assert colours(seen, board, x + 20, y + 55) == GREY, "hollow"
    assert colours(seen, board, 155 + 75, y + 60) == GREY, "absent"


def test_left_and_right_differ_in_colour(qtbot: QtBot) -> None:
    board = Board(qtbot, Task.POSE, [items(Task.POSE)[4]], zoom=1.0)
    seen, pose = pixels(board), board.items[0].region
    points = pose.data()["points"]
    right = colours(seen, board, points[2][0], points[2][1])
    head = colours(seen, board, points[0][0], points[0][1])
    assert right == (0xE6, 0x9F, 0x00) and head == (0xF2, 0xF2, 0xF2)


def test_the_whole_image_is_tagged_at_the_top_wherever_it_is_panned(qtbot: QtBot) -> None:
    item = Item("P1", LabelState.PROPOSAL, 1, WHOLE_IMAGE, conf=0.8)
    board = Board(qtbot, Task.CLASSIFY, [item], selected="P1", zoom=1.0)
    board.canvas.zoom.by(4.0)
    board.canvas.zoom.pan(-150, -120)
    before = pixels(board)
    assert (before[20:40, 20:60].astype(int).sum(axis=2) < 120).mean() > 0.3, "a dark tag"
    board.canvas.zoom.pan(37, 23)
    assert differing(before, pixels(board)) == 0.0


def test_panning_ends_with_what_drawing_anew_gives(qtbot: QtBot) -> None:
    """Tags held at the edge of the view, the selected one's too, leave nothing behind."""
    board = show(qtbot, Task.DETECT, view=ViewSettings())
    board.canvas.zoom.by(2.5)
    for dx, dy in ((40, 25), (-90, 10), (13, -77), (60, 60)):
        board.canvas.zoom.pan(dx, dy)
        QApplication.processEvents()
    panned = pixels(board)
    board.canvas.labels.forget()
    board.canvas.viewport().update()
    assert differing(panned, pixels(board)) == 0.0


def test_lines_between_pixels_come_with_the_zoom(qtbot: QtBot) -> None:
    board = Board(qtbot, Task.DETECT, [], zoom=1.0)
    board.canvas.set_view(replace(PLAIN, grid=True))
    assert len(np.unique(pixels(board)[150:160, 150:160].reshape(-1, 3), axis=0)) == 1
    board.canvas.zoom.by(16.0)
    assert len(np.unique(pixels(board)[150:200, 150:200].reshape(-1, 3), axis=0)) > 2


def test_the_crosshair_follows_and_leaves_no_trace(qtbot: QtBot) -> None:
    board = Board(qtbot, Task.DETECT, [], zoom=1.0)
    clean = pixels(board)
    board.canvas.set_view(replace(PLAIN, crosshair=True))
    board.canvas.set_tool("box")
    for place in ((50, 50), (90, 120), (200, 70)):
        board.hover(*place)
        QApplication.processEvents()
    assert differing(clean, pixels(board)) > 0.001
    board.canvas.set_tool("select")
    assert differing(clean, pixels(board)) == 0.0
