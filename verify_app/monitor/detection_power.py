"""How small a fall of recall so many gold objects can show. Pure functions."""

from __future__ import annotations

import math
from statistics import NormalDist

LEVEL = 0.05
"""How often a fall would be seen where there is none; a fall is looked for on one side only."""
POWER = 0.8
"""How often a fall of that size is to be seen."""
WANTED = 0.05
"""The fall that one would like to see."""
_STEPS = 60


def least_fall(recall: float, objects: int) -> float | None:
    """The least fall of recall that is seen in 4 of 5 cases, 0 to 1; None where no fall could be.

    Two models on the same objects, as if what they miss had nothing in common: the worst case of a paired comparison,
    so that what really is seen is smaller. Normal approximation of two rates: with p̄ the mean of p and p - d::

        d = (z_level √(2 p̄ (1 - p̄)) + z_power √(p (1 - p) + (p - d) (1 - p + d))) / √n

    J. Fleiss, B. Levin and M. Paik, Statistical Methods for Rates and Proportions (2003), chapter 4.

    Parameters
    ----------
    recall : float
        Of the model before.
    objects : int
        Gold objects of the class.
    """
    if objects < 1 or recall <= 0 or objects_for(recall, recall) > objects:
        return None
    low, high = 0.0, recall
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if objects_for(recall, middle) > objects else (low, middle)
    return high


def objects_for(recall: float, fall: float) -> int:
    """How many gold objects it takes to see a fall of recall by `fall`, which is at most `recall`."""
    if not 0 < fall <= recall <= 1:
        return _NEVER
    after = recall - fall
    middle = (recall + after) / 2
    normal = NormalDist()
    chance = normal.inv_cdf(1 - LEVEL) * math.sqrt(2 * middle * (1 - middle))
    power = normal.inv_cdf(POWER) * math.sqrt(recall * (1 - recall) + after * (1 - after))
    return math.ceil(((chance + power) / fall) ** 2 - 1e-9)


_NEVER = 10**12


def more_objects(recall: float, objects: int, fall: float = WANTED) -> int:
    """How many more gold objects it takes to see that fall; 0 where there are enough or recall cannot fall so far."""
    return max(0, objects_for(recall, fall) - objects) if 0 < fall <= recall else 0
