"""A program is not a person: what it can do, what of it counts, and what a person makes of it."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests import scenery
from verify_app.app.project.report import labels, log, status
from verify_app.app.review import actions, blind, trials
from verify_app.app.review.attempt import Attempt
from verify_app.app.review.image_view import look
from verify_app.app.scripting.decide import MOST_BYTES, Scripts, answers, take_responsibility
from verify_app.app.session import Session
from verify_app.cli.main import commands
from verify_app.core.derive import image_state, proposals
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.trials.blind import BlindStage
from verify_app.core.trials.trials import Alteration, ErrorKind, TrialObject
from verify_app.core.vocabulary import ActorKind, Door, Grade
from verify_app.datasets.composition.pool import read_pool
from verify_app.storage.project import Project
from verify_app.storage.queries import suggestions as stored
from verify_app.storage.summaries.image_summary import COLUMNS

IMAGE = "photos/000.png"
FREE = [120, 60, 180, 95]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """ann's project: image 1 has two proposals, 2 is complete with a label that a newer run calls something else."""
    made = scenery.project(tmp_path, images=4)
    made.actor = Actor("ann", door=Door.WINDOW)
    scenery.run(made, {1: [(1, (5, 5, 45, 45), 0.9), (2, (60, 5, 100, 45), 0.2)], 2: [(1, (5, 5, 45, 45), 0.9)]})
    actions.complete(made, look(made, 2), 0.1)
    scenery.run(made, {2: [(3, (5, 5, 45, 45), 0.9)]})
    return made


def say(session: Session, *, actor: str = "agent-x", image: str = IMAGE, **line: Any) -> dict[str, Any]:
    return Scripts(session.project).answer(json.dumps({"actor": actor, "image": image, **line}))


EVERY_OP = [
    {"op": "accept", "id": "P1"},
    {"op": "reject", "id": "P2"},
    {"op": "reject", "id": "P1", "fix_later": True},
    {"op": "correct", "id": "P1", "class": "gear"},
    {"op": "correct", "id": "L1", "box": [6, 6, 50, 50], "image": "photos/001.png"},
    {"op": "draw", "class": "nut", "box": FREE},
    {"op": "complete", "accept_shown_above": 0.0},
    {"op": "empty", "image": "photos/002.png"},
    {"op": "take_side", "side": "model", "label": "L1", "prediction": "P4", "image": "photos/001.png"},
]


def everything(project: Project) -> list[Any]:
    """All that is derived of every image, and the place of each in the queue."""
    read = project.read
    rows = read.rows(f"SELECT {', '.join(COLUMNS)} FROM image_state ORDER BY key")
    blocks = read.rows("SELECT * FROM image_block ORDER BY key")
    found = read.evidence(range(1, 5))
    derived = [(image_state(e), proposals(e), list(e.labels), e.rulings, e.mark) for e in found.values()]
    return [list(map(tuple, rows)), list(map(tuple, blocks)), derived, read_pool(read)]


def test_suggestions_change_nothing_that_is_derived(session: Session) -> None:
    before = everything(session.project)
    digests = [look(session, i).digest for i in range(1, 5)]
    counts = status(session.project)
    for line in EVERY_OP:
        answer = say(session, **line)
        assert answer.get("suggestion"), answer
    assert everything(session.project) == before
    assert [look(session, i).digest for i in range(1, 5)] == digests
    assert status(session.project) == counts | {"suggestions": len(EVERY_OP)}
    assert list(session.project.problems()) == []


def test_scripts_read_their_suggestions_back(session: Session) -> None:
    for line in EVERY_OP:
        say(session, **line)
    rows = [row for row in labels(session.project) if row["state"] == "suggestion"]
    # of what is said of one thing, the last word
    told = [(row["op"], row["about"], row["class"], row["by"]) for row in rows if row["image"] == IMAGE]
    assert told == [
        ("reject", "P2", None, "agent-x"),
        ("correct", "P1", "gear", "agent-x"),
        ("draw", None, "nut", "agent-x"),
        ("complete", None, None, "agent-x"),
    ]
    assert [row["about"] for row in rows if row["image"] == "photos/001.png"] == ["L1", "L1"]
    listed = CliRunner().invoke(commands, ["labels", str(session.folder)])
    assert listed.exit_code == 0 and "agent-x: reject P2" in listed.stdout


