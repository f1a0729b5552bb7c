"""What CONTRIBUTING names is there: files, folders, modules."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = (ROOT, ROOT / "verify_app", ROOT / "tests")
_PATH = re.compile(r"[\w.{},*-]+(?:/[\w.{},*-]+)*(?:/|\.py)")


def named_paths() -> list[str]:
    """Every file or folder of ours that stands between backticks, with ``{a,b}`` spelt out."""
    text = re.sub(r"(?ms)^```.*?^```$", "", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    spoken = (part for part in re.findall(r"`([^`\n]+)`", text) if _PATH.fullmatch(part))
    return sorted({path for part in spoken for path in _spelt_out(part)})


def _spelt_out(path: str) -> list[str]:
    parts = re.split(r"\{([^}]*)\}", path)
    choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def _exists(path: str) -> bool:
    if "/" not in path.rstrip("/"):
        return any(next(place.rglob(path), None) is not None for place in PLACES[1:])
    return any(next(place.glob(path.rstrip("/")), None) is not None for place in PLACES)


@pytest.mark.parametrize("path", named_paths())
def test_what_is_named_exists(path: str) -> None:
    assert _exists(path)
