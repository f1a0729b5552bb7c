"""Every action of the window as data: what it is called, its keys, when it can be done, what it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from verify_app.gui import icons

if TYPE_CHECKING:
    from verify_app.gui.window import MainWindow

T = QT_TRANSLATE_NOOP
Call = Callable[["MainWindow"], object]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Parameters
    ----------
    keys : tuple of str
        In Qt's portable notation; the first is shown in menus.
    menu : str
        ``file``, ``edit``, ``review``, ``view``, ``project``, ``help``.
    needs : str
        When it is enabled: ``""`` always, ``project``, ``image``, ``item``.
    widget_keys : bool
        The keys belong to the canvas alone (it takes them itself); shown, not bound.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    call: Call
    needs: str = "image"
    icon: str = ""
    widget_keys: bool = False
    checkable: bool = False


def _digit(number: int) -> Action:
    call: Call = lambda w: w.review_page.deciding.reclass_number(number)  # noqa: E731
    return Action(f"class_{number}", T("actions", "Class {n}"), (str(number),), "", call, "project")


ACTIONS: tuple[Action, ...] = (
    Action("new", T("actions", "New project…"), ("Ctrl+N",), "file", lambda w: w.new_project(), "", "add"),
    Action("open", T("actions", "Open project…"), ("Ctrl+O",), "file", lambda w: w.choose_project(), "", "folder"),
    Action("welcome", T("actions", "Welcome page"), (), "file", lambda w: w.close_project(), "project"),
    Action("add_images", T("actions", "Add images…"), (), "file", lambda w: w.open_form("add"), "project"),
    Action("quit", T("actions", "Quit"), ("Ctrl+Q",), "file", lambda w: w.close(), ""),
    # --- editing
    Action(
        "undo", T("actions", "Undo"), ("Ctrl+Z",), "edit", lambda w: w.review_page.deciding.undo(), "project", "undo"
    ),
    Action(
        "redo",
        T("actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "edit",
        lambda w: w.review_page.deciding.redo(),
        "project",
        "redo",
    ),
    Action("copy", T("actions", "Copy label"), ("Ctrl+C",), "edit", lambda w: w.review_page.deciding.copy(), "item"),
    Action("paste", T("actions", "Paste label"), ("Ctrl+V",), "edit", lambda w: w.review_page.deciding.paste()),
    Action(
        "duplicate",
        T("actions", "Duplicate label"),
        ("Ctrl+D",),
        "edit",
        lambda w: w.review_page.deciding.duplicate(),
        "item",
    ),
    Action("delete", T("actions", "Delete label"), ("Del",), "edit", lambda w: w.review_page.deciding.reject(), "item"),
    Action(
        "find", T("actions", "Find image by name"), ("/",), "edit", lambda w: w.review_page.find(), "project", "search"
    ),
    # --- reviewing
    Action(
        "next", T("actions", "Next image"), ("D",), "review", lambda w: w.review_page.desk.step(1), "project", "next"
    ),
    Action(
        "previous",
        T("actions", "Previous image"),
        ("A",),
        "review",
        lambda w: w.review_page.desk.step(-1),
        "project",
        "previous",
    ),
    Action(
        "next_unreviewed",
        T("actions", "Next unreviewed image"),
        ("Shift+D",),
        "review",
        lambda w: w.review_page.desk.step_unreviewed(1),
        "project",
    ),
    Action(
        "previous_unreviewed",
        T("actions", "Previous unreviewed image"),
        ("Shift+A",),
        "review",
        lambda w: w.review_page.desk.step_unreviewed(-1),
        "project",
    ),
    Action(
        "complete",
        T("actions", "Accept all shown, complete, go on"),
        ("Space",),
        "review",
        lambda w: w.review_page.complete(),
        "image",
        "complete",
    ),
    Action(
        "accept", T("actions", "Accept"), ("F",), "review", lambda w: w.review_page.deciding.accept(), "image", "accept"
    ),
    Action(
        "reject",
        T("actions", "Reject: false"),
        ("X",),
        "review",
        lambda w: w.review_page.deciding.reject(),
        "image",
        "reject",
    ),
    Action(
        "fix_later",
        T("actions", "Reject: fix later"),
        ("Shift+X",),
        "review",
        lambda w: w.review_page.deciding.reject(later=True),
        "image",
        "later",
    ),
    Action(
        "empty",
        T("actions", "Nothing on this image"),
        ("Shift+Space",),
        "review",
        lambda w: w.review_page.deciding.empty(),
        "image",
        "empty",
    ),
    Action("flag", T("actions", "Flag as unsure"), ("U",), "review", lambda w: w.review_page.flag(), "image", "flag"),
    Action(
        "reopen",
        T("actions", "Reopen image"),
        (),
        "review",
        lambda w: w.review_page.deciding.reopen(),
        "image",
        "reopen",
    ),
    Action(
        "next_label",
        T("actions", "Next label"),
        ("Tab",),
        "review",
        lambda w: w.review_page.desk.step_item(1),
        widget_keys=True,
    ),
    Action(
        "previous_label",
        T("actions", "Previous label"),
        ("Shift+Tab",),
        "review",
        lambda w: w.review_page.desk.step_item(-1),
        widget_keys=True,
    ),
    Action(
        "class",
        T("actions", "Class of the label…"),
        ("C", "Ctrl+E"),
        "review",
        lambda w: w.review_page.choose_class(),
        "image",
    ),
    *(_digit(n) for n in range(1, 10)),
    Action(
        "select",
        T("actions", "Select and edit"),
        ("V", "Ctrl+J"),
        "review",
        lambda w: w.review_page.take("select"),
        "image",
        "select",
    ),
    Action(
        "box", T("actions", "Draw a box"), ("R", "W"), "review", lambda w: w.review_page.take("box"), "image", "draw"
    ),
    Action(
        "cancel", T("actions", "Cancel, back to selecting"), ("Esc",), "", lambda w: w.review_page.escape(), "project"
    ),
    Action("predict_image", T("actions", "Predict this image"), ("I",), "review", lambda w: w.predict_image()),
    # --- looking
    Action("zoom_in", T("actions", "Zoom in"), ("Ctrl++",), "view", lambda w: w.review_page.zoom("in")),
    Action("zoom_out", T("actions", "Zoom out"), ("Ctrl+-",), "view", lambda w: w.review_page.zoom("out")),
    Action("zoom_full", T("actions", "100 %"), ("Ctrl+=",), "view", lambda w: w.review_page.zoom("full")),
    Action("fit_window", T("actions", "Fit to window"), ("Ctrl+F",), "view", lambda w: w.review_page.zoom("window")),
    Action("fit_width", T("actions", "Fit to width"), ("Ctrl+Shift+F",), "view", lambda w: w.review_page.zoom("width")),
    Action(
        "zoom_object",
        T("actions", "Blow up the selected label"),
        ("Z",),
        "view",
        lambda w: w.review_page.zoom("object"),
    ),
    Action(
        "labels",
        T("actions", "Show labels"),
        ("H",),
        "view",
        lambda w: w.review_page.toggle_labels(),
        "project",
        checkable=True,
    ),
    Action(
        "names",
        T("actions", "Show names"),
        ("L",),
        "view",
        lambda w: w.review_page.toggle_names(),
        "project",
        checkable=True,
    ),
    Action(
        "less",
        T("actions", "Show more proposals"),
        ("[",),
        "view",
        lambda w: w.review_page.shift_threshold(-0.05),
        "project",
    ),
    Action(
        "more",
        T("actions", "Show fewer proposals"),
        ("]",),
        "view",
        lambda w: w.review_page.shift_threshold(0.05),
        "project",
    ),
    Action(
        "list_panel",
        T("actions", "Image list"),
        ("F7",),
        "view",
        lambda w: w.review_page.toggle_panel("left"),
        "project",
        checkable=True,
    ),
    Action(
        "label_panel",
        T("actions", "Labels and classes"),
        ("F8",),
        "view",
        lambda w: w.review_page.toggle_panel("right"),
        "project",
        checkable=True,
    ),
    Action(
        "next_pane",
        T("actions", "Next part of the window"),
        ("F6",),
        "view",
        lambda w: w.review_page.next_pane(),
        "project",
    ),
    # --- the project
    Action("predict", T("actions", "Predict…"), ("Ctrl+P",), "project", lambda w: w.open_form("predict"), "project"),
    Action(
        "export",
        T("actions", "Export dataset…"),
        ("Ctrl+Shift+E",),
        "project",
        lambda w: w.open_form("export"),
        "project",
    ),
    Action("train", T("actions", "Train…"), (), "project", lambda w: w.open_form("train"), "project"),
    Action("evaluate", T("actions", "Evaluate…"), (), "project", lambda w: w.open_form("evaluate"), "project"),
    Action("sources", T("actions", "Sources…"), (), "project", lambda w: w.open_form("sources"), "project"),
    Action("keys", T("actions", "Keys"), ("F1", "?"), "help", lambda w: w.show_keys(), ""),
    Action("about", T("actions", "About verify-app"), (), "help", lambda w: w.show_about(), ""),
)
MENUS = {
    "file": T("actions", "&File"),
    "edit": T("actions", "&Edit"),
    "review": T("actions", "&Review"),
    "view": T("actions", "&View"),
    "project": T("actions", "&Project"),
    "help": T("actions", "&Help"),
}
BREAKS = frozenset(
    {
        "quit",
        "copy",
        "find",
        "complete",
        "flag",
        "next_label",
        "select",
        "predict_image",
        "labels",
        "less",
        "list_panel",
        "export",
    }
)
"""A line stands before these in their menu."""


def with_keys(actions: tuple[Action, ...], chosen: Mapping[str, str]) -> tuple[Action, ...]:
    """The table with the person's own keys: action id to keys, several separated by blanks, empty for none."""
    return tuple(replace(a, keys=tuple(chosen[a.id].split())) if a.id in chosen else a for a in actions)


