"""The menus of the window, each filled from the table of actions when it is first opened."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from verify_app.gui import theme
from verify_app.gui.shell.action_table import BREAKS, MENUS
from verify_app.gui.shell.actions import menu_text
from verify_app.gui.shell.apply_settings import add_languages
from verify_app.gui.shell.host import Host


class MenuBar(QMenuBar):
    """Knows the table of actions and nothing of what they do."""

    def __init__(self, host: Host) -> None:
        super().__init__()  # made here, as are its menus: see `fast_viewport`
        self._host = host
        for name in MENUS:
            menu = QMenu(menu_text(name), self)
            menu.setObjectName(name)
            self.addMenu(menu)
            menu.aboutToShow.connect(lambda m=menu, n=name: self._fill(m, n))

    def _fill(self, menu: QMenu, name: str) -> None:
        theme.edge(menu)
        if not menu.isEmpty():
            return
        for action in self._host.table:
            if action.menu == name:
                if action.id in BREAKS and not menu.isEmpty():
                    menu.addSeparator()
                menu.addAction(self._host.actions_by_id[action.id])
        if name == "view":
            add_languages(self._host, menu)

    def rename(self) -> None:
        """Give the menus their names anew; each is filled again when it is next opened."""
        for entry in self.actions():
            menu = entry.menu()
            if isinstance(menu, QMenu) and menu.objectName() in MENUS:
                menu.setTitle(menu_text(menu.objectName()))
                menu.clear()
