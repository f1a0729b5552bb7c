"""The picture between two panels, each of which can be made wider or put away."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

PANEL = 250
"""Width of a panel at first."""
LEAST = 170
LEFT, RIGHT = 0, 2


class PanelSplitter(QSplitter):
    """Holds the places of the panels until they are made, and their widths."""

    def __init__(self, center: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(3)
        for place, widget in enumerate((QWidget(), center, QWidget())):
            widget.setMinimumWidth(LEAST)  # else a width of nothing would not be one that was put away
            self.addWidget(widget)
            self.setStretchFactor(place, place == 1)
        self.setCollapsible(1, False)
        self.setSizes([PANEL, 900, PANEL])

    def place_panels(self, left: QWidget, right: QWidget) -> tuple[bool, bool]:
        """Put the panels into their places; says which of them are shown: either may have been put away before."""
        sizes = self.sizes()
        for place, panel in ((LEFT, left), (RIGHT, right)):
            panel.setMinimumWidth(LEAST)
            self.replaceWidget(place, panel).deleteLater()
            panel.show()
            self.setSizes([size or PANEL for size in sizes])
        left.setVisible(sizes[LEFT] > 0)
        right.setVisible(sizes[RIGHT] > 0)
        return sizes[LEFT] > 0, sizes[RIGHT] > 0

    def toggle(self, place: int) -> None:
        """Put a panel away, or show it again."""
        panel = self.widget(place)
        if panel.isVisible() and not self.sizes()[place]:  # its edge was dragged all the way
            self.setSizes([size or PANEL for size in self.sizes()])
        else:
            panel.setVisible(not panel.isVisible())

    def state_to_keep(self) -> QByteArray:
        """The widths of the panels, to be kept: none for one that was put away."""
        sizes = self.sizes()
        for place in (LEFT, RIGHT):
            sizes[place] *= not self.widget(place).isHidden()
            self.widget(place).show()
        self.setSizes(sizes)
        return self.saveState()
