"""A named pipe among label files: nobody waits for its other end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.add import AddOptions, add
from verify_app.core.errors import UserError
from verify_app.core.regular_file import ordinary
from verify_app.core.vocabulary import Origin
from verify_app.formats.records import safe_path

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")

LABELME = (
    '{"imagePath": "000.png", "shapes": [{"label": "nut", "points": [[5, 5], [50, 40]], "shape_type": "rectangle"}]}'
)
VOC = (
    "<annotation><filename>000.png</filename><object><name>nut</name><bndbox><xmin>5</xmin><ymin>5</ymin>"
    "<xmax>50</xmax><ymax>40</ymax></bndbox></object></annotation>"
)
FILES = {
    "labelme": ("000.json", LABELME, "pipe.json"),
    "voc": ("000.xml", VOC, "pipe.xml"),
    "yolo": ("000.txt", "0 0.5 0.5 0.2 0.2\n", "001.txt"),
}


@pytest.mark.parametrize("form", [*FILES, "auto"])
def test_a_pipe_among_labels_stops_nothing(tmp_path: Path, form: str) -> None:
    session = scenery.project(tmp_path, images=0)
    photos = tmp_path / "photos"
    for number in range(2):
        scenery.picture(photos / f"{number:03}.png", number)
    name, content, pipe = FILES["labelme" if form == "auto" else form]
    (photos / name).write_text(content, encoding="utf-8")
    if form == "yolo":
        (photos / "classes.txt").write_text("nut\n", encoding="utf-8")
    os.mkfifo(photos / pipe)
    found = add(session, [photos], AddOptions(Origin.REAL, labels=form))
    assert found.labels == 1
    if form != "yolo":  # there it is as if the image had no labels
        assert any(pipe in problem for problem in found.problems)
    session.close()


@pytest.mark.parametrize("form", ["coco", "cvat", "ndjson"])
def test_a_pipe_in_place_of_the_labels_is_refused(tmp_path: Path, form: str) -> None:
    session = scenery.project(tmp_path, images=1)
    ending = {"coco": "json", "cvat": "xml", "ndjson": "ndjson"}[form]
    os.mkfifo(tmp_path / "photos" / f"labels.{ending}")
    with pytest.raises(UserError):
        add(session, [tmp_path / "photos"], AddOptions(Origin.REAL, labels=form))
    session.close()


def test_what_is_no_pipe_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    for place in (tmp_path, tmp_path / "a", tmp_path / "missing"):
        assert ordinary(place) == place
    os.mkfifo(tmp_path / "p")
    with pytest.raises(OSError, match="not an ordinary file"):
        ordinary(tmp_path / "p")


@pytest.mark.parametrize("form", ["labelme", "voc", "coco", "cvat", "ndjson"])
def test_a_misspelt_folder_is_not_its_parent(tmp_path: Path, form: str) -> None:
    session = scenery.project(tmp_path, images=1)
    for name, content, _ in FILES.values():
        (tmp_path / "photos" / name).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r"There is no .*typo"):
        add(session, [tmp_path / "photos" / "typo"], AddOptions(Origin.REAL, labels=form))
    session.close()


@pytest.mark.parametrize("text", [".", "./", "././", " ", "", None])
def test_a_name_that_names_no_file_is_said_to_be_none(text: object) -> None:
    with pytest.raises(UserError, match="without a file name"):
        safe_path(text)
