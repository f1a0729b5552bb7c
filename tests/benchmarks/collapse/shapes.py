"""Draws scenes: what shapes look like, how they lie on a ground, how the ground shifts. Same seed, same pixels."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Scene = tuple[Image.Image, list[tuple[int, float, float, float, float]]]
"""The image, and of each object its class and its box: centre, width and height as parts of the image's."""
Points = list[tuple[float, float]]
Parts = list[tuple[Points, int]]
"""Polygons one over the other, each filled (1) or cut out (0); corners from -1 to 1."""

FINE = 3
"""Objects are drawn so many times larger and scaled down, for soft edges."""
FEWEST, MOST = 3, 7
SMALL, LARGE = (12, 21), (21, 53)
"""Pixels of an object's longer side."""
SMALL_SHARE, HIDDEN_SHARE = 0.25, 0.3
SEEN = 0.55
"""An object is an object while so much of it is in view; what would be hidden more is not drawn over it."""


def _regular(corners: int, inner: float | None = None, turn: float = -90) -> Points:
    """A regular polygon, or a star with its inner corners at a radius."""
    radii = [1.0] if inner is None else [1.0, inner]
    count = corners * len(radii)
    angles = [math.radians(turn + 360 * i / count) for i in range(count)]
    return [(radii[i % len(radii)] * math.cos(a), radii[i % len(radii)] * math.sin(a)) for i, a in enumerate(angles)]


def _arc(start: float, end: float, radius: float = 1.0, x: float = 0.0, y: float = 0.0) -> Points:
    steps = np.radians(np.linspace(start, end, 40))
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in steps]


def _box(left: float, top: float, right: float, bottom: float) -> Points:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _solid(*polygons: Points) -> Parts:
    return [(polygon, 1) for polygon in polygons]


def _gear() -> Parts:
    points = []
    for i in range(9):
        for offset, radius in ((0, 1.0), (18, 1.0), (20, 0.72), (38, 0.72)):
            angle = math.radians(40 * i + offset)
            points.append((radius * math.cos(angle), radius * math.sin(angle)))
    return [(points, 1), (_arc(0, 360, 0.32), 0)]


def _heart() -> Points:
    angles = np.linspace(0, 2 * math.pi, 48)
    return [
        (
            math.sin(a) ** 3,
            -(13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)) / 17,
        )
        for a in angles
    ]


