"""Objects across images, for the crop grid: of a class, a state, a range of confidence; unsure first or sure first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from verify_app.app.review.object_rows import folded
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.derive import Evidence
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.storage.queries import crop_list, image_list
from verify_app.storage.summaries.image_summary import chunks

NOTED = "E"
"""Ids of crops begin so that show what a model said when it was measured: no object of the record."""
ORDERS = ("unsure", "sure", "size", "found")
MOST = 50_000
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
    images : frozenset of int, optional
        Those images alone; None: every image.
    """

    classes: frozenset[int] = frozenset()
    states: frozenset[LabelState] = frozenset((LabelState.PROPOSAL,))
    conf: tuple[float, float] = (0.0, 1.0)
    images: frozenset[int] | None = None


class Crop(NamedTuple):
    """One object of one image, with where to cut it out; `folded` are those under it that nobody could tell from it."""

    image_id: int
    item_id: str
    class_id: int
    state: LabelState
    conf: float | None
    bounds: Box
    width: int
    height: int
    folded: tuple[Item, ...] = ()

    @property
    def on_record(self) -> bool:
        """Whether it is an object of the record, on which one can decide."""
        return not self.item_id.startswith(NOTED)

    @property
    def whole(self) -> bool:
        """Whether it stands for the image itself."""
        return self.bounds.x2 <= self.bounds.x1


def crops(session: Session, chosen: CropFilter, *, order: str = "unsure") -> list[Crop]:
    """Every object that the filter lets through, ordered as `arrange` does."""
    found = [crop for page in pages(session, chosen) for crop in page]
    return arrange(found[:MOST], order)


def pages(session: Session, chosen: CropFilter) -> Iterator[list[Crop]]:
    """The same as found, some images at a time: a window shows the first while the others are gathered."""
    reader, states = session.project.read, chosen.states
    undecided = {LabelState.PROPOSAL, LabelState.FIX_LATER}
    for page in crop_list.image_pages(
        reader,
        classes=chosen.classes,
        proposals=not states or bool(states & undecided),
        labels=not states or bool(states - undecided),
    ):
        wanted = [i for i in page if chosen.images is None or i in chosen.images]
        yield [crop for image_id, e in reader.evidence(wanted).items() for crop in _of_image(image_id, e, chosen)]


def of_images(session: Session, image_ids: Sequence[int], chosen: CropFilter) -> list[Crop]:
    """The objects of these images, as they are now, that the filter lets through."""
    found = session.project.read.evidence(image_ids)
    usable = {i: e for i, e in found.items() if e.scan.problem is None}
    return [crop for image_id, evidence in usable.items() for crop in _of_image(image_id, evidence, chosen)]


def arrange(found: Sequence[Crop], order: str) -> list[Crop]:
    """Crops in an order.

    Parameters
    ----------
    order : str
        ``unsure`` (lowest confidence first), ``sure``, ``size`` (smallest first) or ``found``.
    """
    if order == "found":
        return list(found)
    keys: dict[str, Callable[[Crop], tuple[object, ...]]] = {
        "unsure": lambda c: (c.conf is None, c.conf or 0.0, c.image_id, c.item_id),
        "sure": lambda c: (-(c.conf if c.conf is not None else 2.0), c.image_id, c.item_id),
        "size": lambda c: (c.bounds.area, c.image_id, c.item_id),
    }
    return sorted(found, key=keys[order])


def _of_image(image_id: int, evidence: Evidence, chosen: CropFilter) -> Iterator[Crop]:
    width, height = evidence.scan.width, evidence.scan.height
    for item in folded([item for item in derive.items(evidence) if _fits(item, chosen)]):
        bounds = item.region.bounds
        yield Crop(image_id, item.id, item.class_id, item.state, item.conf, bounds, width, height, item.folded)


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
        place = image_list.place(session.project.read, image_id)
        if place is not None:
            found[image_id] = Path(place[1]) / place[2]
    return found


def by_image(chosen: Sequence[Crop]) -> dict[int, list[str]]:
    """Crops as `app.review.bulk_actions` takes them."""
    found: dict[int, list[str]] = {}
    for crop in chosen:
        found.setdefault(crop.image_id, []).append(crop.item_id)
    return found


def folded_under(chosen: Sequence[Crop]) -> dict[tuple[int, str], tuple[str, ...]]:
    """What lies folded under crops, by image and object."""
    return {(crop.image_id, crop.item_id): tuple(item.id for item in crop.folded) for crop in chosen if crop.folded}


def standing(session: Session, shown: Sequence[Crop]) -> dict[tuple[int, str], str]:
    """What has become of crops since they were gathered; the others are as they were and are left out.

    ``accepted``, ``rejected``, ``later`` (to be fixed), ``changed``, or ``settled``: nobody decided on it, but it is of
    an object that has its label.
    """
    images = sorted({crop.image_id for crop in shown})
    found: dict[tuple[int, str], str] = {}
    for chunk in chunks(images):
        now = session.project.read.evidence(chunk)
        there = {i: {item.id: item for item in derive.items(e)} for i, e in now.items()}
        verdicts = {i: {f"P{r.prediction.id}": r.verdict.value for r in e.rulings} for i, e in now.items()}
        for crop in shown:
            if crop.image_id not in there or not crop.on_record:
                continue
            item = there[crop.image_id].get(crop.item_id)
            said = verdicts[crop.image_id].get(crop.item_id)
            if item is None or item.state is not crop.state:
                gone = "settled" if _has_its_label(now[crop.image_id], crop.item_id) else "rejected"
                found[crop.image_id, crop.item_id] = _WORDS.get(said or "", "accepted" if item else gone)
            elif item.class_id != crop.class_id:
                found[crop.image_id, crop.item_id] = "changed"
    return found


_WORDS = {"accepted": "accepted", "corrected": "changed", "rejected": "rejected", "fix_later": "later"}


def _has_its_label(evidence: Evidence, item_id: str) -> bool:
    """Whether a person has labelled the object that a proposal is of."""
    region = next((p.region for p in evidence.predictions if f"P{p.id}" == item_id), None)
    return region is not None and any(
        label.stands and label.region.overlap(region) >= derive.SAME_OBJECT_IOU for label in evidence.labels
    )
