from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.unit.inference.conftest import NAMES, SIDE
from verify_app.core.errors import UserError
from verify_app.inference.convert import compare, convert
from verify_app.inference.open_engine import open_engine
from verify_app.inference.ultralytics_engine import device_list, fetch_weights, known_weights, loaded_pt
from verify_app.inference.ultralytics_setup import prepare


def test_the_card(weights: Path) -> None:
    with open_engine(weights) as engine:
        card = engine.card
        assert engine.settings["engine"] == "ultralytics" and engine.settings["nms"] is False
        assert engine.settings["device"] == "cpu" and {"torch", "ultralytics"} <= set(engine.settings)
    assert (card.task, dict(card.names), card.imgsz, card.end2end) == ("detect", NAMES, (SIDE, SIDE), True)
    assert card.trained_on == "/somebody/parts.yaml"


@pytest.mark.parametrize("conf", [0.05, 0.3])
def test_the_same_boxes_as_ultralytics_itself(weights: Path, pictures: list[np.ndarray], conf: float) -> None:
    """Our letterbox, tensor and way back against `YOLO.predict` on the BGR arrays it wants."""
    with open_engine(weights) as engine:
        ours = engine.predict(pictures, conf=conf)
    with loaded_pt(weights) as (model, _):
        compared = 0
        for pixels, found in zip(pictures, ours, strict=True):
            (result,) = model.predict(
                np.ascontiguousarray(pixels[..., ::-1]),
                conf=conf,
                imgsz=SIDE,
                rect=False,
                nms=False,
                max_det=300,
                device="cpu",
                verbose=False,
            )
            rows = result.boxes.data.numpy()
            rows = rows[(rows[:, 2] - rows[:, 0] > 0.02) & (rows[:, 3] - rows[:, 1] > 0.02)]
            found = [d for d in found if d.region.width > 0.02 and d.region.height > 0.02]
            assert len(rows) == len(found)
            compared += len(rows)
            if not found:
                continue
            assert np.abs(rows[:, :4] - [d.region.corners() for d in found]).max() < 0.011
            assert np.abs(rows[:, 4] - [d.conf for d in found]).max() < 1e-5
            assert rows[:, 5].astype(int).tolist() == [d.cls for d in found]
        assert compared > 20


def test_both_engines_agree(weights: Path, onnx_model: Path, pictures: list[np.ndarray]) -> None:
    with open_engine(weights, batch=3) as torch_engine, open_engine(onnx_model) as onnx_engine:
        assert onnx_engine.card.names == torch_engine.card.names
        agreement = compare(onnx_engine.predict(pictures, conf=0.0), torch_engine.predict(pictures, conf=0.0))
    assert agreement.agrees and agreement.compared > 100, agreement


def test_ultralytics_runs_the_onnx_file_too(onnx_model: Path, pictures: list[np.ndarray]) -> None:
    with open_engine(onnx_model, engine="ultralytics") as theirs, open_engine(onnx_model) as ours:
        assert theirs.card == ours.card
        assert compare(theirs.predict(pictures, conf=0.0), ours.predict(pictures, conf=0.0)).agrees


def test_a_wish_for_another_size(weights: Path) -> None:
    with open_engine(weights, imgsz=100) as engine:
        assert engine.card.imgsz == (128, 128) and engine.settings["imgsz"] == [128, 128]


