"""Level 0: the arms with closed-form heads (ridge) on cached features, so that hundreds of repeats take a minute.

A scene is some regions, each of a class or background; a model is a linear head over a region's features that says a
class or nothing. What a model does not say becomes *background* in the next training: that is how an object that is
overlooked once is unlearned. All that differs between arms is what they train on. The gate's caps are the program's
(images, instances, classes, what is new); within them images are taken one by one in the program's order, which is
quicker than its exact choice and nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from tests.benchmarks.collapse.arms import ARMS, BY_NAME, Arm, Mix
from tests.benchmarks.collapse.features import Cut, Floats, Ints, Regions
from tests.benchmarks.collapse.figures import best_f1, ece, recall_at
from tests.benchmarks.collapse.human_time import seconds
from tests.benchmarks.collapse.sources import GENERATIONS
from verify_app.app.demo.simulated_reviewers import HABITS, PERFECT, Habit
from verify_app.core.tail_classes import tail_classes
from verify_app.core.trials.trials import ErrorKind
from verify_app.datasets.composition.select import carried

RIDGE = 50.0
TYPICAL = {"looked": 4, "drawn": 1, "reclassed": 1}
"""An image by which the time of a reviewer is set."""
SHARES = (0.0, 0.1, 0.2, 0.35, 0.5, 0.67, 0.8, 1.0)
FRESH = Fraction(1, 10)
EXTRA = 4
"""Other reviewers and the shares are played in every so many repeats."""
REVIEWED = ("gate 50", "verified only")
"""Arms that are played with every reviewer; the others with the perfect one."""


@dataclass(frozen=True, slots=True)
class Size:
    """Images of each generation in one repeat, drawn from the pool, and for how many of them a reviewer has time."""

    images: int = 70
    verified: int = 7


@dataclass(frozen=True, slots=True)
class Head:
    """A linear head over features."""

    weights: Floats
    depth: int = 0

    def says(self, rows: Floats) -> tuple[Ints, Floats]:
        """The likeliest class of each region, and its score: that of a class, never of background."""
        scores = (rows.reshape(-1, rows.shape[-1]) @ self.weights)[:, :-1].reshape(*rows.shape[:-1], -1)
        best = scores.argmax(axis=-1)
        return best, np.take_along_axis(scores, best[..., None], axis=-1)[..., 0]


def fit(rows: Floats, labels: Ints, classes: int, depth: int) -> Head:
    """Ridge regression on one column for each class and one for background."""
    x, y = rows.reshape(-1, rows.shape[-1]), labels.ravel()
    gram = x.T @ x
    gram[np.diag_indices_from(gram)] += np.float32(RIDGE)
    wanted = x.T @ np.eye(classes + 1, dtype=np.float32)[y]
    factor = cho_factor(gram, overwrite_a=True, check_finite=False)
    return Head(cho_solve(factor, wanted, check_finite=False), depth)


PEOPLE = -1
"""Depth of labels that no model gave."""


@dataclass(slots=True)
class Lot:
    """Images of one generation with the labels they have in an arm; `depth` is that of the model behind the labels."""

    rows: Floats
    labels: Ints
    depth: int

    def take(self, which: NDArray[Any]) -> Lot:
        return Lot(self.rows[which], self.labels[which], self.depth)


@dataclass(slots=True)
class State:
    """Where one arm stands: what people verified, by generation, and what models labelled."""

    head: Head
    verified: list[Lot]
    labelled: list[Lot] = field(default_factory=list)
    real: list[Lot] = field(default_factory=list)
    human_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Repeat:
    """What all arms of one repeat share: its scenes, its first head, threshold, tail and the reviewers' time."""

    cut: Cut
    size: Size
    scenes: Sequence[Regions]
    head: Head
    threshold: float
    tail: frozenset[int]
    budget: float
    seed: int


