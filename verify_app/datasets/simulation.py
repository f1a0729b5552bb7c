"""What if: the project's own labels, learned from and made again for some generations. A simulation, not a forecast.

Each generation is made of two parts. The real part is drawn from the labels that people have verified. The rest is
what a model made: objects of the generation before, each found again with its class's measured recall, and beside
them the false ones that its measured precision says; labels are drawn from both, up to the same number. Low recall so
thins a class out, low precision fills its place with what is not there, the real part brings it back; see Shumailov et
al., Nature 2024.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from verify_app.core.counted import counted
from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.percentages import percent

RUNS = 400
"""Repetitions; the band holds nine in ten of them."""
LOW, HIGH = 5, 95
MOST_GENERATIONS = 100
LEAST_PRECISION = 0.01
"""A class with less is taken to have so much: what is never right has no ratio of false ones to right ones."""
THIN = 0.5
"""A class has thinned out once the middle of its band is below this part of what it started with."""

_Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Band:
    """Objects of a class in one generation: the middle of all runs, and what nine in ten of them lie between."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class SimulationResult:
    """What a simulation found.

    Parameters
    ----------
    generations : tuple of mapping of class name to Band
        The first is the project as it is.
    thin, gone : mapping of class name to int
        First generation in which a class has thinned out, or in most runs is gone; only of those that do.
    assumptions : tuple of str
        In words.
    """

    generations: tuple[Mapping[str, Band], ...]
    thin: Mapping[str, int]
    gone: Mapping[str, int]
    assumptions: tuple[str, ...]

    def sentence(self) -> str:
        """The plain result."""
        over = counted(len(self.generations) - 1, "generation")
        gone = _by_generation(self.gone)
        thin = _by_generation({name: g for name, g in self.thin.items() if name not in self.gone})
        if not gone and not thin:
            return M("Simulated: no class falls below half of what it is in {over}.", over=over)
        if not thin:
            return M("Simulated over {over}: gone: {gone}.", over=over, gone=gone)
        if not gone:
            return M("Simulated over {over}: below half: {thin}.", over=over, thin=thin)
        return M("Simulated over {over}: gone: {gone}; below half: {thin}.", over=over, gone=gone, thin=thin)


def _by_generation(classes: Mapping[str, int]) -> list[M]:
    return [M("{name} (generation {generation})", name=name, generation=g) for name, g in classes.items()]


def what_if(
    counts: Mapping[str, int],
    recall: Mapping[str, float],
    precision: Mapping[str, float] | None = None,
    *,
    real_share: Fraction,
    generations: int = 10,
    seed: int = 0,
) -> SimulationResult:
    """Play through what a share of real labels does to each class. Pure: the same input gives the same answer.

    Parameters
    ----------
    counts : mapping of str to int
        Verified objects of each class.
    recall : mapping of str to float
        Measured, by class; a class that was not measured is taken to be like the average of those that were.
    precision : mapping of str to float, optional
        Likewise; where none was measured, nothing false is made.

    Raises
    ------
    UsageError
        When there is nothing to play through, or a number makes no sense.
    """
    names = [name for name, count in counts.items() if count > 0]
    measured = [recall[name] for name in names if name in recall]
    if not names or not measured:
        raise UsageError(
            M("There is nothing to play through: it needs verified objects and the recall of their classes.")
        )
    if not 1 <= generations <= MOST_GENERATIONS or not 0 <= real_share <= 1:
        raise UsageError(M("Choose 1 to {most} generations and a real share from 0 to 1.", most=MOST_GENERATIONS))
    right = {name: value for name, value in (precision or {}).items() if name in names}
    _require_parts((*measured, *right.values()))
    average = sum(measured) / len(measured)
    average_right = sum(right.values()) / len(right) if right else 1.0
    found = np.clip(np.array([recall.get(name, average) for name in names]), 0.0, 1.0)
    true = np.clip(np.array([right.get(name, average_right) for name in names]), LEAST_PRECISION, 1.0)
    start = np.array([counts[name] for name in names], dtype=np.int64)
    bands = [{name: Band(int(c), int(c), int(c)) for name, c in zip(names, start, strict=True)}]
    for runs in _play(start, found, true, real_share, generations, np.random.default_rng(seed)):
        low, middle, high = (np.percentile(runs, q, axis=0, method="inverted_cdf") for q in (LOW, 50, HIGH))
        bands.append({name: Band(int(low[i]), int(middle[i]), int(high[i])) for i, name in enumerate(names)})
    return SimulationResult(
        tuple(bands),
        _first(bands, names, lambda band, first: band.middle < THIN * first),
        _first(bands, names, lambda band, _: band.middle == 0),
        _assumptions(names, (recall, average), (right, average_right), real_share, int(start.sum())),
    )


