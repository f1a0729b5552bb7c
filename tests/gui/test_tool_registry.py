"""Tools register themselves: a task may have several, and menus, keys and the canvas find them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.canvas_bench import Board
from verify_app.core.resources import resource
from verify_app.core.vocabulary import Task
from verify_app.gui.shell.action_table import ACTIONS
from verify_app.gui.tools import registry
from verify_app.gui.tools.base import Pointer, Stage, Tool


@pytest.fixture
def second_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more tool for outlines, as a folder beside the others would register it."""
    registry.drawing_tools()
    monkeypatch.setattr(registry, "_registered", dict(registry._registered))

    class Magic(Tool):
        id = "magic"

        def press(self, stage: Stage, at: Pointer) -> None:
            stage.say(f"{at.x:.0f}")

    registry.register("magic", "Draw what stands out", Magic, keys="J", tasks=(Task.SEGMENT, Task.DETECT))


@pytest.mark.parametrize(
    ("task", "tool_id"),
    [(Task.DETECT, "box"), (Task.SEGMENT, "polygon"), (Task.OBB, "obb"), (Task.POSE, "keypoints"), (Task.CLASSIFY, "")],
)
def test_each_task_has_its_usual_tool(qtbot: QtBot, task: Task, tool_id: str) -> None:
    board = Board(qtbot, task, [])
    assert board.canvas.tools.drawing_tool == tool_id
    board.canvas.set_tool(tool_id or "box")
    assert board.canvas.tool.id == (tool_id or "select")


def test_every_tool_has_its_action_with_its_keys() -> None:
    actions = {action.id: action for action in ACTIONS}
    found = registry.drawing_tools()
    painting = ["tool_brush", "tool_cut", "tool_eraser"]
    assert [tool.action for tool in found] == ["box", "tool_polygon", "tool_obb", "tool_keypoints", *painting]
    for tool in found:
        action = actions[tool.action]
        assert (action.text, action.keys, action.icon) == (tool.name, tuple(tool.keys.split()), tool.icon)


def test_a_task_may_have_several_tools(qtbot: QtBot, second_tool: None) -> None:
    assert [tool.id for tool in registry.tools_for(Task.SEGMENT)] == ["polygon", "brush", "cut", "eraser", "magic"]
    assert [tool.id for tool in registry.tools_for(Task.DETECT)] == ["box", "magic"]
    board = Board(qtbot, Task.SEGMENT, [])
    for tool_id in ("polygon", "magic"):
        board.canvas.set_tool(tool_id)
        assert board.canvas.tool.id == tool_id
    board.press(120, 90)
    assert board.said[-1] == "120"
    other = Board(qtbot, Task.OBB, [])
    other.canvas.set_tool("magic")
    assert other.canvas.tool.id == "select", "not a tool of this task"


def test_two_tools_of_one_name_are_a_mistake(second_tool: None) -> None:
    with pytest.raises(ValueError, match="magic"):
        registry.register("magic", "Another", Tool, keys="", tasks=(Task.POSE,))


def test_what_a_tool_registers_is_what_it_is() -> None:
    """A name of an icon without its file ends the process when the menu is painted."""
    for tool in registry.drawing_tools():
        assert tool.make().id == tool.id
        assert not tool.icon or resource("icons", f"{tool.icon}.svg").is_file()


def test_every_action_has_its_icon() -> None:
    for action in ACTIONS:
        assert not action.icon or resource("icons", f"{action.icon}.svg").is_file()
