"""What CONTRIBUTING names is there: files, folders, functions; and its map has every package."""

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


def test_every_package_is_on_the_map() -> None:
    package = ROOT / "verify_app"
    folders = {f"{file.parent.relative_to(package).as_posix()}/" for file in package.rglob("*.py")} - {"./"}
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?m)^\| (?:\*\*)?`([\w/]+/)`(?:\*\*)? \|", text)) == folders


def functions_on_the_ways() -> list[tuple[str, str]]:
    """What the ways of a verdict and of a label name right before its file: "`accept` (`app/review/actions.py`)"."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    ways = text[text.index("**The way of a verdict**") : text.index("**Two kinds of process.**")]
    return sorted(set(re.findall(r"`([A-Za-z_][\w.]*)`\s+\(`([\w/]+\.py)`", ways)))


def test_the_ways_name_functions() -> None:
    assert len(functions_on_the_ways()) > 30


@pytest.mark.parametrize(("name", "path"), functions_on_the_ways())
def test_a_function_is_in_the_file_that_is_named_after_it(name: str, path: str) -> None:
    files = (ROOT / "verify_app").glob(path) if "/" in path else (ROOT / "verify_app").rglob(path)
    texts = [file.read_text(encoding="utf-8") for file in files]
    parts = name.split(".")
    assert any(all(re.search(rf"(?m)^ *(?:class|def) {part}\b", text) for part in parts) for text in texts)
