"""Versions of a project: frozen, one copy for all of them, room reckoned first, every receipt kept."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.unit.app.test_export import made, verify
from verify_app.app.exports import versions
from verify_app.app.exports.export import Exported, ExportOptions, export
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.session import Session
from verify_app.app.training import find_version
from verify_app.cli.main import commands, run
from verify_app.core.errors import UsageError, UserError
from verify_app.core.receipt.receipt import RECEIPT, Override, parse_receipt
from verify_app.core.remove_folder import remove_tree
from verify_app.core.vocabulary import Origin
from verify_app.datasets.version import disk_space as rooms
from verify_app.datasets.version import freeze_image
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.queries import history

Usage = namedtuple("Usage", "total used free")
TAKE = (Override("class_floor", "a trial", "ann"),)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def images(folder: Path) -> dict[str, int]:
    """Inode of every image, by name."""
    return {p.name: p.stat().st_ino for p in (folder / "images").rglob("*") if p.is_file()}


def sources(tmp_path: Path) -> set[int]:
    return {p.stat().st_ino for p in tmp_path.rglob("real/*.png")}


def edit(tmp_path: Path) -> None:
    """An image editor saves into every source."""
    for file in tmp_path.rglob("real/*.png"):
        with file.open("r+b") as handle:
            handle.seek(60)
            handle.write(b"edited")


def full(monkeypatch: pytest.MonkeyPatch, free: int = 10) -> None:
    """A disk with this much room and without reflinks."""
    monkeypatch.setattr(rooms.shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - free, free))
    monkeypatch.setattr(freeze_image.Freezer, "clones", lambda *_: False)


def grown(tmp_path: Path) -> Session:
    """A project with v1, then one more verified image than it has."""
    session = made(tmp_path, real=14, synthetic=0, verified=12)
    export(session, tmp_path / "v1", ExportOptions())
    verify(session, 13)
    return session


def assigned(session: Session) -> int:
    return int(session.project.read.one("SELECT count(*) FROM assignment") or 0)


# --- frozen ---------------------------------------------------------------------------------------------------


def test_versions_cost_one_copy_and_share_nothing_with_sources(tmp_path: Path) -> None:
    session = grown(tmp_path)
    two = export(session, tmp_path / "v2", ExportOptions())
    verify(session, 14)
    export(session, tmp_path / "v3", ExportOptions())
    one, three = images(tmp_path / "v1"), images(tmp_path / "v3")
    assert one.items() <= images(tmp_path / "v2").items() <= three.items()
    assert len(three) == 14 and not sources(tmp_path) & set(three.values())
    assert (two.linked, two.room.needed <= 4096) == (False, True)  # the one new image
    edit(tmp_path)
    assert [verify_version(tmp_path / f"v{n}").problems for n in (1, 2, 3)] == [[], [], []]


def test_a_copy_edited_in_place_is_not_inherited(tmp_path: Path) -> None:
    session = grown(tmp_path)
    edited = next((tmp_path / "v1" / "images" / "train").iterdir())
    before = edited.stat()
    edited.chmod(0o644)
    with edited.open("r+b") as handle:
        handle.seek(60)
        handle.write(b"edited")
    os.utime(edited, ns=(before.st_atime_ns, before.st_mtime_ns))
    export(session, tmp_path / "v2", ExportOptions())
    assert not verify_version(tmp_path / "v1").sound
    assert verify_version(tmp_path / "v2").problems == []
    assert images(tmp_path / "v2")[edited.name] not in {edited.stat().st_ino, *sources(tmp_path)}


def test_links_to_sources_are_said_and_never_passed_on(tmp_path: Path) -> None:
    session = made(tmp_path, real=14, synthetic=0, verified=12)
    session.close()
    done = CliRunner().invoke(commands, ["export", str(session.folder), str(tmp_path / "v1"), "--link"])
    assert done.exit_code == 0 and f"{tmp_path / 'v1'} (linked to the sources):" in done.stdout
    assert set(images(tmp_path / "v1").values()) <= sources(tmp_path)
    session = Session.open(session.folder, "ann")
    verify(session, 13)
    export(session, tmp_path / "v2", ExportOptions())
    assert not sources(tmp_path) & set(images(tmp_path / "v2").values())
    listed = versions.listed_versions(session.project.read)
    assert [[one["linked"] for one in row["receipts"]] for row in listed] == [[True], [False]]
    session.close()
    said = CliRunner().invoke(commands, ["versions", str(session.folder)]).stdout.splitlines()
    assert ["linked to the sources" in line for line in said] == [True, False]


def test_versions_from_before_copies_are_not_linked_to(tmp_path: Path) -> None:
    session = made(tmp_path, real=14, synthetic=0, verified=12)
    export(session, tmp_path / "v1", ExportOptions(link=True))
    read = session.project.read
    summary = {k: v for k, v in history.versions(read)[0].summary.items() if k != "linked"}
    with session.project.transact(session.actor, "version") as tx:
        tx.update("version", 1, {"summary": json.dumps(summary)})
    assert [one.linked for one in history.versions(read)[0].written] == [None]
    verify(session, 13)
    export(session, tmp_path / "v2", ExportOptions())
    assert not sources(tmp_path) & set(images(tmp_path / "v2").values())


def test_what_a_folder_held_before_is_not_taken_for_what_it_holds(tmp_path: Path) -> None:
    session = grown(tmp_path)
    remove_tree(tmp_path / "v1")
    export(session, tmp_path / "v1", ExportOptions(link=True))  # v2, of links, where v1 of copies was
    (tmp_path / "real").rename(tmp_path / "archive")
    shutil.copytree(tmp_path / "archive", tmp_path / "real")  # the same bytes in other files
    verify(session, 14)
    export(session, tmp_path / "v3", ExportOptions())
    linked = {file.stat().st_ino for file in (tmp_path / "archive").iterdir()}
    assert linked & set(images(tmp_path / "v1").values()) and not linked & set(images(tmp_path / "v3").values())


def test_a_version_from_before_its_labels_were_kept_is_copied_read_only(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    done = export(session, tmp_path / "v1", ExportOptions(link=True))
    with session.project.transact(session.actor, "version") as tx:
        tx.put("setting", history.KEPT_VERSION + history.versions(session.project.read)[0].digest, None)
    assert versions.write_again(session, "v1", tmp_path / "again").receipt == done.digest
    assert files(tmp_path / "again") == files(tmp_path / "v1")
    assert not sources(tmp_path) & set(images(tmp_path / "again").values())
    assert not any(p.stat().st_mode & 0o222 for p in (tmp_path / "again" / "images").rglob("*.png"))


def test_what_was_written_with_links_and_cut_off_is_no_copy(tmp_path: Path) -> None:
    session = made(tmp_path, real=10, synthetic=0, verified=10)
    done = export(session, tmp_path / "v1", ExportOptions(link=True))
    other = made(tmp_path / "again", real=10, synthetic=0, verified=10)
    left = tmp_path / "left"
    shutil.copytree(done.folder, left)
    for file in (left / "images").rglob("*.png"):
        number = int(file.name[1:4])
        file.unlink()
        os.link(tmp_path / "again" / "real" / f"r{number:03}.png", file)
    with pytest.raises(UsageError, match="not an empty folder"):
        export(other, left, ExportOptions())
    again = export(other, left, ExportOptions(link=True))
    assert (again.digest, again.linked) == (done.digest, True)


def test_a_version_comes_back_from_an_earlier_ones_copies(tmp_path: Path) -> None:
    session = grown(tmp_path)
    export(session, tmp_path / "v2", ExportOptions())
    before, inodes = files(tmp_path / "v2"), images(tmp_path / "v1")
    remove_tree(tmp_path / "v2")
    new = session.project.read.one("SELECT path FROM image_state WHERE key = 13")
    kept = (tmp_path / "real" / str(new)).read_bytes()
    edit(tmp_path)
    with pytest.raises(UserError, match=f"1 of 13 images .*{new}"):
        versions.write_again(session, "v2", tmp_path / "v2")
    (tmp_path / "real" / str(new)).write_bytes(kept)
    versions.write_again(session, "v2", tmp_path / "v2")
    assert files(tmp_path / "v2") == before
    assert inodes.items() <= images(tmp_path / "v2").items()
    assert verify_version(tmp_path / "v2").problems == []


def test_and_also_from_a_version_of_links(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    export(session, tmp_path / "v1", ExportOptions(link=True))
    before = files(tmp_path / "v1")
    remove_tree(tmp_path / "real")
    versions.write_again(session, "v1", tmp_path / "again")
    assert files(tmp_path / "again") == before
    assert not set(images(tmp_path / "v1").values()) & set(images(tmp_path / "again").values())


# --- room -----------------------------------------------------------------------------------------------------


def test_too_little_room_is_refused_before_anything_is_assigned(tmp_path: Path, monkeypatch) -> None:
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    full(monkeypatch)
    with pytest.raises(UserError, match=r"needs 50 kB, 10 bytes free; `--link` needs none\. Nothing was assigned"):
        export(session, tmp_path / "deep" / "v1", ExportOptions())
    assert assigned(session) == 0 and not (tmp_path / "deep").exists()
    assert export(session, tmp_path / "v1", ExportOptions(link=True)).linked


def test_what_an_earlier_version_holds_needs_no_room(tmp_path: Path, monkeypatch) -> None:
    session = made(tmp_path, real=14, synthetic=0, verified=12)
    export(session, tmp_path / "v1", ExportOptions())
    full(monkeypatch)
    done = export(session, tmp_path / "again", ExportOptions())
    assert done.room.needed == 0 and verify_version(done.folder).problems == []
    verify(session, 13)
    with pytest.raises(UserError, match=r"needs 4\.1 kB, 10 bytes free"):
        export(session, tmp_path / "v2", ExportOptions())
    remove_tree(tmp_path / "again")
    versions.write_again(session, "v1", tmp_path / "again")
    remove_tree(tmp_path / "again")
    remove_tree(tmp_path / "v1")
    with pytest.raises(UserError, match=r"needs 50 kB, 10 bytes free\. Nothing was written"):
        versions.write_again(session, "v1", tmp_path / "again")


def test_a_dry_run_says_what_is_needed_where_it_matters(tmp_path: Path, monkeypatch) -> None:
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    session.close()
    monkeypatch.setattr(freeze_image.Freezer, "clones", lambda *_: False)
    base = ["export", str(session.folder), str(tmp_path / "v1"), "--dry-run"]
    plain = CliRunner().invoke(commands, [*base, "--json"])
    found = json.loads(plain.stdout)
    assert found["needs_bytes"] == 12 * 4096 and found["free_bytes"] > 0 and found["space"] == ""
    assert "free" not in CliRunner().invoke(commands, base).stdout
    full(monkeypatch)
    said = CliRunner().invoke(commands, base).stdout
    assert "The version needs 50 kB, 10 bytes free; `--link` needs none." in said.splitlines()
    assert json.loads(CliRunner().invoke(commands, [*base, "--link", "--json"]).stdout)["needs_bytes"] == 0
    assert run(base[:-1]) == 1
    assert not (tmp_path / "v1").exists()


def test_a_disk_that_fills_up_all_the_same_leaves_nothing_and_the_splits_stand(tmp_path: Path, monkeypatch) -> None:
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    writes = []

    def filling(*_, **__):
        writes.append(1)
        if len(writes) > 5:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(freeze_image, "_pour", filling)
    monkeypatch.setattr(freeze_image.Freezer, "_clone", lambda *_: False)
    with pytest.raises(UserError, match=r"no space left on device\); nothing is left there"):
        export(session, tmp_path / "v1", ExportOptions())
    assert not (tmp_path / "v1").exists() and not list(tmp_path.glob(".*"))
    assert assigned(session) == 12 and history.versions(session.project.read) == []
    monkeypatch.undo()
    assert export(session, tmp_path / "v1", ExportOptions()).name == "v1"


# --- receipts -------------------------------------------------------------------------------------------------


def twice(tmp_path: Path) -> tuple[Session, Exported, Exported]:
    """One composition under two receipts."""
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    one = export(session, tmp_path / "one", ExportOptions())
    two = export(session, tmp_path / "two", ExportOptions(overrides=TAKE))
    assert (one.name, two.name, two.new) == ("v1", "v1", False) and one.digest != two.digest
    return session, one, two


def test_every_receipt_of_a_version_is_known(tmp_path: Path) -> None:
    session, one, two = twice(tmp_path)
    for done in (one, two):
        folder, row = find_version(session, str(done.folder))
        assert folder == done.folder and row is not None and row.name == "v1"
    assert find_version(session, "v1")[0] == two.folder
    remove_tree(two.folder)
    assert find_version(session, "v1")[0] == one.folder
    remove_tree(one.folder)
    with pytest.raises(UserError, match=r"was written to .*two, and is not there any more"):
        find_version(session, "v1")
    assert list(session.project.problems()) == []


def test_also_when_the_first_is_written_over_the_second(tmp_path: Path) -> None:
    session, one, two = twice(tmp_path)
    export(session, tmp_path / "three", ExportOptions())
    found = history.versions(session.project.read)
    assert len(found) == 1
    assert [(w.receipt, Path(w.folder).name) for w in found[0].written] == [
        (one.digest, "one"),
        (two.digest, "two"),
        (one.digest, "three"),
    ]
    assert [find_version(session, str(tmp_path / n))[1] is not None for n in ("one", "two", "three")] == [True] * 3


def test_a_receipt_that_this_project_never_wrote_is_refused(tmp_path: Path) -> None:
    session, _, two = twice(tmp_path)
    for name in ("one", "two"):
        value = json.loads((tmp_path / name / RECEIPT).read_text()) | {"seed": 77}
        (tmp_path / name / RECEIPT).write_text(json.dumps(value, sort_keys=True, indent=1) + "\n")
    with pytest.raises(UserError, match="is not one that this project wrote for v1"):
        find_version(session, "v1")
    assert find_version(session, str(two.folder))[1] is None


def test_any_receipt_can_be_written_again(tmp_path: Path) -> None:
    session, one, two = twice(tmp_path)
    before = {done.digest: files(done.folder) for done in (one, two)}
    assert versions.write_again(session, "v1", tmp_path / "newest").receipt == two.digest
    assert files(tmp_path / "newest") == before[two.digest]
    assert versions.write_again(session, "v1", tmp_path / "first", receipt=one.digest[:8]).receipt == one.digest
    assert files(tmp_path / "first") == before[one.digest]
    for unknown in ("ffffffff", one.digest[:3], ""):
        with pytest.raises(
            UserError, match=f"no receipt {unknown}; its receipts: {one.digest[:12]}, {two.digest[:12]}"
        ):
            versions.write_again(session, "v1", tmp_path / "none", receipt=unknown)
    remove_tree(one.folder)
    session.close()
    assert run(["version", "restore", str(session.folder), "v1", "--receipt", one.digest]) == 0
    assert files(one.folder) == before[one.digest]
    assert parse_receipt((two.folder / RECEIPT).read_bytes()).overrides == TAKE


def test_the_list_names_every_receipt(tmp_path: Path) -> None:
    session, one, two = twice(tmp_path)
    session.close()
    row = json.loads(CliRunner().invoke(commands, ["versions", str(session.folder), "--json"]).stdout)["versions"][0]
    assert [r["receipt"] for r in row["receipts"]] == [one.digest, two.digest] and row["receipt"] == two.digest
    said = CliRunner().invoke(commands, ["versions", str(session.folder)]).stdout
    assert one.digest[:12] in said and two.digest[:12] in said and str(one.folder) in said


def test_a_parent_with_two_receipts_is_followed(tmp_path: Path) -> None:
    session = made(tmp_path, real=14, synthetic=0, verified=12)
    export(session, tmp_path / "one", ExportOptions())
    export(session, tmp_path / "two", ExportOptions(overrides=TAKE))
    verify(session, 13)
    done = export(session, tmp_path / "v2", ExportOptions(parent="v1"))
    assert done.plan.parent is not None and done.plan.parent.name == "v1" and done.plan.since.absent == 0


def test_what_is_there_and_was_changed_is_not_taken_for_the_version(tmp_path: Path) -> None:
    """The same composition, to the same folder, in which somebody has saved: it said that the version was there."""
    session = made(tmp_path, real=14, synthetic=0, verified=12)
    export(session, tmp_path / "v1", ExportOptions())
    edited = next((tmp_path / "v1" / "images" / "train").iterdir())
    edited.chmod(0o644)
    with edited.open("r+b") as handle:
        handle.seek(60)
        handle.write(b"edited")
    written = history.versions(session.project.read)[0].written
    with pytest.raises(UserError, match=rf"{edited.name} was changed"):
        export(session, tmp_path / "v1", ExportOptions())
    assert history.versions(session.project.read)[0].written == written


def test_a_version_that_was_added_again_is_a_source_and_not_linked_to(tmp_path: Path) -> None:
    session = grown(tmp_path)
    add(session, [tmp_path / "v1"], AddOptions(Origin.REAL, labels="yolo"))
    export(session, tmp_path / "v2", ExportOptions())
    assert not set(images(tmp_path / "v1").values()) & set(images(tmp_path / "v2").values())
    verify(session, 14)
    export(session, tmp_path / "v3", ExportOptions())
    assert images(tmp_path / "v2").items() <= images(tmp_path / "v3").items()
    for file in (tmp_path / "v1" / "images").rglob("*.png"):  # an image editor saves into every source
        file.chmod(0o644)
        with file.open("r+b") as handle:
            handle.seek(60)
            handle.write(b"edited")
    assert [verify_version(tmp_path / f"v{n}").problems for n in (2, 3)] == [[], []]
