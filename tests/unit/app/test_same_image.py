"""A split follows the image: its bytes, then its look whichever way round it lies, then its place; cache/ or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests import scenery
from tests.benchmarks.sim_splits import Shelf, scene, simulate
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.review import actions
from verify_app.core.vocabulary import Split
from verify_app.storage.queries.assigned_splits import PLAIN

OPTIONS = ExportOptions(yes=True, split="50/30/20")


def test_random_edits_change_no_split(tmp_path: Path) -> None:
    found = simulate(tmp_path, pictures=30, edits=60, batches=3, seed=3)
    assert found["changed"] == 0 and found["versions"] == 4 and found["record_is_sound"]
    assert found["never_exported"] == 0 and min(found["of_each"].values()) > 0


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Twenty pictures, two of them plain, exported once."""
    from random import Random

    made = Shelf(tmp_path / "photos", scenery.project(tmp_path, images=0), Random(0))
    made.fill(18)
    for number in (18, 19):
        made.files[number] = f"a/plain{number}.png"
        made.plain.add(number)
        Image.new("RGB", (60, 40), (number * 9, 40, 200)).save(made.root / made.files[number])
    made.take_in()
    made.check(export(made.session, tmp_path / "v0", OPTIONS))
    return made


def again(shelf: Shelf) -> dict[str, Split]:
    shelf.take_in()
    made = preview(shelf.session, OPTIONS)
    shelf.check(export(shelf.session, shelf.root.with_name("next"), OPTIONS))
    assert not shelf.changed
    return {m.candidate.image.removeprefix("photos/"): m.split for m in made.members}


def in_split(shelf: Shelf, split: Split, *, plain: bool = False) -> int:
    return next(n for n, found in shelf.split.items() if found is split and (n in shelf.plain) is plain)


def test_look_and_place_are_written_with_the_assignment(shelf: Shelf) -> None:
    rows = [tuple(r) for r in shelf.session.project.read.rows("SELECT look, place FROM assignment")]
    assert len(rows) == 20 and {place for _, place in rows} == {f"1/{name}" for name in shelf.files.values()}
    assert sum(look == PLAIN for look, _ in rows) == 2 and all(look == PLAIN or len(look) == 16 for look, _ in rows)


def test_turned_moved_and_without_a_cache_it_stays_where_it_was(shelf: Shelf) -> None:
    number = in_split(shelf, Split.VAL)
    shelf._save(number, Image.Transpose.ROTATE_90, 60)
    shelf.move(number)
    shelf.forget(number)
    assert again(shelf)[shelf.files[number]] is Split.VAL


def test_what_was_trained_on_never_becomes_evaluation(shelf: Shelf) -> None:
    number = in_split(shelf, Split.TRAIN)
    shelf._save(number, Image.Transpose.TRANSVERSE, 70)
    shelf.move(number)
    shelf.take_in()
    image_id = shelf.session.project.read.image_id(1, shelf.files[number])
    actions.set_gold(shelf.session, [image_id])
    made = preview(shelf.session, OPTIONS)
    assert all(m.candidate.image != f"photos/{shelf.files[number]}" for m in made.members)
    (out,) = [x for x in made.left_out if x.image == f"photos/{shelf.files[number]}"]
    assert "gold" in out.why and "train" in out.why


def test_a_plain_picture_that_is_turned_follows_its_place(shelf: Shelf) -> None:
    """Also when it is reserved for gold meanwhile: it was trained on."""
    number = next(iter(shelf.plain))
    before = shelf.split[number]
    with Image.open(shelf.root / shelf.files[number]) as image:
        image.transpose(Image.Transpose.ROTATE_90).save(shelf.root / shelf.files[number])
    assert again(shelf)[shelf.files[number]] is before


def test_bytes_that_were_elsewhere_before_follow_no_place(shelf: Shelf) -> None:
    """A file that was never exported, put in the place of one that was: it is another image."""
    other = shelf.root / "a" / "other.png"
    Image.new("RGB", (60, 40), (250, 250, 0)).save(other)
    shelf.files[30] = "a/other.png"
    shelf.take_in()
    number = next(iter(shelf.plain))
    other.replace(shelf.root / shelf.files[number])
    read = shelf.session.project.read
    shelf.take_in()
    from verify_app.storage.queries.assigned_splits import earlier

    assert earlier(read) == {}
    Image.new("RGB", (60, 40), (1, 250, 0)).save(shelf.root / shelf.files[number])
    shelf.take_in()
    assert set(earlier(read)) == {read.image_id(1, shelf.files[number])}


