"""What is remembered of the image decided on last is what reading it anew gives, whatever was done meanwhile."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.storage.check import problems
from verify_app.storage.reader import Reader

ACTS = ("accept", "reject", "fix", "change", "class", "draw", "complete", "empty", "reopen", "flag", "undo", "redo")
BOXES = [(5.0 + 30 * k, 5.0, 45.0 + 30 * k, 60.0) for k in range(5)]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=2)
    scenery.run(made, {i: [(k % 3 + 1, box, 0.3 + k / 10) for k, box in enumerate(BOXES)] for i in (1, 2)})
    return made


@pytest.fixture
def twice(session: Session) -> Session:
    """Looked at again, by a run that says some things twice, after a few decisions on what the first one said."""
    actions.accept(session, 1, "P1", "P2")
    actions.reject(session, 1, "P3", "P4")
    twins = [(k % 3 + 1, tuple(v + 1 for v in box), 0.3 + k / 10) for k, box in enumerate(BOXES[:4] * 2)]
    scenery.run(session, {1: twins, 2: twins})
    scenery.run(session, {1: twins})
    return session


def act(session: Session, what: str, image: int, which: int) -> None:
    shown = [item.id for item in derive.items(session.project.read.evidence([image])[image])]
    item = shown[which % len(shown)] if shown else ""
    region = Box(*(v + which for v in BOXES[which % len(BOXES)]))
    does = {
        "accept": lambda: actions.accept(session, image, item),
        "reject": lambda: actions.reject(session, image, item),
        "fix": lambda: actions.reject(session, image, item, fix_later=True),
        "change": lambda: actions.reshape(session, image, {item: region}),
        "class": lambda: actions.reclass(session, image, item, class_id=which % 3 + 1),
        "draw": lambda: actions.draw(session, image, (which % 3 + 1, region)),
        "complete": lambda: actions.complete(session, look(session, image), 0.4),
        "empty": lambda: actions.empty(session, look(session, image), 0.4),
        "reopen": lambda: actions.reopen(session, image),
        "flag": lambda: actions.flag(session, image, "unsure"),
        "undo": lambda: session.project.undo(session.actor),
        "redo": lambda: session.project.redo(session.actor),
    }
    with contextlib.suppress(UserError):  # what cannot be done there changes nothing, known or not
        does[what]()


DONE = st.lists(
    st.tuples(st.sampled_from(ACTS), st.sampled_from([1, 1, 1, 2]), st.integers(0, 20)), min_size=1, max_size=14
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(said=DONE)
def test_known_is_what_reading_anew_gives(session: Session, said: list[tuple[str, int, int]]) -> None:
    compared(session, said)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(said=DONE)
def test_known_is_so_too_where_older_runs_were_rejected(twice: Session, said: list[tuple[str, int, int]]) -> None:
    compared(twice, said)


def compared(session: Session, said: list[tuple[str, int, int]]) -> None:
    project = session.project
    for what, image, which in said:
        act(session, what, image, which)
        for one in (image, 3 - image, image):
            known, fresh = project.read.evidence([one])[one], Reader(project.read.connection).evidence([one])[one]
            assert (list(known.labels), list(known.rulings)) == (list(fresh.labels), list(fresh.rulings))
            assert (known.mark, known.scan, known.predictions) == (fresh.mark, fresh.scan, fresh.predictions)
            assert dict(known.siblings) == dict(fresh.siblings)
            assert derive.items(known) == derive.items(fresh)
            assert derive.summarize(known) == derive.summarize(fresh)
    assert list(problems(project.read.connection)) == []


def test_a_refused_decision_leaves_what_is_known(session: Session) -> None:
    read = session.project.read
    actions.draw(session, 1, (1, Box(100, 10, 150, 60)))
    assert read.known is not None
    with pytest.raises(RuntimeError), session.project.transact(session.actor, "draw") as tx:
        label = tx.read.evidence([1])[1].labels[0]
        tx.put("label", label.id, None, image_id=1)
        assert len(tx.read.evidence([1])[1].labels) == 0
        raise RuntimeError
    assert len(read.evidence([1])[1].labels) == 1


def test_what_another_process_writes_is_seen(session: Session) -> None:
    read = session.project.read
    actions.draw(session, 1, (1, Box(100, 10, 150, 60)))
    before = read.evidence([1])[1]
    assert read.evidence([1])[1] is before  # nothing was read
    scenery.run(session, {1: [(2, (100.0, 60.0, 150.0, 95.0), 0.8)]})
    assert len(read.evidence([1])[1].predictions) == 1


@pytest.mark.parametrize("labels", [20, 2000])
def test_an_edit_reads_what_it_touches(session: Session, labels: int) -> None:
    drawn = [(1, Box(1 + i % 50, 1 + i % 40, 20 + i % 50, 20 + i % 40)) for i in range(labels)]
    actions.draw(session, 2, *drawn)
    first = session.project.read.evidence([2])[2].labels[0]
    rows: list[str] = []
    session.project.read.connection.set_trace_callback(rows.append)
    actions.reshape(session, 2, {f"L{first.id}": Box(3, 3, 40, 30)})
    session.project.read.connection.set_trace_callback(None)
    assert rows and not any("FROM label WHERE image_id" in sql for sql in rows)


@pytest.mark.parametrize(("item", "most"), [("P2", 14), ("P6", 20)], ids=["the same image", "another image"])
def test_a_decision_asks_for_nothing_twice(session: Session, item: str, most: int) -> None:
    """What was read of the image is handed on; counts follow from rows at hand."""
    actions.reject(session, 1, "P1")
    asked: list[str] = []
    session.project.read.connection.set_trace_callback(asked.append)
    actions.reject(session, 1 if item == "P2" else 2, item)
    session.project.read.connection.set_trace_callback(None)
    assert len(asked) <= most and len(set(asked)) == len(asked), "\n".join(asked)
    assert list(problems(session.project.read.connection)) == []
