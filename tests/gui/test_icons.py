"""Icons are drawings that keep their shape in every colour and size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from verify_app.core.resources import resource
from verify_app.gui import icons, theme
from verify_app.gui.shell import main

INK, HOLE = QColor("#a01030"), QColor("#10a030")


def drawn(name: str, side: int, ink: QColor = INK) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, name, QRectF(0, 0, side, side), ink, HOLE)
    painter.end()
    return image


def pixels(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def test_every_icon_takes_the_colours_it_is_given(qtbot: QtBot) -> None:
    files = [file for file in resource("icons").glob("*.svg") if file.stem != "verify-app"]
    assert len(files) > 40
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert QSvgRenderer(str(file)).isValid() and 'viewBox="0 0 24 24"' in text, file.name
        whole = {colour.name() for colour in pixels(drawn(file.stem, 48)) if colour.alpha() == 255}
        if '"white"' in text:
            assert {INK.name(), HOLE.name()} <= whole, file.name
        else:
            assert whole == {INK.name()}, file.name


def test_lines_stay_visible_when_small_and_a_faded_colour_stays_faded(qtbot: QtBot) -> None:
    small, large = (sum(c.alphaF() for c in pixels(drawn("close", side))) / side**2 for side in (10, 48))
    assert small > 1.25 * large
    faded = QColor(INK)
    faded.setAlphaF(0.5)
    assert max(colour.alpha() for colour in pixels(drawn("add", 48, faded))) in (127, 128)


def test_buttons_show_an_icon_in_the_pixels_of_the_screen_and_faded_when_disabled(qtbot: QtBot) -> None:
    theme.apply(main.application())
    icon = icons.icon("flag")
    pixmap = icon.pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32) and pixmap.devicePixelRatio() == 2.0
    most = [
        max(colour.alpha() for colour in pixels(icon.pixmap(QSize(24, 24), mode).toImage()))
        for mode in (QIcon.Mode.Disabled, QIcon.Mode.Normal)
    ]
    assert most[0] < most[1] == 255


def test_an_icon_whose_file_is_gone_for_a_moment_is_left_out(qtbot: QtBot) -> None:
    assert not icons.icon("no_such_icon").pixmap(QSize(24, 24)).isNull()
