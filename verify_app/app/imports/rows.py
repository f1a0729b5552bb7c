"""What a dataset states of one image as rows of facts: classes by id, regions cut to the image, verifications bound."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from operator import mul
from pathlib import Path
from typing import Any

from verify_app.core.derive import binding
from verify_app.core.messages import M
from verify_app.core.records import Label, Scan
from verify_app.core.vocabulary import Task
from verify_app.formats.packed_regions import region_of
from verify_app.formats.records import Findings, StatedLabels
from verify_app.storage.row_mappers import region_text

ImportedRow = tuple[int, int, str, str, str]
"""Image, class, region, file and binding: the columns of an imported fact."""

_OUTSIDE = M("an object that lies outside its image, or is under a pixel")
_encode = json.JSONEncoder(separators=(",", ":")).encode


def imported_rows(
    task: Task,
    image_id: int,
    scan: Scan,
    labels: StatedLabels,
    class_ids: Mapping[str, int | None],
    findings: Findings,
) -> tuple[list[ImportedRow], bool]:
    """Rows of facts for the objects of one image, and whether these are all that is stated and was not left out on
    purpose.
    """
    file = labels.file or Path(labels.key).name
    objects, rows, whole = labels.plain, list[ImportedRow](), not labels.left_aside
    if task is Task.CLASSIFY:
        names = {name for name, _, _ in objects}
        if len(names) > 1:
            told = ", ".join(sorted(names)[:5])
            findings.problem(
                M("{file}: several classes ({reason}), and an image has one; left aside.", file=file, reason=told)
            )
            return [], False
        objects = objects[:1]
    width, height = scan.width, scan.height
    for name, kind, data in objects:
        class_id = class_ids[name]
        if class_id is None:
            continue
        text = _TEXT[kind](data, width, height) if kind in _TEXT else None
        if text is not None:  # the same as for any region below, without making one
            rows.append((image_id, class_id, f'{{"{kind}":{text}}}', file, bound_to(scan.sha256, class_id, text)))
            continue
        stated = region_of(kind, data)
        region = stated if labels.cut else stated.inside(width, height)
        if region is None:
            whole = False
            findings.problem(M("{file}, {shape}: {reason}; left aside.", file=file, shape=name, reason=_OUTSIDE))
            continue
        rows.append((image_id, class_id, region_text(region), file, binding(scan.sha256, class_id, region)))
    return rows, whole


def as_before(labels: Iterable[Label], rows: Iterable[ImportedRow]) -> bool:
    """Whether these rows would bring in the very labels that an import has brought, which nobody has touched."""
    there = Counter((x.class_id, region_text(x.region)) for x in labels)
    return there == Counter((row[1], row[2]) for row in rows)


def bound_to(digest: str, class_id: int, data: str) -> str:
    """As `core.derive.binding`, of a region whose data is at hand as JSON."""
    return sha256(f'["{digest}",{class_id},{data}]'.encode()).hexdigest()[:32]


def _box_text(data: tuple[float, ...], width: int, height: int) -> str | None:
    """A box that lies inside its image, as JSON; None where it does not, or is under a pixel."""
    x1, y1, x2, y2 = data
    if x1 < 0.0 or y1 < 0.0 or x2 > width or y2 > height or x2 - x1 < 1.0 or y2 - y1 < 1.0:
        return None
    return f"[{x1!r},{y1!r},{x2!r},{y2!r}]"


def _outline_text(data: tuple[tuple[bytes, ...], ...], width: int, height: int) -> str | None:
    """An outline of parts without holes that lies inside its image and is clearly over a pixel, as JSON; else None."""
    parts: list[Any] = []
    area = 0.0
    for part in data:
        if len(part) != 1:
            return None
        numbers = array("d", part[0])
        xs, ys = numbers[::2], numbers[1::2]
        if min(xs) < 0.0 or min(ys) < 0.0 or max(xs) > width or max(ys) > height:
            return None
        area += abs(sum(map(mul, xs, ys[1:] + ys[:1])) - sum(map(mul, ys, xs[1:] + xs[:1]))) / 2
        parts.append([list(zip(xs, ys, strict=True))])
    # at a pixel sharp, rounding decides, and that of the region itself is the one that counts
    return _encode(parts) if area > 1.01 else None


_TEXT: dict[str, Callable[..., str | None]] = {"box": _box_text, "polygon": _outline_text}
"""By kind: the region's data as JSON, where it is inside its image."""
