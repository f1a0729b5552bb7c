"""From a model's last map of features to one vector for the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.core.heavy import np
from verify_app.inference.preprocess import Fit

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COARSEST, _FINEST = 256, 16
"""Pixels of the model's input under one cell, a side; the features that are wanted have 32."""
_MOST = 4096
"""Numbers of a vector; YOLO26x has 768."""


def pooled(features: NDArray[np.floating], fit: Fit, imgsz: tuple[int, int]) -> NDArray[np.float32] | None:
    """The mean of the features over the picture, the border left out.

    A cell counts by the share of it that the picture covers, so that a picture's shape does not weigh in by the grey
    of its border; where the picture is the whole input, it is the plain mean.

    Parameters
    ----------
    features : (c, h, w) array
    fit : Fit
        How the picture lies in the model's input.
    imgsz : (int, int)
        Height and width of the input, pixels.

    Returns
    -------
    (c,) float32 array or None
        None when these are no features of such an input, or no finite numbers.
    """
    if features.ndim != 3 or not all(features.shape) or len(features) > _MOST:
        return None
    cells = features.shape[1:]
    sides = [full // cell for full, cell in zip(imgsz, cells, strict=True)]
    if sides[0] != sides[1] or not _FINEST <= sides[0] <= _COARSEST:
        return None
    down = _covered(cells[0], imgsz[0], fit.top, fit.inner_height)
    across = _covered(cells[1], imgsz[1], fit.left, fit.inner_width)
    weights = np.outer(down, across).reshape(-1)
    values = features.reshape(len(features), -1).astype(np.float32, copy=False) @ weights / weights.sum()
    return values if np.isfinite(values).all() else None


def _covered(cells: int, full: int, start: int, length: int) -> NDArray[np.float32]:
    """How much of each cell along one side the picture covers, 0 to 1."""
    edges = np.arange(cells + 1, dtype=np.float32) * (full / cells)
    inside = np.clip(edges, max(start, 0), min(start + length, full))
    found: NDArray[np.float32] = np.diff(inside).astype(np.float32) / np.float32(full / cells)
    return found
