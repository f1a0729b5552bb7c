"""What is written beside a split, so that it follows the image and not only its bytes: its look and its place."""

from __future__ import annotations

from collections.abc import Mapping

from verify_app.datasets.composition.candidates import Pool
from verify_app.datasets.composition.compose import Plan
from verify_app.storage.queries.assigned_splits import files_now, incomplete, look_text
from verify_app.storage.reader import Reader

Row = dict[str, str | None]


def assignments(reader: Reader, made: Plan, pool: Pool) -> Mapping[str, Row]:
    """Rows to write, by SHA-256: those of the plan, and those of earlier versions that can be completed now."""
    places = {c.sha256: c.place for c in pool.candidates if c.place}
    looks = {sha256: look_text(look) for sha256, look in pool.looks.items()}
    found: dict[str, Row] = {
        sha256: {"split": split.value, "look": looks.get(sha256), "place": places.get(sha256)}
        for sha256, split in made.assignments.items()
    }
    lacking = incomplete(reader)
    elsewhere = files_now(reader, sorted(lacking))
    for sha256, row in lacking.items():
        there = places.get(sha256) or next((place for _, place in elsewhere.get(sha256, ())), None)
        full = {**row, "look": row["look"] or looks.get(sha256), "place": row["place"] or there}
        if full != row:
            found[sha256] = full
    return found
