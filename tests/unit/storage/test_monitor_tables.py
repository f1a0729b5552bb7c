"""What pictures look like and what the monitor found: recorded once, kept for ever, and absent in older projects."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from tests import scenery
from verify_app.app.session import Session
from verify_app.core.records import PictureStat
from verify_app.core.vocabulary import LookKind
from verify_app.storage.project import DATABASE, Project
from verify_app.storage.queries import picture_features as features
from verify_app.storage.queries.monitor_looks import looks, put_look

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema4.db.gz"
VECTORS = np.random.default_rng(0).normal(size=(3, 8)).astype(np.float32)


def digests(session: Session) -> list[str]:
    return [scan.sha256 for _, scan in sorted(session.project.read.scans([1, 2, 3, 4]).items())]


def record(session: Session, vectors: dict[str, np.ndarray], model: str) -> None:
    with session.project.transact(session.actor, "embed") as tx:
        features.put_embeddings(tx, model, vectors)


def test_an_older_project_has_none_and_takes_them(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    session = Session.open(tmp_path / "project", "eve")
    read = session.project.read
    assert list(session.project.problems()) == []
    assert features.embeddings(read, "a" * 64)[1].shape == (0, 0) and features.picture_stats(read)[0] == []
    assert looks(read) == [] and features.embedding_model(read) is None
    images = features.without_embedding(read, "a" * 64)
    assert images and images == features.without_stat(read) == features.in_use(read)
    sha256 = read.scans(images[:1])[images[0]].sha256
    record(session, {sha256: VECTORS[0]}, "a" * 64)
    assert list(session.project.problems()) == [] and features.without_embedding(read, "a" * 64) == images[1:]


def test_embeddings_come_back_in_half_precision_by_model(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    read, known = session.project.read, digests(session)
    record(session, dict(zip(known[:3], VECTORS, strict=True)), "a" * 64)
    record(session, {known[0]: VECTORS[1]}, "b" * 64)
    names, values = features.embeddings(read, "a" * 64)
    assert names == sorted(known[:3]) and values.dtype == np.float32
    expected = {k: v.astype(np.float16) for k, v in zip(known[:3], VECTORS, strict=True)}
    assert all((value == expected[name]).all() for name, value in zip(names, values, strict=True))
    assert features.embeddings(read, "b" * 64)[0] == [known[0]]
    assert features.without_embedding(read, "a" * 64) == [4] and features.without_embedding(read, "b" * 64) == [2, 3, 4]
    assert features.embedded(read, "a" * 64, [known[0], known[3]]) == {known[0]}
    record(session, {known[0]: VECTORS[2] * 1e9}, "a" * 64)  # anew: the newest counts; too large for half precision
    again = dict(zip(*features.embeddings(read, "a" * 64), strict=True))
    assert len(again) == 3 and set(np.abs(again[known[0]])) == {np.float32(65504)}
    assert list(session.project.problems()) == []


def test_numbers_of_a_picture_are_said_once(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    known = digests(session)
    for stats in ({known[0]: PictureStat(200, 100, 0.5, 12.5)}, {k: PictureStat(9, 8, 0.25, 1.0) for k in known}):
        with session.project.transact(session.actor, "embed") as tx:
            features.put_picture_stats(tx, stats)
    names, values = features.picture_stats(session.project.read)
    assert names == sorted(known) and dict(zip(names, values.tolist(), strict=True))[known[0]] == [200, 100, 0.5, 12.5]
    assert session.project.read.one("SELECT count(*) FROM picture_stat") == 4
    assert features.without_stat(session.project.read) == [] and list(session.project.problems()) == []


def test_removed_and_equal_pictures_are_not_asked_for(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    with session.project.transact(session.actor, "remove") as tx:
        tx.put("attribute", 2, {"origin": None, "gold": 0, "removed": 1}, image_id=2)
    assert features.in_use(session.project.read) == [1, 3, 4]


def test_the_model_is_fixed_by_an_event(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    model = session.project.read.models()
    assert model == [] and features.embedding_model(session.project.read) is None
    scenery.model(session, "seen")
    (known,) = session.project.read.models()
    with session.project.transact(session.actor, "embedding_model") as tx:
        assert features.fix_embedding_model(tx, known.sha256) and not features.fix_embedding_model(tx, known.sha256)
    assert features.embedding_model(session.project.read) == known
    assert any("embedding_model" in wrong for wrong in session.project.problems()), "no SHA-256 in this test's model"


def test_a_look_has_its_time_and_actor_from_its_event(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    for kind, subject in ((LookKind.VERSION, "v1"), (LookKind.ASKED, "")):
        with session.project.transact(session.actor, "monitor") as tx:
            put_look(tx, kind, subject, {"alarms": [subject]})
    scenery.model(session)  # an event of another kind in between
    with session.project.transact(session.actor._replace(name="bob"), "monitor") as tx:
        put_look(tx, LookKind.TRAINING, "gear-2", {})
    found = looks(session.project.read)
    assert [(x.kind, x.subject, x.actor) for x in found] == [
        (LookKind.VERSION, "v1", "ann"), (LookKind.ASKED, "", "ann"), (LookKind.TRAINING, "gear-2", "bob"),
    ]  # fmt: skip
    assert found[0].summary == {"alarms": ["v1"]} and found[0].time < found[2].time
    assert found[0].event < found[1].event < found[2].event
    assert list(session.project.problems()) == []


@pytest.mark.parametrize(
    "forged",
    ["embedding SET vector = X'0000'", "embedding SET vector = X'00'", "picture_stat SET brightness = 0.75"]
    + ["picture_stat SET blur = -1", "monitor_look SET summary = '{}'", "monitor_look SET kind = 'x'"],
)
def test_forged_facts_are_found(tmp_path: Path, forged: str) -> None:
    session = scenery.project(tmp_path)
    sha256 = digests(session)[0]
    with session.project.transact(session.actor, "monitor") as tx:
        features.put_embeddings(tx, "a" * 64, {sha256: VECTORS[0]})
        features.put_picture_stats(tx, {sha256: PictureStat(1, 1, 0.5, 1.0)})
        put_look(tx, LookKind.ASKED, "", {"n": 1})
    assert list(session.project.problems()) == []
    session.close()
    table = forged.split()[0]
    with sqlite3.connect(session.folder / DATABASE) as connection:
        for sql in (f"UPDATE {forged}", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
                connection.execute(sql)
        (guard,) = connection.execute(f"SELECT sql FROM sqlite_master WHERE name = '{table}_no_update'").fetchone()
        connection.execute(f"DROP TRIGGER {table}_no_update")
        connection.execute(f"UPDATE {forged}")
        connection.execute(guard)
    with Project.open(session.folder) as project:
        assert list(project.problems())
