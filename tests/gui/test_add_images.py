"""Adding a dataset of another tool by hand: format, folder of the images, class names, who vouches."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from tests import scenery
from tests.gui.conftest import Hands
from verify_app.app.report import status


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

    for labels, wanted in (
        ("none", (False, False, False)),
        ("yolo", (False, True, True)),
        ("auto", (True, True, True)),
    ):
        choose(form.labels, labels)
        assert (shown(form.images), shown(form.names), shown(form.attest)) == wanted
    form.close()


def test_a_dataset_of_another_tool_comes_in(hands: Hands, tmp_path: Path) -> None:
    folder, before = dataset(tmp_path / "set"), status(hands.desk.session.project)
    form = hands.window.open_form("add")
    form.set_paths([folder / "labels"])
    choose(form.labels, "auto")
    form.images.line.setText(str(folder / "pictures"))
    form.names.setPlainText("sprocket\n")
    form.start()
    assert "sprocket" in form.sentence.text()
    form.names.setPlainText("\n sprocket = gear \n")
    form.attest.setText("Kai")
    form.start()
    hands.qtbot.waitUntil(lambda: not hands.window.busy, timeout=30000)
    after = status(hands.desk.session.project)
    assert after["images"]["total"] == before["images"]["total"] + 2
    assert after["labels"]["by_grade"]["attested"] == 2
