"""ONNX Runtime: needs neither torch nor Ultralytics, and an ONNX file cannot run code of its own.

What it can do is never end, want more memory than there is, or answer something else than it says: each is a sentence.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import read_whole
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import (
    EXPORT,
    LEAST_SIDE,
    MAX_DETECTIONS,
    MOST_ONNX,
    MOST_SIDE,
    SECONDS,
    Embeds,
    EngineBase,
    check_points,
    check_task,
    first_line,
    least_stride,
    literal,
    names_in,
    rounded,
)
from verify_app.inference.model_card import UNNAMED, ModelCard
from verify_app.inference.onnx_features import with_features
from verify_app.inference.onnx_layout import Head, Layout, Shape, answers_of, layout_of
from verify_app.inference.postprocess import ModelOutput, settings_of
from verify_app.inference.preprocess import Prepared, stack
from verify_app.inference.time_limit import TookTooLong, apart, stopped_after, too_long

LARGE = 50_000_000
"""Bytes of a model from which one picture at a time is looked at: more than YOLO26s, less than YOLO26m."""
MOST_LANES = 4
MOST_BATCH = 4096
MOST_BYTES = 4 << 30
"""Of the pictures that a model wants to have at once."""
_FLOATS = {"tensor(float)": np.float32, "tensor(float16)": np.float16}


@dataclass(slots=True, eq=False)
class OnnxEngine(EngineBase):
    """A YOLO model in ONNX form; `layout.Layout` says what comes out."""

    session: onnxruntime.InferenceSession | None = None
    fixed: bool = True
    """Whether the model takes exactly `batch` images, so that a remainder must be filled up."""
    head: Head = Head.FREE
    features: bool = False
    """Whether the last output is the map of features."""

    def answer(self, prepared: Sequence[Prepared], *, conf: float) -> list[ModelOutput]:
        found: list[ModelOutput] = []
        for start in range(0, len(prepared), self.batch):
            found += self._answer(prepared[start : start + self.batch], conf)
        return found

    def _answer(self, part: Sequence[Prepared], conf: float) -> list[ModelOutput]:
        if self.session is None:
            raise RuntimeError("the engine is closed")
        tensor = stack(part)
        if self.fixed and len(part) < self.batch:
            filling = np.zeros((self.batch - len(part), *tensor.shape[1:]), dtype=tensor.dtype)
            tensor = np.concatenate([tensor, filling])
        outputs = _run(self.session, tensor, self.allowed(len(part)), each=self.seconds)
        self.warm = True
        features = outputs.pop() if self.features else None
        answers = answers_of(outputs, self.card, self.head, images=len(tensor), conf=conf)[: len(part)]
        if features is None or features.shape[:1] != (len(tensor),) or features.ndim != 4:
            return answers
        return [replace(answer, features=one) for answer, one in zip(answers, features, strict=False)]

    def close(self) -> None:
        self.session = None


def _run(session: onnxruntime.InferenceSession, tensor: np.ndarray, seconds: float, *, each: float) -> list[Any]:
    """The outputs for pictures, unless they take too long: an ONNX file may hold a loop without an end."""
    entry, options = session.get_inputs()[0], onnxruntime.RunOptions()
    options.log_severity_level = 4
    with stopped_after(seconds, lambda: setattr(options, "terminate", True)) as over:
        try:
            found: list[Any] = session.run(None, {entry.name: tensor.astype(_FLOATS[entry.type], copy=False)}, options)
        except Exception as error:  # the runtime's own classes: out of memory, an operator that fails
            if over.is_set():
                raise too_long(each) from error
            raise UserError(
                M(
                    "ONNX Runtime failed ({reason}); try a smaller batch or another model.",
                    reason=first_line(str(error)),
                )
            ) from error
    if not all(isinstance(one, np.ndarray) and one.dtype.kind in "fiu" for one in found):
        raise UserError(M("The model answered with something else than numbers; {advice}.", advice=EXPORT))
    return found


def open_onnx(
    file: Path,
    *,
    imgsz: int | None,
    device: str | None,
    batch: int | None,
    seconds: float = SECONDS,
    embeds: Embeds | None = None,
) -> OnnxEngine:
    """Open an ``.onnx`` file; parameters and errors as `engine.open_engine`."""
    try:
        data = read_whole(file, MOST_ONNX)  # one read: what is hashed is what is loaded
    except OSError as error:
        raise UserError(M("{file} cannot be read ({reason}).", file=file, reason=reason_of(error))) from error
    onnxruntime.disable_telemetry_events()  # Windows; elsewhere the environment has said so before it was loaded
    providers, place = _providers(device)
    lanes = _lanes(len(data)) if place == "cpu" and (batch or 1) == 1 else 1
    sha256 = hashlib.sha256(data).hexdigest()
    wider = with_features(data) if embeds is not None and embeds(sha256) else None
    session, features = _opened(file.name, data, wider, providers, lanes, seconds)
    del data, wider
    if session.get_providers()[0] != providers[0][0]:
        raise UserError(
            M(
                "ONNX Runtime could not start on {place}; check its GPU libraries or choose the device 'cpu'.",
                place=place,
            )
        )
    facts = session.get_modelmeta().custom_metadata_map
    size, group = _input(file.name, session, facts, imgsz)
    wanted = _batch(file.name, size, group, batch or (16 if place.startswith("cuda") else 1))
    card, head = _card(file.name, session, size, facts, sha256, seconds, features=features)
    settings: dict[str, Any] = {
        "engine": "onnx",
        "imgsz": list(size),
        "nms": False,
        **settings_of(card.task),
        "max_det": MAX_DETECTIONS,
        "precision": session.get_inputs()[0].type.removeprefix("tensor(").removesuffix(")"),
        "device": place,
        "onnxruntime": onnxruntime.__version__,
        "made_by": f"ultralytics {facts.get('version', 'unknown')}",
    } | ({} if head is Head.FREE else {"head": str(head)})
    engine = OnnxEngine(card, settings, wanted, lanes, seconds=seconds, session=session, fixed=group is not None)
    engine.head, engine.features = head, features
    return engine


def _batch(name: str, size: tuple[int, int], group: int | None, wanted: int) -> int:
    """Pictures at once, of which the tensor has to fit into memory."""
    count = group or wanted
    if count * 3 * size[0] * size[1] * 4 > MOST_BYTES:
        raise UserError(
            M(
                "{name} takes {n} pictures of {width} x {height} pixels at once, which is too much.",
                name=name,
                n=count,
                width=size[1],
                height=size[0],
            )
        )
    return count


def _card(
    name: str,
    session: onnxruntime.InferenceSession,
    size: tuple[int, int],
    facts: Mapping[str, str],
    sha256: str,
    seconds: float,
    *,
    features: bool,
) -> tuple[ModelCard, Head]:
    """What the model says of itself, and what its outputs say, but for the features that may come last."""
    own = len(session.get_outputs()) - features
    shapes: list[Shape] = [entry.shape for entry in session.get_outputs()[:own]]
    task, names = _task(name, facts, shapes), names_in(facts.get("names"))
    points, values = check_points(name, literal(facts.get("kpt_shape"))) if task == Task.POSE else (0, 3)

    def layout() -> Layout:
        return layout_of(name, shapes, task=task, classes=len(names), points=points * values, imgsz=size, facts=facts)

    found = layout()
    if found.head is None or (found.head is Head.PLACES and not found.classes):
        # only real outputs tell
        shape = [one if isinstance(one, int) else 1 for one in session.get_inputs()[0].shape[:2]]
        blank = np.zeros((shape[0], 3, *size), np.float32)
        outputs = apart(lambda: _run(session, blank, 2 * seconds, each=seconds), 2 * seconds, each=seconds)
        shapes = [one.shape for one in outputs[:own]]
        found = layout()
    if found.head is None or found.classes > UNNAMED:
        raise UserError(
            M("{name} does not answer like a YOLO {task} model; {advice}.", name=name, task=task, advice=EXPORT)
        )
    card = ModelCard(
        task=task,
        names=names or {index: str(index) for index in range(found.classes)},
        imgsz=size,
        sha256=sha256,
        end2end=found.head is not Head.PLACES,
        stride=_stride(facts),
        points=points,
        point_values=values,
        named=bool(names),
    )
    return card, found.head


def _task(name: str, facts: Mapping[str, str], shapes: Sequence[Shape]) -> str:
    """The task, or, where the file does not say it, the simplest with such outputs."""
    if facts.get("task"):
        return check_task(name, facts["task"])
    if len(shapes) == 2 and len(shapes[1]) == 4:
        return Task.SEGMENT
    return Task.CLASSIFY if len(shapes) == 1 and len(shapes[0]) == 2 else Task.DETECT


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
        raise UserError(
            M("ONNX Runtime has no device '{device}' here; choose 'cpu' or the engine 'ultralytics'.", device=device)
        )
    if not cuda:
        raise UserError(
            M(
                "This ONNX Runtime cannot use '{device}' (install onnxruntime-gpu in place of onnxruntime); choose "
                "'cpu' or the engine 'ultralytics'.",
                device=device,
            )
        )
    return [("CUDAExecutionProvider", {"device_id": int(index)}), processor], f"cuda:{index}"


def _opened(
    name: str, data: bytes, wider: bytes | None, providers: Sequence[Any], lanes: int, seconds: float
) -> tuple[Any, bool]:
    """The session, unless it takes too long: the runtime reckons beforehand what no picture changes.

    `wider` is the model with its features as one more output; the second value says whether it runs so.
    """

    def opened(form: bytes) -> Any:
        return apart(lambda: _session(name, form, providers, lanes), 2 * seconds, each=seconds)

    if wider is not None:
        try:
            session = opened(wider)
            if session.get_outputs()[-1].type in _FLOATS:
                return session, True
        except TookTooLong:
            raise
        except UserError:
            pass  # if the model itself is at fault, it is said below
    return opened(data), False


def _session(name: str, data: bytes, providers: Sequence[Any], lanes: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    if lanes > 1:
        options.intra_op_num_threads = max(1, (os.cpu_count() or 1) // lanes)
    options.log_severity_level = 4  # failures come as exceptions; nothing may be printed between progress lines
    # threads that spin while they wait take the cores from those that decode, and from everything else on the machine
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # weights in other files are none that the digest of this one covers
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", os.devnull)
    try:
        return _started(data, options, list(providers))
    except MemoryError as error:
        raise UserError(
            M("{name} does not fit into the memory that is free; close other programs.", name=name)
        ) from error
    except Exception as error:  # the runtime's own classes: no protobuf, an unknown operator, a missing file
        if "external" in str(error).lower() or "model_path" in str(error):
            raise UserError(
                M(
                    "{name} keeps weights in another file, which is not opened; have it exported into one file.",
                    name=name,
                )
            ) from error
        raise UserError(
            M(
                "{name} is not a usable ONNX model ({reason}); {advice}.",
                name=name,
                reason=first_line(str(error)),
                advice=EXPORT,
            )
        ) from error


def _started(data: bytes, options: onnxruntime.SessionOptions, providers: list[Any]) -> onnxruntime.InferenceSession:
    """The session on the first place that takes it; the runtime's own way to the next one prints."""
    try:
        return onnxruntime.InferenceSession(data, options, providers=providers, enable_fallback=0)
    except Exception:
        if len(providers) < 2:
            raise
    return onnxruntime.InferenceSession(data, options, providers=providers[1:], enable_fallback=0)


