"""A bar that turns the pages of a file; labels belong to the first, as Ultralytics' loader reads no other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from verify_app.gui.canvas.bars.bar import CanvasBar
from verify_app.gui.plain import PlainLabel


class PagePicker(CanvasBar):
    """Page 1 / 7; hidden when there is one page."""

    turned = Signal(int)
    """Another page is wanted, counted from 1."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, top=False)
        self.page, self.pages = 1, 1
        self.back, self.label, self.forth, self.said = QToolButton(), PlainLabel(), QToolButton(), PlainLabel()
        for button, by, arrow in ((self.back, -1, Qt.ArrowType.LeftArrow), (self.forth, 1, Qt.ArrowType.RightArrow)):
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, by=by: self.step(by))
        self.back.setAccessibleName(self.tr("Previous page of the file"))
        self.forth.setAccessibleName(self.tr("Next page of the file"))
        for widget in (self.back, self.label, self.forth, self.said):
            self.row.addWidget(widget)

    def set_pages(self, pages: int) -> None:
        """The file has this many pages; the first one is shown."""
        self.page, self.pages = 1, pages
        self._refresh()

    def step(self, by: int) -> None:
        """Turn over; at either end nothing happens."""
        page = min(max(self.page + by, 1), self.pages)
        if page != self.page:
            self.page = page
            self._refresh()
            self.turned.emit(page)

    def _refresh(self) -> None:
        self.label.setText(self.tr("Page {page} / {pages}").format(page=self.page, pages=self.pages))
        self.said.setText(self.tr("Only to look at: labels and training know page 1 alone."))
        self.said.setVisible(self.page > 1)
        self.back.setEnabled(self.page > 1)
        self.forth.setEnabled(self.page < self.pages)
        self.setVisible(self.pages > 1)
        self.place()
