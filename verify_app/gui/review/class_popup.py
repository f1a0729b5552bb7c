"""A list of classes beside the object, searched by typing; Enter takes the marked class, Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from verify_app.core.records import LabelClass
from verify_app.gui import theme

WIDTH, ROWS = 240, 9
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab)


class ClassPopup(QWidget):
    """A small sheet on the canvas; not a dialog: a click elsewhere or Esc puts it away."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._classes: list[LabelClass] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Class"))
        self.field.setAccessibleName(self.tr("Find a class"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemClicked.connect(lambda _item: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.hide()

    def open_at(self, box: QRectF, classes: list[LabelClass], current: int | None) -> None:
        """Show beside a box on the canvas."""
        self._classes = classes
        self.field.clear()
        self._filter("")
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == current:
                self.list.setCurrentRow(row)
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + 2)
        height = self.field.sizeHint().height() + min(ROWS, max(1, len(classes))) * row + 18
        width = max(WIDTH, self.fontMetrics().averageCharWidth() * 36)
        parent = self.parentWidget().rect()
        x = box.right() + 8 if box.right() + 8 + width < parent.width() else box.left() - width - 8
        x = max(4, min(x, parent.width() - width - 4))
        y = max(4, min(box.top(), parent.height() - height - 4))
        self.setGeometry(round(x), round(y), width, height)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        self.list.clear()
        wanted = text.strip().casefold()
        found = [c for c in self._classes if wanted in c.name.casefold()]
        found.sort(key=lambda c: not c.name.casefold().startswith(wanted))
        for c in found:
            item = QListWidgetItem(_swatch(c.id), c.name)
            item.setData(Qt.ItemDataRole.UserRole, c.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            class_id = item.data(Qt.ItemDataRole.UserRole)
            self.put_away()
            self.chosen.emit(class_id)

    def put_away(self) -> None:
        """Close without choosing."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self.isActiveWindow():
            self.put_away()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        row, count = self.list.currentRow(), self.list.count()
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) and count:
            self.list.setCurrentRow((row + 1) % count)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab) and count:
            self.list.setCurrentRow((row - 1) % count)
        else:
            return False
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _swatch(class_id: int) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    theme.paint_swatch(painter, QRectF(0, 0, 11, 11), class_id)
    icon = QIcon(pixmap)
    painter.setPen(theme.colour("on_accent"))
    painter.drawRect(0, 0, 11, 11)
    painter.end()
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # edged: a class may have the accent's colour
    return icon
