"""Orders, filters, counts and reasons of the queue's table against their meaning in plain Python."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.core import plain_queue as plain
from verify_app.core.disagreements import Kind
from verify_app.core.errors import UserError
from verify_app.core.queue import codec, queue_table, ranking
from verify_app.core.queue.entry import FULL, Standing, reviewer_key
from verify_app.core.queue.filters import Facet, Filter
from verify_app.core.queue.orders import EACH_RANDOM, Lane, Order
from verify_app.core.queue.queue_table import Columns, Known
from verify_app.core.queue.reasons import SENTENCES, Why, reason
from verify_app.core.vocabulary import Grade, ImageState, Origin

PEOPLE = ("ann", "bob", "Żaneta")
SCORE = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, FULL))


@st.composite
def images(draw: st.DrawFn) -> list[Standing]:
    """Any images, at ids with gaps."""
    ids = draw(st.sets(st.integers(1, 200), max_size=30))
    return [draw(image(i)) for i in sorted(ids)]


def image(image_id: int) -> st.SearchStrategy[Standing]:
    classes = st.dictionaries(st.integers(1, 5), st.integers(0, 4), max_size=3)
    return st.builds(
        Standing,
        image_id=st.just(image_id),
        source_id=st.integers(1, 2),
        run_id=st.integers(0, 3),
        state=st.sampled_from(ImageState),
        origin=st.sampled_from(Origin),
        gold=st.booleans(),
        flagged=st.booleans(),
        removed=st.sampled_from((False, False, False, True)),
        grades=st.frozensets(st.sampled_from(Grade), max_size=2),
        kinds=st.frozensets(st.sampled_from(Kind), max_size=2),
        bands=st.integers(0, 2**20 - 1),
        objects=st.integers(0, 6),
        uncertain=SCORE,
        hidden=SCORE,
        disagreement=SCORE,
        classes=classes.map(lambda found: tuple(sorted(found.items()))),
        reviewers=st.frozensets(st.sampled_from(PEOPLE), max_size=2).map(lambda p: tuple(sorted(map(reviewer_key, p)))),
    )


FILTERS = st.builds(
    Filter,
    states=st.frozensets(st.sampled_from(ImageState), max_size=2),
    origins=st.frozensets(st.sampled_from(Origin), max_size=2),
    sources=st.frozensets(st.integers(1, 3), max_size=1),
    classes=st.frozensets(st.integers(1, 6), max_size=2),
    models=st.frozensets(st.integers(1, 2), max_size=1),
    runs=st.frozensets(st.integers(1, 3), max_size=2),
    reviewers=st.frozensets(st.sampled_from((*PEOPLE, "nobody")), max_size=2),
    grades=st.frozensets(st.sampled_from(Grade), max_size=2),
    disagreements=st.frozensets(st.sampled_from(Kind), max_size=2),
    confidence=st.one_of(
        st.none(),
        st.tuples(st.integers(0, 19), st.integers(1, 20))
        .filter(lambda p: p[0] < p[1])
        .map(lambda p: (p[0] / 20, p[1] / 20)),
    ),
    text=st.sampled_from(("", "", "a")),
    flagged=st.booleans(),
    gold=st.sampled_from((None, True, False)),
    images=st.frozensets(st.integers(0, 8), max_size=3),
)
ANY_FILTER = st.one_of(st.just(Filter()), FILTERS, FILTERS.map(lambda f: Filter(classes=f.classes, states=f.states)))


PLAIN = Standing(
    0, 1, 1, ImageState.UNREVIEWED, Origin.REAL, False, False, False, frozenset(), frozenset(), 0, 0, 0, 0, 0, (), ()
)


def columns_of(found: list[Standing]) -> Columns:
    made = Columns()
    by_block: dict[int, list[Standing]] = {}
    for one in found:
        by_block.setdefault(one.image_id // codec.SIZE, []).append(one)
    made.put((b, *codec.put(codec.EMPTY, b"", members)) for b, members in by_block.items())
    return made


def known_of(found: list[Standing], chosen: Filter) -> Known:
    """The ids 0, 3, 6 ... do not match the text; every seventh image counts as synthetic."""
    matches = np.array([x.image_id for x in found if x.image_id % 3], np.int64) if chosen.text else None
    origins = {x.image_id: Origin.SYNTHETIC for x in found if x.image_id % 7 == 0}
    return Known({1: 1, 2: 2, 3: 1}, {reviewer_key(p): p for p in PEOPLE}, matches, origins)


def surroundings_of(
    found: list[Standing], paths: Sequence[int], seed: int, blind: Collection[int] = ()
) -> tuple[ranking.Surroundings, plain.Scene]:
    """What the orders need to know, of the table and in plain Python."""
    by_path = np.array(paths, np.int64)
    return (
        ranking.surroundings(columns_of(found), range(1, 6), by_path, seed, blind=blind),
        plain.scene(found, range(1, 6), paths, seed, blind=blind),
    )


@given(images())
def test_blocks_keep_every_image(found: list[Standing]) -> None:
    by_block: dict[int, tuple[bytes, bytes]] = {}
    for one in found:  # one at a time, as decisions come
        number = one.image_id // codec.SIZE
        by_block[number] = codec.put(*by_block.get(number, (codec.EMPTY, b"")), [one._replace(objects=0)])
        by_block[number] = codec.put(*by_block[number], [one])
    back = [x for number in sorted(by_block) for x in codec.standings(number, *by_block[number])]
    assert back == found


@given(
    images(),
    ANY_FILTER,
    st.sampled_from(Order),
    st.permutations(range(1, 201)),
    st.integers(0, 2**64 - 1),
    st.sets(st.integers(1, 200), max_size=20),
)
@settings(max_examples=examples(300))
def test_the_table_orders_filters_and_counts_as_they_mean(
    found: list[Standing], chosen: Filter, order: Order, by_path: list[int], seed: int, blind: set[int]
) -> None:
    known, table = known_of(found, chosen), columns_of(found)
    passing = [x for x in found if plain.lets_through(x, chosen, known)]
    mask = queue_table.mask_of(table, chosen, known)
    assert np.flatnonzero(mask).tolist() == [x.image_id for x in passing]
    paths = [x.image_id for x in sorted(found, key=lambda x: (x.source_id, by_path[x.image_id - 1]))]
    around, meant = surroundings_of(found, paths, seed, blind)
    assert (around.tail, around.verified) == (meant.ranks, meant.verified)
    listed = [*paths, 9999] if order is Order.NAME else [9999, *reversed(paths)]  # one was added since
    wanted = plain.arrange(passing, order, meant, listed)
    assert ranking.arrange(table, mask, order, around, np.array(listed)).tolist() == wanted
    assert queue_table.count(table, chosen, known) == plain.count(found, chosen, known)
    for one in found:
        grounds, near = ranking.grounds(one, around), meant.neighbours.get(one.image_id, (0, 0))
        rare = sorted((meant.ranks[c], c) for c, _ in one.classes if c in meant.ranks)
        assert grounds.lane is plain.lane(one, meant)
        assert grounds.rarest == (rare[0][1] if rare else None)
        assert (grounds.shortfall, grounds.expected) == (plain.shortfall(one, meant), near[0] / max(near[1], 1))


@given(images(), ANY_FILTER)
def test_a_count_is_what_choosing_the_value_would_show(found: list[Standing], chosen: Filter) -> None:
    known = known_of(found, chosen)
    counts = queue_table.count(columns_of(found), chosen, known)
    for facet in (Facet.STATES, Facet.CLASSES, Facet.REVIEWERS, Facet.GRADES, Facet.RUNS, Facet.DISAGREEMENTS):
        for value, n in counts[facet].items():
            instead = chosen._replace(**{facet.value: frozenset((value,))})
            assert n == sum(plain.lets_through(x, instead, known) for x in found) > 0


@given(FILTERS)
def test_a_filter_is_written_and_read_back(chosen: Filter) -> None:
    assert Filter.of(chosen.data()) == chosen
    assert not Filter.of(chosen.data())._replace(**Filter()._asdict()).active


@pytest.mark.parametrize(
    "data",
    [{"colour": ["red"]}, {"states": "complete"}, {"states": ["bad"]}, {"classes": [True]}, {"confidence": [0.5, 0.2]}]
    + [{"gold": 1}, {"text": None}, {"confidence": [0.1]}, {"confidence": [float("nan"), 1]}],
)
def test_a_filter_that_is_none_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UserError):
        Filter.of(data)


# --- the mixed order ------------------------------------------------------------------------------------


@given(images(), st.integers(0, 2**64 - 1))
def test_every_fifth_image_of_the_mixed_order_is_drawn_at_random(found: list[Standing], seed: int) -> None:
    there, table = [x for x in found if not x.removed], columns_of(found)
    around, meant = surroundings_of(found, [x.image_id for x in found], seed)
    lanes = {x.image_id: plain.lane(x, meant) for x in there if x.wants}
    order = ranking.arrange(table, table.active, Order.MIXED, around).tolist()
    assert sorted(order) == [x.image_id for x in there]
    wanting = [i for i in order if i in lanes]
    assert order[: len(wanting)] == wanting
    drawn = [place for place, i in enumerate(wanting) if lanes[i] is Lane.RANDOM]
    regular = [place for place in range(len(wanting)) if place % EACH_RANDOM == EACH_RANDOM - 1]
    both_last = min(len(drawn), (len(wanting) - len(drawn)) // (EACH_RANDOM - 1))
    assert drawn[:both_last] == regular[:both_last]


def test_the_random_part_is_a_fair_fifth_and_another_seed_draws_another() -> None:
    ids = np.arange(1, 100_001)
    draws = [ranking.lottery(ids, seed) % np.uint64(EACH_RANDOM) == 0 for seed in (1, 2)]
    assert [abs(d.mean() - 0.2) < 0.005 for d in draws] == [True, True]
    assert abs((draws[0] & draws[1]).mean() - 0.04) < 0.005
    assert [plain.lottery(int(i), 1) for i in ids[:50]] == ranking.lottery(ids[:50], 1).tolist()


# --- merging --------------------------------------------------------------------------------------------

ORDERS = st.lists(st.integers(1, 40), unique=True, max_size=25)


@given(ORDERS, ORDERS, st.integers(-1, 30), st.sets(st.integers(1, 40), max_size=5))
@settings(max_examples=examples(400))
def test_merging_moves_nothing_and_puts_newcomers_behind_the_image_in_front(
    now: list[int], new: list[int], position: int, gone: set[int]
) -> None:
    position = min(position, max(len(now) - 1, 0))
    merged = ranking.merge(array("q", now), array("q", new), position, gone).tolist()
    kept = [i for i in now if i not in gone]
    assert [i for i in merged if i in set(now)] == kept
    assert sorted(merged) == sorted({*kept, *(set(new) - gone)})
    passed = [i for i in now[: position + 1] if i not in gone]
    assert merged[: len(passed)] == passed
    newcomers = [i for i in merged if i not in set(now)]
    by_place = {i: place for place, i in enumerate(new)}
    for one in newcomers:
        before = [i for i in new[: by_place[one]] if i in set(now)]
        if before and before[-1] not in passed and before[-1] not in gone:
            between = merged[merged.index(before[-1]) + 1 : merged.index(one)]
            assert all(i not in set(now) and by_place[i] < by_place[one] for i in between)
    assert plain.merge(now, new, position, gone) == merged
    assert ranking.merge(array("q", merged), array("q", new), position, gone).tolist() == merged


# --- reasons --------------------------------------------------------------------------------------------


@given(images(), st.sampled_from(Order), st.integers(0, 99))
def test_every_image_has_a_reason_with_a_sentence(found: list[Standing], order: Order, seed: int) -> None:
    around, meant = surroundings_of(found, [x.image_id for x in found], seed)
    for one in found:
        why = reason(one, order, ranking.grounds(one, around), confs=(0.4,))
        values = {"name": "gear", "kinds": "", **why.parameters}
        assert "{" not in SENTENCES[why.kind].format(**values)
        if order is Order.MIXED and one.wants and plain.lane(one, meant) is Lane.RANDOM:
            assert why.kind is Why.RANDOM


def test_an_image_between_fuller_neighbours_says_how_much_they_hold() -> None:
    row = [PLAIN._replace(image_id=i, objects=n) for i, n in enumerate((4, 4, 1, 4, 4), start=1)]
    table, (around, _) = columns_of(row), surroundings_of(row, range(1, 6), 0)
    grounds = ranking.grounds(row[2], around)
    assert grounds.shortfall == 12 * FULL // 16
    assert ranking.arrange(table, table.active, Order.OMISSIONS, around)[0] == 3
    assert reason(row[2], Order.OMISSIONS, grounds) == (Why.FEW, {"objects": 1, "expected": 4.0})
