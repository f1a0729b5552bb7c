"""A rest for Python's search for rings of objects, while many that stay are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no rings inside the block, or in the decorated function; what nothing refers to is still freed at once.

    Each search goes through everything that was made before: a third of the time it takes to compose a version of a
    hundred thousand images, which makes no ring at all.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
