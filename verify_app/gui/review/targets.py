"""What the review keys decide on: the record of the open project, or a trial (see `trial_target`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from verify_app.app.review import actions, copies, outlines
from verify_app.app.review.copies import Copy
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.session import Session
from verify_app.core.errors import FileChanged, UserError
from verify_app.core.geometry import Region
from verify_app.core.records import Changes, Item
from verify_app.gui.shell.broadcast import Broadcast

NOTHING: Mapping[str, int] = MappingProxyType({})
Action = Callable[[], Changes | None]


class ActionRunner:
    """Runs actions of `app`: a refusal is said in its own sentence, a change is announced.

    Parameters
    ----------
    say : callable
        Takes a sentence and its kind.
    refresh : callable
        Looks at the image in front anew.
    """

    def __init__(self, broadcast: Broadcast, say: Callable[[str, str], object], refresh: Callable[[], object]) -> None:
        self._broadcast, self._say, self._refresh = broadcast, say, refresh

    def run(self, action: Action) -> Changes | None:
        """Run one action; None when it was refused or changed nothing."""
        try:
            changes = action()
        except UserError as error:
            self._say(str(error), "warn")
            if isinstance(error, FileChanged) and isinstance(error.changes, Changes):
                self._broadcast.announce(error.changes)  # what was found of the file
            self._refresh()
            return None
        if changes is not None and not changes.event:
            self._refresh()  # a trial: nothing is on record, so there is nobody else to tell
        else:
            self._broadcast.announce(changes)
        return changes


class DecisionTarget(Protocol):
    """Takes the decisions of a person; each method returns what changed, or None. See `app.review.actions`."""

    def accept(self, image_id: int, *item_ids: str, ms: int) -> Changes | None:
        """These objects are right."""

    def reject(self, image_id: int, *item_ids: str, folded: Sequence[str], fix_later: bool, ms: int) -> Changes | None:
        """These objects, and those folded under them, are false or are to be fixed later."""

    def reclass(self, image_id: int, *item_ids: str, class_id: int, ms: int) -> Changes | None:
        """These objects are of this class."""

    def reshape(self, image_id: int, regions: Mapping[str, Region], *, ms: int) -> Changes | None:
        """These objects have these regions."""

    def draw(self, image_id: int, *objects: tuple[int, Region], ms: int) -> Changes | None:
        """These objects, each a class and a region, are on the image too."""

    def copied(self, image_id: int, items: Sequence[Item]) -> list[Copy]:
        """What is remembered of these objects to paste them."""

    def paste(self, image_id: int, *objects: Copy, ms: int) -> Changes | None:
        """These copies are on the image too."""

    def cut(self, image_id: int, item_id: str, kept: Region, *pieces: Copy, ms: int) -> Changes | None:
        """This object has this region only; the pieces are objects of their own."""

    def join(self, image_id: int, item_id: str, whole: Region, others: Sequence[str], *, ms: int) -> Changes | None:
        """This object has this region; the others are none of their own."""

    def complete(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        """Everything on the image is labelled."""

    def empty(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        """Nothing is on the image."""

    def classify(self, review: ReviewImage, class_id: int, *, ms: int) -> Changes | None:
        """The whole image is of this class."""

    def flag(self, image_id: int, note: str, *, item_id: str | None, ms: int) -> Changes | None:
        """The label, or without one the image, is unsure."""

    def unflag(self, image_id: int, *, item_id: str | None, ms: int) -> Changes | None:
        """It is not unsure any more."""

    def undo(self) -> Changes | None:
        """Take back the newest operation."""

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""


class RecordTarget:
    """Decisions go on record, and can be undone."""

    def __init__(self, session: Session, run: Callable[[Action], Changes | None]) -> None:
        self._session, self._run = session, run

    def accept(self, image_id: int, *item_ids: str, ms: int) -> Changes | None:
        return self._run(lambda: actions.accept(self._session, image_id, *item_ids, ms=ms))

    def reject(self, image_id: int, *item_ids: str, folded: Sequence[str], fix_later: bool, ms: int) -> Changes | None:
        return self._run(
            lambda: actions.reject(self._session, image_id, *item_ids, folded=folded, fix_later=fix_later, ms=ms)
        )

    def reclass(self, image_id: int, *item_ids: str, class_id: int, ms: int) -> Changes | None:
        return self._run(lambda: actions.reclass(self._session, image_id, *item_ids, class_id=class_id, ms=ms))

    def reshape(self, image_id: int, regions: Mapping[str, Region], *, ms: int) -> Changes | None:
        return self._run(lambda: actions.reshape(self._session, image_id, regions, ms=ms))

    def draw(self, image_id: int, *objects: tuple[int, Region], ms: int) -> Changes | None:
        return self._run(lambda: actions.draw(self._session, image_id, *objects, ms=ms))

    def copied(self, image_id: int, items: Sequence[Item]) -> list[Copy]:
        return copies.copied(self._session, image_id, items)

    def paste(self, image_id: int, *objects: Copy, ms: int) -> Changes | None:
        return self._run(lambda: actions.paste(self._session, image_id, *objects, ms=ms))

    def cut(self, image_id: int, item_id: str, kept: Region, *pieces: Copy, ms: int) -> Changes | None:
        return self._run(lambda: outlines.cut(self._session, image_id, item_id, kept, *pieces, ms=ms))

    def join(self, image_id: int, item_id: str, whole: Region, others: Sequence[str], *, ms: int) -> Changes | None:
        return self._run(lambda: outlines.join(self._session, image_id, item_id, whole, others, ms=ms))

    def complete(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        return self._run(lambda: actions.complete(self._session, review, threshold, unseen=unseen, ms=ms))

    def empty(
        self, review: ReviewImage, threshold: float, *, unseen: Mapping[str, int] = NOTHING, ms: int
    ) -> Changes | None:
        return self._run(lambda: actions.empty(self._session, review, threshold, unseen=unseen, ms=ms))

    def classify(self, review: ReviewImage, class_id: int, *, ms: int) -> Changes | None:
        return self._run(lambda: actions.classify(self._session, review, class_id, ms=ms))

    def flag(self, image_id: int, note: str, *, item_id: str | None, ms: int) -> Changes | None:
        return self._run(lambda: actions.flag(self._session, image_id, note, item_id=item_id, ms=ms))

    def unflag(self, image_id: int, *, item_id: str | None, ms: int) -> Changes | None:
        return self._run(lambda: actions.unflag(self._session, image_id, item_id=item_id, ms=ms))

    def undo(self) -> Changes | None:
        return self._run(lambda: actions.undo(self._session))

    def redo(self) -> Changes | None:
        return self._run(lambda: actions.redo(self._session))
