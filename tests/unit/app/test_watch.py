"""A folder is watched: whole new images come up as proposals, whatever goes wrong meanwhile."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from tests import scenery
from verify_app.app.imports import watch as watching
from verify_app.app.imports.watch import KeptEngine, Watched, WatchOptions, watch
from verify_app.app.models import keep_model
from verify_app.app.project.create import create_project, read_classes
from verify_app.app.project.report import images, status
from verify_app.app.session import Session
from verify_app.core.errors import Cancelled, UsageError, UserError
from verify_app.core.progress import Progress
from verify_app.core.receipt.receipt import FORMAT, RECEIPT
from verify_app.core.records import Actor
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Origin
from verify_app.imaging.folder_watch import Arrivals
from verify_app.inference.open_engine import open_engine
from verify_app.storage.project import Project

MODEL = str(resource("demo", "model.onnx"))
PICTURES = sorted(resource("demo", "images", "real").glob("*.jpg"))
REAL = WatchOptions(Origin.REAL, MODEL, seconds=0.1)
ONCE = WatchOptions(Origin.REAL, MODEL, once=True, seconds=0.1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A watched folder beside an empty project for the demo model."""
    create_project(tmp_path / "p", classes=read_classes(resource("demo", "classes.txt")), actor=Actor("ann"))
    (tmp_path / "cam").mkdir()
    return tmp_path / "cam"


def keep(folder: Path) -> None:
    """Make the demo model one of the project's."""
    session = Session.open(folder.parent / "p", "ann")
    with open_engine(MODEL) as engine:
        keep_model(session, Path(MODEL), engine.card, detail={"imgsz": max(engine.card.imgsz)})
    session.close()


def names(folder: Path) -> list[str]:
    with Project.look(folder.parent / "p") as project:
        return sorted(row["image"] for row in images(project))


def state(folder: Path) -> dict[str, object]:
    with Project.look(folder.parent / "p") as project:
        assert list(project.problems()) == []
        return status(project)


class Watching:
    """A watch in a thread, as a job would run it."""

    def __init__(self, folder: Path, options: WatchOptions = REAL) -> None:
        self.problems: list[str] = []
        self.texts: list[str] = []
        self._stop = threading.Event()
        self.error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(folder, options))
        self._thread.start()

    def _run(self, folder: Path, options: WatchOptions) -> None:
        try:
            watch(folder.parent / "p", "ann", folder, options, report=self._report)
        except BaseException as error:
            self.error = error

    def _report(self, step: Progress) -> None:
        if self._stop.is_set():
            raise Cancelled("enough")
        self.texts.append(step.text)
        if step.problem:
            self.problems.append(step.problem)

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + 300
        while not true():
            assert self._thread.is_alive(), self.error
            assert time.monotonic() < end, (self.problems, self.texts[-3:])
            time.sleep(0.05)

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(300)
        assert not self._thread.is_alive()


@contextlib.contextmanager
def watched(folder: Path, options: WatchOptions = REAL) -> Iterator[Watching]:
    watching = Watching(folder, options)
    try:
        yield watching
    finally:
        watching.stop()
    assert isinstance(watching.error, Cancelled)


def test_new_images_come_up_as_proposals(folder: Path) -> None:
    shutil.copy(PICTURES[0], folder / "first.jpg")
    with watched(folder) as job:
        job.until(lambda: len(names(folder)) == 1 and state(folder)["proposals"] > 0)
        before = state(folder)["proposals"]
        (folder / "sub").mkdir()
        shutil.copy(PICTURES[1], folder / "sub" / "second.jpg")
        job.until(lambda: state(folder)["proposals"] > before)
    assert names(folder) == ["cam/first.jpg", "cam/sub/second.jpg"]
    assert job.problems == []
    assert [row["origin"] for row in json_rows(folder)] == ["real", "real"]


def test_images_of_a_version_are_named_and_left_out(folder: Path) -> None:
    inside = folder / "v1" / "images" / "train"
    inside.mkdir(parents=True)
    (folder / "v1" / RECEIPT).write_text(json.dumps({"format": FORMAT}))
    shutil.copy(PICTURES[0], inside / "a.jpg")
    shutil.copy(PICTURES[1], folder / "b.jpg")
    with watched(folder) as job:
        job.until(lambda: bool(job.problems) and len(names(folder)) == 1)
    assert names(folder) == ["cam/b.jpg"]
    assert "is of the version" in job.problems[0] and "--labels yolo" in job.problems[0]


def json_rows(folder: Path) -> list[dict[str, object]]:
    with Project.look(folder.parent / "p") as project:
        return list(images(project))


def test_one_engine_stays_open_between_rounds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    real = watching.open_model

    def counting(*args: object, **values: object) -> object:
        opened.append(args)
        return real(*args, **values)

    monkeypatch.setattr(watching, "open_model", counting)
    keep(folder)
    with watched(folder, WatchOptions(Origin.REAL, "model", seconds=0.1)) as job:
        for number in range(3):
            before = state(folder)["proposals"]
            shutil.copy(PICTURES[number], folder / f"{number}.jpg")
            job.until(lambda b=before: state(folder)["proposals"] > b)
    assert len(opened) == 1


