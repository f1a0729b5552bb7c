"""What is shared by plans of one pool, and policies as text."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.datasets.pools import pool, synthetic, verified
from tests.unit.datasets.test_all_rules import scenes
from verify_app.core.errors import PolicyError
from verify_app.core.receipt.receipt import Override
from verify_app.datasets.composition import compose
from verify_app.datasets.composition.compose import Composer, plan
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.toml_file import parse_policy, policy_text


@settings(max_examples=examples(100), deadline=None)
@given(scenes(), st.lists(st.sampled_from(["1/5", "1/2", "0.67", "9/10"]), min_size=1, max_size=3))
def test_it_says_what_a_plan_made_anew_says_whatever_it_was_asked_before(scene, shares_before):
    found, before, policy = scene
    made = pool(found)
    composer = Composer(made, parent=before)
    for share in shares_before:
        with suppress(PolicyError):
            composer.plan(replace(policy, min_real_share=Fraction(share), max_depth=len(shares_before)))
    try:
        exact = plan(made, policy, parent=before)
    except PolicyError as error:
        with pytest.raises(PolicyError, match=re.escape(str(error))):
            composer.plan(policy)
        return
    assert composer.plan(policy) == exact


def test_images_are_placed_once_for_all_policies():
    composer = Composer(pool([*verified(20), *synthetic(40)]))
    with patch.object(compose, "place", side_effect=compose.place) as placed:
        kept = [composer.plan(Policy(Fraction(share))).after.whole for share in ("1/5", "1/2", "0.8")]
    assert placed.call_count == 1 and kept == sorted(kept, reverse=True) and len(set(kept)) == 3


shares = st.one_of(
    st.fractions(Fraction(1, 5), 1, max_denominator=997),
    st.integers(2 * 10**10, 10**11).map(lambda n: Fraction(n, 10**11)),  # as fine as a policy file can say
)


@settings(max_examples=examples(200), deadline=None)
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
        overrides=(Override("class_floor", text, "ann"), Override("max_depth", 'says "no" \\ 1', text)),
    )
    assert parse_policy(policy_text(policy)) == policy


@pytest.mark.parametrize("policy", [Policy(), Policy(Fraction("0.67"))])
def test_a_plain_policy_too(policy):
    assert parse_policy(policy_text(policy)) == policy
