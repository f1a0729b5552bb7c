"""The line above the image: its place in the list, its name and state, and buttons for the mouse."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from verify_app.app.model_in_use import InUse
from verify_app.app.review.image_view import ReviewImage
from verify_app.core.vocabulary import Grade, Origin
from verify_app.gui import icons, theme
from verify_app.gui.i18n import messages, words
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels.elide import shortened
from verify_app.gui.plain import tip

ROOMY = 720
"""Pixels from which on there is room for more than the model's name."""
GIVING_WAY = ("empty", "flag", "fix_later", "select", "box", "reject", "accept")
"""Buttons that go first where there is no room for all of them; each has a key, and a place in a menu."""
ROOM_FOR_MODEL, ROOM_FOR_WORDS = 480, 60
"""Pixels of the header, and beside the file's name, below which the model's name and the state's words are left out."""
QWIDGETSIZE_MAX = 16_777_215
LEAST_TITLE, SPACES = 190, 48
"""Pixels that the image's place and name keep, and those between the buttons."""
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
        if room - metrics.horizontalAdvance(f"…/{self.name.rpartition('/')[2]}") < ROOM_FOR_WORDS:
            tail = ""  # the icon tells the state
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


class _ModelLabel(QWidget):
    """Which model is in use, as far as there is room."""

    MOST = 200
    BEFORE, AFTER = 12, 12

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._using: InUse | None = None
        self.text, self.short = "", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()
        on_language_change(self, self._say)

    def show_model(self, using: InUse | None) -> None:
        """Show it; nothing while there is none."""
        if using != self._using:
            self._using = using
            self._say()

    def _say(self) -> None:
        using = self._using
        self.setVisible(using is not None)
        if using is None:
            return
        self.text = self.tr("Model: {name}").format(name=using.model.name)
        why = messages.said(using.reason) if using.reason else ""
        if not using.named:
            why = self.tr("Nobody took it into use: it predicted last, or is the newest.")
        age = self.tr("round {round}, depth {depth}").format(round=using.model.round, depth=using.model.depth)
        self.setToolTip(tip("\n".join(part for part in (self.text, age, why) if part)))
        self.setAccessibleName(f"{self.text}, {age}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._shown) + self.BEFORE + self.AFTER
        return QSize(min(self.MOST, wide), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("quiet"))
        room = self.width() - self.BEFORE - self.AFTER + 2
        text = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(self.BEFORE, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)

    @property
    def _shown(self) -> str:
        """The name alone where the image's own name would have to give way."""
        return self._using.model.name if self.short and self._using is not None else self.text

    def set_short(self, short: bool) -> None:
        """Say the name alone, or what it is the name of, too."""
        if short != self.short:
            self.short = short
            self.updateGeometry()


def name_button(button: QToolButton) -> None:
    """Say what a button does and its key, as they are now."""
    action = button.defaultAction()
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    # on the action: the button takes its tip from there whenever the action changes
    action.setToolTip(tip(f"{action.text()}  ({key})" if key else action.text()))
    button.setAccessibleName(action.text())


class HeaderBar(QWidget):
    """Buttons never take the focus: the keys stay with the image."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.model = _Title(self), _ModelLabel(self)
        self._never: set[str] = set()
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(1)
        for name in ("previous", "next"):
            row.addWidget(self._button(name, actions[name]))
        row.addSpacing(6)
        row.addWidget(self.title, 1)
        row.addWidget(self.model)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.model.set_short(self.width() < ROOMY)
        self.model.setMaximumWidth(0 if self.width() < ROOM_FOR_MODEL else QWIDGETSIZE_MAX)
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as leave room for the image's name."""
        style, roomy = Qt.ToolButtonStyle, self.width() >= ROOMY
        complete = style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
        self.buttons["complete"].setToolButtonStyle(complete)
        shown = {name: button.sizeHint().width() for name, button in self.buttons.items() if name not in self._never}
        for name in GIVING_WAY:
            if sum(shown.values()) + LEAST_TITLE + SPACES <= self.width():
                break
            shown.pop(name, None)
        for name, button in self.buttons.items():
            button.setVisible(name in shown)

    def minimumSizeHint(self) -> QSize:
        """However narrow: what does not fit is left out."""
        return QSize(LEAST_TITLE, super().minimumSizeHint().height())

    def leave_out(self, *names: str) -> None:
        """Buttons for what this project never needs."""
        self._never |= set(names)
        self._fit()

    def name_buttons(self) -> None:
        """Say what each button does and its key, as they are now."""
        self.buttons["complete"].defaultAction().setIconText(self.tr("Complete"))
        for button in self.buttons.values():
            name_button(button)

    def mark_tool(self, tool_id: str) -> None:
        """Show which tool is in hand."""
        self.buttons["select"].setDown(tool_id == "select")
        self.buttons["box"].setDown(tool_id != "select")  # whichever tool draws the project's objects
