"""The review keys while the crop grid is open: they decide on the crops in hand, of whatever images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify_app.app import bulk
from verify_app.app.bulk import Bulk
from verify_app.app.crops import by_image
from verify_app.gui.deciding import Deciding

if TYPE_CHECKING:
    from collections.abc import Callable

    from verify_app.gui.desk import Desk
    from verify_app.gui.grid.page import GridPage


class GridDeciding(Deciding):
    """As `Deciding`, for the crops selected in the grid; each key is one undoable step."""

    def __init__(self, desk: Desk, page: GridPage) -> None:
        super().__init__(desk)
        self._page = page

    def accept(self) -> None:
        """The crops in hand are right."""
        session = self._desk.session
        self._do(lambda chosen, ms: bulk.accept_many(session, chosen, ms=ms), self.tr("Accepted: {n}."))

    def reject(self, *, later: bool = False) -> None:
        """The crops in hand are false, or to be fixed later."""
        session = self._desk.session
        text = self.tr("To be fixed later: {n}.") if later else self.tr("Rejected: {n}.")
        self._do(lambda chosen, ms: bulk.reject_many(session, chosen, fix_later=later, ms=ms), text)

    def pick_class(self, class_id: int) -> None:
        """As `reclass`: crops are in hand only when the person has selected them."""
        self.reclass(class_id)

    def reclass(self, class_id: int) -> None:
        """The crops in hand are of this class."""
        session, name = self._desk.session, self._desk.class_name(class_id)
        text = self.tr("{name} now: {n}.").replace("{name}", name.replace("{", "{{").replace("}", "}}"))
        self._do(lambda chosen, ms: bulk.reclass_many(session, chosen, class_id, ms=ms), text)

    def _go_where_it_was(self, image_id: int) -> None:
        """The crops show it; the image behind them stays the one that it was."""

    def _do(self, act: Callable[[dict[int, list[str]], int], Bulk], text: str) -> None:
        desk, crops = self._desk, self._page.chosen()
        if not crops:
            desk.said.emit(self.tr("Select crops first: click, sweep with the mouse, or [select_all] for all."), "note")
            return
        found: list[Bulk] = []

        def run() -> object:
            found.append(act(by_image(crops), desk.attention()))
            return found[0].changes

        desk.run(run)  # type: ignore[arg-type]
        if found:
            said = text.format(n=found[0].done) + " "
            if found[0].left:
                said += self.tr("Left as they are: {n} ({why})").format(n=len(found[0].left), why=found[0].left[0])
            else:
                said += self.tr("[undo] takes it back.")
            desk.said.emit(said, "warn" if found[0].left else "good")
            self._page.onward()
