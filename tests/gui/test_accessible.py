"""Whatever takes the keyboard can be named by a screen reader: in the window, every form, every sheet."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QScrollArea,
    QWidget,
)

from tests.gui.conftest import Hands
from verify_app.gui.shell.forms import FORMS

TELLING = (QAbstractButton, QGroupBox)
"""What says its own name, when it has a text or a tip."""


def nameless(root: QWidget) -> list[str]:
    """What can have the focus, and neither a name, a text nor a label that belongs to it."""
    buddies = {id(label.buddy()) for label in root.window().findChildren(QLabel) if label.buddy() is not None}
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QAbstractButton) and widget.isHidden():
            continue  # gets its text when it is shown
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None or _inside(widget):
            continue
        named = widget.accessibleName() or id(widget) in buddies
        if isinstance(widget, TELLING):
            title = widget.title() if isinstance(widget, QGroupBox) else widget.text() or widget.toolTip()
            named = named or title
        if not named:
            above = [type(w).__name__ for w in _line(widget)]
            found.append(" < ".join([f"{type(widget).__name__} “{widget.objectName()}”", *above]))
    return found


def _line(widget: QWidget) -> list[QWidget]:
    above, parent = [], widget.parentWidget()
    while parent is not None:
        above.append(parent)
        parent = parent.parentWidget()
    return above


def _inside(widget: QWidget) -> bool:
    """Parts of Qt's own widgets are spoken for by the whole; what only scrolls or shows says what is in it."""
    parent = widget.parentWidget()
    if isinstance(parent, QComboBox | QAbstractSpinBox) or widget.objectName().startswith("qt_"):
        return True
    if isinstance(widget, QScrollArea) or (isinstance(widget, QLabel) and widget.text()):
        return True
    if any(isinstance(above, QAbstractScrollArea) and above.viewport() is widget for above in _line(widget)[:1]):
        return True
    return any("QComboBoxPrivateContainer" in above.metaObject().className() for above in _line(widget))


@pytest.mark.parametrize("name", list(FORMS))
def test_every_field_of_a_form_has_a_name(hands: Hands, name: str) -> None:
    form = hands.window.open_form(name)
    assert nameless(form) == []


def test_every_part_of_the_window_has_a_name(hands: Hands) -> None:
    hands.page.finish()
    assert nameless(hands.page) == []
    hands.page.sheets.show_history()
    hands.page.message.ask_text("Why?", lambda _text: None, back_to=hands.canvas)
    assert nameless(hands.page) == []


def test_the_grid_the_numbers_and_the_filter_have_names(hands: Hands) -> None:
    hands.page.finish()
    hands.key("n")
    assert nameless(hands.page) == []
    hands.key(Qt.Key.Key_Escape)
    hands.key("b")
    assert nameless(hands.page) == []
    hands.key(Qt.Key.Key_Escape)
    hands.key("g")
    assert nameless(hands.page) == []


def test_the_filters_and_the_jobs_have_names(hands: Hands) -> None:
    hands.page.list.open_filter()
    assert nameless(hands.page) == []
    window = hands.window
    window.jobs.start("Predict", [sys.executable, "-c", "print('noise')"])
    assert nameless(window.job_panel) == []
    hands.qtbot.waitUntil(lambda: not window.busy, timeout=30_000)
    assert len(window.job_panel.rows) == 1
    assert nameless(window.job_panel) == []


def test_the_welcome_page_has_names(hands: Hands) -> None:
    hands.window.show_welcome()
    assert nameless(hands.window.welcome()) == []


def test_something_nameless_is_found(hands: Hands) -> None:
    box = QComboBox(hands.page)
    assert any(found.startswith("QComboBox") for found in nameless(hands.page))
    label = QLabel("Kind", hands.page)
    label.setBuddy(box)
    assert nameless(hands.page) == []
