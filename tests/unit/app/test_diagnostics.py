"""What is found out about this computer, and the sentence when something does not work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.windows import WINDOWS
from verify_app.app import diagnostics
from verify_app.core.errors import UserError


@pytest.mark.skipif(WINDOWS, reason="Qt's offscreen platform has no fonts there")
def test_the_window_report_names_platform_and_fonts() -> None:
    text, facts = diagnostics.window()
    assert facts["platform"] == "offscreen"
    assert facts["fonts"]["en"]
    assert facts["draws"]
    assert facts["qt"] in text


def child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(diagnostics.jobs, "python", lambda *_: [sys.executable, "-c", code])


def test_a_platform_that_qt_cannot_load_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none_such")
    with pytest.raises(UserError, match="Qt does not start"):
        diagnostics.window()


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, Any] = {"qt": "6", "platform": "xcb", "screens": [], "draws": True}
    told["fonts"] = {"en": "Sans", "ja": "", "zh_CN": "Noto"}
    child(monkeypatch, f"print({json.dumps(told)!r})")
    assert "no font for ja (" in diagnostics.window()[0]
    told["fonts"]["en"] = ""
    child(monkeypatch, f"print({json.dumps(told)!r})")
    with pytest.raises(UserError, match="no font is installed"):
        diagnostics.window()


def test_a_child_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "SECONDS", 0.2)
    child(monkeypatch, "import time; time.sleep(30)")
    began = time.monotonic()
    with pytest.raises(UserError, match="TimeoutExpired"):
        diagnostics.window()
    assert time.monotonic() - began < 20


def test_a_folder_is_written_to_and_left_as_it_was(tmp_path: Path) -> None:
    text, facts = diagnostics.folder(tmp_path)
    assert facts["mb_per_s"] > 0
    assert "locks hold" in text
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written to"):
        diagnostics.folder(tmp_path / "none")


def test_locks_that_do_not_hold_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "try_lock", lambda handle: True)
    with pytest.raises(UserError, match="Locks do not hold"):
        diagnostics.folder(tmp_path)


def test_a_clock_before_the_program_was_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert diagnostics.clock()[1]["now"] > 0
    monkeypatch.setattr(time, "time", lambda: 1_000_000.0)
    with pytest.raises(UserError, match="clock"):
        diagnostics.clock()


def test_an_add_on_of_another_version_fails_the_selftest(tmp_path: Path) -> None:
    (tmp_path / "engine.json").write_text('{"version": "0.0.0", "python": "3.11"}', encoding="utf-8")
    env = {**os.environ, "VERIFY_APP_ENGINE": str(tmp_path)}
    command = [sys.executable, "-m", "verify_app", "selftest", "--json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    (engine,) = (step for step in json.loads(done.stdout)["steps"] if step["name"] == "engine")
    assert not engine["ok"]
    assert "0.0.0" in engine["detail"]
