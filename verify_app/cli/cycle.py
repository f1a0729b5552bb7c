"""cycle: from the newest human work to the next model."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from verify_app.app import settings as own_settings
from verify_app.app.cycle.run import STOPPED, CycleOptions, CycleStep, run_cycle
from verify_app.app.cycle.state import state_of
from verify_app.app.exports.export import ExportOptions
from verify_app.app.session import Session
from verify_app.app.training import TrainOptions
from verify_app.cli.common import IMGSZ, job, project_argument
from verify_app.core.errors import UsageError
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report
from verify_app.core.vocabulary import Door
from verify_app.training.settings import parse

_STOPPED = 3


@click.command("cycle")
@project_argument
@click.option(
    "--when-fresh",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Do nothing while fewer images were verified since the parent version.",
)
@click.option("--train", is_flag=True, help="Train on the version.")
@click.option("--evaluate", is_flag=True, help="Measure the new model beside the one in use, on gold.")
@click.option("--predict/--no-predict", default=True, help="Predict what is unreviewed with the model in use.")
@click.option(
    "--stop-on",
    type=click.Choice(["alarm"]),
    default=None,
    help="Stop before a model is taken into use when the monitor has an alarm; the exit code is 3.",
)
@click.option(
    "--use-unmeasured", is_flag=True, help="Take a new model also where gold cannot tell whether it is worse."
)
@click.option("--anew", is_flag=True, help="Begin anew where a cycle was cut off.")
@click.option("--base", default=None, metavar="MODEL", help="What to train from; default: the model in use.")
@click.option("--epochs", type=click.IntRange(min=1), default=None, help="Default: 100.")
@click.option("--imgsz", type=IMGSZ, default=None, help="Side of the input when training; default: the base model's.")
@click.option("--batch", type=click.IntRange(min=1), default=None, help="Images at once when training; default: 16.")
@click.option("--device", default=None, help="cpu, 0, mps; default: a GPU if there is one.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the training.")
@click.option("--conf", type=float, default=0.05, show_default=True, help="Keep predictions above this confidence.")
@click.option("--min-real-share", default=None, metavar="X", help="As of `export`.")
@click.option("--yes", is_flag=True, help="Agree to leave out more than half of the candidates.")
@click.argument("settings", nargs=-1, metavar="[-- KEY=VALUE...]")
@job
def cycle_command(project: Path, by: str | None, report: Report, **given: Any) -> dict[str, Any]:
    """Export what was verified, train, measure, look for drift, and predict with the model that is in use then.

    Each step is done once: a cycle that was cut off is gone on with by the same command. A model that has degraded is
    never taken into use.
    """
    options = _options(given)
    session = Session.open(project, _name(by), door=Door.JOB)
    with session.project:
        done = run_cycle(session, options, report=report)
        state = state_of(session.project.read)
    lines = [step.sentence for step in done.steps]
    return {
        "text": joined([*lines, done.advice], "\n"),
        "cycle": state.number if state is not None and done.steps else None,
        "outcome": done.outcome,
        "steps": [_step(one) for one in done.steps],
        "in_use": done.in_use,
        "advice": done.advice,
        "exit_code": _STOPPED if done.outcome == STOPPED else 0,
    }


def _step(one: CycleStep) -> dict[str, Any]:
    return {**one.found, "step": one.name, "before": one.before, "sentence": one.sentence}


def _options(given: dict[str, Any]) -> CycleOptions:
    training = TrainOptions(
        given["epochs"], given["imgsz"], given["device"], given["batch"], given["seed"], dict(parse(given["settings"]))
    )
    return CycleOptions(
        when_fresh=given["when_fresh"],
        train=given["train"],
        evaluate=given["evaluate"],
        predict=given["predict"],
        stop_on_alarm=given["stop_on"] is not None,
        use_unmeasured=given["use_unmeasured"],
        base=given["base"],
        anew=given["anew"],
        exporting=ExportOptions(given["min_real_share"], yes=given["yes"]),
        training=training,
        conf=given["conf"],
    )


def _name(by: str | None) -> str:
    """Who starts it: a cycle often runs by itself, so no login's name is taken for a person's.

    Raises
    ------
    UsageError
        When nobody has said.
    """
    name = by or os.environ.get("VERIFY_APP_REVIEWER") or own_settings.load().reviewer
    if not name:
        raise UsageError(M("Say who starts the cycle: --by NAME."))
    return name
