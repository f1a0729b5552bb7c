"""The rows of the image list: ids are known, rows are read in pages when they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from verify_app.app.review.queue import Row
from verify_app.gui.i18n import words
from verify_app.gui.panels import Index
from verify_app.gui.plain import tip

PAGE = 128
PAGES = 64
"""Pages kept; the oldest looked at goes first."""

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ROLES = frozenset(
    (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, ROW_ROLE)
)


class ImageModel(QAbstractListModel):
    """A hundred thousand images cost an array of ids and the few pages that are on the screen."""

    def __init__(self, fetch: Callable[[Sequence[int]], list[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._order: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()

    @property
    def order(self) -> array[int]:
        """Ids in list order."""
        return self._order

    def set_order(self, order: array[int]) -> None:
        """Show other images, or the same in another order."""
        self.beginResetModel()
        self._order = order
        self._pages.clear()
        self.endResetModel()

    def refresh(self, image_ids: Iterable[int] | None = None) -> None:
        """Fetch rows anew when they are next looked at; None means all."""
        if not self._order:
            return
        if image_ids is None:
            image_ids = (image_id for page in self._pages.values() for image_id in page)
        wanted = set(image_ids)
        for number, page in list(self._pages.items()):
            if wanted & page.keys() or not page:
                del self._pages[number]
                first, last = number * PAGE, min(len(self._order), (number + 1) * PAGE) - 1
                self.dataChanged.emit(self.index(first), self.index(last))

    def row(self, place: int) -> Row | None:
        """One image's row; None when it is gone."""
        if not 0 <= place < len(self._order):
            return None
        return self._page(place // PAGE).get(self._order[place])

    def _page(self, number: int) -> dict[int, Row]:
        page = self._pages.get(number)
        if page is None:
            ids = self._order[number * PAGE : (number + 1) * PAGE]
            page = {row.id: row for row in self._fetch(ids)}
            self._pages[number] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    # --- Qt's side ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in ROLES:
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and row is not None:
            return ", ".join(words.row(row).splitlines())
        if role == Qt.ItemDataRole.ToolTipRole and row is not None:
            return tip(words.row(row))
        return row.name if row is not None else ""
