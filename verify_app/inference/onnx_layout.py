"""What comes out of YOLO models that Ultralytics exported to ONNX, YOLOv8 to YOLO26.

Rows of a head without NMS (``nms=False``), or with NMS inside the file (``nms=True``), surest first:

| task | outputs |
|---|---|
| detect | (n, 300, 6): x1, y1, x2, y2, confidence, class |
| segment | (n, 300, 6 + c) with the coefficients of c prototypes, and (n, c, height / 4, width / 4) |
| obb | (n, 300, 7): cx, cy, width, height, confidence, class, angle in radians |
| pose | (n, 300, 6 + points x numbers): x, y and maybe confidence of every point |
| classify | (n, classes): probabilities, softmax included |

Places of a head that needs NMS (the ordinary export): (n, 4 + classes + the task's own, places), with cx, cy, width,
height and the confidence of every class; `nms.survivors` makes rows of them.

Of inputs so small that the heads have fewer than 300 places, there are fewer rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import EXPORT, MAX_DETECTIONS, literal
from verify_app.inference.model_card import ModelCard
from verify_app.inference.nms import survivors
from verify_app.inference.postprocess import ModelOutput

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_PROTOS = 1024
_SURE = 1.01
"""No confidence is above it, half precision included."""

Shape = Sequence[int | str | None]
"""Of an output, as ONNX Runtime says it; text and None stand for what is not fixed."""


class Head(StrEnum):
    """How a model's candidates become rows; the value is stored with the run."""

    FREE = "NMS-free"
    INSIDE = "NMS inside the file"
    PLACES = "one-to-many with NMS, IoU 0.7"


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read the outputs of a model.

    Parameters
    ----------
    head : Head or None
        None where the shapes leave it open: one look at real outputs tells.
    classes : int
        How many the outputs have; 0 where rows do not tell.
    """

    head: Head | None
    classes: int


def layout_of(
    name: str,
    shapes: Sequence[Shape],
    *,
    task: str,
    classes: int,
    points: int,
    imgsz: tuple[int, int],
    facts: Mapping[str, str],
) -> Layout:
    """How the outputs of a model are to be read.

    Parameters
    ----------
    name : str
        The file, for the sentence.
    shapes : sequence of shapes
        Of the outputs.
    task : str
    classes : int
        How many classes the file names; 0 for none.
    points : int
        Numbers of all points of an object; 0 but for poses.
    imgsz : (int, int)
        Height and width of the input, pixels.
    facts : mapping of str to str
        The file's metadata.

    Raises
    ------
    UserError
        When the outputs are not those of a model of the task.
    """
    wrong = _unlike(name, task)
    if len(shapes) != (2 if task == Task.SEGMENT else 1) or facts.get("head", "").startswith("RTDETR"):
        raise wrong
    if task == Task.CLASSIFY:
        if len(shapes[0]) != 2 or not _fits(shapes[0][1], classes or shapes[0][1]):
            raise wrong
        return Layout(Head.FREE, _whole(shapes[0][1]) or classes)
    extra = _protos(shapes[1], imgsz) if task == Task.SEGMENT else _own(task, points)
    if extra is None or len(shapes[0]) != 3:
        raise wrong
    head = _head(shapes[0][1], shapes[0][2], classes, extra, _says_rows(facts))
    if head is None and _whole(shapes[0][1]) and _whole(shapes[0][2]):
        raise wrong
    if head is Head.FREE and literal(facts.get("end2end")) is not True and _nms_inside(facts):
        head = Head.INSIDE
    found = _whole(shapes[0][1]) - 4 - extra if head is Head.PLACES else 0
    return Layout(head, classes or max(found, 0))


def _says_rows(facts: Mapping[str, str]) -> bool | None:
    """Whether the file says that rows come out; None where it says nothing."""
    end2end = literal(facts.get("end2end"))
    if end2end is True or _nms_inside(facts):
        return True
    return False if end2end is False else None


def _nms_inside(facts: Mapping[str, str]) -> bool:
    args = literal(facts.get("args"))
    return isinstance(args, dict) and args.get("nms") is True


def _head(middle: int | str | None, last: int | str | None, classes: int, extra: int, rows: bool | None) -> Head | None:
    """Which head gives an output of so many numbers by so many numbers; None for none, or where both may."""
    least = 4 + (classes or 1) + extra
    places = not isinstance(middle, int) or (middle == least if classes else middle >= least)
    free = _fits(last, 6 + extra)
    if places and free:
        if isinstance(last, int) and not isinstance(middle, int):
            return Head.FREE
        if rows is not None:
            return Head.FREE if rows else Head.PLACES
        if isinstance(last, int):  # as Ultralytics decides
            return Head.FREE
        return Head.PLACES if isinstance(middle, int) and classes else None
    return Head.PLACES if places else Head.FREE if free else None


def _whole(size: int | str | None) -> int:
    return size if isinstance(size, int) else 0


def _own(task: str, points: int) -> int:
    """Numbers of a row after the class, but for masks."""
    return {Task.OBB: 1, Task.POSE: points}.get(Task(task), 0)


def _protos(shape: Shape, imgsz: tuple[int, int]) -> int | None:
    """How many prototypes there are; None when they are no prototypes."""
    if len(shape) != 4 or not isinstance(shape[1], int) or not 0 < shape[1] <= _MOST_PROTOS:
        return None
    sides = zip(shape[2:], imgsz, strict=True)
    whole = all(not isinstance(side, int) or (side > 0 and full % side == 0) for side, full in sides)
    return shape[1] if whole else None


def _fits(size: int | str | None, wanted: int | str | None) -> bool:
    return size == wanted or not isinstance(size, int)


def answers_of(
    outputs: Sequence[NDArray[np.floating[Any]]], card: ModelCard, head: Head, *, images: int, conf: float
) -> list[ModelOutput]:
    """The answers to `images` pictures.

    Parameters
    ----------
    conf : float
        Only what is above it has to be among the rows.

    Raises
    ------
    UserError
        When the outputs have other shapes than the file promised, or no confidences where they belong.
    """
    first = outputs[0].astype("float32", copy=False)
    if card.task == Task.CLASSIFY:
        _expect(first.shape, (images, len(card.names)))
        return [ModelOutput(row) for row in first]
    protos = outputs[1].astype("float32", copy=False) if card.task == Task.SEGMENT else None
    if protos is not None:
        _expect(protos.shape, (images, None, None, None))
        if any(side < 1 or full % side for side, full in zip(protos.shape[2:], card.imgsz, strict=True)):
            raise _unexpected(protos.shape)
    own = protos.shape[1] if protos is not None else _own(card.task, card.points * card.point_values)
    if head is Head.PLACES:
        _expect(first.shape, (images, 4 + len(card.names) + own, None))
        rows = [_rows(one, card, conf) for one in first]
    else:
        _expect(first.shape, (images, None, 6 + own))
        rows = list(first)
    return [ModelOutput(one, protos=None if protos is None else protos[i]) for i, one in enumerate(rows)]


def _rows(places: NDArray[np.float32], card: ModelCard, conf: float) -> NDArray[np.float32]:
    """What stays of the places of one picture."""
    if (places[4 : 4 + len(card.names)] > _SURE).any():
        raise UserError(
            M(
                "The model gives confidences above 1, so it is no YOLO {task} model; {advice}.",
                task=card.task,
                advice=EXPORT,
            )
        )
    oriented = card.task == Task.OBB
    return survivors(places, len(card.names), conf=conf, most=MAX_DETECTIONS, oriented=oriented)


def _expect(shape: tuple[int, ...], wanted: tuple[int | None, ...]) -> None:
    if len(shape) != len(wanted) or any(w is not None and s != w for s, w in zip(shape, wanted, strict=True)):
        raise _unexpected(shape)


def _unexpected(shape: tuple[int, ...]) -> UserError:
    return UserError(
        M(
            "The model answered with the shape {shape}, which does not fit its task; {advice}.",
            shape=shape,
            advice=EXPORT,
        )
    )


def _unlike(name: str, task: str) -> UserError:
    text = M("{name} does not answer like a YOLO {task} model; {advice}.", name=name, task=task, advice=EXPORT)
    return UserError(text)
