"""What is synthetic stays so, whatever images come and go, until a person gives a reason; the newest act counts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import scenery
from tests.unit.app.test_export import verify
from verify_app.app.exports.export import ExportOptions, export, preview
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.files import add_images, rescan
from verify_app.app.project.origins import wants_reason
from verify_app.app.project.sources import set_source_origin
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.review.queue import Queue
from verify_app.app.session import Session
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.queue.filters import Facet, Filter
from verify_app.core.queue.orders import Order
from verify_app.core.vocabulary import Origin, Split
from verify_app.datasets.composition.compose import UNUSABLE
from verify_app.datasets.composition.pool import read_pool
from verify_app.storage.queries import image_list

OPTIONS = ExportOptions(yes=True)


def complete(session: Session, *image_ids: int) -> None:
    for image_id in image_ids:
        actions.draw(session, image_id, (1, Box(5, 5, 45, 45)))
        verify(session, image_id)


def of(session: Session, name: str) -> Origin:
    """The origin under which an image would be exported; the counts of the window agree."""
    pool = read_pool(session.project.read)
    found = {c.image: c for c in pool.candidates}[name]
    assert list(session.project.problems()) == []
    return found.origin


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Renders 1 to 3 and photos 4 to 6, the first of which has the bytes of the first render; all complete."""
    for number in range(3):
        scenery.picture(tmp_path / "renders" / f"{number}.png", number)
        scenery.picture(tmp_path / "photos" / f"{number}.png", 10 + number)
    shutil.copy(tmp_path / "renders" / "0.png", tmp_path / "photos" / "0.png")
    made = scenery.project(tmp_path, images=0)
    add_images(made, [tmp_path / "renders"], Origin.SYNTHETIC)
    add_images(made, [tmp_path / "photos"], Origin.REAL)
    complete(made, *range(1, 7))
    return made


def test_a_removed_member_still_says_what_its_bytes_are(session: Session) -> None:
    assert of(session, "photos/0.png") is Origin.SYNTHETIC
    actions.remove_images(session, [1, 2, 3])
    assert of(session, "photos/0.png") is Origin.SYNTHETIC
    assert image_list.candidate_counts(session.project.read) == (2, 1)


def test_bytes_whose_render_was_overwritten_stay_synthetic(session: Session, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "renders" / "1.png", tmp_path / "photos" / "1.png")
    scenery.picture(tmp_path / "renders" / "1.png", 99)
    rescan(session, [2, 5])
    verify(session, 5)
    actions.remove_images(session, [2])
    assert of(session, "photos/1.png") is Origin.SYNTHETIC


def test_a_reason_is_asked_for_and_kept_and_undone(session: Session) -> None:
    for image_id in (1, 4):
        for origin in (Origin.REAL, Origin.UNKNOWN):
            with pytest.raises(UserError, match=r"0\.png counts as synthetic; say why it is .* with --reason"):
                actions.set_origin(session, [image_id], origin, reason="  ")
    changes = actions.set_origin(session, [4], Origin.REAL, reason=" the render is a scan of a photo ")
    assert changes is not None and changes.detail["reason"] == "the render is a scan of a photo"
    assert of(session, "photos/0.png") is Origin.REAL
    assert image_list.candidate_counts(session.project.read) == (3, 2)
    actions.undo(session)
    assert of(session, "photos/0.png") is Origin.SYNTHETIC
    actions.redo(session)
    assert of(session, "photos/0.png") is Origin.REAL


def test_the_newest_named_act_counts(session: Session, tmp_path: Path) -> None:
    actions.set_origin(session, [4], Origin.REAL, reason="a photo")
    actions.set_origin(session, [4], Origin.SYNTHETIC)
    assert of(session, "photos/0.png") is Origin.SYNTHETIC
    actions.set_origin(session, [4], Origin.REAL, reason="a photo after all")
    actions.set_origin(session, [4], Origin.UNKNOWN)
    assert of(session, "photos/0.png") is Origin.UNKNOWN
    actions.set_origin(session, [4], Origin.REAL, reason="its file was found")
    assert of(session, "photos/0.png") is Origin.REAL
    (tmp_path / "more").mkdir()
    shutil.copy(tmp_path / "renders" / "0.png", tmp_path / "more" / "again.png")
    add_images(session, [tmp_path / "more"], Origin.SYNTHETIC)
    assert of(session, "photos/0.png") is Origin.SYNTHETIC


def test_what_an_act_with_a_reason_made_it_needs_one_to_be_more(session: Session) -> None:
    actions.set_origin(session, [4], Origin.UNKNOWN, reason="nobody knows who made it")
    with pytest.raises(UserError, match=r"0\.png counts as unknown; say why it is real with --reason"):
        actions.set_origin(session, [4], Origin.REAL)
    actions.set_origin(session, [4], Origin.REAL, reason="found the camera's own file")
    assert wants_reason(session, [4], Origin.UNKNOWN) is False


def test_one_reason_serves_a_whole_source(session: Session) -> None:
    actions.set_origin(session, [3], Origin.SYNTHETIC)
    with pytest.raises(UserError, match="say why all of it is real"):
        set_source_origin(session, 1, Origin.REAL)
    changes = set_source_origin(session, 1, Origin.REAL, reason="they are photos")
    assert changes is not None and changes.detail["reason"] == "they are photos"
    assert {of(session, f"{folder}/{n}.png") for folder in ("photos", "renders") for n in range(3)} == {Origin.REAL}
    set_source_origin(session, 1, Origin.SYNTHETIC)
    assert of(session, "photos/0.png") is of(session, "renders/2.png") is Origin.SYNTHETIC
    actions.undo(session)
    actions.undo(session)
    assert of(session, "photos/0.png") is of(session, "renders/2.png") is Origin.SYNTHETIC


