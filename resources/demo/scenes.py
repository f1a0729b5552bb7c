"""Seeded scenes of small machine parts on a tray, seen from above, with the box of every part.

A scene is a function of its seed and style alone: the same seed gives the same picture.
"""

from __future__ import annotations

import importlib.util
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageFilter


def _sibling(name: str) -> ModuleType:
    """A module of this folder, which is no package: loaded by path under a name of its own."""
    full = f"verify_app_demo_{name}"
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, Path(__file__).with_name(f"{name}.py"))
        assert spec is not None and spec.loader is not None
        sys.modules[full] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[full])
    return sys.modules[full]


parts, trays = _sibling("parts"), _sibling("trays")

Array = NDArray[np.float32]
Style = Literal["real", "synthetic"]
WIDTH, HEIGHT = trays.WIDTH, trays.HEIGHT
CLASSES: tuple[str, ...] = tuple(parts.PARTS)
RARE = "spring"
RARITY = 15
"""How much rarer the rare class is than each of the others."""
LEAST_VISIBLE = 0.25
"""Parts of which less can be seen carry no label."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture and what is on it.

    Attributes
    ----------
    image : 640 x 480 RGB.
    objects : (class index, x1, y1, x2, y2) of each part that is visible for a quarter or more; the box is tight
        around the visible pixels, in pixels, x2 and y2 exclusive.
    visible : (480, 640) int16; the position in ``objects`` of the part seen at each pixel, -1 for none.
    """

    image: Image.Image
    objects: list[tuple[int, float, float, float, float]]
    visible: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Light:
    """Where the light comes from and what it does."""

    azimuth: float
    elevation: float
    softness: float
    tint: tuple[float, float, float]
    flat: bool

    @property
    def direction(self) -> tuple[float, float, float]:
        """Unit vector to the light; x to the right, y down, z to the eye."""
        level = float(np.cos(self.elevation))
        across, down = float(np.cos(self.azimuth)), float(np.sin(self.azimuth))
        return across * level, down * level, float(np.sin(self.elevation))


@dataclass(frozen=True, slots=True)
class Thing:
    """One object to draw: its kind, place and build."""

    kind: str
    centre: tuple[float, float]
    size: float
    angle: float
    metal: str
    seed: int


def scene(seed: int, *, style: Style = "real", count: tuple[int, int] = (5, 14), empty: bool = False) -> Scene:
    """Draw the scene of a seed.

    Parameters
    ----------
    seed : any non-negative integer; other seeds give independent scenes.
    style : "real" looks like a photograph; "synthetic" like a cheap renderer (plain ground, flat shading).
    count : least and greatest number of parts.
    empty : draw only things that are never labelled.
    """
    rng = np.random.default_rng([seed, style == "synthetic", 2026])
    light = _light(rng, style)
    things = _layout(rng, (0, 0) if empty else count, style)
    canvas = _ground(rng, light, style)
    owner = np.full((HEIGHT, WIDTH), -1, np.int16)
    full = np.zeros(len(things), np.float64)
    for index, thing in enumerate(things):
        full[index] = _draw(canvas, owner, index, thing, light)
    objects, visible = _truth(things, owner, full)
    return Scene(_photograph(canvas, rng, style), objects, visible)


def _light(rng: Generator, style: Style) -> Light:
    if style == "synthetic":
        return Light(rng.uniform(3.6, 4.4), 0.95, 0.5, (1.0, 1.0, 1.0), True)
    warm = rng.uniform(-1, 1)
    return Light(
        azimuth=rng.uniform(0, 2 * np.pi),
        elevation=rng.uniform(0.60, 1.15),
        softness=rng.uniform(0.05, 0.22),
        tint=(1 + 0.10 * warm, 1.0, 1 - 0.14 * warm),
        flat=False,
    )


