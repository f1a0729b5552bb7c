"""What a picture's first bytes say: format, size as displayed, orientation. Nothing is decoded."""

from __future__ import annotations

import io
import struct
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.imaging.reading.files import CUT_SHORT
from verify_app.imaging.reading.files import read_bytes as read_bytes
from verify_app.imaging.reading.formats import (
    HEIC,
    MAX_PIXELS,
    PLUGINS,
    TRAINABLE_FORMATS,
    TRAINABLE_LEAST_SIDE,
    TRAINABLE_SUFFIXES,
)
from verify_app.imaging.reading.simple_header import JPEG_START

# Pillow's own limit (179 megapixels) is lifted because `open_image` holds a limit of ours before any pixel is
# allocated; Ultralytics' loader, which has no limit of its own, then also takes what the person could review.
Image.MAX_IMAGE_PIXELS = None

_ORIENTATION = 274
NOT_A_PICTURE = M(
    "This is not a picture this program reads (JPEG, PNG, WebP, TIFF, BMP, GIF, AVIF, JPEG "
    "2000), whatever its name says; convert it or leave it out."
)


_PHONE = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_HEIC_INSIDE = "This is a HEIC picture, whatever its name says; install verify-app[heic], or convert it to JPEG."


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a picture before it is decoded.

    Parameters
    ----------
    format : str
        Pillow's name of the content: ``JPEG``, ``PNG``, ...
    mode : str
        Pillow's pixel mode as stored: ``RGB``, ``CMYK``, ``I;16``, ...
    width, height : int
        Pixels as displayed, after EXIF orientation.
    orientation : int
        EXIF orientation as stored, 1 to 8.
    turned : bool
        Whether Pillow applies the orientation by itself (it does for TIFF).
    """

    format: str
    mode: str
    width: int
    height: int
    orientation: int
    turned: bool = False


def open_image(data: bytes) -> Image.Image:
    """Pillow's lazy image of `data`, its size checked before anything is allocated.

    Raises
    ------
    UserError
        When it is no picture, damaged at the start or over `MAX_PIXELS`.
    """
    try:
        image = _jpeg(data) if data.startswith(JPEG_START) else Image.open(io.BytesIO(data), formats=_readers())
    except (UnidentifiedImageError, ImportError) as error:
        # ImportError: once Ultralytics is loaded its patched Image.open asks for a HEIF package instead
        if not HEIC and data[4:8] == b"ftyp" and data[8:12] in _PHONE:
            raise UserError(_HEIC_INSIDE) from error
        raise UserError(CUT_SHORT if _known_start(data) else NOT_A_PICTURE) from error
    except Exception as error:  # readers raise whatever the damage leads to: struct.error, IndexError, ...
        raise UserError(CUT_SHORT) from error
    check_size(image)
    return image


def check_size(image: Image.Image) -> None:
    """Refuse, and close, an opened image over the limit.

    Raises
    ------
    UserError
        Over `MAX_PIXELS`.
    """
    width, height = image.size
    if width * height > MAX_PIXELS:
        image.close()
        raise UserError(
            M(
                "The picture has {width:,} x {height:,} pixels, more than the {most} megapixels this "
                "program opens; scale it down or cut it into tiles.",
                width=width,
                height=height,
                most=MAX_PIXELS // 1000000,
            )
        )


def _jpeg(data: bytes) -> Image.Image:
    """What `Image.open` would give, without loading the readers of all other formats: most pictures are JPEG."""
    # with the first picture, not with the window
    from PIL.JpegImagePlugin import jpeg_factory  # noqa: PLC0415

    return jpeg_factory(io.BytesIO(data))


@cache
def _readers() -> tuple[str, ...]:
    """Those of `PLUGINS` that this Pillow was built with, or was given."""
    Image.init()
    if HEIC:
        from pillow_heif import register_heif_opener  # noqa: PLC0415  an extra, with the first picture that is no JPEG

        register_heif_opener()
    return tuple(name for name in PLUGINS if name in Image.OPEN)


def orientation_of(image: Image.Image) -> int:
    """EXIF orientation, 1 to 8; 1 when there is none or it is damaged.

    Not `getexif`: on PNG that decodes the whole picture, and it also takes an orientation from XMP, which
    OpenCV and so Ultralytics do not.
    """
    found: object = 1
    with suppress(Exception):  # damaged metadata is no reason to refuse the pixels
        if image.format == "TIFF":
            found = image.tag_v2.get(_ORIENTATION, 1)  # type: ignore[attr-defined]
        elif raw := image.info.get("exif"):
            exif = Image.Exif()
            exif.load(raw)
            found = exif.get(_ORIENTATION, 1)
        elif image.format == "PNG" and (late := _late_png_exif(image)):
            exif = Image.Exif()
            exif.load(late)
            found = exif.get(_ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def header_of(image: Image.Image) -> Header:
    """The header of an opened image."""
    orientation, turned = orientation_of(image), image.format == "TIFF"
    width, height = image.size if orientation < 5 or turned else image.size[::-1]
    return Header(image.format or "", image.mode, width, height, orientation, turned)


def untrainable(source: Path | bytes, *, name: str | None = None) -> str | None:
    """Why Ultralytics' loader would reject this picture or see other pixels than the person did.

    Parameters
    ----------
    source : Path or bytes
        The file, or its bytes with its `name`.

    Returns
    -------
    str or None
        One sentence, or None when it can be trained on.
    """
    name = name or (source.name if isinstance(source, Path) else "")
    suffix = Path(name).suffix.lower()
    if suffix not in TRAINABLE_SUFFIXES:
        return (
            M("Ultralytics reads no {suffix}; convert it to PNG or JPEG.", suffix=suffix)
            if suffix
            else M("Ultralytics reads no files without an ending; convert it to PNG or JPEG.")
        )
    try:
        with open_image(read_bytes(source) if isinstance(source, Path) else source) as image:
            header, late = header_of(image), image.format == "PNG" and "exif" not in image.info
    except UserError as error:
        return str(error)
    if header.format not in TRAINABLE_FORMATS:
        return M(
            "Ultralytics reads no {form} inside a {suffix} file; convert it to PNG or JPEG.",
            form=header.format,
            suffix=suffix,
        )
    if min(header.width, header.height) < TRAINABLE_LEAST_SIDE:
        return M("Ultralytics rejects pictures with a side under {side} pixels.", side=TRAINABLE_LEAST_SIDE)
    if header.format == "TIFF" and header.mode not in ("1", "L", "P", "I;16", "I;16B", "RGB", "CMYK"):
        # measured: float and 32-bit TIFF give None, RGBA comes premultiplied, LAB in other colours
        return M("Ultralytics reads this kind of TIFF ({mode}) wrongly; convert it to PNG or JPEG.", mode=header.mode)
    if late and header.orientation > 4:
        return M("Ultralytics takes this PNG's width for its height (its EXIF data come last); save it again.")
    return None


def _known_start(data: bytes) -> bool:
    """Whether the bytes begin like a picture, so that 'cut short' is the better word than 'no picture'."""
    starts = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x0cjP  ")
    return data.startswith(starts) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:8] == b"ftyp"


def _late_png_exif(image: Image.Image) -> bytes | None:
    """The eXIf chunk of a PNG, wherever it stands."""
    stream = getattr(image, "fp", None)
    data = stream.getvalue() if isinstance(stream, io.BytesIO) else b""
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"eXIf":
            return data[at + 8 : at + 8 + length]
        at += 12 + length
    return None
