"""Writing a version: whole or absent, the same bytes anywhere, and exactly what Ultralytics loads."""

import errno
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.datasets.pools import CLASSES, painted, painted_pool, pool
from tests.windows import WINDOWS
from verify_app.core.errors import UsageError, UserError
from verify_app.core.receipt.receipt import parse_receipt
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.compose import UNUSABLE, plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version import atomic_folder, write_version
from verify_app.datasets.version.verify import verify_version
from verify_app.datasets.version.write_version import readable, receipt_of, records, write


@pytest.fixture
def made(tmp_path):
    return plan(survey(painted_pool(tmp_path / "in")), Policy())


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def beside(out: Path) -> list[str]:
    return sorted(p.name for p in out.parent.iterdir() if p.name != "in")


def test_a_written_version_is_what_its_receipt_says(made, tmp_path):
    written = write(made, tmp_path / "v1")
    assert verify_version(tmp_path / "v1").problems == []
    assert parse_receipt((tmp_path / "v1" / "receipt.json").read_bytes()) == written.receipt
    assert written.receipt == receipt_of(made, records(made)) and beside(tmp_path / "v1") == ["v1"]
    held = tree(tmp_path / "v1")
    assert len([name for name in held if name.startswith("images/")]) == len(made.members)
    assert all(name.isascii() for name in held)
    assert str(tmp_path).encode() not in b"".join(v for k, v in held.items() if not k.startswith("images/"))


def test_the_same_bytes_whatever_the_order_place_or_time_of_the_input(tmp_path):
    found = painted_pool(tmp_path / "in")
    write(plan(survey(found), Policy()), tmp_path / "v1")
    shutil.copytree(tmp_path / "in", tmp_path / "moved" / "in")
    moved = [replace(c, file=tmp_path / "moved" / "in" / c.file.name) for c in reversed(found.candidates)]
    write(plan(survey(pool(moved)), Policy()), tmp_path / "v2")
    assert tree(tmp_path / "v1") == tree(tmp_path / "v2")


def test_an_image_changed_after_the_survey_stops_the_export(made, tmp_path):
    file = made.members[0].candidate.file
    file.write_bytes(file.read_bytes() + b"!")
    with pytest.raises(UserError, match=r"changed while the version was written\. Nothing was written"):
        write(made, tmp_path / "v1")
    assert beside(tmp_path / "v1") == []


def test_without_a_survey_files_are_read_at_writing(tmp_path):
    bare = plan(painted_pool(tmp_path / "in"), Policy())
    write(bare, tmp_path / "v1")
    assert verify_version(tmp_path / "v1").sound
    file = bare.members[0].candidate.file
    file.write_bytes(file.read_bytes() + b"!")
    with pytest.raises(UserError, match="has changed since it was last looked at"):
        write(bare, tmp_path / "v2")
    file.unlink()
    with pytest.raises(UserError, match="missing"):
        write(bare, tmp_path / "v2")
    assert beside(tmp_path / "v2") == ["v1"]


def test_the_survey_finds_what_the_record_cannot_know(tmp_path):
    found = list(painted_pool(tmp_path / "in").candidates)
    gif = painted(tmp_path / "in", "film", 1, suffix=".gif", rv=True)
    gif.file.rename(gif.file.with_suffix(".png"))
    found.append(replace(gif, file=gif.file.with_suffix(".png"), image="src/film.png"))
    found.append(replace(painted(tmp_path / "in", "gone", 2, rv=True)))
    found[-1].file.unlink()
    found.append(painted(tmp_path / "in", "changed", 3, rv=True))
    found[-1].file.write_bytes(b"text")
    found.append(painted(tmp_path / "in", "small", 4, rv=True, size=(40, 32)))
    made = plan(survey(pool(found)), Policy())
    out = {x.image: x.why for x in made.left_out if x.reason == UNUSABLE}
    assert set(out) == {"src/film.png", "src/gone.png", "src/changed.png"}
    assert "GIF" in out["src/film.png"] and "missing" in out["src/gone.png"] and "changed" in out["src/changed.png"]
    write(made, tmp_path / "v1")
    assert verify_version(tmp_path / "v1").sound


