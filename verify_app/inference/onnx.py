"""ONNX Runtime: needs neither torch nor Ultralytics, and an ONNX file cannot run code of its own."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Task
from verify_app.inference.answers import Answer, settings_of
from verify_app.inference.engine import (
    MAX_DETECTIONS,
    EngineBase,
    ModelCard,
    check_names,
    check_points,
    check_task,
    first_line,
    least_stride,
    literal,
    rounded,
)
from verify_app.inference.layout import answers_of, check_outputs
from verify_app.inference.letterbox import Prepared, stack

_CONVERT = "make it again with 'verify-app model convert'"
LARGE = 50_000_000
"""Bytes of a model from which one picture at a time is looked at: more than YOLO26s, less than YOLO26m."""
MOST_LANES = 4
_FLOATS = {"tensor(float)": np.float32, "tensor(float16)": np.float16}


@dataclass(slots=True, eq=False)
class OnnxEngine(EngineBase):
    """A YOLO26 model exported with ``nms=False``; `layout.Layout` says what comes out."""

    session: onnxruntime.InferenceSession | None = None
    fixed: bool = True
    """Whether the model takes exactly `batch` images, so that a remainder must be filled up."""

    def answer(self, prepared: Sequence[Prepared], *, conf: float) -> list[Answer]:
        found: list[Answer] = []
        for start in range(0, len(prepared), self.batch):
            found += self._answer(prepared[start : start + self.batch])
        return found

    def _answer(self, part: Sequence[Prepared]) -> list[Answer]:
        if self.session is None:
            raise RuntimeError("the engine is closed")
        tensor = stack(part)
        if self.fixed and len(part) < self.batch:
            filling = np.zeros((self.batch - len(part), *tensor.shape[1:]), dtype=tensor.dtype)
            tensor = np.concatenate([tensor, filling])
        entry = self.session.get_inputs()[0]
        try:
            outputs = self.session.run(None, {entry.name: tensor.astype(_FLOATS[entry.type], copy=False)})
        except Exception as error:  # the runtime's own classes: out of memory, an operator that fails
            raise UserError(
                f"ONNX Runtime failed ({first_line(str(error))}); try a smaller batch or the engine 'ultralytics'."
            ) from error
        return answers_of(outputs, self.card, images=len(tensor))[: len(part)]

    def close(self) -> None:
        self.session = None


def open_onnx(file: Path, *, imgsz: int | None, device: str | None, batch: int | None) -> OnnxEngine:
    """Open an ``.onnx`` file; parameters and errors as `engine.open_engine`."""
    try:
        data = file.read_bytes()  # one read: what is hashed is what is loaded
    except OSError as error:
        raise UserError(f"{file} cannot be read ({(error.strerror or 'error').lower()}).") from error
    providers, place = _providers(device)
    lanes = _lanes(len(data)) if place == "cpu" and (batch or 1) == 1 else 1
    session = _session(file.name, data, providers, lanes)
    if session.get_providers()[0] != providers[0][0]:
        raise UserError(f"ONNX Runtime could not start on {place}; check its GPU libraries or choose the device 'cpu'.")
    facts = session.get_modelmeta().custom_metadata_map
    names = _names(file.name, facts)
    size, group = _input(file.name, session, facts, imgsz)
    task = check_task(file.name, facts.get("task"))
    points, values = check_points(file.name, literal(facts.get("kpt_shape"))) if task == Task.POSE else (0, 3)
    card = ModelCard(
        task=task,
        names=names,
        imgsz=size,
        sha256=hashlib.sha256(data).hexdigest(),
        end2end=True,
        stride=_stride(facts),
        points=points,
        point_values=values,
    )
    check_outputs(file.name, [entry.shape for entry in session.get_outputs()], card, facts)
    settings: dict[str, Any] = {
        "engine": "onnx",
        "imgsz": list(size),
        "nms": False,
        **settings_of(task),
        "max_det": MAX_DETECTIONS,
        "precision": session.get_inputs()[0].type.removeprefix("tensor(").removesuffix(")"),
        "device": place,
        "onnxruntime": onnxruntime.__version__,
        "made_by": f"ultralytics {facts.get('version', 'unknown')}",
    }
    wanted = batch or (16 if place.startswith("cuda") else 1)
    return OnnxEngine(card, settings, group or wanted, lanes, session=session, fixed=group is not None)


def _lanes(size: int) -> int:
    """How many pictures a model of so many bytes looks at side by side on a processor.

    One picture on many cores leaves some of them waiting between the layers; several pictures on a few cores each do
    not. Large models have enough to do in every layer, and need their memory once only.
    """
    return min(MOST_LANES, os.cpu_count() or 1) if size <= LARGE else 1


def _providers(device: str | None) -> tuple[list[tuple[str, dict[str, Any]]], str]:
    """ONNX Runtime's providers in order, and the device's name as stored."""
    cuda = "CUDAExecutionProvider" in onnxruntime.get_available_providers()
    wanted = (device or ("cuda:0" if cuda else "cpu")).strip().lower()
    processor: tuple[str, dict[str, Any]] = ("CPUExecutionProvider", {})
    if wanted == "cpu":
        return [processor], "cpu"
    index = "0" if wanted == "cuda" else wanted.removeprefix("cuda:")
    if not index.isdigit():
        raise UserError(f"ONNX Runtime has no device '{device}' here; choose 'cpu' or the engine 'ultralytics'.")
    if not cuda:
        raise UserError(
            f"This ONNX Runtime cannot use '{device}' (install onnxruntime-gpu in place of onnxruntime); "
            "choose 'cpu' or the engine 'ultralytics'."
        )
    return [("CUDAExecutionProvider", {"device_id": int(index)}), processor], f"cuda:{index}"


def _session(name: str, data: bytes, providers: Sequence[Any], lanes: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    if lanes > 1:
        options.intra_op_num_threads = max(1, (os.cpu_count() or 1) // lanes)
    options.log_severity_level = 4  # failures come as exceptions; nothing may be printed between progress lines
    # threads that spin while they wait take the cores from those that decode, and from everything else on the machine
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(data, options, providers=list(providers))
    except Exception as error:  # the runtime's own classes: no protobuf, an unknown operator, a missing file
        raise UserError(f"{name} is not a usable ONNX model ({first_line(str(error))}); {_CONVERT}.") from error


def _names(name: str, facts: Mapping[str, str]) -> dict[int, str]:
    if "task" in facts:
        check_task(name, facts["task"])  # the better sentence when both are wrong
    return check_names(name, literal(facts.get("names")))


def _stride(facts: Mapping[str, str]) -> int:
    stride = literal(facts.get("stride"))
    return least_stride(facts.get("task", ""), stride if isinstance(stride, int) and 0 < stride <= 256 else 32)


def _input(
    name: str, session: onnxruntime.InferenceSession, facts: Mapping[str, str], imgsz: int | None
) -> tuple[tuple[int, int], int | None]:
    """Input size (height, width) and fixed batch (None: any), checked against what was asked for."""
    entries = session.get_inputs()
    shape = entries[0].shape if entries else []
    if len(entries) != 1 or len(shape) != 4 or entries[0].type not in _FLOATS or shape[1] not in (3, "channels"):
        raise UserError(f"{name} does not take one RGB picture, so it is no YOLO model; {_CONVERT}.")
    group = shape[0] if isinstance(shape[0], int) else None
    if all(isinstance(side, int) for side in shape[2:]):
        size = (int(shape[2]), int(shape[3]))
        if imgsz is not None and rounded(imgsz, _stride(facts)) != size:
            made = size[0] if size[0] == size[1] else f"{size[0]} x {size[1]}"
            raise UserError(f"{name} was made for {made} pixels, not {imgsz}; leave the size out or {_CONVERT}.")
        return size, group
    if imgsz is not None:
        return rounded(imgsz, _stride(facts)), group
    made_for = literal(facts.get("imgsz"))
    if isinstance(made_for, list) and len(made_for) == 2 and all(isinstance(v, int) and v > 0 for v in made_for):
        return (made_for[0], made_for[1]), group
    return (640, 640), group