def _layout(rng: Generator, count: tuple[int, int], style: Style) -> list[Thing]:
    """Place parts and clutter; heaps overlap more than scattered parts."""
    weights = np.asarray([1 / RARITY if name == RARE else 1.0 for name in CLASSES])
    kinds = [str(k) for k in rng.choice(CLASSES, int(rng.integers(count[0], count[1] + 1)), p=weights / weights.sum())]
    clutter = int(rng.integers(1, 5)) if style == "real" else int(rng.integers(0, 2))
    kinds += [str(k) for k in rng.choice(list(parts.CLUTTER), clutter, p=[0.26, 0.20, 0.20, 0.20, 0.14])]
    order = rng.permutation(len(kinds))
    spread, scale = (0.40 if rng.random() < 0.4 else 0.66), rng.uniform(0.95, 1.3)
    main = str(rng.choice(list(parts.METALS), p=[0.34, 0.24, 0.12, 0.14, 0.11, 0.05]))
    placed: list[Thing] = []
    for at in sorted(order, key=lambda i: kinds[i] == "tag", reverse=True):  # paper lies under the metal
        low, high = parts.SIZES[kinds[at]]
        size = float(rng.uniform(low, high)) * scale
        metal = (
            main if rng.random() < 0.45 else str(rng.choice(list(parts.METALS), p=[0.3, 0.24, 0.14, 0.13, 0.12, 0.07]))
        )
        for _ in range(30):
            centre = (float(rng.uniform(14, WIDTH - 14)), float(rng.uniform(14, HEIGHT - 14)))
            gaps = (np.hypot(centre[0] - t.centre[0], centre[1] - t.centre[1]) / (size + t.size) for t in placed)
            if all(gap > spread for gap in gaps):
                angle = float(rng.uniform(0, 2 * np.pi))
                placed.append(Thing(kinds[at], centre, size, angle, metal, int(rng.integers(1 << 31))))
                break
    return placed


def _ground(rng: Generator, light: Light, style: Style) -> Array:
    """The tray under uneven light, or a plain ground."""
    x = np.linspace(-1, 1, WIDTH, dtype=np.float32)[None, :]
    y = np.linspace(-0.75, 0.75, HEIGHT, dtype=np.float32)[:, None]
    if style == "synthetic":
        colours = ((0.55, 0.58, 0.62), (0.30, 0.42, 0.55), (0.70, 0.68, 0.62), (0.24, 0.25, 0.27))
        fade = 1 + 0.10 * y + 0 * x
        return (fade[:, :, None] * np.asarray(colours[int(rng.integers(4))], np.float32)).astype(np.float32)
    surface = trays.SURFACES[int(rng.choice(6, p=[0.17, 0.27, 0.17, 0.15, 0.12, 0.12]))](rng)
    dx, dy, _ = light.direction
    if rng.random() < 0.6:
        surface = trays.with_rim(surface, rng, (dx, dy))
    pool = np.exp(-((x - dx * 0.9) ** 2 + (y - dy * 0.9) ** 2) / rng.uniform(0.9, 2.2))
    lit = (0.50 + 0.75 * pool) * rng.uniform(0.75, 1.15)
    return (surface * lit[:, :, None] * np.asarray(light.tint, np.float32)).astype(np.float32)


def _draw(canvas: Array, owner: NDArray[np.int16], index: int, thing: Thing, light: Light) -> float:
    """Draw a thing with its shadow; returns its whole area in pixels, the part outside the picture included."""
    rng = np.random.default_rng(thing.seed)
    reach = int(thing.size * 1.12) + 4
    place, left, top = parts.patch(thing.centre, reach, thing.angle)
    maker = parts.PARTS.get(thing.kind) or parts.CLUTTER[thing.kind]
    shape = maker(place, thing.size, rng)
    colour = _flat_colour(shape, thing, light) if light.flat else _metal_colour(shape, place, thing, light, rng)
    cover = _down(shape.cover)
    rgb = np.stack([_down(shape.cover * colour[:, :, k]) for k in range(3)], axis=2)
    _shadow(canvas, cover, (left, top), shape.tall, light)
    ours, theirs = _overlap(left, top, cover.shape[0])
    if ours is None or theirs is None:
        return float((cover > 0.5).sum())
    canvas[theirs] = canvas[theirs] * (1 - cover[ours][:, :, None]) + rgb[ours]
    owner[theirs][cover[ours] > 0.5] = index
    return float((cover > 0.5).sum())


def _down(a: Array) -> Array:
    n, s = a.shape[0] // parts.SUPER, parts.SUPER
    return a.reshape(n, s, n, s).mean(axis=(1, 3), dtype=np.float32)


