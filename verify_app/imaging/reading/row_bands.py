"""Large PNG and TIFF a few rows at a time, so that 96 megapixels never lie in memory in full.

Pillow decodes only whole pictures and holds them at 32 bits a pixel. Here the rows that are wanted become a small
picture of their own (the same header with less height, the same compressed or filtered bytes), which Pillow decodes
as ever: the pixels are those of `open_rgb`.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from verify_app.core.errors import UserError
from verify_app.imaging.reading.files import CUT_SHORT
from verify_app.imaging.reading.header import header_of, open_image
from verify_app.imaging.reading.picture import to_rgb

BAND = 256
"""Rows decoded at a time, unless the file's own strips are taller."""
TALLEST = 2**26
"""A TIFF whose strips hold more pixels is decoded whole: it is one strip, or nearly."""
_PIECE = 2**16
_CHECKPOINT = 512
_LOCAL = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"})
"""Modes in which a pixel becomes RGB by itself, without regard to the rest of the picture."""


class Strips(Protocol):
    """A picture that gives its rows in parts."""

    stored: tuple[int, int]
    orientation: int

    def rows(self, first: int, last: int) -> Iterator[tuple[int, Image.Image]]:
        """Bands of RGB rows with the number of their first row, covering at least rows `first` to `last` - 1."""
        ...


def strips_of(data: bytes) -> Strips | None:
    """The picture in strips when its format allows it; else None.

    Raises
    ------
    UserError
        When it is no picture or over the limit.
    """
    with open_image(data) as image:
        header = header_of(image)
        if image.mode not in _LOCAL:
            return None
        if header.format == "PNG":
            if data[24] != 8 or data[28] or getattr(image, "is_animated", False):
                return None  # fewer or more bits a channel, interlaced
            return PngStrips(data, image.size, header.orientation, image.mode)
        if header.format == "TIFF":
            return _tiff(data, image, header.orientation)
    return None


