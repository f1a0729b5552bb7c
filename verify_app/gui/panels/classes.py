"""The class list: colour, keys and name; classes are found, hidden, ordered, renamed, merged and retired here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verify_app.core.records import Changes
from verify_app.gui import theme
from verify_app.gui.panels import Index, class_colour_menu
from verify_app.gui.plain import tip
from verify_app.gui.review.class_keys import strokes
from verify_app.gui.review.class_list import ClassListCommands
from verify_app.gui.review.image_menu import context_menu
from verify_app.gui.review.state import ReviewState
from verify_app.gui.shell.fast_viewport import own_viewport

_ID = int(Qt.ItemDataRole.UserRole)
SWATCH = 26
"""Left of this a click hides a class or shows it, in pixels."""
FIND_FROM = 10
"""From so many classes on one can look for them."""


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
        hidden = class_id in self._state.sight.hidden
        swatch = QRectF(rect.left() + 8, rect.center().y() - 6, 12, 12)
        if hidden:
            painter.setPen(QPen(theme.colour("quiet"), 1))
            painter.drawRect(swatch)
            painter.drawLine(swatch.bottomLeft(), swatch.topRight())
        else:
            theme.paint_swatch(painter, swatch, class_id)
        item = self._state.item if self._state.chosen else None
        current = item.class_id == class_id if item else self._state.drawing_class == class_id
        ink = option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
        painter.setPen(theme.colour("quiet") if hidden else ink)
        font = painter.font()
        font.setBold(current)
        painter.setFont(font)
        keys = strokes(index.row())
        right = rect.right() - 26
        name = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideMiddle, int(right - rect.left() - 28)
        )
        painter.drawText(QRectF(rect.left() + 28, rect.top(), right - rect.left() - 28, rect.height()), middle, name)
        font.setBold(False)
        painter.setFont(font)
        if keys:
            _paint_key(painter, keys, QRectF(right - 2, rect.top() + 2, 20, rect.height() - 4))
        painter.restore()


def _paint_key(painter: QPainter, keys: str, space: QRectF) -> None:
    """A key as it lies on the keyboard."""
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawRoundedRect(space.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(theme.colour("quiet"))
    painter.drawText(space, int(Qt.AlignmentFlag.AlignCenter), keys)


class _List(QListWidget):
    """Knows where it was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed_at = QPointF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed_at = event.position()
        super().mousePressEvent(event)


class ClassList(QWidget):
    """A click gives the object that the person selected this class, or chooses what is drawn next.

    On the colour it hides the class in the picture, or shows it again. A class that is dragged takes another place, and
    with it another key.
    """

    picked = Signal(int)

    def __init__(self, state: ReviewState, commands: ClassListCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._commands = commands
        self.list = _List()
        viewport = own_viewport(self.list)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setItemDelegate(_Row(state, self.list))
        self.list.setAccessibleName(self.tr("Classes"))
        self.list.itemClicked.connect(self._clicked)
        self.list.model().rowsMoved.connect(self._moved)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.itemChanged.connect(self._renamed)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a class in the list"))
        self.search.setAccessibleName(self.tr("Find a class in the list"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("New class, Enter adds it"))
        self.field.setAccessibleName(self.tr("New class"))
        self.field.returnPressed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        find_row = QVBoxLayout()
        find_row.setContentsMargins(6, 0, 6, 0)
        find_row.addWidget(self.search)
        layout.addLayout(find_row)
        layout.addWidget(self.list, 1)
        field_row = QVBoxLayout()
        field_row.setContentsMargins(6, 0, 6, 0)
        field_row.addWidget(self.field)
        layout.addLayout(field_row)
        state.items_changed.connect(viewport.update)
        state.sight.changed.connect(viewport.update)
        state.broadcast.changed.connect(self._on_changed)
        state.broadcast.outside.connect(self.refresh)
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & {"class", "setting"}:
            self._state.read_classes()
            self.refresh()

    def refresh(self) -> None:
        """Show the classes as they are now."""
        classes = self._state.session.shown_classes
        wanted = [(c.id, c.name) for c in classes]
        now = [(self.list.item(i).data(_ID), self.list.item(i).text()) for i in range(self.list.count())]
        self.search.setVisible(len(wanted) >= FIND_FROM)
        if wanted == now:
            return
        self.list.blockSignals(True)
        self.list.clear()
        for class_id, name in wanted:
            item = QListWidgetItem(name)
            item.setData(_ID, class_id)
            item.setToolTip(tip(name))
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        """Show the classes whose names hold this; only all of them can be brought into another order."""
        wanted = text.strip().casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())
        self.list.setDragEnabled(not wanted)

    def _clicked(self, item: QListWidgetItem) -> None:
        if self.list.pressed_at.x() < SWATCH:
            self._state.sight.toggle(item.data(_ID))
        else:
            self.picked.emit(item.data(_ID))

    def _moved(self) -> None:
        """A class was dragged to another place."""
        ids = [self.list.item(row).data(_ID) for row in range(self.list.count())]
        QTimer.singleShot(0, self, lambda: self._commands.order(ids))  # once the drop is done

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
        menu, own, commands, sight = context_menu(self), item.data(_ID), self._commands, self._state.sight
        every = [c.id for c in self._state.session.classes]
        text = self.tr("Show in the picture") if own in sight.hidden else self.tr("Hide in the picture")
        menu.addAction(text).triggered.connect(lambda: sight.toggle(own))
        menu.addAction(self.tr("Show only this class")).triggered.connect(lambda: sight.solo(own, every))
        show = menu.addAction(self.tr("Show all classes"))
        show.setEnabled(bool(sight.hidden))
        show.triggered.connect(sight.show_all)
        menu.addSeparator()
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.list.editItem(item))
        class_colour_menu.add_to(menu, theme.class_colour(own), partial(commands.colour, own))
        self._add_merge(menu, own)
        if commands.can_delete(own):
            menu.addAction(self.tr("Delete this class")).triggered.connect(lambda: commands.delete(own))
        else:
            menu.addAction(self.tr("Retire this class")).triggered.connect(lambda: commands.retire(own))
        self._add_retired(menu)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _add_merge(self, menu: QMenu, own: int) -> None:
        merge = menu.addMenu(self.tr("Merge into"))
        theme.edge(merge)
        for c in self._state.session.shown_classes:
            if c.id != own:
                merge.addAction(c.name).triggered.connect(lambda _on=False, into=c.id: self._commands.merge(own, into))
        merge.setEnabled(not merge.isEmpty())

    def _add_retired(self, menu: QMenu) -> None:
        away = self._state.session.retired_classes
        found = [c for c in self._state.session.classes if c.id in away]
        if found:
            back = menu.addMenu(self.tr("Bring back"))
            theme.edge(back)
            for c in found:
                back.addAction(c.name).triggered.connect(lambda _on=False, it=c.id: self._commands.bring_back(it))
