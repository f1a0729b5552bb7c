"""How alike pictures look: perceptual hashes, near-duplicates, an order in which neighbours look alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PIL import Image

from verify_app.core.heavy import np

if TYPE_CHECKING:
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


def turning_hash(image: Image.Image) -> int:
    """Perceptual hash of a picture that can be turned: bit 8u + v says whether frequency u down, v across is positive.

    Like `picture_hash`, but with the signs of the transform for bits: to mirror the picture changes the signs of odd
    frequencies and to transpose it swaps the two, so that the hash of each of its 8 orientations follows from this one
    (`turned`). Pictures that look the same in some orientation differ in a few bits; 4 or fewer is a near-duplicate.
    """
    # in floating point: rounded to whole grey levels, weak frequencies change their signs
    small = image.convert("L").convert("F").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    steps = np.arange(8)[:, None] * (2 * np.arange(_SIDE) + 1)
    waves = np.cos(np.pi * steps / (2 * _SIDE))
    signs = waves @ np.asarray(small, dtype=float) @ waves.T > 0
    return int(np.packbits(signs.ravel(), bitorder="little").view("<u8")[0])


_SIDE = 32
_ODD_ACROSS, _ODD_DOWN = 0xAAAA_AAAA_AAAA_AAAA, 0xFF00_FF00_FF00_FF00


def turned(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every `turning_hash` as it is in each of the 8 orientations of a picture, an orientation a row; shape (8, n)."""
    across, down = np.uint64(_ODD_ACROSS), np.uint64(_ODD_DOWN)
    rows = []
    for each in (hashes, _transposed(hashes)):
        rows += [each, each ^ across, each ^ down, each ^ across ^ down]
    return np.stack(rows)


def _transposed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hashes as squares of 8 x 8 bits, mirrored at the diagonal (H. S. Warren, Hacker's Delight, 7-3)."""
    for mask, by in ((0x00AA00AA00AA00AA, 7), (0x0000CCCC0000CCCC, 14), (0x00000000F0F0F0F0, 28)):
        shift = np.uint64(by)
        moved = (hashes ^ (hashes >> shift)) & np.uint64(mask)
        hashes = hashes ^ moved ^ (moved << shift)
    return hashes


def distance(a: int, b: int) -> int:
    """Bits in which two hashes differ."""
    return (a ^ b).bit_count()


def alike_order(hashes: Sequence[int]) -> list[int]:
    """Places in an order in which neighbours look alike: from the first on, always the nearest that is left."""
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
    words = np.array(hashes, dtype=np.uint64).reshape(-1, 1).view(np.uint8)
    return np.unpackbits(words, axis=1).astype(bool)
