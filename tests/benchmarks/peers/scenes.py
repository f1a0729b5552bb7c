"""Seeded pictures with labels in the files of labelme and of X-AnyLabeling.

OUT/<form>/open10000/   JPEGs of 1280x960 (50 distinct ones, hard-linked), 20 boxes each
OUT/<form>/big/         one JPEG of 12000x8000, 20 boxes
OUT/<form>/poly<K>/     one JPEG of 1920x1080, K polygons of 12 points

The last polygon lies alone in a clear square in the middle, so that it can be dragged without meeting a neighbour,
however many there are.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = ("person", "car", "bicycle", "dog", "bus", "truck", "bird", "sign")
TARGET = "target"
"""Class of the polygon in the middle."""
FORMS = ("labelme", "xany")
DISTINCT = 50
CLEAR = 170
"""Half the side of the clear square."""
POINTS = 12

Shape = tuple[str, str, list[list[float]]]


def picture(seed: int, width: int, height: int, cell: int) -> Image.Image:
    """Smooth colours with noise: a JPEG of it is about as large as a photo's."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (height // cell + 1, width // cell + 1, 3), dtype=np.uint8)
    smooth = np.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)).astype(np.int16)
    noise = rng.integers(-10, 11, (min(height, 1000), min(width, 1000), 1), dtype=np.int16)
    tiles = (math.ceil(height / noise.shape[0]), math.ceil(width / noise.shape[1]), 1)
    return Image.fromarray(np.clip(smooth + np.tile(noise, tiles)[:height, :width], 0, 255).astype(np.uint8))


def boxes(seed: int, width: int, height: int, count: int = 20) -> Iterator[Shape]:
    rng = np.random.default_rng(seed)
    for number in range(count):
        across, down = rng.uniform(0.03, 0.2) * width, rng.uniform(0.03, 0.2) * height
        x, y = rng.uniform(0, width - across), rng.uniform(0, height - down)
        yield CLASSES[number % len(CLASSES)], "rectangle", [[x, y], [x + across, y + down]]


def polygons(count: int, width: int, height: int) -> Iterator[Shape]:
    rng = np.random.default_rng(count)
    left = count - 1
    while left:
        radius = rng.uniform(10, 30)
        cx, cy = rng.uniform(radius, width - radius), rng.uniform(radius, height - radius)
        if max(abs(cx - width / 2), abs(cy - height / 2)) > CLEAR + radius:
            left -= 1
            yield CLASSES[left % len(CLASSES)], "polygon", _ring(cx, cy, radius * rng.uniform(0.7, 1.0, POINTS))
    yield TARGET, "polygon", _ring(width / 2, height / 2, np.full(POINTS, 70.0))


def _ring(cx: float, cy: float, radii: np.ndarray) -> list[list[float]]:
    turns = [k * math.tau / POINTS for k in range(POINTS)]
    return [[cx + r * math.cos(a), cy + r * math.sin(a)] for r, a in zip(radii, turns, strict=True)]


def document(form: str, image: str, size: tuple[int, int], shapes: Iterator[Shape]) -> str:
    """The label file as the application itself writes it."""
    made = []
    for label, kind, raw in shapes:
        points = [[round(float(x), 2), round(float(y), 2)] for x, y in raw]
        shape = {"label": label, "points": points, "group_id": None, "description": "", "shape_type": kind, "flags": {}}
        if form == "labelme":
            shape["mask"] = None
        else:
            if kind == "rectangle":
                (x1, y1), (x2, y2) = points
                shape["points"] = [[x1, y1], [x2, y1], [x2, y2], [x1, y2]]
            shape |= {"score": None, "difficult": False, "attributes": {}, "kie_linking": []}
        made.append(shape)
    head = {"version": "6.3.1" if form == "labelme" else "4.2.1", "flags": {}, "shapes": made, "imagePath": image}
    tail = {"imageData": None, "imageHeight": size[1], "imageWidth": size[0]}
    if form == "xany":
        tail |= {"checked": False, "description": ""}
    return json.dumps(head | tail, indent=2)


def _put(folder: Path, form: str, image: Path, name: str, size: tuple[int, int], shapes: Iterator[Shape]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / name).exists():
        os.link(image, folder / name)
    (folder / name).with_suffix(".json").write_text(document(form, name, size, shapes), encoding="utf-8")


def make(out: Path, scenario: str) -> None:
    """Write what a scenario wants, for both peers; what is there already stays."""
    source = out / "pictures"
    source.mkdir(parents=True, exist_ok=True)
    for form in FORMS:
        folder = out / form / scenario
        if (folder / "done").exists():
            continue
        if scenario.startswith("open"):
            size = (1280, 960)
            for number in range(int(scenario[4:])):
                image = _picture(source / f"{number % DISTINCT:02}.jpg", number % DISTINCT, size, cell=16)
                _put(folder, form, image, f"img_{number:05}.jpg", size, boxes(10_000 + number, *size))
        elif scenario == "big":
            size = (12000, 8000)
            _put(folder, form, _picture(source / "big.jpg", 1000, size, cell=40), "big.jpg", size, boxes(7, *size))
        else:
            size, count = (1920, 1080), int(scenario[4:])
            image = _picture(source / "poly.jpg", 1001, size, cell=16)
            _put(folder, form, image, "poly.jpg", size, polygons(count, *size))
        (folder / "done").touch()


def _picture(file: Path, seed: int, size: tuple[int, int], *, cell: int) -> Path:
    if not file.exists():
        picture(seed, *size, cell).save(file, quality=85 if size[0] > 10_000 else 90)
    return file
