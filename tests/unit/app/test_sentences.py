"""What the program says to unusual input: one true sentence, with the right numbers in it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from tests.unit.inference.tiny_models import METADATA, colour_graph, write
from verify_app.app.exports.labels import hand_out
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.class_mapping import likely_class
from verify_app.app.model_fit import notes_of
from verify_app.app.project.create import create_project, read_classes
from verify_app.app.scripting.decide import answers
from verify_app.app.session import Session, person
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.names import cleaned
from verify_app.core.vocabulary import Origin, Task
from verify_app.formats.labelme import Labelme
from verify_app.formats.xml_text import require_xml
from verify_app.imaging.reading import header
from verify_app.inference.engine import first_line
from verify_app.storage import database, own_projects
from verify_app.storage.project import Project
from verify_app.training.evaluate import evaluate

# --- classes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "bolt\nnut\nwasher, flat\n"),
        ("a.csv", "bolt, nut,washer; flat"),
        ("a.json", json.dumps({"categories": [{"id": 7, "name": "bolt"}, {"id": 2, "name": "nut"}]})),
    ],
)
def test_classes_of_a_file(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert read_classes(tmp_path / name)[:2] == ["bolt", "nut"]
    assert len(read_classes(tmp_path / name)) == (2 if name.endswith("json") else 3)


@pytest.mark.parametrize("text", ["[]", "{}", '{"categories": 1}', '{"categories": [{"id": 1}]}', "nonsense"])
def test_json_of_another_kind_makes_no_classes(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(UserError, match=r"a\.json"):
        read_classes(tmp_path / "a.json")


@pytest.mark.parametrize("name", ["n" * 101, "a\0b", "a\x1b[31mb", "a\x9bb"])
def test_what_no_class_is_called(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "p"), "--classes", name]) == 1
    assert run(["init", str(tmp_path / "q"), "--classes", "nut"]) == 0
    assert run(["class", "add", str(tmp_path / "q"), name]) == 1
    assert capsys.readouterr().err.count("verify-app: ") == 2


def test_names_that_differ_only_by_case_are_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path / "p"), "--classes", "car,Car"]) == 0
    assert "The classes car and Car differ only by case; they are two." in capsys.readouterr().out
    assert run(["class", "add", str(tmp_path / "p"), "CAR"]) == 0
    assert "The classes car and CAR differ only by case; they are two." in capsys.readouterr().out


@pytest.mark.parametrize(("name", "likely"), [("PERSON", "person"), ("Dogs", "dog"), ("xylophone", "CLASS")])
def test_an_example_is_alike_or_none(name: str, likely: str) -> None:
    assert likely_class(name, ["dog", "person"]) == likely


# --- lines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        {"op": "accept", "id": "P1", "clas": "nut"},
        {"op": "reject", "id": "P1", "fixlater": True},
        {"op": "flag", "text": "?"},
        {"op": "draw", "class": "nut", "box": [1, 1, 9, 9], "polygon": []},
        {"op": "undo", "id": "P1"},
    ],
)
def test_a_field_that_an_operation_does_not_have_is_named(tmp_path: Path, line: dict[str, Any]) -> None:
    session = scenery.project(tmp_path, images=1)
    scenery.run(session, {1: [(1, (5, 5, 45, 45), 0.9)]})
    (said,) = answers(session.project, [json.dumps({"actor": "script", "image": "photos/000.png", **line})])
    strange = list(line)[-1]
    assert not said["ok"] and said["error"].startswith(f'"{strange}" is no field of {line["op"]}; it has actor,')


# --- databases ------------------------------------------------------------------------------------------------


def test_saying_that_a_damaged_project_is_ones_own_says_that_it_is_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create_project(tmp_path / "p", classes=["nut"], actor=person("ann"))
    file = tmp_path / "p" / "project.db"
    file.write_bytes(b"nothing of ours" * 1000)
    assert run(["status", str(tmp_path / "p"), "--mine"]) == 1
    assert "damaged" in capsys.readouterr().err


Swap = Callable[[Path, Path], None]
SWAPS: dict[str, Swap] = {
    "link": lambda file, other: file.symlink_to(other),
    "hard link": lambda file, other: os.link(other, file),
    "copy": lambda file, other: shutil.copy(other, file) and None,
}


@pytest.mark.parametrize("swap", SWAPS)
@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("nth", [1, 2])
def test_a_database_that_is_replaced_while_it_is_opened_is_not_touched(
    tmp_path: Path, swap: str, write: bool, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("p", "other"):
        create_project(tmp_path / name, classes=[name], actor=person("ann"))
    file, other, usual, count = tmp_path / "p" / "project.db", tmp_path / "other" / "project.db", sqlite3.connect, [0]
    before = other.read_bytes()

    def connect(*said: Any, **how: Any) -> sqlite3.Connection:
        count[0] += 1
        if count[0] == nth:
            file.rename(tmp_path / "away.db")
            SWAPS[swap](file, other)
        return usual(*said, **how)

    monkeypatch.setattr(sqlite3, "connect", connect)
    monkeypatch.delenv(own_projects.TRUST_VARIABLE, raising=False)
    with pytest.raises(UserError), contextlib.closing((Project.open if write else Project.look)(tmp_path / "p")):
        pass
    assert other.read_bytes() == before


def test_a_project_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="full"), database.created(tmp_path / "project.db"):
        raise UserError("The disk is full.")
    assert list(tmp_path.iterdir()) == []


def test_a_project_on_a_full_disk_can_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    create_project(tmp_path / "p", classes=["nut"], actor=person("ann"))
    usual = database.connect

    def connect(file: Path, *, write: bool, **how: Any) -> sqlite3.Connection:
        if write:
            with database.explained(file):
                raise sqlite3.OperationalError("disk I/O error")
        return usual(file, write=write, **how)

    monkeypatch.setattr(database, "connect", connect)
    assert run(["check", str(tmp_path / "p")]) == 0
    said = capsys.readouterr().out
    assert "The record is sound" in said and "The files were not looked at: the disk is full" in said


# --- what comes in and goes out -------------------------------------------------------------------------------


def test_a_hand_out_counts_what_it_wrote(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    shutil.copy(tmp_path / "photos" / "000.png", tmp_path / "photos" / "000.bmp")
    scenery.picture(tmp_path / "photos" / "000.webp", 9)
    add(session, [tmp_path / "photos"], AddOptions(Origin.REAL))
    done = hand_out(session, tmp_path / "out", "yolo", every=True)
    assert done.images == len(list((tmp_path / "out" / "labels").rglob("*.txt"))) == 1
    assert done.findings.skipped >= 1


def test_adding_again_says_what_is_attested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenery.picture(tmp_path / "set" / "images" / "a.png")
    (tmp_path / "set" / "labels").mkdir()
    (tmp_path / "set" / "labels" / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    (tmp_path / "set" / "classes.txt").write_text("nut\n")
    create_project(tmp_path / "p", classes=["nut"], actor=person("ann"))
    command = ["add", str(tmp_path / "p"), str(tmp_path / "set"), "--origin", "real", "--labels", "yolo"]
    assert run(command) == 0
    assert capsys.readouterr().out.startswith("Added 1 image, 1 label.")
    assert run([*command, "--attest", "ann"]) == 0
    assert "1 label is attested." in capsys.readouterr().out


def test_flags_and_lone_groups_of_labelme_are_named_as_left_aside(tmp_path: Path) -> None:
    scenery.picture(tmp_path / "a.png")
    shape = {"label": "nut", "points": [[1, 1], [9, 9]], "shape_type": "rectangle", "group_id": 3}
    data = {"flags": {"day": True, "wet": False}, "imagePath": "a.png", "shapes": [shape]}
    (tmp_path / "a.json").write_text(json.dumps(data))
    assert dict(Labelme(tmp_path, tmp_path, Task.DETECT).findings.unknown) == {"file.flags": 1, "shape.group_id": 1}


def test_heic_under_another_name_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(header, "HEIC", False)
    header._readers.cache_clear()
    with pytest.raises(UserError, match="This is a HEIC picture, whatever its name says"):
        header.open_image(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    header._readers.cache_clear()


# --- models ---------------------------------------------------------------------------------------------------


def test_a_model_for_another_task_is_said_to_be_before_gold_is_read(tmp_path: Path) -> None:
    model = write(tmp_path / "m.onnx", colour_graph())
    with pytest.raises(UserError, match=r"m\.onnx is a model for detect, the gold images are labelled for segment"):
        evaluate([model], tmp_path / "nowhere", names=["red"], task=Task.SEGMENT, device="cpu")


def test_numbers_of_a_model_are_the_projects_where_somebody_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = scenery.project(tmp_path, images=1)
    session.close()
    named = write(tmp_path / "n.onnx", colour_graph())
    nameless = write(tmp_path / "m.onnx", colour_graph(), {k: v for k, v in METADATA.items() if k != "names"})
    command = ["predict", str(session.folder), "--model"]
    assert run([*command, str(named), "--by-number"]) == 1
    assert "names its classes" in capsys.readouterr().err
    assert run([*command, str(nameless)]) == 1
    assert "--by-number" in capsys.readouterr().err
    assert run([*command, str(nameless), "--by-number"]) == 0
    with contextlib.closing(Session.open(session.folder, "ann")) as again:
        assert list(again.project.read.models()[0].names.values())[:3] == list(scenery.CLASSES)


def test_an_error_that_is_a_number_is_put_into_words() -> None:
    assert first_line("174812789") == first_line("'174812789'") == "its bytes make no sense"
    assert first_line("no such operator 17.") == "no such operator 17"


@pytest.mark.parametrize("task", ["obb", "pose"])
def test_the_article_is_the_right_one(task: str) -> None:
    class Stub:
        boxes, settings = True, {}

        class card:  # noqa: N801
            pass

    Stub.card.task = task  # type: ignore[attr-defined]
    article = {"obb": "An", "pose": "A"}[task]
    assert notes_of(Stub()) == [f"{article} {task} model: the boxes round its objects were taken."]  # type: ignore[arg-type]


@pytest.mark.parametrize("call", [require_xml, cleaned])
def test_a_name_is_shown_as_it_is_written(call: Callable[[str], str]) -> None:
    with pytest.raises(UserError, match='The name it\'s\\\\x07"so" has'):
        call('it\'s\x07"so"')


def test_where_nothing_differs_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create_project(tmp_path / "p", classes=["nut"], actor=person("ann"))
    assert run(["disagreements", str(tmp_path / "p")]) == 0
    assert capsys.readouterr().out == "On no image do the newest run and the labels differ.\n"
