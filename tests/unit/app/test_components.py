"""What a report of a fault says of a computer, and what it leaves out."""

from __future__ import annotations

import pytest

from verify_app.app.components import HIDDEN, components, without_names


def test_libraries_are_named_with_version_and_licence() -> None:
    found = {part.name.lower().replace("_", "-"): part for part in components()}
    assert {"pyside6-essentials", "numpy", "pillow", "shapely"} <= found.keys()
    assert all(part.version for part in found.values())
    assert "LGPL" in found["pyside6-essentials"].licence and "BSD" in found["shapely"].licence


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/data/my trays/p1: 18 MB/s, locks hold", f"{HIDDEN}: 18 MB/s, locks hold"),
        ("C:\\Users\\ann\\p1: 18 MB/s", f"{HIDDEN}: 18 MB/s"),
        ("with PyTorch from /opt/x/engine: cpu", f"with PyTorch from {HIDDEN}: cpu"),
        ("ann cannot write to ~/trays/a.png", f"{HIDDEN} cannot write to {HIDDEN}"),
        ("Anna, planned: 2026-12-01 13:20:24 +0000", "Anna, planned: 2026-12-01 13:20:24 +0000"),
        ("Qt 6.11.3, xcb, screen 1366 × 768 at 1", "Qt 6.11.3, xcb, screen 1366 × 768 at 1"),
    ],
)
def test_paths_and_names_stay_out(said: str, told: str) -> None:
    assert without_names(said, ["/data/my trays/p1", "ann", ""]) == told
