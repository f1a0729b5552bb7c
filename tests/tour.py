"""Takes pictures of every view of the program in each language, theme and size, to be looked at.

    python tests/tour.py OUT [--language ja ...] [--theme dark ...] [--size 3840x2160@2 ...] [--view grid ...]

A real window on a screen of its own (Xvfb, openbox), on the sample and on small projects of the other tasks; the
first call makes these in OUT/projects. Pictures are OUT/<view>-<language>-<theme>-<size>.png.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from verify_app.gui.shell.window import MainWindow

LANGUAGES, THEMES, SIZES = ("en", "ja", "zh_CN"), ("light", "dark"), ("1366x768", "3840x2160@2")
WAIT_MS = 800
LONGEST = 60
"""So many times that a form which works something out in a child is waited for."""
TASKS = ("segment", "obb", "pose", "classify")
LONG = "a folder with a rather long name/北海道の倉庫-カメラ2-夜間-2026-11-22 23.59.59 (copy of a copy).png"
"""Names of images are what people have, not what fits."""

Step = Callable[["MainWindow"], object]


# --- the projects -----------------------------------------------------------------------------------------------------


def make_projects(folder: Path) -> None:
    """The sample, and a project of each other task with what its small model says."""
    for name in ("detect", *TASKS):
        if not (folder / name).exists():
            command = [sys.executable, __file__, str(folder), "--make", name]
            subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def make_project(folder: Path, name: str) -> None:
    """One project at ``folder/name/project``, whole or not there."""
    (folder / name).mkdir(parents=True)
    try:
        if name == "detect":
            from verify_app.app.demo.sample_project import make_demo

            make_demo(folder / name / "project", "Kai Mori")
        else:
            fill(folder / name, name)
    except BaseException:
        shutil.rmtree(folder / name)
        raise


def fill(folder: Path, task: str) -> None:
    """Twelve scenes and what the small model says of them."""
    from PIL import Image

    from tests import tasks
    from verify_app.app.imports.files import add_images
    from verify_app.app.predict import Options, predict
    from verify_app.app.project.create import create_project
    from verify_app.app.review.last_position import Place, remember
    from verify_app.app.session import Session
    from verify_app.core.queue.orders import Order
    from verify_app.core.records import Actor
    from verify_app.core.vocabulary import Origin

    for number, scene in enumerate(tasks.scenes(task, 12, 60)):
        file = folder / "photos" / (LONG if number == 0 else f"{number:03}.png")
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(scene.image).resize((scene.image.shape[1] * 4, scene.image.shape[0] * 4)).save(file)
    skeleton = tasks.SKELETON if task == "pose" else None
    create_project(folder / "project", classes=tasks.CLASSES[task], actor=Actor("ann"), task=task, skeleton=skeleton)
    session = Session.open(folder / "project", "ann")
    add_images(session, [folder / "photos"], Origin.REAL)
    predict(session, str(tasks.model(task)), Options(imgsz=tasks.SIDE))
    remember(session, Place(Order.FOUND))
    session.close()


# --- the views --------------------------------------------------------------------------------------------------------


def views(projects: Path) -> dict[str, list[Step]]:
    """What to do for each picture; after every step the window has time to settle."""

    def on(name: str, *steps: Step) -> list[Step]:
        return [lambda w: w.open_project(projects / name / "project"), *steps]

    def act(name: str) -> Step:
        return lambda w: w.actions_by_id[name].trigger()

    def form(name: str) -> list[Step]:
        return on("detect", lambda w: w.open_form(name))

    found: dict[str, list[Step]] = {
        "welcome": [lambda w: w.close_project() if w.session else w.show_welcome()],
        "review": on("detect", act("next"), act("next_label")),
        **{f"review-{task}": on(task, act("next_label")) for task in TASKS},
        "draw-segment": on("segment", act("next"), act("box")),
        "verified": on("detect", act("next"), act("accept"), act("previous_label"), act("zoom_object")),
        "grid": on("detect", act("crop_grid"), lambda w: w.review_page.grid.classes.setCurrentIndex(0)),
        "grid-empty": on("detect", act("crop_grid"), lambda w: w.review_page.grid.least.setValue(1.0)),
        "filter": on("detect", lambda w: w.review_page.list.open_filter()),
        "filter-nothing": on("detect", lambda w: w.review_page.list.search.setText("no such name")),
        "history": on("segment", act("accept"), act("undo"), act("redo"), act("previous_label"), act("history")),
        "adjust": on("detect", act("adjust_view")),
        "numbers": on("obb", act("next_label"), act("numeric_edit")),
        "class": on("detect", act("class")),
        "flag": on("detect", act("cancel"), act("flag")),
        "settling": on("detect", settle_something),
        "data": on("detect", lambda w: w.pages.show("data")),
        "menu": on("detect", open_menu),
    }
    found["form-export-full"] = on("detect", verify_some, lambda w: w.open_form("export"))
    project_forms = ("export", "train", "evaluate", "cycle", "predict", "add", "trust", "versions")
    for name in (*project_forms, "what_if", "settings", "keys", "key_editor", "manual", "about", "new_project"):
        found[f"form-{name}"] = form(name)
    return found


def settle_something(window: MainWindow) -> None:
    """The image in front is complete, and a new run sees nothing of it."""
    from tests import scenery
    from verify_app.app.review import actions
    from verify_app.app.review import image_view as looking

    page, session = window.review_page, window.session
    assert session is not None and page.state.review is not None
    image_id = page.state.review.id
    actions.complete(session, looking.look(session, image_id), 0.25)
    scenery.run(session, {image_id: []}, model_id=1)
    page.state.show_image(image_id)


def verify_some(window: MainWindow) -> None:
    """Most real images are complete, as they might be after half an hour."""
    from verify_app.app.review import actions
    from verify_app.app.review import image_view as looking
    from verify_app.core.vocabulary import ImageState, Origin

    session = window.session
    assert session is not None
    for image_id in window.review_page.state.order[:40]:
        there = looking.look(session, image_id)
        if (
            there.origin is Origin.REAL
            and there.state is ImageState.UNREVIEWED
            and any((i.conf or 0) >= 0.25 for i in there.items)
        ):
            actions.complete(session, there, 0.25)
    window.review_page.count()


def open_menu(window: MainWindow) -> None:
    bar = window.menuBar()
    entry = next(entry for entry in bar.actions() if entry.menu().objectName() == "review")
    entry.menu().popup(bar.mapToGlobal(bar.actionGeometry(entry).bottomLeft()))


def between(window: MainWindow) -> None:
    """Back to a window with a project and nothing open."""
    from PySide6.QtWidgets import QApplication

    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for name in list(window._forms):
        window.forget_form(name)
    window.pages.leave()
    page = window.open_page
    if page is not None:
        page.close_grid()
        page.list.search.clear()
        window.review_page.escape()
        window.review_page.escape()


def thinking(window: MainWindow) -> bool:
    """Whether the export form still works out what a version would be."""
    form = window._forms.get("export")
    return form is not None and not form._known  # type: ignore[attr-defined]


# --- inside: the window takes pictures of itself ----------------------------------------------------------------------


def inside(out: Path, projects: Path, tag: str, wanted: list[str]) -> int:
    """Walk through the views; the pictures are of the whole screen, so forms and menus are on them too."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from verify_app.gui.shell import main
    from verify_app.gui.shell.window import MainWindow

    app = main.application()
    window = MainWindow(reviewer="Kai Mori")

    def walk() -> Iterator[None]:
        for name, steps in views(projects).items():
            if wanted and name not in wanted:
                continue
            for step in steps:
                try:
                    step(window)
                except Exception as error:  # the rest of the tour goes on without it
                    print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
                    break
                yield
            else:
                for _ in range(LONGEST):
                    if not thinking(window):
                        break
                    yield
                QApplication.primaryScreen().grabWindow(0).save(str(out / f"{name}-{tag}.png"))
                between(window)
                yield
        window._leaving = True
        window.close()

    going = walk()
    timer = QTimer(window)
    timer.timeout.connect(lambda: next(going, None))
    window.show_welcome()
    window.showMaximized()
    timer.start(WAIT_MS)
    return app.exec()


