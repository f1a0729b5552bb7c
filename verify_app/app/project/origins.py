"""Where pixels come from, as a person says it: what counts as synthetic stays so until a reason is given."""

from __future__ import annotations

from collections.abc import Sequence

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.records import Changes
from verify_app.core.vocabulary import Origin
from verify_app.storage.queries import image_list
from verify_app.storage.queries.declared_origins import declared, digests_of, of_source, say, weakest
from verify_app.storage.reader import Reader
from verify_app.storage.transaction import Transaction

REASON_LENGTH = 1000


def raised_among(reader: Reader, image_ids: Sequence[int], origin: Origin) -> dict[int, Origin]:
    """What images count as that wants a reason to be called `origin`: synthetic, or what an act with a reason made it.

    By what was said of them, of their source, or of the same bytes elsewhere.
    """
    digests = digests_of(reader, image_ids)
    origins, acts = weakest(reader, digests.values()), declared(reader, digests.values())
    now = {image_id: origins[sha256] for image_id, sha256 in digests.items()}
    held = (i for i in now if now[i] is Origin.SYNTHETIC or digests[i] in acts)
    return {i: now[i] for i in held if now[i].weakness > origin.weakness}


def source_wants_reason(session: Session, source_id: int, origin: Origin) -> bool:
    """Whether saying so of a source needs a reason."""
    source = next(s for s in session.project.read.sources() if s.id == source_id)
    return source.origin is Origin.SYNTHETIC and origin is not Origin.SYNTHETIC


def wants_reason(session: Session, image_ids: Sequence[int], origin: Origin) -> bool:
    """Whether saying so of images needs a reason."""
    return bool(raised_among(session.project.read, image_ids, origin))


def set_origin(
    session: Session, image_ids: Sequence[int], origin: Origin, *, reason: str | None = None
) -> Changes | None:
    """Say where images come from, apart from what their source says; the newest such act counts.

    Raises
    ------
    UserError
        When one counts as synthetic, is to be something else, and nobody says why.
    """
    reason = _given(reason)
    with session.project.transact(session.actor, "origin") as tx:
        raised = raised_among(tx.read, image_ids, origin)
        if raised and reason is None:
            first, now = next(iter(raised.items()))
            place = image_list.place(tx.read, first)
            raise UserError(_say_why(f"{place[0]}/{place[2]}" if place else M("This image"), len(raised), now, origin))
        for image_id in image_ids:
            row = tx.get("attribute", image_id) or {"origin": None, "gold": 0, "removed": 0}
            tx.put("attribute", image_id, {**row, "origin": origin.value}, image_id=image_id)
        _say(tx, image_ids, list(raised), origin, reason)
    return tx.changes


def set_source_origin(session: Session, source_id: int, origin: Origin, *, reason: str | None = None) -> Changes | None:
    """Say where the pixels of a whole source come from.

    Images with an origin of their own keep it; with a reason it holds for all that counted as weaker.

    Raises
    ------
    UserError
        When it is synthetic, is to be something else, and nobody says why.
    """
    reason = _given(reason)
    if reason is None and source_wants_reason(session, source_id, origin):
        raise UserError(
            M("The source counts as synthetic; say why all of it is {origin} with --reason.", origin=origin)
        )
    with session.project.transact(session.actor, "origin") as tx:
        ids = of_source(tx.read, source_id)
        raised = list(raised_among(tx.read, ids, origin)) if reason is not None else []
        tx.update("source", source_id, {"origin": origin.value})
        own = []
        for image_id in ids:
            row = tx.get("attribute", image_id)
            if row is None or row["origin"] is None:
                continue
            if reason is not None and Origin(row["origin"]).weakness > origin.weakness:
                tx.put("attribute", image_id, {**row, "origin": None}, image_id=image_id)
            else:
                own.append(image_id)
        follow = sorted(set(ids) - set(own))
        _say(tx, follow, raised, origin, reason)
    return tx.changes


def _say(tx: Transaction, image_ids: Sequence[int], raised: Sequence[int], origin: Origin, reason: str | None) -> None:
    if reason is not None:
        tx.detail["reason"] = reason
    say(tx, digests_of(tx.read, raised).values(), origin, reason)
    if origin is not Origin.REAL:
        say(tx, digests_of(tx.read, sorted(set(image_ids) - set(raised))).values(), origin, None)


def _given(reason: str | None) -> str | None:
    return (reason or "").strip()[:REASON_LENGTH] or None


def _say_why(name: str, count: int, now: Origin, origin: Origin) -> M:
    if count == 1:
        return M("{name} counts as {now}; say why it is {origin} with --reason.", name=name, now=now, origin=origin)
    return M(
        "{name} and {more} more: each counts as {now}; say why it is {origin} with --reason.",
        name=name,
        more=count - 1,
        now=now,
        origin=origin,
    )
