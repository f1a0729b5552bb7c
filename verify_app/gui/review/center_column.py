"""The middle of the review page: header, picture or crop grid, the bars under it, message line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from verify_app.gui.grid.page import GridPage


class CenterColumn(QWidget):
    """Shows the image with its header and bars, or the crop grid in their place."""

    def __init__(self, header: QWidget, canvas: QWidget, message: QWidget) -> None:
        super().__init__()
        self._header, self._canvas, self._message = header, canvas, message
        self._grid: GridPage | None = None
        self._bars: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(header)
        self._column.addWidget(canvas, 1)
        self._column.addWidget(message)

    def add_above(self, bar: QWidget) -> None:
        """Put a line above everything; it speaks of the project."""
        self._column.insertWidget(0, bar)

    def add_under(self, bar: QWidget) -> None:
        """Put a line under the image; it speaks of the image, and is not there while the grid is."""
        if self._bars is None:
            self._bars = QWidget()
            layout = QVBoxLayout(self._bars)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            self._column.insertWidget(self._column.indexOf(self._message), self._bars)
        self._bars.layout().addWidget(bar)
        self._bars.setVisible(self._grid is None)

    def show_grid(self, grid: GridPage) -> None:
        """Put the crop grid in the image's place."""
        self._grid = grid
        self._show_image(False)
        self._column.insertWidget(0, grid, 1)

    def select_alike(self) -> None:
        """Select the crops that look like the one in hand."""
        if self._grid is not None:
            self._grid.select_alike()

    def remove_grid(self) -> None:
        """Show the image again; the grid goes for good."""
        grid, self._grid = self._grid, None
        if grid is not None:
            self._column.removeWidget(grid)
            grid.hide()
            grid.deleteLater()
        self._show_image(True)

    def _show_image(self, on: bool) -> None:
        for widget in (self._header, self._canvas, self._bars):
            if widget is not None:
                widget.setVisible(on)
