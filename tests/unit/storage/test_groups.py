"""Frames of one video and files named alike are groups, whatever the order; what cannot be used is refused in words."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.files import add_images
from verify_app.app.project.groups import group_sizes, set_group_pattern
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Origin
from verify_app.storage.migrations.m004_sources import SOURCE_FACTS
from verify_app.storage.project import DATABASE, Project
from verify_app.storage.queries import groups

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema1.db.gz"


def named(session: Session) -> dict[str, str]:
    found = groups.groups(session.project.read)
    sql = "SELECT i.id, s.name || '/' || i.path FROM image i JOIN source s ON s.key = i.source_id"
    return {name: found[i] for i, name in session.project.read.rows(sql) if i in found}


def filmed(session: Session, source: int, sha256: str) -> None:
    with session.project.transact(session.actor, "video") as tx:
        tx.facts("video", [(source, sha256, "film.mp4", '{"every":10}')])


def project(tmp_path: Path, *files: str) -> Session:
    session = scenery.project(tmp_path, images=0)
    for number, name in enumerate(files):
        scenery.picture(tmp_path / name, number)
    for source in dict.fromkeys(name.split("/")[0] for name in files):
        add_images(session, [tmp_path / source], Origin.REAL)
    return session


def test_without_videos_and_pattern_there_are_no_groups(tmp_path: Path) -> None:
    assert named(project(tmp_path, "one/a_1.jpg", "one/a_2.jpg")) == {}


def test_the_frames_of_a_video_are_one_group_also_from_two_sources(tmp_path: Path) -> None:
    session = project(tmp_path, "one/000000.jpg", "one/000010.jpg", "two/000005.png", "three/x.jpg")
    filmed(session, 1, "a" * 64)
    filmed(session, 1, "a" * 64)
    filmed(session, 2, "a" * 64)
    assert named(session) == dict.fromkeys(("one/000000.jpg", "one/000010.jpg", "two/000005.png"), "video:" + "a" * 64)
    assert group_sizes(session.project.read) == {"video film.mp4 (aaaaaaaa)": 3}
    assert list(session.project.problems()) == []


def test_a_pattern_groups_by_name_wherever_the_files_lie(tmp_path: Path) -> None:
    session = project(tmp_path, "one/s/clip_1.jpg", "one/clip_2.jpg", "two/clip_9.jpg", "two/other_1.jpg", "two/x.jpg")
    set_group_pattern(session, r"(.*)_\d+\.jpg")
    clip = dict.fromkeys(("one/s/clip_1.jpg", "one/clip_2.jpg", "two/clip_9.jpg"), "name:clip")
    assert named(session) == {**clip, "two/other_1.jpg": "name:other"}
    set_group_pattern(session, r"(.*)/.*_\d+\.jpg")
    assert named(session)["one/s/clip_1.jpg"] == "name:one/s"
    assert named(session)["two/clip_9.jpg"] == named(session)["two/other_1.jpg"] == "name:two"
    set_group_pattern(session, "")
    assert named(session) == {}
    assert list(session.project.problems()) == []


def test_what_hangs_together_through_a_third_is_one_group(tmp_path: Path) -> None:
    session = project(tmp_path, "film/a_1.jpg", "film/b_1.jpg", "two/a_2.jpg", "two/b_2.jpg", "two/c_1.jpg")
    set_group_pattern(session, r"(.*)_\d\.jpg")
    filmed(session, 1, "f" * 64)
    found = named(session)
    assert found.pop("two/c_1.jpg") == "name:c"
    assert len(found) == 4
    assert set(found.values()) == {"name:a"}, "the least name of all"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [("(", "no regular expression"), (r".*_\d+\.jpg", "no group"), ("(" + "a" * 600 + ")", "602 characters")]
    + [(p, "for ever") for p in ("(a+)+b", "(a|aa)*b", "(a+){30}b", "(?:(a{0,50})c?){0,50}", "(?>a+)+(b)")],
)
def test_a_pattern_that_cannot_be_used_is_refused(tmp_path: Path, pattern: str, words: str) -> None:
    session = project(tmp_path, "one/a.jpg")
    with pytest.raises(UserError, match=words):
        set_group_pattern(session, pattern)
    assert session.setting(groups.PATTERN) is None


def test_a_pattern_that_takes_too_long_for_a_name_says_which(tmp_path: Path) -> None:
    """Whoever made the project may have put it there."""
    session = project(tmp_path, f"one/{'a' * 200}.jpg", "one/a_1_2_3_4.jpg")
    set_group_pattern(session, "(.*)" * 6 + "x")
    with pytest.raises(UserError, match=r"takes too long for aaaa"):
        named(session)
    set_group_pattern(session, r"(.*?)_\d+_\d+_\d+_\d+\.jpg")
    with pytest.raises(UserError, match=r"takes too long for aaaa"):
        named(session)
    set_group_pattern(session, r"([^_]+)(?:_\d){4}\.jpg")
    assert named(session) == {"one/a_1_2_3_4.jpg": "name:a"}


def test_a_group_that_takes_no_part_in_the_match_is_none(tmp_path: Path) -> None:
    session = project(tmp_path, "one/a_1.jpg", "one/b.jpg")
    set_group_pattern(session, r"(?:(a)_\d|b)\.jpg")
    assert named(session) == {"one/a_1.jpg": "name:a"}


def test_an_older_project_gets_the_tables_and_they_are_insert_only(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    with Project.open(folder) as opened:
        assert groups.groups(opened.read) == {}
        assert list(opened.problems()) == []
    session = Session.open(folder, "ann")
    filmed(session, 1, "a" * 64)
    with session.project.transact(session.actor, "scan") as tx:
        tx.facts("hint", [(1, "f" * 64, "synthetic", "XMP")])
    assert list(session.project.problems()) == []
    session.close()
    connection = sqlite3.connect(folder / DATABASE)
    for table in SOURCE_FACTS:
        for sql in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is insert-only"):
                connection.execute(sql)
    connection.close()
