"""The splits that publishers state: taken in with their datasets, put aside for a source by a named act."""

from __future__ import annotations

from collections.abc import Mapping

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes
from verify_app.storage.queries import publisher_splits
from verify_app.storage.queries.publisher_splits import SPLIT_AGAIN


def take_in(session: Session, said: Mapping[int, str], evidence: str) -> None:
    """Record what a dataset states of its images, by image id."""
    with session.project.transact(session.actor, "import") as tx:
        publisher_splits.record(tx, said, evidence)


def can_split_again(session: Session, source_id: int) -> bool:
    """Whether a publisher's splits of a source hold, and may be put aside still."""
    read = session.project.read
    aside = bool(session.setting(f"{SPLIT_AGAIN}{source_id}"))
    states = publisher_splits.states_any(read, source_id)
    return states and not aside and not publisher_splits.was_exported(read, source_id)


def split_again(session: Session, source_id: int) -> Changes | None:
    """Put the publisher's splits of a source aside: its images are shared out like others.

    Raises
    ------
    UserError
        When nothing is stated of it, or one of its images was exported: its split is for ever.
    """
    with session.project.transact(session.actor, "split_again") as tx:
        name = next(s.name for s in tx.read.sources() if s.id == source_id)
        if not publisher_splits.states_any(tx.read, source_id):
            raise UserError(M("Nothing states the splits of {name}, so there is nothing to split again.", name=name))
        if publisher_splits.was_exported(tx.read, source_id):
            raise UserError(M("{name} was exported before, and an image stays in its split for ever.", name=name))
        tx.put("setting", f"{SPLIT_AGAIN}{source_id}", {"value": "true"})
    return tx.changes
