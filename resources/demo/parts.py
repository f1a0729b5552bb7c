"""Shapes and shading of the small machine parts: height fields drawn from distance functions.

Every shape is a function of a patch of coordinates, so a part can lie at any angle without resampling.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array = NDArray[np.float32]
SUPER = 2
"""Samples per pixel side: patches are drawn at this multiple and averaged down."""

STEEL = (0.62, 0.64, 0.66)
METALS: dict[str, tuple[float, float, float]] = {
    "zinc": STEEL,
    "stainless": (0.74, 0.72, 0.69),
    "brass": (0.80, 0.55, 0.20),
    "chromate": (0.70, 0.60, 0.33),
    "black": (0.085, 0.088, 0.095),
    "copper": (0.78, 0.40, 0.24),
}


@dataclass(frozen=True, slots=True)
class Patch:
    """Coordinates around one part in pixels: ``u, v`` along and across it, ``x, y`` along those of the picture."""

    u: Array
    v: Array
    x: Array
    y: Array
    angle: float


@dataclass(frozen=True, slots=True)
class Shape:
    """One part before light falls on it.

    Attributes
    ----------
    cover : (n, n) share of each sample that the part covers, 0 to 1.
    height : (n, n) surface height above the tray in pixels.
    shade : (n, n) factor on the reflected light (crevices are darker than 1).
    groove : (n, n) coordinate across the machining marks, in pixels.
    turned : whether the marks are circles (lathe) or straight lines.
    tall : height in pixels that throws the shadow.
    paint : colour that replaces the metal where ``painted`` is 1 (rubber, nylon, paper).
    """

    cover: Array
    height: Array
    groove: Array
    turned: bool
    tall: float
    shade: Array | float = 1.0
    paint: tuple[float, float, float] | None = None
    painted: Array | float = 0.0
    gloss: float = 1.0


def patch(centre: tuple[float, float], reach: int, angle: float) -> tuple[Patch, int, int]:
    """Sample coordinates of the ``2 * reach`` pixel square around ``centre``; also its left and top pixel."""
    left, top = int(np.floor(centre[0])) - reach, int(np.floor(centre[1])) - reach
    line = (np.arange(2 * reach * SUPER, dtype=np.float32) + 0.5) / SUPER
    x = (line + (left - centre[0]))[None, :].astype(np.float32)
    y = (line + (top - centre[1]))[:, None].astype(np.float32)
    c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    return Patch(u=x * c + y * s, v=y * c - x * s, x=x + 0 * y, y=y + 0 * x, angle=angle), left, top


def covered(distance: Array) -> Array:
    """Coverage of samples whose signed distance to the outline is ``distance`` pixels (inside is negative)."""
    return np.clip(0.5 - distance * SUPER, 0.0, 1.0)


def hexagon(u: Array, v: Array, apothem: float) -> Array:
    """Signed distance to a hexagon with its flats across ``v``."""
    a, b = np.float32(0.8660254), np.float32(0.5)
    return np.maximum(np.abs(v), np.maximum(np.abs(a * u + b * v), np.abs(a * u - b * v))) - np.float32(apothem)


def nut(p: Patch, size: float, rng: Generator) -> Shape:
    """Hexagon nut from above; a third have a flange, a quarter a nylon ring."""
    rad = np.hypot(p.u, p.v)
    kind = rng.random()
    body = 0.80 if kind < 0.3 else 1.0
    flat = size * 0.87 * body
    bore = size * body * rng.uniform(0.44, 0.52)
    outline = hexagon(p.u, p.v, flat)
    tall = size * 0.6
    height = tall - np.maximum(rad - flat * 0.93, 0) * 0.75 - np.maximum(bore * 1.2 - rad, 0) * 1.1
    height -= np.clip((outline + 1.2) * 0.9, 0, 4)
    if kind < 0.3:
        height = np.where(outline < 0, height, tall * 0.30 - (rad - flat) * 0.22)
        outline = np.minimum(outline, rad - size)
    shade = np.where(rad < bore, 0.30 + 0.22 * np.sin(rad * 2.6 + np.arctan2(p.v, p.u)), 1.0)
    shade = shade * np.where((outline > -1.0) & (rad > flat), 0.8, 1.0)
    cover = covered(np.maximum(outline, bore * 0.82 - rad))
    nylon = kind > 0.76
    ring = np.clip((bore * 1.22 - rad) * SUPER, 0, 1) if nylon else 0.0
    paint = ((0.05, 0.16, 0.42), (0.55, 0.55, 0.52))[int(rng.integers(2))] if nylon else None
    return Shape(cover, height, rad, True, tall, shade, paint, ring)


def washer(p: Patch, size: float, rng: Generator) -> Shape:
    """Flat ring, stamped or turned."""
    rad = np.hypot(p.u, p.v)
    bore = size * rng.uniform(0.36, 0.60)
    distance = np.maximum(rad - size, bore - rad)
    height = 3.0 - np.clip(distance + 1.8, 0, 3) * 0.85
    height += 0.5 * np.sin(rad / size * 4.0)
    return Shape(covered(distance), height, rad, True, 4.0)


def gear(p: Patch, size: float, rng: Generator) -> Shape:
    """Spur gear with a hub, a recessed web and, often, holes in it."""
    rad, theta = np.hypot(p.u, p.v), np.arctan2(p.v, p.u)
    teeth = int(np.clip(size / rng.uniform(2.0, 2.9), 11, 30))
    root = size * (1 - 2.1 / teeth)
    tooth = np.clip(0.5 + 1.15 * np.cos(teeth * theta), 0, 1)
    outline = (rad - (root + (size - root) * tooth)) * 0.8
    bore = size * rng.uniform(0.14, 0.24)
    distance = np.maximum(outline, bore - rad)
    hub, rim = bore * rng.uniform(1.7, 2.1), root * rng.uniform(0.74, 0.84)
    web = np.clip((rad - hub) / 2.5, 0, 1) * np.clip((rim - rad) / 2.5, 0, 1)
    deep = rng.uniform(0.0, 1.0) > 0.25
    height = size * 0.35 - (4.5 if deep else 0.0) * web - np.clip(outline + 2.0, 0, 3) * 0.8
    height -= np.clip(bore + 2.0 - rad, 0, 3) * 0.8
    holes = int(rng.integers(3, 7))
    ring, width = 0.5 * (hub + rim), (rim - hub) * rng.uniform(0.26, 0.36)
    if deep and rng.random() < 0.65 and width > 2.2:
        step = 2 * np.pi / holes
        near = (theta + np.pi) % step - step / 2
        hole = np.hypot(rad * np.cos(near) - ring, rad * np.sin(near)) - width
        distance = np.maximum(distance, -hole)
        height -= np.clip(1.6 - hole, 0, 2) * 0.7
    shade = 1.0 - 0.25 * web * deep
    return Shape(covered(distance), height, rad, True, size * 0.38, shade)


def bolt(p: Patch, size: float, rng: Generator) -> Shape:
    """Bolt on its side; one in eight stands on its shank and shows only the head."""
    if rng.random() < 0.12:
        return _bolt_head(p, size * 0.42, rng)
    shank = size * rng.uniform(0.125, 0.17)
    wide, long = shank * rng.uniform(1.65, 1.95), shank * rng.uniform(1.2, 1.7)
    u, across = p.u + size, np.abs(p.v)
    pitch = max(2.6, shank * 0.42)
    start = long + (2 * size - long) * rng.uniform(0.0, 0.45)
    thread = np.clip((u - start) / 2, 0, 1)
    wave = 0.5 + 0.5 * np.cos((u + p.v * 0.22) * np.float32(2 * np.pi / pitch))
    taper = np.clip((u - (2 * size - shank * 0.55)) * 0.75, 0, shank)
    bulk = shank - thread * wave * shank * 0.15 - taper
    rod = np.maximum(across - bulk, np.maximum(long - 1 - u, u - 2 * size))
    round_h = np.sqrt(np.maximum(bulk * bulk - p.v * p.v, 0)) + wide * 0.9
    socket = rng.random() < 0.35
    corner = np.hypot(np.maximum(across - wide + 2.5, 0), np.maximum(np.abs(u - long / 2) - long / 2 + 2.5, 0)) - 2.5
    head = np.maximum(corner, np.maximum(across - wide, np.abs(u - long / 2) - long / 2))
    if socket:
        head_h = np.sqrt(np.maximum(wide * wide - p.v * p.v, 0)) + wide * 0.9
        head_h += 0.25 * np.cos(p.v * 3.0) * (u > long * 0.3)
    else:
        head_h = wide * 1.75 - np.maximum(across - wide * 0.5, 0) * 0.62 - np.clip(head + 1.5, 0, 2) * 0.8
    height = np.where(head < 0, head_h, round_h)
    shade = np.where(head < 0, 1.0, 1.0 - 0.42 * thread * wave)
    shade = shade * np.where((head >= 0) & (u < long + 2.2), 0.55, 1.0)
    return Shape(covered(np.minimum(rod, head)), height, p.v, False, wide * 1.5, shade)


def _bolt_head(p: Patch, size: float, rng: Generator) -> Shape:
    rad = np.hypot(p.u, p.v)
    tall = size * 1.1
    if rng.random() < 0.45:
        outline, key = rad - size * 0.85, hexagon(p.u, p.v, size * 0.42)
        height = tall - np.clip(outline + 2.5, 0, 3) * 0.8 - np.clip(1.0 - key, 0, 2) * 0.9
        return Shape(covered(outline), height, rad, True, tall, np.where(key < 0, 0.16, 1.0))
    outline = hexagon(p.u, p.v, size * 0.87)
    height = tall - np.maximum(rad - size * 0.8, 0) * 0.75 - np.clip(outline + 1.2, 0, 3) * 0.9
    mark = np.where((np.abs(rad - size * 0.5) < 0.9) & (np.abs(p.v) < size * 0.3), 0.7, 1.0)
    return Shape(covered(outline), height, rad, True, tall, mark)


def spring(p: Patch, size: float, rng: Generator) -> Shape:
    """Compression spring on its side: the near strands hide the far ones, light falls through."""
    turns = rng.uniform(5.0, 9.0)
    coil, wire = size * rng.uniform(0.26, 0.38), size * rng.uniform(0.042, 0.06) + 0.5
    cone = rng.choice([1.0, 1.0, rng.uniform(0.55, 0.8)])
    t = np.linspace(0, turns * 2 * np.pi, int(turns * 44)).astype(np.float32)
    part = t / t[-1]
    ends = np.clip(np.minimum(part, 1 - part) * turns, 0, 1)
    along = np.cumsum(0.35 + 0.65 * ends)
    along = (along / along[-1] * 2 - 1) * (size - wire)
    radius = coil * (1 + (cone - 1) * part)
    return _strands(p, along, radius * np.cos(t), coil + radius * np.sin(t), wire)


def _strands(p: Patch, along: Array, across: Array, lift: Array, wire: float) -> Shape:
    """Round wire through the points (along, across), higher points on top."""
    c, s = np.cos(p.angle), np.sin(p.angle)
    x, y = along * c - across * s, along * s + across * c
    col, row = (x - p.x[0, 0]) * SUPER, (y - p.y[0, 0]) * SUPER
    n, rad = p.x.shape[0], wire * SUPER
    height, cover = np.full((n, n), -1.0, np.float32), np.zeros((n, n), np.float32)
    span = int(np.ceil(rad)) + 1
    grid = np.arange(-span, span + 1, dtype=np.float32)
    for cx, cy, z in zip(col, row, lift, strict=True):
        ix, iy = int(cx), int(cy)
        if ix < span or iy < span or ix + span >= n or iy + span >= n:
            continue
        d2 = (grid[None, :] + (ix - cx)) ** 2 + (grid[:, None] + (iy - cy)) ** 2
        box = (slice(iy - span, iy + span + 1), slice(ix - span, ix + span + 1))
        disc = np.clip(0.5 + rad - np.sqrt(d2), 0, 1)
        top = np.where(d2 < rad * rad, z + np.sqrt(np.maximum(rad * rad - d2, 0)) / SUPER, -1.0)
        height[box], cover[box] = np.maximum(height[box], top), np.maximum(cover[box], disc)
    peak = max(float(lift.max()), 1e-3)
    shade = 0.35 + 0.65 * np.clip(height / peak, 0, 1) ** 0.8
    return Shape(cover, np.maximum(height, 0), p.v, False, peak, shade.astype(np.float32))


def pin(p: Patch, size: float, rng: Generator) -> Shape:
    """Dowel pin: a plain rod, never labelled."""
    rad = size * rng.uniform(0.16, 0.24)
    taper = np.clip((np.abs(p.u) - size + rad * 0.5) * 0.8, 0, rad)
    d = np.maximum(np.abs(p.v) - rad + taper, np.abs(p.u) - size)
    return Shape(covered(d), np.sqrt(np.maximum((rad - taper) ** 2 - p.v**2, 0)), p.v, False, rad * 1.6)


def o_ring(p: Patch, size: float, rng: Generator) -> Shape:
    """Rubber ring, never labelled."""
    wire = size * rng.uniform(0.10, 0.16) + 1
    rad = np.hypot(p.u, p.v) - (size - wire)
    paint = ((0.02, 0.02, 0.022), (0.30, 0.045, 0.03), (0.12, 0.05, 0.02))[int(rng.integers(3))]
    height = np.sqrt(np.maximum(wire**2 - rad**2, 0))
    return Shape(covered(np.abs(rad) - wire), height, rad, True, wire * 2, 1.0, paint, 1.0, 0.35)


def ball(p: Patch, size: float, rng: Generator) -> Shape:  # noqa: ARG001  the shapes share one signature
    """Bearing ball, never labelled."""
    rad = np.hypot(p.u, p.v)
    return Shape(covered(rad - size), np.sqrt(np.maximum(size**2 - rad**2, 0)), rad, True, size * 1.5)


def swarf(p: Patch, size: float, rng: Generator) -> Shape:
    """Curl of swarf, thin and irregular; a lookalike of a spring, never labelled."""
    t = np.linspace(0, rng.uniform(7, 15), 260).astype(np.float32)
    drift = size * (2 * t / t[-1] - 1) * 0.72
    loop = size * rng.uniform(0.12, 0.24) * (1 - 0.5 * t / t[-1])
    bend = size * rng.uniform(-0.25, 0.25) * np.sin(t / t[-1] * 3)
    lift = (loop * (1 + np.sin(t))).astype(np.float32)
    return _strands(p, drift + loop * 0.7 * np.sin(t * 1.1), bend + loop * np.cos(t), lift, 1.3)


def tag(p: Patch, size: float, rng: Generator) -> Shape:
    """Paper tag with lines of print, never labelled."""
    half = size * rng.uniform(0.42, 0.6)
    d = np.maximum(np.abs(p.u) - size, np.abs(p.v) - half)
    d = np.maximum(d, 3.0 - np.hypot(p.u + size * 0.84, p.v))
    words = np.repeat(rng.random(64) > 0.3, 3).astype(np.float32)
    line = np.floor((p.v + half) / (half / 2.6))
    ink = np.interp(p.u + size + line * 37.0, np.arange(words.size), words)
    inside = (np.abs((p.v + half) % (half / 2.6) - half / 5.2) < half * 0.09) & (d < -half * 0.22) & (p.u > -size * 0.6)
    colour = ((0.80, 0.77, 0.68), (0.86, 0.66, 0.12), (0.80, 0.80, 0.78))[int(rng.integers(3))]
    shade = 1.0 - 0.75 * np.where(inside, ink, 0)
    curl = 0.3 * np.sin(p.u / size * 2.5)
    return Shape(covered(d), curl.astype(np.float32), p.v, False, 1.2, shade.astype(np.float32), colour, 1.0, 0.0)


PARTS: dict[str, Callable[[Patch, float, Generator], Shape]] = {
    "bolt": bolt,
    "nut": nut,
    "washer": washer,
    "gear": gear,
    "spring": spring,
}
CLUTTER: dict[str, Callable[[Patch, float, Generator], Shape]] = {
    "pin": pin,
    "o_ring": o_ring,
    "ball": ball,
    "swarf": swarf,
    "tag": tag,
}
SIZES: dict[str, tuple[float, float]] = {
    "bolt": (40.0, 70.0),
    "nut": (19.0, 34.0),
    "washer": (20.0, 42.0),
    "gear": (30.0, 58.0),
    "spring": (34.0, 58.0),
    "pin": (18.0, 40.0),
    "o_ring": (16.0, 34.0),
    "ball": (6.0, 14.0),
    "swarf": (26.0, 50.0),
    "tag": (34.0, 56.0),
}
"""Half the greatest extent of each thing, smallest and largest, in pixels of a 640 x 480 scene."""
