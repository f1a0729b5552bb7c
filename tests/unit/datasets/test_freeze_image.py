"""A version is frozen: its images share no bytes with sources, copies are made once, and the room is reckoned."""

import errno
import hashlib
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.datasets.pools import painted_pool, sha, unlocked
from tests.windows import WINDOWS
from verify_app.core import durable_files
from verify_app.core.byte_amounts import in_words
from verify_app.core.errors import UserError
from verify_app.core.remove_folder import remove_tree
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version import atomic_folder, disk_space
from verify_app.datasets.version.disk_space import Room, reckon
from verify_app.datasets.version.freeze_image import Freezer, checked, link_checked
from verify_app.datasets.version.verify import verify_version
from verify_app.datasets.version.write_version import write

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="how Linux does it")


@pytest.fixture
def made(tmp_path):
    return plan(survey(painted_pool(tmp_path / "in")), Policy())


def copies(written) -> dict[str, str]:
    return {record.sha256: str(written.folder / record.file) for record in written.records}


def wants(made):
    return [(str(m.candidate.file), m.candidate.sha256, m.candidate.bytes) for m in made.members]


def shared(made, written) -> set[bool]:
    """Whether images are the very files of their sources."""
    pairs = zip(made.members, written.records, strict=True)
    return {m.candidate.file.samefile(written.folder / r.file) for m, r in pairs}


def save_in_place(file: Path, data: bytes = b"edited") -> None:
    with file.open("r+b") as handle:
        handle.write(data)


