"""What this program is made of, for people and for reports of faults: versions, licences, and nobody's names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import metadata
from typing import NamedTuple

_DISTRIBUTIONS = (
    "PySide6-Essentials",
    "numpy",
    "shapely",
    "pillow",
    "opencv-python-headless",
    "scipy",
    "sqlite-utils",
    "onnxruntime",
    "torch",
    "ultralytics",
)
_MOST = 60
"""Characters of a licence's name; what is longer is its text."""
_PATH = re.compile(r"(?:\b[A-Za-z]:|(?<![\w.])~?)[\\/](?:[^\s\\/:;,'\"]+[\\/])*[^\s\\/:;,'\"]+")
HIDDEN = "…"


class Component(NamedTuple):
    """A library: what it is called, its version, and its licence as far as it states one."""

    name: str
    version: str
    licence: str


def components() -> list[Component]:
    """The libraries that are installed here; none of them is loaded for that."""
    found = []
    for name in _DISTRIBUTIONS:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Component(about["Name"], about["Version"], _licence(about)))
    return found


def _licence(about: metadata.PackageMetadata) -> str:
    stated = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    if stated and len(stated) <= _MOST and "\n" not in stated:
        return stated
    kinds = [line for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    return kinds[0].rpartition(" :: ")[2] if kinds else ""


def without_names(text: str, names: Iterable[str]) -> str:
    """`text` without paths and without these names, longest first, wherever they stand as words."""
    for name in sorted({name for name in names if name.strip()}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", HIDDEN, text)
    return _PATH.sub(HIDDEN, text)
