"""A small real round through every part, to tell whether an installation works."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verify_app.app import diagnostics
from verify_app.app.demo.sample_project import make_demo
from verify_app.app.project.report import status
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.app.session import Session, forget
from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.resources import resource
from verify_app.datasets.composition.exact_solver import Problem, Uses, exact

NEEDED = ("demo/classes.txt", "demo/model.onnx", "demo/model.pt", "demo/images/real", "demo/truth/real")


@dataclass(frozen=True, slots=True)
class SelfTestStep:
    """One thing tried and how it went; `facts` are for programs."""

    name: str
    ok: bool
    detail: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def selftest(folder: Path | None = None) -> list[SelfTestStep]:
    """Try this computer, the resources, a run of the bundled model, a decision and the record; nothing is left behind.

    Parameters
    ----------
    folder : Path, optional
        Where projects are to be; its speed, locks and clock are tried. Default: where temporary files go.
    """
    place = folder or Path(tempfile.gettempdir())
    steps = [
        _try("window", diagnostics.window),
        _try("engine", diagnostics.engine),
        _try("folder", lambda: diagnostics.folder(place)),
        _try("clock", diagnostics.clock),
        _try("solver", _solver),
        _try("resources", _resources),
    ]
    return steps + _round() if steps[-1].ok else steps


def _round() -> list[SelfTestStep]:
    """A small project from predictions to a decision."""
    steps = []
    with tempfile.TemporaryDirectory(prefix="verify-app-") as scratch:
        sample = Path(scratch) / "sample"
        steps.append(_try("sample project and model", lambda: _sample(sample)))
        if steps[-1].ok:
            steps.append(_try("decision and undo", lambda: _decision(sample)))
            forget(sample)
    return steps


def _try(name: str, act: Callable[[], str | tuple[str, Mapping[str, Any]]]) -> SelfTestStep:
    try:
        said = act()
        return SelfTestStep(name, True, said) if isinstance(said, str) else SelfTestStep(name, True, *said)
    except UserError as error:
        return SelfTestStep(name, False, str(error))
    except Exception as error:  # whatever goes wrong is the finding
        return SelfTestStep(name, False, f"{type(error).__name__}: {error}")


def _resources() -> str:
    for name in NEEDED:
        resource(*name.split("/"))
    return f"{len(NEEDED)} found"


def _solver() -> str:
    """A few whole numbers under a cap: what solves them is loaded only where a version needs it, and can be missing."""
    uses = Uses(entries=((0, 0, 1), (0, 1, 1)), caps=1, kinds=2)
    found = exact(Problem(tail=(1, 0), there=(3, 3), limits=(4,), uses=uses), [1, 2])
    if found != [3, 1]:
        raise RuntimeError(f"3 and 1 are the best there is, not {found}")
    return "exact"


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
