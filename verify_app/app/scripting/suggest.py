"""What a program can do: suggest, flag, and take its own back. None of it decides anything for a person."""

from __future__ import annotations

from typing import Any

from verify_app.app.review.actions import NOTE_LENGTH
from verify_app.app.review.copies import require_class
from verify_app.app.review.decision_context import Scene
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.errors import UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Changes
from verify_app.core.review_rules import inside, label_on, prediction_on
from verify_app.core.suggestions import OPS, Suggestion
from verify_app.core.vocabulary import ActorKind
from verify_app.storage.entities import dumps
from verify_app.storage.queries import suggestions as stored
from verify_app.storage.row_mappers import region_text

REFUSED = ("reopen", "gold", "ungold", "origin", "remove")
"""What only a person may do."""


def suggest(
    session: Session,
    image_id: int,
    op: str,
    *,
    about: str = "",
    other: str = "",
    class_id: int | None = None,
    region: Region | None = None,
    ms: int = 0,
    **said: Any,
) -> Changes | None:
    """Record what a program suggests about an image; None when it has said just that before.

    Parameters
    ----------
    op : str
        One of `core.suggestions.OPS`.
    about, other : str
        Ids of the proposal or label, or of both, that it is about.
    said
        What else belongs to it.

    Raises
    ------
    UserError
        When there is no such object, class or region on the image.
    """
    assert op in OPS
    with session.project.transact(session.actor, "suggest", ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        made = _made(
            scene, op, (about, other), class_id, region, dumps({k: v for k, v in said.items() if v is not None})
        )
        shape = None if made.region is None else region_text(made.region)
        if not stored.said_before(tx.read, made, shape):
            (number,) = tx.facts("suggestion", [(*made[1:8], shape, made.detail)])
            state = {"image_id": image_id, "state": "open", "label_id": None, "by": None, "by_kind": None}
            tx.put("suggested", number, state, image_id=image_id)
            tx.detail["suggestion"] = f"S{number}"
    return tx.changes


def _made(
    scene: Scene, op: str, about: tuple[str, str], class_id: int | None, region: Region | None, detail: str
) -> Suggestion:
    label = next((label_on(scene, x) for x in about if x.startswith("L")), None)
    prediction = next((prediction_on(scene, x) for x in about if x.startswith("P")), None)
    if op == "correct":
        thing = label or prediction
        assert thing is not None
        class_id, region = class_id or thing.class_id, region or thing.region
    if class_id is not None:
        require_class(scene.tx, class_id)
    return Suggestion(
        0,
        scene.image_id,
        scene.evidence.scan.sha256,
        op,
        scene.actor.name,
        prediction.id if prediction else None,
        label.id if label else None,
        class_id,
        None if region is None else inside(scene, region),
        detail,
    )


def flag(session: Session, image_id: int, note: str = "", *, item_id: str | None = None, ms: int = 0) -> Changes | None:
    """Mark an image, or one label on it, as unsure. It counts; what a person has said of the image stays on record.

    Raises
    ------
    UserError
        When somebody else has flagged it.
    """
    return _flag(session, image_id, item_id, "flag", note.strip()[:NOTE_LENGTH] or "unsure", ms)


def unflag(session: Session, image_id: int, *, item_id: str | None = None, ms: int = 0) -> Changes | None:
    """Clear a flag that the program has set itself.

    Raises
    ------
    UserError
        When somebody else has set it.
    """
    return _flag(session, image_id, item_id, "unflag", None, ms)


def _flag(session: Session, image_id: int, item_id: str | None, op: str, note: str | None, ms: int) -> Changes | None:
    with session.project.transact(session.actor, op, ms=ms) as tx:
        scene = Scene.of(tx, session.actor, image_id)
        what, key = ("mark", image_id) if item_id is None else ("label", label_on(scene, item_id).id)
        who = stored.flagged_by(tx.read, what, key)
        if who is not None and who != (session.actor.name, ActorKind.AGENT.value):
            raise UserError(M("{who} has flagged this; a program leaves that as it is.", who=who[0]))
        row = {"complete": 0} | (tx.get(what, key) or {}) | {"flag": note}
        nothing = what == "mark" and not row["complete"] and note is None
        tx.put(what, key, None if nothing else row, image_id=image_id)
    return tx.changes


def undecided(session: Session, image_id: int) -> int:
    """Proposals of an image on which neither a person nor this program has said anything."""
    read, name = session.project.read, session.actor.name
    spoken = {x.about for x in stored.open_ones(read, image_id) if x.by == name}
    evidence = read.evidence([image_id]).get(image_id)
    return 0 if evidence is None else sum(f"P{p.id}" not in spoken for p in derive.proposals(evidence))