def test_the_same_said_twice_is_one_suggestion(session: Session) -> None:
    for line in EVERY_OP[1:4]:
        assert say(session, **line)["event"]
        assert say(session, **line)["event"] is None
    assert say(session, actor="AGENT-X", **EVERY_OP[3])["event"] is None, "the same program"


@pytest.mark.parametrize("name", ["ann", "ANN", "\uff41nn", "A\u0301nn", "a\u200bnn", " ann ", "cem"])
def test_a_program_bears_no_persons_name(session: Session, name: str) -> None:
    actions.flag(Session(session.project, Actor("cem")), 3)
    answer = say(session, actor=name, op="accept", id="P1")
    allowed = name == "A\u0301nn"
    assert answer["ok"] is allowed
    assert allowed or "one of its own" in answer["error"] or "cannot be seen" in answer["error"]


@pytest.mark.parametrize("op", ["reopen", "gold", "origin", "remove"])
def test_what_only_people_do_is_refused(session: Session, op: str) -> None:
    answer = say(session, op=op, image="photos/001.png")
    assert answer == {
        "ok": False,
        "error": f"A program may suggest, flag, and undo its own; {op} is for a person to do.",
    }


def test_a_program_takes_back_its_own_and_nobody_elses(session: Session) -> None:
    assert "nothing of agent-x's" in say(session, op="undo")["error"]
    say(session, op="draw", **{"class": "nut"}, box=FREE)
    say(session, op="flag", note="?")
    assert say(session, op="undo")["undid"] == "flag"
    assert say(session, op="undo")["undid"] == "suggest"
    assert look(session, 1).suggestions == ()
    assert say(session, op="redo")["ok"]
    assert [item.id for item in look(session, 1).suggestions] == ["S1"]
    actions.reject(session, 1, "S1")
    assert "ann put a program's suggestion away" in say(session, op="undo")["error"]
    assert list(session.project.problems()) == []


def test_a_flag_counts_and_destroys_no_word_of_a_person(session: Session) -> None:
    assert session.project.read.marks([2])[2].complete
    assert status(session.project)["real_verified"] == 1
    assert say(session, op="flag", note="blurred?", image="photos/001.png")["ok"]
    assert (look(session, 2).flag, status(session.project)["real_verified"]) == ("blurred?", 0)
    assert (
        "agent-x has flagged this"
        in say(session, actor="agent-y", op="flag", clear=True, image="photos/001.png")["error"]
    )
    assert say(session, op="flag", clear=True, image="photos/001.png")["ok"]
    assert status(session.project)["real_verified"] == 1, "ann's word stands as it did"
    assert say(session, op="flag", id="L1", image="photos/001.png")["ok"]
    assert status(session.project)["real_verified"] == 0
    actions.unflag(session, 2, item_id="L1")
    actions.flag(session, 3, "ask cem")
    assert "ann has flagged this" in say(session, op="flag", clear=True, image="photos/002.png")["error"]
    assert "ann has flagged this" in say(session, op="flag", note="mine", image="photos/002.png")["error"]
    assert look(session, 3).flag == "ask cem"


def test_a_flag_of_a_program_stops_no_undo_of_a_person(session: Session) -> None:
    actions.accept(session, 1, "P1")
    say(session, op="flag")
    assert actions.undo(session).detail["undid"] == "accept"


def test_of_other_bytes_a_suggestion_says_nothing(session: Session) -> None:
    say(session, op="draw", **{"class": "nut"}, box=FREE)
    scan = session.project.read.scans([1])[1]
    with session.project.transact(session.actor, "scan") as tx:
        tx.facts("scan", [(1, "f" * 64, scan.bytes, scan.width, scan.height, None, 0)], images=[1])
    assert look(session, 1).suggestions == ()
    with pytest.raises(UserError, match="changed on disk"):
        actions.accept(session, 1, "S1")
    scenery.picture(session.folder.parent / IMAGE, 77)
    for why in ("changed on disk", "not on the image any more"):
        with pytest.raises(UserError, match=why):
            actions.accept(session, 1, "S1")
    assert status(session.project)["suggestions"] == 0


