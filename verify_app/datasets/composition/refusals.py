"""What a plan is refused for, in sentences that say what to do."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from verify_app.core.errors import PolicyError
from verify_app.core.messages import M
from verify_app.core.percentages import percent
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.placement import FOR_SHARE
from verify_app.datasets.composition.verify_advice import Advice
from verify_app.datasets.policy.policy import MIN_CATCH_RATE, MIN_SEEN_SHARE, Policy
from verify_app.datasets.policy.rules import broken, seen_images
from verify_app.datasets.policy.shares import Share

if TYPE_CHECKING:
    from verify_app.datasets.composition.compose import Plan

_NAMED = 5
_KNOWINGLY = "or go below it knowingly: --override {rule} --reason TEXT"


def held(made: Plan, by_objects: Share) -> Plan:
    """The plan, when every rule holds or is overridden.

    Raises
    ------
    PolicyError
        When it leaves out for the share in strict mode, or breaks a rule that leaving out cannot mend.
    RuntimeError
        When it breaks a rule that composing should have kept: a bug, never written.
    """
    left = sum(x.reason == FOR_SHARE for x in made.left_out)
    if made.mode == "strict" and left:
        measured = f"{percent(made.before)} of the images and {percent(by_objects)} of the objects"
        raise PolicyError(
            M(
                "Only {measured} for training are real and verified, where the policy demands {policy}; {left} would "
                "have to be left out.{advice} Or export with mode trim.",
                measured=measured,
                policy=_demanded(made.policy),
                left=images_text(left),
                advice=instead(made.advice, len(made.members) + left),
            ),
            made,
        )
    names = {one.name for one in broken(made.policy, made.outcomes)}
    sentences = {"tail_floor": _tail, "accumulate": _accumulate, MIN_SEEN_SHARE: _seeing, MIN_CATCH_RATE: _catching}
    for name, sentence in sentences.items():
        if name in names:
            raise PolicyError(sentence(made), made)
    if names:
        raise RuntimeError(f"The plan breaks {', '.join(sorted(names))} in integers.")
    return made


def _tail(made: Plan) -> str:
    """Which classes lost verified instances, and how many to verify again."""
    now: Counter[int] = Counter()
    for member in made.members:
        if member.split is Split.TRAIN and member.candidate.rv:
            now.update(label.index for label in member.ready.labels)
    asked = {int(index): count for index, count in made.since.tail.items()} if made.since else {}
    short = {i: count - now[i] for i, count in sorted(asked.items()) if now[i] < count}
    said = ", ".join(
        f"{made.classes[i] if 0 <= i < len(made.classes) else 'a class that is gone'} {n} fewer"
        for i, n in short.items()
    )
    name = made.parent.name if made.parent else ""
    return (
        f"Rare classes have fewer verified objects for training than in {name}: {said}. Verify the images that lost "
        f"them, or as many others; {_KNOWINGLY.format(rule='tail_floor')}."
    )


def _accumulate(made: Plan) -> str:
    absent = made.since.absent if made.since else 0
    name = made.parent.name if made.parent else ""
    why = [x for x in made.left_out if x.reason != FOR_SHARE][:_NAMED]
    named = f" Left out: {'; '.join(f'{x.image} ({x.why})' for x in why)}" if why else ""
    return (
        f"{images_text(absent)} that {name} trained on, still real and verified, would be missing.{named} Settle that, "
        f"{_KNOWINGLY.format(rule='accumulate')}."
    )


def _seeing(made: Plan) -> str:
    """Leaving out what nobody saw is no way: it would leave fewer real-verified images, and not one more seen."""
    share, least = seen_images(m.part for m in made.members), made.policy.min_seen_share
    lacking = least * share.whole - share.part
    more = f", or verify {ceil(lacking / (1 - least))} more for training there" if least < 1 else ""
    return (
        f"{share.part} of {share.whole} real-verified images for training were decided in the window "
        f"({percent(share)}), where the policy demands {percent(least)}. Open {ceil(lacking)} of the others there and "
        f"complete them{more}; {_KNOWINGLY.format(rule=MIN_SEEN_SHARE)}."
    )


def _catching(made: Plan) -> str:
    """No leaving out of images makes somebody catch more."""
    least = made.policy.min_catch_rate or Fraction(0)
    low = {n: r for n, r in made.reviewers.items() if Fraction(r.low) < least}
    said = ", ".join(f"{name} {r.caught} of {r.shown} (at least {percent(Fraction(r.low))})" for name, r in low.items())
    return (
        f"The policy demands that everybody who verified labels surely catches {percent(least)} of the errors; "
        f"caught so far: {said}. More honeypots tell more; or export without --min-catch-rate."
    )


def _demanded(policy: Policy) -> str:
    if policy.instances == policy.min_real_share:
        return percent(policy.min_real_share)
    return f"{percent(policy.min_real_share)} and {percent(policy.instances)}"


def instead(advice: Advice | None, total: int) -> str:
    """What verifying instead of leaving out would keep."""
    if advice is None:
        return " No number of verified images would keep them all; lower the share or remove what is not real."
    text = str(advice)
    return f" {text[:1].upper()}{text[1:]} to keep all {total}."


def images_text(count: int) -> str:
    """``1 image``, ``2 images``."""
    return "1 image" if count == 1 else f"{count} images"
