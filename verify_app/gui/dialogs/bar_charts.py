"""Drawn bars: what a composition is made of, in patterns and numbers as well as colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from verify_app.core.vocabulary import Grade, Origin, Split
from verify_app.gui import theme
from verify_app.gui.i18n import words
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.plain import PlainLabel

FEW = 10
"""So many classes are shown before somebody asks for all."""
_Brush = Qt.BrushStyle
Look = tuple[str, Qt.BrushStyle, float]
"""Role of the colour, pattern, opacity."""

_SPLITS = {
    Split.TRAIN: QT_TRANSLATE_NOOP("picture", "train"),
    Split.VAL: QT_TRANSLATE_NOOP("picture", "val"),
    Split.TEST: QT_TRANSLATE_NOOP("picture", "test"),
    Split.GOLD: QT_TRANSLATE_NOOP("picture", "gold set"),
}
ORIGIN_LOOKS: dict[str, Look] = {
    Origin.REAL: ("good", _Brush.SolidPattern, 1.0),
    Origin.SYNTHETIC: ("accent", _Brush.BDiagPattern, 1.0),
    Origin.UNKNOWN: ("quiet", _Brush.DiagCrossPattern, 1.0),
}
GRADE_LOOKS: dict[str, Look] = {
    Grade.BLIND: ("good", _Brush.SolidPattern, 1.0),
    Grade.DRAWN: ("good", _Brush.Dense3Pattern, 1.0),
    Grade.CORRECTED: ("accent", _Brush.SolidPattern, 0.75),
    Grade.ACCEPTED: ("accent", _Brush.VerPattern, 1.0),
    Grade.ATTESTED: ("warn", _Brush.DiagCrossPattern, 1.0),
    Grade.IMPORTED: ("quiet", _Brush.BDiagPattern, 1.0),
}
SPLIT_LOOKS: dict[str, Look] = {
    Split.TRAIN: ("accent", _Brush.SolidPattern, 1.0),
    Split.VAL: ("good", _Brush.BDiagPattern, 1.0),
    Split.TEST: ("warn", _Brush.VerPattern, 1.0),
    Split.GOLD: ("text", _Brush.Dense5Pattern, 1.0),
}


def split_name(split: str) -> str:
    """A split in words."""
    return QCoreApplication.translate("picture", _SPLITS[Split(split)])


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar: its name, the parts of it by kind, and the number behind it."""

    name: str
    parts: tuple[tuple[str, int], ...]
    whole: int
    """What the full width stands for."""
    said: str = ""
    """Stands at the end instead of the number of all parts."""

    @property
    def count(self) -> int:
        return sum(n for _, n in self.parts)

    @property
    def number(self) -> str:
        return self.said or f"{self.count:,}"


