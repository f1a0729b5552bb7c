"""The bytes decided on are those that are there: whatever door a decision comes through, the file is asked first."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests import scenery
from verify_app.app.imports import files
from verify_app.app.imports.add import AddOptions, Imported, _attest, add
from verify_app.app.review import actions, bulk_actions, disagreements, trials
from verify_app.app.review.blind import meet, reveal, settle
from verify_app.app.review.crops import CropFilter, by_image, crops
from verify_app.app.review.image_view import look
from verify_app.app.scripting.decide import Scripts, take_responsibility
from verify_app.app.session import Session
from verify_app.core.errors import ChangedMeanwhile, FileChanged
from verify_app.core.progress import silent
from verify_app.core.records import Actor
from verify_app.core.trials.blind import DifferenceSide
from verify_app.core.vocabulary import Door, Grade, ImageState, LabelState, Origin
from verify_app.storage.check import problems

A, B, C = (5, 5, 45, 45), (60, 5, 100, 45), (120, 5, 160, 45)
BOX = [10, 50, 60, 90]
LINES = {
    "accept": {"op": "accept", "id": "P1"},
    "reject": {"op": "reject", "id": "P1"},
    "fix_later": {"op": "reject", "id": "P1", "fix_later": True},
    "correct": {"op": "correct", "id": "P1", "class": "nut"},
    "draw": {"op": "draw", "class": "bolt", "box": BOX},
    "complete": {"op": "complete", "accept_shown_above": 0.0},
    "empty": {"op": "empty"},
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=5)
    scenery.run(made, {i: [(1, A, 0.5), (2, B, 0.9)] for i in range(1, 5)})
    return made


def file_of(session: Session, image_id: int = 1) -> Path:
    return look(session, image_id).file


def replace(session: Session, image_id: int = 1, number: int = 200) -> None:
    """Other bytes under the same name, as another program saves them."""
    file = file_of(session, image_id)
    scenery.picture(file.with_name("new.png"), number).replace(file)


def events(session: Session) -> Counter[str]:
    return Counter(row[0] for row in session.project.read.rows("SELECT op FROM event WHERE op <> 'vouch'"))


def decide(session: Session, **line: Any) -> dict[str, Any]:
    line = {"actor": "ann", "image": "photos/000.png", **line}
    responsible = take_responsibility(session.project, "ann", uuid4().bytes)
    return Scripts(session.project, responsible).answer(json.dumps(line))


@pytest.mark.parametrize("name", LINES)
def test_no_line_decides_on_bytes_that_nobody_looked_at(session: Session, name: str) -> None:
    before, known = events(session), look(session, 1)
    replace(session)
    said = decide(session, **LINES[name])
    assert not said["ok"] and "photos/000.png was changed on disk" in said["error"]
    assert "Look again" in said["error"]
    assert events(session) - before == Counter({"scan": 1}), "the change is on record, and nothing else"
    now = look(session, 1)
    assert now.sha256 != known.sha256
    assert not any(item.id.startswith("L") for item in now.items) and not now.state.done
    assert list(problems(session.project.read.connection)) == []


@pytest.mark.parametrize("time", [0, 500])  # as archives without times give it, and the least that Windows keeps
@pytest.mark.parametrize("name", LINES)
def test_a_file_that_was_only_touched_or_copied_back_blocks_nobody(session: Session, name: str, time: int) -> None:
    file = file_of(session)
    copy = file.with_suffix(".copy")
    shutil.copyfile(file, copy)
    copy.replace(file)  # another inode, another time, the same bytes
    os.utime(file, ns=(time, time))
    said = decide(session, **LINES[name])
    assert said["ok"], said
    (row,) = session.project.read.rows("SELECT modified FROM scan WHERE image_id = 1 ORDER BY id DESC LIMIT 1")
    assert row[0] == time, "looked at once, not before every decision"
    before = events(session)["scan"]
    decide(session, op="draw", **{"class": "bolt", "box": [100, 50, 140, 90]})
    assert events(session)["scan"] == before


@pytest.mark.parametrize("name", LINES)
def test_nothing_is_decided_on_a_file_that_is_gone(session: Session, name: str) -> None:
    file = file_of(session)
    kept = file.read_bytes()
    file.unlink()
    for _ in range(2):
        said = decide(session, **LINES[name])
        assert not said["ok"] and "photos/000.png" in said["error"] and "missing" in said["error"]
    assert look(session, 1).state is ImageState.MISSING
    file.write_bytes(kept)
    assert decide(session, **LINES[name])["ok"], "it is back, so it goes on by itself"


def test_what_verifies_nothing_is_allowed_whatever_became_of_the_file(session: Session) -> None:
    actions.complete(session, look(session, 1), 0.0)
    file_of(session, 1).unlink()
    with pytest.raises(FileChanged):
        actions.accept(session, 1, "L1")
    assert actions.flag(session, 1, "where is it") is not None
    assert actions.unflag(session, 1) is not None
    assert actions.flag(session, 1, item_id="L1") is not None
    assert actions.undo(session).op == "undo"
    assert actions.undo(session).op == "undo"
    replace(session, 2)
    actions.complete(session, look(session, 3), 0.0)
    replace(session, 3)
    assert actions.reopen(session, 3) is not None
    assert not look(session, 3).state.done


def test_what_was_predicted_on_other_bytes_is_not_decided_at_the_second_try(session: Session) -> None:
    replace(session)
    assert not decide(session, **LINES["accept"])["ok"]
    for name in ("accept", "reject", "correct"):
        said = decide(session, **LINES[name])
        assert not said["ok"] and "not on the image any more" in said["error"]
    assert decide(session, **LINES["draw"])["ok"], "drawn on what is there now"


def test_both_sides_of_a_difference_ask_the_file(session: Session) -> None:
    actions.draw(session, 1, (1, scenery.Box.of(A)))
    actions.complete(session, look(session, 1), 1.0)
    scenery.run(session, {1: [(3, C, 0.9)]}, model_id=1)
    found = disagreements.disagreements(session, 1)
    replace(session)
    for take in (disagreements.take_model, disagreements.keep_human):
        with pytest.raises(ChangedMeanwhile):
            take(session, 1, found[0])
    assert not events(session).keys() & {"take_model", "keep_human"}


def test_a_blind_image_is_revealed_and_settled_on_its_own_bytes(session: Session) -> None:
    trials.set_rates(session, blind=0.5, honeypots=0.0)
    blind = [i for i in range(1, 5) if meet(session, i) is not None]
    assert blind, "the seeded draw gives some"
    image_id = blind[0]
    actions.draw(session, image_id, (1, scenery.Box.of(C)))
    actions.complete(session, look(session, image_id), 0.0)
    kept = file_of(session, image_id).read_bytes()
    replace(session, image_id)
    with pytest.raises(FileChanged):
        reveal(session, image_id)
    assert not events(session)["reveal"]
    file_of(session, image_id).unlink()
    assert meet(session, image_id) is None or not events(session)["reveal"], "it can be shown, and is not revealed"
    file_of(session, image_id).write_bytes(kept)
    with pytest.raises(FileChanged):
        reveal(session, image_id)
    reveal(session, image_id)
    replace(session, image_id)
    with pytest.raises(FileChanged):
        settle(session, image_id, DifferenceSide.MINE)
    assert not events(session)["settle"]


def test_many_at_once_leave_the_changed_and_go_on_with_the_rest(session: Session) -> None:
    chosen = by_image(crops(session, CropFilter(classes=frozenset((2,)))))
    replace(session, 2)
    file_of(session, 3).unlink()
    os.utime(file_of(session, 4))
    done = bulk_actions.accept_many(session, chosen)
    assert (done.done, done.changed) == (2, {2, 3})
    assert "photos/001.png was changed on disk" in done.left[0] and "photos/002.png" in done.left[1]
    assert done.scanned is not None and {2, 3} <= done.scanned.images
    assert {i for i in chosen if any(x.state is LabelState.VERIFIED for x in look(session, i).items)} == {1, 4}
    actions.undo(session)
    done = bulk_actions.reject_many(session, {**chosen, 2: ["P4"]})
    assert (done.done, done.changed) == (2, {3}), "what was predicted on the other bytes is none of these"
    assert "not on the image any more" in done.left[0]


def test_a_crop_counts_only_with_the_bytes_it_was_cut_out_of(session: Session) -> None:
    """Replaced, shown, and put back: size and time are as they were, what the person saw is not."""
    chosen = by_image(crops(session, CropFilter(classes=frozenset((2,)))))
    shown = {i: look(session, i).sha256 for i in chosen}
    shown[2] = "0" * 64
    done = bulk_actions.accept_many(session, chosen, shown=shown)
    assert done.done == 3 and done.changed == {2}
    assert "photos/001.png was shown as it is not any more" in done.left[0]
    assert {i for i in chosen if any(x.state is LabelState.VERIFIED for x in look(session, i).items)} == {1, 3, 4}


def test_a_file_is_asked_once_however_many_crops_it_has(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    stat = Path.stat

    def counted(self: Path, **how: bool) -> os.stat_result:
        asked[self.name] += 1
        return stat(self, **how)

    chosen = by_image(crops(session, CropFilter()))
    monkeypatch.setattr(Path, "stat", counted)
    assert bulk_actions.accept_many(session, chosen).done == 8
    assert asked == Counter({f"{i:03}.png": 1 for i in range(4)})


def test_a_file_that_is_replaced_while_it_is_looked_at_is_refused(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes the file again and again: no look at it holds. Windows keeps hundreds of nanoseconds."""
    rescan = files.rescan

    def busy(session: Session, ids: list[int]) -> object:
        found = rescan(session, ids)
        os.utime(file_of(session), ns=(busy.n, busy.n))  # type: ignore[attr-defined]
        busy.n += 100  # type: ignore[attr-defined]
        return found

    busy.n = 700  # type: ignore[attr-defined]
    monkeypatch.setattr(files, "rescan", busy)
    os.utime(file_of(session))
    with pytest.raises(FileChanged):
        actions.accept(session, 1, "P1")
    assert not events(session)["accept"]


def test_nobody_vouches_for_a_file_that_was_replaced_since_the_import(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    for number in range(2):
        scenery.picture(tmp_path / "set" / "images" / f"{number:03}.png", number)
        label = tmp_path / "set" / "labels" / f"{number:03}.txt"
        label.parent.mkdir(parents=True, exist_ok=True)
        label.write_text("0 0.5 0.5 0.2 0.2\n")
    add(session, [tmp_path / "set" / "images"], AddOptions(Origin.REAL, labels="yolo", by_number=True))
    replace(session, 1)
    done = Imported(labelled=[1, 2])
    _attest(session, Actor("vera", door=Door.IMPORT), done, silent)
    assert done.attested == 1 and "was changed on disk" in done.problems[0]
    assert look(session, 2).items[0].grade is Grade.ATTESTED
    assert look(session, 1).state is not ImageState.COMPLETE
