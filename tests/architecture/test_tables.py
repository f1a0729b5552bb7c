"""Tables that must name everything there is: what was added to one of two is told here, not by a traceback later."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from verify_app.app.scripting import decide
from verify_app.app.scripting.suggest import REFUSED
from verify_app.core.receipt import receipt
from verify_app.core.suggestions import OPS
from verify_app.datasets.composition.refusals import SENTENCES
from verify_app.datasets.policy import rules
from verify_app.storage import damage, database, schema

SAY_NOTHING = {
    "_sqlite_migrations": "sqlite-utils' own",
    "image_tally": "counted from other tables, which `check` compares",
    "odds": "counted from other tables, which `check` compares",
    "share_tally": "counted from other tables, which `check` compares",
    "run_chunk": "numbers alone, which the layout holds",
    "reviewer": "a number and a name, which the layout holds",
}
"""Tables whose values can say anything that their layout allows, each with its reason."""

LEAVING_OUT_MENDS = {
    "min_real_share",
    "hard_floor",
    "min_real_instances",
    "hard_floor_instances",
    "class_floor",
    "eval_pure",
    "no_leak",
    "min_fresh_share",
    "max_depth",
}
"""Rules that composing keeps by leaving images out; each has its refusal there."""


def test_every_table_is_looked_at_for_damage(tmp_path: Path) -> None:
    with database.created(tmp_path / "project.db") as connection:
        schema.migrate(connection)
    connection = sqlite3.connect(tmp_path / "project.db")
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    tables = {name for name in found if not name.startswith("sqlite_")}
    assert tables == damage.SAYS.keys() | SAY_NOTHING.keys()
    assert not damage.SAYS.keys() & SAY_NOTHING.keys()


def test_every_rule_is_measured_by_the_receipts_of_today() -> None:
    assert max(rule.since for rule in rules.RULES) <= receipt.RULES


def test_every_rule_is_kept_by_leaving_out_or_refused_with_a_sentence() -> None:
    assert {rule.name for rule in rules.RULES} - SENTENCES.keys() == LEAVING_OUT_MENDS


def test_every_decision_of_a_script_is_suggested_or_refused() -> None:
    assert decide.DECIDED.keys() == decide.SUGGESTED.keys() | (decide.DECIDED.keys() & set(REFUSED))
    said = {
        "accept": {"accept"},
        "reject": {"reject", "fix_later"},
        "correct": {"correct"},
        "draw": {"draw"},
        "classify": {"classify"},
        "complete": {"complete"},
        "empty": {"empty"},
        "flag": set(),
        "take_side": {"take_model", "keep_human"},
    }
    assert said.keys() == decide.SUGGESTED.keys()
    assert set().union(*said.values()) == set(OPS)
