"""Honeypots and blind images in a real window: they look like images, are answered by keys, and leave no trace."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests import scenery
from tests.gui.conftest import BOLT, NUT, Hands
from tests.unit.app.trial_scenes import as_reviewer, complete, made, set_rates, truth
from verify_app.app.project.report import labels
from verify_app.app.review import blind, trials, trust
from verify_app.app.review.last_position import Place, remember
from verify_app.core.geometry import Box
from verify_app.core.queue.orders import Order
from verify_app.core.trials.blind import BlindStage
from verify_app.core.trials.trials import ErrorKind
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Task
from verify_app.gui.dialogs.key_sheet import Keys
from verify_app.gui.review.key_hints import Mode
from verify_app.gui.review.targets import DecisionTarget, RecordTarget
from verify_app.gui.review.trial_controller import TrialController
from verify_app.gui.review.trial_target import TrialTarget
from verify_app.gui.shell import main
from verify_app.storage.check import problems

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
IMAGES, DONE = 30, range(1, 21)
SEEN = (BOLT, (10, 10, 50, 40), 0.9), (NUT, (80, 20, 120, 60), 0.6)
Open = Callable[..., Hands]


@pytest.fixture
def open_trials(make_window: Open, tmp_path: Path) -> Callable[..., Hands]:
    """A project with twenty images that bob completed; ann begins on the first of ten more, honeypots before all."""

    def opened(task: Task = Task.DETECT) -> Hands:
        main.application()
        session = made(tmp_path, images=IMAGES, task=task, reviewer="ann")
        complete(as_reviewer(session, "bob"), DONE)
        set_rates(session, honeypots=1.0)
        remember(session, Place(Order.FOUND))
        session.close()
        hands = make_window.reopen(session.folder)  # type: ignore[attr-defined]
        hands.page.finish()
        return hands

    return opened


def controller(hands: Hands) -> TrialController:
    assert hands.page.state.trials is not None
    return hands.page.state.trials


def seen(hands: Hands) -> None:
    hands.qtbot.waitUntil(lambda: bool(hands.state.seen))


def to_trial(hands: Hands, *errors: ErrorKind) -> TrialTarget:
    """Go on until a honeypot with one of these errors is in front, not answering any on the way."""
    for _ in range(2 * IMAGES):
        seen(hands)
        found = hands.state.trial
        if found is not None and (not errors or found.trial.alteration.error in errors):
            return found
        if found is not None:
            hands.page.images.flag("")  # out of the way
            hands.key("D")
            seen(hands)
        hands.key("D")
    raise AssertionError("none came up")


def altered(hands: Hands, verbs: TrialTarget) -> str:
    """Id of the altered object as it is shown."""
    alteration = verbs.trial.alteration
    assert alteration.place is not None
    thing = alteration.shown[alteration.place]
    return next(i.id for i in hands.state.items if (i.class_id, i.region) == (thing.class_id, thing.region))


def record(hands: Hands) -> list[object]:
    """Everything that a trial must leave alone."""
    project = hands.state.session.project
    marks = [tuple(r) for r in project.read.rows("SELECT * FROM image_state")]
    verdicts = [tuple(r) for r in project.read.rows("SELECT * FROM verdict")]
    return [*(list(labels(project, i)) for i in range(1, IMAGES + 1)), marks, verdicts]


# --- honeypots ------------------------------------------------------------------------------------------------


def test_the_first_image_is_none_and_the_next_looks_like_any_other(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    assert hands.state.trial is None
    hands.key("D")
    seen(hands)
    trial, review = hands.state.trial, hands.state.review
    assert trial is not None and review is not None
    plain = hands.record(trial.trial.before_id)
    assert (review.id, review.name, review.state) == (plain.id, plain.name, ImageState.UNREVIEWED)
    assert review.complete_by is None and hands.page.header.title.detail == ""
    assert hands.page.list.view.currentIndex().row() == hands.state.position
    assert hands.state.order[hands.state.position] == trial.trial.before_id
    assert {item.state for item in hands.state.items} <= {LabelState.PROPOSAL}
    assert not controller(hands).bar.isVisible()


def test_missed_by_space_revealed_at_once_and_on_to_the_image(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands)
    before = record(hands)
    hands.key(" ")
    bar = controller(hands).bar
    assert verbs.outcome is not None and verbs.outcome.caught is False
    assert bar.isVisible() and bar.lead.text() == "Missed."
    assert "copies with one error" in bar.words.text(), "explained on first meeting"
    assert hands.canvas.overlay.ghosts
    hands.qtbot.wait(150)
    assert hands.canvas.overlay.ghosts, "and it stays on show"
    assert hands.state.review is not None and hands.state.review.id == verbs.review.id
    hands.key(" ")
    seen(hands)
    assert hands.state.trial is None and not bar.isVisible()
    assert hands.state.review.id == verbs.review.id
    assert {i.id for i in hands.state.items} == {i.id for i in hands.record(verbs.review.id).items}
    assert record(hands) == before
    assert list(problems(hands.state.session.project.read.connection)) == []


def test_caught_by_rejecting(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands, ErrorKind.INVENTED, ErrorKind.RELABELLED, ErrorKind.SHIFTED)
    before = record(hands)
    hands.state.select(altered(hands, verbs))
    hands.key("X")
    assert hands.said.startswith("Rejected: ")
    hands.key(" ")
    assert controller(hands).bar.lead.text() == "Caught."
    assert record(hands) == before
    hands.key(Qt.Key.Key_Return)
    seen(hands)
    assert hands.state.trial is None and hands.state.review.id == verbs.review.id  # type: ignore[union-attr]


def test_caught_by_drawing_what_was_left_out(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands, ErrorKind.DELETED)
    missing = verbs.trial.alteration.truth
    assert missing is not None
    box = missing.region.bounds
    hands.key("R")
    hands.drag((box.x1, box.y1), (box.x2, box.y2))
    assert hands.state.item is not None and hands.state.item.grade is Grade.DRAWN
    hands.key(" ")
    bar = controller(hands).bar
    assert bar.lead.text() == "Caught." and "left out" in bar.words.text()
    hands.key("D")
    seen(hands)
    assert hands.state.review.id == verbs.review.id  # type: ignore[union-attr]


def test_another_class_is_taken_back_by_its_number(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands, ErrorKind.RELABELLED)
    hands.state.select(altered(hands, verbs))
    right = verbs.trial.alteration.truth
    assert right is not None
    hands.key(str(right.class_id))
    hands.key(" ")
    assert controller(hands).outcome.caught is True  # type: ignore[union-attr]
    assert "had been called" in controller(hands).bar.words.text()


def test_undo_takes_back_steps_of_the_trial_and_then_the_work_before(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    hands.key(" ")
    worked = hands.state.session.project.read.evidence([21])[21].mark.complete
    assert worked, "the first image is done"
    verbs = to_trial(hands)
    shown = list(hands.state.items)
    hands.key("F")
    hands.key("X") if len(shown) > 1 else None
    assert hands.state.items != shown
    while hands.state.items != shown:
        hands.key("Z", CTRL)
        assert hands.said.startswith("Undone: ")
    assert hands.record(21).state is ImageState.COMPLETE
    hands.key("Z", CTRL, SHIFT)
    assert hands.said == "Done again: accepted a proposal."
    hands.key("Z", CTRL)
    hands.key("Z", CTRL)
    assert hands.record(21).state is ImageState.UNREVIEWED, "nothing is left on the trial: as on any image"
    assert hands.state.trial is None and hands.state.review.id == 21  # type: ignore[union-attr]
    assert verbs.outcome is None


def test_after_the_answer_nothing_can_be_changed(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    to_trial(hands)
    hands.key(" ")
    before, items = record(hands), list(hands.state.items)
    hands.state.select(items[0].id)
    hands.page.objects.edit()
    for key, *held in (("Z", CTRL), ("X",), ("1",), ("2",), ("F",), ("Z", CTRL, SHIFT)):
        hands.key(key, *held)
    assert "the first decision counts" in hands.said
    assert record(hands) == before and hands.state.items == items


def test_left_undecided_it_comes_up_again_left_half_done_it_is_answered(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands)
    hands.key("A")
    seen(hands)
    assert verbs.outcome is None and hands.state.trial is not verbs
    hands.key("D")
    hands.key("D")
    again = to_trial(hands)
    assert again.trial.id == verbs.trial.id
    assert again.review.id != verbs.review.id, "before whatever is next"
    hands.key("F")
    hands.key("D")
    assert again.outcome is not None and controller(hands).bar.isVisible(), "answered, so revealed before going on"
    hands.key("D")
    seen(hands)
    assert hands.state.trial is None and hands.state.review.id == again.review.id  # type: ignore[union-attr]


def test_a_flag_says_nothing_for_or_against(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands)
    hands.state.select("")
    hands.key("U")
    hands.key("why")
    hands.key(Qt.Key.Key_Return)
    assert verbs.outcome is not None and verbs.outcome.caught is None
    assert controller(hands).bar.lead.text() == "Not counted."
    assert hands.record(verbs.review.id).flag is None


def test_what_was_decided_counts_when_the_window_closes(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    to_trial(hands)
    hands.key("F")
    folder = hands.state.session.folder
    hands.window.close_project()
    from verify_app.app.session import Session

    session = Session.open(folder, "ann")
    assert trust.trust_of(session).undecided + trust.trust_of(session).catch.shown == 1
    session.close()


def test_a_filter_that_leaves_nothing_takes_the_trial_away(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    verbs = to_trial(hands)
    hands.key(" ")
    hands.state.clear()
    assert hands.state.trial is None and not controller(hands).bar.isVisible()
    hands.page.navigator.first()
    seen(hands)
    assert hands.state.review is not None and hands.state.trial is not verbs


def test_of_whole_images_a_class_is_the_answer(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials(Task.CLASSIFY)
    verbs = to_trial(hands)
    right = verbs.trial.alteration.truth
    assert right is not None
    hands.key(str(right.class_id))
    assert verbs.outcome is not None and verbs.outcome.caught is True
    assert controller(hands).bar.lead.text() == "Caught."


def test_the_grid_over_a_trial_decides_on_record(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    hands.key(" ")
    target = to_trial(hands)
    assert target.accept(target.review.id, target.review.items[0].id, ms=0)
    now, record = target.review.items, events(hands)
    hands.page.toggle_grid()
    hands.page.undo()
    assert target.review.items == now, "the step on the trial stands"
    assert events(hands) == record + 1, "what was done before it came up is taken back"
    hands.page.close_grid()
    assert hands.state.target is target
    hands.page.undo()
    assert target.review.items != now and events(hands) == record + 1


def events(hands: Hands) -> int:
    return int(hands.state.session.project.read.one("SELECT count(*) FROM event"))


def test_every_command_has_its_own_form_on_a_trial() -> None:
    names = [name for name, _ in inspect.getmembers(DecisionTarget, inspect.isfunction) if not name.startswith("_")]
    assert len(names) > 10
    assert [name for name in names if name not in vars(TrialTarget) or name not in vars(RecordTarget)] == []


# --- blind images ---------------------------------------------------------------------------------------------


@pytest.fixture
def drawn(make_window: Open, tmp_path: Path) -> Hands:
    """Four images with two predictions each; the second, of which all may be blind, is in front."""
    main.application()
    session = scenery.project(tmp_path, images=4)
    scenery.run(session, dict.fromkeys(range(1, 5), SEEN))
    set_rates(session, honeypots=0.0, blind=1.0)
    remember(session, Place(Order.FOUND))
    session.close()
    hands: Hands = make_window.reopen(session.folder)  # type: ignore[attr-defined]
    hands.page.finish()
    hands.key("D")
    seen(hands)
    return hands


def draw_one(hands: Hands, x1: float, y1: float, x2: float, y2: float) -> None:
    """One box of the class bolt, by hand."""
    hands.state.drawing_class = BOLT
    hands.key("R")
    hands.drag((x1, y1), (x2, y2))
    hands.key(Qt.Key.Key_Escape)


def test_predictions_are_hidden_and_it_is_said_why(drawn: Hands) -> None:
    assert drawn.state.items == []
    rows = [drawn.page.list.model.row(place) for place in (0, 1)]
    assert [row.proposals for row in rows if row is not None] == [2, 0], "the list tells nothing either"
    bar = controller(drawn).bar
    assert bar.isVisible() and bar.lead.text() == "To be drawn blind."
    assert "overlook" in bar.words.text(), "explained on first meeting"
    drawn.qtbot.wait(250)
    assert drawn.page.message.aside == "", "a reason would tell what was predicted"
    drawn.key("A")
    seen(drawn)
    assert len(drawn.state.items) == 2 and not bar.isVisible(), "what was seen before is never blind"
    drawn.key("D")
    seen(drawn)
    assert drawn.state.items == [] and bar.isVisible(), "skipping changes nothing"


def test_drawn_revealed_and_kept_by_space(drawn: Hands) -> None:
    draw_one(drawn, 10, 10, 50, 40)
    drawn.key(" ")
    settling = controller(drawn).disagreements
    assert drawn.state.review is not None and drawn.state.review.id == 2, "it stays to be settled"
    assert settling.bar.isVisible() and "the model saw nut" in settling.bar.words.text()
    assert not controller(drawn).bar.isVisible()
    assert drawn.record(2).state is ImageState.IN_PROGRESS
    drawn.key(" ")
    seen(drawn)
    assert drawn.record(2).state is ImageState.COMPLETE
    assert [item.grade for item in drawn.record(2).items] == [Grade.BLIND]
    assert drawn.state.review.id == 3
    assert list(problems(drawn.state.session.project.read.connection)) == []


def test_either_side_per_difference_and_undone(drawn: Hands) -> None:
    draw_one(drawn, 140, 50, 190, 90)
    drawn.key(" ")
    settling = controller(drawn).disagreements
    assert len(settling.open) == 3, "two that were not drawn, one that the model did not see"
    kinds = [found.kind.value for found in settling.open]
    for _ in range(3):
        kind, before = settling.current.kind.value, len(settling.open)  # type: ignore[union-attr]
        drawn.key("X" if kind == "missed" else "F")
        drawn.qtbot.waitUntil(lambda n=before: len(settling.open) < n)  # type: ignore[misc]
    assert sorted(kinds) == ["extra", "extra", "missed"]
    assert drawn.record(2).state is ImageState.COMPLETE
    assert sorted(item.grade.value for item in drawn.record(2).items) == ["accepted", "accepted", "blind"]
    assert drawn.state.review is not None and drawn.state.review.id == 2, "no further key falls on the next image"
    drawn.key("Z", CTRL)
    drawn.qtbot.waitUntil(lambda: len(settling.open) == 1)
    assert drawn.record(2).state is ImageState.IN_PROGRESS


def test_an_empty_one_and_one_that_agrees(drawn: Hands) -> None:
    drawn.key(" ", SHIFT)
    settling = controller(drawn).disagreements
    assert len(settling.open) == 2
    drawn.key(" ")
    seen(drawn)
    assert drawn.record(2).state is ImageState.COMPLETE_EMPTY
    assert drawn.state.items == [], "the next one is blind too"
    session, image_id = drawn.state.session, 3
    for class_id, corners, _ in SEEN:
        drawn.page.objects._add([(class_id, Box(*corners))])
    drawn.key(" ")
    assert blind.view(session, image_id).stage is BlindStage.SETTLED  # type: ignore[union-attr]
    assert drawn.state.review is not None and drawn.state.review.id != image_id, "nothing to settle: on to the next"


# --- the private page -----------------------------------------------------------------------------------------


def test_the_page_tells_what_was_caught_and_sets_the_shares(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    set_rates(hands.state.session, honeypots=0.5)
    for _ in range(2):
        to_trial(hands)
        hands.key(" ")
        hands.key(" ")
    form = hands.window.open_form("trust")
    known = trust.trust_of(hands.state.session)
    assert known.catch.shown >= 1 and known.catch.caught == 0
    low, high = known.catch.interval.low, known.catch.interval.high
    told = f"0 of {known.catch.shown}: 0 % ({round(low * 100)} % to {round(high * 100)} %)"
    assert form.numbers["catch"].text() == told  # type: ignore[attr-defined]
    assert form.honeypots.value() == 50 and form.blind.text() == "off"  # type: ignore[attr-defined]
    form.honeypots.setValue(10)  # type: ignore[attr-defined]
    form.blind.setValue(20)  # type: ignore[attr-defined]
    assert trials.rates(hands.state.session) == trials.Rates(0.1, 0.2)
    bob = as_reviewer(hands.state.session, "bob")
    assert trust.trust_of(bob).catch.shown == 0
    assert truth(Task.DETECT, 1)


# --- keys and menus -------------------------------------------------------------------------------------------------


def offered(hands: Hands, over: str) -> set[str]:
    return {name for group in hands.page.panels.label_menu._offered(over) for name in group}


def test_hints_and_menu_tell_nothing_of_a_honeypot_until_it_is_answered(open_trials: Callable[..., Hands]) -> None:
    hands = open_trials()
    usual, menu = hands.page.message.hint, offered(hands, "x")
    to_trial(hands)
    assert hands.page.hints.mode is Mode.REVIEWING and hands.page.message.hint == usual
    assert offered(hands, "x") == menu
    hands.page.images.flag("")
    assert hands.page.hints.mode is Mode.ANSWERED
    assert hands.page.message.hint.startswith("Space go on") and "accept" not in hands.page.message.hint
    assert not offered(hands, "x") & {"accept", "reject", "class", "box"}
    hands.key(Qt.Key.Key_Return)
    seen(hands)
    assert hands.page.message.hint == usual and offered(hands, "x") == menu


def test_hints_and_f1_follow_a_blind_image(drawn: Hands) -> None:
    sheet = drawn.window.open_form("keys")
    assert isinstance(sheet, Keys)
    assert drawn.page.hints.mode is Mode.BLIND and "all is drawn, compare" in sheet.now.text()
    drawn.window.activateWindow()
    drawn.canvas.setFocus()
    draw_one(drawn, 10, 10, 50, 40)
    drawn.page.complete()
    assert drawn.page.hints.mode is Mode.SETTLING
    for said in (drawn.page.message.hint, sheet.now.text()):
        assert "F the model is right" in said and "X the label stands" in said
    drawn.page.complete()
    seen(drawn)
    assert drawn.page.hints.mode is not Mode.SETTLING and "the model is right" not in drawn.page.message.hint
    drawn.page.toggle_grid()
    sheet.fill()
    assert "back to the image" in sheet.now.text()
    drawn.page.close_grid()
    drawn.page.drawing.take("box")
    assert "stop drawing" in sheet.now.text()
