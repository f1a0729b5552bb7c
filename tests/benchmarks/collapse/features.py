"""Regions of scenes as rows of features from the frozen base model: what level 0 learns from instead of pixels.

    python -m tests.benchmarks.collapse.features [--scenes MODULE] [--out FILE]

Each region is cut out, made as large as any other and looked at by the base model's first layers; the map they make is
brought down to a few numbers by principal components of the base model's own scenes. The rows of our scenes are
committed (``features-scenes.npz``), so that level 0 and its test need neither a trainer nor a renderer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.benchmarks.collapse import base, scenes, sources
from tests.benchmarks.collapse.sources import (
    BASE,
    GENERATIONS,
    GOLD_EVEN,
    VAL,
    Drawn,
    Objects,
    Source,
    even_picks,
    incoming,
    measuring,
)

REGIONS = 10
"""Regions of every scene: its objects, and places where nothing is."""
SIDE, AROUND = 64, 1.4
LAYER = 4
"""The last one that looks: its map has a cell for 8 x 8 pixels. Means over deeper maps no longer know shapes."""
COMPONENTS, EVENED = 128, 0.5
"""Principal components, and how far their spreads are evened out: 0 not at all, 1 wholly."""
POOL, CHECK, GOLD = 130, 60, 150
"""Scenes of each generation, and of the sets that measure."""
DATA_SEED = 99

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Regions:
    """Scenes as regions.

    Parameters
    ----------
    rows : ndarray, shape (scenes, REGIONS, COMPONENTS + 1)
        The last is a constant.
    classes : ndarray, shape (scenes, REGIONS)
        The true class; the number of classes for background.
    """

    rows: Floats
    classes: Ints

    def take(self, which: Sequence[int] | NDArray[np.integer]) -> Regions:
        return Regions(self.rows[which], self.classes[which])


@dataclass(frozen=True, slots=True)
class Cut:
    """Everything level 0 looks at, of one source."""

    pools: tuple[Regions, ...]
    val: Regions
    gold: Regions
    classes: int


def committed(source: str) -> Path:
    """Where the rows of a source are kept."""
    name = Path(source).stem if source.endswith(".py") else source.rpartition(".")[2]
    return Path(__file__).with_name(f"features-{name}.npz")


def load(file: Path) -> Cut:
    """What `save` wrote."""
    with np.load(file) as kept:
        some = [_padded(kept[f"rows{i}"], kept[f"classes{i}"]) for i in range(GENERATIONS + 3)]
        return Cut(tuple(some[:-2]), some[-2], some[-1], int(kept["classes"]))


def _padded(rows: NDArray[np.float16], classes: NDArray[np.uint8]) -> Regions:
    one = np.ones((*rows.shape[:-1], 1), np.float32)
    return Regions(np.concatenate([rows.astype(np.float32), one], axis=-1), classes.astype(np.int64))


def save(source: Source, file: Path, weights: Path = base.FILE) -> None:
    """Draw, cut and look; minutes on one core."""
    look = looker(weights)
    axes, mean, scale = _components(look)
    gold = even_picks(source, GOLD_EVEN, GOLD) if source.picks else measuring(GOLD_EVEN, GOLD, even=True)
    sets = [*(incoming(DATA_SEED, g, POOL) for g in range(GENERATIONS + 1)), measuring(VAL, CHECK), gold]
    kept: dict[str, NDArray[np.generic]] = {"classes": np.asarray(len(source.names))}
    for i, drawn in enumerate(sets):
        found = [_of_scene(source, one, look) for one in drawn]
        rows = ((np.stack([rows for rows, _ in found]) - mean) @ axes) / scale
        kept[f"rows{i}"] = rows.astype(np.float16)
        kept[f"classes{i}"] = np.stack([classes for _, classes in found]).astype(np.uint8)
    np.savez_compressed(file, **kept)


def _components(look: Callable[[list[Image.Image]], Floats]) -> tuple[Floats, Floats, Floats]:
    """Principal directions of what the base model says of its own scenes, their mean, and the spread along each."""
    own = Source("base", scenes.OTHERS, scenes.SIZE, lambda seed, *_: scenes.base_scene(seed), False)
    rows = np.concatenate([_of_scene(own, Drawn(BASE + i), look)[0] for i in range(120)])
    mean = rows.mean(axis=0)
    _, spread, axes = np.linalg.svd(rows - mean, full_matrices=False)
    scale = (spread[:COMPONENTS] / np.sqrt(len(rows))) ** EVENED
    return axes[:COMPONENTS].T.astype(np.float32), mean, scale.astype(np.float32)


def looker(weights: Path) -> Callable[[list[Image.Image]], Floats]:
    """What looks at pictures of `SIDE` pixels: the map of the base model's `LAYER`, as one row for each."""
    from verify_app.inference.ultralytics_engine import loaded_pt
    from verify_app.inference.ultralytics_setup import prepare

    prepare()
    import torch  # heavy

    torch.set_num_threads(1)
    with loaded_pt(weights) as (model, _):
        layers = model.model.model[: LAYER + 1].float().eval()

    def look(pictures: list[Image.Image]) -> Floats:
        pixels = np.stack([np.asarray(p, np.float32) for p in pictures]).transpose(0, 3, 1, 2) / 255
        with torch.no_grad():
            x = torch.from_numpy(pixels)
            for layer in layers:
                x = layer(x)
            return x.flatten(1).numpy().astype(np.float32)

    return look


