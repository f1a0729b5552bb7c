"""A format that the program has never heard of: this file registers it, and nothing else knows its name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from verify_app.app.exports.labels import hand_out
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.imports.preview import dataset_classes
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.messages import M
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, Origin
from verify_app.formats import registry
from verify_app.formats.detect_format import sniff
from verify_app.formats.disk_buffer import Gathered
from verify_app.formats.records import StatedImage, StatedObject
from verify_app.formats.registry import Format, ToRead, ToWrite, formats, read_formats, register, written_formats


class Tally(Gathered):
    """A file of lines: picture, class and sides of a box; a picture alone is empty."""

    def __init__(self, asked: ToRead) -> None:
        super().__init__(asked.root)
        for line in asked.only("*.tally").read_text(encoding="utf-8").splitlines()[1:]:
            path, *rest = line.split("\t")
            objects = [StatedObject(rest[0], Box(*map(float, rest[1:])))] if rest else []
            self._keep(StatedImage(path, path, split="val" if path.startswith("b") else "train"), objects)
        self.names = sorted(self.counts)


def write(given: ToWrite) -> None:
    lines = ["tally 1"]
    for image in given.images:
        rows = [[x.name, *map(str, x.region.bounds.corners())] for x in image.objects] or [[]]
        lines += ["\t".join([image.path, *row]) for row in rows]
    (given.folder / "all.tally").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def without_tab(text: str) -> None:
    if "\t" in text:
        raise UserError(M("The name {name!r} holds a tab.", name=text))


TALLY = Format("tally", "Tally", 100, (".tally",), rb"\Atally 1\n", Tally, write, without_tab)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    formats()
    monkeypatch.setattr(registry, "_registered", dict(registry._registered))
    register(TALLY)
    yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "set"
    made.mkdir()
    for number, name in enumerate(("a.png", "b.png", "c.png")):
        Image.new("RGB", (40, 30), (number, 0, 0)).save(made / name)
    (made / "all.tally").write_text(
        "tally 1\na.png\tbolt\t1.0\t2.0\t11.0\t12.5\nb.png\n", encoding="utf-8", newline="\n"
    )
    return made


def session_in(folder: Path, *classes: str) -> Session:
    create_project(folder, classes=classes, actor=Actor("ann"))
    return Session.open(folder, "ann")


def labels_of(session: Session) -> list[tuple[str, Grade, tuple[float, ...]]]:
    names = {c.id: c.name for c in session.classes}
    every = session.project.read.labels([1, 2, 3]).values()
    return [(names[x.class_id], x.grade, tuple(x.region.bounds.corners())) for some in every for x in some]


def test_it_is_found_out_and_comes_in(tmp_path: Path, folder: Path) -> None:
    session = session_in(tmp_path / "p")
    assert sniff(folder) == sniff(folder / "all.tally") == "tally"
    assert dataset_classes(session, folder, "auto").counts == {"bolt": 1}
    done = add(session, [folder], AddOptions(Origin.REAL, "auto", attest="Ann", gold=True))
    assert labels_of(session) == [("bolt", Grade.ATTESTED, (1.0, 2.0, 11.0, 12.5))]
    assert len(done.images) == 2 and done.attested == 1 and len(done.labelled) == 2
    assert any("1 pictures that the dataset does not name" in text for text in done.problems)
    said = session.project.read.rows("SELECT split, evidence FROM stated_split ORDER BY image_id")
    assert [tuple(row) for row in said] == [("train", "tally"), ("val", "tally")]
    again = add(session, [folder], AddOptions(Origin.REAL, "tally"))
    assert again.known == 2 and again.labels == 0


def test_it_goes_out_and_comes_in_again(tmp_path: Path, folder: Path) -> None:
    session = session_in(tmp_path / "p")
    add(session, [folder], AddOptions(Origin.REAL, "tally"))
    handed = hand_out(session, tmp_path / "out", "tally", every=True)
    assert (handed.images, handed.labels) == (2, 1)
    other = session_in(tmp_path / "q", "bolt")
    add(other, [tmp_path / "out"], AddOptions(Origin.REAL, "tally", images=folder))
    assert labels_of(other) == labels_of(session)


def test_a_name_that_it_cannot_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_in(tmp_path / "p", "bolt")
    strange = Format("strict", "Strict", 110, write=write, check=lambda text: without_tab("\t"))
    register(strange)
    with pytest.raises(UserError, match="holds a tab"):
        hand_out(session, tmp_path / "out", "strict")


def test_lists_go_by_the_registry() -> None:
    assert [*read_formats()][-1] == "tally" and [*written_formats()][-1] == "tally"
    assert "dota" not in written_formats() and "yolo-images" not in read_formats()
    with pytest.raises(ValueError, match="Two formats are called 'tally'"):
        register(TALLY)


def test_loading_the_formats_loads_nothing_heavy() -> None:
    code = (
        "import sys; from verify_app.formats.registry import formats; assert len(formats()) > 7; "
        "print({'numpy', 'shapely', 'cv2', 'scipy', 'defusedxml', 'sqlite_utils'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_command_line_offers_it() -> None:
    code = (
        "import sys; from tests.unit.app import test_new_format as new; new.register(new.TALLY); "
        "from verify_app.cli.main import run; sys.exit(run(sys.argv[1:]))"
    )
    for command in ("add", "classes-of", "hand-out"):
        done = subprocess.run(
            [sys.executable, "-c", code, command, "--help"], capture_output=True, text=True, check=True
        )
        assert "tally]" in "".join(done.stdout.split())
