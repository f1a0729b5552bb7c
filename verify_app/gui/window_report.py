"""What the window stands on here: Qt's platform, the screens and fonts for the three languages.

Runs as a process of its own, since Qt ends a process whose platform it cannot load.
"""

from __future__ import annotations

import json
import sys

from PySide6 import __version__ as pyside
from PySide6.QtCore import qVersion
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QImage, QPainter

from verify_app.gui.shell.main import application

_SAMPLE = "Accept"
_SYSTEMS = {
    "en": QFontDatabase.WritingSystem.Latin,
    "ja": QFontDatabase.WritingSystem.Japanese,
    "zh_CN": QFontDatabase.WritingSystem.SimplifiedChinese,
}


def report() -> dict[str, object]:
    """The facts, as JSON takes them."""
    application()
    screens = [
        {
            "name": screen.name(),
            "width": screen.size().width(),
            "height": screen.size().height(),
            "scale": screen.devicePixelRatio(),
        }
        for screen in QGuiApplication.screens()
    ]
    return {
        "qt": qVersion(),
        "pyside": pyside,
        "platform": QGuiApplication.platformName(),
        "screens": screens,
        "fonts": {language: _font(language) for language in _SYSTEMS},
        "draws": _draws(),
    }


def _font(language: str) -> str:
    """A font that has the language's characters; empty when there is none."""
    families = QFontDatabase.families(_SYSTEMS[language])
    own = QFont().family()
    return own if own in families else next(iter(families), "")


def _draws() -> bool:
    """Whether a line of text leaves any ink."""
    size = QFontMetrics(QFont()).boundingRect(_SAMPLE).size()
    picture = QImage(size.width() + 8, size.height() + 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.drawText(picture.rect(), _SAMPLE)
    painter.end()
    blank = QImage(picture.size(), picture.format())
    blank.fill(QColor("white"))
    return picture != blank


def main() -> int:
    """Print the report as one line of JSON."""
    print(json.dumps(report()))
    sys.stdout.flush()
    return 0
