"""Models that strangers hand over: without names, of another task, absurd, endless, or with code of their own."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from threading import Event, Timer
from threading import enumerate as enumerate_threads

import numpy as np
import pytest
from click.testing import CliRunner, Result
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from tests import scenery
from tests.tasks import SIDE, model, scenes
from tests.unit.inference.tiny_models import METADATA, colour_graph, constant_graph, write
from tests.windows import WINDOWS
from verify_app.app.model_consent import agreed_file, agreed_models
from verify_app.app.models import keep_model, model_file, models, open_model, weights_for
from verify_app.app.predict import Options, predict
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.cli.main import commands, run
from verify_app.core.errors import Cancelled, UserError
from verify_app.core.geometry import Box
from verify_app.core.progress import stopped_by
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import digest
from verify_app.inference.foreign_formats import NeedsConsent
from verify_app.inference.open_engine import open_engine
from verify_app.training.evaluate import evaluate

NAMELESS = {key: value for key, value in METADATA.items() if key != "names"}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(tmp_path / "own"))
    made = scenery.project(tmp_path)
    made.close()
    return Session.open(made.folder, "ann")


def typed(session: Session, *arguments: str) -> Result:
    """A command while nobody else has the project open."""
    session.close()
    done = CliRunner().invoke(commands, [*arguments])
    assert done.exception is None or isinstance(done.exception, UserError | SystemExit), done.exception
    return done


def places(*rows: tuple[float, ...]) -> np.ndarray:
    table = np.zeros((1, len(rows[0]), 84))
    table[0, :, : len(rows)] = np.array(rows).T
    return table


def classes_of(folder: Path) -> list[str]:
    again = Session.open(folder, "ann")
    names = {c.id: c.name for c in again.classes}
    found = [names[item.class_id] for item in look(again, 1).items]
    again.close()
    return found


# --- classes without names ------------------------------------------------------------------------------------


def test_numbers_are_asked_about_and_never_guessed(session: Session, tmp_path: Path) -> None:
    file = write(
        tmp_path / "m.onnx", constant_graph(places((20, 20, 10, 10, 0.9, 0.1), (50, 50, 9, 9, 0, 0.8))), NAMELESS
    )
    done = typed(session, "predict", str(session.folder), "--model", str(file))
    assert "m.onnx does not name its classes, numbered 0 to 1" in str(done.exception)
    assert "--map 0=CLASS --map 1=CLASS" in str(done.exception)
    done = typed(session, "predict", str(session.folder), "--model", str(file), "--map", "0=nut", "--map", "1=")
    assert done.exit_code == 0, done.exception
    assert classes_of(session.folder) == ["nut"]
    again = typed(session, "predict", str(session.folder), "--model", str(file), "--map", "2=nut")
    assert "'2' is none of them" in str(again.exception)


def test_what_was_said_as_the_model_joined_is_kept(session: Session, tmp_path: Path) -> None:
    file = write(tmp_path / "m.onnx", constant_graph(places((20, 20, 10, 10, 0.1, 0.9))), NAMELESS)
    done = typed(session, "model", "add", str(session.folder), str(file), "--map", "0=bolt", "--map", "1=nut")
    assert done.exit_code == 0, done.exception
    assert typed(session, "predict", str(session.folder), "--model", "m").exit_code == 0
    assert classes_of(session.folder) == ["nut"]


def test_rows_do_not_even_tell_how_many_classes_there_are(session: Session, tmp_path: Path) -> None:
    file = write(tmp_path / "m.onnx", colour_graph(), NAMELESS)
    done = typed(session, "predict", str(session.folder), "--model", str(file))
    assert "neither names its classes nor says how many" in str(done.exception)
    done = typed(session, "predict", str(session.folder), "--model", str(file), "--conf", "0", "--map", "2=nut")
    assert done.exit_code == 0, done.exception
    assert set(classes_of(session.folder)) == {"nut"}


# --- boxes of other tasks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("task", [Task.SEGMENT, Task.OBB, Task.POSE])
def test_boxes_of_another_tasks_model(session: Session, tmp_path: Path, task: Task) -> None:
    """The same as Ultralytics' own boxes, and said where the model is listed."""
    from ultralytics.models import YOLO

    scene = next(iter(scenes(task, 1, 4_000_000)))
    with open_model(model(task)) as engine:
        engine.give_boxes()
        found = engine.predict([scene.image], conf=0.25)[0]
        names = list(engine.card.names.values())
    how = {"conf": 0.25, "imgsz": SIDE, "rect": False, "nms": False, "device": "cpu", "verbose": False}
    result = YOLO(model(task)).predict(np.ascontiguousarray(scene.image[..., ::-1]), **how)[0]
    theirs = result.obb if task == Task.OBB else result.boxes
    assert found and [d.cls for d in found] == theirs.cls.int().tolist()
    clipped = np.clip(theirs.xyxy.numpy(), 0, [scene.image.shape[1], scene.image.shape[0]] * 2)
    assert np.allclose([d.region.corners() for d in found if isinstance(d.region, Box)], clipped, atol=0.03)
    pairs = [part for name in names for part in ("--map", f"{name}=nut")]
    done = typed(session, "predict", str(session.folder), "--model", str(model(task)), "--conf", "0.001", *pairs)
    assert done.exit_code == 0 and f" {task} model: the boxes round its objects were taken." in done.output
    listed = typed(session, "model", "list", str(session.folder))
    assert f"{task}, its boxes" in listed.output


