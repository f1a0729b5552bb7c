"""Level 1: detectors, generation after generation. A chain is one arm on one data seed, each training a published line.

What a chain needs besides the lines are the weights of its generations, which stay in the work folder. A chain whose
weights are gone is played again from generation 0: what is trained anew then is used and not published a second time.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.benchmarks.collapse import base, measure, sources, training
from tests.benchmarks.collapse.arms import BY_NAME, Arm, Mix
from tests.benchmarks.collapse.crops import feature
from tests.benchmarks.collapse.results import Results, machine
from tests.benchmarks.collapse.sample import Sample, receipt_line
from tests.benchmarks.collapse.sources import GENERATIONS, Source, incoming
from tests.benchmarks.collapse.training import Sheet
from verify_app.app.demo.simulated_reviewers import HABITS, PERFECT, Habit
from verify_app.core.tail_classes import tail_classes
from verify_app.core.vocabulary import Task
from verify_app.datasets.composition.candidates import Candidate
from verify_app.datasets.composition.loader_checks import ready
from verify_app.formats.yolo import label_bytes
from verify_app.monitor.picture_statistics import vendi

BUDGET, MOST = 760.0, 120
"""Seconds of human work in each generation, about 60 images; and the most images, for who hardly looks."""
ZERO = "generation 0"
ZERO_ARM, ZERO_CONF = Arm(ZERO, Mix.GATE), 0.5
"""Its version is under one policy for all arms, so that all of them export the same bytes and know its model."""
VENDI_OBJECTS = 1500
HABIT = {habit.name: habit for habit in HABITS}


class OutOfTime(Exception):
    """There is no time for another training; everything that was finished is on disk."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What all chains of a run share.

    Parameters
    ----------
    sets : mapping of str to Path
        Of `measure.laid_out`.
    until : datetime or None
        No training begins that would not end before it.
    """

    source: Source
    base: Path
    sizes: measure.Sizes
    steps: int
    work: Path
    results: Results
    until: datetime | None = None
    level: int = 1

    @property
    def sets(self) -> dict[str, Path]:
        return measure.laid_out(self.source, self.sizes, self.work / "sets" / self.source.name)

    @property
    def settings(self) -> str:
        """Digest of everything that decides a training but its data."""
        said = {**training.SETTINGS, "steps": self.steps, "batch": training.BATCH, "budget": BUDGET, "most": MOST}
        return hashlib.sha256(json.dumps({**said, **asdict(self.sizes)}, sort_keys=True).encode()).hexdigest()[:12]

    def key(
        self, arm: str, seed: int, generation: int, *, reviewer: str = "", training_seed: int = 0
    ) -> dict[str, Any]:
        """What names a training."""
        return {
            "source": self.source.name,
            "base": _sha256(self.base)[:12],
            "settings": self.settings,
            "arm": arm,
            "reviewer": reviewer,
            "seed": seed,
            "generation": generation,
            "training_seed": training_seed,
        }

    def weights(self, key: dict[str, Any]) -> Path:
        """Where the weights of a training are kept."""
        folder = self.work / "weights" / f"{key['source']}-{key['base']}-{key['settings']}" / str(key["seed"])
        name = "-".join(filter(None, [key["arm"].replace(" ", "-"), key["reviewer"].replace(" ", "-")]))
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name}-{key['generation']}-{key['training_seed']}.pt"

    def require_time(self) -> None:
        """Raise when the next training would end too late, by how long the longest of this run took."""
        if self.until is None:
            return
        took = max((line["wall_s"] for line in list(self.results.lines())[-3:]), default=600.0)
        if datetime.now().timestamp() + took > self.until.timestamp():
            raise OutOfTime


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Start:
    """Generation 0 of a data seed: its weights, the tail, and the threshold for labels of models, for all arms."""

    weights: Path
    tail: tuple[int, ...]
    threshold: float


# --- one training ---------------------------------------------------------------------------------------


def finished(bench: Bench, key: dict[str, Any]) -> bool:
    """Whether a training is published and its weights are here."""
    line, weights = bench.results.find(key), bench.weights(key)
    return line is not None and weights.is_file() and _sha256(weights) == line["weights"]


def train_sheets(bench: Bench, key: dict[str, Any], sheets: Sequence[Sheet]) -> dict[str, Any]:
    """Train what goes by no version; what is told of the training."""
    weights = bench.weights(key)
    epochs = training.epochs_for(len(sheets), bench.steps)
    clock = _Clock()
    training.train(
        sheets,
        val_sheets(bench),
        bench.source.names,
        base=bench.base,
        out=weights,
        epochs=epochs,
        imgsz=bench.source.size,
        seed=key["training_seed"],
    )
    return {**clock.told(), **_size(sheets, epochs), **_content(bench.source, sheets)}


def train_version(bench: Bench, key: dict[str, Any], sample: Sample, arm: Arm, threshold: float) -> dict[str, Any]:
    """Export and train through the program; weights that are here already only join the project."""
    done = sample.export(arm, threshold)
    sheets, weights = version_sheets(done.folder), bench.weights(key)
    epochs = training.epochs_for(len(sheets), bench.steps)
    clock = _Clock()
    if finished(bench, key):
        sample.came_of(weights, done.folder)
    else:
        bench.require_time()
        training.one_thread()
        made = sample.train(done.name, bench.base, epochs, key["training_seed"], training.SETTINGS, training.BATCH)
        shutil.copyfile(made, weights)
    content = {**_size(sheets, epochs), **_content(bench.source, sheets)}
    return {**clock.told(), **content, "gate": receipt_line(done)}


def _size(sheets: Sequence[Sheet], epochs: int) -> dict[str, int]:
    """How long a training was."""
    return {"images": len(sheets), "epochs": epochs, "steps": epochs * ceil(len(sheets) / training.BATCH)}


class _Clock:
    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def told(self) -> dict[str, float]:
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        return {"wall_s": round(wall, 1), "cpu_s": round(cpu, 1)}


def publish(
    bench: Bench, key: dict[str, Any], start: Start | None, told: dict[str, Any], more: dict[str, Any]
) -> dict[str, Any]:
    """Measure and append the line, unless it is there."""
    there = bench.results.find(key)
    if there is not None:
        return there
    weights, clock = bench.weights(key), _Clock()
    names, sets = bench.source.names, bench.sets
    tail = start.tail if start else tuple(more["tail"])
    threshold = start.threshold if start else more["threshold"]
    figures = {}
    for name in ("even", "natural"):
        stats = measure.seen(weights, sets[name], names, bench.source.size)
        figures[name] = measure.figures_of(stats, names, tail, threshold)
    line = {
        "level": bench.level,
        **key,
        "weights": _sha256(weights),
        "start": _sha256(start.weights)[:12] if start else None,
        **told,
        **more,
        "figures": figures,
        "measuring_wall_s": clock.told()["wall_s"],
        **machine(),
    }
    bench.results.append(line)
    return line


def _content(source: Source, sheets: Sequence[Sheet]) -> dict[str, Any]:
    """What a training set holds: objects by class, and how many unlike ones as diverse (Vendi score of crops)."""
    objects = [(sheet.image, row.split()) for sheet in sheets for row in sheet.labels.splitlines()]
    counts = np.bincount([int(row[0]) for _, row in objects], minlength=len(source.names))
    chosen = np.random.default_rng(0).permutation(len(objects))[:VENDI_OBJECTS]
    rows = []
    for i in sorted(chosen):
        image, (_, x, y, w, h) = objects[i]
        with Image.open(image) as picture:
            rows.append(feature(picture.convert("L"), (float(x), float(y), float(w), float(h))))
    return {
        "objects": dict(zip(source.names, counts.tolist(), strict=True)),
        "vendi": round(vendi(np.stack(rows))[0], 3) if rows else 0.0,
    }


# --- what is trained on ---------------------------------------------------------------------------------


def val_sheets(bench: Bench) -> list[Sheet]:
    """The set that picks epochs."""
    return _sheets_in(bench.sets["val"], "gold")


def version_sheets(folder: Path) -> list[Sheet]:
    """The train images of a version."""
    return _sheets_in(folder, "train")


def _sheets_in(root: Path, split: str) -> list[Sheet]:
    files = sorted(p for p in (root / "images" / split).iterdir() if p.suffix != ".txt")
    return [Sheet(p, (root / "labels" / split / p.name).with_suffix(".txt").read_text()) for p in files]


def sheet_of(candidate: Candidate) -> Sheet:
    """A candidate as the program would write it."""
    return Sheet(candidate.file, label_bytes(ready(candidate, Task.DETECT).rows).decode())


def chosen(arm: Arm, sample: Sample, every: Sequence[Candidate], generation: int, count: int, seed: int) -> list[Sheet]:
    """What an arm trains on that does not go through the gate."""
    ages = {c.image: sample.generation_of(c) for c in every}
    some = [c for c in every if ages[c.image] >= 0]
    if arm.mix is Mix.REPLACE:
        some = [c for c in some if not c.rv and ages[c.image] == generation]
    elif arm.mix is Mix.CHECKED:
        some = [c for c in some if c.rv and ages[c.image] > 0]
    elif arm.mix is Mix.VERIFIED:
        some = [c for c in some if c.rv]
    elif arm.mix is Mix.FIXED:
        order = np.random.default_rng([seed, generation, 4]).permutation(len(some))[:count]
        some = [some[i] for i in sorted(order)]
    return [sheet_of(c) for c in some]


# --- chains ---------------------------------------------------------------------------------------------


def start(bench: Bench, seed: int, training_seed: int = 0) -> Start:
    """Generation 0 of a data seed, trained through the program and published, or from the work folder."""
    key = bench.key(ZERO, seed, 0, training_seed=training_seed)
    weights, line = bench.weights(key), bench.results.find(key)
    if line is not None and finished(bench, key):
        return Start(weights, tuple(line["tail"]), line["threshold"])
    scratch = _fresh(bench.work / "projects" / f"{bench.source.name}-{seed}-zero-{training_seed}")
    sample = Sample(scratch, bench.source)
    try:
        truth = sample.begin(incoming(seed, 0, bench.sizes.first), measure.val_scenes(bench.sizes))
        told = train_version(bench, key, sample, ZERO_ARM, ZERO_CONF)
    finally:
        sample.close()
    counts = np.bincount([row[0] for objects in truth for row in objects], minlength=len(bench.source.names))
    tail = tuple(sorted(tail_classes(dict(enumerate(counts.tolist())), len(bench.source.names))))
    threshold = measure.threshold_of(measure.seen(weights, bench.sets["val"], bench.source.names, bench.source.size))
    publish(bench, key, None, told, {"tail": list(tail), "threshold": threshold})
    shutil.rmtree(scratch)
    return Start(weights, tail, threshold)


@dataclass(frozen=True, slots=True)
class Chain:
    """One arm on one data seed.

    Parameters
    ----------
    beside : mapping of str to generations
        Arms that are trained on what this one has in some generations, and lead nowhere.
    """

    arm: Arm
    seed: int
    habit: Habit = PERFECT
    beside: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def keys(self, bench: Bench) -> list[dict[str, Any]]:
        """Every training of it."""
        reviewer = self.habit.name if self.arm.reviews else ""
        found = [bench.key(self.arm.name, self.seed, g, reviewer=reviewer) for g in range(1, GENERATIONS + 1)]
        for name, generations in self.beside:
            found += [bench.key(name, self.seed, g, reviewer=reviewer) for g in generations]
        return found

    def run(self, bench: Bench) -> None:
        """Play all generations; what is published and here is not trained again."""
        if all(bench.results.find(key) for key in self.keys(bench)):
            return
        first = start(bench, self.seed)
        scratch = _fresh(bench.work / "projects" / f"{bench.source.name}-{self.seed}-{self.arm.key}")
        sample = Sample(scratch, bench.source)
        try:
            sample.begin(incoming(self.seed, 0, bench.sizes.first), measure.val_scenes(bench.sizes))
            if self.arm.mix is Mix.GATE:
                sample.came_of(first.weights, sample.export(ZERO_ARM, ZERO_CONF).folder)
            weights = first.weights
            for generation in range(1, GENERATIONS + 1):
                weights = self._generation(bench, sample, first, weights, generation)
        finally:
            sample.close()
        shutil.rmtree(scratch)

    def _generation(self, bench: Bench, sample: Sample, first: Start, weights: Path, generation: int) -> Path:
        keys = self.keys(bench)
        new = sample.meet(generation, incoming(self.seed, generation, bench.sizes.new))
        labeller = self._labeller(bench, sample, first, weights, generation)
        more: dict[str, Any] = {"labeller": _sha256(labeller)[:12]}
        more["proposals"] = sample.label(sample.take_model(labeller, f"g{generation - 1}").name, new, first.threshold)
        if self.arm.reviews:
            seed = 1000 * self.seed + generation
            reviewed = sample.review(new, self.habit, BUDGET, seed=seed, most=MOST)
            more |= {"human": reviewed.line(), "noticed": sample.noticed}
        key = keys[generation - 1]
        if self.arm.mix is Mix.GATE:
            told = train_version(bench, key, sample, self.arm, first.threshold)
        else:
            told = self._from(bench, key, self.arm, sample, first, generation)
        publish(bench, key, first, told, more)
        for beside in (k for k in keys if k["arm"] != self.arm.name and k["generation"] == generation):
            if bench.results.find(beside) is None:
                arm = BY_NAME[beside["arm"]]
                publish(bench, beside, first, self._from(bench, beside, arm, sample, first, generation), more)
        return bench.weights(key)

    def _from(
        self, bench: Bench, key: dict[str, Any], arm: Arm, sample: Sample, first: Start, generation: int
    ) -> dict[str, Any]:
        if finished(bench, key):
            return {}
        bench.require_time()
        every = sample.candidates(first.threshold)
        return train_sheets(bench, key, chosen(arm, sample, every, generation, bench.sizes.first, self.seed))

    def _labeller(self, bench: Bench, sample: Sample, first: Start, weights: Path, generation: int) -> Path:
        """Which model labels what is new: that of the generation before, or one of verified images alone."""
        if not self.arm.by_verified or generation == 1:
            return weights
        key = bench.key(f"{self.arm.name}: labeller", self.seed, generation - 1, reviewer=self.habit.name)
        told = self._from(bench, key, BY_NAME["verified only"], sample, first, generation - 1)
        publish(bench, key, first, told, {})
        return bench.weights(key)


def real_only(bench: Bench, seed: int, generation: int) -> None:
    """Every image up to a generation, all labelled by people; leads nowhere."""
    key = bench.key("real only", seed, generation)
    if bench.results.find(key):
        return
    first = start(bench, seed)
    bench.require_time()
    sheets = []
    for g in range(generation + 1):
        folder = bench.work / "real" / f"{bench.source.name}-{seed}-{g}"
        count = bench.sizes.new if g else bench.sizes.first
        truth = sources.write(bench.source, incoming(seed, g, count), folder, None)
        sheets += [Sheet(folder / f"{name}.png", sources.label_text(objects)) for name, objects in truth.items()]
    publish(bench, key, first, train_sheets(bench, key, sheets), {})


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def level_1(bench: Bench, seeds: Sequence[int], noise: int) -> None:
    """Seed noise of generation 0, then every chain, then what leads nowhere.

    Raises
    ------
    OutOfTime
        When the time is over.
    """
    for training_seed in range(noise):
        start(bench, seeds[0], training_seed)
    for seed in seeds:
        start(bench, seed)
    for seed in seeds:
        for arm, beside in LEVEL_1:
            Chain(BY_NAME[arm], seed, beside=beside).run(bench)
        for generation in (3, 5):
            real_only(bench, seed, generation)


def level_1_keys(bench: Bench, seeds: Sequence[int], noise: int) -> list[dict[str, Any]]:
    """Every training that level 1 is made of."""
    found = [bench.key(ZERO, seeds[0], 0, training_seed=one) for one in range(noise)]
    found += [bench.key(ZERO, seed, 0) for seed in seeds[1:]]
    for seed in seeds:
        for arm, beside in LEVEL_1:
            found += Chain(BY_NAME[arm], seed, beside=beside).keys(bench)
        found += [bench.key("real only", seed, generation) for generation in (3, 5)]
    return found


LEVEL_1: tuple[tuple[str, tuple[tuple[str, tuple[int, ...]], ...]], ...] = (
    ("gate 50", (("verified only", (3, 5)),)),
    ("fixed size", ()),
    ("replace", ()),
)
BASE = base.FILE


def pilot(bench: Bench, seeds: Sequence[int], noise: int) -> None:
    """Generation 0, some trainings of the first seed's, and *replace*: nothing else may be looked at before the run."""
    for training_seed in range(noise):
        start(bench, seeds[0], training_seed)
    for seed in seeds:
        start(bench, seed)
    for seed in seeds:
        Chain(BY_NAME["replace"], seed).run(bench)