OUTLINES: dict[str, Parts] = {
    # the ten of `scenes`
    "disc": _solid(_arc(0, 360)),
    "square": _solid(_box(-0.85, -0.85, 0.85, 0.85)),
    "triangle": _solid(_regular(3)),
    "cross": _solid(_box(-0.3, -1, 0.3, 1), _box(-1, -0.3, 1, 0.3)),
    "ring": [(_arc(0, 360), 1), (_arc(0, 360, 0.58), 0)],
    "hexagon": _solid(_regular(6)),
    "tee": _solid(_box(-1, -1, 1, -0.45), _box(-0.28, -0.45, 0.28, 1)),
    "star": _solid(_regular(5, 0.42)),
    "arrow": _solid([(-1, -0.25), (0.1, -0.25), (0.1, -0.8), (1, 0), (0.1, 0.8), (0.1, 0.25), (-1, 0.25)]),
    "crescent": [(_arc(0, 360), 1), (_arc(0, 360, 0.82, 0.42), 0)],
    # those of the base model
    "pentagon": _solid(_regular(5)),
    "octagon": _solid(_regular(8, turn=22.5)),
    "rhombus": _solid([(0, -1), (0.6, 0), (0, 1), (-0.6, 0)]),
    "bar": _solid(_box(-1, -0.28, 1, 0.28)),
    "oblong": _solid(_box(-1, -0.55, 1, 0.55)),
    "ellipse": _solid([(x, 0.55 * y) for x, y in _arc(0, 360)]),
    "half": _solid(_arc(180, 360, y=0.5)),
    "quarter": _solid([*_arc(180, 270, 1.7, 0.85, 0.85), (0.85, 0.85)]),
    "corner": _solid(_box(-0.9, -1, -0.3, 1), _box(-0.3, 0.4, 0.9, 1)),
    "yoke": _solid(_box(-1, -1, -0.45, 1), _box(0.45, -1, 1, 1), _box(-0.45, 0.45, 0.45, 1)),
    "girder": _solid(_box(-1, -1, -0.45, 1), _box(0.45, -1, 1, 1), _box(-0.45, -0.27, 0.45, 0.27)),
    "comb": _solid(
        _box(-0.8, -1, -0.3, 1), _box(-0.3, -1, 0.8, -0.55), _box(-0.3, -0.22, 0.6, 0.22), _box(-0.3, 0.55, 0.8, 1)
    ),
    "chevron": _solid([(-1, -0.1), (0, -0.8), (1, -0.1), (1, 0.6), (0, -0.1), (-1, 0.6)]),
    "hourglass": _solid([(-0.8, -1), (0.8, -1), (0.15, 0), (0.8, 1), (-0.8, 1), (-0.15, 0)]),
    "flash": _solid([(0.2, -1), (-0.6, 0.15), (0, 0.15), (-0.25, 1), (0.6, -0.2), (0.05, -0.2), (0.5, -1)]),
    "four points": _solid(_regular(4, 0.36)),
    "eight points": _solid(_regular(8, 0.62)),
    "gear": _gear(),
    "frame": [(_box(-0.9, -0.9, 0.9, 0.9), 1), (_box(-0.5, -0.5, 0.5, 0.5), 0)],
    "drop": _solid([*_arc(-30, 210, 0.65, 0, 0.35), (0, -1)]),
    "house": _solid([(0, -1), (0.9, -0.2), (0.9, 1), (-0.9, 1), (-0.9, -0.2)]),
    "heart": _solid(_heart()),
    "wedge": _solid([(-0.5, -0.8), (0.5, -0.8), (1, 0.8), (-1, 0.8)]),
    "rails": _solid(_box(-1, -0.75, 1, -0.25), _box(-1, 0.25, 1, 0.75)),
    "kite": _solid([(0, -1), (0.65, -0.3), (0, 1), (-0.65, -0.3)]),
    "step": _solid(_box(-1, -0.8, 0.2, -0.2), _box(-0.4, -0.2, 1, 0.4), _box(0.2, 0.4, 1, 0.8)),
}


@cache
def _stencil(name: str) -> Image.Image:
    side = 192
    image = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(image)
    for points, fill in OUTLINES[name]:
        draw.polygon([((x + 1.5) * side / 3, (y + 1.5) * side / 3) for x, y in points], fill=255 * fill)
    return image


def drawn(
    seed: int, names: Sequence[str], weights: Sequence[float], *, size: int, shift: int = 0, most: int = MOST
) -> Scene:
    """A scene of shapes, drawn by their weights, on a ground that has shifted so many steps."""
    chances = np.asarray(weights, float) / sum(weights)

    def cut(index: int, side: int, rng: np.random.Generator) -> Image.Image:
        return _turned(_stencil(names[index]), side, rng)

    return laid_out(seed, chances, cut, size=size, shift=shift, most=most)


def laid_out(
    seed: int,
    chances: np.ndarray,
    cut: Callable[[int, int, np.random.Generator], Image.Image],
    *,
    size: int,
    shift: int,
    most: int = MOST,
) -> Scene:
    """A ground with objects laid on it; `cut` gives the mask of one, about so large, by its class."""
    rng = np.random.default_rng([seed, shift])
    picture = _ground(rng, size, shift)
    boxes: list[tuple[int, float, float, float, float]] = []
    taken: list[np.ndarray] = []
    for _ in range(int(rng.integers(FEWEST, most + 1))):
        index = int(rng.choice(len(chances), p=chances))
        small = rng.random() < SMALL_SHARE
        side = int(rng.integers(*(SMALL if small else LARGE)))
        found = _placed(cut(index, side, rng), taken, size, rng)
        if found is None:
            continue
        mask, whole = found
        taken.append(whole)
        _paint(picture, mask, rng, shift)
        boxes.append((index, *_box_of(whole)))
    return _weathered(picture, rng, shift), boxes


def _turned(stencil: Image.Image, side: int, rng: np.random.Generator) -> Image.Image:
    """A shape of a longer side, turned a little, wider or taller a little; cut to its ink."""
    turned = stencil.rotate(float(rng.uniform(-40, 40)), Image.Resampling.BILINEAR)
    turned = turned.crop(turned.getbbox())
    width, height = turned.width * rng.uniform(0.85, 1.18), turned.height
    scale = side / max(width, height)
    return turned.resize((max(4, round(width * scale)), max(4, round(height * scale))), Image.Resampling.BOX)


