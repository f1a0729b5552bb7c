"""The menu in which a person chooses a class's colour: one of the ten that all eyes tell apart, or any other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from verify_app.gui import theme

SIDE = 16


def add_to(menu: QMenu, now: QColor, take: Callable[[str], object]) -> None:
    """Add it to a menu; `take` is given the colour's name, empty for the usual one."""
    translate = QCoreApplication.translate
    colours = menu.addMenu(translate("ClassList", "Colour"))
    theme.edge(colours)
    for colour in theme.palette_colours()[: theme.COLOURS[1]]:
        entry = colours.addAction(_swatch(colour), colour.name())
        entry.setCheckable(True)
        entry.setChecked(colour == now)
        entry.triggered.connect(partial(_take, take, colour))
    colours.addSeparator()
    parent = menu.parentWidget()
    colours.addAction(translate("ClassList", "Another colour…")).triggered.connect(lambda: ask(parent, now, take))
    colours.addAction(translate("ClassList", "Usual colour")).triggered.connect(lambda: take(""))


def ask(parent: QWidget | None, now: QColor, take: Callable[[str], object]) -> None:
    """Show all colours of the program and those of the screen; nothing waits for an answer."""
    dialog = QColorDialog(now, parent)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for place, colour in enumerate(theme.palette_colours()):
        QColorDialog.setStandardColor(place, colour)
    dialog.colorSelected.connect(lambda colour: take(colour.name()))
    dialog.setModal(False)
    dialog.show()


def _take(take: Callable[[str], object], colour: QColor, _on: bool = False) -> None:
    take(colour.name())


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(QSize(SIDE, SIDE))
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        theme.paint_square(painter, QRectF(1, 1, SIDE - 2, SIDE - 2), colour)
    return QIcon(picture)
