"""Amounts of bytes in words."""

from __future__ import annotations

_UNITS = ("bytes", "kB", "MB", "GB", "TB", "PB")
_STEP = 1000


def in_words(count: int) -> str:
    """``84 GB``, ``1.2 MB``, ``0 bytes``: one decimal below ten, rounded up, so that what is said is enough."""
    unit, divisor = 0, 1
    while count > 999 * divisor and unit < len(_UNITS) - 1:
        unit, divisor = unit + 1, divisor * _STEP
    tenths = -(-count * 10 // divisor)
    if unit == 0 or tenths >= 100:
        return f"{-(-count // divisor)} {_UNITS[unit]}"
    return f"{tenths // 10}.{tenths % 10} {_UNITS[unit]}"
