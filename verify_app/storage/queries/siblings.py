"""What older runs said besides of what a person rejected: only then can it be told what a rejection speaks against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from verify_app.core import overlap_groups
from verify_app.core.records import Prediction, Ruling
from verify_app.core.vocabulary import Verdict

if TYPE_CHECKING:
    from verify_app.storage.reader import Reader


def siblings(
    reader: Reader, rulings: Iterable[Ruling], runs: Mapping[int, int]
) -> dict[int, dict[int, tuple[int, ...]]]:
    """By image, what `Evidence.siblings` says; images without are left out. `runs` as from `newest_runs`.

    Few images have rejections of a run that is not their newest, and only of these are that run's predictions read.
    """
    false: dict[tuple[int, int], list[Prediction]] = defaultdict(list)
    for ruling in rulings:
        p = ruling.prediction
        if ruling.verdict is Verdict.REJECTED and ruling.current and p.run_id != runs.get(p.image_id):
            false[p.image_id, p.run_id].append(p)
    if not false:
        return {}
    said: dict[tuple[int, int], list[Prediction]] = defaultdict(list)
    for p in reader.said_by(false, reader.class_map()):
        said[p.image_id, p.run_id].append(p)
    found: dict[int, dict[int, tuple[int, ...]]] = defaultdict(dict)
    for pair, rejected in false.items():
        found[pair[0]].update(overlap_groups.siblings(rejected, said[pair]))
    return found
