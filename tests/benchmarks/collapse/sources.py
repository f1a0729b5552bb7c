"""Where scenes come from: any module with `NAMES`, `SIZE` and `scene(seed)`; ranges of seeds; sets on disk."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from PIL import Image

Objects = list[tuple[int, float, float, float, float]]
Scene = tuple[Image.Image, Objects]
"""Of each object class, centre, width and height, as parts of the image's sides."""

GENERATIONS = 5
OURS = "tests.benchmarks.collapse.scenes"

HUMAN, VAL, GOLD_EVEN, GOLD_NATURAL, BASE = 0, 900_000_000, 910_000_000, 920_000_000, 930_000_000
"""First seeds: what people label and models meet, by data seed and generation; the sets that measure, one for all."""
_SEED, _GENERATION = 1_000_000, 100_000
"""A data seed has a million scenes, a hundred thousand for each generation."""


@dataclass(frozen=True, slots=True)
class Source:
    """Scenes of one module.

    Parameters
    ----------
    name : str
        Of the module, for results.
    scene : callable
        From a seed, a generation and whether classes are to be equally frequent, to a scene; what a module's `scene`
        does not take is left out, and then `picks` is True: equal classes are picked from what comes.
    """

    name: str
    names: tuple[str, ...]
    size: int
    scene: Callable[[int, int, bool], Scene]
    picks: bool


def load(where: str = OURS) -> Source:
    """A source by the path of its file or the name of its module."""
    module = _module(where)
    taken = inspect.signature(module.scene).parameters

    def scene(seed: int, generation: int = 0, even: bool = False) -> Scene:
        given: dict[str, Any] = {"generation": generation, "even": even}
        image, objects = module.scene(seed, **{name: value for name, value in given.items() if name in taken})
        return image, list(objects)

    return Source(where.rpartition("/")[2], tuple(module.NAMES), int(module.SIZE), scene, "even" not in taken)


def _module(where: str) -> ModuleType:
    path = Path(where)
    if path.suffix != ".py":
        return importlib.import_module(where)
    if not path.is_file():
        raise SystemExit(f"There is no file {path}; give a module with NAMES, SIZE and scene(seed).")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seeds_of(seed: int, generation: int, count: int) -> range:
    """Scenes that come in for one data seed in one generation."""
    start = HUMAN + seed * _SEED + generation * _GENERATION
    return range(start, start + count)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A scene to draw: its seed, the generation of its ground, and whether classes are equally frequent."""

    seed: int
    generation: int = 0
    even: bool = False

    @property
    def name(self) -> str:
        return f"{self.seed:09}"


def incoming(seed: int, generation: int, count: int) -> list[Drawn]:
    """What is new in one generation."""
    return [Drawn(one, generation) for one in seeds_of(seed, generation, count)]


def measuring(first: int, count: int, *, even: bool = False) -> list[Drawn]:
    """A set that measures: as many scenes of the ground of every generation."""
    return [Drawn(first + i, i % (GENERATIONS + 1), even) for i in range(count)]


def even_picks(source: Source, first: int, images: int, *, look_at: int = 40) -> list[Drawn]:
    """Scenes for gold with equal classes where a source cannot draw them: those that even out most, one by one."""
    counts = [0] * len(source.names)
    chosen, drawn = [], first
    for i in range(images):
        best: tuple[float, Drawn, Objects] | None = None
        for _ in range(look_at):
            one = Drawn(drawn, i % (GENERATIONS + 1))
            drawn += 1
            objects = source.scene(one.seed, one.generation, False)[1]
            gain = sum(1 / (1 + counts[row[0]]) for row in objects) / max(1, len(objects))
            if best is None or gain > best[0]:
                best = (gain, one, objects)
        assert best is not None
        chosen.append(best[1])
        for row in best[2]:
            counts[row[0]] += 1
    return chosen


def write(source: Source, drawn: Iterable[Drawn], images: Path, labels: Path | None) -> dict[str, Objects]:
    """Draw scenes as PNG files, with label files beside them if asked for; what is on them, by name.

    What is there already is drawn again and not written again: files keep their bytes and times.
    """
    images.mkdir(parents=True, exist_ok=True)
    if labels is not None:
        labels.mkdir(parents=True, exist_ok=True)
    truth = {}
    for one in drawn:
        image, truth[one.name] = source.scene(one.seed, one.generation, one.even)
        file = images / f"{one.name}.png"
        if not file.exists():
            image.save(file)
        if labels is not None:
            (labels / f"{one.name}.txt").write_text(label_text(truth[one.name]))
    return truth


def label_text(objects: Objects) -> str:
    """Rows as Ultralytics reads them."""
    return "".join(f"{c} {x:.6f} {y:.6f} {w:.6f} {h:.6f}\n" for c, x, y, w, h in objects)


def data_yaml(folder: Path, names: Sequence[str], **splits: object) -> Path:
    """A ``data.yaml`` in a folder."""
    import yaml

    file = folder / "data.yaml"
    file.write_text(yaml.safe_dump({"path": str(folder), "names": dict(enumerate(names)), **splits}))
    return file