def scaled(strips: Strips, factor: int, box: tuple[int, int, int, int]) -> Image.Image:
    """A part of the picture as stored, in RGB, each pixel the mean of `factor` x `factor`.

    Parameters
    ----------
    box : tuple of int
        Left, top, right, bottom in stored pixels; left and top are multiples of `factor`.

    Raises
    ------
    UserError
        When it is damaged.
    """
    left, top, right, bottom = box
    whole = Image.new("RGB", (-(-(right - left) // factor), -(-(bottom - top) // factor)))
    rest: Image.Image | None = None
    done = top
    try:
        for first, band in strips.rows(top, bottom):
            piece = band.crop((left, max(0, top - first), right, min(band.height, bottom - first)))
            if rest is not None:  # rows that did not fill a block with the band before
                joined = Image.new("RGB", (piece.width, rest.height + piece.height))
                joined.paste(rest, (0, 0))
                joined.paste(piece, (0, rest.height))
                piece = joined
            full = piece.height if done + piece.height >= bottom else piece.height // factor * factor
            if full:
                block = piece.crop((0, 0, piece.width, full))
                whole.paste(block.reduce(factor) if factor > 1 else block, (0, (done - top) // factor))
            rest = piece.crop((0, full, piece.width, piece.height)) if full < piece.height else None
            done += full
    except UserError:
        raise
    except Exception as error:  # decoders raise whatever the damage leads to
        raise UserError(CUT_SHORT) from error
    return whole


# --- PNG ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Inflate:
    """The pixel stream of a PNG from some place on; can be copied there and gone on with later."""

    data: bytes
    chunks: list[tuple[int, int]]
    engine: zlib._Decompress
    chunk: int = 0
    at: int = 0
    tail: bytes = b""

    def copy(self) -> _Inflate:
        return _Inflate(self.data, self.chunks, self.engine.copy(), self.chunk, self.at, self.tail)

    def read(self, wanted: int) -> bytes:
        parts: list[bytes] = []
        while wanted:
            piece = self.tail or self._next()
            got = self.engine.decompress(piece, wanted)
            self.tail = self.engine.unconsumed_tail
            if not got and not piece:
                raise UserError(CUT_SHORT)
            parts.append(got)
            wanted -= len(got)
        return b"".join(parts)

    def _next(self) -> bytes:
        while self.chunk < len(self.chunks):
            start, end = self.chunks[self.chunk]
            start += self.at
            if start < end:
                piece = self.data[start : min(end, start + _PIECE)]
                self.at += len(piece)
                return piece
            self.chunk, self.at = self.chunk + 1, 0
        return b""


class PngStrips:
    """A PNG with 8 bits a channel, not interlaced; on the way it remembers places to start from."""

    def __init__(self, data: bytes, stored: tuple[int, int], orientation: int, mode: str) -> None:
        self.stored, self.orientation = stored, orientation
        self._channels = {"L": 1, "P": 1, "LA": 2, "RGB": 3, "RGBA": 4}[mode]
        self._before, chunks = b"", []
        at = 8
        while at + 12 <= len(data):
            length, kind = struct.unpack_from(">I4s", data, at)
            if kind == b"IDAT":
                chunks.append((at + 8, at + 8 + length))
            elif kind in (b"PLTE", b"tRNS") and not chunks:
                self._before += data[at : at + 12 + length]
            at += 12 + length
        self._head = data[16:29]
        # row -> the stream from there on, and the row above as it is after undoing its filter
        self._known: dict[int, tuple[_Inflate, bytes]] = {0: (_Inflate(data, chunks, zlib.decompressobj()), b"")}

    def rows(self, first: int, last: int) -> Iterator[tuple[int, Image.Image]]:
        width, height = self.stored
        row = max(known for known in self._known if known <= first)
        stream, above = self._known[row]
        stream = stream.copy()
        while row < min(last, height):
            count = min(BAND, height - row)
            band, above = self._band(stream.read(count * (width * self._channels + 1)), count, above)
            if row + count > first:
                yield row, to_rgb(band)
            row += count
            if row % _CHECKPOINT == 0 and row not in self._known:
                self._known[row] = (stream.copy(), above)

    def _band(self, filtered: bytes, count: int, above: bytes) -> tuple[Image.Image, bytes]:
        """Decode filtered rows; the row above them goes first, unfiltered, since filters refer to it."""
        rows = (b"\0" + above if above else b"") + filtered
        head = struct.pack(">II", self.stored[0], count + bool(above)) + self._head[8:]
        parts = (b"\x89PNG\r\n\x1a\n", _chunk(b"IHDR", head), self._before)
        end = (_chunk(b"IDAT", zlib.compress(rows, 0)), _chunk(b"IEND", b""))
        with Image.open(io.BytesIO(b"".join((*parts, *end))), formats=("PNG",)) as image:
            image.load()
            band = image.crop((0, bool(above), image.width, image.height))
            band.info = dict(image.info)
        return band, band.crop((0, band.height - 1, band.width, band.height)).tobytes()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))


# --- TIFF ---------------------------------------------------------------------------------------------------

_COPIED = (256, 258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 322, 323, 332, 338, 339, 347, 530, 531)
"""What decides how pixels are read; not the orientation, which is applied later."""
_LONG = frozenset((273, 279, 324, 325))
_HEIGHT, _ROWS_PER_STRIP, _TILE_LENGTH = 257, 278, 323


class TiffStrips:
    """A TIFF whose strips or tiles stand in the file one by one."""

    def __init__(self, data: bytes, image: Image.Image, orientation: int) -> None:
        tags = image.tag_v2  # type: ignore[attr-defined]
        self.orientation = orientation
        self.stored = int(tags[256]), int(tags[_HEIGHT])
        self._data, self._tags = data, tags
        self._tiled = 324 in tags
        self._places = (324, 325) if self._tiled else (273, 279)
        self._tall = int(tags[_TILE_LENGTH] if self._tiled else tags.get(_ROWS_PER_STRIP, self.stored[1]))
        self._across = -(-self.stored[0] // int(tags[322])) if self._tiled else 1
        self._step = self._tall * max(1, BAND // self._tall)

    def rows(self, first: int, last: int) -> Iterator[tuple[int, Image.Image]]:
        row = first // self._tall * self._tall
        while row < min(last, self.stored[1]):
            count = min(self._step, self.stored[1] - row)
            with Image.open(io.BytesIO(self._part(row, count)), formats=("TIFF",)) as image:
                yield row, to_rgb(image)
            row += count

    def _part(self, row: int, count: int) -> bytes:
        """A TIFF of these rows only."""
        start = row // self._tall * self._across
        end = -(-(row + count) // self._tall) * self._across
        offsets, lengths = (self._tags[tag][start:end] for tag in self._places)
        parts = [self._data[at : at + size] for at, size in zip(offsets, lengths, strict=True)]
        tags = {tag: self._tags[tag] for tag in _COPIED if tag in self._tags} | {_HEIGHT: count}
        if not self._tiled:
            tags[_ROWS_PER_STRIP] = self._tall
        order = ">" if self._data[:2] == b"MM" else "<"
        tags |= {self._places[0]: (0,) * len(parts), self._places[1]: tuple(map(len, parts))}
        at, places = len(_directory(tags, order)), []
        for part in parts:
            places.append(at)
            at += len(part)
        return b"".join((_directory(tags | {self._places[0]: tuple(places)}, order), *parts))


def _directory(tags: dict[int, object], order: str) -> bytes:
    """Head and only directory of a TIFF: whole numbers as LONG (SHORT where they fit), bytes as UNDEFINED."""
    entries, beyond = [], b""
    start = 8 + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        value = tags[tag]
        if isinstance(value, bytes):
            kind, count, packed = 7, len(value), value
        else:
            numbers = tuple(map(int, value)) if isinstance(value, tuple) else (int(value),)  # type: ignore[call-overload]
            short = tag not in _LONG and max(numbers) < 2**16
            kind, count = (3, len(numbers)) if short else (4, len(numbers))
            packed = struct.pack(f"{order}{count}{'H' if short else 'I'}", *numbers)
        if len(packed) > 4:
            place = struct.pack(order + "I", start + len(beyond))
            beyond += packed + b"\0" * (len(packed) % 2)
        else:
            place = packed.ljust(4, b"\0")
        entries.append(struct.pack(order + "HHI", tag, kind, count) + place)
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(order + "IH", 8, len(tags))
    return b"".join((head, *entries, b"\0\0\0\0", beyond))


def _tiff(data: bytes, image: Image.Image, orientation: int) -> TiffStrips | None:
    tags = image.tag_v2  # type: ignore[attr-defined]
    places = (324, 325) if 324 in tags else (273, 279)
    if tags.get(284, 1) != 1 or any(not isinstance(tags.get(tag), tuple) for tag in places):
        return None  # colours apart from each other, or one strip for all
    strips = TiffStrips(data, image, orientation)
    return strips if strips._tall * strips.stored[0] <= TALLEST else None
