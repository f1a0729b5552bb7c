"""The rules of the review are one: the same verbs on the same proposals do the same on record and on a trial."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.regions import WHOLE_IMAGE
from verify_app.core.trials.trials import Alteration, Answer, ErrorKind, TrialObject
from verify_app.core.vocabulary import LabelState, Task, Verdict

IMAGES = 40
THRESHOLD = 0.4


class Both(NamedTuple):
    """An image of the project and a trial that shows the same."""

    session: Session
    image_id: int
    attempt: Attempt

    @classmethod
    def of(cls, session: Session, image_id: int, model_id: int, shown: list[tuple[TrialObject, float]]) -> Both:
        said = [(thing.class_id, thing.region, conf) for thing, conf in shown]
        scenery.run(session, {image_id: said}, model_id=model_id)
        things, confs = zip(*shown, strict=True)
        trial = Alteration(ErrorKind.RELABELLED, things, confs, 0, things[0])
        return cls(session, image_id, Attempt(look(session, image_id), trial, session.actor))

    def items(self) -> tuple[list[Item], list[Item]]:
        """What both show; it is the same."""
        record, trial = list(look(self.session, self.image_id).items), list(self.attempt.review.items)
        assert [seen(item) for item in record] == [seen(item) for item in trial]
        assert look(self.session, self.image_id).state is self.attempt.review.state
        return record, trial

    def do(self, verb: str, record: list[str], trial: list[str], **how: object) -> bool:
        """Do the same on both; whether anything changed on record. They refuse with the same sentence."""
        before = self.attempt.review.items
        on_record = said(lambda: getattr(actions, verb)(self.session, self.image_id, *record, **how))
        on_trial = said(lambda: getattr(self.attempt, verb)(*trial, **how))
        assert refusal(on_record) == refusal(on_trial)
        changed = refusal(on_record) is None and on_record is not None
        assert changed or self.attempt.review.items == before
        return changed


def seen(item: Item) -> tuple[object, ...]:
    return (item.id[0], item.state, item.class_id, item.region, item.conf, item.grade, item.by, item.original)


def said(act: Callable[[], object]) -> object:
    try:
        return act()
    except UserError as error:
        return error


def refusal(said: object) -> str | None:
    return str(said) if isinstance(said, UserError) else None


PLACES = [(5, 5), (6, 6), (60, 10), (62, 12), (150, 50)]
"""A few, so that much lies on each other."""


def some_box(rng: Random, *places: tuple[int, int]) -> Box:
    x, y = rng.choice([*PLACES, *places])
    return Box(x, y, x + rng.choice([40, 42]), y + rng.choice([40, 41, 44]))


@pytest.mark.parametrize("seed", range(3))
def test_the_same_verbs_do_the_same(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    session = scenery.project(tmp_path, images=IMAGES)
    model_id, finished = scenery.model(session), 0
    for image_id in range(1, IMAGES + 1):
        things = [TrialObject(rng.randint(1, 3), some_box(rng)) for _ in range(rng.randint(1, 5))]
        both = Both.of(session, image_id, model_id, [(thing, rng.choice([0.2, 0.5, 0.6, 0.9])) for thing in things])
        _work(both, rng)
        finished += _finish(both, rng)
    assert finished > IMAGES / 4
    assert list(session.project.problems()) == []
    session.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_class_is_given_alike(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    session = scenery.project(tmp_path, images=6, task=Task.CLASSIFY)
    model_id = scenery.model(session)
    for image_id in range(1, 7):
        both = Both.of(session, image_id, model_id, [(TrialObject(rng.randint(1, 3), WHOLE_IMAGE), 0.6)])
        if rng.random() < 0.5:
            (item,), (same,) = both.items()
            both.do("correct", [item.id], [same.id], class_id=rng.randint(1, 3))
        record, trial = both.items()
        with pytest.raises(UserError, match="none can be empty"):
            both.attempt.empty(0.0)
        wanted = rng.randint(1, 3)
        actions.classify(session, look(session, image_id), wanted)
        (label,) = look(session, image_id).items
        (decision,) = both.attempt.classify(wanted).decisions
        assert decision is not None and decision.thing == TrialObject(label.class_id, label.region)
        assert decision.verdict == label.grade, "accepted or corrected"
        assert len(record) == len(trial) == 1
    session.close()


def _work(both: Both, rng: Random) -> None:
    steps, known = 0, set[tuple[str, str]]()
    for _ in range(rng.randint(0, 6)):
        record, trial = both.items()
        known |= {(one.id, other.id) for one, other in zip(record, trial, strict=True)}
        ids = rng.sample(sorted(known), min(len(known), rng.choice([1, 1, 2])))
        on_record, on_trial = [one for one, _ in ids], [other for _, other in ids]
        verb = rng.choice(["accept", "reject", "class", "region", "draw", "undo"])
        if verb == "undo":
            if steps:
                actions.undo(both.session)
                assert both.attempt.undo()
                steps -= 1
        elif verb == "draw":
            objects = [(rng.randint(1, 3), some_box(rng, (180, 90), (300, 300)))]
            steps += both.do("draw", objects, objects)
        elif verb == "reject":
            steps += both.do("reject", on_record, on_trial, fix_later=rng.random() < 0.2)
        elif verb == "accept":
            steps += both.do("accept", on_record, on_trial)
        else:
            how = (
                {"class_id": rng.randint(1, 3)} if verb == "class" else {"region": some_box(rng, (180, 90), (300, 300))}
            )
            steps += both.do("correct", on_record, on_trial, **how)
    both.items()


def _finish(both: Both, rng: Random) -> bool:
    """Decide on the whole image, on record and on the trial; whether it was not refused."""
    session, review = both.session, look(both.session, both.image_id)
    later = any(item.state is LabelState.FIX_LATER for item in review.items)
    verb = rng.choice(["complete", "complete", "empty"])
    before = {item.id for item in review.items}
    on_record = said(lambda: getattr(actions, verb)(session, review, THRESHOLD))
    answer = said(lambda: getattr(both.attempt, verb)(THRESHOLD))
    if later and verb == "complete":
        assert "to be fixed later" in (refusal(on_record) or "")
        return False  # a trial is over with the first decision on the whole image, see `Attempt`
    assert refusal(on_record) == refusal(answer)
    if refusal(on_record) is not None:
        return False
    assert isinstance(answer, Answer) and answer.complete
    evidence = session.project.read.evidence([both.image_id])[both.image_id]
    rulings = {ruling.prediction.id: ruling.verdict for ruling in evidence.rulings}
    for prediction, decision in zip(evidence.predictions, answer.decisions, strict=True):
        verdict = None if decision is None else decision.verdict
        if prediction.id in rulings:
            assert verdict in (rulings[prediction.id], Verdict.FIX_LATER if later else None)
        else:  # of two on one thing both were shown and let pass
            assert verdict is (Verdict.ACCEPTED if f"P{prediction.id}" in before else None)
    ruled = [d.thing for p, d in zip(evidence.predictions, answer.decisions, strict=True) if p.id in rulings and d]
    things = [thing for thing in (*ruled, *answer.drawn) if thing is not None]
    assert _sorted(things) == _sorted(TrialObject(label.class_id, label.region) for label in evidence.labels)
    return True


def _sorted(things: Iterable[TrialObject]) -> list[TrialObject]:
    return sorted(things, key=lambda thing: (thing.class_id, str(thing.region.data())))
