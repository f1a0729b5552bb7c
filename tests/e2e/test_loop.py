"""The whole loop without a window, as a person would type it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from verify_app.app import evaluation_record as record
from verify_app.app.session import Session
from verify_app.core.vocabulary import LabelState


def command(*arguments: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "verify_app", *arguments], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == code, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_sample_goes_the_whole_way(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    found = json.loads(command("demo", str(folder), "--headless", "--json"))
    assert found["status"]["images"]["complete"] + found["status"]["images"]["complete_empty"] == 34
    assert found["status"]["real_share"] >= 0.5
    loaded, wrote = found["loaded"], found["export"]["images"]
    assert {split: counts["images"] for split, counts in loaded.items()} == {
        split: wrote[split] for split in ("train", "val")
    }
    assert found["evaluation"]["images"] == wrote["gold"] == 8
    assert found["evaluation"]["comparisons"][0]["outcome"] == "too_few"
    check = json.loads(command("check", str(folder), "--json"))
    assert check["ok"], check["problems"]
    assert json.loads(command("verify-version", found["folder"], "--json"))["receipt"] == found["receipt"]
    models = [json.loads(line) for line in command("model", "list", str(folder), "--json").splitlines()]
    trained = next(m for m in models if m["version"] == "v1")
    assert (trained["round"], trained["depth"], trained["lineage"]) == (1, 0, found["receipt"])
    actors = {json.loads(line)["kind"] for line in command("log", str(folder), "--json").splitlines()}
    assert actors == {"human", "simulated"}
    every_measured_object_is_a_label_that_stands(folder, found["evaluation"]["objects"])


def every_measured_object_is_a_label_that_stands(folder: Path, objects: int) -> None:
    """What `evaluate` put on record leads back to the very labels, in place and class."""
    session = Session.open(folder, "ann")
    try:
        (entry,) = record.heads(session)
        models = record.measured(session, entry.event).models
        assert [model.name for model in models] == entry.models
        for model in models:
            labelled = record.matches_of(model, lambda true, _said: true >= 0)
            crops = record.crops_of(session, model, labelled)
            assert len(labelled) == sum(one.objects for one in model.classes) == objects
            assert len({(crop.image_id, crop.item_id) for crop in crops}) == objects
            assert all(crop.on_record and crop.state is LabelState.VERIFIED for crop in crops)
            names = {one.id: one.name for one in session.classes}
            counted = Counter(names[crop.class_id] for crop in crops)
            assert counted == {one.name: one.objects for one in model.classes if one.objects}
            alone = record.crops_of(session, model, record.matches_of(model, lambda true, _said: true < 0))
            assert not any(crop.on_record for crop in alone)
    finally:
        session.close()


def test_a_scripted_reviewer_works_in_a_sample_only(tmp_path: Path) -> None:
    command("init", str(tmp_path / "p"), "--classes", "a,b")
    done = subprocess.run(
        [sys.executable, "-m", "verify_app", "demo", str(tmp_path / "p"), "--headless"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no sample project" in done.stderr
    assert "Traceback" not in done.stderr
