"""Projects of every task on which somebody has completed images, so that honeypots can be made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests import scenery
from verify_app.app.review import actions, trials
from verify_app.app.review.image_view import look
from verify_app.app.session import Session
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Actor
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.trials.trials import TrialObject
from verify_app.core.vocabulary import Task

ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))


def _box(x: float) -> Region:
    return Box(x, 20.0, x + 30, 60.0)


def _outline(x: float) -> Region:
    return Polygon.simple(((x, 20), (x + 30, 20), (x + 30, 60), (x, 60)))


def _pose(x: float) -> Region:
    points = (Keypoint(x + 3, 25.0), Keypoint(x + 15, 40.0, 1), Keypoint(x + 26, 55.0))
    return Keypoints(Box(x, 20.0, x + 30, 60.0), points)


def _oriented(x: float) -> Region:
    return OrientedBox.of((x + 15, 40, 34, 14, 0.6))


_REGION = {Task.DETECT: _box, Task.SEGMENT: _outline, Task.OBB: _oriented, Task.POSE: _pose}


def truth(task: Task, image_id: int) -> list[TrialObject]:
    """What is on an image: two objects, of a classified one its class."""
    if task is Task.CLASSIFY:
        return [TrialObject(1 + image_id % 3, WHOLE_IMAGE)]
    shift = image_id % 7
    return [TrialObject(1 + (image_id + i) % 3, _REGION[task](10.0 + shift + 70 * i)) for i in range(2)]


def made(folder: Path, *, images: int, task: Task = Task.DETECT, reviewer: str = "ann") -> Session:
    """A project whose model sees exactly what is there; trials are off."""
    session = scenery.project(
        folder, images=images, task=task, reviewer=reviewer, skeleton=ARM if task is Task.POSE else None
    )
    set_rates(session, honeypots=0.0, blind=0.0)
    said = {i: [(t.class_id - 1, t.region, 0.5 + i / 200) for t in truth(task, i)] for i in range(1, images + 1)}
    scenery.run(session, {i: [(c + 1, region, conf) for c, region, conf in rows] for i, rows in said.items()})
    return session


def set_rates(session: Session, **rates: float) -> None:
    """Also beyond what a person may set: 1 makes every image one."""
    with session.project.transact(session.actor, "setting") as tx:
        for name, rate in rates.items():
            tx.put("setting", name, {"value": str(rate)})


def complete(session: Session, image_ids: Sequence[int]) -> None:
    """Accept what is shown on images and mark them complete."""
    for image_id in image_ids:
        actions.complete(session, look(session, image_id), 0.0)


def as_reviewer(session: Session, name: str) -> Session:
    """Somebody else in the same project."""
    return Session(session.project, Actor(name))


def first_trial(session: Session, image_ids: Sequence[int]) -> trials.Trial:
    """The first honeypot that comes up before one of these images."""
    return next(t for i in image_ids if (t := trials.next_trial(session, i)) is not None)
