"""A project from elsewhere is read, and nothing of it is written to, until the person says once that it is theirs."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.exports import last_plan
from verify_app.app.project.create import create_project
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session, adopt, person
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.datasets.files import hash_cache
from verify_app.storage import own_projects
from verify_app.storage.own_projects import NotMine
from verify_app.storage.project import DATABASE, Project


@pytest.fixture(autouse=True)
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(own_projects.TRUST_VARIABLE)


def made(tmp_path: Path) -> Path:
    with contextlib.closing(scenery.project(tmp_path, images=3)) as session:
        scenery.run(session, {1: [(1, (10, 10, 50, 40), 0.9)], 2: [(2, (20, 20, 60, 60), 0.8)]})
        review = look(session, 1)
        actions.complete(session, review, 0.25)
        return session.folder


@pytest.fixture
def elsewhere(tmp_path: Path, own_settings: Path) -> Path:
    """A project that somebody else made, with images and labels, and whose settings are not ours."""
    folder = made(tmp_path)
    shutil.rmtree(own_settings)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else b"" for p in folder.rglob("*")}


@pytest.fixture
def unwritten(elsewhere: Path) -> Iterator[None]:
    """Whatever a test does, the folder stays as it is."""
    before = content(elsewhere)
    yield
    assert content(elsewhere) == before


REPORTS = ("status", "images", "labels", "log", "check", "queue", "disagreements", "trust", "versions", "groups")


@pytest.mark.usefixtures("unwritten")
@pytest.mark.parametrize("command", [*([c] for c in REPORTS), ["model", "list"], ["source", "list"], ["class", "list"]])
def test_reports_work_and_write_nothing(elsewhere: Path, command: list[str]) -> None:
    assert run([*command, str(elsewhere)]) == 0


@pytest.mark.usefixtures("unwritten")
def test_a_plan_is_a_report(elsewhere: Path, tmp_path: Path) -> None:
    assert run(["export", str(elsewhere), str(tmp_path / "v"), "--dry-run"]) in (0, 3)
    assert run(["export", str(elsewhere), "--since-last"]) in (0, 1)


@pytest.mark.usefixtures("unwritten")
@pytest.mark.parametrize(
    "command",
    [
        ["add", "PROJECT", "PHOTOS", "--origin=real"],
        ["decide", "PROJECT", "LINES"],
        ["export", "PROJECT", "OUT"],
        ["hand-out", "PROJECT", "OUT", "--format=coco"],
        ["class", "add", "PROJECT", "gear"],
        ["watch", "PROJECT", "PHOTOS", "--once", "--origin=real"],
    ],
    ids=lambda command: command[0],
)
def test_what_writes_is_refused_in_one_sentence(
    elsewhere: Path, tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lines").write_text("", encoding="utf-8")
    (tmp_path / "photos").mkdir(exist_ok=True)
    places = {"PROJECT": elsewhere, "PHOTOS": tmp_path / "photos", "LINES": tmp_path / "lines", "OUT": tmp_path / "v"}
    assert run([str(places.get(word, word)) for word in command]) == 1
    said = capsys.readouterr().err
    assert "comes from elsewhere" in said
    assert "--mine" in said
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "v").exists()


def test_a_log_that_was_left_is_read_and_left(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is only in the log beside the database counts, and neither of the two is touched."""
    with sqlite3.connect(elsewhere / DATABASE) as writing:
        writing.execute("PRAGMA wal_autocheckpoint = 0")
        writing.execute("INSERT INTO setting VALUES ('demo', 'true')")
        writing.commit()
        copied = elsewhere.with_name("copied")
        shutil.copytree(elsewhere, copied)
    before = content(copied)
    assert before["project.db-wal"]
    assert run(["status", "--json", str(copied)]) == 0
    assert json.loads(capsys.readouterr().out)["demo"]
    assert content(copied) == before


