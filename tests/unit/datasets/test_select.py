"""What stays in train: against brute force on thousands of small pools."""

import random
from collections import Counter
from fractions import Fraction
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.unit.datasets.pools import sha
from verify_app.datasets.composition import exact_solver
from verify_app.datasets.composition.select import Caps, Option, carried, select

options = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)).map(lambda p: (p[0] + p[1], p[1])), max_size=9).map(
    lambda rows: [Option(sha(f"o{i}"), n, t) for i, (n, t) in enumerate(rows)]
)


def best(found, caps):
    """(tail instances, images) of the best subset, by looking at all."""
    allowed = (
        subset
        for size in range(min(caps.images, len(found)) + 1)
        for subset in combinations(found, size)
        if sum(o.instances for o in subset) <= caps.instances
    )
    return max((sum(o.tail for o in subset), len(subset)) for subset in allowed)


@settings(max_examples=examples(800), deadline=None)
@given(options, st.integers(0, 10), st.integers(0, 30), st.integers(0, 3), st.randoms())
def test_select_is_exact_and_the_order_of_the_input_does_not_matter(found, images, instances, seed, rng):
    caps = Caps(images, instances)
    chosen = select(found, caps, seed=seed)
    kept = [o for o in found if o.sha256 in chosen.kept]
    assert len(kept) == len(chosen.kept) <= images
    assert sum(o.instances for o in kept) <= instances
    assert (sum(o.tail for o in kept), len(kept)) == best(found, caps)
    assert (chosen.solver == "none") == (len(kept) == len(found))
    mixed = found[:]
    rng.shuffle(mixed)
    assert select(mixed, caps, seed=seed) == chosen


@st.composite
def crowded(draw):
    """Options of three classes, some new, under caps of every kind."""
    found = []
    for i in range(draw(st.integers(0, 9))):
        held = draw(st.lists(st.integers(0, 2), max_size=4))
        counts = tuple(sorted(Counter(held).items()))
        found.append(Option(sha(f"o{i}"), len(held), held.count(2), counts, draw(st.booleans())))
    classes = draw(st.dictionaries(st.integers(0, 1), st.integers(0, 8)))
    caps = Caps(draw(st.integers(0, 9)), draw(st.integers(0, 20)), classes, draw(st.none() | st.integers(0, 6)))
    return found, caps


def every_subset(found, caps):
    """(tail instances, images) of the best subset under all caps, by looking at all; written apart from `Caps.hold`."""
    best_so_far = (0, 0)
    for size in range(len(found) + 1):
        for subset in combinations(found, size):
            held = Counter(index for o in subset for index, count in o.classes for _ in range(count))
            fits = size <= caps.images and held.total() <= caps.instances
            fits = fits and (caps.new is None or sum(o.new for o in subset) <= caps.new)
            if fits and all(held[index] <= cap for index, cap in caps.classes.items()):
                best_so_far = max(best_so_far, (held[2], size))
    return best_so_far


@settings(max_examples=examples(1500), deadline=None)
@given(crowded(), st.integers(0, 3), st.randoms())
def test_under_all_rules_at_once_the_answer_is_exact_in_any_order(problem, seed, rng):
    found, caps = problem
    chosen = select(found, caps, seed=seed)
    kept = [o for o in found if o.sha256 in chosen.kept]
    assert caps.hold(kept) and (sum(o.tail for o in kept), len(kept)) == every_subset(found, caps)
    mixed = found[:]
    rng.shuffle(mixed)
    assert select(mixed, caps, seed=seed) == chosen


@settings(max_examples=examples(150), deadline=None)
@given(crowded(), st.integers(0, 3))
def test_beyond_the_exact_size_the_stated_bound_holds(problem, seed):
    found, caps = problem
    with patch("verify_app.datasets.composition.select.EXACT", 0):
        chosen = select(found, caps, seed=seed)
    kept = [o for o in found if o.sha256 in chosen.kept]
    assert caps.hold(kept)
    tail, images = every_subset(found, caps)
    got = (sum(o.tail for o in kept), len(kept))
    if chosen.solver.startswith("bound"):
        more_tail, more_images = (int(word) for word in chosen.solver.split() if word.isdigit())
        assert tail <= got[0] + more_tail
        assert more_tail or images <= got[1] + more_images
    else:
        assert got == (tail, images)


