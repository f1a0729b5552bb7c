"""The ratio meter: how much is real and verified, how much is demanded, what to do next. Always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from verify_app.gui import sentences, theme

if TYPE_CHECKING:
    from verify_app.app.share import Meter

BAR = 150.0


def percent(value: object) -> str:
    """A share as a whole percentage, rounded down: what is short of the demand never looks like it."""
    return f"{int(value * 100)} %"  # type: ignore[operator]


class MeterBar(QWidget):
    """A bar with the demanded mark, the numbers in words, and the advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meter: Meter | None = None
        self.numbers = self.advice = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Share of real, verified images"))

    def show_meter(self, meter: Meter) -> None:
        """Show the share as it stands."""
        if meter == self._meter:
            return
        self._meter = meter
        demanded = percent(meter.demanded)
        if meter.share is None:
            self.numbers = self.tr("real-verified 0 of 0, needs {need}").format(need=demanded)
        else:
            text = self.tr("real-verified {n} of {all} ({share}), needs {need}")
            self.numbers = text.format(
                n=f"{meter.real_verified:,}",
                all=f"{meter.candidates:,}",
                share=percent(meter.share),
                need=demanded,
            )
        self.advice = sentences.said(meter.advice)
        parts = [f"{self.numbers}.", self.advice, self.tr("The project's own policy demands it.") if meter.own else ""]
        self.setToolTip(" ".join(part for part in parts if part))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def retranslate(self, _change: object) -> None:
        """Say it anew: the language is another."""
        meter, self._meter = self._meter, None
        if meter is not None:
            self.show_meter(meter)

    def sizeHint(self) -> QSize:
        return QSize(500, self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.fontMetrics().height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._meter is None:
            return
        meter = self._meter
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        met = meter.share is not None and meter.share >= meter.demanded
        below_floor = meter.share is None or meter.share < meter.floor
        tone = theme.colour("good" if met else "bad" if below_floor else "warn")
        bar = QRectF(8.5, self.height() / 2 - 4.5, BAR, 9)
        self._paint_bar(painter, bar, tone)
        x = bar.right() + 12
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        metrics = self.fontMetrics()
        painter.setPen(theme.colour("text"))
        width = metrics.horizontalAdvance(self.numbers)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), middle, self.numbers)
        x += width + 14
        painter.setPen(theme.colour("quiet"))
        text = metrics.elidedText(self.advice, Qt.TextElideMode.ElideRight, max(0, int(self.width() - x - 4)))
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), middle, text)

    def _paint_bar(self, painter: QPainter, bar: QRectF, tone: QColor) -> None:
        meter = self._meter
        assert meter is not None
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("base"))
        painter.drawRoundedRect(bar, 4, 4)
        share = float(meter.share or 0)
        if share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(4.0, bar.width() * share), bar.height()), 4, 4)
        at = bar.left() + bar.width() * float(meter.demanded)
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(int(at), int(bar.top() - 3), int(at), int(bar.bottom() + 3))
