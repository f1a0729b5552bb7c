"""Scenes of real pixels: handwritten digits that come with scikit-learn, on the grounds of our scenes.

    python -m tests.benchmarks.collapse --level 1 --scenes tests/benchmarks/collapse/digits.py

The 1797 digits (UCI, Alpaydin & Kaynak 1998; 8 x 8 pixels of 43 people) ship inside the package, so nothing is
fetched: ``pip install scikit-learn``. A third of them is kept for the scenes that measure, so that no digit is both
learned from and measured on. The common digits are 0, 1, 2 … , the rare ones 7, 8 and 9.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image

from tests.benchmarks.collapse import shapes
from tests.benchmarks.collapse.sources import VAL

SIZE = 160
ODDS = (10, 10, 8, 8, 6, 5, 4, 2, 1, 1)
NAMES = tuple(str(digit) for digit in range(10))
KEPT = 3
"""Every third digit measures."""


@cache
def _digits() -> dict[tuple[int, bool], list[np.ndarray]]:
    """Scans by digit, and by whether they are kept to measure; 0 to 255."""
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        raise SystemExit("These scenes need the digits of scikit-learn: pip install scikit-learn.") from None
    found: dict[tuple[int, bool], list[np.ndarray]] = {}
    data = load_digits()
    for place, (scan, digit) in enumerate(zip(data.images, data.target, strict=True)):
        found.setdefault((int(digit), place % KEPT == 0), []).append((scan / 16 * 255).astype(np.uint8))
    return found


def scene(seed: int, *, generation: int = 0, even: bool = False) -> shapes.Scene:
    """An image and its digits."""
    weights = np.asarray([1.0] * len(NAMES) if even else ODDS)

    def cut(index: int, side: int, rng: np.random.Generator) -> Image.Image:
        scans = _digits()[index, seed >= VAL]
        scan = Image.fromarray(scans[int(rng.integers(len(scans)))]).resize((96, 96), Image.Resampling.BICUBIC)
        whole = Image.new("L", (160, 160))
        whole.paste(scan.point(lambda v: min(255, 2 * v)), (32, 32))
        turned = whole.rotate(float(rng.uniform(-12, 12)), Image.Resampling.BILINEAR)
        turned = turned.crop(turned.point(lambda v: 255 if v > 60 else 0).getbbox())
        scale = max(side, 12) / max(turned.size)
        return turned.resize(
            (max(4, round(turned.width * scale)), max(4, round(turned.height * scale))), Image.Resampling.BOX
        )

    return shapes.laid_out(seed, weights / weights.sum(), cut, size=SIZE, shift=generation)
