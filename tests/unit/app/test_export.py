"""From review to a version on record: what is enforced, what is remembered, what a crash leaves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import scenery
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.cli.main import commands, run
from verify_app.core.errors import PolicyError, UserError
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.queries.history import versions


def made(tmp_path: Path, *, real: int, synthetic: int, verified: int) -> Session:
    """Real images with a proposal each, some verified; synthetic ones with one label of their renderer's each."""
    for number in range(real):
        scenery.picture(tmp_path / "real" / f"r{number:03}.png", number)
    for number in range(synthetic):
        scenery.picture(tmp_path / "synth" / "images" / f"s{number:03}.png", 1000 + number)
        label = tmp_path / "synth" / "labels" / f"s{number:03}.txt"
        label.parent.mkdir(parents=True, exist_ok=True)
        label.write_text("0 0.5 0.5 0.2 0.2\n", encoding="utf-8")
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(tmp_path / "project", "ann")
    add(session, [tmp_path / "real"], AddOptions(Origin.REAL))
    if synthetic:
        add(session, [tmp_path / "synth"], AddOptions(Origin.SYNTHETIC, labels="yolo", by_number=True))
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.9)] for i in range(1, real + 1)})
    for image_id in range(1, verified + 1):
        verify(session, image_id)
    return session


def verify(session: Session, image_id: int) -> None:
    actions.complete(session, look(session, image_id), 0.25)


def test_too_much_synthetic_is_left_out_and_the_share_holds(tmp_path: Path) -> None:
    session = made(tmp_path, real=20, synthetic=12, verified=10)
    done = export(session, tmp_path / "out", ExportOptions())
    train = [m for m in done.plan.members if m.split is Split.TRAIN]
    assert sum(m.candidate.rv for m in train) * 2 >= len(train)
    assert done.plan.count(Split.VAL) >= 1
    assert all(m.candidate.rv for m in done.plan.members if m.split is not Split.TRAIN)
    assert verify_version(done.folder).problems == []
    assert "verify" in done.plan.sentence().lower()


def test_verifying_as_many_as_advised_keeps_everything(tmp_path: Path) -> None:
    session = made(tmp_path, real=30, synthetic=12, verified=8)
    before = preview(session, ExportOptions())
    assert before.advice is not None
    for image_id in range(9, 9 + before.advice.verify):
        verify(session, image_id)
    assert not [x for x in preview(session, ExportOptions()).left_out if x.reason == "share"]


def test_one_fewer_than_advised_does_not(tmp_path: Path) -> None:
    session = made(tmp_path, real=30, synthetic=12, verified=8)
    before = preview(session, ExportOptions())
    assert before.advice is not None
    for image_id in range(9, 8 + before.advice.verify):
        verify(session, image_id)
    assert [x for x in preview(session, ExportOptions()).left_out if x.reason == "share"]


def test_strict_refuses_and_a_dry_run_assigns_nothing(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=12, verified=8)
    with pytest.raises(PolicyError, match="would have to be left out"):
        export(session, tmp_path / "out", ExportOptions(mode="strict"))
    preview(session, ExportOptions())
    assert session.project.read.one("SELECT count(*) FROM assignment") == 0
    assert not (tmp_path / "out").exists()
    assert versions(session.project.read) == []


def test_without_verified_images_nothing_leaves(tmp_path: Path) -> None:
    session = made(tmp_path, real=6, synthetic=6, verified=0)
    session.close()
    code = run(["export", str(session.folder), str(tmp_path / "out")])
    assert code == 3
    assert not (tmp_path / "out").exists()


def test_leaving_out_more_than_half_wants_a_yes(tmp_path: Path) -> None:
    session = made(tmp_path, real=4, synthetic=16, verified=4)
    with pytest.raises(UserError, match="--yes"):
        export(session, tmp_path / "out", ExportOptions())
    assert export(session, tmp_path / "out", ExportOptions(yes=True)).name == "v1"


