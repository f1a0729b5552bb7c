"""The database's tables and its migrations, append-only.

Facts and events are insert-only, and triggers hold that. Tables of state are a cache of fold(facts, events).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from verify_app.storage.migrations.m002_queue import m002_queue
from verify_app.storage.migrations.m003_trials import TRIAL_FACTS, m003_trials
from verify_app.storage.migrations.m004_sources import SOURCE_FACTS, m004_sources
from verify_app.storage.migrations.m005_doors import m005_doors
from verify_app.storage.migrations.m006_odds import m006_odds
from verify_app.storage.migrations.m007_leaving import LEAVING_FACTS, m007_leaving
from verify_app.storage.migrations.m008_suggestions import SUGGESTION_FACTS, m008_suggestions
from verify_app.storage.migrations.m009_claims import CLAIM_FACTS, m009_claims
from verify_app.storage.migrations.m010_monitor import MONITOR_FACTS, m010_monitor
from verify_app.storage.summaries.image_summary import refresh_all

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x76666170  # "vfap": `file` and we recognise a project's database

_FIRST_FACTS = {
    "image": ("id", "source_id", "path"),
    "scan": ("id", "image_id", "sha256", "bytes", "width", "height", "problem", "modified"),
    "run": ("id", "model_id", "settings"),
    "run_image": ("id", "run_id", "image_id", "sha256"),
    "prediction": ("id", "run_id", "image_id", "class_id", "region", "conf"),
    "imported": ("id", "image_id", "class_id", "region", "file", "bound"),
    "version_item": ("id", "version_id", "sha256", "split", "name", "record"),
}

FACTS = {
    **_FIRST_FACTS,
    **TRIAL_FACTS,
    **SOURCE_FACTS,
    **LEAVING_FACTS,
    **SUGGESTION_FACTS,
    **CLAIM_FACTS,
    **MONITOR_FACTS,
}
"""Insert-only tables and their columns; the first is the id."""

_INITIAL = """
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, op TEXT NOT NULL,
    inverts INTEGER REFERENCES event(id), ms INTEGER NOT NULL, program TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE INDEX event_actor ON event(actor, id);
CREATE INDEX event_inverts ON event(inverts) WHERE inverts IS NOT NULL;
CREATE TABLE change (
    event_id INTEGER NOT NULL REFERENCES event(id), seq INTEGER NOT NULL,
    what TEXT NOT NULL, key NOT NULL, image_id INTEGER, before TEXT, after TEXT,
    PRIMARY KEY (event_id, seq)
) WITHOUT ROWID;
CREATE INDEX change_thing ON change(what, key, event_id);
CREATE INDEX change_image ON change(image_id, event_id) WHERE image_id IS NOT NULL;

