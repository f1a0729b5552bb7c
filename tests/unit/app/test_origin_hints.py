"""A file that says it is synthetic is never silently real: it is recorded, the origin follows, and people are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from tests import scenery
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.files import add_images
from verify_app.app.imports.origin_hints import told
from verify_app.app.project.report import images
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.vocabulary import Origin
from verify_app.storage.queries.groups import hints


def made(file: Path, number: int) -> Path:
    """A picture as a generator saves it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "NovelAI")
    Image.new("RGB", (40, 30), (number, 0, 0)).save(file, pnginfo=info)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scenery.picture(tmp_path / "mixed" / "a.png", 1)
    for number in range(5):
        made(tmp_path / "mixed" / f"m{number}.png", number)
    return tmp_path / "mixed"


def origins(session: Session) -> list[str]:
    return [row["origin"] for row in images(session.project)]


@pytest.mark.parametrize("said", [Origin.REAL, Origin.UNKNOWN])
def test_they_are_synthetic_whatever_was_said_and_people_are_told(folder: Path, said: Origin) -> None:
    session = scenery.project(folder.parent, images=0)
    done = add(session, [folder], AddOptions(said))
    assert origins(session) == [said.value] + ["synthetic"] * 5
    text = told(session, done.hinted, said, ignored=False)
    assert text.startswith(
        "5 say that they are synthetic and are synthetic here (mixed/m0.png: “Software” names NovelAI;"
    )
    assert text.endswith("and 2 more)")
    known = list(hints(session.project.read))
    assert [(h.image_id, h.origin) for h in known] == [(i, "synthetic") for i in done.hinted]
    assert list(session.project.problems()) == []


def test_a_person_may_say_otherwise_and_that_is_on_record(folder: Path) -> None:
    session = scenery.project(folder.parent, images=0)
    done = add(session, [folder], AddOptions(Origin.REAL, ignore_hints=True))
    assert origins(session) == ["real"] * 6
    assert len(list(hints(session.project.read))) == 5
    detail = json.loads(session.project.read.one("SELECT detail FROM event WHERE op = 'scan'"))
    assert (detail["hinted"], detail["hints_ignored"]) == (5, True)
    assert "are real all the same, as you said" in told(session, done.hinted, Origin.REAL, ignored=True)


def test_where_it_is_synthetic_anyway_there_is_nothing_to_say(folder: Path) -> None:
    session = scenery.project(folder.parent, images=0)
    done = add(session, [folder], AddOptions(Origin.SYNTHETIC))
    assert told(session, done.hinted, Origin.SYNTHETIC, ignored=False) == ""
    assert session.project.read.one("SELECT count(*) FROM attribute") == 0


def test_adding_again_says_nothing_new_and_leaves_a_persons_word(folder: Path) -> None:
    session = scenery.project(folder.parent, images=0)
    add(session, [folder], AddOptions(Origin.REAL))
    actions.set_origin(session, [2], Origin.REAL, reason="taken by ann")
    again = add(session, [folder], AddOptions(Origin.REAL))
    assert (again.hinted, again.known) == ({}, 6)
    assert origins(session) == ["real", "real"] + ["synthetic"] * 4
    made(folder / "m0.png", 200)
    changed = add(session, [folder], AddOptions(Origin.REAL))
    assert list(changed.hinted) == [2], "other bytes, a new word on record"
    assert origins(session)[1] == "real", "but a person has decided"


def test_a_known_file_that_becomes_a_generators_is_noticed(folder: Path) -> None:
    session = scenery.project(folder.parent, images=0)
    add_images(session, [folder / "a.png"], Origin.REAL)
    assert origins(session) == ["real"]
    made(folder / "a.png", 7)
    add_images(session, [folder / "a.png"], Origin.REAL)
    assert origins(session) == ["synthetic"]


def test_datasets_of_other_tools_are_heeded_too(folder: Path) -> None:
    names = [{"id": 1, "name": "bolt"}]
    pictures = [{"id": 1, "file_name": "m1.png", "width": 40, "height": 30}]
    boxes = [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 5, 6], "area": 30, "iscrowd": 0}]
    (folder / "coco.json").write_text(json.dumps({"images": pictures, "annotations": boxes, "categories": names}))
    session = scenery.project(folder.parent, images=0)
    done = add(session, [folder / "coco.json"], AddOptions(Origin.REAL, labels="coco", images=folder))
    assert len(done.hinted) == 1
    assert origins(session) == ["synthetic"]


def test_the_command_tells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenery.project(folder.parent, images=0).close()
    assert run(["add", str(folder.parent / "project"), str(folder), "--origin", "real", "--by", "ann"]) == 0
    assert "5 say that they are synthetic and are synthetic here" in capsys.readouterr().out
