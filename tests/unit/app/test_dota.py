"""DOTA's label files: corners in pixels and a class by name; known by what they hold, never taken for YOLO's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.test_layouts import DOTA_NAMES, dota, imagesets
from verify_app.app.imports.add import AddOptions, Imported, add
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.regions import OrientedBox
from verify_app.core.vocabulary import Origin, Task
from verify_app.formats.detect_format import sniff
from verify_app.formats.dota import Dota, is_dota

ROW = "40 5 60 5 60 45 40 45 gear 0"


def bring(tmp_path: Path, folder: Path, form: str, task: str = "obb") -> tuple[Session, Imported]:
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"), task=task)
    session = Session.open(tmp_path / "project", "ann")
    return session, add(session, [folder], AddOptions(Origin.REAL, form))


def one(folder: Path, text: str) -> Path:
    scenery.picture(folder / "images" / "a.png", 1)
    (folder / "labelTxt").mkdir()
    (folder / "labelTxt" / "a.txt").write_text(text, encoding="utf-8")
    return folder


def test_auto_knows_them_and_keeps_the_parts_they_lie_in(tmp_path: Path) -> None:
    session, done = bring(tmp_path, dota(tmp_path / "set"), "auto")
    assert (done.labels, len(done.labelled), done.problems) == (3, 4, []), "one picture is said to be empty"
    rows = session.project.read.rows("SELECT i.path, s.split FROM stated_split s JOIN image i ON i.id = s.image_id")
    stated = {tuple(row) for row in rows}
    assert stated == {(name, name.partition("/")[0]) for name in (*DOTA_NAMES, "val/images/none.png")}
    regions = [label.region for labels in session.project.read.labels([1, 2, 3, 4]).values() for label in labels]
    assert all(isinstance(region, OrientedBox) for region in regions)


def test_the_lists_of_a_vocdevkit_state_its_splits(tmp_path: Path) -> None:
    session, _ = bring(tmp_path, imagesets(tmp_path / "set"), "auto", "detect")
    rows = session.project.read.rows("SELECT i.path, s.split FROM stated_split s JOIN image i ON i.id = s.image_id")
    assert {(Path(path).stem, split) for path, split in rows} == {("a 1", "train"), ("部品", "val"), ("50% c", "train")}


ROWS = {
    "a rectangle": (ROW, Box(40, 5, 60, 45), ""),
    "capitals, no difficulty": ("40.0 5.0 60.0 5.0 60.0 45.0 40.0 45.0 gear", Box(40, 5, 60, 45), ""),
    "no rectangle: the box round it": ("40 5 60 8 58 45 38 40 gear 1", Box(38, 5, 60, 45), "row.difficult"),
}


@pytest.mark.parametrize(("row", "box", "aside"), ROWS.values(), ids=ROWS)
def test_a_project_of_boxes_takes_the_box_round_the_corners(tmp_path: Path, row: str, box: Box, aside: str) -> None:
    found = Dota(one(tmp_path / "set", row), tmp_path / "set", Task.DETECT)
    (labels,) = found.labels()
    assert [stated.region for stated in labels.objects] == [box]
    assert found.findings.unknown.pop("oriented boxes (the box round each was taken)") == 1
    assert list(found.findings.unknown) == ([aside] if aside else [])


BAD = {
    "a column that is no number": "a 5 60 5 60 45 40 45 gear 0",
    "no class": "40 5 60 5 60 45 40 45",
    "not finite": "nan 5 60 5 60 45 40 45 gear 0",
    "far outside": "1e30 5 60 5 60 45 40 45 gear 0",
}


@pytest.mark.parametrize("row", BAD.values(), ids=BAD)
def test_a_bad_row_is_named_and_the_others_come_in(tmp_path: Path, row: str) -> None:
    session, done = bring(tmp_path, one(tmp_path / "set", f"{ROW}\n{row}\n"), "dota")
    assert (done.labels, len(done.partly)) == (1, 1)
    assert len(done.problems) == 1
    assert "a.txt, line 2: " in done.problems[0]
    session.close()


def test_they_are_not_taken_for_yolo_s(tmp_path: Path) -> None:
    folder = one(tmp_path / "set", ROW)
    with pytest.raises(UserError, match=r"DOTA's: add them as such \(--labels dota"):
        bring(tmp_path, folder, "yolo")
    assert sniff(folder) == "dota"


def test_other_tasks_need_another_format(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="oriented boxes; a project for segment"):
        bring(tmp_path, one(tmp_path / "set", ROW), "dota", "segment")


TEXTS = {
    "a header": ("imagesource:x\ngsd:null\n", True),
    "a row": (ROW, True),
    "a class that begins with a digit": ("1 2 3 4 5 6 7 8 2-wheeler 0", True),
    "YOLO's": ("0 0.1 0.1 0.2 0.1 0.2 0.2 0.1 0.2\n", False),
    "YOLO's outline": ("0 0.1 0.1 0.2 0.1 0.2 0.2 0.1 1e-5 0.3 0.4\n", False),
    "words": ("parts of a machine", False),
    "nothing": ("", False),
    "blanks": (" " * 100_000, False),
}


@pytest.mark.parametrize(("text", "known"), TEXTS.values(), ids=TEXTS)
def test_what_is_known_as_dota_s(tmp_path: Path, text: str, known: bool) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert is_dota(tmp_path / "a.txt") is known
