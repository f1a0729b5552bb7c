"""What a person's decision does to the record, inside the gate's transaction.

`app.review.actions` opens the transaction; the rules are those of `core.review_rules`. Here are added what programs
suggest, which is on record alone, and what is kept with the event.
"""

from __future__ import annotations

from verify_app.app.review.decision_context import Scene
from verify_app.app.review.suggestion_adoption import adopt, put_away
from verify_app.core import review_rules
from verify_app.core.geometry import Region


def accept(scene: Scene, item_id: str) -> None:
    """A prediction or suggestion becomes a label; an imported or stale label gets a person behind it."""
    (adopt if item_id.startswith("S") else review_rules.accept)(scene, item_id)


def reject(scene: Scene, item_id: str, *, fix_later: bool) -> None:
    """A prediction gets its verdict, a label is removed, a suggestion is put away."""
    (put_away if item_id.startswith("S") else review_rules.reject)(scene, item_id, fix_later=fix_later)


def change(scene: Scene, item_id: str, *, class_id: int | None = None, region: Region | None = None) -> None:
    """Give an object another class or region."""
    (adopt if item_id.startswith("S") else review_rules.change)(scene, item_id, class_id=class_id, region=region)


def complete(scene: Scene, threshold: float, *, confirm_imported: bool) -> None:
    """Everything on the image is labelled; how many proposals fell away is kept with the event."""
    review_rules.refuse_open(scene)
    doubled = review_rules.complete(scene, threshold, confirm_imported=confirm_imported)
    if doubled:
        scene.tx.detail["doubled"] = doubled
