"""What files say of their own origin when they are added: what calls itself synthetic never passes as real."""

from __future__ import annotations

from collections.abc import Mapping

from verify_app.app.session import Session
from verify_app.core.messages import M, joined
from verify_app.core.records import Scan
from verify_app.core.vocabulary import Origin
from verify_app.imaging.provenance.hints import Hint
from verify_app.storage.queries import image_list
from verify_app.storage.queries.declared_origins import lifted
from verify_app.storage.transaction import Transaction

NAMED = 3
"""So many images are named in the sentence; the record has all."""


def record_hints(tx: Transaction, found: Mapping[int, tuple[Scan, Hint]], origin: Origin, *, ignore: bool) -> None:
    """Record what image files say; unless told to ignore it, they get that origin where a person gave none before.

    Parameters
    ----------
    origin : Origin
        What the person said of the source.
    """
    rows = [(i, scan.sha256, said.origin.value, said.evidence) for i, (scan, said) in found.items()]
    tx.facts("hint", rows, images=found)
    if not rows:
        return
    tx.detail |= {"hinted": len(rows), "hints_ignored": ignore}
    if ignore:
        return
    settled = set(lifted(tx, [scan.sha256 for scan, _ in found.values()]))
    for image_id, (scan, said) in found.items():
        if scan.sha256 in settled:
            continue  # somebody has said why these bytes are not
        row = tx.get("attribute", image_id) or {"origin": None, "gold": 0, "removed": 0}
        if row["origin"] is None and said.origin.weakness > origin.weakness:
            tx.put("attribute", image_id, {**row, "origin": said.origin.value}, image_id=image_id)


def told(session: Session, hinted: Mapping[int, str], origin: Origin, *, ignored: bool) -> str:
    """A phrase for the person who added images as `origin`; empty when the files say nothing else."""
    if not hinted or origin is Origin.SYNTHETIC:
        return ""
    places = ((i, image_list.place(session.project.read, i)) for i in list(hinted)[:NAMED])
    names = [M("{image}: {hint}", image=f"{place[0]}/{place[2]}", hint=hinted[i]) for i, place in places if place]
    more = len(hinted) - NAMED
    listed = joined(names, "; ") if more <= 0 else M("{names} and {more} more", names=joined(names, "; "), more=more)
    n = len(hinted)
    if ignored:
        if n == 1:
            return M(
                "1 says that it is synthetic and is {origin} all the same, as you said ({images})",
                origin=origin,
                images=listed,
            )
        return M(
            "{n} say that they are synthetic and are {origin} all the same, as you said ({images})",
            n=n,
            origin=origin,
            images=listed,
        )
    if n == 1:
        return M("1 says that it is synthetic and is synthetic here ({images})", images=listed)
    return M("{n} say that they are synthetic and are synthetic here ({images})", n=n, images=listed)
