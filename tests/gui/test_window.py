"""The window around the review: opening, the meter, background jobs, closing, bugs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests import scenery
from tests.gui.conftest import Hands
from verify_app.app import jobs as commands
from verify_app.app.session import Session
from verify_app.gui.panels.message import fitting
from verify_app.gui.shell import actions as table
from verify_app.gui.shell import main
from verify_app.gui.shell.jobs import State
from verify_app.gui.shell.window import MainWindow

PEERS = {
    "next": "D", "previous": "A", "next_unreviewed": "Shift+D", "previous_unreviewed": "Shift+A", "complete": "Space",
    "accept": "F", "reject": "X", "fix_later": "Shift+X", "empty": "Shift+Space", "flag": "U", "next_label": "Tab",
    "previous_label": "Shift+Tab", "box": "R W", "select": "V Ctrl+J", "cancel": "Esc", "delete": "Del",
    "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z Ctrl+Y", "class": "C Ctrl+E", "zoom_in": "Ctrl++", "zoom_out": "Ctrl+-",
    "zoom_full": "Ctrl+=", "fit_window": "Ctrl+F", "fit_width": "Ctrl+Shift+F", "copy": "Ctrl+C", "paste": "Ctrl+V",
    "duplicate": "Ctrl+D", "labels": "H", "names": "L", "predict_image": "I", "zoom_object": "Z", "keys": "F1 ?",
}  # fmt: skip
"""The keys this program promises, from the comparison with its peers."""


def test_the_keys_are_those_that_were_promised() -> None:
    actions = {action.id: action for action in table.ACTIONS}
    assert {name: " ".join(actions[name].keys) for name in PEERS} == PEERS
    assert table.conflicts(table.ACTIONS) == {}
    assert all(f"class_{n}" in actions for n in range(1, 10))


def test_own_keys_replace_the_table_and_conflicts_are_found() -> None:
    own = table.with_keys(table.ACTIONS, {"accept": "J Return", "flag": ""})
    keys = {action.id: action.keys for action in own}
    assert keys["accept"] == ("J", "Return") and keys["flag"] == ()
    assert table.conflicts(table.with_keys(table.ACTIONS, {"accept": "X"})) == {"X": ["accept", "reject"]}


def test_without_a_project_the_welcome_page_asks_for_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    page = window.welcome()
    page.name.setText("  Kai   Mori ")
    page.name.editingFinished.emit()
    assert window.reviewer == "Kai Mori"
    assert not window.open_project(tmp_path / "nowhere")
    assert "There is no project" in page.sentence.text()
    scenery.project(tmp_path, images=1).close()
    assert window.open_project(tmp_path / "project")
    assert window.session is not None and window.session.actor.name == "Kai Mori"
    assert not page.isVisible()
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    again.show_welcome()
    assert again.welcome().recent.item(0).toolTip() == str(tmp_path / "project")


def test_a_project_without_images_says_what_to_do(make_window: Callable[..., Hands]) -> None:
    hands = make_window({}, images=0)
    assert hands.canvas.notice.title == "No images yet"
    assert hands.window.statusBar().isVisible()


def test_a_vanished_image_is_told_in_its_place(hands: Hands) -> None:
    (hands.state.session.folder.parent / "photos" / "001.png").unlink()
    hands.state.show_image(2)
    hands.qtbot.waitUntil(hands.canvas.notice.isVisible)
    assert "missing" in hands.canvas.notice.text
    hands.state.show_image(1)
    assert not hands.canvas.notice.isVisible()


def test_an_image_of_another_size_is_recorded_shown_and_told(hands: Hands) -> None:
    scenery.picture(hands.state.session.folder.parent / "photos" / "001.png", 9, size=(64, 64))
    hands.show(2)
    assert hands.state.review is not None and hands.state.review.width == 64
    assert "changed on disk" in hands.said and not hands.canvas.notice.isVisible()


def test_the_meter_says_share_demand_and_advice(hands: Hands) -> None:
    meter = hands.window.meter
    hands.qtbot.waitUntil(lambda: "needs 50 %" in meter.coming)
    hands.key(" ")
    hands.qtbot.waitUntil(lambda: meter.numbers == "Real share now 100 % (1 of 1)")
    assert meter.advice and meter.accessibleDescription().endswith(meter.advice)
    assert meter.coming == "the next version needs 50 %"


def test_a_project_open_elsewhere_is_refused_and_the_open_one_stays(hands: Hands, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    scenery.project(other, images=1).close()
    code = (
        "import sys; from pathlib import Path; from verify_app.app.session import Session; "
        "s = Session.open(Path(sys.argv[1]), 'bo'); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(other / "project")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline()
        assert not hands.window.open_project(other / "project")
        holder.communicate(b"")
    assert hands.window.session is hands.state.session
    assert "open" in hands.said


def test_a_project_that_cannot_be_opened_at_the_start_is_told_on_the_welcome_page(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = main.application()
    seen: list[MainWindow] = []

    def look() -> int:
        seen.extend(w for w in app.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        return 0

    monkeypatch.setattr(app, "exec", look)
    monkeypatch.setattr(main, "application", lambda: app)
    assert main.run(tmp_path / "nowhere", reviewer="ann") == 0
    assert "There is no project" in seen[-1].welcome().sentence.text()
    assert seen[-1].welcome().sentence.isVisible()
    seen[-1].close()


# --- jobs -----------------------------------------------------------------------------------------------


def test_a_job_shows_progress_and_its_result(hands: Hands, tmp_path: Path) -> None:
    for number in range(3):
        scenery.picture(tmp_path / "more" / f"{number}.png", 50 + number)
    job = hands.window.jobs.start("Add images", commands.add(hands.state.session, [tmp_path / "more"], "real"))
    assert hands.window.job_panel.isVisible()
    hands.qtbot.waitUntil(lambda: job.state.over, timeout=20000)
    assert job.state is State.DONE and "Added 3 images" in hands.window.job_panel.rows[0].sentence()
    hands.qtbot.waitUntil(lambda: len(hands.state.order) == 7, timeout=3000)


def test_a_job_that_fails_says_why(hands: Hands, tmp_path: Path) -> None:
    job = hands.window.jobs.start("Add images", commands.add(hands.state.session, [tmp_path / "none"], "real"))
    hands.qtbot.waitUntil(lambda: job.state.over, timeout=20000)
    assert job.state is State.FAILED and "There is no file or folder" in job.text
    assert job.exit_code == 1
    assert "There is no file or folder" in hands.window.job_panel.rows[0].sentence()


def child(code: str) -> list[str]:
    return [sys.executable, "-u", "-c", code]


def test_a_job_that_crashes_is_a_sentence(hands: Hands) -> None:
    job = hands.window.jobs.start("Predict", child("import os; os.abort()"))
    hands.qtbot.waitUntil(lambda: job.state.over, timeout=10000)
    assert job.state is State.FAILED and "stopped unexpectedly" in job.text


def test_a_program_that_is_not_there_is_a_sentence(hands: Hands) -> None:
    job = hands.window.jobs.start("Predict", ["/no/such/program"])
    hands.qtbot.waitUntil(lambda: job.state.over, timeout=10000)
    assert "could not be started" in job.text


def test_cancel_asks_and_then_kills(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify_app.gui.shell.jobs.KILL_MS", 300)
    polite = hands.window.jobs.start("Predict", child("import sys; sys.stdin.readline(); sys.exit(130)"))
    deaf = hands.window.jobs.start("Train", child("import time; time.sleep(60)"))
    hands.qtbot.waitUntil(lambda: len(hands.window.job_panel.rows) == 2)
    for row in hands.window.job_panel.rows:
        row.cancel.click()
    hands.qtbot.waitUntil(lambda: polite.state.over and deaf.state.over, timeout=10000)
    assert polite.state is deaf.state is State.CANCELLED


def test_progress_lines_split_anywhere_are_read_whole(hands: Hands) -> None:
    code = (
        "import sys, time\n"
        'line = \'{"type":"progress","job":"predict","done":12,"total":48,"text":"日本.jpg","problem":"x: bad"}\\n\'\n'
        "data = line.encode()\n"
        "sys.stdout.buffer.write(data[:50]); sys.stdout.flush(); time.sleep(0.2)\n"
        "sys.stdout.buffer.write(data[50:]); sys.stdout.buffer.write(b'noise\\n'); sys.stdout.flush(); time.sleep(60)"
    )
    job = hands.window.jobs.start("Predict", child(code))
    hands.qtbot.waitUntil(lambda: job.done == 12, timeout=10000)
    hands.qtbot.waitUntil(lambda: "noise" in job.log, timeout=10000)
    assert (job.total, job.skipped) == (48, 1) and "x: bad" in job.log
    assert "12 of 48" in hands.window.job_panel.rows[0].sentence()
    assert "日本.jpg" in hands.window.job_panel.rows[0].sentence()


def test_closing_while_a_job_runs_asks_in_place(hands: Hands) -> None:
    hands.window.jobs.start("Predict", child("import sys; sys.stdin.readline(); sys.exit(130)"))
    hands.window.close()
    assert hands.window.isVisible() and hands.page.message.asking
    hands.key("f")
    assert "Accepted" in hands.said, "the review goes on meanwhile"
    buttons = {button.text(): button for button in hands.page.message.findChildren(QPushButton)}
    buttons["Stay"].click()
    assert not hands.page.message.asking and hands.window.busy
    hands.window.close()
    buttons = {button.text(): button for button in hands.page.message.findChildren(QPushButton)}
    buttons["Cancel it and close"].click()
    hands.qtbot.waitUntil(lambda: not hands.window.isVisible(), timeout=10000)


# --- bugs and leaving -------------------------------------------------------------------------------------


def test_a_bug_is_said_and_written_down(hands: Hands, own_settings: Path) -> None:
    try:
        raise RuntimeError("a bug")
    except RuntimeError as error:
        main._Hook(hands.window)(type(error), error, error.__traceback__)
    hands.qtbot.waitUntil(lambda: "Something went wrong" in hands.said)
    assert "RuntimeError: a bug" in (own_settings / "window.log").read_text()
    hands.key("f")
    assert hands.record(1).items[0].by == "ann"


def test_closing_gives_the_project_up_and_remembers_the_slider(hands: Hands) -> None:
    folder = hands.state.session.folder
    hands.key("]")
    hands.window.close()
    Session.open(folder, "bo").close()
    assert MainWindow().settings.confidence == pytest.approx(0.30)


def test_the_line_of_keys_gets_shorter_before_it_goes() -> None:
    def shown(most: int) -> str:
        return fitting("Space done   F accept   X reject   F1 all keys", lambda text: len(text) <= most)

    assert shown(99) == "Space done   F accept   X reject   F1 all keys"
    assert shown(40) == "Space done   F accept   F1 all keys"
    assert shown(30) == "Space done   F1 all keys"
    assert shown(12) == "F1 all keys"
    assert shown(5) == ""
