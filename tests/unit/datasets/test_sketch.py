"""The outline under the sliders: it keeps every rule, and never more than the plan that follows."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.datasets.building import pool, synthetic, verified
from tests.unit.datasets.test_all_rules import scenes
from verify_app.core.errors import PolicyError
from verify_app.core.receipt import Override
from verify_app.core.vocabulary import Grade, Split
from verify_app.datasets.compose import FOR_SHARE, plan
from verify_app.datasets.policy import Policy
from verify_app.datasets.policyfile import parse_policy
from verify_app.datasets.policywriting import policy_text
from verify_app.datasets.sketch import ground, sketch
from verify_app.datasets.split import Ratio


@settings(max_examples=150, deadline=None)
@given(scenes())
def test_it_keeps_every_rule_and_no_more_than_the_plan(scene):
    found, before, policy = scene
    made = pool(found)
    drawn = sketch(ground(made, Ratio(), seed=0, depth=policy.binding_depth, parent=before), policy)
    try:
        exact = plan(made, policy, parent=before)
    except PolicyError as error:
        # it stands on the same images, so it has none where the plan has none; other refusals are the plan's to say
        assert drawn is not None or error.plan is None
        return
    assert drawn is not None
    left = sum(x.reason == FOR_SHARE for x in exact.left_out)
    assert drawn.left >= left and drawn.kept + drawn.left == exact.before.whole - exact.before.part
    assert drawn.real.part == exact.after.part and drawn.real.whole <= exact.after.whole
    assert drawn.real.reaches(policy.binding_images) and drawn.real_objects.reaches(policy.binding_instances)
    assert Counter(drawn.out) == Counter(x.reason for x in exact.left_out if x.reason != FOR_SHARE)
    tail = ground(made, Ratio(), seed=0, depth=policy.binding_depth, parent=before).tail
    for index, share in drawn.class_shares.items():
        assert index in tail or share.reaches(policy.binding_classes)


def test_where_images_alone_bind_it_is_the_plan():
    found = pool([*verified(20), *synthetic(40)])
    drawn = sketch(ground(found, Ratio(), seed=0, depth=1), Policy())
    exact = plan(found, Policy())
    assert drawn is not None and drawn.left == sum(x.reason == FOR_SHARE for x in exact.left_out) > 0
    assert drawn.counts == {split: exact.count(split) for split in Split if exact.count(split)}
    origins, grades, classes = drawn.splits[Split.TRAIN]
    assert origins == {"real": drawn.real.part, "synthetic": drawn.kept}
    assert grades == {Grade.ACCEPTED.value: drawn.real.part, Grade.IMPORTED.value: drawn.kept}
    assert classes == {0: drawn.real.whole}
    assert drawn.candidates == 60


def test_without_verified_images_there_is_nothing_to_draw():
    assert sketch(ground(pool(synthetic(4)), Ratio(), seed=0, depth=1), Policy()) is None


shares = st.one_of(
    st.fractions(Fraction(1, 5), 1, max_denominator=997),
    st.integers(2 * 10**10, 10**11).map(lambda n: Fraction(n, 10**11)),  # as fine as a policy file can say
)


@settings(max_examples=200, deadline=None)
@given(
    shares,
    st.none() | shares,
    st.none() | shares,
    st.booleans(),
    st.integers(0, 1000),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20),
)
def test_a_policy_is_read_back_as_it_was_written(share, other, conf, switch, depth, text):
    policy = Policy(
        share,
        min_real_instances=other,
        class_floor=conf,
        min_fresh_share=share,
        tail_floor=switch,
        accumulate=not switch,
        max_depth=depth,
        pseudo_conf=conf,
        min_catch_rate=other,
        min_seen_share=other or Fraction(0),
        overrides=(Override("class_floor", text, "ann"), Override("max_depth", 'says "no" \\ 1', text)),
    )
    assert parse_policy(policy_text(policy)) == policy


@pytest.mark.parametrize("policy", [Policy(), Policy(Fraction("0.67"))])
def test_a_plain_policy_too(policy):
    assert parse_policy(policy_text(policy)) == policy
