"""Arguments of any length: class lists are taken, names that no file can have are a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.cli.main import run

LONG = "x" * 5000
NAME = "y" * 300


@pytest.mark.parametrize("count", [3, 400, 10_000], ids="{} classes".format)
def test_a_class_list_of_any_length_is_taken(tmp_path: Path, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    names = ",".join(f"class {n}" for n in range(count))
    assert run(["init", str(tmp_path / "p"), "--classes", names]) == 0
    assert run(["class", "list", str(tmp_path / "p")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"class {count - 1}"


COMMANDS = {
    "init": ["init", "{long}"],
    "init, a part of a path": ["init", "{folder}/{name}/p"],
    "init, skeleton": ["init", "{folder}/q", "--task", "pose", "--skeleton", "{long}"],
    "init, classes of a file": ["init", "{folder}/{name}", "--classes", "a"],
    "add": ["add", "{project}", "{long}", "--origin", "real"],
    "add, labels": ["add", "{project}", "{long}", "--origin", "real", "--labels", "yolo"],
    "add, auto": ["add", "{project}", "{folder}/{name}", "--origin", "real", "--labels", "auto"],
    "add, COCO": ["add", "{project}", "{long}", "--origin", "real", "--labels", "coco"],
    "add, images": ["add", "{project}", "{folder}", "--origin", "real", "--labels", "coco", "--images", "{long}"],
    "classes-of": ["classes-of", "{project}", "{long}"],
    "watch": ["watch", "{project}", "{long}", "--origin", "real", "--once"],
    "predict": ["predict", "{project}", "--model", "{long}"],
    "decide": ["decide", "{project}", "{long}"],
    "status": ["status", "{long}"],
    "images": ["images", "{long}"],
    "log": ["log", "{long}"],
    "check": ["check", "{long}"],
    "export": ["export", "{project}", "{long}"],
    "export, policy": ["export", "{project}", "{folder}/out", "--policy", "{long}"],
    "hand-out": ["hand-out", "{project}", "{long}", "--format", "coco"],
    "verify-version": ["verify-version", "{long}"],
    "policy check": ["policy", "check", "{long}"],
    "model add": ["model", "add", "{project}", "{long}"],
    "source relocate": ["source", "relocate", "{project}", "photos", "{long}"],
    "demo": ["demo", "{long}"],
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_a_name_that_is_too_long_is_a_sentence(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    session = scenery.project(tmp_path, images=1)
    session.close()
    places = {"long": LONG, "name": NAME, "project": str(tmp_path / "project"), "folder": str(tmp_path)}
    assert run([argument.format(**places) for argument in arguments]) in (1, 2, 3)
    said = capsys.readouterr().err.strip()
    assert said.startswith(("verify-app: ", "Error: ", "Usage: ")) and "Traceback" not in said
