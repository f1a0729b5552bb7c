"""What the ten images of `count_keys` cost in other tools, each act written out as their documentation has it.

Whatever is in doubt is counted in the other tool's favour: saving costs nothing, nothing is asked back, every dialog
proposes the right class, and what a person has in hand already (drawing the same class again) is in hand.
"""

from __future__ import annotations

NEXT = {"X-AnyLabeling": "D", "labelme": "D", "labelImg": "D", "CVAT": "F"}

SOURCES = {
    "X-AnyLabeling": "docs/en/user_guide.md, 1.2, 2.1–2.3, 5.3, 7.1, 7.5; anylabeling/configs/xanylabeling_config.yaml",
    "labelme": "labelme/config/default_config.yaml (shortcuts); the label dialog as README shows it",
    "labelImg": "README.rst, Steps and Hotkeys",
    "CVAT": "docs.cvat.ai: Navbar (D, F), Shape mode (basics), Shortcuts; pull request 3070 (Ctrl+digit)",
}

_X_DRAW = ["R", "click a corner", "click the other corner"]
_L_DRAW = ["Ctrl+R", "click a corner", "click the other corner", "Enter"]
_I_DRAW = ["W", "drag a box", "Enter"]
_C_DRAW = ["N", "click a corner", "click the other corner"]
_POINT = "point at the object"
_L_CLASS = ["click the object", "Ctrl+E", "click the class", "Enter"]
_DELETE = ["click the object", "Del"]

ACTS: dict[str, dict[str, list[str]]] = {
    "X-AnyLabeling": {
        "all right": [],
        "one wrong class": ["click the object", "digit"],
        "one loose": ["drag its corner"],
        "one missing": _X_DRAW,
        "one false": _DELETE,
        "nothing there": [],
        "30 objects, 2 wrong": [*_DELETE, "click the object", "digit"],
        "true one hidden": _X_DRAW,
        "duplicate boxes": _DELETE,
        "all false": ["Ctrl+Del", "Enter"],
    },
    "labelme": {
        "all right": [],
        "one wrong class": _L_CLASS,
        "one loose": ["drag its corner"],
        "one missing": _L_DRAW,
        "one false": _DELETE,
        "nothing there": [],
        "30 objects, 2 wrong": [*_DELETE, *_L_CLASS],
        "true one hidden": _L_DRAW,
        "duplicate boxes": _DELETE,
        "all false": ["Ctrl+Del", "Enter"],
    },
    "labelImg": {
        "all right": [],
        "one wrong class": _L_CLASS,
        "one loose": ["drag its corner"],
        "one missing": _I_DRAW,
        "one false": _DELETE,
        "nothing there": [],
        "30 objects, 2 wrong": [*_DELETE, *_L_CLASS],
        "true one hidden": _I_DRAW,
        "duplicate boxes": _DELETE,
        "all false": _DELETE * 5,
    },
    "CVAT": {
        "all right": [],
        "one wrong class": [_POINT, "Ctrl+digit"],
        "one loose": ["drag its corner"],
        "one missing": _C_DRAW,
        "one false": [_POINT, "Del"],
        "nothing there": [],
        "30 objects, 2 wrong": [_POINT, "Del", _POINT, "Ctrl+digit"],
        "true one hidden": _C_DRAW,
        "duplicate boxes": [_POINT, "Del"],
        "all false": [_POINT, "Del"] * 5,
    },
}
"""Up to the next image. CVAT's keys act on the object under the pointer, so there nothing is clicked."""

VOUCHING = {
    "X-AnyLabeling": "tick the image in the file list",
    "labelme": "tick a flag of the image",
    "labelImg": "Space",
    "CVAT": None,
}
"""How a person puts on record that they have looked at one image. CVAT knows the state of a whole job only."""


def acts(tool: str, row: str, *, vouched: bool) -> list[str] | None:
    """Every act for one image, the step to the next one at the end; None where it cannot be vouched for."""
    word = VOUCHING[tool]
    if vouched and word is None:
        return None
    return [*ACTS[tool][row], *([word] if vouched and word else []), NEXT[tool]]


def keys_and_clicks(sequence: list[str]) -> int:
    """How many of them press something; pointing presses nothing."""
    return sum(act != _POINT for act in sequence)
