"""What every chart of a page shares: the window's colours and letters, and nothing that zooms or takes the wheel."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from verify_app.gui import theme


def still_plot() -> pg.PlotWidget:
    """A plot that cannot be zoomed or dragged: the wheel scrolls the page."""
    plot = pg.PlotWidget()
    plot.setMouseEnabled(x=False, y=False)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.wheelEvent = lambda event: event.ignore()
    return plot


def paint_anew(plot: pg.PlotWidget, font: QFont) -> None:
    """Take away what is drawn; ground and axes in the colours of now."""
    plot.clear()
    plot.setBackground(theme.colour("base"))
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.colour("line"))
        axis.setTextPen(theme.colour("quiet"))
        axis.setStyle(tickFont=font)
