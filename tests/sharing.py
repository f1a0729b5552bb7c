"""Costly things that are made once a run, whichever of the workers needs them first."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock  # comes with torch

Made = TypeVar("Made")


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """What `make` gives for a new folder; nobody may change it or the files there.

    Workers that need it meanwhile wait. It has to survive pickling.
    """
    base = factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    root.mkdir(exist_ok=True)
    folder, known = root / name, root / f"{name}.pickle"
    with FileLock(root / f"{name}.lock"):
        if not known.exists():
            shutil.rmtree(folder, ignore_errors=True)  # somebody failed to make it
            folder.mkdir()
            made = make(folder)
            known.write_bytes(pickle.dumps(made))
        found: Made = pickle.loads(known.read_bytes())  # our own file
    return found
