"""Crowded scenes: 200 to 500 boxes as detectors find them, in heaps and apart, small ones and large ones."""

from __future__ import annotations

import random

from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState

NAMES = ("car", "pedestrian", "bicycle", "traffic light", "truck", "shopping trolley with child seat", "bus", "sign")
SEEDS = range(20)


def scene(seed: int, size: tuple[int, int], count: int | None = None) -> list[Item]:
    """The objects of an image so large; each seed has other ones, from 200 (seed 0) to 500 (seed 19) or so many."""
    rng = random.Random(seed)
    wanted = count if count is not None else 200 + round(300 * (seed % 20) / 19)
    heaps = [(rng.uniform(0, size[0]), rng.uniform(0, size[1])) for _ in range(8)]
    scale = max(size) / 1280
    found = []
    for number in range(wanted):
        width = scale * min(max(rng.lognormvariate(3.2, 0.6), 5.0), 400.0)
        height = width * rng.uniform(0.5, 2.0)
        if rng.random() < 0.5:
            heap = rng.choice(heaps)
            x, y = (rng.gauss(middle, 0.08 * side) for middle, side in zip(heap, size, strict=True))
        else:
            x, y = rng.uniform(0, size[0]), rng.uniform(0, size[1])
        x, y = min(max(x, 0.0), size[0] - 6.0), min(max(y, 0.0), size[1] - 6.0)
        box = Box(x, y, min(x + width, size[0]), min(y + height, size[1]))
        settled = rng.random() < 0.2
        state = LabelState.VERIFIED if settled else LabelState.PROPOSAL
        conf = None if settled else round(rng.betavariate(2, 1.5), 3)
        name = f"{'L' if settled else 'P'}{number}"
        found.append(Item(name, state, rng.randrange(len(NAMES)), box, conf=conf, by="ann" if settled else None))
    return found
