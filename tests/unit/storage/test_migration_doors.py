"""A project from before doors were recorded: nothing is lost, nothing is known that was not."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Door, Grade
from verify_app.storage.project import DATABASE, Project
from verify_app.storage.queries import actors

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema4.db.gz"
"""ann completed image 1, and 7 after cem had attested it; bob decided on 2 by lines of a script; cem attested 5 to 8,
of which 6 and 8 are empty, and reopened 8 and took that back."""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    return folder


def test_old_events_came_through_a_door_that_is_not_known(older: Path) -> None:
    with Project.open(older) as project:
        assert list(project.problems()) == []
        assert {row[0] for row in project.read.rows("SELECT door FROM event")} == {"unknown"}
        marks = project.read.marks(range(1, 9))
        assert {mark.door for mark in marks.values()} == {Door.UNKNOWN}
        labels = project.read.labels([1, 2, 5, 7])
        assert {label.door for found in labels.values() for label in found} == {Door.UNKNOWN}
        assert {label.by for found in labels.values() for label in found} == {"ann", "bob", "cem"}


def test_who_attested_completeness_is_on_record(older: Path) -> None:
    with Project.open(older) as project:
        grades = {image_id: mark.grade for image_id, mark in project.read.marks(range(1, 9)).items()}
        assert grades == {1: Grade.ACCEPTED, 2: Grade.ACCEPTED, 7: Grade.ACCEPTED} | dict.fromkeys(
            (5, 6, 8), Grade.ATTESTED
        )


def test_undoing_what_is_older_brings_back_the_same_word(older: Path) -> None:
    session = Session(Project.open(older), Actor("cem", door=Door.WINDOW))
    actions.redo(session)
    assert not session.project.read.marks([8])
    actions.undo(session)
    assert session.project.read.marks([8])[8].grade is Grade.ATTESTED
    assert list(session.project.problems()) == []


def test_new_events_keep_their_door(older: Path) -> None:
    session = Session.open(older, "ANN", door=Door.WINDOW)
    assert (session.actor.name, session.called) == ("ann", "ANN")
    event = actions.reopen(session, 1)
    assert event is not None
    assert session.project.read.one("SELECT door FROM event WHERE id = ?", event.event) == "window"
    assert actors.names(session.project.read) == ["ann", "bob", "cem"]
    assert actors.names(session.project.read, ActorKind.AGENT) == []
