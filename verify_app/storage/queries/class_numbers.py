"""What a source's class numbers stand for, where nothing beside its labels names them and a person has said it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from verify_app.storage.transaction import Transaction

CLASS_NUMBERS = "class_numbers:"
"""The setting, and after it a source's id."""


def keep(tx: Transaction, source_id: int, said: Mapping[int, int | None]) -> None:
    """Keep what was said: project class id of each number, None for one that is left out."""
    if kept(tx.read).get(source_id) != dict(said):
        text = json.dumps({str(number): said[number] for number in sorted(said)})
        tx.put("setting", f"{CLASS_NUMBERS}{source_id}", {"value": text})


def kept(reader: Reader) -> dict[int, dict[int, int | None]]:
    """By source id what was said of its numbers; a class that was merged is the one that took it over."""
    into = reader.class_map()
    found = {}
    for key, text in reader.rows("SELECT key, value FROM setting WHERE key GLOB ?", f"{CLASS_NUMBERS}*"):
        said = {int(number): class_id and into.get(class_id) for number, class_id in json.loads(text).items()}
        found[int(key.removeprefix(CLASS_NUMBERS))] = said
    return found
