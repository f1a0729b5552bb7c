"""Change any key: find the action, press the key; who has it already is said, and one click takes it over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from verify_app.gui import icons
from verify_app.gui.dialogs.form import Form
from verify_app.gui.dialogs.preset_field import PresetField
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell import actions as table
from verify_app.gui.shell.actions import Action
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.key_presets import preset

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_ID = int(Qt.ItemDataRole.UserRole)


class KeyCatcher(QPushButton):
    """A button that, once pressed, takes the next key whatever it is: Tab, Esc and Space too."""

    caught = Signal(str)

    def __init__(self, text: str, armed: str) -> None:
        super().__init__(text)
        self._armed_text = armed
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.words = PlainLabel()
        self.toggled.connect(lambda on: self.words.setText(self._armed_text if on else ""))

    def name(self, armed: str) -> None:
        """What it says while it waits."""
        self._armed_text = armed

    def event(self, event: QEvent) -> bool:
        if self.isChecked() and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS or event.key() in (0, Qt.Key.Key_unknown):
            return
        self.setChecked(False)
        self.caught.emit(key_of(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setChecked(False)
        super().focusOutEvent(event)


def key_of(event: QKeyEvent) -> str:
    """The pressed key in the table's notation; Shift that only makes the sign (``?``) is no part of it."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    if key == Qt.Key.Key_Backtab:
        key, held = Qt.Key.Key_Tab, held | shift
    elif len(event.text()) == 1 and event.text().isprintable() and not event.text().isalnum() and event.text() != " ":
        held &= ~shift
    return QKeySequence(QKeyCombination(held, key)).toString()


