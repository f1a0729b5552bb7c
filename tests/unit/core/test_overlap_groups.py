"""Siblings and heaps, found among few as comparing all with all finds them; what a rejection speaks against."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from verify_app.core.derive import SAME_OBJECT_IOU, Evidence, proposals
from verify_app.core.geometry import Box, Region
from verify_app.core.image_labels import binding
from verify_app.core.overlap_groups import ALIKE_IOU, heaps, siblings
from verify_app.core.records import Label, Mark, Prediction, Ruling, Scan
from verify_app.core.regions import OrientedBox, Polygon
from verify_app.core.vocabulary import ActorKind, Grade, Origin, Verdict

SHA = "s" * 64
places = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.sampled_from([0.0, 1.0, 2.0, 5.0, 40.0, 43.0]),
    st.sampled_from([0.0, 1.0, 3.0, 50.0]),
    st.sampled_from([20.0, 21.0, 24.0, 60.0]),
    st.sampled_from([20.0, 22.0, 30.0]),
)
guesses = st.tuples(st.integers(1, 2), places, st.sampled_from([0.1, 0.3, 0.5, 0.8, 0.9]))


def shape(box: Box, how: int) -> Region:
    """The same place as a region of another kind."""
    x, y = box.center
    if how == 1:
        return OrientedBox(x, y, box.width, box.height, 0.3)
    if how == 2:
        corners = ((box.x1, box.y1), (box.x2, box.y1), (box.x2, box.y2), (x, box.y2 - 1), (box.x1, box.y2))
        return Polygon(((corners,),))
    return box


def said(all_: list[tuple[int, Box, float]], *, run: int = 2, first: int = 1, how: int = 0) -> list[Prediction]:
    return [Prediction(k, 1, run, c, shape(box, how), conf) for k, (c, box, conf) in enumerate(all_, start=first)]


def label(key: int, class_id: int, region: Region, grade: Grade = Grade.IMPORTED) -> Label:
    return Label(key, 1, class_id, region, grade, "ann", ActorKind.HUMAN, binding(SHA, class_id, region))


@settings(max_examples=examples(200), deadline=None)
@given(all_=st.lists(guesses, max_size=14), came_in=st.lists(st.tuples(st.integers(1, 2), places), max_size=4),
       how=st.integers(0, 2))  # fmt: skip
def test_heaps_are_those_that_comparing_all_with_all_gives(
    all_: list[tuple[int, Box, float]], came_in: list[tuple[int, Box]], how: int
) -> None:
    predictions = said(all_, how=how)
    imported = [label(k, c, shape(box, how)) for k, (c, box) in enumerate(came_in, start=1)]
    piles: list[list[Prediction]] = []
    for p in sorted(predictions, key=lambda p: -p.conf):
        alike = [pile for pile in piles if pile[0].class_id == p.class_id and p.region.overlap(pile[0].region) >= 0.9]
        best = max(alike, key=lambda pile: p.region.overlap(pile[0].region), default=None)
        piles.append([p]) if best is None else best.append(p)
    assert [h.said for h in heaps(predictions)] == piles

    got = heaps(predictions, imported)
    assert sorted(p.id for h in got for p in h.said) == sorted(p.id for p in predictions)
    under = [h.imported.id for h in got if h.imported is not None]
    assert len(under) == len(set(under))
    for heap in got:
        if heap.imported is not None:
            assert all(p.class_id == heap.imported.class_id for p in heap.said)
            assert all(p.region.overlap(heap.imported.region) >= SAME_OBJECT_IOU for p in heap.said)
    bare = {x.id for x in imported} - set(under)
    tops = [h.said[0] for h in got if h.imported is None]
    for x in imported:  # nothing that would fit is left beside a label that came in alone
        if x.id in bare:
            fits = [p for p in tops if p.class_id == x.class_id and p.region.overlap(x.region) >= SAME_OBJECT_IOU]
            assert not [p for p in fits if [p] in [pile[:1] for pile in piles]]


@settings(max_examples=examples(200), deadline=None)
@given(
    older=st.lists(guesses, max_size=6),
    newer=st.lists(guesses, max_size=6),
    drawn=st.lists(st.tuples(st.integers(1, 2), places), max_size=2),
    verdicts=st.lists(st.sampled_from([None, *Verdict]), min_size=12, max_size=12),
)
def test_proposals_are_what_the_glossary_says(
    older: list[tuple[int, Box, float]],
    newer: list[tuple[int, Box, float]],
    drawn: list[tuple[int, Box]],
    verdicts: list[Verdict | None],
) -> None:
    before, now = said(older, run=1), said(newer, run=2, first=100)
    rulings = [Ruling(p, v) for p, v in zip([*before, *now], verdicts, strict=False) if v is not None]
    labels = [label(k, c, box, Grade.DRAWN) for k, (c, box) in enumerate(drawn, start=1)]
    false = [r.prediction for r in rulings if r.verdict is Verdict.REJECTED]
    old_false = [p for p in false if p.run_id == 1]
    evidence = Evidence(
        Scan(SHA, 1, 200, 100), Origin.REAL, Mark(1), labels, rulings, now, siblings=siblings(old_false, before)
    )

    def alike(a: Prediction, b: Prediction) -> bool:
        return a.class_id == b.class_id and a.region.overlap(b.region) >= SAME_OBJECT_IOU

    expected = [
        p.id
        for p in now
        if all(r.prediction.id != p.id for r in rulings)
        and not any(x.region.overlap(p.region) >= SAME_OBJECT_IOU for x in labels)
        and not any(
            alike(p, gone) and all(q in false for q in before if q.id != gone.id and alike(q, gone))
            for gone in old_false
        )
    ]
    assert [p.id for p in proposals(evidence)] == expected


def test_many_are_folded_as_few_are() -> None:
    grid = [(1, Box(50.0 * k, 0.0, 50.0 * k + 40, 40.0), 0.5) for k in range(400)]
    twice = said([*grid, *((c, box.moved(1, 0), 0.4) for c, box, _ in grid)])
    assert [len(h.said) for h in heaps(twice)] == [2] * 400
    assert Box(0, 0, 40, 40).overlap(Box(1, 0, 41, 40)) >= ALIKE_IOU
