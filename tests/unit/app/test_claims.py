"""Weights trained elsewhere: on which version is proved, claimed or refused, and never changed in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import scenery
from tests.unit.app.test_export import verify
from verify_app.app.exports.export import Exported, ExportOptions, export
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.app.training import add_model
from verify_app.cli.main import commands
from verify_app.core.errors import UserError
from verify_app.core.receipt.receipt import Override
from verify_app.core.records import UNKNOWN, Actor, Proof
from verify_app.core.remove_folder import remove_tree
from verify_app.core.vocabulary import Origin
from verify_app.datasets.version.verify import verify_version
from verify_app.inference.ultralytics_setup import prepare
from verify_app.storage.queries.history import versions
from verify_app.training.weights import keep

DATA = Path(__file__).parents[2] / "data" / "models"
TAKE = (Override("class_floor", "a trial", "ann"),)
FRESH = Override("min_fresh_share", "a trial", "ann")


def project(
    tmp_path: Path, name: str = "project", classes: tuple[str, ...] = ("disc", "block"), first: int = 0
) -> Session:
    """A project of the test model's classes, with twelve verified images."""
    for number in range(first, first + 12):
        scenery.picture(tmp_path / f"{name}-real" / f"r{number:03}.png", number)
    create_project(tmp_path / name, classes=classes, actor=Actor("ann"))
    session = Session.open(tmp_path / name, "ann")
    add(session, [tmp_path / f"{name}-real"], AddOptions(Origin.REAL))
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.9)] for i in range(1, 13)})
    for image_id in range(1, 13):
        verify(session, image_id)
    return session


def weights(tmp_path: Path, name: str, receipt: str = "", data: Path | None = None) -> Path:
    """The test model, saying that it was trained under a receipt, or on a dataset, or nothing."""
    target = tmp_path / f"{name}.pt"
    if receipt:
        keep(DATA / "detect.pt", target, receipt=receipt, base=None)
        return target
    prepare()
    from ultralytics import YOLO

    model = YOLO(DATA / "detect.pt")
    model.ckpt = {"train_args": {"data": str(data)} if data else {}, "by": name}
    model.save(target)
    return target


@pytest.fixture
def exported(tmp_path: Path) -> tuple[Session, Exported]:
    session = project(tmp_path)
    return session, export(session, tmp_path / "v1", ExportOptions())


def test_weights_that_say_so_are_proof_and_others_a_claim(exported, tmp_path: Path) -> None:
    session, done = exported
    noted = add_model(session, weights(tmp_path, "noted", done.digest), version=Path("v1"))
    led = add_model(
        session, weights(tmp_path, "led", data=(tmp_path / "v1" / "data.yaml").resolve()), version=done.folder
    )
    silent = add_model(session, weights(tmp_path, "silent"), version=done.folder)
    assert [m.proof for m in (noted, led, silent)] == [Proof.PROVED, Proof.PROVED, Proof.CLAIMED]
    assert {(m.lineage, m.version, m.round) for m in (noted, led, silent)} == {(done.digest, "v1", 1)}
    session.close()
    said = CliRunner().invoke(commands, ["model", "list", str(session.folder), "--json"]).stdout
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row["proof"] for row in rows if row["version"]] == ["proved", "proved", "claimed"]
    text = CliRunner().invoke(commands, ["model", "list", str(session.folder)]).stdout
    assert text.count("trained on v1 (proved)") == 2 and text.count("trained on v1 (claimed)") == 1


def test_without_a_version_only_the_weights_are_asked(exported, tmp_path: Path) -> None:
    session, done = exported
    found = add_model(session, weights(tmp_path, "noted", done.digest))
    assert (found.lineage, found.version, found.proof) == (done.digest, "v1", Proof.PROVED)
    remove_tree(done.folder)  # its images are read-only
    gone = add_model(session, weights(tmp_path, "other", done.digest))
    assert gone == found  # the same bytes
    silent = add_model(session, weights(tmp_path, "silent"))
    assert (silent.lineage, silent.version, silent.proof) == (UNKNOWN, None, None)