def _stride(facts: Mapping[str, str]) -> int:
    stride = literal(facts.get("stride"))
    return least_stride(facts.get("task", ""), stride if isinstance(stride, int) and 0 < stride <= 256 else 32)


def _input(
    name: str, session: onnxruntime.InferenceSession, facts: Mapping[str, str], imgsz: int | None
) -> tuple[tuple[int, int], int | None]:
    """Input size (height, width) and fixed batch (None: any), checked against what was asked for."""
    entries = session.get_inputs()
    shape = entries[0].shape if entries else []
    if len(entries) != 1 or len(shape) != 4 or entries[0].type not in _FLOATS or shape[1] == 1:
        raise UserError(
            M("{name} does not take one RGB picture, so it is no YOLO model; {advice}.", name=name, advice=EXPORT)
        )
    if isinstance(shape[1], int) and shape[1] != 3:
        raise UserError(
            M("{name} takes pictures of {n} channels; this program opens RGB pictures.", name=name, n=shape[1])
        )
    group = shape[0] if isinstance(shape[0], int) else None
    if group is not None and not 0 < group <= MOST_BATCH:
        raise UserError(
            M("{name} takes {n} pictures at once, which makes no sense; {advice}.", name=name, n=group, advice=EXPORT)
        )
    fixed = [side for side in shape[2:] if isinstance(side, int)]
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in fixed):
        raise UserError(
            M(
                "{name} takes pictures of {size} pixels, which makes no sense; {advice}.",
                name=name,
                size=" x ".join(str(side) for side in reversed(shape[2:])),
                advice=EXPORT,
            )
        )
    if len(fixed) == 2:
        size = (fixed[0], fixed[1])
        if imgsz is not None and rounded(imgsz, _stride(facts)) != size:
            made = size[0] if size[0] == size[1] else f"{size[0]} x {size[1]}"
            gaps = {"name": name, "size": made, "imgsz": imgsz, "advice": EXPORT}
            text = M("{name} was made for {size} pixels, not {imgsz}; leave the size out or {advice}.", **gaps)
            raise UserError(text)
        return size, group
    if imgsz is not None:
        wanted = rounded(imgsz, _stride(facts))
    else:
        made_for = literal(facts.get("imgsz"))
        usable = isinstance(made_for, list) and len(made_for) == 2 and all(_side(one, facts) for one in made_for)
        wanted = (made_for[0], made_for[1]) if usable else (640, 640)
    # one side may be fixed all the same
    height, width = (s if isinstance(s, int) else w for s, w in zip(shape[2:], wanted, strict=True))
    return (height, width), group


def _side(value: object, facts: Mapping[str, str]) -> bool:
    """Whether a number can be a side of the input."""
    return type(value) is int and LEAST_SIDE <= value <= MOST_SIDE and value % _stride(facts) == 0