# --- outside: a screen for each size ----------------------------------------------------------------------------------


@contextlib.contextmanager
def screen(size: str) -> Iterator[dict[str, str]]:
    """A screen that nobody sees, with a window manager; gives the environment for it."""
    pixels, _, scale = size.partition("@")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{pixels}x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale or "1"}
    manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL)
    try:
        yield env
    finally:
        for process in (manager, server):
            process.kill()
            process.wait()


def tour(out: Path, chosen: argparse.Namespace) -> int:
    """All pictures; the exit code says whether every window ended well."""
    from verify_app.app.settings import Settings, save

    projects = out / "projects"
    projects.mkdir(parents=True, exist_ok=True)
    make_projects(projects)
    worst = 0
    for size in chosen.size:
        with screen(size) as env:
            for language in chosen.language:
                for theme in chosen.theme:
                    scratch = out / "scratch"
                    shutil.rmtree(scratch, ignore_errors=True)
                    for name in ("detect", *TASKS):
                        shutil.copytree(projects / name / "project", scratch / name / "project")
                    os.environ["VERIFY_APP_CONFIG_DIR"] = env["VERIFY_APP_CONFIG_DIR"] = str(scratch / "config")
                    save(Settings(reviewer="Kai Mori", language=language, theme=theme))
                    tag = f"{language}-{theme}-{size.replace('@', 'at')}"
                    command = [sys.executable, __file__, str(out), "--inside", tag, "--view", *chosen.view]
                    worst = max(worst, abs(subprocess.run(command, env=env, check=False).returncode))
    return worst


def main_() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", nargs="*", default=LANGUAGES)
    parser.add_argument("--theme", nargs="*", default=THEMES)
    parser.add_argument("--size", nargs="*", default=SIZES)
    parser.add_argument("--view", nargs="*", default=[])
    parser.add_argument("--inside", default="", help=argparse.SUPPRESS)
    parser.add_argument("--make", default="", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.make:
        make_project(chosen.out, chosen.make)
        return 0
    if chosen.inside:
        return inside(chosen.out, chosen.out / "scratch", chosen.inside, chosen.view)
    return tour(chosen.out.resolve(), chosen)


if __name__ == "__main__":
    sys.exit(main_())
