"""Whether a model suits a project's task, and what of it is used where it is made for another."""

from __future__ import annotations

from verify_app.core.counted import counted
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.inference.engine import BOXED, Engine
from verify_app.inference.onnx_layout import Head


def suits(task: str, model_task: str) -> bool:
    """Whether models of a task can be used in a project: its own, and for boxes those that give a box as well."""
    return model_task == task or (task == Task.DETECT and model_task in BOXED)


def use(task: str, model_task: str) -> str:
    """What of a model is used, for its line in a list; empty where it is everything."""
    return M("{task}, its boxes", task=model_task) if model_task != task else ""


def fit_task(task: str, skeleton: Skeleton | None, engine: Engine) -> None:
    """Have a model give what the project's objects are.

    Raises
    ------
    UserError
        When it cannot.
    """
    card = engine.card
    if not suits(task, card.task):
        wanted = f"{task}, {', '.join(BOXED)}" if task == Task.DETECT else task
        raise UserError(
            M(
                "This model is for {task}, the project for {own_task}; use a model for {suitable}.",
                task=card.task,
                own_task=task,
                suitable=wanted,
            )
        )
    if card.task != task:
        engine.give_boxes()
    elif skeleton is not None and card.points != len(skeleton.names):
        raise UserError(
            M(
                "This model gives {points} an object, the project has {wanted}; use a model that "
                "was trained on the same points.",
                points=counted(card.points, "point"),
                wanted=len(skeleton.names),
            )
        )


def notes_of(engine: Engine) -> list[str]:
    """What a person should know of how the model is read."""
    notes: list[str] = []
    if engine.boxes:
        text = (
            M("An {task} model: the boxes round its objects were taken.", task=engine.card.task)
            if engine.card.task[0] in "aeiou"
            else M("A {task} model: the boxes round its objects were taken.", task=engine.card.task)
        )
        notes.append(text)
    if engine.settings.get("head") == Head.INSIDE:
        notes.append(
            M("NMS is inside the file, which leaves out what is below a confidence of its own (0.25 as a rule).")
        )
    return notes
