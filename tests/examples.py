"""How many examples a property is tried on: a part in every run, all of them when looking for new ones.

`pytest --hypothesis-profile explore` tries the whole number, others each time; a plain run tries a quarter of it,
the same ones on every machine, so that two cores are done while somebody waits.
"""

from __future__ import annotations

from hypothesis import settings

PART = 4


def examples(whole: int) -> int:
    """Of `whole` examples, those that this run tries."""
    default = settings.default
    return max(1, whole // PART) if default is not None and default.derandomize else whole
