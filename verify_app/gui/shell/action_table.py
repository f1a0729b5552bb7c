"""The table of all actions: what each is called, its keys, when it can be done, and what it calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.shell.apply_settings import toggle
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.predict_image import predict_image, record_looks
from verify_app.gui.tools.registry import Registration, drawing_tools

if TYPE_CHECKING:
    from verify_app.gui.review.page import ReviewPage

T = QT_TRANSLATE_NOOP
Call = Callable[[Host], object]


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


def _act(
    name: str, text: str, keys: str, menu: str, call: Call, needs: str = "image", icon: str = "", *, check: bool = False
) -> Action:
    return Action(name, text, tuple(keys.split()), menu, call, needs, icon, checkable=check)


def _page(
    name: str,
    text: str,
    keys: str,
    menu: str,
    call: Callable[[ReviewPage], object],
    needs: str = "image",
    icon: str = "",
    *,
    check: bool = False,
) -> Action:
    """An action of the review page."""
    return _act(name, text, keys, menu, lambda host: call(host.review_page), needs, icon, check=check)


def _shown(name: str, text: str, keys: str) -> Action:
    """A yes-or-no setting of the view (`ViewSettings`)."""
    return _page(name, text, keys, "view", lambda p: p.viewing.toggle(name), "project", check=True)


def _arrow(name: str, text: str, key: str, dx: int, dy: int) -> Action:
    """Moves what is selected; its key works on the canvas alone."""
    return _page(name, text, key, "", lambda p: p.drawing.nudge(dx, dy), "item")._replace(widget_keys=True)


def _step(name: str, text: str, key: str, by: int) -> Action:
    """Selects the next or previous label; its key works on the canvas alone."""
    return _page(name, text, key, "review", lambda p: p.state.step_item(by))._replace(widget_keys=True)


def _tool(tool: Registration) -> Action:
    """Takes a tool in hand that draws."""
    return _page(tool.action, tool.name, tool.keys, "draw", lambda p: p.drawing.take(tool.id), icon=tool.icon)


def _digit(number: int) -> Action:
    text = T("actions", "Class {n}")
    return _page(f"class_{number}", text, str(number), "", lambda p: p.classes.choose_number(number), "project")


_FILE = (
    _act("new", T("actions", "New project…"), "Ctrl+N", "file", lambda w: w.new_project(), "", "add"),
    _act("open", T("actions", "Open project…"), "Ctrl+O", "file", lambda w: w.choose_project(), "", "folder"),
    _act("welcome", T("actions", "Welcome page"), "", "file", lambda w: w.close_project(), "project"),
    _act("add_images", T("actions", "Add images…"), "", "file", lambda w: w.open_form("add"), "project"),
    _act("quit", T("actions", "Quit"), "Ctrl+Q", "file", lambda w: w.close(), ""),
)
_EDIT = (
    _page("undo", T("actions", "Undo"), "Ctrl+Z", "edit", lambda p: p.undo(), "project", "undo"),
    _page("redo", T("actions", "Redo"), "Ctrl+Shift+Z Ctrl+Y", "edit", lambda p: p.redo(), "project", "redo"),
    _page("copy", T("actions", "Copy label"), "Ctrl+C", "edit", lambda p: p.objects.copy(), "item"),
    _page("paste", T("actions", "Paste label"), "Ctrl+V", "edit", lambda p: p.objects.paste()),
    _page("duplicate", T("actions", "Duplicate label"), "Ctrl+D", "edit", lambda p: p.objects.duplicate(), "item"),
    _page("delete", T("actions", "Delete label"), "Del", "edit", lambda p: p.commands.reject(), "item"),
    _page(
        "select_all", T("actions", "Select all labels"), "Ctrl+A", "edit", lambda p: p.select_all(), icon="select_all"
    ),
    _page(
        "select_alike",
        T("actions", "Select crops that look alike"),
        "Ctrl+Shift+A",
        "edit",
        lambda p: p.center.select_alike(),
        icon="select_alike",
    ),
    _page("find", T("actions", "Find image by name"), "/", "edit", lambda p: p.panels.seek(), "project", "search"),
    _act("settings", T("actions", "Settings…"), "Ctrl+,", "edit", lambda w: w.open_form("settings"), ""),
)
_REVIEW = (
    _page("next", T("actions", "Next image"), "D", "review", lambda p: p.state.step(1), "project", "next"),
    _page("previous", T("actions", "Previous image"), "A", "review", lambda p: p.state.step(-1), "project", "previous"),
    _page(
        "next_unreviewed",
        T("actions", "Next unreviewed image"),
        "Shift+D",
        "review",
        lambda p: p.state.step_unreviewed(1),
        "project",
    ),
    _page(
        "previous_unreviewed",
        T("actions", "Previous unreviewed image"),
        "Shift+A",
        "review",
        lambda p: p.state.step_unreviewed(-1),
        "project",
    ),
    _page("next_page", T("actions", "Next page of the file"), "PgDown", "review", lambda p: p.presenter.step_page(1)),
    _page(
        "previous_page",
        T("actions", "Previous page of the file"),
        "PgUp",
        "review",
        lambda p: p.presenter.step_page(-1),
    ),
    _page(
        "complete",
        T("actions", "Accept all shown, complete, go on"),
        "Space",
        "review",
        lambda p: p.complete(),
        icon="complete",
    ),
    _page("accept", T("actions", "Accept"), "F", "review", lambda p: p.commands.accept(), icon="accept"),
    _page("reject", T("actions", "Reject: false"), "X", "review", lambda p: p.commands.reject(), icon="reject"),
    _page(
        "fix_later",
        T("actions", "Reject: fix later"),
        "Shift+X",
        "review",
        lambda p: p.commands.reject(later=True),
        icon="later",
    ),
    _page(
        "empty",
        T("actions", "Nothing on this image"),
        "Shift+Space",
        "review",
        lambda p: p.images.empty(),
        icon="empty",
    ),
    _page("flag", T("actions", "Flag as unsure"), "U", "review", lambda p: p.flag(), icon="flag"),
    _page("reopen", T("actions", "Reopen image"), "", "review", lambda p: p.images.reopen(), icon="reopen"),
    _step("next_label", T("actions", "Next label"), "Tab", 1),
    _step("previous_label", T("actions", "Previous label"), "Shift+Tab", -1),
    _page("class", T("actions", "Class of the label…"), "C Ctrl+E", "review", lambda p: p.choose_class(), icon="class"),
    *(_digit(n) for n in range(1, 10)),
    _page(
        "class_beyond",
        T("actions", "Class beyond the ninth: a second key"),
        "0",
        "",
        lambda p: p.classes.begin_two(),
        "project",
    ),
    _page("cancel", T("actions", "Cancel, back to selecting"), "Esc", "", lambda p: p.escape(), "project"),
    _act("predict_image", T("actions", "Predict this image"), "I", "review", predict_image),
    _page("unfold", T("actions", "Unfold what lies on each other"), "T", "review", lambda p: p.drawing.unfold()),
    _page("history", T("actions", "History of the image or label"), "M", "review", lambda p: p.sheets.show_history()),
    _page("crop_grid", T("actions", "Crops of all labels"), "G", "review", lambda p: p.toggle_grid()),
)
_DRAW = (
    _page(
        "select", T("actions", "Select and edit"), "V Ctrl+J", "draw", lambda p: p.drawing.take("select"), icon="select"
    ),
    *(_tool(tool) for tool in drawing_tools()),
    _page(
        "add_part",
        T("actions", "Add a part to the outline"),
        "Shift+P",
        "draw",
        lambda p: p.drawing.add_part(),
        needs="item",
    ),
    _page(
        "cut_hole",
        T("actions", "Cut a hole into the outline"),
        "Alt+Shift+P",
        "draw",
        lambda p: p.drawing.cut_hole(),
        needs="item",
    ),
    _page(
        "subtract",
        T("actions", "Take other outlines off the first"),
        "Alt+Shift+S",
        "draw",
        lambda p: p.drawing.subtract(),
        needs="item",
    ),
    _page(
        "join",
        T("actions", "Join the selected outlines"),
        "Alt+Shift+J",
        "draw",
        lambda p: p.objects.join(),
        needs="item",
    ),
    _page("cycle", T("actions", "Next object under the pointer"), "`", "draw", lambda p: p.drawing.select_under()),
    _page("edit_label", T("actions", "Edit a verified label"), "E", "draw", lambda p: p.objects.edit(), needs="item"),
    _page(
        "numeric_edit", T("actions", "Edit by numbers"), "N", "draw", lambda p: p.sheets.edit_numbers(), needs="item"
    ),
    _page("simplify", T("actions", "Simplify the polygon"), "S", "draw", lambda p: p.sheets.simplify(), needs="item"),
    _page("rotate_left", T("actions", "Turn left by 1°"), ",", "draw", lambda p: p.drawing.rotate(-1.0), needs="item"),
    _page("rotate_right", T("actions", "Turn right by 1°"), ".", "draw", lambda p: p.drawing.rotate(1.0), needs="item"),
    _page(
        "rotate_left_far",
        T("actions", "Turn left by 15°"),
        "Alt+,",
        "draw",
        lambda p: p.drawing.rotate(-15.0),
        needs="item",
    ),
    _page(
        "rotate_right_far",
        T("actions", "Turn right by 15°"),
        "Alt+.",
        "draw",
        lambda p: p.drawing.rotate(15.0),
        needs="item",
    ),
    _page(
        "point_state",
        T("actions", "Point: visible, hidden, absent"),
        "Q",
        "draw",
        lambda p: p.drawing.cycle_point(),
        needs="item",
    ),
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
    _page("zoom_in", T("actions", "Zoom in"), "Ctrl++", "view", lambda p: p.viewing.zoom("in")),
    _page("zoom_out", T("actions", "Zoom out"), "Ctrl+-", "view", lambda p: p.viewing.zoom("out")),
    _page("zoom_full", T("actions", "100 %"), "Ctrl+=", "view", lambda p: p.viewing.zoom("full")),
    _page("fit_window", T("actions", "Fit to window"), "Ctrl+F", "view", lambda p: p.viewing.zoom("window")),
    _page("fit_width", T("actions", "Fit to width"), "Ctrl+Shift+F", "view", lambda p: p.viewing.zoom("width")),
    _page("zoom_object", T("actions", "Blow up the selected label"), "Z", "view", lambda p: p.viewing.zoom("object")),
)
_VIEW = (
    _page(
        "labels", T("actions", "Show labels"), "H", "view", lambda p: p.viewing.toggle_labels(), "project", check=True
    ),
    _act("names", T("actions", "Show names"), "L", "view", lambda w: toggle(w, "names"), "project", check=True),
    _shown("confidence", T("actions", "Show confidence"), "Shift+L"),
    _shown("crosshair", T("actions", "Crosshair"), "Shift+H"),
    _shown("grid", T("actions", "Pixel grid"), "Ctrl+G"),
    _shown("thumbnails", T("actions", "Small pictures in the list"), "Ctrl+T"),
    _shown("minimap", T("actions", "Show the minimap"), "Shift+M"),
    _page(
        "aim",
        T("actions", "Keys follow the pointer"),
        "Shift+V",
        "view",
        lambda p: p.viewing.toggle_hover_select(),
        check=True,
    ),
    _page(
        "heat",
        T("actions", "Heat: where objects are rare here"),
        "Shift+G",
        "view",
        lambda p: p.viewing.toggle_heatmap(),
        check=True,
    ),
    _page("adjust_view", T("actions", "Brightness, contrast, gamma…"), "B", "view", lambda p: p.sheets.adjust_view()),
    _page(
        "raise_brightness", T("actions", "Brighter"), "Ctrl+Up", "view", lambda p: p.viewing.change("brightness", 0.1)
    ),
    _page(
        "lower_brightness", T("actions", "Darker"), "Ctrl+Down", "view", lambda p: p.viewing.change("brightness", -0.1)
    ),
    _page(
        "raise_contrast",
        T("actions", "More contrast"),
        "Ctrl+Shift+Up",
        "view",
        lambda p: p.viewing.change("contrast", 0.1),
    ),
    _page(
        "lower_contrast",
        T("actions", "Less contrast"),
        "Ctrl+Shift+Down",
        "view",
        lambda p: p.viewing.change("contrast", -0.1),
    ),
    _page("reset_view", T("actions", "Show the picture as it is"), "Shift+B", "view", lambda p: p.viewing.reset()),
    _page(
        "less", T("actions", "Show more proposals"), "[", "view", lambda p: p.viewing.shift_threshold(-0.05), "project"
    ),
    _page(
        "more", T("actions", "Show fewer proposals"), "]", "view", lambda p: p.viewing.shift_threshold(0.05), "project"
    ),
    _page(
        "list_panel", T("actions", "Image list"), "F7", "view", lambda p: p.panels.toggle("left"), "project", check=True
    ),
    _page(
        "label_panel",
        T("actions", "Labels and classes"),
        "F8",
        "view",
        lambda p: p.panels.toggle("right"),
        "project",
        check=True,
    ),
    _page("next_pane", T("actions", "Next part of the window"), "F6", "view", lambda p: p.next_pane(), "project"),
)
_PROJECT = (
    _act("data", T("actions", "Data"), "Ctrl+Shift+O", "project", lambda w: w.pages.show("data"), "project", "folder"),
    _act("predict", T("actions", "Predict…"), "Ctrl+P", "project", lambda w: w.open_form("predict"), "project"),
    _act(
        "export", T("actions", "Export dataset…"), "Ctrl+Shift+E", "project", lambda w: w.open_form("export"), "project"
    ),
    _act("versions", T("actions", "Versions…"), "", "project", lambda w: w.open_form("versions"), "project"),
    _act("what_if", T("actions", "What if…"), "", "project", lambda w: w.open_form("what_if"), "project"),
    _act("train", T("actions", "Train…"), "", "project", lambda w: w.open_form("train"), "project"),
    _act("evaluate", T("actions", "Evaluate…"), "", "project", lambda w: w.open_form("evaluate"), "project"),
    _act(
        "evaluation",
        T("actions", "Evaluation"),
        "Ctrl+Shift+M",
        "project",
        lambda w: w.pages.show("evaluation"),
        "project",
    ),
    _act("monitor", T("actions", "Monitor"), "Ctrl+M", "project", lambda w: w.pages.show("monitor"), "project"),
    _act("embeddings", T("actions", "Record how images look"), "", "project", record_looks, "project"),
    _act("cycle", T("actions", "Cycle…"), "", "project", lambda w: w.open_form("cycle"), "project"),
    _act("trust", T("actions", "How well you catch errors…"), "", "project", lambda w: w.open_form("trust"), "project"),
)
_HELP = (
    _act("keys", T("actions", "Keys"), "F1 ?", "help", lambda w: w.open_form("keys"), ""),
    _act("manual", T("actions", "Manual"), "Shift+F1", "help", lambda w: w.open_form("manual"), ""),
    _act("about", T("actions", "About verify-app"), "", "help", lambda w: w.open_form("about"), ""),
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
