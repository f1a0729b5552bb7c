"""Ways in that were tried to make a program's, or nobody's, word pass as a person's look; each is closed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests import scenery
from tests.unit.app.trial_scenes import set_rates
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.attest import attest
from verify_app.app.project.classes import merge_class
from verify_app.app.project.create import create_project
from verify_app.app.project.report import status
from verify_app.app.review import actions, blind, bulk_actions
from verify_app.app.review.history import image_history
from verify_app.app.review.image_view import look
from verify_app.app.scripting.agent_marks import mark_agent
from verify_app.app.scripting.decide import Scripts, take_responsibility
from verify_app.app.session import Session, door_here
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin
from verify_app.datasets.composition.placement import place_gold
from verify_app.datasets.composition.pool import read_pool
from verify_app.storage.lock import TOKEN_VARIABLE
from verify_app.storage.queries import actors

DRAWN = (1, Box(5, 5, 40, 40))
Marked = tuple[str | None, Grade | None, Door | None]


def mark(session: Session, image_id: int) -> Marked | None:
    found = session.project.read.marks([image_id]).get(image_id)
    return None if found is None or not found.complete else (found.by, found.grade, found.door)


def labels(session: Session, image_id: int) -> list[tuple[str | None, ActorKind | None, Grade]]:
    return [(x.by, x.by_kind, x.grade) for x in session.project.read.labels([image_id]).get(image_id, [])]


def done(session: Session, image_id: int) -> None:
    actions.draw(session, image_id, DRAWN)
    actions.complete(session, look(session, image_id), 0.25)


def say(session: Session, name: str | None = None, **line: Any) -> dict[str, Any]:
    responsible = None if name is None else take_responsibility(session.project, name, uuid4().bytes)
    text = json.dumps({"actor": "bot", "image": "photos/000.png", **line})
    return Scripts(session.project, responsible).answer(text)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path / "mine", images=8)
    made.actor = Actor("ann", door=Door.WINDOW)
    return made


def version(session: Session, folder: Path) -> Path:
    for image_id in range(1, 9):
        done(session, image_id)
    return export(session, folder, ExportOptions()).folder


def other(folder: Path, name: str = "zed") -> Session:
    create_project(folder, classes=scenery.CLASSES, actor=Actor(name))
    return Session.open(folder, name, door=Door.WINDOW)


def test_a_file_of_lines_does_not_do_again_what_was_undone_in_the_window(session: Session) -> None:
    done(session, 1)
    actions.undo(session)
    assert not say(session, "ann", op="redo")["ok"]
    assert mark(session, 1) is None
    actions.redo(session)
    assert mark(session, 1) == ("ann", Grade.ACCEPTED, Door.WINDOW)
    actions.reopen(session, 1)
    answer = say(session, "ann", op="undo")
    assert not answer["ok"] and "decided elsewhere is undone there" in answer["error"]
    assert mark(session, 1) is None


def test_a_file_of_lines_takes_its_own_back_and_does_it_again_as_weak_as_it_was(session: Session) -> None:
    assert say(session, "ann", op="draw", **{"class": "bolt", "box": [5, 5, 40, 40]})["ok"]
    assert say(session, "ann", op="undo")["ok"] and labels(session, 1) == []
    assert say(session, "ann", op="redo")["ok"]
    assert labels(session, 1) == [("ann", ActorKind.HUMAN, Grade.ATTESTED)]


def test_nobody_attests_under_a_programs_name(session: Session, tmp_path: Path) -> None:
    assert say(session, actor="My-Script", op="empty")["ok"]
    scenery.picture(tmp_path / "given" / "images" / "0.png", 99)
    (tmp_path / "given" / "labels").mkdir()
    (tmp_path / "given" / "labels" / "0.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    with pytest.raises(UserError, match="is a program in this project"):
        add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", attest="my-script", by_number=True))
    add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", by_number=True))
    with pytest.raises(UserError, match="is a program in this project"):
        attest(session, "given", "MY\uff0dSCRIPT")
    assert [grade for *_, grade in labels(session, 9)] == [Grade.IMPORTED]


def test_a_program_gives_its_name_up_to_a_person_whom_a_receipt_names(session: Session, tmp_path: Path) -> None:
    session.actor = Actor("Kai", door=Door.WINDOW)
    folder = version(session, tmp_path / "v")
    there = other(tmp_path / "other")
    scenery.picture(tmp_path / "photos" / "000.png", 77)
    add(there, [tmp_path / "photos"], AddOptions(Origin.REAL))
    assert say(there, actor="Kai", op="empty")["ok"], "nobody of that name yet"
    add(there, [folder], AddOptions(Origin.REAL, "yolo"))
    assert labels(there, 2) == [("Kai", ActorKind.HUMAN, Grade.DRAWN)] and "Kai" in actors.names(there.project.read)
    answer = say(there, actor="kai", op="empty")
    assert not answer["ok"] and "Kai is a person" in answer["error"]


def test_of_two_spellings_from_before_the_one_that_was_named_is_a_programs(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    for name, image_id in (("ann", 1), ("Ann", 2)):
        done(Session(session.project, Actor(name)), image_id)
    mark_agent(session, "Ann")
    assert labels(session, 1) == [("ann", ActorKind.HUMAN, Grade.DRAWN)]
    assert labels(session, 2) == [("Ann", ActorKind.AGENT, Grade.DRAWN)]


def test_what_was_said_to_be_a_programs_does_not_come_back_by_a_receipt(session: Session, tmp_path: Path) -> None:
    session.actor = Actor("ann")
    folder = version(session, tmp_path / "v")
    zed = Session(session.project, Actor("zed", door=Door.TERMINAL))
    mark_agent(zed, "ann")
    back = add(zed, [folder], AddOptions(Origin.REAL, "yolo"))
    assert labels(session, 9) == [(None, None, Grade.IMPORTED)] and mark(session, 9) is None
    assert back.notes[0].startswith("8 labels that no person verified")


def test_taken_back_that_it_was_a_programs_it_comes_back(session: Session, tmp_path: Path) -> None:
    session.actor = Actor("ann")
    folder = version(session, tmp_path / "v")
    zed = Session(session.project, Actor("zed", door=Door.TERMINAL))
    mark_agent(zed, "ann")
    actions.undo(zed)
    add(zed, [folder], AddOptions(Origin.REAL, "yolo"))
    assert labels(session, 9) == [("ann", ActorKind.HUMAN, Grade.DRAWN)]
    assert mark(session, 9) == ("ann", Grade.ACCEPTED, Door.UNKNOWN)


def test_a_version_is_not_added_anew_by_way_of_a_link_or_of_its_images(session: Session, tmp_path: Path) -> None:
    folder = version(session, tmp_path / "v")
    there = other(tmp_path / "other")
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "here").symlink_to(folder / "images")
    (tmp_path / "links" / "round").symlink_to(tmp_path / "links")
    name = min((folder / "images" / "train").iterdir()).name
    coco = {"images": [{"id": 1, "file_name": name, "width": 200, "height": 100}], "annotations": []}
    (tmp_path / "coco.json").write_text(json.dumps(coco | {"categories": [{"id": 1, "name": "bolt"}]}))
    for path, options in (
        (tmp_path / "links", AddOptions(Origin.REAL)),
        (tmp_path / "coco.json", AddOptions(Origin.REAL, "coco", attest="zed", images=folder / "images" / "train")),
    ):
        with pytest.raises(UserError, match="would forget that"):
            add(there, [path], options)
    assert there.project.read.rows("SELECT 1 FROM image") == []


@pytest.fixture
def hidden(session: Session, tmp_path: Path) -> Session:
    """zed's blind image, which came in with what ann had drawn elsewhere."""
    folder = version(session, tmp_path / "v")
    there = other(tmp_path / "other")
    receipt = (folder / "receipt.json").rename(tmp_path / "put away")
    add(there, [folder], AddOptions(Origin.REAL))
    receipt.rename(folder / "receipt.json")
    scenery.run(there, {1: [(2, (60, 5, 100, 45), 0.9)]})
    set_rates(there, honeypots=0.0, blind=1.0)
    assert blind.meet(there, 1) is not None
    add(there, [folder], AddOptions(Origin.REAL, "yolo"))
    return there


