"""Small sheets on the canvas: the numbers of a region, the corners of an outline, the brightness of the picture."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from verify_app.app.settings import ViewSettings
from verify_app.core.geometry import Box, Region
from verify_app.core.regions import OrientedBox
from verify_app.gui import theme
from verify_app.gui.plain import PlainLabel

FAR = 1_000_000.0


class Sheet(QWidget):
    """Stays until Enter, Esc or a click elsewhere; the review goes on beside it."""

    closed = Signal()

    def __init__(self, canvas: QWidget, title: str) -> None:
        super().__init__(canvas)
        self.setAccessibleName(title)
        heading = PlainLabel(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.form = QFormLayout()
        self.form.setSpacing(6)
        self.hint = PlainLabel()
        self.hint.setWordWrap(True)
        palette = self.hint.palette()
        palette.setColor(self.hint.foregroundRole(), theme.colour("quiet"))
        self.hint.setPalette(palette)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 9, 12, 10)
        self.column.setSpacing(7)
        self.column.addWidget(heading)
        self.column.addLayout(self.form)
        self.column.addWidget(self.hint)
        self.column.addLayout(self.buttons)

    def button(self, text: str, call: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _on: call())
        self.buttons.addWidget(made)
        return made

    def open_in_corner(self) -> None:
        """Show at the top right, where it hides least of the object."""
        for field in self.findChildren(QWidget):
            field.installEventFilter(self)
        self.adjustSize()
        self.move(QPoint(self.parentWidget().width() - self.width() - 10, 10))
        self.show()
        self.raise_()

    def take(self) -> None:
        """Enter was pressed."""
        self.put_away()

    def give_up(self) -> None:
        """Esc was pressed, or the person went elsewhere."""
        self.put_away()

    def put_away(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._look_for_focus)
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            ends = {Qt.Key.Key_Return: self.take, Qt.Key.Key_Enter: self.take, Qt.Key.Key_Escape: self.give_up}
            on_button = isinstance(watched, QPushButton) and event.key() != Qt.Key.Key_Escape
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # letters and digits belong to the sheet while it has the focus
                return True
            if event.key() in ends and not on_button:
                ends[Qt.Key(event.key())]()
                return True
        return super().eventFilter(watched, event)

    def _look_for_focus(self) -> None:
        inside = self.focusWidget() is not None and self.focusWidget().hasFocus()
        if self.isVisible() and not inside and self.isActiveWindow():
            self.give_up()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class NumbersSheet(Sheet):
    """A region by its numbers, in pixels and degrees."""

    changed = Signal(object)

    def __init__(self, canvas: QWidget, region: Region) -> None:
        super().__init__(canvas, self.tr("Edit by numbers"))
        self._region = region
        for name, value, least in self._numbers():
            field = QDoubleSpinBox()
            field.setRange(least, FAR)
            field.setDecimals(2)
            field.setValue(value)
            field.setAccessibleName(name)
            self.form.addRow(name, field)
        self._fields = [
            self.form.itemAt(row, QFormLayout.ItemRole.FieldRole).widget() for row in range(self.form.rowCount())
        ]
        self.hint.setText(self.tr("Pixels of the image. Enter applies, Esc leaves."))

    def _numbers(self) -> list[tuple[str, float, float]]:
        region, box = self._region, self._region.bounds
        sizes = (self.tr("Width"), self.tr("Height"))
        if isinstance(region, OrientedBox):
            angle = math.degrees(region.angle)
            return [
                (self.tr("Centre x"), region.cx, -FAR),
                (self.tr("Centre y"), region.cy, -FAR),
                (sizes[0], region.width, 1),
                (sizes[1], region.height, 1),
                (self.tr("Angle in degrees"), angle, -360),
            ]
        places = [(self.tr("Left"), box.x1, -FAR), (self.tr("Top"), box.y1, -FAR)]
        return places + [(sizes[0], box.width, 1), (sizes[1], box.height, 1)] if isinstance(region, Box) else places

    def open_in_corner(self) -> None:
        super().open_in_corner()
        self._fields[0].setFocus(Qt.FocusReason.PopupFocusReason)
        self._fields[0].selectAll()

    def take(self) -> None:
        """What was not touched stays exact: the fields show two decimals only."""
        old = [value for _, value, _ in self._numbers()]
        values = [f.value() if abs(f.value() - v) > 0.005 else v for f, v in zip(self._fields, old, strict=True)]
        if values != old:
            self.changed.emit(self._made(values, old))
        self.put_away()

    def _made(self, values: list[float], old: list[float]) -> Region:
        if isinstance(self._region, OrientedBox):
            return OrientedBox.of((*values[:4], math.radians(values[4])))
        if isinstance(self._region, Box):
            x, y, width, height = values
            return Box(x, y, x + width, y + height)
        return self._region.moved(values[0] - old[0], values[1] - old[1])


class SliderSheet(Sheet):
    """Sliders that act at once."""

    def slider(self, name: str, least: float, most: float, value: float, act: Callable[[float], object]) -> QSlider:
        """Add a slider of a hundred steps."""
        bar, shown = QSlider(Qt.Orientation.Horizontal), PlainLabel()
        bar.setRange(0, 100)
        bar.setMinimumWidth(190)
        bar.setAccessibleName(name)
        shown.setMinimumWidth(self.fontMetrics().horizontalAdvance("-0.00"))

        def moved(step: int) -> None:
            now = least + (most - least) * step / 100
            shown.setText(f"{now:.2f}")
            act(now)

        bar.setValue(round((value - least) / (most - least) * 100))
        shown.setText(f"{value:.2f}")
        bar.valueChanged.connect(moved)
        row = QHBoxLayout()
        row.addWidget(bar, 1)
        row.addWidget(shown)
        self.form.addRow(name, row)
        return bar


class SimplifySheet(SliderSheet):
    """How far an outline may stray when corners are taken away; shown live, applied on Enter."""

    tried = Signal(float)
    taken = Signal(bool)
    START = 1.0

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, self.tr("Simplify the outline"))
        self._kept = False
        self._bar = self.slider(self.tr("Tolerance in pixels"), 0.0, 10.0, self.START, self.tried.emit)
        self.button(self.tr("Leave"), self.give_up)
        self.button(self.tr("Apply"), self.take)

    def open_in_corner(self) -> None:
        super().open_in_corner()
        self._bar.setFocus(Qt.FocusReason.PopupFocusReason)
        self.tried.emit(self.START)

    def show_corners(self, before: int, after: int) -> None:
        """Say what the tolerance does."""
        self.hint.setText(self.tr("{before} corners become {after}.").format(before=before, after=after))

    def take(self) -> None:
        self._kept = True
        self.put_away()

    def put_away(self) -> None:
        if self.isVisible():
            self.taken.emit(self._kept)
        super().put_away()


class AdjustSheet(SliderSheet):
    """Brightness, contrast and gamma of what is on the screen; the file and the model see nothing of it."""

    changed = Signal(object)

    def __init__(self, canvas: QWidget, view: ViewSettings) -> None:
        super().__init__(canvas, self.tr("View of the picture"))
        self._view = view
        self._bars = [
            self.slider(self.tr("Brightness"), -1.0, 1.0, view.brightness, lambda v: self._set(brightness=v)),
            self.slider(self.tr("Contrast"), -1.0, 1.0, view.contrast, lambda v: self._set(contrast=v)),
            # by its exponent, so that 1 is in the middle and each side doubles or halves alike
            self.slider(self.tr("Gamma"), -2.0, 2.0, math.log2(view.gamma), lambda v: self._set(gamma=2.0**v)),
        ]
        self.hint.setText(self.tr("Only on the screen: the file and the model see nothing of it."))
        self.button(self.tr("As it is"), self._reset)
        self.button(self.tr("Close"), self.put_away)

    def open_in_corner(self) -> None:
        super().open_in_corner()
        self._bars[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _set(self, **values: Any) -> None:
        self._view = replace(self._view, **values)
        self.changed.emit(self._view)

    def _reset(self) -> None:
        for bar in self._bars:
            bar.setValue(50)