def test_any_receipt_of_the_version_is_proof(exported, tmp_path: Path) -> None:
    session, one = exported
    export(session, tmp_path / "two", ExportOptions(overrides=TAKE))
    found = add_model(session, weights(tmp_path, "noted", one.digest), version=Path("v1"))
    assert (found.proof, found.lineage) == (Proof.PROVED, one.digest)


def test_weights_of_another_receipt_are_refused(exported, tmp_path: Path) -> None:
    session, _ = exported
    other = project(tmp_path, "elsewhere", first=100)
    foreign = export(other, tmp_path / "foreign", ExportOptions())
    with pytest.raises(UserError, match=r"trained on another version \(\w{12}\), not on v1"):
        add_model(session, weights(tmp_path, "noted", foreign.digest), version=Path("v1"))
    with pytest.raises(UserError, match="not on v1"):
        add_model(session, weights(tmp_path, "led", data=(foreign.folder / "data.yaml").resolve()), version=Path("v1"))
    found = add_model(session, tmp_path / "noted.pt", version=foreign.folder)
    assert (found.version, found.lineage, found.proof) == ("foreign", foreign.digest, Proof.PROVED)


def test_other_classes_are_refused(tmp_path: Path) -> None:
    session = project(tmp_path, classes=("block", "disc"))
    export(session, tmp_path / "v1", ExportOptions())
    with pytest.raises(UserError, match="its classes are disc, block, the version's block, disc"):
        add_model(session, weights(tmp_path, "silent"), version=Path("v1"))
    with pytest.raises(UserError, match="is for classify, the project for detect"):
        add_model(session, DATA / "classify.pt", version=Path("v1"))
    assert not session.project.read.one("SELECT count(*) FROM model WHERE version IS NOT NULL")


def test_the_same_weights_with_another_version_are_an_error(exported, tmp_path: Path) -> None:
    session, _ = exported
    file = weights(tmp_path, "silent")
    first = add_model(session, file, version=Path("v1"))
    assert add_model(session, file, version=Path("v1")) == first == add_model(session, file)
    scenery.picture(tmp_path / "project-real" / "new.png", 77)
    add(session, [tmp_path / "project-real"], AddOptions(Origin.REAL))
    scenery.run(session, {13: [(1, (5, 5, 45, 45), 0.9)]})
    verify(session, 13)
    export(session, tmp_path / "v2", ExportOptions())
    with pytest.raises(UserError, match=r"already, as v1-r1: trained on v1, not on v2; one of both is wrong"):
        add_model(session, file, version=Path("v2"))
    assert [v.name for v in versions(session.project.read)] == ["v1", "v2"]


def test_of_weights_added_before_it_can_be_said_later(exported, tmp_path: Path) -> None:
    session, done = exported
    file = weights(tmp_path, "silent")
    before = add_model(session, file)
    later = add_model(session, file, version=Path("v1"))
    assert (later.id, later.version, later.round, later.proof) == (before.id, "v1", 1, Proof.CLAIMED)
    assert later.lineage == done.digest and session.project.read.model_detail(later.id)["imgsz"]
    assert list(session.project.problems()) == []


def test_the_receipt_says_what_is_claimed_of_models_behind_labels(exported, tmp_path: Path) -> None:
    session, _ = exported
    found = add_model(session, weights(tmp_path, "silent"), version=Path("v1"))
    for number in range(4):
        scenery.picture(tmp_path / "more" / f"m{number}.png", 300 + number)
    add(session, [tmp_path / "more"], AddOptions(Origin.REAL))
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.99)] for i in range(13, 17)}, model_id=found.id)
    policy = tmp_path / "policy.toml"
    policy.write_text('pseudo_conf = "0.95"\n', encoding="utf-8")
    done = export(session, tmp_path / "v2", ExportOptions(policy=policy, overrides=(FRESH,)))
    check = verify_version(done.folder)
    assert check.problems == [] and check.receipt is not None
    assert [(m.sha256, m.proof) for m in check.receipt.models] == [(found.sha256, "claimed")]
