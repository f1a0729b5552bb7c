"""Crops of objects as directions of edges: how unlike each other the objects of a training set are, model or none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE, CELLS, DIRECTIONS = 24, 4, 6
FLAT = 20.0
"""Edges are this strong where a crop counts as half plain: noise alone points nowhere."""


def feature(grey: Image.Image, box: tuple[float, float, float, float]) -> NDArray[np.float32]:
    """Directions of edges in a grid of cells (as in HOG, Dalal & Triggs, CVPR 2005), at most of unit length.

    Parameters
    ----------
    box : (float, float, float, float)
        Centre and sides, as parts of the image's.
    """
    (width, height), (x, y, w, h) = grey.size, box
    left, top = max(0.0, (x - 0.575 * w) * width), max(0.0, (y - 0.575 * h) * height)
    right, bottom = min(float(width), (x + 0.575 * w) * width), min(float(height), (y + 0.575 * h) * height)
    part = grey.resize((SIDE, SIDE), Image.Resampling.BILINEAR, box=(left, top, right, bottom))
    down, across = np.gradient(np.asarray(part, np.float32))
    strength = np.hypot(down, across)
    turn = np.floor((np.arctan2(down, across) % np.pi) / np.pi * DIRECTIONS).astype(int).clip(0, DIRECTIONS - 1)
    cell = np.arange(SIDE) * CELLS // SIDE
    bins = (cell[:, None] * CELLS + cell[None, :]) * DIRECTIONS + turn
    found = np.bincount(bins.ravel(), strength.ravel(), CELLS * CELLS * DIRECTIONS)
    return (found / (np.linalg.norm(found) + FLAT)).astype(np.float32)
