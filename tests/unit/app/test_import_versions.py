"""One of our versions comes in again with what its receipt records: no weaker, and no stronger."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec import structs

from tests import scenery
from tests.unit.app.test_export import made
from verify_app.app.demo.sample_project import REVIEWER
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.attest import attest
from verify_app.app.imports.receipt_counts import Counting
from verify_app.app.project.create import create_project
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.queue.filters import Filter
from verify_app.core.receipt.receipt import RECEIPT, Completion, ImageRecord, LabelRecord, parse_receipt
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Door, Grade, LabelState, Origin, Split
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.check import problems
from verify_app.storage.queries import image_list


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


def reviewed(tmp_path: Path, name: str, kind: ActorKind = ActorKind.HUMAN, **more: object) -> Path:
    """A version of twelve images, four of them empty, all decided on by one actor."""
    for number in range(12):
        scenery.picture(tmp_path / "photos" / f"{number:03}.png", number)
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"), **more)  # type: ignore[arg-type]
    session = Session.open(tmp_path / "project", name, kind=kind, door=Door.WINDOW)
    add(session, [tmp_path / "photos"], AddOptions(Origin.REAL))
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.9)] for i in range(1, 13)})
    for image_id in range(1, 9):
        actions.complete(session, look(session, image_id), 0.25)
    for image_id in range(9, 13):
        actions.empty(session, look(session, image_id))
    folder = export(session, tmp_path / "version", ExportOptions()).folder
    session.close()
    return folder


def unverified(session: Session) -> bool:
    """Whether nothing counts of what came in, and nobody may vouch for it either."""
    ids = image_list.ids(session.project.read, Filter())
    states = {item.state for image_id in ids for item in look(session, image_id).items}
    assert read_pool(session.project.read).unverified
    vouched = attest(session, session.project.read.sources()[0].name, "eve")
    return (
        states == {LabelState.IMPORTED} and not session.project.read.marks(ids) and vouched.labels == vouched.whole == 0
    )


@pytest.mark.parametrize("name", [REVIEWER, "perfect", "careful", "anchored", "rubber stamp", "simulated", "agent"])
def test_a_person_of_whatever_name_stays_a_person(tmp_path: Path, name: str) -> None:
    session = other(tmp_path)
    add(session, [reviewed(tmp_path, name)], AddOptions(Origin.REAL, "yolo"))
    found = read_pool(session.project.read).candidates
    assert len(found) == 12 and all(c.rv and c.complete and c.complete.by == name for c in found)
    assert {x.by for c in found for x in c.labels} == {name}


@pytest.mark.parametrize("name", [REVIEWER, "Ann Human", "bob"])
@pytest.mark.parametrize("kind", [ActorKind.SIMULATED, ActorKind.HUMAN])
def test_nothing_of_a_sample_counts_elsewhere_whatever_the_name(tmp_path: Path, name: str, kind: ActorKind) -> None:
    folder, session = reviewed(tmp_path, name, kind, demo=True), other(tmp_path)
    receipt = parse_receipt((folder / RECEIPT).read_bytes())
    assert receipt.sample and receipt.counts["kinds"]["train"].keys() == {kind.value}
    done = add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    assert unverified(session) and "a sample project: none of its labels counts" in done.notes[0]


def test_what_a_program_gave_is_unverified_and_what_it_completed_too() -> None:
    box, door = LabelRecord(0, Grade.ACCEPTED, "Ann", (), ActorKind.HUMAN, Door.WINDOW), Door.DECIDE
    done = Completion("Ann", Grade.ACCEPTED, ActorKind.HUMAN, Door.WINDOW)
    image = ImageRecord("f", "0" * 64, "", 1, 1, 1, "s", (), Origin.SYNTHETIC, Split.TRAIN, False, (box, box), "", done)
    for kind in (ActorKind.AGENT, ActorKind.SIMULATED):
        counting = Counting(NOBODY, PLAIN, "")
        assert counting.complete(image) == done
        assert counting.complete(structs.replace(image, complete=done._replace(kind=kind))) is None
        theirs = replace(box, kind=kind, door=door)
        assert counting.label(image, theirs) is None and counting.label(image, box) == box
        assert counting.complete(structs.replace(image, labels=(box, theirs))) is None and counting.others


def test_doors_grades_and_who_completed_travel(tmp_path: Path) -> None:
    for number, text in enumerate(("0 0.5 0.5 0.2 0.2\n", "")):
        scenery.picture(tmp_path / "given" / "images" / f"{number}.png", 100 + number)
        (tmp_path / "given" / "labels").mkdir(exist_ok=True)
        (tmp_path / "given" / "labels" / f"{number}.txt").write_text(text)
    session = made(tmp_path, real=12, synthetic=0, verified=5)
    session.actor = Actor("ann", door=Door.WINDOW)
    for image_id in range(6, 13):
        actions.complete(session, look(session, image_id), 0.25)
    add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", attest="cem", by_number=True))
    first = export(session, tmp_path / "version", ExportOptions())
    session.close()
    strict = other(tmp_path)
    add(strict, [first.folder], AddOptions(Origin.UNKNOWN, "yolo"))
    again = export(strict, tmp_path / "again", ExportOptions())
    before, after = verify_version(first.folder), verify_version(again.folder)
    assert before.problems == after.problems == []

    def said(images: tuple[ImageRecord, ...]) -> dict[str, object]:
        return {i.sha256: (i.complete, i.labels) for i in images}

    assert said(before.images) == said(after.images)
    words = {(i.complete.by, i.complete.grade, i.complete.door) for i in after.images if i.complete}
    assert words == {
        ("ann", Grade.ACCEPTED, Door.UNKNOWN),
        ("ann", Grade.ACCEPTED, Door.WINDOW),
        ("cem", Grade.ATTESTED, Door.IMPORT),
    }
    measured = [{o.name: o.measured for o in found.outcomes}["min_seen_share"] for found in (before, after)]
    train = [i for i in before.images if i.split is Split.TRAIN]
    seen = sum(i.complete is not None and i.complete.door is Door.WINDOW for i in train)
    assert measured == [f"{seen}/{len(train)}"] * 2 and 0 < seen < len(train)
    assert list(problems(strict.project.read.connection)) == []


def test_spellings_of_one_name_are_one_person(tmp_path: Path) -> None:
    folder = reviewed(tmp_path, "Zoë")
    session = other(tmp_path, "zoë")
    assert session.actor.name == "zoë"
    add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    found = read_pool(session.project.read).candidates
    assert {x.by for c in found for x in c.labels} == {c.complete.by for c in found if c.complete} == {"zoë"}
    counting = Counting(NOBODY, PLAIN, "")
    box = LabelRecord(0, Grade.ACCEPTED, "Ann", (), ActorKind.HUMAN, Door.WINDOW)
    image = ImageRecord("f", "0" * 64, "", 1, 1, 1, "s", (), Origin.REAL, Split.TRAIN, False, ())
    for name, known in (("Zoë", "Zoë"), ("ZOË", "Zoë"), ("Zo\u200be", None), ("zoe", "zoe"), ("", None)):
        mine = counting.label(image, replace(box, by=name))
        assert (mine.by if mine else None) == known


class _Nobody:
    """A project in which nobody has done anything yet."""

    def rows(self, *_: object) -> list[tuple[object, ...]]:
        return []

    def one(self, *_: object) -> None:
        return None


NOBODY = _Nobody()
PLAIN = SimpleNamespace(sample=False, schema=2)


def test_classes_are_mapped_and_left_out(tmp_path: Path) -> None:
    folder = version(tmp_path)
    create_project(tmp_path / "other", classes=("screw",), actor=Actor("bob"))
    session = Session.open(tmp_path / "other", "bob")
    with pytest.raises(UserError, match='--map "bolt='):
        add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    add(session, [folder], AddOptions(Origin.REAL, "yolo", mapping={"bolt": "screw", "nut": None, "gear": None}))
    assert status(session.project)["labels"]["by_grade"]["accepted"] == 10
    assert look(session, 1).items[0].grade in (Grade.ACCEPTED, Grade.IMPORTED)
