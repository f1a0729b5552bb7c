"""Which labels were pasted, and what a model had said of what was copied; both stand in the events."""

from __future__ import annotations

from verify_app.storage.reader import Reader

PASTE = "paste"
"""The operation; its detail names under `BEHIND` the predictions behind labels, as ``{"L7": 12}``."""
BEHIND = "behind"


def on_image(reader: Reader, image_id: int) -> set[int]:
    """Ids of the labels that were pasted on an image, also of those that are gone."""
    sql = (
        "SELECT c.key FROM change c JOIN event e ON e.id = c.event_id "
        "WHERE c.image_id = ? AND c.what = 'label' AND e.op = ?"
    )
    return {int(row[0]) for row in reader.rows(sql, image_id, PASTE)}


def prediction_behind(reader: Reader, label_id: int) -> int | None:
    """The prediction that a pasted label goes back to, wherever it was copied."""
    sql = (
        "SELECT json_extract(e.detail, ?) FROM change c JOIN event e ON e.id = c.event_id "
        "WHERE c.what = 'label' AND c.key = ? AND e.op = ? ORDER BY c.event_id LIMIT 1"
    )
    found = reader.one(sql, f"$.{BEHIND}.L{label_id}", label_id, PASTE)
    return None if found is None else int(found)