CREATE TABLE image (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, path TEXT NOT NULL);
CREATE UNIQUE INDEX image_place ON image(source_id, path);
CREATE TABLE scan (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL REFERENCES image(id), sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, problem TEXT,
    modified INTEGER NOT NULL
);
CREATE INDEX scan_image ON scan(image_id, id);
CREATE TABLE run (id INTEGER PRIMARY KEY, model_id INTEGER NOT NULL, settings TEXT NOT NULL);
CREATE TABLE run_image (
    id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, image_id INTEGER NOT NULL, sha256 TEXT NOT NULL
);
CREATE INDEX run_image_image ON run_image(image_id, run_id);
CREATE TABLE prediction (
    id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, image_id INTEGER NOT NULL, class_id INTEGER NOT NULL,
    region TEXT NOT NULL, conf REAL NOT NULL
);
CREATE INDEX prediction_image ON prediction(image_id, run_id);
CREATE TABLE imported (
    id INTEGER PRIMARY KEY, image_id INTEGER NOT NULL, class_id INTEGER NOT NULL, region TEXT NOT NULL,
    file TEXT NOT NULL, bound TEXT NOT NULL
);
CREATE INDEX imported_image ON imported(image_id);
CREATE TABLE version_item (
    id INTEGER PRIMARY KEY, version_id INTEGER NOT NULL, sha256 TEXT NOT NULL, split TEXT NOT NULL,
    name TEXT NOT NULL, record TEXT NOT NULL
);
CREATE INDEX version_item_version ON version_item(version_id, split);
CREATE INDEX version_item_sha ON version_item(sha256, split);

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (key INTEGER PRIMARY KEY, name TEXT NOT NULL, root TEXT NOT NULL, origin TEXT NOT NULL);
CREATE TABLE label_class (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, merged_into INTEGER
);
CREATE TABLE model (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, file TEXT NOT NULL, task TEXT NOT NULL,
    names TEXT NOT NULL, round INTEGER NOT NULL, depth INTEGER NOT NULL, lineage TEXT NOT NULL,
    version TEXT, base TEXT, detail TEXT
);
CREATE TABLE attribute (key INTEGER PRIMARY KEY, origin TEXT, gold INTEGER NOT NULL, removed INTEGER NOT NULL);
CREATE TABLE label (
    key INTEGER PRIMARY KEY, image_id INTEGER NOT NULL, class_id INTEGER NOT NULL, region TEXT NOT NULL,
    grade TEXT NOT NULL, by TEXT, by_kind TEXT, bound TEXT, prediction_id INTEGER, imported_id INTEGER, flag TEXT
);
CREATE INDEX label_image ON label(image_id);
CREATE INDEX label_tally ON label(class_id, grade, by_kind);
CREATE TABLE verdict (
    key INTEGER PRIMARY KEY, image_id INTEGER NOT NULL, verdict TEXT NOT NULL, label_id INTEGER,
    by TEXT, by_kind TEXT
);
CREATE INDEX verdict_image ON verdict(image_id, verdict);
CREATE TABLE mark (
    key INTEGER PRIMARY KEY, complete INTEGER NOT NULL, by TEXT, by_kind TEXT, sha256 TEXT, flag TEXT
);
CREATE TABLE assignment (key TEXT PRIMARY KEY, split TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE version (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, receipt TEXT NOT NULL,
    folder TEXT NOT NULL, parent INTEGER, summary TEXT NOT NULL
);
CREATE UNIQUE INDEX version_digest ON version(digest);

CREATE TABLE image_state (
    key INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, problem TEXT, origin TEXT NOT NULL, gold INTEGER NOT NULL,
    removed INTEGER NOT NULL, flag TEXT, state TEXT NOT NULL, real_verified INTEGER NOT NULL, run_id INTEGER,
    proposals INTEGER NOT NULL, labels INTEGER NOT NULL, verified INTEGER NOT NULL, imported INTEGER NOT NULL,
    stale INTEGER NOT NULL, fix_later INTEGER NOT NULL
);
CREATE INDEX image_state_tally ON image_state(removed, state, origin, gold, real_verified, labels, proposals, key);
CREATE INDEX image_state_sha ON image_state(sha256);
"""


def _insert_only(connection: sqlite3.Connection, table: str) -> None:
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
        )


def m001_initial(db: Database) -> None:
    """Facts, events, state and the per-image summary."""
    connection = db.conn
    for statement in _INITIAL.split(";"):
        if statement.strip():
            connection.execute(statement)
    for table in ("event", "change", *_FIRST_FACTS):
        _insert_only(connection, table)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


STEPS: tuple[Callable[[Database], None], ...] = (
    m001_initial,
    m002_queue,
    m003_trials,
    m004_sources,
    m005_doors,
    m006_odds,
    m007_leaving,
    m008_suggestions,
    m009_claims,
    m010_monitor,
)
"""Every migration ever released, in order; never edited, only added to."""

CURRENT = len(STEPS)
"""The schema this program writes, kept in the database's ``user_version``."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to `CURRENT`, one transaction a step."""
    # sqlite_utils takes 0.2 s to import and only a new or an old database needs it
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    migrations = Migrations("verify_app")
    for number, step in enumerate(STEPS, start=1):
        migrations(name=step.__name__)(_numbered(step, number))
    migrations.apply(Database(connection))


def _numbered(step: Callable[[Database], None], number: int) -> Callable[[Database], None]:
    def numbered(db: Database) -> None:
        step(db)
        if number == len(STEPS):
            refresh_all(db.conn)  # what is derived is whole before the version says so
        db.conn.execute(f"PRAGMA user_version = {number}")

    numbered.__name__ = step.__name__
    return numbered