def test_blind_is_what_was_drawn_here_while_predictions_were_hidden(hidden: Session) -> None:
    (image_id,) = (i for i in range(1, 10) if labels(hidden, i) and hidden.project.read.evidence([i])[i].blind)
    actions.draw(hidden, image_id, (2, Box(120, 60, 180, 95)))
    actions.complete(hidden, look(hidden, image_id), 0.25)
    blind.reveal(hidden, image_id)
    grades = {by: grade for by, _, grade in labels(hidden, image_id)}
    assert grades == {"ann": Grade.DRAWN, "zed": Grade.BLIND}


def test_a_revealed_image_is_completed_as_any_other(session: Session) -> None:
    scenery.run(session, {1: [(1, (5, 5, 40, 40), 0.9)]})
    set_rates(session, honeypots=0.0, blind=1.0)
    assert blind.meet(session, 1) is not None
    done(session, 1)
    blind.reveal(session, 1)
    assert mark(session, 1) == ("ann", Grade.BLIND, Door.WINDOW)
    actions.reopen(session, 1)
    actions.complete(session, look(session, 1), 0.25)
    assert mark(session, 1) == ("ann", Grade.ACCEPTED, Door.WINDOW), "predictions have been on show"


def test_the_history_of_a_blind_image_tells_nothing_of_suggestions(session: Session) -> None:
    scenery.run(session, {1: [(1, (60, 5, 100, 45), 0.9)]})
    set_rates(session, honeypots=0.0, blind=1.0)
    assert say(session, op="draw", **{"class": "nut", "box": [120, 60, 180, 95]})["ok"]
    assert blind.meet(session, 1) is not None
    assert all(entry.op != "suggest" for entry in image_history(session, 1))
    done(session, 1)
    blind.reveal(session, 1)
    assert all(entry.op != "suggest" for entry in image_history(session, 1)), "not before it is settled"
    blind.settle(session, 1, blind.DifferenceSide.MINE)
    assert any(entry.op == "suggest" for entry in image_history(session, 1))


