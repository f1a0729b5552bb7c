"""Splits: quotas, stability, coverage of classes, no dependence on the order of the input."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.datasets.pools import sha
from verify_app.core.errors import UsageError
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.split import QUOTA_SPLITS, Newcomer, Ratio, assign, class_bits, parse_ratio, quotas

EMPTY = dict.fromkeys(Split, ())


def newcomers(count, classes=(0,), start=0, trained=False):
    return [Newcomer(sha(f"n{start + i}"), class_bits(classes), trained) for i in range(count)]


def sizes(found):
    return tuple(sum(split is s for split in found.values()) for s in QUOTA_SPLITS)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("80/10/10", Ratio()),
        ("80/20", Ratio(80, 20, 0)),
        ("1/99/0", Ratio(1, 99, 0)),
        (" 50/25/25 ", Ratio(50, 25, 25)),
    ],
)
def test_ratio(text, ratio):
    assert parse_ratio(text) == ratio


@pytest.mark.parametrize(
    "text", ["", "100", "80/10", "0/50/50", "100/0", "80/10/10/0", "-80/90/90", "a/b", "80:20", "8e1/20"]
)
def test_bad_ratio(text):
    with pytest.raises(UsageError, match="make 100"):
        parse_ratio(text)


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        (0, (0, 0, 0)),
        (1, (1, 0, 0)),
        (2, (1, 1, 0)),
        (3, (2, 1, 0)),
        (10, (8, 1, 1)),
        (20, (16, 2, 2)),
        (100, (80, 10, 10)),
        (1000, (800, 100, 100)),
    ],
)
def test_quota(images, expected):
    assert sizes(assign(newcomers(images), EMPTY, Ratio(), seed=7)) == expected


def test_two_parts_have_no_test_split():
    assert sizes(assign(newcomers(50), EMPTY, Ratio(80, 20, 0), seed=0)) == (40, 10, 0)


taken = st.fixed_dictionaries({split: st.integers(0, 30) for split in QUOTA_SPLITS})


@given(taken, st.integers(0, 20), st.integers(0, 40), st.integers(0, 40))
def test_quotas_in_one_go_are_quotas_in_two(have, trained, first, second):
    ratio = Ratio()
    one = quotas(ratio, have, trained=trained, free=first + second)
    step = quotas(ratio, have, trained=trained, free=first)
    between = {split: have[split] + step[split] for split in QUOTA_SPLITS}
    then = quotas(ratio, between, trained=0, free=second)
    assert one == {split: step[split] + then[split] for split in QUOTA_SPLITS}
    assert all(one[split] >= step[split] for split in QUOTA_SPLITS)


shapes = st.sampled_from((Ratio(), Ratio(50, 50, 0), Ratio(70, 7, 23), Ratio(1, 98, 1), Ratio(97, 1, 2)))


@given(shapes, taken, st.integers(0, 20), st.integers(0, 1500))
def test_hundreds_at_once_are_shared_out_as_one_by_one(ratio, have, trained, free):
    now = {split: have[split] + (trained if split is Split.TRAIN else 0) for split in QUOTA_SPLITS}
    for _ in range(free):
        one = quotas(ratio, now, trained=0, free=1)
        now = {split: now[split] + one[split] for split in QUOTA_SPLITS}
    given_all = quotas(ratio, have, trained=trained, free=free)
    assert now == {split: have[split] + given_all[split] for split in QUOTA_SPLITS}


@st.composite
def crowds(draw):
    rows = draw(st.lists(st.tuples(st.integers(0, 31), st.booleans()), max_size=25))
    return [Newcomer(sha(f"c{i}"), bits, trained) for i, (bits, trained) in enumerate(rows)]


@given(crowds(), st.integers(0, 5), st.randoms())
def test_order_does_not_matter_trained_stay_in_train_and_quotas_are_met(crowd, seed, rng: random.Random):
    found = assign(crowd, EMPTY, Ratio(), seed=seed)
    mixed = crowd[:]
    rng.shuffle(mixed)
    assert assign(mixed, EMPTY, Ratio(), seed=seed) == found
    assert set(found) == {n.sha256 for n in crowd}
    assert all(found[n.sha256] is Split.TRAIN for n in crowd if n.trained)
    trained = sum(n.trained for n in crowd)
    given_ = quotas(Ratio(), {}, trained=trained, free=len(crowd) - trained)
    assert sizes(found) == tuple(given_[split] for split in QUOTA_SPLITS)
    free = len(crowd) - trained
    if free and len(crowd) >= 2:
        assert Split.VAL in found.values()


@given(crowds(), st.integers(0, 5))
def test_val_takes_no_class_away_from_train_while_another_image_will_do(crowd, seed):
    found = assign(crowd, EMPTY, Ratio(), seed=seed)
    in_train = [n for n in crowd if found[n.sha256] is Split.TRAIN and not n.trained]
    lost = {i for i in range(5) if not any(n.classes >> i & 1 for n in crowd if found[n.sha256] is Split.TRAIN)}
    lost = {i for i in lost if any(n.classes >> i & 1 for n in crowd)}
    # a free image in train that is not the only one of any of its classes could have gone instead
    for spare in in_train if lost else ():
        others = [n for n in crowd if found[n.sha256] is Split.TRAIN and n is not spare]
        assert any(not any(n.classes >> i & 1 for n in others) for i in range(5) if spare.classes >> i & 1)


def test_val_holds_every_class_that_is_there_twice_when_it_has_the_places():
    crowd = [Newcomer(sha(f"{c}-{i}"), 1 << c) for c in range(5) for i in range(10 if c else 60)]
    found = assign(crowd, EMPTY, Ratio(), seed=3)
    for split in (Split.VAL, Split.TEST):
        assert {n.classes for n in crowd if found[n.sha256] is split} == {1 << c for c in range(5)}


def test_standing_images_count_towards_quota_and_coverage():
    standing = {**EMPTY, Split.TRAIN: [1] * 90}
    assert sizes(assign(newcomers(10), standing, Ratio(), seed=0)) == (0, 5, 5)
    crowd = [Newcomer(sha("a"), 1), *[Newcomer(sha(f"b{i}"), 2) for i in range(3)]]
    covered = {**EMPTY, Split.TRAIN: [1] * 8 + [2], Split.VAL: [1]}
    found = assign(crowd, covered, Ratio(85, 15, 0), seed=0)
    assert sizes(found) == (3, 1, 0) and found[sha("a")] is Split.TRAIN


def test_the_seed_decides():
    crowd = newcomers(100)
    found = [assign(crowd, EMPTY, Ratio(), seed=seed) for seed in range(3)]
    assert found[0] != found[1] != found[2]
    val = [sorted(s for s in f if f[s] is Split.VAL) for f in found]
    assert len(set().union(*map(set, val))) > 20
