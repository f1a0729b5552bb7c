"""The one way to open a picture, so that person, model and training see the same pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from verify_app.core.errors import UserError
from verify_app.core.heavy import np
from verify_app.core.messages import M
from verify_app.imaging.reading.files import CUT_SHORT, read_bytes
from verify_app.imaging.reading.header import check_size, header_of, open_image

if TYPE_CHECKING:
    from numpy.typing import NDArray

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by EXIF orientation."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture, upright.

    Parameters
    ----------
    width, height : int
        Full size in pixels as displayed, after EXIF orientation, whatever size was decoded.
    image : PIL.Image.Image
        8-bit RGB pixels, smaller than the full size when a thumbnail was asked for. `image.tobytes()` is
        what a QImage of `Format_RGB888` takes (3 * image.width bytes a line).
    scale : float
        Decoded longest side / full longest side, at most 1.
    """

    width: int
    height: int
    image: Image.Image
    scale: float = 1.0


def open_rgb(source: Path | bytes, *, at_most: int | None = None, page: int = 1) -> Picture:
    """Decode a picture as 8-bit RGB, upright.

    Alpha is dropped, 16-bit grey keeps its high byte, CMYK is converted without a profile: all as OpenCV and
    so Ultralytics' loader does, whose training must see what the person saw. Of several pages or frames the
    first one is taken.

    Parameters
    ----------
    source : Path or bytes
        The file or its bytes.
    at_most : int, optional
        Longest side wanted in pixels, for thumbnails; JPEG is then decoded at a fraction of its size.
    page : int
        Which page of a TIFF, from 1. Labels, models and training know only the first.

    Raises
    ------
    UserError
        One sentence, when it cannot be read, is no picture, is damaged or is over the pixel limit.
    """
    data = read_bytes(source) if isinstance(source, Path) else source
    with open_image(data) as opened:
        if page != 1:
            _turn_to(opened, page)
        header = header_of(opened)
        try:
            small = _shrunk(opened, at_most) if at_most else None
            image = to_rgb(small or opened)
            if small is None and at_most and max(image.size) > at_most:
                image.thumbnail((at_most, at_most), Image.Resampling.BOX)
            if header.orientation in TURNS and not header.turned:
                image = image.transpose(TURNS[header.orientation])
        except MemoryError as error:
            raise UserError(
                M(
                    "There is not enough memory for a picture of {width:,} x {height:,} pixels; scale it down or cut "
                    "it into tiles.",
                    width=header.width,
                    height=header.height,
                )
            ) from error
        except Exception as error:  # decoders raise whatever the damage leads to
            raise UserError(CUT_SHORT) from error
    return Picture(header.width, header.height, image, max(image.size) / max(header.width, header.height))


def pages(source: Path | bytes) -> int:
    """How many pages a picture has; 1 for all but TIFF (an animation is one picture: its first frame).

    Raises
    ------
    UserError
        When it cannot be read or is no picture.
    """
    with open_image(read_bytes(source) if isinstance(source, Path) else source) as image:
        try:
            return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        except Exception:  # a damaged directory of pages: the first one is there
            return 1


def _turn_to(image: Image.Image, page: int) -> None:
    try:
        if page < 1 or image.format != "TIFF":
            raise EOFError
        image.seek(page - 1)
    except EOFError as error:
        raise UserError(M("The picture has no page {page}; choose an earlier one.", page=page)) from error
    except Exception as error:  # readers raise whatever the damage leads to
        raise UserError(CUT_SHORT) from error
    check_size(image)


def to_array(picture: Picture) -> NDArray[np.uint8]:
    """The pixels as a contiguous array, (height, width, 3) uint8 RGB."""
    # not at the top: the window imports this module and must start without numpy
    return np.asarray(picture.image, dtype=np.uint8)


def _shrunk(image: Image.Image, at_most: int) -> Image.Image | None:
    """A thumbnail before conversion where Pillow can scale the stored mode, else None."""
    if image.mode not in ("RGB", "L", "CMYK", "RGBA", "LA"):
        return None
    if image.mode in ("RGBA", "LA"):
        image.load()
        image = image.convert("RGB" if image.mode == "RGBA" else "L")  # else transparency weighs the colours
    image.thumbnail((at_most, at_most), Image.Resampling.BOX, reducing_gap=2.0)
    return image


def to_rgb(image: Image.Image) -> Image.Image:
    """8-bit RGB of any mode Pillow reads, apart from the file; large pictures are not copied once more."""
    if image.mode.startswith("I;16"):
        high = slice(1, None, 2) if image.mode in ("I;16", "I;16L") else slice(0, None, 2)
        return Image.frombytes("L", image.size, image.tobytes()[high]).convert("RGB")
    if image.mode in ("I", "F"):
        return _stretched(image).convert("RGB")
    if image.mode == "RGB":
        image.load()
        return image
    return image.convert("RGB")


def _stretched(image: Image.Image) -> Image.Image:
    """32-bit integer or float grey as 8 bits: ranges 0-1, 0-255, 0-65535 as meant, others by their extremes."""
    values = np.nan_to_num(np.asarray(image, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    if image.mode == "F" and low >= 0.0 and high <= 1.0:
        low, high = 0.0, 1.0
    elif low >= 0.0 and high <= 255.0:
        low, high = 0.0, 255.0
    elif low >= 0.0 and high <= 65535.0:
        low, high = 0.0, 65535.0
    scaled = (values - low) * (255.0 / ((high - low) or 1.0))
    return Image.fromarray(np.clip(np.rint(scaled), 0, 255).astype(np.uint8))