def test_what_is_hidden_on_a_blind_image_is_decided_on_by_nobody(session: Session) -> None:
    scenery.run(session, {1: [(1, (60, 5, 100, 45), 0.9)]})
    set_rates(session, honeypots=0.0, blind=1.0)
    assert blind.meet(session, 1) is not None
    for line in ({"op": "accept"}, {"op": "reject"}, {"op": "correct", "class": "nut"}):
        assert "drawn blind" in say(session, "ann", id="P1", **line)["error"]
        assert "drawn blind" in say(session, id="P1", **line)["error"]
    assert "drawn blind" in bulk_actions.accept_many(session, {1: ["P1"]}).left[0]
    assert labels(session, 1) == []


def test_lines_about_bytes_that_are_no_more_say_nothing_of_others(session: Session) -> None:
    draw = {"op": "draw", "class": "bolt", "box": [5, 5, 40, 40], "image": "photos/000.png"}
    scenery.picture(session.folder.parent / "photos" / "000.png", 77)
    scripts = Scripts(session.project, take_responsibility(session.project, "ann", b"lines"))
    told = [scripts.answer(json.dumps(draw)) for _ in range(2)]
    assert [answer["ok"] for answer in told] == [False, False] and "changed on disk" in told[1]["error"]
    assert labels(session, 1) == []
    assert say(session, "ann", **draw)["ok"], "another file, written since"


