"""What is damaged in a database: the file itself, its layout, a value that is none, a text that says nothing.

Reading it never falls: each row is tried by itself, and what goes wrong becomes a sentence.
"""

from __future__ import annotations

import json
import math
import sqlite3
import struct
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from verify_app.core.disagreements import Kind
from verify_app.core.messages import M
from verify_app.core.operations import OPERATIONS
from verify_app.core.queue import codec
from verify_app.core.skeleton import Skeleton
from verify_app.core.trials.blind import DifferenceSide
from verify_app.core.vocabulary import ActorKind, Door, Grade, ImageState, LookKind, Origin, Split, Task, Verdict
from verify_app.storage import schema, schema_check
from verify_app.storage.entities import ENTITIES
from verify_app.storage.row_mappers import region_of

MOST = 100
"""So many rows of a table are named."""
_LARGEST = 1 << 40
"""No id, size or number of pixels comes near it."""


class _Column(NamedTuple):
    """As the layout has it."""

    name: str
    type: str
    needed: bool


def find(connection: sqlite3.Connection) -> Iterator[str]:
    """One sentence for each thing that is damaged; none in a sound database. Reads all of it once."""
    before, connection.text_factory = connection.text_factory, _text
    try:
        version = _version(connection)
        yield from _file_damage(connection, version)
        for table in schema_check.tables(version):
            yield from _table_damage(connection, table, version)
        yield from _class_damage(connection)
    finally:
        connection.text_factory = before


def _text(data: bytes) -> str:
    """Bytes that are no UTF-8 are found later, and end no reading."""
    return data.decode("utf-8", "surrogateescape")


def _version(connection: sqlite3.Connection) -> int:
    """The schema that the database has; the newest where it says none that there is."""
    try:
        said = connection.execute("PRAGMA user_version").fetchone()[0]
    except Exception:
        return schema.CURRENT
    return said if 0 < said <= schema.CURRENT else schema.CURRENT


def _file_damage(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    try:
        for row in connection.execute(f"PRAGMA integrity_check({MOST})"):
            if row[0] != "ok":
                yield M("SQLite finds damage: {problem}.", problem=row[0])
        for wrong in schema_check.problems(connection, version):
            yield M("The layout is not what this program makes: {problem}.", problem=wrong)
    except Exception as error:
        yield M("The database cannot be read as a whole: {reason}.", reason=error)


def _table_damage(connection: sqlite3.Connection, table: str, version: int) -> Iterator[str]:
    """Every row: the kinds of its values, then what they say."""
    columns = [_Column(*row) for row in schema_check.columns(table, version)]
    order = "key" if any(c.name == "key" for c in columns) else "1"
    found = 0
    try:
        rows = connection.execute(f"SELECT {', '.join(c.name for c in columns)} FROM {table} ORDER BY {order}")
        for row in rows:
            values = dict(zip([c.name for c in columns], tuple(row), strict=True))
            wrong = _row_damage(table, columns, values)
            if wrong:
                found += 1
                if found <= MOST:
                    yield M("{table} {row!r}: {problem}.", table=table, row=next(iter(values.values())), problem=wrong)
    except Exception as error:
        yield M("{table} cannot be read to its end: {reason}.", table=table, reason=error)
    if found == MOST + 1:
        yield M("1 more row of {table} is damaged.", table=table)
    elif found > MOST:
        yield M("{n} more rows of {table} are damaged.", n=found - MOST, table=table)


def _row_damage(table: str, columns: list[_Column], values: dict[str, Any]) -> str:
    """What is wrong with a row; empty when nothing is."""
    for column in columns:
        wrong = _value_damage(column, values[column.name])
        if wrong:
            return wrong
    for name, check in SAYS.get(table, {}).items():
        if values.get(name) is None:
            continue
        if not _holds(check, values[name]):
            return M("{column} is {value!r}, which says nothing", column=name, value=str(values[name])[:40])
    return ""


def _value_damage(column: _Column, value: object) -> str:
    if value is None:
        return M("{column} is missing", column=column.name) if column.needed else ""
    if isinstance(value, str) and any("\udc80" <= char <= "\udcff" for char in value):
        return M("{column} is no text in UTF-8", column=column.name)
    kinds = _KINDS.get(column.type)
    if kinds is not None and not isinstance(value, kinds):
        return M(
            "{column} is {given}, not {wanted}", column=column.name, given=type(value).__name__, wanted=column.type
        )
    if isinstance(value, float) and not math.isfinite(value):
        return M("{column} is no number", column=column.name)
    return ""


_KINDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "REAL": (float, int), "BLOB": (bytes,)}


