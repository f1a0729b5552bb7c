"""Schema 3: honeypots shown and answered, blind images, and what was revealed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

TRIAL_FACTS = {
    "trial": ("id", "image_id", "sha256", "actor", "kind", "before_id", "error", "content"),
    "trial_answer": ("id", "trial_id", "actor", "kind", "error", "caught", "false_alarms", "unaltered", "ms", "answer"),
    "blind": ("id", "image_id", "sha256", "actor", "kind"),
    "reveal": ("id", "blind_id", "image_id", "actor", "kind", "run_id"),
    "difference": ("id", "reveal_id", "image_id", "difference", "label_id", "prediction_id"),
}
"""Insert-only tables and their columns; the first is the id."""

_TABLES = """
CREATE TABLE trial (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), sha256 TEXT NOT NULL, actor TEXT NOT NULL,
    kind TEXT NOT NULL, before_id INTEGER NOT NULL REFERENCES image(id), error TEXT NOT NULL, content TEXT NOT NULL
);
CREATE UNIQUE INDEX trial_before ON trial(actor, kind, before_id);
CREATE INDEX trial_image ON trial(actor, kind, image_id);
CREATE TABLE trial_answer (
    id INTEGER PRIMARY KEY, trial_id INTEGER NOT NULL REFERENCES trial(id), actor TEXT NOT NULL, kind TEXT NOT NULL,
    error TEXT NOT NULL, caught INTEGER, false_alarms INTEGER NOT NULL, unaltered INTEGER NOT NULL,
    ms INTEGER NOT NULL, answer TEXT NOT NULL
);
CREATE UNIQUE INDEX trial_answer_trial ON trial_answer(trial_id);
CREATE INDEX trial_answer_actor ON trial_answer(actor, kind, id);
CREATE TABLE blind (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), sha256 TEXT NOT NULL,
    actor TEXT NOT NULL, kind TEXT NOT NULL
);
CREATE UNIQUE INDEX blind_image ON blind(image_id, sha256);
CREATE INDEX blind_actor ON blind(actor, kind);
CREATE TABLE reveal (
    id INTEGER PRIMARY KEY, blind_id INTEGER NOT NULL REFERENCES blind(id), image_id INTEGER NOT NULL,
    actor TEXT NOT NULL, kind TEXT NOT NULL, run_id INTEGER
);
CREATE UNIQUE INDEX reveal_blind ON reveal(blind_id);
CREATE INDEX reveal_actor ON reveal(actor, kind);
CREATE TABLE difference (
    id INTEGER PRIMARY KEY, reveal_id INTEGER NOT NULL REFERENCES reveal(id), image_id INTEGER NOT NULL,
    difference TEXT NOT NULL, label_id INTEGER, prediction_id INTEGER
);
CREATE INDEX difference_reveal ON difference(reveal_id);
CREATE TABLE settled (
    key INTEGER PRIMARY KEY, image_id INTEGER NOT NULL, side TEXT NOT NULL, by TEXT NOT NULL, by_kind TEXT NOT NULL
);
CREATE INDEX event_simulated ON event(actor, id) WHERE kind = 'simulated';
ALTER TABLE image_state ADD COLUMN blind TEXT
"""


def m003_trials(db: Database) -> None:
    """Tables of trials and blind images; the summary of an image says how far a blind one is."""
    connection = db.conn
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    for table in TRIAL_FACTS:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
            )
