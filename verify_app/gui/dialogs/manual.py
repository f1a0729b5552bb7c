"""The manual in a window of its own: pages on the left, searched as one types; no network, no browser."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from verify_app.app.manual import INDEX, find, pages
from verify_app.core.resources import resource
from verify_app.gui import theme
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.shell.host import Host

_NAME = int(Qt.ItemDataRole.UserRole)
SIZE = (940, 640)


class Manual(QDialog):
    """Reads while the work goes on beside it."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.widget)
        self.setWindowTitle(self.tr("Manual"))
        self.setModal(False)
        self.resize(*SIZE)
        self._pages = {page.name: page for page in pages()}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self._open_first)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setSpacing(2)
        self.list.currentItemChanged.connect(self._on_page)
        self.none = PlainLabel(self.tr("No page says this."))
        self.none.setContentsMargins(8, 6, 8, 6)
        self.none.hide()
        self.text = _Browser()
        self.text.setAccessibleName(self.tr("Page of the manual"))
        self.text.anchorClicked.connect(self._follow)
        self._been: list[str] = []
        self.back = QPushButton(self.tr("Back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._go_back)
        shut = QPushButton(self.tr("Close"))
        shut.setAutoDefault(False)
        shut.clicked.connect(self.close)
        self._lay_out(shut)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        QShortcut(QKeySequence.StandardKey.Back, self, self._go_back)
        self._list("")
        self._open(INDEX)

    def _lay_out(self, shut: QPushButton) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.none, self.list):
            column.addWidget(widget)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([250, 690])
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(shut)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 12, 12, 12)
        body.addWidget(parts, 1)
        body.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens it looks for something."""
        self.search.setFocus()
        super().showEvent(event)

    @property
    def page(self) -> str:
        """Name of the page that is shown."""
        return self._been[-1] if self._been else ""

    # --- the list -----------------------------------------------------------------------------------------

    def _list(self, words: str) -> None:
        """Every page, or those that hold what was typed with the place where it stands."""
        rows = [(page.name, page.title, "") for page in self._pages.values()]
        if words.strip():
            found = find(list(self._pages.values()), words)
            rows = [(one.page.name, f"{one.page.title}  ({one.times})", one.excerpt) for one in found]
        self.list.blockSignals(True)
        self.list.clear()
        for name, text, excerpt in rows:
            item = QListWidgetItem(text)
            item.setData(_NAME, name)
            item.setToolTip(tip(excerpt or text))
            self.list.addItem(item)
            if name == self.page:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.none.setVisible(not rows)
        self._mark()

    def _on_page(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self._open(now.data(_NAME))

    def _open_first(self) -> None:
        if self.search.text().strip():
            self.list.setCurrentRow(0)
        self.text.setFocus()

    # --- the page -----------------------------------------------------------------------------------------

    def _open(self, name: str) -> None:
        if name not in self._pages or name == self.page:
            return
        self._been.append(name)
        self._show_page()

    def _go_back(self) -> None:
        if len(self._been) > 1:
            self._been.pop()
            self._show_page()

    def _show_page(self) -> None:
        self.text.setMarkdown(self._pages[self.page].text)
        self.back.setEnabled(len(self._been) > 1)
        self.list.blockSignals(True)
        names = [self.list.item(row).data(_NAME) for row in range(self.list.count())]
        self.list.setCurrentRow(names.index(self.page) if self.page in names else -1)
        self.list.blockSignals(False)
        self._mark()

    def _mark(self) -> None:
        """Mark where the words stand, and bring the first place into view."""
        document, places = self.text.document(), []
        for word in self.search.text().split():
            place = QTextCursor(document)
            while not (place := document.find(word, place)).isNull():
                places.append(place)
        self.text.setExtraSelections([_marked(place) for place in places])
        if places:
            first = min(places, key=QTextCursor.position)
            first.clearSelection()
            self.text.setTextCursor(first)
            self.text.ensureCursorVisible()

    def _follow(self, url: QUrl) -> None:
        self._open(url.fileName())


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    mark, look = QTextEdit.ExtraSelection(), QTextCharFormat()
    look.setBackground(theme.colour("accent"))
    look.setForeground(theme.colour("on_accent"))
    mark.cursor, mark.format = QTextCursor(place), look
    return mark


class _Browser(QTextBrowser):
    """Shows what is in the manual's folder and nothing from anywhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setSearchPaths([str(resource("manual"))])
        self.document().setDocumentMargin(14)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        place = QUrl(name)
        return None if not place.isRelative() or ".." in place.path() else super().loadResource(kind, name)
