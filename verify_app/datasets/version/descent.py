"""The parent version read from the project: its images, and who decided what on them since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verify_app.core.receipt.receipt import ImageRecord, parse_image
from verify_app.datasets.version.parent import REMOVED, Ancestor, Decision
from verify_app.storage.queries import history
from verify_app.storage.queries.history import VersionRow
from verify_app.storage.reader import Reader


def ancestor_of(reader: Reader, version: VersionRow) -> Ancestor:
    """A version as the parent of the next one."""
    places = _places(reader, version)
    images = tuple(_today(image, places) for image in records_of(reader, version.id))
    decisions = {
        sha256: Decision(by, REMOVED if removed else "removed or relabelled")
        for sha256, by, removed in history.decisions_since(reader, version.id)
    }
    return Ancestor(version.name, version.digest, images, decisions)


def records_of(reader: Reader, version_id: int) -> list[ImageRecord]:
    """The images of a version as its receipt lists them."""
    lines = (record.partition("\n")[0] for _, record in history.version_items(reader, version_id))
    return [parse_image(line.encode("ascii"), number) for number, line in enumerate(lines, start=1)]


def _places(reader: Reader, version: VersionRow) -> Sequence[int] | None:
    """Today's index of each class of the version; None when its classes are not on record (older versions)."""
    kept = reader.setting(history.KEPT_VERSION + version.digest)
    if kept is None:
        return None
    ids: list[int] = kept["classes"]
    index = {c.id: place for place, c in enumerate(reader.classes())}
    into: Mapping[int, int] = reader.class_map()
    return [index.get(into.get(class_id, class_id), -1) for class_id in ids]


def _today(image: ImageRecord, places: Sequence[int] | None) -> ImageRecord:
    if places is None:
        return image
    labels = tuple(
        replace(x, index=places[x.index]) if 0 <= x.index < len(places) else replace(x, index=-1) for x in image.labels
    )
    return replace(image, labels=labels)
