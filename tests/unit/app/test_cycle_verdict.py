"""Whether a cycle takes a new model into use: never a worse one, and none unmeasured unless somebody agreed."""

from __future__ import annotations

from typing import Any

import pytest

from verify_app.app.cycle.verdict import CycleOutcome, decide
from verify_app.training.evaluate import judge


def measured(low: float, high: float, *, images: int = 60, **more: Any) -> dict[str, Any]:
    one = {"change": more.pop("change", (low + high) / 2), "low": low, "high": high, "tail": None, "gone": [], **more}
    one["outcome"] = judge(low, high, images=images).value
    return {"images": images, "models": [{"metric": "mAP50-95"}] * 2, "comparisons": [one]}


TAIL = {"change": -0.2, "low": -0.3, "high": -0.1}


@pytest.mark.parametrize("agreed", [False, True])
@pytest.mark.parametrize(
    ("found", "outcome", "said"),
    [
        (measured(-0.2, -0.05), CycleOutcome.DEGRADED, "has degraded"),
        (measured(0.02, 0.2, tail=TAIL), CycleOutcome.TAIL_LOST, "rare classes"),
        (measured(0.02, 0.2, gone=["gear"]), CycleOutcome.TAIL_LOST, "none of gear"),
        (measured(-0.1, 0.2, gone=["gear"], images=5), CycleOutcome.TAIL_LOST, "none of gear"),
    ],
)
def test_a_worse_model_is_never_taken_whoever_agrees(
    found: dict[str, Any], outcome: CycleOutcome, said: str, agreed: bool
) -> None:
    verdict = decide(found, new="new", old="old", use_unmeasured=agreed)
    assert (verdict.take, verdict.outcome) == (False, outcome)
    assert verdict.reason.startswith("old stays in use")
    assert said in verdict.reason


@pytest.mark.parametrize(
    ("found", "take"),
    [
        (measured(0.02, 0.2), True),
        (measured(-0.01, 0.01), True),
        (measured(0.02, 0.2, tail={"change": -0.1, "low": -0.3, "high": 0.05}), True),
        (measured(-0.1, 0.2), True),
        (measured(-0.2, 0.1), False),
        (measured(-0.1, 0.2, images=19), False),
    ],
)
def test_where_gold_cannot_tell_it_must_be_no_worse_on_enough_images(found: dict[str, Any], take: bool) -> None:
    verdict = decide(found, new="new", old="old")
    assert verdict.take is take
    assert verdict.outcome is (CycleOutcome.USED if take else CycleOutcome.UNCLEAR)
    assert decide(found, new="new", old="old", use_unmeasured=True).take


def test_what_was_not_measured_stays_out_unless_that_is_agreed_to() -> None:
    kept = decide(None, new="new", old="old", why_unmeasured="There is no gold.")
    assert (kept.take, kept.outcome) == (False, CycleOutcome.UNMEASURED)
    assert "There is no gold." in kept.reason
    assert decide(None, new="new", old="old", use_unmeasured=True).outcome is CycleOutcome.AGREED
    assert decide(None, new="new", old=None).outcome is CycleOutcome.FIRST
