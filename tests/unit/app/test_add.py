"""Adding images and the labels they come with: what is bad is named and left out, nothing is verified by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from tests.windows import can_be_called
from verify_app.app.imports.add import AddOptions, Imported, add
from verify_app.app.imports.files import add_images, rescan, touched
from verify_app.app.project.create import create_project
from verify_app.app.project.report import images, labels, status
from verify_app.app.project.sources import relocate, set_source_origin
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Origin
from verify_app.storage.queries import image_list

NASTY = ("a b.png", 'it\'s "quoted".png', "部品 ネジ.png", "line\nbreak.png", ".hidden.png", "UPPER.PNG")
NASTY = tuple(filter(can_be_called, NASTY))


def dataset(folder: Path, rows: dict[str, str | None]) -> Path:
    """A YOLO folder: file stem to the text of its label file (None: no file)."""
    for number, (stem, text) in enumerate(rows.items()):
        scenery.picture(folder / "images" / "train" / f"{stem}.png", number)
        if text is not None:
            (folder / "labels" / "train").mkdir(parents=True, exist_ok=True)
            (folder / "labels" / "train" / f"{stem}.txt").write_text(text, encoding="utf-8")
    return folder


def bring(session: Session, folder: Path, **values: object) -> Imported:
    return add(
        session,
        [folder],
        AddOptions(Origin.REAL, labels="yolo", by_number=not (folder / "data.yaml").exists(), **values),
    )


def test_bad_files_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    for number, name in enumerate(NASTY):
        scenery.picture(folder / name, number)
    whole = (folder / "a b.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) // 2])
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "text.jpg").write_text("no picture", encoding="utf-8")
    create_project(tmp_path / "p", classes=["bolt"], actor=Actor("ann"))
    session = Session.open(tmp_path / "p", "ann")
    added = add_images(session, [folder], Origin.REAL)
    names = {row["image"] for row in images(session.project)}
    assert names == {f"photos/{name}" for name in NASTY if not name.startswith(".")}
    told = "\n".join(added.problems)
    assert all(name in told for name in ("cut.png", "empty.jpg", "text.jpg"))
    again = add_images(session, [folder], Origin.REAL)
    assert (again.images, again.known, again.changed) == ([], len(names), 0)
    assert list(session.project.problems()) == []


def test_labels_come_in_unverified_by_class_name(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a": "0 0.5 0.5 0.2 0.4\n1 0.1 0.1 0.1 0.1\n", "b": "", "c": None})
    (folder / "data.yaml").write_text("names: {0: nut, 1: bolt}\ndownload: evil()\n", encoding="utf-8")
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder)
    assert done.labels == 2
    rows = list(labels(session.project))
    assert [(r["class"], r["state"], r["grade"]) for r in rows] == [
        ("nut", "imported", "imported"),
        ("bolt", "imported", "imported"),
    ]
    assert rows[0]["box"] == pytest.approx([80, 30, 120, 70])
    assert status(session.project)["images"]["unreviewed"] == 3
    assert bring(session, folder).labels == 0, "importing again doubles nothing"
    assert list(session.project.problems()) == []


def test_attesting_vouches_for_images_with_a_label_file_only(tmp_path: Path) -> None:
    folder = dataset(
        tmp_path / "set", {"a": "0 0.5 0.5 0.2 0.4\n", "empty": "", "none": None, "bad": "7 0.5 0.5 0.2 0.4\n"}
    )
    session = scenery.project(tmp_path, images=0)
    done = bring(session, folder, attest="carla")
    assert done.attested == 1
    assert any("bad" in problem for problem in done.problems)
    found = status(session.project)
    assert (found["images"]["complete"], found["images"]["complete_empty"], found["images"]["unreviewed"]) == (1, 1, 2)
    assert found["labels"]["by_grade"]["attested"] == 1
    assert found["real_share"] == 1.0


def test_unknown_class_names_are_never_guessed(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a": "0 0.5 0.5 0.2 0.4\n"})
    (folder / "data.yaml").write_text("names: [screw]\n", encoding="utf-8")
    session = scenery.project(tmp_path, images=0)
    with pytest.raises(UserError, match="a class that the project does not: screw"):
        bring(session, folder)
    assert status(session.project)["images"]["total"] == 0


def test_our_own_versions_cannot_come_back_as_something_better(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a": "0 0.5 0.5 0.2 0.4\n"})
    (folder / "receipt.json").write_text('{"format": "verify-app receipt"}', encoding="utf-8")
    session = scenery.project(tmp_path, images=0)
    for place in (folder, folder.parent, folder / "images", folder / "images" / "train"):
        for attest in ("carla", None):
            with pytest.raises(UserError, match=r"or the original images|cannot raise|not what its receipt says"):
                bring(session, place, attest=attest)


def test_an_import_leaves_what_people_did_alone(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", {"a": None, "b": None})
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL))
    actions.empty(session, look(session, 1))
    dataset(folder, {"a": "0 0.5 0.5 0.2 0.4\n", "b": "0 0.5 0.5 0.2 0.4\n"})
    done = bring(session, folder)
    assert done.labels == 1
    assert any("worked on already" in problem for problem in done.problems)


def test_files_that_change_or_vanish_are_seen_without_reading_them_all(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    photos = tmp_path / "photos"
    assert touched(session.project.read) == []
    scenery.picture(photos / "000.png", 77)
    (photos / "001.png").unlink()
    assert touched(session.project.read) == [1, 2]
    rescan(session, touched(session.project.read))
    assert status(session.project)["images"]["missing"] == 1
    assert touched(session.project.read) == []
    scenery.picture(photos / "001.png", 1)
    assert touched(session.project.read) == [2]


def test_a_source_moves_as_a_whole(tmp_path: Path) -> None:
    session = scenery.project(tmp_path)
    (tmp_path / "photos").rename(tmp_path / "elsewhere")
    rescan(session, [1, 2, 3, 4])
    assert status(session.project)["images"]["missing"] == 4
    (tmp_path / "other").mkdir()
    with pytest.raises(UserError, match="holds none"):
        relocate(session, 1, tmp_path / "other")
    relocate(session, 1, tmp_path / "elsewhere")
    assert status(session.project)["images"]["missing"] == 0
    set_source_origin(session, 1, Origin.SYNTHETIC)
    assert status(session.project)["images"]["by_origin"]["synthetic"] == 4
    with pytest.raises(UserError, match="already the source photos with origin synthetic"):
        add_images(session, [tmp_path / "elsewhere"], Origin.REAL)
    assert list(session.project.problems()) == []


def _cut_off(tmp_path: Path) -> tuple[Session, Path]:
    """Labels came in, and the program was killed before the word for them was on record: as without it."""
    folder = tmp_path / "set"
    for number in range(3):
        scenery.picture(folder / "images" / f"{number}.png", number)
        label = folder / "labels" / f"{number}.txt"
        label.parent.mkdir(exist_ok=True)
        label.write_text("0 0.5 0.5 0.2 0.2\n2 0.3 0.3 0.2 0.2\n" if number else "", encoding="utf-8")
    (folder / "data.yaml").write_text("train: images\nnames: [bolt, nut, gear]\n", encoding="utf-8")
    session = scenery.project(tmp_path, images=0)
    add(session, [folder], AddOptions(Origin.REAL, "yolo"))
    return session, folder


def test_an_import_that_was_cut_off_before_it_was_attested_is_taken_up_again(tmp_path: Path) -> None:
    session, folder = _cut_off(tmp_path)
    done = add(session, [folder], AddOptions(Origin.REAL, "yolo", attest="carla"))
    assert (done.labels, done.attested, done.problems) == (0, 4, [])
    assert {str(t.state) for t in image_list.tallies(session.project.read)} == {"complete", "complete_empty"}
    assert session.project.read.one("SELECT count(*) FROM imported") == 4
    assert list(session.project.problems()) == []


def test_nobody_vouches_for_labels_that_their_file_does_not_state_any_more(tmp_path: Path) -> None:
    session, folder = _cut_off(tmp_path)
    (folder / "labels" / "1.txt").write_text("1 0.5 0.5 0.2 0.2\n", encoding="utf-8")
    done = add(session, [folder], AddOptions(Origin.REAL, "yolo", attest="carla"))
    (problem,) = done.problems
    assert "1.png: an import before brought other labels" in problem and done.attested == 2


def test_an_image_of_which_a_label_was_left_out_is_not_complete_by_a_word(tmp_path: Path) -> None:
    """One outline lies around a corner of the image and is left aside: nobody can vouch that nothing is missing."""
    square, none = "0 0.2 0.2 0.6 0.2 0.6 0.6 0.2 0.6\n", "1 1.1 1.1 1.1 0.1 1.05 0.1 1.05 1.05 0.1 1.05 0.1 1.1\n"
    folder = dataset(tmp_path / "set", {"whole": square, "partly": square + none})
    session = scenery.project(tmp_path, images=0, task="segment")
    done = bring(session, folder, attest="carla")
    rows = session.project.read.rows("SELECT path, state FROM image_state ORDER BY path")
    assert [tuple(row) for row in rows] == [
        ("images/train/partly.png", "in_progress"),
        ("images/train/whole.png", "complete"),
    ]
    assert done.attested == 2 and any("nothing of the label is inside" in p for p in done.problems)
    assert any("1 images of which some labels were left aside were not marked complete" in p for p in done.problems)
