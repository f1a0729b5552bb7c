"""Older projects are brought up to date after a backup; where a project may live; who may work in it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from verify_app.app.jobs import environment
from verify_app.app.project.report import labels
from verify_app.app.review import actions
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.storage import network_folder, schema
from verify_app.storage.project import DATABASE, Project


def m998_notes(db: Any) -> None:
    """A migration of tomorrow."""
    db.conn.execute("CREATE TABLE note (key INTEGER PRIMARY KEY, text TEXT)")


def m999_fails(db: Any) -> None:
    """One that breaks half way."""
    db.conn.execute("CREATE TABLE half (key INTEGER PRIMARY KEY)")
    raise RuntimeError("broken")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    session.close()
    return session.folder


def test_an_older_project_is_backed_up_and_migrated(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema.CURRENT
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, m998_notes))
    monkeypatch.setattr(schema, "CURRENT", before + 1)
    with pytest.raises(UserError, match="older version; run `verify-app check`"):
        Project.look(older)
    with Project.open(older) as project:
        assert project.read.one("PRAGMA user_version") == before + 1
        assert project.read.one("SELECT count(*) FROM note") == 0
        assert [row["id"] for row in labels(project)] == ["L1"]
        assert list(project.problems()) == []
    backup = older / f"{DATABASE}.v{before}.bak"
    copy = sqlite3.connect(backup)
    assert copy.execute("PRAGMA user_version").fetchone()[0] == before
    assert copy.execute("SELECT count(*) FROM label").fetchone()[0] == 1
    copy.close()


def test_a_migration_that_fails_leaves_the_project_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema.CURRENT
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (*schema.STEPS, m998_notes, m999_fails))
        patch.setattr(schema, "CURRENT", before + 2)
        with pytest.raises(RuntimeError):
            Project.open(older)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, m998_notes))
    monkeypatch.setattr(schema, "CURRENT", before + 1)
    with Project.open(older) as project:
        assert project.read.one("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == 0
        assert list(project.problems()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there a drive says what it is, and nothing is mounted into it")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/data/projects/p", "ext4"),
        ("/mnt/nas/p", "cifs"),
        ("/mnt/nas2/p", "ext4"),
        ("/mnt/with space/p", "nfs4"),
        ("/mnt/nas/local/p", "xfs"),
    ],
)
def test_the_deepest_mount_decides(folder: str, kind: str) -> None:
    mounts = [("/", "ext4"), ("/mnt/nas", "cifs"), ("/mnt/with space", "nfs4"), ("/mnt/nas/local", "xfs")]
    assert network_folder._longest(Path(folder), mounts) == kind


def test_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_folder, "file_system", lambda _: "cifs")
    with pytest.raises(UserError, match=r"network folder \(cifs\)"):
        Project.create(tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_the_owners_children_may_work_too(older: Path) -> None:
    code = (
        "import sys, pathlib; from verify_app.storage.project import Project; Project.open(pathlib.Path(sys.argv[1]))"
    )
    session = Session.open(older, "ann")
    command = [sys.executable, "-c", code, str(older)]
    stranger = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "open elsewhere" in stranger.stderr
    subprocess.run(command, env=environment(session), check=True)
    session.close()
    subprocess.run(command, check=True)


def test_a_project_cut_off_while_it_was_made_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (*schema.STEPS, m999_fails))
        with pytest.raises(RuntimeError):
            Project.create(tmp_path / "p")
    assert not (tmp_path / "p" / DATABASE).exists()
    with Project.create(tmp_path / "p") as project:
        assert list(project.problems()) == []
    files = sorted(x.name for x in (tmp_path / "p").iterdir() if x.is_file())
    assert files == [DATABASE, "project.lock", "project.verify-app"]
