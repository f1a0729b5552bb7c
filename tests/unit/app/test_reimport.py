"""One of our versions comes in again with what its receipt records: no weaker, and no stronger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.test_exporting import made
from verify_app.app import actions
from verify_app.app.create import create_project
from verify_app.app.demo import REVIEWER
from verify_app.app.exporting import ExportOptions, export
from verify_app.app.importing import AddOptions, add
from verify_app.app.reimport import SAMPLE_REVIEWER
from verify_app.app.report import status
from verify_app.app.review import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, LabelState, Origin, Split
from verify_app.datasets.pool import read_pool
from verify_app.datasets.verify import verify_version
from verify_app.storage.check import problems


def version(tmp_path: Path) -> Path:
    """Ten real-verified images of ann's and some synthetic ones with unverified labels."""
    session = made(tmp_path, real=12, synthetic=6, verified=10)
    out = export(session, tmp_path / "version", ExportOptions()).folder
    session.project.close()
    return out


def other(tmp_path: Path, name: str = "bob", **more: object) -> Session:
    create_project(tmp_path / "other", classes=scenery.CLASSES, actor=Actor(name), **more)  # type: ignore[arg-type]
    return Session.open(tmp_path / "other", name)


@pytest.mark.parametrize("origin", [Origin.UNKNOWN, Origin.SYNTHETIC, Origin.REAL])
def test_grades_origins_reviewers_and_splits_are_those_of_the_receipt(tmp_path: Path, origin: Origin) -> None:
    folder, session = version(tmp_path), other(tmp_path)
    before = {image.sha256: image for image in verify_version(folder).images}
    done = add(session, [folder], AddOptions(origin, "yolo"))
    assert (len(done.images), done.problems) == (len(before), [])
    after = {c.sha256: c for c in read_pool(session.project.read).candidates}
    assert set(after) == set(before)
    for sha256, recorded in before.items():
        candidate = after[sha256]
        assert (candidate.origin, candidate.rv, candidate.split) == (recorded.origin, recorded.rv, recorded.split)
        assert [(x.index, x.grade, x.by if x.grade.verified else None) for x in candidate.labels] == [
            (x.index, x.grade, x.by) for x in recorded.labels
        ]
    assert {x.by for c in after.values() for x in c.labels} == {"ann", None}
    assert list(problems(session.project.read.connection)) == []
    digest = verify_version(folder).digest
    events = session.project.read.connection.execute("SELECT detail, actor FROM event WHERE op = 'import'").fetchall()
    assert {(json.loads(row[0])["receipt"], row[1]) for row in events} == {(digest, "bob")}


def test_what_came_in_again_goes_out_with_the_same_shares(tmp_path: Path) -> None:
    folder, session = version(tmp_path), other(tmp_path)
    add(session, [folder], AddOptions(Origin.UNKNOWN, "auto"))
    again = export(session, tmp_path / "again", ExportOptions())
    first, second = verify_version(folder), verify_version(again.folder)
    assert second.problems == []
    assert second.share(Split.TRAIN) == first.share(Split.TRAIN)
    assert {(i.sha256, i.split, i.rv) for i in first.images} == {(i.sha256, i.split, i.rv) for i in second.images}


def test_attesting_cannot_raise_what_the_receipt_records(tmp_path: Path) -> None:
    folder, session = version(tmp_path), other(tmp_path)
    with pytest.raises(UserError, match="cannot raise"):
        add(session, [folder], AddOptions(Origin.REAL, "yolo", attest="eve"))
    for labels, place in (("none", folder), ("yolo", folder / "images"), ("yolo", tmp_path)):
        with pytest.raises(UserError, match="which keeps it"):
            add(session, [place], AddOptions(Origin.REAL, labels))
    add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    with pytest.raises(UserError, match="cannot raise"):
        add(session, [folder], AddOptions(Origin.REAL, "yolo", attest="eve"))
    assert status(session.project)["labels"]["by_grade"].get("attested", 0) == 0


def test_a_version_that_was_changed_does_not_come_in(tmp_path: Path) -> None:
    folder, session = version(tmp_path), other(tmp_path)
    label = next((folder / "labels" / "train").glob("*.txt"))
    label.write_text(label.read_text() + "0 0.5 0.5 0.1 0.1\n")
    with pytest.raises(UserError, match="not what its receipt says"):
        add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    assert status(session.project)["images"]["total"] == 0


def test_a_forged_grade_is_found(tmp_path: Path) -> None:
    folder, session = version(tmp_path), other(tmp_path)
    file = folder / "receipt-images.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"imported",null', b'"drawn","ann"'))
    with pytest.raises(UserError, match="not what its receipt says"):
        add(session, [folder], AddOptions(Origin.REAL, "yolo"))


def test_the_samples_reviewer_is_no_person_elsewhere(tmp_path: Path) -> None:
    assert SAMPLE_REVIEWER == REVIEWER
    session = scenery.project(tmp_path, images=12, reviewer=REVIEWER)
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.9)] for i in range(1, 13)})
    for image_id in range(1, 9):
        actions.complete(session, look(session, image_id), 0.25)
    for image_id in range(9, 13):
        actions.empty(session, look(session, image_id))
    folder = export(session, tmp_path / "version", ExportOptions()).folder
    strict = other(tmp_path)
    add(strict, [folder], AddOptions(Origin.REAL, "yolo"))
    back = [look(strict, image_id) for image_id in range(1, 13)]
    assert {item.state for image in back for item in image.items} == {LabelState.IMPORTED}
    assert read_pool(strict.project.read).candidates == ()


def test_classes_are_mapped_and_left_out(tmp_path: Path) -> None:
    folder = version(tmp_path)
    create_project(tmp_path / "other", classes=("screw",), actor=Actor("bob"))
    session = Session.open(tmp_path / "other", "bob")
    with pytest.raises(UserError, match='--map "bolt='):
        add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    add(session, [folder], AddOptions(Origin.REAL, "yolo", mapping={"bolt": "screw", "nut": None, "gear": None}))
    assert status(session.project)["labels"]["by_grade"]["accepted"] == 10
    assert look(session, 1).items[0].grade in (Grade.ACCEPTED, Grade.IMPORTED)