# --- what values say ------------------------------------------------------------------------------------


def _one_of(kind: Callable[[Any], object]) -> Callable[[Any], bool]:
    def check(value: object) -> bool:
        kind(value)  # an unknown word is a `ValueError`
        return True

    return check


def _thing(text: str) -> bool:
    return isinstance(json.loads(text), dict)


def _list(text: str) -> bool:
    return isinstance(json.loads(text), list)


def _json(text: str) -> bool:
    json.loads(text)
    return True


def _truth(value: int) -> bool:
    return value in (0, 1)


def _region(text: str) -> bool:
    return all(map(math.isfinite, region_of(text).bounds.corners()))


def _size(value: int) -> bool:
    return 0 <= value < _LARGEST


def _conf(value: float) -> bool:
    return 0 <= value <= 1


def _positive(value: float) -> bool:
    return value >= 0


def _vector(data: bytes) -> bool:
    """Numbers in half precision, none of them infinite or none at all."""
    return len(data) > 0 and all(math.isfinite(number[0]) for number in struct.iter_unpack("<e", data))


def _detail(text: str) -> bool:
    """An event's detail: the chunks of facts that it announces are of tables that there are."""
    chunks = json.loads(text).get("facts", [])
    return all(
        chunk["table"] in schema.FACTS
        and 0 < chunk["first"] <= chunk["last"] < _LARGEST
        and isinstance(chunk["digest"], str)
        for chunk in chunks
    )


def _record(text: str) -> bool:
    """An image's line of a receipt, and after it its label file."""
    return _thing(text.partition("\n")[0])


def _names(text: str) -> bool:
    return all(isinstance(name, str) and int(key) >= 0 for key, name in json.loads(text).items())


