"""What the toolkit itself needs: one widget of our canvas' size that draws a decoded picture, and nothing else.

No labels, no shapes, no smoothing: zooming draws the picture anew with the nearest pixels, panning shifts what is there
and draws the rim. No program that draws as all of these do, with a raster painter in Python, can take less.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from driver import Application, State
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QWidget

CANVAS = QSize(1414, 973)
"""Of ours in the harness' window."""
FACTOR, STEP = 8, 1.25


class Picture(QWidget):
    """An image at a scale, from a corner."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedSize(CANVAS)
        self.image = QImage()
        self.zoom, self.corner = 1.0, QPointF(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for area in event.region():
            painter.setClipRect(area)
            part = QRectF(QPointF(area.topLeft()) / self.zoom + self.corner, area.size().toSizeF() / self.zoom)
            painter.drawImage(QRectF(area), self.image, part)
        painter.end()


class Driver(Application):
    """Claims the labels that it does not draw, so that the same scenario can be run."""

    qt, form = "PySide6", "labelme"
    _picture: Any = None
    _shown = ""

    def main(self, folder: str, *, large: bool) -> None:
        app = QApplication(sys.argv)
        window = MainWindow()
        window.show()
        app.exec()

    def canvas_class(self) -> type:
        return Picture

    def take_window(self, window: Any) -> None:
        self._picture = window.picture

    def canvas(self) -> Any:
        return self._picture

    def state(self) -> State:
        return (self._shown, 20) if self._shown else ("", 0)

    def scale(self) -> float:
        return float(self._picture.zoom) / FACTOR

    def open_file(self, folder: str, name: str) -> None:
        from verify_app.gui.images.qt_decoder import read_part
        from verify_app.imaging.reading.simple_header import plain

        data = (Path(folder) / name).read_bytes()
        about = plain(data)
        assert about is not None
        self._picture.image, _ = read_part(QByteArray(data), about, FACTOR)
        self._picture.zoom = CANVAS.height() / self._picture.image.height()
        self._shown = name
        self._picture.update()

    def zoom(self, inwards: bool) -> None:
        picture = self._picture
        middle = QPointF(CANVAS.width() / 2, CANVAS.height() / 2)
        point = picture.corner + middle / picture.zoom
        picture.zoom *= STEP if inwards else 1 / STEP
        picture.corner = point - middle / picture.zoom
        picture.update()

    def pan(self, dx: int, dy: int) -> None:
        self._picture.corner -= QPointF(dx, dy) / self._picture.zoom
        self._picture.scroll(dx, dy)


class MainWindow(QMainWindow):
    """The picture in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        middle = QWidget()
        QHBoxLayout(middle).addWidget(self.picture)
        self.setCentralWidget(middle)
