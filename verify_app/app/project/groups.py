"""Groups of images that share a split: what they are, and the pattern that names them by file name."""

from __future__ import annotations

import json
from collections import Counter

from verify_app.app.session import Session
from verify_app.core.records import Changes
from verify_app.storage.queries import groups
from verify_app.storage.reader import Reader


def set_group_pattern(session: Session, pattern: str) -> Changes | None:
    """Name groups by file name from now on; an empty pattern ends that. See `storage.queries.groups.pattern_of`.

    Raises
    ------
    UserError
        When the pattern cannot be used.
    """
    if pattern:
        groups.pattern_of(pattern)
    with session.project.transact(session.actor, "setting") as tx:
        tx.put("setting", groups.PATTERN, {"value": json.dumps(pattern, ensure_ascii=False)} if pattern else None)
    return tx.changes


def group_sizes(reader: Reader) -> dict[str, int]:
    """Images in each group, largest first; a video is called by its file's name and the start of its digest.

    Raises
    ------
    UserError
        When the project's pattern cannot be used.
    """
    films = {f"video:{v.sha256}": f"video {v.name} ({v.sha256[:8]})" for v in groups.videos(reader)}
    counted = Counter(groups.groups(reader).values())
    named = ((films.get(key, key.removeprefix("name:")), count) for key, count in counted.items())
    return dict(sorted(named, key=lambda pair: (-pair[1], pair[0])))
