"""What the queue reads: blocks of image records, ids by path or by name, runs, reviewers, the project's seed."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from verify_app.core.queue import codec
from verify_app.core.queue.entry import Standing
from verify_app.storage.reader import Reader

Block = tuple[int, bytes, bytes]
"""Number, records, tags; see `core.queue.codec`."""


def newest_block(reader: Reader) -> int:
    """The event that last changed what the queue knows."""
    return int(reader.one("SELECT coalesce(max(event_id), 0) FROM image_block"))


def block_rows(reader: Reader, after: int = -1) -> Iterator[Block]:
    """Blocks that events after this one changed; all by default."""
    sql = "SELECT key, records, tags FROM image_block"
    found = reader.connection.cursor()
    found.row_factory = None  # a sixteen-thousand-row read, three columns each: plain tuples are quicker
    return found.execute(f"{sql} WHERE event_id > ?", (after,)) if after >= 0 else found.execute(f"{sql} ORDER BY key")


def standings(reader: Reader, image_ids: Iterable[int]) -> dict[int, Standing]:
    """The records of these images by id."""
    offsets: dict[int, set[int]] = defaultdict(set)
    for image_id in image_ids:
        offsets[image_id // codec.SIZE].add(image_id % codec.SIZE)
    sql = "SELECT key, records, tags FROM image_block WHERE key IN (SELECT value FROM json_each(?))"
    rows = reader.rows(sql, json.dumps(list(offsets)))
    return {image.image_id: image for row in rows for image in codec.standings(*row, offsets=offsets[row[0]])}


def largest_id(reader: Reader) -> int:
    """The id of the image added last; ids count from 1."""
    return int(reader.one("SELECT coalesce(max(id), 0) FROM image"))


def by_path(reader: Reader, source_id: int | None = None) -> str:
    """Ids of all images, or those of one source, by source, then by path; as `queue_table.ids_of` reads them."""
    if source_id is not None:
        return _ids(reader, "SELECT id FROM image WHERE source_id = ? ORDER BY path", source_id)
    return _ids(reader, "SELECT id FROM image ORDER BY source_id, path")


def by_size(reader: Reader) -> str:
    """Ids of all images, those with the most pixels first and else as found; as `queue_table.ids_of` reads them."""
    return _ids(reader, "SELECT key AS id FROM image_state ORDER BY width * height DESC, key")


def matches(reader: Reader, text: str) -> str:
    """Ids of the images whose path holds this text, in upper or lower case; as `queue_table.ids_of` reads them."""
    return _ids(reader, "SELECT id FROM image WHERE path LIKE ? ESCAPE '\\'", f"%{escaped(text)}%")


def escaped(text: str) -> str:
    """Text as LIKE finds it literally, with a backslash before what stands for something else."""
    for char in ("\\", "%", "_"):
        text = text.replace(char, "\\" + char)
    return text


def _ids(reader: Reader, sql: str, *values: Any) -> str:
    # one long text is read three times as fast as a million rows
    return str(reader.one(f"SELECT group_concat(id) FROM ({sql})", *values) or "")


def blind_hidden(reader: Reader) -> list[int]:
    """Images that are to be drawn blind and whose predictions have not been revealed."""
    sql = (
        "SELECT b.image_id FROM blind b JOIN image_state i ON i.key = b.image_id AND i.sha256 = b.sha256 "
        "WHERE NOT EXISTS (SELECT 1 FROM reveal r WHERE r.blind_id = b.id)"
    )
    return [row[0] for row in reader.rows(sql)]


def run_models(reader: Reader) -> dict[int, int]:
    """Run id to model id."""
    return {row[0]: row[1] for row in reader.rows("SELECT id, model_id FROM run")}


def reviewers(reader: Reader) -> dict[int, str]:
    """`core.queue.entry.reviewer_key` to name."""
    return {row[0]: row[1] for row in reader.rows("SELECT key, name FROM reviewer")}


def seed(reader: Reader) -> int:
    """What the random part is drawn with: the setting ``queue_seed``, else one from when the project was made."""
    chosen = reader.setting("queue_seed")
    if isinstance(chosen, int):
        return chosen & (2**64 - 1)
    return zlib.crc32(str(reader.one("SELECT time FROM event ORDER BY id LIMIT 1")).encode())
