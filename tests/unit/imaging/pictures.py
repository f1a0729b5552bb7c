"""Pictures of every kind the program must open, made in place."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import Image


def scene(width: int = 64, height: int = 48, *, seed: int = 0) -> Image.Image:
    """A smooth coloured picture, different in every corner."""
    small = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def turned(kind: str, orientation: int, **options: object) -> bytes:
    """The scene as a camera held another way stores it."""
    exif = Image.Exif()
    exif[274] = orientation
    return encoded(scene(), kind, exif=exif, **options)


def png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_bomb(side: int = 30_000) -> bytes:
    """A small valid PNG of `side` x `side` pixels, grey, 8 bits: all rows zero."""
    rows = zlib.compressobj(9)
    row = b"\0" * (side + 1)
    packed = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")


def late_exif_png(orientation: int) -> bytes:
    """A PNG whose eXIf chunk comes after the pixels, as the specification allows."""
    exif = Image.Exif()
    exif[274] = orientation
    whole = encoded(scene(), "PNG")
    return whole[:-12] + png_chunk(b"eXIf", exif.tobytes().removeprefix(b"Exif\0\0")) + whole[-12:]
