"""Compare models on gold images: how good each is, and whether the difference is more than chance."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath
from types import MappingProxyType

import numpy as np

from verify_app.core.counted import counted
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats import yolo
from verify_app.inference.engine import SECONDS
from verify_app.inference.model_card import ModelCard
from verify_app.inference.ultralytics_setup import prepare
from verify_app.training.answers import ImageAnswer, answers
from verify_app.training.average_precision import (
    ClassGuess,
    Floats,
    ImageStats,
    Ints,
    mean_ap,
    resample_weights,
    resampled_accuracy,
    resampled_ap,
)
from verify_app.training.device import choose
from verify_app.training.gold import Seen, find, measure, objects_of, open_card
from verify_app.training.no_network import offline
from verify_app.training.score_detail import ScoreDetail, detail
from verify_app.training.scratch_mirror import Pair, mirror

NONE: Mapping[str, str] = MappingProxyType({})

SAME_WIDTH = 0.04
"""Widest 95 % interval of the figure compared (mAP50-95, top-1 accuracy) that still lets two models be called the
same."""

FEWEST_IMAGES = 20
"""With fewer gold images the bootstrap's interval is too narrow to be believed (it cannot know what it never saw)."""


class ComparisonOutcome(StrEnum):
    """What the gold images say of a new model beside an old one."""

    BETTER = "better"
    SAME = "same"
    DEGRADED = "degraded"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How a model does on one class: `value` is `Score.metric` of it; all are None when no gold image shows it."""

    objects: int
    value: float | None
    recall: float | None
    precision: float | None = None
    """None of classified images too."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one model does on the gold images; `imgsz` in pixels.

    Parameters
    ----------
    figures : mapping of str to float
        By name, such as ``mask mAP50-95`` or ``top-1 accuracy``, 0 to 1; the one models are compared by first.
    answers : mapping of str to ImageAnswer
        By gold image: what is needed to compare it with models that are measured later.
    """

    model: Path
    sha256: str
    imgsz: int
    figures: Mapping[str, float]
    classes: Mapping[str, ClassScore]
    answers: Mapping[str, ImageAnswer] = field(default_factory=dict)
    detail: ScoreDetail | None = None
    """What stands behind the figures."""

    @property
    def metric(self) -> str:
        """Name of the figure that models are compared by."""
        return next(iter(self.figures))

    @property
    def value(self) -> float:
        """That figure."""
        return self.figures[self.metric]


@dataclass(frozen=True, slots=True)
class ModelComparison:
    """A new model beside an old one.

    Parameters
    ----------
    old, new : int
        Indices into `Evaluation.scores`.
    change, low, high : float
        The scores' `value` of new minus old, and its 95 % interval (paired bootstrap over independent images,
        percentiles).
    outcome : ComparisonOutcome
    sentence : str
        The same in plain words.
    tail : tuple of float or None
        Change, low and high of the mean AP50-95 of the rare classes alone, on the same resamples; None where gold shows
        none of them, and of classified images.
    gone : tuple of str
        Classes of which the old model found some on gold, and the new one none.
    """

    old: int
    new: int
    change: float
    low: float
    high: float
    outcome: ComparisonOutcome
    sentence: str
    tail: tuple[float, float, float] | None = None
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Models on the same gold images; the first is the old one, each further is compared with it.

    Parameters
    ----------
    groups : int
        Of the images, how many are independent: frames of one video and near-duplicates are one.
    """

    images: int
    groups: int
    objects: int
    scores: tuple[Score, ...]
    comparisons: tuple[ModelComparison, ...]


def evaluate(
    models: Sequence[Path],
    images: Path,
    *,
    names: Sequence[str],
    task: Task | None = None,
    imgsz: int = 640,
    device: str | None = None,
    seed: int = 0,
    resamples: int = 1000,
    seconds: float = SECONDS,
    work: Path | None = None,
    tail: Sequence[str] = (),
    groups: Mapping[str, str] = NONE,
    report: Report = silent,
) -> Evaluation:
    """Run every model over the same gold images and compare each with the first.

    Parameters
    ----------
    models : sequence of Path
        ``.pt`` or ``.onnx``, the old model first.
    images : Path
        A folder in the YOLO layout of the models' task, or its ``data.yaml`` (names points); gold under one split.
    names : sequence of str
        The gold images' classes by id; a model's classes are matched by name.
    task, imgsz : Task and int, optional
        What the gold images are labelled for (default: as the models), and pixels (a fixed size of a file stays).
    resamples, seconds, work : int, float, Path
        Bootstrap resamples, how long a model may look at one image, and where the scratch mirror is made.
    tail, groups : sequence of str, mapping of str to str
        The rare classes, which are compared for themselves besides; what belongs together, by an image file's stem.

    Raises
    ------
    UserError
        When a model or the gold images cannot be used, or the models are for different tasks.
    """
    files = [Path(model) for model in models]
    cards = _cards(files, seconds)
    gold = _gold(images, names, _one_task(files, cards, task))
    seen = _look(files, cards, gold, imgsz=imgsz, device=device, seconds=seconds, work=work, report=report)
    report(Progress("evaluate", 0, 0, M("comparing the models")))
    units = [groups.get(PurePosixPath(name).stem, name) for name in sorted(seen[0].stats)]
    weights = resample_weights(len(units), resamples, seed=seed, groups=units)
    scores = tuple(_score(f, c.sha256, s, gold.objects, weights) for f, c, s in zip(files, cards, seen, strict=True))
    comparisons = _comparisons(seen, gold.objects, tail, weights, apart=len(set(units)))
    return Evaluation(len(gold.pairs), len(set(units)), sum(gold.objects.values()), scores, comparisons)


