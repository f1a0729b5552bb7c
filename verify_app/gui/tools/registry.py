"""The tools that draw: each registers itself in its own folder with the tasks it serves, its name, keys and icon.

A new tool is a new folder here: its `__init__.py` registers it and is loaded with the menus, its `tool.py` has the
tool itself and is loaded when it is first taken in hand. Menus, keys and the canvas find it by themselves; a task may
have several tools.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from verify_app.core.vocabulary import Task
from verify_app.gui import tools as folder
from verify_app.gui.tools.base import Tool


class Registration(NamedTuple):
    """A tool as menus and keys know it.

    Parameters
    ----------
    name : str
        What the tool is called in menus, marked for the translators in the context ``actions``.
    make : callable
        Makes the tool.
    keys : str
        In Qt's portable notation, one beside the other; the first is shown in menus.
    tasks : tuple of Task
        Projects of these tasks have the tool.
    icon : str
        The name of its icon; empty for none.
    usual : bool
        Whether it is the tool that the button and the key for drawing take in hand in these projects.
    action : str
        The action that takes it in hand; keys of a person's own are kept under this name.
    """

    id: str
    name: str
    make: Callable[[], Tool]
    keys: str
    tasks: tuple[Task, ...]
    icon: str
    usual: bool
    action: str


_registered: dict[str, Registration] = {}


def register(
    tool_id: str,
    name: str,
    make: Callable[[], Tool],
    *,
    keys: str,
    tasks: tuple[Task, ...],
    icon: str = "",
    usual: bool = False,
    action: str = "",
) -> None:
    """Make a tool known; see `Registration`.

    Raises
    ------
    ValueError
        When another tool has this id.
    """
    if tool_id in _registered:
        raise ValueError(f"Two tools are called {tool_id!r}.")
    _registered[tool_id] = Registration(tool_id, name, make, keys, tasks, icon, usual, action or f"tool_{tool_id}")


def later(package: str, kind: str) -> Callable[[], Tool]:
    """Return what makes a tool of this class in the `tool.py` of a package, which is loaded only then."""

    def make() -> Tool:
        made: Tool = getattr(import_module(f"{package}.tool"), kind)()
        return made

    return make


def drawing_tools() -> list[Registration]:
    """Return every tool that draws: the usual ones first, in the order of the tasks, then by name."""
    _load()
    tasks = list(Task)
    return sorted(_registered.values(), key=lambda tool: (not tool.usual, tasks.index(tool.tasks[0]), tool.id))


def tools_for(task: Task) -> list[Registration]:
    """Return the tools that draw objects of a task, the usual one first; none where they are whole images."""
    return [tool for tool in drawing_tools() if task in tool.tasks]


def new_tool(tool_id: str) -> Tool:
    """Make a registered tool."""
    _load()
    return _registered[tool_id].make()


@cache
def _load() -> None:
    """Import what lies in the folder once, so that every tool registers itself."""
    for module in pkgutil.iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