def test_other_tasks_stay_refused(session: Session) -> None:
    done = typed(session, "model", "add", str(session.folder), str(model(Task.CLASSIFY)))
    assert "use a model for detect, segment, obb, pose" in str(done.exception)


# --- absurd files ---------------------------------------------------------------------------------------------


def shaped(path: Path, shape: list[int | str], kind: int = TensorProto.FLOAT, *, outputs: int = 1) -> Path:
    """A model that wants pictures of a shape."""
    graph = constant_graph(*[np.zeros((1, 300, 6))] * outputs)
    graph.input[0].CopyFrom(helper.make_tensor_value_info("images", kind, shape))
    return write(path, graph)


def looping(path: Path) -> Path:
    """A loop without an end."""
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["on"], ["still"]),
            helper.make_node("Add", ["sum_in", "one"], ["sum_out"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("turn", TensorProto.INT64, []),
            helper.make_tensor_value_info("on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("sum_in", TensorProto.FLOAT, []),
        ],
        [
            helper.make_tensor_value_info("still", TensorProto.BOOL, []),
            helper.make_tensor_value_info("sum_out", TensorProto.FLOAT, []),
        ],
    )
    nodes = [
        helper.make_node("ReduceMean", ["images"], ["mean"], keepdims=0),
        helper.make_node("Loop", ["turns", "true", "mean"], ["sum"], body=body),
        helper.make_node("Mul", ["sum", "zero"], ["nought"]),
        helper.make_node("Add", ["rows", "nought"], ["output0"]),
    ]
    constants = {
        "turns": np.array(2**62, np.int64),
        "true": np.array(True),
        "one": np.array(1, np.float32),
        "zero": np.array(0, np.float32),
        "rows": np.zeros((1, 300, 6), np.float32),
    }
    graph = helper.make_graph(
        nodes,
        "endless",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, [1, 3, 64, 64])],
        [helper.make_tensor_value_info("output0", TensorProto.FLOAT, [1, 300, 6])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return write(path, graph)


SHAPES: dict[str, tuple[list[int | str], int]] = {
    "no height": ([1, 3, 0, 64], TensorProto.FLOAT),
    "2^40 high": ([1, 3, 1 << 40, 64], TensorProto.FLOAT),
    "100000 x 100000": ([1, 3, 100_000, 100_000], TensorProto.FLOAT),
    "a million at once": ([1_000_000, 3, 64, 64], TensorProto.FLOAT),
    "4096 large ones at once": ([4096, 3, 8192, 8192], TensorProto.FLOAT),
    "five dimensions": ([1, 3, 64, 64, 1], TensorProto.FLOAT),
    "one dimension": ([64], TensorProto.FLOAT),
    "none": ([], TensorProto.FLOAT),
    "bytes": ([1, 3, 64, 64], TensorProto.UINT8),
    "texts": ([1, 3, 64, 64], TensorProto.STRING),
    "seven channels": ([1, 7, 64, 64], TensorProto.FLOAT),
}


@pytest.mark.parametrize("case", SHAPES)
def test_absurd_inputs_are_one_sentence(
    session: Session, tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = shaped(tmp_path / "m.onnx", *SHAPES[case])
    session.close()
    assert run(["predict", str(session.folder), "--model", str(file), "--map", "red=", "--map", "green="]) == 1
    said = capsys.readouterr().err
    assert said.startswith("verify-app: ") and said.count("\n") == 1 and "m.onnx" in said, said


def test_metadata_with_an_absurd_size_is_not_followed(tmp_path: Path) -> None:
    for size in ("[1000000, 1000000]", "[0, 0]", "[-64, 64]", "[64.5, 64]", "[65, 65]", "'wide'"):
        file = write(tmp_path / "m.onnx", colour_graph("n", size="side"), {**METADATA, "imgsz": size})
        with open_model(file) as engine:
            assert engine.card.imgsz == (640, 640)


def test_a_loop_without_an_end_is_stopped(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = looping(tmp_path / "m.onnx")
    command = ["predict", str(session.folder), "--model", str(file), "--image-seconds", "1"]
    session.close()
    assert run([*command, "--map", "red=nut", "--map", "green=nut", "--map", "blue=nut"]) == 1
    said = capsys.readouterr().err
    assert "took longer than 1 second for one picture" in said and said.count("\n") == 1
    assert ".png: " in said or ".jpg: " in said, "the picture is named"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One red picture."""
    for folder in ("images", "labels"):
        (tmp_path / "gold" / folder / "gold").mkdir(parents=True)
    Image.new("RGB", (64, 64), "red").save(tmp_path / "gold" / "images" / "gold" / "a.png")
    (tmp_path / "gold" / "labels" / "gold" / "a.txt").write_text("0 0.5 0.5 0.5 0.5\n")
    return tmp_path / "gold"


def test_a_loop_without_an_end_is_stopped_where_models_are_measured(gold: Path, tmp_path: Path) -> None:
    names = ["red", "green", "blue"]
    with pytest.raises(UserError, match="took longer than 1 second for one picture"):
        evaluate([looping(tmp_path / "m.onnx")], gold, names=names, imgsz=64, device="cpu", seconds=1)


@pytest.mark.parametrize("engine", ["measured", "onnx", "ultralytics"])
def test_a_loop_without_an_end_is_left_as_soon_as_somebody_asks(
    session: Session, gold: Path, tmp_path: Path, engine: str
) -> None:
    file, asked, began = looping(tmp_path / "m.onnx"), Event(), time.monotonic()

    def check() -> None:
        if asked.is_set():
            raise Cancelled("Cancelled.")

    Timer(5, asked.set).start()
    with pytest.raises(Cancelled), stopped_by(check):
        if engine == "measured":
            evaluate([file], gold, names=["red", "green", "blue"], imgsz=64, device="cpu")
        else:
            predict(session, str(file), Options(engine, mapping=dict.fromkeys(("red", "green", "blue"), "nut")))
    assert time.monotonic() - began < 60, "sooner than the model's own time is over"
    for thread in [one for one in enumerate_threads() if one.name.startswith(("apart", "model"))]:
        thread.join(30)
        assert not thread.is_alive(), "what nobody wants is not computed on"


@pytest.mark.skipif(WINDOWS, reason="files have no holes by themselves there")
@pytest.mark.parametrize("ending", ["onnx", "pt"])
@pytest.mark.parametrize("engine", ["auto", "ultralytics"])
def test_what_is_larger_than_the_memory_is_one_sentence(
    session: Session, tmp_path: Path, ending: str, engine: str, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"big.{ending}"
    with file.open("wb") as stream:
        stream.truncate(1 << 42)
    session.close()
    assert run(["predict", str(session.folder), "--model", str(file), "--engine", engine]) == 1
    out, said = capfd.readouterr()
    assert "is larger than" in said and said.count("\n") == 1 and not out


def test_memory_that_is_full_is_one_sentence(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("verify_app.cli.project.read_classes", lambda _: bytearray(1 << 60))
    (tmp_path / "names.txt").write_text("nut")
    assert run(["init", str(tmp_path / "p"), "--classes", str(tmp_path / "names.txt")]) == 1
    assert capsys.readouterr().err.startswith("verify-app: There is not enough memory for this;")


def test_the_runtime_prints_nothing_of_its_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.onnx").write_bytes(bytes(3000))
    with pytest.raises(UserError):
        open_model(tmp_path / "m.onnx")
    assert capfd.readouterr() == ("", "")


def test_weights_in_other_files_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    np.zeros(1800, np.float32).tofile("w.bin")
    graph = constant_graph(np.zeros((1, 300, 6)))
    tensor = next(one for one in graph.initializer if one.name == "answer0")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for where in ("w.bin", "../w.bin", "/etc/passwd"):
        tensor.ClearField("external_data")
        for key, value in (("location", where), ("offset", "0"), ("length", "7200")):
            entry = tensor.external_data.add()
            entry.key, entry.value = key, value
        with pytest.raises(UserError, match=r"m\.onnx keeps weights in another file"):
            open_model(write(tmp_path / "m.onnx", graph))


# --- code of their makers -------------------------------------------------------------------------------------


def scripted(path: Path) -> Path:
    """A TorchScript model; this one is harmless, and nobody can tell."""
    import torch

    class Quiet(torch.nn.Module):
        def forward(self, pictures: torch.Tensor) -> torch.Tensor:
            return torch.zeros(1, 300, 6) + pictures.mean() * 0

    extra = {"config.txt": '{"task": "detect", "names": {"0": "nut"}, "imgsz": [64, 64], "stride": 32, "batch": 1}'}
    torch.jit.save(torch.jit.trace(Quiet(), torch.zeros(1, 3, 64, 64)), str(path), _extra_files=extra)
    return path


def test_code_of_its_own_wants_a_consent_to_its_bytes(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = scripted(tmp_path / "m.torchscript")
    sha256 = digest(file)
    session.close()
    command = ["predict", str(session.folder), "--model", str(file), "--map", "nut=nut"]
    assert run(command) == 1
    said = capsys.readouterr().err
    assert f"--run-code {sha256}" in said and "TorchScript" in said and said.count("\n") == 1
    assert run([*command, "--run-code", "deadbeef"]) == 1
    assert "whole SHA-256" in capsys.readouterr().err
    assert run([*command, "--run-code", sha256]) == 0, capsys.readouterr().err
    assert agreed_models() == {sha256} and str(session.folder) not in str(agreed_file())
    assert run(["model", "show", str(shutil.copy(file, tmp_path / "renamed.torchscript"))]) == 0, (
        "by digest, not by path"
    )
    with file.open("ab") as stream:
        stream.write(b"x")
    assert run(["model", "show", str(file)]) == 1, "other bytes ask again"


@pytest.mark.parametrize("name", ["m.pt", "m.onnx", "m.PT", "m", "m.txt", "m.yaml", "m.pth", "m.engine", "m.tflite"])
def test_another_name_opens_no_door(session: Session, tmp_path: Path, name: str) -> None:
    file = scripted(tmp_path / "m.torchscript").rename(tmp_path / name)
    with pytest.raises(UserError) as caught:
        open_model(file)
    assert "\n" not in str(caught.value) and name in str(caught.value)
    link = tmp_path / "link.torchscript"
    link.symlink_to(file)
    with pytest.raises(NeedsConsent):
        open_model(link)


def test_a_folder_that_is_a_model_wants_consent_too(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "m_openvino_model"
    folder.mkdir()
    (folder / "m.xml").write_text("<net/>")
    with pytest.raises(NeedsConsent) as caught:
        open_model(folder)
    assert caught.value.sha256 == digest(folder)
    (folder / "m.bin").symlink_to("/etc/hostname")
    with pytest.raises(UserError, match="holds links"):
        open_model(folder)


# --- what a stranger's project holds --------------------------------------------------------------------------


def test_a_copy_into_the_project_follows_no_link(session: Session, tmp_path: Path) -> None:
    file = write(tmp_path / "m.onnx", colour_graph())
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    with open_model(file) as engine:
        card = engine.card
    stored = session.folder / "models" / f"{card.sha256[:16]}.onnx"
    stored.parent.mkdir(exist_ok=True)
    stored.symlink_to(mine)
    stored.with_name(stored.name + ".part").symlink_to(mine)
    kept = keep_model(session, file, card)
    assert mine.read_text() == "mine"
    assert digest(model_file(session.folder, kept)) == card.sha256 and not stored.is_symlink()


def test_a_planted_file_is_not_taken_for_the_model(session: Session, tmp_path: Path) -> None:
    file = write(tmp_path / "m.onnx", colour_graph())
    with open_model(file) as engine:
        kept = keep_model(session, file, engine.card)
    write(model_file(session.folder, kept), colour_graph("n"))
    with pytest.raises(UserError, match="holds other weights than those of m"):
        open_model(model_file(session.folder, kept), known=models(session)[0])


@pytest.mark.parametrize("place", ["../../x.onnx", "/etc/passwd", "", ".."])
def test_a_record_that_leads_out_of_the_project(session: Session, place: str) -> None:
    scenery.model(session)
    with pytest.raises(UserError, match="outside its models folder"):
        model_file(session.folder, models(session)[0]._replace(file=place))


def test_without_torch_a_pt_is_a_sentence(
    session: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    session.close()
    for command in (["model", "show"], ["model", "add", str(session.folder)], ["model", "convert"]):
        assert run([*command, str(model(Task.DETECT))]) == 1
        said = capsys.readouterr().err
        assert "needs PyTorch and Ultralytics" in said and said.count("\n") == 1, said


# --- published weights ------------------------------------------------------------------------------------------------


def test_weights_in_the_cache_count_only_when_they_were_fetched_here(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planted = session.folder / "cache" / "yolo26n.pt"
    planted.write_bytes(b"a stranger's")
    with pytest.raises(UserError, match="not on this computer"):
        weights_for(session, "yolo26n.pt")
    monkeypatch.chdir(tmp_path)
    asked = []

    def fetch(name: str, folder: Path) -> Path:
        asked.append(name)
        (folder / name).write_bytes(b"the published ones")
        return folder / name

    monkeypatch.setattr("verify_app.app.models.fetch_weights", fetch)
    for download in (True, False, True):
        assert weights_for(session, "yolo26n.pt", download=download) == str(planted)
        assert planted.read_bytes() == b"the published ones"
    assert asked == ["yolo26n.pt"] and agreed_models() == frozenset()
    planted.write_bytes(b"a stranger's again")
    with pytest.raises(UserError, match="not on this computer"):
        weights_for(session, "yolo26n.pt")
    session.close()


# --- a model that is never open ---------------------------------------------------------------------------------------


def test_a_model_that_reckons_without_end_while_it_is_opened_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runtime works out beforehand what no picture changes."""
    monkeypatch.setattr("verify_app.inference.time_limit.GRACE", 0.1)
    started = Event()

    def forever(*_: object, **__: object) -> None:
        started.set()
        time.sleep(30)

    file = write(tmp_path / "m.onnx", colour_graph())
    monkeypatch.setattr("onnxruntime.InferenceSession", forever)
    began = time.monotonic()
    with pytest.raises(UserError, match="longer than 0"):
        open_engine(file, seconds=0.2)
    assert started.is_set() and time.monotonic() - began < 10
