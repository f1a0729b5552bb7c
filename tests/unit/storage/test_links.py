"""A project's folder is data: nothing in it leads this program elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from verify_app.app.project.create import create_project
from verify_app.app.session import Session, adopt, person
from verify_app.core.errors import UserError
from verify_app.storage import links
from verify_app.storage.own_projects import NotMine
from verify_app.storage.project import Project, back_up, database_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="making links there needs a right of its own")

THEIRS = "somebody's own file\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    create_project(folder, classes=["bolt"], actor=person("ann"))
    return folder


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    file = tmp_path / "theirs"
    file.write_text(THEIRS, encoding="utf-8")
    return file


def linked(place: Path, to: Path) -> None:
    place.unlink(missing_ok=True)
    place.symlink_to(to)


def dangling(place: Path, to: Path) -> None:
    linked(place, to.with_name("nowhere"))


def hard(place: Path, to: Path) -> None:
    place.unlink(missing_ok=True)
    place.hardlink_to(to)


def piped(place: Path, _to: Path) -> None:
    place.unlink(missing_ok=True)
    os.mkfifo(place)


@pytest.mark.parametrize("name", ["project.lock", "project.db-wal", "project.db-shm", "project.db.v3.bak"])
@pytest.mark.parametrize("put", [linked, dangling, hard, piped])
def test_nothing_is_written_through_what_is_no_plain_file(
    project: Path, theirs: Path, name: str, put: Callable[[Path, Path], None]
) -> None:
    put(project / name, theirs)
    for opening in (Project.open, Project.look):
        with pytest.raises(UserError, match=name):
            opening(project)
    assert theirs.read_text(encoding="utf-8") == THEIRS
    assert not theirs.with_name("nowhere").exists()


@pytest.mark.parametrize(("put", "how"), [(linked, "`cp`"), (hard, "cp project.db copy"), (piped, "no project|device")])
def test_a_database_has_one_place(project: Path, tmp_path: Path, put: Callable[[Path, Path], None], how: str) -> None:
    real = tmp_path / "real.db"
    (project / "project.db").rename(real)
    put(project / "project.db", real)
    with pytest.raises(UserError, match=how):
        Project.open(project)


def test_a_copy_in_place_of_a_hard_link_goes_on(project: Path, tmp_path: Path) -> None:
    (tmp_path / "second.db").hardlink_to(project / "project.db")
    with pytest.raises(UserError, match="hard link"):
        Project.open(project)
    (project / "copy").write_bytes((project / "project.db").read_bytes())
    (project / "copy").rename(project / "project.db")
    Project.open(project).close()


def test_a_link_put_there_after_the_look_is_not_followed(
    project: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked(project / "project.lock", theirs)
    monkeypatch.setattr("verify_app.storage.project.refuse_links", lambda _folder: None)
    with pytest.raises(UserError, match="cannot be opened for changes"):
        Project.open(project)
    assert theirs.read_text(encoding="utf-8") == THEIRS


def test_a_backup_is_never_written_through_a_link(project: Path, tmp_path: Path) -> None:
    aim = tmp_path / "aim"
    (project / "project.db.v9.bak").symlink_to(aim)
    with Project.create(tmp_path / "other") as opened:
        made = back_up(opened._connection, project / "project.db", 9)
    assert made.name == "project.db.v9-2.bak"
    assert not aim.exists()


@pytest.mark.parametrize("name", links.FOLDERS)
def test_a_folder_lies_elsewhere_only_where_the_person_agreed_to_that(project: Path, tmp_path: Path, name: str) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for place in (first, second):
        (place / "scratch-1").mkdir(parents=True)
    (project / name).rmdir()
    (project / name).symlink_to(first)
    with pytest.raises(NotMine, match=f"{name} is a link to .*first.*--mine"):
        Project.open(project)
    assert (first / "scratch-1").is_dir()  # what is in the cache is swept away when a project is opened
    adopt(project)
    Project.open(project).close()
    (project / name).unlink()
    (project / name).symlink_to(second)
    with pytest.raises(NotMine, match="second"):
        Project.open(project)
    assert (second / "scratch-1").is_dir()


def test_a_link_in_the_cache_goes_and_what_it_leads_to_stays(project: Path, theirs: Path) -> None:
    (project / "cache" / ".next.part").symlink_to(theirs)
    (project / "cache" / "looks").hardlink_to(theirs)
    Session.open(project, "ann").close()
    assert list((project / "cache").iterdir()) == []
    assert theirs.read_text(encoding="utf-8") == THEIRS


def test_what_onedrive_leaves_in_place_of_a_file_is_no_link() -> None:
    class Found:
        st_mode = 0o100644
        st_reparse_tag = 0x9000001A

    assert not links.is_link(Found())  # type: ignore[arg-type]
    for tag in (0xA0000003, 0xA000000C):
        Found.st_reparse_tag = tag
        assert links.is_link(Found())  # type: ignore[arg-type]


def test_the_log_of_another_program_is_not_played_back(project: Path) -> None:
    (project / "project.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    with pytest.raises(UserError, match="left by another program"):
        Project.open(project)
    assert (project / "project.db-journal").exists()


def test_a_sound_project_has_nothing_that_is_a_link(project: Path) -> None:
    links.refuse_links(project)
    assert links.linked_folders(project) == {}
    assert database_of(project) == project / "project.db"
