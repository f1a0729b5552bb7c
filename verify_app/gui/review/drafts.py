"""Keeps unfinished shapes with their images until the person comes back."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from verify_app.gui.canvas import tool_host
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.state import ReviewState


class Draft(NamedTuple):
    """What was drawn so far on an image of this size, of which class."""

    shape: tool_host.Draft
    class_id: int | None
    size: tuple[float, float]


class Drafts(QObject):
    """Kept while the project is open. Nothing of a trial is kept: it is answered before one leaves it."""

    def __init__(self, state: ReviewState, canvas: Canvas) -> None:
        super().__init__(state)
        self._state, self._canvas = state, canvas
        self._kept: dict[int, Draft] = {}
        self._image: tuple[int, str] | None = None
        self._words: tuple[str, str] = ("", "")
        self._say = QTimer(self)  # once the image is there, whose coming ends what was said before
        self._say.setSingleShot(True)
        self._say.timeout.connect(lambda: state.said.emit(*self._words))

    def keep(self) -> None:
        """The canvas is about to show something else: what is begun on it stays with its image."""
        state, shape, before = self._state, self._canvas.tools.draft(), self._image
        review = state.review if state.trial is None else None
        self._image = (review.id, review.name) if review is not None else None
        if shape is None or before is None:
            return
        self._kept[before[0]] = Draft(shape, state.drawing_class, self._canvas.image_size)
        if self._image != before:
            text = self.tr("What you began to draw on {name} is not finished; it is there when you come back.")
            self._tell(text.format(name=before[1]), "note")

    def offer(self) -> None:
        """The picture is on the screen: what was begun on it is in hand again."""
        state, review = self._state, self._state.review
        draft = self._kept.pop(review.id, None) if review is not None and state.trial is None else None
        if draft is None:
            return
        if draft.size != self._canvas.image_size:
            text = self.tr("The picture has another size now; what you began to draw on it was given up.")
            self._tell(text, "warn")
            return
        if draft.class_id in state.names:
            state.drawing_class = draft.class_id
        self._canvas.tools.take_up(draft.shape)
        state.items_changed.emit()
        text = self.tr("What you began to draw here is in hand again. [undo] takes back a point, [cancel] gives it up.")
        self._tell(text, "note")

    def _tell(self, text: str, kind: str) -> None:
        self._words = text, kind
        self._say.start(0)

    def hold_back(self) -> bool:
        """Whether a shape is begun, so that this waits; says what to do."""
        if self._canvas.tools.draft() is None and not self._canvas.tools.dragging():
            return False
        text = self.tr("First finish what you draw; [undo] takes back a point, [cancel] gives it up.")
        self._state.said.emit(text, "warn")
        return True

    def dragging(self) -> bool:
        """Whether the button is held on a drag: the image stays until it is let go."""
        if not self._canvas.tools.dragging():
            return False
        self._state.said.emit(self.tr("Let go of the mouse button first."), "warn")
        return True