class KeyEditor(Form):
    """List of actions above, the chosen one's keys below."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, self.tr("Change keys"), "")
        on_language_change(self, self._say_anew)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Find an action or a key"))
        self.sought.setAccessibleName(self.tr("Find an action or a key"))
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(lambda _text: self.fill())
        self.body.insertWidget(0, self.sought)
        self.preset = PresetField(host)
        self.preset.told.connect(lambda text: self.say(text, "quiet"))
        self.row(self.tr("Keys as in"), self.preset)
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setMinimumHeight(260)
        self.list.setAlternatingRowColors(True)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show())
        self.list.itemActivated.connect(lambda _item, _column: self._arm())
        self.insert_above_sentence(self.list, 100)
        self._wish: tuple[str, str] | None = None
        self._add_buttons()
        self.keep_open()
        host.settings_changed.connect(self.fill)  # by name: Qt lets go of it with the form
        self.fill()

    def _add_buttons(self) -> None:
        self._keys = QHBoxLayout()
        holder = QWidget()
        holder.setLayout(self._keys)
        self._keys.setContentsMargins(0, 0, 0, 0)
        self.catcher = KeyCatcher(self.tr("Add a key"), self.tr("Press the key now; a click elsewhere leaves it."))
        self.catcher.caught.connect(self.wish)
        self.sought.returnPressed.connect(self.catcher.setFocus)
        self.take_over = QPushButton()
        self.take_over.setAutoDefault(False)
        self.take_over.clicked.connect(self._take_over)
        self.take_over.hide()
        self.reset = QPushButton(self.tr("Reset this one"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        self.reset_all = QPushButton(self.tr("Reset all"))
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(self._reset_all)
        row = QHBoxLayout()
        for button in (self.catcher, self.reset, self.reset_all):
            row.addWidget(button)
        row.addWidget(self.catcher.words, 1)
        below = QWidget()
        below.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (holder, below, self.take_over):
            self.insert_above_sentence(widget)

    # --- the list -----------------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the actions that fit what is typed, with the keys they have now."""
        chosen = self.action.id if self.action is not None else ""
        wanted = self.sought.text().strip().casefold()
        self.list.blockSignals(True)
        self.list.clear()
        own = self.host.settings.keys
        for action in self.host.table:
            text, keys = table.text_of(action).rstrip("…"), table.key_text(action.keys)
            if wanted and wanted not in text.casefold() and wanted not in keys.casefold().split():
                continue
            item = QTreeWidgetItem([text, keys])
            item.setData(0, _ID, action.id)
            font = item.font(1)
            font.setBold(action.id in own)  # what the person changed
            item.setFont(1, font)
            self.list.addTopLevelItem(item)
            if action.id == chosen:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self.list.resizeColumnToContents(0)
        self.list.blockSignals(False)
        self.reset_all.setEnabled(bool(own))
        self.preset.tell()
        self._show()

    @property
    def action(self) -> Action | None:
        """The chosen action."""
        item = self.list.currentItem()
        wanted = item.data(0, _ID) if item is not None else None
        return next((a for a in self.host.table if a.id == wanted), None)

    def choose(self, action_id: str) -> None:
        """Choose an action of the list."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, _ID) == action_id:
                self.list.setCurrentItem(item)

    def _arm(self) -> None:
        """Enter on an action waits for its new key."""
        self.catcher.setFocus()
        self.catcher.setChecked(True)

    def _show(self) -> None:
        """The chosen action's keys, each a button that takes it away."""
        self._drop_wish()
        while self._keys.count():
            widget = self._keys.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        action = self.action
        self.catcher.setEnabled(action is not None)
        self.reset.setEnabled(action is not None and action.id in self.host.settings.keys)
        if action is None:
            return
        self._keys.addWidget(PlainLabel(table.text_of(action).rstrip("…")))
        for key in action.keys:
            button = QPushButton(icons.icon("close"), table.key_text([key]))
            button.setAutoDefault(False)
            button.setToolTip(self.tr("Take this key away"))
            button.setAccessibleName(self.tr("Take {key} away").format(key=key))
            button.clicked.connect(lambda _on=False, k=key: self._remove(k))
            self._keys.addWidget(button)
        self._keys.addStretch(1)

    # --- changing keys ------------------------------------------------------------------------------------------

    def wish(self, key: str) -> None:
        """Give the chosen action a key; when it is another's, say whose and offer to take it over."""
        action = self.action
        if action is None or key in action.keys:
            return
        holder = self._holder(key)
        shown = table.key_text([key])
        if holder is None:
            self._keep({action.id: [*action.keys, key]})
            self.say(self.tr("{key} is set.").format(key=shown), "good")
        else:
            other = table.text_of(holder).rstrip("…")
            self._wish = (action.id, key)
            self.say(self.tr("{key} belongs to “{other}”.").format(key=shown, other=other), "warn")
            self.take_over.setText(self.tr("Take {key} over").format(key=shown))
            self.take_over.show()
            self.take_over.setFocus()

    def _holder(self, key: str) -> Action | None:
        plain = QKeySequence(key).toString()
        for action in self.host.table:
            if any(QKeySequence(own).toString() == plain for own in action.keys):
                return action
        return None

    def _take_over(self) -> None:
        if self._wish is None:
            return
        action_id, key = self._wish
        holder = self._holder(key)
        mine = next(a for a in self.host.table if a.id == action_id)
        changed = {action_id: [*mine.keys, key]}
        if holder is not None and holder.id != action_id:
            changed[holder.id] = [own for own in holder.keys if QKeySequence(own) != QKeySequence(key)]
        self._keep(changed)
        text = self.tr("{key} is set.").format(key=table.key_text([key]))
        if holder is not None and not changed.get(holder.id, True):
            text += " " + self.tr("“{other}” has no key now.").format(other=table.text_of(holder).rstrip("…"))
        self.say(text, "good")

    def _drop_wish(self) -> None:
        self._wish = None
        self.take_over.hide()
        self.say("")

    def _remove(self, key: str) -> None:
        action = self.action
        if action is not None:
            self._keep({action.id: [own for own in action.keys if own != key]})

    def _keep(self, changed: Mapping[str, Iterable[str]]) -> None:
        """Keep keys that differ from the preset's."""
        standard = self._standard()
        keys = {**self.host.settings.keys, **{name: " ".join(new) for name, new in changed.items()}}
        self.host.change_settings(keys={name: new for name, new in keys.items() if new != standard.get(name)})

    def _standard(self) -> dict[str, str]:
        """Every action's keys in the preset."""
        chosen = preset(self.host.settings.preset)
        return {action.id: chosen.get(action.id, " ".join(action.keys)) for action in table.ACTIONS}

    def _reset(self) -> None:
        """The preset's keys for this action; those that another has by now stay there, and are named."""
        action = self.action
        if action is None:
            return
        others = [a for a in self.host.table if a.id != action.id]
        taken = {QKeySequence(key).toString(): a for a in others for key in a.keys}
        wanted = self._standard()[action.id].split()
        free = [key for key in wanted if QKeySequence(key).toString() not in taken]
        self._keep({action.id: free})
        for key in wanted:
            if key not in free:
                self.wish(key)
                return

    def _reset_all(self) -> None:
        self.host.change_settings(keys={})

    def _say_anew(self) -> None:
        """The list in another language."""
        self.catcher.name(self.tr("Press the key now; a click elsewhere leaves it."))
        self.fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sought.setFocus()
