"""What a person answers for in a file of lines leaves by name and digest, attested, and never as gold."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.scripting.decide import answers, take_responsibility
from verify_app.app.session import Session
from verify_app.core.receipt.receipt import Voucher, receipt_bytes
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Door, Grade, Split
from verify_app.datasets.composition.placement import place_gold
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.version.verify import verify_version


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """ann completed 1 to 8 in the window; cem is to answer for lines that complete 9 to 12, of which 12 is empty."""
    made = scenery.project(tmp_path, images=12)
    made.actor = Actor("ann", door=Door.WINDOW)
    scenery.run(made, {i: [(1, (5, 5, 45, 45), 0.9)] for i in range(1, 12)})
    for image_id in range(1, 9):
        actions.complete(made, look(made, image_id), 0.25)
    actions.set_gold(made, [8, 11, 12])
    return made


def vouch(session: Session) -> str:
    lines = [{"op": "complete", "accept_shown_above": 0.25, "image": look(session, i).name} for i in (9, 10, 11)]
    lines.append({"op": "empty", "image": look(session, 12).name})
    content = "\n".join(json.dumps({"actor": "script", **line}) for line in lines).encode()
    cem = take_responsibility(session.project, "cem", content)
    assert all(answer["ok"] for answer in answers(session.project, content.decode().splitlines(), cem))
    return hashlib.sha256(content).hexdigest()


def test_the_receipt_names_who_answers_and_for_which_file(session: Session, tmp_path: Path) -> None:
    digest = vouch(session)
    done = export(session, tmp_path / "version", ExportOptions())
    found = verify_version(done.folder)
    assert found.problems == []
    assert found.receipt is not None and found.receipt.vouchers == (Voucher("cem", digest),)
    theirs = [image for image in found.images if image.complete and image.complete.by == "cem"]
    assert len(theirs) == 2
    for image in theirs:
        assert image.complete is not None and image.split is not Split.GOLD
        assert (image.complete.grade, image.complete.door) == (Grade.ATTESTED, Door.DECIDE)
        assert {(x.by, x.grade, x.door) for x in image.labels} == {("cem", Grade.ATTESTED, Door.DECIDE)}


def test_none_of_it_is_gold_not_even_what_is_empty(session: Session) -> None:
    vouch(session)
    gold = [m.candidate.image for m in place_gold(read_pool(session.project.read))[0]]
    assert gold == [look(session, 8).name]


def test_a_voucher_for_nothing_is_found(session: Session, tmp_path: Path) -> None:
    vouch(session)
    done = export(session, tmp_path / "version", ExportOptions())
    receipt = verify_version(done.folder).receipt
    assert receipt is not None
    file = done.folder / "receipt.json"
    file.write_bytes(receipt_bytes(receipt).replace(b'"cem",', b'"eve",'))
    assert any("'eve' answers for lines" in problem for problem in verify_version(done.folder).problems)


def test_without_such_lines_the_receipt_says_nothing_of_them(session: Session, tmp_path: Path) -> None:
    done = export(session, tmp_path / "version", ExportOptions())
    assert b"vouched" not in (done.folder / "receipt.json").read_bytes()
