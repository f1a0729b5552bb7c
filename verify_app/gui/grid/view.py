"""Paints the cells of the crop grid that are visible, and selects them by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from verify_app.app.review.crops import Crop
from verify_app.gui import icons, theme
from verify_app.gui.canvas.label_style import folded_words
from verify_app.gui.grid.loader import surroundings

SMALLEST, USUAL, LARGEST = 80, 128, 240
GAP = 6
IN_SIGHT = 0.9
"""So much of a crop's height, or of the view's, must be on the screen for it to count as looked at."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
MARKS = {
    "accepted": ("verified", "good"),
    "rejected": ("reject", "bad"),
    "later": ("fix_later", "warn"),
    "changed": ("changed", "accent"),
    "settled": ("stacked", "text"),
}
"""Icon and colour of what was decided here; each has a shape of its own, as colours cannot always be told apart."""


class CropView(QAbstractScrollArea):
    """Cells in rows, as many as fit; only those in sight are painted."""

    opened = Signal(int)
    selection_changed = Signal()
    scrolled = Signal()
    menu_wanted = Signal(QPoint)
    """A place on the screen; what the menu is about is in hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Crops"))
        self.crops: Sequence[Crop] = []
        self.selected: set[int] = set()
        self.current = -1
        self.side = USUAL
        """Least side of a cell, as the person wants it."""
        self.picture: Callable[[Crop], QImage | None] = lambda _crop: None
        self.begin_painting: Callable[[], object] = lambda: None
        self.name: Callable[[int], str] = str
        self.mark: Callable[[Crop], str] = lambda _crop: ""
        self.looked_at: Callable[[Crop], object] = lambda _crop: None
        """Told of each crop that is painted with its picture, in full."""
        self.nothing = ""
        self._anchor = -1
        self._sweep_from: QPoint | None = None
        self._sweep: QRect | None = None
        self._before: set[int] = set()
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    # --- what is shown --------------------------------------------------------------------------------------

    def set_crops(self, crops: Sequence[Crop]) -> None:
        """Show others; nothing is selected."""
        self.crops = crops
        self.selected.clear()
        self.current = self._anchor = 0 if crops else -1
        self.verticalScrollBar().setValue(0)
        self._measure()
        self.selection_changed.emit()

    def exchange(self, crops: Sequence[Crop], current: int) -> None:
        """Some were taken out or are others now; the place that is looked at stays."""
        place = self.verticalScrollBar().value()
        self.set_crops(crops)
        self.current = self._anchor = min(current, len(crops) - 1)
        self.verticalScrollBar().setValue(place)

    def set_side(self, side: int) -> None:
        """Larger or smaller cells; what is in hand stays in sight."""
        self.side = min(max(side, SMALLEST), LARGEST)
        self._measure()
        self.show_current()

    @property
    def columns(self) -> int:
        return max(1, (self.viewport().width() - GAP) // (self.side + GAP))

    @property
    def edge(self) -> int:
        """Side of a cell on the screen: as wanted or a little more, so that the columns fill the width evenly."""
        return max(SMALLEST, (self.viewport().width() - GAP) // self.columns - GAP)

    @property
    def row_height(self) -> int:
        return self.edge + self.fontMetrics().height() + 6 + GAP

    def _measure(self) -> None:
        rows = -(-len(self.crops) // self.columns)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, rows * self.row_height + GAP - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.row_height // 3)
        self.viewport().update()
        self.scrolled.emit()

    def in_sight(self, more: float = 0.0) -> range:
        """Places that are on the screen, with `more` screens before and after."""
        extra = int(more * self.viewport().height())
        top = max(0, self.verticalScrollBar().value() - extra)
        bottom = self.verticalScrollBar().value() + self.viewport().height() + extra
        first = top // self.row_height * self.columns
        return range(min(first, len(self.crops)), min(len(self.crops), (bottom // self.row_height + 1) * self.columns))

    def cell(self, place: int) -> QRect:
        """Where a crop is on the screen."""
        row, column = divmod(place, self.columns)
        x = GAP + column * (self.edge + GAP)
        return QRect(
            x, GAP + row * self.row_height - self.verticalScrollBar().value(), self.edge, self.row_height - GAP
        )

    def place_at(self, point: QPoint) -> int:
        """The crop under a point; -1 for none."""
        column = (point.x() - GAP) // (self.edge + GAP)
        row = (point.y() + self.verticalScrollBar().value() - GAP) // self.row_height
        place = row * self.columns + column
        inside = 0 <= column < self.columns and 0 <= place < len(self.crops)
        return place if inside and self.cell(place).contains(point) else -1

    def _on_scroll(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    # --- painting -------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("base"))
        if not self.crops:
            painter.setPen(theme.colour("quiet"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(40, 40, -40, -40), flags, self.nothing)
            return
        self.begin_painting()
        for place in self.in_sight():
            self._paint_cell(painter, place)
        if self._sweep is not None:
            tint = theme.colour("accent")
            painter.setPen(tint)
            painter.setBrush(QColor(tint.red(), tint.green(), tint.blue(), 40))
            painter.drawRect(self._sweep)

    def _paint_cell(self, painter: QPainter, place: int) -> None:
        crop, cell = self.crops[place], self.cell(place)
        frame = QRect(cell.x(), cell.y(), self.edge, self.edge)
        painter.fillRect(frame, theme.colour("alternate"))
        image, mark = self.picture(crop), self.mark(crop)
        if image is not None and not image.isNull():
            size = image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(QRectF(frame).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(0.45 if mark else 1.0)
            painter.drawImage(target, image)
            painter.setOpacity(1.0)
            self._paint_outline(painter, crop, target)
            if self._is_in_sight(target):
                self.looked_at(crop)
        if mark:
            icon, role = MARKS.get(mark, ("verified", "quiet"))
            icons.paint(
                painter,
                icon,
                QRectF(frame).adjusted(*[self.edge * 0.3] * 2, *[-self.edge * 0.3] * 2),
                theme.colour(role),
                theme.colour("base"),
            )
        self._paint_words(painter, crop, cell)
        if place in self.selected:
            painter.setPen(QPen(theme.colour("accent"), 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(2, 2, -2, -2))
            tick = QRectF(frame.right() - 22, frame.top() + 6, 16, 16)
            icons.paint(painter, "complete", tick, theme.colour("accent"), theme.colour("base"))
        if place == self.current and self.hasFocus():
            painter.setPen(QPen(theme.colour("text"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(-2, -2, 2, 2))

    def _is_in_sight(self, target: QRectF) -> bool:
        """Whether a picture is on the screen: not only its edge, where it is cut off above or below."""
        height = float(self.viewport().height())
        shown = min(target.bottom(), height) - max(target.top(), 0.0)
        return shown >= IN_SIGHT * min(target.height(), height)

    def _paint_outline(self, painter: QPainter, crop: Crop, target: QRectF) -> None:
        if crop.whole:
            return
        x1, y1, x2, y2 = surroundings(crop)
        fx, fy = target.width() / max(1.0, x2 - x1), target.height() / max(1.0, y2 - y1)
        box = crop.bounds
        rect = QRectF(target.x() + (box.x1 - x1) * fx, target.y() + (box.y1 - y1) * fy, box.width * fx, box.height * fy)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 130), 3))
        painter.drawRect(rect)
        style = Qt.PenStyle.DashLine if crop.state.value == "proposal" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.class_colour(crop.class_id), 1.4, style))
        painter.drawRect(rect)

    def _paint_words(self, painter: QPainter, crop: Crop, cell: QRect) -> None:
        line = QRect(cell.x(), cell.y() + self.edge + 3, self.edge, self.fontMetrics().height())
        painter.setPen(theme.colour("quiet"))
        parts = [f"{crop.conf:.2f}"] if crop.conf is not None else []
        parts += [folded_words(crop)] if crop.folded else []
        if parts:
            said = "  ".join(parts)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), said)
            line.setWidth(line.width() - self.fontMetrics().horizontalAdvance(" " + said))
        painter.setPen(theme.colour("text"))
        name = self.fontMetrics().elidedText(self.name(crop.class_id), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), name)

    # --- selecting ------------------------------------------------------------------------------------------

    def choose(self, places: Iterable[int]) -> None:
        """Select these and no others."""
        self.selected = set(places)
        self.viewport().update()
        self.selection_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, held = self.place_at(event.position().toPoint()), event.modifiers()
        self._sweep_from = event.position().toPoint() + QPoint(0, self.verticalScrollBar().value())
        adding = bool(held & Qt.KeyboardModifier.ControlModifier)
        self._before = set(self.selected) if adding else set()
        if place < 0:
            if not adding:
                self.choose(())
            return
        if held & Qt.KeyboardModifier.ShiftModifier and self._anchor >= 0:
            self.choose(range(min(self._anchor, place), max(self._anchor, place) + 1))
        elif adding:
            self.choose(self.selected ^ {place})
            self._anchor = place
        else:
            self.choose((place,))
            self._anchor = place
        self.current = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._sweep_from is None:
            return
        here, start = event.position().toPoint(), self._sweep_from - QPoint(0, self.verticalScrollBar().value())
        if self._sweep is None and (here - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._sweep = QRect(start, here).normalized()
        edge = 24
        if here.y() > self.viewport().height() - edge:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + edge)
        elif here.y() < edge:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - edge)
        self.choose(self._before | {p for p in self._touched(self._sweep) if self.cell(p).intersects(self._sweep)})

    def _touched(self, rect: QRect) -> range:
        top = max(0, (rect.top() + self.verticalScrollBar().value()) // self.row_height)
        bottom = (rect.bottom() + self.verticalScrollBar().value()) // self.row_height + 1
        return range(top * self.columns, min(len(self.crops), bottom * self.columns))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._sweep_from = self._sweep = None
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place >= 0:
            self.opened.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.current if by_key else self.place_at(event.pos())
        if place >= 0 and place not in self.selected:
            self.current = self._anchor = place
            self.choose((place,))
        at = self.viewport().mapToGlobal(self.cell(place).center()) if by_key and place >= 0 else event.globalPos()
        self.menu_wanted.emit(at)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_side(self.side + (16 if event.angleDelta().y() > 0 else -16))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.opened.emit(self.current)
        elif key in (*_ARROWS, *_PAGES) and self.crops:
            self._step(key, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key, *, extend: bool) -> None:
        page = max(1, self.viewport().height() // self.row_height) * self.columns
        by = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(self.crops),
            Qt.Key.Key_End: len(self.crops),
        }[key]
        self.current = min(max(0, self.current + by), len(self.crops) - 1)
        if extend and self._anchor >= 0:
            self.choose(range(min(self._anchor, self.current), max(self._anchor, self.current) + 1))
        else:
            self._anchor = self.current
            self.choose((self.current,))
        self.show_current()

    def show_current(self) -> None:
        """Scroll to the crop in hand when it is not in sight."""
        if self.current < 0:
            return
        cell, bar = self.cell(self.current), self.verticalScrollBar()
        if cell.top() < GAP:
            bar.setValue(bar.value() + cell.top() - GAP)
        elif cell.bottom() > self.viewport().height() - GAP:
            bar.setValue(bar.value() + cell.bottom() - self.viewport().height() + GAP)
