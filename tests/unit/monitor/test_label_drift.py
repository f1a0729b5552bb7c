"""Distances of labels against SciPy and closed forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon
from scipy.stats import chi2_contingency, wasserstein_distance
from scipy.stats.contingency import association

from verify_app.monitor import label_drift as of
from verify_app.monitor.label_drift import BINS, MEASURES, OBJECTS, ObjectTable

COUNTS = st.lists(st.integers(0, 400), min_size=2, max_size=9)


def objects(rng: np.random.Generator, images: int, *, shift: float = 0.0, classes: int = 5) -> ObjectTable:
    number = rng.poisson(3, images)
    image = np.repeat(np.arange(images), number)
    m = len(image)
    measures = np.stack([rng.normal(shift, 1, m), rng.gamma(2, 1, m), rng.random(m), rng.beta(2, 5, m)], axis=1)
    pictures = np.stack([rng.random(images), rng.normal(4, 1, images), np.full(images, 13.0)], axis=1)
    return ObjectTable(images, image, rng.integers(0, classes, m), measures, pictures, rng.random(images) < 0.1)


def whole(labels: ObjectTable, layout: of.TableLayout) -> np.ndarray:
    return of.table(labels, layout, np.zeros(labels.images, dtype=int), 1)[0]


@given(st.data())
def test_distances_of_shares_are_scipys(data: st.DataObject) -> None:
    first = np.array(data.draw(COUNTS), dtype=float)
    size = len(first)
    second = np.array(data.draw(st.lists(st.integers(0, 400), min_size=size, max_size=size)), dtype=float)
    if not first.sum() or not second.sum():
        return
    assert of.jensen_shannon(first, second) == pytest.approx(float(jensenshannon(first, second, base=2)), abs=1e-7)
    used = (first + second) > 0
    if used.sum() < 2:
        return
    both = np.stack([first[used], second[used]]).astype(int)
    assert of.chi_square(first, second) == pytest.approx(chi2_contingency(both, correction=False)[0], abs=1e-8)
    assert of.cramers_v(first, second) == pytest.approx(association(both, method="cramer"), abs=1e-8)


def test_shares_that_are_equal_or_have_nothing_in_common() -> None:
    one, other = np.array([10.0, 30.0, 0.0]), np.array([0.0, 0.0, 7.0])
    assert of.jensen_shannon(one, one * 3) == pytest.approx(0, abs=1e-7)
    assert of.jensen_shannon(one, other) == pytest.approx(1)
    assert of.cramers_v(one, other) == pytest.approx(1)
    assert of.stability_index(one, one) == pytest.approx(0)


def test_the_stability_index_is_its_formula() -> None:
    first, second = np.array([50.0, 30.0, 20.0]), np.array([30.0, 30.0, 40.0])
    p, q = (first + 0.5) / (first + 0.5).sum(), (second + 0.5) / (second + 0.5).sum()
    assert of.stability_index(first, second) == pytest.approx(float(((p - q) * np.log(p / q)).sum()))
    # a class that neither has changes nothing
    padded = [np.append(counts, 0.0) for counts in (first, second)]
    assert of.stability_index(*padded) == pytest.approx(of.stability_index(first, second))


@pytest.mark.parametrize("which", range(len(MEASURES)))
def test_the_distance_of_a_measure_is_scipys_but_for_a_bin(which: int) -> None:
    rng = np.random.default_rng(which)
    first, second = objects(rng, 400), objects(rng, 300, shift=0.4)
    layout = of.layout_of(of.joined([first, second]), 5)
    rows = [whole(labels, layout) for labels in (first, second)]
    values = [labels.measures[:, which] for labels in (first, second)]
    found = of.scaled_wasserstein(*(layout.histogram(row, which) for row in rows))
    wanted = wasserstein_distance(*values) / values[0].std()
    width = layout.grids[which][1] / values[0].std()
    assert found == pytest.approx(wanted, abs=width)
    shift = of.mean_shift(*(layout.histogram(row, which) for row in rows))
    assert shift == pytest.approx((values[1].mean() - values[0].mean()) / values[0].std(), abs=width)


def test_objects_per_image_and_what_pictures_are_like() -> None:
    rng = np.random.default_rng(3)
    first, second = objects(rng, 400), objects(rng, 300)
    layout = of.layout_of(of.joined([first, second]), 5)
    rows = [whole(labels, layout) for labels in (first, second)]
    found = of.wasserstein(*(layout.histogram(row, OBJECTS) for row in rows)) * layout.grids[OBJECTS][1]
    assert found == pytest.approx(wasserstein_distance(first.counts, second.counts), abs=layout.grids[OBJECTS][1])
    light = of.wasserstein(*(layout.histogram(row, OBJECTS + 1) for row in rows)) * layout.grids[OBJECTS + 1][1]
    assert light == pytest.approx(wasserstein_distance(first.pictures[:, 0], second.pictures[:, 0]), abs=1 / BINS)
    assert layout.images(rows[0]) == 400
    assert layout.empty(rows[0]) == (first.counts == 0).sum()
    assert layout.alike(rows[0]) == first.alike.sum()


def test_a_table_by_block_sums_up_to_the_whole_and_leaves_out_what_is_not_asked_for() -> None:
    rng = np.random.default_rng(4)
    labels = objects(rng, 200)
    layout = of.layout_of(labels, 5)
    blocks = rng.integers(0, 7, 200)
    rows = of.table(labels, layout, blocks, 7)
    assert rows.shape == (7, layout.columns)
    np.testing.assert_array_equal(rows.sum(axis=0), whole(labels, layout))
    some = rng.random(200) < 0.5
    part = of.table(labels, layout, blocks, 7, only=some).sum(axis=0)
    rest = of.table(labels, layout, blocks, 7, only=~some).sum(axis=0)
    np.testing.assert_array_equal(part + rest, whole(labels, layout))
    assert layout.class_counts(part).sum() == some[labels.image].sum()


def test_what_has_no_extent_or_is_not_known_is_in_no_histogram() -> None:
    labels = ObjectTable(
        2, np.array([0, 1]), np.array([0, 1]), np.full((2, 4), np.nan), np.full((2, 3), np.nan), np.zeros(2, dtype=bool)
    )
    layout = of.layout_of(labels, 2)
    row = whole(labels, layout)
    assert [layout.histogram(row, which).sum() for which in (*range(4), *range(5, 8))] == [0] * 7
    assert layout.class_counts(row).tolist() == [1, 1]


def test_the_rare_are_kept_when_half_is_left() -> None:
    reference, other = np.array([100.0, 4.0, 5.0, 0.0]), np.array([10.0, 2.0, 2.0, 0.0])
    assert of.tail_retention(reference, other, {1, 2}) == pytest.approx(0.5)
    assert of.tail_retention(reference, other, {1}) == 1
    assert of.tail_retention(reference, other, ()) == 1
    assert of.classes_gone(reference, np.array([1.0, 0.0, 3.0, 0.0])) == 1


def test_many_rows_at_once_are_each_row_by_itself() -> None:
    rng = np.random.default_rng(5)
    one, two = rng.integers(0, 50, (6, 8)).astype(float), rng.integers(1, 50, (6, 8)).astype(float)
    for distance in (of.jensen_shannon, of.cramers_v, of.chi_square, of.wasserstein, of.scaled_wasserstein):
        np.testing.assert_allclose(distance(one, two), [distance(a, b) for a, b in zip(one, two, strict=True)])
