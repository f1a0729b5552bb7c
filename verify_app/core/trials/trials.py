"""Honeypots as pure rules: what is shown in place of labels known to be good, and what of an answer counts as noticing.

How labels are altered is in `core.trials.alterations`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from verify_app.core.geometry import Region
from verify_app.core.regions import Keypoints, region_from
from verify_app.core.vocabulary import Verdict

BACK_IOU = 0.7
"""From this overlap on, a shifted object counts as put back; the bound of "the same object" elsewhere."""

DRAWN_IOU = 0.5
"""From this overlap on, something drawn counts as the object that was deleted."""

POINT_BACK = 0.5
"""A moved point counts as put back once it is this share of the shift, or less, from the truth."""


class ErrorKind(StrEnum):
    """What is wrong with an altered copy."""

    SHIFTED = "shifted"
    """An object lies beside its place; of a skeleton, one point does."""
    RELABELLED = "relabelled"
    INVENTED = "invented"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class TrialObject:
    """An object: class and region."""

    class_id: int
    region: Region

    def data(self) -> dict[str, Any]:
        """As `of` reads it."""
        return {"class": self.class_id, "kind": self.region.kind, "region": self.region.data()}

    @classmethod
    def of(cls, data: dict[str, Any]) -> TrialObject:
        return cls(data["class"], region_from(data["kind"], data["region"]))


@dataclass(frozen=True, slots=True)
class Alteration:
    """What is shown in place of labels known to be good.

    Parameters
    ----------
    shown : tuple of TrialObject
        The objects to decide on, in an order that gives nothing away.
    confs : tuple of float
        A confidence for each.
    place : int or None
        Which of them is altered; None when one was deleted.
    truth : TrialObject or None
        What the altered object was; None when it was invented.
    """

    error: ErrorKind
    shown: tuple[TrialObject, ...]
    confs: tuple[float, ...]
    place: int | None
    truth: TrialObject | None

    def data(self) -> dict[str, Any]:
        """Plain values for JSON; `of` reads them back."""
        return {
            "error": self.error.value,
            "shown": [thing.data() for thing in self.shown],
            "confs": list(self.confs),
            "place": self.place,
            "truth": None if self.truth is None else self.truth.data(),
        }

    @classmethod
    def of(cls, data: dict[str, Any]) -> Alteration:
        truth = None if data["truth"] is None else TrialObject.of(data["truth"])
        shown = tuple(TrialObject.of(thing) for thing in data["shown"])
        return cls(ErrorKind(data["error"]), shown, tuple(data["confs"]), data["place"], truth)


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one object that was shown; `thing` is what stands on the image, None when nothing does."""

    verdict: Verdict
    thing: TrialObject | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person made of a trial.

    Parameters
    ----------
    decisions : tuple of (Decision or None)
        One for each object shown; None where they left it undecided.
    drawn : tuple of TrialObject
        What they added.
    complete : bool
        Whether they said that everything on the image is labelled.
    flagged : bool
        Whether they flagged the image as unsure.
    """

    decisions: tuple[Decision | None, ...]
    drawn: tuple[TrialObject, ...] = ()
    complete: bool = True
    flagged: bool = False

    def data(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "decisions": [
                None if d is None else {"verdict": d.verdict.value, "thing": d.thing.data() if d.thing else None}
                for d in self.decisions
            ],
            "drawn": [thing.data() for thing in self.drawn],
            "complete": self.complete,
            "flagged": self.flagged,
        }


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the error was caught, and what was wrongly refused besides.

    Parameters
    ----------
    caught : bool or None
        None when the answer says nothing of it: flagged as unsure, or left without a decision on it.
    false_alarms, unaltered : int
        Objects that were right and were refused, moved away or given another class; and how many were right and
        decided on.
    """

    caught: bool | None
    false_alarms: int
    unaltered: int


def judged(trial: Alteration, answer: Answer) -> Judgement:
    """Whether an answer shows that the error was noticed.

    An invented object: refused, or hidden on purpose. One of another class: given the right one, or refused. A
    shifted one: put back (`BACK_IOU`, of a skeleton's point `POINT_BACK`), or refused. A deleted one: drawn where it
    was (`DRAWN_IOU`). Refused is rejected, also to be fixed later.
    """
    if len(answer.decisions) != len(trial.shown):
        raise ValueError(f"{len(answer.decisions)} decisions on {len(trial.shown)} objects")
    pairs = zip(trial.shown, answer.decisions, strict=True)
    alarms = [_alarm(shown, decision) for i, (shown, decision) in enumerate(pairs) if i != trial.place]
    decided = [alarm for alarm in alarms if alarm is not None]
    return Judgement(_caught(trial, answer), sum(decided), len(decided))


def _caught(trial: Alteration, answer: Answer) -> bool | None:
    if answer.flagged:
        return None
    if trial.place is None:
        assert trial.truth is not None, "a deleted object was there"
        found = any(thing.region.overlap(trial.truth.region) >= DRAWN_IOU for thing in answer.drawn)
        return found if found or answer.complete else None
    decision = answer.decisions[trial.place]
    if decision is None:
        return None
    if decision.verdict in (Verdict.REJECTED, Verdict.FIX_LATER):
        return True
    if trial.truth is None:
        return decision.verdict is Verdict.DISMISSED
    if decision.thing is None:
        return False
    if trial.error is ErrorKind.RELABELLED:
        return decision.thing.class_id == trial.truth.class_id
    return _put_back(trial.shown[trial.place].region, decision.thing.region, trial.truth.region)


def _put_back(shown: Region, now: Region, truth: Region) -> bool:
    if isinstance(shown, Keypoints) and isinstance(now, Keypoints) and isinstance(truth, Keypoints):
        place = next(i for i, (p, q) in enumerate(zip(shown.points, truth.points, strict=True)) if p != q)
        was, is_, right = shown.points[place], now.points[place], truth.points[place]
        return math.hypot(is_.x - right.x, is_.y - right.y) <= POINT_BACK * math.hypot(was.x - right.x, was.y - right.y)
    return now.overlap(truth) >= BACK_IOU


def _alarm(shown: TrialObject, decision: Decision | None) -> bool | None:
    """Whether something right was refused, moved away or given another class; None when nothing was said of it."""
    if decision is None or decision.verdict is Verdict.DISMISSED:
        return None
    if decision.thing is None:
        return True
    return decision.thing.class_id != shown.class_id or decision.thing.region.overlap(shown.region) < BACK_IOU
