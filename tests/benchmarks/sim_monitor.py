"""How often the monitor errs and what it sees: projects made by chance, some of which drift from a version on.

``python -m tests.benchmarks.sim_monitor`` prints one JSON object: how often all bands of one look hold (nominal 95 %),
how many of 200 stable projects ever alarm, and for each planted onset how often it is noticed in its version and
alarmed in the next, and what else alarms. `tests/unit/monitor` runs a smaller share of it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from verify_app.core.tail_classes import tail_classes
from verify_app.monitor.alarms import alarms
from verify_app.monitor.drift import Contrast, DriftFound, Setting, compare
from verify_app.monitor.label_drift import ObjectTable, joined
from verify_app.monitor.model_drift import Answers, compare_models, is_worse

RESAMPLES = 399
SHARES = (0.40, 0.26, 0.18, 0.10, 0.04, 0.02)
FIRST, ADDED, GOLD = 300, 150, 200
"""Images of the first version, of each later one besides, and gold."""
NAMES = {i: f"class {i}" for i in range(len(SHARES))}


@dataclass(frozen=True)
class World:
    """What pictures are like, and what a model makes of them."""

    shares: Sequence[float] = SHARES
    size: float = -2.2
    place: float = 0.5
    brightness: float = 0.5
    domain: float = 0.0
    """Share of pictures from another domain."""
    tail: bool = True
    """Whether versions still hold pictures with rare classes."""
    recall: Sequence[float] = (0.85,) * len(SHARES)
    sure: float = 0.0
    """How much more confident the model is than it should be."""


ONSETS: Mapping[str, World] = {
    "recall of one class": World(recall=(0.85, 0.65, *(0.85,) * 4)),
    "class share": World(shares=(0.28, 0.26, 0.18, 0.22, 0.04, 0.02)),
    "size": World(size=-2.2 + 0.2),
    "place": World(place=0.58),
    "brightness": World(brightness=0.57),
    "new domain": World(domain=0.3),
    "tail lost": World(tail=False),
    "overconfidence": World(sure=0.15),
}

_CLASSES = {"class_js", "class_v", "class_psi"}
COMPANIONS: Mapping[str, set[str]] = {
    "recall of one class": {"recall", "recall:class 1", "ece", "said"},
    "class share": _CLASSES | {"tail_retention"},
    "size": {"size_w1"},
    "place": {"x_w1"},
    "brightness": {"brightness_w1"},
    "new domain": {"mmd2", "kid", "vendi_log_ratio"},
    "tail lost": _CLASSES | {"tail_retention", "classes_gone", "objects_w1", "empty_share"},
    "overconfidence": {"ece"},
}
"""What must follow from a drift, or may: where a class's objects are found less often, the model's confidences say
less too, and it says less; images without rare objects have fewer objects. Nothing else may alarm."""


def pictures(rng: np.random.Generator, count: int, world: World, frames: int = 1) -> tuple[ObjectTable, Any, Any]:
    """Images, their groups and their vectors; `frames` images each are one video, alike but for a little noise."""
    videos = -(-count // frames)
    number = rng.poisson(4, videos)
    objects = np.repeat(np.arange(videos), number)
    m = len(objects)
    classes = rng.choice(len(world.shares), m, p=np.array(world.shares) / sum(world.shares))
    light, sharp = rng.normal(world.brightness, 0.12, videos), rng.normal(3, 1, videos)
    look = np.stack([light, sharp, np.full(videos, 12.6)], axis=1)
    # sizes and places of one picture hang together
    size = rng.normal(world.size, 0.3, videos)[objects] + rng.normal(0, 0.4, m)
    x = np.clip(rng.normal(world.place, 0.18, m), 0.02, 0.98)
    measures = np.stack([size, rng.normal(0, 0.35, m), x, rng.uniform(0.02, 0.98, m)], axis=1)
    vectors = rng.normal(0, 1, (videos, 16)) + (rng.random(videos) < world.domain)[:, None] * _ELSEWHERE
    of = np.repeat(np.arange(videos), frames)[:count]
    parts = [np.flatnonzero(objects == video) for video in range(videos)]
    chosen = np.concatenate([parts[video] for video in of]) if count else np.zeros(0, dtype=int)
    image = np.repeat(np.arange(count), [len(parts[video]) for video in of])
    noise = rng.normal(0, 0.01, (len(chosen), 4)) if frames > 1 else 0.0
    made = ObjectTable(count, image, classes[chosen], measures[chosen] + noise, look[of], np.zeros(count, dtype=bool))
    return made, of, vectors[of] + (rng.normal(0, 0.05, (count, 16)) if frames > 1 else 0.0)


_ELSEWHERE = np.array([1.6, -1.6, 1.6, *[0.0] * 13])


def answers(rng: np.random.Generator, gold: ObjectTable, world: World) -> Answers:
    """What a model says of the gold images: calibrated, but for `World.sure`."""
    objects = np.zeros((gold.images, len(SHARES)), dtype=np.int64)
    np.add.at(objects, (gold.image, gold.classes), 1)
    found = rng.random(len(gold.image)) < np.array(world.recall)[gold.classes]
    hit = np.zeros_like(objects)
    np.add.at(hit, (gold.image[found], gold.classes[found]), 1)
    # of every object that is found a right detection, and wrong ones besides, as often as their confidence says
    right_conf = rng.beta(6, 1.6, int(found.sum()))
    wrong = rng.poisson((1 / right_conf - 1).clip(0, 3))
    image = np.concatenate([gold.image[found], np.repeat(gold.image[found], wrong)])
    conf = np.concatenate([right_conf, np.repeat(right_conf, wrong)])
    right = np.concatenate([np.ones(int(found.sum()), dtype=bool), np.zeros(int(wrong.sum()), dtype=bool)])
    return Answers(objects, hit, image, np.clip(conf + world.sure, 0, 0.999), right)


@dataclass
class Project:
    """Versions one after another, each with a model that is measured on gold."""

    rng: np.random.Generator
    parts: list[tuple[ObjectTable, Any, Any]]
    gold: ObjectTable
    first: Answers
    dropped: set[int]

    @classmethod
    def begin(cls, seed: int) -> Project:
        rng = np.random.default_rng(seed)
        gold = pictures(rng, GOLD, World())[0]
        return cls(rng, [pictures(rng, FIRST, World())], gold, answers(rng, gold, World()), set())

    def version(self, world: World, seed: int) -> tuple[dict[str, DriftFound], ...]:
        """Add a version; what is found of it, of what it added, and of its model."""
        self.parts.append(pictures(self.rng, ADDED, world))
        labels = joined([part[0] for part in self.parts])
        sizes = [part[0].images for part in self.parts]
        starts = np.cumsum([0, *sizes])
        groups = np.concatenate([part[1] + start for part, start in zip(self.parts, starts, strict=False)])
        vectors = np.concatenate([part[2] for part in self.parts])
        counts = np.bincount(self.parts[0][0].classes, minlength=len(SHARES))
        tail = tail_classes({i: int(n) for i, n in enumerate(counts)}, len(SHARES))
        sides = np.zeros((labels.images, 3), dtype=bool)
        sides[:FIRST, 0] = True
        sides[:, 1] = True
        sides[starts[-2] :, 2] = True
        if not world.tail:
            rare = np.isin(labels.classes, sorted(tail))
            sides[np.unique(labels.image[rare]), 1:] = False
        found = compare(
            Setting(labels, groups, sides, len(SHARES), tail, vectors),
            [Contrast("version", 1, whole=True), Contrast("added", 2)],
            resamples=RESAMPLES,
            seed=seed,
        )
        now = answers(self.rng, self.gold, world)
        of = np.arange(self.gold.images)
        model = compare_models(self.first, now, of, names=NAMES, tail=tail, resamples=RESAMPLES, seed=seed)
        return found["version"], found["added"], model


def noticed(found: Mapping[str, DriftFound]) -> set[str]:
    """What is outside of its band."""
    return {name for name, one in found.items() if one.side}


def alarmed(history: Sequence[tuple[Mapping[str, DriftFound], ...]]) -> list[set[str]]:
    """What alarms at each version, of labels, pictures and models."""
    parts = [alarms([one[0] for one in history]), alarms([one[1] for one in history])]
    parts.append(alarms([one[2] for one in history], bad=is_worse))
    return [set().union(*(part[place] for part in parts)) for place in range(len(history))]


def coverage(runs: int) -> dict[str, Any]:
    """In how many looks at a stable project all bands hold: labels and pictures, and models."""
    held = Counter[str]()
    for seed in range(runs):
        whole, added, model = Project.begin(seed).version(World(), seed)
        held["labels and pictures"] += not noticed(whole) | noticed(added)
        held["models"] += not noticed(model)
    return {name: held[name] / runs for name in ("labels and pictures", "models")}


def frames(runs: int) -> dict[str, Any]:
    """Forty videos of ten frames, twenty of them on either side: how often a look errs, by video and by frame."""
    wrong = Counter[str]()
    for seed in range(runs):
        rng = np.random.default_rng(10_000 + seed)
        labels, videos, vectors = pictures(rng, 400, World(), frames=10)
        sides = np.stack([np.arange(400) < 200, np.arange(400) >= 200], axis=1)
        for name, groups in (("by video", videos), ("by frame", np.arange(400))):
            setting = Setting(labels, groups, sides, len(SHARES), (), vectors)
            found = compare(setting, [Contrast("later", 1)], resamples=RESAMPLES, seed=seed)["later"]
            wrong[name] += bool(noticed(found))
    return {name: wrong[name] / runs for name in ("by video", "by frame")}


def stable(projects: int, versions: int = 9) -> dict[str, Any]:
    """How many projects in which nothing moves ever alarm, or notice, over ten versions."""
    found = Counter[str]()
    what = Counter[str]()
    for seed in range(projects):
        project = Project.begin(50_000 + seed)
        history = [project.version(World(), seed * 100 + number) for number in range(versions)]
        ever = set().union(*alarmed(history))
        found["alarmed"] += bool(ever)
        what.update(ever)
        found["noticed"] += any(noticed(one) for look in history for one in look)
    return {"projects": projects, **{name: found[name] for name in ("alarmed", "noticed")}, "by": dict(what)}


def onset(name: str, runs: int, before: int = 2) -> dict[str, Any]:
    """How often an onset is noticed in its version and alarmed in the next one, and what else alarms."""
    world, expected = ONSETS[name], COMPANIONS[name]
    counted, others = Counter[str](), Counter[str]()
    for seed in range(runs):
        project = Project.begin(90_000 + seed)
        worlds = [World()] * before + [world, world]
        history = [project.version(one, seed * 100 + number) for number, one in enumerate(worlds)]
        at = history[before]
        counted["noticed"] += bool(set().union(*map(noticed, at)) & expected)
        loud = alarmed(history)
        counted["alarmed"] += bool(loud[before + 1] & expected)
        others.update(set().union(*loud[before:]) - expected)
    shares = {key: counted[key] / runs for key in ("noticed", "alarmed")}
    return {**shares, "others": {key: count / runs for key, count in others.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--projects", type=int, default=200)
    parser.add_argument("--onsets", type=int, default=50)
    chosen = parser.parse_args()
    found: dict[str, Any] = {"coverage": coverage(chosen.runs)}
    print(json.dumps(found), file=sys.stderr, flush=True)
    found["stable"] = stable(chosen.projects)
    print(json.dumps(found["stable"]), file=sys.stderr, flush=True)
    found["onsets"] = {name: onset(name, chosen.onsets) for name in ONSETS}
    found["false alarms of frames"] = frames(min(chosen.runs, 200))
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
