"""Files that change on disk while a honeypot made of them is in front."""

from __future__ import annotations

from collections.abc import Callable

from tests import scenery
from tests.gui.conftest import Hands
from tests.gui.test_trust import open_trials, seen, to_trial
from verify_app.core.vocabulary import ImageState

__all__ = ["open_trials"]


def test_a_honeypot_whose_file_changed_gives_way_and_its_own_image_is_looked_at_again(
    open_trials: Callable[..., Hands],
) -> None:
    hands = open_trials()
    verbs = to_trial(hands)
    shown, before = verbs.trial.image_id, verbs.review.id
    answers = hands.state.session.project.read.rows("SELECT * FROM trial_answer")
    scenery.picture(verbs.review.file, 777)
    hands.key(" ")
    hands.qtbot.waitUntil(lambda: hands.state.trial is not verbs)
    seen(hands)
    assert hands.record(shown).state is ImageState.STALE
    assert hands.state.review is not None and hands.state.review.id == before
    assert hands.record(before).state is ImageState.UNREVIEWED
    assert hands.state.session.project.read.rows("SELECT * FROM trial_answer") == answers
    assert hands.state.trial is None or hands.state.trial.trial.id != verbs.trial.id
