"""The rules of a version measured again, from its receipt and its images' lines alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.receipt.receipt import ImageRecord, Outcome, Receipt
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.compose import basis_of
from verify_app.datasets.policy.rules import broken, outcomes, policy_from
from verify_app.datasets.version.counts import part_of, shares_of

PARENTS = 2
"""Version of the rules from which receipts state overrides, groups, shares by class and what is new since a parent."""


def rules_problems(receipt: Receipt, images: Sequence[ImageRecord]) -> tuple[tuple[Outcome, ...], list[str]]:
    """Every rule measured again, and what does not agree or hold.

    What a rule needs of the parent (its tail classes, which of its images were still real-verified) is as the receipt
    states it: the parent's own files are not here.
    """
    try:
        policy = policy_from(receipt.policy, receipt.overrides, receipt.rules)
    except UserError as error:
        return (), [M("The receipt's policy is none this program allows: {reason}", reason=error)]
    parts = [part_of(image) for image in images]
    depth = max((model.depth for model in receipt.models), default=0)
    basis = basis_of(len(receipt.classes), receipt.since, depth)
    measured = outcomes(policy, parts, receipt.reviewers, basis=basis, rules=receipt.rules)
    problems: list[str] = [
        M(
            "The rule {rule} does not hold: {measured} where {demanded} is demanded.",
            rule=o.name,
            measured=o.measured,
            demanded=o.demanded,
        )
        for o in broken(policy, measured)
    ]
    stated = {o.name: o for o in receipt.outcomes}
    problems += [
        M(
            "The receipt says that {rule} measured {stated}; it is {measured}.",
            rule=o.name,
            stated=stated[o.name].measured,
            measured=o.measured,
        )
        if o.name in stated
        else M("The receipt says nothing of the rule {rule}.", rule=o.name)
        for o in measured
        if stated.get(o.name) != o
    ]
    if len(stated) > len(measured):
        problems.append(M("The receipt names rules that this program does not know."))
    for split in (Split.TRAIN, Split.VAL):
        if not any(part.split is split for part in parts):
            problems.append(M("The version has no image in {split}, so nothing can be trained on it.", split=split))
    return measured, problems


def stated_basis(receipt: Receipt, images: Sequence[ImageRecord]) -> Iterator[str]:
    """Whether what the receipt states for the rules can be so."""
    if receipt.schema == 1 and (receipt.sample or receipt.rules > PARENTS):
        yield M("The receipt states what its schema did not know.")
    if receipt.rules < PARENTS:
        if receipt.overrides or receipt.since or receipt.class_shares or any(image.group for image in images):
            yield M("The receipt states what its version of the rules did not know.")
        return
    if dict(receipt.class_shares) != shares_of(map(part_of, images), receipt.classes):
        yield M("The receipt's shares by class are not those of its images.")
    if (receipt.since is None) != (receipt.parent is None):
        yield M("The receipt of a version with a parent says what has changed since, and no other does.")
    if receipt.since is None:
        return
    train = [image.rv for image in images if image.split is Split.TRAIN]
    if receipt.since.fresh > sum(train) or receipt.since.others > len(train) - sum(train):
        yield M("The receipt states more images new since the parent than there are in train.")
    indices = [*receipt.since.tail, *(str(one.index) for one in receipt.since.settled)]
    if receipt.since.absent > receipt.since.due or not all(_is_class(index, receipt) for index in indices):
        yield M("What the receipt states of its parent cannot be so.")


def _is_class(index: str, receipt: Receipt) -> bool:
    return index.isascii() and index.isdigit() and int(index) < len(receipt.classes)
