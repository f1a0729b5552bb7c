"""Named operations on the class list. A class keeps its id for life, so nothing that was verified loses its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verify_app.app.project.create import add_names, checked_names
from verify_app.app.review.decision_context import Scene
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes, LabelClass
from verify_app.core.review_rules import verify
from verify_app.core.vocabulary import Door, LabelState
from verify_app.storage.queries import class_list, image_list
from verify_app.storage.summaries.image_summary import chunks


def class_named(session: Session, name: str) -> LabelClass:
    """The class of this name.

    Raises
    ------
    UserError
        When there is none.
    """
    found = next((c for c in session.classes if c.name == name), None)
    if found is None:
        names = ", ".join(c.name for c in session.classes) or M("none yet")
        raise UserError(M("There is no class {name}; the classes are: {names}.", name=name, names=names))
    return found


def add_class(session: Session, name: str) -> Changes | None:
    """Append a class to the list.

    Raises
    ------
    UserError
        When the name is empty or taken.
    """
    wanted = checked_names([name])
    checked_names([*(c.name for c in session.classes), *wanted])
    with session.project.transact(session.actor, "class_add") as tx:
        add_names(tx, wanted)
    return tx.changes


def rename_class(session: Session, class_id: int, name: str) -> Changes | None:
    """Give a class another name; labels and predictions keep it by its id.

    Raises
    ------
    UserError
        When the name is empty or taken, or there is no such class.
    """
    others = [c.name for c in session.classes if c.id != class_id]
    wanted = checked_names([*others, name])[-1]
    with session.project.transact(session.actor, "class_rename") as tx:
        row = tx.get("class", class_id)
        if row is None:
            raise UserError(M("This class is not in the class list any more."))
        tx.put("class", class_id, {**row, "name": wanted})
    return tx.changes


def merge_class(session: Session, from_id: int, into_id: int) -> Changes | None:
    """Let one class take over another: its labels and proposals become the other's.

    Nobody looks at them for that, so what was verified is so on this person's word, at most attested, whoever verified
    it before; how many these are is in the detail, under ``attested``.

    Raises
    ------
    UserError
        When they are the same or one is not in the list.
    """
    known = {c.id for c in session.classes}
    if from_id == into_id or not {from_id, into_id} <= known:
        raise UserError(M("Merging needs two different classes of the list."))
    with session.project.transact(session.actor, "class_merge") as tx:
        row = tx.get("class", from_id)
        assert row is not None
        ids = image_list.images_with_class(tx.read, from_id)
        tx.put("class", from_id, {**row, "merged_into": into_id})
        attested = 0
        for chunk in chunks(ids):
            for image_id, evidence in tx.read.evidence(chunk).items():
                scene = Scene(tx, session.actor._replace(door=Door.MERGE), image_id, evidence)
                attested += _move_labels(scene, from_id, into_id)
        tx.detail.update({"attested": attested})
    return tx.changes


def order_classes(session: Session, ids: Sequence[int]) -> Changes | None:
    """Show the classes in this order, and give them keys by it; those that are not named come after.

    Ids and the order in datasets stay.
    """
    known = {c.id for c in session.classes}
    with session.project.transact(session.actor, "class_order") as tx:
        class_list.keep_order(tx, [class_id for class_id in dict.fromkeys(ids) if class_id in known])
    return tx.changes


def retire_class(session: Session, class_id: int) -> Changes | None:
    """Hide a class from choosing; what has it keeps it, in datasets too."""
    return _retire(session, class_id, "class_retire", away=True)


def bring_back_class(session: Session, class_id: int) -> Changes | None:
    """Let a retired class be chosen again."""
    return _retire(session, class_id, "class_bring_back", away=False)


def _retire(session: Session, class_id: int, operation: str, *, away: bool) -> Changes | None:
    with session.project.transact(session.actor, operation) as tx:
        if all(c.id != class_id for c in tx.read.classes()):
            raise UserError(M("This class is not in the class list any more."))
        before = class_list.retired(tx.read)
        after = before | {class_id} if away else before - {class_id}
        if after != before:
            class_list.keep_retired(tx, after)
    return tx.changes


def delete_class(session: Session, class_id: int) -> Changes | None:
    """Take a class out of the list that nothing names; its id is never given again.

    Raises
    ------
    UserError
        When something names it: then it can only be retired.
    """
    with session.project.transact(session.actor, "class_delete") as tx:
        row = tx.get("class", class_id)
        if row is None:
            raise UserError(M("This class is not in the class list any more."))
        why = class_list.named_by(tx.read, class_id)
        if why:
            raise UserError(M("{name} cannot be deleted, only retired: {why}.", name=row["name"], why=why))
        tx.put("class", class_id, None)
    return tx.changes


def in_use(session: Session, class_id: int) -> str:
    """What keeps a class from being deleted, in words; empty when nothing does."""
    return class_list.named_by(session.project.read, class_id)


def _move_labels(scene: Scene, from_id: int, into_id: int) -> int:
    """Verified labels stay verified, on the word of who merges; stale and imported ones stay what they are.

    Returns
    -------
    int
        How many were verified.
    """
    verified = 0
    for label in scene.evidence.labels:
        if label.class_id != from_id:
            continue
        moved = replace(label, class_id=into_id)
        if derive.label_state(label, scene.evidence) is LabelState.VERIFIED:
            verify(scene, moved, label.grade)
            verified += 1
            continue
        sha256 = scene.evidence.scan.sha256
        intact = label.bound == derive.binding(sha256, from_id, label.region)
        bound = derive.binding(sha256, into_id, label.region) if intact else label.bound
        scene.write_label(replace(moved, bound=bound))
    return verified
