"""How a share is said: one rounding, down, so that what is short of a demand never looks like it.

Two shares are told apart everywhere. *Real share now* is of the whole project: real-verified images ÷ candidates. *In
the next version* is of a plan: real-verified ÷ all images in train, after what must stay out was left out.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

_DIGITS = 10**6


class Exact(Protocol):
    """A share as two whole numbers, reduced or not, such as a Fraction; nothing of nothing has no share."""

    @property
    def numerator(self) -> int: ...

    @property
    def denominator(self) -> int: ...


class Of(NamedTuple):
    """So many of so many, without `fractions`, which a window starts without."""

    numerator: int
    denominator: int


def percent(share: Exact | None) -> str:
    """In words: percent, rounded down to one decimal, left away where it is 0; ``none`` of nothing."""
    if share is None or not share.denominator:
        return "none"
    tenths = share.numerator * 1000 // share.denominator
    return f"{tenths // 10} %" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10} %"


def decimal(share: Exact | None) -> float | None:
    """For machines: a number from 0 to 1 with six digits, rounded down; None of nothing."""
    if share is None or not share.denominator:
        return None
    return share.numerator * _DIGITS // share.denominator / _DIGITS


def of_decimal(number: float | None) -> Of | None:
    """A number that `decimal` made."""
    return None if number is None else Of(round(number * _DIGITS), _DIGITS)
