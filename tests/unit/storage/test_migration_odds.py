"""A project of the first release, opened by this one, knows what its complete images tell, and counts heaps once."""

from __future__ import annotations

import gzip
from pathlib import Path

from sqlite_utils import Database

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.storage.migrations.m006_odds import m006_odds
from verify_app.storage.project import DATABASE, Project
from verify_app.storage.queries import image_list
from verify_app.storage.summaries import omission_odds
from verify_app.storage.summaries.image_summary import refresh_all

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema1.db.gz"


def test_an_older_project_gets_the_tables_filled(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    with Project.open(folder) as project:
        assert list(project.problems()) == []
        parts = project.read.rows("SELECT key FROM image_odds")
        assert all(project.read.one("SELECT complete FROM mark WHERE key = ?", row[0]) for row in parts)


def test_what_was_derived_before_is_derived_anew(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    box = (10, 10, 50, 50)
    scenery.run(session, {i: [(1, box, 0.9), (1, box, 0.8), (2, (90, 10, 140, 60), 0.1)] for i in (1, 2)})
    actions.complete(session, look(session, 1), 0.25)
    told, folder = omission_odds.of_model(session.project.read, 1), session.folder
    assert told
    session.close()
    with Project.open(folder) as project:  # as the schema before left it
        connection = project.read.connection
        connection.execute("DROP TABLE odds")
        connection.execute("DROP TABLE image_odds")
        connection.execute("UPDATE image_state SET proposals = 3 WHERE key = 2")
        m006_odds(Database(connection))
        refresh_all(connection)
        assert omission_odds.of_model(project.read, 1) == told
        assert image_list.rows(project.read, [2])[0].proposals == 2
        assert list(project.problems()) == []
    Session.open(folder, "ann").close()