def begin(cut: Cut, size: Size, seed: int) -> Repeat:
    """Draw the scenes of a repeat and train generation 0."""
    rng = np.random.default_rng([seed, 1])
    scenes = [pool.take(rng.permutation(len(pool.rows))[: size.images]) for pool in cut.pools]
    first, classes = scenes[0], cut.classes
    head = fit(first.rows, first.classes, classes, 0)
    said, conf = head.says(cut.val.rows)
    objects = int((cut.val.classes < classes).sum())
    threshold = best_f1(conf.ravel(), (said == cut.val.classes).ravel(), objects)
    counts = np.bincount(first.classes.ravel(), minlength=classes + 1)[:classes]
    tail = tail_classes(dict(enumerate(counts.tolist())), classes)
    return Repeat(cut, size, scenes, head, threshold, tail, size.verified * seconds(**TYPICAL), seed)


def generations(repeat: Repeat, arm: Arm, habit: Habit) -> Iterator[tuple[State, dict[str, Any]]]:
    """An arm through all generations; the figures of each."""
    first = Lot(repeat.scenes[0].rows, repeat.scenes[0].classes, PEOPLE)
    state = State(repeat.head, [first], real=[first])
    rng = np.random.default_rng([repeat.seed, 2])
    for generation in range(1, GENERATIONS + 1):
        _meet(repeat, arm, habit, state, generation, rng)
        lots = training_set(repeat, arm, state, rng)
        depth = 0 if arm.by_verified else max([0, *(1 + lot.depth for lot in lots if lot.depth >= 0)])
        state.head = _fit_all(lots, repeat.cut.classes, depth)
        yield state, measured(repeat, state.head)


def _fit_all(lots: Sequence[Lot], classes: int, depth: int) -> Head:
    return fit(np.concatenate([x.rows for x in lots]), np.concatenate([x.labels for x in lots]), classes, depth)


def _meet(repeat: Repeat, arm: Arm, habit: Habit, state: State, generation: int, rng: np.random.Generator) -> None:
    """The model labels what is new; where the arm has a reviewer, they go through its queue while their time lasts."""
    classes, new = repeat.cut.classes, repeat.scenes[generation]
    state.real.append(Lot(new.rows, new.classes, PEOPLE))
    labeller = _fit_all(state.verified, classes, 0) if arm.by_verified else state.head
    said, conf = labeller.says(new.rows)
    shown = np.where(conf >= repeat.threshold, said, classes)
    done = np.zeros(len(shown), bool)
    if arm.reviews:
        order = _queue(conf, repeat.threshold, rng)
        labels, spent = _review(shown[order], new.classes[order], habit, repeat.budget, classes, rng)
        done[order[: len(labels)]] = True
        state.human_seconds += spent
        state.verified.append(Lot(new.rows[order[: len(labels)]], labels, PEOPLE))
    some = ~done & (shown < classes).any(axis=1)  # as in the program: an image without a proposal is no candidate
    state.labelled.append(Lot(new.rows[some], shown[some], labeller.depth))


def _queue(conf: Floats, threshold: float, rng: np.random.Generator) -> NDArray[np.intp]:
    """Every fifth at random, the others by how near their most doubtful region is to the threshold."""
    doubt = np.abs(conf - threshold).min(axis=1)
    random = rng.permutation(len(doubt))
    order, taken = [], np.zeros(len(doubt), bool)
    by_doubt, by_chance = iter(np.argsort(doubt, kind="stable")), iter(random)
    for place in range(len(doubt)):
        chosen = next(i for i in (by_chance if place % 5 == 0 else by_doubt) if not taken[i])
        taken[chosen] = True
        order.append(chosen)
    return np.asarray(order)


def _review(
    shown: Ints, truth: Ints, habit: Habit, budget: float, classes: int, rng: np.random.Generator
) -> tuple[Ints, float]:
    """Labels of the images that a reviewer gets through in their time, and the seconds they took."""
    invented = (shown < classes) & (truth == classes)
    missing = (shown == classes) & (truth < classes)
    other = (shown != truth) & ~invented & ~missing
    luck = rng.random(shown.shape)
    fixed = (
        (invented & (luck < habit.catches[ErrorKind.INVENTED]))
        | (missing & (luck < habit.catches[ErrorKind.DELETED]))
        | (other & (luck < habit.catches[ErrorKind.RELABELLED]))
    )
    each = seconds(
        looked=(shown < classes).sum(axis=1),
        reclassed=(fixed & other).sum(axis=1),
        drawn=(fixed & missing).sum(axis=1),
        rejected=(fixed & invented).sum(axis=1),
    )
    spent = np.cumsum(each)
    count = int(np.searchsorted(spent, budget)) + 1  # the image at hand is finished
    return np.where(fixed, truth, shown)[:count], float(spent[min(count, len(spent)) - 1])


