"""Through which door a decision came, and what that makes of it: labels and completeness keep it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.attest import attest
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Door, Grade, ImageState, LabelState, Origin, Split
from verify_app.datasets.composition.placement import place_gold
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.version.gold_set import write_gold
from verify_app.datasets.version.verify import verify_version


@pytest.fixture
def attested(tmp_path: Path) -> Session:
    """Images 1 with a label and 2 without, attested by cem; ann is at the window."""
    for number, text in enumerate(("0 0.5 0.5 0.2 0.2\n", "")):
        scenery.picture(tmp_path / "given" / "images" / f"{number}.png", number)
        (tmp_path / "given" / "labels").mkdir(exist_ok=True)
        (tmp_path / "given" / "labels" / f"{number}.txt").write_text(text)
    session = scenery.project(tmp_path, images=0)
    add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", attest="cem", by_number=True))
    session.actor = Actor("ann", door=Door.WINDOW)
    return session


def marks(session: Session, image_id: int) -> tuple[str | None, Grade | None, Door | None]:
    mark = session.project.read.marks([image_id])[image_id]
    return mark.by, mark.grade, mark.door


def test_attesting_is_an_import_and_gives_both_that_grade(attested: Session) -> None:
    assert marks(attested, 1) == marks(attested, 2) == ("cem", Grade.ATTESTED, Door.IMPORT)
    doors = dict(attested.project.read.connection.execute("SELECT op, door FROM event").fetchall())
    assert (doors["attest"], doors["import"]) == ("import", "import")


def test_completeness_gets_no_stronger_by_an_edit_but_by_a_look(attested: Session) -> None:
    (label,) = look(attested, 1).items
    actions.reclass(attested, 1, label.id, class_id=2)
    assert marks(attested, 1) == ("ann", Grade.ATTESTED, Door.IMPORT)
    actions.complete(attested, look(attested, 1), 0.25)
    assert marks(attested, 1) == ("ann", Grade.ACCEPTED, Door.WINDOW)
    assert list(attested.project.problems()) == []


def test_a_look_is_more_than_a_word(attested: Session) -> None:
    actions.complete(attested, look(attested, 1), 0.25)
    (label,) = attested.project.read.labels([1])[1]
    assert (label.grade, label.by, label.door) == (Grade.ACCEPTED, "ann", Door.WINDOW)


def test_who_takes_responsibility_attests_and_lowers_what_was_seen(attested: Session) -> None:
    actions.complete(attested, look(attested, 1), 0.25)
    attested.actor = Actor("bob", door=Door.DECIDE)
    actions.draw(attested, 1, (1, Box(5, 5, 40, 40)))
    assert marks(attested, 1) == ("bob", Grade.ATTESTED, Door.DECIDE)
    assert [x.grade for x in attested.project.read.labels([1])[1]] == [Grade.ACCEPTED, Grade.ATTESTED]


def test_a_program_verifies_nothing(attested: Session) -> None:
    attested.actor = Actor("script", ActorKind.AGENT, Door.DECIDE)
    scenery.run(attested, {2: [(1, (5, 5, 45, 45), 0.9)]})
    actions.reopen(attested, 2)
    tries = (
        lambda: actions.draw(attested, 1, (1, Box(5, 5, 40, 40))),
        lambda: actions.reject(attested, 2, "P1"),
        lambda: actions.complete(attested, look(attested, 2), 0.25),
        lambda: actions.empty(attested, look(attested, 2)),
    )
    for act in tries:
        with pytest.raises(UserError, match="suggestion"):
            act()
    assert [item.state for item in look(attested, 1).items] == [LabelState.VERIFIED]


def test_spellings_of_a_name_are_one_person(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1, reviewer="Zoë")
    actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    session.close()
    again = Session.open(session.folder, " zoe\u0308 ")
    assert (again.actor.name, again.called) == ("Zoë", "zoë")
    actions.undo(again)
    assert again.voucher("ZOË", Door.IMPORT) == Actor("Zoë", door=Door.IMPORT)


def test_a_word_is_not_gold_with_or_without_labels(attested: Session, tmp_path: Path) -> None:
    actions.set_gold(attested, [1, 2])
    found = {c.image: c for c in read_pool(attested.project.read).candidates}
    assert all(c.rv and c.attested for c in found.values())
    assert place_gold(read_pool(attested.project.read))[0] == []
    with pytest.raises(UserError, match="only attested do not count: open them and press Space"):
        write_gold(read_pool(attested.project.read), tmp_path / "gold")
    for number in range(10):
        scenery.picture(tmp_path / "real" / f"{number}.png", 50 + number)
    add(attested, [tmp_path / "real"], AddOptions(Origin.REAL))
    for image_id in range(3, 13):
        actions.draw(attested, image_id, (1, Box(5, 5, 40, 40)))
        actions.complete(attested, look(attested, image_id), 0.25)
    out = {x.image: x.why for x in preview(attested, ExportOptions()).left_out if x.reason == "gold"}
    assert out["given/images/0.png"].endswith("open it and press Space: then somebody has looked.")
    assert out["given/images/1.png"].endswith("open it and press Shift+Space: then somebody has looked.")
    actions.complete(attested, look(attested, 1), 0.25)
    actions.empty(attested, look(attested, 2))
    gold, out = place_gold(read_pool(attested.project.read))
    assert (len(gold), out) == (2, [])
    made = export(attested, tmp_path / "v", ExportOptions())
    assert made.plan.count(Split.GOLD) == 2 and verify_version(made.folder).problems == []
    seen = next(o for o in made.plan.outcomes if o.name == "min_seen_share")
    assert seen.measured == f"{made.plan.count(Split.TRAIN)}/{made.plan.count(Split.TRAIN)}"


def test_who_looks_again_in_the_window_has_seen_it_others_work_keeps_its_grade(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    actions.complete(session, look(session, 1), 0.25)
    for actor, door in ((Actor("bob", door=Door.WINDOW), Door.UNKNOWN), (Actor("ann", door=Door.WINDOW), Door.WINDOW)):
        session.actor = actor
        actions.reopen(session, 1)
        actions.complete(session, look(session, 1), 0.25)
        (label,) = session.project.read.labels([1])[1]
        assert (label.grade, label.by, label.door) == (Grade.DRAWN, "ann", door)
        assert marks(session, 1) == (actor.name, Grade.ACCEPTED, Door.WINDOW)


def test_vouching_afterwards_is_by_name_for_what_came_in_whole_and_lowers_nothing(tmp_path: Path) -> None:
    texts = ("0 0.5 0.5 0.2 0.2\n", "", "0 0.5 0.5 0.2 0.2\n", "0 0.5 0.5 0.2 0.2\n")
    for number, text in enumerate(texts):
        scenery.picture(tmp_path / "given" / "images" / f"{number}.png", number)
        (tmp_path / "given" / "labels").mkdir(exist_ok=True)
        (tmp_path / "given" / "labels" / f"{number}.txt").write_text(text)
    scenery.picture(tmp_path / "given" / "images" / "9.png", 9)
    session = scenery.project(tmp_path, images=0)
    add(session, [tmp_path / "given"], AddOptions(Origin.REAL, "yolo", by_number=True))
    actions.complete(session, look(session, 3), 0.25)
    actions.flag(session, 4, "hm")
    session.close()
    assert run(["attest", str(session.folder), "given", "--as", " CEM "]) == 0
    again = Session.open(session.folder, "ann")
    assert marks(again, 1) == marks(again, 2) == ("CEM", Grade.ATTESTED, Door.IMPORT)
    assert marks(again, 3) == ("ann", Grade.ACCEPTED, Door.UNKNOWN)
    assert look(again, 4).items[0].grade is Grade.ATTESTED and not look(again, 4).state.done
    assert look(again, 5).state is ImageState.UNREVIEWED
    done = attest(again, "given", "cem")
    assert (done.labels, done.whole, done.unclaimed, done.problems) == (0, 0, 1, [])
    assert list(again.project.problems()) == []
    assert status(again.project)["labels"]["by_door"] == {"import": 2, "unknown": 1}
