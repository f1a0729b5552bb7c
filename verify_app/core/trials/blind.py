"""Blind images: drawn while predictions are hidden, then compared with them. And the coin that chooses them.

An image is chosen before anybody has decided anything on it. Until it is complete its predictions are shown to nobody;
then they are revealed, once and for all, and every difference wants a person's word before the image counts.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum


class BlindStage(StrEnum):
    """How far a blind image is."""

    HIDDEN = "hidden"
    """Predictions are shown to nobody."""
    OPEN = "open"
    """Revealed; differences are not settled."""
    SETTLED = "settled"


UNSETTLED = (BlindStage.HIDDEN, BlindStage.OPEN)
"""Stages in which an image counts for nothing yet."""


class DifferenceSide(StrEnum):
    """Who was right about a difference."""

    MINE = "mine"
    MODEL = "model"


def chosen(rate: float, *parts: object) -> bool:
    """A coin that always falls the same way for the same parts, true in a share of `rate` of all cases."""
    return share_of(*parts) < rate


def share_of(*parts: object) -> float:
    """A number from 0 to 1 (1 left out), spread evenly over all parts there could be, the same for the same ones."""
    digest = hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6]) / 2**48
