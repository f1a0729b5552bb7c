"""A list of image folders, each with where its pixels come from unless that is asked once for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from verify_app.core.vocabulary import Origin
from verify_app.gui import icons
from verify_app.gui.dialogs.form import choose, quiet
from verify_app.gui.i18n import words
from verify_app.gui.plain import PlainLabel, tip

ORDER = (Origin.UNKNOWN, Origin.REAL, Origin.SYNTHETIC)
"""Unknown first: real is said, never assumed."""


class _Row(QWidget):
    """One folder or file."""

    removed = Signal(object)

    def __init__(self, path: Path, *, asks: bool) -> None:
        super().__init__()
        self.path = path
        name = PlainLabel(self.fontMetrics().elidedText(str(path), Qt.TextElideMode.ElideMiddle, 300))
        name.setToolTip(tip(str(path)))
        self.origin = QComboBox()
        for origin in ORDER:
            self.origin.addItem(words.origin(origin), origin.value)
        self.origin.setAccessibleName(self.tr("Origin of {path}").format(path=path))
        remove = QToolButton()
        remove.setIcon(icons.icon("close"))
        remove.setAutoRaise(True)
        remove.setToolTip(self.tr("Take off the list"))
        remove.setAccessibleName(self.tr("Take {path} off the list").format(path=path))
        remove.clicked.connect(lambda: self.removed.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(self.origin)
        self.origin.setVisible(asks)
        row.addWidget(remove)


class Folders(QWidget):
    """Folders can be chosen or dropped.

    Parameters
    ----------
    asks : bool
        Whether each has an origin of its own; else whoever shows the list asks once.
    """

    changed = Signal()

    def __init__(self, *, asks: bool = True) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self._asks = asks
        self.setAcceptDrops(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.add_button = QPushButton(icons.icon("folder"), self.tr("Add a folder…"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(
            lambda: choose(self, self.tr("Choose a folder of images"), lambda t: self.add(Path(t)), folder=True)
        )
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addWidget(quiet(self.tr("Only images said to be real count as real.")), 1)
        self._layout.addLayout(below)

    def add(self, path: Path, origin: Origin = Origin.UNKNOWN) -> None:
        """Put a folder or file on the list, once."""
        if any(row.path == path for row in self.rows):
            return
        row = _Row(path, asks=self._asks)
        row.origin.setCurrentIndex(ORDER.index(origin))
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._layout.insertWidget(len(self.rows) - 1, row)
        self.changed.emit()

    def add_all(self, paths: Sequence[Path]) -> None:
        """Put several on the list; where they come from is not said yet."""
        for path in paths:
            self.add(path)

    def _remove(self, row: _Row) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()

    def clear(self) -> None:
        """Empty the list."""
        for row in list(self.rows):
            self._remove(row)

    def by_origin(self) -> dict[str, list[Path]]:
        """Paths by origin, in the order they were added."""
        found: dict[str, list[Path]] = {}
        for row in self.rows:
            found.setdefault(row.origin.currentData(), []).append(row.path)
        return found

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add(Path(url.toLocalFile()))
