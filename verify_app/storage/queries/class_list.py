"""How the class list is shown, and what names a class.

Ids and the order of datasets are `Reader.classes`; the order on the screen and which classes are retired are settings
of the project, recorded as events like all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from verify_app.core.messages import M
from verify_app.core.records import LabelClass
from verify_app.storage.queries import class_numbers
from verify_app.storage.queries.history import KEPT_VERSION
from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from verify_app.storage.transaction import Transaction

ORDER, RETIRED = "class_order", "classes_retired"

_USED = (
    ("SELECT 1 FROM label WHERE class_id = ? LIMIT 1", M("labels have it")),
    ("SELECT 1 FROM prediction WHERE class_id = ? LIMIT 1", M("predictions have it")),
    ("SELECT 1 FROM imported WHERE class_id = ? LIMIT 1", M("imported labels have it")),
    ("SELECT 1 FROM suggestion WHERE class_id = ? LIMIT 1", M("a program suggested it")),
    ("SELECT 1 FROM label_class WHERE merged_into = ? LIMIT 1", M("another class was merged into it")),
    (
        "SELECT 1 FROM run r, json_each(r.settings, '$.classes') c WHERE c.value = ? LIMIT 1",
        M("a run used it for a class of its model"),
    ),
    (
        "SELECT 1 FROM change c WHERE c.what IN ('label', 'kept') "
        "AND ? IN (json_extract(c.before, '$.class_id'), json_extract(c.after, '$.class_id')) LIMIT 1",
        M("labels had it, and undo may bring them back"),
    ),
    (
        "SELECT 1 FROM setting s, json_each(s.value, '$.classes') c "
        f"WHERE s.key GLOB '{KEPT_VERSION}*' AND c.value = ? LIMIT 1",
        M("a version has it"),
    ),
)


def shown(reader: Reader) -> list[LabelClass]:
    """The classes that can be chosen, in the order of the screen: as somebody put them, new ones last."""
    away = retired(reader)
    places = {class_id: place for place, class_id in enumerate(reader.setting(ORDER, []))}
    found = [c for c in reader.classes() if c.id not in away]
    return sorted(found, key=lambda c: places.get(c.id, len(places)))


def retired(reader: Reader) -> frozenset[int]:
    """Ids of the classes that are hidden from choosing."""
    return frozenset(reader.setting(RETIRED, []))


def keep_order(tx: Transaction, ids: Iterable[int]) -> None:
    """Show the classes in this order from now on."""
    tx.put("setting", ORDER, {"value": json.dumps(list(ids))})


def keep_retired(tx: Transaction, ids: Iterable[int]) -> None:
    """Hide these, and no others, from choosing."""
    tx.put("setting", RETIRED, {"value": json.dumps(sorted(ids))})


def named_by(reader: Reader, class_id: int) -> str:
    """What keeps a class from being deleted, in words; empty when nothing names it."""
    for sql, said in _USED:
        if reader.one(sql, class_id):
            return said
    if any(class_id in said.values() for said in class_numbers.kept(reader).values()):
        return M("a source's class number stands for it")
    return ""
