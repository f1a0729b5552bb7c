"""What programs suggest, in the window: shown beside what it is about, made a label by a person's key alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import BOLT, GEAR, NUT, Hands
from verify_app.app.review import actions
from verify_app.app.review.history import label_history
from verify_app.app.scripting import suggest
from verify_app.app.session import Session
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Door, Grade, ImageState, LabelState
from verify_app.gui.panels.labels import describe
from verify_app.gui.review.history_sheet import ENTRY, HistorySheet
from verify_app.gui.review.panel_splitter import PANEL

FREE = Box(10, 55, 60, 95)


@pytest.fixture
def agent(hands: Hands) -> Session:
    return Session(hands.state.session.project, Actor("agent-x", ActorKind.AGENT, Door.DECIDE))


def say(hands: Hands, agent: Session, op: str, image: int = 1, **about: Any) -> None:
    suggest.suggest(agent, image, op, **about)
    hands.state.refresh()


def suggested(hands: Hands) -> list[str]:
    return [item.id for item in hands.state.items if item.state is LabelState.SUGGESTION]


def test_a_verdict_stands_on_the_tag_and_in_the_list(hands: Hands, agent: Session) -> None:
    first = hands.state.items[0]
    say(hands, agent, "reject", about=first.id)
    (item,) = [item for item in hands.state.items if item.id == first.id]
    assert item.said == (("agent-x", "reject"),)
    assert describe(item).endswith("agent-x: reject")
    assert hands.canvas.objects.looks[item.id].text.endswith("agent-x: reject")
    say(hands, agent, "accept", about=first.id)
    assert hands.canvas.objects.looks[item.id].text.endswith("agent-x: accept"), "its last word"
    assert hands.state.selected == first.id and item.state is LabelState.PROPOSAL
    suggest.suggest(
        Session(hands.state.session.project, Actor("other", ActorKind.AGENT, Door.DECIDE)), 1, "reject", about=first.id
    )
    hands.state.refresh()
    (item,) = [item for item in hands.state.items if item.id == first.id]
    assert describe(item).endswith("other: reject; agent-x: accept"), "who does not agree is read first"
    assert hands.canvas.objects.looks[item.id].text.endswith("other: reject +1")
    say(hands, agent, "complete")
    assert hands.page.header.title.detail.endswith("agent-x: complete")


def test_f_makes_a_drawing_a_label_and_names_the_program(hands: Hands, agent: Session) -> None:
    say(hands, agent, "draw", class_id=GEAR, region=FREE)
    assert suggested(hands) == ["S1"]
    side = hands.page.side
    assert side.hidden.text() == "0 hidden · 1 suggested"
    assert side.hidden.toolTip() == "nothing hidden\n1 suggested by programs"
    assert side.hidden.sizeHint().width() <= PANEL, "nothing of it is cut off"
    assert "suggested by agent-x" in describe(hands.state.items[-1])
    assert hands.page.side.labels_heading.text().startswith("Labels  3 ")
    hands.state.select("S1")
    hands.key("f")
    (label,) = hands.state.session.project.read.labels([1])[1]
    assert (label.grade, label.by, label.door, label.suggestion_id) == (Grade.ACCEPTED, "ann", Door.WINDOW, 1)
    assert suggested(hands) == []
    assert [step.agent for entry in label_history(hands.state.session, label.id) for step in entry.steps] == ["agent-x"]
    hands.state.select(f"L{label.id}")
    sheet = HistorySheet(hands.canvas, hands.state)
    assert "suggested by agent-x" in sheet.list.item(0).text() and sheet.list.item(0).data(ENTRY) is not None
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert suggested(hands) == ["S1"] and not hands.state.session.project.read.labels([1])


def test_x_puts_it_away_and_undo_brings_it_back(hands: Hands, agent: Session) -> None:
    before = hands.record(1)
    say(hands, agent, "draw", class_id=GEAR, region=FREE)
    hands.state.select("S1")
    hands.key("x", Qt.KeyboardModifier.ShiftModifier)
    assert suggested(hands) == ["S1"] and "put a suggestion away" in hands.said
    hands.key("x")
    assert suggested(hands) == [] and "Put away: gear" in hands.said
    assert hands.record(1) == before
    hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert suggested(hands) == ["S1"]


def test_a_correction_is_corrected_further_by_keys_and_drags(hands: Hands, agent: Session) -> None:
    first = hands.state.items[0]
    say(hands, agent, "correct", about=first.id, class_id=NUT)
    hands.state.select("S1")
    hands.key("3")
    (label,) = hands.state.session.project.read.labels([1])[1]
    assert (label.class_id, label.grade, f"P{label.prediction_id}") == (GEAR, Grade.CORRECTED, first.id)
    verdicts = hands.state.session.project.read.rulings([1])[1]
    assert [(r.verdict.value, r.label_id) for r in verdicts] == [("corrected", label.id)]
    say(hands, agent, "draw", class_id=BOLT, region=FREE)
    hands.state.select("S2")
    hands.state.set_editing("")
    hands.drag((35, 75), (40, 72))
    moved = hands.state.session.project.read.labels([1])[1][-1]
    assert (moved.grade, moved.suggestion_id) == (Grade.CORRECTED, 2)
    assert abs(moved.region.bounds.x1 - 15) < 1.5


def test_space_leaves_suggestions_and_says_so_once(hands: Hands, agent: Session) -> None:
    say(hands, agent, "draw", class_id=GEAR, region=FREE)
    hands.key(Qt.Key.Key_Space)
    done = hands.record(1)
    assert done.state is ImageState.COMPLETE and len(done.items) == 3 and len(done.suggestions) == 1
    assert hands.said.endswith("1 suggestion of a program is left; it counts for nothing.")
    hands.key(Qt.Key.Key_Space)
    assert "suggestion" not in hands.said


def test_a_suggestion_between_look_and_key_stops_nobody(hands: Hands, agent: Session) -> None:
    suggest.suggest(agent, 1, "draw", class_id=GEAR, region=FREE)  # the window has not heard of it
    hands.key(Qt.Key.Key_Space)
    assert hands.record(1).state is ImageState.COMPLETE


def test_nothing_is_shown_of_a_blind_image_before_it_is_settled(hands: Hands, agent: Session) -> None:
    session = hands.state.session
    with session.project.transact(session.actor, "blind") as tx:
        tx.facts("blind", [(3, tx.read.scans([3])[3].sha256, "ann", "human")], images=[3])
    say(hands, agent, "draw", 3, class_id=GEAR, region=FREE)
    say(hands, agent, "empty", 3)
    assert (hands.record(3).suggestions, hands.record(3).said) == ((), ())
    actions.draw(session, 3, (GEAR, Box(5, 5, 50, 50)))
    with pytest.raises(Exception, match="not on the image"):
        actions.accept(session, 3, "S1")
