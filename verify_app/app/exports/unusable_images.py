"""Images whose files cannot be used: named wherever something leaves the project without them."""

from __future__ import annotations

from collections.abc import Sequence

from verify_app.app.session import Session
from verify_app.core.messages import M
from verify_app.core.queue.filters import Filter
from verify_app.core.vocabulary import ImageState
from verify_app.formats.findings import MOST_NAMED
from verify_app.storage.queries import image_list


def unusable(session: Session) -> list[str]:
    """Images whose files are missing or cannot be read, and why, a sentence each."""
    read = session.project.read
    ids = image_list.ids(read, Filter(states=frozenset((ImageState.MISSING,))))
    scans = read.scans(list(ids))
    return [
        M("{image}: {problem}", image=row.name, problem=scans[row.id].problem) for row in image_list.rows(read, ids)
    ]


def unusable_lines(every: Sequence[str]) -> list[str]:
    """The same for a person to read: the first by name, and how many there are."""
    if not every:
        return []
    more = len(every) - MOST_NAMED
    named = [M("  {problem}", problem=text) for text in every[:MOST_NAMED]] + [M("  … and {n} more.", n=more)] * (
        more > 0
    )
    return [M("Unusable and left out: {n}.", n=len(every)), *named]
