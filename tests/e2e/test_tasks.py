"""The four tasks besides boxes in a real window: accept by key, correct by mouse, draw, complete, restart, undo.

What the screen shows was said by a real model of the task about a generated scene; what is on record afterwards is read
back with the commands.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests import tasks
from tests.e2e import test_window
from tests.e2e.test_window import Screen, screen, until  # noqa: F401  the fixture
from verify_app.app.imports.files import add_images
from verify_app.app.predict import Options, predict
from verify_app.app.project.create import create_project
from verify_app.app.review.last_position import Place, remember
from verify_app.app.session import Session
from verify_app.core.geometry import Region
from verify_app.core.queue.orders import Order
from verify_app.core.records import Actor
from verify_app.core.regions import region_from
from verify_app.core.vocabulary import Origin, Task
from verify_app.gui.canvas.editing.oriented_box import ARM, from_axes
from verify_app.gui.canvas.input import GRAB

pytestmark = test_window.pytestmark

FIRST = "photos/000.png"
SEEDS = {Task.SEGMENT: 12, Task.OBB: 47, Task.POSE: 11, Task.CLASSIFY: 11}
"""Of the first scene: two objects or more that the small model finds, and a free quarter to draw in."""


@dataclass
class Bench:
    """The window on a project of one task, and places given in pixels of the image."""

    screen: Screen
    task: Task

    def start(self) -> None:
        self.screen.start()
        until(lambda: bool(self.where()["seen"]))

    def where(self) -> dict[str, Any]:
        return self.screen.where()

    def at(self, x: float, y: float) -> tuple[str, str]:
        where = self.where()
        return str(round(where["x"] + x * where["scale"])), str(round(where["y"] + y * where["scale"]))

    def move(self, x: float, y: float) -> None:
        self.screen.tool("mousemove", *self.at(x, y))
        time.sleep(0.05)

    def click(self, x: float, y: float) -> None:
        self.move(x, y)
        self.screen.released("click", "1")

    def drag(self, start: tuple[float, float], stop: tuple[float, float]) -> None:
        self.move(*start)
        self.screen.tool("mousedown", "1")
        for step in range(1, 7):
            share = step / 6
            self.move(start[0] + (stop[0] - start[0]) * share, start[1] + (stop[1] - start[1]) * share)
        self.screen.released("mouseup", "1")

    # --- what is on record --------------------------------------------------------------------------------

    def rows(self, image: str = FIRST) -> list[dict[str, Any]]:
        return self.screen.ask("labels", "--image", image)

    def grades(self) -> list[str]:
        """Of all labels, sorted."""
        return sorted(str(row["grade"]) for row in self.screen.ask("labels") if row["grade"])

    def complete(self) -> int:
        found: int = self.screen.status()["images"]["complete"]
        return found

    def region(self, item_id: str) -> Region:
        row = next(row for row in self.rows() if row["id"] == item_id)
        kind = next(kind for kind in ("polygon", "obb", "keypoints") if kind in row)
        return region_from(kind, row[kind])

    def finish(self) -> None:
        """Close, and prove what was written."""
        self.screen.stop()
        found = self.screen.ask("check")[0]
        assert found["ok"], found["problems"]
        log = self.screen.log.read_text(encoding="utf-8")
        assert "Traceback" not in log
        assert "QObject" not in log


@pytest.fixture
def bench(request: pytest.FixtureRequest, screen: Screen, tmp_path: Path) -> Iterator[Bench]:  # noqa: F811
    """Three scenes of the task; the model has looked at them, of whole images at two of them."""
    task = Task(request.param)
    for number, scene in enumerate(tasks.scenes(task, 3, SEEDS[task])):
        file = tmp_path / "scenes" / "photos" / f"{number:03}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(scene.image).save(file)
    folder = tmp_path / "scenes" / "project"
    skeleton = tasks.SKELETON if task is Task.POSE else None
    create_project(folder, classes=tasks.CLASSES[task], actor=Actor("ann"), task=task, skeleton=skeleton)
    session = Session.open(folder, "ann")
    add_images(session, [tmp_path / "scenes" / "photos"], Origin.REAL)
    looked = (1, 2) if task is Task.CLASSIFY else ()
    predict(session, str(tasks.model(task)), Options(imgsz=tasks.SIDE, images=looked, which="all"))
    remember(session, Place(Order.FOUND))
    session.close()
    screen.project = folder
    yield Bench(screen, task)


# --- what the hand does, by task ----------------------------------------------------------------------------------


def drag_a_corner(bench: Bench, item_id: str) -> None:
    """The corner that is farthest from the middle, a good way inwards."""
    region = bench.region(item_id)
    cx, cy = region.bounds.center
    x, y = max(region.parts[0][0], key=lambda p: (p[0] - cx) ** 2 + (p[1] - cy) ** 2)  # type: ignore[attr-defined]
    bench.drag((x, y), (x + (cx - x) * 0.55, y + (cy - y) * 0.55))


def turn(bench: Bench, item_id: str) -> None:
    """By the handle above the box, about a quarter of a right angle; what is only marked has none yet."""
    box = bench.region(item_id)
    bench.click(*box.bounds.center)
    reach = -box.height / 2 - ARM * GRAB / bench.where()["scale"]  # type: ignore[attr-defined]
    start = from_axes(box, 0.0, reach)  # type: ignore[arg-type]
    bench.drag(start, from_axes(box.rotated(0.4), 0.0, reach))  # type: ignore[attr-defined]


def move_a_point(bench: Bench, item_id: str) -> None:
    """The first one, by a good part of the figure."""
    region = bench.region(item_id)
    point = region.points[0]  # type: ignore[attr-defined]
    bench.drag((point.x, point.y), (point.x + 22, point.y + 10))


def draw_outline(bench: Bench, x: float, y: float) -> None:
    for dx, dy in ((0, 0), (30, 3), (34, 30), (-2, 26)):
        bench.click(x + dx, y + dy)
    bench.screen.key("Return")


def draw_turned_box(bench: Bench, x: float, y: float) -> None:
    bench.drag((x, y), (x + 34, y + 10))
    bench.click(x + 28, y + 26)


def draw_pose(bench: Bench, x: float, y: float) -> None:
    bench.drag((x, y), (x + 36, y + 36))
    for dx, dy in ((18, 4), (30, 14), (6, 14), (26, 32)):
        bench.click(x + dx, y + dy)
    bench.screen.key("s")  # the last point is absent


CORRECT: dict[Task, Callable[[Bench, str], None]] = {
    Task.SEGMENT: drag_a_corner,
    Task.OBB: turn,
    Task.POSE: move_a_point,
}
DRAW: dict[Task, Callable[[Bench, float, float], None]] = {
    Task.SEGMENT: draw_outline,
    Task.OBB: draw_turned_box,
    Task.POSE: draw_pose,
}


def free_quarter(task: Task) -> tuple[float, float]:
    """A place in the first scene where nothing is, with 45 pixels of room."""
    scene = tasks.scene(task, SEEDS[task])
    height, width = scene.image.shape[:2]
    for x, y in ((0, 0), (width / 2, 0), (0, height / 2), (width / 2, height / 2)):
        if not any(
            b.x1 < x + width / 2 and b.x2 > x and b.y1 < y + height / 2 and b.y2 > y
            for b in (region.bounds for _, region in scene.objects)
        ):
            return x + 18, y + 18
    raise AssertionError("no quarter is free; choose another seed")


@pytest.mark.parametrize("bench", CORRECT, indirect=True, ids=str)
def test_objects_are_accepted_corrected_drawn_completed_and_undone(bench: Bench) -> None:
    bench.start()
    key = bench.screen.key
    key("f")
    until(lambda: bench.grades() == ["accepted"])
    left = bench.where()["selected"]
    assert left.startswith("P"), "the next proposal is in hand"
    before = bench.region(left)
    CORRECT[bench.task](bench, left)
    until(lambda: bench.grades() == ["accepted", "corrected"])
    row = next(row for row in bench.rows() if row["grade"] == "corrected")
    assert row["predicted"] == json.loads(json.dumps(before.data())), "what the model said is kept beside it"
    assert bench.region(row["id"]).likeness(before) < 0.98
    key("r")
    DRAW[bench.task](bench, *free_quarter(bench.task))
    until(lambda: bench.grades() == ["accepted", "corrected", "drawn"])
    key("Escape", "space")
    until(lambda: bench.complete() == 1)
    done = bench.rows()
    assert {row["state"] for row in done} == {"verified"}
    assert {row["by"] for row in done} == {"ann"}
    bench.screen.stop()

    bench.start()
    key("ctrl+z")
    until(lambda: bench.complete() == 0)
    assert bench.where()["image"] == FIRST
    key("ctrl+z")
    until(lambda: bench.grades().count("drawn") == 0)
    key("ctrl+z")
    until(lambda: bench.grades() == ["accepted"])
    assert bench.region(left) == before
    key("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
    until(lambda: bench.complete() == 1)
    assert bench.rows() == done
    bench.finish()


@pytest.mark.parametrize("bench", [Task.CLASSIFY], indirect=True, ids=str)
def test_whole_images_are_accepted_corrected_and_named_by_digits(bench: Bench) -> None:
    bench.start()
    key = bench.screen.key
    said = bench.rows("photos/001.png")[0]["class"]
    key("f")
    until(lambda: bench.grades() == ["accepted"])
    key("space")
    until(lambda: bench.complete() == 1)
    until(lambda: bench.where()["image"] == "photos/001.png" and bench.where()["seen"])
    names = tasks.CLASSES[Task.CLASSIFY]
    other = next(name for name in names if name != said)
    key(str(names.index(other) + 1))
    until(lambda: bench.grades() == ["accepted", "corrected"])
    assert bench.rows("photos/001.png")[0]["class"] == other
    until(lambda: bench.where()["image"] == "photos/002.png" and bench.where()["seen"])
    assert bench.rows("photos/002.png") == [], "the model has not seen it"
    key("2")
    until(lambda: bench.grades() == ["accepted", "corrected", "drawn"])
    until(lambda: bench.complete() == 3)
    bench.screen.stop()

    bench.start()
    key("ctrl+z")
    until(lambda: bench.complete() == 2)
    key("ctrl+z")
    until(lambda: bench.grades() == ["accepted"])
    assert bench.rows("photos/001.png")[0]["class"] == said
    key("ctrl+shift+z", "ctrl+shift+z")
    until(lambda: bench.complete() == 3)
    bench.finish()
