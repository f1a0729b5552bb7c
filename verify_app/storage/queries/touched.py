"""Which images somebody has worked on, apart from what imports brought and what was vouched for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from verify_app.storage.reader import Reader

_COMING_IN = ("import", "attest")


def touched(reader: Reader, image_ids: Sequence[int]) -> set[int]:
    """Those of the images whose labels, verdicts or marks somebody has changed; taking that back counts as well."""
    sql = (
        "SELECT DISTINCT c.image_id FROM change c JOIN event e ON e.id = c.event_id "
        "LEFT JOIN event o ON o.id = e.inverts "
        "WHERE c.image_id IN (SELECT value FROM json_each(?)) AND c.what IN ('label', 'verdict', 'mark') "
        "AND coalesce(o.op, e.op) NOT IN (SELECT value FROM json_each(?))"
    )
    return {row[0] for row in reader.rows(sql, json.dumps(list(image_ids)), json.dumps(_COMING_IN))}