def test_none_is_shown_on_a_blind_image_before_it_is_settled(session: Session) -> None:
    sha256 = session.project.read.scans([1])[1].sha256
    with session.project.transact(session.actor, "blind") as tx:
        tx.facts("blind", [(1, sha256, "ann", "human")], images=[1])
    for line in (EVERY_OP[5], {"op": "empty"}):
        assert say(session, **line)["ok"]
    assert say(session, op="complete")["ok"], "how many are hidden is not told"

    def shown() -> int:
        listed = [row for row in labels(session.project, 1) if row["state"] == "suggestion"]
        review = look(session, 1)
        assert bool(listed) == bool(review.suggestions or review.said)
        return len(listed) + status(session.project)["suggestions"]

    assert shown() == 0
    actions.draw(session, 1, (1, Box(10, 50, 50, 90)))
    actions.complete(session, look(session, 1), 0.0)
    met, _ = blind.reveal(session, 1)
    assert (met.stage if met else None, shown()) == (BlindStage.OPEN, 0)
    blind.settle(session, 1, blind.DifferenceSide.MINE)
    assert shown() > 0


def test_none_is_shown_on_a_honeypot(session: Session) -> None:
    say(session, actor="agent-y", op="reject", id="L1", image="photos/001.png")
    say(session, **EVERY_OP[4])
    base = look(session, 2)
    assert base.suggestions and base.items[0].said
    made = Alteration(ErrorKind.INVENTED, (TrialObject(1, Box(5, 5, 45, 45)),), (0.9,), 0, None)
    trial = Attempt(base, made, session.actor).review
    assert (trial.suggestions, trial.said, [item.said for item in trial.items]) == ((), (), [()])


def test_a_persons_key_makes_a_label_that_names_the_program(session: Session) -> None:
    say(session, **EVERY_OP[3])
    say(session, **EVERY_OP[5])
    actions.accept(session, 1, "S1", "S2")
    rows = [row for row in labels(session.project, 1) if row["id"].startswith("L")]
    assert [(row["class"], row["grade"], row["by"], row["suggested_by"]) for row in rows] == [
        ("gear", "accepted", "ann", "agent-x"),
        ("nut", "accepted", "ann", "agent-x"),
    ]
    ruling = session.project.read.rulings([1])[1][0]
    assert (ruling.prediction.id, ruling.verdict.value, ruling.label_id) == (1, "corrected", 2)
    assert [row["suggested_by"] for row in log(session.project, 1) if row["op"] == "adopt"] == [["agent-x"]]
    assert actions.accept(session, 1, "L2") is None, "it is ann's, as any other"
    say(session, actor="agent-y", **EVERY_OP[1])
    say(session, actor="agent-y", op="complete", accept_shown_above=0)
    assert (status(session.project)["suggestions"], look(session, 1).said) == (2, (("agent-y", "complete"),))
    actions.complete(session, look(session, 1), 0.0)
    assert (status(session.project)["suggestions"], look(session, 1).said) == (0, ()), "a person has decided on it all"
    actions.undo(session)
    actions.undo(session)
    assert [item.id for item in look(session, 1).suggestions] == ["S1", "S2"]
    assert list(session.project.problems()) == []


def test_a_program_adopts_nothing(session: Session) -> None:
    say(session, **EVERY_OP[5])
    agent = Session(session.project, Actor("agent-x", ActorKind.AGENT, Door.DECIDE))
    for act in (lambda: actions.accept(agent, 1, "S1"), lambda: actions.complete(agent, look(agent, 1), 0.0)):
        with pytest.raises(UserError, match="what it says is a suggestion"):
            act()
    assert not say(session, op="accept", id="S1")["ok"]


def test_what_came_of_a_suggestion_stays_out_of_datasets_when_stale(session: Session) -> None:
    say(session, **EVERY_OP[5])
    actions.accept(session, 1, "S1")
    actions.complete(session, look(session, 1), 0.0)
    assert IMAGE in {c.image for c in read_pool(session.project.read).candidates}
    scan = session.project.read.scans([1])[1]
    with session.project.transact(session.actor, "scan") as tx:
        tx.facts("scan", [(1, "f" * 64, scan.bytes, scan.width, scan.height, None, 0)], images=[1])
    pool = read_pool(session.project.read)
    assert IMAGE not in {c.image for c in pool.candidates} and pool.excluded["stale"] == 1


# --- with a name behind it --------------------------------------------------------------------------------


