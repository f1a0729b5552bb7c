"""The message line: what was just done, what was refused and why, or a question that is answered in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from verify_app.gui import icons, theme
from verify_app.gui.i18n import messages
from verify_app.gui.plain import PlainLabel, tip

_ICONS = {"note": "info", "good": "accept", "warn": "warning", "bad": "warning"}
_ROLES = {"note": "quiet", "good": "good", "warn": "warn", "bad": "bad"}
LINGER_MS = {"note": 6000, "good": 4000}
"""After this the hint comes back; warnings stay until something else is said."""

BETWEEN = "   "
"""Between the parts of a hint, each of which says something by itself."""


class MessageBar(QWidget):
    """Never takes the focus by itself, except to be answered; never covers the image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.text, self.hint, self.aside = "note", "", "", ""
        self.said = ""  # the sentence before it is translated and keys are named in it
        self.key_of: Callable[[str], str] = str
        self._answer: Callable[[str], None] | None = None
        self._buttons: list[QPushButton] = []
        self._back_to: QWidget | None = None
        self.field: QLineEdit | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 2, 8, 2)
        self._layout.setSpacing(6)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.setAccessibleName(self.tr("Messages"))

    def sizeHint(self) -> QSize:
        return QSize(300, self.fontMetrics().height() + 14)

    # --- saying -----------------------------------------------------------------------------------------

    def say(self, text: str, kind: str = "note") -> None:
        """Show a sentence; ``[accept]`` in it stands for that action's key as it is now."""
        self.kind, self.said = kind, text
        text = self.text = messages.with_keys(text, self.key_of)
        self.setAccessibleDescription(text)
        self.setToolTip(tip(text))
        if kind in LINGER_MS:
            self._timer.start(LINGER_MS[kind])
        else:
            self._timer.stop()
        self.update()

    def reword(self, anew: Callable[[str], str]) -> None:
        """Say the sentence in another language."""
        if self.text:
            self.say(anew(self.said), self.kind)

    def set_hint(self, text: str) -> None:
        """What is shown when there is nothing to say."""
        self.hint = text
        self.update()

    def set_aside(self, text: str) -> None:
        """What is said at the right while there is room: a word about the image, not about what was done."""
        if text != self.aside:
            self.aside = text
            self.update()

    def clear(self) -> None:
        """Back to the hint."""
        self._timer.stop()
        self.text = ""
        self.setToolTip("")
        self.update()

    # --- asking -----------------------------------------------------------------------------------------

    def ask_text(self, question: str, answer: Callable[[str], None], *, back_to: QWidget) -> None:
        """Ask for a line of text in place: Enter answers, Esc leaves."""
        self.dismiss()
        self._answer, self._back_to = answer, back_to
        label = PlainLabel(question)
        self.field = _Field(self)
        self.field.setAccessibleName(question)
        self.field.setMaximumWidth(420)
        self.field.returnPressed.connect(self._answered)
        self._layout.addWidget(label)
        self._layout.addWidget(self.field, 1)
        self._layout.addStretch(1)
        label.show()
        self.field.show()  # at once: what is not shown yet cannot take the focus, and the next key is text already
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.update()

    def ask_choice(self, question: str, choices: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Ask in place with buttons; the review goes on meanwhile."""
        self.dismiss()
        self._layout.addWidget(PlainLabel(question))
        for text, chosen in choices:
            button = QPushButton(text)
            button.clicked.connect(lambda _on=False, act=chosen: (self.dismiss(), act()))
            self._buttons.append(button)
            self._layout.addWidget(button)
        self._layout.addStretch(1)
        self.update()

    @property
    def asking(self) -> bool:
        return self._layout.count() > 0

    def dismiss(self) -> None:
        """Take a question away."""
        while self._layout.count():
            widget = self._layout.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.clear()
        self.field = self._answer = None
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._back_to = None
        self.update()

    def _answered(self) -> None:
        answer, text = self._answer, self.field.text() if self.field else ""
        self.dismiss()
        if answer is not None:
            answer(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        if self.asking:
            return
        text, tone = (self.text, theme.colour(_ROLES[self.kind])) if self.text else (self.hint, theme.colour("quiet"))
        x = 10.0
        if self.text:
            icons.paint(painter, _ICONS[self.kind], QRectF(x, self.height() / 2 - 8, 16, 16), tone)
            x += 23
        strong = self.text and self.kind in ("warn", "bad")
        painter.setPen(theme.colour("text") if strong or self.text else theme.colour("quiet"))
        width = int(self.width() - x - 8)
        measure = self.fontMetrics().horizontalAdvance
        aside = measure(self.aside) + 24
        if self.aside and not self.text:
            text = fitting(text, lambda shorter: measure(shorter) + aside < width)
        if self.aside and text and measure(text) + aside < width:
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(QRectF(x, 0, width - 4, self.height()), right, self.aside)
        elif self.aside and not self.text:
            text = self.aside  # why this image is next says more than the keys
        shown = self.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(x, 0, width, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)


def fitting(hint: str, fits: Callable[[str], bool]) -> str:
    """As many of the hint's parts as fit, the first ones and always the last; empty when not even that does."""
    parts = hint.split(BETWEEN)
    while parts and not fits(BETWEEN.join(parts)):
        del parts[max(0, len(parts) - 2)]
    return BETWEEN.join(parts)


class _Field(QLineEdit):
    """Esc leaves the question unanswered."""

    def __init__(self, bar: MessageBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._bar.dismiss()
            return
        super().keyPressEvent(event)
