"""What children of the window print carries the templates of its messages; what anybody else gets does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verify_app.app.jobs import TEMPLATES_VARIABLE, environment
from verify_app.cli.main import run
from verify_app.core.messages import M, restore


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    return [restore(line, line.pop("templates", {})) for line in lines]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    assert run(["init", str(folder), "--classes", "gear", "--by", "ann"]) == 0
    return folder


def test_a_refused_job_says_why_as_a_message(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert environment(None)[TEMPLATES_VARIABLE] == "1"
    monkeypatch.setenv(TEMPLATES_VARIABLE, "1")
    nowhere = tmp_path / "nowhere"
    add = ["add", str(project), str(nowhere), "--origin", "real", "--by", "ann"]
    capsys.readouterr()
    assert run([*add, "--progress", "jsonl"]) == 1
    first = told(capsys)[0]
    message = first["message"]
    assert first["type"] == "error" and isinstance(message, M)
    assert message.template == "There is no file or folder {path}." and message.arguments == {"path": str(nowhere)}


def test_a_command_without_progress_says_it_too(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(TEMPLATES_VARIABLE, "1")
    capsys.readouterr()
    assert run(["what-if", "--json", "--", str(project)]) == 1
    (line,) = told(capsys)
    assert line["type"] == "error" and isinstance(line["message"], M)


def test_the_public_json_is_as_it_was(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(TEMPLATES_VARIABLE, raising=False)
    capsys.readouterr()
    assert run(["status", str(project), "--json"]) == 0
    assert "templates" not in json.loads(capsys.readouterr().out)
    assert run(["add", str(project), str(tmp_path / "nowhere"), "--origin", "real", "--progress", "jsonl"]) == 1
    assert "templates" not in json.loads(capsys.readouterr().out.splitlines()[0])
