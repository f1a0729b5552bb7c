"""What is known of the image decided on last, so that the next decision on it need not read all of it again.

It holds as long as nothing has been written since but what went through the same gate. Of an image with thousands of
labels an edit then reads what the edit touched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from verify_app.core.derive import Evidence, labelled
from verify_app.core.records import Label, Mark, Prediction, Ruling

FOLLOWED = ("label", "verdict", "mark")
"""What of an image can change without reading it anew; whatever else changes, it is read anew."""


class ImagePlace(NamedTuple):
    """Where an image lies, and what was said of it whatever its bytes show.

    Parameters
    ----------
    root : str
        The source's folder.
    path : str
        Relative to it.
    declared : str or None
        The origin that somebody declared for images of these bytes.
    """

    source_id: int
    root: str
    path: str
    gold: bool
    removed: bool
    declared: str | None


class KnownImage(NamedTuple):
    """One image as of one event.

    Parameters
    ----------
    event_id : int
        The newest event when it was read.
    run_id : int or None
        The newest run that saw the image's bytes.
    classes : mapping of int to int
        Every class id to the one that stands for it, as of the same event.
    """

    event_id: int
    image_id: int
    evidence: Evidence
    run_id: int | None
    place: ImagePlace
    classes: Mapping[int, int]

    def prediction(self, prediction_id: int) -> Prediction | None:
        """What the newest run said under this id; None when it did not say it, or not of this image."""
        said = self.evidence.predictions  # by id
        place = bisect_left(said, prediction_id, key=attrgetter("id"))
        return said[place] if place < len(said) and said[place].id == prediction_id else None

    def after(
        self,
        labels: dict[int, Label | None],
        rulings: dict[int, Ruling | None],
        mark: Mark,
        siblings: Mapping[int, tuple[int, ...]],
    ) -> KnownImage:
        """The same image with other labels, verdicts (by prediction id; None: gone) and mark.

        `siblings` are those of what was rejected among these verdicts, as `Evidence.siblings`.
        """
        before = self.evidence
        told = {r.prediction.id: r for r in before.rulings} if rulings else {}
        for key, ruling in rulings.items():
            if ruling is None:
                told.pop(key, None)
            else:
                told[key] = ruling
        sure = labelled(before).changed(labels.items()) if labels else labelled(before)
        said = [told[key] for key in sorted(told)] if rulings else before.rulings
        beside = {key: ids for key, ids in before.siblings.items() if key not in rulings} | dict(siblings)
        return self._replace(evidence=replace(before, labels=sure, rulings=said, mark=mark, siblings=beside))
