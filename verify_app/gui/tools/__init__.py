"""What the mouse does on the canvas: one file per tool, behind one protocol; each loaded when first taken in hand."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from verify_app.core.vocabulary import Task

if TYPE_CHECKING:
    from verify_app.gui.tools.base import Tool

DRAWING = {Task.DETECT: "box", Task.SEGMENT: "polygon", Task.OBB: "obb", Task.POSE: "keypoints"}
"""The tool that draws a project's objects; there is none for whole images."""
_CLASSES = {"box": "BoxTool", "polygon": "PolygonTool", "obb": "ObbTool", "keypoints": "KeypointsTool"}


def tool_named(tool_id: str) -> Tool:
    """A new tool, by its id."""
    made: Tool = getattr(import_module(f"{__name__}.{tool_id}"), _CLASSES[tool_id])()
    return made
