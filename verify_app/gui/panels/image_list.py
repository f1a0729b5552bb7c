"""The list of images with its search field and filter."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verify_app.app.review.queue import Filter, Queue, Row
from verify_app.core.queue.orders import Order
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.gui import icons, theme
from verify_app.gui.i18n import words
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels import Index
from verify_app.gui.panels.elide import GAP, file_and_folder, shortened
from verify_app.gui.panels.filter_sheet import FilterSheet
from verify_app.gui.panels.image_model import ROW_ROLE, ImageModel
from verify_app.gui.panels.thumbnails import SIDE, Thumbnails
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.shell.fast_viewport import own_viewport

SEARCH_MS = 180
ORIGINS = {Origin.SYNTHETIC: "synthetic", Origin.UNKNOWN: "unknown_origin"}
"""Icons of images that are not known to be real."""


class RowDelegate(QStyledItemDelegate):
    """State icon, name of the file, its folder, icons of what is unusual, number of proposals."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.thumbnails: Thumbnails | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        line = option.fontMetrics.height() + 10
        return QSize(120, line if self.thumbnails is None else max(line, SIDE + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(ROW_ROLE)
        chosen = self._view.selectionModel().isSelected(index)
        palette = option.palette
        group = QPalette.ColorGroup.Active
        if chosen:
            painter.fillRect(option.rect, palette.color(group, QPalette.ColorRole.Highlight))
        if row is None:
            return
        ink = palette.color(group, QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        ground = palette.color(group, QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base)
        rect = QRectF(option.rect)
        mark = QRectF(rect.left() + 8, rect.center().y() - 8, 16, 16)
        role = "accent" if row.attested else words.STATE_ROLES[row.state]
        tint = ink if chosen else theme.colour(role)
        icons.paint(painter, icons.state_icon(row.state.value, attested=row.attested), mark, tint, ground)
        right = rect.right() - 8
        quiet = ink if chosen else theme.colour("quiet")
        # of the image in front the labels beside it say more; and a trial has others than the image it comes up before
        if row.proposals and index != self._view.currentIndex():
            right = self._paint_count(painter, option, row.proposals, right, quiet)
        for shown, name in ((row.flagged, "flag"), (row.gold, "gold")):
            if shown:
                tone = ink if chosen else theme.colour("warn")
                icons.paint(painter, name, QRectF(right - 14, rect.center().y() - 7, 14, 14), tone)
                right -= 18
        if row.origin is not Origin.REAL:
            icons.paint(painter, ORIGINS[row.origin], QRectF(right - 14, rect.center().y() - 7, 14, 14), quiet)
            right -= 18
        left = rect.left() + 31
        if self.thumbnails is not None:
            left = self._paint_picture(painter, row, QRectF(left, rect.center().y() - SIDE / 2, SIDE, SIDE))
        space = QRect(round(left), option.rect.top(), round(right - left - 4), option.rect.height())
        paint_name = self._paint_name if self.thumbnails is None else self._paint_name_on_two_lines
        paint_name(painter, option, row.name, space, ink, quiet)

    def _paint_picture(self, painter: QPainter, row: Row, space: QRectF) -> float:
        """The image, as large as it fits in; where what is beside it begins."""
        assert self.thumbnails is not None
        image = self.thumbnails.picture(row)
        if image is not None:
            scaled = QSizeF(image.size()).scaled(space.size(), Qt.AspectRatioMode.KeepAspectRatio)
            where = QRectF(QPointF(), scaled)
            where.moveCenter(space.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(where, image)
        return space.right() + 8

    @staticmethod
    def _paint_name(
        painter: QPainter, option: QStyleOptionViewItem, name: str, space: QRect, ink: QColor, quiet: QColor
    ) -> None:
        """The file's name, and after it the folder as far as there is room."""
        painter.setFont(option.font)
        painter.setPen(ink)
        where = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        file, folder = file_and_folder(name, option.fontMetrics, space.width())
        painter.drawText(space, where, file)
        if folder:
            painter.setPen(quiet)
            painter.drawText(space.adjusted(option.fontMetrics.horizontalAdvance(file) + GAP, 0, 0, 0), where, folder)

    @staticmethod
    def _paint_name_on_two_lines(
        painter: QPainter, option: QStyleOptionViewItem, name: str, space: QRect, ink: QColor, quiet: QColor
    ) -> None:
        """The file's name, and its folder below it."""
        folder, _, file = name.rpartition("/")
        line = option.fontMetrics.height()
        top = space.center().y() - (line if folder else line // 2)
        painter.setFont(option.font)
        for text, colour in ((file, ink), (folder, quiet)):
            painter.setPen(colour)
            where = QRect(space.left(), top, space.width(), line)
            painter.drawText(
                where, int(Qt.AlignmentFlag.AlignVCenter), shortened(text, option.fontMetrics, space.width())
            )
            top += line

    @staticmethod
    def _paint_count(painter: QPainter, option: QStyleOptionViewItem, count: int, right: float, ink: object) -> float:
        text = str(count)
        width = option.fontMetrics.horizontalAdvance(text)
        painter.setPen(ink)
        where = QRectF(right - width, option.rect.top(), width, option.rect.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        return right - width - 8


class ImageList(QWidget):
    """Shows the queue and says which image the person wants; fetches through its model only."""

    chosen = Signal(int)
    """Place in the list that the person clicked or moved to."""
    entered = Signal()
    """The person has clicked on an image, or is done searching, and wants the picture."""
    filter_changed = Signal(object)
    order_changed = Signal(object)
    said = Signal(object)
    menu_wanted = Signal(object, object)
    """Ids and the place on the screen."""

    def __init__(
        self,
        model: ImageModel,
        queue: Queue,
        files: Callable[[Sequence[int]], dict[int, Path]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        on_language_change(self, self._name_filter)
        self.model = model
        self._queue, self._files = queue, files
        self._sheet: FilterSheet | None = None
        self.filter, self.order = Filter(), Order.FOUND
        self._counts: dict[ImageState, int] = {}
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self._search_now)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self._go_to_found)

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find by name"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find images by name"))
        self.filter_button = QPushButton()
        self.filter_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.filter_button.setAccessibleName(self.tr("Filter the images"))
        self.filter_button.clicked.connect(self.open_filter)
        self.order_box = QComboBox()
        self.order_box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.order_box.setAccessibleName(self.tr("What comes next"))
        self.order_box.setToolTip(self.tr("What comes next"))
        for order in Order:
            self.order_box.addItem(words.order(order))
        self.order_box.activated.connect(self._on_order)
        self._build_view()
        self.empty = PlainLabel(self.tr("No image fits this filter."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        palette = self.empty.palette()
        palette.setColor(self.empty.foregroundRole(), theme.colour("quiet"))
        self.empty.setPalette(palette)
        self.empty.hide()
        row = QHBoxLayout()
        row.setContentsMargins(6, 6, 6, 0)
        row.setSpacing(4)
        row.addWidget(self.search)
        row.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        below = QHBoxLayout()
        below.setContentsMargins(6, 0, 6, 0)
        below.addWidget(self.order_box, 1)
        layout.addLayout(below)
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        self._name_filter()

    def _build_view(self) -> None:
        self.view = QListView()
        own_viewport(self.view)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows = RowDelegate(self.view)
        self.view.setItemDelegate(self.rows)
        # laying out asks for the length of the list once a row, which this answers a million times without Python
        counted = QSortFilterProxyModel(self)
        counted.setDynamicSortFilter(False)
        counted.setSourceModel(self.model)
        self.view.setModel(counted)
        self.view.setAccessibleName(self.tr("Images"))
        self.view.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.selected_ids(), self.view.viewport().mapToGlobal(at))
        )
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(lambda _index: self.entered.emit())

    # --- small pictures ---------------------------------------------------------------------------------

    def show_thumbnails(self, on: bool) -> None:
        """Show small pictures in the lines, or lines alone."""
        now = self.rows.thumbnails
        if on == (now is not None):
            return
        if now is not None:
            now.close()
            now.deleteLater()
            self.rows.thumbnails = None
        else:
            self.rows.thumbnails = Thumbnails(self._visible, self._files, self)
            self.rows.thumbnails.ready.connect(self.view.viewport().update)
        self.view.scheduleDelayedItemsLayout()  # lines are of another height
        self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def refresh(self, image_ids: Collection[int], *, files: bool) -> None:
        """These images are others now, or what is said of them; `files`: their files may be others too."""
        if files and self.rows.thumbnails is not None:
            self.rows.thumbnails.forget(image_ids)
        self.model.refresh(image_ids)

    def _visible(self) -> list[Row]:
        """The lines on the screen, from the top."""
        height, step = self.view.viewport().height(), max(1, self.view.sizeHintForRow(0))
        found = (self.model.row(self.view.indexAt(QPoint(4, y)).row()) for y in range(0, height + step, step))
        return [row for row in found if row is not None]

    # --- what is shown ----------------------------------------------------------------------------------

    def set_order(self, order: array[int]) -> None:
        """Show these images."""
        self.model.set_order(order)
        self.empty.setVisible(len(order) == 0)

    def show_place(self, place: int) -> None:
        """Mark the image under review and bring it into view."""
        selection = self.view.selectionModel()
        if place < 0:
            selection.clear()
            return
        index = self.view.model().index(place, 0)
        if selection.currentIndex() != index or not selection.isSelected(index):
            selection.blockSignals(True)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.blockSignals(False)
            self.view.viewport().update()
        self.view.scrollTo(index)

    def set_counts(self, counts: dict[ImageState, int]) -> None:
        """How many images are in each state, for the filter's menu."""
        self._counts = counts
        self._name_filter()

    def selected_ids(self) -> list[int]:
        """Ids of the selected images."""
        return sorted(self.model.order[index.row()] for index in self.view.selectionModel().selectedIndexes())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())

    # --- the filter -------------------------------------------------------------------------------------

    def close_files(self) -> None:
        """The project is being left: nothing is looked for in it any more, and no file is read."""
        self._timer.stop()
        if self.rows.thumbnails is not None:
            self.rows.thumbnails.close()

    def _search_now(self) -> None:
        self._set(text=self.search.text().strip())

    def _go_to_found(self) -> None:
        """Return was pressed: what was typed is looked for at once, and the keys are the picture's again."""
        self._timer.stop()
        self._search_now()
        if self.model.order:
            self.entered.emit()

    def _set(self, **values: object) -> None:
        chosen = self.filter._replace(**values)  # type: ignore[arg-type]
        if chosen != self.filter:
            self.filter = chosen
            self._name_filter()
            self.filter_changed.emit(chosen)

    def show_states(self, *states: ImageState) -> None:
        """Show images in these states only; none means all."""
        self._set(states=frozenset(states), flagged=False)

    def show_images(self, image_ids: Iterable[int]) -> None:
        """Show these images only, as far as they are in the project."""
        self._set(**Filter(images=frozenset(image_ids))._asdict())

    def _name_filter(self) -> None:
        parts = [words.image_state(s).split(":")[0] for s in ImageState if s in self.filter.states]
        parts += [words.origin(o) for o in Origin if o in self.filter.origins]
        if self.filter.flagged:
            parts.append(self.tr("flagged"))
        if self.filter.images:
            parts.append(self.tr("chosen: {n}").format(n=len(self.filter.images)))
        more = len(self.filter.active - {"states", "origins", "flagged", "text", "images"})
        if more:
            parts.append(self.tr("{n} more").format(n=more) if parts else self.tr("Filters: {n}").format(n=more))
        total = sum(self._counts.values()) if self._counts else ""  # not counted yet
        text = ", ".join(parts) if parts else self.tr("All {n}").format(n=total).strip()
        metrics = self.filter_button.fontMetrics()
        self.filter_button.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, 110))
        self.filter_button.setToolTip(tip(text))

    def open_filter(self) -> None:
        """Every property with its values; ticks take effect at once."""
        if self._sheet is None:
            self._sheet = FilterSheet(self._queue, self)
            self._sheet.changed.connect(lambda chosen: self._set(**chosen._asdict()))
            self._sheet.said.connect(self.said)
        self._sheet.open_under(self.filter_button, self.filter)

    def set_place(self, order: Order, chosen: Filter) -> None:
        """Show the order and filter that the person had, without asking for anything."""
        self.filter, self.order = chosen, order
        self.search.blockSignals(True)
        self.search.setText(chosen.text)
        self.search.blockSignals(False)
        self._show_order()
        self._name_filter()

    def _show_order(self) -> None:
        self.order_box.blockSignals(True)
        self.order_box.setCurrentIndex(list(Order).index(self.order))
        self.order_box.blockSignals(False)

    def _on_order(self, row: int) -> None:
        self.order = list(Order)[row]
        self.order_changed.emit(self.order)
