"""The context menu of an object, opened by a right click on it or on its line, and of the image where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction

from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.panels.labels import LabelList
from verify_app.gui.review.image_menu import context_menu
from verify_app.gui.review.state import ReviewState

OFFERED = (
    ("accept", "reject", "fix_later"),
    ("class", "edit_label", "numeric_edit", "duplicate"),
    ("zoom_object", "flag", "history"),
)
"""Ids of actions, in groups; those that mean nothing for the object are grey, as in the menus."""
OUTLINES = (("tool_cut", "join", "subtract"),)
"""The same for outlines."""
ON_NOTHING = (
    ("box", "paste"),
    ("complete", "empty"),
    ("fit_window", "zoom_full", "labels"),
)
"""The same where no object is."""
ANSWERED = (("complete",), ("fit_window", "zoom_full", "labels"))
"""The same on a honeypot that was answered."""


class LabelMenu(QObject):
    """Opens the menu over the canvas and over the list of labels."""

    def __init__(self, state: ReviewState, canvas: Canvas, labels: LabelList, actions: Mapping[str, QAction]) -> None:
        super().__init__(state)
        self._state, self._canvas, self._labels, self._actions = state, canvas, labels, actions
        for widget, wanted in ((canvas, self._on_canvas), (labels, self._on_list)):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(wanted)

    def _offered(self, over: str) -> Sequence[Sequence[str]]:
        """What fits the object, or the image: a honeypot that was answered is only left."""
        trials = self._state.trials
        if trials is not None and trials.outcome is not None:
            return ANSWERED
        if not over:
            return ON_NOTHING
        return (*OFFERED, *OUTLINES) if self._state.task is Task.SEGMENT else OFFERED

    def _on_canvas(self, at: QPoint) -> None:
        canvas = self._canvas
        if canvas.tool.id != "select" or not canvas.usable:
            return
        over = canvas.item_at(QPointF(at))
        if over and (over not in (self._state.selected, *self._state.also) or not self._state.chosen):
            self._state.select(over)
        self._open(canvas.viewport().mapToGlobal(at), self._offered(over))

    def _on_list(self, at: QPoint) -> None:
        if self._labels.itemAt(at) is not None:  # the press has selected it
            self._open(self._labels.viewport().mapToGlobal(at), self._offered(self._state.selected))

    def _open(self, at: QPoint, offered: Sequence[Sequence[str]]) -> None:
        menu = context_menu(self._canvas)
        for group in offered:
            if not menu.isEmpty():
                menu.addSeparator()
            found = [self._actions[name] for name in group if name in self._actions]
            menu.addActions([action for action in found if action.isVisible()])
        menu.popup(at)
