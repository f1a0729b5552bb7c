"""What comes out of YOLO26 models that were exported to ONNX with ``nms=False`` (Ultralytics 8.4).

| task | outputs |
|---|---|
| detect | (n, 300, 6): x1, y1, x2, y2, confidence, class |
| segment | (n, 300, 6 + c) with the coefficients of c prototypes, and (n, c, height / 4, width / 4) |
| obb | (n, 300, 7): cx, cy, width, height, confidence, class, angle in radians |
| pose | (n, 300, 6 + points x numbers): x, y and maybe confidence of every point |
| classify | (n, classes): probabilities, softmax included |

Of inputs so small that the heads have fewer than 300 places, there are fewer rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Task
from verify_app.inference.answers import Answer
from verify_app.inference.engine import ModelCard, literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CONVERT = "make it again with 'verify-app model convert'"
_MOST_PROTOS = 1024

Shape = Sequence[int | str | None]
"""Of an output, as ONNX Runtime says it; text and None stand for what is not fixed."""


def check_outputs(name: str, shapes: Sequence[Shape], card: ModelCard, facts: Mapping[str, str]) -> None:
    """Refuse a model whose outputs are not those of its task.

    Parameters
    ----------
    name : str
        The file, for the sentence.
    shapes : sequence of shapes
        Of the outputs.
    card : ModelCard
    facts : mapping of str to str
        The file's metadata.

    Raises
    ------
    UserError
        When NMS is needed or built in, or the outputs are others.
    """
    wrong = UserError(f"{name} does not answer like a YOLO26 {card.task} model; {_CONVERT}.")
    if len(shapes) != (2 if card.task == Task.SEGMENT else 1):
        raise wrong
    if card.task == Task.CLASSIFY:
        if len(shapes[0]) != 2 or not _fits(shapes[0][1], len(card.names)):
            raise wrong
        return
    extra = _extra(shapes, card)
    if extra is None or len(shapes[0]) != 3:
        raise wrong
    raw = len(card.names) + 4 + extra
    middle, last = shapes[0][1:]
    if not (last == 6 + extra or (not isinstance(last, int) and middle != raw)):
        if middle == raw:
            raise UserError(f"{name} was made for the head that needs NMS; {_CONVERT}, which takes the NMS-free head.")
        raise wrong
    if literal(facts.get("end2end")) is False:
        raise UserError(f"{name} was exported with NMS inside; {_CONVERT}, which takes the NMS-free head.")


def _extra(shapes: Sequence[Shape], card: ModelCard) -> int | None:
    """Numbers of a row after the class; None when the prototypes are no prototypes."""
    if card.task == Task.SEGMENT:
        protos = shapes[1]
        known = len(protos) == 4 and isinstance(protos[1], int) and 0 < protos[1] <= _MOST_PROTOS
        sides = zip(protos[2:], card.imgsz, strict=False)
        whole = known and all(not isinstance(side, int) or (side > 0 and full % side == 0) for side, full in sides)
        return int(protos[1]) if whole and protos[1] is not None else None
    return {Task.OBB: 1, Task.POSE: card.points * card.point_values}.get(Task(card.task), 0)


def _fits(size: int | str | None, wanted: int) -> bool:
    return size == wanted or not isinstance(size, int)


def answers_of(outputs: Sequence[NDArray[np.floating[Any]]], card: ModelCard, *, images: int) -> list[Answer]:
    """The answers to `images` pictures.

    Raises
    ------
    UserError
        When the outputs have other shapes than the file promised.
    """
    first = outputs[0].astype("float32", copy=False)
    if card.task == Task.CLASSIFY:
        _expect(first.shape, (images, len(card.names)))
        return [Answer(row) for row in first]
    if card.task == Task.SEGMENT:
        protos = outputs[1].astype("float32", copy=False)
        _expect(protos.shape, (images, None, None, None))
        if any(side < 1 or full % side for side, full in zip(protos.shape[2:], card.imgsz, strict=True)):
            raise _unexpected(protos.shape)
        _expect(first.shape, (images, None, 6 + protos.shape[1]))
        return [Answer(rows, protos=proto) for rows, proto in zip(first, protos, strict=True)]
    _expect(first.shape, (images, None, 6 + (_extra([], card) or 0)))
    return [Answer(rows) for rows in first]


def _expect(shape: tuple[int, ...], wanted: tuple[int | None, ...]) -> None:
    if len(shape) != len(wanted) or any(w is not None and s != w for s, w in zip(shape, wanted, strict=True)):
        raise _unexpected(shape)


def _unexpected(shape: tuple[int, ...]) -> UserError:
    return UserError(f"The model answered with the shape {shape}, which does not fit its task; {_CONVERT}.")
