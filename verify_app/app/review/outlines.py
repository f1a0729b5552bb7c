"""One outline cut into several objects, and several joined to one: each a single step of a person's, undoable."""

from __future__ import annotations

from collections.abc import Sequence

from verify_app.app.review import decisions
from verify_app.app.review.copies import Copy, grade_of, put
from verify_app.app.review.decision_context import Scene
from verify_app.app.review.same_bytes import deciding_one
from verify_app.app.session import Session
from verify_app.core.geometry import Region
from verify_app.core.records import Changes, Item
from verify_app.core.vocabulary import Grade


def cut(session: Session, image_id: int, item_id: str, kept: Region, *pieces: Copy, ms: int = 0) -> Changes | None:
    """Leave an object this region; what is cut off become objects like it.

    Who or what had said of the whole that it is there stands behind the pieces too, and none is more than a pasted
    label would be.
    """
    with deciding_one(session, "cut", image_id, ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        decisions.change(scene, item_id, region=kept)
        put(scene, pieces)
        scene.rebind()
    return tx.changes


def join(
    session: Session, image_id: int, item_id: str, whole: Region, others: Sequence[str], *, ms: int = 0
) -> Changes | None:
    """Give an object this region, which covers others too; those are no objects of their own."""
    with deciding_one(session, "join", image_id, ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        for other in others:
            decisions.reject(scene, other, fix_later=False)
        decisions.change(scene, item_id, region=whole)
        scene.rebind()
    return tx.changes


def stands_for_all(items: Sequence[Item]) -> Item:
    """Which of several objects to keep when they are joined: the whole is drawn only where all of them were."""
    return next((item for item in items if grade_of(item) is not Grade.DRAWN), items[0])
