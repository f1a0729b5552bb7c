"""Counts kept up to date by what has changed are those of counting all, whatever changes."""

from __future__ import annotations

import sqlite3
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.storage.reader import Reader
from verify_app.storage.summaries import tally_rows

few = st.integers(0, 2)
images = st.fixed_dictionaries(
    {
        "sha256": st.sampled_from("ab"),
        "origin": st.sampled_from([o.value for o in Origin]),
        "declared": st.none() | st.sampled_from([o.value for o in Origin]),
        "gold": st.booleans().map(int),
        "removed": st.booleans().map(int),
        "real_verified": st.booleans().map(int),
        "flag": st.none() | st.just("unsure"),
        "blind": st.none() | st.sampled_from([stage.value for stage in BlindStage]),
        "state": st.sampled_from([state.value for state in ImageState]),
        **dict.fromkeys(("proposals", "labels", "verified", "imported", "stale"), few),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(st.integers(1, 4), images, min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_has_changed_settles_the_counts(steps: list[dict[int, dict[str, Any]]]) -> None:
    reader = Reader(_tables())
    there: dict[int, dict[str, Any]] = {}
    for step in steps:
        after = [{"key": key, **image} for key, image in step.items()]
        before = [there[key] for key in step if key in there]
        marks = ", ".join("?" * len(tally_rows.LOOKED_AT))
        rows = [tuple(image[column] for column in tally_rows.LOOKED_AT) for image in after]
        columns = ", ".join(tally_rows.LOOKED_AT)
        reader.connection.executemany(f"INSERT OR REPLACE INTO image_state ({columns}) VALUES ({marks})", rows)
        tally_rows.settle(reader, before, after)
        there |= {image["key"]: image for image in after}
        assert list(tally_rows.problems(reader)) == []


def _tables() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.row_factory = sqlite3.Row
    made.execute(f"CREATE TABLE image_state (key INTEGER PRIMARY KEY, {', '.join(tally_rows.LOOKED_AT[1:])})")
    alike, counted = ", ".join(tally_rows.ALIKE), ", ".join(tally_rows.COUNTED)
    made.execute(f"CREATE TABLE image_tally ({alike}, {counted}, PRIMARY KEY ({alike}))")
    made.execute("CREATE TABLE share_tally (real_verified, others)")
    made.execute("INSERT INTO share_tally VALUES (0, 0)")
    return made
