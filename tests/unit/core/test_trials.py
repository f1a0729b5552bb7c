"""An altered copy differs in one place and plainly; what counts as noticing it."""

from __future__ import annotations

import json
import math
from random import Random

import pytest

from tests import tasks
from verify_app.core.geometry import Box
from verify_app.core.regions import WHOLE_IMAGE, Keypoints
from verify_app.core.trials.alterations import SHIFTED_IOU, altered, errors_of
from verify_app.core.trials.blind import chosen, share_of
from verify_app.core.trials.trials import Alteration, Answer, Decision, ErrorKind, TrialObject, judged
from verify_app.core.vocabulary import Task, Verdict

CLASSES = (1, 2, 3)
SEEDS = range(60)


def scene(task: Task, seed: int) -> tuple[list[TrialObject], tuple[int, int]]:
    made = tasks.scene(task, seed)
    height, width = made.image.shape[:2]
    return [TrialObject(CLASSES[cls], region) for cls, region in made.objects], (width, height)


def copy(task: Task, seed: int) -> tuple[list[TrialObject], Alteration | None, tuple[int, int]]:
    good, size = scene(task, seed)
    return good, altered(good, Random(seed), task=task, classes=CLASSES, size=size, confs=(0.6, 0.7)), size


@pytest.mark.parametrize("task", Task)
def test_every_kind_of_error_comes_up_and_changes_one_object(task: Task) -> None:
    seen = set()
    for seed in SEEDS:
        good, trial, size = copy(task, seed)
        assert trial is not None
        seen.add(trial.error)
        kept = [thing for place, thing in enumerate(trial.shown) if place != trial.place]
        untouched = [thing for thing in good if thing != trial.truth]
        assert sorted(map(str, kept)) == sorted(map(str, untouched))
        assert len(trial.confs) == len(trial.shown)
        assert set(trial.confs) <= {0.6, 0.7}
        for thing in trial.shown:
            box = thing.region.bounds
            assert box.x1 >= -1e-6 or task is Task.OBB
            assert box.x2 <= size[0] + 1e-6 or task is Task.OBB
        _is_plain(trial, good)
    assert seen == set(errors_of(task))


def _is_plain(trial: Alteration, good: list[TrialObject]) -> None:
    """What is altered is so by enough that somebody who looks can see it."""
    shown = None if trial.place is None else trial.shown[trial.place]
    if trial.error is ErrorKind.DELETED:
        assert shown is None
        assert trial.truth in good
        return
    assert shown is not None
    if trial.error is ErrorKind.INVENTED:
        assert trial.truth is None
        assert all(shown.region.overlap(thing.region) < 0.06 for thing in good)
        return
    assert trial.truth is not None
    if trial.error is ErrorKind.RELABELLED:
        assert shown.region == trial.truth.region
        assert shown.class_id != trial.truth.class_id
    elif isinstance(shown.region, Keypoints):
        assert isinstance(trial.truth.region, Keypoints)
        pairs = zip(shown.region.points, trial.truth.region.points, strict=True)
        (far,) = [math.hypot(p.x - q.x, p.y - q.y) for p, q in pairs if p != q]
        assert 0.24 < far / math.sqrt(shown.region.area) < 0.41
    else:
        assert SHIFTED_IOU[0] - 0.06 < shown.region.overlap(trial.truth.region) < SHIFTED_IOU[1] + 0.06


def test_the_same_seed_alters_the_same_way_and_survives_json() -> None:
    for task in Task:
        first, again = copy(task, 7)[1], copy(task, 7)[1]
        assert first is not None
        assert first == again
        assert Alteration.of(json.loads(json.dumps(first.data()))) == first


def test_nothing_to_alter() -> None:
    some = Random(1)
    assert altered([], some, task=Task.DETECT, classes=CLASSES, size=(100, 100), confs=()) is None
    whole = [TrialObject(1, WHOLE_IMAGE)]
    assert altered(whole, some, task=Task.CLASSIFY, classes=(1,), size=(100, 100), confs=()) is None
    speck = [TrialObject(1, Box(5, 5, 7, 7))]
    assert altered(speck, some, task=Task.DETECT, classes=CLASSES, size=(100, 100), confs=()) is None


# --- judging --------------------------------------------------------------------------------------------

GOOD = TrialObject(1, Box(10, 10, 50, 50))
BESIDE = TrialObject(1, Box(25, 10, 65, 50))
OTHER = TrialObject(2, Box(100, 10, 150, 60))
FALSE = TrialObject(2, Box(100, 70, 140, 95))


def trial(error: ErrorKind) -> Alteration:
    """`OTHER` is right and shown first."""
    shown, truth = {
        ErrorKind.SHIFTED: ((OTHER, BESIDE), GOOD),
        ErrorKind.RELABELLED: ((OTHER, TrialObject(3, GOOD.region)), GOOD),
        ErrorKind.INVENTED: ((OTHER, FALSE), None),
        ErrorKind.DELETED: ((OTHER,), GOOD),
    }[error]
    place = None if error is ErrorKind.DELETED else 1
    return Alteration(error, shown, (0.9,) * len(shown), place, truth)


