"""'Verify N more': sufficient and smallest, against brute force over every choice of images."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.datasets.pools import candidate, labels, pool, sha, synthetic, verified
from verify_app.core.errors import PolicyError
from verify_app.core.vocabulary import Grade, Origin, Split
from verify_app.datasets.composition import verify_advice as advice
from verify_app.datasets.composition.candidates import Candidate, Pool, Unverified
from verify_app.datasets.composition.compose import FOR_SHARE, plan
from verify_app.datasets.composition.split import Ratio
from verify_app.datasets.composition.verify_advice import Advice
from verify_app.datasets.policy.policy import Policy


def open_candidate(name, classes=(0,), **more) -> tuple[Candidate, Unverified]:
    """A real image with imported labels, and the same as something to verify."""
    one = candidate(name, classes=classes, **more)
    return one, Unverified(one.image, one.sha256, tuple(classes), one.split, one.trained)


def after(made: Pool, images: tuple[str, ...]) -> Pool:
    """The pool once a person has verified these and found what was expected."""
    known = {c.image: c for c in made.candidates}
    chosen = [u for u in made.unverified if u.image in images]
    assert len(chosen) == len(images)
    done = [
        candidate(
            u.image.removeprefix("src/"), rv=True, classes=u.classes, split=u.split, trained=u.trained, sha256=u.sha256
        )
        for u in chosen
    ]
    rest = [c for c in known.values() if c.image not in images]
    left = [u for u in made.unverified if u.image not in images]
    return Pool(made.classes, (*rest, *done), tuple(left))


def lost(made: Pool, policy: Policy, ratio: Ratio) -> int:
    """Images left out for the share; -1 when there is no version at all."""
    try:
        return sum(x.reason == FOR_SHARE for x in plan(made, policy, split=ratio).left_out)
    except PolicyError:
        return -1


ONE = st.just(1)
ZERO = st.just(0)


@st.composite
def pools(draw, *, objects=ONE, of=ZERO):
    def classes():
        return tuple(draw(of) for _ in range(draw(objects)))

    ready = [candidate(f"rv{i}", rv=True, classes=classes()) for i in range(draw(st.integers(2, 5)))]
    ready += [
        candidate(f"old{i}", rv=True, classes=classes(), split=split, trained=split is Split.TRAIN)
        for i, split in enumerate(draw(st.lists(st.sampled_from([Split.TRAIN, Split.VAL, Split.TEST]), max_size=3)))
    ]
    made = [candidate(f"syn{i}", classes=classes(), origin=Origin.SYNTHETIC) for i in range(draw(st.integers(0, 7)))]
    opened = []
    for i in range(draw(st.integers(0, 4))):
        standing = draw(st.sampled_from([None, None, Split.TRAIN]))
        trained = standing is Split.TRAIN or draw(st.booleans())
        opened.append(open_candidate(f"open{i}", classes(), split=standing, trained=trained))
    bare = [Unverified(f"src/bare{i}.png", sha(f"bare{i}"), classes()) for i in range(draw(st.integers(0, 4)))]
    return pool([*ready, *made, *(c for c, _ in opened)], [*(u for _, u in opened), *bare])


ratios = st.sampled_from([Ratio(), Ratio(80, 20, 0), Ratio(50, 25, 25)])
policies = st.sampled_from([Policy(), Policy(Fraction(1, 5)), Policy(Fraction(67, 100)), Policy(Fraction(9, 10))])


@settings(
    max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(pools(), policies, ratios)
def test_by_images_the_number_is_sufficient_and_no_choice_of_fewer_images_does(made, policy, ratio):
    assume(lost(made, policy, ratio) > 0)
    advice = plan(made, policy, split=ratio).advice
    if advice is None or advice.add:
        for size in range(len(made.unverified) + 1):
            assert all(
                lost(after(made, tuple(u.image for u in some)), policy, ratio) != 0
                for some in combinations(made.unverified, size)
            )
        return
    assert len(advice.images) == advice.verify
    assert lost(after(made, advice.images), policy, ratio) == 0
    for size in range(advice.verify):
        for some in combinations(made.unverified, size):
            assert lost(after(made, tuple(u.image for u in some)), policy, ratio) != 0


@settings(
    max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(pools(objects=st.integers(0, 6)), policies, ratios)
def test_by_instances_the_number_is_sufficient_and_smallest_in_its_order(made, policy, ratio):
    assume(lost(made, policy, ratio) > 0)
    advice = plan(made, policy, split=ratio).advice
    assume(advice is not None and not advice.add)
    assert lost(after(made, advice.images), policy, ratio) == 0
    for number in range(advice.verify):
        assert lost(after(made, advice.images[:number]), policy, ratio) != 0


@settings(
    max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(pools(objects=st.integers(0, 5), of=st.integers(0, 2)), policies, ratios)
def test_by_classes_the_number_is_sufficient_and_smallest_in_its_order(made, policy, ratio):
    assume(lost(made, policy, ratio) > 0)
    advice = plan(made, policy, split=ratio).advice
    assume(advice is not None and not advice.add)
    assert lost(after(made, advice.images), policy, ratio) == 0
    for number in range(advice.verify):
        assert lost(after(made, advice.images[:number]), policy, ratio) != 0


def test_the_list_names_the_class_that_is_short():
    ready = [*verified(20), *verified(8, classes=[1], start=50)]
    made = synthetic(12, classes=[1])
    opened = [open_candidate(f"open{i}", (i % 2,)) for i in range(40)]
    found = plan(pool([*ready, *made], [u for _, u in opened]), Policy())
    assert found.advice is not None and found.advice.wanted
    (name, count), images = found.advice.wanted[0], found.advice.images
    assert name == "nut" and count == len(images)
    assert f"{count} of them with nut" in str(found.advice)
    assert any(note.startswith("'nut' thins out") for note in found.notes)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(1, 8), policies)
def test_images_that_must_be_added_first_are_counted_too(real, made, policy):
    start = pool([*verified(real + 1), *synthetic(made)])
    assume(lost(start, policy, Ratio()) > 0)
    advice = plan(start, policy).advice
    assert advice is not None and advice.verify == 0 and advice.add > 0
    for added in range(advice.add + 1):
        grown = pool([*start.candidates, *verified(added, start=1000)])
        assert (lost(grown, policy, Ratio()) == 0) == (added == advice.add)


def test_no_number_is_given_when_none_would_do():
    made = pool([*verified(5), *synthetic(1)])
    refused = plan(made, Policy(Fraction(1)))
    assert refused.advice is None
    assert "No number of verified images would keep them all" in refused.sentence()


def test_an_image_that_can_never_be_real_verified_is_not_advised():
    one, unverified = open_candidate("a")
    synthetic_twin = candidate("twin", origin=Origin.SYNTHETIC, sha256=one.sha256)
    made = pool([*verified(2), one, synthetic_twin, *synthetic(4)], [unverified])
    advice = plan(made, Policy()).advice
    assert advice is not None and advice.images == () and advice.add > 0


@pytest.mark.parametrize(
    ("advice", "text"),
    [
        (Advice(1, 0, ()), "verify 1 more real image"),
        (Advice(37, 0, (), 120), "verify 37 more real images with about 120 objects"),
        (Advice(0, 2, ()), "add and verify 2 more real images"),
        (Advice(5, 2, ()), "verify the 5 real images that are left and add 2 more"),
        (Advice(1, 2, ()), "verify the 1 real image that is left and add 2 more"),
    ],
)
def test_words(advice, text):
    assert str(advice) == text


@pytest.mark.parametrize("played", [5_000, 100])
def test_nine_thousand_images_are_advised_on_quickly(played, monkeypatch):
    """Beyond what is played through, the number still suffices and is at most a tenth too large."""
    monkeypatch.setattr(advice, "_PLAYED", played)
    opened = [open_candidate(f"open{i}", (0,) * (i % 4)) for i in range(3000)]
    bare = [Unverified(f"src/b{i}.png", sha(f"b{i}"), (0, 1, 0, 1)[: i % 5]) for i in range(3000)]
    made = pool(
        [*verified(500), *synthetic(3000, classes=(0, 0)), *(c for c, _ in opened)], [*(u for _, u in opened), *bare]
    )
    found = plan(made, Policy())
    assert found.advice is not None and found.advice.verify > 2000
    assert lost(after(made, found.advice.images), Policy(), Ratio()) == 0
    fewer = found.advice.images[: found.advice.verify * 10 // 11]
    assert lost(after(made, fewer), Policy(), Ratio()) != 0


def test_labels_helper_makes_labels_that_differ():
    assert len({label.region for label in labels((0, 0, 1), Grade.DRAWN)}) == 3
