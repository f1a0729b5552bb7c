"""What belongs together stays in one split, whatever the order of the input; who would bridge two stays out, named."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.examples import examples
from tests.unit.datasets.pools import candidate, paint, pool, sha, synthetic, verified
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.composition.compose import EVALUATION, GOLD, LEAK, plan
from verify_app.datasets.composition.leak_groups import NEAR, Relative, families, near_pairs
from verify_app.datasets.composition.split import Newcomer, Ratio, assign
from verify_app.datasets.files import hash_cache
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.imaging.perceptual_hash import turned

RARE = 0xF0F0_1234_5678_9ABC


def flipped(value: int, *bits: int) -> int:
    for bit in bits:
        value ^= 1 << bit
    return value


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**64 - 1), max_size=12), st.lists(st.sets(st.integers(0, 63), max_size=6), max_size=12))
def test_near_pairs_are_all_there_are(values, changes):
    values += [flipped(values[i % len(values)], *bits) for i, bits in enumerate(changes) if values]
    every = sorted(set(values))
    assert near_pairs(values) == [(a, b) for a, b in combinations(every, 2) if apart(a, b) <= NEAR]


def orientations(look):
    """A hash turned in each way, bit by bit: the sign of an odd frequency changes when its axis is mirrored."""
    at = [[look >> (8 * u + v) & 1 for v in range(8)] for u in range(8)]
    for square in (at, [list(row) for row in zip(*at, strict=True)]):
        for across, down in product((0, 1), repeat=2):
            bits = [square[u][v] ^ (v & across) ^ (u & down) & 1 for u in range(8) for v in range(8)]
            yield sum((bit & 1) << place for place, bit in enumerate(bits))


def apart(a, b):
    return min((a ^ way).bit_count() for way in orientations(b))


@settings(deadline=None)
@given(st.integers(0, 2**64 - 1))
def test_a_turned_hash_is_turned_bit_by_bit(look):
    made = [int(way) for way in turned(np.array([look], dtype=np.uint64))[:, 0]]
    assert sorted(made) == sorted(orientations(look)) and len(made) == 8
    assert all(set(orientations(way)) == set(made) for way in made)


@pytest.mark.parametrize("turn", list(Image.Transpose))
def test_the_hash_of_a_turned_picture_is_the_turned_hash(tmp_path, turn):
    smooth(tmp_path / "a.png", 3)
    with Image.open(tmp_path / "a.png") as image:
        image.crop((0, 0, 96, 60)).save(tmp_path / "b.png")
        image.crop((0, 0, 96, 60)).transpose(turn).save(tmp_path / "c.png")
    one, other = (hash_cache.look_of(tmp_path / name) for name in ("b.png", "c.png"))
    assert apart(one, other) == 0 and one != other


def test_a_hundred_thousand_hashes_are_compared_quickly():
    rng = np.random.default_rng(0)
    values = [int(v) for v in rng.integers(0, 2**64, 100_000, dtype=np.uint64)]
    values += [flipped(v, 3, 17, 40, 63) for v in values[:50]]
    assert len(near_pairs(values)) >= 50


relatives = st.lists(
    st.builds(
        Relative,
        st.integers(0, 30).map(lambda i: sha(f"r{i}")),
        st.just("x"),
        st.sampled_from([None, None, RARE, flipped(RARE, 1, 2, 3), flipped(RARE, *range(1, 9)), 7]),
        st.sampled_from(["", "", "video:1", "name:a"]),
        st.sampled_from([None, None, None, *Split]),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda r: r.sha256,
)


@settings(max_examples=examples(400), deadline=None)
@given(relatives, st.randoms())
def test_groups_hold_together_and_lie_on_one_side(found, rng: random.Random):
    made = families(found)
    mixed = found[:]
    rng.shuffle(mixed)
    assert families(mixed) == made
    inside = [r for r in found if r.sha256 not in made.bridges]
    for a, b in combinations(inside, 2):
        near = a.look is not None and b.look is not None and apart(a.look, b.look) <= NEAR
        if near or (a.family and a.family == b.family):
            assert made.group[a.sha256] == made.group[b.sha256]
    for name in set(made.group.values()):
        splits = {r.split for r in inside if made.group.get(r.sha256) == name and r.split is not None}
        assert len(splits) <= 1
        assert made.side.get(name) is next(iter(splits), None)
    assert all(r.split in (None, *list(Split)[1:]) for r in found if r.sha256 in made.bridges)


def alike(name: str, *bits: int, **more):
    return replace(candidate(name, **more), look=flipped(RARE, *bits))


def where(made):
    return {m.candidate.image.removeprefix("src/").removesuffix(".png"): m.split for m in made.members}


def why(made):
    return {x.image.removeprefix("src/").removesuffix(".png"): x.reason for x in made.left_out}


@pytest.mark.parametrize("side", [Split.TRAIN, Split.VAL, Split.TEST])
def test_a_newcomer_follows_what_it_looks_like(side):
    old = alike("old", rv=True, split=side)
    found = [*verified(20), old, alike("new", 1, rv=True), alike("shop", 2, origin=Origin.SYNTHETIC)]
    made = plan(pool(found), Policy())
    assert where(made)["new"] is side
    assert made.assignments[sha("new")] is side
    assert (why(made) == {}) == (side is Split.TRAIN) and why(made).get("shop", LEAK) == LEAK


def test_a_newcomer_between_two_splits_stays_out_and_both_are_named():
    one = alike("one", rv=True, split=Split.TRAIN, trained=True)
    two = alike("two", *range(8), rv=True, split=Split.VAL)
    made = plan(pool([*verified(20), one, two, alike("between", 0, 1, 2, 3, rv=True)]), Policy())
    assert why(made) == {"between": LEAK} and where(made)["one"] is Split.TRAIN and where(made)["two"] is Split.VAL
    assert "src/one.png in train" in made.left_out[0].why and "src/two.png in val" in made.left_out[0].why


def test_of_standing_images_that_belong_together_the_trained_one_stays():
    found = [*verified(20), alike("t", rv=True, split=Split.TRAIN), alike("v", 1, rv=True, split=Split.VAL)]
    made = plan(pool(found), Policy())
    assert why(made) == {"v": LEAK} and where(made)["t"] is Split.TRAIN
    assert made.left_out[0].why == "It is for val, but belongs together with src/t.png, which is for train."


def test_what_was_trained_on_draws_its_likes_into_train():
    found = [*verified(20), alike("t", rv=True, trained=True), alike("n", 1, rv=True)]
    for seed in range(8):
        assert where(plan(pool(found), Policy(), seed=seed))["n"] is Split.TRAIN


def test_what_looks_like_gold_stays_out_of_train():
    found = [*verified(20), alike("g", rv=True, gold=True), alike("n", 1, rv=True)]
    made = plan(pool(found), Policy())
    assert why(made) == {"n": LEAK} and where(made)["g"] is Split.GOLD
    kin = Relative(sha("gone"), "src/gone.png", look=RARE, split=Split.GOLD)
    absent = plan(replace(pool([*verified(20), alike("n", 1, rv=True)]), kin=(kin,)), Policy())
    assert why(absent) == {"n": LEAK}
    assert GOLD != LEAK != EVALUATION


def test_frames_of_a_video_go_together_and_drag_no_unverified_frame_into_train():
    found = [replace(c, family=f"video:{i // 5}") for i, c in enumerate(verified(40))]
    found += [replace(c, family=f"video:{i}") for i, c in enumerate(synthetic(8))]
    for seed in range(6):
        made = plan(pool(found), Policy(), seed=seed)
        by_video = {}
        for m in made.members:
            by_video.setdefault(m.candidate.family, set()).add(m.split)
        assert all(len(splits) == 1 for splits in by_video.values())
        assert made.count(Split.VAL) and all(o.holds for o in made.outcomes)
        assert {x.reason for x in made.left_out} <= {LEAK}
        assert {m.group for m in made.members} and plan(pool(found[::-1]), Policy(), seed=seed) == made


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 6), st.booleans()), max_size=30), st.integers(0, 3))
def test_groups_are_never_torn_and_trained_ones_draw_theirs(rows, seed):
    crowd = [Newcomer(sha(f"c{i}"), bits, t, f"g{g}" if g < 5 else "") for i, (bits, g, t) in enumerate(rows)]
    found = assign(crowd, {}, Ratio(), seed=seed)
    assert assign(crowd[::-1], {}, Ratio(), seed=seed) == found
    for name in {n.group for n in crowd if n.group}:
        mine = [n for n in crowd if n.group == name]
        assert len({found[n.sha256] for n in mine}) == 1
        if any(n.trained for n in mine):
            assert found[mine[0].sha256] is Split.TRAIN
    units = {n.group or n.sha256 for n in crowd}
    if len(units) > 1 and not any(n.trained for n in crowd):
        assert set(found.values()) >= {Split.TRAIN, Split.VAL}


def test_splits_are_alike_in_sources_and_classes():
    crowd = [
        Newcomer(sha(f"{s}{c}{i}"), 1 << c, source=s)
        for s, many in (("north", 6), ("south", 3), ("west", 1))
        for c in range(2)
        for i in range(20 * many)
    ]
    for seed in range(5):
        found = assign(crowd, {}, Ratio(), seed=seed)
        val = [n for n in crowd if found[n.sha256] is Split.VAL]
        assert len(val) == 40
        for s, share in (("north", 24), ("south", 12), ("west", 4)):
            assert abs(sum(n.source == s for n in val) - share) <= 1
        assert abs(sum(n.classes == 1 for n in val) - 20) <= 1


def smooth(file: Path, seed: int, shift: int = 0) -> Path:
    """A picture with large shapes; the same seed looks the same, `shift` changes its bytes a little."""
    noise = np.random.default_rng(seed).integers(0, 255, (6, 6, 3), dtype=np.uint8)
    image = Image.fromarray(noise).resize((96, 96), Image.Resampling.BICUBIC)
    image.putpixel((0, 0), (shift, 0, 0))
    image.save(file)
    return file


def test_looks_are_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    files = [smooth(tmp_path / f"{i}.png", i // 2, i) for i in range(8)]
    Image.new("RGB", (96, 96), (9, 9, 9)).save(tmp_path / "plain.png")
    found = []
    for file in [*files, tmp_path / "plain.png"]:
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        found.append(candidate(file.name, rv=True, file=file, sha256=digest, length=len(data), size=(96, 96)))
    seen = hash_cache.with_looks(survey(pool(found)), tmp_path / "cache")
    by_name = {c.image: c.look for c in seen.candidates}
    assert by_name["src/plain.png"] is None
    for i in range(0, 8, 2):
        assert (by_name[f"src/{i}.png"] ^ by_name[f"src/{i + 1}.png"]).bit_count() <= NEAR
    assert all((by_name[f"src/{i}.png"] ^ by_name["src/0.png"]).bit_count() > NEAR for i in range(2, 8))
    kept = tmp_path / "cache" / hash_cache.KEPT
    with kept.open("ab") as torn:
        torn.write(b"torn")
    monkeypatch.setattr(hash_cache, "look_of", lambda _: pytest.fail("made again"))
    assert hash_cache.with_looks(survey(pool(found)), tmp_path / "cache") == seen
    made = plan(seen, Policy())
    assert sum(bool(m.group) for m in made.members) == 8


def test_a_picture_that_cannot_be_opened_has_no_look(tmp_path: Path):
    (tmp_path / "bad.png").write_bytes(b"no picture")
    assert hash_cache.look_of(tmp_path / "bad.png") is None and hash_cache.look_of(tmp_path / "none.png") is None
    file, _, _ = paint(tmp_path, "noise.png", 1)
    assert isinstance(hash_cache.look_of(file), int)
