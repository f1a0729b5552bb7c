"""From `.pt` to ONNX, once, with a proof that both say the same."""

from __future__ import annotations

import math
import os
import warnings
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from verify_app.core.counted import counted
from verify_app.core.errors import UsageError, UserError
from verify_app.core.geometry import Box, iou
from verify_app.core.messages import M, reason_of
from verify_app.core.records import Detection
from verify_app.core.regions import Keypoints, OrientedBox, Polygon
from verify_app.imaging.reading.picture import open_rgb, to_array
from verify_app.inference.engine import MAX_DETECTIONS, Engine, first_line, fitted
from verify_app.inference.masks import LEAST_PART
from verify_app.inference.model_card import ModelCard
from verify_app.inference.open_engine import open_engine
from verify_app.inference.preprocess import Prepared
from verify_app.inference.time_limit import apart
from verify_app.inference.ultralytics_engine import loaded_pt, pt_card

LEAST_IOU = 0.99
MOST_CONF = 0.01
CONF = 0.05
"""Boxes above this confidence are compared."""
MOST_SAMPLES = 32
_SAME_AREA = LEAST_PART + 2.0
"""Outlines that differ by so little (square pixels of the input) are the same: of a small mask one pixel whose logit is
about nothing, or a speck on the edge of counting, costs more than 0.01 of IoU."""
_MOST_SHIFT = 0.01
"""How far a point may lie from its partner, as a share of its object's longer side."""
_SAME_PIXEL = 0.05
"""Corners this close (pixels) are the same: of a box a few pixels wide, rounding alone costs 0.01 of IoU."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two engines agree on the sample images.

    Parameters
    ----------
    images, compared : int
        Images looked at and pairs of objects compared.
    missing : int
        Objects that only one engine found.
    worst_iou, worst_conf : float
        Least IoU and greatest difference of confidence over all pairs.
    conf : float
        Objects above this confidence were compared.
    """

    images: int
    compared: int
    missing: int
    worst_iou: float
    worst_conf: float
    conf: float = CONF

    @property
    def agrees(self) -> bool:
        """Same objects: none missing, IoU > 0.99, confidence within 0.01, and something was compared."""
        return self.compared > 0 and self.missing == 0 and self.worst_iou > LEAST_IOU and self.worst_conf < MOST_CONF


def convert(pt: Path, out: Path, *, imgsz: int | None = None, samples: Iterable[Path]) -> Agreement:
    """Write the ONNX form of a `.pt` model, of those that have one with the NMS-free head.

    Older families have no such head; their file needs NMS, which the engine does.

    Both engines then look at the samples; the file appears, whole and synced, only when they agree.

    Parameters
    ----------
    pt, out : Path
        Weights, and the `.onnx` file to write (replaced if it exists).
    imgsz : int, optional
        Side of the square input in pixels; default: the size it was trained at.
    samples : iterable of Path
        Images to compare on, the first `MOST_SAMPLES` that can be opened.

    Raises
    ------
    UserError
        When the weights cannot be opened safely, no sample can be opened, the export
        fails, the engines disagree or the file cannot be written.
    """
    if pt.suffix.lower() != ".pt" or out.suffix.lower() != ".onnx":
        raise UsageError(
            M("Converting goes from a .pt to an .onnx file, not from {pt} to {out}.", pt=pt.name, out=out.name)
        )
    if not pt.is_file():
        raise UserError(M("There is no model file {file}; check the path.", file=pt))
    with loaded_pt(pt) as (model, sha256):
        card = pt_card(pt.name, model, sha256, imgsz=imgsz)
        pictures = _prepared(samples, card)
        if not pictures:
            raise UserError(M("Converting needs at least one image that can be opened, to compare the two forms on."))
        copy = Path(model.ckpt_path)
        made = _export(pt.name, model, card.imgsz)
        agreement = compare(
            _answers(copy, "ultralytics", card.imgsz, pictures),
            _answers(made, "onnx", card.imgsz, pictures),
            grain=[picture.fit.width / picture.fit.inner_width for picture in pictures],
        )
        _require_agreement(pt.name, agreement)
        _publish(made, out)
    return agreement


def _require_agreement(name: str, agreement: Agreement) -> None:
    if agreement.compared + agreement.missing == 0:
        raise UserError(
            M(
                "{name} finds next to nothing on the sample images, so its two forms cannot be compared; give images "
                "with objects it knows, or train it further.",
                name=name,
            )
        )
    if not agreement.agrees:
        raise UserError(
            M(
                "The ONNX form of {name} does not say the same as the original ({missing} "
                "missing, least IoU {iou:.3f}, confidence off by {conf:.3f}), so it was not kept; use "
                "the .pt file itself.",
                name=name,
                missing=counted(agreement.missing, "object"),
                iou=agreement.worst_iou,
                conf=agreement.worst_conf,
            )
        )


