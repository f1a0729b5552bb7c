"""What a job that has ended offers: in its line, without the focus, and only what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tests import scenery
from tests.gui.conftest import Hands
from tests.gui.test_window import child
from verify_app.app import jobs as commands
from verify_app.cli.command_table import COMMANDS
from verify_app.gui.panels.jobs import JobRow
from verify_app.gui.shell.jobs import State
from verify_app.gui.shell.next_steps import STEPS


def ended(hands: Hands, title: str, command: list[str]) -> JobRow:
    job = hands.window.jobs.start(title, command)
    hands.qtbot.waitUntil(lambda: job.state.over, timeout=120_000)
    return hands.window.job_panel.rows[-1]


def test_what_is_offered_is_there(hands: Hands) -> None:
    assert STEPS.keys() <= COMMANDS.keys()
    actions = hands.window.actions_by_id.keys() | {"folder"}
    assert {what for steps in STEPS.values() for what, _ in steps} <= actions


def test_added_images_lead_to_predicting(hands: Hands, tmp_path: Path) -> None:
    scenery.picture(tmp_path / "more" / "0.png", 50)
    row = ended(hands, "Add images", commands.add(hands.state.session, [tmp_path / "more"], "real"))
    assert row.job.state is State.DONE and [button.text() for button in row.offers] == ["Predict on them"]
    assert hands.window.focusWidget() is not row.offers[0]
    row.offers[0].click()
    form = hands.window.open_form("predict")
    assert form.isVisible() and row not in hands.window.job_panel.rows


def test_a_version_can_be_trained_on_and_its_folder_opened(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    said = f'import json; print(json.dumps({{"type": "result", "text": "Wrote v1", "folder": r"{tmp_path}"}}))'
    row = ended(hands, "Export", [*child(said), "export"])
    assert [button.text() for button in row.offers] == ["Train on it", "Open folder"]
    row.offers[1].click()
    assert [Path(one) for one in opened] == [tmp_path]
    gone = said.replace(str(tmp_path), str(tmp_path / "gone"))
    assert [button.text() for button in ended(hands, "Export", [*child(gone), "export"]).offers] == ["Train on it"]


def test_what_failed_or_was_cancelled_offers_nothing(hands: Hands) -> None:
    assert ended(hands, "Predict", [*child("raise SystemExit(1)"), "predict"]).offers == []
    assert ended(hands, "Look", child("pass")).offers == []


def test_offers_speak_the_language_of_now(hands: Hands) -> None:
    row = ended(hands, "Predict", [*child("pass"), "predict"])
    before = [button.text() for button in row.offers]
    hands.window.change_settings(language="ja")
    try:
        assert [button.text() for button in row.offers] != before
    finally:
        hands.window.change_settings(language="en")
    assert [button.text() for button in row.offers] == before
