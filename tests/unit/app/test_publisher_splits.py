"""What publishers state of splits is kept and used: their test images never land in train, their train stays train."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import scenery
from tests.benchmarks.sim_splits import scene
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.publisher_splits import split_again
from verify_app.app.review import actions
from verify_app.app.review.image_view import read_image
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import PolicyError, UserError
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.composition.compose import LEAK, STATED
from verify_app.storage.queries import publisher_splits

OPTIONS = ExportOptions(yes=True, split="80/20")
PARTS = {"train": 8, "val": 4, "test": 3}
LINE = "1 0.5 0.5 0.2 0.2\n"


def published(folder: Path, *, parts: dict[str, int] = PARTS, yaml: bool = True) -> Path:
    """A YOLO dataset with parts; each picture another scene."""
    from random import Random

    number = 0
    for part, count in parts.items():
        for _ in range(count):
            number += 1
            file = folder / "images" / part / f"{number:03}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            scene(Random(number)).resize((160, 120)).save(file)
            label = folder / "labels" / part / f"{number:03}.txt"
            label.parent.mkdir(parents=True, exist_ok=True)
            label.write_text(LINE)
    if yaml:
        lines = [f"{part}: images/{part}" for part in parts] + ["names: [bolt, nut, gear]"]
        (folder / "data.yaml").write_text("\n".join(lines))
    return folder


def stated(session: Session) -> dict[str, str]:
    read = session.project.read
    names = {r[0]: r[1] for r in read.rows("SELECT id, path FROM image")}
    return {names[i].rsplit("/")[-1]: split for i, split in publisher_splits.binding(read).items()}


def by_part(made) -> dict[str, set[Split]]:
    found: dict[str, set[Split]] = {}
    for m in made.members:
        found.setdefault(m.candidate.file.parent.name, set()).add(m.split)
    return found


def test_a_public_sets_test_images_never_land_in_train(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    add(session, [published(tmp_path / "set")], AddOptions(Origin.REAL, labels="yolo"))
    for number in range(10):  # one's own, verified
        scenery.picture(tmp_path / "own" / f"{number}.png", number, (90, 60))
    for image_id in add(session, [tmp_path / "own"], AddOptions(Origin.REAL)).images:
        actions.draw(session, image_id, (1, Box(5, 5, 45, 45)))
        actions.complete(session, read_image(session.project.read, image_id), 0.25)
    made = preview(session, OPTIONS)
    assert by_part(made)["train"] == {Split.TRAIN} and by_part(made).keys() == {"train", "own"}
    assert {x.reason for x in made.left_out} == {STATED} and len(made.left_out) == 7
    assert "Publisher's val, not verified: 4 left out; verify or attest them, or `verify-app source" in made.notes[1]
    assert "Publisher's test, not verified: 3 left out" in made.notes[0]
    assert list(session.project.problems()) == []


def test_attested_ones_go_where_they_were_put_and_the_ratio_holds_for_the_rest(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    add(session, [published(tmp_path / "set")], AddOptions(Origin.REAL, labels="yolo", attest="ann"))
    (tmp_path / "own").mkdir()
    from random import Random

    for number in range(20):
        scene(Random(900 + number)).save(tmp_path / "own" / f"{number}.png")
    for image_id in add(session, [tmp_path / "own"], AddOptions(Origin.REAL)).images:
        actions.draw(session, image_id, (2, Box(5, 5, 45, 45)))
        actions.complete(session, read_image(session.project.read, image_id), 0.25)
    done = export(session, tmp_path / "v1", OPTIONS)
    found = by_part(done.plan)
    assert (found["train"], found["val"], found["test"]) == ({Split.TRAIN}, {Split.VAL}, {Split.TEST})
    own = [m.split for m in done.plan.members if m.candidate.file.parent.name == "own"]
    assert (own.count(Split.TRAIN), own.count(Split.VAL)) == (16, 4)
    (source, _) = session.project.read.sources()
    with pytest.raises(UserError, match="set was exported before"):
        split_again(session, source.id)
    assert list(session.project.problems()) == []


def test_split_again_shares_them_out_anew_before_the_first_export(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    add(session, [published(tmp_path / "set")], AddOptions(Origin.REAL, labels="yolo", attest="ann"))
    folder = str(session.folder)
    session.close()
    assert run(["source", "split-again", folder, "set", "--by", "ann"]) == 0
    session = Session.open(session.folder, "ann")
    assert stated(session) == {}
    made = preview(session, ExportOptions(yes=True, split="50/50"))
    assert not any(x.reason == STATED for x in made.left_out) and Split.TEST not in {m.split for m in made.members}
    assert session.project.read.one("SELECT count(*) FROM event WHERE op = 'split_again' AND actor = 'ann'") == 1
    assert list(session.project.problems()) == []


def test_nothing_stated_cannot_be_put_aside(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    with pytest.raises(UserError, match="Nothing states the splits of photos"):
        split_again(session, 1)


def test_alike_images_in_two_parts_do_not_leak(tmp_path: Path) -> None:
    folder = published(tmp_path / "set")
    shutil.copy(folder / "images/train/001.png", folder / "images/val/009.png")
    data = bytearray((folder / "images/val/009.png").read_bytes())
    (folder / "images/val/009.png").write_bytes(bytes(data) + b"\0")  # other bytes, the same look
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL, labels="yolo", attest="ann"))
    made = preview(session, OPTIONS)
    (out,) = made.left_out
    assert out.reason == LEAK and out.image == "set/images/val/009.png" and "images/train/001.png" in out.why


def test_what_is_assigned_goes_before_what_is_stated(tmp_path: Path) -> None:
    """A publisher's train image that looks like one of ours in val: it is in neither."""
    session = scenery.project(tmp_path, images=0)
    add(session, [published(tmp_path / "ours")], AddOptions(Origin.REAL, labels="yolo", attest="ann"))
    export(session, tmp_path / "v1", OPTIONS)
    theirs = published(tmp_path / "theirs", parts={"train": 3, "val": 2})
    shutil.copy(tmp_path / "ours/images/val/009.png", theirs / "images/train/001.png")
    with (theirs / "images/train/001.png").open("ab") as more:
        more.write(b"\0")
    add(session, [theirs], AddOptions(Origin.REAL, labels="yolo", attest="ann"))
    made = preview(session, OPTIONS)
    assert next(x for x in made.left_out if x.image == "theirs/images/train/001.png").reason == LEAK


