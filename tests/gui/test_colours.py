"""The colours of classes: told apart by every eye as far as they go, by a mark beyond, and seen in both themes."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hands
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.gui import theme
from verify_app.gui.canvas import label_style
from verify_app.gui.shell import main

SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency",
severity 1, on linear sRGB."""
APART = 10.0


def lab_as_seen(colour: QColor, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as this sight sees it."""
    rgb = colour.redF(), colour.greenF(), colour.blueF()
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb]
    r, g, b = (min(max(sum(m * v for m, v in zip(row, linear, strict=True)), 0.0), 1.0) for row in SIGHTS[sight])
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > (6 / 29) ** 3 else v / (3 * (6 / 29) ** 2) + 4 / 29 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Colour difference of two colours in CIE L*a*b*: Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference
    formula", in their numbering of the steps."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    grey = c1 * c2 == 0
    turn = 0.0 if grey else (h2 - h1 + 180) % 360 - 180
    d_l, d_c, d_h = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if grey else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    theta = 30 * math.exp(-(((mean_h - 275) / 25) ** 2))
    r_t = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(2 * theta))
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    d_l, d_c, d_h = d_l / s_l, d_c / s_c, d_h / s_h
    return math.sqrt(d_l * d_l + d_c * d_c + d_h * d_h + r_t * d_c * d_h)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_formula_is_that_of_its_authors_examples(
    one: tuple[float, float, float], other: tuple[float, float, float], apart: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(apart, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(apart, abs=1e-4)


def colours(count: int) -> list[QColor]:
    return [theme.class_colour(n) for n in range(count)]


@pytest.mark.parametrize("sight", SIGHTS)
def test_ten_are_told_apart_by_every_eye(sight: str) -> None:
    main.application()
    seen = [lab_as_seen(colour, sight) for colour in colours(10)]
    assert min(ciede2000(one, other) for one, other in combinations(seen, 2)) >= APART


def test_thirty_are_told_apart_by_the_usual_eye() -> None:
    main.application()
    seen = [lab_as_seen(colour, "usual") for colour in colours(30)]
    assert len(seen) == 30
    assert min(ciede2000(one, other) for one, other in combinations(seen, 2)) >= APART


def test_every_colour_is_seen_on_the_dark_rim_that_outlines_have() -> None:
    main.application()
    rim = QColor("#15171A")
    assert min(theme.contrast(colour, rim) for colour in colours(30)) >= theme.SEEN


def swatch(class_id: int, ground: QColor) -> QImage:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    theme.paint_swatch(painter, QRectF(2, 2, 11, 11), class_id)
    painter.end()
    return image


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_swatch_is_seen_in_both_themes(scheme: str) -> None:
    app = main.application()
    theme.choose(app, scheme)
    try:
        ground = theme.colour("base")
        for class_id in range(30):
            image = swatch(class_id, ground)
            best = max(theme.contrast(image.pixelColor(x, 7), ground) for x in range(16))
            assert best >= theme.SEEN, class_id
    finally:
        theme.choose(app, "system")


def test_beyond_thirty_a_mark_tells_classes_of_one_colour_apart() -> None:
    main.application()
    ground = theme.colour("base")
    assert theme.class_colour(3) == theme.class_colour(33) == theme.class_colour(63)
    assert len({bytes(swatch(n, ground).constBits()) for n in (3, 33, 63)}) == 3
    drawn = []
    for class_id in (3, 33, 63):
        item = Item("P1", LabelState.VERIFIED, class_id, Box(0, 0, 10, 10))
        look = label_style.look_of(item, label_style.Lettering(QApplication.font()), ("a", True, True, False, False))
        image = QImage(90, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        for pen in label_style.pens(look):
            painter.setPen(pen)
            painter.drawRect(5, 5, 80, 50)
        painter.end()
        drawn.append(bytes(image.constBits()))
    assert len(set(drawn)) == 3


def test_ten_colours_can_be_chosen_and_are_used_at_once(hands: Hands) -> None:
    window, canvas = hands.window, hands.canvas
    look = next(iter(canvas.objects.looks.values()))
    assert theme.class_colour(13) != theme.class_colour(3)
    window.change_settings(class_colours=10)
    try:
        assert theme.class_colour(13) == theme.class_colour(3) and theme.class_round(13) == 1
        assert next(iter(canvas.objects.looks.values())) is not look, "what is shown is worked out anew"
    finally:
        window.change_settings(class_colours=30)
    assert theme.class_colour(13) != theme.class_colour(3)
