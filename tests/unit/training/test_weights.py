"""What new weights say of themselves, and that foreign ones never run."""

from __future__ import annotations

import os
import pickle

import pytest

from verify_app.core.errors import UserError
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training.weights import _portable, keep, lineage_of, sha256_of

pytestmark = pytest.mark.slow


def test_weights_lead_to_their_receipt(ignorant):
    assert lineage_of(ignorant.weights) == ignorant.receipt
    assert len(ignorant.receipt) == 64


def test_outside_weights_lead_nowhere(tmp_path):
    prepare()
    from ultralytics import YOLO

    YOLO("yolo26n.yaml").save(tmp_path / "outside.pt")
    assert lineage_of(tmp_path / "outside.pt") is None
    assert lineage_of(tmp_path / "model.onnx") is None


def test_weights_trained_elsewhere_on_a_version_lead_to_its_receipt(made_version, tmp_path):
    prepare()
    from ultralytics import YOLO

    version = made_version.resolve()
    model = YOLO("yolo26n.yaml")
    model.ckpt = {"train_args": {"data": str(version / "data.yaml")}}
    model.save(tmp_path / "elsewhere.pt")
    assert lineage_of(tmp_path / "elsewhere.pt") == sha256_of(version / "receipt.json")
    model.ckpt = {"train_args": {"data": str(tmp_path / "data.yaml")}}
    model.save(tmp_path / "other.pt")
    assert lineage_of(tmp_path / "other.pt") is None
    (tmp_path / "receipt.json").write_text('{"format": "someone else\'s"}')
    assert lineage_of(tmp_path / "other.pt") is None


def test_a_hostile_file_does_not_run(tmp_path):
    canary = tmp_path / "canary"

    class Hostile:
        def __reduce__(self):
            return os.mkdir, (str(canary),)

    import torch

    for name, write in (
        ("zip.pt", lambda f: torch.save({"model": Hostile(), "verify_app": {"receipt": "x"}}, f)),
        ("pickle.pt", lambda f: f.write_bytes(pickle.dumps({"model": Hostile()}))),
    ):
        write(tmp_path / name)
        with pytest.raises(UserError, match=name):
            lineage_of(tmp_path / name)
    assert not canary.exists()


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04 cut"])
def test_a_damaged_file_is_one_sentence(tmp_path, data):
    (tmp_path / "broken.pt").write_bytes(data)
    with pytest.raises(UserError, match=r"broken\.pt"):
        lineage_of(tmp_path / "broken.pt")


def test_weights_are_written_whole_or_not_at_all(ignorant, tmp_path, monkeypatch):
    import torch

    def full(ckpt, file):
        file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(UserError, match="no space left"):
        keep(ignorant.weights, tmp_path / "model.pt", receipt="x", base=None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("/home/ann/data.yaml", "data.yaml"),
        ("C:\\Users\\ann\\model.pt", "model.pt"),
        ("\\\\host\\share\\m.pt", "m.pt"),
        ("/home/ann/run/", "run"),
        ("yolo26n.yaml", "yolo26n.yaml"),
        ("https://ultralytics.com/license", "https://ultralytics.com/license"),
        ({"a": ["/x/y", 1], "b": ("/x/z",)}, {"a": ["y", 1], "b": ("z",)}),
        (None, None),
    ],
)
def test_folders_are_cut_from_paths(value, expected):
    assert _portable(value) == expected
