"""Forms: nothing modal, problems in words, the children really run."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import scenery, tasks
from tests.gui.conftest import Hands
from verify_app import __date__, __version__
from verify_app.app.model_consent import agreed_models
from verify_app.core.vocabulary import ImageState, Origin, Task
from verify_app.gui.dialogs.class_mapping import Mapping
from verify_app.gui.dialogs.composition_chart import in_words
from verify_app.gui.dialogs.models import ModelField
from verify_app.gui.shell import main
from verify_app.gui.shell.forms import FORMS
from verify_app.gui.shell.window import MainWindow
from verify_app.inference import engine_addon


@pytest.mark.parametrize("name", list(FORMS))
def test_every_form_opens_beside_the_work(hands: Hands, name: str) -> None:
    form = hands.window.open_form(name)
    assert form.isVisible() and not form.isModal()
    hands.page.state.step(1)
    assert hands.state.review is not None and hands.state.review.id == 2
    form.close()


def test_a_project_is_made_and_its_images_come_in_behind(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    for number in range(3):
        scenery.picture(tmp_path / "写真 1" / f"{number}.png", number)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    form = window.open_form("new_project")
    form.reviewer.clear()
    form.start()
    assert "Say who you are" in form.sentence.text()
    form.reviewer.setText("Kai")
    form.folder.line.setText(str(tmp_path / "project"))
    form.images.add(tmp_path / "写真 1", Origin.REAL)
    form.classes.setPlainText("bolt\n nut \n\n")
    form.start()
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None and window.session.actor.name == "Kai"
    assert [c.name for c in window.session.classes] == ["bolt", "nut"]
    qtbot.waitUntil(lambda: len(window.review_page.state.order) == 3, timeout=20000)
    qtbot.waitUntil(lambda: not window.busy, timeout=20000)
    review = window.review_page.state.review
    assert review is not None and review.name.startswith("写真 1/") and review.origin is Origin.REAL
    window.close()


def test_a_pose_project_has_its_points(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    window = MainWindow(reviewer="Kai")
    qtbot.addWidget(window)
    form = window.open_form("new_project")
    assert not form.fields.isRowVisible(form.skeleton)
    form.task.setCurrentIndex(list(Task).index(Task.POSE))
    assert form.fields.isRowVisible(form.skeleton)
    form.folder.line.setText(str(tmp_path / "project"))
    form.classes.setPlainText("person")
    form.skeleton.setText("5")
    form.start()
    assert window.session is not None and window.session.skeleton is not None
    assert len(window.session.skeleton.names) == 5
    window.close()


def test_a_bad_class_list_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    window = MainWindow(reviewer="Kai")
    qtbot.addWidget(window)
    form = window.open_form("new_project")
    (tmp_path / "empty.txt").write_text("")
    form.names.read_file(str(tmp_path / "empty.txt"))
    assert "empty" in form.sentence.text()
    (tmp_path / "data.yaml").write_text("names: {0: bolt, 1: nut}\n")
    form.names.read_file(str(tmp_path / "data.yaml"))
    assert form.classes.toPlainText() == "bolt\nnut" and not form.sentence.isVisible()


def test_published_weights_need_consent(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    field = ModelField({"parts": ""})
    qtbot.addWidget(field)
    field.box.setEditText("yolo26n.pt")
    assert field.needs_consent and "agree" in field.problem() and not field.download
    field.consent.setChecked(True)
    assert field.problem() == "" and field.download
    field.box.setEditText("parts")
    assert field.problem() == "" and not field.download
    field.box.setEditText(str(tmp_path / "none.onnx"))
    assert "no file" in field.problem()


USES = {
    "detect of segment": ("detect", "segment", "outlines (segment)"),
    "detect of obb": ("detect", "obb", "oriented boxes (obb)"),
    "detect of detect": ("detect", "detect", ""),
    "segment of segment": ("segment", "segment", ""),
    "segment of detect, which does not suit": ("segment", "detect", ""),
    "not read": ("detect", "", ""),
}


@pytest.mark.parametrize(("task", "model_task", "named"), USES.values(), ids=USES)
def test_what_is_used_of_a_model_is_said_beside_it(qtbot: QtBot, task: str, model_task: str, named: str) -> None:
    main.application()
    field = ModelField({"parts": "", "other": ""})
    qtbot.addWidget(field)
    field.tell_use(task, model_task)
    assert field.use.isHidden() == (not named)
    assert named in field.use.text()
    field.box.setEditText("other")
    assert field.use.isHidden(), "of another model nothing is known yet"


def test_a_segment_model_gives_a_new_project_its_boxes(qtbot: QtBot, tmp_path: Path) -> None:
    main.application()
    window = MainWindow(reviewer="Kai")
    qtbot.addWidget(window)
    form = window.open_form("new_project")
    form.folder.line.setText(str(tmp_path / "project"))
    form.model.box.setEditText(str(tasks.model("segment")))
    qtbot.waitUntil(lambda: form.classes.toPlainText() != "")
    assert form.task.currentData() == Task.SEGMENT and form.model.use.isHidden()
    form.task.setCurrentIndex(list(Task).index(Task.DETECT))
    assert not form.model.use.isHidden() and "outlines (segment)" in form.model.use.text()
    form.start()
    assert window.session is not None and window.session.task is Task.DETECT
    qtbot.waitUntil(lambda: not window.busy)
    form = window.open_form("predict")
    form.model.box.setEditText("")
    assert form.model.use.isHidden()
    form.model.box.setEditText(str(tasks.model("segment")))
    assert form._ask_about({"task": "segment", "classes": ["unlike"]})
    assert not form.model.use.isHidden(), "beside the question what its classes are"
    window.close()


def test_classes_the_project_lacks_are_asked_about(qtbot: QtBot) -> None:
    main.application()
    mapping = Mapping()
    qtbot.addWidget(mapping)
    mapping.offer(["screw", "cog", "rust"], ["bolt", "gear"])
    assert mapping.undecided == ["screw", "cog", "rust"]
    boxes = mapping._boxes
    boxes["screw"].setCurrentIndex(boxes["screw"].findText("is bolt"))
    boxes["cog"].setCurrentIndex(boxes["cog"].findText("add to the class list"))
    boxes["rust"].setCurrentIndex(boxes["rust"].findText("leave out"))
    assert mapping.undecided == [] and mapping.to_add == ["cog"]
    assert mapping.options() == ["--map=screw=bolt", "--map=rust="]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1/2", "50 %"), ("137/200", "68.5 % (137 of 200)"), ("0/0", "–"), ("0", "0"), ("67/100", "67 %")],
)
def test_rules_in_words(value: str, expected: str) -> None:
    assert in_words(value) == expected


def test_export_is_refused_in_words_and_then_written(hands: Hands, tmp_path: Path) -> None:
    form = hands.window.open_form("export")
    hands.qtbot.waitUntil(lambda: "verify" in form.sentence.text(), timeout=30000)
    assert not form.go.isEnabled()
    hands.window.activateWindow()
    for image_id, keys in ((1, 1), (2, 2), (3, 0), (4, 0)):
        hands.show(image_id)
        for _ in range(keys):
            hands.page.images.complete()
        if not keys:
            hands.page.images.empty()
        assert hands.record(image_id).state.done
    assert hands.record(4).state is ImageState.COMPLETE_EMPTY
    hands.qtbot.waitUntil(form.go.isEnabled, timeout=30000)
    assert "Nothing is left out" in form.sentence.text()
    form.out.line.setText(str(tmp_path / "version"))
    form.go.click()
    hands.qtbot.waitUntil((tmp_path / "version" / "receipt.json").is_file, timeout=30000)
    hands.qtbot.waitUntil(lambda: "Wrote v1" in form.sentence.text(), timeout=30000)
    train = hands.window.open_form("train")
    assert train.version.currentText() == "v1"


def test_a_model_that_runs_code_is_asked_about_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(tmp_path / "own"))
    main.application()
    file = tmp_path / "m.torchscript"
    file.write_bytes(b"code")
    field = ModelField({})
    qtbot.addWidget(field)
    field.box.setEditText(str(file))
    assert field.runs_code and field.problem() == "" and not field.trust.isVisibleTo(field)
    field.ask_to_run("ab" * 32)
    assert "any code" in field.problem() and field.trust.isVisibleTo(field)
    assert field.trust.toolTip() == "ab" * 32 and "abababab" in field.trust.text()
    field.take_consent()
    assert agreed_models() == frozenset(), "nobody has ticked it"
    field.trust.setChecked(True)
    assert field.problem() == ""
    field.take_consent()
    assert agreed_models() == {"ab" * 32} and not field.trust.isVisibleTo(field)
    field.ask_to_run("cd" * 32)
    field.box.setEditText("other.onnx")
    assert not field.trust.isVisibleTo(field), "the question was about the other file"


def test_numbers_in_place_of_names_are_filled_in_and_confirmed(qtbot: QtBot) -> None:
    main.application()
    mapping = Mapping()
    qtbot.addWidget(mapping)
    mapping.offer(["0", "1", "2"], ["bolt", "gear"], "why", chosen={"0": "bolt", "1": "gear"})
    assert mapping.undecided == ["2"] and mapping.options() == ["--map=0=bolt", "--map=1=gear"]


@pytest.mark.parametrize("name", ["train", "evaluate"])
def test_a_form_that_needs_the_engine_says_so(hands: Hands, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(engine_addon, "PACKAGES", ("torch_that_nobody_has",))
    form = hands.window.open_form(name)
    assert "needs PyTorch" in form.sentence.text() and not form.go.isEnabled()


def test_details_of_this_computer_are_copied(hands: Hands, qtbot: QtBot) -> None:
    form = hands.window.open_form("about")
    assert form.explanation.text().startswith(f"verify-app {__version__} ({__date__})\n")
    QTest.mouseClick(form.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Copied" in form.sentence.text(), timeout=120_000)
    text = QApplication.clipboard().text()
    assert text == form.details.toPlainText()
    assert "ok  window: Qt" in text and "ok  folder: …: " in text and "ok  decision and undo" in text
    folder = str(hands.window.session.folder)  # type: ignore[union-attr]
    assert folder not in text and "numpy 2" in text and "numpy 2" in form.parts.text()
    form.named.setChecked(True)
    QTest.mouseClick(form.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: folder in QApplication.clipboard().text(), timeout=120_000)
