"""Policy files: the example is valid and says the defaults; whatever is wrong is one sentence."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_app.cli.main import run
from verify_app.core.errors import UsageError
from verify_app.core.receipt.receipt import Override
from verify_app.datasets.policy.policy import Policy, policy_of
from verify_app.datasets.policy.toml_file import EXAMPLE, parse_policy, read_policy


def test_the_example_is_the_default_and_its_comments_are_rules():
    assert parse_policy(EXAMPLE) == Policy()
    lines = [line.removeprefix("# ") for line in EXAMPLE.splitlines()]
    rules = [line for line in lines if line.startswith(("[[", "rule =", "reason =", "by =")) or line in OPTIONS]
    plain = [line for line in EXAMPLE.splitlines() if line and not line.startswith("#")]
    everything = parse_policy("\n".join([*plain, *sorted(rules, key=lambda line: line not in OPTIONS)]))
    assert everything.min_real_instances == everything.class_floor == Fraction(1, 2)
    assert everything.min_catch_rate == Fraction(4, 5) and everything.pseudo_conf == Fraction(9, 10)
    assert everything.min_seen_share == Fraction(4, 5)
    assert everything.overrides == (Override("class_floor", "No real pictures of 'gear' before spring", "Ann"),)


OPTIONS = ('min_real_instances = "0.50"', 'class_floor = "0.50"', 'pseudo_conf = "0.90"', 'min_catch_rate = "0.80"')
OPTIONS += ('min_seen_share = "0.80"',)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("min_real_share = 0.5", "as a text"),
        ('min_real_share = "0.05"', "hard floor"),
        ('min_real_share = "brave"', "from 0 to 1"),
        ('hard_floor = "0.05"', "10 %"),
        ('min_share = "0.5"', "no rule 'min_share'"),
        ("tail_floor = 1", "true or false"),
        ("max_depth = true", "whole number"),
        ("max_depth = -1", "0 to 1000"),
        ('pseudo_conf = "0"', "above 0"),
        ("accumulate = ", "no TOML"),
        ("[override]\nrule = 'a'", r"\[\[override\]\]"),
        ("[[override]]\nrule = 'class_floor'", "has rule, reason and by"),
        ("[[override]]\nrule = 'class_floor'\nreason = ''\nby = 'ann'", "needs who does it and why"),
        ("[[override]]\nrule = 'no_leak'\nreason = 'x'\nby = 'ann'", "is hard"),
        ("a = " + "[" * 3000, "no TOML"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, text: str, words: str):
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=words):
        read_policy(tmp_path / "p.toml")
    assert run(["policy", "check", str(tmp_path / "p.toml")]) == 2


def test_files_that_are_none(tmp_path: Path):
    (tmp_path / "latin.toml").write_bytes(b"# \xe9")
    (tmp_path / "bom.toml").write_bytes(b"\xef\xbb\xbfmax_depth = 2\r\n")
    for name, words in (("gone.toml", "cannot be read"), ("latin.toml", "UTF-8")):
        with pytest.raises(UsageError, match=words):
            read_policy(tmp_path / name)
    with pytest.raises(UsageError, match="cannot be read"):
        read_policy(tmp_path)
    assert read_policy(tmp_path / "bom.toml").max_depth == 2


@given(st.text(max_size=60))
def test_any_text_is_a_policy_or_a_sentence(text: str):
    try:
        assert isinstance(parse_policy(text), Policy)
    except UsageError as error:
        assert str(error).endswith(".")


def test_what_the_command_says_goes_before_the_file():
    base = parse_policy('min_real_share = "lean"\nclass_floor = "0.3"')
    assert policy_of("careful", base=base) == Policy(Fraction(67, 100), class_floor=Fraction(3, 10))
    assert policy_of(base=base) == base


def test_the_command_writes_one_and_never_over_another(tmp_path: Path):
    file = tmp_path / "policy.toml"
    assert run(["policy", "example", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == EXAMPLE
    assert run(["policy", "example", str(file)]) == 2
    assert run(["policy", "check", str(file), "--json"]) == 0
