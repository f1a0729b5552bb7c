"""The key sheet, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from verify_app.gui import actions as table
from verify_app.gui import theme
from verify_app.gui.dialogs.form import Form, quiet

if TYPE_CHECKING:
    from verify_app.gui.window import MainWindow

COLUMNS = (("review",), ("edit", "view"), ("file", "project", "help"))


class Keys(Form):
    """Three columns, one line an action."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, self.tr("Keys"), "")
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        for menus in COLUMNS:
            column = QVBoxLayout()
            for menu in menus:
                self._part(column, menu)
            column.addStretch(1)
            row.addLayout(column)
        self.insert_above_sentence(sheet)
        mouse = self.tr(
            "Wheel zooms at the pointer. Middle-drag or Alt-drag pans. Drag a handle or edge of the selected label to "
            "resize it, its inside to move it. Arrows nudge it by one pixel, with Shift by ten."
        )
        self.insert_above_sentence(quiet(mouse))
        clashes = table.conflicts(window.table)
        if clashes:
            text = "; ".join(f"{key}: {', '.join(ids)}" for key, ids in clashes.items())
            self.say(self.tr("Keys that two actions want: {list}").format(list=text), "warn")

    def _part(self, column: QVBoxLayout, menu: str) -> None:
        rows = [a for a in self.window_.table if a.menu == menu and a.keys]
        if menu == "review":
            rows += [a for a in self.window_.table if a.id == "cancel"]
        if not rows:
            return
        title = QLabel(table.menu_text(menu).replace("&", ""))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        grid = QGridLayout()
        grid.addWidget(title, 0, 0, 1, 2)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        for line, action in enumerate(rows, start=1):
            keys = QLabel(
                "  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.keys)
            )
            palette = keys.palette()
            palette.setColor(keys.foregroundRole(), theme.colour("accent"))
            keys.setPalette(palette)
            grid.addWidget(keys, line, 0)
            grid.addWidget(QLabel(table.text_of(action).rstrip("…")), line, 1)
        if menu == "review":
            line = grid.rowCount()
            digits = QLabel("1 – 9")
            digits.setPalette(keys.palette())
            grid.addWidget(digits, line, 0)
            grid.addWidget(QLabel(self.tr("Class of the label, by its number")), line, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(8)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
