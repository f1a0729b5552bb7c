"""Which pictures this program takes, and which of them Ultralytics' loader takes."""

from __future__ import annotations

from importlib.util import find_spec

MAX_PIXELS = 512_000_000
"""The one bomb limit: 512 megapixels, about 22,600 x 22,600 and 1.5 GB as RGB. 30,000 x 30,000 is refused."""

MAX_BYTES = 2**31
"""No larger file is read into memory."""

HEIC = find_spec("pillow_heif") is not None
"""Whether this machine has the package that reads pictures of phones (the extra ``heic``)."""

_HEIC = frozenset({".heic", ".heif"})

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".apng", ".webp", ".bmp", ".dib"}
    | {".tif", ".tiff", ".gif", ".avif", ".jp2"}
    | (_HEIC if HEIC else frozenset())
)
"""File name endings (lower case) that are taken for pictures."""

FOREIGN_SUFFIXES = (
    frozenset(
        {".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf"}
        | {".tga", ".ppm", ".pgm", ".pbm", ".pnm", ".jxl", ".psd", ".exr", ".hdr", ".pcx"}
        | _HEIC
    )
    - SUFFIXES
)
"""Pictures that must be converted first: named when a folder is added, not just skipped."""

PLUGINS = ("JPEG", "PNG", "WEBP", "BMP", "DIB", "TIFF", "GIF", "AVIF", "JPEG2000", *(("HEIF",) if HEIC else ()))
"""The Pillow readers in use, whatever a file's name says; the rest (EPS, PSD, ...) only widen the attack surface."""

TRAINABLE_SUFFIXES = frozenset({".avif", ".bmp", ".jp2", ".jpeg", ".jpg", ".mpo", ".png", ".tif", ".tiff", ".webp"})
"""Those of `SUFFIXES` that Ultralytics' loader lists (its `IMG_FORMATS`)."""

TRAINABLE_FORMATS = frozenset({"AVIF", "BMP", "JPEG", "JPEG2000", "MPO", "PNG", "TIFF", "WEBP"})
"""Contents (Pillow's names) that Ultralytics' loader accepts, whatever the file is called."""

TRAINABLE_LEAST_SIDE = 10
"""Ultralytics rejects a picture with a shorter side, in pixels."""
