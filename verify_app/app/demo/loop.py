"""The whole loop on the sample, without a window and without a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verify_app.app.demo.sample_project import REVIEWER, review_from_truth
from verify_app.app.exports.export import ExportOptions, described, export
from verify_app.app.project.report import status
from verify_app.app.session import Session, door_here, person
from verify_app.app.training import TrainOptions, add_model, evaluate_models, loaded_counts, summary, train_version
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Report, silent
from verify_app.core.resources import resource
from verify_app.core.vocabulary import ActorKind, Door
from verify_app.datasets.version.verify import verify_version

IMGSZ = 160
"""Small, so that one epoch takes seconds on a processor."""


def whole_loop(folder: Path, reviewer: str, *, report: Report = silent) -> dict[str, Any]:
    """Review from the sample's truth, export, verify the version, train one epoch, evaluate on gold.

    Raises
    ------
    UserError
        When the project is no sample, or any step fails.
    """
    session = Session.open(folder, reviewer, door=door_here())
    try:
        if not session.project.read.simulated_counts:
            raise UserError(M("{folder} is no sample project; a scripted reviewer works only there.", folder=folder))
        reviewed = review_from_truth(session, report=report)
        robot = Session(session.project, person(REVIEWER, ActorKind.SIMULATED, Door.JOB))
        done = export(robot, folder / "versions" / "demo", ExportOptions(), report=report)
        checked = verify_version(done.folder)
        if checked.problems:
            raise UserError(M("The version is not what its receipt says: {problem}", problem=checked.problems[0]))
        base = add_model(robot, resource("demo", "model.pt"))
        options = TrainOptions(epochs=1, imgsz=IMGSZ, batch=8)
        trained = train_version(robot, done.name, base.name, options, report=report)
        evaluation, out = evaluate_models(robot, [base.name, trained.model.name], imgsz=IMGSZ, report=report)
        found = status(session.project)
    finally:
        session.close()
    sentence = evaluation.comparisons[0].sentence
    return {
        "text": M(
            "Reviewed {n} images, wrote {version}, trained {model}. {outcome}",
            n=reviewed,
            version=done.name,
            model=trained.model.name,
            outcome=sentence,
        ),
        "reviewed": reviewed,
        "version": done.name,
        "folder": str(done.folder),
        "receipt": done.digest,
        "export": described(done.plan),
        "model": trained.model.name,
        "loaded": loaded_counts(trained.trained),
        "evaluation": summary(evaluation, out),
        "status": found,
    }
