"""The forms by name; each is imported when it is first opened."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from verify_app.gui.shell.host import Host

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


FORMS = {
    "new_project": ("new_project", "NewProject"),
    "add": ("add_images", "AddImages"),
    "predict": ("predict", "Predict"),
    "export": ("export", "Export"),
    "versions": ("versions", "Versions"),
    "what_if": ("what_if", "WhatIf"),
    "train": ("train", "Train"),
    "evaluate": ("evaluate", "Evaluate"),
    "cycle": ("cycle", "Cycle"),
    "trust": ("trust", "Trust"),
    "settings": ("settings", "Preferences"),
    "keys": ("key_sheet", "Keys"),
    "key_editor": ("key_editor", "KeyEditor"),
    "manual": ("manual", "Manual"),
    "about": ("about", "About"),
}
"""Name to module and class; adding a form is one line here and one file."""


def make(name: str, host: Host) -> QWidget:
    """Make a form; it shows itself when asked to and never blocks the host."""
    module, kind = FORMS[name]
    form: QWidget = getattr(importlib.import_module(f"verify_app.gui.dialogs.{module}"), kind)(host)
    form.setObjectName(name)
    return form
