"""A run of the bundled model over real files: recorded as facts, in short transactions, whatever happens meanwhile."""

from __future__ import annotations

import shutil
from collections import deque
from pathlib import Path

import pytest

from verify_app.app.imports.files import add_images
from verify_app.app.predict import Options, mapping_of, predict
from verify_app.app.project.create import create_project, read_classes
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import Cancelled, UsageError, UserError
from verify_app.core.progress import Progress
from verify_app.core.records import Actor
from verify_app.core.resources import resource
from verify_app.core.vocabulary import ImageState, Origin

MODEL = str(resource("demo", "model.onnx"))
CLASSES = read_classes(resource("demo", "classes.txt"))


def project(tmp_path: Path, *, images: int = 6, classes: list[str] | None = None) -> Session:
    for file in sorted(resource("demo", "images", "real").glob("*.jpg"))[:images]:
        (tmp_path / "photos").mkdir(exist_ok=True)
        shutil.copy(file, tmp_path / "photos")
    create_project(tmp_path / "p", classes=CLASSES if classes is None else classes, actor=Actor("ann"))
    session = Session.open(tmp_path / "p", "ann")
    add_images(session, [tmp_path / "photos"], Origin.REAL)
    return session


def test_a_run_is_recorded_with_everything_that_decided_it(tmp_path: Path) -> None:
    session = project(tmp_path)
    done = predict(session, MODEL, Options())
    assert (done.images, done.problems) == (6, [])
    assert session.project.read.one("SELECT count(*) FROM prediction") == done.predictions > 20
    before = status(session.project)["proposals"]
    assert 20 < before <= done.predictions, "what lies folded is one to decide"
    settings = session.project.read.one("SELECT settings FROM run")
    assert all(word in settings for word in ('"conf":0.05', '"nms":false', "imgsz", "engine"))
    assert predict(session, "model", Options()).known == 6, "the same model has nothing new to say of the same bytes"
    again = predict(session, "model", Options(which="all"))
    assert again.predictions == done.predictions
    assert status(session.project)["proposals"] == before, "nothing is doubled"
    assert list(session.project.problems()) == []


def test_a_new_run_leaves_human_decisions_alone(tmp_path: Path) -> None:
    session = project(tmp_path)
    predict(session, MODEL, Options())
    actions.complete(session, look(session, 1), 0.25)
    actions.accept(session, 2, look(session, 2).items[0].id)
    before, accepted = look(session, 1), look(session, 2).items[0]
    predict(session, "model", Options(which="all", conf=0.2))
    assert look(session, 1) == before
    assert look(session, 2).items[0] == accepted


def test_bad_and_changed_files_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    session = project(tmp_path)
    files = sorted((tmp_path / "photos").iterdir())
    files[0].unlink()
    files[1].write_bytes(files[1].read_bytes()[:2000])
    shutil.copy(files[3], files[2])
    done = predict(session, MODEL, Options())
    assert done.images == 4
    assert len(done.problems) == 2
    states = [look(session, i).state for i in range(1, 7)]
    assert states == [ImageState.MISSING] * 2 + [ImageState.UNREVIEWED] * 4
    assert look(session, 3).sha256 == look(session, 4).sha256
    assert list(session.project.problems()) == []


def test_what_was_done_before_a_cancel_is_kept_and_not_done_again(tmp_path: Path) -> None:
    session = project(tmp_path)

    def stop(step: Progress) -> None:
        if step.done == 3:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        predict(session, MODEL, Options(), report=stop)
    done = predict(session, "model", Options())
    assert (done.known, done.images) == (3, 3)
    assert list(session.project.problems()) == []


def test_classes_are_mapped_on_request_and_never_guessed(tmp_path: Path) -> None:
    session = project(tmp_path, classes=["bolts", "nut", "washer", "gear"])
    with pytest.raises(UserError, match=r'bolt, spring .*--map "bolt=bolts"'):
        predict(session, MODEL, Options())
    assert status(session.project)["models"] == []
    predict(session, MODEL, Options(mapping=mapping_of(["bolt=bolts", "spring="])))
    names = {session.classes[0].id: "bolts"}
    classes = {item.class_id for i in range(1, 7) for item in look(session, i).items}
    assert names.keys() <= classes
    assert classes <= {c.id for c in session.classes}
    with pytest.raises(UsageError, match="is not"):
        mapping_of(["bolt"])
    with pytest.raises(UserError, match="no class screw"):
        predict(session, MODEL, Options(mapping={"screw": "nut"}))


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    session = project(tmp_path, images=1)
    fake = tmp_path / "fake.onnx"
    fake.write_text("no model", encoding="utf-8")
    with pytest.raises(UserError, match=r"fake\.onnx"):
        predict(session, str(fake), Options())
    with pytest.raises(UserError, match="no model file"):
        predict(session, "nowhere.onnx", Options())


def test_the_image_somebody_looks_at_comes_first(tmp_path: Path) -> None:
    session = project(tmp_path)
    seen: list[str] = []

    class Report:
        def __init__(self) -> None:
            self.wishes = deque(["6", "nonsense", "99", "2"])

        def __call__(self, step: Progress) -> None:
            seen.extend([step.text] if step.done else [])

    assert predict(session, MODEL, Options(), report=Report()).images == 6
    assert seen[:2] == [look(session, i).file.name for i in (6, 2)]
    assert len(set(seen)) == 6
