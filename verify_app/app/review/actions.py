"""What a person can do while reviewing: one function per action, each one transaction, each undoable.

All of them return the `Changes` to broadcast, or None when there was nothing to change, and raise `UserError` with
one sentence when the action cannot be done (`ChangedMeanwhile` when the image is not what the person saw any more).
`FileChanged` when the file has other bytes, or none (flags and `reopen` verify nothing and are allowed).
`ms` is the attention the image had, in milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from verify_app.app.project import origins
from verify_app.app.review import decisions
from verify_app.app.review.copies import Copy, put, require_class
from verify_app.app.review.decision_context import Scene
from verify_app.app.review.image_view import ReviewImage, difference, read_image
from verify_app.app.review.same_bytes import deciding_one
from verify_app.app.session import Session
from verify_app.core import review_rules
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Changes
from verify_app.core.review_rules import label_on, new_label
from verify_app.core.vocabulary import Grade, Origin
from verify_app.storage.undo import Blocked

NOTE_LENGTH = 1000


def _decide(
    session: Session, image_id: int, operation: str, act: Callable[[Scene], object], *, ms: int
) -> Changes | None:
    with deciding_one(session, operation, image_id, ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        act(scene)
        if operation not in ("complete", "empty", "classify", "put_away"):
            scene.rebind()
    return tx.changes


def _mark(
    session: Session, image_id: int, operation: str, act: Callable[[Scene], object], *, ms: int
) -> Changes | None:
    """What says nothing of the picture, and so can be done whatever has become of its file."""
    with session.project.transact(session.actor, operation, ms=ms) as tx:
        act(Scene.of(tx, session.actor, image_id, verifies=False))
    return tx.changes


def accept(session: Session, image_id: int, *item_ids: str, ms: int = 0) -> Changes | None:
    """Say that proposals, imported or stale labels, or what programs suggest, are right."""

    def act(scene: Scene) -> None:
        for item_id in item_ids:
            decisions.accept(scene, item_id)

    return _decide(session, image_id, "adopt" if _suggestions(*item_ids) else "accept", act, ms=ms)


def _suggestions(*item_ids: str) -> bool:
    return all(item_id.startswith("S") for item_id in item_ids)


def reject(
    session: Session,
    image_id: int,
    *item_ids: str,
    folded: Sequence[str] = (),
    fix_later: bool = False,
    ms: int = 0,
) -> Changes | None:
    """Say that predictions are false, or are to be fixed later; remove labels; put suggestions away.

    What is `folded` under them goes with them, as false: of a heap one is to be fixed.
    """
    labels = all(item_id.startswith("L") for item_id in (*item_ids, *folded))

    def act(scene: Scene) -> None:
        for item_id in item_ids:
            decisions.reject(scene, item_id, fix_later=fix_later)
        for item_id in folded:
            decisions.reject(scene, item_id, fix_later=False)

    away = "put_away" if _suggestions(*item_ids) else "delete" if labels else "reject"
    return _decide(session, image_id, "fix_later" if fix_later else away, act, ms=ms)


def reclass(session: Session, image_id: int, *item_ids: str, class_id: int, ms: int = 0) -> Changes | None:
    """Give objects another class."""
    return correct(session, image_id, *item_ids, class_id=class_id, ms=ms)


def reshape(session: Session, image_id: int, regions: Mapping[str, Region], *, ms: int = 0) -> Changes | None:
    """Move or reshape objects, in one step; `regions` maps item id to what it becomes."""

    def act(scene: Scene) -> None:
        for item_id, region in regions.items():
            decisions.change(scene, item_id, region=region)

    return _decide(session, image_id, _change_op(*regions), act, ms=ms)


def correct(
    session: Session,
    image_id: int,
    *item_ids: str,
    class_id: int | None = None,
    region: Region | None = None,
    ms: int = 0,
) -> Changes | None:
    """Give objects another class, region, or both."""
    if class_id is None and region is None:
        raise UserError(M("A correction needs another class or another region."))

    def act(scene: Scene) -> None:
        if class_id is not None:
            require_class(scene.tx, class_id)
        for item_id in item_ids:
            decisions.change(scene, item_id, class_id=class_id, region=region)

    return _decide(session, image_id, _change_op(*item_ids), act, ms=ms)


def _change_op(*item_ids: str) -> str:
    if _suggestions(*item_ids):
        return "adopt"
    return "edit" if all(item_id.startswith("L") for item_id in item_ids) else "correct"


def draw(session: Session, image_id: int, *objects: tuple[int, Region], ms: int = 0) -> Changes | None:
    """Add objects that were missing: class and region of each."""

    def act(scene: Scene) -> None:
        for class_id, region in objects:
            require_class(scene.tx, class_id)
            scene.tx.detail["label"] = f"L{new_label(scene, class_id, region, Grade.DRAWN).id}"

    return _decide(session, image_id, "draw", act, ms=ms)


def paste(session: Session, image_id: int, *copies: Copy, ms: int = 0) -> Changes | None:
    """Add objects like others that were copied; what a model or a program had said of those stands behind these."""

    return _decide(session, image_id, "paste", lambda scene: put(scene, copies), ms=ms)


def classify(session: Session, review: ReviewImage, class_id: int, *, ms: int = 0) -> Changes | None:
    """Say of which class an image is; it is complete with that.

    Raises
    ------
    ChangedMeanwhile, UserError
        As for `complete`.
    """

    def act(scene: Scene) -> None:
        _require_same(scene, review)
        require_class(scene.tx, class_id)
        scene.tx.detail["shown"] = review.digest
        review_rules.classify(scene, class_id)

    return _decide(session, review.id, "classify", act, ms=ms)


def flag(session: Session, image_id: int, note: str = "", *, item_id: str | None = None, ms: int = 0) -> Changes | None:
    """Mark an image, or one label on it, as unsure; it is not complete then."""
    note = note.strip()[:NOTE_LENGTH] or "unsure"

    def act(scene: Scene) -> None:
        if item_id is None:
            scene.write_mark(complete=False, flag=note)
            return
        label = scene.tx.get("label", label_on(scene, item_id).id)
        assert label is not None
        scene.tx.put("label", int(item_id[1:]), {**label, "flag": note}, image_id=image_id)
        scene.write_mark(complete=False, flag=scene.evidence.mark.flag)

    return _mark(session, image_id, "flag", act, ms=ms)


def unflag(session: Session, image_id: int, *, item_id: str | None = None, ms: int = 0) -> Changes | None:
    """Clear the flag of an image, or of one label on it."""

    def act(scene: Scene) -> None:
        if item_id is None:
            scene.write_mark(complete=False, flag=None)
            return
        label = scene.tx.get("label", label_on(scene, item_id).id)
        assert label is not None
        scene.tx.put("label", int(item_id[1:]), {**label, "flag": None}, image_id=image_id)

    return _mark(session, image_id, "unflag", act, ms=ms)


def complete(
    session: Session,
    review: ReviewImage,
    threshold: float,
    *,
    confirm_imported: bool = True,
    unseen: Mapping[str, int] | None = None,
    ms: int = 0,
) -> Changes | None:
    """Say that everything on the image is labelled and nothing is missing.

    Accepts exactly the proposals shown at `threshold`, dismisses those under it, and stands behind the imported and
    stale labels shown (unless `confirm_imported` is off). `unseen` is kept with the event: how many objects were too
    small to be made out (``unseen_small``) or had to be brought into view first (``unseen_outside``).

    Raises
    ------
    ChangedMeanwhile
        When the image is not what `review` shows any more; says what differs.
    UserError
        When it is flagged, something is still to be fixed, or an untouched image has nothing on it.
    """

    def act(scene: Scene) -> None:
        _require_same(scene, review)
        scene.tx.detail["shown"] = review.digest
        scene.tx.detail["threshold"] = threshold
        scene.tx.detail |= unseen or {}
        decisions.complete(scene, threshold, confirm_imported=confirm_imported)

    return _decide(session, review.id, "complete", act, ms=ms)


def empty(
    session: Session,
    review: ReviewImage,
    threshold: float = 0.0,
    *,
    unseen: Mapping[str, int] | None = None,
    ms: int = 0,
) -> Changes | None:
    """Say that nothing is on the image: proposals shown are rejected as false; `unseen` as for `complete`.

    Raises
    ------
    ChangedMeanwhile, UserError
        As for `complete`; also when verified labels are on it.
    """

    def act(scene: Scene) -> None:
        _require_same(scene, review)
        scene.tx.detail["shown"] = review.digest
        scene.tx.detail |= unseen or {}
        scene.tx.detail["threshold"] = threshold
        review_rules.empty(scene, threshold)

    return _decide(session, review.id, "empty", act, ms=ms)


def _require_same(scene: Scene, review: ReviewImage) -> None:
    now = read_image(scene.tx.read, scene.image_id)
    if now.digest != review.digest:
        raise ChangedMeanwhile(
            M("The image changed while you looked at it: {what}. Look again.", what=difference(review, now))
        )


def reopen(session: Session, image_id: int, *, ms: int = 0) -> Changes | None:
    """Take back that an image is complete; its labels stay."""

    def act(scene: Scene) -> None:
        if not scene.evidence.mark.complete:
            raise UserError(M("This image is not complete, so there is nothing to reopen."))
        scene.write_mark(complete=False, flag=scene.evidence.mark.flag)

    return _mark(session, image_id, "reopen", act, ms=ms)


def undo(session: Session) -> Changes:
    """Take back the reviewer's own newest operation, also one from before a restart.

    An operation that somebody else has since built on is left as it is and said so; the next undo passes over it.
    """
    try:
        return session.project.undo(session.actor, leave=session.left)
    except Blocked as blocked:
        session.leave(blocked)
        raise


def redo(session: Session) -> Changes:
    """Do again what was last undone."""
    return session.project.redo(session.actor)


# --- images ---------------------------------------------------------------------------------------------


def _attributes(
    session: Session, image_ids: Sequence[int], operation: str, values: dict[str, object]
) -> Changes | None:
    with session.project.transact(session.actor, operation) as tx:
        for image_id in image_ids:
            row = tx.get("attribute", image_id) or {"origin": None, "gold": 0, "removed": 0}
            tx.put("attribute", image_id, {**row, **values}, image_id=image_id)
    return tx.changes


def set_origin(
    session: Session, image_ids: Sequence[int], origin: Origin, *, reason: str | None = None
) -> Changes | None:
    """Say where images come from, apart from what their source says; of synthetic ones with a reason (`origins`)."""
    return origins.set_origin(session, image_ids, origin, reason=reason)


def remove_images(session: Session, image_ids: Sequence[int]) -> Changes | None:
    """Take images out of the project; their files and their record stay, and undo brings them back."""
    return _attributes(session, image_ids, "remove", {"removed": 1})


def set_gold(session: Session, image_ids: Sequence[int], on: bool = True) -> Changes | None:
    """Reserve images for evaluation, or release them.

    Raises
    ------
    UserError
        When one was ever trained on (it can never be gold), or was exported as gold (it stays gold).
    """
    refusal = next(filter(None, (gold_refusal(session, image_id, on) for image_id in image_ids)), None)
    if refusal is not None:
        raise UserError(refusal)
    return _attributes(session, image_ids, "gold" if on else "ungold", {"gold": int(on)})


def gold_refusal(session: Session, image_id: int, on: bool = True) -> str | None:
    """Why an image cannot be reserved for gold, or released, one sentence; None when it can."""
    review = read_image(session.project.read, image_id)
    split = session.project.read.split_of(review.sha256)
    if on and split not in (None, "gold"):
        return M("{name} was exported for {split} before, so it can never be gold.", name=review.name, split=split)
    if not on and split == "gold":
        return M("{name} was exported as gold, so it stays gold.", name=review.name)
    return None
