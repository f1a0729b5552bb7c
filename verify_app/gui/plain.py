"""Words that are shown as they stand: a name that looks like HTML is a name.

Qt takes any text that begins like HTML for HTML and opens the files that it names; names come from whoever made the
files.
"""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """A label that shows its text as it stands."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.setTextFormat(Qt.TextFormat.PlainText)


def heading(text: str) -> PlainLabel:
    """The heading of a part of a page."""
    label = PlainLabel(text)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.1)
    label.setFont(font)
    return label


def tip(text: str) -> str:
    """A text for where Qt shows words of its own accord, tool tips above all."""
    if not Qt.mightBeRichText(text):
        return text
    return "<p style='white-space:pre-wrap'>" + html.escape(text) + "</p>"
