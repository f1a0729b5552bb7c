"""Claims of what came in: recorded once, kept for ever, and none where the record is older than they are."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.attest import attest
from verify_app.app.session import Session
from verify_app.core.vocabulary import Grade, Origin
from verify_app.storage.project import DATABASE, Project
from verify_app.storage.queries.claims import Claim, claims, put_claims

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema4.db.gz"


def given(tmp_path: Path) -> Session:
    for number, text in enumerate(("0 0.5 0.5 0.2 0.2\n", "")):
        scenery.picture(tmp_path / "given" / "images" / f"{number}.png", number)
        (tmp_path / "given" / "labels").mkdir(exist_ok=True)
        (tmp_path / "given" / "labels" / f"{number}.txt").write_text(text)
    session = scenery.project(tmp_path, images=0)
    add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", by_number=True))
    return session


def test_an_older_project_claims_nothing_and_keeps_all_it_has(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    with Project.open(tmp_path / "project") as project:
        assert list(project.problems()) == [] and claims(project.read, range(1, 9)) == {}
        before = {i: x.grade for i, found in project.read.labels(range(1, 9)).items() for x in found}
    session = Session.open(tmp_path / "project", "eve")
    for source in session.project.read.sources():
        done = attest(session, source.name, "eve")
        assert (done.labels, done.whole) == (0, 0) and done.unclaimed > 0
    assert {i: x.grade for i, found in session.project.read.labels(range(1, 9)).items() for x in found} == before


def test_a_label_file_is_recorded_once_an_empty_one_too(tmp_path: Path) -> None:
    session = given(tmp_path)
    read = session.project.read
    known = claims(read, [1, 2])
    assert {(c.whole, c.labels) for c in known.values()} == {(True, None)} and set(known) == {1, 2}
    add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", by_number=True))
    assert read.one("SELECT count(*) FROM claim") == 2
    assert list(session.project.problems()) == []
    for sql in ("UPDATE claim SET whole = 0", "DELETE FROM claim"):
        with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
            read.connection.execute(sql)


def test_only_the_labels_that_are_claimed_are_vouched_for(tmp_path: Path) -> None:
    session = given(tmp_path)
    with session.project.transact(session.importer, "import") as tx:
        put_claims(tx, [claims(tx.read, [1])[1]._replace(labels=(), whole=False)])
        put_claims(tx, [Claim(2, "0" * 64, whole=True)])
    done = attest(session, "given", "cem")
    assert (done.labels, done.whole) == (0, 0) and "has changed since" in done.problems[0]
    assert session.project.read.labels([1])[1][0].grade is Grade.IMPORTED and not session.project.read.marks([1, 2])


def test_a_forged_claim_is_found(tmp_path: Path) -> None:
    session = given(tmp_path)
    session.close()
    with sqlite3.connect(session.folder / DATABASE) as connection:
        (guard,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'claim_no_update'").fetchone()
        connection.execute("DROP TRIGGER claim_no_update")
        connection.execute("UPDATE claim SET whole = 1, labels = '[1]'")
        connection.execute(guard)
    with Project.open(session.folder) as project:
        assert list(project.problems())
