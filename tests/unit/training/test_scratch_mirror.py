"""The scratch copy that Ultralytics reads in the version's place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tests.windows import WINDOWS
from verify_app.core.errors import UserError
from verify_app.core.progress import Progress
from verify_app.training.scratch_mirror import Pair, mirror


@pytest.fixture
def pairs(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    made = []
    for name in ("a b.jpg", "日本.png", "it's.jpg"):
        Image.new("RGB", (16, 16), (9, 9, 9)).save(source / name)
        label = (source / name).with_suffix(".txt")
        label.write_text("0 0.5 0.5 0.1 0.1\n")
        made.append(Pair(f"sub/{name}" if "日" in name else name, source / name, label))
    return made


def listed(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_it_holds_the_pairs_and_a_description_and_goes_away(pairs, tmp_path):
    room = tmp_path / "mirror"
    with mirror({"train": pairs, "val": pairs[:1]}, room, names=["ж", "yes"]) as data:
        assert listed(room) == sorted(
            ["data.yaml", "images/val/a b.jpg", "labels/val/a b.txt"]
            + [f"images/train/{p.name}" for p in pairs]
            + [f"labels/train/{Path(p.name).with_suffix('.txt').as_posix()}" for p in pairs]
        )
        text = yaml.safe_load(data.read_text())
        assert text["path"] == str(room) and Path(text["path"]).is_absolute()
        assert text["names"] == {0: "ж", 1: "yes"}
        assert (text["train"], text["val"]) == ("images/train", "images/val")
        assert not any(p.is_symlink() for p in room.rglob("*"))
        assert (room / "images/train/a b.jpg").samefile(pairs[0].image)
    assert not room.exists() and pairs[0].image.exists()


def test_what_a_killed_run_left_is_gone(pairs, tmp_path):
    room = tmp_path / "mirror"
    (room / "labels").mkdir(parents=True)
    (room / "labels" / "train.cache").write_text("stale")
    with mirror({"train": pairs}, room, names=["a"]):
        assert not (room / "labels" / "train.cache").exists()


def test_a_badly_ending_jpeg_is_copied_so_that_a_repair_in_place_cannot_reach_it(pairs, tmp_path):
    pairs[0].image.write_bytes(pairs[0].image.read_bytes() + b"notes")
    before = pairs[0].image.read_bytes()
    with mirror({"train": pairs}, tmp_path / "mirror", names=["a"]):
        copy = tmp_path / "mirror/images/train/a b.jpg"
        assert not copy.samefile(pairs[0].image) and copy.read_bytes() == before
        copy.write_bytes(b"repaired")
    assert pairs[0].image.read_bytes() == before


def test_and_so_is_one_under_another_name_since_the_trainer_goes_by_its_bytes(pairs, tmp_path):
    odd = tmp_path / "source" / "photo.png"
    odd.write_bytes(pairs[0].image.read_bytes() + b"notes")
    with mirror({"train": [Pair("photo.png", odd, None)]}, tmp_path / "mirror", names=["a"]):
        assert not (tmp_path / "mirror/images/train/photo.png").samefile(odd)


def test_a_read_only_image_is_linked_and_what_is_copied_can_be_repaired(pairs, tmp_path):
    for pair in pairs:
        pair.image.write_bytes(pair.image.read_bytes() + (b"notes" if pair is pairs[0] else b""))
        pair.image.chmod(0o444)
    with mirror({"train": pairs}, tmp_path / "mirror", names=["a"]):
        images = [tmp_path / "mirror/images/train" / pair.name for pair in pairs]
        assert [image.samefile(pair.image) for image, pair in zip(images, pairs, strict=True)] == [False, True, True]
        assert images[0].stat().st_mode & 0o200
    assert not (tmp_path / "mirror").exists()
    # Windows removes no read-only file, and hard links share what makes them so
    assert WINDOWS or all(not p.image.stat().st_mode & 0o222 for p in pairs)


def test_files_are_copied_where_links_are_impossible(pairs, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    with mirror({"train": pairs}, tmp_path / "mirror", names=["a"]):
        copy = tmp_path / "mirror/images/train/it's.jpg"
        assert not copy.samefile(pairs[2].image) and copy.read_bytes() == pairs[2].image.read_bytes()


def test_a_link_is_followed_not_linked(pairs, tmp_path):
    link = tmp_path / "link.jpg"
    link.symlink_to(pairs[0].image)
    with mirror({"train": [Pair("x.jpg", link, None)]}, tmp_path / "mirror", names=["a"]):
        assert not (tmp_path / "mirror/images/train/x.jpg").is_symlink()


def test_it_goes_away_after_an_error_too(pairs, tmp_path):
    with pytest.raises(ZeroDivisionError), mirror({"train": pairs}, tmp_path / "mirror", names=["a"]):
        raise ZeroDivisionError
    assert not (tmp_path / "mirror").exists()


def test_a_missing_file_is_one_sentence_and_leaves_nothing(pairs, tmp_path):
    pairs[1].image.unlink()
    with pytest.raises(UserError, match="scratch copy"), mirror({"train": pairs}, tmp_path / "mirror", names=["a"]):
        pass
    assert not (tmp_path / "mirror").exists()


def test_it_reports(pairs, tmp_path):
    told: list[Progress] = []
    with mirror({"train": pairs}, tmp_path / "mirror", names=["a"], job="evaluate", report=told.append):
        pass
    assert told and told[0].job == "evaluate" and "0 of 3" in told[0].text
