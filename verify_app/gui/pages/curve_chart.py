"""Precision over recall, and F1 over confidence, of one class or of all objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from verify_app.gui import theme
from verify_app.gui.pages.still_plot import paint_anew, still_plot
from verify_app.gui.plain import PlainLabel

HEIGHT = 230


class Curve(NamedTuple):
    """Points of a line, and where the model's own confidence lies on it, if anywhere."""

    points: Sequence[tuple[float, float]]
    mark: tuple[float, float] | None


class CurveChart(QWidget):
    """One line between 0 and 1 on both axes, with a point where the model is read."""

    def __init__(self) -> None:
        super().__init__()
        self.curve = Curve((), None)
        self.title = PlainLabel()
        self.plot = still_plot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.plot, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def show_curve(self, heading: str, curve: Curve, *, across: str, up: str) -> None:
        """Draw a line; `across` and `up` are what the axes are called."""
        self.curve = curve
        self.title.setText(heading)
        self.setAccessibleName(heading)
        paint_anew(self.plot, self.font())
        self.plot.showGrid(x=True, y=True, alpha=0.15)
        style = {"color": theme.colour("quiet").name()}
        self.plot.setLabel("bottom", across, **style)
        self.plot.setLabel("left", up, **style)
        accent = theme.colour("accent")
        self.plot.plot([x for x, _ in curve.points], [y for _, y in curve.points], pen=pg.mkPen(accent, width=2))
        if curve.mark is not None:
            x, y = curve.mark
            spot = pg.ScatterPlotItem([x], [y], size=11, symbol="d", pen=pg.mkPen(accent), brush=pg.mkBrush(accent))
            self.plot.addItem(spot)
            for at, angle in ((x, 90), (y, 0)):
                pen = pg.mkPen(theme.colour("quiet"), style=Qt.PenStyle.DashLine)
                self.plot.addItem(pg.InfiniteLine(at, angle, pen=pen))
        self.plot.setXRange(0, 1, padding=0.02)
        self.plot.setYRange(0, 1, padding=0.04)
        said = f"{across} {curve.mark[0]:.2f}, {up} {curve.mark[1]:.2f}" if curve.mark else ""
        self.setAccessibleDescription(said)


def precision_recall(
    right: Sequence[int], said: Sequence[int], objects: int, read_at: tuple[float | None, float | None]
) -> Curve:
    """Precision over recall, from the surest detections on.

    Parameters
    ----------
    right, said : sequence of int
        How many detections from each hundredth of confidence on are right, and how many there are.
    read_at : (recall, precision)
        Of the model at the confidence that it is read at, as far as they are known.
    """
    points = [(r / objects, r / n) for r, n in zip(right, said, strict=True) if n] if objects else []
    recall, precision = read_at
    return Curve(points[::-1], None if recall is None or precision is None else (recall, precision))


def f1_by_confidence(
    right: Sequence[int], said: Sequence[int], objects: int, read_at: tuple[float | None, float | None], cut: float
) -> Curve:
    """The harmonic mean of precision and recall at each confidence; `cut` is the one that the model is read at."""
    steps = max(1, len(said) - 1)
    pairs = enumerate(zip(right, said, strict=True)) if objects else ()
    points = [(i / steps, 2 * r / (n + objects)) for i, (r, n) in pairs]
    recall, precision = read_at
    if recall is None or precision is None:
        return Curve(points, None)
    both = recall + precision
    return Curve(points, (cut, 2 * recall * precision / both if both else 0.0))
