"""Decisions on objects of many images as one undoable step: what the crop grid does.

A crop decision decides objects; no image becomes complete by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from verify_app.app.review import decisions
from verify_app.app.review.copies import require_class
from verify_app.app.review.decision_context import Scene
from verify_app.app.review.same_bytes import deciding
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes
from verify_app.core.review_rules import label_on
from verify_app.core.vocabulary import LabelState

Chosen = Mapping[int, Sequence[str]]
"""Image id to the ids of objects on it."""

Shown = Mapping[int, str]
"""Image id to the SHA-256 of the bytes that its crops were cut out of."""


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
    settled : int
        Objects that were decided with another of this step, since it is of the same thing.
    changed : frozenset of int
        Images on which nothing was decided, since their files are not what was shown.
    scanned : Changes or None
        What was recorded of their files, to broadcast too.
    """

    changes: Changes | None
    done: int
    left: tuple[str, ...] = ()
    settled: int = 0
    changed: frozenset[int] = frozenset()
    scanned: Changes | None = None


def accept_many(session: Session, chosen: Chosen, *, shown: Shown | None = None, ms: int = 0) -> Bulk:
    """Say that objects are right; on images whose bytes are not those that were `shown` nothing is decided."""
    return _decide(session, "accept", chosen, decisions.accept, shown=shown, ms=ms)


def reject_many(
    session: Session,
    chosen: Chosen,
    *,
    folded: Mapping[tuple[int, str], Sequence[str]] | None = None,
    fix_later: bool = False,
    shown: Shown | None = None,
    ms: int = 0,
) -> Bulk:
    """Say that predictions are false, or are to be fixed later. Verified labels are left as they are.

    What is `folded` under one, by image and object, goes with it, as false: of a heap one is to be fixed.
    """

    def act(scene: Scene, item_id: str) -> None:
        if item_id.startswith("L"):
            label = label_on(scene, item_id)
            if derive.label_state(label, scene.evidence) is LabelState.VERIFIED:
                raise UserError(M("It is verified by {name}; open its image to remove it.", name=label.by))
        decisions.reject(scene, item_id, fix_later=fix_later)
        for each in (folded or {}).get((scene.image_id, item_id), ()):
            decisions.reject(scene, each, fix_later=False)

    return _decide(session, "fix_later" if fix_later else "reject", chosen, act, shown=shown, ms=ms)


def reclass_many(session: Session, chosen: Chosen, class_id: int, *, shown: Shown | None = None, ms: int = 0) -> Bulk:
    """Give objects another class."""

    def act(scene: Scene, item_id: str) -> None:
        decisions.change(scene, item_id, class_id=class_id)

    return _decide(
        session, "correct", chosen, act, shown=shown, ms=ms, check=lambda scene: require_class(scene.tx, class_id)
    )


def _decide(
    session: Session,
    operation: str,
    chosen: Chosen,
    act: Callable[[Scene, str], object],
    *,
    shown: Shown | None,
    ms: int,
    check: Callable[[Scene], object] | None = None,
) -> Bulk:
    """One transaction over all of them; what has changed meanwhile is left, named, and the rest goes on."""
    done, settled, left = 0, 0, list[str]()
    with deciding(session, operation, list(chosen), ms=ms, shown=shown) as (tx, looked):
        for image_id, item_ids in chosen.items():
            if image_id in looked.refused:
                left += [looked.refused[image_id]] * len(item_ids)
                continue
            before: frozenset[int] | None = None
            for item_id in item_ids:
                try:
                    # read anew for each object: one decided just now hides another on the same thing
                    scene = Scene.of(tx, session.actor, image_id)
                    before = _ids(scene) if before is None else before
                    if check is not None:
                        check(scene)
                    act(scene, item_id)
                except ChangedMeanwhile as error:
                    if before is not None and _settled(scene, item_id, before):
                        settled += 1
                    else:
                        left.append(str(error))
                except UserError as error:
                    left.append(str(error))
                else:
                    scene.rebind()
                    done += 1
        tx.detail["objects"] = done
    return Bulk(tx.changes, done, tuple(left), settled, frozenset(looked.refused), looked.changes)


def _ids(scene: Scene) -> frozenset[int]:
    return frozenset(label.id for label in scene.evidence.labels)


def _settled(scene: Scene, item_id: str, before: frozenset[int]) -> bool:
    """Whether a label that this step has made is of the same object as a proposal without a verdict."""
    new = [label for label in scene.evidence.labels if label.id not in before]
    said = next((p for p in scene.evidence.predictions if f"P{p.id}" == item_id), None)
    ruled = said is not None and any(ruling.prediction.id == said.id for ruling in scene.evidence.rulings)
    if said is None or ruled:
        return False
    return any(label.region.overlap(said.region) >= derive.SAME_OBJECT_IOU for label in new)
