"""The window's actions: the table with the person's own keys, and Qt's actions made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from verify_app.gui import icons
from verify_app.gui.shell.action_table import ACTIONS, MENUS, NUDGING, REPEATING, Action
from verify_app.gui.shell.held_keys import HeldKeys
from verify_app.gui.shell.host import Host

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


__all__ = [
    "ACTIONS",
    "MENUS",
    "NUDGING",
    "Action",
    "build",
    "conflicts",
    "hang_on",
    "key_text",
    "menu_text",
    "rebind",
    "rename",
    "text_of",
    "tooltip",
    "with_keys",
]


def with_keys(actions: tuple[Action, ...], chosen: Mapping[str, str]) -> tuple[Action, ...]:
    """The table with the person's own keys: action id to keys, several separated by blanks, empty for none."""
    if not chosen:
        return actions
    return tuple(a._replace(keys=tuple(chosen[a.id].split())) if a.id in chosen else a for a in actions)


def conflicts(actions: Iterable[Action]) -> dict[str, list[str]]:
    """Keys that more than one action wants, with the actions' ids."""
    users: dict[str, list[str]] = {}
    for action in actions:
        for key in action.keys:
            users.setdefault(QKeySequence(key).toString(), []).append(action.id)
    return {key: ids for key, ids in users.items() if len(ids) > 1}


def text_of(action: Action) -> str:
    """The action's name on the screen."""
    text = QCoreApplication.translate("actions", action.text)
    return text.format(n=action.id.removeprefix("class_")) if "{n}" in text else text


def menu_text(menu: str) -> str:
    """A menu's name on the screen."""
    return QCoreApplication.translate("actions", MENUS[menu])


def key_text(keys: Iterable[str]) -> str:
    """Keys as this system writes them, for reading."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(key).toString(native) for key in keys)


def tooltip(action: Action) -> str:
    """Name and first key."""
    text = text_of(action)
    return f"{text}  ({key_text(action.keys[:1])})" if action.keys else text


def build(host: Host, actions: tuple[Action, ...]) -> dict[str, QAction]:
    """Make Qt's actions of the table and hang them into the window; menus are filled when first opened.

    Actions whose keys work on the canvas alone are hung into it by `hang_on` when there is one.
    """
    made: dict[str, QAction] = {}
    held = HeldKeys(host.widget)
    for action in actions:
        qt = QAction(text_of(action), host.widget)
        if action.icon:
            qt.setIcon(icons.icon(action.icon))
        _bind(qt, action)
        qt.setCheckable(action.checkable)
        if action.id not in REPEATING:
            qt.setAutoRepeat(False)
            qt.installEventFilter(held)
        qt.triggered.connect(lambda _on=False, call=action.call: call(host))
        host.widget.addAction(qt)
        made[action.id] = qt
    return made


def _bind(qt: QAction, action: Action) -> None:
    if action.widget_keys:
        qt.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    if action.keys or qt.shortcuts():
        qt.setShortcuts([QKeySequence(key) for key in action.keys])


def rebind(made: Mapping[str, QAction], actions: tuple[Action, ...]) -> None:
    """Give Qt's actions the table's keys."""
    for action in actions:
        _bind(made[action.id], action)


def rename(made: Mapping[str, QAction], actions: tuple[Action, ...]) -> None:
    """Give Qt's actions their names anew: the language is another."""
    for action in actions:
        made[action.id].setText(text_of(action))


def hang_on(canvas: QWidget, made: Mapping[str, QAction], actions: Iterable[Action]) -> None:
    """Give the canvas the actions whose keys work there alone."""
    for action in actions:
        if action.widget_keys:
            canvas.addAction(made[action.id])
