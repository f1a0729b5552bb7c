"""The context menu of the image list, for one image or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from verify_app.app.project.origins import wants_reason
from verify_app.core.vocabulary import Origin
from verify_app.gui import theme
from verify_app.gui.i18n import words

if TYPE_CHECKING:
    from verify_app.gui.review.page import ReviewPage


def context_menu(parent: QWidget) -> QMenu:
    """A menu for one use."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    theme.edge(menu)
    return menu


def say_origin(page: ReviewPage, ids: list[int], origin: Origin) -> None:
    """Say where images come from; why, where that goes against what was said of one, is asked for in place."""
    if not wants_reason(page.state.session, ids, origin):
        page.images.set_origin(ids, origin)
        return
    text = QCoreApplication.translate("ImageMenu", "Said to be something else so far. Why is it {origin}?")
    question = text.format(origin=words.origin(origin))
    page.message.ask_text(
        question, lambda reason: page.images.set_origin(ids, origin, reason=reason), back_to=page.canvas
    )


def image_menu(page: ReviewPage, ids: list[int]) -> QMenu:
    """The list's context menu for the selected images."""
    images = page.images

    def tr(text: str) -> str:
        return QCoreApplication.translate("ImageMenu", text)

    menu = context_menu(page)
    heading = menu.addAction(tr("1 image") if len(ids) == 1 else tr("{n} images").format(n=len(ids)))
    heading.setEnabled(False)
    menu.addSeparator()
    menu.addAction(tr("Reserve for gold")).triggered.connect(lambda: images.set_gold(ids, True))
    menu.addAction(tr("Release from gold")).triggered.connect(lambda: images.set_gold(ids, False))
    origins = menu.addMenu(tr("Origin"))
    theme.edge(origins)
    for origin in Origin:
        entry = origins.addAction(words.origin(origin))
        entry.triggered.connect(lambda _on=False, o=origin: say_origin(page, ids, o))
    menu.addAction(tr("Reopen")).triggered.connect(lambda: images.reopen(ids))
    menu.addSeparator()
    menu.addAction(tr("Remove from the project")).triggered.connect(lambda: images.remove(ids))
    return menu