def test_who_takes_responsibility_attests_everything_by_digest(session: Session) -> None:
    lines = [
        {"actor": "agent-x", "image": IMAGE, "op": "accept", "id": "P1"},
        {"actor": "agent-x", "image": IMAGE, "op": "complete", "accept_shown_above": 0.0, "kind": "agent"},
        {"image": "photos/002.png", "op": "empty"},
    ]
    content = "\n".join(map(json.dumps, lines)).encode()
    session.close()
    done = CliRunner().invoke(commands, ["decide", str(session.folder), "-", "--as", "Cem"], input=content)
    assert done.exit_code == 0, done.output
    digest = hashlib.sha256(content).hexdigest()
    with Project.look(session.folder) as project:
        read = project.read
        assert [tuple(row) for row in read.rows("SELECT by, sha256, bytes, lines FROM vouch")] == [
            ("Cem", digest, len(content), 3)
        ]
        vouch = read.one("SELECT id FROM event WHERE op = 'vouch'")
        rows = read.rows("SELECT id, kind, door, detail FROM event WHERE actor = 'Cem' AND op <> 'vouch'")
        details = [json.loads(row["detail"]) for row in rows]
        assert {(row["kind"], row["door"]) for row in rows} == {("human", "decide")}
        assert all(row["id"] > vouch for row in rows)
        assert all(detail["vouched"] == {"sha256": digest, "event": vouch} for detail in details)
        assert [detail.get("wrote") for detail in details] == ["agent-x", "agent-x", None]
        found = read.labels([1])[1]
        assert {(x.grade, x.by, x.door) for x in found} == {(Grade.ATTESTED, "Cem", Door.DECIDE)}
        assert {(m.grade, m.door) for m in read.marks([1, 3]).values()} == {(Grade.ATTESTED, Door.DECIDE)}
        assert stored.vouched(read, "label", [x.id for x in found]) == {x.id: digest for x in found}
        assert stored.vouched(read, "mark", [1, 2, 3]) == {1: digest, 3: digest}
        assert list(project.problems()) == []


def test_undo_with_a_name_is_that_persons_own(session: Session) -> None:
    cem = take_responsibility(session.project, "cem", b"x")
    scripts = Scripts(session.project, cem)
    assert "nothing of cem's" in scripts.answer('{"op": "undo"}')["error"]
    assert scripts.answer(json.dumps({"op": "accept", "image": IMAGE, "id": "P1"}))["ok"]
    assert scripts.answer('{"op": "undo"}')["undid"] == "accept"


def test_a_name_that_cannot_answer_for_a_file_is_refused(session: Session) -> None:
    say(session, **EVERY_OP[0])
    for name, content, why in (
        ("Agent-X", b"{}", "is a program"),
        ("c\u202eem", b"{}", "cannot be seen"),
        ("cem", b"\n \n", "no lines"),
        ("cem", b" " * (MOST_BYTES + 1), "several files"),
    ):
        with pytest.raises(UserError, match=why):
            take_responsibility(session.project, name, content)
    assert take_responsibility(session.project, "ANN", b"{}").actor.name == "ann"


def test_simulated_lines_are_for_sample_projects(session: Session) -> None:
    line = json.dumps({"actor": "careful", "kind": "simulated", "op": "accept", "image": IMAGE, "id": "P1"})
    for responsible in (None, take_responsibility(session.project, "cem", line.encode())):
        (answer,) = answers(session.project, [line], responsible)
        assert "sample projects" in answer["error"]
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", "demo", {"value": "true"})
    assert next(answers(session.project, [line]))["ok"]
    (label,) = session.project.read.labels([1])[1]
    assert (label.by_kind, label.grade, label.door) == (ActorKind.SIMULATED, Grade.ACCEPTED, Door.DECIDE)


# --- ten thousand lines -----------------------------------------------------------------------------------

NAMES = [
    "ann",
    "Ann",
    "ANN",
    "\uff21\uff2e\uff2e",
    "a\u200bnn",
    "an\u00adn",
    "ann\ufe0f",
    "bob",
    "human",
    "Stra\u00dfe",
    "STRASSE",
]
NAMES += ["agent-x", "", " ", None, 5, "\u202eann", "root", "window"]
KINDS = ["human", "HUMAN", "agent", "simulated", "person", None, 1, "h\u200buman", ["human"], True]
OPS = ["accept", "reject", "correct", "draw", "classify", "complete", "empty", "reopen", "flag", "take_side", "undo"]
OPS += ["redo", "attest", "gold", "origin", "vouch", "adopt", "ACCEPT", "settle"]


COMMON = ("op", "image", "actor", "kind", "ms")
FIELDS = {
    "accept": ["id"], "reject": ["id", "fix_later"], "correct": ["id", "class", "box"], "draw": ["class", "box"],
    "classify": ["class"], "complete": ["accept_shown_above"], "flag": ["note", "id", "clear"],
    "take_side": ["side", "label", "prediction"],
}  # fmt: skip


