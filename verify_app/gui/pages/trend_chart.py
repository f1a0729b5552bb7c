"""One figure over versions or generations: points, a line between them, and the band that chance alone keeps to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from verify_app.gui import theme
from verify_app.gui.pages.still_plot import paint_anew, still_plot
from verify_app.gui.plain import PlainLabel, tip

HEIGHT = 190
"""Of a chart with its heading, in pixels."""
_SYMBOLS = {"": "o", "notice": "t1", "alarm": "d"}
"""A circle, a triangle, a diamond: told apart without colours."""
_ROLES = {"": "accent", "notice": "warn", "alarm": "bad"}
_SIZES = {"": 7, "notice": 11, "alarm": 13}


class TrendPoint(NamedTuple):
    """One version or generation.

    Parameters
    ----------
    label : str
        What stands under it.
    value : float or None
        None where nothing is known.
    low, high : float or None
        The band, where there is one.
    state : str
        Empty, ``notice`` or ``alarm``.
    text : str
        The sentence that is said of it.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    state: str = ""
    text: str = ""


class TrendChart(QWidget):
    """A small chart that cannot be zoomed or dragged: the wheel scrolls the page."""

    opened = Signal(int)
    """Somebody clicked on this point, or pressed Enter on it."""

    def __init__(self, heading: str, points: Sequence[TrendPoint]) -> None:
        super().__init__()
        self.points = tuple(points)
        self._chosen: int | None = None
        self._heading = heading
        self.title = PlainLabel(heading)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title.setToolTip(tip(heading))
        self.plot = still_plot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.plot, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(heading)
        self.setAccessibleDescription("; ".join(one.text or _worded(one) for one in self.points))
        self._draw()

    def minimumSizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.title.setText(self.fontMetrics().elidedText(self._heading, Qt.TextElideMode.ElideRight, self.width()))

    # --- without a mouse --------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose(len(self.points) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from point to point; Enter opens the images behind one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if self._chosen is None or not self.points:
            super().keyPressEvent(event)
        elif step is not None:
            self._choose(min(max(self._chosen + step, 0), len(self.points) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int | None) -> None:
        self._chosen = place if self.points else None
        one = None if self._chosen is None else self.points[self._chosen]
        self._mark.setData([] if one is None or one.value is None else [{"pos": (self._chosen, one.value)}])
        if one is not None:
            self.setAccessibleDescription(one.text or _worded(one))

    # --- the picture ------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        paint_anew(self.plot, self.font())
        self.plot.getAxis("bottom").setTicks([self._ticks()])
        self.plot.showGrid(y=True, alpha=0.15)
        self._draw_band()
        known = [(x, one.value) for x, one in enumerate(self.points) if one.value is not None]
        self.plot.plot([x for x, _ in known], [y for _, y in known], pen=pg.mkPen(theme.colour("accent"), width=1.5))
        scatter = pg.ScatterPlotItem(hoverable=True, tip=None)
        scatter.addPoints([self._spot(x, self.points[x]) for x, _ in known])
        scatter.sigClicked.connect(self._on_clicked)
        scatter.sigHovered.connect(self._on_hovered)
        self.plot.addItem(scatter)
        self._mark = pg.ScatterPlotItem(symbol="s", size=20, brush=None, pen=pg.mkPen(theme.colour("accent"), width=2))
        self.plot.addItem(self._mark)
        ends = [y for one in self.points for y in (one.value, one.low, one.high) if y is not None]
        if ends:
            margin = 0.08 * (max(ends) - min(ends)) or 0.05 * abs(ends[0]) or 0.05
            self.plot.setYRange(min(ends) - margin, max(ends) + margin, padding=0)
        beside = 0.4 if len(self.points) > 1 else 1.0  # a single point stands in the middle
        self.plot.setXRange(-beside, len(self.points) - 1 + beside, padding=0)

    def _ticks(self) -> list[tuple[int, str]]:
        """A label under each point, or under as many as there is room for."""
        step = max(1, -(-len(self.points) // 6))
        return [(x, one.label) for x, one in enumerate(self.points) if x % step == 0]

    def _spot(self, x: int, one: TrendPoint) -> dict[str, Any]:
        tone = theme.colour(_ROLES[one.state])
        brush = tone if one.state else theme.colour("base")
        return {
            "pos": (x, one.value),
            "data": x,
            "symbol": _SYMBOLS[one.state],
            "size": _SIZES[one.state],
            "pen": pg.mkPen(tone, width=1.5),
            "brush": pg.mkBrush(brush),
        }

    def _draw_band(self) -> None:
        with_band = [(x, one.low, one.high) for x, one in enumerate(self.points) if one.low is not None]
        if not with_band:
            return
        tone = QColor(theme.colour("quiet"))
        tone.setAlpha(50)
        edges = []
        for place in (1, 2):
            xs: list[float] = []
            ys: list[float] = []
            for row in with_band:
                xs += [row[0] - 0.3, row[0] + 0.3]
                ys += [float(row[place] or 0.0)] * 2
            edges.append(pg.PlotCurveItem(xs, ys, pen=pg.mkPen(tone)))
        for edge in edges:
            self.plot.addItem(edge)
        self.plot.addItem(pg.FillBetweenItem(*edges, brush=pg.mkBrush(tone)))

    def _on_clicked(self, _item: object, spots: Sequence[Any], *_event: object) -> None:
        if len(spots):
            self.opened.emit(int(spots[0].data()))

    def _on_hovered(self, _item: object, spots: Sequence[Any], *_event: object) -> None:
        said = [self.points[int(spot.data())] for spot in spots]
        self.plot.setToolTip(tip("\n".join(one.text or _worded(one) for one in said)))
        self.plot.setCursor(Qt.CursorShape.PointingHandCursor if said else Qt.CursorShape.ArrowCursor)


def _worded(one: TrendPoint) -> str:
    if one.value is None:
        return f"{one.label}: –"
    band = "" if one.low is None or one.high is None else f" [{one.low:.3g} – {one.high:.3g}]"
    return f"{one.label}: {one.value:.3g}{band}"
