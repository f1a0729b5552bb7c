"""A chart of classes that thin out: a line each, told apart by dash, marker and name as well as colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from verify_app.core.percentages import Of, percent
from verify_app.gui import theme

MOST_DRAWN = 8
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_HALF = 0.5
Bands = Sequence[Mapping[str, Mapping[str, int]]]


class Thinning(QWidget):
    """Objects of each class, generation by generation, as a part of what there were."""

    def __init__(self) -> None:
        super().__init__()
        self._generations: Bands = ()
        self._band = ""
        self.drawn: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Classes thinning out over generations, simulated"))

    def show_generations(self, found: Bands) -> None:
        """Draw the classes that lose the most."""
        self._generations = found
        first, last = found[0], found[-1]
        left = {name: last[name]["middle"] / of["middle"] for name, of in first.items() if of["middle"]}
        self.drawn = sorted(left, key=lambda name: (left[name], name))[:MOST_DRAWN]
        ends = ((name, first[name]["middle"], last[name]["middle"]) for name in self.drawn)
        parts = (f"{name}: {start:,} → {end:,} ({percent(Of(end, start))})" for name, start, end in ends)
        self.setAccessibleDescription("; ".join(parts))
        self.setToolTip("")
        self.update()

    def show_band(self, name: str) -> None:
        """Draw what nine in ten runs lie between, for one class."""
        self._band = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(700, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 300)

    # --- drawing ----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._generations) < 2 or not self.drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        names = min(max(metrics.horizontalAdvance(n) for n in self.drawn) + 24, int(self.width() * 0.32))
        area = QRectF(metrics.horizontalAdvance("100 %") + 10, 10, 0, self.height() - 2 * metrics.height() - 16)
        area.setWidth(self.width() - area.left() - names - 6)
        top = self._top()
        self._axes(painter, area, top)
        if self._band in self.drawn:
            self._paint_band(painter, area, top)
        ends = []
        for place, name in enumerate(self.drawn):
            points = [self._at(area, g, self._part(name, g, "middle"), top) for g in range(len(self._generations))]
            self._line(painter, points, place)
            ends.append((points[-1].y(), place))
        self._names(painter, area, sorted(ends))

    def _part(self, name: str, generation: int, which: str) -> float:
        return self._generations[generation][name][which] / max(1, self._generations[0][name]["middle"])

    def _top(self) -> float:
        """The largest part that is drawn; at least all there was. A band may go beyond: it is cut off there."""
        every = range(len(self._generations))
        return max(1.0, *(self._part(name, g, "middle") for name in self.drawn for g in every)) * 1.15

    def _at(self, area: QRectF, generation: int, part: float, top: float) -> QPointF:
        x = area.left() + area.width() * generation / (len(self._generations) - 1)
        return QPointF(x, area.bottom() - area.height() * part / top)

    def _axes(self, painter: QPainter, area: QRectF, top: float) -> None:
        metrics, last = self.fontMetrics(), len(self._generations) - 1
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setBrush(theme.colour("base"))
        painter.setPen(QPen(theme.colour("line")))
        painter.drawRect(area)
        for part in (0.0, _HALF, 1.0):
            y = self._at(area, 0, part, top).y()
            painter.setPen(QPen(theme.colour("quiet" if part == _HALF else "line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("text"))
            box = QRectF(0, y - metrics.height() / 2, area.left() - 6, metrics.height())
            painter.drawText(box, right, f"{part:.0%}".replace("%", " %"))
        step = max(1, -(-last // 10))
        for g in range(0, last + 1, step):
            x = self._at(area, g, 0, top).x()
            box = QRectF(x - 30, area.bottom() + 4, 60, metrics.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), str(g))
        painter.setPen(theme.colour("quiet"))
        below = QRectF(area.left(), area.bottom() + 4 + metrics.height(), area.width(), metrics.height())
        text = self.tr("Simulated generation; dashed line: half of what there was")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), text)

    def _tone(self, place: int) -> QColor:
        tone = QColor(theme.class_colour(place))
        return tone if theme.is_dark() else tone.darker(135)

    def _paint_band(self, painter: QPainter, area: QRectF, top: float) -> None:
        every = range(len(self._generations))
        above = [self._at(area, g, self._part(self._band, g, "high"), top) for g in every]
        below = [self._at(area, g, self._part(self._band, g, "low"), top) for g in reversed(every)]
        tone = self._tone(self.drawn.index(self._band))
        tone.setAlpha(60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.save()
        painter.setClipRect(area)
        painter.drawPolygon(QPolygonF([*above, *below]))
        painter.restore()

    def _line(self, painter: QPainter, points: Sequence[QPointF], place: int) -> None:
        painter.setPen(QPen(self._tone(place), 2, _DASHES[place % len(_DASHES)]))
        painter.drawPolyline(list(points))
        step = max(1, -(-len(points) // 12))
        for point in points[::step]:
            self._mark(painter, point, place)

    def _mark(self, painter: QPainter, at: QPointF, place: int) -> None:
        """Circle, square, triangle or diamond; filled for the first four lines."""
        painter.setPen(QPen(self._tone(place), 1.5))
        painter.setBrush(self._tone(place) if place < len(_DASHES) else theme.colour("base"))
        x, y, r = at.x(), at.y(), 4.0
        shape = place % 4
        if shape == 0:
            painter.drawEllipse(at, r, r)
        elif shape == 1:
            painter.drawRect(QRectF(x - r, y - r, 2 * r, 2 * r))
        elif shape == 2:
            painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r), QPointF(x - r, y + r)]))
        else:
            corners = (QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y))
            painter.drawPolygon(QPolygonF(list(corners)))

    def _names(self, painter: QPainter, area: QRectF, ends: Sequence[tuple[float, int]]) -> None:
        """At the end of its line each, moved apart where lines end close together."""
        height = self.fontMetrics().height()
        room = self.width() - area.right() - 22
        lowest = area.bottom() - height * (len(ends) - 1)
        y = -1.0e9
        for end, place in ends:
            y = min(max(y + height, end), max(lowest, y + height))
            lowest += height
            self._mark(painter, QPointF(area.right() + 10, y), place)
            painter.setPen(theme.colour("text"))
            text = self.fontMetrics().elidedText(self.drawn[place], Qt.TextElideMode.ElideMiddle, int(room))
            box = QRectF(area.right() + 20, y - height / 2, room, height)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
