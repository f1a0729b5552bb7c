"""The filter of the image list: every property with its values, and how many images have each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from verify_app.app.review import saved_filters
from verify_app.app.review.queue import Counts, Facet, Filter, Queue
from verify_app.core.disagreements import Kind
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Grade, ImageState, Origin
from verify_app.gui import theme
from verify_app.gui.i18n import words
from verify_app.gui.plain import PlainLabel, tip

VALUE = int(Qt.ItemDataRole.UserRole)
WIDTH, HEIGHT = 300, 520


class FilterSheet(QFrame):
    """Opens under the filter's button; what is ticked takes effect at once."""

    changed = Signal(object)
    said = Signal(object)

    def __init__(self, queue: Queue, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._session, self._queue = queue.session, queue
        self.chosen = Filter()
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setRootIsDecorated(True)
        self.tree.setIndentation(16)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.setAccessibleName(self.tr("Filters, with the number of images"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemChanged.connect(self._on_ticked)
        self._parents: dict[Facet, QTreeWidgetItem] = {}
        self._lay_out()
        self.resize(WIDTH, HEIGHT)

    def _lay_out(self) -> None:
        self.kept = QComboBox()
        self.kept.setAccessibleName(self.tr("Saved filters"))
        self.kept.activated.connect(self._take_saved)
        self.clear = QPushButton(self.tr("Show all"))
        self.clear.clicked.connect(lambda: self._choose(Filter(text=self.chosen.text)))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name to keep this filter under"))
        self.name.setAccessibleName(self.tr("Name to keep this filter under"))
        self.name.returnPressed.connect(self._keep)
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.kept, 1)
        top.addWidget(self.clear)
        bottom.addWidget(self.name, 1)
        bottom.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        hint = PlainLabel(self.tr("Ticks in one group add up; groups narrow each other."))
        hint.setWordWrap(True)
        palette = hint.palette()
        palette.setColor(hint.foregroundRole(), theme.colour("quiet"))
        hint.setPalette(palette)
        column.addWidget(hint)
        column.addLayout(bottom)

    def open_under(self, button: QWidget, chosen: Filter) -> None:
        """Show the values there are now."""
        self.chosen = chosen
        self._list_saved()
        self._fill()
        place = button.mapToGlobal(QPoint(0, button.height() + 2))
        room = button.screen().availableGeometry()
        letter = self.fontMetrics()
        width = max(WIDTH, 44 * letter.averageCharWidth())
        height = min(max(HEIGHT, 30 * letter.height()), room.bottom() - place.y() - 8)
        self.resize(width, max(240, height))
        self.move(min(place.x(), room.right() - width), place.y())
        self.show()
        self.tree.setFocus()

    # --- the tree -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        counts = self._queue.counts(self.chosen)
        open_before = {facet for facet, item in self._parents.items() if item.isExpanded()}
        first = not self._parents
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self._parents = {}
            for facet, title, name in self._facets():
                values = self._values(facet, counts)
                if not values:
                    continue
                parent = QTreeWidgetItem(self.tree, [title])
                parent.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._parents[facet] = parent
                for value in values:
                    self._add_value(parent, facet, value, name(value), counts[facet].get(value, 0))
                chosen = facet.value in self.chosen.active
                parent.setExpanded(chosen or facet in open_before or (first and facet is Facet.STATES))
        self.clear.setEnabled(bool(self.chosen.active - {"text"}))

    def _recount(self) -> None:
        """Counts and ticks as they are now, in place: the entry that was just ticked must not go away under it."""
        counts = self._queue.counts(self.chosen)
        with QSignalBlocker(self.tree):
            for facet, parent in self._parents.items():
                for entry in (parent.child(i) for i in range(parent.childCount())):
                    value = entry.data(0, VALUE)[1]
                    entry.setText(1, f"{counts.get(facet, {}).get(value, 0):,}")
                    on = self._is_on(facet, value)
                    entry.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.clear.setEnabled(bool(self.chosen.active - {"text"}))

    def _add_value(self, parent: QTreeWidgetItem, facet: Facet, value: Any, text: str, count: int) -> None:
        item = QTreeWidgetItem(parent, [text, f"{count:,}"])
        item.setToolTip(0, tip(text))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, VALUE, (facet, value))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(0, Qt.CheckState.Checked if self._is_on(facet, value) else Qt.CheckState.Unchecked)

    def _is_on(self, facet: Facet, value: Any) -> bool:
        wanted = getattr(self.chosen, facet.value)
        match facet:
            case Facet.CONFIDENCE:
                return wanted is not None and bool(wanted[0] <= value[0] and value[1] <= wanted[1])
            case Facet.FLAGGED | Facet.GOLD:
                return bool(wanted == value)
        return value in wanted

    def _facets(self) -> list[tuple[Facet, str, Callable[[Any], str]]]:
        read = self._session.project.read
        classes = {c.id: c.name for c in self._session.classes}
        sources = {s.id: s.name for s in read.sources()}
        models = {m.id: m.name for m in read.models()}
        kinds = {
            Kind.EXTRA: self.tr("the model sees more"),
            Kind.MISSED: self.tr("the model does not see it"),
            Kind.LOOSE: self.tr("other outline"),
            Kind.OTHER_CLASS: self.tr("other class"),
        }
        return [
            (Facet.STATES, self.tr("State"), lambda v: words.image_state(v).split(":")[0]),
            (Facet.CLASSES, self.tr("Class"), lambda v: classes.get(v, "?")),
            (Facet.CONFIDENCE, self.tr("Confidence of a proposal"), lambda v: f"{v[0]:.1f} – {v[1]:.1f}"),
            (Facet.DISAGREEMENTS, self.tr("Disagreement"), kinds.__getitem__),
            (Facet.FLAGGED, self.tr("Flagged as unsure"), lambda _v: self.tr("flagged")),
            (Facet.GOLD, self.tr("Gold"), lambda v: self.tr("gold") if v else self.tr("not gold")),
            (Facet.ORIGINS, self.tr("Origin"), words.origin),
            (Facet.SOURCES, self.tr("Source"), lambda v: sources.get(v, "?")),
            (Facet.GRADES, self.tr("Grade of a label"), words.grade),
            (Facet.REVIEWERS, self.tr("Reviewer"), str),
            (Facet.MODELS, self.tr("Model"), lambda v: models.get(v, "?")),
            (Facet.RUNS, self.tr("Run"), lambda v: self.tr("run {n}").format(n=v)),
        ]

    def _values(self, facet: Facet, counts: Counts) -> list[Any]:
        found = counts.get(facet, {})
        match facet:
            case Facet.STATES:
                return list(ImageState)
            case Facet.ORIGINS:
                return list(Origin)
            case Facet.GRADES:
                return [grade for grade in Grade if grade in found]
            case Facet.CLASSES:
                return [c.id for c in self._session.classes]
            case Facet.FLAGGED:
                return [True]
            case Facet.DISAGREEMENTS:
                return list(Kind)
            case Facet.GOLD:
                return [True, False]
        return sorted(found)

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        data = item.data(0, VALUE)
        if data is None:
            return
        facet, value = data
        facet, on = Facet(facet), item.checkState(0) is Qt.CheckState.Checked
        self._choose(self.chosen._replace(**{facet.value: self._ticked(facet, value, on)}))

    def _ticked(self, facet: Facet, value: Any, on: bool) -> Any:
        match facet:
            case Facet.FLAGGED:
                return on
            case Facet.GOLD:
                return value if on else None
            case Facet.CONFIDENCE:
                return self._range()
        before: frozenset[Any] = getattr(self.chosen, facet.value)
        return before | {value} if on else before - {value}

    def _range(self) -> tuple[float, float] | None:
        """From the lowest ticked tenth to the highest."""
        parent = self._parents[Facet.CONFIDENCE]
        rows = [parent.child(i) for i in range(parent.childCount())]
        ticked = [row.data(0, VALUE)[1] for row in rows if row.checkState(0) is Qt.CheckState.Checked]
        return (min(low for low, _ in ticked), max(high for _, high in ticked)) if ticked else None

    def _choose(self, chosen: Filter) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed.emit(chosen)
        self._recount()

    # --- filters kept by name -------------------------------------------------------------------------------

    def _list_saved(self) -> None:
        self.kept.clear()
        self.kept.addItem(self.tr("Saved filters…"))
        for name, chosen in saved_filters.saved(self._session).items():
            self.kept.addItem(name, chosen)
        self.kept.setEnabled(self.kept.count() > 1)

    def _take_saved(self, row: int) -> None:
        chosen = self.kept.itemData(row)
        if chosen is not None:
            self._choose(Filter(*chosen))

    def _keep(self) -> None:
        try:
            saved_filters.save(self._session, self.name.text(), self.chosen)
        except UserError as error:
            self.said.emit(str(error))
            return
        self.said.emit(self.tr("Kept as {name}.").format(name=self.name.text().strip()))
        self.name.clear()
        self._list_saved()
