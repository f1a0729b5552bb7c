"""The ratio meter keeps count of what the export counts: on random projects both must say the same."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import verify_app
from tests import scenery
from tests.unit.app.test_export import made, verify
from verify_app.app.exports import project_policy
from verify_app.app.exports.export import ExportOptions, export, preview, preview_with_costs
from verify_app.app.exports.last_plan import KEPT
from verify_app.app.exports.meter import meter as meter_of
from verify_app.app.exports.meter import set_ready_from
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.candidate_conditions import ImageFacts, why_not
from verify_app.core.errors import PolicyError, UserError
from verify_app.core.geometry import Box
from verify_app.core.percentages import Of, decimal, of_decimal, percent
from verify_app.core.records import Actor
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import ImageState, Origin, Split
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.shares import Share
from verify_app.storage.queries.trials import blind_id
from verify_app.storage.summaries import tally_rows


def random_project(folder: Path, rng: random.Random) -> Session:
    """Sources of every origin, the same bytes here and there, labels imported, drawn, accepted, flagged, reserved."""
    create_project(folder / "p", classes=scenery.CLASSES, actor=Actor("ann"))
    session = Session.open(folder / "p", "ann")
    for origin in Origin:
        root = folder / origin.value
        for number in range(6):
            scenery.picture(root / "images" / f"{number}.png", rng.randrange(10))
            if rng.random() < 0.4:
                label = root / "labels" / f"{number}.txt"
                label.parent.mkdir(exist_ok=True)
                label.write_text(rng.choice(["", "0 0.5 0.5 0.2 0.2\n"]), encoding="utf-8")
        add(
            session, [root], AddOptions(origin, labels="yolo" if (root / "labels").exists() else "none", by_number=True)
        )
    for _ in range(40):
        image_id = rng.randrange(1, 19)
        act = rng.choice(
            [
                lambda i: actions.draw(session, i, (1, Box(5, 5, 40, 40))),
                lambda i: actions.complete(session, look(session, i), 0.0, confirm_imported=rng.random() < 0.7),
                lambda i: actions.empty(session, look(session, i)),
                lambda i: actions.flag(session, i) if rng.random() < 0.3 else None,
                lambda i: actions.reopen(session, i),
                lambda i: actions.set_gold(session, [i], rng.random() < 0.5) if rng.random() < 0.3 else None,
                lambda i: actions.remove_images(session, [i]) if rng.random() < 0.1 else None,
                lambda i: actions.set_origin(session, [i], rng.choice([*Origin]), reason="asked") if i % 5 else None,
                lambda i: scanned(session, i, rng.choice([None, "No such file."])) if rng.random() < 0.2 else None,
                lambda i: drawn_blind(session, i) if rng.random() < 0.3 else None,
                lambda _: actions.undo(session) if rng.random() < 0.3 else None,
            ]
        )
        try:
            act(image_id)
        except UserError:
            continue
    return session


def scanned(session: Session, image_id: int, problem: str | None) -> None:
    """Look at an image's file anew, and find other bytes or none."""
    with session.project.transact(session.actor, "scan") as tx:
        tx.facts("scan", [(image_id, f"{image_id:064x}", 9, 200, 100, problem, 0)], images=[image_id])


def drawn_blind(session: Session, image_id: int) -> None:
    if blind_id(session.project.read, image_id) is None:
        with session.project.transact(session.actor, "blind") as tx:
            tx.facts("blind", [(image_id, look(session, image_id).sha256, "ann", "human")], images=[image_id])


@pytest.mark.parametrize("seed", range(12))
def test_meter_and_export_agree(tmp_path: Path, seed: int) -> None:
    session = random_project(tmp_path, random.Random(seed))
    meter = meter_of(session)
    merged, _ = merge(read_pool(session.project.read).candidates)
    usable = [c for c in merged if not c.gold and c.problem is None]  # what a flagged alias keeps out is named
    assert (meter.real_verified, meter.candidates) == (sum(c.rv for c in usable), len(usable))
    assert list(session.project.problems()) == []
    session.close()


