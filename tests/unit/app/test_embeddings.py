"""What pictures look like to the project's one model: recorded by `predict`, completed and changed by `embeddings`."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.tasks import model as small_model
from tests.unit.app.test_predict import CLASSES, MODEL, project
from tests.unit.inference.tiny_models import METADATA, colour_graph, write
from verify_app.app.embeddings import Computed, ComputeOptions, compute
from verify_app.app.imports.files import add_images
from verify_app.app.models import find_model
from verify_app.app.predict import Options, predict
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import Cancelled, UserError
from verify_app.core.progress import Progress
from verify_app.core.records import ModelInfo
from verify_app.core.vocabulary import Origin
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.imaging.reading.picture_stat import picture_stat
from verify_app.inference.open_engine import open_engine
from verify_app.storage.project import Project
from verify_app.storage.queries import picture_features as features

OTHER = str(small_model("detect"))


def own(session: Session) -> ModelInfo:
    found = features.embedding_model(session.project.read)
    assert found is not None
    return found


def count(session: Session, table: str = "embedding") -> int:
    return int(session.project.read.one(f"SELECT count(*) FROM {table}"))


def layerless(folder: Path) -> str:
    """A model that names no modules, with classes of the project."""
    names = str(dict(enumerate(CLASSES[:3])))
    return str(write(folder / "plain.onnx", colour_graph(size="side"), {**METADATA, "names": names}))


def names_of(file: str) -> dict[str, str | None]:
    with open_engine(file) as engine:
        return dict.fromkeys(engine.card.names.values(), CLASSES[0])


def test_the_first_run_fixes_the_model_and_records_in_the_chunks_of_its_predictions(tmp_path: Path) -> None:
    session = project(tmp_path)
    done = predict(session, MODEL, Options())
    assert (done.images, done.vectors, done.notes) == (6, 6, []) and own(session).name == "model"
    details = [json.loads(row[0]) for row in session.project.read.rows("SELECT detail FROM event WHERE op = 'predict'")]
    tables = [[chunk["table"] for chunk in detail["facts"]] for detail in details]
    assert all({"run_image", "picture_stat", "embedding"} <= set(each) for each in tables)
    assert [detail.get("embedding_model") for detail in details] == ["model"] + [None] * (len(details) - 1)
    names, values = features.embeddings(session.project.read, own(session).sha256)
    stats = dict(zip(*features.picture_stats(session.project.read), strict=True))
    assert values.shape == (6, 256) and set(names) == set(stats)
    scans = session.project.read.scans(range(1, 7))
    with open_engine(MODEL, embeds=lambda sha256: True) as engine:
        for file, scan in zip(sorted((tmp_path / "photos").iterdir()), scans.values(), strict=True):
            pixels = to_array(open_rgb(file))
            ready = engine.prepare(pixels)
            vector = engine.embedding(engine.answer([ready], conf=0.5)[0], ready)
            assert vector is not None and np.array_equal(vector.astype(np.float16), values[names.index(scan.sha256)])
            assert tuple(stats[scan.sha256]) == tuple(picture_stat(pixels))
    assert list(session.project.problems()) == []


def test_other_models_and_other_sizes_leave_no_vectors(tmp_path: Path) -> None:
    session = project(tmp_path)
    predict(session, MODEL, Options(imgsz=160))
    assert count(session) == 0 and features.embedding_model(session.project.read) is None
    assert count(session, "picture_stat") == 6, "these do not depend on it"
    predict(session, MODEL, Options(images=[1, 2]))
    other = predict(session, OTHER, Options(mapping=names_of(OTHER), which="all"))
    assert (other.images, other.vectors, other.notes) == (6, 0, []) and own(session).name == "model"
    assert count(session) == 2 and count(session, "picture_stat") == 6
    assert predict(session, "model", Options(which="all")).vectors == 4, "what is known is not said twice"
    assert count(session) == 6 and list(session.project.problems()) == []


def test_a_model_without_the_layer_says_so_and_leaves_room_for_the_next(tmp_path: Path) -> None:
    session = project(tmp_path)
    plain = layerless(tmp_path)
    done = predict(session, plain, Options())
    assert done.images == 6 and len(done.notes) == 1 and "plain has no layer" in done.notes[0]
    assert count(session) == 0 and count(session, "picture_stat") == 6
    computed = compute(session, ComputeOptions("plain", anew=True))
    assert computed.model is None and "plain has no layer" in computed.notes[0] and computed.images == 6
    assert predict(session, MODEL, Options()).vectors == 6 and own(session).name == "model"
    again = compute(session, ComputeOptions("plain"))
    assert (again.model, again.changed) == ("model", False) and own(session).name == "model"
    assert "no layer" not in "".join(predict(session, "plain", Options(which="all")).notes), "it is not asked for now"


def test_what_is_missing_is_computed_and_no_more(tmp_path: Path) -> None:
    session = project(tmp_path)
    done = compute(session, ComputeOptions())
    assert (
        done.model is None and done.images == 6 and "No model" in done.notes[0] and count(session, "picture_stat") == 6
    )
    predict(session, MODEL, Options(images=[2, 5]))
    done = compute(session, ComputeOptions())
    assert done == Computed("model", False, 4, 2) and count(session) == 6
    assert features.without_embedding(session.project.read, own(session).sha256) == []
    assert compute(session, ComputeOptions()) == Computed("model", False, 0, 6)
    assert compute(session, ComputeOptions(anew=True)) == Computed("model", False, 6, 0) and count(session) == 12
    assert len(features.embeddings(session.project.read, own(session).sha256)[0]) == 6
    assert list(session.project.problems()) == []


def test_another_model_takes_over_by_an_event_and_sees_all(tmp_path: Path) -> None:
    session = project(tmp_path)
    predict(session, MODEL, Options())
    before = own(session)
    done = compute(session, ComputeOptions(OTHER))
    assert (done.changed, done.images, done.model) == (True, 6, own(session).name) and own(session) != before
    names, values = features.embeddings(session.project.read, own(session).sha256)
    assert values.shape == (6, 128)
    row = session.project.read.rows("SELECT actor, detail FROM event WHERE op = 'embedding_model'")
    assert [(r[0], json.loads(r[1])) for r in row] == [("ann", {"model": done.model, "before": "model"})]
    assert features.embeddings(session.project.read, before.sha256)[0] == names, "the record keeps what was"
    assert predict(session, "model", Options(which="all")).vectors == 0
    back = compute(session, ComputeOptions("model"))
    assert (back.changed, back.images, back.known) == (True, 0, 6), "its own are still there, and as they were"
    assert list(session.project.problems()) == []


def test_what_was_stopped_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = project(tmp_path)
    predict(session, MODEL, Options())
    monkeypatch.setattr("verify_app.app.embeddings.FLUSH_IMAGES", 1)

    def stop(step: Progress) -> None:
        if step.done == 3:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        compute(session, ComputeOptions(OTHER), report=stop)
    assert own(session).name == Path(OTHER).stem and count(session) == 9
    assert compute(session, ComputeOptions()) == Computed(own(session).name, False, 3, 3)
    assert list(session.project.problems()) == []


def test_bytes_that_changed_are_looked_at_again_and_bad_files_are_named(tmp_path: Path) -> None:
    session = project(tmp_path)
    predict(session, MODEL, Options())
    files = sorted((tmp_path / "photos").iterdir())
    shutil.copy(files[0], files[1])  # the same bytes twice
    files[2].write_bytes(files[2].read_bytes()[:2000])
    files[3].unlink()
    done = compute(session, ComputeOptions(anew=True))
    assert done.images == 4 and len(done.problems) == 2 and str(files[2]) in done.problems[0]
    assert features.in_use(session.project.read) == [1, 5, 6] and list(session.project.problems()) == []


def test_two_images_of_the_same_bytes_have_one_vector(tmp_path: Path) -> None:
    session = project(tmp_path, images=2)
    shutil.copy(next((tmp_path / "photos").iterdir()), tmp_path / "photos" / "again.jpg")
    add_images(session, [tmp_path / "photos"], Origin.REAL)
    assert predict(session, MODEL, Options()).images == 3 and count(session) == count(session, "picture_stat") == 2


def test_the_command_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = project(tmp_path)
    session.close()

    def ran(*options: str) -> str:
        assert run(["embeddings", str(tmp_path / "p"), "--by", "ann", *options]) == 0
        return capsys.readouterr().out

    first = json.loads(ran("--json"))
    assert (first["model"], first["images"]) == (None, 6) and first["notes"]
    assert json.loads(ran("--json", "--model", MODEL)) == {
        "notes": [], "model": "model", "changed": False, "images": 6, "known": 0, "problems": [],
    }  # fmt: skip
    assert ran() == "Looked at 0 images; of 6 everything was known.\n" and ran("--all") == "Looked at 6 images.\n"
    assert ran("--model", OTHER) == "Pictures are compared by detect from now on. Looked at 6 images.\n"
    assert run(["embeddings", str(tmp_path / "p"), "--model", "nowhere.onnx"]) == 1
    assert "no model or file" in capsys.readouterr().err


def test_weights_that_are_gone_are_a_sentence(tmp_path: Path) -> None:
    session = project(tmp_path)
    predict(session, MODEL, Options(images=[1]))
    (session.folder / "models" / own(session).file).unlink()
    with pytest.raises(UserError, match="weights of model are missing"):
        compute(session, ComputeOptions())


@pytest.mark.slow
def test_a_kill_loses_neither_the_predictions_nor_the_vectors_of_a_chunk(tmp_path: Path) -> None:
    session = project(tmp_path, images=30)
    session.close()
    command = [sys.executable, "-m", "verify_app", "predict", str(tmp_path / "p"), "--model", MODEL]
    with subprocess.Popen([*command, "--progress", "jsonl", "--by", "ann"], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if json.loads(line).get("done", 0) >= 20:
                child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
                break
    with Project.open(tmp_path / "p") as opened:
        assert list(opened.problems()) == []
        seen = {row[0] for row in opened.read.rows("SELECT sha256 FROM run_image")}
        model = features.embedding_model(opened.read)
        held = set(features.embeddings(opened.read, model.sha256)[0]) if model else set()
        assert held == seen == set(features.picture_stats(opened.read)[0])
    session = Session.open(tmp_path / "p", "ann")
    predict(session, "model" if find_model(session, "model") else MODEL, Options())
    assert count(session) == 30 and list(session.project.problems()) == []
