"""Where each reviewer is in the queue: order, filter and image, kept in the project's cache across restarts.

Losing it loses no decision, so it is a small file and no event: going from image to image would fill the record.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.queue.entry import reviewer_key
from verify_app.core.queue.filters import Filter
from verify_app.core.queue.orders import Order


class Place(NamedTuple):
    """Where a reviewer is; `image_id` is None before the first image."""

    order: Order = Order.MIXED
    filter: Filter = Filter()
    image_id: int | None = None


def remember(session: Session, place: Place) -> None:
    """Keep the reviewer's place; a place that cannot be kept is no reason to stop."""
    if session.reads_only:
        return
    file = _file(session)
    data: dict[str, Any] = {"reviewer": session.actor.name, "order": place.order, "filter": place.filter.data()}
    data["image"] = place.image_id
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    with contextlib.suppress(OSError):
        part.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8", errors="backslashreplace")
        part.replace(file)


def remembered(session: Session) -> Place:
    """The reviewer's place; the beginning of the mixed order when none is known or it cannot be used."""
    try:
        data: dict[str, Any] = json.loads(_file(session).read_text(encoding="utf-8"))
        if data["reviewer"] != session.actor.name:
            return Place()
        image_id = data["image"] if isinstance(data["image"], int) else None
        return Place(Order(data["order"]), Filter.of(data["filter"]), image_id)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, UserError):
        return Place()


def _file(session: Session) -> Path:
    return session.folder / "cache" / f"place-{reviewer_key(session.actor.name):08x}.json"