def training_set(repeat: Repeat, arm: Arm, state: State, rng: np.random.Generator) -> list[Lot]:
    """What an arm trains on in the generation that `state` is in."""
    if arm.mix is Mix.REPLACE:
        return state.labelled[-1:]
    if arm.mix is Mix.REAL:
        return state.real
    if arm.mix is Mix.CHECKED:
        return state.verified[1:]
    if arm.mix is Mix.VERIFIED:
        return state.verified
    if arm.mix is Mix.GATE:
        return [*state.verified, *_gated(repeat, arm, state)]
    every = [*state.verified, *state.labelled]
    return _drawn(every, repeat.size.images, rng) if arm.mix is Mix.FIXED else every


def _drawn(lots: Sequence[Lot], count: int, rng: np.random.Generator) -> list[Lot]:
    """So many images of some lots, at random."""
    owner = np.repeat(np.arange(len(lots)), [len(lot.rows) for lot in lots])
    within = np.concatenate([np.arange(len(lot.rows)) for lot in lots])
    chosen = rng.permutation(len(owner))[:count]
    return [lot.take(within[chosen[owner[chosen] == i]]) for i, lot in enumerate(lots)]


def _gated(repeat: Repeat, arm: Arm, state: State) -> list[Lot]:
    """The model-labelled images that the program's choice lets in."""
    classes, share = repeat.cut.classes, Fraction(arm.share)
    real = np.concatenate([lot.labels for lot in state.verified])
    held = np.bincount(real.ravel(), minlength=classes + 1)[:classes]
    tail = tail_classes(dict(enumerate(held.tolist())), classes)
    caps = _Caps(
        carried(len(real), share),
        carried(int(held.sum()), share),
        [carried(int(n), share) if c not in tail else None for c, n in enumerate(held)],
        carried(len(state.verified[-1].rows), FRESH) if arm.fresh else None,
    )
    some = [(g, lot) for g, lot in enumerate(state.labelled) if arm.depth is None or lot.depth <= arm.depth]
    if not some:
        return []
    owner = np.concatenate([np.full(len(lot.rows), g) for g, lot in some])
    within = np.concatenate([np.arange(len(lot.rows)) for _, lot in some])
    counts = np.concatenate([(lot.labels[:, :, None] == np.arange(classes)).sum(axis=1) for _, lot in some])
    rare = counts[:, sorted(tail)].sum(axis=1)
    order = np.lexsort((np.random.default_rng([repeat.seed, 5]).random(len(rare)), -rare))
    kept = caps.fill(counts[order].tolist(), (owner[order] == len(state.labelled) - 1).tolist())
    chosen = order[kept]
    return [state.labelled[g].take(within[chosen[owner[chosen] == g]]) for g in np.unique(owner[chosen])]


@dataclass(slots=True)
class _Caps:
    """What verified images carry, as `datasets.composition.caps` works it out; None: not limited."""

    images: int
    instances: int
    classes: list[int | None]
    new: int | None

    def fill(self, counts: Sequence[Sequence[int]], new: Sequence[bool]) -> list[int]:
        """Places of the images that stay: one after the other while there is room, which is near the best choice."""
        kept = []
        for place, (own, is_new) in enumerate(zip(counts, new, strict=True)):
            if self.images < 1:
                break
            objects = sum(own)
            full = is_new and self.new is not None and self.new < 1
            if (
                full
                or objects > self.instances
                or any(n and c is not None and n > c for n, c in zip(own, self.classes, strict=True))
            ):
                continue
            kept.append(place)
            self.images -= 1
            self.instances -= objects
            self.classes = [c if c is None else c - n for n, c in zip(own, self.classes, strict=True)]
            if is_new and self.new is not None:
                self.new -= 1
        return kept


