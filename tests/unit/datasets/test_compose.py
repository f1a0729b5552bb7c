"""Composition: what goes where, what stays out, what is refused."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.datasets.pools import candidate, pool, synthetic, verified
from verify_app.core.errors import PolicyError, UsageError
from verify_app.core.vocabulary import Grade, Origin, Split
from verify_app.datasets.composition.candidates import Pool, Unverified
from verify_app.datasets.composition.compose import EVALUATION, FOR_SHARE, GOLD, UNUSABLE, plan
from verify_app.datasets.composition.split import Ratio
from verify_app.datasets.policy.policy import Policy


def where(made):
    return {m.candidate.image: m.split for m in made.members}


def why(made):
    return {x.image: x.reason for x in made.left_out}


def test_everything_stays_when_the_share_is_there():
    made = plan(pool([*verified(10), *synthetic(8)]), Policy())
    assert (made.solver, made.advice, made.needs_yes, made.left_out) == ("none", None, False, ())
    assert (str(made.candidates), str(made.before), str(made.after)) == ("10/18", "8/16", "8/16")
    assert all(o.holds for o in made.outcomes)
    assert made.sentence() == "Nothing is left out for the share; 50 % of 16 images in train real and verified."


def test_trim_leaves_out_and_says_what_verifying_would_keep():
    made = plan(pool([*verified(10), *synthetic(12)]), Policy())
    assert set(why(made).values()) == {FOR_SHARE} and len(made.left_out) == 4
    assert str(made.before) == "8/20" and str(made.after) == "8/16"
    assert made.sentence() == (
        "4 images left out to reach it; 50 % of 16 images in train real and verified. "
        "Add and verify 5 more real images to keep all 22."
    )


def test_images_with_tail_classes_stay_first():
    rare = [candidate(f"rare{i}", classes=(2,), origin=Origin.SYNTHETIC) for i in range(3)]
    made = plan(pool([*verified(10), *synthetic(12), *rare]), Policy())
    assert {"src/rare0.png", "src/rare1.png", "src/rare2.png"} <= set(where(made))


def test_instances_bind_too():
    made = plan(pool([*verified(10), *synthetic(4, classes=[0] * 4)]), Policy())
    assert made.solver == "milp" and made.count(Split.TRAIN) == 10
    loose = plan(
        pool([*verified(10), *synthetic(4, classes=[0] * 4)]),
        Policy(min_real_instances=Fraction(1, 5), class_floor=Fraction(1, 5)),
    )
    assert loose.count(Split.TRAIN) == 12


def test_strict_refuses_with_the_plan_and_what_to_verify():
    with pytest.raises(
        PolicyError, match=r"40 % of the images and 40 % of the objects.*50 %.*Add and verify 5 more"
    ) as e:
        plan(pool([*verified(10), *synthetic(12)]), Policy(), mode="strict")
    assert e.value.exit_code == 3 and len(e.value.plan.left_out) == 4
    assert plan(pool([*verified(10), *synthetic(8)]), Policy(), mode="strict").count(Split.TRAIN) == 16


@pytest.mark.parametrize(
    ("found", "unverified", "words"),
    [
        ([], (), "for train and val.*add and verify 2 more real images"),
        (verified(1), (), "for val.*add and verify 1 more real image,"),
        (synthetic(9), (Unverified("src/a.png", "0" * 64),), "verify the 1 real image that is left and add 1 more"),
        ([replace(c, split=Split.TRAIN, trained=True) for c in verified(9)], (), "for val.*1 more real image,"),
        ([replace(c, split=Split.VAL) for c in verified(3)], (), "for train.*1 more real image,"),
    ],
)
def test_without_real_images_for_train_and_val_the_policy_cannot_be_met(found, unverified, words):
    with pytest.raises(PolicyError, match=words):
        plan(replace(pool(found, unverified), excluded={"stale": 2}), Policy())


def test_what_is_asked_to_begin_is_enough():
    found = [replace(c, split=Split.TRAIN, trained=True) for c in verified(9)]
    assert plan(pool([*found, *verified(1, start=100)]), Policy()).count(Split.VAL) == 1


def test_the_refusal_names_what_is_no_candidate():
    with pytest.raises(PolicyError, match="2 stale, 7 unreviewed"):
        plan(replace(pool([]), excluded={"unreviewed": 7, "stale": 2, "missing": 0}), Policy())


def test_standing_assignments_stand_and_become_no_new_ones():
    found = verified(20)
    found[0] = replace(found[0], split=Split.TEST)
    found[1] = replace(found[1], split=Split.VAL)
    found[2] = replace(found[2], split=Split.TRAIN)
    found[3] = replace(found[3], split=Split.GOLD)
    made = plan(pool(found), Policy())
    for i, split in enumerate((Split.TEST, Split.VAL, Split.TRAIN, Split.GOLD)):
        assert where(made)[found[i].image] is split
        assert found[i].sha256 not in made.assignments
    assert len(made.assignments) == 16


def test_a_plan_carried_out_gives_the_same_plan_again_and_any_seed_leaves_it():
    start = pool([*verified(30), *synthetic(10)])
    first = plan(start, Policy(), seed=1)
    stored = pool(
        [
            replace(c, split=first.assignments.get(c.sha256), trained=first.assignments.get(c.sha256) is Split.TRAIN)
            for c in start.candidates
        ]
    )
    for seed in (1, 2):
        again = plan(stored, Policy(), seed=seed)
        assert where(again) == where(first) and again.assignments == {}


def test_gold_and_evaluation_images_never_reach_train():
    found = [
        *verified(10),
        candidate("g-ready", rv=True, gold=True),
        candidate("g-open", gold=True),
        candidate("g-trained", rv=True, gold=True, trained=True),
        candidate("g-train", rv=True, gold=True, split=Split.TRAIN),
        candidate("g-val", rv=True, gold=True, split=Split.VAL),
        candidate("v-open", split=Split.VAL),
        candidate("v-trained", rv=True, split=Split.VAL, trained=True),
        candidate("gold-open", split=Split.GOLD, origin=Origin.SYNTHETIC),
    ]
    attested = candidate("g-attested", rv=True, gold=True)
    found.append(replace(attested, labels=tuple(replace(x, grade=Grade.ATTESTED) for x in attested.labels)))
    made = plan(pool(found), Policy())
    assert where(made)["src/g-ready.png"] is Split.GOLD and where(made)["src/g-val.png"] is Split.VAL
    assert why(made) == {
        "src/g-open.png": GOLD,
        "src/g-trained.png": GOLD,
        "src/g-train.png": GOLD,
        "src/g-attested.png": GOLD,
        "src/v-open.png": EVALUATION,
        "src/v-trained.png": EVALUATION,
        "src/gold-open.png": EVALUATION,
    }
    assert all(x.why.endswith(".") for x in made.left_out)


def test_what_was_trained_on_stays_in_train_once_it_is_verified():
    found = [candidate(f"old{i}", rv=True, trained=True) for i in range(40)]
    made = plan(pool([*found, *verified(5)]), Policy())
    assert all(where(made)[c.image] is Split.TRAIN for c in found)


def test_unusable_images_are_left_out_before_anything_is_counted():
    found = [*verified(10), candidate("a.gif", rv=True), candidate("small", rv=True, size=(9, 50))]
    made = plan(pool(found), Policy())
    assert why(made) == {"src/a.gif": UNUSABLE, "src/small.png": UNUSABLE} and str(made.candidates) == "10/10"


def test_more_than_half_left_out_needs_a_yes():
    assert plan(pool([*verified(5), *synthetic(14)]), Policy()).needs_yes
    assert not plan(pool([*verified(10), *synthetic(12)]), Policy()).needs_yes


@pytest.mark.parametrize("arguments", [{"mode": "loose"}, {"classes": ()}])
def test_wrong_usage(arguments):
    classes = arguments.pop("classes", ("a",))
    with pytest.raises(UsageError):
        plan(Pool(classes, tuple(verified(3))), Policy(), **arguments)


@st.composite
def crowds(draw):
    found = []
    for i in range(draw(st.integers(2, 25))):
        origin = draw(st.sampled_from(Origin))
        split = draw(st.sampled_from([None, None, None, *Split]))
        found.append(
            candidate(
                f"i{i}",
                rv=origin is Origin.REAL and draw(st.booleans()),
                classes=draw(st.lists(st.integers(0, 2), max_size=4)),
                origin=origin,
                split=split,
                trained=draw(st.booleans()) if split in (None, Split.TRAIN) else False,
                gold=draw(st.integers(0, 9)) == 0,
                sha256=f"{draw(st.integers(0, 22)):064d}",
            )
        )
    return found


@settings(max_examples=examples(200), deadline=None)
@given(crowds(), st.randoms(), st.sampled_from([Policy(), Policy(Fraction(1, 5)), Policy(Fraction(67, 100))]))
def test_any_pool_gives_a_plan_that_holds_whatever_its_order_or_a_refusal(found, rng: random.Random, policy):
    try:
        made = plan(pool(found), policy, split=Ratio(60, 20, 20))
    except PolicyError as error:
        with pytest.raises(PolicyError) as again:
            plan(pool(found[::-1]), policy, split=Ratio(60, 20, 20))
        assert str(again.value) == str(error)
        return
    mixed = found[:]
    rng.shuffle(mixed)
    assert plan(pool(mixed), policy, split=Ratio(60, 20, 20)) == made
    assert all(o.holds for o in made.outcomes)
    assert all(m.candidate.rv for m in made.members if m.split is not Split.TRAIN)
    assert all(m.split is Split.TRAIN for m in made.members if m.candidate.trained)
    assert all(m.split is m.candidate.split for m in made.members if m.candidate.split)
    shas = [m.candidate.sha256 for m in made.members]
    assert len(set(shas)) == len(shas)
    assert set(shas) | {x.sha256 for x in made.left_out} == {c.sha256 for c in found}
    assert not set(shas) & {x.sha256 for x in made.left_out}
