"""Objects across images, for the crop grid: of a class, a state, a range of confidence; unsure first or sure first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.storage import listing
from verify_app.storage.derived import chunks

ORDERS = ("unsure", "sure", "size", "found")
MOST = 200_000
"""No more objects than this are gathered; narrower filters show the others."""


@dataclass(frozen=True, slots=True)
class CropFilter:
    """Which objects to show; empty sets let everything through.

    Parameters
    ----------
    classes : frozenset of int
    states : frozenset of LabelState
    conf : (float, float)
        Of proposals; labels that nobody predicted have none and pass.
    """

    classes: frozenset[int] = frozenset()
    states: frozenset[LabelState] = frozenset((LabelState.PROPOSAL,))
    conf: tuple[float, float] = (0.0, 1.0)


class Crop(NamedTuple):
    """One object of one image, with where to cut it out."""

    image_id: int
    item_id: str
    class_id: int
    state: LabelState
    conf: float | None
    bounds: Box
    width: int
    height: int

    @property
    def whole(self) -> bool:
        """Whether it stands for the image itself."""
        return self.bounds.x2 <= self.bounds.x1


def crops(
    session: Session, chosen: CropFilter, *, order: str = "unsure", images: Sequence[int] | None = None
) -> list[Crop]:
    """Every object that the filter lets through, ordered.

    Parameters
    ----------
    order : str
        ``unsure`` (lowest confidence first), ``sure``, ``size`` (smallest first) or ``found``.
    images : sequence of int, optional
        Only of these images; default: all.
    """
    found: list[Crop] = []
    for crop in _walk(session, chosen, images):
        found.append(crop)
        if len(found) >= MOST:
            break
    if order == "found":
        return found
    keys = {
        "unsure": lambda c: (c.conf is None, c.conf or 0.0, c.image_id, c.item_id),
        "sure": lambda c: (-(c.conf if c.conf is not None else 2.0), c.image_id, c.item_id),
        "size": lambda c: (c.bounds.area, c.image_id, c.item_id),
    }
    return sorted(found, key=keys[order])


def _walk(session: Session, chosen: CropFilter, images: Sequence[int] | None) -> Iterator[Crop]:
    reader = session.project.read
    every = listing.ids(reader, listing.Filter()) if images is None else images
    for chunk in chunks(every):
        for image_id, evidence in reader.evidence(chunk).items():
            if evidence.scan.problem is not None:
                continue
            for item in derive.items(evidence):
                if _fits(item, chosen):
                    yield Crop(
                        image_id,
                        item.id,
                        item.class_id,
                        item.state,
                        item.conf,
                        item.region.bounds,
                        evidence.scan.width,
                        evidence.scan.height,
                    )


def _fits(item: Item, chosen: CropFilter) -> bool:
    low, high = chosen.conf
    return (
        (not chosen.classes or item.class_id in chosen.classes)
        and (not chosen.states or item.state in chosen.states)
        and (item.conf is None or low <= item.conf <= high)
    )


def files(session: Session, image_ids: Sequence[int]) -> dict[int, Path]:
    """Where the files of these images are."""
    found = {}
    for image_id in image_ids:
        place = listing.place(session.project.read, image_id)
        if place is not None:
            found[image_id] = Path(place[1]) / place[2]
    return found


def by_image(chosen: Sequence[Crop]) -> dict[int, list[str]]:
    """Crops as `app.bulk` takes them."""
    found: dict[int, list[str]] = {}
    for crop in chosen:
        found.setdefault(crop.image_id, []).append(crop.item_id)
    return found
