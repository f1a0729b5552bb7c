"""The line above the image: its place in the list, its name and state, and buttons for the mouse."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from verify_app.app.review.image_view import ReviewImage
from verify_app.core.vocabulary import Grade, Origin
from verify_app.gui import icons, theme
from verify_app.gui.i18n import words
from verify_app.gui.panels.elide import shortened
from verify_app.gui.plain import tip

BUTTONS = ("select", "box", "", "accept", "reject", "fix_later", "", "flag", "empty", "", "complete")


class _Title(QWidget):
    """Place, name and state of the image."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = self.name = self.state = self.detail = ""
        self._icon, self._role = "", "quiet"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(140)

    def show_image(self, review: ReviewImage | None, place: str) -> None:
        """Show an image's name and state."""
        self.place = place
        if review is None:
            self.name = self.state = self.detail = self._icon = ""
        else:
            self.name = review.name
            self.state = words.image_state(review.state)
            self._icon = icons.state_icon(review.state.value, attested=review.attested)
            self._role = "accent" if review.attested else words.STATE_ROLES[review.state]
            parts = [words.grade(Grade.ATTESTED)] if review.attested else []
            parts += [words.origin(review.origin)] if review.origin is not Origin.REAL else []
            parts += [self.tr("gold")] if review.gold else []
            parts += [self.tr("by {name}").format(name=review.complete_by)] if review.complete_by else []
            parts += [self.tr("unsure: {note}").format(note=review.flag)] if review.flag else []
            parts += [words.suggested(review.said)] if review.said else []
            self.detail = " · ".join(parts)
        self.setToolTip(tip("\n".join(part for part in (self.name, self.state, self.detail) if part)))
        self.setAccessibleName(f"{self.place} {self.name}, {self.state} {self.detail}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        height = float(self.height())
        x = 2.0
        painter.setPen(theme.colour("quiet"))
        width = metrics.horizontalAdvance(self.place)
        painter.drawText(QRectF(x, 0, width + 2, height), middle, self.place)
        x += width + 12
        if not self.name:
            return
        tail = " · ".join(part for part in (self.state.split(":")[0], self.detail) if part)
        room = self.width() - x - 34
        tail_width = min(metrics.horizontalAdvance(tail), max(0.0, room * 0.55))
        painter.setPen(theme.colour("text"))
        name = shortened(self.name, metrics, int(room - tail_width))
        painter.drawText(QRectF(x, 0, room, height), middle, name)
        x += metrics.horizontalAdvance(name) + 12
        tone = theme.colour(self._role)
        icons.paint(painter, self._icon, QRectF(x, height / 2 - 8, 16, 16), tone, theme.colour("window"))
        painter.setPen(tone)
        text = metrics.elidedText(tail, Qt.TextElideMode.ElideRight, int(self.width() - x - 22))
        painter.drawText(QRectF(x + 21, 0, self.width() - x - 21, height), middle, text)


class HeaderBar(QWidget):
    """Buttons never take the focus: the keys stay with the image."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _Title(self)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(1)
        for name in ("previous", "next"):
            row.addWidget(self._button(name, actions[name]))
        row.addSpacing(6)
        row.addWidget(self.title, 1)
        for name in BUTTONS:
            if name:
                row.addWidget(self._button(name, actions[name]))
            else:
                row.addSpacing(9)
        self.buttons["complete"].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.name_buttons()

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons[name] = button
        return button

    def leave_out(self, *names: str) -> None:
        """Buttons for what this project never needs."""
        for name in names:
            self.buttons[name].hide()

    def name_buttons(self) -> None:
        """Say what each button does and its key, as they are now."""
        self.buttons["complete"].defaultAction().setIconText(self.tr("Complete"))
        for button in self.buttons.values():
            action = button.defaultAction()
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            # on the action: the button takes its tip from there whenever the action changes
            action.setToolTip(tip(f"{action.text()}  ({key})" if key else action.text()))
            button.setAccessibleName(action.text())

    def mark_tool(self, tool_id: str) -> None:
        """Show which tool is in hand."""
        self.buttons["select"].setDown(tool_id == "select")
        self.buttons["box"].setDown(tool_id != "select")  # whichever tool draws the project's objects
