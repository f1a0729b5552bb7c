"""Every action of the window as data: what it is called, its keys, when it can be done, what it calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.shell.apply_settings import toggle
from verify_app.gui.tools.registry import drawing_tools

if TYPE_CHECKING:
    from verify_app.gui.shell.window import MainWindow

T = QT_TRANSLATE_NOOP
Call = Callable[["MainWindow"], object]


class Action(NamedTuple):
    """One thing a person can do.

    Parameters
    ----------
    keys : tuple of str
        In Qt's portable notation; the first is shown in menus.
    menu : str
        ``file``, ``edit``, ``review``, ``draw``, ``view``, ``project``, ``help``; empty for none.
    needs : str
        When it is enabled: ``""`` always, ``project``, ``image``, ``item``.
    widget_keys : bool
        The keys work on the canvas alone: elsewhere they move the focus or the cursor.
    handler : str
        The method of the review page that it calls; a page without it has no such action.
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
    handler: str = ""


def _act(
    name: str, text: str, keys: str, menu: str, call: Call, needs: str = "image", icon: str = "", *, check: bool = False
) -> Action:
    return Action(name, text, tuple(keys.split()), menu, call, needs, icon, checkable=check)


def _page(
    name: str,
    text: str,
    keys: str,
    menu: str,
    handler: str,
    *arguments: object,
    needs: str = "image",
    icon: str = "",
    check: bool = False,
) -> Action:
    """An action that is a method of the review page."""
    call: Call = lambda w: getattr(w.review_page, handler)(*arguments)  # noqa: E731
    return Action(name, text, tuple(keys.split()), menu, call, needs, icon, checkable=check, handler=handler)


def _shown(name: str, text: str, keys: str) -> Action:
    """A yes-or-no setting of the view (`ViewSettings`)."""
    call: Call = lambda w: w.review_page.toggle_view(name)  # noqa: E731
    return Action(name, text, tuple(keys.split()), "view", call, "project", checkable=True, handler="toggle_view")


def _arrow(name: str, text: str, key: str, dx: int, dy: int) -> Action:
    """Moves what is selected; its key works on the canvas alone."""
    call: Call = lambda w: w.review_page.nudge(dx, dy)  # noqa: E731
    return Action(name, text, (key,), "", call, "item", widget_keys=True, handler="nudge")


def _digit(number: int) -> Action:
    call: Call = lambda w: w.review_page.deciding.reclass_number(number)  # noqa: E731
    return _act(f"class_{number}", T("actions", "Class {n}"), str(number), "", call, "project")


