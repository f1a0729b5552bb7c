"""What lies in folders is said before a project is made of them; nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.contents import look_into, try_pictures
from verify_app.cli.main import run
from verify_app.core.vocabulary import Task


def photos(folder: Path) -> Path:
    for number in range(3):
        scenery.picture(folder / "images" / f"{number}.png", number)
    (folder / "images" / "broken.png").write_bytes(b"no picture")
    return folder


def labelled(folder: Path, *, named: bool) -> Path:
    photos(folder)
    (folder / "labels").mkdir()
    (folder / "labels" / "0.txt").write_text("1 0.5 0.5 0.2 0.2\n1 0.3 0.3 0.1 0.1\n")
    if named:
        (folder / "data.yaml").write_text("names: [bolt, nut]\n")
    return folder


def test_pictures_are_counted_and_those_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    found = look_into(photos(tmp_path), Task.DETECT)
    assert (found.images, found.unreadable, found.form) == (4, None, "")
    tried = try_pictures(tmp_path, found)
    assert (tried.images, tried.unreadable) == (4, 1) and tried.problem.startswith("broken.png: ")


def test_labels_beside_them_are_found_by_name(tmp_path: Path) -> None:
    found = look_into(labelled(tmp_path, named=True), Task.DETECT)
    assert (found.form, "nut" in found.names, found.numbers) == ("yolo", True, {})


def test_numbers_that_nothing_names_are_counted(tmp_path: Path) -> None:
    (labelled(tmp_path, named=False) / "classes.csv").write_text("")
    found = look_into(tmp_path, Task.DETECT)
    assert (found.form, found.names, found.numbers) == ("yolo", (), {1: 2})


def test_labels_that_cannot_be_read_count_as_none(tmp_path: Path) -> None:
    (photos(tmp_path) / "instances.json").write_text('{"images": [], "annotations": [')
    assert look_into(tmp_path, Task.DETECT).form == ""


def test_the_command_answers_twice_for_the_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(labelled(tmp_path, named=True).rglob("*"))
    assert run(["contents", str(tmp_path), "--json"]) == 0
    first, second = (json.loads(line)["places"][0] for line in capsys.readouterr().out.splitlines())
    assert first["unreadable"] is None and second["unreadable"] == 1
    assert first["form"] == second["form"] == "yolo" and first["names"] == second["names"]
    assert sorted(tmp_path.rglob("*")) == before
    assert run(["contents", str(tmp_path)]) == 0
    assert "4 images, 1 not readable; labels (yolo): " in capsys.readouterr().out
