"""What programs suggest about an image, and what of it there is to show. It counts for nothing, suppresses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from verify_app.core.derive import SAME_OBJECT_IOU, Evidence, labelled
from verify_app.core.geometry import Region
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState, Verdict

OPS = ("accept", "reject", "fix_later", "correct", "draw", "classify", "complete", "empty", "take_model", "keep_human")
"""What can be suggested, under the names that a person's deeds have."""

OBJECTS = frozenset(("correct", "draw", "classify"))
"""Shown as an object of their own, which a person's key makes a label or puts away; the others as a word beside one."""

_IMAGES = frozenset(("classify", "complete", "empty"))


class Suggestion(NamedTuple):
    """What a program said of an image. An immutable fact.

    Parameters
    ----------
    sha256 : str
        Of the image's bytes when it said so; of other bytes it says nothing.
    op : str
        One of `OPS`.
    by : str
        The program's name.
    """

    id: int
    image_id: int
    sha256: str
    op: str
    by: str
    prediction_id: int | None = None
    label_id: int | None = None
    class_id: int | None = None
    region: Region | None = None
    detail: str = "{}"

    @property
    def about(self) -> str:
        """Id of the proposal or label that it is about; empty for none."""
        if self.label_id is not None:
            return f"L{self.label_id}"
        return "" if self.prediction_id is None else f"P{self.prediction_id}"

    @property
    def content(self) -> tuple[Any, ...]:
        """What it says: the same said twice is one suggestion."""
        return self[3:]

    @property
    def _takes_the_place_of(self) -> tuple[Any, ...]:
        if self.op == "draw":
            return self.by, self.id
        if self.op in _IMAGES:
            return self.by, "image"
        return self.by, self.op in ("take_model", "keep_human"), self.prediction_id, self.label_id


class Suggested(NamedTuple):
    """All that programs suggest about one image, arranged to be shown.

    Parameters
    ----------
    items : tuple of Item
        The image's objects, with what is said of each.
    objects : tuple of Item
        What would be drawn or corrected, as objects of their own (`LabelState.SUGGESTION`).
    said : tuple of (str, str)
        What is said of the whole image: who, and one of `OPS`.
    """

    items: tuple[Item, ...]
    objects: tuple[Item, ...] = ()
    said: tuple[tuple[str, str], ...] = ()


def newest(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Of what each program said of one thing the last word, by id; drawings stand each for itself."""
    last = {each._takes_the_place_of: each for each in sorted(found, key=lambda each: each.id)}
    return sorted(last.values(), key=lambda each: each.id)


def suggested(found: Sequence[Suggestion], evidence: Evidence, items: Sequence[Item]) -> Suggested:
    """Arrange what there is to show.

    Parameters
    ----------
    found : sequence of Suggestion
        As for `standing`.
    items : sequence of Item
        As from `derive.items`.
    """
    now = standing(found, evidence) if found else []
    if not now:
        return Suggested(tuple(items))
    objects = tuple(_item(each) for each in now if each.op in OBJECTS)
    said: dict[str, list[tuple[str, str]]] = {}
    for each in now:
        if each.op not in OBJECTS:
            said.setdefault(each.about, []).append((each.by, each.op))
    return Suggested(
        tuple(replace(item, said=tuple(said[item.id])) if item.id in said else item for item in items),
        objects,
        tuple(said.get("", ())),
    )


def standing(found: Sequence[Suggestion], evidence: Evidence) -> list[Suggestion]:
    """Those that are still worth showing.

    None is shown on a blind image before that is settled, or of other bytes than the file has now; nor what a person
    has decided already.

    Parameters
    ----------
    found : sequence of Suggestion
        Those of the image that nobody has taken up, put away or withdrawn.
    """
    if evidence.awaits_settling:
        return []
    now = newest(each for each in found if each.sha256 == evidence.scan.sha256)
    return [each for each in now if not _settled(each, evidence)]


def _item(each: Suggestion) -> Item:
    assert each.class_id is not None
    assert each.region is not None
    return Item(f"S{each.id}", LabelState.SUGGESTION, each.class_id, each.region, by=each.by)


def _settled(each: Suggestion, evidence: Evidence) -> bool:
    """Whether a person has decided on the very thing, or labelled it so already."""
    if each.op in ("complete", "empty"):
        return evidence.mark.complete
    if each.prediction_id is not None and each.op not in ("take_model", "keep_human"):
        rulings = (r.verdict for r in evidence.rulings if r.prediction.id == each.prediction_id)
        if any(verdict not in (Verdict.FIX_LATER, Verdict.DISMISSED) for verdict in rulings):
            return True
    if each.label_id is not None:
        label = labelled(evidence).find(each.label_id)
        return label is None or (label.class_id, label.region) == (each.class_id, each.region)
    region = each.region
    if each.op not in OBJECTS or region is None:
        return False
    same = (label for label in evidence.labels if label.stands and label.class_id == each.class_id)
    return any(label.region.overlap(region) >= SAME_OBJECT_IOU for label in same)


def parsed(detail: str) -> dict[str, Any]:
    """What else was said with it: a threshold, a note."""
    return dict(json.loads(detail))