def test_the_same_composition_is_the_same_version_byte_for_byte(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=4, verified=12)
    first = export(session, tmp_path / "one", ExportOptions())
    second = export(session, tmp_path / "two", ExportOptions())
    assert (first.new, second.new) == (True, False)
    assert (first.name, first.digest) == (second.name, second.digest)
    assert len(versions(session.project.read)) == 1
    names = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(tmp_path / "two") for p in (tmp_path / "two").rglob("*") if p.is_file())
    assert all((tmp_path / "one" / n).read_bytes() == (tmp_path / "two" / n).read_bytes() for n in names)


def test_splits_stand_for_ever(tmp_path: Path) -> None:
    session = made(tmp_path, real=20, synthetic=0, verified=10)
    first = {m.candidate.sha256: m.split for m in export(session, tmp_path / "one", ExportOptions()).plan.members}
    for image_id in range(11, 21):
        verify(session, image_id)
    second = {
        m.candidate.sha256: m.split for m in export(session, tmp_path / "two", ExportOptions(seed=5)).plan.members
    }
    assert {sha: second[sha] for sha in first} == first
    val = next(sha for sha, split in second.items() if split is Split.VAL)
    image_id = session.project.read.one("SELECT key FROM image_state WHERE sha256 = ?", val)
    with pytest.raises(UserError, match="exported for val before"):
        actions.set_gold(session, [image_id])


def test_gold_is_never_trained_on(tmp_path: Path) -> None:
    session = made(tmp_path, real=20, synthetic=0, verified=20)
    actions.set_gold(session, [1, 2, 3])
    done = export(session, tmp_path / "out", ExportOptions())
    assert done.plan.count(Split.GOLD) == 3
    assert status(session.project)["candidates"] == 17
    with pytest.raises(UserError, match="stays gold"):
        actions.set_gold(session, [1], False)


def test_an_export_cut_off_before_it_was_recorded_is_taken_up_again(tmp_path: Path) -> None:
    session = made(tmp_path, real=10, synthetic=0, verified=10)
    done = export(session, tmp_path / "out", ExportOptions())
    # what a crash between the rename and the record leaves: the folder, the assignments, no version
    other = made(tmp_path / "again", real=10, synthetic=0, verified=10)
    shutil.copytree(done.folder, tmp_path / "left behind")
    again = export(other, tmp_path / "left behind", ExportOptions())
    assert (again.new, again.digest) == (True, done.digest)
    assert list(other.project.problems()) == []


def test_a_changed_file_stays_out_and_is_named(tmp_path: Path) -> None:
    session = made(tmp_path, real=10, synthetic=0, verified=10)
    scenery.picture(tmp_path / "real" / "r003.png", 99)
    done = export(session, tmp_path / "out", ExportOptions())
    assert all(m.candidate.image != "real/r003.png" for m in done.plan.members)
    assert done.plan.excluded.get("stale") == 1


def test_the_command_prints_one_object(tmp_path: Path) -> None:
    session = made(tmp_path, real=10, synthetic=2, verified=10)
    session.close()
    for extra in (["--dry-run"], []):
        done = CliRunner().invoke(
            commands, ["export", str(session.folder), str(tmp_path / "out"), "--json", "--split", "70/20/10", *extra]
        )
        assert done.exit_code == 0, done.output
        found = json.loads(done.stdout)
        assert found["images"]["val"] == 2
        assert {rule["name"] for rule in found["rules"]} >= {"min_real_share", "hard_floor", "eval_pure"}
        assert all(rule["holds"] for rule in found["rules"])
    assert run(["verify-version", str(tmp_path / "out")]) == 0
    (next((tmp_path / "out" / "labels" / "train").iterdir())).write_text("0 0.5 0.5 0.9 0.9\n", encoding="utf-8")
    assert run(["verify-version", str(tmp_path / "out")]) == 1
    assert run(["export", str(session.folder), str(tmp_path / "out2"), "--min-real-share", "0.05"]) == 2