def _require_parts(values: Iterable[float]) -> None:
    if not all(0 <= value <= 1 for value in values):
        raise UsageError(M("A recall and a precision lie between 0 and 1."))


def _play(
    start: _Counts,
    recall: NDArray[np.float64],
    precision: NDArray[np.float64],
    share: Fraction,
    generations: int,
    rng: np.random.Generator,
) -> list[_Counts]:
    """Objects that are there, of each run (rows) and class (columns), by generation; every one has as many labels."""
    size, classes = int(start.sum()), len(start)
    real = -(-size * share.numerator // share.denominator)
    chances = start / size
    now = np.tile(start, (RUNS, 1))
    played = []
    for _ in range(generations):
        again = rng.binomial(now, recall)
        # false ones stand beside the right ones as 1 - precision beside precision
        false = rng.poisson(again * (1 - precision) / precision)
        every = np.hstack([again, false])
        left = every.sum(axis=1, keepdims=True)
        # a model that finds nothing any more adds nothing
        mix = np.divide(every, left, out=np.zeros(every.shape), where=left > 0)
        mix[:, -1] = np.where(left[:, 0] > 0, mix[:, -1], 1.0)
        made = rng.multinomial(np.where(left[:, 0] > 0, size - real, 0), mix)
        now = rng.multinomial(real, chances, size=RUNS) + made[:, :classes]
        played.append(now)
    return played


def _first(
    bands: Sequence[Mapping[str, Band]], names: Sequence[str], fits: Callable[[Band, int], bool]
) -> dict[str, int]:
    found = {}
    for name in names:
        first = bands[0][name].middle
        hit = next((g for g, of in enumerate(bands) if g and fits(of[name], first)), None)
        if hit is not None:
            found[name] = hit
    return found


def _assumptions(
    names: Sequence[str],
    recall: tuple[Mapping[str, float], float],
    precision: tuple[Mapping[str, float], float],
    share: Fraction,
    size: int,
) -> tuple[str, ...]:
    said = [
        M("This is a simulation of counts of labels, not a forecast: no model is trained."),
        M(
            "Every generation has {size} objects, {share} of them drawn from the labels that people verified.",
            size=size,
            share=percent(share),
        ),
        M(
            "The others are drawn from what a model makes of the generation before: each object found again with the "
            "recall measured for its class, and beside these as many false ones as its precision says. Only objects "
            "that are there are counted; a model confuses no classes."
        ),
        M(
            "Recall and precision stay as measured; in truth recall falls as a class gets rarer, so that rare classes "
            "go sooner."
        ),
        M("Bands hold nine in ten of {runs} runs.", runs=RUNS),
    ]
    unknown = [name for name in names if name not in recall[0]]
    if unknown:
        said.append(
            M(
                "Not measured, taken as the average of {average:.0%}: {names}.",
                average=recall[1],
                names=", ".join(unknown),
            )
        )
    unsure = [name for name in names if name not in precision[0]]
    if not precision[0]:
        said.append(M("No precision was measured yet; evaluate once more to count false objects too."))
    elif unsure:
        said.append(
            M(
                "Precision not measured, taken as the average of {average:.0%}: {names}.",
                average=precision[1],
                names=", ".join(unsure),
            )
        )
    return tuple(said)
