"""Which differences between a model and people are still open: those of a run that came after the person's word."""

from __future__ import annotations

import json
from collections.abc import Sequence

from verify_app.core.derive import Evidence
from verify_app.core.disagreements import Disagreement, Kind, differences
from verify_app.core.records import Prediction
from verify_app.storage.reader import Reader

_STANDS = (
    "NOT EXISTS (SELECT 1 FROM event u WHERE u.inverts = e.id AND u.op = 'undo' "
    "AND NOT EXISTS (SELECT 1 FROM event r WHERE r.inverts = u.id))"
)
_LABEL_SAID = (
    "SELECT c.key, max(e.id) FROM change c JOIN event e ON e.id = c.event_id WHERE c.what = 'label' AND c.key IN "
    "(SELECT value FROM json_each(?)) AND e.op NOT IN ('undo', 'redo', 'flag', 'unflag', 'class_merge') "
    f"AND {_STANDS} GROUP BY c.key"
)
_IMAGE_SAID = (
    "SELECT max(e.id) FROM change c JOIN event e ON e.id = c.event_id WHERE c.what = 'mark' AND c.key = ? "
    f"AND e.op IN ('complete', 'empty', 'classify', 'attest') AND {_STANDS}"
)
_RUN_SAID = (
    "SELECT c.event_id FROM run_image r JOIN run_chunk c ON c.key = "
    "(SELECT max(key) FROM run_chunk WHERE key <= r.id) WHERE r.image_id = ? AND r.run_id = ? AND r.sha256 = ? "
    "ORDER BY r.id DESC LIMIT 1"
)


def open_differences(
    reader: Reader, image_id: int, run_id: int, evidence: Evidence, proposals: Sequence[Prediction]
) -> list[Disagreement]:
    """The differences of one image that nobody has settled, the most telling first.

    A person has settled what they decided on after the run had looked (a label changed or accepted since, an image
    completed since), and what they kept against a model that said the same before.
    """
    found = differences(evidence, proposals)
    if not found:
        return []
    run_event = int(reader.one(_RUN_SAID, image_id, run_id, evidence.scan.sha256) or 0)
    kept = kept_labels(reader, image_id)
    label_ids = json.dumps([d.label_id for d in found if d.label_id is not None])
    said = {row[0]: row[1] for row in reader.rows(_LABEL_SAID, label_ids)}
    image_event = None if all(d.kind is not Kind.EXTRA for d in found) else reader.one(_IMAGE_SAID, image_id)
    return [
        d
        for d in found
        if (said.get(d.label_id, 0) if d.label_id is not None else image_event or 0) < run_event
        and not _is_kept(d, kept)
    ]


def _is_kept(found: Disagreement, kept: dict[int, tuple[str, int | None]]) -> bool:
    if found.label_id not in kept:
        return False
    kind, class_id = kept[found.label_id]
    return kind == found.kind and (found.kind is not Kind.OTHER_CLASS or class_id == found.class_id)


def kept_labels(reader: Reader, image_id: int) -> dict[int, tuple[str, int | None]]:
    """Label id to the kind of difference, and the model's class, against which a person has kept it."""
    rows = reader.rows("SELECT key, kind, class_id FROM kept WHERE image_id = ?", image_id)
    return {row[0]: (row[1], row[2]) for row in rows}
