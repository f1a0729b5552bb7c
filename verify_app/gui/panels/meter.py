"""The meter: how much is real and verified, how much is demanded, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from verify_app.core.percentages import percent
from verify_app.gui import theme
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import tip

if TYPE_CHECKING:
    from verify_app.app.exports.meter import Meter

BAR = 150.0


class MeterBar(QWidget):
    """A bar with the demanded mark, the numbers in words, and the advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_language_change(self, self._say_anew)
        self._meter: Meter | None = None
        self.numbers = self.coming = self.advice = self.verify = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Share of real, verified images"))

    def show_meter(self, meter: Meter) -> None:
        """Show the share as it stands."""
        if meter == self._meter:
            return
        self._meter = meter
        self.numbers = self._now(meter)
        self.coming = self._coming(meter)
        self.advice = messages.said(meter.advice)
        self.verify = messages.said(meter.coming.verify) if meter.coming is not None else ""
        older = self.tr(
            "What is grey is older than the last decision or the demands; Project › Export dataset says it anew."
        )
        parts = [
            f"{self.numbers}.",
            f"{self.coming}.",
            self.advice,
            self.verify,
            older if meter.older else "",
            self.tr("The project's own policy demands it.") if meter.own else "",
        ]
        self.setToolTip(tip(" ".join(part for part in parts if part)))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def _now(self, meter: Meter) -> str:
        """The share of the whole project, as it stands."""
        text = self.tr("Real share now {share} ({n} of {all})")
        share = percent(meter.share) if meter.share is not None else "–"
        return text.format(share=share, n=f"{meter.real_verified:,}", all=f"{meter.candidates:,}")

    def _coming(self, meter: Meter) -> str:
        """The share in train as the last plan had it, and what is demanded of it."""
        need = percent(meter.demanded)
        if meter.coming is None or not meter.coming.images:
            return self.tr("the next version needs {need}").format(need=need)
        text = self.tr("in the next version {share}, needs {need}")
        return text.format(share=percent(meter.coming.share), need=need)

    def _say_anew(self) -> None:
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
        for text, role, planned, gap in (
            (self.numbers, "text", False, 12),
            (self.coming, "text", True, 16),
            (self.advice, "quiet", False, 8),
            (self.verify, "quiet", True, 0),
        ):
            painter.setOpacity(theme.FADED if planned and meter.older else 1.0)
            painter.setPen(theme.colour(role))
            x = self._write(painter, text, x) + gap

    def _write(self, painter: QPainter, text: str, x: float) -> float:
        """One part of the line, cut off where the room ends; says where it ends."""
        room = self.width() - x - 4
        if not text or room < self.fontMetrics().horizontalAdvance("…"):
            return x
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        width = float(self.fontMetrics().horizontalAdvance(shown))
        painter.drawText(QRectF(x, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        return x + width

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
