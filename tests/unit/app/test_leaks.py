"""From files to splits: near-duplicates and named groups stay together, over exports and whatever comes later."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image

from tests import scenery
from tests.unit.app.test_export import verify
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.imports.files import add_images
from verify_app.app.project.create import create_project
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.app.training import gold_pool
from verify_app.core.progress import silent
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.version.gold_set import write_gold
from verify_app.datasets.version.verify import verify_version
from verify_app.storage.queries.groups import PATTERN


def picture(file: Path, scene: int, touch: int = 0) -> None:
    """A picture with large shapes; the same scene looks the same, `touch` changes a corner."""
    file.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(scene).integers(0, 255, (6, 6, 3), dtype=np.uint8)
    image = Image.fromarray(noise).resize((200, 100), Image.Resampling.BICUBIC)
    image.putpixel((0, 0), (touch, 255 - touch, 0))
    image.save(file)


def project(tmp_path: Path, scenes: list[int]) -> Session:
    """One verified picture of each scene given, touched otherwise each time."""
    create_project(tmp_path / "project", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(tmp_path / "project", "ann")
    more(session, tmp_path, scenes, 0)
    return session


def more(session: Session, tmp_path: Path, scenes: list[int], first: int) -> None:
    for number, scene in enumerate(scenes, start=first):
        picture(tmp_path / "photos" / f"cam{scene}_{number:03}.png", scene, number)
    add_images(session, [tmp_path / "photos"], Origin.REAL)
    ids = range(first + 1, first + 1 + len(scenes))
    scenery.run(session, {i: [(1, (5, 5, 45, 45), 0.9)] for i in ids})
    for image_id in ids:
        verify(session, image_id)


def splits(session: Session, done) -> dict[str, set[Split]]:
    found: dict[str, set[Split]] = {}
    for member in done.plan.members:
        scene = member.candidate.image.split("/")[1].split("_")[0]
        found.setdefault(scene, set()).add(member.split)
    return found


def test_near_duplicates_share_a_split_for_ever(tmp_path: Path) -> None:
    session = project(tmp_path, [scene for scene in range(12) for _ in range(2)])
    preview(session, ExportOptions())
    assert session.project.read.one("SELECT count(*) FROM assignment") == 0
    first = export(session, tmp_path / "v1", ExportOptions())
    before = splits(session, first)
    assert len(before) == 12 and all(len(found) == 1 for found in before.values())
    assert {Split.TRAIN, Split.VAL} <= set().union(*before.values())
    more(session, tmp_path, list(range(12)), 24)
    for seed in (0, 1):
        second = export(session, tmp_path / f"v{seed + 2}", ExportOptions(seed=seed))
        assert splits(session, second) == before
    found = verify_version(second.folder)
    assert found.problems == [] and len({i.group for i in found.images}) == 12


def test_an_image_that_is_no_candidate_now_still_draws_its_likes(tmp_path: Path) -> None:
    session = project(tmp_path, list(range(12)))
    done = export(session, tmp_path / "v1", ExportOptions())
    held = next(m for m in done.plan.members if m.split is Split.VAL)
    scene = int(held.candidate.image.split("/cam")[1].split("_")[0])
    actions.flag(session, scene + 1, "unsure")
    more(session, tmp_path, [scene], 12)
    more(session, tmp_path, [40, 41, 42, 43], 13)
    made = preview(session, ExportOptions())
    new = next(m for m in made.members if m.candidate.image.endswith(f"cam{scene}_012.png"))
    assert new.split is Split.VAL


def test_no_model_is_measured_on_what_looks_like_or_belongs_to_what_was_trained_on(tmp_path: Path) -> None:
    session = project(tmp_path, list(range(12)))
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", PATTERN, {"value": json.dumps(r"cam(\d+)_\d+\.png")})
    done = export(session, tmp_path / "v1", ExportOptions())
    trained = [m.candidate for m in done.plan.members if m.split is Split.TRAIN]
    more(session, tmp_path, [50], 12)  # like nothing that was trained on
    with Image.open(trained[0].file) as picture_of_it:
        turned = picture_of_it.transpose(Image.Transpose.ROTATE_90)
    turned.save(tmp_path / "photos" / "turned.png")
    picture(tmp_path / "photos" / f"{trained[1].file.name.split('_')[0]}_900.png", 70)  # another frame of a scene
    add_images(session, [tmp_path / "photos"], Origin.REAL)
    for image_id in (14, 15):
        scenery.run(session, {image_id: [(1, (5, 5, 45, 45), 0.9)]})
        verify(session, image_id)
    actions.set_gold(session, [13, 14, 15])
    for cache in (session.folder / "cache").glob("looks*"):
        cache.unlink()
    images, out = write_gold(gold_pool(session, silent), tmp_path / "gold")
    assert images == 1 == len(list((tmp_path / "gold/images/gold").iterdir()))
    assert {x.image.rpartition("/")[2] for x in out} == {f"{look(session, i).file.name}" for i in (14, 15)}
    assert {x.reason for x in out} == {"leak"}
    assert all(any(t.image in x.why for t in trained) for x in out)


def test_files_named_alike_share_a_split(tmp_path: Path) -> None:
    session = project(tmp_path, list(range(20)))
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", PATTERN, {"value": json.dumps(r"cam\d+_0(\d)\d\.png")})
    done = export(session, tmp_path / "v1", ExportOptions())
    by_name: dict[str, set[Split]] = {}
    for member in done.plan.members:
        by_name.setdefault(member.candidate.image[-6], set()).add(member.split)
    assert set(by_name) == {"0", "1"} and all(len(found) == 1 for found in by_name.values())
    assert verify_version(done.folder).problems == []