def test_ties_fall_by_the_seed():
    found = [Option(sha(f"o{i}"), 1, 0) for i in range(30)]
    assert select(found, Caps(10, 99), seed=1).kept != select(found, Caps(10, 99), seed=2).kept
    kinds = [Option(sha(f"k{i}"), n, 0) for i, n in enumerate((2, 3, 4, 5) * 4)]
    found_by_milp = {
        s.kept for s in (select(kinds, Caps(8, 22), seed=seed) for seed in range(20)) if s.solver == "milp"
    }
    assert len(found_by_milp) > 3


def test_twenty_thousand_options_are_exact_and_quick():
    found = [Option(sha(f"o{i}"), i % 37, (i * 7) % 5 if i % 37 > 4 else 0) for i in range(20_000)]
    chosen = select(found, Caps(15_000, 100_000), seed=0)
    kept = [o for o in found if o.sha256 in chosen.kept]
    assert chosen.solver == "milp"
    assert len(kept) <= 15_000 and sum(o.instances for o in kept) <= 100_000


def wide(count, classes=80, seed=0):
    """Images of many classes, the last fifteen of them rare."""
    rng = random.Random(seed)
    weights = [1 / (i + 1) for i in range(classes)]
    found = []
    for i in range(count):
        held = Counter(rng.choices(range(classes), weights, k=rng.choice([1, 2, 3, 4, 5, 8])))
        tail = sum(n for c, n in held.items() if c >= classes - 15)
        found.append(Option(sha(f"w{i}"), held.total(), tail, tuple(sorted(held.items())), rng.random() < 0.7))
    every = Counter()
    for option in found:
        every.update(dict(option.classes))
    caps = {c: int(n * rng.uniform(0.3, 0.65)) for c, n in every.items() if c < classes - 15}
    return found, Caps(count // 2, every.total() // 2, caps, count // 2)


def test_twenty_thousand_candidates_of_eighty_classes_are_solved_exactly():
    found, caps = wide(20_000)
    with patch.object(exact_solver, "_whole", side_effect=exact_solver._whole) as whole:
        chosen = select(found, caps, seed=0)
    assert max(len(call.args[0]) for call in whole.call_args_list) < 6_000, "what was proved needed no more"
    assert chosen.solver == "milp" and caps.hold([o for o in found if o.sha256 in chosen.kept])


@settings(max_examples=examples(400), deadline=None)
@given(crowded(), st.integers(0, 3), st.sampled_from([(1,), (2, 4), (1, 2, 8)]))
def test_what_is_proved_on_a_few_kinds_is_the_best_of_all(problem, seed, cores):
    found, caps = problem
    with patch.object(exact_solver, "_DRAWN_KINDS", 0), patch.object(exact_solver, "_CORES", cores):
        kept = [o for o in found if o.sha256 in select(found, caps, seed=seed).kept]
    assert caps.hold(kept) and (sum(o.tail for o in kept), len(kept)) == every_subset(found, caps)


@pytest.mark.slow
def test_far_beyond_the_exact_size_a_bound_is_stated():
    found, caps = wide(150_000)  # a million: tests/benchmarks/bench_select.py
    chosen = select(found, caps, seed=0)
    assert chosen.solver.startswith("bound") and caps.hold([o for o in found if o.sha256 in chosen.kept])


@given(st.integers(0, 500), st.fractions(Fraction(1, 10), 1))
def test_carried_is_the_largest_number_that_holds(real, share):
    others = carried(real, share)
    assert others >= 0
    if real:
        assert Fraction(real, real + others) >= share > Fraction(real, real + others + 1)