def mostly(usual: object, *others: object) -> st.SearchStrategy[object]:
    return st.sampled_from([*[usual] * 4, *others])


facts = st.builds(
    ImageFacts,
    state=mostly(ImageState.COMPLETE, *ImageState),
    origin=mostly(Origin.REAL, *Origin),
    declared=mostly(None, *Origin),
    removed=mostly(0, 1),
    gold=mostly(0, 1),
    real_verified=st.integers(0, 1),
    flag=mostly(None, "unsure"),
    blind=mostly(None, *BlindStage),
    labels=mostly(1, 0, 2),
    verified=st.integers(0, 1),
    imported=st.integers(0, 1),
    stale=mostly(0, 1),
)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), facts), min_size=8, max_size=8))
def test_the_bottom_line_counts_what_composing_counts(eight: Session, images: list[tuple[str, ImageFacts]]) -> None:
    reader = eight.project.read
    reader.connection.execute("BEGIN")
    try:
        for key, (sha256, found) in enumerate(images, 1):
            values = ", ".join(f"{column} = ?" for column in ("sha256", *ImageFacts._fields))
            reader.connection.execute(f"UPDATE image_state SET {values} WHERE key = ?", (sha256, *found, key))
        tally_rows.count_anew(reader)
        pool = read_pool(reader)
        usable = [c for c in merge(pool.candidates)[0] if not c.gold and c.problem is None]
        assert tally_rows.shares(reader) == (sum(c.rv for c in usable), sum(not c.rv for c in usable))
        there = [found for _, found in images if not found.removed]
        assert pool.excluded == Counter(why for found in there if (why := why_not(found)) is not None)
    finally:
        reader.connection.execute("ROLLBACK")


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Eight images of which somebody has said that nothing is missing."""
    session = scenery.project(tmp_path_factory.mktemp("eight"), images=8)
    for image_id in range(1, 9):
        actions.empty(session, look(session, image_id))
    yield session
    session.close()


def test_the_meter_says_what_to_do_next(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=6)
    assert meter_of(session).advice == "Review and complete real images; 6 to go."
    actions.empty(session, look(session, 1))
    meter = meter_of(session)
    assert meter.share == Fraction(1)
    assert meter.advice == "Add, review and complete 19 more real images, to be ready to export."
    set_ready_from(session, 4)
    assert meter_of(session).advice == "Review and complete 3 more real images, to be ready to export."
    for image_id in (2, 3, 4):
        actions.empty(session, look(session, image_id))
    meter = meter_of(session)
    assert meter.coming is None and meter.advice.startswith("Project › Export dataset says")
    with pytest.raises(UserError, match="choose 1 to"):
        set_ready_from(session, 0)
    session.close()


def test_ready_is_said_from_so_many_on_with_one_in_each_split(tmp_path: Path) -> None:
    session = made(tmp_path, real=30, synthetic=4, verified=19)
    made_of = preview(session, ExportOptions())
    assert all(made_of.count(split) for split in (Split.TRAIN, Split.VAL, Split.TEST))
    assert meter_of(session).advice == "Review and complete 1 more real image, to be ready to export."
    assert export(session, tmp_path / "out", ExportOptions()).new, "nobody is held up by it"
    verify(session, 20)
    assert meter_of(session).advice == "Ready to export; 10 more real images can be verified."
    preview(session, ExportOptions(split="80/20"))
    assert "Ready" in meter_of(session).advice, "no test split is asked for"
    set_ready_from(session, 30)
    assert "Ready" not in meter_of(session).advice
    session.close()


def test_without_an_image_for_each_split_it_is_not_ready(tmp_path: Path) -> None:
    session = made(tmp_path, real=9, synthetic=0, verified=2)
    set_ready_from(session, 2)
    preview(session, ExportOptions())
    assert meter_of(session).advice == "Review and complete more real images: there is none for test yet."
    session.close()


def test_what_to_verify_is_what_the_last_plan_said_until_something_is_decided(tmp_path: Path) -> None:
    session = made(tmp_path, real=30, synthetic=30, verified=20)
    before = meter_of(session)
    assert before.coming is None and "erify" not in before.advice.partition("says")[0]
    plan = preview(session, ExportOptions())
    meter = meter_of(session)
    assert meter.coming is not None and plan.advice is not None and not meter.older
    assert meter.coming.verify == plan.instead() and str(plan.advice.verify) in meter.coming.verify
    assert (meter.coming.real, meter.coming.images) == (plan.after.part, plan.after.whole)
    assert meter.share != meter.coming.share, "the share now and in the next version are two"
    set_ready_from(session, 5)
    assert not meter_of(session).older, "a setting decides nothing"
    verify(session, 21)
    later = meter_of(session)
    assert later.older and later.coming == meter.coming and later.share != meter.share
    done = export(session, tmp_path / "out", ExportOptions())
    meter = meter_of(session)
    assert meter.coming is not None and not meter.older and meter.coming.real == done.plan.after.part
    project_policy.store(session, Policy(Fraction("0.67")))
    assert meter_of(session).older, "other shares are demanded now"
    for kept in ("", "[]", '{"event": 1}', "\0"):
        (session.folder / "cache" / KEPT).write_text(kept)
        assert meter_of(session).coming is None
    shutil.rmtree(session.folder / "cache")
    assert meter_of(session).coming is None
    session.close()


def test_what_is_refused_is_a_plan_too_and_what_a_rule_would_cost_is_none(tmp_path: Path) -> None:
    session = made(tmp_path, real=30, synthetic=30, verified=20)
    with pytest.raises(PolicyError) as refused:
        preview(session, ExportOptions(mode="strict"))
    coming = meter_of(session).coming
    assert coming is not None and coming.verify and coming.verify in str(refused.value)
    plan, found = preview_with_costs(session, ExportOptions())
    coming = meter_of(session).coming
    assert found and coming is not None and coming.images == plan.after.whole
    session.close()


# --- how a share is said --------------------------------------------------------------------------------


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.integers(0, 1000))
def test_a_share_that_falls_short_never_looks_met(part: int, whole: int, demanded: int) -> None:
    part, need = min(part, whole), Fraction(demanded, 1000)
    said = Fraction(percent(Of(part, whole)).removesuffix(" %")) / 100
    assert percent(Of(part, whole)) == percent(Fraction(part, whole)) == percent(Share(part, whole))
    assert said <= Fraction(part, whole) < said + Fraction(1, 1000)
    assert (said >= need) == (Fraction(part, whole) >= need)
    number = decimal(Share(part, whole))
    assert number is not None and Fraction(number).limit_denominator(10**6) <= Fraction(part, whole)
    assert percent(of_decimal(number)) == percent(Of(part, whole))


def test_some_shares() -> None:
    assert [percent(Of(*pair)) for pair in ((4996, 10000), (1, 2), (2, 3), (21, 34), (1, 1), (0, 7))] == [
        "49.9 %",
        "50 %",
        "66.6 %",
        "61.7 %",
        "100 %",
        "0 %",
    ]
    assert percent(None) == percent(Share(0, 0)) == "none" and decimal(Of(0, 0)) is None


def test_shares_are_said_in_one_place() -> None:
    """Elsewhere percent are of a zoom, a confidence, an interval or a place of a slider."""
    others = {
        "app/exports/what_if.py",  # what a simulation expected of each class
        "app/monitoring/sentences.py",  # a class among all objects, and how often chance leaves a band
        "cli/trust.py",  # catch rates
        "datasets/simulation.py",  # an average recall
        "gui/dialogs/line_chart.py",  # the chart's axis
        "gui/panels/zoom_label.py",
    }
    says = re.compile(r":\.\d%|\* 100[)\w: ./]*\} %|100 // \w+\} %")
    root = Path(verify_app.__file__).parent
    there = {p.relative_to(root).as_posix() for p in root.rglob("*.py") if says.search(p.read_text("utf-8"))}
    assert there - others == set()
    defined = {p.relative_to(root).as_posix() for p in root.rglob("*.py") if "def percent(" in p.read_text("utf-8")}
    assert defined == {"core/percentages.py"}
