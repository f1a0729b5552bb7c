"""Which images a figure of the monitor is of, for who wants to see them."""

from __future__ import annotations

from verify_app.storage.queries import history, monitored
from verify_app.storage.reader import Reader

MOST = 2000
"""More are not listed at once; the newest go first."""


def images_behind(reader: Reader, kind: str, name: str) -> list[int]:
    """The images of a set as they are in the project now; kinds as `results.SETS`. Empty where it is not known.

    Of a version those that it holds, of what it added those that the version before had not, of a model on gold the
    gold images, of predictions those that the model looked at.
    """
    if kind == "model":
        return [one.id for one in monitored.seen_images(reader, gold=True)][-MOST:]
    if kind == "predictions":
        model = next((one for one in reader.models() if one.name == name), None)
        if model is None:
            return []
        some = [one.id for one in monitored.seen_images(reader)]
        return sorted(monitored.said_on(reader, model.id, some, 1.1)[0])[-MOST:]
    versions = history.versions(reader)
    place = next((i for i, one in enumerate(versions) if one.name == name), None)
    if kind == "source":
        source = next((one.id for one in reader.sources() if one.name == name), None)
        return [one.id for one in monitored.seen_images(reader) if one.source_id == source][-MOST:]
    if place is None:
        return []
    held = set(monitored.digests_of(reader, versions[place].id))
    if kind == "added" and place:
        held -= set(monitored.digests_of(reader, versions[place - 1].id))
    here = monitored.seen_images(reader)
    return [one.id for one in here if (one.sha256 in held) is (kind != "fresh")][-MOST:]
