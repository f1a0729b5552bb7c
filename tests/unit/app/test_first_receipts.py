"""Versions that were written before receipts said what kind of actor verified (schema 1), made by that very program.

`ann` and `careful`, both people, decided on real images (of detect also empty ones); in detect `cem` attested one with
a label and one without, and synthetic images have labels that nobody verified.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.exports.versions import compare_versions, write_again
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.attest import attest
from verify_app.app.imports.files import rescan
from verify_app.app.project.create import create_project
from verify_app.app.project.sources import relocate
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.receipt.receipt import (
    IMAGES,
    RECEIPT,
    SCHEMA,
    image_line,
    parse_image,
    parse_receipt,
    receipt_bytes,
)
from verify_app.core.records import Actor
from verify_app.core.shell_quote import shell_quoted
from verify_app.core.vocabulary import Door, Grade, LabelState, Origin
from verify_app.datasets.composition.placement import place_gold
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.queries import history

KEPT = Path(__file__).parents[2] / "data" / "versions"
TASKS = ("detect", "classify")


def unpacked(folder: Path, task: str) -> Path:
    with zipfile.ZipFile(KEPT / f"schema1-{task}.zip") as file:
        file.extractall(folder)
    return folder / "version"


def elsewhere(tmp_path: Path, task: str) -> Session:
    create_project(tmp_path / "other", classes=scenery.CLASSES, actor=Actor("bob"), task=task)
    return Session.open(tmp_path / "other", "bob")


@pytest.mark.parametrize("task", TASKS)
def test_they_are_still_what_they_say_byte_for_byte(tmp_path: Path, task: str) -> None:
    folder = unpacked(tmp_path, task)
    data = (folder / RECEIPT).read_bytes()
    receipt = parse_receipt(data)
    assert (receipt.schema, receipt.rules, receipt.sample) == (1, 2, False)
    assert receipt_bytes(receipt) == data
    lines = (folder / IMAGES).read_bytes().splitlines(keepends=True)
    assert [image_line(parse_image(line, n)) for n, line in enumerate(lines, 1)] == lines
    found = verify_version(folder)
    assert found.problems == [] and "min_seen_share" not in {o.name for o in found.outcomes}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"schema": 1', b'"schema": 3'),
        (b'"schema": 1', b'"sample": true,\n "schema": 1'),
        (b'"rules": 2', b'"rules": 3'),
    ],
)
def test_they_cannot_say_what_they_did_not_know(tmp_path: Path, old: bytes, new: bytes) -> None:
    folder = unpacked(tmp_path, "detect")
    file = folder / RECEIPT
    file.write_bytes(file.read_bytes().replace(old, new))
    assert verify_version(folder).problems


@pytest.mark.parametrize("task", TASKS)
def test_of_one_that_is_not_on_record_nothing_counts_until_somebody_vouches(tmp_path: Path, task: str) -> None:
    folder, session = unpacked(tmp_path, task), elsewhere(tmp_path, task)
    before = {i.sha256: i for i in verify_version(folder).images}
    done = add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    (note,) = done.notes
    place = shell_quoted(str(session.folder))
    assert note.endswith(f"`verify-app attest {place} version --as NAME`.") and done.problems == []
    assert not any(c.rv or c.complete for c in read_pool(session.project.read).candidates)
    assert {x.grade for c in read_pool(session.project.read).candidates for x in c.labels} <= {Grade.IMPORTED}
    session.close()
    assert run(["attest", str(session.folder), "version", "--as", "cem"]) == 0
    again = Session.open(tmp_path / "other", "bob")
    after = {c.sha256: c for c in read_pool(again.project.read).candidates}
    assert {s: c.rv for s, c in after.items()} == {s: i.rv for s, i in before.items()}
    for sha256, image in before.items():
        vouched = [(x.index, Grade.ATTESTED if x.grade.verified else Grade.IMPORTED) for x in image.labels]
        assert [(x.index, x.grade) for x in after[sha256].labels] == vouched
        assert (after[sha256].attested, after[sha256].split) == (image.rv, image.split)
    words = {(c.complete.by, c.complete.grade, c.complete.door) for c in after.values() if c.complete}
    assert words == {("cem", Grade.ATTESTED, Door.IMPORT)}
    assert list(again.project.problems()) == []
    assert attest(again, "version", "cem").labels == 0
    with pytest.raises(UserError, match="no source photos"):
        attest(again, "photos", "cem")


def test_nobody_vouches_for_bytes_that_are_others_now(tmp_path: Path) -> None:
    folder, session = unpacked(tmp_path, "detect"), elsewhere(tmp_path, "detect")
    add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    image_id = next(i for i in range(1, 13) if look(session, i).items)
    scenery.picture(look(session, image_id).file, 77, (40, 32))
    rescan(session, [image_id])
    done = attest(session, "version", "cem")
    assert len(done.problems) == 1 and "has changed since" in done.problems[0]
    assert {item.state for item in look(session, image_id).items} == {LabelState.IMPORTED}


@pytest.mark.parametrize("task", TASKS)
def test_where_it_is_on_record_kinds_come_from_the_record(tmp_path: Path, task: str) -> None:
    folder = unpacked(tmp_path, task)
    session = Session.open(tmp_path / "project", "bob")
    known = {c.sha256: c for c in read_pool(session.project.read).candidates}
    before = {i.sha256: i for i in verify_version(folder).images}
    done = add(session, [folder], AddOptions(Origin.UNKNOWN, "yolo"))
    assert (done.notes, done.problems) == ([], [])
    rows = [c for c in read_pool(session.project.read).candidates if c.image.startswith("version/")]
    assert len(rows) == len(before)
    for c in rows:
        image = before[c.sha256]
        assert (c.rv, c.origin) == (image.rv, image.origin)
        assert [(x.index, x.grade, x.by) for x in c.labels] == [(x.index, x.grade, x.by) for x in image.labels]
        assert {x.door for x in c.labels if x.by} <= {Door.UNKNOWN}
        if image.rv:
            assert c.complete == known[c.sha256].complete
    assert {c.complete.by for c in rows if c.complete} >= {"ann", "careful"}
    assert {c.image for c in rows if c.attested} == {c.image for c in rows if c.complete and c.complete.by == "cem"}
    assert not {m.candidate.image for m in place_gold(read_pool(session.project.read))[0]} & {c.image for c in rows}
    assert list(session.project.problems()) == []


def test_an_older_version_is_still_parent_compared_and_written_again(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, "detect")
    session = Session.open(tmp_path / "project", "ann")
    read = session.project.read
    (old,) = history.versions(read)
    _relocate(session, tmp_path)
    write_again(session, "v1", tmp_path / "again")
    assert (tmp_path / "again" / RECEIPT).read_bytes() == (folder / RECEIPT).read_bytes()
    assert verify_version(tmp_path / "again").problems == []
    new = export(session, tmp_path / "next", ExportOptions(parent="v1"))
    assert verify_version(new.folder).problems == []
    receipt = parse_receipt((new.folder / RECEIPT).read_bytes())
    assert receipt.schema == SCHEMA and receipt.parent is not None and receipt.parent.composition == old.digest
    _, _, found = compare_versions(read, "v1", new.name)
    assert (found.added, found.removed, found.changed, found.moved) == ([], [], [], [])


def _relocate(session: Session, folder: Path) -> None:
    for source in session.project.read.sources():
        relocate(session, source.id, folder / Path(source.root).name)
