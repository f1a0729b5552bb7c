"""An interval for a rate seen a few times. Apart, since receipts, the policy and the monitor all need the same one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

NOMINAL = 0.95
"""How often an interval is to hold the true rate."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a rate lies, both ends included; 0 to 1."""

    low: float
    high: float

    def holds(self, rate: float) -> bool:
        return self.low <= rate <= self.high


def wilson(hits: int, tries: int, *, nominal: float = NOMINAL) -> Interval:
    """Score interval of a rate, seen as `hits` in `tries`; 0 to 1 when nothing was tried.

    With ``p = hits / tries`` and ``z`` the normal quantile of ``(1 + nominal) / 2``::

        (p + z²/2n ± z √(p (1 − p) / n + z²/4n²)) / (1 + z²/n)

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
    Statistical Association 22 (1927) 209-212. Unlike the textbook interval it is of use at 0 and at `tries` hits; why
    it is preferred: Brown, Cai and DasGupta, Statistical Science 16 (2001) 101-133.

    Raises
    ------
    ValueError
        When there are more hits than tries, or fewer than none.
    """
    if not 0 <= hits <= tries:
        raise ValueError(f"{hits} of {tries} is no rate")
    if tries == 0:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + nominal) / 2)
    rate, share = hits / tries, z * z / tries
    middle = (rate + share / 2) / (1 + share)
    reach = z * math.sqrt(rate * (1 - rate) / tries + share / (4 * tries)) / (1 + share)
    # at the ends the formula gives 0 and 1 but for rounding
    low = 0.0 if hits == 0 else max(0.0, middle - reach)
    high = 1.0 if hits == tries else min(1.0, middle + reach)
    return Interval(low, high)
