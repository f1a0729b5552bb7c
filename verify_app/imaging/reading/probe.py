"""A first look at an image file: its digest, its size as displayed and whether it can be used."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

from PIL import Image

from verify_app.core.errors import UserError
from verify_app.core.records import Scan
from verify_app.imaging.reading.files import CUT_SHORT, read_bytes
from verify_app.imaging.reading.header import Header, header_of, open_image


def probe(path: Path) -> Scan:
    """Look at one file; the bytes are read once. Never raises for a bad file.

    Returns
    -------
    Scan
        `problem` is one sentence when the file cannot be used; then width and height are 0, and so are digest
        (empty) and size when not even the bytes could be read. Of an animation or a file of several pages the
        first picture counts.
    """
    path = Path(path)
    modified = modified_at(path)  # before the bytes: a later change then shows, an earlier one is in them
    try:
        return scan_bytes(read_bytes(path), modified=modified)
    except UserError as error:
        return unread(path, str(error))


def unread(path: Path, problem: str) -> Scan:
    """The scan of a file whose bytes could not be read: no digest, and its size if that much is known."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return Scan(sha256="", bytes=0, width=0, height=0, problem=problem)
    return Scan("", status.st_size, 0, 0, problem, status.st_mtime_ns)


def modified_at(path: Path) -> int:
    """When the file was last changed, in nanoseconds; 0 when unknown."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0


def scan_bytes(data: bytes, *, modified: int = 0) -> Scan:
    """The same for bytes at hand, of a file last `modified` then."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        header = check(data)
    except UserError as error:
        return Scan(digest, len(data), 0, 0, str(error), modified)
    return Scan(digest, len(data), header.width, header.height, None, modified)


def check(data: bytes) -> Header:
    """Check that a picture is whole, at the least cost its format allows.

    JPEG: the end marker; PNG: every chunk's checksum up to IEND; WebP: the container's length; TIFF: strips
    and tiles inside the file. Only in doubt, and for the other formats, the first picture is decoded.

    Raises
    ------
    UserError
        One sentence, when it cannot be used.
    """
    with open_image(data) as image:
        header = header_of(image)
        if not _looks_whole(image, data):
            try:
                image.draft("RGB", (1, 1))  # JPEG: an eighth of the size, and still every byte is read
                image.load()
            except Exception as error:  # decoders raise whatever the damage leads to
                raise UserError(CUT_SHORT) from error
    return header


def _looks_whole(image: Image.Image, data: bytes) -> bool:
    """True: whole. False: decode it to know."""
    match image.format:
        case "JPEG" | "MPO":
            # end of image after the last start of scan; phones append films, so not only at the very end
            return data.endswith(b"\xff\xd9") or data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda") > 0
        case "PNG":
            _check_png(data)
            return True
        case "WEBP":
            if 8 + struct.unpack_from("<I", data, 4)[0] > len(data):
                raise UserError(CUT_SHORT)
            return True
        case "TIFF":
            _check_tiff(image, len(data))
            return True
    return False


def _check_png(data: bytes) -> None:
    """Walk the chunks as Ultralytics' `verify` does, so that what passes here passes there."""
    view, at = memoryview(data), 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data) or struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(view[at + 4 : end - 4]):
            break
        if kind == b"IEND":
            return
        at = end
    raise UserError(CUT_SHORT)


def _check_tiff(image: Image.Image, size: int) -> None:
    """Strips (tags 273, 279) or tiles (324, 325) of the first page must lie inside the file."""
    tags = image.tag_v2  # type: ignore[attr-defined]
    for offsets, counts in ((273, 279), (324, 325)):
        if offsets in tags and counts in tags:
            pairs = zip(_numbers(tags[offsets]), _numbers(tags[counts]), strict=False)
            if any(start + length > size for start, length in pairs):
                raise UserError(CUT_SHORT)


def _numbers(value: object) -> tuple[int, ...]:
    return tuple(int(v) for v in value) if isinstance(value, tuple) else (int(value),)  # type: ignore[call-overload]
