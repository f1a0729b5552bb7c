"""Decisions on objects of many images as one undoable step: what the crop grid does.

A crop decision decides objects; no image becomes complete by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from verify_app.app import decisions
from verify_app.app.actions import require_class
from verify_app.app.decisions import Scene
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.records import Changes
from verify_app.core.vocabulary import LabelState

Chosen = Mapping[int, Sequence[str]]
"""Image id to the ids of objects on it."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a step did.

    Parameters
    ----------
    changes : Changes or None
        To broadcast; None when nothing was to be changed.
    done : int
        Objects that were decided.
    left : tuple of str
        One sentence for each object that was left as it is.
    """

    changes: Changes | None
    done: int
    left: tuple[str, ...] = ()


def accept_many(session: Session, chosen: Chosen, *, ms: int = 0) -> Bulk:
    """Say that objects are right."""
    return _decide(session, "accept", chosen, decisions.accept, ms=ms)


def reject_many(session: Session, chosen: Chosen, *, fix_later: bool = False, ms: int = 0) -> Bulk:
    """Say that predictions are false, or are to be fixed later. Verified labels are left as they are."""

    def act(scene: Scene, item_id: str) -> None:
        if item_id.startswith("L"):
            label = scene.label(item_id)
            if derive.label_state(label, scene.evidence) is LabelState.VERIFIED:
                raise UserError(f"It is verified by {label.by}; open its image to remove it.")
        decisions.reject(scene, item_id, fix_later=fix_later)

    return _decide(session, "fix_later" if fix_later else "reject", chosen, act, ms=ms)


def reclass_many(session: Session, chosen: Chosen, class_id: int, *, ms: int = 0) -> Bulk:
    """Give objects another class."""

    def act(scene: Scene, item_id: str) -> None:
        decisions.change(scene, item_id, class_id=class_id)

    return _decide(session, "correct", chosen, act, ms=ms, check=lambda scene: require_class(scene.tx, class_id))


def _decide(
    session: Session,
    operation: str,
    chosen: Chosen,
    act: Callable[[Scene, str], object],
    *,
    ms: int,
    check: Callable[[Scene], object] | None = None,
) -> Bulk:
    """One transaction over all of them; what has changed meanwhile is left, named, and the rest goes on."""
    done, left = 0, list[str]()
    with session.project.transact(session.actor, operation, ms=ms) as tx:
        for image_id, item_ids in chosen.items():
            for item_id in item_ids:
                try:
                    # read anew for each object: one decided just now hides another on the same thing
                    scene = Scene.of(tx, session.actor, image_id)
                    if check is not None:
                        check(scene)
                    act(scene, item_id)
                except UserError as error:
                    left.append(str(error))
                else:
                    scene.rebind()
                    done += 1
        tx.detail["objects"] = done
    return Bulk(tx.changes, done, tuple(left))
