"""Our projects of the same pictures and labels: labelme's folders, brought in as a person would bring them in.

The labels are imported and unverified, so that each of them may be dragged; the folder stays the images' place.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from tests.benchmarks.peers.scenes import CLASSES, TARGET
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Origin, Task


def make(out: Path, scenario: str) -> float | None:
    """Make the project of a scenario; seconds that bringing its images in took, None where it was there."""
    project = out / "verify" / scenario / "project"
    done = project.parent / "done"
    if done.exists():
        return None
    shutil.rmtree(project, ignore_errors=True)
    project.parent.mkdir(parents=True, exist_ok=True)
    task = Task.SEGMENT if scenario.startswith("poly") else Task.DETECT
    create_project(project, classes=[*CLASSES, TARGET], actor=Actor("bench"), task=task)
    session = Session.open(project, "bench")
    start = time.perf_counter()
    brought = add(session, [out / "labelme" / scenario], AddOptions(Origin.REAL, labels="labelme"))
    took = time.perf_counter() - start
    session.close()
    if brought.problems:
        raise SystemExit(f"{scenario}: {brought.problems[0]}")
    done.touch()
    return took
