"""16-bit and float grey as it is stored, beside the 8 bits that the model sees of it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from verify_app.core.errors import UserError
from verify_app.core.heavy import np
from verify_app.imaging.reading.files import CUT_SHORT
from verify_app.imaging.reading.header import header_of, open_image
from verify_app.imaging.reading.picture import TURNS

DEEP = frozenset({"I", "F", "I;16", "I;16L", "I;16B", "I;16N"})
"""Pillow's modes with more than 8 bits of grey."""


@dataclass(frozen=True, slots=True)
class GreyValues:
    """Grey of more than 8 bits, upright.

    Parameters
    ----------
    levels : tuple of (int, int, bytes)
        Width, height and 16-bit codes in the machine's byte order, row by row; full size first, each next one
        half the size.
    first, last : float
        The values that codes 0 and 65,535 stand for.
    low, high : float
        The least and the greatest value in the picture.
    """

    levels: tuple[tuple[int, int, bytes], ...]
    first: float
    last: float
    low: float
    high: float


def grey_values(data: bytes, *, smallest: int = 1024) -> GreyValues | None:
    """The values of a picture in one of the modes of `DEEP`; None for any other.

    Raises
    ------
    UserError
        One sentence, when it cannot be read.
    """
    with open_image(data) as image:
        if image.mode not in DEEP:
            return None
        header = header_of(image)
        try:
            image.load()
            upright: Image.Image = image
            if header.orientation in TURNS and not header.turned:
                upright = image.transpose(TURNS[header.orientation])
            values = np.asarray(upright)
        except Exception as error:  # decoders raise whatever the damage leads to
            raise UserError(CUT_SHORT) from error
    if values.dtype.kind == "f":
        values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    first, last = (0.0, 65535.0) if low >= 0.0 and high <= 65535.0 and values.dtype.kind != "f" else (low, high)
    if last <= first:
        last = first + 1.0
    if (first, last) == (0.0, 65535.0):
        codes = values.astype(np.uint16)
    else:
        codes = np.rint((values.astype(np.float64) - first) * (65535.0 / (last - first))).astype(np.uint16)
    levels = [codes]
    while max(levels[-1].shape) > smallest and min(levels[-1].shape) > 1:
        above = levels[-1][: levels[-1].shape[0] // 2 * 2, : levels[-1].shape[1] // 2 * 2].astype(np.uint32)
        mean = (above[::2, ::2] + above[1::2, ::2] + above[::2, 1::2] + above[1::2, 1::2] + 2) // 4
        levels.append(mean.astype(np.uint16))
    packed = tuple((level.shape[1], level.shape[0], level.tobytes()) for level in levels)
    return GreyValues(packed, first, last, low, high)