class Canary:
    """Unpickling it makes a folder: harmless, and proof that code ran."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (self.folder,)


def _plain(path: Path, canary: Canary, _: Path) -> None:
    path.write_bytes(pickle.dumps({"model": canary}))


def _zipped(path: Path, canary: Canary, _: Path) -> None:
    import torch

    torch.save({"model": canary}, path)


def _legacy(path: Path, canary: Canary, _: Path) -> None:
    import torch

    torch.save({"model": canary}, path, _use_new_zipfile_serialization=False)


def _hidden(path: Path, canary: Canary, weights: Path) -> None:
    import torch
    from ultralytics.nn.tasks import torch_safe_load

    checkpoint, _ = torch_safe_load(str(_copied(weights, path)), safe_only=True)
    checkpoint["train_args"]["cfg"] = canary
    torch.save(checkpoint, path)


def _in_a_module(path: Path, canary: Canary, weights: Path) -> None:
    import torch
    from ultralytics.nn.tasks import torch_safe_load

    checkpoint, _ = torch_safe_load(str(_copied(weights, path)), safe_only=True)
    checkpoint["model"].model[0].note = canary
    torch.save(checkpoint, path)


def _copied(weights: Path, path: Path) -> Path:
    copy = path.with_name("copy.pt")
    copy.write_bytes(weights.read_bytes())
    return copy


HOSTILE = [_plain, _zipped, _legacy, _hidden, _in_a_module]


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
@pytest.mark.parametrize("make", HOSTILE)
@pytest.mark.parametrize("suffix", [".pt", ".PT"])
def test_a_hostile_file_does_not_run(
    tmp_path: Path,
    weights: Path,
    sample_files: list[Path],
    make: Callable[[Path, Canary, Path], None],
    suffix: str,
) -> None:
    prepare()
    folder, path, out = tmp_path / "canary", tmp_path / f"evil{suffix}", tmp_path / "evil.onnx"
    make(path, Canary(folder), weights)
    for attempt in (
        lambda: open_engine(path),
        lambda: open_engine(path, engine="ultralytics"),
        lambda: convert(path, out, samples=sample_files),
        lambda: loaded_pt(path).__enter__(),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert "evil" in str(caught.value) and "\n" not in str(caught.value)
        assert "was not opened" in str(caught.value) or "not a model" in str(caught.value)
        assert not folder.exists(), f"{make.__name__} ran"
    assert not out.exists()


@pytest.mark.parametrize("make", [_zipped, _hidden])
def test_the_canary_would_sing(tmp_path: Path, weights: Path, make: Callable[[Path, Canary, Path], None]) -> None:
    """Without the guard it does run, so the test above can fail."""
    prepare()
    import torch

    make(tmp_path / "evil.pt", Canary(tmp_path / "canary"), weights)
    torch.load(tmp_path / "evil.pt", weights_only=False)
    assert (tmp_path / "canary").exists()


def test_the_guard_holds_when_ultralytics_was_imported_before(tmp_path: Path, weights: Path) -> None:
    prepare()
    _zipped(tmp_path / "evil.pt", Canary(tmp_path / "canary"), weights)
    code = (
        "import os; os.environ.pop('ULTRALYTICS_SAFE_LOAD', None)\n"
        "import ultralytics.nn.tasks as tasks; assert not tasks.SAFE_LOAD\n"
        "from verify_app.inference.open_engine import open_engine\n"
        "from verify_app.core.errors import UserError\n"
        "try: open_engine('evil.pt')\n"
        "except UserError: print('refused')\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "ULTRALYTICS_SAFE_LOAD"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert done.stdout == "refused\n" and not (tmp_path / "canary").exists()


def test_nothing_is_printed_or_left_behind(tmp_path: Path, onnx_model: Path, weights: Path) -> None:
    """stdout carries our progress lines; the current folder is the person's."""
    code = (
        "import sys, numpy as np\n"
        "from verify_app.inference.open_engine import open_engine\n"
        "for file in sys.argv[1:]:\n"
        "    with open_engine(file, engine='ultralytics') as engine:\n"
        "        engine.predict([np.zeros((50, 70, 3), np.uint8)], conf=0.1)\n"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("YOLO_", "ULTRALYTICS_"))}
    done = subprocess.run(
        [sys.executable, "-c", code, str(weights), str(onnx_model)],
        cwd=tmp_path,
        env=environment | {"YOLO_CONFIG_DIR": str(tmp_path / "config")},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "" and done.stderr == ""
    assert [p.name for p in tmp_path.iterdir()] == ["config"]


@pytest.mark.parametrize("name", ["text.pt", "text.engine", "text.torchscript", "text.pth", "text.yaml", "text"])
@pytest.mark.parametrize("data", [b"", b"this is text, renamed", b"PK\x03\x04" + b"\0" * 99])
def test_files_that_are_no_model(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError) as caught:
        open_engine(tmp_path / name)
    assert name in str(caught.value) and "\n" not in str(caught.value)
    assert "verify-app-" not in str(caught.value)  # the private copy is nobody's business


def test_weights_for_another_task(tmp_path: Path) -> None:
    prepare()
    from ultralytics.models import YOLO

    YOLO("yolo26n-sem.yaml").save(tmp_path / "sem.pt")
    with pytest.raises(UserError, match=r"sem\.pt is a model for 'semantic'"):
        open_engine(tmp_path / "sem.pt")


def test_an_older_model_without_the_nms_free_head_says_so(tmp_path: Path, sample_files: list[Path]) -> None:
    prepare()
    from ultralytics.models import YOLO

    YOLO("yolo11n.yaml").save(tmp_path / "old.pt")
    with open_engine(tmp_path / "old.pt", imgsz=64) as engine:
        assert engine.card.end2end is False and "NMS" in engine.settings["head"]
    assert convert(tmp_path / "old.pt", tmp_path / "old.onnx", imgsz=64, samples=sample_files[:1]).agrees


def test_devices() -> None:
    devices = device_list()
    assert devices[0].id == "cpu" and "cores" in devices[0].name


def test_a_device_that_is_not_there(weights: Path) -> None:
    with pytest.raises(UserError, match="no device 'cuda:77'"):
        open_engine(weights, device="cuda:77")


def test_known_weights() -> None:
    prepare()
    from ultralytics.utils.downloads import GITHUB_ASSETS_NAMES

    names = {f"yolo26{size}{task}.pt" for size in "nsmlx" for task in ("", "-seg", "-obb", "-pose", "-cls")}
    assert names <= GITHUB_ASSETS_NAMES and all(map(known_weights, names))
    for name in ("yolo26n", "yolo26n-sem.pt", "yolo26n-depth.pt", "best.pt", "../yolo26n.pt", "yolo26n.pt\n"):
        assert not known_weights(name), name


def test_fetching_without_a_network_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()
    import requests

    def refuse(*_: object, **__: object) -> None:
        raise requests.ConnectionError("no route")

    monkeypatch.setattr(requests, "get", refuse)
    monkeypatch.setattr("time.sleep", lambda _: None)
    with pytest.raises(UserError, match=r"yolo26n\.pt could not be downloaded"):
        fetch_weights("yolo26n.pt", tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == [] and os.environ["YOLO_OFFLINE"] == "1"
    with pytest.raises(UserError, match="no published weights"):
        fetch_weights("best.pt", tmp_path)


def test_fetching_puts_a_checked_file_in_place(tmp_path: Path, weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()
    from ultralytics.utils import downloads

    asked = []

    def download(*, url: str, file: Path, **_: object) -> None:
        asked.append((url, os.environ["YOLO_OFFLINE"]))
        Path(file).write_bytes(weights.read_bytes())

    monkeypatch.setattr(downloads, "safe_download", download)
    got = fetch_weights("yolo26n.pt", tmp_path / "models")
    assert got == tmp_path / "models" / "yolo26n.pt" and got.read_bytes() == weights.read_bytes()
    assert [p.name for p in got.parent.iterdir()] == ["yolo26n.pt"]
    assert fetch_weights("yolo26n.pt", tmp_path / "models") == got and len(asked) == 1
    assert asked[0][0].endswith("/yolo26n.pt") and asked[0][1] == "0"