def conflicts(actions: tuple[Action, ...]) -> dict[str, list[str]]:
    """Keys that more than one action wants, with the actions' ids."""
    users: dict[str, list[str]] = {}
    for action in actions:
        for key in action.keys:
            users.setdefault(QKeySequence(key).toString(), []).append(action.id)
    return {key: ids for key, ids in users.items() if len(ids) > 1}


def text_of(action: Action) -> str:
    """The action's name on the screen."""
    text = QCoreApplication.translate("actions", action.text)
    return text.format(n=action.id.removeprefix("class_")) if "{n}" in text else text


def menu_text(menu: str) -> str:
    """A menu's name on the screen."""
    return QCoreApplication.translate("actions", MENUS[menu])


def build(window: MainWindow, actions: tuple[Action, ...]) -> dict[str, QAction]:
    """Make Qt's actions of the table and hang them into the window; menus are filled when first opened."""
    made: dict[str, QAction] = {}
    for action in actions:
        qt = QAction(text_of(action), window)
        if action.icon:
            qt.setIcon(icons.icon(action.icon))
        if action.keys and not action.widget_keys:
            qt.setShortcuts([QKeySequence(key) for key in action.keys])
            qt.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        qt.setCheckable(action.checkable)
        qt.setAutoRepeat(action.id in REPEATING)
        qt.triggered.connect(lambda _on=False, call=action.call: call(window))
        window.addAction(qt)
        made[action.id] = qt
    return made


REPEATING = frozenset({"next", "previous", "zoom_in", "zoom_out", "less", "more"})
"""Holding the key repeats these; a decision is one press each."""