def compare(
    first: Sequence[Sequence[Detection]],
    second: Sequence[Sequence[Detection]],
    *,
    grain: Sequence[float] | None = None,
) -> Agreement:
    """Match the objects of two engines image by image.

    An object above the threshold must have its partner of the same class in the other answer. The partner may lie
    under the threshold by up to `MOST_CONF`, so that a confidence at the edge is no disagreement; likewise,
    where an answer is full, objects within `MOST_CONF` of its last one are not asked for. When none reaches
    `CONF` (a model that has learned little), the threshold drops to half the highest confidence.

    Parameters
    ----------
    first, second : sequences, one entry an image, of detections
        From engines that were asked for everything (confidence above 0).
    grain : sequence of float, optional
        Of each image the side of a pixel of the model's input, in pixels of the image; default 1.
    """
    top = max((d.conf for image in (*first, *second) for d in image), default=0.0)
    conf = CONF if top > CONF else top / 2
    overlaps: list[float] = []
    gaps: list[float] = []
    missing = 0
    for ours, theirs, pixel in zip(first, second, grain or [1.0] * len(first), strict=True):
        least = max(conf, _edge(ours), _edge(theirs))
        for here, there in ((ours, theirs), (theirs, ours)):
            free = list(there)
            for one in (d for d in here if d.conf > least):
                partner = _partner(one, free, pixel)
                if partner is None:
                    missing += 1
                    continue
                free.remove(partner)
                overlaps.append(overlap(one, partner, pixel))
                gaps.append(abs(one.conf - partner.conf))
    return Agreement(len(first), len(gaps), missing, min(overlaps, default=1.0), max(gaps, default=0.0), conf)


def _edge(answer: Sequence[Detection]) -> float:
    """Confidence under which a full answer may lack boxes that the other has."""
    return answer[-1].conf + MOST_CONF if len(answer) >= MAX_DETECTIONS else 0.0


def _partner(one: Detection, free: Sequence[Detection], pixel: float) -> Detection | None:
    """The object of the same class that overlaps most, at least by half; of equals the nearest in confidence."""
    same = [(overlap(one, d, pixel), -abs(one.conf - d.conf), i) for i, d in enumerate(free) if d.cls == one.cls]
    best = max(same, default=(0.0, 0.0, -1))
    return free[best[2]] if best[0] >= 0.5 else None


def overlap(a: Detection, b: Detection, pixel: float) -> float:
    """How far two detections are the same, 0 to 1; 1 where they differ by no more than rounding does.

    IoU of the regions; of poses 0 when a point lies elsewhere (`_MOST_SHIFT`) or is seen otherwise.

    Parameters
    ----------
    pixel : float
        Side of a pixel of the model's input, in pixels of the image.
    """
    one, other = a.region, b.region
    if isinstance(one, Keypoints) and isinstance(other, Keypoints):
        return _box_overlap(one.box, other.box) if _same_points(one, other) else 0.0
    if isinstance(one, Box) and isinstance(other, Box):
        return _box_overlap(one, other)
    if isinstance(one, OrientedBox) and isinstance(other, OrientedBox) and _same_corners(one, other):
        return 1.0
    shared = one.overlap(other)
    if isinstance(one, Polygon) and isinstance(other, Polygon):
        apart = (one.area + other.area) * (1 - shared) / (1 + shared)
        return 1.0 if apart <= _SAME_AREA * pixel**2 else shared
    return shared


def _box_overlap(one: Box, other: Box) -> float:
    if all(abs(p - q) <= _SAME_PIXEL for p, q in zip(one.corners(), other.corners(), strict=True)):
        return 1.0
    return iou(one, other)


def _same_corners(one: OrientedBox, other: OrientedBox) -> bool:
    return all(min(math.hypot(x - p, y - q) for p, q in other.points) <= _SAME_PIXEL for x, y in one.points)


def _same_points(one: Keypoints, other: Keypoints) -> bool:
    reach = max(_MOST_SHIFT * max(one.box.width, one.box.height), _SAME_PIXEL)
    return len(one.points) == len(other.points) and all(
        p.seen == q.seen and math.hypot(p.x - q.x, p.y - q.y) <= reach
        for p, q in zip(one.points, other.points, strict=True)
    )


def _prepared(samples: Iterable[Path], card: ModelCard) -> list[Prepared]:
    def opened() -> Iterable[Prepared]:
        for path in samples:
            try:
                yield fitted(card, to_array(open_rgb(path)))
            except UserError:  # another sample will do; without any, `convert` says so
                continue

    return list(islice(opened(), MOST_SAMPLES))


def _answers(file: Path, engine: str, imgsz: tuple[int, int], pictures: Sequence[Prepared]) -> list[list[Detection]]:
    with open_engine(file, engine=engine, imgsz=imgsz[0], device="cpu", batch=1) as opened:
        return [_answer(opened, picture) for picture in pictures]


def _answer(engine: Engine, picture: Prepared) -> list[Detection]:
    return apart(lambda: engine.infer([picture], conf=0.0)[0], engine.allowed(1), each=engine.seconds)


def _export(name: str, model: Any, imgsz: tuple[int, int]) -> Path:
    """Have Ultralytics export beside the private copy of the weights."""
    if isinstance(model.model.args, dict) and model.model.args.get("data"):
        # goes into the file's description: the name says enough, the path is the person's own business
        model.model.args["data"] = Path(str(model.model.args["data"])).name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch's tracer warns about code that is not ours
            made = model.export(
                format="onnx", nms=False, imgsz=list(imgsz), batch=1, dynamic=False, device="cpu", verbose=False
            )
    except Exception as error:  # a missing package, an operator without ONNX form
        raise UserError(
            M(
                "{name} could not be exported to ONNX ({reason}); use the .pt file itself.",
                name=name,
                reason=first_line(str(error)),
            )
        ) from error
    return Path(made)


def _publish(made: Path, out: Path) -> None:
    """Put the file in place whole and synced, or not at all."""
    part = out.with_name(f".{out.name}.{uuid4().hex}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            stream.write(made.read_bytes())
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(out)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(
            M("{file} cannot be written ({reason}); choose another place.", file=out, reason=reason_of(error))
        ) from error
