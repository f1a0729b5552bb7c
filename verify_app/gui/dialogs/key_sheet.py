"""The key sheet, made from the table of actions: searched by typing, copied as text for the wall."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verify_app.gui import theme
from verify_app.gui.dialogs.form import Form, quiet
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell import actions as table
from verify_app.gui.shell.host import Host

PARTS = "parts"
COLUMNS = (("review", PARTS), ("draw", "edit", "help"), ("view", "project", "file"))
ELSEWHERE = {"cancel": "review", "class_1": "review"}
"""Actions in no menu, and the part of the sheet they stand in; the nine classes are one line."""
NUDGES = tuple(f"nudge_{side}" for side in ("left", "right", "up", "down"))
"""Four arrows are one line."""


class Keys(Form):
    """Three columns, one line an action."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, self.tr("Keys"), "")
        on_language_change(self, self.fill)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Find an action or a key"))
        self.sought.setAccessibleName(self.tr("Find an action or a key"))
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(self._search)
        change = QPushButton(self.tr("Change keys…"))
        change.setAutoDefault(False)
        change.clicked.connect(lambda: host.open_form("key_editor"))
        copy = QPushButton(self.tr("Copy as text"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(self.sought, 1)
        row.addWidget(change)
        row.addWidget(copy)
        self.body.insertLayout(0, row)
        self.now = PlainLabel()
        self.now.setWordWrap(True)
        self.body.insertWidget(1, self.now)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.insert_above_sentence(self._area, 100)
        self.insert_above_sentence(
            quiet(
                self.tr(
                    "Wheel zooms at the pointer. Middle-drag or Alt-drag pans. Drag a handle or edge of the selected "
                    "label to resize it, its inside to move it. Alt-click on a corner takes it away."
                )
            )
        )
        if host.open_page is not None:
            host.open_page.state.items_changed.connect(self._say_now)
            host.open_page.canvas.tool_changed.connect(self._say_now)
        self._rows: list[tuple[str, str, str, list[QWidget]]] = []
        host.settings_changed.connect(self.fill)  # by name: Qt lets go of it with the form
        self.fill()

    # --- what it says -------------------------------------------------------------------------------------------

    def lines(self) -> dict[str, list[tuple[str, str]]]:
        """Part of the sheet to its lines: keys and what they do, as they are now."""
        found: dict[str, list[tuple[str, str]]] = {menu: [] for menu in table.MENUS}
        by_id = {action.id: action for action in self.host.table}
        for action in self.host.table:
            menu = action.menu or ELSEWHERE.get(action.id, "")
            if not menu or not action.keys:
                continue
            keys, text = table.key_text(action.keys), table.text_of(action).rstrip("…")
            if action.id == "class_1":
                last = by_id["class_9"].keys
                keys = f"{keys} – {table.key_text(last)}" if last else keys
                text = self.tr("Class of the label, by its number")
            found[menu].append((keys, text))
        for ids, text in (
            (NUDGES, self.tr("Nudge the label by 1 pixel")),
            (tuple(f"{name}_far" for name in NUDGES), self.tr("Nudge the label by 10 pixels")),
        ):
            arrows = [key for name in ids if name in by_id for key in by_id[name].keys]
            found["draw"] += [(_arrows(arrows), text)] if arrows else []
        found[PARTS] = self._of_parts()
        return {menu: rows for menu, rows in found.items() if rows}

    def _of_parts(self) -> list[tuple[str, str]]:
        """Keys that the tools themselves take while an outline or a pose is drawn, or one of its parts is in hand."""
        lines = (
            (". ,", self.tr("Next, previous corner or point")),
            ("Ins", self.tr("New corner after this one")),
            ("Del", self.tr("Corner away; point absent")),
            ("Return", self.tr("Close the outline, end the pose")),
            ("Backspace", self.tr("Last corner or point back")),
            ("O S", self.tr("Next point: occluded, absent")),
            ("Tab", self.tr("Next point of the pose")),
            ("[ ]", self.tr("Smaller, larger brush")),
        )
        return [(table.key_text(keys.split()), text) for keys, text in lines]

    def _title(self, part: str) -> str:
        return self.tr("Corners and points") if part == PARTS else _plain(table.menu_text(part))

    def fill(self) -> None:
        """Make the sheet of the table as it is now."""
        lines = self.lines()
        self._say_now()
        self._rows = []
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(28)
        for menus in COLUMNS:
            column = QVBoxLayout()
            for menu in menus:
                if menu in lines:
                    self._part(column, menu, lines[menu])
            column.addStretch(1)
            row.addLayout(column)
        self._area.setWidget(sheet)
        self._tell_conflicts()
        self._search()

    def _say_now(self, *_: object) -> None:
        """The keys for what the person is at."""
        page = self.host.open_page
        self.now.setVisible(page is not None)
        if page is not None:
            self.now.setText(self.tr("Now: {hints}").format(hints=page.hints.text))

    def _part(self, column: QVBoxLayout, menu: str, lines: list[tuple[str, str]]) -> None:
        title = PlainLabel(self._title(menu))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        grid = QGridLayout()
        grid.addWidget(title, 0, 0, 1, 2)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        for number, (keys, text) in enumerate(lines, start=1):
            shown = PlainLabel(keys)
            palette = shown.palette()
            palette.setColor(shown.foregroundRole(), theme.colour("accent"))
            shown.setPalette(palette)
            said = PlainLabel(text)
            grid.addWidget(shown, number, 0)
            grid.addWidget(said, number, 1)
            self._rows.append((menu, keys, text, [shown, said]))
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(8)

    def _tell_conflicts(self) -> None:
        names = {action.id: table.text_of(action) for action in self.host.table}
        clashes = table.conflicts(self.host.table)
        text = "; ".join(f"{key}: {', '.join(names[i] for i in ids)}" for key, ids in clashes.items())
        self.say(self.tr("Keys that two actions want: {list}").format(list=text) if clashes else "", "warn")

    # --- searching and copying ----------------------------------------------------------------------------------

    def _search(self, _text: str = "") -> None:
        """Fade the lines that are not meant; nothing jumps about."""
        wanted = self.sought.text().strip().casefold()
        for _menu, keys, text, widgets in self._rows:
            fits = wanted in text.casefold() or wanted == keys.casefold() or wanted in keys.casefold().split()
            for widget in widgets:
                widget.setEnabled(fits or not wanted)
        first = next((w for *_, w in self._rows if wanted and w[0].isEnabled()), None)
        if first is not None:
            self._area.ensureWidgetVisible(first[0])

    def as_text(self) -> str:
        """The sheet as plain text, part by part."""
        parts = []
        for menu, rows in self.lines().items():
            width = max(len(keys) for keys, _ in rows)
            listed = [f"  {keys:<{width}}  {text}" for keys, text in rows]
            parts.append("\n".join([self._title(menu), *listed]))
        return "\n\n".join(parts) + "\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
        self.say(self.tr("The list is on the clipboard."), "quiet")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.close()  # the key that showed it puts it away
            return
        super().keyPressEvent(event)

    def adjust_height(self) -> None:
        """The sheet scrolls: it is as high as the screen lets it be, whatever is said under it."""

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the sheet, where the screen has the room."""
        super().showEvent(event)
        self._say_now()
        sheet = self._area.widget().sizeHint()
        room = self.screen().availableSize()
        height = sheet.height() + self.sizeHint().height() - self._area.sizeHint().height()
        self.resize(min(sheet.width() + 60, room.width() - 40), min(height + 12, room.height() - 60))
        self.move(_within(self.screen().availableGeometry(), self.size(), self.host.widget.geometry().center()))
        self.sought.setFocus()


def _plain(text: str) -> str:
    """A menu's name without its mnemonic: ``&File`` and ``ファイル(&F)``."""
    name, sign, _rest = text.partition("(&")
    return name if sign else text.replace("&", "")


def _within(room: QRect, size: QSize, centre: QPoint) -> QPoint:
    """Where a window with a frame of that size lies round a point and yet wholly on the screen."""
    x = min(max(centre.x() - size.width() // 2, room.left() + 10), room.right() - 10 - size.width())
    y = min(max(centre.y() - size.height() // 2, room.top() + 40), room.bottom() - 10 - size.height())
    return QPoint(x, y) - QPoint(5, 30)  # the frame's own corner is meant, which is not known before it is there


def _arrows(keys: list[str]) -> str:
    """Four keys as short as they can be said: the arrows by their signs, what is held with all of them once."""
    held = keys[0].removesuffix("Left")
    if keys == [held + side for side in ("Left", "Right", "Up", "Down")]:
        return f"{held}← → ↑ ↓"
    return table.key_text(keys)