_FILE = (
    _act("new", T("actions", "New project…"), "Ctrl+N", "file", lambda w: w.new_project(), "", "add"),
    _act("open", T("actions", "Open project…"), "Ctrl+O", "file", lambda w: w.choose_project(), "", "folder"),
    _act("welcome", T("actions", "Welcome page"), "", "file", lambda w: w.close_project(), "project"),
    _act("add_images", T("actions", "Add images…"), "", "file", lambda w: w.open_form("add"), "project"),
    _act("quit", T("actions", "Quit"), "Ctrl+Q", "file", lambda w: w.close(), ""),
)
_EDIT = (
    _act("undo", T("actions", "Undo"), "Ctrl+Z", "edit", lambda w: w.review_page.undo(), "project", "undo"),
    _act(
        "redo",
        T("actions", "Redo"),
        "Ctrl+Shift+Z Ctrl+Y",
        "edit",
        lambda w: w.review_page.redo(),
        "project",
        "redo",
    ),
    _act("copy", T("actions", "Copy label"), "Ctrl+C", "edit", lambda w: w.review_page.deciding.copy(), "item"),
    _act("paste", T("actions", "Paste label"), "Ctrl+V", "edit", lambda w: w.review_page.deciding.paste()),
    _act(
        "duplicate",
        T("actions", "Duplicate label"),
        "Ctrl+D",
        "edit",
        lambda w: w.review_page.deciding.duplicate(),
        "item",
    ),
    _act("delete", T("actions", "Delete label"), "Del", "edit", lambda w: w.review_page.deciding.reject(), "item"),
    _page("select_all", T("actions", "Select all labels"), "Ctrl+A", "edit", "select_all"),
    _act("find", T("actions", "Find image by name"), "/", "edit", lambda w: w.review_page.seek(), "project", "search"),
    _act("settings", T("actions", "Settings…"), "Ctrl+,", "edit", lambda w: w.open_form("settings"), ""),
)
_REVIEW = (
    _act("next", T("actions", "Next image"), "D", "review", lambda w: w.review_page.desk.step(1), "project", "next"),
    _act(
        "previous",
        T("actions", "Previous image"),
        "A",
        "review",
        lambda w: w.review_page.desk.step(-1),
        "project",
        "previous",
    ),
    _act(
        "next_unreviewed",
        T("actions", "Next unreviewed image"),
        "Shift+D",
        "review",
        lambda w: w.review_page.desk.step_unreviewed(1),
        "project",
    ),
    _act(
        "previous_unreviewed",
        T("actions", "Previous unreviewed image"),
        "Shift+A",
        "review",
        lambda w: w.review_page.desk.step_unreviewed(-1),
        "project",
    ),
    _page("next_page", T("actions", "Next page of the file"), "PgDown", "review", "step_page", 1),
    _page("previous_page", T("actions", "Previous page of the file"), "PgUp", "review", "step_page", -1),
    _act(
        "complete",
        T("actions", "Accept all shown, complete, go on"),
        "Space",
        "review",
        lambda w: w.review_page.complete(),
        icon="complete",
    ),
    _act("accept", T("actions", "Accept"), "F", "review", lambda w: w.review_page.deciding.accept(), icon="accept"),
    _act(
        "reject", T("actions", "Reject: false"), "X", "review", lambda w: w.review_page.deciding.reject(), icon="reject"
    ),
    _act(
        "fix_later",
        T("actions", "Reject: fix later"),
        "Shift+X",
        "review",
        lambda w: w.review_page.deciding.reject(later=True),
        icon="later",
    ),
    _act(
        "empty",
        T("actions", "Nothing on this image"),
        "Shift+Space",
        "review",
        lambda w: w.review_page.deciding.empty(),
        icon="empty",
    ),
    _act("flag", T("actions", "Flag as unsure"), "U", "review", lambda w: w.review_page.flag(), icon="flag"),
    _act(
        "reopen", T("actions", "Reopen image"), "", "review", lambda w: w.review_page.deciding.reopen(), icon="reopen"
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
    _act("class", T("actions", "Class of the label…"), "C Ctrl+E", "review", lambda w: w.review_page.choose_class()),
    *(_digit(n) for n in range(1, 10)),
    _act("cancel", T("actions", "Cancel, back to selecting"), "Esc", "", lambda w: w.review_page.escape(), "project"),
    _act("predict_image", T("actions", "Predict this image"), "I", "review", lambda w: w.predict_image()),
    _page("unfold", T("actions", "Unfold what lies on each other"), "T", "review", "unfold"),
    _page("history", T("actions", "History of the image or label"), "M", "review", "show_history"),
    _page("crop_grid", T("actions", "Crops of all labels"), "G", "review", "crop_grid"),
)
_DRAW = (
    _act(
        "select",
        T("actions", "Select and edit"),
        "V Ctrl+J",
        "draw",
        lambda w: w.review_page.take("select"),
        icon="select",
    ),
    *(_page(tool.action, tool.name, tool.keys, "draw", "take", tool.id, icon=tool.icon) for tool in drawing_tools()),
    _page("add_part", T("actions", "Add a part to the outline"), "Shift+P", "draw", "add_part", needs="item"),
    _page("cut_hole", T("actions", "Cut a hole into the outline"), "Alt+Shift+P", "draw", "cut_hole", needs="item"),
    _page("cycle", T("actions", "Next object under the pointer"), "`", "draw", "cycle"),
    _page("edit_label", T("actions", "Edit a verified label"), "E", "draw", "edit_label", needs="item"),
    _page("numeric_edit", T("actions", "Edit by numbers"), "N", "draw", "numeric_edit", needs="item"),
    _page("simplify", T("actions", "Simplify the polygon"), "S", "draw", "simplify", needs="item"),
    _page("rotate_left", T("actions", "Turn left by 1°"), ",", "draw", "rotate", -1.0, needs="item"),
    _page("rotate_right", T("actions", "Turn right by 1°"), ".", "draw", "rotate", 1.0, needs="item"),
    _page("rotate_left_far", T("actions", "Turn left by 15°"), "Alt+,", "draw", "rotate", -15.0, needs="item"),
    _page("rotate_right_far", T("actions", "Turn right by 15°"), "Alt+.", "draw", "rotate", 15.0, needs="item"),
    _page("point_state", T("actions", "Point: visible, hidden, absent"), "Q", "draw", "cycle_point", needs="item"),
)
_NUDGE = (
    _arrow("nudge_left", T("actions", "Nudge left"), "Left", -1, 0),
    _arrow("nudge_right", T("actions", "Nudge right"), "Right", 1, 0),
    _arrow("nudge_up", T("actions", "Nudge up"), "Up", 0, -1),
    _arrow("nudge_down", T("actions", "Nudge down"), "Down", 0, 1),
    _arrow("nudge_left_far", T("actions", "Nudge left by ten"), "Shift+Left", -10, 0),
    _arrow("nudge_right_far", T("actions", "Nudge right by ten"), "Shift+Right", 10, 0),
    _arrow("nudge_up_far", T("actions", "Nudge up by ten"), "Shift+Up", 0, -10),
    _arrow("nudge_down_far", T("actions", "Nudge down by ten"), "Shift+Down", 0, 10),
)
_ZOOM = (
    _act("zoom_in", T("actions", "Zoom in"), "Ctrl++", "view", lambda w: w.review_page.zoom("in")),
    _act("zoom_out", T("actions", "Zoom out"), "Ctrl+-", "view", lambda w: w.review_page.zoom("out")),
    _act("zoom_full", T("actions", "100 %"), "Ctrl+=", "view", lambda w: w.review_page.zoom("full")),
    _act("fit_window", T("actions", "Fit to window"), "Ctrl+F", "view", lambda w: w.review_page.zoom("window")),
    _act("fit_width", T("actions", "Fit to width"), "Ctrl+Shift+F", "view", lambda w: w.review_page.zoom("width")),
    _act(
        "zoom_object", T("actions", "Blow up the selected label"), "Z", "view", lambda w: w.review_page.zoom("object")
    ),
)
_VIEW = (
    _act(
        "labels",
        T("actions", "Show labels"),
        "H",
        "view",
        lambda w: w.review_page.toggle_labels(),
        "project",
        check=True,
    ),
    _act("names", T("actions", "Show names"), "L", "view", lambda w: toggle(w, "names"), "project", check=True),
    _shown("confidence", T("actions", "Show confidence"), "Shift+L"),
    _shown("crosshair", T("actions", "Crosshair"), "Shift+H"),
    _shown("grid", T("actions", "Pixel grid"), "Ctrl+G"),
    _page("aim", T("actions", "Keys follow the pointer"), "Shift+V", "view", "toggle_aim", check=True),
    _page("heat", T("actions", "Heat: where objects are rare here"), "Shift+G", "view", "toggle_heat", check=True),
    _page("adjust_view", T("actions", "Brightness, contrast, gamma…"), "B", "view", "adjust_view"),
    _page("raise_brightness", T("actions", "Brighter"), "Ctrl+Up", "view", "change_view", "brightness", 0.1),
    _page("lower_brightness", T("actions", "Darker"), "Ctrl+Down", "view", "change_view", "brightness", -0.1),
    _page("raise_contrast", T("actions", "More contrast"), "Ctrl+Shift+Up", "view", "change_view", "contrast", 0.1),
    _page("lower_contrast", T("actions", "Less contrast"), "Ctrl+Shift+Down", "view", "change_view", "contrast", -0.1),
    _page("reset_view", T("actions", "Show the picture as it is"), "Shift+B", "view", "reset_view"),
    _act(
        "less",
        T("actions", "Show more proposals"),
        "[",
        "view",
        lambda w: w.review_page.shift_threshold(-0.05),
        "project",
    ),
    _act(
        "more",
        T("actions", "Show fewer proposals"),
        "]",
        "view",
        lambda w: w.review_page.shift_threshold(0.05),
        "project",
    ),
    _act(
        "list_panel",
        T("actions", "Image list"),
        "F7",
        "view",
        lambda w: w.review_page.toggle_panel("left"),
        "project",
        check=True,
    ),
    _act(
        "label_panel",
        T("actions", "Labels and classes"),
        "F8",
        "view",
        lambda w: w.review_page.toggle_panel("right"),
        "project",
        check=True,
    ),
    _act(
        "next_pane",
        T("actions", "Next part of the window"),
        "F6",
        "view",
        lambda w: w.review_page.next_pane(),
        "project",
    ),
)
_PROJECT = (
    _act("predict", T("actions", "Predict…"), "Ctrl+P", "project", lambda w: w.open_form("predict"), "project"),
    _act(
        "export", T("actions", "Export dataset…"), "Ctrl+Shift+E", "project", lambda w: w.open_form("export"), "project"
    ),
    _act("versions", T("actions", "Versions…"), "", "project", lambda w: w.open_form("versions"), "project"),
    _act("what_if", T("actions", "What if…"), "", "project", lambda w: w.open_form("what_if"), "project"),
    _act("train", T("actions", "Train…"), "", "project", lambda w: w.open_form("train"), "project"),
    _act("evaluate", T("actions", "Evaluate…"), "", "project", lambda w: w.open_form("evaluate"), "project"),
    _act("sources", T("actions", "Sources…"), "", "project", lambda w: w.open_form("sources"), "project"),
    _act("trust", T("actions", "How well you catch errors…"), "", "project", lambda w: w.open_form("trust"), "project"),
)
_HELP = (
    _act("keys", T("actions", "Keys"), "F1 ?", "help", lambda w: w.show_keys(), ""),
    _act("about", T("actions", "About verify-app"), "", "help", lambda w: w.show_about(), ""),
)
ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_REVIEW, *_DRAW, *_NUDGE, *_ZOOM, *_VIEW, *_PROJECT, *_HELP)
MENUS = {
    "file": T("actions", "&File"),
    "edit": T("actions", "&Edit"),
    "review": T("actions", "&Review"),
    "draw": T("actions", "&Draw"),
    "view": T("actions", "&View"),
    "project": T("actions", "&Project"),
    "help": T("actions", "&Help"),
}
BREAKS = frozenset(
    {
        "quit",
        "copy",
        "find",
        "settings",
        "complete",
        "flag",
        "next_label",
        "edit_label",
        "rotate_left",
        "predict_image",
        "labels",
        "adjust_view",
        "less",
        "list_panel",
        "export",
    }
)
"""A line stands before these in their menu."""
NUDGING = tuple(key for action in _NUDGE for key in action.keys)
"""The keys that move the selected label by one pixel or by ten, unless the person has others."""
REPEATING = frozenset(
    {
        "next",
        "previous",
        "next_page",
        "previous_page",
        "zoom_in",
        "zoom_out",
        "less",
        "more",
        "rotate_left",
        "rotate_right",
        "rotate_left_far",
        "rotate_right_far",
        "raise_brightness",
        "lower_brightness",
        "raise_contrast",
        "lower_contrast",
        *(action.id for action in _NUDGE),
    }
)
"""Holding the key repeats these; a decision is one press each."""
