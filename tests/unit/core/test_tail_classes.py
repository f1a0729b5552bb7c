"""The tail: one function, held against the glossary read word for word, and followed by all that speak of it."""

from __future__ import annotations

import re
import tarfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import verify_app
from tests.unit.core.test_orders import columns_of
from tests.unit.datasets.pools import candidate, pool, synthetic, verified
from tests.unit.datasets.test_all_rules import parent, record
from verify_app.core import tail_classes as tail
from verify_app.core.queue import ranking
from verify_app.core.queue.entry import Standing
from verify_app.core.receipt.receipt import RULES
from verify_app.core.tail_classes import TOGETHER, tail_classes, tail_ranks
from verify_app.core.vocabulary import ImageState, Origin, Split
from verify_app.datasets.composition import verify_advice
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.composition.placement import place
from verify_app.datasets.composition.split import Ratio
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.rules import Basis, outcomes, policy_from, tail_of
from verify_app.datasets.version.counts import part_of
from verify_app.datasets.version.verify import verify_version

SOURCES = Path(verify_app.__file__).parent
DATA = Path(__file__).parents[2] / "data" / "versions"

counted = st.lists(st.integers(0, 40) | st.sampled_from([0, 1, 2, 5, 10, 300]), max_size=9)


def read_from_the_glossary(counts: list[int]) -> set[int]:
    """Every set of classes there is, tried: the largest that the sentence allows, and what is always in."""
    sizes = sorted({n for n in counts if n})
    best: set[int] = set()
    for up_to in sizes:
        taken = {i for i, n in enumerate(counts) if 0 < n <= up_to}  # equal counts go in together
        if 10 * sum(counts[i] for i in taken) <= sum(counts):
            best = max(best, taken, key=len)
    return best | {i for i, n in enumerate(counts) if n == 0}


@given(counted)
@example([5, 5, 90])
@example([6, 6, 100])
@example([])
@example([0, 0])
@example([1, 9, 9, 171])
def test_it_is_what_the_glossary_says(counts: list[int]) -> None:
    found = tail_classes(dict(enumerate(counts)), len(counts))
    assert found == read_from_the_glossary(counts)
    ranks = tail_ranks(dict(enumerate(counts)))
    assert ranks.keys() == found
    for one, other in product(found, repeat=2):
        assert (ranks[one] < ranks[other]) == (counts[one] < counts[other])
    assert sorted(set(ranks.values())) == list(range(len(set(ranks.values()))))


@given(counted)
def test_a_class_that_nobody_counted_has_none(counts: list[int]) -> None:
    named = {i: n for i, n in enumerate(counts) if n}
    assert tail_classes(named, len(counts) + 1) == tail_classes(dict(enumerate(counts)), len(counts) + 1)
    assert len(counts) in tail_classes(named, len(counts) + 1)


@given(counted)
def test_receipts_of_before_told_classes_as_rare_as_each_other_apart_by_the_list(counts: list[int]) -> None:
    """As it stood in version 2 of the rules."""
    total, running, old = sum(counts), 0, set()
    for index in sorted(range(len(counts)), key=lambda i: (counts[i], i)):
        running += counts[index]
        if running * 10 > total:
            break
        old.add(index)
    assert tail_classes(dict(enumerate(counts)), len(counts), rules=TOGETHER - 1) == old
    assert old >= tail_classes(dict(enumerate(counts)), len(counts)), "a newer receipt is the stricter one"
    assert RULES >= TOGETHER


# --- one definition -------------------------------------------------------------------------------------


def everybody() -> dict[str, frozenset[int]]:
    """What each that needs the tail takes for it, where class 1 has a fifth of all that is verified."""
    found = pool(
        [
            *verified(8),
            *(candidate(f"rare{i}", rv=True, classes=(1,), split=Split.TRAIN) for i in range(2)),
            *synthetic(4, classes=(1,)),
        ]
    )
    made = plan(found, Policy(), advise=False)
    held = plan(found, Policy(), parent=parent(record("rare0", (1,)), record("gone")), advise=False)
    _, footing = place(found.candidates, found, Ratio(), seed=0, depth=1)
    looked = [
        Standing(
            i, 1, 0, ImageState.COMPLETE, Origin.REAL, False, False, False, frozenset(), frozenset(), 0, 1, 0, 0, 0,
            ((int(i > 8), 1),), (),
        )
        for i in range(1, 11)
    ]  # fmt: skip
    assert held.since is not None
    return {
        "rules": tail_of([m.part for m in made.members], 3),
        "floors of the parent": frozenset({int(i) for i in held.since.tail} | {2}),
        "advice": verify_advice._after(footing, ()).tail(replace(footing, names=found.classes)),
        "left in for it": frozenset({1, 2} if "rarest" in " ".join(made.notes) else {2}),
        "queue": frozenset(ranking.surroundings(columns_of(looked), range(3), np.arange(1, 11), 0).tail),
    }


def test_everything_follows_the_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(everybody().values()) == {frozenset({2})}, everybody()
    monkeypatch.setattr(tail, "TAIL_PART", 5)
    assert set(everybody().values()) == {frozenset({1, 2})}, everybody()


def test_nobody_else_says_what_the_tail_is() -> None:
    says = re.compile(r"def _?tail_(?:classes|ranks)\b|TAIL_(?:PART|SHARE)\b")
    there = {p.relative_to(SOURCES).as_posix() for p in SOURCES.rglob("*.py") if says.search(p.read_text("utf-8"))}
    assert there == {"core/tail_classes.py"}


# --- receipts of before ---------------------------------------------------------------------------------


def test_a_version_of_before_is_still_one(tmp_path: Path) -> None:
    """Its class 1 is exempt only as the first by the list of two as rare as each other; written by that program."""
    with tarfile.open(DATA / "rules2.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    folder = tmp_path / "rules2"
    found = verify_version(folder)
    assert found.problems == [] and found.receipt is not None and found.receipt.rules == TOGETHER - 1
    policy = policy_from(found.receipt.policy, found.receipt.overrides, found.receipt.rules)
    measured = outcomes(policy, [part_of(image) for image in found.images], basis=Basis(len(found.receipt.classes)))
    floor = next(o for o in measured if o.name == "class_floor")
    assert (floor.measured, floor.holds) == ("2/5", False), "as it would be under the rules of today"
