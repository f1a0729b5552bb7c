"""Names that look like HTML are names: Qt would open the files that they name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from tests.gui.conftest import Hands
from verify_app.app.project.classes import add_class
from verify_app.gui.panels.classes import ClassList
from verify_app.gui.plain import tip

NAMES = ['<img src="/etc/hostname">', '<a href="file:///etc/passwd">bolt</a>', "<b>bolt</b>\nnut", "a < b", "<nut>"]


@pytest.mark.parametrize("name", NAMES)
def test_a_tip_says_the_name(name: str) -> None:
    shown = QTextDocument()
    made = tip(name)
    shown.setHtml(made) if made != name else shown.setPlainText(made)
    assert shown.toPlainText() == name


def test_every_label_of_the_window_shows_what_it_says(hands: Hands) -> None:
    hands.window.review_page.finish()
    labels = hands.window.findChildren(QLabel)
    assert len(labels) > 10
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []


def test_a_class_is_shown_by_its_name(hands: Hands) -> None:
    add_class(hands.window.session, NAMES[0])
    hands.window.review_page.finish()
    panel = hands.window.findChild(ClassList)
    assert panel is not None
    panel.refresh()
    items = [panel.list.item(i) for i in range(panel.list.count())]
    assert [item.text() for item in items][-1] == NAMES[0]
    assert [item.toolTip() for item in items][-1] == tip(NAMES[0]) != NAMES[0]