def _overlap(left: int, top: int, n: int) -> tuple[tuple[slice, slice] | None, tuple[slice, slice] | None]:
    """The part of a patch that lies in the picture: slices of the patch and of the picture."""
    x1, y1, x2, y2 = max(left, 0), max(top, 0), min(left + n, WIDTH), min(top + n, HEIGHT)
    if x1 >= x2 or y1 >= y2:
        return None, None
    return (slice(y1 - top, y2 - top), slice(x1 - left, x2 - left)), (slice(y1, y2), slice(x1, x2))


def _shadow(canvas: Array, cover: Array, corner: tuple[int, int], tall: float, light: Light) -> None:
    """Darken what lies under a part: close contact, and a cast shadow that softens with height."""
    pad = 14 + int(tall)
    flat = np.pad(cover, pad)
    mask = Image.fromarray((flat * 255).astype(np.uint8))
    dx, dy, dz = light.direction
    throw = tall * np.hypot(dx, dy) / max(dz, 0.3) * 0.55
    away = np.asarray((-dx, -dy)) / max(np.hypot(dx, dy), 1e-3)
    cast = np.zeros_like(flat)
    for share in (0.25, 0.5, 0.75, 1.0):
        sx, sy = np.round(away * throw * share).astype(int)
        cast = np.maximum(cast, np.roll(flat, (sy, sx), (0, 1)))
    wide = 1.5 if light.flat else 2.0 + tall * 0.10 + 10 * light.softness
    soft = Image.fromarray((cast * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(wide))
    near = mask.filter(ImageFilter.GaussianBlur(2.2))
    deep = 0.35 if light.flat else 0.78 - light.softness
    dark = 1 - deep * np.asarray(soft, np.float32) / 255
    if not light.flat:
        dark *= 1 - 0.45 * np.asarray(near, np.float32) / 255
    ours, theirs = _overlap(corner[0] - pad, corner[1] - pad, flat.shape[0])
    if ours is not None and theirs is not None:
        canvas[theirs] *= dark[ours][:, :, None]


def _normals(height: Array) -> tuple[Array, Array, Array]:
    gy, gx = np.gradient(height * parts.SUPER)
    z = 1 / np.sqrt(gx * gx + gy * gy + 1)
    return -gx * z, -gy * z, z


def _metal_colour(shape: Any, place: Any, thing: Thing, light: Light, rng: Generator) -> Array:
    """Reflection of a soft room and one lamp, with machining marks; painted areas scatter instead."""
    nx, ny, nz = _normals(shape.height)
    lx, ly, lz = light.direction
    rx, ry, rz = 2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1
    toward = rx * lx + ry * ly + rz * lz
    lamp = np.exp((toward - 1) / light.softness)
    side = np.sqrt(np.maximum(1 - rz * rz, 0))
    room = 0.30 + 0.42 * np.clip(rz, 0, 1) + 0.40 * np.clip(toward, 0, 1) ** 2 - 0.20 * side * (toward < 0)
    marks = np.interp(shape.groove, np.linspace(-90, 90, 361), rng.standard_normal(361)).astype(np.float32)
    if shape.turned:
        phi = np.arctan2(place.y, place.x)
        glint = np.exp(-((np.abs(np.sin(phi - light.azimuth)) / 0.34) ** 2))
    else:
        glint = np.exp(-((place.u / thing.size - rng.uniform(-0.6, 0.6)) ** 2) / 0.2)
    level = nz > 0.93
    grain = rng.standard_normal(shape.height.shape).astype(np.float32)
    bowl = 1 + 0.20 * (place.x * lx + place.y * ly) / thing.size  # no face is quite flat: the room slides over it
    value = bowl * room * (1 + 0.045 * marks + 0.03 * grain) + 1.15 * lamp + level * (0.40 * glint - 0.14)
    value = np.maximum(value, 0.02) * shape.shade
    tint = np.asarray(parts.METALS[thing.metal], np.float32) * rng.uniform(0.85, 1.1)
    shine = 0.30 if thing.metal == "black" else 0.0
    colour = value[:, :, None] * tint + (shine * lamp * shape.shade)[:, :, None]
    if shape.paint is not None:
        matt = (0.45 + 0.65 * np.clip(nx * lx + ny * ly + nz * lz, 0, 1)) * shape.shade + shape.gloss * 0.25 * lamp
        blend = np.asarray(shape.painted, np.float32)[..., None] * np.ones_like(colour)
        painted = matt[:, :, None] * np.asarray(shape.paint, np.float32) + (shape.gloss * 0.10 * lamp)[:, :, None]
        colour = colour * (1 - blend) + painted * blend
    return (colour * np.asarray(light.tint, np.float32)).astype(np.float32)


def _flat_colour(shape: Any, thing: Thing, light: Light) -> Array:
    """One colour and the cosine law, as a cheap renderer shades."""
    nx, ny, nz = _normals(shape.height)
    lx, ly, lz = light.direction
    value = (0.28 + 0.62 * np.clip(nx * lx + ny * ly + nz * lz, 0, 1)) * (0.4 + 0.6 * np.asarray(shape.shade))
    tint = shape.paint if shape.paint is not None and np.ndim(shape.painted) == 0 else parts.METALS[thing.metal]
    return (value[:, :, None] * np.asarray(tint, np.float32)).astype(np.float32)


def _truth(
    things: list[Thing], owner: NDArray[np.int16], full: NDArray[np.float64]
) -> tuple[list[tuple[int, float, float, float, float]], NDArray[np.int16]]:
    """Boxes around the visible pixels of the parts, and which part is seen where."""
    objects: list[tuple[int, float, float, float, float]] = []
    visible = np.full_like(owner, -1)
    for index, thing in enumerate(things):
        seen = owner == index
        if thing.kind not in CLASSES or seen.sum() < max(LEAST_VISIBLE * full[index], 40):
            continue
        rows, cols = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
        visible[seen] = len(objects)
        box = (float(cols[0]), float(rows[0]), float(cols[-1] + 1), float(rows[-1] + 1))
        objects.append((CLASSES.index(thing.kind), *box))
    return objects, visible


def _photograph(canvas: Array, rng: Generator, style: Style) -> Image.Image:
    """Expose, blur and add sensor noise; a synthetic picture is only exposed."""
    if style == "synthetic":
        return _eight_bit(canvas ** np.float32(1 / 2.2))
    x = np.linspace(-1, 1, WIDTH, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, HEIGHT, dtype=np.float32)[:, None]
    canvas = canvas * (1 - 0.16 * (x * x + y * y))[:, :, None]
    canvas = canvas * np.float32(rng.uniform(0.9, 1.35) * min(1.28, 0.20 / float(canvas.mean()) ** 0.5 + 0.55))
    picture = _film(np.maximum(canvas, 0)) ** np.float32(1 / 2.2)
    blur = float(rng.choice([0.35, 0.5, 0.7, 1.0, 1.5], p=[0.3, 0.3, 0.2, 0.14, 0.06]))
    soft = _eight_bit(picture).filter(ImageFilter.GaussianBlur(blur))
    noise = rng.standard_normal((HEIGHT, WIDTH, 3), np.float32) * np.float32(rng.uniform(0.6, 4.2))
    return _eight_bit((np.asarray(soft, np.float32) + noise) / 255)


def _film(light: Array) -> Array:
    """Tone curve with a toe and a shoulder (K. Narkowicz's fit of the ACES filmic curve)."""
    light = light * np.float32(0.72)
    return np.clip(light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14), 0, 1).astype(np.float32)


def _eight_bit(picture: Array) -> Image.Image:
    return Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))


def jpeg(image: Image.Image, *, quality: int = 84) -> bytes:
    """The JPEG bytes of a scene."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def yolo_rows(objects: list[tuple[int, float, float, float, float]]) -> str:
    """The objects as YOLO label rows: class, centre and size as shares of the picture."""
    rows = [
        f"{c} {(x1 + x2) / 2 / WIDTH:.6f} {(y1 + y2) / 2 / HEIGHT:.6f} {(x2 - x1) / WIDTH:.6f} {(y2 - y1) / HEIGHT:.6f}"
        for c, x1, y1, x2, y2 in objects
    ]
    return "".join(row + "\n" for row in rows)
