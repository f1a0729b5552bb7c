"""What the monitor sees of drifts that are planted, and how often it errs: a smaller share of ``sim_monitor``."""

from __future__ import annotations

import numpy as np
import pytest

from tests.benchmarks import sim_monitor as sim
from verify_app.monitor.alarms import alarms
from verify_app.monitor.drift import Contrast, DriftFound, Setting, compare, compare_paired
from verify_app.monitor.label_drift import joined
from verify_app.monitor.null_bands import NullBand


@pytest.mark.parametrize("name", sim.ONSETS)
def test_an_onset_is_noticed_in_its_version_and_alarmed_in_the_next(name: str) -> None:
    found = sim.onset(name, 3)
    assert found["noticed"] >= 2 / 3
    assert found["alarmed"] >= 2 / 3


def test_every_onset_has_its_companions() -> None:
    assert set(sim.COMPANIONS) == set(sim.ONSETS)


def test_bands_hold_in_stable_projects() -> None:
    found = sim.coverage(40)
    assert all(share >= 0.85 for share in found.values())


def test_frames_of_one_video_are_exchanged_as_a_whole() -> None:
    found = sim.frames(20)
    assert found["by video"] <= 0.15
    assert found["by frame"] >= 0.5


def test_sets_of_too_few_groups_have_no_band() -> None:
    rng = np.random.default_rng(0)
    labels, of, _ = sim.pictures(rng, 100, sim.World())
    sides = np.stack([np.arange(100) < 90, np.arange(100) >= 90], axis=1)
    found = compare(Setting(labels, of, sides, 6), [Contrast("few", 1)], resamples=49)["few"]
    assert found and all(one.band is None for one in found.values())


def test_labels_that_were_changed_since_are_a_drift_too() -> None:
    rng = np.random.default_rng(1)
    labels, of, _ = sim.pictures(rng, 200, sim.World())
    own = type(labels)(
        labels.images, labels.image, (labels.classes + 1) % 6, labels.measures, labels.pictures, labels.alike
    )
    sides = np.ones((200, 2), dtype=bool)
    found = compare(Setting(labels, of, sides, 6, own=own), [Contrast("v2", 1)], resamples=99)["v2"]
    assert found["class_js"].side == 1 and found["size_w1"].side == 0


def test_a_model_is_compared_with_persons_on_the_same_images() -> None:
    rng = np.random.default_rng(2)
    persons, of, _ = sim.pictures(rng, 150, sim.World())
    small = persons.measures.copy()
    small[:, 0] -= 0.15
    model = type(persons)(persons.images, persons.image, persons.classes, small, persons.pictures, persons.alike)
    found = compare_paired(persons, model, of, classes=6, resamples=199)
    assert found["size_w1"].side == 1 and found["x_w1"].side == 0
    assert "brightness_w1" not in found  # of the same images there is nothing to compare
    same = compare_paired(persons, persons, of, classes=6, resamples=99)
    assert not any(one.side for one in same.values())


def test_what_is_gone_alarms_at_once_and_the_rest_at_the_second_time() -> None:
    high = DriftFound(2.0, NullBand(0.0, 1.0, below=False))
    fine = DriftFound(0.5, NullBand(0.0, 1.0, below=False))
    looks = [{"size_w1": high, "classes_gone": fine}, {"size_w1": high, "classes_gone": high}, {"size_w1": fine}]
    assert alarms(looks) == [set(), {"size_w1", "classes_gone"}, set()]
    assert alarms(looks, bad=lambda _name, side: side < 0) == [set(), set(), set()]


def test_equal_seeds_find_the_same() -> None:
    rng = np.random.default_rng(3)
    parts = [sim.pictures(rng, 60, sim.World()) for _ in range(2)]
    sides = np.stack([np.arange(120) < 60, np.arange(120) >= 60], axis=1)
    setting = Setting(
        joined([p[0] for p in parts]), np.arange(120), sides, 6, (), np.concatenate([p[2] for p in parts])
    )
    one, two = (compare(setting, [Contrast("x", 1)], resamples=49, seed=7)["x"] for _ in range(2))
    assert {name: (found.value, found.band) for name, found in one.items()} == {
        name: (found.value, found.band) for name, found in two.items()
    }
