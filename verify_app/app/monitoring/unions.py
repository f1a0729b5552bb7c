"""Several sets of images laid side by side: which image is in which, and what belongs together over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verify_app.app.monitoring.image_sets import ImageSet
from verify_app.core.heavy import np
from verify_app.monitor.label_drift import PICTURE, ObjectTable

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is known of what pictures look like, by `short_key` in rising order.

    Parameters
    ----------
    stats_of, stats : (n,) uint64 array and (n, 3) float array
        As `monitor.label_drift.PICTURE`.
    vectors_of, vectors : (m,) uint64 array and (m, d) float32 array
    alike : (k,) uint64 array
        Pictures that look like another one.
    """

    stats_of: NDArray[np.uint64]
    stats: NDArray[np.float64]
    vectors_of: NDArray[np.uint64]
    vectors: NDArray[np.float32]
    alike: NDArray[np.uint64]


def short_key(digests: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """The first eight bytes of each SHA-256: among a million images two share them once in 37 million projects."""
    return np.ascontiguousarray(digests[:, :8]).view(">u8").reshape(-1).astype(np.uint64)


def keys_of(sha256s: Sequence[str]) -> NDArray[np.uint64]:
    """`short_key` of digests in hexadecimal."""
    return np.array([int(one[:16], 16) for one in sha256s], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Union:
    """Sets of images as one.

    Parameters
    ----------
    keys : (n,) uint64 array
        `short_key` of every image that is in any of them, rising.
    places : tuple of (len(set),) int arrays
        Where the images of each set are in it.
    groups : (n,) int array
    """

    keys: NDArray[np.uint64]
    places: tuple[NDArray[np.int64], ...]
    groups: NDArray[np.int64]

    @classmethod
    def of(cls, sets: Sequence[ImageSet]) -> Union:
        each = [short_key(one.digests) for one in sets]
        keys = np.unique(np.concatenate(each)) if each else np.zeros(0, dtype=np.uint64)
        places = tuple(np.searchsorted(keys, one).astype(np.int64) for one in each)
        images = np.concatenate(places)
        names = np.unique(np.concatenate([one.group for one in sets]), return_inverse=True)[1].reshape(-1)
        return cls(keys, places, _hang_together(len(keys), images, names))

    def side(self, which: int) -> NDArray[np.bool_]:
        """Who is in one of the sets."""
        found = np.zeros(len(self.keys), dtype=bool)
        found[self.places[which]] = True
        return found

    def labels(
        self, sets: Sequence[ImageSet], order: Sequence[int], index: NDArray[Any], known: Pictures
    ) -> ObjectTable:
        """The objects of all images, each image's from the first of the sets named in `order` that has it.

        Parameters
        ----------
        index : (largest class id + 1,) int array
            Place of each class id.
        """
        left = np.ones(len(self.keys), dtype=bool)
        image, classes, measures = [], [], []
        for which in order:
            one, places = sets[which], self.places[which]
            here = left[places]
            on = here[one.image]
            image.append(places[one.image[on]])
            classes.append(index[one.classes[on]])
            measures.append(one.measures[on].astype(np.float64))
            left[places] = False
        objects = [np.concatenate(part) if part else np.zeros(0, dtype=np.int64) for part in (image, classes)]
        fitting = objects[1] >= 0
        return ObjectTable(
            len(self.keys),
            objects[0][fitting],
            objects[1][fitting],
            np.concatenate(measures)[fitting] if measures else np.zeros((0, 4)),
            looked_up(self.keys, known.stats_of, known.stats, len(PICTURE)),
            np.isin(self.keys, known.alike),
        )


def looked_up(keys: NDArray[np.uint64], of: NDArray[np.uint64], rows: NDArray[Any], width: int) -> NDArray[np.float64]:
    """The row of each key; NaN where there is none."""
    found = np.full((len(keys), rows.shape[1] if rows.size else width), np.nan)
    if len(of):
        place = np.minimum(np.searchsorted(of, keys), len(of) - 1)
        there = of[place] == keys
        found[there] = rows[place[there]]
    return found


def _hang_together(count: int, images: NDArray[Any], names: NDArray[Any]) -> NDArray[np.int64]:
    """Images that share a name, or share one with one that shares one, get one number."""
    found = np.arange(count, dtype=np.int64)
    least = np.empty(int(names.max()) + 1 if len(names) else 0, dtype=np.int64)
    while True:
        least[:] = count
        np.minimum.at(least, names, found[images])
        now = found.copy()
        np.minimum.at(now, images, least[names])
        if (now == found).all():
            return found
        found = now
