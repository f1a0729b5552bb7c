"""Recognises the everyday pictures, which any decoder reads alike, from their first bytes; loads no decoder.

The window decodes these with Qt: that starts without Pillow and can decode a part, or an eighth, of a large JPEG.
Whatever is the least bit odd is not plain, and `open_rgb` decodes it. A test holds that both give the same pixels.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from verify_app.imaging.reading.formats import MAX_PIXELS

JPEG_START, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
PNG_START, PNG_END = b"\x89PNG\r\n\x1a\n", b"\0\0\0\0IEND\xaeB`\x82"
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
"""Baseline, extended and progressive, all Huffman coded."""
_OTHER_FRAMES = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_ORIENTATION, _SHORT = 274, 3
_LOOKED_AT = 2**16
Content = bytes | memoryview


class Plain(NamedTuple):
    """What is known of a plain picture.

    Parameters
    ----------
    format : str
        ``JPEG`` or ``PNG``.
    stored : (int, int)
        Width and height in pixels as stored.
    orientation : int
        EXIF orientation, 1 to 8.
    grey : bool
        One channel instead of three.
    """

    format: str
    stored: tuple[int, int]
    orientation: int = 1
    grey: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels as displayed."""
        return self.stored if self.orientation < 5 else (self.stored[1], self.stored[0])


def plain(data: Content) -> Plain | None:
    """The picture's description when it is a whole 8-bit JPEG or PNG, grey or RGB; else None."""
    try:
        if data[: len(JPEG_START)] == JPEG_START:
            found = _jpeg(data)
        else:
            found = _png(data) if data[: len(PNG_START)] == PNG_START else None
    except (struct.error, IndexError):
        return None
    if found is None or not 0 < found.stored[0] * found.stored[1] <= MAX_PIXELS:
        return None
    return found


def _jpeg(data: Content) -> Plain | None:
    at, orientation = 2, None
    while at + 4 <= len(data):
        mark, kind, length = struct.unpack_from(">BBH", data, at)
        if mark != 0xFF or not 0xC0 <= kind <= 0xFE or 0xD0 <= kind <= 0xDA or length < 2:
            return None
        if kind == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            if orientation is not None:
                return None  # two of them: Pillow joins them
            orientation = _orientation(bytes(data[at + 10 : at + 2 + length]))
            if orientation is None:
                return None
        if kind in _OTHER_FRAMES:
            return None
        if kind in _FRAMES:
            bits, height, width, channels = struct.unpack_from(">BHHB", data, at + 4)
            if bits != 8 or channels not in (1, 3):
                return None
            if channels == 1 and data[at + 11] != 0x11:
                return None  # sampling factors of a single channel mean nothing, and decoders differ
            scan = _first_scan(data, at)
            if scan is None or not _holds(data, JPEG_END, scan):
                return None  # cut short: Pillow judges. Something may follow: phones append films, second pictures
            return Plain("JPEG", (width, height), orientation or 1, channels == 1)
        at += 2 + length
    return None


def _holds(data: Content, mark: bytes, start: int) -> bool:
    """Whether a mark stands anywhere after `start`; looked for from the end, where it is."""
    end = len(data)
    while end > start:
        begin = max(start, end - _LOOKED_AT)
        if mark in bytes(data[begin : end + len(mark) - 1]):
            return True
        end = begin
    return False


def _first_scan(data: Content, at: int) -> int | None:
    """Where the pixels begin; None when metadata stand between there and the frame header, where Pillow reads them."""
    while at + 4 <= len(data):
        mark, kind, length = struct.unpack_from(">BBH", data, at)
        if kind == 0xDA:
            return at
        if mark != 0xFF or kind == 0xE1 or length < 2:
            return None
        at += 2 + length
    return None


def _orientation(exif: bytes) -> int | None:
    """Orientation of a well-formed EXIF block (1 when it names none or none that exists); None when malformed."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return None
    (start,) = struct.unpack_from(order + "I", exif, 4)
    (count,) = struct.unpack_from(order + "H", exif, start)
    if start + 2 + 12 * count > len(exif):
        return None
    found = 1
    for n in range(count):
        tag, kind, values, value = struct.unpack_from(order + "HHIH", exif, start + 2 + 12 * n)
        if tag == _ORIENTATION:
            if kind != _SHORT or values != 1:
                return None
            found = value
    return found if 1 <= found <= 8 else 1


def _png(data: Content) -> Plain | None:
    if data[-len(PNG_END) :] != PNG_END:
        return None
    length, kind, width, height, bits, colours = struct.unpack_from(">I4sIIBB", data, 8)
    if (length, kind) != (13, b"IHDR") or bits != 8 or colours not in (0, 2):
        return None
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind in (b"tRNS", b"eXIf", b"acTL", b"CgBI"):
            return None
        if kind == b"IEND":
            return Plain("PNG", (width, height), 1, colours == 0) if at + 12 == len(data) else None
        at += 12 + length
    return None
