"""While the view moves: which areas are repainted, what is drawn coarsely, and when it is drawn sharply again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from verify_app.gui.canvas.image_layer import ImageLayer
from verify_app.gui.canvas.labels_layer import LabelsLayer
from verify_app.gui.canvas.selection_layer import SelectionLayer

QUIET_MS = 30
"""After so long without zooming or panning, what was drawn in a hurry is drawn anew."""


class Motion(QObject):
    """Between the view and its layers."""

    def __init__(self, view: QGraphicsView, picture: ImageLayer, labels: LabelsLayer, overlay: SelectionLayer) -> None:
        super().__init__(view)
        self._view, self._picture, self._labels, self._overlay = view, picture, labels, overlay
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._sharpen)
        labels.later = self._sharpen_later

    def hurry(self) -> None:
        """The view moves: draw a large picture coarsely until it stands still."""
        if self._picture.large:
            self._picture.hurried = self._labels.hurried = True
            self._rest.start(QUIET_MS)

    def panned(self, dx: int, dy: int) -> None:
        """The view was shifted: repaint what keeps its place on the screen, where it is and where that has put it."""
        self.hurry()
        new = self._view.viewportTransform()
        if not self._labels.is_panned(new):
            return
        old = QTransform(new.m11(), 0.0, 0.0, new.m22(), new.dx() - dx, new.dy() - dy)
        viewport = self._view.viewport()
        view = QRectF(viewport.rect())
        still = self._overlay.still(view)
        areas = [QRectF(area) for area in self._labels.held_areas(old, new, view)]
        areas += [*still, *(area.translated(dx, dy) for area in still), *self._overlay.tag_areas(old, new, dx, dy)]
        for area in areas:
            viewport.update(area.toAlignedRect())

    def _sharpen_later(self, moved: bool) -> None:
        """The labels are drawn anew once the view stands still."""
        if moved or not self._rest.isActive():
            self._rest.start(QUIET_MS)

    def _sharpen(self) -> None:
        if self._labels.hurried:
            self._picture.hurried = self._labels.hurried = False
            self._view.viewport().update()
        if self._labels.work():
            self._rest.start(0)