_ACTOR = {"kind": _one_of(ActorKind)}
_BY = {"by_kind": _one_of(ActorKind)}
_IMAGE = {"image_id": _size}
SAYS: dict[str, dict[str, Callable[[Any], bool]]] = {
    "event": {"id": _size, **_ACTOR, "op": OPERATIONS.__contains__, "door": _one_of(Door), "detail": _detail},
    "change": {"event_id": _size, "what": ENTITIES.__contains__, "before": _thing, "after": _thing},
    "image": {"id": _size, "source_id": _size},
    "scan": {"id": _size, **_IMAGE, "bytes": _size, "width": _size, "height": _size},
    "run": {"id": _size, "settings": _thing},
    "run_image": {"id": _size, **_IMAGE},
    "prediction": {"id": _size, **_IMAGE, "class_id": _size, "region": _region, "conf": _conf},
    "imported": {"id": _size, **_IMAGE, "class_id": _size, "region": _region},
    "version_item": {"id": _size, "split": _one_of(Split), "record": _record},
    "setting": {"value": _json},
    "source": {"key": _size, "origin": _one_of(Origin)},
    "label_class": {"key": _size, "position": _size},
    "model": {"names": _names, "detail": _thing, "round": _size, "depth": _size},
    "attribute": {"origin": _one_of(Origin), "gold": _truth, "removed": _truth},
    "label": {
        "key": _size, **_IMAGE, "class_id": _size, "region": _region, "grade": _one_of(Grade), **_BY,
        "door": _one_of(Door),
    },
    "verdict": {"key": _size, **_IMAGE, "verdict": _one_of(Verdict), **_BY},
    "mark": {"complete": _truth, **_BY, "door": _one_of(Door), "grade": _one_of(Grade)},
    "assignment": {"split": _one_of(Split)},
    "declared": {"origin": _one_of(Origin)},
    "version": {"summary": _thing},
    "image_state": {"key": _size, "state": _one_of(ImageState), "origin": _one_of(Origin)},
    "image_block": {
        "records": lambda data: len(data) == len(codec.EMPTY), "tags": lambda data: len(data) % codec.TAG.size == 0,
    },
    "image_odds": {"cells": _list},
    "video": {"taken": _json},
    "hint": {**_IMAGE, "origin": _one_of(Origin)},
    "stated_split": {**_IMAGE},
    "suggestion": {**_IMAGE, "op": OPERATIONS.__contains__, "region": _region, "detail": _json},
    "trial": {**_IMAGE, **_ACTOR, "content": _json},
    "trial_answer": {**_ACTOR, "answer": _json},
    "blind": {**_IMAGE, **_ACTOR},
    "reveal": {**_IMAGE, **_ACTOR},
    "difference": {**_IMAGE},
    "kept": {"key": _size, **_IMAGE, "kind": _one_of(Kind), **_BY},
    "settled": {"key": _size, **_IMAGE, "side": _one_of(DifferenceSide), **_BY},
    "suggested": {"key": _size, **_IMAGE, "by_kind": _one_of(ActorKind)},
    "vouch": {"bytes": _size, "lines": _size},
    "claim": {**_IMAGE, "whole": _truth, "labels": _list},
    "embedding": {"id": _size, "vector": _vector},
    "picture_stat": {"id": _size, "width": _size, "height": _size, "brightness": _conf, "blur": _positive},
    "monitor_look": {"id": _size, "kind": _one_of(LookKind), "summary": _thing},
}  # fmt: skip
"""By table and column, what every value that is there must be."""


def _holds(check: Callable[[Any], object], value: object) -> bool:
    try:
        return bool(check(value))
    except Exception:  # whatever it is, the value is none
        return False


def _policy(kept: Any) -> bool:
    shares = [Fraction(kept[name]) for name in ("min_real_share", "hard_floor")]
    return isinstance(kept["text"], str) and all(0 <= share <= 1 for share in shares)


def _filters(kept: Any) -> bool:
    return all(isinstance(one, dict) for one in (kept, *kept.values()))


def _number(kept: Any) -> bool:
    return type(kept) in (int, float) and math.isfinite(kept) and abs(kept) < _LARGEST


_SETTINGS: dict[str, Callable[[Any], object]] = {
    "policy": _policy,
    "filters": _filters,
    "embedding_model": lambda kept: isinstance(kept, str) and len(kept) == 64,
    **dict.fromkeys(("blind", "honeypots", "omission_margin", "omission_chance", "ready_from"), _number),
}
"""Of the settings that are there, what each must be."""


def _class_damage(connection: sqlite3.Connection) -> Iterator[str]:
    """What only makes sense together: the task, the points of a pose project, classes that were merged."""
    try:
        settings = {row[0]: json.loads(row[1]) for row in connection.execute("SELECT key, value FROM setting")}
        begun = connection.execute("SELECT 1 FROM event LIMIT 1").fetchone() is not None
        if begun and settings.get("task") not in list(Task):
            yield M("setting 'task': it does not say what the project's objects are.")
        if settings.get("skeleton") is not None:
            Skeleton.of(settings["skeleton"])
        for name, check in _SETTINGS.items():
            if settings.get(name) and not _holds(check, settings[name]):
                yield M("setting {name!r}: it says nothing.", name=name)
        into = {row[0]: row[1] for row in connection.execute("SELECT key, merged_into FROM label_class")}
        for key in into:
            seen, at = set[Any](), key
            while at is not None and at not in seen:
                seen.add(at)
                at = into.get(at)
            if at is not None:
                yield M("label_class {key}: it was merged into itself.", key=key)
    except Exception as error:
        yield M("The settings and the class list cannot be read: {reason}.", reason=error)
