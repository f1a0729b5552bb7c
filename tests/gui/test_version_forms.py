"""Versions in the window, and the simulation: named, compared, written again; drawn and in words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.unit.app.test_export import made, verify
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.exports.versions import find, note_of
from verify_app.datasets.version.verify import verify_version
from verify_app.gui.dialogs.line_chart import MOST_DRAWN, Thinning
from verify_app.gui.shell import main


@pytest.fixture
def two(make_window: Callable[..., Hands], tmp_path: Path) -> Hands:
    """A project with two versions; the second has three more real pictures."""
    session = made(tmp_path / "two", real=14, synthetic=6, verified=10)
    export(session, tmp_path / "v1", ExportOptions())
    for image_id in (11, 12, 13):
        verify(session, image_id)
    export(session, tmp_path / "v2", ExportOptions())
    folder = session.folder
    session.close()
    return make_window.reopen(folder)  # type: ignore[attr-defined, no-any-return]


def test_a_version_is_named_and_described(two: Hands) -> None:
    form = two.window.open_form("versions")
    assert [row["name"] for row in form.rows] == ["v2", "v1"] and form.chosen == "v2"
    form.title.setText("spring")
    form.text.setPlainText("The first with gear.\nGood.")
    form.keep.click()
    read = two.state.session.project.read
    assert find(read, "spring").name == "v2" and note_of(read, "v2").text == "The first with gear.\nGood."
    assert form.table.item(0, 1).text() == "spring"
    form.table.selectRow(1)
    assert form.title.text() == "" and form.chosen == "v1"
    form.title.setText("spring")
    form.keep.click()
    assert "already" in form.sentence.text()


def test_two_versions_are_compared_and_drawn(two: Hands) -> None:
    form = two.window.open_form("versions")
    assert form.compared.isHidden() and form.before.currentText() == "v1"
    form.compare.click()
    two.qtbot.waitUntil(lambda: not form.compared.isHidden(), timeout=30000)
    assert form.compared.summary.text().startswith("From v1 to v2: images +3 −0")
    lines = [form.compared.images.item(i).text() for i in range(form.compared.images.count())]
    assert len([line for line in lines if line.startswith("+")]) == 3
    assert [row.name for row in form.compared.shares._rows] == ["v1", "v2"]
    assert "→" in form.compared.classes._rows[0].said
    form.table.selectRow(1)
    assert form.compared.isHidden(), "it is about another version now"


def test_a_version_is_written_again_and_restored(two: Hands, tmp_path: Path) -> None:
    form = two.window.open_form("versions")
    receipt = (tmp_path / "v2" / "receipt.json").read_bytes()
    form.write_to("v2", tmp_path / "copies")
    two.qtbot.waitUntil(lambda: "byte for byte" in form.sentence.text(), timeout=30000)
    assert (tmp_path / "copies" / "v2" / "receipt.json").read_bytes() == receipt
    shutil.rmtree(tmp_path / "v2")
    form.refresh()
    assert form.table.item(0, 6).text().startswith("not there")
    form.restore.click()
    two.qtbot.waitUntil(lambda: not two.window.busy, timeout=30000)
    assert verify_version(tmp_path / "v2").problems == []
    assert (tmp_path / "v2" / "receipt.json").read_bytes() == receipt


def test_a_project_without_versions_says_what_to_do(hands: Hands) -> None:
    form = hands.window.open_form("versions")
    assert "export a dataset first" in form.sentence.text()
    assert not form.keep.isEnabled() and not form.compare.isEnabled()


def test_a_simulation_says_that_it_is_one(two: Hands) -> None:
    form = two.window.open_form("what_if")
    two.qtbot.waitUntil(lambda: "No recall was measured" in form.sentence.text(), timeout=30000)
    assert form.results.isHidden()
    session = two.state.session
    classes = {c.name: {"objects": 5, "recall": 0.5} for c in session.classes}
    with session.project.transact(session.actor, "evaluate") as tx:
        value = json.dumps({"models": [{"name": "m", "classes": classes}]})
        tx.put("setting", "evaluation:m", {"value": value})
    form.share.slider.setValue(0)
    form.generations.setValue(12)
    two.qtbot.waitUntil(lambda: not form.results.isHidden(), timeout=30000)
    assert "Simulated over 12 generations" in form.sentence.text()
    assert "simulation" in form.assumptions.text() and "not a forecast" in form.explanation.text()
    assert len(form.chart._generations) == 13 and form.band.count() == len(form.chart.drawn)


def test_the_chart_draws_those_that_lose_most(qtbot: QtBot) -> None:
    main.application()
    chart = Thinning()
    qtbot.addWidget(chart)
    first = {f"class {n}": {"low": 100, "middle": 100, "high": 100} for n in range(20)}
    last = {f"class {n}": {"low": n, "middle": 5 * n, "high": 6 * n} for n in range(20)}
    chart.show_generations([first, last])
    assert chart.drawn == [f"class {n}" for n in range(MOST_DRAWN)]
    assert "class 0: 100 → 0 (0 %)" in chart.accessibleDescription()
    chart.resize(500, 300)
    plain = chart.grab().toImage()
    chart.show_band("class 3")
    assert chart.grab().toImage() != plain
