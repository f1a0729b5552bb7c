"""The shares that everything else is measured against. Apart, so that the window's meter needs nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

LEAST_FLOOR = Fraction(1, 10)
"""Shumailov et al., Nature 2024: keeping 10 % original data leaves only minor loss; no project may go below."""

HARD_FLOOR = Fraction(1, 5)
"""What no export goes below unless the project says otherwise."""

PRESETS: Mapping[str, Fraction] = MappingProxyType(
    {"careful": Fraction("0.67"), "balanced": Fraction("0.50"), "lean": Fraction("0.20")}
)
"""`min_real_share` by name. careful: Bertrand et al. 2310.00429."""

MIN_REAL_SHARE = PRESETS["balanced"]

FRESH_SHARE = Fraction(1, 10)
"""`min_fresh_share`: fresh human work among what is new since the parent version."""

SEEN_SHARE = Fraction(0)
"""`min_seen_share`: nothing is demanded of where people decided unless somebody asks for it."""

MAX_DEPTH = 1
"""`max_depth`: labels of a model that itself learned from unverified labels of a model stay out."""
