"""Whatever hands do, in any task: what comes out fits the image, differs from what was there, and nothing breaks."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import ALT, CTRL, NONE, SHIFT, SIZE, Board, outline, proposal, verified
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.editing.handles import editor_of

KEYS = (
    *(
        Qt.Key.Key_Return,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Insert,
    ),
    *(Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_O, Qt.Key.Key_S),
    *(Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
)


def start(task: Task) -> list[Region]:
    pose = Keypoints(Box(40, 40, 140, 160), (Keypoint(90, 60), Keypoint(60, 100, 1), Keypoint(0, 0, 0)))
    made: dict[Task, list[Region]] = {
        Task.DETECT: [Box(40, 40, 140, 160), Box(60, 60, 100, 100), Box(250, 100, 400, 300)],
        Task.SEGMENT: [outline(100, 100, 60), outline(100, 100, 20, 5), outline(320, 220, 70, 20)],
        Task.OBB: [OrientedBox(100, 100, 90, 40, 0.5), OrientedBox(110, 100, 30, 20, 2.0)],
        Task.POSE: [pose, pose.moved(200, 100)],
        Task.CLASSIFY: [WHOLE_IMAGE],
    }
    return made[task]


def is_fitting(region: Region) -> bool:
    """Whether the gate would take it as it is."""
    part = region.inside(*SIZE)
    return part is not None and part == region


def aim(board: Board, rng: random.Random) -> tuple[float, float]:
    """Some place: often one of the selected object's handles, or inside some object."""
    main = board.canvas.objects.selected
    chance = rng.random()
    if main is not None and chance < 0.35:
        grips = list(editor_of(main.region).grips(main.region, 3.5).values())
        if grips:
            return rng.choice(grips)
    if board.items and chance < 0.7:
        return rng.choice(board.items).region.bounds.center
    return rng.uniform(-20, 420), rng.uniform(-20, 320)


def act(board: Board, rng: random.Random) -> None:
    """One thing that hands can do."""
    canvas = board.canvas
    a, b = aim(board, rng), aim(board, rng)
    held = rng.choice((NONE, NONE, NONE, SHIFT, CTRL, ALT))
    match rng.randrange(12):
        case 0 | 1:
            board.click(*a, held=held)
        case 2 | 3:
            board.drag(a, b, held=held, drop=rng.random() < 0.9)
        case 4:
            board.double_click(*a)
        case 5:
            board.right_click(*a)
        case 6 | 7:
            board.key(rng.choice(KEYS), rng.choice((NONE, SHIFT)))
        case 8:
            painting = ("brush", "eraser", "cut") if canvas.tools.task is Task.SEGMENT else ()
            canvas.set_tool(rng.choice(("select", canvas.tools.drawing_tool or "select", *painting)))
        case 9:
            rng.choice(
                (
                    canvas.cancel,
                    lambda: canvas.outline.draw_on(cuts=False),
                    canvas.toggle_point,
                    lambda: canvas.nudge.turn(rng.uniform(-90, 90)),
                )
            )()
        case 10:
            canvas.zoom_by(rng.choice((0.8, 1.25)))
            canvas.zoom.pan(rng.randint(-40, 40), rng.randint(-40, 40))
        case _:
            board.hover(*a)
    if rng.random() < 0.1:
        canvas.nudge.flush()


@pytest.mark.parametrize("task", list(Task))
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_hands_do(qtbot: QtBot, task: Task, seed: int) -> None:
    rng = random.Random(seed)
    items = [proposal(f"P{i}", region, i) for i, region in enumerate(start(task))]
    board = Board(qtbot, task, [*items, *([verified("V1", Box(300, 10, 380, 60))] if task is Task.DETECT else [])])
    handed = 0
    for _ in range(300):
        known = {item.id: item.region for item in board.items}
        before = len(board.reshaped)
        act(board, rng)
        for region in board.drawn:
            assert is_fitting(region), region
        for name, region in board.reshaped[before:]:
            assert is_fitting(region), (name, region)
            assert name not in known or known[name] != region, "an edit that changes nothing"
            assert name != "V1", "it was locked"
        handed += len(board.reshaped) - before
    assert task is Task.CLASSIFY or (handed > 1 and board.drawn)
