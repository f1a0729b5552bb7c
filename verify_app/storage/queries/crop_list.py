"""Which images hold objects that the crop grid may want, page by page, so that nobody waits for a million of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from verify_app.storage.reader import Reader

PAGE = 200


def image_pages(reader: Reader, *, classes: Collection[int], proposals: bool, labels: bool) -> Iterator[list[int]]:
    """Ids of usable images in pages, as found.

    Parameters
    ----------
    classes : collection of int
        Project classes, one of which must be on the image (as a class of its own or one merged into it); empty: any.
    proposals, labels : bool
        Whether images with something undecided, with labels, are wanted.
    """
    kinds = [sql for on, sql in ((proposals, "proposals > 0 OR fix_later > 0"), (labels, "labels > 0")) if on]
    conditions = [f"({' OR '.join(kinds)})" if kinds else "0"]
    values: list[object] = []
    if classes:
        every = json.dumps([c for c, stands in reader.class_map().items() if stands in classes])
        wanted = "class_id IN (SELECT value FROM json_each(?))"
        conditions.append(
            f"(EXISTS (SELECT 1 FROM prediction p WHERE p.image_id = i.key AND {wanted}) "
            f"OR EXISTS (SELECT 1 FROM label x WHERE x.image_id = i.key AND {wanted}))"
        )
        values += [every, every]
    sql = (
        "SELECT i.key FROM image_state i WHERE i.removed = 0 AND i.problem IS NULL AND i.key > ? AND "
        f"{' AND '.join(conditions)} ORDER BY i.key LIMIT {PAGE}"
    )
    last = 0
    while page := [row[0] for row in reader.rows(sql, last, *values)]:
        yield page
        last = page[-1]
