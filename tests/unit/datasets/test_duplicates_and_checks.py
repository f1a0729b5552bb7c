"""Alias groups, and Ultralytics' checks before counting."""

from dataclasses import replace

import pytest

from tests.unit.datasets.pools import candidate, labels
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import Grade, Origin, Split
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.candidates import CandidateLabel
from verify_app.datasets.composition.loader_checks import problem_of, ready

SAME = "a" * 64


def alias(name, **more):
    return candidate(name, sha256=SAME, **more)


def test_the_same_bytes_are_one_image_and_the_real_verified_member_speaks():
    group = [alias("b", classes=(1, 1)), alias("a", classes=(0,)), alias("c", rv=True, classes=(2,))]
    for order in (group, group[::-1]):
        (one,), notes = merge(order)
        assert (one.image, one.rv, one.also) == ("src/c.png", True, ("src/a.png", "src/b.png"))
        assert len(notes) == 1 and "src/c.png has the same bytes as src/a.png, src/b.png" in notes[0]


@pytest.mark.parametrize(
    ("origins", "weakest"),
    [
        ((Origin.REAL, Origin.UNKNOWN), Origin.UNKNOWN),
        ((Origin.UNKNOWN, Origin.SYNTHETIC), Origin.SYNTHETIC),
        ((Origin.REAL, Origin.SYNTHETIC, Origin.UNKNOWN), Origin.SYNTHETIC),
    ],
)
def test_the_weaker_origin_wins_and_the_group_is_not_real_verified(origins, weakest):
    group = [alias(f"m{i}", origin=o, rv=o is Origin.REAL) for i, o in enumerate(origins)]
    (one,), _ = merge(group)
    assert one.origin is weakest and not one.rv


def test_a_group_keeps_every_members_history():
    (one,), notes = merge([alias("a", trained=True), alias("b", gold=True), alias("c", split=Split.TRAIN)])
    assert one.trained and one.gold and one.split is Split.TRAIN
    assert notes == []  # their labels are the same


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"file": "/x/a.gif"}, "reads no .gif"),
        ({"file": "/x/a"}, "without an ending"),
        ({"width": 9}, "under 10 pixels"),
        ({"height": 9}, "under 10 pixels"),
        ({"labels": (CandidateLabel(3, Box(0, 0, 5, 5), Grade.DRAWN, "ann"),)}, "not in the class list"),
        ({"labels": (CandidateLabel(0, Box(0, 0, float("nan"), 5), Grade.DRAWN, "ann"),)}, "no finite number"),
        ({"problem": "Gone."}, "Gone."),
    ],
)
def test_what_the_loader_would_drop_is_named(changes, words):
    if "file" in changes:
        changes = {"file": candidate("a").file.with_name(changes["file"].rpartition("/")[2])}
    assert words in (problem_of(replace(candidate("a"), **changes), 3) or "")


def test_a_sound_candidate_has_no_problem():
    assert problem_of(candidate("a.JPG", size=(10, 10)), 3) is None


def test_rows_are_clipped_sorted_and_without_duplicates_the_strongest_grade_staying():
    box = Box(-10, -5, 20, 16)
    given = (
        CandidateLabel(1, box, Grade.ATTESTED, "zoe"),
        CandidateLabel(1, Box(0, 0, 20, 16), Grade.DRAWN, "ann"),  # the same once clipped
        CandidateLabel(0, Box(39, 31, 60, 60), Grade.ACCEPTED, "ann"),
        CandidateLabel(0, Box(50, 50, 60, 60), Grade.ACCEPTED, "ann"),  # outside
        CandidateLabel(0, Box(5, 5, 5, 9), Grade.ACCEPTED, "ann"),  # no width
    )
    one = ready(replace(candidate("a"), labels=given))
    assert one.rows == ("0 0.9875 0.984375 0.025 0.03125", "1 0.25 0.25 0.5 0.5")
    assert [(x.index, x.grade, x.by) for x in one.labels] == [(0, Grade.ACCEPTED, "ann"), (1, Grade.DRAWN, "ann")]
    assert one.notes == (
        "src/a.png: 2 labels without any area inside the image left out.",
        "src/a.png: 1 label drawn twice left out, as Ultralytics would.",
    )
    assert ready(replace(candidate("a"), labels=given[::-1])).rows == one.rows


def test_models_stand_behind_unverified_labels_only():
    box = Box(0, 0, 5, 5)
    made = (CandidateLabel(0, box, Grade.IMPORTED, None, ("f" * 64,)),)
    checked = (CandidateLabel(0, box, Grade.ACCEPTED, "ann", ("f" * 64,)),)
    assert ready(replace(candidate("a"), labels=made)).labels[0].models == ("f" * 64,)
    assert ready(replace(candidate("a"), labels=checked)).labels[0].models == ()


def test_many_labels_stay_many():
    assert ready(replace(candidate("a"), labels=labels([0] * 30, Grade.DRAWN))).instances == 30
