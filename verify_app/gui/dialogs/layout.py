"""What large forms are made of: parts that scroll while the buttons stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from verify_app.gui.dialogs.form import Form


class Scrolled(QScrollArea):
    """A part that scrolls up and down, never sideways."""

    def __init__(self, inner: QWidget, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus and is brought into sight
        self.setAccessibleName(name)
        self.setWidget(inner)


def scrolled(inner: QWidget, name: str) -> Scrolled:
    """`inner` in a part that scrolls."""
    area = Scrolled(inner, name)
    area.setMinimumHeight(160)
    area.setMinimumWidth(inner.minimumSizeHint().width() + 20)
    return area


def fill(form: Form, widget: QWidget) -> None:
    """Let `widget` have all the room that a form does not need otherwise."""
    form.insert_above_sentence(widget, 1)
    form.body.setStretch(form.body.indexOf(form.sentence) - 1, 0)  # instead of the empty space


def fit(form: QDialog, width: int, height: int) -> None:
    """As large as wanted, as far as the screen goes; what is open already moves up where it must."""
    there = form.screen().availableGeometry()
    form.resize(min(width, there.width() - 20), min(height, there.height() - 60))
    over = form.frameGeometry().bottom() - there.bottom()
    if form.isVisible() and over > 0:
        form.move(form.x(), max(there.top(), form.y() - over))


def small_button(text: str, call: Callable[[], object]) -> QPushButton:
    """A button beside others that Enter does not press."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(call)
    return button
