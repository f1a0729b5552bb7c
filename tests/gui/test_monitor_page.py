"""The monitor's page: reached by a key, told in words and charts, left to where one was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.gui.conftest import Hands
from verify_app.app.monitoring.record import summary_of
from verify_app.app.monitoring.results import DriftLook, Rate
from verify_app.app.monitoring.sentences import least_fall_sentence
from verify_app.core import messages
from verify_app.core.messages import M
from verify_app.core.vocabulary import LabelState, LookKind
from verify_app.gui.pages import monitor_page
from verify_app.gui.pages.monitor_page import FEW, MonitorPage
from verify_app.gui.pages.trend_chart import TrendChart
from verify_app.gui.pages.trends import trends_of
from verify_app.storage.queries.monitor_looks import put_look


def metric(name: str, value: float, state: str = "") -> dict[str, Any]:
    sentence = M("{name} is {value}.", name=name, value=value)
    flags = {"notice": state in ("notice", "alarm"), "alarm": state == "alarm"}
    return {"name": name, "value": value, "band": [0.2, 0.6], "needs": None, "sentence": sentence, **flags}


def record(hands: Hands, *metrics: list[dict[str, Any]]) -> None:
    """One look over as many versions as there are lists."""
    head = {"kind": "version", "n": 40}
    compared = [{"name": f"v{place}", "metrics": rows, **head} for place, rows in enumerate(metrics, start=2)]
    found: dict[str, Any] = {"reference": "v1", "compared": compared, "alarms": []}
    session = hands.state.session
    with session.project.transact(session.actor, "monitor") as tx:
        put_look(tx, LookKind.ASKED, "", found | {"templates": messages.templates(found)})


def page(hands: Hands) -> MonitorPage:
    front = hands.window.pages.front
    assert front is not None and isinstance(front.widget, MonitorPage)
    return front.widget


def open_page(hands: Hands) -> MonitorPage:
    hands.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    return page(hands)


def charts(shown: MonitorPage) -> list[TrendChart]:
    places = (shown.charts.itemAt(n) for n in range(shown.charts.count()))
    return [one for place in places if place is not None and isinstance(one := place.widget(), TrendChart)]


def sentences(shown: MonitorPage) -> list[str]:
    places = (shown.sentences.itemAt(n) for n in range(shown.sentences.count()))
    return [place.widget().accessibleName() for place in places if place is not None]


def test_escape_comes_back_to_the_same_image_zoom_and_selection(hands: Hands) -> None:
    record(hands, [metric("psi", 0.3)])
    hands.show(1)
    hands.state.select(hands.state.items[1].id)
    hands.canvas.zoom_by(2.0)
    before = hands.state.review and hands.state.review.id, hands.state.selected, hands.canvas.transform().m11()
    shown = open_page(hands)
    assert shown.isVisible() and not hands.page.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.pages.front is None and hands.page.isVisible()
    after = hands.state.review and hands.state.review.id, hands.state.selected, hands.canvas.transform().m11()
    assert after == before
    hands.key(Qt.Key.Key_F)
    assert len([item for item in hands.record(1).items if item.state is LabelState.VERIFIED]) == 1


def test_no_key_decides_on_an_image_that_nobody_sees(hands: Hands) -> None:
    record(hands, [metric("psi", 0.3)])
    hands.show(1)
    before = hands.state.session.project.read.one("SELECT count(*) FROM event")
    open_page(hands)
    for key in (Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Delete):
        hands.key(key)
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.state.look_outside()
    hands.state.image_changed.emit()
    hands.key(Qt.Key.Key_F)
    assert hands.state.session.project.read.one("SELECT count(*) FROM event") == before


def test_what_got_worse_stands_on_top_and_first(hands: Hands) -> None:
    record(
        hands,
        [metric("calm", 0.4), metric("off", 0.7, "notice"), metric("gone", 0.9, "notice")],
        [metric("calm", 0.5), metric("off", 0.75, "notice"), metric("gone", 0.95, "alarm")],
    )
    shown = open_page(hands)
    assert sentences(shown)[0] == "gone is 0.95."
    assert [chart.accessibleName() for chart in charts(shown)] == ["gone", "off", "calm"]
    assert [point.state for point in charts(shown)[0].points] == ["notice", "alarm"]
    assert "v3" in shown.charts.itemAt(0).widget().points[1].label  # type: ignore[union-attr]


def test_the_first_charts_are_few_until_one_asks(hands: Hands) -> None:
    record(hands, [metric(f"figure {n:02}", 0.4) for n in range(FEW + 3)])
    shown = open_page(hands)
    assert len(charts(shown)) == FEW
    shown.every.setChecked(True)
    assert len(charts(shown)) == FEW + 3


def test_a_point_opens_the_images_behind_it(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    sets = {("version", "v2"): [2, 3]}
    monkeypatch.setattr(monitor_page, "images_behind", lambda _reader, kind, name: sets[kind, name])
    record(hands, [metric("gear", 0.9, "notice")])
    chart = charts(open_page(hands))[0]
    chart.opened.emit(0)
    assert hands.window.pages.front is None
    hands.qtbot.waitUntil(lambda: list(hands.state.order) == [2, 3] or sorted(hands.state.order) == [2, 3])
    assert hands.page.panels.list.filter.images == {2, 3}


def test_points_are_reached_and_opened_without_a_mouse(hands: Hands) -> None:
    record(hands, [metric("gear", 0.4)], [metric("gear", 0.5)], [metric("gear", 0.9, "notice")])
    shown = open_page(hands)
    chart = charts(shown)[0]
    assert shown.look.nextInFocusChain() is chart
    opened: list[int] = []
    chart.opened.disconnect()
    chart.opened.connect(opened.append)
    chart.setFocus()
    hands.qtbot.waitUntil(chart.hasFocus)
    assert chart.accessibleDescription() == "gear is 0.9."
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    assert opened == [1, 0] and chart.accessibleDescription() == "gear is 0.4."


def test_what_a_version_added_has_a_title_of_its_own(hands: Hands) -> None:
    rows = [metric("Change in sharpness", 0.4)]
    found = {"compared": [{"name": "v2", "kind": kind, "n": 9, "metrics": rows} for kind in ("version", "added")]}
    assert {one.name for one in trends_of(found)} == {"Change in sharpness", "Added images: Change in sharpness"}


def test_the_page_says_what_gold_can_show_and_what_became_of_predictions(hands: Hands) -> None:
    session = hands.state.session
    rate = Rate("model", 1, 0, True, 20, 30, 5, 5, 2, 33)
    note = least_fall_sentence("gear", 0.09, 200, 340, 0.05)
    found = DriftLook("v1", (), (), rates=(rate, replace(rate, chance=False, images=70)), notes=(note,))
    with session.project.transact(session.actor, "monitor") as tx:
        put_look(tx, LookKind.ASKED, "", summary_of(found))
    shown = open_page(hands)
    assert "gear: with 200 gold objects" in shown.notes.text() and "340" in shown.notes.text()
    assert shown.rates.by_chance.accessibleDescription() == "model, 1, 0, 20, 30, 5, 5, 2, 82.5 %"
    assert shown.rates.chosen.accessibleDescription() == "model, 1, 0, 70, 30, 5, 5, 2"
    hands.window.change_settings(language="ja")
    assert "gear" in shown.notes.text() and "with 200 gold objects" not in shown.notes.text()
    hands.window.change_settings(language="en")


def test_nothing_compared_says_what_to_do(hands: Hands) -> None:
    record(hands)
    shown = open_page(hands)
    assert any("first is the reference" in one for one in sentences(shown))
    assert not shown.legend.isVisibleTo(shown) and not shown.notes.isVisibleTo(shown)
    assert charts(shown) == []


def test_people_can_be_hidden_for_everybody(hands: Hands) -> None:
    record(hands, [metric("psi", 0.3)])
    hands.show(1)
    hands.key(Qt.Key.Key_F)
    lead = open_page(hands).lead
    assert lead.people.isVisibleTo(lead)
    lead.shown.setChecked(False)
    assert not lead.people.isVisibleTo(lead)
    assert hands.state.session.project.read.setting("show_people") is False


def test_closing_the_project_leaves_no_page(hands: Hands, tmp_path: Path) -> None:
    record(hands, [metric("psi", 0.3)])
    folder = hands.state.session.folder
    open_page(hands)
    hands.window.close_project()
    assert hands.window.pages.front is None
    assert hands.window.open_project(folder)
    hands.qtbot.waitUntil(hands.window.review_page.isVisible)


@pytest.mark.parametrize("value", [None, 0.4])
def test_a_figure_without_a_value_is_no_point(value: float | None) -> None:
    one = metric("psi", 0.4) | {"value": value}
    found = {"compared": [{"name": "v2", "kind": "version", "n": 1, "metrics": [one]}]}
    assert len(trends_of(found)) == (value is not None)


def test_it_is_saved_to_a_file_that_one_chooses(hands: Hands, tmp_path: Path) -> None:
    record(hands, [metric("psi", 0.3)])
    shown = open_page(hands)
    shown.save.click()  # blocks nothing
    dialog = shown.findChild(QFileDialog)
    assert dialog is not None and dialog.isVisible() and dialog.windowModality() is Qt.WindowModality.NonModal
    dialog.fileSelected.emit(str(tmp_path / "look.html"))
    dialog.close()
    hands.qtbot.waitUntil(lambda: not hands.window.busy)
    assert "<html" in (tmp_path / "look.html").read_text(encoding="utf-8")
