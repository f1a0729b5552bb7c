"""Where a run and the labels differ: kinds, matching, and what is no difference."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from verify_app.core.derive import Evidence, binding, proposals
from verify_app.core.disagreements import (
    LEAST_CONF,
    LOOSE_IOU,
    SAME_THING_IOU,
    Disagreement,
    Kind,
    differences,
    matched,
    overlaps,
)
from verify_app.core.geometry import Box, Region, iou
from verify_app.core.records import Label, Mark, Prediction, Ruling, Scan
from verify_app.core.regions import WHOLE_IMAGE, OrientedBox
from verify_app.core.vocabulary import ActorKind, Grade, Origin, Verdict

SHA = "s" * 64
HUMAN = ActorKind.HUMAN


def label(key: int, region: Region, class_id: int = 1, *, grade: Grade = Grade.DRAWN, sha256: str = SHA) -> Label:
    return Label(key, 1, class_id, region, grade, "ann", HUMAN, binding(sha256, class_id, region))


def said(key: int, region: Region, class_id: int = 1, conf: float = 0.8) -> Prediction:
    return Prediction(key, 1, 2, class_id, region, conf)


def evidence(
    labels: list[Label], predictions: list[Prediction], *, complete: bool = True, rulings: list[Ruling] | None = None,
    problem: str | None = None,
) -> Evidence:  # fmt: skip
    mark = Mark(1, complete, "ann", HUMAN, SHA) if complete else Mark(1)
    return Evidence(Scan(SHA, 1, 200, 100, problem), Origin.REAL, mark, labels, rulings or [], predictions)


def found(all_: Evidence) -> list[tuple[Kind, int | None, int | None]]:
    return [(d.kind, d.label_id, d.prediction_id) for d in differences(all_, proposals(all_))]


BOX = Box(10, 10, 50, 50)
HALF = Box(10, 10, 50, 36)  # IoU 0.65
FAR = Box(100, 10, 150, 50)


@pytest.mark.parametrize(
    ("labels", "predictions", "expected"),
    [
        ([label(1, BOX)], [said(7, BOX)], []),
        ([label(1, BOX)], [], [(Kind.MISSED, 1, None)]),
        ([], [said(7, BOX)], [(Kind.EXTRA, None, 7)]),
        ([label(1, BOX)], [said(7, HALF)], [(Kind.LOOSE, 1, 7)]),
        ([label(1, BOX)], [said(7, BOX, 2)], [(Kind.OTHER_CLASS, 1, 7)]),
        ([label(1, BOX)], [said(7, FAR)], [(Kind.EXTRA, None, 7), (Kind.MISSED, 1, None)]),
        # too unsure to say anything
        ([label(1, BOX)], [said(7, BOX), said(8, FAR, conf=LEAST_CONF - 0.01)], []),
        # the class goes before the closer fit, and a second look at a labelled object is no extra one
        ([label(1, BOX)], [said(7, BOX, 2), said(8, HALF, 1)], [(Kind.LOOSE, 1, 8)]),
        ([label(1, BOX)], [said(7, BOX), said(8, HALF)], []),
        # two looks at one new thing are one
        ([], [said(7, FAR, conf=0.5), said(8, FAR, conf=0.9)], [(Kind.EXTRA, None, 8)]),
        # an imported or stale label is nobody's word
        ([label(1, BOX, grade=Grade.IMPORTED)], [said(7, BOX, 2)], [(Kind.EXTRA, None, 7)]),
        ([label(1, BOX, sha256="t" * 64)], [], []),
    ],
)
def test_kinds(labels: list[Label], predictions: list[Prediction], expected: list[object]) -> None:
    assert found(evidence(labels, predictions)) == expected


def test_what_is_still_a_proposal_is_decided_as_one() -> None:
    labels, predictions = [label(1, BOX), label(2, FAR)], [said(7, HALF), said(8, Box(60, 60, 90, 90))]
    assert found(evidence(labels, predictions, complete=False)) == [(Kind.MISSED, 2, None)]
    assert found(evidence([], predictions, complete=False)) == []


def test_a_verdict_settles_it() -> None:
    wrong = said(7, FAR)
    for verdict in (Verdict.REJECTED, Verdict.DISMISSED, Verdict.ACCEPTED):
        assert found(evidence([], [wrong], rulings=[Ruling(wrong, verdict)])) == []
    # called false in an earlier run, and again in this one; unless that run saw other bytes
    again = said(9, FAR)
    wrong = wrong._replace(run_id=wrong.run_id - 1)
    assert found(evidence([], [again], rulings=[Ruling(wrong, Verdict.REJECTED)])) == []
    assert found(evidence([], [again], rulings=[Ruling(wrong, Verdict.REJECTED, current=False)])) != []


def test_no_file_no_difference() -> None:
    assert found(evidence([label(1, BOX)], [], problem="gone")) == []


def test_the_most_telling_comes_first() -> None:
    all_ = evidence([label(1, BOX), label(2, FAR)], [said(7, HALF), said(8, Box(60, 60, 90, 90), conf=0.9)])
    got = differences(all_, [])
    assert [d.kind for d in got] == [Kind.EXTRA, Kind.MISSED, Kind.LOOSE]
    assert all(a.score >= b.score for a, b in pairwise(got))
    assert got[2] == Disagreement(Kind.LOOSE, 1, 7, 1, 1.0 - iou(BOX, HALF))


def test_an_image_of_another_class_and_a_turned_box() -> None:
    image = evidence([label(1, WHOLE_IMAGE, 1)], [said(7, WHOLE_IMAGE, 2)])
    assert found(image) == [(Kind.OTHER_CLASS, 1, 7)]
    box = OrientedBox(60, 50, 60, 10, 0.0)
    turned = OrientedBox(60, 50, 60, 10, 0.2)
    assert LOOSE_IOU > turned.overlap(box) >= SAME_THING_IOU
    assert found(evidence([label(1, box)], [said(7, turned)])) == [(Kind.LOOSE, 1, 7)]


def test_pairs_are_those_of_a_full_search_and_each_is_taken_once() -> None:
    chance = random.Random(3)

    def box() -> Box:
        x, y = chance.uniform(0, 60), chance.uniform(0, 60)
        return Box(x, y, x + chance.uniform(5, 60), y + chance.uniform(5, 60))

    for _ in range(60):
        labels = [label(i, box(), chance.randint(1, 2)) for i in range(8)]
        predictions = [said(i, box(), chance.randint(1, 2)) for i in range(8)]
        every = {(a.id, b.id) for a in labels for b in predictions if iou(a.region, b.region) >= SAME_THING_IOU}
        near = overlaps(labels, predictions)
        assert {(a.id, b.id) for a, b, _ in near} == every
        pairs = matched(near)
        assert len({a.id for a, _, _ in pairs}) == len({b.id for _, b, _ in pairs}) == len(pairs)
        left = [
            (a, b) for a, b, _ in near if a.id not in {p[0].id for p in pairs} and b.id not in {p[1].id for p in pairs}
        ]
        assert left == []
