"""The queue's records and the counts are part of the proof; whatever writes keeps them up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.files import add_images
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.queue import codec
from verify_app.core.queue.filters import Filter
from verify_app.core.queue.queue_table import ids_of
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.storage.project import DATABASE
from verify_app.storage.queries import image_list, queue


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Three images and a copy of the first in a synthetic source; the first is complete, as a run saw it."""
    made = scenery.project(tmp_path, images=3)
    scenery.picture(tmp_path / "other" / "copy.png", 0)
    scenery.run(made, {i: [(1, (5, 5, 40, 40), 0.6)] for i in (1, 2, 3)})
    actions.complete(made, look(made, 1), 0.0)
    return made


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE image_block SET tags = x''", "place of image 1 in the queue"),
        ("DELETE FROM image_block", "place of image 2 in the queue"),
        ("DELETE FROM reviewer", "not on the list of reviewers"),
        ("UPDATE run_chunk SET event_id = event_id + 1", "when runs looked"),
        ("UPDATE image_tally SET proposals = proposals + 1", "counts of images"),
        ("UPDATE share_tally SET others = 7", "what could be trained on"),
        ("INSERT INTO kept VALUES (1, 1, 'loose', NULL, 'x', 'human')", "kept differ"),
    ],
)
def test_check_finds_what_went_past_the_gate(session: Session, statement: str, sentence: str) -> None:
    assert list(session.project.problems()) == []
    with sqlite3.connect(session.folder / DATABASE) as connection:
        connection.execute(statement)
    connection.close()
    assert any(sentence in problem for problem in session.project.problems())


def test_the_counts_follow_images_with_the_same_bytes(session: Session, tmp_path: Path) -> None:
    read = session.project.read
    assert image_list.candidate_counts(read) == (1, 0)
    add_images(session, [tmp_path / "other"], Origin.SYNTHETIC)
    # the copy is synthetic, so the group of the first image is
    assert image_list.candidate_counts(read) == (0, 1)
    actions.remove_images(session, [4])
    assert image_list.candidate_counts(read) == (0, 1), "and stays so when the copy is removed"
    assert sum(t.images for t in image_list.tallies(read)) == 3
    actions.undo(session)
    assert image_list.candidate_counts(read) == (0, 1)
    assert sum(t.images for t in image_list.tallies(read)) == 4
    actions.set_gold(session, [1])
    assert image_list.candidate_counts(read) == (0, 0)
    assert list(session.project.problems()) == []


def test_only_the_blocks_that_changed_are_read_again(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=70)
    read = session.project.read
    assert [number for number, _, _ in queue.block_rows(read)] == [0, 1]
    before = queue.newest_block(read)
    assert list(queue.block_rows(read, before)) == []
    actions.flag(session, 70, "odd")
    rows = list(queue.block_rows(read, before))
    assert [number for number, _, _ in rows] == [1]
    found = {image.image_id: image for image in codec.standings(*rows[0])}
    assert sorted(found) == list(range(64, 71))
    assert [i for i in found if found[i].flagged] == [70]
    assert queue.standings(read, [3, 70, 999])[70] == found[70]
    assert queue.newest_block(read) > before


def test_text_is_found_literally(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    for name in ("a_b.png", "aXb.png", "50%.png", "Grün.png"):
        scenery.picture(tmp_path / "x" / name, len(name) + ord(name[1]))
    add_images(session, [tmp_path / "x"], Origin.REAL)
    read = session.project.read
    names = {row.id: row.name.removeprefix("x/") for row in image_list.rows(read, range(1, 5))}

    def found(text: str) -> set[str]:
        return {names[i] for i in ids_of(queue.matches(read, text)).tolist()}

    assert found("_") == {"a_b.png"}
    assert found("%") == {"50%.png"}
    assert found("AXB") == {"aXb.png"}
    assert found("rün") == {"Grün.png"}
    assert found("\\") == set()
    assert [names[i] for i in ids_of(queue.by_path(read)).tolist()] == sorted(names.values())


def test_the_plain_list_refuses_what_only_the_queue_knows(session: Session) -> None:
    read = session.project.read
    assert image_list.ids(read, Filter(states=frozenset((ImageState.COMPLETE,)))).tolist() == [1]
    with pytest.raises(ValueError, match="only the queue filters by text"):
        image_list.ids(read, Filter(text="x"))