def _placed(
    mask: Image.Image, taken: list[np.ndarray], size: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray] | None:
    """What is seen of an object, and all of it, on the whole image; None where there is no room left."""
    ink = np.asarray(mask, np.float32) / 255
    height, width = ink.shape
    for _ in range(12):
        x, y = int(rng.integers(0, size - width + 1)), int(rng.integers(0, size - height + 1))
        whole = np.zeros((size, size), np.float32)
        whole[y : y + height, x : x + width] = ink
        if all((whole * one).sum() < (1 - SEEN) / 3 * one.sum() for one in taken):
            return _hidden(whole, rng), whole
    return None


def _hidden(whole: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The same with a strip of it gone behind something, of some."""
    if rng.random() >= HIDDEN_SHARE:
        return whole
    ys, xs = np.nonzero(whole > 0.5)
    if len(xs) < 12:
        return whole
    angle, share = rng.uniform(0, 2 * math.pi), rng.uniform(0.1, 1 - SEEN)
    along = xs * math.cos(angle) + ys * math.sin(angle)
    grid_y, grid_x = np.mgrid[: whole.shape[0], : whole.shape[1]]
    edge = np.quantile(along, 1 - share)
    return whole * (grid_x * math.cos(angle) + grid_y * math.sin(angle) <= edge)


def _box_of(whole: np.ndarray) -> tuple[float, float, float, float]:
    """The box around all of an object, also what is hidden: as people draw it."""
    size = whole.shape[0]
    ys, xs = np.nonzero(whole > 0.3)
    left, right, top, bottom = xs.min(), xs.max() + 1, ys.min(), ys.max() + 1
    return (
        float(left + right) / 2 / size,
        float(top + bottom) / 2 / size,
        float(right - left) / size,
        float(bottom - top) / size,
    )


def _colour(hue: float, saturation: float, value: float) -> np.ndarray:
    return np.array(colorsys.hsv_to_rgb(hue % 1, saturation, value), np.float32) * 255


def _ground(rng: np.random.Generator, size: int, shift: int) -> np.ndarray:
    """Two colours that run into each other, blotches, and lines that are nothing; each step turns the colours."""
    hue = 0.08 + 0.07 * shift + rng.normal(0, 0.05)
    one = _colour(hue, rng.uniform(0.1, 0.6), rng.uniform(0.25, 0.9))
    two = _colour(hue + rng.normal(0, 0.08), rng.uniform(0.1, 0.6), rng.uniform(0.25, 0.9))
    blotches = Image.fromarray((rng.random((6, 6)) * 255).astype(np.uint8)).resize(
        (size, size), Image.Resampling.BICUBIC
    )
    part = np.asarray(blotches, np.float32)[..., None] / 255
    image = Image.fromarray((one * (1 - part) + two * part).clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(int(rng.integers(2, 6 + shift))):
        colour = tuple(int(v) for v in _colour(rng.random(), rng.uniform(0, 0.6), rng.uniform(0.2, 0.9)))
        ends = [tuple(rng.uniform(0, size, 2)) for _ in range(2)]
        draw.line(ends, fill=colour, width=int(rng.integers(1, 4)))
    return np.asarray(image, np.float32).copy()


def _paint(picture: np.ndarray, mask: np.ndarray, rng: np.random.Generator, shift: int) -> None:
    colour = _colour(rng.random(), rng.uniform(0.2, 0.95), rng.uniform(0.15, 0.98))
    under = picture[mask > 0.5].mean(axis=0) if (mask > 0.5).any() else picture.mean(axis=(0, 1))
    if np.abs(colour - under).max() < 50:  # nobody could see it
        colour = (colour + 128) % 256
    strength = mask[..., None] * rng.uniform(0.75 - 0.03 * shift, 1.0)
    picture += (colour - picture) * strength


def _weathered(picture: np.ndarray, rng: np.random.Generator, shift: int) -> Image.Image:
    """Noise, a little blur and fading, more of each with every step."""
    gain = rng.uniform(0.85, 1.1) * (1 - 0.05 * shift)
    noisy = picture * gain + rng.normal(0, 5 + 2.0 * shift, picture.shape)
    image = Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
    return image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 0.4 + 0.1 * shift))))
