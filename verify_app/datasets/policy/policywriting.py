"""A policy as the TOML text that `policyfile` reads back as the same policy."""

from __future__ import annotations

import json
from fractions import Fraction

from verify_app.datasets.policy.policy import Policy

_LONGEST = 10**9
"""Ratios have nine digits at most, and so have the decimals of a share in percent."""


def policy_text(policy: Policy) -> str:
    """Every rule but those that follow another one, shares as exact texts.

    Overrides hold no character that JSON writes otherwise than TOML: a policy accepts printable ones only.
    """
    lines = _share("min_real_share", policy.min_real_share) + _share("hard_floor", policy.hard_floor)
    lines += _share("min_real_instances", policy.min_real_instances)
    lines += _share("class_floor", policy.class_floor)
    lines += [f"tail_floor = {_switch(policy.tail_floor)}"]
    lines += _share("min_fresh_share", policy.min_fresh_share)
    lines += [f"accumulate = {_switch(policy.accumulate)}", f"max_depth = {policy.max_depth}"]
    lines += _share("min_seen_share", policy.min_seen_share or None)
    lines += _share("pseudo_conf", policy.pseudo_conf) + _share("min_catch_rate", policy.min_catch_rate)
    for one in policy.overrides:
        lines += ["", "[[override]]"]
        lines += [f"{name} = {_text(value)}" for name, value in (("rule", one.rule), ("reason", one.reason))]
        lines.append(f"by = {_text(one.by)}")
    return "\n".join(lines) + "\n"


def _share(name: str, value: Fraction | None) -> list[str]:
    return [] if value is None else [f'{name} = "{_exact(value)}"']


def _exact(value: Fraction) -> str:
    """As a ratio; one whose numbers are too long for that came from decimals and is written with as many."""
    if value.denominator < _LONGEST:
        return str(value)
    places = value * 100 * _LONGEST
    whole, rest = divmod(places.numerator // places.denominator, _LONGEST)
    return f"{whole}.{rest:09d}%"


def _switch(value: bool) -> str:
    return "true" if value else "false"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
