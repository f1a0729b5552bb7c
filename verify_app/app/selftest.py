"""A small real round through every part, to tell whether an installation works."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from verify_app.app.demo.sample_project import make_demo
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session, forget
from verify_app.core.geometry import Box
from verify_app.core.resources import resource

NEEDED = ("demo/classes.txt", "demo/model.onnx", "demo/model.pt", "demo/images/real", "demo/truth/real")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing tried and how it went."""

    name: str
    ok: bool
    detail: str


def selftest() -> list[Step]:
    """Try the resources, a project, a run of the bundled model, a decision and the record; nothing is left behind."""
    steps = [_try("resources", _resources)]
    if not steps[-1].ok:
        return steps
    with tempfile.TemporaryDirectory(prefix="verify-app-") as scratch:
        folder = Path(scratch) / "sample"
        steps.append(_try("sample project and model", lambda: _sample(folder)))
        if steps[-1].ok:
            steps.append(_try("decision and undo", lambda: _decision(folder)))
            forget(folder)
    return steps


def _try(name: str, act: Callable[[], str]) -> Step:
    try:
        return Step(name, True, act())
    except Exception as error:  # whatever goes wrong is the finding
        return Step(name, False, f"{type(error).__name__}: {error}")


def _resources() -> str:
    for name in NEEDED:
        resource(*name.split("/"))
    return f"{len(NEEDED)} found"


def _sample(folder: Path) -> str:
    make_demo(folder, "selftest")
    session = Session.open(folder, "selftest")
    with session.project:
        found = status(session.project)
    if not found["proposals"]:
        raise RuntimeError("the bundled model found nothing on the bundled images")
    return f"{found['images']['total']} images, {found['proposals']} proposals"


def _decision(folder: Path) -> str:
    session = Session.open(folder, "selftest")
    try:
        before = look(session, 1)
        actions.draw(session, 1, (session.classes[0].id, Box(10, 10, 60, 60)))
        actions.undo(session)
        problems = list(session.project.problems())
        if look(session, 1) != before or problems:
            raise RuntimeError("; ".join(problems) or "undo did not bring the image back")
    finally:
        session.close()
    return "recorded, undone, proven"
