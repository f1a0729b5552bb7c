"""Shares as exact fractions: parsed from decimal text, compared in integers, never through a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from verify_app.core.errors import UsageError
from verify_app.core.messages import M

_DECIMAL = re.compile(r"\d{0,3}(?:\.\d{1,9})?%?")
_RATIO = re.compile(r"\d{1,9}/\d{1,9}")
_SHARE = M("The share")


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, not reduced."""

    part: int
    whole: int

    @property
    def numerator(self) -> int:
        """As fractions call it; not reduced."""
        return self.part

    @property
    def denominator(self) -> int:
        """The same."""
        return self.whole

    @property
    def fraction(self) -> Fraction | None:
        """None of nothing."""
        return Fraction(self.part, self.whole) if self.whole else None

    def reaches(self, demanded: Fraction) -> bool:
        """Whether the share is at least `demanded`; nothing of nothing is."""
        return self.part * demanded.denominator >= demanded.numerator * self.whole

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"


def parse_share(text: str, what: str = _SHARE) -> Fraction:
    """A share from text: ``0.5``, ``50%`` or ``1/2``; exact.

    Raises
    ------
    UsageError
        When it is none, or not between 0 and 1.
    """
    text = text.strip()
    value: Fraction | None = None
    if _RATIO.fullmatch(text) and int(text.partition("/")[2]):
        value = Fraction(text)
    elif _DECIMAL.fullmatch(text) and text.strip("%."):
        value = Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if value is None or value > 1:
        raise UsageError(
            M("{name} is {text!r}; write a number from 0 to 1 such as 0.5, 50% or 1/2.", name=what, text=text[:40])
        )
    return value
