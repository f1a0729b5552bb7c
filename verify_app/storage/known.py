"""What is known of the image decided on last, so that the next decision on it need not read all of it again.

It holds as long as nothing has been written since but what went through the same gate. Of an image with thousands of
labels an edit then reads what the edit touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from verify_app.core.derive import Evidence, labelled
from verify_app.core.records import Label, Mark, Ruling

FOLLOWED = ("label", "verdict", "mark")
"""What of an image can change without reading it anew; whatever else changes, it is read anew."""


class Known(NamedTuple):
    """One image as of one event.

    Parameters
    ----------
    event_id : int
        The newest event when it was read.
    run_id : int or None
        The newest run that saw the image's bytes.
    """

    event_id: int
    image_id: int
    evidence: Evidence
    run_id: int | None

    def after(
        self,
        labels: dict[int, Label | None],
        rulings: dict[int, Ruling | None],
        mark: Mark,
        siblings: Mapping[int, tuple[int, ...]],
    ) -> Known:
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
        sure = labelled(before).changed(labels.items())
        said = [told[key] for key in sorted(told)] if rulings else before.rulings
        beside = {key: ids for key, ids in before.siblings.items() if key not in rulings} | dict(siblings)
        return self._replace(evidence=replace(before, labels=sure, rulings=said, mark=mark, siblings=beside))
