"""Ways that were found to get unverified or unreal data past the policy, or to lose something; each stays closed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.exports.meter import meter
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.files import add_images, rescan
from verify_app.app.project.classes import add_class
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.scratch_folder import scratch
from verify_app.app.scripting.decide import Scripts
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Origin, Split
from verify_app.storage.project import DATABASE, Project

A = (5.0, 5.0, 45.0, 45.0)


def reviewed(tmp_path: Path, images: int = 8) -> Session:
    session = scenery.project(tmp_path, images=images)
    scenery.run(session, {i: [(1, A, 0.9)] for i in range(1, images + 1)})
    for i in range(1, images + 1):
        actions.complete(session, look(session, i), 0.25)
    return session


def test_a_class_in_use_cannot_be_undone_away(tmp_path: Path) -> None:
    ann = scenery.project(tmp_path, images=1)
    bob = Session(ann.project, Actor("bob"))
    add_class(ann, "widget")
    actions.draw(bob, 1, (4, Box(*A)))
    with pytest.raises(UserError, match="there are labels of this class by now"):
        actions.undo(ann)
    assert list(ann.project.problems()) == []


def test_an_image_with_a_label_of_no_class_stays_out_and_check_says_so(tmp_path: Path) -> None:
    session = reviewed(tmp_path)
    session.project._connection.execute("UPDATE label SET class_id = 77 WHERE image_id = 1")
    assert any("not in the class list" in problem for problem in session.project.problems())
    made = preview(session, ExportOptions())
    assert [x.why for x in made.left_out] == ["A label has a class that is not in the class list."]


def test_what_a_simulated_reviewer_said_is_no_candidate(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=8)
    scenery.run(session, {i: [(1, A, 0.9)] for i in range(1, 9)})
    robot = Session(session.project, Actor("robo", ActorKind.SIMULATED))
    for i in range(1, 9):
        actions.complete(session if i < 6 else robot, look(session, i), 0.25)
    made = preview(session, ExportOptions())
    assert len(made.members) == 5
    assert made.excluded == {"labelled by a program or a simulated reviewer": 3}
    assert meter(session).candidates == 5


def test_a_simulated_namesake_cannot_undo_or_redo_a_person(tmp_path: Path) -> None:
    ann = reviewed(tmp_path, 1)
    robot = Session(ann.project, Actor("ann", ActorKind.SIMULATED))
    with pytest.raises(UserError, match="left to undo"):
        actions.undo(robot)
    actions.undo(ann)
    with pytest.raises(UserError, match="to redo"):
        actions.redo(robot)


def test_undo_and_redo_keep_the_rules_of_gold(tmp_path: Path) -> None:
    session = reviewed(tmp_path)
    gus = Session(session.project, Actor("gus"))
    actions.set_gold(gus, [1, 2])
    actions.undo(gus)
    export(session, tmp_path / "one", ExportOptions())
    with pytest.raises(UserError, match="has been exported for"):
        actions.redo(gus)
    other = reviewed(tmp_path / "b")
    gus = Session(other.project, Actor("gus"))
    actions.set_gold(gus, [1, 2])
    assert export(other, tmp_path / "two", ExportOptions()).plan.count(Split.GOLD) == 2
    with pytest.raises(UserError, match="exported for gold since"):
        actions.undo(gus)


def test_predictions_on_other_bytes_are_no_proposals(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {1: [(1, A, 0.9), (2, (60, 5, 90, 40), 0.8)], 2: [(1, A, 0.9)]})
    actions.reject(session, 1, "P2", fix_later=True)
    file = look(session, 1).file
    whole = file.read_bytes()
    scenery.picture(file, 99)
    rescan(session, [1])
    assert look(session, 1).items == ()
    scenery.run(session, {1: [(2, (60, 5, 90, 40), 0.7)]}, model_id=1)
    assert [item.id for item in look(session, 1).items] == ["P4"]
    file.write_bytes(whole)
    rescan(session, [1])
    assert [item.id for item in look(session, 1).items] == ["P2", "P1"], (
        "the old bytes are back, and so is what was said"
    )


def test_an_emptied_database_is_damage_and_is_not_touched(tmp_path: Path) -> None:
    session = reviewed(tmp_path, 2)
    folder = session.folder
    session.close()
    (folder / DATABASE).write_bytes(b"")
    for open_it in (Project.open, Project.look):
        with pytest.raises(UserError, match="is empty, so it is damaged"):
            open_it(folder)
    assert (folder / DATABASE).stat().st_size == 0


def test_a_place_that_is_taken_assigns_nothing(tmp_path: Path) -> None:
    session = reviewed(tmp_path)
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError):
        export(session, tmp_path / "taken", ExportOptions())
    assert session.project.read.one("SELECT count(*) FROM assignment") == 0


def test_gold_takes_what_it_may_and_names_the_rest(tmp_path: Path) -> None:
    session = reviewed(tmp_path)
    export(session, tmp_path / "one", ExportOptions())
    more = tmp_path / "more"
    more.mkdir()
    shutil.copy(tmp_path / "photos" / "000.png", more / "twin.png")
    scenery.picture(more / "fresh.png", 300)
    done = add(session, [more], AddOptions(Origin.REAL, gold=True))
    assert status(session.project)["images"]["gold"] == 1
    assert any("twin.png was exported for" in problem for problem in done.problems)


def test_hiding_everything_is_not_the_same_as_nothing_there(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    scenery.run(session, {1: [(1, A, 0.9), (2, (60, 5, 90, 40), 0.8)]})
    actions.reject(session, 1, "P1")
    with pytest.raises(UserError, match=r"Shift\+Space"):
        actions.complete(session, look(session, 1), 1.0)


HOSTILE = [
    '{"actor":"ann","op":"draw","image":"photos/000.png","class":"bolt","box":[1' + "0" * 400 + ",1,5,5]}",
    '{"actor":"ann","op":"accept","image":"photos/000.png","id":"P' + "9" * 5000 + '"}',
    '{"actor":"ann","op":"accept","image":"photos/000.png","id":"P99999999999999999999"}',
    '{"actor":"ann","op":"accept","image":"photos/000.png","id":"L\\u00b2"}',
    '{"actor":"\\ud800","op":"flag","image":"photos/000.png"}',
    '{"actor":"ann","op":"flag","image":"photos/\\ud800"}',
    '{"actor":"ann","op":"flag","image":"photos/000.png","note":"\\ud800"}',
    "[" * 100_000,
    "1e999",
]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lines_are_answered(tmp_path: Path, line: str) -> None:
    session = scenery.project(tmp_path, images=1)
    answer = Scripts(session.project).answer(line)
    assert answer["ok"] is False
    json.dumps(answer)


def test_links_lie_where_they_lie(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "a.png").symlink_to(scenery.picture(tmp_path / "far" / "b.png", 7))
    assert len(add_images(session, [tmp_path / "links" / "a.png"], Origin.REAL).images) == 1
    assert [s.name for s in session.project.read.sources()] == ["photos", "links"]


def test_nothing_to_add_is_said_and_leaves_no_source(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    (tmp_path / "text.txt").write_text("no picture", encoding="utf-8")
    with pytest.raises(UserError, match="There is no picture to add"):
        add_images(session, [tmp_path / "text.txt"], Origin.REAL)
    assert session.project.read.sources() == []


def test_a_missing_cache_is_made_and_a_killed_jobs_room_is_swept(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    left = session.folder / "cache" / "scratch-killed"
    left.mkdir()
    with scratch(session) as room:
        (room / "weights").write_bytes(b"x")
    assert not room.exists()
    session.close()
    shutil.rmtree(session.folder / "models")
    Session.open(session.folder, "ann").close()
    assert not left.exists()
    assert (session.folder / "models").is_dir()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="modes bind neither root nor Windows")
def test_a_read_only_project_can_be_read(tmp_path: Path) -> None:
    session = reviewed(tmp_path, 1)
    session.close()
    for place in (session.folder / DATABASE, session.folder):
        place.chmod(place.stat().st_mode & ~0o222)
    try:
        assert run(["status", str(session.folder)]) == 0
        assert run(["decide", str(session.folder), "nowhere.jsonl"]) == 1
    finally:
        session.folder.chmod(0o755)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["demo", "FILE", "--no-window"], 1),
        (["init", "FILE"], 1),
        (["decide", "PROJECT", "nowhere.jsonl"], 1),
        (["train", "PROJECT", "v1", "--base", "x.pt", "--imgsz", "1"], 2),
        (["evaluate", "PROJECT", "x.pt", "--imgsz", "-32"], 2),
        (["add", "PROJECT", "FILE", "--origin", "real"], 1),
        (["export", "PROJECT", "FILE"], 3),
        (["status", "FILE"], 1),
        (["labels", "PROJECT", "--image", "no/where.png"], 1),
        (["nonsense", "PROJECT"], 2),
    ],
)
def test_one_sentence_and_an_exit_code(
    tmp_path: Path, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    session = scenery.project(tmp_path, images=1)
    session.close()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    places = {"FILE": str(tmp_path / "file"), "PROJECT": str(session.folder)}
    assert run([places.get(word, word) for word in arguments]) == code
    told = capsys.readouterr().err
    assert told.strip()
    assert "Traceback" not in told