@pytest.mark.parametrize("form", ["ndjson", "cvat", "coco"])
def test_other_formats_state_them_too(tmp_path: Path, form: str) -> None:
    folder = published(tmp_path / "set", yaml=False)
    files = sorted((folder / "images").glob("*/*.png"))
    part = {file.name: file.parent.name for file in files}
    if form == "ndjson":
        rows = [{"type": "dataset", "task": "detect", "class_names": {"0": "bolt"}}]
        rows += [
            {"type": "image", "file": f"images/{f.parent.name}/{f.name}", "width": 160, "height": 120}
            | {"split": f.parent.name, "annotations": {"boxes": [[0, 0.5, 0.5, 0.1, 0.1]]}}
            for f in files
        ]
        (folder / "set.ndjson").write_text("\n".join(map(json.dumps, rows)))
    elif form == "cvat":
        images = "".join(
            f'<image id="{i}" name="{f.name}" subset="{f.parent.name.title()}" width="160" height="120">'
            '<box label="bolt" xtl="1" ytl="2" xbr="9" ybr="9"/></image>'
            for i, f in enumerate(files)
        )
        (folder / "set.xml").write_text(f"<annotations><version>1.1</version>{images}</annotations>")
    else:
        images = [
            {"id": i, "file_name": f"{f.parent.name}/{f.name}", "width": 160, "height": 120}
            for i, f in enumerate(files)
        ]
        boxes = [{"id": i, "image_id": i, "category_id": 1, "bbox": [1, 2, 5, 6]} for i in range(len(files))]
        whole = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "bolt"}]}
        (folder / "set.json").write_text(json.dumps(whole))
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL, labels=form))
    assert stated(session) == part
    before = session.project.read.one("SELECT count(*) FROM stated_split")
    add(session, [folder], AddOptions(Origin.REAL, labels=form))
    assert session.project.read.one("SELECT count(*) FROM stated_split") == before
    assert list(session.project.problems()) == []