@pytest.mark.parametrize(
    "there",
    [
        "file",
        "full folder",
        pytest.param("link", marks=pytest.mark.skipif(WINDOWS, reason="links need rights on Windows")),
    ],
)
def test_what_is_there_is_never_overwritten(made, tmp_path, there):
    out = tmp_path / "v1"
    if there == "file":
        out.write_text("mine")
    elif there == "link":
        out.symlink_to(tmp_path / "in")
    else:
        out.mkdir()
        (out / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not an empty folder"):
        write(made, out)
    assert beside(out) == ["v1"] and (out.is_file() or any(out.iterdir()))


def test_an_empty_folder_and_missing_parents_will_do(made, tmp_path):
    (tmp_path / "v1").mkdir()
    write(made, tmp_path / "v1")
    write(made, tmp_path / "a" / "b" / "v2")
    assert verify_version(tmp_path / "v1").digest == verify_version(tmp_path / "a" / "b" / "v2").digest


@pytest.mark.parametrize(("where", "name"), [(Path, "write_bytes"), (atomic_folder, "sync"), (Path, "rename")])
def test_a_full_disk_leaves_nothing_but_one_sentence(made, tmp_path, monkeypatch, where, name):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(where, name, full)
    with pytest.raises(UserError, match=r"cannot be written \(no space left on device\); nothing is left there"):
        write(made, tmp_path / "new" / "v1")
    assert beside(tmp_path / "v1") == []


@pytest.mark.skipif(sys.platform != "linux", reason="a file size limit stands in for a full disk")
def test_a_disk_that_really_refuses_bytes(made, tmp_path):
    import resource  # not there on Windows
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, before[1]))  # receipt-images.jsonl is longer
    try:
        with pytest.raises(UserError, match="file too large"):
            write(made, tmp_path / "v1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert beside(tmp_path / "v1") == []


def test_leftovers_of_a_killed_run_are_removed_but_not_those_of_a_living_one(made, tmp_path):
    dead = tmp_path / f".old{atomic_folder.PARTIAL}"
    (dead / "images").mkdir(parents=True)
    (tmp_path / f".gone{atomic_folder.LOCK}").touch()
    with atomic_folder.staged(tmp_path / "living") as living:
        write(made, tmp_path / "v1")
        assert not dead.exists() and living.is_dir()
        with pytest.raises(UserError, match="being written by another run"):
            write(made, tmp_path / "living")
        assert living.is_dir()
    assert beside(tmp_path / "v1") == ["living", "v1"]


def test_where_syncfs_is_missing_every_file_is_synced(made, tmp_path, monkeypatch):
    synced = []
    real = os.fsync
    monkeypatch.setattr(atomic_folder, "_syncfs", lambda _: False)
    monkeypatch.setattr(os, "fsync", lambda fd: (synced.append(fd), real(fd)))
    write(made, tmp_path / "v1")
    files = len(tree(tmp_path / "v1"))
    assert len(synced) >= (files if WINDOWS else files + 2)  # it has no handle of a folder to flush


@pytest.mark.parametrize(
    ("stem", "name"),
    [("part 1", "part_1"), ("Café", "Cafe"), ("画像", "image"), ("..", "image"), ("a\nb", "a_b"), ("x" * 99, "x" * 40)],
)
def test_names_are_readable_ascii(stem, name):
    assert readable(stem) == name


def test_names_stay_apart_when_digests_begin_alike(tmp_path, monkeypatch):
    monkeypatch.setattr(write_version, "_DIGITS", 0)
    one, two = (painted(tmp_path / sub, "Same" if sub == "a" else "same", i, rv=True) for i, sub in enumerate("ab"))
    made = plan(survey(pool([one, replace(two, image="b/same.png")])), Policy())
    written = write(made, tmp_path / "v1")
    stems = {Path(r.file).stem.lower() for r in written.records}
    assert len(stems) == 2 and verify_version(tmp_path / "v1").sound


def test_ultralytics_loads_exactly_what_is_counted(made, tmp_path, monkeypatch):
    monkeypatch.setenv("YOLO_OFFLINE", "1")
    monkeypatch.setenv("YOLO_AUTOINSTALL", "0")
    monkeypatch.setenv("YOLO_CONFIG_DIR", str(tmp_path / "config"))
    from ultralytics.data.dataset import YOLODataset  # four seconds
    from ultralytics.data.utils import check_det_dataset

    written = write(made, tmp_path / "v1")
    (tmp_path / "deep").mkdir()
    moved = (tmp_path / "v1").rename(tmp_path / "deep" / "v1 moved")  # wherever it lies
    monkeypatch.chdir(tmp_path / "in")
    data = check_det_dataset(str(moved / "data.yaml"), autodownload=False)
    assert tuple(data["names"].values()) == CLASSES
    for split in (Split.TRAIN, Split.VAL, Split.TEST):
        loaded = YOLODataset(img_path=data[split.value], data=data, task="detect", augment=False, imgsz=64)
        cache = next((moved / "labels").glob(f"{split}*.cache"), None)
        mine = [r for r in written.records if r.split is split]
        assert len(loaded.labels) == len(mine) == made.count(split)
        by_file = {Path(x["im_file"]).name: x for x in loaded.labels}
        for record in mine:
            label = by_file[Path(record.file).name]
            assert sorted(label["cls"].reshape(-1).astype(int).tolist()) == [x.index for x in record.labels]
            assert label["shape"] == (record.height, record.width)
        if cache:
            cache.unlink()
    assert verify_version(moved).sound
