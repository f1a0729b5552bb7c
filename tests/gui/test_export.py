"""The export form: figures at once, everything a moment later; policies, overrides, costs, what to verify."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.unit.app.test_export import made
from verify_app.app.exports import project_policy
from verify_app.core.receipt.receipt import RECEIPT
from verify_app.core.vocabulary import Grade, Origin, Split
from verify_app.datasets.composition import placement
from verify_app.datasets.policy.policy import MIN_CATCH_RATE, SOFT, Policy
from verify_app.datasets.policy.rules import RULES
from verify_app.datasets.policy.toml_file import read_policy
from verify_app.gui.dialogs import bar_charts, composition_chart
from verify_app.gui.dialogs.export import Export
from verify_app.gui.dialogs.policy_editor import Demands, Percent
from verify_app.gui.dialogs.preview_client import Asker
from verify_app.gui.shell import main

LOWEST_SCREEN = 700
"""Pixels a form may be high on a screen of 1366 x 768."""


@pytest.fixture
def mixed(make_window: Callable[..., Hands], tmp_path: Path) -> Hands:
    """Twelve real pictures, ten of them verified, and fourteen synthetic ones."""
    session = made(tmp_path / "mixed", real=12, synthetic=14, verified=10)
    folder = session.folder
    session.close()
    return make_window.reopen(folder)  # type: ignore[attr-defined, no-any-return]


def opened(hands: Hands) -> Export:
    """The form, with the full answer on it."""
    form = hands.window.open_form("export")
    assert isinstance(form, Export)
    settled(hands, form)
    return form


def settled(hands: Hands, form: Export) -> None:
    hands.qtbot.waitUntil(lambda: form._known and form._preview is None, timeout=30000)


def test_a_slider_is_answered_at_once_and_then_in_full(mixed: Hands) -> None:
    form = opened(mixed)
    plan = form.planned
    assert form.go.isEnabled() and "left out" in form.sentence.text()
    full, said = plan.bar.accessibleDescription(), form.sentence.text()
    seen: list[dict] = []
    form._asker.answered.connect(seen.append)
    form.demands.images.slider.setValue(80)
    assert not form.go.isEnabled(), "nothing is written that was not seen in full"
    assert not plan.bar.isEnabled() and not plan.picture.isEnabled() and not plan.rules.isEnabled()
    assert plan.bar.accessibleDescription() == full, "the former figures, greyed"
    assert form.sentence.text() == f"{said} …"
    mixed.qtbot.waitUntil(lambda: bool(seen), timeout=20000)
    assert seen[-1]["certain"] and plan.bar.isEnabled() and plan.rules.isEnabled()
    assert not plan.verify.isEnabled(), "what to verify instead comes with the full answer"
    live = plan.bar.accessibleDescription(), plan.counts.text()
    assert live[0] != full and "Looking at the files" in form.sentence.text()
    assert form.demands.preset.currentData() == "own"
    settled(mixed, form)
    assert form.go.isEnabled() and "…" not in form.sentence.text() and plan.verify.isEnabled()
    assert live == (plan.bar.accessibleDescription(), plan.counts.text()), "the same composer"
    assert "train" in plan.counts.text()


def test_what_is_not_certain_is_not_shown(mixed: Hands) -> None:
    form = opened(mixed)
    full = form.planned.bar.accessibleDescription()
    form._known = False
    form.planned.grey()
    form._on_outline({"certain": False, "sentence": "Nothing.", "left_out": {"by_reason": {}}})
    assert form.planned.bar.accessibleDescription() == full and not form.planned.bar.isEnabled()


def test_a_form_that_nobody_sees_asks_nothing(mixed: Hands) -> None:
    form = opened(mixed)
    form.close()
    form.seed.setValue(form.seed.value() + 1)
    form.mode.setCurrentIndex(1)
    form._look_again()
    assert form._asker._process is None, "a child would outlive the form"
    form.show()
    settled(mixed, form)
    assert form._asker._process is not None


def test_figures_come_at_once_when_the_project_was_looked_at(mixed: Hands) -> None:
    start = time.perf_counter()
    form = opened(mixed)
    first, child = time.perf_counter() - start, form._asker._process
    waits = []
    for value in (30, 45, 60, 75, 90):
        seen: list[object] = []
        form._asker.answered.connect(seen.append)
        start = time.perf_counter()
        form.demands.images.slider.setValue(value)
        mixed.qtbot.waitUntil(lambda seen=seen: bool(seen), timeout=20000)
        waits.append(time.perf_counter() - start)
        form._asker.answered.disconnect(seen.append)
    print(waits, first)
    assert form._asker._process is child and min(waits) < first / 3, (waits, first)


def test_the_newest_question_wins_and_a_dead_child_is_replaced(mixed: Hands) -> None:
    session = mixed.state.session
    asker = Asker(session, mixed.window)
    seen: list[dict] = []
    asker.answered.connect(seen.append)
    for share in ("0.2", "0.5", "0.8"):
        asker.ask(f'min_real_share = "{share}"', split="80/10/10", seed=0)
    mixed.qtbot.waitUntil(lambda: bool(seen), timeout=20000)
    assert [found["min_real_share"] for found in seen] == [0.8]
    assert asker._process is not None
    asker._process.kill()
    mixed.qtbot.waitUntil(lambda: asker._process is None, timeout=20000)
    wrong: list[str] = []
    asker.failed.connect(wrong.append)
    asker.ask('min_real_share = "0.01"', split="80/10/10", seed=0)
    mixed.qtbot.waitUntil(lambda: bool(wrong), timeout=20000)
    assert "hard floor" in wrong[0]
    asker.stop()


def test_what_each_rule_costs_and_what_to_verify(mixed: Hands) -> None:
    form = opened(mixed)
    plan = form.planned
    assert plan.tabs.isTabVisible(2) and plan.images.count() > 0
    first = plan.images.item(0).text()
    plan._open(plan.images.item(0))
    assert mixed.state.review is not None and mixed.state.review.name == first
    plan.costs.click()
    mixed.qtbot.waitUntil(lambda: "min_real_share" in plan.rules._costs, timeout=30000)
    settled(mixed, form)
    assert plan.rules._costs["min_real_share"] >= 0 and plan.costs.isHidden()


def test_a_policy_is_loaded_saved_and_kept_for_the_project(mixed: Hands, tmp_path: Path) -> None:
    form = opened(mixed)
    (tmp_path / "bad.toml").write_text('min_share = "0.5"\n')
    before = form.demands.policy()
    form.load_file(str(tmp_path / "bad.toml"))
    assert "no rule" in form.sentence.text() and form.demands.policy() == before
    exact = 'min_real_share = "2/3"\nclass_floor = "0"\nmax_depth = 0\ntail_floor = false\n'
    (tmp_path / "own.toml").write_text(exact)
    form.load_file(str(tmp_path / "own.toml"))
    policy = form.demands.policy()
    assert policy.min_real_share == Fraction(2, 3), "exact, though the slider has whole percents"
    assert policy == read_policy(tmp_path / "own.toml")
    form.save_file(str(tmp_path / "again.toml"))
    assert read_policy(tmp_path / "again.toml") == policy
    form.save_file(str(tmp_path / "no" / "folder.toml"))
    assert "cannot be written" in form.sentence.text()
    form._keep()
    assert project_policy.stored(mixed.state.session.project.read) == policy
    mixed.qtbot.waitUntil(lambda: "needs 66.6 %" in mixed.window.meter.coming, timeout=5000)
    assert "own policy" in mixed.window.meter.toolTip()
    mixed.window.forget_form("export")
    assert opened(mixed).demands.policy() == policy


def test_an_override_needs_a_reason_and_is_in_the_receipt(mixed: Hands, tmp_path: Path) -> None:
    form = opened(mixed)
    form.demands.more.setChecked(True)
    given = form.demands.overrides
    assert not given.add.isEnabled()
    for name in ("min_real_share", "min_real_instances", "class_floor", "min_fresh_share"):
        given.rule.setCurrentIndex(given.rule.findData(name))
        given.reason.setText("no real pictures before spring")
        given.add.click()
    assert given.rule.findData("class_floor") < 0 and given.rule.count() == len(SOFT) - 4
    settled(mixed, form)
    marks = [form.planned.rules._grid.itemAtPosition(row, 1).widget().text() for row in range(3)]
    assert any("(overridden)" in text for text in marks)
    form.out.line.setText(str(tmp_path / "out"))
    form.go.click()
    mixed.qtbot.waitUntil(lambda: "Wrote v1" in form.sentence.text(), timeout=30000)
    said = form.sentence.text().splitlines()
    assert len(said) == 2 and said[1].startswith("receipt "), "the rest of it is in the tabs"
    receipt = json.loads((tmp_path / "out" / RECEIPT).read_text())
    assert {one["rule"] for one in receipt["overrides"]} >= {"min_real_share", "class_floor"}
    assert all(one["by"] == "ann" and "spring" in one["reason"] for one in receipt["overrides"])


def test_strict_refuses_in_words_with_the_picture(mixed: Hands) -> None:
    form = opened(mixed)
    form.mode.setCurrentIndex(form.mode.findData("strict"))
    settled(mixed, form)
    assert not form.go.isEnabled() and "policy demands" in form.sentence.text()
    assert form.planned.picture.origins.accessibleDescription().startswith("train: ")


def test_a_share_that_no_policy_may_have_is_a_sentence(qtbot: QtBot) -> None:
    main.application()
    demands = Demands("ann")
    qtbot.addWidget(demands)
    assert demands.policy() == Policy() and demands.problem() == ""
    demands.preset.setCurrentIndex(demands.preset.findData("careful"))
    assert demands.policy().min_real_share == Fraction("0.67")
    demands.show_policy(Policy(Fraction("0.9"), hard_floor=Fraction("0.45")))
    demands.images.slider.setValue(0)
    assert demands.policy().min_real_share == Fraction("0.45"), "never under the floor"


def test_the_lowest_place_of_a_slider_means_something_else(qtbot: QtBot) -> None:
    main.application()
    one = Percent(20, "as by images")
    qtbot.addWidget(one)
    one.set_share(None)
    assert one.share() is None and one.said.text() == "as by images"
    one.slider.setValue(20)
    assert one.share() == Fraction(1, 5) and one.said.text() == "20 %"
    one.set_share(Fraction(1, 3))
    assert one.share() == Fraction(1, 3) and one.said.text() == "33.3 %"


def test_every_rule_and_reason_has_words() -> None:
    rules = {rule.name for rule in RULES} | {MIN_CATCH_RATE} | set(SOFT)
    assert all(composition_chart.rule_name(name) != name for name in rules)
    assert rules == set(composition_chart._RULES)
    reasons = (
        placement.UNUSABLE,
        placement.EVALUATION,
        placement.GOLD,
        placement.LEAK,
        placement.DEPTH,
        placement.FOR_SHARE,
    )
    for name in reasons:
        assert name in composition_chart._REASON or composition_chart.words._REASON[name]
    assert set(bar_charts.ORIGIN_LOOKS) == set(Origin) and set(bar_charts.GRADE_LOOKS) == set(Grade)
    assert set(bar_charts.SPLIT_LOOKS) == set(Split)
    for looks in (bar_charts.ORIGIN_LOOKS, bar_charts.GRADE_LOOKS, bar_charts.SPLIT_LOOKS):
        assert len({style for _, style, _ in looks.values()}) >= len(looks) - 1, "told apart without colour"


def test_many_classes_with_long_names_stay_in_the_picture(qtbot: QtBot) -> None:
    main.application()
    drawn = bar_charts.VersionChart()
    qtbot.addWidget(drawn)
    names = [f"{n:02} " + "a very long name of a part " * 6 for n in range(80)]
    made_of = {"train": {name: n + 1 for n, name in enumerate(names)}, "val": {names[0]: 4}}
    origins = {"train": {"real": 5, "synthetic": 4, "unknown": 0}, "val": {"real": 2}}
    plan = {"composition": {"origins": origins, "grades": {"train": {"drawn": 9, "imported": 3}}, "classes": made_of}}
    drawn.resize(420, 400)
    drawn.show_plan(plan)
    drawn.show()
    assert "train: real 5, synthetic 4; val: real 2" in drawn.origins.accessibleDescription()
    assert len(drawn.classes._rows) == bar_charts.FEW and drawn.classes._rows[0].name == names[1]
    drawn.more.click()
    assert len(drawn.classes._rows) == 80 and drawn.classes.minimumSizeHint().width() <= 260
    assert not drawn.grab().isNull()


@pytest.mark.parametrize("name", ["export", "versions", "what_if", "add", "train"])
def test_forms_fit_a_small_screen(hands: Hands, name: str) -> None:
    form = hands.window.open_form(name)
    assert form.minimumSizeHint().height() <= LOWEST_SCREEN and form.height() <= LOWEST_SCREEN


@pytest.mark.parametrize("name", ["export", "versions", "what_if", "add"])
def test_everything_that_takes_the_focus_has_a_name(hands: Hands, name: str) -> None:
    form = hands.window.open_form(name)
    if name == "export":
        form.demands.more.setChecked(True)
    kinds = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QListWidget, QTableWidget, QPlainTextEdit)
    there = [w for kind in kinds for w in form.findChildren(kind) if w.isVisible()]
    focused = [w for w in there if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert focused and [w for w in focused if not (w.accessibleName() or getattr(w, "text", str)())] == []


def test_training_waits_for_a_version(hands: Hands) -> None:
    form = hands.window.open_form("train")
    assert not form.go.isEnabled() and "no version yet" in form.sentence.text()
