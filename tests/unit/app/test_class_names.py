"""Classes come in by name: what names them is found, what does not agree is refused, and numbers are asked for once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.add import AddOptions, Imported, add
from verify_app.app.imports.preview import dataset_classes
from verify_app.app.project.report import labels, status
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Origin

ROW = "0 0.5 0.5 0.2 0.2\n"


def dataset(root: Path, files: dict[str, str], pictures: tuple[str, ...] = ("images/a.png",)) -> Path:
    """A folder with these pictures and text files."""
    for number, name in enumerate(pictures):
        scenery.picture(root / name, number)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def bring(session: Session, *paths: Path, labels: str = "yolo", **values: object) -> Imported:
    return add(session, paths, AddOptions(Origin.REAL, labels=labels, **values))


def classes_in(session: Session) -> list[str]:
    return [row["class"] for row in labels(session.project)]


NAMED = {
    "data.yaml": {"data.yaml": "names: [gear, bolt]\n"},
    "YAML of any name": {"parts.v2.yml": "train: images\nnames: {0: gear, 1: bolt}\n"},
    "YAML beside one about something else": {"set.yaml": "names: [gear]\n", "env.yaml": "name: x\nlr: 1\n"},
    "obj.names": {"obj.names": "gear\nbolt\n", "obj.data": "classes = 2\nnames = data/obj.names\n"},
    "classes.txt": {"classes.txt": "gear\r\nbolt\r\n\r\n"},
    "classes.txt beside the labels": {"labels/classes.txt": "gear\nbolt\n"},
    "_darknet.labels": {"labels/_darknet.labels": "gear\nbolt\n"},
    "two that agree": {"data.yaml": "names: [gear, bolt]\n", "classes.txt": "gear\nbolt\nnut\n"},
}


@pytest.mark.parametrize("labels_as", ["yolo", "auto"])
@pytest.mark.parametrize("files", NAMED.values(), ids=NAMED)
def test_what_names_the_classes_is_found(tmp_path: Path, files: dict[str, str], labels_as: str) -> None:
    session = scenery.project(tmp_path, images=0)
    done = bring(session, dataset(tmp_path / "set", {"labels/a.txt": ROW, **files}), labels=labels_as)
    assert classes_in(session) == ["gear"] and done.problems == []


ABOVE = {
    "set.yaml that speaks of the folder": ("train: set/images\nnames: [gear]\n", ["gear"]),
    "set.yaml of another set": ("train: other/images\nnames: [gear]\n", None),
}


@pytest.mark.parametrize(("text", "found"), ABOVE.values(), ids=ABOVE)
def test_a_yaml_above_counts_when_it_speaks_of_the_folder(tmp_path: Path, text: str, found: list[str] | None) -> None:
    folder = dataset(tmp_path / "sets" / "set", {"labels/a.txt": ROW, "../set.yaml": text, "../other/images/x": ""})
    session = scenery.project(tmp_path, images=0)
    if found is None:
        with pytest.raises(UserError, match="names their classes"):
            bring(session, folder)
    else:
        bring(session, folder)
        assert classes_in(session) == found


WORDS = {
    "booleans": ("names: [yes, no]", ["yes", "no"]),
    "switches": ("names: [on, Off]", ["on", "Off"]),
    "numbers": ("names: {0: 007, 1: 1.50}", ["007", "1.50"]),
    "nothing": ("names: [null, ~]", ["null", "~"]),
    "a date": ("names: [2024-01-01]", ["2024-01-01"]),
}


@pytest.mark.parametrize(("text", "names"), WORDS.values(), ids=WORDS)
def test_names_are_the_words_that_stand_there(tmp_path: Path, text: str, names: list[str]) -> None:
    session = scenery.project(tmp_path, images=0)
    folder = dataset(tmp_path / "set", {"labels/a.txt": ROW, "data.yaml": text})
    assert list(dataset_classes(session, folder, "yolo").names) == names


REFUSED = {
    "a name twice": ({"data.yaml": "names: [bolt, bolt]"}, "calls both class 0 and class 1 bolt"),
    "a name twice in a list": ({"classes.txt": "bolt\nbolt\n"}, "calls both class 0 and class 1 bolt"),
    "a name that is none": ({"classes.txt": "bolt\n\nnut\n"}, "Class 1 in .* has no name"),
    "a list as a name": ({"data.yaml": "names: [bolt, [nut]]"}, "Class 1 .* a list"),
    "YAMLs that disagree": (
        {"a.yaml": "names: [bolt]", "b.yaml": "names: [nut]"},
        r"Class 0 is nut in .*b\.yaml, but bolt in .*a\.yaml",
    ),
    "folders that disagree": (
        {"one/data.yaml": "names: [bolt]", "two/data.yaml": "names: [nut]"},
        "Class 0 is nut in .*, but bolt in .*one by one",
    ),
    "a list in another encoding": ({"classes.txt": "bolt"}, "not text in UTF-8"),
    "nothing": ({}, r"would be 0 = bolt, 1 = nut, 2 = gear\. .*`--by-number`.*`--map \"0=bolt\"`"),
    "a number that the project does not have": (
        {"labels/a.txt": "5 0.5 0.5 0.2 0.2\n"},
        r"3 = \?, 4 = \?, 5 = \?\. 5 would be none of the project's classes",
    ),
}


@pytest.mark.parametrize(("files", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_clear_is_refused_and_nothing_is_added(tmp_path: Path, files: dict[str, str], words: str) -> None:
    session = scenery.project(tmp_path, images=0)
    folder = dataset(tmp_path / "set", {"labels/a.txt": ROW, **files})
    if "encoding" in words or "UTF-8" in words:
        (folder / "classes.txt").write_bytes("bölt".encode("latin-1"))
    with pytest.raises(UserError, match=words):
        bring(session, folder)
    assert status(session.project)["images"]["total"] == 0


def test_the_yaml_that_is_right_is_named_instead_of_its_folder(tmp_path: Path) -> None:
    files = {"labels/a.txt": ROW, "a.yaml": "names: [bolt]", "b.yaml": "names: [gear]"}
    session = scenery.project(tmp_path, images=0)
    bring(session, dataset(tmp_path / "set", files) / "b.yaml", labels="auto")
    assert classes_in(session) == ["gear"]


def test_names_that_differ_only_by_case_are_told(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    folder = dataset(tmp_path / "set", {"labels/a.txt": ROW, "classes.txt": "bolt\nBolt\n"})
    done = bring(session, folder, mapping={"Bolt": "nut"})
    assert done.notes == [f"{folder} has the classes bolt and Bolt, which differ only by case; they came in as two."]


SAID = {
    "by number": ({"by_number": True}, ["bolt", "nut"]),
    "by map": ({"mapping": {"0": "gear", "1": "bolt"}}, ["gear", "bolt"]),
    "one left out": ({"mapping": {"0": "gear", "1": None}}, ["gear"]),
    "by number but for one": ({"by_number": True, "mapping": {"0": "gear"}}, ["gear", "nut"]),
}


@pytest.mark.parametrize(("values", "found"), SAID.values(), ids=SAID)
def test_what_was_said_of_numbers_is_kept_for_the_source(
    tmp_path: Path, values: dict[str, object], found: list[str]
) -> None:
    session = scenery.project(tmp_path, images=0)
    rows = ROW + "1 0.5 0.5 0.2 0.2\n"
    folder = dataset(tmp_path / "set", {"labels/train/a.txt": rows}, ("images/train/a.png",))
    bring(session, folder / "images" / "train", **values)
    assert classes_in(session) == found
    dataset(folder, {"labels/train/b.txt": rows, "labels/val/c.txt": rows}, ("images/train/b.png", "images/val/c.png"))
    done = bring(session, folder / "images" / "train", folder / "images" / "val")
    assert done.problems == [] and classes_in(session) == 3 * found, "neither adding again nor the next part asks"
    other = dataset(tmp_path / "other", {"labels/a.txt": rows})
    with pytest.raises(UserError, match="names their classes"):
        bring(session, other)
    assert list(session.project.problems()) == []


def test_a_number_of_which_nothing_was_said_is_asked_for(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=0)
    folder = dataset(tmp_path / "set", {"labels/a.txt": ROW + "2 0.5 0.5 0.2 0.2\n"})
    for mapping, words in (
        ({"0": "bolt"}, r"It was said that 0 = bolt; say also what 2 is: --map \"2=NAME\""),
        ({"bolt": "nut"}, r"--map takes numbers"),
        ({"0": "cog", "2": "nut"}, r"no class cog; it has bolt, nut, gear"),
    ):
        with pytest.raises(UserError, match=words):
            bring(session, folder, mapping=mapping)
    assert status(session.project)["images"]["total"] == 0


def test_a_project_without_classes_takes_no_numbers(tmp_path: Path) -> None:
    from verify_app.app.project.create import create_project
    from verify_app.core.records import Actor

    create_project(tmp_path / "p", classes=[], actor=Actor("ann"))
    session = Session.open(tmp_path / "p", "ann")
    folder = dataset(tmp_path / "set", {"labels/a.txt": ROW})
    for by_number in (False, True):
        with pytest.raises(UserError, match="the project has none yet: their numbers are 0"):
            bring(session, folder, by_number=by_number)
    bring(session, folder, mapping={"0": "cog"})
    assert classes_in(session) == ["cog"]
