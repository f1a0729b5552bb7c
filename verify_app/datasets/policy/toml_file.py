"""A policy as a TOML file: read strictly, and an example with every rule explained."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from verify_app.core.errors import UsageError
from verify_app.core.messages import M, reason_of
from verify_app.core.receipt.receipt import Override
from verify_app.datasets.policy.policy import Policy, real_share
from verify_app.datasets.policy.shares import parse_share

_LARGEST = 1 << 20

EXAMPLE = """\
# What a dataset must meet before it leaves this program.
#   verify-app export PROJECT OUT --policy THIS.toml
# Shares are texts, so that they are exact: "0.5", "50%" or "1/2". Leave a line out for its default.

# Real-verified images / all train images: careful (0.67), balanced (0.50), lean (0.20) or a share.
min_real_share = "balanced"

# Nothing goes below this, whatever is overridden; 0.10 at least.
hard_floor = "0.20"

# The same by instances (label rows). Default: as min_real_share.
# min_real_instances = "0.50"

# The same within each class; the rarest classes, together at most 10 % of all instances, are exempt.
# Default: as min_real_share.
# class_floor = "0.50"

# Verified instances of a rare class do not get fewer from version to version.
tail_floor = true

# Of what is new since the parent version: fresh real-verified / (those + images that are not real-verified).
min_fresh_share = "0.10"

# Every train image of the parent that is still real-verified stays in.
accumulate = true

# How much unverified model output may be in the ancestry of a model whose unverified labels come in.
max_depth = 1

# Of the real-verified train images, so many decided in this program's window, not over scripts, imports or somebody's
# word. Never met by leaving images out. Default: 0, no rule.
# min_seen_share = "0.80"

# Real images nobody looked at yet come in as unverified ones, with the proposals of this confidence or more.
# Default: none do.
# pseudo_conf = "0.90"

# What everybody who verified labels must surely catch (see trials). Default: no rule.
# min_catch_rate = "0.80"

# Always on, and no option: val, test and gold hold real-verified images only (eval_pure); images that belong
# together never lie in two splits (no_leak).

# A soft rule may be overridden; who and why go into the receipt.
# [[override]]
# rule = "class_floor"
# reason = "No real pictures of 'gear' before spring"
# by = "Ann"
"""


def read_policy(file: Path) -> Policy:
    """The policy in a file.

    Raises
    ------
    UsageError
        One sentence, when it cannot be read or says anything that is no rule.
    """
    try:
        with file.open("rb") as handle:
            data = handle.read(_LARGEST + 1)
    except OSError as error:
        raise UsageError(
            M(
                "The policy {file} cannot be read: {reason}.",
                file=file,
                reason=reason_of(error),
            )
        ) from error
    if len(data) > _LARGEST:
        raise UsageError(M("{file} is too large to be a policy.", file=file))
    try:
        return parse_policy(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UsageError(M("The policy {file} is not UTF-8 text; save it as that.", file=file)) from error
    except UsageError as error:
        raise UsageError(M("The policy {file}: {reason}", file=file, reason=error)) from error


def parse_policy(text: str) -> Policy:
    """The policy in a text.

    Raises
    ------
    UsageError
        One sentence that names the line or the rule.
    """
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise UsageError(
            M("This is no TOML: {reason}. `verify-app policy example` writes one that is.", reason=error)
        ) from error
    values: dict[str, Any] = {}
    for name, value in found.items():
        if name == "override":
            values["overrides"] = _overrides(value)
        elif name in _READERS:
            values[name] = _READERS[name](value, name)
        else:
            raise UsageError(
                M(
                    "There is no rule {name!r}; there are {known} and [[override]].",
                    name=name[:40],
                    known=", ".join(_READERS),
                )
            )
    return Policy(**values)


def _share(value: object, name: str) -> Fraction:
    if not isinstance(value, str):
        raise UsageError(
            M('{name} is {value}; write the share as a text, such as {name} = "0.5".', name=name, value=str(value)[:40])
        )
    return real_share(value) if name == "min_real_share" else parse_share(value, name)


def _switch(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(M("{name} is {value}; write true or false.", name=name, value=str(value)[:40]))
    return value


def _number(value: object, name: str) -> int:
    if type(value) is not int:
        raise UsageError(M("{name} is {value}; write a whole number.", name=name, value=str(value)[:40]))
    return value


_READERS: Mapping[str, Callable[[object, str], Any]] = {
    "min_real_share": _share,
    "hard_floor": _share,
    "min_real_instances": _share,
    "class_floor": _share,
    "tail_floor": _switch,
    "min_fresh_share": _share,
    "accumulate": _switch,
    "max_depth": _number,
    "min_seen_share": _share,
    "pseudo_conf": _share,
    "min_catch_rate": _share,
}


def _overrides(value: object) -> tuple[Override, ...]:
    fields = {"rule", "reason", "by"}
    if not isinstance(value, list):
        raise UsageError(M("Overrides are written as [[override]] with rule, reason and by."))
    for one in value:
        if not isinstance(one, dict) or set(one) != fields or not all(isinstance(x, str) for x in one.values()):
            raise UsageError(M("An [[override]] has rule, reason and by, each a text, and nothing else."))
    return tuple(Override(one["rule"], one["reason"], one["by"]) for one in value)


_LONGEST = 10**9
"""Ratios have nine digits at most, and so have the decimals of a share in percent."""


def policy_text(policy: Policy) -> str:
    """Every rule but those that follow another one, shares as exact texts.

    Overrides hold no character that JSON writes otherwise than TOML: a policy accepts printable ones only.
    """
    lines = _share_line("min_real_share", policy.min_real_share) + _share_line("hard_floor", policy.hard_floor)
    lines += _share_line("min_real_instances", policy.min_real_instances)
    lines += _share_line("class_floor", policy.class_floor)
    lines += [f"tail_floor = {_toml_switch(policy.tail_floor)}"]
    lines += _share_line("min_fresh_share", policy.min_fresh_share)
    lines += [f"accumulate = {_toml_switch(policy.accumulate)}", f"max_depth = {policy.max_depth}"]
    lines += _share_line("min_seen_share", policy.min_seen_share or None)
    lines += _share_line("pseudo_conf", policy.pseudo_conf) + _share_line("min_catch_rate", policy.min_catch_rate)
    for one in policy.overrides:
        lines += ["", "[[override]]"]
        lines += [f"{name} = {_text(value)}" for name, value in (("rule", one.rule), ("reason", one.reason))]
        lines.append(f"by = {_text(one.by)}")
    return "\n".join(lines) + "\n"


def _share_line(name: str, value: Fraction | None) -> list[str]:
    return [] if value is None else [f'{name} = "{_exact(value)}"']


def _exact(value: Fraction) -> str:
    """As a ratio; one whose numbers are too long for that came from decimals and is written with as many."""
    if value.denominator < _LONGEST:
        return str(value)
    places = value * 100 * _LONGEST
    whole, rest = divmod(places.numerator // places.denominator, _LONGEST)
    return f"{whole}.{rest:09d}%"


def _toml_switch(value: bool) -> str:
    return "true" if value else "false"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
