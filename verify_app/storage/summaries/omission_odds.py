"""What complete images tell of their models, kept image by image and summed up, so that to ask costs one query.

`image_odds` holds each image's part and `odds` the sum; `verify-app check` counts both anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from verify_app.core.derive import Evidence
from verify_app.core.messages import M
from verify_app.core.omission_odds import Cell, Count, Sight, told
from verify_app.core.queue.entry import SHOWN_CONF
from verify_app.storage.queries import pasted
from verify_app.storage.reader import Reader

Key = tuple[int, str, int, int]
"""Model, sight, class, band."""

_IDS = "(SELECT value FROM json_each(?))"


class Told(NamedTuple):
    """One image's part: of which model, and its cells as stored."""

    model_id: int
    cells: str


def of_image(reader: Reader, image_id: int, run_id: int | None, evidence: Evidence) -> Told | None:
    """What an image tells of the model of its newest run; None for nothing."""
    if run_id is None or not evidence.mark.complete:
        return None
    cells = told(evidence, _threshold(reader, image_id), pasted.on_image(reader, image_id))
    if not cells:
        return None
    rows = sorted((cell.sight.value, cell.class_id, cell.band, *count) for cell, count in cells.items())
    return Told(
        int(reader.one("SELECT model_id FROM run WHERE id = ?", run_id)), json.dumps(rows, separators=(",", ":"))
    )


def _threshold(reader: Reader, image_id: int) -> float:
    """Where the slider stood when the image was completed last; where it starts, if that is not on record."""
    sql = (
        "SELECT json_extract(e.detail, '$.threshold') FROM change c JOIN event e ON e.id = c.event_id "
        "WHERE c.what = 'mark' AND c.key = ? AND e.op IN ('complete', 'empty') ORDER BY c.event_id DESC LIMIT 1"
    )
    found = reader.one(sql, image_id)
    return SHOWN_CONF if found is None else float(found)


def put(reader: Reader, before: Mapping[int, Told], found: Mapping[int, Told | None]) -> None:
    """Bring both tables up to date for some images, inside the caller's transaction; `before`: what is stored."""
    changed = {key: now for key, now in found.items() if before.get(key) != now}
    if not changed:
        return
    more: Counter[Key] = Counter()
    right: Counter[Key] = Counter()
    for key, now in changed.items():
        for part, sign in ((before.get(key), -1), (now, 1)):
            for cell, count in _cells(part):
                more[cell] += sign * count.said
                right[cell] += sign * count.right
    write = reader.connection.executemany
    write("DELETE FROM image_odds WHERE key = ?", [(key,) for key in changed])
    rows = [(key, *now) for key, now in changed.items() if now is not None]
    write("INSERT INTO image_odds (key, model_id, cells) VALUES (?, ?, ?)", rows)
    sql = (
        "INSERT INTO odds (model_id, sight, class_id, band, said, right) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET said = said + excluded.said, right = right + excluded.right"
    )
    write(sql, [(*cell, said, right[cell]) for cell, said in sorted(more.items()) if said or right[cell]])


def _stored(reader: Reader, image_ids: Sequence[int]) -> dict[int, Told]:
    rows = reader.rows(f"SELECT key, model_id, cells FROM image_odds WHERE key IN {_IDS}", json.dumps(image_ids))
    return {row[0]: Told(row[1], row[2]) for row in rows}


def _cells(part: Told | None) -> Iterator[tuple[Key, Count]]:
    if part is not None:
        for sight, class_id, band, said, right in json.loads(part.cells):
            yield (part.model_id, sight, class_id, band), Count(said, right)


def of_model(reader: Reader, model_id: int) -> dict[Cell, Count]:
    """All that is known of one model."""
    sql = "SELECT sight, class_id, band, said, right FROM odds WHERE model_id = ? AND said > 0"
    return {Cell(Sight(row[0]), row[1], row[2]): Count(row[3], row[4]) for row in reader.rows(sql, model_id)}


def model_of(reader: Reader, image_id: int) -> int | None:
    """The model whose run looked at an image's bytes last."""
    sql = "SELECT r.model_id FROM image_state i JOIN run r ON r.id = i.run_id WHERE i.key = ?"
    found = reader.one(sql, image_id)
    return None if found is None else int(found)


def problems(reader: Reader, found: Mapping[int, Told | None]) -> Iterator[str]:
    """Images whose part is not what their evidence says."""
    stored = _stored(reader, list(found))
    for image_id, now in found.items():
        if stored.get(image_id) != now:
            yield M("What image {image_id} tells of its model is not what its evidence says.", image_id=image_id)


def sum_problems(reader: Reader) -> Iterator[str]:
    """Whether the sum is that of the parts."""
    if _summed(reader) != {tuple(row)[:4]: Count(*row[4:]) for row in reader.rows("SELECT * FROM odds") if row["said"]}:
        yield M("The counts of what models said and was there are not what counting them gives.")


def _summed(reader: Reader) -> dict[Key, Count]:
    parts: Iterable[Told] = (Told(*row) for row in reader.rows("SELECT model_id, cells FROM image_odds"))
    said: Counter[Key] = Counter()
    right: Counter[Key] = Counter()
    for part in parts:
        for cell, count in _cells(part):
            said[cell] += count.said
            right[cell] += count.right
    return {cell: Count(number, right[cell]) for cell, number in said.items()}


def count_anew(reader: Reader) -> None:
    """Fill the sum from the parts, whatever it held."""
    reader.connection.execute("DELETE FROM odds")
    rows = [(*cell, *count) for cell, count in sorted(_summed(reader).items())]
    sql = "INSERT INTO odds (model_id, sight, class_id, band, said, right) VALUES (?, ?, ?, ?, ?, ?)"
    reader.connection.executemany(sql, rows)
