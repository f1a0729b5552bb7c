"""A line under the image that says of a honeypot or a blind image what it is, or what was altered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from verify_app.gui import theme
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel


class TrialBar(QWidget):
    """A word, sentences, and a button that goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead, self.words, self.on = PlainLabel(), PlainLabel(), QPushButton(self.tr("Go on  (Enter)"))
        self.renew: Callable[[], object] = lambda: None
        self.key_of: Callable[[str], str] = str
        font = self.lead.font()
        font.setBold(True)
        self.lead.setFont(font)
        self.words.setWordWrap(True)
        self.on.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self.lead)
        row.addWidget(self.words, 1)
        row.addWidget(self.on)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("alternate"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        on_language_change(self, self._say_anew)
        self.hide()

    def _say_anew(self) -> None:
        self.renew()

    def say(self, lead: str, role: str, words: str, *, goes_on: bool) -> None:
        """Show this; `goes_on`: there is nothing left to do on this image."""
        palette = self.lead.palette()
        palette.setColor(self.lead.foregroundRole(), theme.colour(role))
        self.lead.setPalette(palette)
        self.lead.setText(lead)
        self.words.setText(words)
        self.on.setVisible(goes_on)
        self.setAccessibleName(f"{lead} {words}")
        self.show()
