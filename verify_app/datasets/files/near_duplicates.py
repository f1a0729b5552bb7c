"""Near-duplicates among many pictures, whichever way round they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from verify_app.imaging.perceptual_hash import turned

NEAR = 4
"""Bits in which the perceptual hashes of near-duplicates differ at most, in the orientation where they differ least."""

_PIECES = 6
"""Of six pieces of a hash at least two are equal when no more than four bits differ."""
_BITS = 64


def near_pairs(looks: Sequence[int]) -> list[tuple[int, int]]:
    """Every pair of different hashes of which one is, in some orientation, within `NEAR` bits of the other; sorted.

    Hashes are cut in six pieces; at most four differing bits leave two pieces equal, so a hash is compared, in each of
    its 8 orientations, only with those that share two pieces with it. To turn both changes no distance: of a pair
    one is turned, the other left as it is.
    """
    values = np.unique(np.array(looks, dtype=np.uint64))
    if len(values) < 2:
        return []
    ways = turned(values).ravel()
    found = [np.empty(0, dtype=np.int64)]
    for one, two in combinations(zip(_pieces(values), _pieces(ways), strict=True), 2):
        found += _agreeing(values, ways, one[0] | two[0] << _LONGEST, one[1] | two[1] << _LONGEST)
    places = np.unique(np.concatenate(found))
    return [(int(a), int(b)) for a, b in zip(*(values[p] for p in divmod(places, len(values))), strict=True)]


_LONGEST = -(-_BITS // _PIECES)
_EDGES = [_BITS * k // _PIECES for k in range(_PIECES + 1)]


def _pieces(values: NDArray[np.uint64]) -> list[NDArray[np.int32]]:
    """Of every hash its pieces, as small numbers."""
    cut = ((values >> np.uint64(a)) & np.uint64((1 << (b - a)) - 1) for a, b in pairwise(_EDGES))
    return [piece.astype(np.int32) for piece in cut]


def _agreeing(
    values: NDArray[np.uint64], ways: NDArray[np.uint64], own: NDArray[np.int32], theirs: NDArray[np.int32]
) -> Iterator[NDArray[np.int64]]:
    """Near pairs among hashes and turned ones whose keys are equal, as place of the first x number of hashes + second.

    Most keys are nobody else's, so a table of which there are passes over them first.
    """
    there = np.zeros(1 << 2 * _LONGEST, dtype=bool)
    there[own] = True
    here = np.flatnonzero(there[theirs])
    order = np.argsort(own, kind="stable")
    ordered, keys = own[order], theirs[here]
    first = np.searchsorted(ordered, keys)
    left = np.searchsorted(ordered, keys, side="right") - first
    step = 0
    while len(here):
        other, me = order[first + step], here % len(values)
        ahead = other < me
        other, me, turn = other[ahead], me[ahead], here[ahead]
        close = differing(values[other] ^ ways[turn]) <= NEAR
        yield other[close] * len(values) + me[close]
        step += 1
        more = left > step
        here, first, left = here[more], first[more], left[more]


def differing(words: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many bits of each are set."""
    bytes_ = np.ascontiguousarray(words).view(np.uint8).reshape(-1, 8)
    counts: NDArray[np.int64] = _SET[bytes_].sum(axis=1)
    return counts


_SET = np.array([number.bit_count() for number in range(256)], dtype=np.int64)