def test_the_newest_model_is_the_default(folder: Path) -> None:
    keep(folder)
    shutil.copy(PICTURES[0], folder)
    done = watch(folder.parent / "p", "ann", folder, WatchOptions(Origin.REAL, once=True, seconds=0.1))
    assert done.images == 1
    assert done.predictions > 0


def test_a_file_that_is_being_written_is_left_until_it_is_whole(folder: Path) -> None:
    data = PICTURES[0].read_bytes()
    with watched(folder) as job:
        with (folder / "slow.jpg").open("wb") as out:
            for start in range(0, len(data), len(data) // 12 + 1):
                out.write(data[start : start + len(data) // 12 + 1])
                out.flush()
                assert names(folder) == []
                time.sleep(0.05)
        job.until(lambda: names(folder) == ["cam/slow.jpg"])
    assert job.problems == []


def test_temporary_and_hidden_names_are_ignored(folder: Path) -> None:
    for name in ("a.jpg.part", "b.jpg.tmp", "c.jpg~", "~d.jpg", "e.part.jpg", "f.tmp.jpg", ".g.jpg", "h~.jpg", "i.txt"):
        shutil.copy(PICTURES[0], folder / name)
    (folder / ".hidden").mkdir()
    shutil.copy(PICTURES[0], folder / ".hidden" / "x.jpg")
    shutil.copy(PICTURES[1], folder / "good.JPG")
    done = watch(folder.parent / "p", "ann", folder, ONCE)
    assert (done.images, done.skipped, done.left) == (1, 0, 0)
    assert names(folder) == ["cam/good.JPG"]
    (folder / "a.jpg.part").rename(folder / "a.jpg")
    assert watch(folder.parent / "p", "ann", folder, ONCE).images == 1


def test_a_bad_file_is_named_once_and_taken_when_it_is_mended(folder: Path) -> None:
    data = PICTURES[0].read_bytes()
    (folder / "cut.jpg").write_bytes(data[: len(data) // 2])
    (folder / "empty.png").write_bytes(b"")
    with watched(folder) as job:
        job.until(lambda: len(job.problems) == 2)
        shutil.copy(PICTURES[1], folder / "good.jpg")
        job.until(lambda: names(folder) == ["cam/good.jpg"])
        (folder / "cut.jpg").write_bytes(data)
        job.until(lambda: names(folder) == ["cam/cut.jpg", "cam/good.jpg"])
    assert len(job.problems) == 2
    assert {word for word in ("cut.jpg", "empty.png") if any(word in p for p in job.problems)} == {
        "cut.jpg",
        "empty.png",
    }


def test_a_folder_that_vanishes_is_waited_for(folder: Path) -> None:
    shutil.copy(PICTURES[0], folder / "a.jpg")
    with watched(folder) as job:
        job.until(lambda: state(folder)["proposals"] > 0)
        folder.rename(folder.with_name("away"))
        job.until(lambda: len(job.problems) == 1)
        time.sleep(0.5)
        assert len(job.problems) == 1, "said once"
        assert "cannot be reached" in job.problems[0]
        shutil.copy(PICTURES[1], folder.with_name("away") / "b.jpg")
        folder.with_name("away").rename(folder)
        job.until(lambda: len(names(folder)) == 2)
        assert any("is back" in text for text in job.texts)


def test_a_file_that_was_away_for_its_prediction_is_looked_at_when_it_is_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watching.predict

    def late(*args: object, **values: object) -> object:
        monkeypatch.setattr(watching, "predict", real)
        (folder / "a.jpg").rename(folder.with_name("a.jpg"))
        return real(*args, **values)

    monkeypatch.setattr(watching, "predict", late)
    shutil.copy(PICTURES[0], folder / "a.jpg")
    with watched(folder) as job:
        job.until(lambda: len(job.problems) == 1)
        folder.with_name("a.jpg").rename(folder / "a.jpg")
        job.until(lambda: state(folder)["proposals"] > 0)
    assert [row["state"] for row in json_rows(folder)] == ["unreviewed"]


def test_a_file_that_is_back_before_anybody_looks_again_is_looked_at_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watching.predict

    def late(*args: object, **values: object) -> object:
        monkeypatch.setattr(watching, "predict", real)
        (folder / "a.jpg").rename(folder.with_name("a.jpg"))
        done = real(*args, **values)
        folder.with_name("a.jpg").rename(folder / "a.jpg")
        return done

    monkeypatch.setattr(watching, "predict", late)
    shutil.copy(PICTURES[0], folder / "a.jpg")
    with watched(folder) as job:
        job.until(lambda: state(folder)["proposals"] > 0)
        assert len(job.problems) == 1


def test_a_locked_project_is_waited_for_and_who_has_it_is_said(folder: Path) -> None:
    session = Session.open(folder.parent / "p", "ann")
    shutil.copy(PICTURES[0], folder / "a.jpg")
    with watched(folder) as job:
        job.until(lambda: len(job.problems) == 1)
        assert f"process {os.getpid()}" in job.problems[0]
        assert names(folder) == []
        session.close()
        job.until(lambda: names(folder) == ["cam/a.jpg"])
        job.until(lambda: state(folder)["proposals"] > 0)
        session = Session.open(folder.parent / "p", "bob")  # it is free again between the rounds
        shutil.copy(PICTURES[1], folder / "b.jpg")
        job.until(lambda: len(job.problems) == 2)
        session.close()
        job.until(lambda: len(names(folder)) == 2)
    locked = Session.open(folder.parent / "p", "ann")
    with pytest.raises(UserError, match="open elsewhere"):
        watch(folder.parent / "p", "ann", folder, ONCE)
    locked.close()


def test_images_that_were_added_before_a_break_are_predicted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(PICTURES[0], folder / "a.jpg")
    with monkeypatch.context() as patch:
        patch.setattr(watching, "predict", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            watch(folder.parent / "p", "ann", folder, ONCE)
    assert (len(names(folder)), state(folder)["proposals"]) == (1, 0)
    done = watch(folder.parent / "p", "ann", folder, ONCE)
    assert (done.images, done.predictions > 0) == (0, True)
    assert watch(folder.parent / "p", "ann", folder, ONCE) == Watched(), "nothing is looked at twice"


def test_what_says_it_is_synthetic_is_not_taken_for_real(folder: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "NovelAI")
    with Image.open(PICTURES[0]) as picture:
        picture.save(folder / "made.png", pnginfo=info)
    assert watch(folder.parent / "p", "ann", folder, ONCE).hinted == 1
    assert [row["origin"] for row in json_rows(folder)] == ["synthetic"]


def test_what_cannot_be_watched_is_refused_in_a_sentence(folder: Path) -> None:
    project = folder.parent / "p"
    shutil.copy(PICTURES[0], folder)
    with pytest.raises(UserError, match="no folder"):
        watch(project, "ann", folder / "none", ONCE)
    with pytest.raises(UsageError, match="--origin"):
        watch(project, "ann", folder, WatchOptions(None, MODEL, once=True, seconds=0.1))
    with pytest.raises(UserError, match="no model yet"):
        watch(project, "ann", folder, WatchOptions(Origin.REAL, once=True, seconds=0.1))
    with pytest.raises(UserError, match="no project"):
        watch(folder.parent / "q", "ann", folder, ONCE)
    assert names(folder) == [], "nothing was added on the way"
    watch(project, "ann", folder, ONCE)
    with pytest.raises(UserError, match="origin real"):
        watch(project, "ann", folder, WatchOptions(Origin.SYNTHETIC, MODEL, once=True, seconds=0.1))
    watch(project, "ann", folder, WatchOptions(None, MODEL, once=True, seconds=0.1))


def test_arrivals_remember_no_more_than_what_is_there(tmp_path: Path) -> None:
    view = Arrivals(tmp_path, without=tmp_path / "p")
    scenery.picture(tmp_path / "p" / "cache.png")
    for number in range(30):
        file = scenery.picture(tmp_path / f"{number}.png", number)
        assert view.look() == []
        assert view.look() == [file]
        view.settle(file, good=number % 2 == 0)
        assert view.look() == []
        file.unlink()
    view.look()
    assert (view._stamps, view._settled, view._bad) == ({}, set(), {})


def test_an_engine_that_failed_is_not_used_again() -> None:
    kept = KeptEngine()
    with kept(MODEL) as first:
        pass
    with kept(MODEL) as same:
        assert same is first
    with pytest.raises(ZeroDivisionError), kept(MODEL):
        raise ZeroDivisionError
    with kept(MODEL) as fresh:
        assert fresh is not first
    with kept(MODEL, batch=2) as other:
        assert other is not fresh
    kept.close()


@pytest.mark.parametrize("word", ["cancel", "signal"])
def test_the_command_ends_when_told_and_idles_quietly(folder: Path, word: str) -> None:
    shutil.copy(PICTURES[0], folder / "a.jpg")
    command = [sys.executable, "-m", "verify_app", "watch", str(folder.parent / "p"), str(folder)]
    options = ["--origin", "real", "--model", MODEL, "--seconds", "0.2", "--progress", "jsonl", "--by", "ann"]
    child = subprocess.Popen([*command, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin is not None
    assert child.stdout is not None
    while "Waiting" not in (line := child.stdout.readline()) or '"done": 1' not in line:
        assert line, "it ended by itself"
    spent = cpu(child.pid)
    time.sleep(2)
    if spent is not None:
        assert cpu(child.pid) - spent < spent / 10, "next to no work while nothing comes"
    if word == "cancel":
        child.stdin.write("cancel\n")
        child.stdin.flush()
    else:
        child.send_signal(signal.SIGINT)
    rest, _ = child.communicate(timeout=300)
    assert child.returncode == 130
    lines = [json.loads(line) for line in io.StringIO(rest)]
    assert lines[-1]["type"] == "error"
    assert len(lines) <= 2, "the same news are told once"
    assert state(folder)["proposals"] > 0


def cpu(pid: int) -> float | None:
    """Seconds a process has computed so far, where the system tells."""
    file = Path(f"/proc/{pid}/stat")
    if not file.exists():
        return None
    fields = file.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
