"""A picture of what a version would hold: real-verified, the rest, left out; and what each rule demands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from verify_app.core.percentages import Of, percent
from verify_app.gui import icons, theme
from verify_app.gui.i18n import words
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.plain import PlainLabel

_RULES = {
    "min_real_share": QT_TRANSLATE_NOOP("composition", "Real and verified, of all training images"),
    "hard_floor": QT_TRANSLATE_NOOP("composition", "Hard floor of that share"),
    "min_real_instances": QT_TRANSLATE_NOOP("composition", "Real and verified, of all training objects"),
    "hard_floor_instances": QT_TRANSLATE_NOOP("composition", "Hard floor by objects"),
    "class_floor": QT_TRANSLATE_NOOP("composition", "Real and verified within each class, the rarest apart"),
    "tail_floor": QT_TRANSLATE_NOOP("composition", "Verified objects of rare classes lost since the parent"),
    "eval_pure": QT_TRANSLATE_NOOP("composition", "Unverified images in val, test and gold"),
    "no_leak": QT_TRANSLATE_NOOP("composition", "Images in more than one split"),
    "min_fresh_share": QT_TRANSLATE_NOOP("composition", "Fresh human work, of what is new since the parent"),
    "accumulate": QT_TRANSLATE_NOOP("composition", "Verified training images of the parent that are missing"),
    "max_depth": QT_TRANSLATE_NOOP("composition", "Depth of the models behind unverified labels"),
    "min_seen_share": QT_TRANSLATE_NOOP("composition", "Decided in the window, of the real and verified images"),
    "min_catch_rate": QT_TRANSLATE_NOOP("composition", "Errors that every reviewer surely catches"),
}
"""What each rule measures."""

_REASON = {
    "stated": QT_TRANSLATE_NOOP("composition", "put in val or test by the publisher and not verified"),
    "leak": QT_TRANSLATE_NOOP("composition", "belongs together with images of another split"),
    "depth": QT_TRANSLATE_NOOP("composition", "labels of a model that is too deep"),
}
"""Why images stay out; the others are in `panels.words`."""

ON, OFF = "on", "off"


def rule_name(name: str) -> str:
    """A rule in words."""
    return QCoreApplication.translate("composition", _RULES[name]) if name in _RULES else name


def reason_name(name: str) -> str:
    """Why images stay out, in words."""
    return QCoreApplication.translate("composition", _REASON[name]) if name in _REASON else words.reason(name)


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
                (self.tr("1 other") if kept == 1 else self.tr("{n} others"), kept, "others"),
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
        painter.setOpacity(1.0 if self.isEnabled() else theme.FADED)
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
            painter.setBrush(QBrush(theme.colour("accent"), Qt.BrushStyle.Dense5Pattern))
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
    """One line a rule: name, demanded, measured, whether it holds; and what it costs, where that was asked."""

    def __init__(self) -> None:
        super().__init__()
        on_language_change(self, lambda: self.show_rules(self._rules, self._overridden, self._costs))
        self._rules: Sequence[Mapping[str, Any]] = ()
        self._overridden: frozenset[str] = frozenset()
        self._costs: Mapping[str, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def show_rules(
        self,
        rules: Sequence[Mapping[str, Any]],
        overridden: Iterable[str] = (),
        costs: Mapping[str, int] | None = None,
    ) -> None:
        """Show what each rule demands and measures.

        Parameters
        ----------
        costs : mapping of rule name to int, optional
            How many images fewer would stay out without the rule.
        """
        self._rules, self._overridden, self._costs = rules, frozenset(overridden), costs or {}
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, rule in enumerate(rules):
            self._add(row, rule)

    def _add(self, row: int, rule: Mapping[str, Any]) -> None:
        name, counted = str(rule["name"]), "/" not in str(rule["measured"])
        if counted:
            most = {ON: "0", OFF: ""}.get(rule["demanded"], str(rule["demanded"]))
            needs = self.tr("at most {value}").format(value=most) if most else self.tr("any number")
        elif rule["demanded"] == "0":
            needs = QCoreApplication.translate("demands", "no rule")
        else:
            needs = self.tr("needs {value}").format(value=in_words(rule["demanded"]))
        said = rule_name(name)
        if name in self._overridden:
            said = self.tr("{rule} (overridden)").format(rule=said)
        title = PlainLabel(said)
        title.setWordWrap(True)
        mark = _Mark(bool(rule["holds"]))
        mark.setAccessibleName(f"{said}: {mark.accessibleName()}")
        self._grid.addWidget(mark, row, 0)
        self._grid.addWidget(title, row, 1)
        self._grid.addWidget(PlainLabel(needs), row, 2)
        self._grid.addWidget(PlainLabel(self.tr("has {value}").format(value=in_words(rule["measured"]))), row, 3)
        if name in self._costs:
            cost = self.tr("keeps {n} out").format(n=f"{self._costs[name]:,}")
            self._grid.addWidget(PlainLabel(cost), row, 4)


def in_words(value: str) -> str:
    """``137/200`` as ``68 % (137 of 200)``, ``1/2`` as ``50 %``; counts as they are."""
    part, sign, whole = str(value).partition("/")
    if not sign or not whole.isdigit() or not part.isdigit():
        return str(value)
    if int(whole) == 0:
        return "–"
    share = percent(Of(int(part), int(whole)))
    return share if int(whole) <= 100 and int(whole) in (1, 2, 4, 5, 10, 20, 100) else f"{share} ({part} of {whole})"
