"""What can be done to several images at once, from the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from verify_app.core.vocabulary import Origin
from verify_app.gui import theme
from verify_app.gui.deciding import Deciding
from verify_app.gui.panels import words


def context_menu(parent: QWidget) -> QMenu:
    """A menu for one use."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    theme.edge(menu)
    return menu


def image_menu(parent: QWidget, deciding: Deciding, ids: list[int]) -> QMenu:
    """The list's context menu for the selected images."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ImageMenu", text)

    menu = context_menu(parent)
    heading = menu.addAction(tr("1 image") if len(ids) == 1 else tr("{n} images").format(n=len(ids)))
    heading.setEnabled(False)
    menu.addSeparator()
    menu.addAction(tr("Reserve for gold")).triggered.connect(lambda: deciding.set_gold(ids, True))
    menu.addAction(tr("Release from gold")).triggered.connect(lambda: deciding.set_gold(ids, False))
    origins = menu.addMenu(tr("Origin"))
    theme.edge(origins)
    for origin in Origin:
        entry = origins.addAction(words.origin(origin))
        entry.triggered.connect(lambda _on=False, o=origin: deciding.set_origin(ids, o))
    menu.addAction(tr("Reopen")).triggered.connect(lambda: deciding.reopen(ids))
    menu.addSeparator()
    menu.addAction(tr("Remove from the project")).triggered.connect(lambda: deciding.remove(ids))
    return menu
