"""The program's icon in the sizes and containers that systems want, all drawn from one SVG file."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
LARGE = (512, 1024)


def draw(svg: Path, size: int) -> bytes:
    """A PNG of `size` × `size` pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication(["icons"])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    del app
    return bytes(buffer.data().data())


def write_icons(svg: Path, folder: Path) -> None:
    """Write ``16.png`` to ``1024.png``, ``verify-app.ico`` and ``verify-app.icns`` into a folder."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for size in (*SIZES, *LARGE):
        (folder / f"{size}.png").write_bytes(draw(svg, size))
    pictures = {size: Image.open(io.BytesIO((folder / f"{size}.png").read_bytes())) for size in (*SIZES, *LARGE)}
    windows = (16, 24, 32, 48, 64, 256)
    others = [pictures[size] for size in windows[:-1]]
    sizes = [(size, size) for size in windows]
    pictures[256].save(folder / "verify-app.ico", sizes=sizes, append_images=others)
    pictures[1024].save(folder / "verify-app.icns", append_images=[pictures[s] for s in (16, 32, 64, 128, 256, 512)])


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]), Path(sys.argv[2]))
