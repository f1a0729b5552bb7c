"""What a plan is refused for, in sentences that say what to do."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from verify_app.core.errors import PolicyError
from verify_app.core.messages import M, joined
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
        raise PolicyError(
            joined(
                [
                    M(
                        "Only {share} of the images and {objects} of the objects for training are real and verified, "
                        "where the policy demands {demanded}; {n} images would have to be left out.",
                        share=percent(made.before),
                        objects=percent(by_objects),
                        demanded=_demanded(made.policy),
                        n=left,
                    )
                    if left > 1
                    else M(
                        "Only {share} of the images and {objects} of the objects for training are real and verified, "
                        "where the policy demands {demanded}; 1 image would have to be left out.",
                        share=percent(made.before),
                        objects=percent(by_objects),
                        demanded=_demanded(made.policy),
                    ),
                    instead(made.advice, len(made.members) + left),
                    M("Or export with mode trim."),
                ]
            ),
            made,
        )
    names = {one.name for one in broken(made.policy, made.outcomes)}
    for name, sentence in SENTENCES.items():
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
    said = [
        M("{name} {n} fewer", name=made.classes[i], n=n)
        if 0 <= i < len(made.classes)
        else M("a class that is gone {n} fewer", n=n)
        for i, n in short.items()
    ]
    return M(
        "Rare classes have fewer verified objects for training than in {version}: {classes}. Verify the images that "
        "lost them, or as many others; or go below it knowingly: --override tail_floor --reason TEXT.",
        version=made.parent.name if made.parent else "",
        classes=said,
    )


def _accumulate(made: Plan) -> str:
    absent = made.since.absent if made.since else 0
    name = made.parent.name if made.parent else ""
    why = [x for x in made.left_out if x.reason != FOR_SHARE][:_NAMED]
    named = joined([M("{image} ({why})", image=x.image, why=x.why) for x in why], "; ")
    return joined(
        [
            M("1 image that {version} trained on, still real and verified, would be missing.", version=name)
            if absent == 1
            else M(
                "{n} images that {version} trained on, still real and verified, would be missing.",
                n=absent,
                version=name,
            ),
            M("Left out: {images}.", images=named) if why else "",
            M("Settle that, or go below it knowingly: --override accumulate --reason TEXT."),
        ]
    )


def _seeing(made: Plan) -> str:
    """Leaving out what nobody saw is no way: it would leave fewer real-verified images, and not one more seen."""
    share, least = seen_images(m.part for m in made.members), made.policy.min_seen_share
    lacking = least * share.whole - share.part
    return joined(
        [
            M(
                "{seen} of {n} real-verified images for training were decided in the window ({share}), where the "
                "policy demands {demanded}.",
                seen=share.part,
                n=share.whole,
                share=percent(share),
                demanded=percent(least),
            ),
            M(
                "Open {n} of the others there and complete them, or verify {more} more for training there; or go below "
                "it knowingly: --override min_seen_share --reason TEXT.",
                n=ceil(lacking),
                more=ceil(lacking / (1 - least)),
            )
            if least < 1
            else M(
                "Open {n} of the others there and complete them; or go below it knowingly: --override min_seen_share "
                "--reason TEXT.",
                n=ceil(lacking),
            ),
        ]
    )


def _catching(made: Plan) -> str:
    """No leaving out of images makes somebody catch more."""
    least = made.policy.min_catch_rate or Fraction(0)
    low = {n: r for n, r in made.reviewers.items() if Fraction(r.low) < least}
    return M(
        "The policy demands that everybody who verified labels surely catches {demanded} of the errors; caught so far: "
        "{reviewers}. More honeypots tell more; or export without --min-catch-rate.",
        demanded=percent(least),
        reviewers=[
            M(
                "{name} {caught} of {shown} (at least {low})",
                name=name,
                caught=r.caught,
                shown=r.shown,
                low=percent(Fraction(r.low)),
            )
            for name, r in low.items()
        ],
    )


def _demanded(policy: Policy) -> str:
    if policy.instances == policy.min_real_share:
        return percent(policy.min_real_share)
    return M("{share} and {objects}", share=percent(policy.min_real_share), objects=percent(policy.instances))


def instead(advice: Advice | None, total: int) -> str:
    """What verifying instead of leaving out would keep."""
    if advice is None:
        return M("No number of verified images would keep them all; lower the share or remove what is not real.")
    return advice.to_keep(total)


SENTENCES = {"tail_floor": _tail, "accumulate": _accumulate, MIN_SEEN_SHARE: _seeing, MIN_CATCH_RATE: _catching}
"""What is said where a rule is broken that leaving images out cannot mend."""