def _cards(files: Sequence[Path], seconds: float) -> list[ModelCard]:
    prepare()
    if not files:
        raise UserError(M("Name at least one model to evaluate."))
    return [open_card(file, seconds) for file in files]


@dataclass(frozen=True, slots=True)
class _Gold:
    """The gold images; `objects` by class name, in the order of the ids."""

    task: Task
    pairs: Sequence[Pair]
    objects: Mapping[str, int]
    skeleton: Skeleton | None


def _one_task(files: Sequence[Path], cards: Sequence[ModelCard], task: Task | None) -> Task:
    for file, card in zip(files, cards, strict=True) if task is not None else ():
        if card.task != task:
            raise UserError(
                M(
                    "{file} is a model for {task}, the gold images are labelled for {wanted}; evaluate a model for "
                    "{wanted}.",
                    file=file.name,
                    task=card.task,
                    wanted=task,
                )
            )
    other = next((i for i, card in enumerate(cards) if card.task != cards[0].task), None)
    if other is not None:
        raise UserError(
            M(
                "{name} is a model for {task} and {other} for {other_task}; compare models of one task.",
                name=files[0].name,
                task=cards[0].task,
                other=files[other].name,
                other_task=cards[other].task,
            )
        )
    return Task(cards[0].task)


def _check_points(files: Sequence[Path], cards: Sequence[ModelCard], skeleton: Skeleton | None) -> None:
    for file, card in zip(files, cards, strict=True):
        if skeleton is not None and card.points != len(skeleton.names):
            raise UserError(
                M(
                    "{file} finds {points} on every object, the gold images show {wanted}; evaluate a "
                    "model trained with these points.",
                    file=file.name,
                    points=counted(card.points, "point"),
                    wanted=len(skeleton.names),
                )
            )


def _gold(images: Path, names: Sequence[str], task: Task) -> _Gold:
    pairs = find(images, task)
    skeleton = _skeleton_of(images) if task is Task.POSE else None
    rows = yolo.Rows(task, len(skeleton.names) if skeleton else 0)
    return _Gold(task, pairs, objects_of(pairs, names, rows), skeleton)


def _skeleton_of(images: Path) -> Skeleton:
    file = images if images.is_file() else images / "data.yaml"
    found = yolo.read_data_yaml(file)
    if found.skeleton is None or found.keypoints is None or found.keypoints[1] != 3:
        raise UserError(M("{file} has no kpt_shape with x, y and visibility; write the gold set again.", file=file))
    return found.skeleton


def _look(
    files: Sequence[Path],
    cards: Sequence[ModelCard],
    gold: _Gold,
    *,
    imgsz: int,
    device: str | None,
    seconds: float,
    work: Path | None,
    report: Report,
) -> list[Seen]:
    """Every model on one mirror of the gold images."""
    _check_points(files, cards, gold.skeleton)
    place = choose(device)
    with (
        offline(),
        tempfile.TemporaryDirectory(prefix="evaluate-", dir=work) as room,
        mirror(
            {"val": gold.pairs},
            Path(room).resolve() / "mirror",
            names=list(gold.objects),
            task=gold.task,
            skeleton=gold.skeleton,
            job="evaluate",
            report=report,
        ) as data,
    ):
        return [
            measure(file, card, data, objects=gold.objects, imgsz=imgsz, device=place, report=report, seconds=seconds)
            for file, card in zip(files, cards, strict=True)
        ]


def _score(model: Path, sha256: str, seen: Seen, objects: Mapping[str, int], weights: Ints) -> Score:
    classes = {
        name: ClassScore(count, seen.by_class.get(i), seen.recall.get(i), seen.precision.get(i))
        for i, (name, count) in enumerate(objects.items())
    }
    behind = detail(seen, list(objects), weights)
    return Score(model, sha256, seen.imgsz, seen.figures, classes, answers(seen), behind)


