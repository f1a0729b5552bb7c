"""The metadata blocks of a picture or video, found without decoding it and never more than a few megabytes."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

MOST = 8 << 20
"""No more bytes of metadata than these are kept of one file."""
_MOST_BLOCKS = 1 << 18
"""No more chunks than these are walked: a 2 GB file of empty ones would take minutes."""
_EDGE = 1 << 20
"""Of kinds of files that are not walked, so much of the beginning and of the end is looked at."""

_XMP_MARKS = (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")
_C2PA_BOX = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_EXIF_TEXTS = {0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model", 0x0131: "Software", 0x013B: "Artist"}
_EXIF_IFD, _USER_COMMENT = 0x8769, 0x9286
_EXIF_WANTED = frozenset((*_EXIF_TEXTS, _EXIF_IFD, _USER_COMMENT))
_EXIF_SIZES = {1: 1, 2: 1, 4: 4, 7: 1}  # BYTE, ASCII, LONG, UNDEFINED
_MOST_FIELDS, _LONGEST_FIELD = 1000, 1 << 20


@dataclass(slots=True)
class Metadata:
    """What was found.

    Parameters
    ----------
    xmp, c2pa : list of bytes
        Packets as stored.
    texts : list of (str, str)
        Name and text of PNG text chunks, comments and EXIF fields.
    """

    xmp: list[bytes] = field(default_factory=list)
    c2pa: list[bytes] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    left: int = MOST


def metadata(stream: BinaryIO) -> Metadata:
    """The metadata of an open file, as far as they are whole. Never raises."""
    found = Metadata()
    with contextlib.suppress(Exception):  # damaged metadata lead to whatever they lead to; what came before counts
        start = stream.read(16)
        stream.seek(0)
        if start.startswith(b"\xff\xd8\xff"):
            _jpeg(stream, found)
        elif start.startswith(b"\x89PNG\r\n\x1a\n"):
            _png(stream, found)
        elif start.startswith(b"RIFF") and start[8:12] == b"WEBP":
            _webp(stream, found)
        else:
            _edges(stream, found)
    return found


def _take(stream: BinaryIO, size: int, found: Metadata) -> bytes:
    """So much of a block as may still be kept; the rest is passed over."""
    data = stream.read(max(0, min(size, found.left)))
    found.left -= len(data)
    if len(data) < size:
        stream.seek(size - len(data), io.SEEK_CUR)
    return data


# --- JPEG -----------------------------------------------------------------------------------------------


def _jpeg(stream: BinaryIO, found: Metadata) -> None:
    """Segments up to the first scan."""
    stream.seek(2)
    manifest = b""
    for _ in range(_MOST_BLOCKS):
        head = stream.read(4)
        if len(head) < 4 or head[0] != 0xFF or head[1] in (0xDA, 0xD9):
            break
        size = struct.unpack(">H", head[2:])[0] - 2
        if head[1] in (0xE1, 0xEB, 0xFE):
            manifest += _segment(head[1], _take(stream, size, found), found)
        else:
            stream.seek(size, io.SEEK_CUR)
    if manifest:
        found.c2pa.append(manifest)


def _segment(marker: int, data: bytes, found: Metadata) -> bytes:
    """Sort one segment in; returns its part of a manifest, which comes in pieces."""
    if marker == 0xEB:
        return data[8:] if data.startswith(b"JP") else b""
    if marker == 0xFE:
        found.texts.append(("Comment", data.decode("utf-8", "replace")))
    elif data.startswith(b"Exif\0"):
        _exif(data, found)
    else:
        found.xmp += [data[len(mark) :] for mark in _XMP_MARKS if data.startswith(mark)]
    return b""


# --- PNG ------------------------------------------------------------------------------------------------


def _png(stream: BinaryIO, found: Metadata) -> None:
    stream.seek(8)
    for _ in range(_MOST_BLOCKS):
        head = stream.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        size, kind = struct.unpack(">I4s", head)
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"caBX"):
            _chunk(kind, _take(stream, size, found), found)
            stream.seek(4, io.SEEK_CUR)
        else:
            stream.seek(size + 4, io.SEEK_CUR)


def _chunk(kind: bytes, data: bytes, found: Metadata) -> None:
    if kind == b"caBX":
        found.c2pa.append(data)
    elif kind == b"eXIf":
        _exif(data, found)
    else:
        name, _, rest = data.partition(b"\0")
        with contextlib.suppress(zlib.error, ValueError):  # one bad text; the others may be whole
            _text(name.decode("latin-1"), *_unpacked(kind, rest, found), found)


def _unpacked(kind: bytes, rest: bytes, found: Metadata) -> tuple[bytes, str]:
    """The bytes of a text and how they are encoded."""
    if kind == b"tEXt":
        return rest, "latin-1"
    if kind == b"zTXt":
        return _inflated(rest[1:], found), "latin-1"
    packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]  # language and translated name stand before it
    return (_inflated(text, found) if packed else text), "utf-8"


def _inflated(data: bytes, found: Metadata) -> bytes:
    text = zlib.decompressobj().decompress(data, max(1, found.left))  # a small chunk may hold gigabytes
    found.left -= len(text)
    return text


def _text(name: str, data: bytes, encoding: str, found: Metadata) -> None:
    if name == "XML:com.adobe.xmp":
        found.xmp.append(data)
    elif name.startswith("Raw profile type "):
        # ImageMagick: name and length in lines of their own, then hexadecimal
        raw = bytes.fromhex("".join(data.decode("ascii", "ignore").split()[2:]))
        if name.endswith("xmp"):
            found.xmp.append(raw)
        elif name.endswith(("exif", "APP1")):
            _exif(raw, found) if raw.startswith(b"Exif\0") else found.xmp.append(raw)
    else:
        text = data.decode(encoding, "replace")
        if encoding == "latin-1":  # many write UTF-8 against the standard
            text = _utf8(data) or text
        found.texts.append((name, text))


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


# --- WebP and others ------------------------------------------------------------------------------------


def _webp(stream: BinaryIO, found: Metadata) -> None:
    stream.seek(12)
    for _ in range(_MOST_BLOCKS):
        head = stream.read(8)
        if len(head) < 8:
            return
        kind, size = struct.unpack("<4sI", head)
        if kind == b"XMP ":
            found.xmp.append(_take(stream, size, found))
        elif kind == b"EXIF":
            _exif(_take(stream, size, found), found)
        elif kind == b"C2PA":
            found.c2pa.append(_take(stream, size, found))
        else:
            stream.seek(size, io.SEEK_CUR)
        stream.seek(size % 2, io.SEEK_CUR)


def _edges(stream: BinaryIO, found: Metadata) -> None:
    """TIFF, AVIF, JPEG 2000, videos: XMP and manifests lie plain at the beginning or the end."""
    parts = [stream.read(_EDGE)]
    end = stream.seek(0, io.SEEK_END)
    if end > _EDGE:
        stream.seek(max(_EDGE, end - _EDGE))
        parts.append(stream.read(_EDGE))
    for part in parts:
        for packet in _packets(part):
            found.xmp.append(packet)
        if _C2PA_BOX in part or b"jumbc2pa" in part or b"c2pa.claim" in part:
            found.c2pa.append(part)
    if parts[0][:4] in (b"II*\0", b"MM\0*"):
        _exif(b"Exif\0\0" + parts[0], found)


def _packets(part: bytes) -> Iterator[bytes]:
    at = part.find(b"<x:xmpmeta")
    while at >= 0:
        end = part.find(b"</x:xmpmeta>", at)
        yield part[at : end if end > 0 else len(part)]
        at = part.find(b"<x:xmpmeta", end) if end > 0 else -1


def _exif(data: bytes, found: Metadata) -> None:
    """Texts of a TIFF directory. Not Pillow's reader, which warns on standard error of what is damaged."""
    data = data[6:] if data.startswith(b"Exif\0") else data
    order = "<" if data[:2] == b"II" else ">"
    with contextlib.suppress(struct.error):  # cut short: what came before counts
        fields = dict(_fields(data, order, *struct.unpack_from(order + "I", data, 4)))
        for tag, name in _EXIF_TEXTS.items():
            if tag in fields:
                found.texts.append((name, fields[tag].rstrip(b"\0").decode("utf-8", "replace")))
        if _EXIF_IFD in fields:
            fields = dict(_fields(data, order, *struct.unpack(order + "I", fields[_EXIF_IFD])))
            if _USER_COMMENT in fields:
                found.texts.append(("UserComment", _comment(fields[_USER_COMMENT])))


def _fields(data: bytes, order: str, at: int) -> Iterator[tuple[int, bytes]]:
    """Tags of one directory with the bytes of their values: those of texts, plain bytes and places."""
    (count,) = struct.unpack_from(order + "H", data, at)
    for entry in range(at + 2, at + 2 + 12 * min(count, _MOST_FIELDS), 12):
        tag, kind, size = struct.unpack_from(order + "HHI", data, entry)
        if tag in _EXIF_WANTED and kind in _EXIF_SIZES:
            size *= _EXIF_SIZES[kind]
            place = entry + 8 if size <= 4 else struct.unpack_from(order + "I", data, entry + 8)[0]
            yield tag, data[place : place + min(size, _LONGEST_FIELD)]


def _comment(data: bytes) -> str:
    """EXIF's own text: eight bytes of encoding, then the text."""
    if not data.startswith(b"UNICODE\0"):
        return data[8:].decode("utf-8", "replace")
    body = data[8:]
    # the byte order is that of the file, but programs write either: that with more Latin letters is meant
    big = body[:200:2].count(0) >= body[1:200:2].count(0)
    return body.decode("utf-16-be" if big else "utf-16-le", "replace")