def test_the_same_file_of_lines_says_nothing_of_other_bytes_however_often_it_is_run(session: Session) -> None:
    photos = session.folder.parent / "photos"
    draw = {"op": "draw", "class": "bolt", "box": [5, 5, 40, 40], "image": "photos/000.png"}

    def run(line: dict[str, Any], name: str = "ann") -> dict[str, Any]:
        content = json.dumps(line)
        return Scripts(session.project, take_responsibility(session.project, name, content.encode())).answer(content)

    scenery.picture(photos / "000.png", 77)
    assert [run(draw)["ok"], run(draw)["ok"], run(draw, "cem")["ok"]] == [False] * 3
    assert "vouched for first" in run(draw)["error"] and labels(session, 1) == []
    known = look(session, 1).sha256
    assert "64 digits" in run({**draw, "sha256": "abc"})["error"]
    assert "other bytes" in run({**draw, "sha256": "0" * 64})["error"]
    assert run({**draw, "sha256": known})["ok"], "who states the bytes has looked at them"
    assert run({**draw, "image": "photos/001.png"})["ok"] and run({**draw, "image": "photos/001.png"})["ok"]
    scenery.picture(photos / "000.png", 78)
    assert not run({**draw, "sha256": known})["ok"] and not run({**draw, "sha256": known})["ok"]


def test_a_project_that_was_made_a_sample_for_a_while_keeps_nothing_of_it(session: Session) -> None:
    def sample(on: str) -> None:
        with session.project.transact(session.actor, "setting") as tx:
            tx.put("setting", "demo", {"value": on})

    sample("true")
    for line in ({"op": "draw", "class": "bolt", "box": [5, 5, 40, 40]}, {"op": "complete"}):
        assert say(session, actor="Ann Human", kind="simulated", **line)["ok"]
    assert status(session.project)["real_verified"] == 1
    sample("false")
    assert status(session.project)["real_verified"] == 0
    assert list(session.project.problems()) == []


@pytest.mark.parametrize("door", [Door.DECIDE, Door.IMPORT, Door.MERGE])
def test_what_no_screen_showed_is_attested_through_every_such_door(session: Session, door: Door) -> None:
    session.actor = Actor("ann", door=door)
    done(session, 1)
    assert labels(session, 1) == [("ann", ActorKind.HUMAN, Grade.ATTESTED)]
    assert mark(session, 1) == ("ann", Grade.ATTESTED, door)


def test_nobody_works_under_the_name_of_a_program(session: Session) -> None:
    assert say(session, op="flag")["ok"]
    session.close()
    for name in ("bot", "Bot", " BOT "):
        with pytest.raises(UserError, match="is a program in this project"):
            Session.open(session.folder, name, door=Door.TERMINAL)
    with Session.open(session.folder, "ann").project as project:
        assert project.owned


@pytest.mark.parametrize("door", [Door.WINDOW, Door.TERMINAL])
def test_labels_of_a_class_that_is_merged_rest_on_the_word_of_who_merges(session: Session, door: Door) -> None:
    session.actor = Actor("ann", door=Door.WINDOW)
    done(session, 1)
    other = Actor("bob", door=door)
    session.actor = other
    changes = merge_class(session, 1, 2)
    assert changes is not None and changes.detail["attested"] == 1
    (label,) = session.project.read.labels([1])[1]
    assert (label.by, label.grade, label.door, label.class_id) == ("bob", Grade.ATTESTED, Door.MERGE, 2)
    assert mark(session, 1) == ("ann", Grade.ACCEPTED, Door.WINDOW), "whether anything is missing is as it was"
    assert look(session, 1).state.done and list(session.project.problems()) == []
    actions.set_gold(session, [1])
    assert place_gold(read_pool(session.project.read))[0] == []
    actions.undo(session)
    actions.undo(session)
    assert labels(session, 1) == [("ann", ActorKind.HUMAN, Grade.DRAWN)]


def test_what_the_window_started_says_that_it_is_a_job(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert door_here() is Door.TERMINAL
    monkeypatch.setenv(TOKEN_VARIABLE, session.token)
    assert door_here() is Door.JOB
