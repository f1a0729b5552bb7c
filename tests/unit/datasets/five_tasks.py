"""Pools and versions of each of the five tasks, made of generated scenes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from tests.sharing import shared
from tests.tasks import CLASSES, SKELETON, Scene, scenes
from verify_app.core.receipt.receipt import Completion
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Task
from verify_app.datasets.composition.candidates import Candidate, CandidateLabel, Pool
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.write_version import Written, write

ALSO = "never seen"
"""A class that no image shows."""


def task_pool(folder: Path, task: Task, *, real: int = 12, others: int = 6, gold: int = 0, seed: int = 7000) -> Pool:
    """Real-verified and synthetic scenes; but for classified images, the second real one shows nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for number, scene in enumerate(scenes(task, real + others + gold, seed)):
        rv = number < real or number >= real + others
        empty = number == 1 and task is not Task.CLASSIFY
        one = _candidate(folder / f"scene {number}.png", scene, task, rv=rv, empty=empty)
        found.append(_gold(one) if number >= real + others else one)
    skeleton = SKELETON if task is Task.POSE else None
    return Pool((*CLASSES[task], ALSO), tuple(found), task=task, skeleton=skeleton)


def _candidate(file: Path, scene: Scene, task: Task, *, rv: bool, empty: bool) -> Candidate:
    Image.fromarray(scene.image).save(file)
    data = file.read_bytes()
    grade, who = (Grade.DRAWN, ("ann", (), ActorKind.HUMAN, Door.WINDOW)) if rv else (Grade.IMPORTED, (None,))
    return Candidate(
        image=f"src/{file.name}",
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        width=scene.image.shape[1],
        height=scene.image.shape[0],
        origin=Origin.REAL if rv else Origin.SYNTHETIC,
        rv=rv,
        labels=() if empty else tuple(CandidateLabel(c, region, grade, *who) for c, region in scene.objects),
        complete=Completion("ann", Grade.ACCEPTED, ActorKind.HUMAN, Door.WINDOW) if rv else None,
    )


def _gold(candidate: Candidate) -> Candidate:
    return replace(candidate, gold=True)


def shared_versions(factory: pytest.TempPathFactory) -> dict[Task, Written]:
    """A version of each task that no test may change."""
    return {task: shared(factory, f"{task} version", partial(task_version, task=task, gold=2)) for task in Task}


def task_version(folder: Path, task: Task, *, real: int = 12, others: int = 6, gold: int = 0) -> Written:
    """A version in ``folder/v1``."""
    pool = survey(task_pool(folder / "pictures", task, real=real, others=others, gold=gold))
    return write(plan(pool, Policy()), folder / "v1")
