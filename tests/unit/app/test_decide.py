"""The scripting door: one answer a line, errors as answers, nothing acknowledged that is not on disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import scenery
from tests.examples import examples
from verify_app.app.project.report import labels, log
from verify_app.app.review import blind
from verify_app.app.scripting.decide import Scripts, take_responsibility
from verify_app.app.session import Session
from verify_app.cli.main import commands
from verify_app.storage.project import Project

IMAGE = "photos/000.png"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = scenery.project(tmp_path, images=2)
    scenery.run(made, {1: [(1, (5, 5, 45, 45), 0.9), (2, (60, 5, 100, 45), 0.2)]})
    return made


def ask(session: Session, **line: Any) -> dict[str, Any]:
    """A line for which ann takes responsibility."""
    text = json.dumps({"actor": "ann's script", "image": IMAGE, **line})
    return Scripts(session.project, take_responsibility(session.project, "ann", text.encode())).answer(text)


def test_each_op(session: Session) -> None:
    assert ask(session, op="accept", id="P1")["ok"]
    assert ask(session, op="correct", id="P2", **{"class": "gear"}, box=[61, 5, 90, 40])["ok"]
    drawn = ask(session, op="draw", **{"class": "nut"}, box=[150, 60, 120, 90])
    assert (drawn["ok"], drawn["label"]) == (True, "L3")
    assert ask(session, op="flag", note="?")["ok"]
    assert "flagged" in ask(session, op="complete")["error"]
    assert ask(session, op="flag", clear=True)["ok"]
    assert ask(session, op="complete")["ok"]
    assert ask(session, op="reopen")["ok"]
    assert ask(session, op="undo")["undid"] == "reopen"
    assert ask(session, op="redo")["ok"]
    assert ask(session, op="empty", image="photos/001.png")["ok"]
    rows = [(r["id"], r["class"], r["grade"], r["box"]) for r in labels(session.project, 1)]
    assert rows == [
        ("L1", "bolt", "attested", [5, 5, 45, 45]),
        ("L2", "gear", "attested", [61, 5, 90, 40]),
        ("L3", "nut", "attested", [120, 60, 150, 90]),
    ]
    assert list(session.project.problems()) == []


def test_complete_does_not_accept_behind_the_scripts_back(session: Session) -> None:
    answer = ask(session, op="complete")
    assert not answer["ok"]
    assert "2 proposals are undecided" in answer["error"]
    assert ask(session, op="complete", accept_shown_above=0.5)["ok"]
    assert [r["id"] for r in labels(session.project, 1)] == ["L1"]


BAD = [
    {"op": "accept"},
    {"op": "accept", "id": 1},
    {"op": "accept", "id": "P77"},
    {"op": "draw", "class": "bolt"},
    {"op": "draw", "class": "nothing", "box": [1, 2, 3, 4]},
    {"op": "draw", "class": "bolt", "box": [1, 2, 3]},
    {"op": "draw", "class": "bolt", "box": [1, 2, 3, "x"]},
    {"op": "draw", "class": "bolt", "box": [1, 2, 3, True]},
    {"op": "draw", "class": "bolt", "box": [1, 2, 3, float("nan")]},
    {"op": "complete", "accept_shown_above": 7},
    {"op": "flag", "note": 5},
    {"op": "take_side", "side": "mine"},
    {"op": "take_side", "side": "model", "label": 3},
    {"op": "take_side", "side": "model", "label": "P3"},
    {"op": "take_side", "side": "label", "prediction": "P1"},
    {"op": "dance"},
    {"op": ["accept"]},
    {"op": "accept", "id": "P1", "ms": -1},
    {"op": "accept", "id": "P1", "kind": "god"},
    {"op": "accept", "id": "P1", "actor": " "},
    {"op": "accept", "id": "P1", "image": "photos/nowhere.png"},
    {"op": "accept", "id": "P1", "image": None},
]


@pytest.mark.parametrize("responsible", [None, "ann"])
@pytest.mark.parametrize("line", BAD, ids=str)
def test_a_bad_line_gets_one_sentence_and_changes_nothing(
    session: Session, line: dict[str, Any], responsible: str | None
) -> None:
    who = responsible and take_responsibility(session.project, responsible, b"{}")
    before = session.project.read.one("SELECT max(id) FROM event")
    answer = Scripts(session.project, who or None).answer(json.dumps({"actor": "script", "image": IMAGE, **line}))
    assert set(answer) == {"ok", "error"}
    assert answer["error"].endswith((".", '"'))
    assert session.project.read.one("SELECT max(id) FROM event") == before


def differing(session: Session) -> None:
    """Image 1 complete with L1 (P1) and L2 (P2); a newer run says another class of the first and sees a third."""
    assert ask(session, op="complete", accept_shown_above=0.1)["ok"]
    scenery.run(session, {1: [(3, (5, 5, 45, 45), 0.9), (2, (60, 5, 100, 45), 0.8), (1, (150, 5, 190, 45), 0.7)]})


def test_sides_are_taken_of_what_a_new_run_says(session: Session) -> None:
    differing(session)
    unnamed = ask(session, op="take_side", side="model")
    assert unnamed["error"].endswith('There are: "label":"L1","prediction":"P3"; "prediction":"P5".')
    assert not ask(session, op="take_side", side="model", label="L1")["ok"], "it is about a prediction too"
    assert ask(session, op="take_side", side="model", label="L1", prediction="P3")["ok"]
    assert ask(session, op="take_side", side="label", prediction="P5")["ok"]
    assert [(r["id"], r["class"], r["grade"]) for r in labels(session.project, 1)] == [
        ("L1", "gear", "attested"),
        ("L2", "nut", "attested"),
    ]
    assert "nothing differs" in ask(session, op="take_side", side="label", label="L1", prediction="P3")["error"]
    assert ask(session, op="undo")["undid"] == "keep_human"
    assert ask(session, op="undo")["undid"] == "take_model"
    assert list(session.project.problems()) == []


def test_sides_are_taken_on_a_blind_image(session: Session) -> None:
    with session.project.transact(session.actor, "blind") as tx:
        tx.facts("blind", [(1, tx.read.scans([1])[1].sha256, "ann", "human")], images=[1])
    hidden = ask(session, op="take_side", side="model", prediction="P1")
    assert "nothing differs" in hidden["error"], "and nothing of it is told"
    assert ask(session, op="draw", **{"class": "nut"}, box=[5, 5, 45, 45])["ok"]
    assert ask(session, op="complete")["ok"]
    blind.reveal(session, 1)
    assert ask(session, op="take_side", side="label", label="L1", prediction="P1")["ok"]
    assert [(r["class"], r["grade"]) for r in labels(session.project, 1)] == [("nut", "attested")]
    assert ask(session, op="undo")["undid"] == "settle"
    assert ask(session, op="take_side", side="model", label="L1", prediction="P1")["ok"]
    assert [r["class"] for r in labels(session.project, 1)] == ["bolt"]
    assert list(session.project.problems()) == []


@given(text=st.text() | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists).map(json.dumps))
@settings(
    max_examples=examples(200),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_no_line_is_a_traceback(session: Session, text: str) -> None:
    assert Scripts(session.project).answer(text)["ok"] is False


def test_the_command_answers_each_line_and_says_with_its_code_that_one_failed(session: Session, tmp_path: Path) -> None:
    session.close()
    lines = [
        {"actor": "one", "op": "accept", "image": IMAGE, "id": "P1"},
        {"actor": "two", "op": "reject", "image": IMAGE, "id": "P1"},
        {"actor": "two", "op": "reject", "image": IMAGE, "id": "P2", "fix_later": True},
        {"actor": "two", "op": "accept", "image": IMAGE, "id": "P9"},
    ]
    text = "\n".join(map(json.dumps, lines)) + "\n\nnot json\n"
    for responsible, names, ops in (
        ([], ("one", "two", "two"), ("suggest", "suggest", "suggest")),
        (["--as", "ann"], ("ann", "ann", "ann"), ("accept", "reject", "fix_later")),
    ):
        done = CliRunner().invoke(commands, ["decide", str(session.folder), "-", *responsible], input=text)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert [a["ok"] for a in answers] == [True, True, True, False, False]
        assert done.exit_code == 1
        with Project.look(session.folder) as project:
            rows = [(row["event"], row["actor"], row["kind"], row["door"], row["op"]) for row in log(project, 1)]
        kind = "human" if responsible else "agent"
        expected = zip(answers[:3], names, ops, strict=True)
        assert rows[-3:] == [(answer["event"], name, kind, "decide", op) for answer, name, op in expected]
