"""What belongs together among the project's images as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verify_app.datasets.composition.leak_groups import Relative, families
from verify_app.datasets.files import hash_cache
from verify_app.storage.queries import groups, monitored
from verify_app.storage.queries.monitored import SeenImage
from verify_app.storage.reader import Reader


def leak_groups(reader: Reader, cache: Path, images: Sequence[SeenImage]) -> dict[int, str]:
    """By image id: frames of one video, files named alike and near-duplicates, as far as pictures were compared."""
    family, looks = groups.groups(reader), hash_cache.read(cache)
    found = families(Relative(one.sha256, "", looks.get(one.sha256), family.get(one.id, "")) for one in images)
    return {one.id: found.group[one.sha256] for one in images if one.sha256 in found.group}


def gold_groups(reader: Reader, cache: Path) -> dict[str, str]:
    """What belongs together of the gold images, by the name of each image's file in a gold set."""
    images = monitored.seen_images(reader, gold=True)
    found = leak_groups(reader, cache, images)
    return {one.sha256[:DIGITS]: found.get(one.id, one.sha256) for one in images}


DIGITS = 20
"""Of the digest, that name a gold image's file while it is measured."""
