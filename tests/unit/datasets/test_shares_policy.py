"""Shares are exact; policies below the floor are refused; each rule measures what it says."""

from fractions import Fraction

import pytest

from verify_app.core.errors import UsageError
from verify_app.core.vocabulary import Split
from verify_app.datasets.policy import (
    PRESETS,
    RULES,
    Part,
    Policy,
    outcomes,
    policy_from,
    policy_of,
    policy_rules,
)
from verify_app.datasets.shares import Share, parse_share, percent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", Fraction(1, 2)),
        (".5", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("0.1", Fraction(1, 10)),
        ("0.67", Fraction(67, 100)),
        ("0.333333333", Fraction(333333333, 10**9)),
        ("1", Fraction(1)),
        (" 100% ", Fraction(1)),
        ("0", Fraction(0)),
    ],
)
def test_a_share_is_the_exact_fraction_written(text, value):
    assert parse_share(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "%",
        "-0.5",
        "1.01",
        "101%",
        "1/0",
        "nan",
        "inf",
        "1e-3",
        "1e999999999",
        "0,5",
        "half",
        "2/1",
        "０.5",
        "٠.٥",
    ],
)
def test_what_is_no_share_is_refused_with_a_sentence(text):
    if text in ("０.5", "٠.٥"):  # digits of other scripts are digits; they must not crash, and mean what they say
        assert parse_share(text) == Fraction(1, 2)
        return
    with pytest.raises(UsageError, match="from 0 to 1"):
        parse_share(text)


def test_percent_never_makes_a_missed_share_look_met():
    assert percent(Share(4999, 10000)) == "49.9 %"
    assert percent(Share(1, 2)) == "50 %"
    assert percent(Share(2, 3)) == "66.6 %"
    assert percent(Share(0, 0)) == "none"


@pytest.mark.parametrize("share", ["0.19", "0.1", "0", "0.199999999"])
def test_a_share_below_the_hard_floor_is_wrong_usage(share):
    with pytest.raises(UsageError, match="hard floor of 20 %"):
        policy_of(share)


def test_the_floor_itself_has_a_least_value():
    assert Policy(hard_floor=Fraction(1, 10), min_real_share=Fraction(1, 10)).hard_floor == Fraction(1, 10)
    with pytest.raises(UsageError, match="10 %"):
        Policy(hard_floor=Fraction(99, 1000))


def test_the_share_by_instances_follows_unless_given_and_has_the_same_floor():
    assert Policy(Fraction(3, 4)).instances == Fraction(3, 4)
    assert Policy(Fraction(3, 4), min_real_instances=Fraction(1, 4)).instances == Fraction(1, 4)
    with pytest.raises(UsageError, match="by instances"):
        Policy(min_real_instances=Fraction(1, 10))


def test_presets_by_name():
    assert {name: policy_of(name).min_real_share for name in PRESETS} == {
        "careful": Fraction(67, 100),
        "balanced": Fraction(1, 2),
        "lean": Fraction(1, 5),
    }
    assert policy_of() == Policy()


def test_a_policy_survives_its_receipt_and_another_does_not():
    policy = Policy(Fraction(67, 100), Fraction(1, 8), Fraction(2, 7))
    rules = policy_rules(policy)
    assert policy_from(rules) == policy
    with pytest.raises(UsageError):
        policy_from(rules[1:])
    with pytest.raises(UsageError):
        policy_from([*rules, rules[0]])


def parts(*rows):
    return [Part(name, split, rv, instances) for name, split, rv, instances in rows]


T, V, G = Split.TRAIN, Split.VAL, Split.GOLD


@pytest.mark.parametrize(
    ("found", "broken"),
    [
        (parts(("a", T, True, 1), ("b", T, False, 1), ("c", V, True, 1)), set()),
        (parts(("a", T, True, 1), ("b", T, False, 2)), {"min_real_instances"}),
        (parts(("a", T, True, 9), ("b", T, False, 1), ("c", T, False, 1)), {"min_real_share"}),
        (
            parts(("a", T, True, 9), *[(f"b{i}", T, False, 0) for i in range(5)]),
            {"min_real_share", "hard_floor"},
        ),
        (
            parts(("a", T, True, 1), ("b", T, False, 5)),
            {"min_real_instances", "hard_floor_instances"},
        ),
        (parts(("a", T, True, 1), ("b", V, False, 1)), {"eval_pure"}),
        (parts(("a", T, True, 1), ("b", G, False, 1)), {"eval_pure"}),
        (parts(("a", T, True, 1), ("a", V, True, 1)), {"no_leak"}),
        (parts(("a", T, True, 1), ("a", T, True, 1)), {"no_leak"}),
        (parts(("a", T, True, 0), ("b", T, False, 0)), set()),
    ],
)
def test_each_rule_finds_its_own_breach(found, broken):
    assert {o.name for o in outcomes(Policy(), found) if not o.holds} == broken


def test_every_rule_has_a_breach_above():
    table = test_each_rule_finds_its_own_breach.pytestmark[0].args[1]
    assert set().union(*(broken for _, broken in table)) == {rule.name for rule in RULES}


def test_outcomes_state_integers():
    found = {o.name: o for o in outcomes(Policy(), parts(("a", T, True, 3), ("b", T, False, 1)))}
    assert (found["min_real_share"].demanded, found["min_real_share"].measured) == ("1/2", "1/2")
    assert found["min_real_instances"].measured == "3/4"