@pytest.mark.parametrize(("folders", "says"), [(("train", "valid"), True), (("cat", "test"), False)])
def test_only_layouts_of_parts_say_anything(tmp_path: Path, folders: tuple[str, str], says: bool) -> None:
    for place, folder in enumerate(folders):
        for number in range(2):
            name = f"bolt/{number}.png" if says else f"{number}.png"
            scenery.picture(tmp_path / "set" / folder / name, 10 * place + number, (60, 60))
    session = scenery.project(tmp_path, images=0, task="classify")
    options = AddOptions(Origin.REAL, labels="yolo", mapping=dict.fromkeys(folders, "bolt"))
    if says:
        options = AddOptions(Origin.REAL, labels="yolo")
    add(session, [tmp_path / "set"], options)
    found = publisher_splits.binding(session.project.read)
    assert sorted(found.values()) == (["train", "train", "val", "val"] if says else [])


@pytest.mark.parametrize("form", ["yolo", "ndjson", "darknet"])
def test_a_file_that_knows_no_other_part_than_train_says_nothing(tmp_path: Path, form: str) -> None:
    folder = published(tmp_path / "set", parts={"pictures": 6}, yaml=False)
    files = sorted((folder / "images/pictures").glob("*.png"))
    if form == "yolo":
        (folder / "data.yaml").write_text("train: images\nnames: [bolt, nut, gear]\n")
    elif form == "darknet":
        (folder / "obj.names").write_text("bolt\nnut\ngear\n")
        (folder / "train.txt").write_text("".join(f"images/pictures/{f.name}\n" for f in files))
        (folder / "obj.data").write_text("classes = 3\ntrain = train.txt\nnames = obj.names\n")
    else:
        rows = [{"type": "dataset", "task": "detect", "class_names": {"0": "bolt"}}]
        rows += [
            {"type": "image", "file": f"images/pictures/{f.name}", "width": 160, "height": 120}
            | {"split": "train", "annotations": {"boxes": [[0, 0.5, 0.5, 0.1, 0.1]]}}
            for f in files
        ]
        (folder / "set.ndjson").write_text("\n".join(map(json.dumps, rows)))
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL, labels="yolo" if form == "darknet" else form, attest="ann"))
    assert stated(session) == {}
    made = preview(session, OPTIONS)
    assert {made.count(split) > 0 for split in (Split.TRAIN, Split.VAL)} == {True}


def test_what_publishers_left_no_room_for_names_the_way_out(tmp_path: Path) -> None:
    folder = published(tmp_path / "set", parts={"train": 6, "val": 2})
    shutil.rmtree(folder / "images/val")
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL, labels="yolo", attest="ann"))
    assert set(stated(session).values()) == {"train"}
    with pytest.raises(PolicyError, match="publisher of set states; `verify-app source split-again`"):
        preview(session, OPTIONS)
    split_again(session, 1)
    preview(session, OPTIONS)


def test_two_statements_of_one_image_say_nothing(tmp_path: Path) -> None:
    folder = published(tmp_path / "set", parts={"train": 4, "val": 2}, yaml=False)
    (folder / "data.yaml").write_text(
        "train: images/train\nval: images/train\ntest: val.txt\nnames: [bolt, nut, gear]\n"
    )
    (folder / "val.txt").write_text("./images/val/005.png\nimages/val/006.png\n")
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL, labels="yolo"))
    assert stated(session) == {"005.png": "test", "006.png": "test"}
