"""A picture of what a version would hold: real-verified, the rest, left out; and what each rule demands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from verify_app.gui import icons, theme

_RULES = {
    "min_real_share": QT_TRANSLATE_NOOP("composition", "Real and verified, of all training images"),
    "hard_floor": QT_TRANSLATE_NOOP("composition", "Hard floor of that share"),
    "hard_floor_instances": QT_TRANSLATE_NOOP("composition", "Hard floor by objects"),
    "min_real_instances": QT_TRANSLATE_NOOP("composition", "Real and verified, of all training objects"),
    "eval_pure": QT_TRANSLATE_NOOP("composition", "Unverified images in val, test and gold"),
    "no_leak": QT_TRANSLATE_NOOP("composition", "Images in more than one split"),
}


class CompositionBar(QWidget):
    """One bar; each part has its own pattern and its number in words below."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[str, int, str]] = []
        self._demand: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Composition of the training set"))

    def show_plan(self, plan: Mapping[str, Any] | None) -> None:
        """Show a preview; None for none yet."""
        self._parts = []
        self._demand = None
        if plan is not None:
            after, out = plan["after"], plan["left_out"]["by_reason"].get("share", 0)
            verified, kept = after["real_verified"], after["images"] - after["real_verified"]
            self._parts = [
                (self.tr("{n} real and verified"), verified, "verified"),
                (self.tr("{n} others"), kept, "others"),
                (self.tr("{n} left out"), out, "out"),
            ]
            if after["images"]:
                whole = after["images"] + out
                self._demand = (plan["min_real_share"] or 0) * after["images"] / whole
        self.setAccessibleDescription(", ".join(text.format(n=n) for text, n, _ in self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 34 + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(0.5, 6.5, self.width() - 1, 20)
        total = sum(n for _, n, _ in self._parts)
        painter.setPen(QPen(theme.colour("line")))
        painter.setBrush(theme.colour("base"))
        painter.drawRect(bar)
        if not total:
            return
        x = bar.left()
        text_x = 0.0
        for text, count, kind in self._parts:
            width = bar.width() * count / total
            part = QRectF(x, bar.top(), width, bar.height())
            self._fill(painter, part, kind)
            x += width
            text_x = self._legend(painter, text.format(n=f"{count:,}"), kind, text_x, bar.bottom() + 8)
        if self._demand:
            at = round(bar.left() + bar.width() * self._demand)
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawLine(at, 2, at, round(bar.bottom() + 4))

    def _fill(self, painter: QPainter, rect: QRectF, kind: str) -> None:
        if rect.width() <= 0:
            return
        painter.setPen(QPen(theme.colour("line")))
        if kind == "verified":
            painter.setBrush(theme.colour("good"))
        elif kind == "others":
            tone = QColor(theme.colour("accent"))
            tone.setAlpha(90)
            painter.setBrush(tone)
        else:
            painter.setBrush(QBrush(theme.colour("quiet"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(rect)

    def _legend(self, painter: QPainter, text: str, kind: str, x: float, y: float) -> float:
        height = self.fontMetrics().height()
        self._fill(painter, QRectF(x + 0.5, y + height / 2 - 5, 10, 10), kind)
        painter.setPen(theme.colour("text"))
        width = self.fontMetrics().horizontalAdvance(text)
        painter.drawText(QRectF(x + 17, y, width + 4, height), int(Qt.AlignmentFlag.AlignVCenter), text)
        return x + width + 36


class _Mark(QWidget):
    """Whether a rule holds: a tick or a warning sign."""

    def __init__(self, holds: bool) -> None:
        super().__init__()
        self._holds = holds
        self.setFixedSize(QSize(18, 18))
        self.setAccessibleName(self.tr("holds") if holds else self.tr("does not hold"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        name, role = ("accept", "good") if self._holds else ("warning", "bad")
        icons.paint(QPainter(self), name, QRectF(1, 1, 16, 16), theme.colour(role))


class Rules(QWidget):
    """One line a rule: name, demanded, measured, whether it holds."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def show_rules(self, rules: Sequence[Mapping[str, Any]]) -> None:
        """Show what each rule demands and measures."""
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, rule in enumerate(rules):
            name = _RULES.get(rule["name"], rule["name"])
            self._grid.addWidget(_Mark(bool(rule["holds"])), row, 0)
            self._grid.addWidget(QLabel(QCoreApplication.translate("composition", name)), row, 1)
            self._grid.addWidget(QLabel(self.tr("needs {value}").format(value=in_words(rule["demanded"]))), row, 2)
            self._grid.addWidget(QLabel(self.tr("has {value}").format(value=in_words(rule["measured"]))), row, 3)


def in_words(value: str) -> str:
    """``137/200`` as ``68 % (137 of 200)``, ``1/2`` as ``50 %``; counts as they are."""
    part, sign, whole = str(value).partition("/")
    if not sign or not whole.isdigit() or not part.isdigit():
        return str(value)
    if int(whole) == 0:
        return "–"
    share = f"{int(part) * 100 // int(whole)} %"
    return share if int(whole) <= 100 and int(whole) in (1, 2, 4, 5, 10, 20, 100) else f"{share} ({part} of {whole})"
