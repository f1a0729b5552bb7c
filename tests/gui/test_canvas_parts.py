"""The parts of the canvas, each without the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QTransform
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import ALT, CTRL, LEFT, NONE, RIGHT, proposal, verified
from tests.gui.conftest import Hands
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Item
from verify_app.core.regions import Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.vocabulary import LabelState, Task
from verify_app.gui.canvas.drag_group import DragGroup
from verify_app.gui.canvas.editing import move
from verify_app.gui.canvas.editing.handles import editor_of
from verify_app.gui.canvas.hit import NOTHING, Target
from verify_app.gui.canvas.image_layer import ImageLayer
from verify_app.gui.canvas.input import GRAB, InputRouter
from verify_app.gui.canvas.label_style import Lettering
from verify_app.gui.canvas.labels_layer import LabelsLayer
from verify_app.gui.canvas.motion import QUIET_MS, Motion
from verify_app.gui.canvas.nudge import Nudge
from verify_app.gui.canvas.outline_editing import OutlineEditing
from verify_app.gui.canvas.selection_layer import SelectionLayer
from verify_app.gui.canvas.shown_objects import ShownObjects
from verify_app.gui.canvas.stage import CanvasStage
from verify_app.gui.canvas.tool_host import ToolHost
from verify_app.gui.canvas.zoom import Zoom
from verify_app.gui.shell import main
from verify_app.gui.tools.base import Pointer, Stage, Tool

SIZE = (400.0, 300.0)
SQUARE = Polygon.simple([(100, 100), (200, 100), (200, 200), (100, 200)])
POSE = Keypoints(Box(10, 10, 90, 90), (Keypoint(20, 20, 2), Keypoint(0, 0, 0), Keypoint(60, 70, 1)))


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    main.application()


class Board:
    """A stage that keeps what is done to it."""

    def __init__(self, *items: Item, editing: str = "") -> None:
        self.items, self.editing, self.part, self.skeleton, self.image_size = list(items), editing, "", None, SIZE
        self.done: list[tuple[object, ...]] = []

    @property
    def selected(self) -> Item | None:
        return self.items[0] if self.items else None

    @property
    def selection(self) -> Sequence[Item]:
        return self.items

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)

    def locked(self, item: Item) -> bool:
        return item.state is LabelState.VERIFIED and item.id != self.editing

    def target(self, at: Pointer) -> Target:
        return NOTHING

    def stack(self, at: Pointer) -> Sequence[Item]:
        return self.items

    def within(self, box: Box) -> Sequence[Item]:
        return self.items

    def hold(self, part: str) -> None:
        self.part = part

    def preview(self, region: Region | None, *, of: str = "") -> None:
        self.done.append(("preview", region))

    def preview_many(self, regions: Sequence[Region]) -> None:
        self.done.append(("preview_many", len(regions)))

    def preview_group(self, group: DragGroup | None, dx: float = 0.0, dy: float = 0.0) -> None:
        self.done.append(("preview_group", dx, dy))

    def preview_band(self, box: Box | None) -> None:
        self.done.append(("preview_band", box))

    def preview_ghosts(self, regions: Sequence[Region]) -> None:
        self.done.append(("ghosts", len(regions)))

    def redraw(self) -> None:
        pass

    def say(self, text: str) -> None:
        self.done.append(("say", text))

    def say_locked(self, item: Item) -> None:
        self.done.append(("locked", item.id))

    def pick(self, item_id: str) -> None:
        self.done.append(("pick", item_id))

    def pick_many(self, item_ids: Sequence[str]) -> None:
        self.done.append(("pick_many", *item_ids))

    def open(self, item_id: str) -> None:
        self.done.append(("open", item_id))

    def reshape(self, item_id: str, region: Region) -> None:
        self.done.append(("reshape", item_id, region))

    def move_many(self, regions: Mapping[str, Region]) -> None:
        self.done.append(("move_many", *regions))

    def draw(self, region: Region, *, more: bool) -> None:
        self.done.append(("draw", region, more))

    def leave(self) -> None:
        self.done.append(("leave",))


# --- which objects are on show ------------------------------------------------------------------------------


def shown(*items: Item, selected: str = "", also: tuple[str, ...] = (), chosen: bool = True) -> ShownObjects:
    widget = QWidget()
    objects = ShownObjects(Lettering(widget.font()))
    objects.set_items(items, selected=selected, also=frozenset(also), wanted=frozenset(), chosen=chosen)
    return objects


def test_only_what_changed_gets_another_look() -> None:
    items = [proposal("a", Box(0, 0, 9, 9)), proposal("b", Box(20, 0, 29, 9))]
    objects = shown(*items)
    before = dict(objects.looks)
    again = {"selected": "a", "also": frozenset[str](), "wanted": frozenset[str](), "chosen": True}
    assert not objects.set_items(items, **again), "the same objects look the same"  # type: ignore[arg-type]
    assert objects.set_items([items[0], proposal("b", Box(20, 0, 30, 9))], **again)  # type: ignore[arg-type]
    assert objects.looks["a"] is before["a"] and objects.looks["b"] is not before["b"]


def test_what_is_left_out_is_neither_selected_nor_found() -> None:
    objects = shown(proposal("a", Box(0, 0, 9, 9), 1), verified("b", Box(20, 0, 29, 9), 2), selected="a", also=("b",))
    assert [item.id for item in objects.selection] == ["a", "b"] and not objects.hides
    objects.set_hidden(frozenset((1,)), frozenset())
    assert objects.selected is None and [item.id for item in objects.selection] == ["b"]
    assert objects.hides == 1 and objects.item("a") is None and set(objects.looks) == {"b"}
    objects.show_labels(False)
    assert objects.hides == 2 and not objects.within(Box(0, 0, 400, 300))


def test_what_the_program_marked_is_looked_at_only() -> None:
    objects = shown(proposal("a", Box(0, 0, 9, 9)), selected="a", chosen=False)
    assert objects.selected is None and objects.selected_id == "a" and objects.selection == []


def test_a_verified_label_is_locked_until_it_is_to_be_edited() -> None:
    item = verified("b", Box(20, 0, 29, 9))
    objects = shown(item)
    assert objects.locked(item)
    objects.editing = "b"
    assert not objects.locked(item)


# --- the stage ----------------------------------------------------------------------------------------------


@pytest.fixture
def stage(qtbot: QtBot) -> CanvasStage:
    items = [proposal("large", Box(0, 0, 200, 200)), proposal("small", Box(50, 50, 90, 90)), verified("done", SQUARE)]
    objects, labels, widget = shown(*items, selected="small"), LabelsLayer(QTransform), QWidget()
    qtbot.addWidget(widget)
    labels.set_size(*SIZE)
    labels.set_looks(objects.looks)
    stage = CanvasStage(objects, labels, SelectionLayer(widget, QTransform, GRAB), widget)
    stage.image_size = SIZE
    return stage


def test_small_ones_lie_on_top(stage: CanvasStage) -> None:
    assert [item.id for item in stage.stack(Pointer(70, 70, 3))] == ["small", "large"]
    assert stage.target(Pointer(70, 70, 3)).item_id == "small"
    assert stage.target(Pointer(390, 290, 3)) == NOTHING


def test_what_waits_is_handed_over_before_another_is_picked(stage: CanvasStage) -> None:
    told: list[object] = []
    stage.about_to_pick.connect(lambda: told.append("before"))
    stage.picked.connect(told.append)
    stage.picked_many.connect(told.append)
    stage.pick("large")
    stage.pick_many(["small"])
    stage.pick_many(["small", "large"])
    assert told == ["before", "large", "before", "small", "before", ["small", "large"]]
    assert stage.pick_next(Pointer(70, 70, 3), 1) and told[-1] == "large"
    assert not stage.pick_next(Pointer(10, 10, 3), 1), "nothing lies below"


def test_opening_what_is_verified_asks_to_unlock_it(stage: CanvasStage) -> None:
    opened: list[str] = []
    stage.opened.connect(opened.append)
    stage.unlock_wanted.connect(lambda item_id: opened.append(f"unlock {item_id}"))
    for item_id in ("small", "done", "nobody"):
        stage.open(item_id)
    assert opened == ["small", "unlock done"]


def test_a_part_is_let_go_with_its_object(stage: CanvasStage) -> None:
    stage.hold("0.0.1")
    stage.keep_part("large")
    assert stage.part == "", "a box has no corners to hold"


# --- the tool in hand ---------------------------------------------------------------------------------------


@pytest.fixture
def tools(qtbot: QtBot) -> ToolHost:
    widget = QWidget()
    qtbot.addWidget(widget)
    host = ToolHost(Board(), SelectionLayer(widget, QTransform, GRAB), widget, widget)
    host.task = Task.SEGMENT
    return host


def test_only_tools_of_the_task_are_taken(tools: ToolHost) -> None:
    taken: list[str] = []
    tools.changed.connect(taken.append)
    for tool_id in ("box", "polygon", "nothing"):
        tools.take(tool_id)
    assert taken == ["polygon"] and tools.tool.id == "polygon" and tools.drawing_tool == "polygon"
    assert tools.cancel() and tools.tool.id == "select" and not tools.cancel()


def test_what_is_begun_is_kept_and_taken_up(tools: ToolHost) -> None:
    board = Board()
    tools.take("polygon")
    for x, y in ((10, 10), (50, 10), (50, 60)):
        tools.tool.press(board, Pointer(x, y, 2))
    draft = tools.draft()
    assert draft is not None and draft[0] == "polygon"
    tools.take_select()
    assert tools.draft() is None
    tools.take_up(draft)
    assert tools.draft() == draft and tools.take_back()
    assert tools.draft() != draft


def test_the_colour_of_the_class_is_that_of_what_is_drawn(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    overlay = SelectionLayer(widget, QTransform, GRAB)
    host = ToolHost(Board(), overlay, widget, widget)
    host.set_drawing_class(QColor("#FF0000"), "bolt")
    assert overlay.drawing is None, "nothing is drawn while one selects"
    host.take("box")
    assert overlay.drawing == QColor("#FF0000") and overlay.drawing_name == "bolt"
    host.set_drawing_class(QColor("#00FF00"), "nut")
    assert overlay.drawing == QColor("#00FF00")


# --- mouse and keys -----------------------------------------------------------------------------------------


class Watcher(Tool):
    """Keeps what it was told."""

    id = "select"

    def __init__(self) -> None:
        self.told: list[str] = []
        self.wants_alt = self.wants_keys = False

    def press(self, stage: Stage, at: Pointer) -> None:
        self.told.append(f"press {at.x:.0f},{at.y:.0f}{' ctrl' if at.ctrl else ''}")

    def move(self, stage: Stage, at: Pointer) -> None:
        self.told.append("move")

    def hover(self, stage: Stage, at: Pointer) -> None:
        self.told.append("hover")

    def release(self, stage: Stage, at: Pointer) -> None:
        self.told.append("release")

    def context(self, stage: Stage, at: Pointer) -> None:
        self.told.append("context")

    def takes_alt(self, stage: Stage, at: Pointer) -> bool:
        return self.wants_alt

    def claims(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        return self.wants_keys

    def key(self, stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        self.told.append("key")


class Desk:
    """A view with a router on it, and the tool that is told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.view = QGraphicsView(QGraphicsScene())
        qtbot.addWidget(self.view)
        self.view.resize(400, 300)
        self.panned: list[tuple[int, int]] = []
        self.zoom = Zoom(self.view, lambda dx, dy: self.panned.append((dx, dy)), lambda: None)
        self.zoom.set_image(*SIZE)
        self.stage, self.usable, self.tool = Board(proposal("a", Box(10, 10, 60, 60))), True, Watcher()
        host = ToolHost(self.stage, SelectionLayer(self.view, QTransform, GRAB), self.view.viewport(), self.view)
        host.tool = self.tool
        self.nudge = Nudge(self.stage, self.view)
        self.router = InputRouter(self.view, self.zoom, host, self.stage, self.nudge, lambda: self.usable)

    def event(self, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton, held: object = NONE) -> QMouseEvent:
        at = QPointF(self.view.mapFromScene(x, y))
        down = button if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        return QMouseEvent(kind, at, at, button, down, held)  # type: ignore[call-overload, no-any-return]

    def press(self, x: float, y: float, button: Qt.MouseButton = LEFT, held: object = NONE) -> None:
        self.router.press(self.event(QEvent.Type.MouseButtonPress, x, y, button, held))

    def move(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> bool:
        return self.router.move(self.event(QEvent.Type.MouseMove, x, y, button))

    def release(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
        self.router.release(self.event(QEvent.Type.MouseButtonRelease, x, y, button))

    def key(self, key: Qt.Key) -> bool:
        """Whether anybody took it."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
        event.accept()
        self.router.key(event)
        return event.isAccepted()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_the_left_and_the_right_button_are_the_tools(desk: Desk) -> None:
    desk.press(100, 50, held=CTRL)
    assert desk.move(110, 60)
    desk.release(110, 60)
    desk.press(100, 50, RIGHT)
    assert desk.move(110, 60, Qt.MouseButton.NoButton)
    assert desk.tool.told == ["press 100,50 ctrl", "move", "release", "context", "hover"]


@pytest.mark.parametrize(("button", "held"), [(Qt.MouseButton.MiddleButton, NONE), (LEFT, ALT)])
def test_the_middle_button_and_alt_pan(desk: Desk, button: Qt.MouseButton, held: object) -> None:
    desk.press(100, 100, button, held)
    assert not desk.move(120, 90, button) and desk.panned
    desk.release(120, 90, button)
    assert desk.tool.told == []
    desk.move(120, 90, Qt.MouseButton.NoButton)
    assert desk.tool.told == ["hover"], "the pan is over"


def test_a_tool_may_want_alt_for_itself(desk: Desk) -> None:
    desk.tool.wants_alt = True
    desk.press(100, 100, held=ALT)
    assert desk.tool.told == ["press 100,100"] and not desk.panned


def test_without_a_picture_no_tool_is_told(desk: Desk) -> None:
    desk.usable, desk.tool.wants_keys = False, True
    desk.press(100, 100)
    desk.move(110, 110)
    desk.release(110, 110)
    assert not desk.key(Qt.Key.Key_Return) and desk.tool.told == []


def test_keys_are_the_tools_then_the_nudges_then_others(desk: Desk) -> None:
    assert desk.key(Qt.Key.Key_Right) and not desk.key(Qt.Key.Key_M)
    assert desk.stage.done[-1] == ("preview", Box(11, 10, 61, 60))
    desk.tool.wants_keys = True
    assert desk.key(Qt.Key.Key_M) and desk.tool.told == ["key"]
    assert desk.stage.done[-1] == ("reshape", "a", Box(11, 10, 61, 60)), "what was nudged is handed over before"


# --- what keys do -------------------------------------------------------------------------------------------


def test_a_burst_of_steps_is_one_change(qtbot: QtBot) -> None:
    board = Board(proposal("a", Box(10, 10, 60, 60)))
    nudge = Nudge(board)
    for _ in range(3):
        assert nudge.step(1, 0)
    nudge.flush()
    nudge.flush()
    assert [act for act in board.done if act[0] == "reshape"] == [("reshape", "a", Box(13, 10, 63, 60))]
    assert not Nudge(Board()).step(1, 0)


def test_what_is_locked_is_not_nudged() -> None:
    board = Board(verified("a", Box(10, 10, 60, 60)))
    assert Nudge(board).step(1, 0) and board.done == [("locked", "a")]


def test_an_outline_on_trial_is_kept_or_left(qtbot: QtBot) -> None:
    ring = [(100 + i, 100.0) for i in range(50)] + [(150.0, 150.0), (100.0, 150.0)]
    board = Board(proposal("a", Polygon.simple(ring)))
    outline = OutlineEditing(board, ToolHost(board, SelectionLayer(QWidget(), QTransform, GRAB), QWidget()))
    assert outline.preview_simplified(1.0) == (52, 4) and outline.simplifying
    outline.cancel_simplified()
    outline.apply_simplified()
    assert not outline.simplifying and not any(act[0] == "reshape" for act in board.done)
    outline.preview_simplified(1.0)
    outline.apply_simplified()
    assert board.done[-1][:2] == ("reshape", "a")


# --- while the view moves -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("side", "coarse"), [(400, False), (4000, True)])
def test_only_large_pictures_are_drawn_coarsely(qtbot: QtBot, side: int, coarse: bool) -> None:
    view = QGraphicsView(QGraphicsScene())
    qtbot.addWidget(view)
    picture, labels = ImageLayer(), LabelsLayer(view.viewportTransform)
    overlay = SelectionLayer(view.viewport(), view.viewportTransform, GRAB)
    for item in (picture, labels, overlay):
        item.set_size(side, side)
    picture.set_levels((QImage(8, 8, QImage.Format.Format_RGB32),))
    motion = Motion(view, picture, labels, overlay)
    motion.hurry()
    assert picture.hurried is labels.hurried is coarse
    qtbot.wait(2 * QUIET_MS)
    qtbot.waitUntil(lambda: not picture.hurried)


# --- editors of regions -------------------------------------------------------------------------------------

REGIONS = [Box(100, 100, 150, 140), OrientedBox(200, 150, 80, 40, 0.4), SQUARE, POSE]


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.kind)
def test_nothing_is_moved_out_of_the_image(region: Region) -> None:
    for dx, dy in ((-1000, 0), (1000, 1000), (0, -1000)):
        there = move.reach(move.moved(region, dx, dy, width=SIZE[0], height=SIZE[1]))
        before = move.reach(region)
        assert there.x1 >= -1e-6 and there.y1 >= -1e-6 and there.x2 <= SIZE[0] + 1e-6 and there.y2 <= SIZE[1] + 1e-6
        assert (there.width, there.height) == pytest.approx((before.width, before.height))


@pytest.mark.parametrize(
    ("region", "part", "next_one", "there", "absent"),
    [(SQUARE, "0.0.3", "0.0.0", True, "0.0.4"), (POSE, "p2", "p0", True, "p3"), (Box(0, 0, 9, 9), "", "", False, "p0")],
)
def test_parts_have_names_and_an_order(region: Region, part: str, next_one: str, there: bool, absent: str) -> None:
    editor = editor_of(region)
    assert editor.next_part(region, part, 1) == next_one
    assert editor.has_part(region, part) is there and not editor.has_part(region, absent)


def test_parts_are_removed_inserted_and_toggled() -> None:
    triangle = Polygon.simple([(0, 0), (10, 0), (0, 10)])
    outlines, poses = editor_of(SQUARE), editor_of(POSE)
    assert outlines.removed(triangle, "0.0.0") is None
    grown, new = outlines.inserted(triangle, "0.0.0")
    assert new == "0.0.1" and grown.data()[0][0][1] == [5, 0]
    assert outlines.removed(grown, new) == triangle
    seen = [p.seen for p in poses.removed(POSE, "p0").points]  # type: ignore[union-attr]
    assert seen == [0, 0, 1]
    assert [p.seen for p in poses.toggled(POSE, "p2").points] == [2, 0, 0]  # type: ignore[attr-defined]


def test_the_layer_repaints_where_it_was_and_where_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    layer = SelectionLayer(widget, QTransform, GRAB)
    layer.set_size(*SIZE)
    layer.show_band(Box(10, 10, 20, 20))
    before = layer.areas(QRectF(widget.rect()))
    layer.show_band(Box(300, 200, 320, 220))
    assert layer.areas(QRectF(widget.rect())) != before
    layer.show_band(None)
    assert layer.areas(QRectF(widget.rect())) == []


# --- bars that come and go ------------------------------------------------------------------------------------------


def test_a_bar_that_comes_or_goes_does_not_move_the_picture(hands: Hands) -> None:
    hands.page.finish()
    hands.qtbot.waitUntil(hands.page.side.isVisible)
    canvas = hands.canvas

    def settle(height: int | None = None) -> None:
        hands.qtbot.waitUntil(lambda: height is None or canvas.viewport().height() == height)
        canvas.viewport().repaint()

    for zoom in (1.0, 2.5):
        hands.show(1)
        if zoom > 1:
            canvas.zoom_by(zoom)
        settle()
        before, height = canvas.viewportTransform(), canvas.viewport().height()
        bar = QWidget()
        bar.setFixedHeight(34)
        hands.page.center.add_under(bar)
        settle(height - 34)
        assert canvas.viewportTransform() == before
        bar.hide()
        settle(height)
        assert canvas.viewportTransform() == before
        bar.show()
        settle(height - 34)
        hands.show(2)
        assert canvas.zoom.in_view and canvas.zoom.fitting == "window"
        assert canvas.box_on_screen(Box(0, 0, *canvas.image_size)).bottom() <= canvas.viewport().height()
        bar.setParent(None)
        bar.deleteLater()
        settle(height)


def test_a_window_of_another_size_fits_the_picture_anew(hands: Hands) -> None:
    hands.page.finish()
    hands.canvas.viewport().repaint()
    before = hands.canvas.zoom.scale
    hands.window.resize(hands.window.width() - 200, hands.window.height() - 100)
    hands.qtbot.waitUntil(lambda: hands.canvas.zoom.scale < before)
    assert hands.canvas.zoom.fitting == "window"
