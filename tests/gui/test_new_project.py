"""The form that makes a project: what it reads by itself, what it asks, and what happens behind its one button."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import scenery
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Origin
from verify_app.gui.dialogs.class_mapping import Mapping
from verify_app.gui.dialogs.label_classes import LabelClasses
from verify_app.gui.dialogs.new_project import NewProject
from verify_app.gui.shell import main
from verify_app.gui.shell.window import MainWindow

PARTS = ["bolt", "nut", "washer", "gear", "spring"]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("verify_app.gui.dialogs.new_project.QStandardPaths.writableLocation", lambda _: str(tmp_path))
    main.application()
    made = MainWindow(reviewer="ann")
    qtbot.addWidget(made)
    made.show_welcome()
    made.show()
    yield made
    made.close()


def new_project(window: MainWindow) -> NewProject:
    form = window.open_form("new_project")
    assert isinstance(form, NewProject)
    return form


def drop(form: NewProject, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, held)
    QApplication.sendEvent(form, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(form, QDropEvent(QPointF(50, 50), copy, data, left, held))


def photos(folder: Path, *, names: str = "") -> Path:
    for number in range(2):
        scenery.picture(folder / "images" / f"{number}.png", number)
    if names:
        (folder / "labels").mkdir()
        (folder / "labels" / "0.txt").write_text("0 0.5 0.5 0.2 0.2\n")
        (folder / "data.yaml").write_text(f"names: [{names}]\n")
    return folder


def test_a_model_fills_in_what_it_says_of_itself(window: MainWindow, qtbot: QtBot) -> None:
    form = new_project(window)
    assert not form.fields.isRowVisible(form.input_size)
    drop(form, resource("demo", "model.onnx"))
    qtbot.waitUntil(lambda: form.names.names == PARTS)
    assert form.fields.isRowVisible(form.input_size) and form.input_size.value() == 320
    assert form.task.currentData() == "detect"


def test_a_folder_dropped_on_the_form_is_counted(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    form = new_project(window)
    (photos(tmp_path / "trays") / "images" / "torn.png").write_bytes(b"torn")
    drop(form, tmp_path / "trays")
    assert form.images.paths == [tmp_path / "trays"]
    qtbot.waitUntil(lambda: form.images.found.text() == "3 images, 1 not readable")
    assert "torn.png" in form.images.found.toolTip()
    assert form.folder.path == tmp_path / "trays review", "a place is offered; what was typed stays"
    form.folder.line.setText("elsewhere")
    form.images.add(tmp_path / "trays" / "images")
    assert form.folder.line.text() == "elsewhere"


def test_the_origin_is_asked_once_and_nothing_is_chosen_before(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    form = new_project(window)
    assert not form.fields.isRowVisible(form.images.origin)
    drop(form, photos(tmp_path / "trays"))
    assert form.fields.isRowVisible(form.images.origin) and not form.images.origin.currentData()
    form.classes.setPlainText("bolt")
    form.start()
    assert window.session is None and "come from" in form.sentence.text()


def test_labels_beside_the_images_come_in_unverified(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    form = new_project(window)
    form.images.add(photos(tmp_path / "trays", names="screw, nut"), Origin.REAL)
    qtbot.waitUntil(lambda: not form.images.bring.isHidden())
    assert "unverified" in form.images.bring.text() and "screw" in form.names.names
    form.classes.setPlainText("bolt")
    qtbot.waitUntil(lambda: "screw" in form.images.classes.names.undecided)
    form.start()
    assert window.session is None and "screw" in form.sentence.text(), "nothing is guessed"
    add = next(b for b in form.images.classes.findChildren(QPushButton) if b.text() == "Add all that are open")
    add.click()
    form.start()
    qtbot.waitUntil(lambda: window.session is not None and not window.busy)
    assert window.session is not None
    assert [c.name for c in window.session.classes][:2] == ["bolt", "screw"]
    rows = window.session.project.read.rows("SELECT grade FROM label")
    assert [row["grade"] for row in rows] == ["imported"]


def test_labels_can_be_left_aside(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    form = new_project(window)
    form.images.add(photos(tmp_path / "trays", names="screw, nut"), Origin.REAL)
    qtbot.waitUntil(lambda: not form.images.bring.isHidden())
    form.images.bring.click()
    form.classes.setPlainText("bolt")
    form.start()
    qtbot.waitUntil(lambda: window.session is not None and not window.busy)
    assert window.session is not None and not window.session.project.read.rows("SELECT grade FROM label")


def test_another_input_size_is_that_of_the_run(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    form = new_project(window)
    drop(form, photos(tmp_path / "trays"), resource("demo", "model.pt"))
    form.images.origin.setCurrentIndex(2)
    qtbot.waitUntil(lambda: form.names.names == PARTS)
    form.input_size.setValue(256)
    form.start()
    qtbot.waitUntil(lambda: window.session is not None and not window.busy)
    assert window.session is not None
    settings = window.session.project.read.rows("SELECT settings FROM run")[0]["settings"]
    assert '"imgsz":[256,256]' in settings.replace(" ", "")
    assert window.review_page.state.review is not None, "the first image is open"


def test_what_was_said_of_a_class_is_not_asked_again(qtbot: QtBot) -> None:
    main.application()
    mapping = Mapping()
    qtbot.addWidget(mapping)
    mapping.offer(["screw", "cog", "rust"], ["bolt", "gear"])
    mapping._boxes["screw"].setCurrentIndex(mapping._boxes["screw"].findText("is bolt"))
    mapping._boxes["rust"].setCurrentIndex(mapping._boxes["rust"].findText("leave out"))
    mapping.offer(["screw", "cog", "rust"], ["gear", "bolt", "nut"])
    assert mapping.undecided == ["cog"] and mapping.options() == ["--map=screw=bolt", "--map=rust="]
    mapping.offer(["screw", "cog"], ["gear"])
    assert mapping.undecided == ["screw", "cog"], "bolt is no class any more"
    mapping.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert mapping.to_add == ["screw", "cog"]


def test_what_was_filled_in_is_no_answer(qtbot: QtBot) -> None:
    main.application()
    asked = LabelClasses()
    qtbot.addWidget(asked)
    numbers = {Path("labels"): {"0": 2, "1": 1}}
    asked.ask_numbers(numbers, ["bolt", "nut"])
    assert "confirm" in asked.problem()
    asked.confirmed.setChecked(True)
    assert asked.problem() == "" and asked.options(Path("labels")) == ["--map=0=bolt", "--map=1=nut"]
    asked.ask_numbers(numbers, ["nut", "bolt"])
    assert "confirm" in asked.problem(), "the list is another one"
    assert asked.options(Path("labels")) == ["--map=0=nut", "--map=1=bolt"]


def test_a_form_that_was_closed_while_it_counted_counts_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    form = new_project(window)
    drop(form, photos(tmp_path / "trays"))
    form.images.count()
    form.close()
    assert new_project(window) is form
    qtbot.waitUntil(lambda: form.images.found.text() == "2 images")
