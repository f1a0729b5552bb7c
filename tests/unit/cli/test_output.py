"""Names come from whoever made the files: none of them is obeyed by a terminal, and none breaks an XML file."""

from __future__ import annotations

import contextlib
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests import scenery
from tests.windows import can_be_called
from verify_app.app.imports.files import add_images
from verify_app.app.project.create import create_project
from verify_app.app.session import Session, person
from verify_app.cli.main import run
from verify_app.cli.output import say_line
from verify_app.core.printable_text import json_line, one_line, printable
from verify_app.core.vocabulary import Origin

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
NAMES = {
    "colour": "red\x1b[31m.png",
    "title": "t\x1b]0;owned\x07.png",
    "csi": "c\x9b2J.png",
    "turned": "gnp.\u202eexe.png",
    "isolate": "a\u2066b\u2069.png",
    "line": "a\nverify-app: all is well.png",
    "return": "a\rverify-app: fine.png",
    "separator": "a\u2028b.png",
    "delete": "a\x7fb.png",
}
CLASS = "bolt\x1b[2J\u202e"


@pytest.fixture
def project(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project as one could be made before class names were looked at."""
    if not can_be_called(NAMES[request.param]):
        pytest.skip("no file can have such a name on Windows")
    scenery.picture(tmp_path / "photos" / NAMES[request.param])
    scenery.picture(tmp_path / "photos" / "plain.png", 1)
    with monkeypatch.context() as before:
        before.setattr("verify_app.app.project.create.checked_names", list)
        create_project(tmp_path / "p", classes=[CLASS, "nut"], actor=person("ann"))
    with contextlib.closing(Session.open(tmp_path / "p", "ann")) as session:
        add_images(session, [tmp_path / "photos"], Origin.REAL)
        scenery.run(session, {1: [(1, (10, 10, 50, 40), 0.9)]})
    return tmp_path / "p"


TELL = (
    ["status"], ["images"], ["labels"], ["queue"], ["log"], ["check"], ["class", "list"], ["source", "list"],
    ["images", "--json"], ["labels", "--json"], ["status", "--json"], ["class", "list", "--json"],
)  # fmt: skip


@pytest.mark.parametrize("project", NAMES, indirect=True)
@pytest.mark.parametrize("command", TELL, ids=" ".join)
def test_a_terminal_is_told_nothing_to_obey(
    project: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, str(project)]) == 0
    out = capsys.readouterr().out
    assert not OBEYED.search(out), ascii(out)
    assert not any(line.startswith("verify-app:") for line in out.splitlines())
    if "--json" in command:
        told = [json.loads(line) for line in out.splitlines()]  # and the names are the very names
        if command[0] == "images":
            assert any(row["image"].removeprefix("photos/") in NAMES.values() for row in told)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize(
    "command",
    [
        ["labels", "PROJECT", "--image", "NAME"],
        ["status", "NAME"],
        ["nonsense-NAME"],
        ["init", "PROJECT", "--task=NAME"],
    ],
    ids=["no image", "no project", "no command", "no choice"],
)
def test_an_error_is_not_obeyed_either(
    tmp_path: Path, name: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    create_project(tmp_path / "p", classes=["bolt"], actor=person("ann"))
    assert run([word.replace("NAME", name).replace("PROJECT", str(tmp_path / "p")) for word in command]) in (1, 2)
    assert not OBEYED.search(capsys.readouterr().err)


@pytest.mark.parametrize("form", ["cvat", "voc"])
@pytest.mark.parametrize("project", ["colour", "turned", "line", "return"], indirect=True)
def test_xml_is_whole_or_says_what_it_cannot_hold(project: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = project.parent / "out"
    assert run(["hand-out", str(project), str(out), "--format", form, "--every"]) == 1
    assert "U+001B" in capsys.readouterr().err  # the class
    assert not out.exists()
    assert run(["class", "rename", str(project), CLASS, 'bolt<&">\u202e']) == 0
    capsys.readouterr()
    assert run(["hand-out", str(project), str(out), "--format", form, "--every", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    files = list(out.rglob("*.xml"))
    assert files
    names = set()
    for file in files:
        for element in ET.parse(file).iter():
            names |= {element.get("name"), element.text}
    held = "\x1b" not in "".join(p.name for p in (project.parent / "photos").iterdir())
    assert (told["images"], len(told["problems"])) == ((2, 0) if held else (1, 1))
    assert "plain.png" in names


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_each_such_character_is_escaped(code: int) -> None:
    text = f"a{chr(code)}b"
    assert not OBEYED.search(printable(text))
    assert len(one_line(text).splitlines()) == 1
    assert not OBEYED.search(json_line({"name": text}))
    assert json.loads(json_line({"name": text})) == {"name": text}


def test_every_script_stays_as_it_is() -> None:
    text = "Größe 螺栓 ボルト شيء \u200f🙂 عدد\u200cها"
    assert printable(text) == one_line(text) == text


def test_commands_speak_in_one_way_only() -> None:
    folder = Path(__file__).parents[3] / "verify_app" / "cli"
    speaks = re.compile(r"click\.echo|\bprint\(|click\.secho|std(out|err)\.write")
    found = [file.name for file in folder.glob("*.py") if speaks.search(file.read_text(encoding="utf-8"))]
    assert found == ["output.py"]


def test_a_name_without_an_end_makes_no_endless_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    say_line(f"There is no class {'x' * 1_000_000}, y{'z' * 1000}; add it.", err=True)
    said = capsys.readouterr().err
    assert said == f"There is no class {'x' * 200}… y{'z' * 1000}; add it.\n"
