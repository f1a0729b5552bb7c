"""The line above the image: what does not fit is left out, and nothing is painted over anything."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.gui.conftest import Hands
from verify_app.gui.panels.header import GIVING_WAY, LEAST_TITLE, HeaderBar


def shown(header: HeaderBar) -> list[str]:
    return [name for name, button in header.buttons.items() if button.isVisible()]


@pytest.mark.parametrize("width", [340, 420, 520, 700, 900, 1400])
def test_nothing_overlaps_however_narrow_it_is(hands: Hands, width: int) -> None:
    header = hands.page.header
    header.resize(width, header.height())
    header.layout().activate()
    every = [header.title, header.model, *(header.buttons[name] for name in shown(header))]
    parts = sorted((part for part in every if part.isVisible() and part.width()), key=lambda part: part.x())
    assert all(one.geometry().right() < two.geometry().left() for one, two in pairwise(parts))
    assert parts[-1].geometry().right() <= width and header.title.width() >= LEAST_TITLE - 60
    assert {"previous", "next", "complete"} <= set(shown(header))


def test_buttons_go_in_their_order_and_come_back(hands: Hands) -> None:
    header = hands.page.header
    gone: list[list[str]] = []
    for width in (1400, 560, 480, 400, 1400):
        header.resize(width, header.height())
        gone.append([name for name in GIVING_WAY if name not in shown(header)])
    assert gone[0] == gone[-1]
    assert all(len(one) <= len(two) for one, two in pairwise(gone[:-1])) and len(gone[-2]) > len(gone[0])
    assert gone[-2] == [name for name in GIVING_WAY if name in gone[-2]]
    header.leave_out("flag")
    header.resize(1400, header.height())
    assert "flag" not in shown(header)