def _of_scene(source: Source, one: Drawn, look: Callable[[list[Image.Image]], Floats]) -> tuple[Floats, Ints]:
    image, objects = source.scene(one.seed, one.generation, one.even)
    boxes, classes = places(objects[:REGIONS], len(source.names), image.width, one.seed)
    return look([crop(image, box) for box in boxes]), classes


def places(objects: Objects, background: int, size: int, seed: int) -> tuple[list[tuple[float, ...]], Ints]:
    """Boxes of the regions of a scene, and what is on each."""
    rng = np.random.default_rng([seed, 7])
    boxes = [tuple(row[1:]) for row in objects]
    classes = [row[0] for row in objects]
    tries = 0
    while len(boxes) < REGIONS:
        tries += 1
        side = float(rng.uniform(10, 40)) / size
        x, y = rng.uniform(side / 2, 1 - side / 2, 2)
        place = (float(x), float(y), side, side)
        if tries > 200 or all(_overlap(place, one) < 0.15 for one in boxes[: len(objects)]):
            boxes.append(place)
            classes.append(background)
    return boxes, np.asarray(classes)


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """IoU of two boxes given by centre and sides."""
    wide = min(a[0] + a[2] / 2, b[0] + b[2] / 2) - max(a[0] - a[2] / 2, b[0] - b[2] / 2)
    high = min(a[1] + a[3] / 2, b[1] + b[3] / 2) - max(a[1] - a[3] / 2, b[1] - b[3] / 2)
    both = max(0.0, wide) * max(0.0, high)
    return both / (a[2] * a[3] + b[2] * b[3] - both)


def crop(image: Image.Image, box: tuple[float, ...], side: int = SIDE) -> Image.Image:
    """A square around a box, a little larger than it, as a picture of `side` pixels."""
    width, height = image.size
    x, y, half = box[0] * width, box[1] * height, AROUND * max(box[2] * width, box[3] * height) / 2
    edges = (max(0.0, x - half), max(0.0, y - half), min(float(width), x + half), min(float(height), y + half))
    return image.convert("RGB").resize((side, side), Image.Resampling.BILINEAR, box=edges)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", default=sources.OURS)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--base", type=Path, default=base.FILE)
    asked = parser.parse_args()
    file = asked.out or committed(asked.scenes)
    save(sources.load(asked.scenes), file, asked.base)
    print(json.dumps({"file": str(file), "bytes": file.stat().st_size}))


if __name__ == "__main__":
    main()