def measured(repeat: Repeat, head: Head) -> dict[str, Any]:
    """Figures on gold."""
    gold, classes = repeat.cut.gold, repeat.cut.classes
    said, conf = (a.ravel() for a in head.says(gold.rows))
    truth = gold.classes.ravel()
    right = said == truth
    recalls = [recall_at(conf[said == c], right[said == c], int((truth == c).sum())) for c in range(classes)]
    sure = conf >= repeat.threshold
    return {
        "tail_recall": float(np.mean([recalls[c] for c in sorted(repeat.tail)])) if repeat.tail else 0.0,
        "recall": float(np.mean(recalls)),
        "lost": sum(r == 0 for r in recalls),
        "ece": ece(conf[sure], right[sure]),
    }


# --- what is run ----------------------------------------------------------------------------------------


def run(cut: Cut, *, repeats: int, size: Size | None = None, extra: int = EXTRA) -> dict[str, Any]:
    """All arms; reviewers and shares in every so many repeats; means over repeats with the spread of each."""
    sized = size or Size()
    arms = [(arm.name, arm, PERFECT) for arm in ARMS]
    reviewed = [(f"{name}, {habit.name}", BY_NAME[name], habit) for name in REVIEWED for habit in HABITS[1:]]
    rows: dict[str, list[list[dict[str, Any]]]] = {name: [] for name, _, _ in (*arms, *reviewed)}
    dose: dict[str, list[float]] = {str(share): [] for share in SHARES}
    for seed in range(repeats):
        repeat = begin(cut, sized, seed)
        start = measured(repeat, repeat.head)
        for name, arm, habit in [*arms, *(reviewed if seed % extra == 0 else [])]:
            rows[name].append([start, *(figures for _, figures in generations(repeat, arm, habit))])
        for share in SHARES if seed % extra == 0 else ():
            dose[str(share)].append(at_share(repeat, share))
    return {
        "repeats": repeats,
        "size": asdict(sized),
        "arms": {name: _summed(found) for name, found in rows.items()},
        "dose": {share: _mean_and_sd(values) for share, values in dose.items()},
    }


def table(found: dict[str, Any]) -> str:
    """Tail recall by generation, for people."""
    lines = [f"{'tail recall, mean of ' + str(found['repeats']):32} " + " ".join(f"g{g:<5}" for g in range(6))]
    for name, arm in found["arms"].items():
        lines.append(f"{name:32} " + " ".join(f"{mean:.3f} " for mean, _ in arm["tail_recall"]))
    lines.append("by verified share: " + ", ".join(f"{k}: {v[0]:.3f}" for k, v in found["dose"].items()))
    return "\n".join(lines)


def at_share(repeat: Repeat, share: float) -> float:
    """Tail recall after all generations where every training set has the size of the first and this verified share."""
    first = repeat.scenes[0]
    state = State(repeat.head, [Lot(first.rows, first.classes, PEOPLE)])
    rng = np.random.default_rng([repeat.seed, 3])
    arm = Arm("dose", Mix.VERIFIED)
    for generation in range(1, GENERATIONS + 1):
        _meet(repeat, arm, PERFECT, state, generation, rng)
        count = repeat.size.images
        real = _drawn(state.verified, round(share * count), rng) if share else []
        made = _drawn(state.labelled, count - round(share * count), rng) if share < 1 else []
        state.head = _fit_all([lot for lot in [*real, *made] if len(lot.rows)], repeat.cut.classes, 0)
    return float(measured(repeat, state.head)["tail_recall"])


def _summed(found: Sequence[Sequence[dict[str, Any]]]) -> dict[str, Any]:
    """By generation, over repeats."""
    table = {
        name: [_mean_and_sd([run[g][name] for run in found]) for g in range(GENERATIONS + 1)] for name in found[0][0]
    }
    return {**table, "kept": _mean_and_sd([run[-1]["tail_recall"] - run[0]["tail_recall"] for run in found])}


def _mean_and_sd(values: Sequence[float]) -> list[float]:
    spread = float(np.std(values, ddof=1)) if len(values) > 1 else 0.0
    return [round(float(np.mean(values)), 4), round(spread, 4)]
