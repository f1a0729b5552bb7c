"""The class list: its order on the screen, retired classes, and which can be deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.project import classes
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.storage.queries import class_list

BOLT, NUT, GEAR = 1, 2, 3


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return scenery.project(tmp_path)


def shown(session: Session) -> list[int]:
    return [c.id for c in session.shown_classes]


def test_another_order_changes_what_is_shown_and_no_id(session: Session) -> None:
    before = session.classes
    classes.order_classes(session, [GEAR, BOLT])
    assert shown(session) == [GEAR, BOLT, NUT]
    assert session.classes == before, "datasets keep their order"
    classes.add_class(session, "screw")
    assert shown(session) == [GEAR, BOLT, NUT, 4]
    actions.undo(session)
    actions.undo(session)
    assert shown(session) == [BOLT, NUT, GEAR]
    actions.redo(session)
    assert shown(session) == [GEAR, BOLT, NUT]
    assert list(session.project.problems()) == []


def test_an_order_names_only_what_there_is(session: Session) -> None:
    classes.order_classes(session, [99, NUT, NUT])
    assert shown(session) == [NUT, BOLT, GEAR]
    assert classes.order_classes(session, [NUT]) is None, "it was so already"


def test_a_retired_class_cannot_be_chosen_and_keeps_its_labels(session: Session) -> None:
    actions.draw(session, 1, (GEAR, Box(10, 10, 60, 60)))
    classes.retire_class(session, GEAR)
    assert shown(session) == [BOLT, NUT] and session.retired_classes == {GEAR}
    assert [c.id for c in session.classes] == [BOLT, NUT, GEAR]
    assert [x.class_id for x in session.project.read.labels([1])[1]] == [GEAR]
    assert list(session.project.problems()) == []
    classes.bring_back_class(session, GEAR)
    assert shown(session) == [BOLT, NUT, GEAR]
    actions.undo(session)
    assert session.retired_classes == {GEAR}


def test_a_class_that_nothing_names_is_deleted_and_its_id_never_given_again(session: Session) -> None:
    classes.add_class(session, "screw")
    classes.delete_class(session, 4)
    assert [c.id for c in session.classes] == [BOLT, NUT, GEAR]
    classes.add_class(session, "pin")
    assert session.classes[-1].id == 5
    actions.undo(session)
    actions.undo(session)
    assert [c.name for c in session.classes] == ["bolt", "nut", "gear", "screw"]
    assert list(session.project.problems()) == []


def named_label(session: Session) -> None:
    actions.draw(session, 1, (GEAR, Box(10, 10, 60, 60)))


def named_once(session: Session) -> None:
    named_label(session)
    actions.undo(session)


def named_prediction(session: Session) -> None:
    scenery.run(session, {1: [(GEAR, (10, 10, 60, 60), 0.9)]})


def named_merged(session: Session) -> None:
    classes.merge_class(session, NUT, GEAR)


@pytest.mark.parametrize("name", [named_label, named_once, named_prediction, named_merged])
def test_what_is_named_is_retired_instead(session: Session, name: object) -> None:
    assert callable(name)
    name(session)
    with pytest.raises(UserError, match="gear cannot be deleted, only retired"):
        classes.delete_class(session, GEAR)
    assert GEAR in {c.id for c in session.classes}
    classes.retire_class(session, GEAR)
    assert GEAR not in shown(session)


def test_a_run_s_mapping_names_its_classes(session: Session) -> None:
    model = scenery.model(session)
    with session.project.transact(session.actor, "run") as tx:
        tx.facts("run", [(model, '{"classes":{"0":3,"1":null}}')])
    assert class_list.named_by(session.project.read, GEAR)
    assert not class_list.named_by(session.project.read, NUT)


def test_a_version_names_its_classes(session: Session) -> None:
    with session.project.transact(session.actor, "version") as tx:
        tx.put("setting", "version:abc", {"value": '{"classes":[1,3],"receipt":"{}"}'})
    named = [class_list.named_by(session.project.read, key) != "" for key in (BOLT, NUT, GEAR)]
    assert named == [True, False, True]


def test_what_is_gone_is_said(session: Session) -> None:
    for deed in (classes.retire_class, classes.bring_back_class, classes.delete_class):
        with pytest.raises(UserError, match="not in the class list any more"):
            deed(session, 77)
