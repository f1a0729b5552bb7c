"""The experiment on collapse: its parts, and level 0 as a check of direction. Nothing is trained here."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.collapse import __main__ as command
from tests.benchmarks.collapse import chain, digits, figures, human_time, measure, scenes, sources, training
from tests.benchmarks.collapse.arms import ARMS, Mix
from tests.benchmarks.collapse.results import KEY, Results
from tests.benchmarks.collapse.sample import policy_of
from verify_app.core.tail_classes import tail_classes
from verify_app.training import settings as rules


def test_a_scene_is_the_same_whenever_it_is_drawn_and_its_boxes_lie_in_it():
    for drawn in ({}, {"generation": 3}, {"even": True}):
        image, objects = scenes.scene(12, **drawn)
        again, same = scenes.scene(12, **drawn)
        assert image.tobytes() == again.tobytes() and objects == same and image.size == (scenes.SIZE, scenes.SIZE)
        assert len(objects) >= 2
        for index, x, y, w, h in objects:
            assert 0 <= index < len(scenes.NAMES) and x - w / 2 >= 0 and x + w / 2 <= 1 and y - h / 2 >= 0
            assert y + h / 2 <= 1 and min(w, h) > 0
    assert scenes.scene(12)[0].tobytes() != scenes.scene(12, generation=1)[0].tobytes()


def test_the_tail_by_the_programs_rule_is_the_three_rarest_and_the_base_knows_none_of_the_ten():
    counts = Counter(row[0] for seed in range(250) for row in scenes.scene(seed)[1])
    assert tail_classes(counts, len(scenes.NAMES)) == {7, 8, 9}
    assert len(scenes.OTHERS) >= 20 and not set(scenes.OTHERS) & set(scenes.NAMES)


def test_seeds_of_sets_never_meet():
    incoming = {seed for s in (1, 2, 3) for g in range(6) for seed in sources.seeds_of(s, g, 600)}
    assert len(incoming) == 3 * 6 * 600
    sizes = measure.Sizes()
    sets = [measure.val_scenes(sizes), *measure.gold_scenes(sources.load(), sizes).values()]
    measuring = [one.seed for some in sets for one in some]
    assert len(set(measuring)) == len(measuring) and not incoming & set(measuring)
    assert Counter(one.generation for one in sets[0]) == dict.fromkeys(range(6), sizes.val // 6)


def test_scenes_of_anybody_need_no_more_than_a_seed(tmp_path: Path):
    file = tmp_path / "plain.py"
    file.write_text(
        "from PIL import Image\nNAMES = ('a', 'b')\nSIZE = 32\n"
        "def scene(seed):\n"
        "    return Image.new('RGB', (32, 32), (seed % 256,) * 3), [(0 if seed % 5 else 1, 0.5, 0.5, 0.2, 0.2)]\n"
    )
    source = sources.load(str(file))
    assert source.picks and source.scene(7, 3, True)[0].getpixel((0, 0)) == (7, 7, 7)
    counts = Counter(source.scene(one.seed, 0, False)[1][0][0] for one in sources.even_picks(source, 100, 20))
    assert counts[0] == counts[1] == 10
    with pytest.raises(SystemExit, match="There is no file"):
        sources.load(str(tmp_path / "none.py"))


def test_the_most_recall_at_a_precision_counts_nothing_where_it_is_never_reached():
    conf = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
    right = np.array([True, True, False, True, True])
    assert figures.recall_at(conf, right, 8) == pytest.approx(4 / 8)  # 4 of 5 are right
    assert figures.recall_at(conf[:4], right[:4], 8) == pytest.approx(2 / 8)  # 3 of 4 are too few
    assert figures.recall_at(conf, ~right, 8) == 0.0
    assert figures.recall_at(np.array([0.9, 0.9]), np.array([True, False]), 1) == 0.0  # no threshold tells them apart
    assert figures.recall_at(conf[:0], right[:0], 3) == figures.recall_at(conf, right, 0) == 0.0


def test_the_threshold_is_where_f1_is_best_and_calibration_is_measured_in_bins():
    conf = np.array([0.9, 0.8, 0.3, 0.2])
    assert figures.best_f1(conf, np.array([True, True, False, False]), 2) == 0.8
    assert figures.best_f1(conf[:0], np.zeros(0, bool), 2) == 0.0
    assert figures.ece(np.full(10, 0.75), np.arange(10) < 5) == pytest.approx(0.25)
    assert figures.ece(conf[:0], np.zeros(0, bool)) == 0.0


def test_human_seconds_come_from_the_acts_that_are_counted_in_the_window():
    each = human_time.costs()
    assert each.complete == pytest.approx(human_time.KEY)
    assert each.reject == pytest.approx(human_time.POINT + human_time.KEY)
    assert each.draw > each.reject and each.reshape > each.reclass > 0
    plain = human_time.seconds(looked=4)
    assert plain == pytest.approx(5 * human_time.LOOK + human_time.KEY)
    more = human_time.seconds(looked=4, rejected=1, drawn=2)
    assert more == pytest.approx(plain + each.reject + 2 * (each.draw + human_time.LOOK))


def test_a_line_that_is_there_is_found_and_one_that_was_cut_off_is_none(tmp_path: Path):
    results = Results(tmp_path / "r" / "lines.jsonl")
    key = dict.fromkeys(KEY, "x")
    assert results.find(key) is None
    results.append({**key, "figure": 1})
    with results.file.open("a") as out:
        out.write('{"cut": ')
    results.append({**key, "seed": 2, "figure": 2})
    found = results.find({**key, "seed": 2})
    assert found is not None and found["figure"] == 2 and results.find(key) == {**key, "figure": 1}
    assert len(list(results.lines())) == 2 and len(results.file.read_text().splitlines()) == 3


def test_level_1_is_64_trainings_each_named_once(tmp_path: Path):
    base = tmp_path / "base.pt"
    base.write_bytes(b"weights")
    bench = chain.Bench(sources.load(), base, measure.Sizes(), 1000, tmp_path, Results(tmp_path / "lines.jsonl"))
    keys = [json.dumps(key, sort_keys=True) for key in chain.level_1_keys(bench, (1, 2, 3), 5)]
    assert len(keys) == len(set(keys)) == 64
    other = chain.Bench(sources.load(), base, measure.Sizes(), 900, tmp_path, bench.results)
    assert other.settings != bench.settings


def test_the_settings_are_those_that_the_program_lets_a_person_choose_and_steps_stay_the_same():
    from ultralytics.utils import DEFAULT_CFG_DICT

    rules.check(training.SETTINGS, DEFAULT_CFG_DICT)
    for images in (540, 600, 1230, 1800, 3600):
        steps = training.epochs_for(images) * -(-images // training.BATCH)
        assert abs(steps - training.STEPS) <= training.STEPS * 0.12
    assert training.epochs_for(100_000) == 1


def test_every_arm_of_the_gate_has_its_policy():
    gates = {arm.name: policy_of(arm, 0.3) for arm in ARMS if arm.mix is Mix.GATE}
    assert gates["gate 50 depth 1"].max_depth == 1 < gates["gate 50"].max_depth
    assert gates["gate 20"].min_real_share < gates["gate 50"].min_real_share
    assert gates["gate 50 no fresh share"].min_fresh_share == 0 < gates["gate 50"].min_fresh_share
    assert {str(policy.pseudo_conf) for policy in gates.values()} == {"3/10"}


def test_digits_that_measure_are_never_learned_from(monkeypatch):
    """With scans of our own: scikit-learn is no dependency."""
    asked = set()

    class Scans(dict):
        def __getitem__(self, key):
            asked.add(key)
            return [np.full((8, 8), 255, np.uint8)]

    monkeypatch.setattr(digits, "_digits", Scans)
    for seed in range(20):
        digits.scene(seed, generation=1)
    assert {measuring for _, measuring in asked} == {False}
    asked.clear()
    image, objects = digits.scene(sources.GOLD_EVEN + 3, even=True)
    assert {measuring for _, measuring in asked} == {True} and len(objects) >= 2
    assert image.size == (digits.SIZE, digits.SIZE)


def test_without_scikit_learn_the_digits_say_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    digits._digits.cache_clear()
    with pytest.raises(SystemExit, match="pip install scikit-learn"):
        digits.scene(1)


def test_level_0_is_run_by_the_command_and_the_pilots_switches_are_its_own(tmp_path: Path, capsys, monkeypatch):
    out = tmp_path / "level0.json"
    monkeypatch.setattr(sys, "argv", ["collapse", "--level", "0", "--repeats", "2", "--out", str(out)])
    assert command.main() == 0
    found = json.loads(out.read_text())
    assert found["scenes"] == "scenes" and found["repeats"] == 2 and len(found["arms"]) == 18
    assert "gate 50" in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["collapse", "--level", "1", "--steps", "5"])
    with pytest.raises(SystemExit):
        command.main()
    assert "the protocol has them fixed" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "refused"), [("# P\n\nStatus: open\n", True), ("# P\n\nStatus: fixed\n", False)])
def test_level_1_does_not_begin_before_the_protocol_is_fixed(tmp_path: Path, capsys, monkeypatch, text, refused):
    protocol, begun = tmp_path / "PROTOCOL.md", []
    protocol.write_text(text)
    monkeypatch.setattr(command, "PROTOCOL", protocol)
    monkeypatch.setattr(command, "_level_1", lambda asked: begun.append(asked) or 0)
    monkeypatch.setattr(sys, "argv", ["collapse", "--level", "1"])
    if refused:
        with pytest.raises(SystemExit):
            command.main()
        assert "PROTOCOL.md is open still" in capsys.readouterr().err and not begun
        monkeypatch.setattr(sys, "argv", ["collapse", "--level", "1", "--pilot"])
    assert command.main() == 0 and len(begun) == 1
