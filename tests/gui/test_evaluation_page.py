"""The page of evaluations: what is on record in tables and curves, and the objects behind every figure."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import BOLT, NUT, Hands
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.core.geometry import Box
from verify_app.gui.pages import evaluation_page
from verify_app.gui.pages.curve_chart import f1_by_confidence, precision_recall
from verify_app.gui.pages.evaluation_page import EvaluationPage
from verify_app.gui.pages.figure_table import FigureTable

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HERE, THERE = Box(10, 10, 50, 40), Box(80, 20, 120, 60)


def gold(hands: Hands, *ids: int) -> list[str]:
    """Make gold images with a bolt and a nut on each; the keys they are measured under."""
    session = hands.state.session
    actions.set_gold(session, list(ids))
    for image_id in ids:
        actions.draw(session, image_id, (BOLT, HERE))
        actions.draw(session, image_id, (NUT, THERE))
        shown = look(session, image_id)
        proposals = [item.id for item in shown.items if item.id.startswith("P")]
        for one in proposals:
            actions.reject(session, image_id, one, fix_later=False)
        actions.complete(session, look(session, image_id), 0.25)
    return [look(session, image_id).sha256[:20] for image_id in ids]


def row(hands: Hands, image_id: int, true: int, said: int, box: Box) -> list[int]:
    shown = look(hands.state.session, image_id)
    across, down = 10_000 / shown.width, 10_000 / shown.height
    sides = [box.x1 * across, box.y1 * down, box.x2 * across, box.y2 * down]
    return [true, said, 700 if said >= 0 else 0, *(round(side) for side in sides)]


def detail(hands: Hands, matches: dict[str, list[list[int]]]) -> dict[str, Any]:
    counts: dict[str, Any] = {"at_cut": [2, 3], "right": [3] * 50 + [1] * 51, "said": [4] * 50 + [1] * 51}
    classes = {c.name: {"value": [0.2, 0.6], "recall": [0.3, 0.8], **counts} for c in hands.state.session.classes}
    return {"cut": 0.25, "classes": classes, "matches": matches}


def record(hands: Hands, *details: dict[str, Any] | None, name: str = "m") -> None:
    """One evaluation of as many models as there are details."""
    classes = {
        c.name: {"objects": 4, "value": 0.41, "recall": 0.5, "precision": 0.75} for c in hands.state.session.classes
    }
    digests = [f"{place}{name}" * 16 for place in range(len(details))]
    models = [{"sha256": d, "metric": "mAP50-95", "figures": {"mAP50-95": 0.41}, "classes": classes} for d in digests]
    compared = {"outcome": "too_few", "change": 0.02, "low": -0.01, "high": 0.05, "sentence": "as it was said then"}
    found: dict[str, Any] = {"images": 2, "models": models, "comparisons": [compared]}
    if details[0] is not None:
        found["detail"] = list(details)
    session = hands.state.session
    with session.project.transact(session.actor, "evaluate") as tx:
        key = "evaluation:" + "+".join(one[:12] for one in digests)
        tx.put("setting", key, {"value": json.dumps(found)})


def measure(hands: Hands) -> list[str]:
    """Two models on two gold images: the second finds a nut that the first took for a bolt, and two things too many."""
    one, two = gold(hands, 1, 2)
    old = {
        one: [row(hands, 1, 0, 0, HERE), row(hands, 1, 1, 0, THERE)],
        two: [row(hands, 2, 0, -1, HERE), row(hands, 2, 1, 1, THERE)],
    }
    new = {
        one: [row(hands, 1, 0, 0, HERE), row(hands, 1, 1, 1, THERE)],
        two: [*old[two], row(hands, 2, -1, 0, Box(150, 90, 180, 110)), row(hands, 2, -1, 0, Box(5, 90, 30, 110))],
    }
    record(hands, detail(hands, old), detail(hands, new))
    return [one, two]


def open_page(hands: Hands) -> EvaluationPage:
    hands.key(Qt.Key.Key_M, CONTROL, SHIFT)
    front = hands.window.pages.front
    assert front is not None and isinstance(front.widget, EvaluationPage)
    return front.widget


def cells(table: FigureTable) -> dict[tuple[int, int], str]:
    return {
        (line, column): table.item(line, column).text()
        for line in range(table.rowCount())
        for column in range(1, table.columnCount())
        if table.item(line, column) is not None
    }


def click(page: EvaluationPage, line: int, column: int) -> None:
    table = page.confusion.table
    at = table.visualRect(table.model().index(line, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_nothing_measured_says_what_to_do_and_the_form_opens_from_here(hands: Hands) -> None:
    page = open_page(hands)
    assert "press Evaluate" in page.note.text() and page.note.isVisible()
    assert not page.classes.isVisible() and not page.detail.isVisible() and not page.beside.isVisible()
    page.start.click()
    shown = [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert "evaluate" in shown


def test_classes_stand_with_their_intervals(hands: Hands) -> None:
    measure(hands)
    page = open_page(hands)
    assert page.models.currentText() == "1m1m1m1m1m1m"
    assert page.note.text().startswith("Too few gold images to tell: +2.0 points mAP50-95, 95 % interval -1.0 to +5.0")
    told = [page.classes.item(0, column).text() for column in range(5)]
    assert told == ["bolt", "4", "0.41  (0.20 – 0.60)", "0.50  (0.30 – 0.80)", "0.67"]
    assert page.curves[0].curve.points and page.curves[0].title.text().endswith("bolt")
    page.classes.setCurrentCell(1, 0)
    assert page.curves[1].title.text().endswith("nut")


def test_a_cell_opens_the_labels_that_were_measured(hands: Hands) -> None:
    measure(hands)
    page = open_page(hands)
    page.models.setCurrentIndex(0)
    assert cells(page.confusion.table) == {(0, 1): "1", (0, 3): "1", (1, 1): "1", (1, 2): "1"}
    click(page, 1, 1)  # a nut that was taken for a bolt
    assert hands.window.pages.front is None
    grid = hands.page.grid
    assert grid is not None
    (crop,) = grid.view.crops
    labels = {f"L{label.id}" for label in hands.state.session.project.read.labels([1])[1] if label.class_id == NUT}
    assert crop.image_id == 1 and {crop.item_id} == labels and crop.on_record


def test_a_class_opens_all_of_its_objects_by_keys_too(hands: Hands) -> None:
    measure(hands)
    page = open_page(hands)
    page.classes.setFocus()
    page.classes.setCurrentCell(1, 0)
    QTest.keyClick(page.classes, Qt.Key.Key_Return)
    assert hands.page.grid is not None
    assert [(c.image_id, c.class_id) for c in hands.page.grid.view.crops] == [(1, NUT), (2, NUT)]
    page = open_page(hands)  # with the grid behind it
    click(page, 0, 0)
    assert [(c.image_id, c.class_id) for c in hands.page.grid.view.crops] == [(1, BOLT), (2, BOLT)]


def test_what_a_model_said_of_nothing_is_shown_and_cannot_be_decided_on(hands: Hands) -> None:
    measure(hands)
    page = open_page(hands)
    click(page, 2, 1)
    grid = hands.page.grid
    assert grid is not None and len(grid.view.crops) == 2
    assert not any(crop.on_record for crop in grid.view.crops)
    hands.qtbot.waitUntil(lambda: all(grid.seen(crop) for crop in grid.view.crops))
    before = hands.state.session.project.read.one("SELECT count(*) FROM event")
    grid.view.choose([0, 1])
    grid.view.current = 0
    for key in (Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_1, Qt.Key.Key_Delete):
        hands.key(key)
    grid.select_all()
    hands.key(Qt.Key.Key_F)
    assert hands.state.session.project.read.one("SELECT count(*) FROM event") == before
    assert grid._standing == {}


def test_images_that_are_gold_no_more_are_not_shown(hands: Hands) -> None:
    measure(hands)
    actions.reopen(hands.state.session, 1)
    page = open_page(hands)
    page.models.setCurrentIndex(0)
    click(page, 1, 1)
    front = hands.window.pages.front
    assert front is not None and "not gold any more" in front.message.text and hands.page.grid is None


def test_two_models_are_compared_image_by_image(hands: Hands) -> None:
    measure(hands)
    page = open_page(hands)
    assert "better 1, worse 1, alike 0" in page.paired.text()
    rows = [[page.images.item(line, column).text() for column in range(5)] for line in range(2)]
    assert [one[1:] for one in rows] == [["2", "1 → 1", "0 → 2", "-2"], ["2", "1 → 2", "1 → 0", "+2"]]
    page.images.opened.emit(0, 0)
    assert hands.window.pages.front is None and hands.state.review is not None and hands.state.review.id == 2
    page = open_page(hands)
    page.models.setCurrentIndex(0)
    assert not page.beside.isVisible()


def test_escape_comes_back_to_the_same_image_and_selection(hands: Hands) -> None:
    measure(hands)
    hands.show(3)
    before = hands.state.review and hands.state.review.id, hands.state.selected, hands.canvas.transform().m11()
    open_page(hands)
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.pages.front is None and hands.page.isVisible()
    after = hands.state.review and hands.state.review.id, hands.state.selected, hands.canvas.transform().m11()
    assert after == before


def test_older_evaluations_show_their_figures_and_say_what_is_missing(hands: Hands) -> None:
    record(hands, None, None)
    page = open_page(hands)
    assert page.classes.item(0, 2).text() == "0.41"
    assert "evaluate again" in page.note.text()
    assert not page.detail.isVisible() and not page.beside.isVisible()


def test_a_new_evaluation_appears_while_the_page_is_open(hands: Hands) -> None:
    record(hands, None)
    page = open_page(hands)
    assert page.which.count() == 1
    measure(hands)
    hands.window.broadcast.outside.emit()
    assert page.which.count() == 2 and page.which.currentIndex() == 0 and page.detail.isVisible()


@pytest.mark.parametrize("objects", [0, 4])
def test_curves_hold_where_nothing_is_known(objects: int) -> None:
    right, said = [2, 1, 0], [4, 1, 0]
    read_at = (0.25, 1.0) if objects else (None, None)
    pr, f1 = precision_recall(right, said, objects, read_at), f1_by_confidence(right, said, objects, read_at, 0.5)
    if objects:
        assert pr.points == [(0.25, 1.0), (0.5, 0.5)] and pr.mark == (0.25, 1.0)
        assert f1.points == [(0.0, 0.5), (0.5, 0.4), (1.0, 0.0)] and f1.mark == (0.5, 0.4)
    else:
        assert not pr.points and pr.mark is None and not f1.points


def test_an_image_without_any_object_counts_as_alike(hands: Hands) -> None:
    one, two = measure(hands)
    both = {one: [row(hands, 1, 0, 0, HERE)], two: []}
    record(hands, detail(hands, both), detail(hands, both), name="n")
    page = open_page(hands)
    assert "better 0, worse 0, alike 2" in page.paired.text()
    assert page.images.rowCount() == 2


def test_no_more_objects_are_opened_than_can_be_read_at_once(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation_page, "MOST_OBJECTS", 1)
    measure(hands)
    click(open_page(hands), 1, 0)
    assert hands.page.grid is not None and len(hands.page.grid.view.crops) == 1
    assert hands.page.message.text == "The first 1 of 2 are shown."
