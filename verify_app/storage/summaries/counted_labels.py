"""Images on which labels only came in: what follows from their labels, follows from how many there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from verify_app.core.image_labels import Entry, Labels
from verify_app.core.vocabulary import Grade, LabelState

if TYPE_CHECKING:
    from verify_app.storage.reader import Reader


class Counted(Labels):
    """Labels that only came in, of which nothing is known but how many of each class there are.

    Parameters
    ----------
    by_class : mapping of class id to number
    """

    __slots__ = ()

    def __init__(self, by_class: Mapping[int, int], sha256: str, simulated_counts: bool) -> None:
        super().__init__((), sha256, simulated_counts)
        self._size = sum(by_class.values())
        if by_class:
            self.totals[LabelState.IMPORTED] = self.grades[Grade.IMPORTED] = self._size
        dict.update(self.classes, {(class_id, False): number for class_id, number in by_class.items()})

    def _entries(self) -> Iterator[tuple[int, Entry]]:
        raise TypeError("labels that were counted were asked for; read them")


def by_image(imported: Mapping[tuple[int, int], int]) -> Mapping[int, Mapping[int, int]]:
    """Numbers by image and class, image by image."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for (image_id, class_id), number in imported.items():
        found[image_id][class_id] = number
    return found


def only_imported(
    reader: Reader, image_ids: Sequence[int], fresh: Mapping[int, Mapping[int, int]]
) -> Mapping[int, Mapping[int, int]]:
    """Labels by class of those of these images that had none before what has just come in; their summary is older."""
    if len(image_ids) < 2 or fresh.keys().isdisjoint(image_ids):
        return {}
    sql = "SELECT key FROM image_state WHERE labels = 0 AND key IN (SELECT value FROM json_each(?))"
    return {row[0]: fresh[row[0]] for row in reader.rows(sql, json.dumps(list(image_ids))) if row[0] in fresh}
