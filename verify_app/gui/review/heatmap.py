"""A heat over the image: where images of its source usually hold something and this one does not.

It proposes nothing and counts for nothing; it says where to look twice before an image is called complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen, qRgba
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.app.review import queue
from verify_app.app.review.heatmap import ENOUGH, GRID, Heat, Sweep
from verify_app.core.vocabulary import Task
from verify_app.gui import theme
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.review.state import ReviewState

SOON_MS = 60
"""The heat follows once the picture is on the screen."""

FAINT, FULL_ALPHA = 0.2, 130
"""What is rarer than this many objects an image is not worth a look; from one on it is as strong as it gets."""

USUAL = 0.5
"""Where every second image has something, the cell has a ring too: a tint alone is lost on a colourful picture."""


class HeatItem(QGraphicsItem):
    """Translucent, between the picture and the labels, smooth over its cells."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._picture: QImage | None = None
        self._outlined: list[int] = []
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_heat(self, heat: Heat | None, width: float = 0.0, height: float = 0.0) -> None:
        """Show it over an image of this size; None for nothing."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, width, height)
        self._picture = _painted(heat) if heat is not None else None
        self._outlined = [cell for cell, value in enumerate(heat.rare) if value >= USUAL] if heat is not None else []
        self.update()

    @property
    def shown(self) -> bool:
        """Whether there is any heat."""
        return self._picture is not None

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._rect, self._picture)
            width, height = self._rect.width() / GRID, self._rect.height() / GRID
            cells = [QRectF(cell % GRID * width, cell // GRID * height, width, height) for cell in self._outlined]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for tone, thick in ((QColor(0, 0, 0, 150), 3.0), (theme.colour("warn").lighter(140), 1.4)):
                pen = QPen(tone, thick, Qt.PenStyle.DotLine)
                pen.setCosmetic(True)
                painter.setPen(pen)
                for cell in cells:
                    painter.drawEllipse(cell)  # no box: boxes are objects


def _painted(heat: Heat) -> QImage | None:
    """One pixel a cell; None when nothing is rare enough."""
    if not any(value >= FAINT for value in heat.rare):
        return None
    tint = theme.colour("bad")
    picture = QImage(GRID, GRID, QImage.Format.Format_ARGB32)
    for cell, value in enumerate(heat.rare):
        alpha = round(min(value, 1.0) * FULL_ALPHA) if value >= FAINT else 0
        picture.setPixel(cell % GRID, cell // GRID, qRgba(tint.red(), tint.green(), tint.blue(), alpha))
    return picture


class Heatmap(QObject):
    """Switched on and off by a key; while on, every image has its heat, which fades where something is labelled."""

    def __init__(self, state: ReviewState, canvas: Canvas) -> None:
        super().__init__(state)
        self._state, self._canvas = state, canvas
        self.item = HeatItem()
        self.on = False
        self._sweeps: dict[int, Sweep] = {}
        self._gathering: dict[int, Iterator[None]] = {}
        self._told = False
        canvas.scene().addItem(self.item)
        self.item.stackBefore(canvas.labels)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        state.image_changed.connect(self._on_image)
        state.items_changed.connect(self._on_items)

    def switch(self) -> None:
        """On, which says what it shows, or off."""
        self.on = not self.on
        self._told = False
        self._sweeps.clear()  # what is usual is asked anew each time
        self._gathering.clear()
        if self.on:
            text = self.tr(
                "Heat: here images of this source usually hold something and this one does not. [heat] takes it away."
            )
            self._state.said.emit(text, "note")
            self._soon.start(0)
        else:
            self._stop()
            self._state.said.emit(self.tr("The heat is off."), "note")

    def _stop(self) -> None:
        self._soon.stop()
        self.item.show_heat(None)

    def _on_image(self) -> None:
        self._stop()
        self._told = False
        if self.on:
            self._soon.start(SOON_MS)

    def _on_items(self) -> None:
        if self.on and not self._soon.isActive():
            self._soon.start(SOON_MS)

    def _look(self) -> None:
        """One slice of looking; the next follows by itself."""
        state = self._state
        review = state.review
        if not self.on or review is None or review.problem or not self._canvas.isVisible():
            return
        if state.seen is None:
            self._soon.start(SOON_MS)
            return
        if state.task is Task.CLASSIFY:
            self._tell_once(self.tr("This project is about whole images: no heat."))
            return
        if state.trials is not None and state.trials.drawn_blind:
            self._tell_once(self.tr("This image is drawn blind: no heat."))
            return
        source_id = queue.source_of(state.session, review.id)
        if source_id is None:
            return
        if source_id not in self._sweeps:
            self._sweeps[source_id] = Sweep(state.session, source_id)
            self._gathering[source_id] = self._sweeps[source_id].gather()
        if source_id in self._gathering:
            if next(self._gathering[source_id], self) is not self:
                self._soon.start(0)
                return
            del self._gathering[source_id]
        self._show(self._sweeps[source_id])

    def _show(self, sweep: Sweep) -> None:
        state = self._state
        review = state.review
        assert review is not None
        centers = [
            (x / review.width, y / review.height) for x, y in (item.region.bounds.center for item in state.items)
        ]
        heat = sweep.heat(review.id, centers)
        if not heat.tells:
            self.item.show_heat(None)
            one = self.tr("No heat: 1 other image of this source was looked at, and it takes {least} to tell.")
            many = self.tr("No heat: {n} other images of this source were looked at, and it takes {least} to tell.")
            self._tell_once((one if heat.others == 1 else many).format(n=heat.others, least=ENOUGH))
            return
        self.item.show_heat(heat, review.width, review.height)
        if not self.item.shown:
            self._tell_once(self.tr("No heat: this image lacks nothing that is usual in its source."))

    def _tell_once(self, text: str) -> None:
        if not self._told:
            self._told = True
            self._state.said.emit(text, "note")
