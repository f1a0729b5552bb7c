"""Adding a dataset of another tool by hand: format, folder of the images, class names, who vouches."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from tests import scenery
from tests.gui.conftest import Hands
from verify_app.app.project.report import status


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def dataset(folder: Path) -> Path:
    """A COCO file apart from its two pictures."""
    for number in range(2):
        scenery.picture(folder / "pictures" / f"{number}.png", 50 + number)
    images = [{"id": n, "file_name": f"{n}.png", "width": 200, "height": 100} for n in range(2)]
    marks = [{"id": n, "image_id": n, "category_id": 4, "bbox": [5, 5, 20, 20]} for n in range(2)]
    data = {"images": images, "annotations": marks, "categories": [{"id": 4, "name": "sprocket"}]}
    (folder / "labels").mkdir()
    (folder / "labels" / "set.json").write_text(json.dumps(data))
    return folder


def test_fields_show_where_labels_come_in(hands: Hands) -> None:
    form = hands.window.open_form("add")

    def shown(field: QWidget) -> bool:
        return bool(form.fields.isRowVisible(field))

    for labels, wanted in (("none", (False, False)), ("yolo", (True, True)), ("auto", (True, True))):
        choose(form.labels, labels)
        assert (shown(form.images), shown(form.attest)) == wanted
    form.close()


def test_a_dataset_of_another_tool_comes_in(hands: Hands, tmp_path: Path) -> None:
    folder, before = dataset(tmp_path / "set"), status(hands.state.session.project)
    form = hands.window.open_form("add")
    form.set_paths([folder / "labels"])
    choose(form.labels, "auto")
    form.images.line.setText(str(folder / "pictures"))
    form.start()
    hands.qtbot.waitUntil(lambda: "sprocket" in form.sentence.text(), timeout=20000)
    assert form.isVisible() and form.classes.names.undecided == ["sprocket"], "asked on screen, never guessed"
    box = form.classes.names._boxes["sprocket"]
    box.setCurrentIndex(box.findText("is gear"))
    form.attest.setText("Kai")
    form.start()
    hands.qtbot.waitUntil(lambda: not hands.window.busy, timeout=30000)
    after = status(hands.state.session.project)
    assert after["images"]["total"] == before["images"]["total"] + 2
    assert after["labels"]["by_grade"]["attested"] == 2


def test_the_table_fills_itself_when_a_dataset_is_chosen(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "yolo"
    scenery.picture(folder / "images" / "a.png", 70)
    (folder / "labels").mkdir()
    (folder / "labels" / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n1 0.3 0.3 0.2 0.2\n2 0.7 0.7 0.2 0.2\n")
    (folder / "data.yaml").write_text("names: {0: gear, 1: sprocket, 2: rust}\n")
    form = hands.window.open_form("add")
    choose(form.labels, "yolo")
    form.set_paths([folder])
    hands.qtbot.waitUntil(lambda: form.classes.names.undecided == ["sprocket", "rust"], timeout=20000)
    boxes = form.classes.names._boxes
    assert boxes["gear"].currentText() == "is gear"
    boxes["sprocket"].setCurrentIndex(boxes["sprocket"].findText("add to the class list"))
    boxes["rust"].setCurrentIndex(boxes["rust"].findText("leave out"))
    form.start()
    hands.qtbot.waitUntil(lambda: not hands.window.busy and not form.isVisible(), timeout=30000)
    session = hands.state.session
    assert [c.name for c in session.classes] == ["bolt", "nut", "gear", "sprocket"]
    newest = max(i for i in session.project.read.scans([1, 2, 3, 4, 5]))
    assert sorted(x.class_id for x in session.project.read.labels([newest])[newest]) == [3, 4]


def test_numbers_are_filled_in_and_confirmed_once(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "yolo"
    scenery.picture(folder / "images" / "a.png", 70)
    (folder / "labels").mkdir()
    (folder / "labels" / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n2 0.7 0.7 0.2 0.2\n2 0.2 0.2 0.2 0.2\n")
    session = hands.state.session
    form = hands.window.open_form("add")
    choose(form.labels, "auto")
    form.set_paths([folder])
    form.start()
    hands.qtbot.waitUntil(form.classes.confirmed.isVisible, timeout=20000)
    boxes = form.classes.numbers._boxes
    assert {number: box.currentText() for number, box in boxes.items()} == {"0": "is bolt", "2": "is gear"}
    assert boxes["2"].findText("add to the class list") == -1
    form.start()
    assert form.isVisible() and "confirm" in form.sentence.text() and not hands.window.busy
    boxes["2"].setCurrentIndex(boxes["2"].findText("is nut"))
    form.classes.confirmed.click()
    form.start()
    hands.qtbot.waitUntil(lambda: not hands.window.busy and not form.isVisible(), timeout=30000)
    newest = max(i for i in session.project.read.scans([1, 2, 3, 4, 5]))
    assert sorted(x.class_id for x in session.project.read.labels([newest])[newest]) == [1, 2, 2]
    scenery.picture(folder / "images" / "b.png", 71)
    (folder / "labels" / "b.txt").write_text("2 0.5 0.5 0.2 0.2\n")
    form = hands.window.open_form("add")
    form.set_paths([folder])
    choose(form.labels, "yolo")
    form.start()
    hands.qtbot.waitUntil(lambda: not hands.window.busy and not form.isVisible(), timeout=30000)
    assert session.project.read.one("SELECT class_id FROM imported ORDER BY id DESC LIMIT 1") == 2, "never asked again"


def test_a_bad_dataset_is_a_sentence(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    form = hands.window.open_form("add")
    form.set_paths([tmp_path / "nothing"])
    choose(form.labels, "auto")
    form.start()
    hands.qtbot.waitUntil(lambda: "no labels" in form.sentence.text(), timeout=20000)
    assert form.isVisible() and not hands.window.busy


def test_frames_of_a_video_are_asked_for(hands: Hands, tmp_path: Path) -> None:
    form = hands.window.open_form("add")
    form.set_paths([tmp_path / "film.mp4"])
    assert form.frames.options() == ["--every=10"], "a video on the list is meant to be taken"
    form.frames.kind.setCurrentIndex(0)
    form.start()
    assert "film.mp4" in form.sentence.text() and form.isVisible()
    form.frames.kind.setCurrentIndex(form.frames.kind.findData("fps"))
    form.frames.number.setValue(0.5)
    form.frames.lossless.setChecked(True)
    command = form._jobs()[0]
    assert command[command.index("--") - 2 : command.index("--")] == ["--fps=0.5", "--lossless"]
