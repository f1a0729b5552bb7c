"""The crop grid by mouse: a row of buttons above the crops and a menu on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from verify_app.gui.panels.header import name_button
from verify_app.gui.review.image_menu import context_menu

if TYPE_CHECKING:
    from verify_app.gui.grid.page import GridPage

DECISIONS = ("accept", "reject", "fix_later")
SELECTIONS = ("select_all", "select_alike")


class CropButtons(QWidget):
    """What the keys do to the crops in hand; buttons never take the focus."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in (*DECISIONS, "class", *SELECTIONS):
            button = QToolButton(self)
            button.setDefaultAction(actions[name])
            button.setAutoRaise(True)
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            actions[name].changed.connect(self.name_buttons)
            self.buttons[name] = button
            row.addWidget(button)
        self.name_buttons()

    def name_buttons(self) -> None:
        """Say what each button does and its key, as they are now."""
        for button in self.buttons.values():
            name_button(button)


def crop_menu(page: GridPage, actions: Mapping[str, QAction], show: Callable[[int], object]) -> QMenu:
    """The menu of the crops in hand, for one use; `show` opens a place in its image."""
    menu = context_menu(page)
    if page.chosen():
        menu.addActions([actions[name] for name in (*DECISIONS, "class")])
        menu.addSeparator()
    place = page.view.current
    if page.view.selected == {place}:
        text = QCoreApplication.translate("GridPage", "Show in its image")
        menu.addAction(text).triggered.connect(lambda: show(place))
    menu.addActions([actions[name] for name in (*SELECTIONS, "crop_grid")])
    return menu
