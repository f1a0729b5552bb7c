"""What the review keys do while the crop grid is open: they decide on the selected crops, whatever their images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from verify_app.app.review import bulk_actions
from verify_app.app.review.bulk_actions import Bulk
from verify_app.app.review.crops import by_image, folded_under
from verify_app.core.records import Changes

if TYPE_CHECKING:
    from collections.abc import Callable

    from verify_app.app.review.crops import Crop
    from verify_app.gui.grid.page import GridPage
    from verify_app.gui.review.state import ReviewState


class GridCommands(QObject):
    """Decisions on the crops selected in the grid (see `review.commands.Commands`); each is one undoable step."""

    def __init__(self, state: ReviewState, page: GridPage) -> None:
        super().__init__(page)
        self._state, self._page = state, page

    def accept(self) -> None:
        """The crops in hand are right."""
        session = self._state.session
        self._do(
            lambda chosen, how: bulk_actions.accept_many(session, by_image(chosen), **how), self.tr("Accepted: {n}.")
        )

    def reject(self, *, later: bool = False) -> None:
        """The crops in hand are false, or to be fixed later."""
        session = self._state.session
        text = self.tr("To be fixed later: {n}.") if later else self.tr("Rejected: {n}.")

        def act(chosen: list[Crop], how: dict[str, Any]) -> Bulk:
            return bulk_actions.reject_many(
                session, by_image(chosen), folded=folded_under(chosen), fix_later=later, **how
            )

        self._do(act, text)

    def pick_class(self, class_id: int) -> None:
        """As `reclass`: crops are in hand only when the person has selected them."""
        self.reclass(class_id)

    def reclass(self, class_id: int) -> None:
        """The crops in hand are of this class."""
        session, name = self._state.session, self._state.class_name(class_id)
        text = self.tr("{name} now: {n}.").replace("{name}", name.replace("{", "{{").replace("}", "}}"))
        self._do(lambda chosen, how: bulk_actions.reclass_many(session, by_image(chosen), class_id, **how), text)

    def _do(self, act: Callable[[list[Crop], dict[str, Any]], Bulk], text: str) -> None:
        """Decide on those crops in hand that were looked at; the others are left, and counted."""
        state, page, chosen = self._state, self._page, self._page.chosen()
        crops = [crop for crop in chosen if page.seen(crop)]
        if not crops:
            words = self.tr("Select crops first: click, sweep with the mouse, or [select_all] for all.")
            if chosen:
                page.view.show_current()
                words = self.tr("These were not on the screen with their picture yet; nothing was decided. Look first.")
            state.said.emit(words, "warn" if chosen else "note")
            return
        found: list[Bulk] = []

        def run() -> Changes | None:
            found.append(act(crops, {"shown": page.shown(crops), "ms": state.attention()}))
            return found[0].changes

        state.run(run)
        if found:
            self._tell(found[0], text, len(chosen) - len(crops))

    def _tell(self, did: Bulk, text: str, unseen: int) -> None:
        """Say what was done and what was not, and go on."""
        state, page = self._state, self._page
        said = [text.format(n=did.done)]
        if did.settled:
            said.append(self.tr("Settled with them, as of the same objects: {n}.").format(n=f"{did.settled:,}"))
        if unseen:
            said.append(self.tr("Not looked at, so left: {n}.").format(n=f"{unseen:,}"))
        if did.left:
            said.append(self.tr("Left as they are: {n} ({why})").format(n=len(did.left), why=did.left[0]))
        else:
            said.append(self.tr("[undo] takes it back."))
        state.broadcast.announce(did.scanned)
        page.reload(did.changed)
        page.onward()
        state.said.emit(" ".join(said), "warn" if did.left or unseen else "good")
