"""The class list: colour, digit key and name; classes are added, renamed and merged in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verify_app.core.records import Changes
from verify_app.gui import theme
from verify_app.gui.panels import Index
from verify_app.gui.plain import tip
from verify_app.gui.review.class_list import ClassListCommands
from verify_app.gui.review.image_menu import context_menu
from verify_app.gui.review.state import ReviewState
from verify_app.gui.shell.fast_viewport import own_viewport

_ID = int(Qt.ItemDataRole.UserRole)


class _Row(QStyledItemDelegate):
    """Swatch, digit, name; the class of the object selected, or of what will be drawn, is set in bold."""

    def __init__(self, state: ReviewState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        class_id = index.data(_ID)
        rect = QRectF(option.rect)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.class_colour(class_id))
        painter.drawRect(QRectF(rect.left() + 8, rect.center().y() - 6, 12, 12))
        item = self._state.item if self._state.chosen else None
        current = item.class_id == class_id if item else self._state.drawing_class == class_id
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        font = painter.font()
        font.setBold(current)
        painter.setFont(font)
        right = rect.right() - 26
        name = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideMiddle, int(right - rect.left() - 28)
        )
        painter.drawText(QRectF(rect.left() + 28, rect.top(), right - rect.left() - 28, rect.height()), middle, name)
        if index.row() < 9:
            painter.setPen(theme.colour("quiet"))
            digit = QRectF(right, rect.top(), 18, rect.height())
            painter.drawText(digit, middle | int(Qt.AlignmentFlag.AlignRight), str(index.row() + 1))
        painter.restore()


class ClassList(QWidget):
    """A click gives the object that the person selected this class, or chooses what is drawn next."""

    picked = Signal(int)

    def __init__(self, state: ReviewState, commands: ClassListCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._commands = commands
        self.list = QListWidget()
        viewport = own_viewport(self.list)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setItemDelegate(_Row(state, self.list))
        self.list.setAccessibleName(self.tr("Classes"))
        self.list.itemClicked.connect(lambda item: self.picked.emit(item.data(_ID)))
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.itemChanged.connect(self._renamed)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("New class, Enter adds it"))
        self.field.setAccessibleName(self.tr("New class"))
        self.field.returnPressed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        field_row = QVBoxLayout()
        field_row.setContentsMargins(6, 0, 6, 0)
        field_row.addWidget(self.field)
        layout.addLayout(field_row)
        state.items_changed.connect(viewport.update)
        state.broadcast.changed.connect(self._on_changed)
        state.broadcast.outside.connect(self.refresh)
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if "class" in changes.kinds:
            self.refresh()

    def refresh(self) -> None:
        """Show the classes as they are now."""
        wanted = [(c.id, c.name) for c in self._state.session.classes]
        now = [(self.list.item(i).data(_ID), self.list.item(i).text()) for i in range(self.list.count())]
        if wanted == now:
            return
        self.list.blockSignals(True)
        self.list.clear()
        for class_id, name in wanted:
            item = QListWidgetItem(name)
            item.setData(_ID, class_id)
            item.setToolTip(tip(name))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _add(self) -> None:
        name = self.field.text()
        if name.strip() and self._commands.add(name):
            self.field.clear()

    def _renamed(self, item: QListWidgetItem) -> None:
        class_id, name = item.data(_ID), item.text()
        if name != self._state.class_name(class_id):
            self._commands.rename(class_id, name)
        self.refresh()

    def _menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is None:
            return
        menu = context_menu(self)
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.list.editItem(item))
        merge = menu.addMenu(self.tr("Merge into"))
        theme.edge(merge)
        own = item.data(_ID)
        for c in self._state.session.classes:
            if c.id != own:
                merge.addAction(c.name).triggered.connect(lambda _on=False, into=c.id: self._commands.merge(own, into))
        merge.setEnabled(not merge.isEmpty())
        menu.popup(self.list.viewport().mapToGlobal(at))
