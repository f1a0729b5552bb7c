"""Words in place of a picture: loading, empty, cannot be read, missing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from verify_app.gui import icons, theme
from verify_app.gui.i18n import messages

PATIENCE_MS = 150
"""A picture that comes sooner needs no word about loading."""


class CanvasNotice(QWidget):
    """A sign in the middle of the canvas; takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = self.title = self.text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def say(self, icon: str, title: str, text: str = "", *, later: bool = False) -> None:
        """Show an icon, a title and a sentence; `later` waits a moment first."""
        self._icon, self.title, self.text = icon, title, text
        self.setAccessibleName(f"{title} {messages.said(text)}".strip())
        if later:
            self.hide()
            self._timer.start()
        else:
            self._appear()

    def reword(self, anew: Callable[[str], str]) -> None:
        """Say the same in another language."""
        self.title, self.text = anew(self.title), anew(self.text)
        self.setAccessibleName(f"{self.title} {messages.said(self.text)}".strip())
        self.update()

    def clear(self) -> None:
        """Nothing to say."""
        self._timer.stop()
        self.hide()

    def _appear(self) -> None:
        self._timer.stop()
        self.place()
        self.show()
        self.update()

    def place(self) -> None:
        """In the middle of the canvas."""
        parent = self.parentWidget()
        width, height = min(560, parent.width() - 24), min(190, parent.height())
        self.setGeometry((parent.width() - width) // 2, (parent.height() - height) // 2, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.width() / 2
        icons.paint(painter, self._icon, QRectF(middle - 20, 8, 40, 40), theme.colour("quiet"))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        used = painter.boundingRect(QRectF(0, 58, self.width(), 60), flags, self.title)
        painter.drawText(used, flags, self.title)
        painter.setFont(self.font())
        painter.setPen(theme.colour("quiet"))
        painter.drawText(QRectF(0, used.bottom() + 8, self.width(), 100), flags, messages.said(self.text))
