"""Pictures for the tests of the canvas, and what is to be seen of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit.imaging.pictures import scene
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.shell import main

ODD = 403, 301


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3) RGB."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def rough(width: int = ODD[0], height: int = ODD[1]) -> Image.Image:
    """A scene with noise, so that a slip of one pixel shows."""
    noise = np.random.default_rng(3).integers(-30, 31, (height, width, 3))
    return Image.fromarray(np.clip(np.asarray(scene(width, height)).astype(int) + noise, 0, 255).astype(np.uint8))


def exif(orientation: int) -> Image.Exif:
    found = Image.Exif()
    found[274] = orientation
    return found


def large(tmp_path: Path, kind: str = "JPEG", orientation: int = 1, **options: object) -> Path:
    file = tmp_path / f"large.{kind.lower()}"
    with Image.fromarray(np.kron(np.asarray(rough(803, 601)), np.ones((5, 5, 1), np.uint8))) as image:
        image.save(file, kind, exif=exif(orientation), **options)
    return file


def ramp() -> QImage:
    image = QImage(256, 4, QImage.Format.Format_RGB32)
    for x in range(256):
        for y in range(4):
            image.setPixel(x, y, 0xFF000000 | x << 16 | x << 8 | x)
    return image


def make_canvas(qtbot: QtBot) -> Canvas:
    """A canvas of its own on the screen."""
    main.application()
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def paint(canvas: Canvas) -> np.ndarray:
    QApplication.processEvents()
    return pixels(canvas.viewport().grab().toImage())


def settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