def lines(rng: random.Random, count: int) -> list[str]:
    found = []
    for _ in range(count):
        letter = rng.choice("PPPPLLS")
        line: dict[str, Any] = {"op": rng.choice(OPS), "image": f"photos/{rng.randrange(4):03}.png"}
        line |= {"id": f"{letter}{rng.randrange(1, 8)}", "class": rng.choice(["bolt", "nut", "gear"])}
        x, y = rng.randrange(150), rng.randrange(60)
        line |= {"box": [x, y, x + rng.randrange(5, 50), y + rng.randrange(5, 40)], "ms": rng.choice([0, 900, 60_000])}
        optional = {
            "kind": rng.choice(KINDS) if rng.random() < 0.3 else rng.choice(["human", "agent"]),
            "actor": rng.choice(NAMES) if rng.random() < 0.3 else f"bot-{rng.randrange(9)}",
            "by": "ann", "by_kind": "human", "as": "ann",
            "door": "window", "grade": "drawn", "accept_shown_above": rng.choice([0, 0.5, 1]),
            "clear": rng.random() < 0.5, "fix_later": rng.random() < 0.3, "note": "x",
            "side": rng.choice(["model", "label"]),
            "label": f"L{rng.randrange(1, 5)}", "prediction": f"P{rng.randrange(1, 5)}",
        }  # fmt: skip
        line |= {k: v for k, v in optional.items() if rng.random() < 0.9}
        if rng.random() < 0.8:  # the others state fields that their operation does not have
            line = {k: v for k, v in line.items() if k in (*COMMON, *FIELDS.get(line["op"], ()))}
        found.append(json.dumps(line))
    return found


@pytest.mark.parametrize("seed", [0])
def test_of_ten_thousand_lines_none_counts(tmp_path: Path, seed: int) -> None:
    made = scenery.project(tmp_path, images=4)
    scenery.run(made, {i: [(1, (5, 5, 45, 45), 0.9), (2, (60, 5, 100, 45), 0.2)] for i in range(1, 5)})
    trials.set_rates(made, honeypots=0.0, blind=0.0)
    read, before = made.project.read, status(made.project)
    done = sum(answer["ok"] for answer in answers(made.project, lines(random.Random(seed), 10_000)))
    after = status(made.project)
    assert done > 1000, "most of it was no nonsense"
    assert (after["real_verified"], after["labels"]["verified"], after["labels"]["total"]) == (0, 0, 0)
    assert (after["verdicts"], after["proposals"]) == (before["verdicts"], before["proposals"])
    assert read.one("SELECT count(*) FROM mark WHERE complete = 1") == 0
    assert {row[0] for row in read.rows("SELECT kind FROM event WHERE door = 'decide'")} == {"agent"}
    ops = {row[0] for row in read.rows("SELECT op FROM event WHERE door = 'decide'")}
    assert ops <= {"suggest", "flag", "unflag", "undo", "redo"}
    assert list(made.project.problems()) == []


def test_of_as_many_with_a_name_every_one_is_attested(tmp_path: Path) -> None:
    made = scenery.project(tmp_path, images=4)
    scenery.run(made, {i: [(1, (5, 5, 45, 45), 0.9), (2, (60, 5, 100, 45), 0.2)] for i in range(1, 5)})
    texts = lines(random.Random(1), 2_000)
    content = "\n".join(texts).encode()
    cem = take_responsibility(made.project, "cem", content)
    read, seen = made.project.read, 0
    for answer in answers(made.project, texts, cem):
        if answer["ok"] and answer["event"]:
            grades = {row[0] for row in read.rows("SELECT grade FROM label")}
            marks = {tuple(row) for row in read.rows("SELECT grade, by, door FROM mark WHERE complete = 1")}
            assert grades <= {"attested"} and marks <= {("attested", "cem", "decide")}
            seen += bool(grades and marks)
    assert seen > 100
    found = read.labels(range(1, 5))
    assert {x.by for each in found.values() for x in each} <= {"cem"}
    digest = hashlib.sha256(content).hexdigest()
    keys = [x.id for each in found.values() for x in each]
    assert stored.vouched(read, "label", keys) == dict.fromkeys(keys, digest)
    assert list(made.project.problems()) == []
