"""Opens the small sheets over the picture: numbers, simplifying, brightness, history."""

from __future__ import annotations

from PySide6.QtCore import QObject

from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.commands import ObjectCommands
from verify_app.gui.review.history_sheet import HistorySheet
from verify_app.gui.review.page_commands import DrawingCommands, ViewCommands
from verify_app.gui.review.sheets import AdjustSheet, NumbersSheet, Sheet, SimplifySheet
from verify_app.gui.review.state import ReviewState


class SheetCommands(QObject):
    """Opens small sheets over a corner of the picture, one at a time."""

    def __init__(
        self,
        state: ReviewState,
        canvas: Canvas,
        *,
        objects: ObjectCommands,
        drawing: DrawingCommands,
        viewing: ViewCommands,
    ) -> None:
        super().__init__(state)
        self._state, self._canvas = state, canvas
        self._objects, self._drawing, self._viewing = objects, drawing, viewing
        self.sheet: Sheet | None = None
        """The sheet that is open."""

    def _open(self, sheet: Sheet) -> None:
        if self.sheet is not None:
            self.sheet.give_up()
        self.sheet = sheet
        sheet.closed.connect(self._on_closed)
        sheet.open_in_corner()

    def _on_closed(self) -> None:
        self.sheet = None
        self._canvas.setFocus()

    def edit_numbers(self) -> None:
        """Change the selected region by its numbers."""
        item = self._state.item
        if item is None or not self._drawing.may_change():
            return
        if item.region.kind == "image":
            self._drawing.say_wrong_tool()
            return
        sheet = NumbersSheet(self._canvas, item.region)
        sheet.changed.connect(lambda region, item_id=item.id: self._objects.reshape(item_id, region))
        self._open(sheet)

    def simplify(self) -> None:
        """Take corners away from the selected outline."""
        item = self._state.item
        if item is None or not self._drawing.may_change():
            return
        if item.region.kind != "polygon":
            self._drawing.say_wrong_tool()
            return
        outline, sheet = self._canvas.outline, SimplifySheet(self._canvas)

        def tried(tolerance: float) -> None:
            counts = outline.preview_simplified(tolerance)
            if counts is not None:
                sheet.show_corners(*counts)

        sheet.tried.connect(tried)
        sheet.taken.connect(lambda on: outline.apply_simplified() if on else outline.cancel_simplified())
        self._open(sheet)

    def show_history(self) -> None:
        """Show what happened to the selected label, else to the image."""
        if self._state.review is not None:
            self._open(HistorySheet(self._canvas, self._state))

    def adjust_view(self) -> None:
        """Set brightness, contrast and gamma by sliders."""
        sheet = AdjustSheet(self._canvas, self._viewing.view)
        sheet.changed.connect(self._viewing.view_wanted)
        self._open(sheet)
