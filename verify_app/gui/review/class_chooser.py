"""Gives what is in hand a class: by the number of a key, or from a list in which one types to find."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QWidget

from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.class_keys import SecondStroke
from verify_app.gui.review.class_popup import ClassPopup
from verify_app.gui.review.state import ReviewState


class ClassChooser(QObject):
    """Knows no list of objects: what gets the class is for `reclass` to say.

    Parameters
    ----------
    reclass : callable
        Takes the class that was chosen.
    to_field : callable
        Puts the cursor where the name of a new class is typed.
    """

    def __init__(
        self,
        state: ReviewState,
        canvas: Canvas,
        *,
        reclass: Callable[[int], object],
        to_field: Callable[[], object],
    ) -> None:
        super().__init__(state)
        self._state, self._canvas, self._reclass, self._to_field = state, canvas, reclass, to_field
        self._popup: ClassPopup | None = None
        self._second = SecondStroke(self.choose_number, self)

    def choose_number(self, number: int) -> None:
        """Take the class at a place of the list, from 1."""
        classes = self._state.session.shown_classes
        if number <= len(classes):
            self._reclass(classes[number - 1].id)
        else:
            self._state.said.emit(self.tr("There is no class {number}.").format(number=number), "note")

    def begin_two(self) -> None:
        """The first of two strokes for a class beyond the ninth."""
        self._second.start()
        self._state.said.emit(self.tr("Now the second key of a class, as the list of classes says."), "note")

    def open(self, grid_view: QWidget | None) -> None:
        """Open the list beside the selected object, or over the crop grid where that is shown."""
        if not self._state.session.shown_classes:
            self.ask_for_class()
            return
        over = self._canvas if grid_view is None else grid_view
        if self._popup is None:
            self._popup = ClassPopup(over)
            self._popup.chosen.connect(self._reclass)
            self._popup.closed.connect(over.setFocus)
        item = self._state.item if grid_view is None else None
        box = QRectF(over.rect()).adjusted(40, 40, -400, 0)
        if item is not None and item.region.kind != "image":
            box = self._canvas.box_on_screen(item.region.bounds)
        current = item.class_id if item is not None else self._state.drawing_class
        self._popup.open_at(box, self._state.session.shown_classes, current)

    def forget_list(self) -> None:
        """The next list opens over another widget."""
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None

    def ask_for_class(self) -> None:
        """There is none yet; the cursor is where its name is typed."""
        text = self.tr("Add a class first: type its name under Classes on the right.")
        self._state.said.emit(text, "warn")
        self._to_field()
