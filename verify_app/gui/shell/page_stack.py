"""Pages in the place of the images: shown one at a time, left by Esc, which comes back to where one was."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels.message import MessageBar
from verify_app.gui.plain import PlainLabel, tip

if TYPE_CHECKING:
    from verify_app.gui.shell.host import Host

PAGES = {
    "monitor": ("monitor_page", "MonitorPage"),
    "evaluation": ("evaluation_page", "EvaluationPage"),
    "data": ("data_page", "DataPage"),
}
"""Name to module in `gui.pages` and class; adding a page is one line here and one file."""

REVIEW_MENUS = ("edit", "review", "draw", "view", "")
"""Menus whose actions are about the image, which nobody sees while a page is in front."""


class Content(Protocol):
    """What a page shows."""

    heading: str
    """What the page is called, on the screen."""

    def refresh(self) -> None:
        """Show what is known now: the page has come to the front."""

    def leave(self) -> None:
        """The page is not in front any more: nothing goes on that only it needed."""


class PageFrame(QWidget):
    """Heading, way back, what the page shows, and its message line."""

    def __init__(self, name: str, host: Host, back: Callable[[], object]) -> None:
        super().__init__()
        module, kind = PAGES[name]
        self.setObjectName(name)
        self.widget: QWidget = getattr(importlib.import_module(f"verify_app.gui.pages.{module}"), kind)(host, self.say)
        self.message = MessageBar()
        self.heading = PlainLabel()
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.heading.setFont(font)
        self.back = QPushButton(self.tr("Back to the images"))
        self.back.setToolTip(tip(QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText)))
        self.back.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 6)
        row.addWidget(self.heading, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.widget, 1)
        column.addWidget(self.message)
        self.back.clicked.connect(back)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(back)
        self.name_anew()
        on_language_change(self, self.name_anew)

    @property
    def content(self) -> Content:
        """What the page shows."""
        return cast("Content", self.widget)

    def say(self, text: str, kind: str = "note") -> None:
        """A sentence in the page's message line."""
        self.message.say(text, kind)

    def name_anew(self) -> None:
        """The heading in the language of now."""
        self.heading.setText(self.content.heading)
        self.setAccessibleName(self.content.heading)


class PageStack(QObject):
    """Which page is in front of the images, if any.

    Parameters
    ----------
    host : Host
        The window.
    layout : QVBoxLayout
        Where the review page stands first, and pages in its place.
    """

    def __init__(self, host: Host, layout: QVBoxLayout) -> None:
        super().__init__(host.widget)
        self._host, self._layout = host, layout
        self._made: dict[str, PageFrame] = {}
        self.front: PageFrame | None = None
        self._focus: QWidget | None = None

    def show(self, name: str) -> PageFrame:
        """Bring a page to the front; it is made when it is first wanted."""
        frame = self._made.get(name)
        if frame is None:
            frame = self._made[name] = PageFrame(name, self._host, self.leave)
            self._layout.insertWidget(0, frame, 1)
        if self.front is frame:
            frame.content.refresh()
            return frame
        if self.front is None:
            self._focus = QApplication.focusWidget()
        else:
            self._hide(self.front)
        self.front = frame
        self._put_images(away=True)
        frame.name_anew()
        frame.show()
        frame.widget.setFocus()
        frame.content.refresh()
        return frame

    def leave(self) -> None:
        """Back to the image, its place and its selection."""
        frame, self.front = self.front, None
        if frame is None:
            return
        self._hide(frame)
        self._put_images(away=False)
        page = self._host.open_page
        if page is not None:
            focus, self._focus = self._focus, None
            (focus if focus is not None and page.isAncestorOf(focus) else page.canvas).setFocus()
            page.state.attention()  # nobody looked at the image meanwhile

    def close(self) -> None:
        """The project is left: nothing of it stays."""
        frame, self.front, self._focus = self.front, None, None
        if frame is not None:
            self._hide(frame)
        for made in self._made.values():
            made.deleteLater()
        self._made.clear()

    def say(self, text: str, kind: str) -> bool:
        """Say a sentence where a page is in front; whether there is one."""
        if self.front is None:
            return False
        self.front.say(text, kind)
        return True

    def _hide(self, frame: PageFrame) -> None:
        frame.content.leave()
        frame.hide()

    def _put_images(self, *, away: bool) -> None:
        page = self._host.open_page
        if page is None:
            return
        page.setVisible(not away)
        page.behind = away
        for action in self._host.table:
            if action.needs == "project" and action.menu in REVIEW_MENUS:
                self._host.actions_by_id[action.id].setEnabled(not away)
        page.enable()
