"""How alike pictures look: perceptual hashes, near-duplicates, an order in which neighbours look alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BITS = 64
BLOCK = 4096
"""Pictures are ordered in blocks of this many: the work grows with the square of it."""


def picture_hash(image: Image.Image) -> int:
    """Perceptual hash of a picture, 64 bits (`imagehash.phash`: the low frequencies of its cosine transform).

    Pictures that look the same differ in a few bits only; 4 or fewer is a near-duplicate.
    """
    import imagehash  # noqa: PLC0415  numpy and scipy with it: when pictures are first compared

    return int(str(imagehash.phash(image)), 16)


def distance(a: int, b: int) -> int:
    """Bits in which two hashes differ."""
    return (a ^ b).bit_count()


def alike_order(hashes: Sequence[int]) -> list[int]:
    """Places in an order in which neighbours look alike: from the first on, always the nearest that is left."""
    import numpy as np  # noqa: PLC0415

    bits = _unpacked(hashes)
    order: list[int] = []
    for start in range(0, len(hashes), BLOCK):
        left = np.arange(start, min(start + BLOCK, len(hashes)))
        here = order[-1] if order else 0
        while len(left):
            place = int(np.argmin(np.count_nonzero(bits[left] != bits[here], axis=1)))
            here = int(left[place])
            order.append(here)
            left = np.delete(left, place)
    return order


def _unpacked(hashes: Sequence[int]) -> NDArray[np.bool_]:
    import numpy as np  # noqa: PLC0415

    words = np.array(hashes, dtype=np.uint64).reshape(-1, 1).view(np.uint8)
    return np.unpackbits(words, axis=1).astype(bool)