@pytest.mark.skipif(sys.platform == "win32", reason="files have no holes by themselves there")
@pytest.mark.parametrize("name", ["project.db", "project.db-wal"])
def test_what_is_too_large_to_be_copied_is_said(elsewhere: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with holes is as large as its maker likes, and costs them nothing."""
    (elsewhere / "project.db-wal").write_bytes(b"x")
    os.truncate(elsewhere / name, 1 << 40)
    assert run(["status", str(elsewhere)]) == 1
    assert "too much to be copied to be read" in capsys.readouterr().err


def test_one_answer_is_enough_wherever_the_project_goes(elsewhere: Path, tmp_path: Path) -> None:
    with pytest.raises(NotMine):
        Session.open(elsewhere, "ann")
    assert run(["status", "--mine", str(elsewhere)]) == 0
    moved = tmp_path / "another place" / "another name"
    moved.parent.mkdir()
    elsewhere.rename(moved)
    Session.open(moved, "kai").close()
    assert run(["class", "add", str(moved), "washer"]) == 0


def test_what_one_made_is_one_s_own(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "p"), "--classes=bolt"]) == 0
    Session.open(tmp_path / "p", "ann").close()


def test_two_projects_made_alike_are_two(tmp_path: Path, own_settings: Path) -> None:
    for name in ("one", "two"):
        create_project(tmp_path / name, classes=["bolt"], actor=person("ann"))
    assert len(list((own_settings / "projects").iterdir())) == 2


def test_a_variable_says_it_of_all(elsewhere: Path, monkeypatch: pytest.MonkeyPatch, own_settings: Path) -> None:
    monkeypatch.setenv(own_projects.TRUST_VARIABLE, "1")
    Session.open(elsewhere, "ann").close()
    monkeypatch.delenv(own_projects.TRUST_VARIABLE)
    with pytest.raises(NotMine):
        Session.open(elsewhere, "ann")


def test_projects_that_the_window_opened_before_are_one_s_own(
    elsewhere: Path, tmp_path: Path, own_settings: Path
) -> None:
    """Settings of the version before, which asked nobody, know their recent projects; later ones are asked about."""
    own_settings.mkdir()
    recent = [str(tmp_path / "gone"), str(elsewhere)]
    (own_settings / "settings.json").write_text(json.dumps({"recent": recent}), encoding="utf-8")
    Session.open(elsewhere, "ann").close()
    shutil.rmtree(elsewhere)
    with_settings = (own_settings / "projects").iterdir()
    assert len(list(with_settings)) == 1
    # another project in the same place is another project
    kept = (own_settings / "projects").rename(own_settings / "aside")
    create_project(elsewhere, classes=["bolt"], actor=person("eve"))
    shutil.rmtree(own_settings / "projects")
    kept.rename(own_settings / "projects")
    with pytest.raises(NotMine):
        Session.open(elsewhere, "ann")


def test_settings_that_cannot_be_kept_are_said(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(UserError, match=own_projects.TRUST_VARIABLE):
        adopt(elsewhere)


def test_a_project_read_only_says_why_nothing_is_decided(elsewhere: Path) -> None:
    session = Session.open_or_read(elsewhere, "ann")
    assert session.reads_only
    assert session.strangeness is not None
    with pytest.raises(NotMine, match="--mine"), session.project.transact(session.actor, "setting"):
        pass
    session.close()


def test_reading_a_project_of_one_s_own_takes_no_ownership(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder / "project.lock").unlink()
    assert run(["status", str(folder)]) == 0
    assert not (folder / "project.lock").exists()
    with Project.look(folder) as opened:
        assert not opened.foreign


@pytest.mark.parametrize("linked", [False, True])
def test_what_a_stranger_left_in_the_cache_is_not_believed(elsewhere: Path, tmp_path: Path, linked: bool) -> None:
    """A table that says two pictures look unlike would let one of them be tested on and the other learned from."""
    cache, theirs = elsewhere / "cache", tmp_path / "weights.bin"
    theirs.write_bytes(b"of somebody")
    if linked:
        cache.rename(tmp_path / "room")
        cache.symlink_to(tmp_path / "room")
    (cache / hash_cache.KEPT).write_bytes(bytes(41))
    (cache / last_plan.KEPT).write_text("{}", encoding="utf-8")
    (cache / "yolo26n.pt").write_bytes(b"planted")
    (cache / "folder").mkdir()
    (cache / "folder" / "link").symlink_to(tmp_path)
    (cache / "link").symlink_to(theirs)
    adopt(elsewhere)
    left = {"yolo26n.pt", "folder", "link"} if linked else set()
    assert {place.name for place in cache.iterdir()} == left
    assert theirs.read_bytes() == b"of somebody" and cache.is_dir()
    (cache / hash_cache.KEPT).write_bytes(bytes(41))
    adopt(elsewhere)
    assert (cache / hash_cache.KEPT).is_file()  # by then it is one's own