def mounted(folder: Path, *options: str) -> bool:
    return subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one megabyte, where mounting is allowed."""
    folder = tmp_path / "small"
    folder.mkdir()
    if sys.platform != "linux" or not mounted(folder, "-t", "tmpfs", "-o", "size=1m", "none"):
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(params=["xfs", "btrfs"])
def reflinks(request, tmp_path):
    """A file system with reflinks, where mounting is allowed and it can be made."""
    make = shutil.which(f"mkfs.{request.param}")
    image, folder = tmp_path / "disk", tmp_path / "disk at"
    folder.mkdir()
    if make is None:
        pytest.skip(f"no mkfs.{request.param} here")
    with image.open("wb") as file:
        file.truncate(320 << 20)
    subprocess.run([make, "-q", str(image)], check=True, capture_output=True)
    if not mounted(folder, "-o", "loop", str(image)):
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_an_editor_that_saves_into_a_source_changes_no_version(made, tmp_path):
    written = write(made, tmp_path / "v1")
    assert shared(made, written) == {False} and not written.linked
    for member in made.members:
        save_in_place(member.candidate.file)
    assert verify_version(tmp_path / "v1").problems == []


def test_copies_are_read_only_and_their_folder_can_be_removed(made, tmp_path):
    written = write(made, tmp_path / "v1")
    modes = {stat.S_IMODE((tmp_path / "v1" / r.file).stat().st_mode) & 0o222 for r in written.records}
    assert modes == {0}
    remove_tree(tmp_path / "v1")
    assert not (tmp_path / "v1").exists()


def test_nobody_but_root_can_save_into_a_copy(made, tmp_path):
    written = write(made, tmp_path / "v1")
    target = tmp_path / "v1" / written.records[0].file
    if os.access(target, os.W_OK):
        pytest.skip("root may write to everything")
    with pytest.raises(PermissionError):
        save_in_place(target)
    unlocked(target).unlink()


def test_links_to_sources_are_made_for_who_asks(made, tmp_path):
    written = write(made, tmp_path / "v1", freezer=Freezer(link=True))
    assert shared(made, written) == {True} and written.linked
    assert verify_version(tmp_path / "v1").sound


def test_links_that_cannot_be_are_copies_also_of_symbolic_links(tmp_path, monkeypatch):
    found = painted_pool(tmp_path / "in")
    first = found.candidates[0]
    target = first.file.rename(tmp_path / "in" / "elsewhere.png")
    first.file.symlink_to(target)

    def refuse(*_):
        raise OSError(errno.EXDEV, "another disk")

    linked = write(plan(survey(found), Policy()), tmp_path / "linked", freezer=Freezer(link=True))
    assert sum(Path(m).is_symlink() for m in copies(linked).values()) == 0
    monkeypatch.setattr(os, "link", refuse)
    copied = write(plan(survey(found), Policy()), tmp_path / "copied", freezer=Freezer(link=True))
    assert linked.digest == copied.digest and (linked.linked, copied.linked) == (True, False)
    assert verify_version(tmp_path / "linked").problems == verify_version(tmp_path / "copied").problems == []


def test_later_versions_link_to_copies_never_to_sources(made, tmp_path):
    one = write(made, tmp_path / "v1")
    two = write(made, tmp_path / "v2", freezer=Freezer(copies(one)))
    assert shared(made, two) == {False}
    assert all((tmp_path / "v1" / r.file).samefile(tmp_path / "v2" / r.file) for r in two.records)
    for member in made.members:
        save_in_place(member.candidate.file)
    assert verify_version(tmp_path / "v2").problems == []


def test_a_copy_edited_in_place_is_not_inherited(made, tmp_path):
    one = write(made, tmp_path / "v1")
    edited = tmp_path / "v1" / one.records[0].file
    before = edited.stat()
    save_in_place(unlocked(edited))
    os.utime(edited, ns=(before.st_atime_ns, before.st_mtime_ns))  # by somebody who hides it
    two = write(made, tmp_path / "v2", freezer=Freezer(copies(one)))
    assert not edited.samefile(tmp_path / "v2" / two.records[0].file)
    assert (tmp_path / "v1" / one.records[1].file).samefile(tmp_path / "v2" / two.records[1].file)
    assert verify_version(tmp_path / "v2").problems == [] and not verify_version(tmp_path / "v1").sound


def test_a_copy_that_is_the_source_itself_or_a_link_is_not_linked_to(made, tmp_path):
    source = made.members[0].candidate
    os.link(source.file, tmp_path / "claimed")
    (tmp_path / "symbolic").symlink_to(source.file)
    assert not Freezer({source.sha256: str(tmp_path / "claimed")}).reuse(
        source.sha256, str(tmp_path / "new"), apart=source.file.stat().st_ino
    )
    assert not Freezer({source.sha256: str(tmp_path / "symbolic")}).reuse(source.sha256, str(tmp_path / "new"))
    assert not Freezer({source.sha256: str(tmp_path / "gone")}).reuse(source.sha256, str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_copy_touched_after_its_check_is_not_linked_to_and_an_unlocked_one_is_locked(made, tmp_path):
    one = write(made, tmp_path / "v1")
    place = next(iter(copies(one).values()))
    state = checked(place, one.records[0].sha256)
    Path(place).chmod(0o644)
    assert link_checked(place, state, str(tmp_path / "locked"))
    assert stat.S_IMODE(Path(place).stat().st_mode) == 0o444
    if WINDOWS:  # which does not let a read-only file be touched at all
        Path(place).chmod(0o644)
    os.utime(place, ns=(0, 0))
    assert not link_checked(place, state, str(tmp_path / "new")) and not (tmp_path / "new").exists()


def test_where_copies_cannot_be_linked_to_the_source_is_copied(made, tmp_path, monkeypatch):
    one = write(made, tmp_path / "v1")

    def refuse(*_):
        raise OSError(errno.EMLINK, "too many links")

    monkeypatch.setattr(os, "link", refuse)
    two = write(made, tmp_path / "v2", freezer=Freezer(copies(one)))
    assert verify_version(two.folder).problems == []
    assert reckon(wants(made), tmp_path / "v3", Freezer(copies(one))).needed > 0  # and so it needs room


@LINUX
def test_a_file_system_without_reflinks_is_asked_once(made, tmp_path, monkeypatch):
    import fcntl  # not there on Windows

    asked = []

    def refuse(*_):
        asked.append(1)
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(fcntl, "ioctl", refuse)
    write(made, tmp_path / "v1")
    assert len(made.members) > 1 and len(asked) == 1
    assert verify_version(tmp_path / "v1").sound


@LINUX
def test_where_the_kernel_cannot_copy_python_does(made, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "sendfile", refuse)
    write(made, tmp_path / "v1")
    assert verify_version(tmp_path / "v1").sound


def test_reflinks_need_no_room_and_are_apart(reflinks):
    made = plan(survey(painted_pool(reflinks / "in")), Policy())
    big = reflinks / "in" / "big"
    big.write_bytes(os.urandom(64 << 20))
    many = [(str(big), sha("big"), 64 << 20)] * 100
    assert reckon(many, reflinks / "v1", Freezer()).needed == 0
    written = write(made, reflinks / "v1")
    assert shared(made, written) == {False}
    os.sync()
    before = shutil.disk_usage(reflinks).used
    freezer = Freezer()
    for number in range(100):  # 6.4 GB on a disk of 320 MB
        freezer.bring(str(big), str(reflinks / f"big {number}"))
    assert shutil.disk_usage(reflinks).used - before < 64 << 20
    for member in made.members:
        save_in_place(member.candidate.file)
    save_in_place(big)
    assert verify_version(written.folder).problems == []
    assert (reflinks / "big 99").read_bytes()[:6] != b"edited"
    assert stat.S_IMODE((reflinks / "big 99").stat().st_mode) == 0o444
    assert reckon(many, reflinks.parent / "elsewhere", Freezer()).needed > 0


def test_room_is_reckoned_by_how_images_come(made, tmp_path):
    every = sum(-(-size // 4096) * 4096 for _, _, size in wants(made))
    found = reckon(wants(made), tmp_path / "not" / "there" / "v1", Freezer())
    assert found.needed in (0, every) and found.by_links == 0 and found.free > 0
    one = write(made, tmp_path / "v1")
    assert reckon(wants(made), tmp_path / "v2", Freezer(copies(one))).needed == 0
    assert reckon(wants(made), tmp_path / "v2", Freezer(link=True)).needed == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "v1"]  # nothing is left of the tries


def test_another_disk_needs_the_whole_also_for_links(made, small_disk):
    every = reckon(wants(made), small_disk / "v1", Freezer())
    links = reckon(wants(made), small_disk / "v1", Freezer(link=True))
    assert every.needed == links.needed == links.by_links > 0
    assert every.free <= 1 << 20


def test_a_disk_that_fills_up_leaves_nothing(tmp_path, small_disk):
    found = painted_pool(tmp_path / "in")
    data = os.urandom(300_000)
    larger = []
    for each in found.candidates:
        if each.file.suffix == ".png":
            each.file.write_bytes(each.file.read_bytes() + data)
            whole = each.file.read_bytes()
            each = replace(each, sha256=hashlib.sha256(whole).hexdigest(), bytes=len(whole))
        larger.append(each)
    made = plan(survey(replace(found, candidates=tuple(larger))), Policy())
    with pytest.raises(UserError, match=r"cannot be written \(no space left on device\); nothing is left there"):
        write(made, small_disk / "v1")
    assert list(small_disk.iterdir()) == []


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Room(84_000_000_000, 12_000_000_000, 0), "The version needs 84 GB, 12 GB free; `--link` needs none."),
        (Room(2_000_000, 1_000_000, 5000), "The version needs 2.0 MB, 1.0 MB free; `--link` needs 5.0 kB."),
        (Room(2_000_000, 1_000_000, 2_000_000), "The version needs 2.0 MB, 1.0 MB free."),
        (Room(1_000_000, 2_000_000, 0), "The version needs 1.0 MB, 2.0 MB free."),
    ],
)
def test_it_is_said_in_words(found, sentence):
    assert found.sentence() == sentence
    assert found.matters and not replace(found, free=10**12).matters


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9_950, "10 kB"),
        (84_000_000_001, "85 GB"),
        (10**18, "1000 PB"),
    ],
)
def test_amounts(count, text):
    assert in_words(count) == text


def test_where_nothing_can_be_tried_the_worst_is_reckoned(made, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(disk_space.tempfile, "mkdtemp", refuse)
    found = reckon(wants(made), tmp_path / "v1", Freezer(link=True))
    assert found.needed == found.by_links > 0


def test_on_windows_read_only_files_are_synced_and_removed(made, tmp_path, monkeypatch):
    unlink, opened = os.unlink, Path.open

    def writable(file, dir_fd=None):
        return bool(os.stat(file, dir_fd=dir_fd).st_mode & 0o200)

    def windows_unlink(file, *, dir_fd=None):
        if not writable(file, dir_fd):
            raise PermissionError(errno.EACCES, "Access is denied")
        unlink(file, dir_fd=dir_fd)

    def windows_open(self, mode="r", *args, **more):
        if "+" in mode and self.exists() and not writable(self):
            raise PermissionError(errno.EACCES, "Access is denied")
        return opened(self, mode, *args, **more)

    monkeypatch.setattr(os, "unlink", windows_unlink)
    monkeypatch.setattr(Path, "open", windows_open)
    written = write(made, tmp_path / "v1")
    with monkeypatch.context() as patch:
        patch.setattr(atomic_folder.sys, "platform", "win32")
        patch.setattr(durable_files, "WINDOWS", True)
        atomic_folder.sync(written.folder)
        modes = {stat.S_IMODE((tmp_path / "v1" / r.file).stat().st_mode) & 0o222 for r in written.records}
        assert modes == {0}
        remove_tree(written.folder)
    assert not written.folder.exists()
