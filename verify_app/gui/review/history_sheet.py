"""Shows what happened to an image or a label: who, when, from which model, before and after."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from verify_app.app.review.history import Entry, image_history, label_history
from verify_app.core.geometry import Region
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.i18n import words
from verify_app.gui.review.sheets import Sheet
from verify_app.gui.review.state import ReviewState

ENTRY = int(Qt.ItemDataRole.UserRole)


class HistorySheet(Sheet):
    """Newest first; the chosen entry's outlines are shown on the image."""

    def __init__(self, canvas: Canvas, state: ReviewState) -> None:
        item = state.item if state.item is not None and state.item.id.startswith("L") else None
        title = self.tr("History of this label") if item is not None else self.tr("History of this image")
        super().__init__(canvas, title)
        self._state, self._canvas = state, canvas
        assert state.review is not None
        if item is not None:
            entries = label_history(state.session, int(item.id[1:]))
        else:
            entries = image_history(state.session, state.review.id)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setMinimumSize(380, 90)
        self.list.setMaximumHeight(360)
        self.list.setAccessibleName(title)
        for entry in reversed(entries):
            row = QListWidgetItem(self._told(entry))
            row.setData(ENTRY, entry)
            self.list.addItem(row)
        self.list.currentRowChanged.connect(self._show)
        self.column.insertWidget(1, self.list, 1)
        if entries:
            self.hint.setText(self.tr("Up and down walk through it; thin lines show what was there. Esc closes."))
        else:
            self.hint.setText(self.tr("Nothing was decided here yet."))

    def open_in_corner(self) -> None:
        super().open_in_corner()
        self._clear_the_object()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.setCurrentRow(0)

    def _clear_the_object(self) -> None:
        """To the left where the sheet would cover what it speaks of, and covers nothing of it there."""
        item, here = self._state.item, QRectF(self.geometry())
        if item is None or item.region.kind == "image":
            return
        box = self._canvas.box_on_screen(item.region.bounds)
        there = here.translated(10 - here.left(), 0)
        if (box & here).width() * (box & here).height() > (box & there).width() * (box & there).height():
            self.move(there.topLeft().toPoint())

    def _told(self, entry: Entry) -> str:
        time = datetime.datetime.fromisoformat(entry.time).astimezone().strftime("%Y-%m-%d %H:%M")
        done = QCoreApplication.translate("messages", entry.done)
        parts = [f"{time}  {entry.actor}: {done}"]
        if entry.undone:
            parts.append(self.tr("taken back"))
        steps = []
        for step in entry.steps[:4]:
            shape = step.after or step.before
            about = [self._state.class_name(shape.class_id)] if shape is not None else []
            about += [words.grade(shape.grade)] if shape is not None else []
            about += [self.tr("proposed by {name}").format(name=step.model)] if step.model else []
            about += [f"{step.conf:.2f}"] if step.conf is not None else []
            about += [self.tr("suggested by {name}").format(name=step.agent)] if step.agent else []
            steps += [" · ".join(about)] if about else []
        if len(entry.steps) > 4:
            steps.append(self.tr("and {n} more").format(n=len(entry.steps) - 4))
        return "\n".join([", ".join(parts), *("    " + step for step in dict.fromkeys(steps))])

    def _show(self, row: int) -> None:
        item = self.list.item(row)
        entry: Entry | None = item.data(ENTRY) if item is not None else None
        shown: list[Region] = []
        for step in entry.steps if entry is not None else ():
            shown += [shape.region for shape in (step.before, step.after) if shape is not None]
        self._canvas.show_ghosts([region for region in shown if region.kind != "image"])

    def put_away(self) -> None:
        if self.isVisible():
            self._canvas.show_ghosts([])
        super().put_away()