def test_the_look_goes_before_the_place(shelf: Shelf) -> None:
    """Two pictures change names and are encoded anew: each follows its picture."""
    one, two = in_split(shelf, Split.TRAIN), in_split(shelf, Split.VAL)
    for number in (one, two):
        shelf._save(number, None, 55)
    a, b = shelf.files[one], shelf.files[two]
    (shelf.root / a).rename(shelf.root / "aside")
    (shelf.root / b).rename(shelf.root / a)
    (shelf.root / "aside").rename(shelf.root / b)
    shelf.files |= {one: b, two: a}
    found = again(shelf)
    assert found[a] is Split.VAL and found[b] is Split.TRAIN


def test_a_picture_that_looks_like_two_splits_stays_out_and_both_are_named(shelf: Shelf) -> None:
    """What has the look of val, and lies among files named like a training image."""
    import json

    from verify_app.storage.queries.groups import PATTERN

    val, train = in_split(shelf, Split.VAL), in_split(shelf, Split.TRAIN)
    name = Path(shelf.files[train]).stem
    with shelf.session.project.transact(shelf.session.actor, "setting") as tx:
        tx.put("setting", PATTERN, {"value": json.dumps(rf"({name}).*\.jpg")})
    shelf._save(val, Image.Transpose.ROTATE_180, 80)
    shelf._move(val, f"c/{name}-too.jpg")
    shelf.take_in()
    made = preview(shelf.session, OPTIONS)
    (out,) = [x for x in made.left_out if x.image == f"photos/{shelf.files[val]}"]
    assert out.reason == "leak" and shelf.files[train] in out.why and " val" in out.why


def test_an_older_project_gets_looks_and_places_at_its_next_export(shelf: Shelf) -> None:
    project = shelf.session.project
    gone, held = in_split(shelf, Split.TRAIN), in_split(shelf, Split.VAL)
    with project.transact(shelf.session.actor, "assign") as tx:  # as an older version left them
        for row in project.read.rows("SELECT key, split FROM assignment"):
            tx.put("assignment", row[0], {"split": row[1]})
    shutil.rmtree(shelf.session.folder / "cache")
    (shelf.root / shelf.files[gone]).unlink()
    image_id = project.read.image_id(1, shelf.files[held])
    actions.reopen(shelf.session, image_id)  # no candidate now, but its file is there
    preview(shelf.session, OPTIONS)
    assert project.read.one("SELECT count(*) FROM assignment WHERE look IS NOT NULL") == 0, "a dry run writes nothing"
    export(shelf.session, shelf.root.with_name("filled"), OPTIONS)
    lacking = [row[0] for row in project.read.rows("SELECT place FROM assignment WHERE look IS NULL")]
    assert lacking == [f"1/{shelf.files[gone]}"]
    assert list(project.problems()) == []
    shutil.rmtree(shelf.session.folder / "cache")
    shelf._save(held, Image.Transpose.ROTATE_90, 60)
    shelf.move(held)
    shelf.files.pop(gone)
    assert again(shelf)[shelf.files[held]] is Split.VAL


def test_turned_newcomers_share_a_split(tmp_path: Path) -> None:
    from random import Random

    shelf = Shelf(tmp_path / "photos", scenery.project(tmp_path, images=0), Random(1))
    for number in range(24):
        name = shelf.files[number] = f"{number:02}.png"
        shelf.root.mkdir(exist_ok=True)
        image = scene(Random(number // 2))
        (image.transpose(Image.Transpose.ROTATE_270) if number % 2 else image).save(shelf.root / name)
    shelf.take_in()
    done = export(shelf.session, tmp_path / "v0", OPTIONS)
    by_scene: dict[int, set[Split]] = {}
    for member in done.plan.members:
        by_scene.setdefault(int(member.candidate.image[-6:-4]) // 2, set()).add(member.split)
    assert len(by_scene) == 12 and all(len(found) == 1 for found in by_scene.values())


def test_no_two_pictures_of_the_sample_are_taken_for_one() -> None:
    from verify_app.datasets.files.hash_cache import look_of
    from verify_app.datasets.files.near_duplicates import near_pairs

    folder = Path(__file__).parents[3] / "resources" / "demo" / "images"
    looks = [look_of(file) for file in sorted(folder.glob("*/*"))]
    assert len(looks) == 48 and None not in looks
    assert near_pairs([look for look in looks if look is not None]) == []
