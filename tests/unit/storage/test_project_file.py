"""The file in a project folder that a double click opens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import scenery
from verify_app.storage import project_file
from verify_app.storage.project import Project


def test_each_project_has_one_and_an_older_one_gets_it(tmp_path: Path) -> None:
    scenery.project(tmp_path, images=0).close()
    file = tmp_path / "project" / project_file.FILE
    assert file.read_text(encoding="utf-8") == project_file.TEXT
    file.unlink()
    Project.look(tmp_path / "project").close()
    assert not file.exists()  # to look changes nothing
    Project.open(tmp_path / "project").close()
    assert file.is_file()


def test_what_bears_its_name_already_stays(tmp_path: Path) -> None:
    scenery.project(tmp_path, images=0).close()
    file = tmp_path / "project" / project_file.FILE
    file.write_text("mine", encoding="utf-8")
    Project.open(tmp_path / "project").close()
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    scenery.project(tmp_path, images=0).close()
    file, elsewhere = tmp_path / "project" / project_file.FILE, tmp_path / "elsewhere"
    file.unlink()
    file.symlink_to(elsewhere)
    Project.open(tmp_path / "project").close()
    assert not elsewhere.exists()


def test_a_path_means_its_project(tmp_path: Path) -> None:
    scenery.project(tmp_path, images=0).close()
    folder = tmp_path / "project"
    for path in (folder, folder / project_file.FILE, folder / project_file.DATABASE):
        assert project_file.project_folder(path) == folder
    odd = tmp_path / project_file.FILE
    odd.mkdir()
    assert project_file.project_folder(odd) == odd
