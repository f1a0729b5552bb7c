"""Decodes with Pillow what is not plain: other formats, CMYK, palettes, 16 bits, damaged files, TIFF pages."""

from __future__ import annotations

from typing import Any

from PIL import Image
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from verify_app.core.errors import UserError
from verify_app.gui.images.frame import Frame, Stamp, Values
from verify_app.gui.images.pyramid import MOST_WHOLE, SMALLEST, factor_for, halves
from verify_app.gui.images.qt_decoder import upright
from verify_app.imaging.reading.files import CUT_SHORT
from verify_app.imaging.reading.grey_values import DEEP, grey_values
from verify_app.imaging.reading.header import open_image, orientation_of
from verify_app.imaging.reading.picture import TURNS, open_rgb, pages, to_rgb
from verify_app.imaging.reading.row_bands import Strips, scaled, strips_of

BAND = 512
CLOSE = 2
"""Up to this factor a picture that cannot be decoded in parts is decoded in full, once."""
FORMATS = {"L": QImage.Format.Format_Grayscale8, "RGB": QImage.Format.Format_RGB888}


class StripSource:
    """A large PNG or TIFF in memory, still compressed. Its parts are asked for by one thread at a time."""

    def __init__(self, strips: Strips, held: int) -> None:
        self._strips, self._held = strips, held
        self._turn = upright(strips.stored, strips.orientation)

    @property
    def size(self) -> tuple[int, int]:
        width, height = self._strips.stored
        return (width, height) if self._strips.orientation < 5 else (height, width)

    @property
    def bytes(self) -> int:
        return self._held

    def read(self, factor: int, part: QRect) -> tuple[QImage, QRect]:
        width, height = self._strips.stored
        wanted = self._turn.inverted()[0].mapRect(part).intersected(QRect(0, 0, width, height))
        left, top = wanted.left() // factor * factor, wanted.top() // factor * factor
        right = min(width, -(-(wanted.right() + 1) // factor) * factor)
        bottom = min(height, -(-(wanted.bottom() + 1) // factor) * factor)
        image = scaled(self._strips, factor, (left, top, right, bottom))
        covered = QRect(left, top, image.width * factor, image.height * factor)
        if self._strips.orientation in TURNS:
            image = image.transpose(TURNS[self._strips.orientation])
        return to_qimage(image).convertToFormat(QImage.Format.Format_RGB32), self._turn.mapRect(covered)


class ShrinkingSource:
    """A large JPEG of which Pillow decodes all at a fraction, or all in full. Asked by one thread at a time.

    In full it is decoded when somebody looks that closely, and is kept from then on.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._whole: Image.Image | None = None
        with open_image(content) as opened:
            self._stored, self._orientation = opened.size, orientation_of(opened)
        self._turn = upright(self._stored, self._orientation)

    @property
    def size(self) -> tuple[int, int]:
        width, height = self._stored
        return (width, height) if self._orientation < 5 else (height, width)

    @property
    def bytes(self) -> int:
        # Pillow holds RGB at 32 bits
        return len(self._content) + (4 * self.size[0] * self.size[1] if self._whole is not None else 0)

    def read(self, factor: int, part: QRect) -> tuple[QImage, QRect]:
        if self._whole is None and factor > CLOSE:
            return self._small(factor)
        if self._whole is None:
            self._whole = open_rgb(self._content).image
        width, height = self.size
        left, top = part.left() // factor * factor, part.top() // factor * factor
        right, bottom = min(width, part.right() + factor), min(height, part.bottom() + factor)
        image = self._whole.crop((left, top, right, bottom)).reduce(factor)
        place = QRect(left, top, image.width * factor, image.height * factor)
        return to_qimage(image).convertToFormat(QImage.Format.Format_RGB32), place

    def _small(self, factor: int) -> tuple[QImage, QRect]:
        """All of it, as the JPEG decoder scales by up to 8."""
        by = min(factor, 8)
        with open_image(self._content) as opened:
            opened.draft(opened.mode, (self._stored[0] // by, self._stored[1] // by))
            try:
                image = to_rgb(opened).reduce(factor // by)
            except Exception as error:  # decoders raise whatever the damage leads to
                raise UserError(CUT_SHORT) from error
        covered = QRect(0, 0, image.width * factor, image.height * factor)
        if self._orientation in TURNS:
            image = image.transpose(TURNS[self._orientation])
        return to_qimage(image).convertToFormat(QImage.Format.Format_RGB32), self._turn.mapRect(covered)


def decode_any(content: bytes, stamp: Stamp, digest: str, screen: QSize) -> Frame:
    """The frame of a file that Pillow reads.

    Raises
    ------
    UserError
        One sentence, when it cannot be shown.
    """
    with open_image(content) as opened:
        pixels, deep = opened.width * opened.height, opened.mode in DEEP
        tiff, jpeg = opened.format == "TIFF", opened.format == "JPEG"
    count = pages(content) if tiff else 1
    strips = strips_of(content) if pixels > MOST_WHOLE else None
    if strips is not None:
        source = StripSource(strips, len(content))
        factor = factor_for(source.size, screen)
        while source.size[0] * source.size[1] > MOST_WHOLE * factor**2:
            factor *= 2
        image, place = source.read(factor, QRect(0, 0, *source.size))
        held = source if factor > 1 else None
        return Frame(stamp, halves(image), sha256=digest, factor=factor, place=place, source=held, pages=count)
    if jpeg and pixels > MOST_WHOLE:
        return _small_first(content, stamp, digest, screen)
    levels = _levels(open_rgb(content).image, grey=deep)
    return Frame(stamp, levels, sha256=digest, values=_values(content) if deep else None, pages=count)


def _small_first(content: bytes, stamp: Stamp, digest: str, screen: QSize) -> Frame:
    """A large JPEG that Qt does not read as we do: in CMYK, say."""
    source = ShrinkingSource(content)
    factor = factor_for(source.size, screen)
    while source.size[0] * source.size[1] > MOST_WHOLE * factor**2:
        factor *= 2
    image, place = source.read(factor, QRect(0, 0, *source.size))
    return Frame(stamp, halves(image), sha256=digest, factor=factor, place=place, source=source)


def decode_page(content: bytes, page: int) -> tuple[QImage, ...]:
    """Levels of another page of a TIFF.

    Raises
    ------
    UserError
        One sentence, when it cannot be shown.
    """
    return _levels(open_rgb(content, page=page).image)


def _values(content: bytes) -> Values | None:
    found = grey_values(content, smallest=SMALLEST)
    if found is None:
        return None
    levels = []
    for width, height, codes in found.levels:
        image = QImage(width, height, QImage.Format.Format_Grayscale16)
        _fill(image, codes, 2 * width)
        levels.append(image)
    return Values(tuple(levels), found.first, found.last, found.low, found.high)


def _levels(image: Image.Image, *, grey: bool = False) -> tuple[QImage, ...]:
    if grey:
        image = image.getchannel(0)  # all three are the same
    if image.width * image.height <= MOST_WHOLE:
        return halves(to_qimage(image))
    # held once, at 24 bits: all of Pillow's memory for it is given back
    half = image.reduce(2)
    whole = to_qimage(image)
    del image
    return whole, *halves(to_qimage(half))


def to_qimage(image: Image.Image) -> QImage:
    """An 8-bit image of Pillow's as Qt's, band by band, so that there is no third copy of it."""
    result = QImage(image.width, image.height, FORMATS[image.mode])
    if result.isNull():
        raise MemoryError
    for top in range(0, image.height, BAND):
        band = image.crop((0, top, image.width, min(top + BAND, image.height)))
        _fill(result, band.tobytes(), len(image.mode) * image.width, top)
    return result


def _fill(image: QImage, rows: bytes, line: int, top: int = 0) -> None:
    """Write rows of `line` bytes each into an image from row `top` on."""
    into: Any = image.bits()
    step = image.bytesPerLine()
    count = len(rows) // line
    if step == line:
        into[top * step : top * step + len(rows)] = rows
        return
    for row in range(count):
        at = (top + row) * step
        into[at : at + line] = rows[row * line : (row + 1) * line]