def test_what_is_said_of_a_source_reaches_the_bytes_of_removed_members(session: Session) -> None:
    set_source_origin(session, 1, Origin.REAL, reason="they are photos")
    actions.remove_images(session, [1])
    assert of(session, "photos/0.png") is Origin.REAL
    set_source_origin(session, 1, Origin.SYNTHETIC)
    assert of(session, "photos/0.png") is Origin.SYNTHETIC
    set_source_origin(session, 1, Origin.REAL, reason="they are photos after all")
    assert of(session, "photos/0.png") is Origin.REAL


def test_the_list_shows_and_filters_what_an_image_counts_as(session: Session) -> None:
    assert {row.id: row.origin for row in image_list.rows(session.project.read, range(1, 7))} == {
        **dict.fromkeys((1, 2, 3, 4), Origin.SYNTHETIC),
        **dict.fromkeys((5, 6), Origin.REAL),
    }
    assert look(session, 4).origin is Origin.SYNTHETIC
    way = Queue(session)
    wanted = [list(way.order(Order.FOUND, Filter(origins=frozenset((o,))))) for o in Origin]
    assert wanted == [[5, 6], [1, 2, 3, 4], []]
    assert way.counts()[Facet.ORIGINS] == {Origin.REAL: 2, Origin.SYNTHETIC: 4}
    actions.set_origin(session, [4], Origin.REAL, reason="a photo")
    assert list(way.order(Order.FOUND, Filter(origins=frozenset((Origin.SYNTHETIC,))))) == [2, 3]
    assert way.counts()[Facet.ORIGINS] == {Origin.REAL: 4, Origin.SYNTHETIC: 2}


def test_the_commands_ask_for_the_reason(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(session.folder)
    session.close()
    assert run(["source", "origin", folder, "renders", "real", "--by", "ann"]) != 0
    assert run(["image", "origin", folder, "real", "photos/0.png", "--by", "ann"]) != 0
    assert capsys.readouterr().err.count("--reason") == 2
    assert run(["image", "origin", folder, "real", "photos/0.png", "--by", "ann", "--reason", "a photo"]) == 0
    assert run(["source", "origin", folder, "renders", "real", "--by", "ann", "--reason", "photos"]) == 0


def test_what_an_earlier_receipt_said_is_remembered(tmp_path: Path) -> None:
    """A version whose images were worked on here already, so that its labels are left aside: its origins are not."""
    session = scenery.project(tmp_path, images=12)
    complete(session, *range(1, 13))
    for number in range(3):
        scenery.picture(tmp_path / "renders" / f"{number}.png", 100 + number)
    add_images(session, [tmp_path / "renders"], Origin.SYNTHETIC)
    complete(session, 13, 14, 15)
    done = export(session, tmp_path / "v1", OPTIONS)
    made = [m.candidate.sha256 for m in done.plan.members if not m.candidate.rv]
    session.close()
    (tmp_path / "other").mkdir()
    other = scenery.project(tmp_path / "other", images=0)
    options = AddOptions(Origin.UNKNOWN, labels="yolo")
    add(other, [done.folder], options)
    ids = [r[0] for r in other.project.read.rows("SELECT key FROM image_state WHERE origin = 'synthetic'")]
    assert len(ids) == len(made) == 3
    actions.remove_images(other, ids)
    shutil.copytree(tmp_path / "renders", tmp_path / "again")
    more = add_images(other, [tmp_path / "again"], Origin.REAL)
    complete(other, *more.images)
    assert {of(other, f"again/{n}.png") for n in range(3)} == {Origin.SYNTHETIC}
    add(other, [done.folder], options)  # and once more
    assert {of(other, f"again/{n}.png") for n in range(3)} == {Origin.SYNTHETIC}
    other.close()


def test_a_flag_on_one_alias_holds_for_all_and_is_named(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=12)
    complete(session, *range(1, 13))
    shutil.copytree(tmp_path / "photos", tmp_path / "copies")
    copies = add_images(session, [tmp_path / "copies"], Origin.REAL).images
    actions.flag(session, copies[3], "what is this?")
    before = image_list.candidate_counts(session.project.read)
    made = preview(session, OPTIONS)
    (out,) = [x for x in made.left_out if x.image == "photos/003.png"]
    assert out.reason == UNUSABLE and "copies/003.png has the same bytes and is flagged as unsure" in out.why
    assert before == (11, 0) == (made.candidates.part, made.candidates.whole - made.candidates.part)
    actions.unflag(session, copies[3])
    assert preview(session, OPTIONS).left_out == () and image_list.candidate_counts(session.project.read) == (12, 0)
    assert {m.split for m in made.members} >= {Split.TRAIN, Split.VAL}


def test_a_blind_alias_that_is_not_settled_holds_for_all(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=12)
    complete(session, *range(1, 13))
    shutil.copytree(tmp_path / "photos", tmp_path / "copies")
    copy = add_images(session, [tmp_path / "copies"], Origin.REAL).images[5]
    sha256 = session.project.read.scans([copy])[copy].sha256
    with session.project.transact(session.actor, "blind") as tx:
        tx.facts("blind", [(copy, sha256, "ann", "human")], images=[copy])
    made = preview(session, OPTIONS)
    (out,) = [x for x in made.left_out if x.image == "photos/005.png"]
    assert "copies/005.png has the same bytes and is a blind image that is not settled" in out.why
    assert image_list.candidate_counts(session.project.read) == (11, 0)
    assert list(session.project.problems()) == []