ACCEPTED = Decision(Verdict.ACCEPTED, OTHER)
REJECTED, LATER, DISMISSED = (Decision(v) for v in (Verdict.REJECTED, Verdict.FIX_LATER, Verdict.DISMISSED))


def corrected(thing: TrialObject) -> Decision:
    return Decision(Verdict.CORRECTED, thing)


@pytest.mark.parametrize(
    ("error", "decision", "caught"),
    [
        (ErrorKind.INVENTED, REJECTED, True),
        (ErrorKind.INVENTED, LATER, True),
        (ErrorKind.INVENTED, DISMISSED, True),
        (ErrorKind.INVENTED, Decision(Verdict.ACCEPTED, FALSE), False),
        (ErrorKind.INVENTED, corrected(TrialObject(1, FALSE.region)), False),
        (ErrorKind.INVENTED, None, None),
        (ErrorKind.RELABELLED, corrected(GOOD), True),
        (ErrorKind.RELABELLED, corrected(TrialObject(2, GOOD.region)), False),
        (ErrorKind.RELABELLED, REJECTED, True),
        (ErrorKind.RELABELLED, DISMISSED, False),
        (ErrorKind.RELABELLED, Decision(Verdict.ACCEPTED, TrialObject(3, GOOD.region)), False),
        (ErrorKind.SHIFTED, corrected(GOOD), True),
        (ErrorKind.SHIFTED, corrected(TrialObject(1, Box(14, 10, 54, 50))), True),
        (ErrorKind.SHIFTED, corrected(TrialObject(1, Box(22, 10, 62, 50))), False),
        (ErrorKind.SHIFTED, LATER, True),
        (ErrorKind.SHIFTED, Decision(Verdict.ACCEPTED, BESIDE), False),
    ],
)
def test_what_counts_as_noticing(error: ErrorKind, decision: Decision | None, caught: bool | None) -> None:
    found = judged(trial(error), Answer((ACCEPTED, decision)))
    assert found.caught is caught
    assert (found.false_alarms, found.unaltered) == (0, 1)


@pytest.mark.parametrize(
    ("drawn", "complete", "caught"),
    [
        ((GOOD,), True, True),
        ((TrialObject(3, Box(12, 12, 52, 52)),), True, True),
        ((GOOD,), False, True),
        ((BESIDE,), True, False),
        ((), True, False),
        ((), False, None),
    ],
)
def test_what_was_deleted_must_be_drawn_where_it_was(
    drawn: tuple[TrialObject, ...], complete: bool, caught: bool | None
) -> None:
    assert judged(trial(ErrorKind.DELETED), Answer((ACCEPTED,), drawn, complete)).caught is caught


def test_a_flag_says_nothing_of_the_error() -> None:
    assert judged(trial(ErrorKind.INVENTED), Answer((None, REJECTED), flagged=True, complete=False)).caught is None


@pytest.mark.parametrize(
    ("decision", "alarms"),
    [
        (ACCEPTED, (0, 1)),
        (REJECTED, (1, 1)),
        (LATER, (1, 1)),
        (corrected(TrialObject(1, OTHER.region)), (1, 1)),
        (corrected(TrialObject(2, Box(102, 10, 152, 60))), (0, 1)),
        (corrected(TrialObject(2, Box(130, 10, 180, 60))), (1, 1)),
        (DISMISSED, (0, 0)),
        (None, (0, 0)),
    ],
)
def test_false_alarms_on_what_was_right(decision: Decision | None, alarms: tuple[int, int]) -> None:
    found = judged(trial(ErrorKind.INVENTED), Answer((decision, REJECTED)))
    assert (found.false_alarms, found.unaltered) == alarms


def test_a_moved_point_must_go_back_by_half_or_more() -> None:
    good, found, _ = next(
        made for seed in range(200) if (made := copy(Task.POSE, seed))[1] and made[1].error is ErrorKind.SHIFTED
    )
    assert found is not None
    assert found.place is not None
    shown, truth = found.shown[found.place], found.truth
    assert truth in good
    others = tuple(Decision(Verdict.ACCEPTED, thing) for thing in found.shown)
    for thing, caught in ((truth, True), (shown, False)):
        decisions = (*others[: found.place], corrected(thing), *others[found.place + 1 :])
        assert judged(found, Answer(decisions)).caught is caught


def test_an_answer_to_another_trial_is_refused() -> None:
    with pytest.raises(ValueError, match="1 decisions on 2 objects"):
        judged(trial(ErrorKind.INVENTED), Answer((ACCEPTED,)))


def test_the_coin_is_fair_and_remembers() -> None:
    shares = [share_of("honeypots", 0, "ann", number) for number in range(4000)]
    assert all(0 <= share < 1 for share in shares)
    assert 0.04 < sum(chosen(0.05, "honeypots", 0, "ann", n) for n in range(4000)) / 4000 < 0.06
    assert abs(sum(shares) / len(shares) - 0.5) < 0.02
    assert share_of("a", 1) == share_of("a", 1) != share_of("a", 2)
    assert share_of("ab", "c") != share_of("a", "bc")
    assert not chosen(0.0, "a")
