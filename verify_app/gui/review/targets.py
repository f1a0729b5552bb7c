"""What the keys of the review do in the end: actions of `app` on the open project.

`gui.review.trial_verbs` does the same to a trial, where nothing of it reaches a label.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from verify_app.app.review import actions, copies
from verify_app.app.review.copies import Copy
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.session import Session
from verify_app.core.geometry import Region
from verify_app.core.records import Changes, Item

NOTHING: Mapping[str, int] = MappingProxyType({})


class Verbs:
    """On record and undoable; each returns what changed, or None. See `app.review.actions`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def accept(self, image_id: int, *item_ids: str, ms: int) -> Changes | None:
        return actions.accept(self._session, image_id, *item_ids, ms=ms)

    def reject(self, image_id: int, *item_ids: str, folded: Sequence[str], fix_later: bool, ms: int) -> Changes | None:
        return actions.reject(self._session, image_id, *item_ids, folded=folded, fix_later=fix_later, ms=ms)

    def reclass(self, image_id: int, *item_ids: str, class_id: int, ms: int) -> Changes | None:
        return actions.reclass(self._session, image_id, *item_ids, class_id=class_id, ms=ms)

    def reshape(self, image_id: int, regions: Mapping[str, Region], *, ms: int) -> Changes | None:
        return actions.reshape(self._session, image_id, regions, ms=ms)

    def draw(self, image_id: int, *objects: tuple[int, Region], ms: int) -> Changes | None:
        return actions.draw(self._session, image_id, *objects, ms=ms)

    def copied(self, image_id: int, items: Sequence[Item]) -> list[Copy]:
        return copies.copied(self._session, image_id, items)

    def paste(self, image_id: int, *objects: Copy, ms: int) -> Changes | None:
        return actions.paste(self._session, image_id, *objects, ms=ms)

    def complete(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        return actions.complete(self._session, review, threshold, unseen=unseen, ms=ms)

    def empty(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        return actions.empty(self._session, review, threshold, unseen=unseen, ms=ms)

    def classify(self, review: ReviewImage, class_id: int, *, ms: int) -> Changes | None:
        return actions.classify(self._session, review, class_id, ms=ms)

    def flag(self, image_id: int, note: str, *, item_id: str | None, ms: int) -> Changes | None:
        return actions.flag(self._session, image_id, note, item_id=item_id, ms=ms)

    def unflag(self, image_id: int, *, item_id: str | None, ms: int) -> Changes | None:
        return actions.unflag(self._session, image_id, item_id=item_id, ms=ms)

    def undo(self) -> Changes | None:
        return actions.undo(self._session)

    def redo(self) -> Changes | None:
        return actions.redo(self._session)
