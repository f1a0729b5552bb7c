"""Opening with Ultralytics what it exported: ONNX, and every form that somebody agreed to."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.regular_file import require_room
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import (
    LEAST_SIDE,
    MOST_ONNX,
    MOST_SIDE,
    check_names,
    check_points,
    check_task,
    digest,
    first_line,
    least_stride,
    literal,
    rounded,
)
from verify_app.inference.foreign_formats import agreed_copy
from verify_app.inference.model_card import ModelCard


def private_copy(file: Path, folder: Path, agreed: Collection[str]) -> tuple[Path, str]:
    """A copy under a name of our own, and its digest: what is opened is what was looked at."""
    if file.suffix.lower() != ".onnx":
        return agreed_copy(file, folder, agreed)
    copy = folder / "model.onnx"
    try:
        shutil.copyfile(require_room(file, MOST_ONNX), copy)
    except OSError as error:
        raise UserError(M("{file} cannot be read ({reason}).", file=file, reason=reason_of(error))) from error
    return copy, digest(copy)


def open_export(name: str, copy: Path, sha256: str, imgsz: int | None) -> tuple[Any, ModelCard]:
    """A model in one of the formats Ultralytics exports, and its card from the metadata it carries."""
    from ultralytics.models import YOLO  # noqa: PLC0415
    from ultralytics.nn.backends.base import BaseBackend  # noqa: PLC0415

    try:
        stored = dict(BaseBackend.read_metadata(copy))
        facts = {key: literal(stored.get(key)) for key in ("imgsz", "stride", "end2end", "args", "kpt_shape")}
    except Exception as error:  # metadata of any shape
        raise UserError(
            M("{name} is not a model Ultralytics can open ({reason}).", name=name, reason=first_line(str(error)))
        ) from error
    task = check_task(name, stored["task"]) if stored.get("task") else "detect"
    stride = facts["stride"] if type(facts["stride"]) is int and 0 < facts["stride"] <= 256 else 32
    stride = least_stride(task, stride)
    size = _export_size(name, facts["imgsz"], imgsz, stride)
    inside = isinstance(facts["args"], dict) and facts["args"].get("nms") is True
    points, values = check_points(name, facts["kpt_shape"]) if task == Task.POSE else (0, 3)
    card = ModelCard(
        task,
        check_names(name, stored.get("names")),
        size,
        sha256,
        end2end=task == Task.CLASSIFY or bool(facts["end2end"]) or inside,
        stride=stride,
        points=points,
        point_values=values,
    )
    try:
        return YOLO(str(copy), task=task), card
    except Exception as error:  # an ending it does not know, a damaged file
        raise UserError(
            M("{name} is not a model Ultralytics can open ({reason}).", name=name, reason=first_line(str(error)))
        ) from error


def _export_size(name: str, stored: Any, imgsz: int | None, stride: int) -> tuple[int, int]:
    """Height and width that an export was made for."""
    made_for = stored if isinstance(stored, (list, tuple)) else (stored, stored)
    if len(made_for) != 2 or not all(type(side) is int for side in made_for):
        return rounded(imgsz or 640, stride)
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in made_for):
        raise UserError(
            M(
                "{name} takes pictures of {width} x {height} pixels, which makes no sense.",
                name=name,
                width=made_for[1],
                height=made_for[0],
            )
        )
    size = (made_for[0], made_for[1])
    if imgsz is not None and rounded(imgsz, stride) != size:
        raise UserError(
            M(
                "{name} was made for {size} pixels, not {imgsz}; leave the size out.",
                name=name,
                size=size[0],
                imgsz=imgsz,
            )
        )
    return size
