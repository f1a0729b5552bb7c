"""The sample project, and a scripted reviewer that goes the whole way with it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from verify_app.app.imports.add import AddOptions, add
from verify_app.app.predict import Options, predict
from verify_app.app.project.create import create_project, read_classes
from verify_app.app.review import actions, trials
from verify_app.app.review.image_view import ReviewImage, look
from verify_app.app.review.last_position import Place, remember
from verify_app.app.review.queue import Queue
from verify_app.app.session import Session, door_here, person
from verify_app.core.errors import UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Item
from verify_app.core.resources import resource
from verify_app.core.vocabulary import ActorKind, Door, ImageState, LabelState, Origin
from verify_app.formats import yolo
from verify_app.storage.project import DATABASE, Project
from verify_app.storage.queries import image_list

REVIEWER = "scripted"
GOLD = 8
"""Real images of the sample that are kept for evaluation."""

SAME_OBJECT = 0.5
GOOD_BOX = 0.8
"""From this overlap with the truth on, the scripted reviewer leaves a predicted box as it is."""

QUEUE_SEED = 41
"""What the sample's queue is drawn with: it begins with a photograph of many parts, one of them missed by the model."""

SHOWN_ABOVE = 0.25
"""Where the scripted reviewer's confidence slider stands, as in a new window."""


def is_demo(folder: Path) -> bool:
    """Whether the sample was made there before.

    Raises
    ------
    UserError
        When there is a project, but of somebody's own.
    """
    if not (folder / DATABASE).is_file():
        return False
    with Project.look(folder) as project:
        if not project.read.simulated_counts:
            raise UserError(
                M("{folder} is a project of your own, no sample project; name another folder.", folder=folder)
            )
    return True


def make_demo(folder: Path, reviewer: str, *, report: Report = silent) -> None:
    """Make the sample project: bundled images, the bundled model's predictions. Nothing is fetched.

    Real images are unreviewed; synthetic ones come with their renderer's labels, which nobody has verified.

    Raises
    ------
    UserError
        When something else is in the folder, or nothing can be written there.
    """
    if folder.exists() and not folder.is_dir():
        raise UserError(M("{folder} is a file; name a folder for the sample.", folder=folder))
    if folder.exists() and any(folder.iterdir()):
        raise UserError(M("{folder} is not empty; name a new folder for the sample.", folder=folder))
    sample = resource("demo")
    actor = person(reviewer, door=door_here())
    create_project(folder, classes=read_classes(sample / "classes.txt"), actor=actor, demo=True)
    try:
        for origin in ("real", "synthetic"):
            shutil.copytree(sample / "images" / origin, folder / origin / "images")
        shutil.copytree(sample / "truth" / "synthetic", folder / "synthetic" / "labels")
        shutil.copy(sample / "classes.txt", folder / "synthetic" / "classes.txt")
    except OSError as error:
        raise UserError(
            M(
                "The sample cannot be written to {folder}: {reason}.",
                folder=folder,
                reason=reason_of(error),
            )
        ) from error
    session = Session.open(folder, reviewer, door=door_here())
    try:
        real = add(session, [folder / "real"], AddOptions(Origin.REAL), report=report)
        add(session, [folder / "synthetic"], AddOptions(Origin.SYNTHETIC, labels="yolo"), report=report)
        actions.set_gold(session, real.images[-GOLD:])
        trials.set_rates(session, blind=0.0)  # a newcomer is first to see what a model proposes
        with session.project.transact(actor, "setting") as tx:
            tx.put("setting", "queue_seed", {"value": str(QUEUE_SEED)})
        predict(session, str(resource("demo", "model.onnx")), Options(), report=report)
        remember(session, Place(image_id=Queue(session).order()[0]))
    finally:
        session.close()


@dataclass(frozen=True, slots=True)
class Truth:
    """One object that is really there."""

    class_id: int
    region: Region


def review_from_truth(session: Session, *, report: Report = silent) -> int:
    """Decide on every real image of the sample as its ground truth says; returns how many were completed.

    The actor is of the kind `simulated`, which counts as a person only in a demo project.
    """
    robot = Session(session.project, person(REVIEWER, ActorKind.SIMULATED, Door.JOB))
    rows = image_list.rows(session.project.read, image_list.ids(session.project.read, Filter()))
    open_ = [r for r in rows if r.origin is Origin.REAL and r.state is not ImageState.MISSING and not r.state.done]
    for done, row in enumerate(open_, start=1):
        review = look(robot, row.id)
        _decide(robot, review, _truth(robot, review))
        report(Progress("review", done, len(open_), row.name))
    return len(open_)


def _truth(session: Session, review: ReviewImage) -> list[Truth]:
    file = resource("demo", "truth", "real", f"{review.file.stem}.txt")
    ids = [c.id for c in session.classes]
    rows = yolo.read_labels(file, width=review.width, height=review.height, classes=len(ids))
    return [Truth(ids[row.index], row.region) for row in rows.labels]


def _decide(session: Session, review: ReviewImage, truth: Sequence[Truth]) -> None:
    proposals = [i for i in review.items if i.state is LabelState.PROPOSAL and (i.conf or 0) >= SHOWN_ABOVE]
    matched = _match(proposals, truth)
    for item in proposals:
        true = matched.get(item.id)
        if true is None:
            actions.reject(session, review.id, item.id)
            continue
        good = item.region.overlap(true.region) >= GOOD_BOX
        if good and item.class_id == true.class_id:
            actions.accept(session, review.id, item.id)
        else:
            box = None if good else true.region
            actions.correct(session, review.id, item.id, class_id=true.class_id, region=box)
    for true in truth:
        if true not in matched.values():
            actions.draw(session, review.id, (true.class_id, true.region))
    now = look(session, review.id)
    if truth:
        actions.complete(session, now, SHOWN_ABOVE)
    else:
        actions.empty(session, now, SHOWN_ABOVE)


def _match(proposals: Sequence[Item], truth: Sequence[Truth]) -> dict[str, Truth]:
    """Each true object to at most one proposal, best overlap first."""
    pairs = [
        (item.region.overlap(true.region), item.id, number) for item in proposals for number, true in enumerate(truth)
    ]
    found: dict[str, Truth] = {}
    taken: set[int] = set()
    for overlap, item_id, number in sorted(pairs, reverse=True):
        if overlap >= SAME_OBJECT and item_id not in found and number not in taken:
            found[item_id] = truth[number]
            taken.add(number)
    return found
