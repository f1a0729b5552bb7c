"""Forms look before they close; what was refused or skipped stays told, and *Try again* leads to what was wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import scenery
from tests.gui.conftest import Hands
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Origin
from verify_app.gui.dialogs import train
from verify_app.gui.panels.jobs import JobRow
from verify_app.gui.shell import main
from verify_app.gui.shell.jobs import State
from verify_app.gui.shell.window import MainWindow
from verify_app.storage.queries.history import VersionRow, Writing
from verify_app.storage.queries.picture_features import without_stat

PARTS = ["bolt", "nut", "washer", "gear", "spring"]
"""Classes of the model that comes along."""


def parts() -> str:
    return str(next(Path(resource("demo")).glob("*.onnx")))


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    main.application()
    made = MainWindow(reviewer="Kai")
    qtbot.addWidget(made)
    made.show_welcome()
    made.show()
    return made


def row(hands: Hands, title: str) -> JobRow:
    return next(row for row in hands.window.job_panel.rows if row.job.title == title)


def told(hands: Hands) -> list[str]:
    return [row.sentence() for row in hands.window.job_panel.rows]


def done(hands: Hands) -> None:
    hands.qtbot.waitUntil(lambda: not hands.window.busy)


# --- what was skipped ------------------------------------------------------------------------------------------


def test_a_skipped_file_is_told_while_further_jobs_come_and_go(hands: Hands, tmp_path: Path) -> None:
    bad = tmp_path / "more"
    scenery.picture(bad / "good.png", 60)
    (bad / "broken.png").write_bytes(b"no picture")
    for folder in (bad, tmp_path / "last"):
        scenery.picture(folder / "b.png", len(folder.name))
        form = hands.window.open_form("add")
        form.set_paths([folder])
        form.start()
        done(hands)
    hands.window.actions_by_id["predict_image"].trigger()
    done(hands)
    assert any("Skipped 1" in text for text in told(hands)), "of the folder before"
    row(hands, "Add images").close_button.click()
    assert not any("Skipped" in text for text in told(hands))


def test_how_images_look_is_recorded_by_a_process_of_its_own(hands: Hands) -> None:
    read = hands.window.session.project.read
    assert without_stat(read)
    hands.window.actions_by_id["embeddings"].trigger()
    row(hands, "Record how images look")
    done(hands)
    assert without_stat(read) == []


# --- try again -------------------------------------------------------------------------------------------------


def test_try_again_leads_to_the_list_of_folders(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    scenery.picture(folder / "images" / "0.png", 70)
    form = hands.window.open_form("add")
    form.folders.add(folder, Origin.SYNTHETIC)
    form.labels.setCurrentIndex(form.labels.findData("coco"))
    form._checked = form._key()  # as if the folder had held a COCO file a moment ago
    form.start()
    done(hands)
    assert not form.isVisible() and not form.folders.rows
    failed = row(hands, "Add images")
    assert failed.job.state is State.FAILED
    why, before = failed.job.text, len(hands.window._jobs.running)
    failed.retry.click()
    assert form.isVisible() and form.sentence.text() == why and len(hands.window._jobs.running) == before
    assert [(r.path, r.origin.currentData()) for r in form.folders.rows] == [(folder, "synthetic")]
    assert form.labels.currentData() == "coco" and failed not in hands.window.job_panel.rows


@pytest.mark.parametrize("known", [True, False], ids=["of the project", "a file"])
def test_a_failing_run_opens_the_form_with_its_model_and_the_classes(hands: Hands, tmp_path: Path, known: bool) -> None:
    form = hands.window.open_form("predict")
    model = "model" if known else parts()
    form.model.box.setEditText(model)
    form._checked = model  # as if the classes had been the project's until a moment ago
    if known:
        hands.page.panels.class_list.rename(1, "screw")
    form.start()
    assert not form.isVisible()
    hands.canvas.setFocus()
    done(hands)
    hands.qtbot.waitUntil(lambda: form.isVisible() and bool(form.mapping._boxes or form.sentence.text()))
    hands.qtbot.waitUntil(lambda: bool(form.mapping._boxes))
    assert form.model.text == model and form.mapping.undecided == (["bolt"] if known else ["washer", "spring"])
    assert form.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating), "the keys stay the picture's"
    form.close()
    row(hands, "Predict").retry.click()
    assert form.isVisible() and not form.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_crash_is_simply_tried_again(hands: Hands) -> None:
    jobs = hands.window.jobs
    called: list[object] = []
    job = jobs.start("Crash", ["/bin/sh", "-c", "kill -9 $$"], mend=called.append)
    done(hands)
    assert job.state is State.FAILED and not job.refused
    row(hands, "Crash").retry.click()
    done(hands)
    assert not called


# --- before a form closes --------------------------------------------------------------------------------------


def test_what_is_not_there_is_said_before_the_form_closes(hands: Hands, tmp_path: Path) -> None:
    form = hands.window.open_form("add")
    form.set_paths([tmp_path / "gone"])
    form.start()
    assert form.isVisible() and "no" in form.sentence.text() and "gone" in form.sentence.text()
    (tmp_path / "gone").mkdir()
    form.labels.setCurrentIndex(form.labels.findData("yolo"))
    form.attest.setText("x" * 200)
    form.start()
    assert form.isVisible() and "100" in form.sentence.text()


def add_model(hands: Hands, name: str, file: str, *, there: bool = True) -> None:
    session = hands.state.session
    key = scenery.model(session, name)
    with session.project.transact(session.actor, "model_add") as tx:
        tx.put("model", key, {**tx.get("model", key), "file": file})
    if there:
        (session.folder / "models" / file).write_bytes(b"weights")


def test_training_offers_what_can_be_trained_from(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_model(hands, "parts", "parts.onnx")
    add_model(hands, "lost", "lost.pt", there=False)
    add_model(hands, "base", "base.pt")
    there, gone = tmp_path / "v2", tmp_path / "v1"
    there.mkdir()
    (there / "receipt.json").write_text("{}")

    def version(name: str, folder: Path) -> VersionRow:
        return VersionRow(1, name, "", "", str(folder), None, {}, (Writing("", str(folder), None, 1),))

    known = [version("v1", gone)]
    monkeypatch.setattr(train, "versions", lambda _reader: known)
    form = hands.window.open_form("train")
    assert "v1 back" in form.sentence.text() and not form.go.isEnabled()
    known.append(version("v2", there))
    form.hide()
    form.show()
    assert [form.version.itemText(i) for i in range(form.version.count())] == ["v2"]
    assert [form.base.box.itemText(i) for i in range(form.base.box.count())] == ["base"]
    for chosen in ("parts", parts()):
        form.base.box.setEditText(chosen)
        form.start()
        assert form.isVisible() and ".pt weights" in form.sentence.text()
    form.base.box.setEditText(str(Path("tests/data/models/obb.pt").resolve()))
    form.start()
    hands.qtbot.waitUntil(lambda: "This model is for oriented boxes" in form.sentence.text())
    assert form.isVisible() and form.go.isEnabled()


# --- a new project with a model --------------------------------------------------------------------------------


def answer(form: QWidget, name: str, text: str) -> None:
    box = form.mapping._boxes[name]  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findText(text))


def test_a_new_project_takes_the_classes_of_its_model(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    form = window.open_form("new_project")
    form.model.box.setEditText(parts())
    qtbot.waitUntil(lambda: form.classes.toPlainText() == "\n".join(PARTS))
    assert form.mapping.isHidden()
    form.classes.setPlainText("screw\ngear\nbolt")
    qtbot.waitUntil(lambda: form.mapping.undecided == ["nut", "washer", "spring"])
    form.folder.line.setText(str(tmp_path / "project"))
    form.start()
    assert window.session is None and "nut, washer" in form.sentence.text()
    answer(form, "nut", "is screw")
    answer(form, "washer", "add to the class list")
    answer(form, "spring", "leave out")
    form.task.setCurrentIndex(1)
    form.start()
    assert window.session is None and "This model is for boxes" in form.sentence.text()
    form.task.setCurrentIndex(0)
    scenery.picture(tmp_path / "photos" / "a.png", 5, size=(320, 320))
    form.images.add(tmp_path / "photos", Origin.REAL)
    form.start()
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None
    assert [c.name for c in window.session.classes] == ["screw", "gear", "bolt", "washer"]
    qtbot.waitUntil(lambda: not window.busy)
    assert [row.job.state for row in window.job_panel.rows] == [State.DONE]
    run = window.session.project.read.rows("SELECT settings FROM run")
    assert '"1":1' in run[0]["settings"].replace(" ", ""), "nut is screw"


def test_a_model_that_is_chosen_and_gone_on_with_at_once_is_read_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    form = window.open_form("new_project")
    form.model.box.setEditText(parts())
    form.folder.line.setText(str(tmp_path / "project"))
    form.start()
    assert window.session is None and "Reading" in form.sentence.text()
    qtbot.waitUntil(lambda: window.session is not None)
    assert [c.name for c in window.session.classes] == PARTS
    qtbot.waitUntil(lambda: not window.busy)


def test_a_file_that_is_no_model_is_said_before_anything_is_made(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "bad.onnx").write_bytes(b"nothing")
    form = window.open_form("new_project")
    form.model.box.setEditText(str(tmp_path / "bad.onnx"))
    form.folder.line.setText(str(tmp_path / "project"))
    form.start()
    qtbot.waitUntil(lambda: "bad.onnx" in form.sentence.text())
    assert window.session is None and not (tmp_path / "project").exists()


# --- find by name ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "found"), [("002", 3), ("00", 1), ("nothing like it", 1)])
def test_return_in_find_by_name_goes_to_the_picture(hands: Hands, typed: str, found: int) -> None:
    hands.key("/")
    hands.key(typed)
    hands.key(Qt.Key.Key_Return)
    assert hands.state.review is not None and hands.state.review.id == found
    some = typed != "nothing like it"
    assert hands.canvas.hasFocus() is some and hands.page.list.search.hasFocus() is not some


def test_the_buttons_of_a_form_stay_on_the_screen(hands: Hands) -> None:
    form = hands.window.open_form("predict")
    there = form.screen().availableGeometry()
    form.move(there.left(), there.bottom() - 60)
    form.mapping.offer([f"class {n}" for n in range(5)], ["bolt"])
    form.say("This is wrong.")
    hands.qtbot.waitUntil(lambda: form.geometry().bottom() <= there.bottom())
    assert form.geometry().top() >= there.top() and form.go.isVisible()


def test_what_jobs_told_goes_with_their_project(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    scenery.picture(folder / "a.png", 70)
    (folder / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    (folder / "b.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    (folder / "classes.txt").write_text("bolt\n")
    form = hands.window.open_form("add")
    for _ in range(2):
        hands.window.open_form("add")
        form.set_paths([folder])
        form.labels.setCurrentIndex(form.labels.findData("yolo"))
        form.start()
        hands.qtbot.waitUntil(lambda: not (form.isVisible() or hands.window.busy))
        folder = folder.rename(tmp_path / "again")
    rows = hands.window.job_panel.rows
    assert [row.job.tells_more for row in rows] == [True, True]
    for row in rows:
        row.details.setChecked(True)
    assert "1 label file belongs to no picture: b.txt." in rows[1].text.toPlainText()
    assert [row.text.isHidden() for row in rows] == [True, False], "one log at a time, or none has room"
    session = scenery.project(tmp_path / "other", images=1)
    other = session.folder
    session.close()
    assert hands.window.open_project(other)
    assert hands.window.job_panel.rows == [], "what was said of another project says nothing of this one"
