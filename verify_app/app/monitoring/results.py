"""What a look of the monitor found, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verify_app.app.monitoring.sentences import word

SETS = ("version", "added", "fresh", "source", "predictions", "model", "review")
"""What can be compared: a version, what it added to the one before, what came since the newest, a source, what a model
says of the images that persons verified, a model on the gold images, and what people made of its predictions."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure of one set.

    Parameters
    ----------
    name : str
        As in `monitor.drift`, or ``recall:CLASS`` and the like of a model.
    value : float
    band : (low, high) or None
        Where it lies when nothing has moved; None where there is too little to tell. Of a distance only the upper end
        is ever left, of what is kept only the lower one.
    notice : bool
        Outside of its band.
    alarm : bool
        For the second time running, the same way; or something is gone.
    needs : int or None
        How many more images are wanted before chance can be told from drift.
    sentence : str
    """

    name: str
    value: float
    band: tuple[float, float] | None
    notice: bool
    alarm: bool
    needs: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ComparedSet:
    """One set beside the reference.

    Parameters
    ----------
    kind : str
        One of `SETS`.
    n : int
        How many images.
    sentence : str
        What is to be made of it, in one or two sentences.
    gone : tuple of str
        Classes that the reference has and it has not.
    """

    name: str
    kind: str
    n: int
    metrics: tuple[Metric, ...]
    sentence: str = ""
    gone: tuple[str, ...] = ()

    @property
    def noticed(self) -> tuple[Metric, ...]:
        return tuple(one for one in self.metrics if one.notice)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure at one generation.

    Parameters
    ----------
    at : str
        The model or version.
    n : int
        Of how many objects or images the figure is.
    """

    at: str
    value: float
    band: tuple[float, float] | None
    n: int
    notice: bool = False
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over generations, oldest first.

    Parameters
    ----------
    subject : str
        The class it is of; empty for all.
    along : str
        ``models`` or ``versions``: what the x axis counts.
    sentence : str
        What is to be made of it.
    """

    name: str
    subject: str
    along: str
    points: tuple[Point, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """What became of a model's predictions.

    Parameters
    ----------
    chance : bool
        Counted on images that came by chance only (the random fifth of the queue, blind ones, gold); else the workload:
        what uncertain images came to says nothing of the model.
    """

    model: str
    round: int
    depth: int
    chance: bool
    images: int
    accepted: int
    corrected: int
    rejected: int
    missed: int
    right: int


@dataclass(frozen=True, slots=True)
class DriftLook:
    """Everything that one look found."""

    reference: str | None
    compared: tuple[ComparedSet, ...]
    alarms: tuple[str, ...]
    headline: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    rates: tuple[Rate, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def noticed(self) -> bool:
        """Whether any figure is outside of its band."""
        points = (point for one in self.series for point in one.points[-1:])
        return any(one.noticed for one in self.compared) or any(point.notice for point in points)

    def as_json(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        return {
            "reference": self.reference,
            "compared": [_set_json(one) for one in self.compared],
            "alarms": list(self.alarms),
            "headline": list(self.headline),
            "series": [_series_json(one) for one in self.series],
            "rates": [{name: getattr(one, name) for name in Rate.__dataclass_fields__} for one in self.rates],
            "notes": list(self.notes),
        }


def _set_json(one: ComparedSet) -> dict[str, Any]:
    metrics = [
        {
            "name": m.name,
            "title": word(m.name),
            "value": rounded(m.value),
            "band": _band_json(m.band),
            "notice": m.notice,
            "alarm": m.alarm,
            "needs": m.needs,
            "sentence": m.sentence,
        }
        for m in one.metrics
    ]
    said = {"name": one.name, "kind": one.kind, "n": one.n, "sentence": one.sentence, "gone": list(one.gone)}
    return {**said, "metrics": metrics}


def _series_json(one: Series) -> dict[str, Any]:
    points = [
        {
            "at": p.at,
            "value": rounded(p.value),
            "band": _band_json(p.band),
            "n": p.n,
            "notice": p.notice,
            "alarm": p.alarm,
        }
        for p in one.points
    ]
    said = {"name": one.name, "subject": one.subject, "along": one.along, "sentence": one.sentence}
    return {**said, "points": points}


def _band_json(band: tuple[float, float] | None) -> list[float] | None:
    return None if band is None else [rounded(end) for end in band]


def from_json(said: dict[str, Any]) -> DriftLook:
    """The look that `DriftLook.as_json` wrote down."""

    def band(value: list[float] | None) -> tuple[float, float] | None:
        return None if value is None else (value[0], value[1])

    return DriftLook(
        said["reference"],
        tuple(
            ComparedSet(
                c["name"],
                c["kind"],
                c["n"],
                tuple(
                    Metric(**{**{k: v for k, v in m.items() if k != "title"}, "band": band(m["band"])})
                    for m in c["metrics"]
                ),
                c["sentence"],
                tuple(c["gone"]),
            )
            for c in said["compared"]
        ),
        tuple(said["alarms"]),
        tuple(said["headline"]),
        tuple(
            Series(
                s["name"],
                s["subject"],
                s["along"],
                tuple(Point(**{**p, "band": band(p["band"])}) for p in s["points"]),
                s["sentence"],
            )
            for s in said["series"]
        ),
        tuple(Rate(**r) for r in said["rates"]),
        tuple(said["notes"]),
    )


def severity(one: Series) -> float:
    """How bad the last point of a series is: 3 and 2 of an alarm and a notice, else how far out in its band it lies."""
    last = one.points[-1]
    if last.alarm or last.notice or last.band is None:
        return 3.0 if last.alarm else 2.0 if last.notice else 0.0
    low, high = last.band
    middle, half = (low + high) / 2, (high - low) / 2
    return min(abs(last.value - middle) / half, 1.0) if half > 0 else 0.0


def rounded(value: float) -> float:
    """With six digits."""
    return round(float(value), 6) + 0.0  # no -0
