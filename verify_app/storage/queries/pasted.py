"""Which labels were made of others (pasted, cut off, joined), and what a model had said of those: by the events."""

from __future__ import annotations

from verify_app.storage.reader import Reader

OPERATIONS = "('paste', 'cut', 'join')"
"""By them labels come to be of others; the detail names under `BEHIND` the predictions behind, as ``{"L7": 12}``."""
BEHIND = "behind"


def on_image(reader: Reader, image_id: int) -> set[int]:
    """Ids of the labels that were made of others on an image, also of those that are gone."""
    sql = (
        "SELECT c.key FROM change c JOIN event e ON e.id = c.event_id "
        f"WHERE c.image_id = ? AND c.what = 'label' AND e.op IN {OPERATIONS}"
    )
    return {int(row[0]) for row in reader.rows(sql, image_id)}


def prediction_behind(reader: Reader, label_id: int) -> int | None:
    """The prediction that a pasted label goes back to, wherever it was copied."""
    sql = (
        "SELECT json_extract(e.detail, ?) FROM change c JOIN event e ON e.id = c.event_id "
        f"WHERE c.what = 'label' AND c.key = ? AND e.op IN {OPERATIONS} AND json_extract(e.detail, ?) IS NOT NULL "
        "ORDER BY c.event_id LIMIT 1"
    )
    path = f"$.{BEHIND}.L{label_id}"
    found = reader.one(sql, path, label_id, path)
    return None if found is None else int(found)