def _comparisons(
    seen: Sequence[Seen],
    objects: Mapping[str, int],
    tail: Sequence[str],
    weights: Ints,
    *,
    apart: int,
) -> tuple[ModelComparison, ...]:
    """Every further model beside the first; `weights`: how often each image counts; `apart`: how many stand alone."""
    if len(seen) < 2:
        return ()
    images, names = sorted(seen[0].stats), list(objects)
    rare = [i for i, name in enumerate(names) if name in tail and objects[name]]
    stats = [[one.stats[i] for i in images] for one in seen]
    values = [_resampled(of, weights, len(names)) for of in stats]
    of_rare = [_resampled(of, weights, len(names), rare) for of in stats] if rare else values
    found = []
    for new in range(1, len(seen)):
        change = seen[new].value - seen[0].value
        low, high = _interval(values[0], values[new])
        outcome = judge(low, high, images=apart)
        metric = next(iter(seen[0].figures))
        sentence = say(outcome, change, low, high, images=len(images), apart=apart, metric=metric)
        of_tail = _tail_change(seen[0], seen[new], rare, _interval(of_rare[0], of_rare[new]))
        gone = tuple(n for i, n in enumerate(names) if seen[0].recall.get(i) and not seen[new].recall.get(i))
        found.append(ModelComparison(0, new, change, low, high, outcome, sentence, of_tail, gone))
    return tuple(found)


def _interval(old: Floats, new: Floats) -> tuple[float, float]:
    """95 % interval of new minus old; a resample without any object says nothing of either model."""
    spread = (new - old)[~np.isnan(old)]
    if not len(spread):
        return -1.0, 1.0
    low, high = (float(v) for v in np.percentile(spread, [2.5, 97.5]))
    return low, high


def _tail_change(
    old: Seen, new: Seen, rare: Sequence[int], interval: tuple[float, float]
) -> tuple[float, float, float] | None:
    if not rare or isinstance(next(iter(old.stats.values())), ClassGuess):
        return None
    change = sum(new.by_class.get(i, 0.0) - old.by_class.get(i, 0.0) for i in rare) / len(rare)
    return change, *interval


def _resampled(
    stats: Sequence[ImageStats | ClassGuess], weights: Ints, classes: int, only: Sequence[int] | None = None
) -> Floats:
    """The figure that models are compared by, for every weighting of the images; of some classes `only` where named."""
    guesses = [one for one in stats if isinstance(one, ClassGuess)]
    if guesses:
        return resampled_accuracy(guesses, weights)
    ap = resampled_ap([one for one in stats if isinstance(one, ImageStats)], weights, classes=classes)
    return mean_ap(ap if only is None else ap[:, list(only)])


def judge(low: float, high: float, *, images: int) -> ComparisonOutcome:
    """What an interval of the change in the figure compared lets one say.

    Fewer than `FEWEST_IMAGES` independent gold images: too few. Interval above 0: better; below 0: degraded. Interval
    with 0 in it and not wider than `SAME_WIDTH`: same. Else too few gold images to tell.
    """
    if images < FEWEST_IMAGES:
        return ComparisonOutcome.TOO_FEW
    if low > 0:
        return ComparisonOutcome.BETTER
    if high < 0:
        return ComparisonOutcome.DEGRADED
    return ComparisonOutcome.SAME if high - low <= SAME_WIDTH else ComparisonOutcome.TOO_FEW


def say(
    outcome: ComparisonOutcome,
    change: float,
    low: float,
    high: float,
    *,
    images: int,
    apart: int | None = None,
    metric: str = "mAP50-95",
) -> str:
    """The outcome as one plain sentence, in points (hundredths) of `metric`; `apart` of the images are independent."""
    figures, width = _figures(change, low, high, metric), round(100 * SAME_WIDTH)
    if images == 1:
        on = M("{figures}, on 1 gold image", figures=figures)
    elif apart is not None and apart < images:
        on = M(
            "{figures}, on {n} gold images, of which {apart} are independent (frames of one video count once)",
            figures=figures,
            n=images,
            apart=apart,
        )
    else:
        on = M("{figures}, on {n} gold images", figures=figures, n=images)
    if outcome is ComparisonOutcome.BETTER:
        return M("The new model is better: {figures}.", figures=on)
    if outcome is ComparisonOutcome.DEGRADED:
        return M("The new model has degraded: {figures}.", figures=on)
    if outcome is ComparisonOutcome.SAME:
        return M(
            "The new model is the same: {figures}; the interval is no wider than {width} points.",
            figures=on,
            width=width,
        )
    if (images if apart is None else apart) < FEWEST_IMAGES:
        return M(
            "Too few gold images to tell: {figures}; at least {least} are needed.", figures=on, least=FEWEST_IMAGES
        )
    return M(
        "Too few gold images to tell: {figures}; the interval holds 0 and is wider than {width} points.",
        figures=on,
        width=width,
    )


def _figures(change: float, low: float, high: float, metric: str) -> M:
    return M(
        "{change:+.1f} points {metric}, 95 % interval {low:+.1f} to {high:+.1f}",
        change=100 * change,
        metric=metric,
        low=100 * low,
        high=100 * high,
    )
