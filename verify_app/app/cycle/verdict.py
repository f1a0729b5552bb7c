"""Whether a new model is taken into use, from a paired comparison on the same gold images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from verify_app.core.messages import M
from verify_app.training.evaluate import FEWEST_IMAGES, ComparisonOutcome, say


class CycleOutcome(StrEnum):
    """What became of a cycle's new model."""

    USED = "used"
    FIRST = "first"
    DEGRADED = "degraded"
    TAIL_LOST = "tail_lost"
    UNCLEAR = "unclear"
    UNMEASURED = "unmeasured"
    AGREED = "agreed"
    NO_MODEL = "no_model"


@dataclass(frozen=True, slots=True)
class UseVerdict:
    """Whether the new model is taken, and why in a sentence."""

    take: bool
    outcome: CycleOutcome
    reason: str


def decide(
    found: Mapping[str, Any] | None,
    *,
    new: str,
    old: str | None,
    why_unmeasured: str = "",
    use_unmeasured: bool = False,
) -> UseVerdict:
    """Whether a model takes the place of the one in use.

    Never when it has degraded (the interval of the paired difference lies below 0), when the rare classes alone have,
    or when a class that the old one found is gone: not even when somebody agreed to models that gold cannot judge.
    Otherwise it does when it is better or the same, and where these gold images cannot tell, when it is no worse on
    them; with too few of them (or none) only when somebody agreed to that.

    Parameters
    ----------
    found : mapping or None
        An evaluation as `app.training.summary` gives it, the old model first; None where nothing was measured.
    old : str or None
        None when there is no model in use to compare with.
    """
    if old is None:
        return UseVerdict(True, CycleOutcome.FIRST, M("{new} is the first model, so it is in use now.", new=new))
    if found is None or not found["comparisons"]:
        if use_unmeasured:
            text = M("{new} is in use now, unmeasured as it is: that was agreed to. {why}", new=new, why=why_unmeasured)
            return UseVerdict(True, CycleOutcome.AGREED, text)
        text = M(
            "{old} stays in use: nobody knows whether {new} is any worse. {why}", old=old, new=new, why=why_unmeasured
        )
        return UseVerdict(False, CycleOutcome.UNMEASURED, text)
    return _compared(found, new=new, old=old, use_unmeasured=use_unmeasured)


def _compared(found: Mapping[str, Any], *, new: str, old: str, use_unmeasured: bool) -> UseVerdict:
    one = found["comparisons"][0]
    outcome, said = ComparisonOutcome(one["outcome"]), sentence(found)
    refused = _worse(one, outcome, said, new=new, old=old)
    if refused is not None:
        return refused
    if outcome in (ComparisonOutcome.BETTER, ComparisonOutcome.SAME):
        return UseVerdict(True, CycleOutcome.USED, M("{new} is in use now. {said}", new=new, said=said))
    if use_unmeasured:
        text = M("{new} is in use now: that was agreed to. {said}", new=new, said=said)
        return UseVerdict(True, CycleOutcome.AGREED, text)
    if enough_images(found) and one["change"] >= 0:
        text = M(
            "{new} is in use now: on these gold images it is no worse than {old}. {said}", new=new, old=old, said=said
        )
        return UseVerdict(True, CycleOutcome.USED, text)
    text = M(
        "{old} stays in use: these gold images cannot tell whether {new} is worse. {said}", old=old, new=new, said=said
    )
    return UseVerdict(False, CycleOutcome.UNCLEAR, text)


def _worse(one: Mapping[str, Any], outcome: ComparisonOutcome, said: str, *, new: str, old: str) -> UseVerdict | None:
    """The refusal of a model that is worse for sure."""
    if outcome is ComparisonOutcome.DEGRADED:
        return UseVerdict(False, CycleOutcome.DEGRADED, M("{old} stays in use. {said}", old=old, said=said))
    gone = list(one.get("gone") or ())
    if gone:
        text = M(
            "{old} stays in use: {new} finds none of {classes} any more. {said}",
            old=old,
            new=new,
            classes=gone,
            said=said,
        )
        return UseVerdict(False, CycleOutcome.TAIL_LOST, text)
    tail = one.get("tail")
    if tail is not None and tail["high"] < 0:
        text = M(
            "{old} stays in use: on the rare classes {new} is worse by {points:.1f} points (95 % interval {low:+.1f} "
            "to {high:+.1f}). {said}",
            old=old,
            new=new,
            points=-100 * tail["change"],
            low=100 * tail["low"],
            high=100 * tail["high"],
            said=said,
        )
        return UseVerdict(False, CycleOutcome.TAIL_LOST, text)
    return None


def enough_images(found: Mapping[str, Any]) -> bool:
    """Whether the interval of a comparison may be believed."""
    return _independent(found) >= FEWEST_IMAGES


def _independent(found: Mapping[str, Any]) -> int:
    """Of an older evaluation, every image."""
    return int(found.get("independent", found["images"]))


def sentence(found: Mapping[str, Any]) -> str:
    """What the comparison says, as a message again: on record it is plain text."""
    one = found["comparisons"][0]
    return say(
        ComparisonOutcome(one["outcome"]),
        one["change"],
        one["low"],
        one["high"],
        images=int(found["images"]),
        apart=_independent(found),
        metric=str(found["models"][0]["metric"]),
    )