def fill(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A part of a bar: its pattern on the ground of the form, with a line around it."""
    role, style, opacity = look
    tone = QColor(theme.colour(role))
    tone.setAlphaF(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("base"))
    painter.drawRect(rect)
    painter.setPen(QPen(theme.colour("line")))
    painter.setBrush(QBrush(tone, style))
    painter.drawRect(rect)


class Bars(QWidget):
    """Rows of bars and, below them, what each pattern stands for with its number."""

    def __init__(self, name: str, looks: Mapping[str, Look]) -> None:
        super().__init__()
        self._looks = looks
        self._rows: list[ChartBar] = []
        self._legend: list[tuple[str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[ChartBar], words_of: Mapping[str, str], *, totals: bool = True) -> None:
        """Draw these; `words_of` says what each kind is, `totals` whether their sums over all rows mean anything."""
        self._rows = list(rows)
        sums = {kind: sum(n for row in rows for k, n in row.parts if k == kind) for kind in self._looks}
        self._legend = [(k, f"{words_of[k]} {n:,}" if totals else words_of[k]) for k, n in sums.items() if n]
        said = [f"{r.name}: " + ", ".join(f"{words_of[k]} {n:,}" for k, n in r.parts if n) for r in rows]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    # --- geometry ---------------------------------------------------------------------------------------------

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def _flow(self, width: int) -> list[tuple[float, int]]:
        """Where each entry of the legend stands: x and line."""
        found, x, line = list[tuple[float, int]](), 0.0, 0
        for _, text in self._legend:
            wide = 18 + self.fontMetrics().horizontalAdvance(text) + 16
            if x and x + wide > width:
                x, line = 0.0, line + 1
            found.append((x, line))
            x += wide
        return found

    def heightForWidth(self, width: int) -> int:
        lines = self._flow(width)[-1][1] + 1 if self._legend else 0
        return len(self._rows) * self._line + lines * self._line + 4

    def sizeHint(self) -> QSize:
        return QSize(380, self.heightForWidth(max(self.width(), 380)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def _name_width(self) -> float:
        widest = max((self.fontMetrics().horizontalAdvance(row.name) for row in self._rows), default=0)
        return min(widest + 10.0, self.width() * 0.38)

    # --- drawing ----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else theme.FADED)
        metrics, line = self.fontMetrics(), self._line
        name = self._name_width()
        number = max((metrics.horizontalAdvance(row.number) for row in self._rows), default=0) + 8
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        for place, row in enumerate(self._rows):
            y = place * line
            painter.setPen(theme.colour("text"))
            text = metrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, int(name - 8))
            painter.drawText(QRectF(0, y, name, line), middle, text)
            self._bar(painter, QRectF(name + 0.5, y + 3.5, self.width() - name - number - 2, line - 8), row)
            painter.setPen(theme.colour("text"))
            painter.drawText(QRectF(self.width() - number, y, number, line), right, row.number)
        for (kind, text), (x, at) in zip(self._legend, self._flow(self.width()), strict=True):
            y = (len(self._rows) + at) * line + 4
            fill(painter, QRectF(x + 0.5, y + line / 2 - 6, 11, 11), self._looks[kind])
            painter.setPen(theme.colour("text"))
            painter.drawText(QRectF(x + 18, y, self.width() - x - 18, line), middle, text)

    def _bar(self, painter: QPainter, rect: QRectF, row: ChartBar) -> None:
        if row.whole <= 0 or rect.width() < 4:
            return
        x = rect.left()
        for kind, n in row.parts:
            if n:
                width = max(2.0, rect.width() * n / row.whole)
                fill(painter, QRectF(x, rect.top(), min(width, rect.right() - x), rect.height()), self._looks[kind])
                x += width


class VersionChart(QWidget):
    """What a version is made of: images by origin, labels by grade, each by split; and the classes, rarest first."""

    def __init__(self) -> None:
        super().__init__()
        on_language_change(self, lambda: self.show_plan(self._plan))
        self._plan: Mapping[str, Any] | None = None
        self._all = False
        self.origins = Bars(self.tr("Images by origin"), ORIGIN_LOOKS)
        self.grades = Bars(self.tr("Labels by grade"), GRADE_LOOKS)
        self.classes = Bars(self.tr("Labels by class"), SPLIT_LOOKS)
        self.more = QPushButton()
        self.more.setAutoDefault(False)
        self.more.hide()
        self.more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._heads = [PlainLabel(), PlainLabel(), PlainLabel()]
        for head, bars in zip(self._heads, (self.origins, self.grades, self.classes), strict=True):
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            column.addWidget(head)
            column.addWidget(bars)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_plan(self, plan: Mapping[str, Any] | None) -> None:
        """Draw a plan or an outline; None for none."""
        self._plan = plan
        self.setVisible(plan is not None)
        if plan is None:
            return
        made = plan["composition"]
        for head, text in zip(
            self._heads,
            (self.tr("Images by origin"), self.tr("Labels by grade"), self.tr("Labels by class, rarest first")),
            strict=True,
        ):
            head.setText(text)
        self.origins.show_rows(_by_split(made["origins"], ORIGIN_LOOKS), {o: words.origin(o) for o in Origin})
        self.grades.show_rows(_by_split(made["grades"], GRADE_LOOKS), {g: words.grade(g) for g in Grade})
        self._show_classes(made["classes"])

    def _show_classes(self, by_split: Mapping[str, Mapping[str, int]]) -> None:
        counts: dict[str, dict[str, int]] = {}
        for split, found in by_split.items():
            for name, n in found.items():
                counts.setdefault(name, {})[split] = n
        ordered = sorted(counts, key=lambda name: (sum(counts[name].values()), name))
        most = max((sum(of.values()) for of in counts.values()), default=0)
        shown = ordered if self._all else ordered[:FEW]
        rows = [ChartBar(n, tuple((s, counts[n].get(s, 0)) for s in SPLIT_LOOKS), most) for n in shown]
        self.classes.show_rows(rows, {split: split_name(split) for split in Split})
        self.more.setVisible(len(ordered) > FEW)
        text = self.tr("Show the rarest only") if self._all else self.tr("Show all {n} classes")
        self.more.setText(text.format(n=len(ordered)))

    def _toggle(self) -> None:
        self._all = not self._all
        self.show_plan(self._plan)


def _by_split(found: Mapping[str, Mapping[str, int]], looks: Mapping[str, Look]) -> list[ChartBar]:
    rows = []
    for split in Split:
        of = found.get(split, {})
        parts = tuple((kind, of.get(kind, 0)) for kind in looks)
        if sum(n for _, n in parts):
            rows.append(ChartBar(split_name(split), parts, sum(n for _, n in parts)))
    return rows
