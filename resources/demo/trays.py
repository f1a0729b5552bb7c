"""What the parts lie on: tray surfaces in linear light, (480, 640, 3) float32."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float32]
WIDTH, HEIGHT = 640, 480


def smooth_noise(rng: Generator, across: int, down: int) -> Array:
    """Noise of mean 0 and about unit spread with ``across`` x ``down`` bumps, over the whole scene."""
    seed = rng.standard_normal((down, across)).astype(np.float32)
    return np.asarray(Image.fromarray(seed).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), np.float32)


def _grid() -> tuple[Array, Array]:
    return (
        np.arange(WIDTH, dtype=np.float32)[None, :] + np.zeros((HEIGHT, 1), np.float32),
        np.arange(HEIGHT, dtype=np.float32)[:, None] + np.zeros((1, WIDTH), np.float32),
    )


def _tinted(value: Array, colour: tuple[float, float, float]) -> Array:
    return value[:, :, None] * np.asarray(colour, np.float32)


def aluminium(rng: Generator) -> Array:
    """Brushed sheet."""
    streaks = 0.06 * smooth_noise(rng, 9, 460) + 0.035 * smooth_noise(rng, 30, 480)
    return _tinted(0.40 + 0.04 * smooth_noise(rng, 4, 3) + streaks * 0.55, (0.97, 1.0, 1.04))


def plastic(rng: Generator) -> Array:
    """Moulded tray with an orange-peel surface."""
    colours = ((0.035, 0.13, 0.30), (0.16, 0.18, 0.20), (0.03, 0.17, 0.17), (0.42, 0.42, 0.40), (0.32, 0.05, 0.04))
    peel = 0.035 * smooth_noise(rng, 213, 160) + 0.03 * smooth_noise(rng, 5, 4)
    return _tinted(1 + peel, colours[int(rng.choice(5, p=[0.34, 0.26, 0.16, 0.16, 0.08]))])


def wood(rng: Generator) -> Array:
    """Planed board with grain along the tray."""
    x, y = _grid()
    warp = y * rng.uniform(0.05, 0.08) + 1.3 * smooth_noise(rng, 4, 5) + 0.18 * smooth_noise(rng, 12, 60)
    rings = 0.5 + 0.5 * np.sin(warp * 2.4 + x * 0.002)
    pores = np.clip(smooth_noise(rng, 24, 420) - 1.1, 0, 2)
    dark, light = np.asarray((0.26, 0.125, 0.05)), np.asarray((0.50, 0.29, 0.13))
    board = dark + (light - dark) * (rings**0.7)[:, :, None]
    return (board * (1 + 0.05 * smooth_noise(rng, 20, 380) - 0.16 * pores)[:, :, None]).astype(np.float32)


def mat(rng: Generator) -> Array:
    """Cutting mat with a printed grid."""
    x, y = _grid()
    turn, step = rng.uniform(-0.12, 0.12), rng.uniform(34, 48)
    u, v = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    lines = np.zeros_like(x)
    for pitch, strength, wide in ((step, 0.42, 0.9), (step / 5, 0.10, 0.6)):
        for w in (u, v):
            lines = np.maximum(
                lines, strength * np.clip(wide + 0.5 - np.abs((w + pitch / 2) % pitch - pitch / 2), 0, 1)
            )
    colour = ((0.015, 0.12, 0.085), (0.03, 0.06, 0.13), (0.05, 0.05, 0.055))[int(rng.integers(3))]
    base = _tinted(1 + 0.05 * smooth_noise(rng, 200, 150) + 0.05 * smooth_noise(rng, 6, 5), colour)
    ink = np.asarray((0.55, 0.60, 0.45), np.float32)
    return base * (1 - lines[:, :, None]) + ink * lines[:, :, None]


def foam(rng: Generator) -> Array:
    """Dark packing foam."""
    grain = 0.22 * smooth_noise(rng, 320, 240) + 0.10 * smooth_noise(rng, 110, 80)
    return _tinted(np.clip(1 + grain, 0.3, 2), (0.040, 0.042, 0.050) if rng.random() < 0.6 else (0.05, 0.08, 0.16))


def card(rng: Generator) -> Array:
    """Cardboard with fibres."""
    fibres = 0.035 * smooth_noise(rng, 90, 400) + 0.035 * smooth_noise(rng, 240, 180) + 0.03 * smooth_noise(rng, 6, 4)
    return _tinted(1 + fibres, (0.46, 0.33, 0.20) if rng.random() < 0.6 else (0.62, 0.60, 0.55))


SURFACES = (aluminium, plastic, wood, mat, foam, card)


def with_rim(surface: Array, rng: Generator, light: tuple[float, float]) -> Array:
    """The surface inside a raised tray edge; ``light`` is the direction the light comes from, in the plane."""
    x, y = _grid()
    turn = rng.uniform(-0.02, 0.02)
    u = (x - WIDTH / 2) * np.cos(turn) + (y - HEIGHT / 2) * np.sin(turn) + rng.uniform(-10, 10)
    v = (y - HEIGHT / 2) * np.cos(turn) - (x - WIDTH / 2) * np.sin(turn) + rng.uniform(-8, 8)
    corner, half_w, half_h = 34.0, WIDTH / 2 - rng.uniform(8, 22), HEIGHT / 2 - rng.uniform(6, 18)
    qx, qy = np.maximum(np.abs(u) - half_w + corner, 0), np.maximum(np.abs(v) - half_h + corner, 0)
    distance = np.hypot(qx, qy) - corner
    length = np.maximum(np.hypot(qx, qy), 1e-3)
    facing = (np.sign(u) * qx * light[0] + np.sign(v) * qy * light[1]) / length
    colour = surface.mean(axis=(0, 1))
    wall = np.clip((distance + 9) / 9, 0, 1) * np.clip((9 - distance) / 3, 0, 1)
    turnover = 0.5 + 0.5 * np.tanh(distance / 1.5)
    slope = facing * (1.4 * turnover - 1.0)
    rim = colour * (1.0 + 0.75 * slope + 0.25 * np.exp(-(((distance - 1.0) / 2.0) ** 2)))[:, :, None]
    shadow = 1 - 0.50 * np.clip(1 + distance / 26, 0, 1) ** 2 * np.clip(0.35 + facing, 0, 1)
    table = np.asarray((0.05, 0.045, 0.04), np.float32) * rng.uniform(0.5, 3.0)
    inside = surface * shadow[:, :, None]
    ground = np.where((distance < 4)[:, :, None], inside, table)
    return (ground * (1 - wall[:, :, None]) + rim * wall[:, :, None]).astype(np.float32)
