"""`verify-app queue` and `verify-app disagreements`: what they print, and what they say to nonsense."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.review.queue import Filter
from verify_app.app.review.saved_filters import save
from verify_app.cli.main import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    session = scenery.project(tmp_path, images=4)
    scenery.run(session, {1: [(1, (5, 5, 40, 40), 0.5)], 2: [(2, (5, 5, 40, 40), 0.9)], 3: [(1, (5, 5, 40, 40), 0.9)]})
    actions.complete(session, look(session, 2), 0.0)
    scenery.run(session, {2: [(3, (5, 5, 40, 40), 0.8)]})
    save(session, "bolts", Filter(classes=frozenset((1,))))
    session.close()
    return session.folder


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[dict[str, Any]]:
    assert run([*map(str, arguments), "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_queue_is_printed_with_its_reasons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "queue", folder, "--order", "uncertain")
    assert [row["image"] for row in rows] == ["photos/000.png", "photos/002.png", "photos/001.png", "photos/003.png"]
    assert rows[0]["text"] == "The model is unsure: a proposal has confidence 0.50."
    rows = printed(capsys, "queue", folder, "--order", "disagreement", "--first", 1)
    assert [(row["image"], row["reason"]) for row in rows] == [("photos/001.png", "disagreement")]
    assert rows[0]["text"] == "The newest run and the labels differ here (other class)."
    assert run(["queue", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


@pytest.mark.parametrize(
    ("filters", "images"),
    [
        (["state=unreviewed"], [0, 2, 3]),
        (["state=unreviewed,complete", "class=bolt"], [0, 2]),
        (["class=gear"], []),
        (["disagreement=other_class"], [1]),
        (["confidence=0.4-0.6"], [0]),
        (["reviewer=ann"], [1]),
        (["model=model"], [0, 1, 2]),
        (["run=2"], [1]),
        (["name=03"], [3]),
        (["flagged=yes"], []),
        (["gold=no", "origin=real", "source=photos", "grade=accepted"], [1]),
        (["saved=bolts", "name=000"], [0]),
    ],
)
def test_filters_combine(
    folder: Path, capsys: pytest.CaptureFixture[str], filters: list[str], images: list[int]
) -> None:
    options = [part for text in filters for part in ("--filter", text)]
    rows = printed(capsys, "queue", folder, "--order", "found", *options)
    assert [row["image"] for row in rows] == [f"photos/{n:03}.png" for n in images]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour=red", "is not KEY=VALUE; the keys are: state"),
        ("state", "is not KEY=VALUE"),
        ("state=bad", "There is no state bad; there are: unreviewed"),
        ("class=hinge", "There is no class hinge; there are: bolt, nut, gear"),
        ("confidence=high", "no range of confidence"),
        ("confidence=0.9-0.1", "goes up, from 0 to 1"),
        ("run=two", "two is no number of a run"),
        ("gold=perhaps", "There is no gold perhaps; there are: yes, no"),
        ("saved=nuts", "There is no saved nuts; there are: bolts"),
    ],
)
def test_nonsense_gets_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str) -> None:
    assert run(["queue", str(folder), "--filter", text]) == 2
    said = capsys.readouterr().err
    assert sentence in said and "Traceback" not in said


def test_disagreements_are_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "disagreements", folder) == [
        {
            "image": "photos/001.png",
            "kind": "other_class",
            "label": "L1",
            "prediction": "P4",
            "class": "gear",
            "score": 0.8,
        }
    ]
    assert run(["disagreements", str(folder)]) == 0
    assert capsys.readouterr().out.split() == ["other", "class", "0.80", "L1", "P4", "gear", "photos/001.png"]
