"""The review page's part that opens the crop grid over the image, and leads the keys to it while it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.gui.review.page_commands import PageVerbs

if TYPE_CHECKING:
    from verify_app.gui.grid.page import GridPage
    from verify_app.gui.panels.header import Header
    from verify_app.gui.review.class_popup import ClassPopup
    from verify_app.gui.review.commands import Deciding

IN_GRID = frozenset(
    {"accept", "reject", "fix_later", "delete", "class", "select_all", "crop_grid", "undo", "redo", "cancel"}
)
"""What can be done to crops; everything else about an image waits until one is on the screen."""


class GridHost(PageVerbs):
    """Swaps the image for the grid and back."""

    header: Header
    column: QVBoxLayout
    grid: GridPage | None = None
    _of_image: Deciding
    _popup: ClassPopup | None = None
    _under: QWidget | None = None

    def put_under(self, bar: QWidget) -> None:
        """Put a line under the image; it speaks of the image, and is not there while the grid is."""
        if self._under is None:
            self._under = QWidget()
            layout = QVBoxLayout(self._under)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            self.column.insertWidget(self.column.indexOf(self.message), self._under)
        self._under.layout().addWidget(bar)
        self._under.setVisible(self.grid is None)

    def crop_grid(self) -> None:
        """Open the grid on the class in hand, or close it."""
        if self.grid is not None:
            self.close_grid()
            return
        from verify_app.gui.grid.page import GridPage  # noqa: PLC0415  when first wanted

        self.desk.about_to_act.emit()
        self._of_image, item = self.deciding, self.desk.item
        self.grid = GridPage(self.desk)
        self.grid.closed.connect(self.close_grid)
        self.grid.open_wanted.connect(self._open_crop)
        self.deciding = self.grid.deciding
        self.header.hide()
        self.canvas.hide()
        if self._under is not None:
            self._under.hide()
        self.column.insertWidget(0, self.grid, 1)
        self._forget_popup()
        self.enable()
        self.grid.begin(item.class_id if item is not None else None)
        self.message.say(
            self.tr("[accept] accepts, [reject] rejects, a number gives a class. Enter opens it, [cancel] goes back.")
        )

    def close_grid(self) -> None:
        """Back to the image."""
        if self.grid is None:
            return
        grid, self.grid = self.grid, None
        self.deciding = self._of_image
        grid.close_grid()
        self._forget_popup()
        self.column.removeWidget(grid)
        grid.hide()
        grid.deleteLater()
        self.header.show()
        self.canvas.show()
        if self._under is not None:
            self._under.show()
        self.canvas.setFocus()
        self.desk.refresh()
        self.enable()

    def _open_crop(self, image_id: int, item_id: str) -> None:
        self.close_grid()
        self.desk.show_image(image_id)
        row = self.desk.folding.row_of(item_id, self.desk.items)
        if row:
            self.desk.select(row)

    def undo(self) -> None:
        """Take back the last point of what is being drawn; with nothing begun, the own newest operation."""
        if self.grid is not None or not self.canvas.tools.take_back():
            self.deciding.undo()

    def redo(self) -> None:
        """Do again what was undone, but not behind a shape that is being drawn."""
        drafts = self.desk.drafts
        if self.grid is not None or drafts is None or not drafts.hold_back():
            self.deciding.redo()

    def select_all(self) -> None:
        if self.grid is not None:
            self.grid.select_all()
        else:
            super().select_all()

    def enable(self) -> None:
        """Switch actions on and off by what is on the screen."""
        raise NotImplementedError

    # --- the class of what is in hand -------------------------------------------------------------------------

    def choose_class(self) -> None:
        """Type-to-find list of classes at the object, or in the grid."""
        from verify_app.gui.review.class_popup import ClassPopup  # noqa: PLC0415  when first wanted

        if not self.desk.session.classes:
            self.ask_for_class()
            return
        over = self.grid.view if self.grid is not None else self.canvas
        if self._popup is None:
            self._popup = ClassPopup(over)
            self._popup.chosen.connect(self._reclass)
            self._popup.closed.connect(over.setFocus)
        item = self.desk.item if self.grid is None else None
        box = QRectF(over.rect()).adjusted(40, 40, -400, 0)
        if item is not None and item.region.kind != "image":
            box = self.canvas.box_on_screen(item.region.bounds)
        current = item.class_id if item is not None else self.desk.drawing_class
        self._popup.open_at(box, self.desk.session.classes, current)

    def _reclass(self, class_id: int) -> None:
        self.deciding.reclass(class_id)

    def _pick_class(self, class_id: int) -> None:
        self.deciding.pick_class(class_id)

    def _forget_popup(self) -> None:
        """The next list of classes opens over another widget."""
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None
