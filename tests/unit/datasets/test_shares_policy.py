"""Shares are exact; policies below the floor are refused; each rule measures what it says."""

from fractions import Fraction

import pytest

from verify_app.core.errors import UsageError
from verify_app.core.percentages import percent
from verify_app.core.receipt.receipt import Override
from verify_app.core.vocabulary import Split
from verify_app.datasets.policy.policy import PRESETS, Policy, policy_of
from verify_app.datasets.policy.rules import RULES, Basis, Part, outcomes, policy_from, policy_rules
from verify_app.datasets.policy.shares import Share, parse_share


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
    policy = Policy(
        Fraction(67, 100),
        Fraction(1, 8),
        Fraction(2, 7),
        class_floor=Fraction(1, 3),
        tail_floor=False,
        min_fresh_share=Fraction(1, 20),
        accumulate=False,
        max_depth=3,
        min_seen_share=Fraction(3, 7),
    )
    rules = policy_rules(policy)
    assert policy_from(rules) == policy
    with pytest.raises(UsageError):
        policy_from(rules[1:])
    with pytest.raises(UsageError):
        policy_from([*rules, rules[0]])


def parts(*rows):
    """(name, split, real-verified, classes[, group[, seen]]); a number of instances means so many of class 0."""
    found = []
    for name, split, rv, classes, *more in rows:
        held = (0,) * classes if isinstance(classes, int) else classes
        found.append(Part(name, split, rv, len(held), held, *more))
    return found


T, V, G = Split.TRAIN, Split.VAL, Split.GOLD
FIVE = Basis(classes=3)
SEEN = Basis(classes=3, fresh=Share(1, 1))
"""With this one the rule that is off by default is on."""
MANY = [(f"m{i}", T, True, (0,) * 4) for i in range(9)]


@pytest.mark.parametrize(
    ("found", "basis", "expected"),
    [
        (parts(*MANY, ("a", T, True, 0, "", True)), SEEN, {"min_seen_share"}),  # 1 of 10 where 1/5 is demanded
        (parts(*MANY[:4], ("a", T, True, 0, "", True)), SEEN, set()),
        (parts(*MANY[:5], ("v", V, True, 0, "", True), ("s", T, False, 1)), SEEN, {"min_seen_share"}),  # only train
        (parts(("v", V, True, 1)), SEEN, set()),  # nothing of nothing
        (parts(("a", T, True, 1), ("b", T, False, 1), ("c", V, True, 1)), FIVE, set()),
        (parts(("a", T, True, 1), ("b", T, False, (1, 2))), FIVE, {"min_real_instances"}),
        (parts(("a", T, True, 9), ("b", T, False, 1), ("c", T, False, 1)), FIVE, {"min_real_share"}),
        (parts(("a", T, True, 9), *[(f"b{i}", T, False, 0) for i in range(5)]), FIVE, {"min_real_share", "hard_floor"}),
        (parts(("a", T, True, 1), ("b", T, False, (1,) * 5)), FIVE, {"min_real_instances", "hard_floor_instances"}),
        (parts(*MANY, ("a", T, True, (1,) * 9), ("b", T, False, (1,) * 10)), FIVE, {"class_floor"}),
        (parts(*MANY, ("a", T, True, (1,)), ("b", T, False, (1,) * 10)), FIVE, set()),  # the tail is exempt
        (parts(*MANY), Basis(3, {1: 1}), {"tail_floor"}),
        (parts(*MANY, ("v", V, True, (1,))), Basis(3, {1: 1}), {"tail_floor"}),  # only train counts
        (parts(*MANY, ("t", T, True, (1,))), Basis(3, {1: 1}), set()),
        (parts(("a", T, True, 1), ("b", V, False, 1)), FIVE, {"eval_pure"}),
        (parts(("a", T, True, 1), ("b", G, False, 1)), FIVE, {"eval_pure"}),
        (parts(("a", T, True, 1), ("a", V, True, 1)), FIVE, {"no_leak"}),
        (parts(("a", T, True, 1), ("a", T, True, 1)), FIVE, {"no_leak"}),
        (parts(("a", T, True, 1, "g"), ("b", V, True, 1, "g")), FIVE, {"no_leak"}),
        (parts(("a", T, True, 1, "g"), ("b", T, True, 1, "g"), ("c", V, True, 1, "h")), FIVE, set()),
        (parts(*MANY), Basis(3, fresh=Share(1, 11)), {"min_fresh_share"}),
        (parts(*MANY), Basis(3, fresh=Share(1, 10)), set()),
        (parts(*MANY), Basis(3, fresh=Share(0, 0)), set()),  # nothing that is not real-verified is new
        (parts(*MANY), Basis(3, absent=1), {"accumulate"}),
        (parts(*MANY), Basis(3, depth=2), {"max_depth"}),
        (parts(*MANY), Basis(3, depth=1), set()),
        (parts(("a", T, True, 0), ("b", T, False, 0)), FIVE, set()),
    ],
)
def test_each_rule_finds_its_own_breach(found, basis, expected):
    policy = Policy(min_seen_share=Fraction(1, 5)) if basis is SEEN else Policy()
    assert {o.name for o in outcomes(policy, found, basis=basis) if not o.holds} == expected


