"""The objects of the image under review: state icon, class, confidence, who verified."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from verify_app.core.records import Item
from verify_app.core.vocabulary import Grade, LabelState, Task
from verify_app.gui import icons, theme
from verify_app.gui.canvas.label_style import folded_words
from verify_app.gui.i18n import messages, words
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels import Index
from verify_app.gui.plain import tip
from verify_app.gui.review.state import ReviewState

_ITEM = int(Qt.ItemDataRole.UserRole)
_NAME = _ITEM + 1
MOST = 2000
"""More rows than this are not listed; the canvas shows them all."""


SIGN = 14
"""Pixels of a small icon at the end of a line."""


class _Row(QStyledItemDelegate):
    """One object on one line: its state's icon, class, its grade's icon, confidence. The tooltip has all in words."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(_ITEM)
        chosen = self._view.selectionModel().isSelected(index)
        group = QPalette.ColorGroup.Active
        if chosen:
            painter.fillRect(option.rect, option.palette.color(group, QPalette.ColorRole.Highlight))
        ink = option.palette.color(group, QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        quiet = ink if chosen else theme.colour("quiet")
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.left(), rect.top() + 2, 4, rect.height() - 4), theme.class_colour(item.class_id))
        mark = QRectF(rect.left() + 11, rect.center().y() - 8, 16, 16)
        tint = ink if chosen else theme.colour(words.label_role(item))
        hole = option.palette.color(group, QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base)
        icons.paint(painter, words.label_icon(item), mark, tint, hole)
        right = rect.right() - 8
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        width = option.fontMetrics.horizontalAdvance("0.00")
        if item.conf is not None:
            painter.setPen(ink)
            painter.drawText(QRectF(right - width, rect.top(), width, rect.height()), middle, f"{item.conf:.2f}")
        right -= width + 8  # also of what has none, so that the signs stand below each other
        for name in reversed(signs(item)):
            tone = ink if chosen else theme.colour("warn" if name == "flag" else "quiet")
            icons.paint(painter, name, QRectF(right - SIGN, rect.center().y() - SIGN / 2, SIGN, SIGN), tone)
            right -= SIGN + 5
        left = rect.left() + 34
        more = folded_words(item) if item.folded else ""
        room = right - left - (option.fontMetrics.horizontalAdvance(more) + 8 if more else 0)
        text = option.fontMetrics.elidedText(index.data(_NAME), Qt.TextElideMode.ElideMiddle, int(room))
        painter.setPen(ink)
        painter.drawText(QRectF(left, rect.top(), room, rect.height()), middle, text)
        if more:
            painter.setPen(quiet)
            left += option.fontMetrics.horizontalAdvance(text) + 8
            painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), middle, more)


_GRADES = {
    Grade.ACCEPTED: "accept",
    Grade.CORRECTED: "changed",
    Grade.DRAWN: "draw",
    Grade.BLIND: "blind",
}
"""Of grades that the state's icon does not tell already."""


def signs(item: Item) -> list[str]:
    """Icons that follow the class: how strong the evidence for it is, what programs say of it, a flag."""
    found = [_GRADES[item.grade]] if item.state is LabelState.VERIFIED and item.grade in _GRADES else []
    found += ["suggestion"] if item.said else []
    return found + (["flag"] if item.flag else [])


def describe(item: Item) -> str:
    """State, grade and who, in words."""
    parts = [words.label_state(item.state)]
    if item.folded:
        parts = [folded_words(item)] if item.state is LabelState.IMPORTED else [*parts, folded_words(item)]
    if item.state is LabelState.VERIFIED and item.grade is not None:
        parts = [words.grade(item.grade)]
    if item.state is LabelState.SUGGESTION and item.by:
        parts = [words.suggested_by(item.by)]
    elif item.by:
        parts.append(item.by)
    if item.flag:
        parts.append(f"“{item.flag}”")
    if item.said:
        parts.append(words.suggested(item.said))
    return " · ".join(parts)


class LabelList(QListWidget):
    """Shows the objects of the review state; a click selects there."""

    picked = Signal(str)

    def __init__(self, state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_language_change(self, self._say_anew)
        self._state = state
        self._shown: list[tuple[Item, str]] = []
        self.key_of: Callable[[str], str] = "[{}]".format
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(self.tr("Labels of this image"))
        self.currentRowChanged.connect(self._on_row)
        self.clicked.connect(lambda index: self._on_row(index.row()))  # also on the row that the program has marked
        state.items_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the review state's objects and selection."""
        rows = [(item, self._state.class_name(item.class_id)) for item in self._state.items[:MOST]]
        self.blockSignals(True)
        if rows != self._shown:
            self._fill(rows)
        place = next((i for i, (item, _) in enumerate(rows) if item.id == self._state.selected), -1)
        self.setCurrentRow(place)
        if place < 0:
            self.clearSelection()
        self.blockSignals(False)
        if not rows:
            self.setAccessibleDescription(self.empty_words())
            self.viewport().update()

    def empty_words(self) -> str:
        """What stands in place of the list when nothing is in it."""
        review = self._state.review
        if self._state.items or review is None:
            return ""
        if self._state.task is Task.CLASSIFY:
            return messages.with_keys(self.tr("No class yet. [class_1], [class_2] … give it one."), self.key_of)
        if review.state.done:
            return self.tr("Nothing is on this image.")
        text = self.tr("No objects shown. [box] draws one; [empty] says that nothing is here.")
        return messages.with_keys(text, self.key_of)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words_ = self.empty_words()
        if words_:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("quiet"))
            painter.drawText(self.viewport().rect().adjusted(8, 6, -8, -6), int(Qt.TextFlag.TextWordWrap), words_)
            painter.end()

    def _say_anew(self) -> None:
        """Describe every object anew: the language is another."""
        self._shown = []
        self.refresh()

    def _fill(self, rows: list[tuple[Item, str]]) -> None:
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for place, (item, name) in enumerate(rows):
            if place >= len(self._shown) or self._shown[place] != (item, name):
                entry = self.item(place)
                entry.setData(_ITEM, item)
                entry.setData(_NAME, name)
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {describe(item)}")
                entry.setToolTip(tip(f"{name}\n{describe(item)}"))
        self._shown = rows

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.picked.emit(self._shown[row][0].id)
