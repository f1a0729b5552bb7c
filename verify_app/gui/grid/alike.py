"""Selects, of the crops that were looked at, those that look like the one in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from verify_app.imaging.perceptual_hash import distance

if TYPE_CHECKING:
    from verify_app.app.review.crops import Crop
    from verify_app.gui.grid.page import GridPage
    from verify_app.gui.review.state import ReviewState

ALIKE_BITS = 16
"""Crops whose hashes differ in no more bits than this look alike; of two that have nothing in common 32 differ."""


class AlikeSelection(QObject):
    """Waits until the crops it needs are compared, then selects; the newest wish counts."""

    def __init__(self, state: ReviewState, page: GridPage) -> None:
        super().__init__(page)
        self._state, self._page = state, page
        self._like: Crop | None = None
        self.wanted: Sequence[Crop] = ()
        """Crops that are to be compared; empty while nothing is."""

    def begin(self) -> bool:
        """Take the crop in hand as the example; False, with a sentence, when there is none that was looked at."""
        page, view = self._page, self._page.view
        like = view.crops[view.current] if 0 <= view.current < len(view.crops) else None
        if like is None or not page.seen(like):
            self._state.said.emit(self.tr("Click the crop first that the others are to look like."), "note")
            return False
        self._like = like
        self.wanted = [like, *(view.crops[i] for i in page.undecided() if page.seen(view.crops[i]))]
        return True

    def forget(self) -> None:
        """Other crops are shown."""
        self._like, self.wanted = None, ()

    def choose(self) -> None:
        """All that can be compared was: select."""
        like = self._like
        if like is None:
            return
        page, loader = self._page, self._page.loader
        self.forget()
        look = loader.hash_of(like)
        if look is None:
            self._state.said.emit(self.tr("The picture of this crop cannot be compared."), "warn")
            return
        chosen = []
        for place in page.undecided():
            crop = page.view.crops[place]
            other = loader.hash_of(crop)
            if other is not None and page.seen(crop) and distance(look, other) <= ALIKE_BITS:
                chosen.append(place)
        page.view.choose(chosen)
        text = self.tr("{k} selected that look alike; what was not on the screen is not among them.")
        if all(page.view.crops[place] == like for place in chosen):
            text = self.tr("No other crop that was on the screen looks like this one.")
        self._state.said.emit(text.format(k=f"{len(chosen):,}"), "note")