def test_every_rule_has_a_breach_above():
    table = test_each_rule_finds_its_own_breach.pytestmark[0].args[1]
    assert set().union(*(row[-1] for row in table)) == {rule.name for rule in RULES}


def test_switches_are_off_where_the_policy_says_so():
    off = Policy(tail_floor=False, accumulate=False)
    found = {o.name: o for o in outcomes(off, parts(*MANY), basis=Basis(3, {1: 5}, absent=2))}
    assert (found["tail_floor"].demanded, found["tail_floor"].measured, found["tail_floor"].holds) == ("off", "5", True)
    assert (found["accumulate"].measured, found["accumulate"].holds) == ("2", True)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_soft_rules_are_overridden_with_a_name_and_a_reason_hard_ones_never(rule):
    if next(r.kind for r in RULES if r.name == rule) == "hard":
        with pytest.raises(UsageError, match="is hard"):
            Policy(overrides=(Override(rule, "why", "ann"),))
        return
    assert Policy(overrides=(Override(rule, "why", "ann"),)).overridden(rule)
    for reason, by in (("", "ann"), ("why", " "), ("two\nlines", "ann"), ("x" * 501, "ann")):
        with pytest.raises(UsageError, match=rule):
            Policy(overrides=(Override(rule, reason, by),))
    with pytest.raises(UsageError, match="twice"):
        Policy(overrides=(Override(rule, "why", "ann"), Override(rule, "why not", "bob")))


def test_an_override_of_no_rule_is_wrong_usage():
    with pytest.raises(UsageError, match="no rule 'min_luck'"):
        Policy(overrides=(Override("min_luck", "why", "ann"),))


def test_the_first_rules_are_still_known():
    rules = policy_rules(Policy(), 1)
    assert [r.name for r in rules] == [r.name for r in RULES if r.since == 1] and len(rules) == 6
    assert policy_rules(policy_from(rules, version=1), 1) == rules
    with pytest.raises(UsageError):
        policy_from(rules)


def test_the_second_rules_said_nothing_of_doors():
    rules = policy_rules(Policy(max_depth=2), 2)
    assert [r.name for r in rules] == [r.name for r in RULES if r.since <= 2] and len(rules) == 11
    assert policy_rules(policy_from(rules, version=2), 2) == rules
    assert not any(o.name == "min_seen_share" for o in outcomes(Policy(), parts(*MANY), rules=2))


def test_where_people_decided_is_stated_though_nothing_is_demanded_of_it():
    (found,) = [o for o in outcomes(Policy(), parts(*MANY)) if o.name == "min_seen_share"]
    assert (found.kind, found.demanded, found.measured, found.holds) == ("soft", "0", "0/9", True)
    assert {policy_of(name).min_seen_share for name in PRESETS} == {Fraction(0)}


def test_outcomes_state_integers():
    found = {o.name: o for o in outcomes(Policy(), parts(("a", T, True, 3), ("b", T, False, 1)))}
    assert (found["min_real_share"].demanded, found["min_real_share"].measured) == ("1/2", "1/2")
    assert found["min_real_instances"].measured == "3/4"
