"""Decodes plain pictures with Qt: whole, at 1/2, 1/4 or 1/8, or only a part of them.

Why Qt here and Pillow for the rest (both are libjpeg-turbo and libpng, and give the same pixels):
`QImageReader.read` lets Python run meanwhile as Pillow does (`QImage.fromData` does not: 114 ms of standstill for
12 megapixels); it gives a QImage without a copy; it decodes a part of a JPEG, at a fraction of its size, in the
memory of that part, where Pillow always holds the whole at 32 bits (384 MB for 96 megapixels); and the window need
not load Pillow before it shows its first picture.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QDataStream, QLoggingCategory, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter, QTransform

from verify_app.core.errors import UserError
from verify_app.imaging.reading.files import CUT_SHORT
from verify_app.imaging.reading.formats import MAX_PIXELS
from verify_app.imaging.reading.simple_header import Plain

FACTORS = (1, 2, 4, 8)
"""By how much libjpeg scales down while it decodes, without decoding in full first."""

# stored x right, y down -> displayed, as EXIF numbers them; QTransform(m11, m12, m21, m22, dx, dy)
_TURNS = {
    2: QTransform(-1, 0, 0, 1, 0, 0),
    3: QTransform(-1, 0, 0, -1, 0, 0),
    4: QTransform(1, 0, 0, -1, 0, 0),
    5: QTransform(0, 1, 1, 0, 0, 0),
    6: QTransform(0, 1, -1, 0, 0, 0),
    7: QTransform(0, -1, -1, 0, 0, 0),
    8: QTransform(0, -1, 1, 0, 0, 0),
}


def upright(stored: tuple[int, int], orientation: int) -> QTransform:
    """From stored pixels to displayed ones, for a picture of this stored size."""
    turn = _TURNS.get(orientation, QTransform())
    corner = turn.mapRect(QRect(0, 0, *stored)).topLeft()
    return turn * QTransform.fromTranslate(-corner.x(), -corner.y())


def read_part(data: QByteArray, about: Plain, factor: int = 1, part: QRect | None = None) -> tuple[QImage, QRect]:
    """Decode the part of a plain picture that covers `part`, scaled down by `factor`.

    Parameters
    ----------
    data : QByteArray
        The file's bytes.
    factor : int
        One of `FACTORS`; for PNG only 1.
    part : QRect, optional
        In displayed pixels at full size; the whole without.

    Returns
    -------
    (QImage, QRect)
        The pixels, upright, and the area that they cover in displayed pixels at full size: at least `part`,
        and at the picture's far edge up to `factor` - 1 pixels beyond it.

    Raises
    ------
    UserError
        When it cannot be decoded.
    """
    _raise_limit()
    turn = upright(about.stored, about.orientation)
    whole = QRect(0, 0, *about.stored)
    wanted = turn.inverted()[0].mapRect(part).intersected(whole) if part is not None else whole
    clip, covered = _aligned(wanted, whole, factor)
    # A device of Qt's own making: while `read` picks a decoder it asks the device things under a lock that the
    # window's thread takes for every icon. A `QBuffer` made here would ask Python whether it overrides `pos`, and wait
    # for the window's thread, which waits for the lock.
    stream = QDataStream(data)
    reader = QImageReader(stream.device(), about.format.lower().encode())
    reader.setAutoTransform(False)
    if clip != whole or factor > 1:
        reader.setClipRect(clip)
        reader.setScaledSize(clip.size() / factor)
    image = reader.read()
    del reader  # before its device
    if image.isNull() or image.size() != clip.size() / factor:
        raise UserError(CUT_SHORT)
    image = _padded(image, covered.size() / factor)
    if about.orientation > 1:
        image = image.transformed(_TURNS[about.orientation])
    return image, turn.mapRect(covered)


def _aligned(wanted: QRect, whole: QRect, factor: int) -> tuple[QRect, QRect]:
    """What to decode and what that covers, in stored pixels.

    Qt scales a clipped part without sampling it anew only when its place and size are multiples of the factor. The
    last pixels of a picture whose size is none are covered by its last whole block.
    """
    if factor == 1:
        return wanted, wanted
    left, top = wanted.left() // factor * factor, wanted.top() // factor * factor
    across = -(-(wanted.right() + 1 - left) // factor) * factor
    down = -(-(wanted.bottom() + 1 - top) // factor) * factor
    covered = QRect(left, top, across, down)
    last = QPoint(max(factor, whole.width() // factor * factor), max(factor, whole.height() // factor * factor))
    clip = covered.intersected(QRect(0, 0, last.x(), last.y()))
    if clip.isEmpty():  # only the sliver at the edge is wanted: its neighbour comes along
        left, top = min(left, last.x() - factor), min(top, last.y() - factor)
        covered = covered.united(QRect(left, top, factor, factor))
        clip = covered.intersected(QRect(0, 0, last.x(), last.y()))
    return clip, covered


def _padded(image: QImage, size: QSize) -> QImage:
    """The last column and row once more, where the last block of the picture is not a whole one."""
    if image.size() == size:
        return image
    grown = image.copy(QRect(QPoint(0, 0), size))
    painter = QPainter(grown)
    if size.width() > image.width():
        edge = image.copy(image.width() - 1, 0, 1, image.height())
        painter.drawImage(QRect(image.width(), 0, size.width() - image.width(), image.height()), edge)
    painter.end()
    if size.height() > image.height():
        edge = grown.copy(0, image.height() - 1, size.width(), 1)
        painter = QPainter(grown)
        painter.drawImage(QRect(0, image.height(), size.width(), size.height() - image.height()), edge)
        painter.end()
    return grown


@cache
def _raise_limit() -> None:
    """Qt refuses pictures over 256 MB; the one limit of ours holds instead, at 4 bytes a pixel.

    What libjpeg and libpng find odd in a file goes to nobody: either the pixels come all the same, or the person
    reads one sentence in the picture's place.
    """
    QImageReader.setAllocationLimit(MAX_PIXELS * 4 // 2**20)
    QLoggingCategory.setFilterRules("qt.gui.imageio*.warning=false")
