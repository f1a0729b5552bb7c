"""A project that is moved, deleted or replaced while it is open: no decision is acknowledged that is not in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.storage.project import DATABASE, Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there an open file is neither moved nor deleted")


def gone(folder: Path) -> None:
    shutil.rmtree(folder)


def moved(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def replaced(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    moved(folder)
    folder.with_name("copy").rename(folder)


def another_database(folder: Path) -> None:
    (folder / "copy").write_bytes((folder / DATABASE).read_bytes())
    (folder / "copy").replace(folder / DATABASE)


def without_log(folder: Path) -> None:
    (folder / f"{DATABASE}-wal").unlink()


HAPPENS: list[Callable[[Path], None]] = [gone, moved, replaced, another_database, without_log]


@pytest.mark.parametrize("happens", HAPPENS)
def test_nothing_is_acknowledged_that_is_not_at_its_place(tmp_path: Path, happens: Callable[[Path], None]) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(10, 10, 40, 40)))
    before = session.project.read.one("SELECT count(*) FROM event")
    happens(session.folder)
    for act in (
        lambda: actions.draw(session, 1, (1, Box(50, 50, 90, 90))),
        lambda: actions.undo(session),
    ):
        with pytest.raises(UserError, match=r"moved, deleted or replaced.*nothing was recorded"):
            act()
    assert session.project.read.one("SELECT count(*) FROM event") == before
    session.close()
    if happens is moved:
        with Project.open(tmp_path / "moved") as project:
            assert list(project.problems()) == []


def test_a_folder_moved_in_the_very_moment_is_no_acknowledgement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = scenery.project(tmp_path, images=1)
    said: list[str] = []
    require = session.project._whereabouts.require

    def late(sentence: str) -> None:
        if said:
            moved(session.folder)
        said.append(sentence)
        require(sentence)

    monkeypatch.setattr(session.project._whereabouts, "require", late)
    with pytest.raises(UserError, match="verify-app log"):
        actions.draw(session, 1, (1, Box(50, 50, 90, 90)))
    assert len(said) == 2


def test_a_script_is_told_so_too(tmp_path: Path) -> None:
    folder = scenery.project(tmp_path, images=1)
    folder.close()
    line = {"actor": "script", "op": "draw", "image": "photos/000.png", "class": "bolt", "box": [1, 1, 20, 20]}
    command = [sys.executable, "-m", "verify_app", "decide", str(folder.folder), "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as decide:
        assert decide.stdin is not None and decide.stdout is not None
        answers = []
        for box in ([1, 1, 20, 20], [30, 1, 60, 20]):
            decide.stdin.write(json.dumps({**line, "box": box}) + "\n")
            decide.stdin.flush()
            answers.append(json.loads(decide.stdout.readline()))
            if len(answers) == 1:
                moved(folder.folder)
        decide.stdin.close()
    assert [answer["ok"] for answer in answers] == [True, False]
    assert "moved, deleted or replaced" in answers[1]["error"]
