"""A disk that fills up in the middle of a job: what is said of it is true, and the same command goes on later."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from tests.unit.app.test_export import made
from verify_app.app.exports import labels
from verify_app.app.exports.export import ExportOptions, export
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.predict import Options, predict
from verify_app.app.project.create import create_project
from verify_app.app.session import Session, person
from verify_app.cli.main import run
from verify_app.core.errors import UserError
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Origin
from verify_app.datasets.version import write_version as versions_on_disk
from verify_app.datasets.version.verify import verify_version
from verify_app.formats.records import OutImage
from verify_app.formats.registry import written_formats
from verify_app.storage.queries.history import versions


@contextlib.contextmanager
def full(session: Session, *, more: int = 0) -> Iterator[None]:
    """The project's disk takes so many more pages, and none after them."""
    connection = session.project.read.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + more}")
    try:
        yield
    finally:
        connection.execute("PRAGMA max_page_count = 1000000")


@pytest.mark.parametrize("form", written_formats())
def test_a_hand_out_is_whole_or_absent(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    session = scenery.project(tmp_path, images=4)
    images = labels._images

    def until_full(*args: Any, **more: Any) -> Iterator[OutImage]:
        for number, image in enumerate(images(*args, **more)):
            if number == 3:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            yield image

    with monkeypatch.context() as patch:
        patch.setattr(labels, "_images", until_full)
        with pytest.raises(UserError, match=r"(?i)no space left on device\); nothing is left there"):
            labels.hand_out(session, tmp_path / "a" / "out", form, every=True)
    assert not (tmp_path / "a").exists(), "nor a folder that was made on the way"
    (tmp_path / "a" / "out").mkdir(parents=True)
    done = labels.hand_out(session, tmp_path / "a" / "out", form, every=True)  # an empty folder is free
    assert (done.images, done.place) == (4, tmp_path / "a" / "out")
    assert [place.name for place in (tmp_path / "a").iterdir()] == ["out"]


def sound(session: Session) -> None:
    assert list(session.project.problems()) == []


def test_a_version_that_could_not_be_recorded_is_said_to_be_there(tmp_path: Path) -> None:
    session = made(tmp_path, real=12, synthetic=0, verified=12)
    with pytest.MonkeyPatch.context() as patch:
        written = versions_on_disk.write

        def then_full(*args: Any, **more: Any) -> Any:
            done = written(*args, **more)
            stack.enter_context(full(session))
            return done

        patch.setattr(versions_on_disk, "write", then_full)
        with contextlib.ExitStack() as stack, pytest.raises(UserError) as refused:
            export(session, tmp_path / "v", ExportOptions())
    said = str(refused.value)
    assert "nothing was changed" not in said
    assert "is full" in said
    assert f"The version in {tmp_path / 'v'} is whole but not on record" in said
    assert verify_version(tmp_path / "v").problems == []
    assert versions(session.project.read) == []
    sound(session)
    done = export(session, tmp_path / "v", ExportOptions())  # as it said
    assert done.name == "v1"
    sound(session)


def test_images_that_came_in_before_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify_app.app.imports.files.CHUNK", 10)
    session = scenery.project(tmp_path, images=0)
    for number in range(200):
        scenery.picture(tmp_path / "many" / f"{'a' * 150}{number:03}.png", number)
    with full(session, more=30), pytest.raises(UserError) as refused:
        add(session, [tmp_path / "many"], AddOptions(Origin.REAL))
    came = session.project.read.one("SELECT count(*) FROM image")
    assert 0 < came < 200
    assert "all that was before is" in str(refused.value)
    sound(session)
    add(session, [tmp_path / "many"], AddOptions(Origin.REAL))
    assert session.project.read.one("SELECT count(*) FROM image") == 200
    sound(session)


def test_predictions_say_what_is_true(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=3)
    weights = str(resource("demo", "model.onnx"))
    mapping = dict.fromkeys(("bolt", "nut", "washer", "gear", "spring"), "bolt")
    with full(session, more=3), pytest.raises(UserError, match="what was just to be recorded is not"):
        for conf in range(1, 90):
            predict(session, weights, Options(which="all", mapping=mapping, conf=conf / 1000))
    sound(session)
    predict(session, weights, Options(which="all", mapping=mapping, conf=0.5))
    sound(session)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"), reason="needs a mount"
)
def test_a_project_on_a_full_disk_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        create_project(disk / "p", classes=["bolt"], actor=person("ann"))
        with contextlib.suppress(OSError), (disk / "fill").open("wb", buffering=0) as fill:
            while fill.write(bytes(4096)):
                pass
        assert run(["status", str(disk / "p")]) == 0
        assert run(["class", "add", str(disk / "p"), "nut"]) == 1
        assert "is not, and all that was before is" in capsys.readouterr().err
        (disk / "fill").unlink()
        assert run(["class", "add", str(disk / "p"), "nut"]) == 0
        assert run(["check", str(disk / "p")]) == 0
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
