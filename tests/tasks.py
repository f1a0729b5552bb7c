"""Generated scenes with their truth for each of the five tasks, and the small models that were trained on such scenes.

`tests/data/make_models.py` trains them on the seeds from `TRAIN_SEED` and `VAL_SEED`; scenes of others are new to them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from verify_app.core.geometry import Box, Region
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Point, Polygon, Ring
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task

CLASSES: dict[str, tuple[str, ...]] = {
    Task.DETECT: ("disc", "block"),
    Task.SEGMENT: ("ring", "plate"),
    Task.OBB: ("bar", "brick"),
    Task.POSE: ("walker", "robot"),
    Task.CLASSIFY: ("cross", "disc", "stripes"),  # sorted, as Ultralytics takes folders of classes
}
SKELETON = Skeleton(
    names=("head", "left hand", "right hand", "left foot", "right foot"),
    flip=(0, 2, 1, 4, 3),
    bones=((0, 1), (0, 2), (0, 3), (0, 4)),
)
SIDE = 160
"""Input of the small models, pixels."""
TRAIN_SEED, VAL_SEED = 1_000_000, 2_000_000
SIZES = ((200, 160), (160, 200), (220, 180), (180, 180))
"""Width and height of the pictures."""
_FINE = 3
"""They are drawn so many times larger and shrunk, so that edges lie where the truth says."""
_COLOURS = (((205, 60, 40), (225, 130, 30), (200, 50, 110)), ((40, 90, 205), (30, 150, 170), (95, 60, 200)))
"""Warm for objects of class 0, cool for those of class 1."""

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Scene:
    """A picture, (height, width, 3) uint8 RGB, and the class index and region of every object on it."""

    image: np.ndarray
    objects: list[tuple[int, Region]]


def model(task: str) -> Path:
    """The small model of a task: `SIDE` pixels, classes as `CLASSES`, points as `SKELETON`."""
    return Path(__file__).parent / "data" / "models" / f"{Task(task)}.pt"


def scenes(task: str, count: int, seed: int) -> Iterator[Scene]:
    """`count` scenes, the same on every machine."""
    for number in range(count):
        yield scene(task, seed + number)


def scene(task: str, seed: int) -> Scene:
    """One scene: of the classify task the whole image is the object, else it holds one to three that do not touch."""
    rng = np.random.default_rng([seed, list(Task).index(Task(task))])
    sheet = _Sheet(*SIZES[int(rng.integers(len(SIZES)))], rng)
    if task == Task.CLASSIFY:
        cls = int(rng.integers(len(CLASSES[task])))
        _pattern(sheet, cls)
        return Scene(sheet.picture(), [(cls, WHOLE_IMAGE)])
    objects: list[tuple[int, Region]] = []
    for place in sorted(rng.permutation(4)[: int(rng.integers(1, 4))]):
        cls = int(rng.integers(len(CLASSES[task])))
        objects.append((cls, _DRAW[task](sheet, cls, sheet.cell(int(place)))))
    return Scene(sheet.picture(), objects)


def write_yolo(folder: Path, task: str, *, train: int, val: int, seed: int | None = None) -> Path:
    """Scenes as a dataset that Ultralytics loads: what to give to ``data=``.

    Parameters
    ----------
    folder : Path
        Where ``images/{train,val}`` and ``labels/{train,val}`` go; of the classify task ``{train,val}/<class>``.
    train, val : int
        How many scenes of each.
    seed : int, optional
        Of the first training scene; the validation scenes follow. Default: the small models' own.

    Returns
    -------
    Path
        ``data.yaml``; of the classify task the folder.
    """
    starts = (TRAIN_SEED, VAL_SEED) if seed is None else (seed, seed + train)
    for split, count, start in zip(("train", "val"), (train, val), starts, strict=True):
        if task == Task.CLASSIFY:
            for name in CLASSES[task]:
                (folder / split / name).mkdir(parents=True, exist_ok=True)
        else:
            for kind in ("images", "labels"):
                (folder / kind / split).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            _write(folder, task, split, scene(task, start + number), f"{number:05}")
    if task == Task.CLASSIFY:
        return folder
    lines = [f"path: {folder.resolve()}", "train: images/train", "val: images/val", "names:"]
    lines += [f"  {i}: {name}" for i, name in enumerate(CLASSES[task])]
    if task == Task.POSE:
        lines += [f"kpt_shape: [{len(SKELETON.names)}, 3]", f"flip_idx: {list(SKELETON.flip)}"]
    (folder / "data.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "data.yaml"


def _write(folder: Path, task: str, split: str, made: Scene, stem: str) -> None:
    picture = Image.fromarray(made.image)
    if task == Task.CLASSIFY:
        picture.save(folder / split / CLASSES[task][made.objects[0][0]] / f"{stem}.png")
        return
    picture.save(folder / "images" / split / f"{stem}.png")
    rows = [f"{cls} {' '.join(f'{v:.6f}' for v in yolo_numbers(region, picture.size))}" for cls, region in made.objects]
    (folder / "labels" / split / f"{stem}.txt").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def yolo_numbers(region: Region, size: tuple[int, int]) -> list[float]:
    """A region as a row of an Ultralytics label file has it after the class."""
    width, height = size

    def flat(points: Sequence[Point]) -> list[float]:
        return [value for x, y in points for value in (min(max(x / width, 0), 1), min(max(y / height, 0), 1))]

    if isinstance(region, Polygon):
        return flat(_one_ring(region))
    if isinstance(region, OrientedBox):
        return flat(region.points)
    (cx, cy), box = region.bounds.center, region.bounds
    numbers = [cx / width, cy / height, box.width / width, box.height / height]
    if isinstance(region, Keypoints):
        for point in region.points:
            numbers += [point.x / width, point.y / height, point.seen] if point.seen else [0, 0, 0]
    return numbers


def _one_ring(polygon: Polygon) -> Ring:
    """All rings on one line: out to each and back the same way, so that filling by even-odd gives the same area."""
    first, *others = polygon.rings
    ring = [*first, first[0]]
    for other in others:
        ring += [*other, other[0], first[0]]
    return tuple(ring)


class _Sheet:
    """A picture under way, with a drab background; everything is drawn in its pixels and rendered finer."""

    def __init__(self, width: int, height: int, rng: np.random.Generator) -> None:
        self.width, self.height, self.rng = width, height, rng
        self.paper: Colour = tuple(int(v) for v in rng.integers(150, 215) + rng.integers(-10, 11, 3))  # type: ignore[assignment]
        self._image = Image.new("RGB", (width * _FINE, height * _FINE), self.paper)
        self._pen = ImageDraw.Draw(self._image)

    def cell(self, number: int) -> Box:
        """A quarter of the sheet."""
        x, y = (number % 2) * self.width / 2, (number // 2) * self.height / 2
        return Box(x, y, x + self.width / 2, y + self.height / 2)

    def colour(self, cls: int) -> Colour:
        red, green, blue = _COLOURS[cls][int(self.rng.integers(3))]
        shift = int(self.rng.integers(-20, 21))
        return red + shift, green + shift, blue + shift

    def area(self, ring: Sequence[Point], colour: Colour) -> None:
        self._pen.polygon([(x * _FINE, y * _FINE) for x, y in ring], fill=colour)

    def line(self, start: Point, end: Point, colour: Colour, thickness: float) -> None:
        """With round ends."""
        self._pen.line([(x * _FINE, y * _FINE) for x, y in (start, end)], fill=colour, width=round(thickness * _FINE))
        for x, y in (start, end):
            self.area(_circle(x, y, thickness / 2), colour)

    def picture(self) -> np.ndarray:
        """The finished picture with a little noise."""
        small = np.asarray(self._image.resize((self.width, self.height), Image.Resampling.BOX)).astype(np.int16)
        noise = self.rng.integers(-6, 7, (self.height, self.width, 1), dtype=np.int16)
        return (small + noise).clip(0, 255).astype(np.uint8)

    def spot(self, cell: Box, width: float, height: float) -> Point:
        """The centre of something of that size, anywhere in a cell."""
        gaps = max(cell.width - width - 4, 0), max(cell.height - height - 4, 0)
        (cx, cy), (gx, gy) = cell.center, gaps
        return cx + float(self.rng.uniform(-gx / 2, gx / 2)), cy + float(self.rng.uniform(-gy / 2, gy / 2))


def _circle(cx: float, cy: float, radius: float, corners: int = 40) -> Ring:
    turns = [2 * math.pi * i / corners for i in range(corners)]
    return tuple((cx + radius * math.cos(t), cy + radius * math.sin(t)) for t in turns)


def _turned(points: Sequence[Point], cx: float, cy: float, angle: float) -> Ring:
    """Points round the origin, turned and moved to a centre."""
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple((cx + x * cos - y * sin, cy + x * sin + y * cos) for x, y in points)


def _detect(sheet: _Sheet, cls: int, cell: Box) -> Region:
    if cls == 0:
        side = float(sheet.rng.uniform(36, 68))
        cx, cy = sheet.spot(cell, side, side)
        sheet.area(_circle(cx, cy, side / 2), sheet.colour(cls))
        return Box(cx - side / 2, cy - side / 2, cx + side / 2, cy + side / 2)
    width, height = (float(v) for v in sheet.rng.uniform(32, 70, 2))
    cx, cy = sheet.spot(cell, width, height)
    box = Box(cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)
    sheet.area(((box.x1, box.y1), (box.x2, box.y1), (box.x2, box.y2), (box.x1, box.y2)), sheet.colour(cls))
    return box


def _segment(sheet: _Sheet, cls: int, cell: Box) -> Region:
    """Rings with their hole; plates, one in three broken in two by a gap."""
    rng, colour = sheet.rng, sheet.colour(cls)
    side = float(rng.uniform(56, 72))
    cx, cy = sheet.spot(cell, side, side)
    if cls == 0:
        outer, hole = _circle(cx, cy, side / 2), _circle(cx, cy, side / 2 * float(rng.uniform(0.4, 0.55)))
        sheet.area(outer, colour)
        sheet.area(hole, sheet.paper)
        return Polygon(((outer, hole),))
    r, angle = side / 2, float(rng.uniform(-0.3, 0.3))
    wide, gap = 0.72 * r, 0.2 * r
    whole = [((-wide, -wide), (wide, -wide), (wide, wide), (0, wide), (-wide, 0.2 * r))]
    broken = [
        ((-wide, -wide), (-gap, -wide), (-gap, wide), (-wide, wide)),
        ((gap, -wide), (wide, -wide), (wide, wide), (gap, wide)),
    ]
    rings = [_turned(ring, cx, cy, angle) for ring in (broken if rng.random() < 0.35 else whole)]
    for ring in rings:
        sheet.area(ring, colour)
    return Polygon(tuple((ring,) for ring in rings))


def _obb(sheet: _Sheet, cls: int, cell: Box) -> Region:
    rng = sheet.rng
    width = float(rng.uniform(54, 76))
    height = width / (4.0 if cls == 0 else 2.0)
    angle = float(rng.uniform(0, math.pi))
    reach_x = abs(width * math.cos(angle)) + abs(height * math.sin(angle))
    reach_y = abs(width * math.sin(angle)) + abs(height * math.cos(angle))
    box = OrientedBox.of((*sheet.spot(cell, reach_x, reach_y), width, height, angle))
    sheet.area(box.points, sheet.colour(cls))
    return box


def _pose(sheet: _Sheet, cls: int, cell: Box) -> Region:
    """A figure of head and four limbs; now and then a limb is absent or a foot stands behind a grey stone."""
    rng, colour = sheet.rng, sheet.colour(cls)
    size = float(rng.uniform(58, 74))
    cx, cy = sheet.spot(cell, size, size)
    jitter = [(float(x), float(y)) for x, y in rng.uniform(-0.05, 0.05, (5, 2))]
    # left is the figure's own left as it looks out of the picture, so to the right on the screen
    plan = ((0.0, -0.38), (0.36, -0.12), (-0.36, -0.12), (0.2, 0.4), (-0.2, 0.4))
    tips = [((x + a) * size, (y + b) * size) for (x, y), (a, b) in zip(plan, jitter, strict=True)]
    angle = float(rng.uniform(-0.25, 0.25))
    head, *limbs = _turned(tips, cx, cy, angle)
    neck, hip = _turned(((0.0, -0.2 * size), (0.0, 0.12 * size)), cx, cy, angle)
    absent = int(rng.integers(1, 5)) if rng.random() < 0.35 else 0
    stone = int(rng.integers(3, 5)) if rng.random() < 0.3 else 0
    sheet.line(neck, hip, colour, 0.16 * size)
    sheet.line(head, neck, colour, 0.08 * size)
    sheet.area(_circle(*head, 0.1 * size), (250, 245, 235))
    points, reach = [Keypoint(*head)], [head, neck, hip]
    for number, tip in enumerate(limbs, start=1):
        if number == absent:
            points.append(Keypoint(0.0, 0.0, 0))
            continue
        sheet.line(neck if number < 3 else hip, tip, colour, 0.09 * size)
        hidden = number == stone
        if hidden:
            sheet.area(_turned(((-6, -5), (6, -5), (6, 5), (-6, 5)), *tip, angle), (95, 95, 95))
        points.append(Keypoint(*tip, 1 if hidden else 2))
        reach.append(tip)
    edge = 0.08 * size
    xs, ys = zip(*reach, strict=True)
    box = Box(min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge).clipped(sheet.width, sheet.height)
    return Keypoints(box, tuple(points))


def _pattern(sheet: _Sheet, cls: int) -> None:
    """One thing that fills most of the middle, its colour no hint."""
    rng, colour = sheet.rng, sheet.colour(int(sheet.rng.integers(2)))
    side = float(rng.uniform(80, 120))
    cx, cy = sheet.spot(Box(20, 20, sheet.width - 20, sheet.height - 20), side, side)
    angle, r = float(rng.uniform(-0.4, 0.4)), side / 2
    if cls == 1:
        sheet.area(_circle(cx, cy, r), colour)
        return
    bars = [(-0.18, 0.18)] if cls == 0 else [(-0.9, -0.5), (-0.2, 0.2), (0.5, 0.9)]
    for low, high in bars:
        sheet.area(_turned(((-r, low * r), (r, low * r), (r, high * r), (-r, high * r)), cx, cy, angle), colour)
        if cls == 0:
            sheet.area(_turned(((low * r, -r), (high * r, -r), (high * r, r), (low * r, r)), cx, cy, angle), colour)


_DRAW: dict[str, Callable[[_Sheet, int, Box], Region]] = {
    Task.DETECT: _detect,
    Task.SEGMENT: _segment,
    Task.OBB: _obb,
    Task.POSE: _pose,
}
