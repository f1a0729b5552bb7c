"""The tool in hand: which one it is, what is begun with it, and in which colour it draws."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget

from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.selection_layer import SelectionLayer
from verify_app.gui.tools import registry
from verify_app.gui.tools.base import Stage, Tool
from verify_app.gui.tools.select import SelectTool

Draft = tuple[str, object]
"""A tool and what it has drawn so far."""


class ToolHost(QObject):
    """Keeps the tools that were taken in hand so far; there is always one in hand.

    Parameters
    ----------
    stage : Stage
        What the tools act on.
    overlay : SelectionLayer
        Shows what the tool in hand draws.
    viewport : QWidget
        Has the cursor of the tool in hand.
    """

    changed = Signal(str)
    """Another tool is in hand, by its id."""

    def __init__(self, stage: Stage, overlay: SelectionLayer, viewport: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage, self._overlay, self._viewport = stage, overlay, viewport
        self._tools: dict[str, Tool] = {"select": SelectTool()}
        self._colour = QColor("#FFFFFF")
        self.task = Task.DETECT
        self.tool: Tool = self._tools["select"]
        """The tool in hand."""
        overlay.tool = self.tool

    @property
    def drawing_tool(self) -> str:
        """The tool that usually draws the project's objects; empty where they are whole images."""
        found = registry.tools_for(self.task)
        return found[0].id if found else ""

    def serves(self, tool_id: str) -> bool:
        """Whether a tool draws objects of the project's task."""
        return any(tool.id == tool_id for tool in registry.tools_for(self.task))

    def take(self, tool_id: str) -> None:
        """Take another tool in hand; a drag is given up. Only tools of the project's task can be taken."""
        if tool_id != "select" and not self.serves(tool_id):
            return
        self.tool.cancel(self._stage)
        if tool_id not in self._tools:
            self._tools[tool_id] = registry.new_tool(tool_id)
        with self._overlay.changing():
            self.tool = self._overlay.tool = self._tools[tool_id]
            self._overlay.crosshair = None
            self._overlay.drawing = self._colour if tool_id != "select" else None
        crosshair = Qt.CursorShape.CrossCursor if self.tool.crosshair else Qt.CursorShape.ArrowCursor
        self._viewport.setCursor(crosshair)
        self.changed.emit(tool_id)
        if self.tool.hint():
            self._stage.say(self.tool.hint())

    def take_select(self) -> None:
        """Back to selecting."""
        self.take("select")

    def set_drawing_class(self, colour: QColor, name: str) -> None:
        """Draw in this class from now on; what is begun takes its colour and name at once."""
        overlay = self._overlay
        with overlay.changing():
            self._colour, overlay.drawing_name = colour, name
            if overlay.drawing is not None:
                overlay.drawing = colour

    # --- what is begun and not finished -----------------------------------------------------------------------

    def dragging(self) -> bool:
        """Whether the left button is held on a drag that is not decided yet."""
        held = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        return bool(held) and self.tool.dragging()

    def cancel(self) -> bool:
        """Give up what is being dragged or drawn, else the tool that draws; False when there was neither."""
        if self.tool.cancel(self._stage):
            return True
        drawing = self.tool.id != "select"
        if drawing:
            self.take_select()
        return drawing

    def take_back(self) -> bool:
        """Take back the last point of what is being drawn, or what is being dragged; False when there is nothing."""
        return self.tool.take_back(self._stage)

    def draft(self) -> Draft | None:
        """Return what is drawn and not finished, with its tool; None when nothing is."""
        shape = self.tool.draft()
        return (self.tool.id, shape) if shape is not None else None

    def take_up(self, draft: Draft) -> None:
        """Go on with a shape that was begun before."""
        self.take(draft[0])
        self.tool.take_up(self._stage, draft[1])
