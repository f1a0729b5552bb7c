"""The caption of what the pointer rests on, where it is hidden or shortened among many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from verify_app.gui.canvas.labels_layer import LabelsLayer
from verify_app.gui.canvas.selection_layer import SelectionLayer

REST_MS = 120
"""The pointer rests for so long before a caption is shown: none flickers by while it crosses a crowd."""


class PointedCaption(QObject):
    """Shows it in full over the others, until the pointer is elsewhere.

    Parameters
    ----------
    viewport : QWidget
        Where the pointer moves.
    target : callable
        The id of what is under the pointer; empty for nothing, or while something is dragged.
    """

    def __init__(
        self, viewport: QWidget, labels: LabelsLayer, overlay: SelectionLayer, target: Callable[[], str]
    ) -> None:
        super().__init__(viewport)
        self._labels, self._overlay, self._target = labels, overlay, target
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._rest.start()  # what it is on is looked up when it rests
        elif event.type() == QEvent.Type.Leave:
            self.leave()
        return False

    def look(self) -> None:
        """Caption what is under the pointer now."""
        self._show(self._target())

    def leave(self) -> None:
        """The pointer is on nothing any more."""
        self._rest.stop()
        self._show("")

    def _show(self, item_id: str) -> None:
        labels, overlay = self._labels, self._overlay
        pointed = labels.captions.pointed
        if pointed is not None and pointed.item.id == item_id:
            return
        if not item_id or labels.in_full(item_id):
            item_id = ""
        with overlay.changing():
            labels.point_at(item_id)
