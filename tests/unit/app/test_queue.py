"""Orders, filters and counts of random projects against a plain reference; the queue while a run writes; the place."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests import scenery
from tests.unit.app.queue_reference import Reference
from verify_app.app.demo.sample_project import make_demo
from verify_app.app.imports.files import add_images
from verify_app.app.project.classes import merge_class
from verify_app.app.review import actions, blind, disagreements, queue, trials
from verify_app.app.review.image_view import look
from verify_app.app.review.last_position import Place, remember, remembered
from verify_app.app.review.queue import Facet, Filter, Order, Queue
from verify_app.app.review.saved_filters import forget, save, saved
from verify_app.app.session import Session
from verify_app.core.disagreements import Kind
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.queue.orders import EACH_RANDOM
from verify_app.core.queue.reasons import Why
from verify_app.core.records import Actor
from verify_app.core.trials.blind import DifferenceSide
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Origin
from verify_app.storage.project import Project

IMAGES = 14


def some_box(chance: random.Random) -> tuple[float, float, float, float]:
    """Of few places, so that predictions and labels meet, more or less exactly."""
    x, y = chance.choice((5, 70, 130)), chance.choice((5, 50))
    return (x, y, x + chance.choice((38, 40, 60)), y + chance.choice((28, 40)))


def some_run(session: Session, chance: random.Random, models: list[int]) -> None:
    ids = chance.sample(range(1, IMAGES + 1), chance.randint(1, IMAGES))
    said = {
        i: [
            (chance.randint(1, 3), some_box(chance), chance.choice((0.05, 0.12, 0.2, 0.25, 0.5, 0.55, 0.9, 1.0)))
            for _ in range(chance.randint(0, 3))
        ]
        for i in ids
    }
    scenery.run(session, said, model_id=chance.choice(models))


def some_decision(session: Session, chance: random.Random) -> None:
    i = chance.randint(1, IMAGES)
    review = look(session, i)
    undecided = [x.id for x in review.items if x.state is LabelState.PROPOSAL]
    labels = [x.id for x in review.items if x.grade is not None]
    deeds: list[Callable[[], object]] = [
        lambda: actions.draw(session, i, (chance.randint(1, 3), Box(*some_box(chance)))),
        lambda: actions.complete(session, review, chance.choice((0.0, 0.25, 0.5))),
        lambda: actions.empty(session, review, 0.0),
        lambda: actions.flag(session, i, "odd"),
        lambda: actions.reopen(session, i),
        lambda: actions.set_gold(session, [i]),
        lambda: actions.set_origin(session, [i], chance.choice(list(Origin))),
        lambda: blind.meet(session, i),
        lambda: actions.undo(session),
        lambda: actions.redo(session),
    ]
    if undecided:
        one = chance.choice(undecided)
        deeds += [
            lambda: actions.accept(session, i, one),
            lambda: actions.reject(session, i, one, fix_later=chance.random() < 0.3),
            lambda: actions.reclass(session, i, one, class_id=chance.randint(1, 3)),
        ] * 2
    if labels:
        deeds.append(lambda: actions.reject(session, i, chance.choice(labels)))
        deeds.append(lambda: actions.reshape(session, i, {chance.choice(labels): Box(*some_box(chance))}))
    for d in disagreements.disagreements(session, i):
        deeds.append(lambda d=d: disagreements.take_model(session, i, d))
        deeds.append(lambda d=d: disagreements.keep_human(session, i, d))
    if chance.random() < 0.05:
        deeds = [lambda: actions.remove_images(session, [i])]
    if chance.random() < 0.02:
        deeds = [lambda: merge_class(session, 3, 2)]
    chance.choice(deeds)()


def some_project(folder: Path, seed: int, steps: int) -> Session:
    """Two sources, two models, two people, a few runs and decisions."""
    chance = random.Random(seed)
    session = scenery.project(folder, images=IMAGES - 4)
    for number in range(4):
        # two of them are copies of the first source's
        scenery.picture(folder / "Other" / f"B-{number}.png", number if number < 2 else 200 + number)
    add_images(session, [folder / "Other"], Origin.UNKNOWN)
    trials.set_rates(session, blind=0.5)
    models = [scenery.model(session, "one"), scenery.model(session, "two")]
    people = (session, Session(session.project, Actor("bob")))
    for step in range(steps):
        if step % 12 == 0:
            some_run(session, chance, models)
        with contextlib.suppress(UserError):
            some_decision(chance.choice(people), chance)
    return session


def some_filters(chance: random.Random) -> list[Filter]:
    one = [
        Filter(states=frozenset(chance.sample(list(ImageState), 2))),
        Filter(origins=frozenset((Origin.REAL,))),
        Filter(sources=frozenset((2,))),
        Filter(classes=frozenset(chance.sample((1, 2, 3), 2))),
        Filter(models=frozenset((chance.randint(1, 2),))),
        Filter(runs=frozenset((chance.randint(1, 4),))),
        Filter(reviewers=frozenset((chance.choice(("ann", "bob", "eve")),))),
        Filter(grades=frozenset((chance.choice(list(Grade)),))),
        Filter(disagreements=frozenset(chance.sample(list(Kind), 2))),
        Filter(confidence=chance.choice(((0.0, 0.2), (0.25, 0.5), (0.5, 1.0), (0.2, 0.25)))),
        Filter(text=chance.choice(("b-", "00", "_", "%"))),
        Filter(flagged=True),
        Filter(gold=chance.random() < 0.5),
    ]
    pairs = [chance.sample(one, 2) for _ in range(6)]
    both = [a._replace(**{name: getattr(b, name) for name in b.active}) for a, b in pairs]
    return [Filter(), *one, *both]


@given(st.integers(0, 10**6), st.integers(5, 60))
@settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)
def test_every_order_and_filter_is_what_the_reference_says(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: int
) -> None:
    session = some_project(tmp_path_factory.mktemp("random"), seed, steps)
    assert list(session.project.problems()) == []
    reference, chance = Reference(session), random.Random(seed)
    way = Queue(session)
    for chosen in some_filters(chance):
        expected = reference.filtered(chosen)
        for order in Order:
            assert way.order(order, chosen).tolist() == reference.order(order.value, expected), (order, chosen)
        counts = way.counts(chosen)
        for facet, field in ((Facet.STATES, "states"), (Facet.CLASSES, "classes"), (Facet.REVIEWERS, "reviewers")):
            for value, n in counts[facet].items():
                assert n == len(reference.filtered(chosen._replace(**{field: frozenset((value,))})))
        flagged = reference.filtered(chosen._replace(flagged=True))
        assert counts[Facet.FLAGGED].get(True, 0) == len(flagged)
    session.close()


def test_the_mixed_order_takes_turns_and_says_why(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=30)
    kinds = {i: [(1, (5, 5, 40, 40), 0.5 if i % 3 else 0.9)] for i in range(1, 31)}
    scenery.run(session, {**kinds, 2: [(3, (5, 5, 40, 40), 0.97)]})
    for i in range(20, 31):
        actions.complete(session, look(session, i), 0.0)
    scenery.run(session, {20: [(2, (5, 5, 40, 40), 0.9)], 21: [(1, (5, 5, 40, 40), 0.9)]})
    way = Queue(session)
    order = way.order()
    reasons = {i: way.reason(i) for i in order}
    wanting = [i for i in order if reasons[i].kind is not Why.DONE]  # type: ignore[union-attr]
    assert sorted(wanting) == [*range(1, 20), 20]
    drawn = [place for place, i in enumerate(wanting) if reasons[i].kind is Why.RANDOM]  # type: ignore[union-attr]
    assert drawn[0] == EACH_RANDOM - 1
    ranked = [i for i in wanting if reasons[i].kind is not Why.RANDOM]  # type: ignore[union-attr]
    # what differs and what is rare takes turns before what is merely unsure
    first = {reasons[i].kind for i in ranked[:2]}  # type: ignore[union-attr]
    special = {2: Why.TAIL, 20: Why.DISAGREEMENT}
    assert first >= {why for i, why in special.items() if i in ranked}
    assert way.reason(20, Order.DISAGREEMENT).parameters == {"kinds": (Kind.OTHER_CLASS,)}  # type: ignore[union-attr]
    assert way.reason(2, Order.TAIL).parameters == {"class_id": 3}  # type: ignore[union-attr]
    assert way.reason(1, Order.UNCERTAIN) == (Why.UNCERTAIN, {"conf": 0.5})
    assert way.reason(999) is None


def test_the_random_part_is_the_same_for_everybody_and_changes_with_the_seed(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=40)
    scenery.run(session, {i: [(1, (5, 5, 40, 40), 0.5)] for i in range(1, 41)})
    first = Queue(session).order()
    assert Queue(Session(session.project, Actor("bob"))).order() == first
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", "queue_seed", {"value": "12345"})
    assert Queue(session).order() != first
    assert sorted(Queue(session).order()) == sorted(first)


@pytest.mark.parametrize("order", list(Order))
def test_a_run_that_writes_moves_nothing_under_the_hand(tmp_path: Path, order: Order) -> None:
    session = scenery.project(tmp_path, images=30)
    chance, model = random.Random(1), scenery.model(session)
    chosen = Filter(states=frozenset((ImageState.UNREVIEWED,)))
    # the window reads over a connection of its own
    way = Queue(Session(Project.look(session.folder), session.actor))
    now, position = way.order(order, chosen), -1
    start = list(now)
    for chunk in range(6):
        # a run, five images at a time, and new files once
        said = {i: [(1, (5, 5, 40, 40), chance.random())] for i in range(chunk * 5 + 1, chunk * 5 + 6)}
        scenery.run(session, said, model_id=model)
        if chunk == 3:
            for number in range(3):
                scenery.picture(tmp_path / "photos" / f"new{number}.png", 100 + number)
            add_images(session, [tmp_path / "photos"], Origin.REAL)
        before = list(now)
        now = way.renewed(now, position, order, chosen)
        assert [i for i in now if i in set(before)] == before
        assert list(now[: position + 1]) == before[: position + 1]
        position = way.next_wanting(now, position)  # type: ignore[assignment]
        assert now[position] not in before or before[position] == now[position]
        actions.empty(session, look(session, now[position]))  # leaves the filter, stays in the list
    assert sorted(now) == list(range(1, 34))
    assert [i for i in now if i <= 30] == start
    actions.remove_images(session, [now[0], now[-1]])
    assert list(way.renewed(now, position, order, chosen)) == list(now[1:-1])
    assert list(session.project.problems()) == []


def test_two_reviewers_in_turn(tmp_path: Path) -> None:
    ann = scenery.project(tmp_path, images=8)
    scenery.run(ann, {i: [(1, (5, 5, 40, 40), 0.1 * i)] for i in range(1, 9)})
    remember(ann, Place(Order.UNCERTAIN, Filter(text="00"), 5))
    ann.close()
    bob = Session.open(ann.folder, "bob")
    assert remembered(bob) == Place()
    way = Queue(bob)
    order, position = way.begin(remembered(bob))
    for _ in range(3):
        actions.complete(bob, look(bob, order[position]), 0.0)
        position = way.next_wanting(order, position)  # type: ignore[assignment]
    done = set(way.order(Order.FOUND, Filter(reviewers=frozenset(("bob",)))))
    assert done == {i for i in range(1, 9) if look(bob, i).state is ImageState.COMPLETE} and len(done) == 3
    remember(bob, Place(Order.MIXED, Filter(), order[position]))
    bob.close()
    ann = Session.open(ann.folder, "ann")
    assert remembered(ann) == Place(Order.UNCERTAIN, Filter(text="00"), 5)
    way = Queue(ann)
    order, position = way.begin(remembered(ann))
    assert look(ann, order[position]).state is ImageState.UNREVIEWED
    assert order[position] == 5 or 5 in done
    assert set(way.order(Order.FOUND, Filter(reviewers=frozenset(("ann",))))) == set()
    assert list(ann.project.problems()) == []


def test_a_place_comes_back_after_a_restart(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=6)
    scenery.run(session, {i: [(1, (5, 5, 40, 40), 0.5)] for i in range(1, 7)})
    place = Place(Order.FOUND, Filter(states=frozenset((ImageState.UNREVIEWED, ImageState.COMPLETE))), 4)
    remember(session, place)
    actions.complete(session, look(session, 4), 0.0)
    session.close()
    session = Session.open(session.folder, "ann")
    way = Queue(session)
    assert remembered(session) == place
    assert way.first(place) is None  # it is complete by now
    order, position = way.begin(place)
    assert order[position] == 4  # as found one goes on from there
    order, position = way.begin(place._replace(order=Order.UNCERTAIN))
    assert order[position] == 1
    assert way.first(place._replace(image_id=5)) == 5
    assert way.begin(Place(Order.FOUND, Filter(text="nothing like it")))[1] == -1


def test_the_sample_begins_with_the_image_its_order_begins_with(tmp_path: Path) -> None:
    make_demo(tmp_path / "sample", "ann")
    session = Session.open(tmp_path / "sample", "ann")
    way = Queue(session)
    assert way.first(remembered(session)) == way.order()[0]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"reviewer":"ann"}', '{"reviewer":"ann","order":"x","filter":{},"image":1}']
)
def test_a_damaged_place_is_the_beginning(tmp_path: Path, text: str) -> None:
    session = scenery.project(tmp_path, images=1)
    remember(session, Place(Order.TAIL, Filter(), 1))
    (file,) = (session.folder / "cache").glob("place-*.json")
    assert remembered(session).order is Order.TAIL
    file.write_text(text)
    assert remembered(session) == Place()


def test_filters_are_saved_by_name(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    rare = Filter(classes=frozenset((2, 3)), confidence=(0.25, 0.5))
    save(session, " the  rare ones ", rare)
    save(session, "mine", Filter(reviewers=frozenset(("Żaneta",))))
    session.close()
    session = Session.open(session.folder, "bob")
    assert saved(session) == {"mine": Filter(reviewers=frozenset(("Żaneta",))), "the rare ones": rare}
    forget(session, "mine")
    assert list(saved(session)) == ["the rare ones"]
    with pytest.raises(UserError, match="no saved filter called mine"):
        forget(session, "mine")
    with pytest.raises(UserError, match="needs a name"):
        save(session, " ", rare)
    assert list(session.project.problems()) == []


def test_next_unreviewed_passes_over_a_long_row_of_complete_images(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=3)
    scenery.run(session, {i: [(1, (5, 5, 40, 40), 0.5)] for i in (1, 2, 3)})
    actions.complete(session, look(session, 2), 0.0)
    way = Queue(session)
    assert way.first(Place()) == 1, "on a first visit"
    order = way.order(Order.FOUND)
    assert way.next_unreviewed(order, 0) == 2
    assert way.next_unreviewed(order, 2, -1) == 0
    assert way.next_unreviewed(order, 2) is None
    assert [r.id for r in queue.rows(session, order)] == [1, 2, 3]
    assert way.order(Order.FOUND, Filter(states=frozenset((ImageState.COMPLETE,)))).tolist() == [2]
    scenery.run(session, {2: [(1, (150, 80, 190, 99), 0.9)]})
    assert (way.next_wanting(order, 0), way.next_unreviewed(order, 0)) == (1, 2), "it wants only a disagreement settled"
    for i in (1, 3):
        actions.complete(session, look(session, i), 0.0)
    assert way.first(Place()) is None, "the order has the one with the disagreement"


def test_the_queue_tells_nothing_of_a_blind_images_predictions(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=5)
    scenery.run(session, {i: [(1, (5, 5, 40, 40), 0.5), (2, (60, 5, 90, 40), 0.9)] for i in range(1, 6)})
    with session.project.transact(session.actor, "blind") as tx:
        sha256 = tx.read.scans([3])[3].sha256
        tx.facts("blind", [(3, sha256, "ann", "human")], images=[3])
    way = Queue(session)
    assert 3 not in way.order(Order.FOUND, Filter(classes=frozenset((1,))))
    assert 3 not in way.order(Order.FOUND, Filter(runs=frozenset((1,))))
    assert 3 not in way.order(Order.FOUND, Filter(confidence=(0.0, 1.0)))
    assert {way.reason(3, order).kind for order in Order} <= {Why.FOUND, Why.NEWEST, Why.RANDOM}  # type: ignore[union-attr]
    # nor do its neighbours look emptier or fuller for it
    assert way.order(Order.OMISSIONS).tolist() == [1, 2, 3, 4, 5]
    assert way.reason(2, Order.OMISSIONS).kind is Why.FOUND  # type: ignore[union-attr]
    assert list(session.project.problems()) == []


def test_a_blind_image_that_was_skipped_stays_in_front(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=40)
    scenery.run(session, {i: [(1, (5, 5, 40, 40), 0.5 + i / 100)] for i in range(1, 41)})
    trials.set_rates(session, honeypots=0.0, blind=0.0)
    before = Queue(session).order()
    skipped = before[0]
    with session.project.transact(session.actor, "blind") as tx:
        tx.facts("blind", [(skipped, tx.read.scans([skipped])[skipped].sha256, "ann", "human")], images=[skipped])
    session.close()
    again = Session.open(session.folder, "ann")
    way = Queue(again)
    order = way.order()
    assert order[EACH_RANDOM - 1] == skipped, "the first of the random part"
    assert sorted(order) == sorted(before)
    assert way.reason(skipped).kind is Why.RANDOM  # type: ignore[union-attr]
    actions.empty(again, look(again, skipped))
    blind.reveal(again, skipped)
    blind.settle(again, skipped, DifferenceSide.MINE)
    assert way.order()[-1] == skipped, "done"
    assert list(again.project.problems()) == []
