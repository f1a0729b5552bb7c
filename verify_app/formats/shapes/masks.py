"""Masks of other people's files, unpacked by numpy alone: nothing they state reaches C code before it was checked.

A mask is the lengths of its runs, outside and inside in turn, beginning outside. COCO counts down the columns, as a
list or packed into text (six bits a character, five of the number; from the third on each as the difference to the one
before the last, https://github.com/cocodataset/cocoapi/blob/master/common/maskApi.c); CVAT counts along the rows of a
window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verify_app.core.errors import UserError
from verify_app.core.heavy import np
from verify_app.core.messages import M
from verify_app.core.regions import Polygon
from verify_app.imaging.mask_contours import polygon_of_mask

if TYPE_CHECKING:
    from numpy.typing import NDArray

MASK_PIXELS = 100_000_000
_MOST_BYTES = 6
"""Characters of a packed number: 30 bits, more than `MASK_PIXELS` takes."""


def coco_mask(rle: dict[str, Any], size: tuple[int, int]) -> Polygon:
    """The outline of COCO's RLE, packed or not.

    Parameters
    ----------
    size : (int, int)
        Width and height of the image as stated; 0, 0 where they are not.

    Raises
    ------
    UserError
        When its size is not that of the image, its runs do not fill it, or it has no pixel.
    """
    shape = rle.get("size")
    if not isinstance(shape, list) or len(shape) != 2 or any(type(side) is not int or side <= 0 for side in shape):
        raise UserError(M("an RLE mask without a size of two whole numbers"))
    height, width = shape
    if height * width > MASK_PIXELS or (size != (0, 0) and (width, height) != size):
        raise UserError(
            M(
                "an RLE mask of {width} x {height} pixels on an image of {own_width} x {own_height}",
                width=width,
                height=height,
                own_width=size[0],
                own_height=size[1],
            )
        )
    counts = rle.get("counts")
    runs = _unpacked(counts) if isinstance(counts, str) else _listed(counts)
    # by columns: of the transposed mask these are rows
    return _outline(_checked(runs, height * width), height, turned=True)


def cvat_mask(text: str, width: int, height: int) -> Polygon:
    """The outline of CVAT's runs in a window of `width` x `height` pixels, its corner at 0, 0.

    Raises
    ------
    UserError
        When the runs do not fill the window, or there is no pixel.
    """
    if not 0 < width * height <= MASK_PIXELS or len(text) > MASK_PIXELS:
        raise UserError(M("a mask without a size, or too large"))
    try:
        runs = np.array([int(run) for run in text.split(",") if run.strip()], dtype=np.int64)
    except (ValueError, OverflowError) as error:
        raise UserError(M("a mask whose runs are no whole numbers")) from error
    return _outline(_checked(runs, width * height), width)


def _listed(counts: Any) -> NDArray[np.int64]:
    if not isinstance(counts, list) or not {int}.issuperset(map(type, counts)):
        raise UserError(M("an RLE mask whose counts are neither text nor whole numbers"))
    try:
        return np.array(counts, dtype=np.int64)
    except OverflowError as error:
        raise UserError(M("an RLE mask whose runs do not fill it")) from error


def _unpacked(text: str) -> NDArray[np.int64]:
    try:
        codes = np.frombuffer(text.encode("ascii"), dtype=np.uint8).astype(np.int64) - 48
    except UnicodeEncodeError as error:
        raise UserError(M("an RLE mask that cannot be unpacked")) from error
    if not codes.size:
        return codes
    if codes.min() < 0 or codes.max() > 63 or codes[-1] & 32:
        raise UserError(M("an RLE mask that cannot be unpacked"))
    last = np.flatnonzero(codes & 32 == 0)
    first = np.concatenate([[0], last[:-1] + 1])
    sizes = last - first + 1
    if sizes.max() > _MOST_BYTES:
        raise UserError(M("an RLE mask that cannot be unpacked"))
    places = np.arange(codes.size) - np.repeat(first, sizes)
    runs = np.add.reduceat((codes & 31) << (5 * places), first)
    runs -= np.where(codes[last] & 16, np.int64(1) << (5 * sizes), 0)  # the topmost bit is the sign
    # sums of so many numbers of 30 bits cannot leave 64
    runs[1::2] = np.cumsum(runs[1::2])
    runs[2::2] = np.cumsum(runs[2::2])
    return runs


def _checked(runs: NDArray[np.int64], pixels: int) -> NDArray[np.int64]:
    if not runs.size or runs.min() < 0 or runs.max() > pixels or int(runs.sum()) != pixels:
        raise UserError(M("a mask whose runs do not fill it"))
    return runs


def _outline(runs: NDArray[np.int64], columns: int, *, turned: bool = False) -> Polygon:
    """The outline of runs along rows of `columns` pixels each; `turned` where these are the mask's columns."""
    ends = np.cumsum(runs)
    inside = np.flatnonzero(runs[1::2]) * 2 + 1
    if not inside.size:
        raise UserError(M("a mask without a pixel"))
    # only the rows that hold something are made: most masks are small in their image
    top = int(ends[inside[0] - 1]) // columns
    bottom = -(-int(ends[inside[-1]]) // columns)
    edges = np.clip(ends - top * columns, 0, (bottom - top) * columns)
    lengths = np.diff(edges, prepend=0)
    values = np.repeat(np.arange(lengths.size, dtype=np.int64).astype(np.uint8) & 1, lengths)
    window = values.reshape(bottom - top, columns)
    found = polygon_of_mask(window.T, left=top) if turned else polygon_of_mask(window, top=top)
    if found is None:
        raise UserError(M("a mask without a pixel"))
    return found


def packed_mask(mask: NDArray[np.uint8]) -> dict[str, Any]:
    """A mask of (height, width), nonzero inside, as COCO's packed RLE."""
    height, width = mask.shape
    flat = (mask.T != 0).reshape(-1)
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    starts = np.concatenate([[0], [0] if flat.size and flat[0] else [], edges]).astype(np.int64)
    runs = np.diff(starts, append=flat.size)
    values = runs.copy()
    values[3:] -= runs[1:-2]
    sizes = np.ones(values.size, dtype=np.int64)
    for size in range(1, _MOST_BYTES):
        sizes += (values < -(16 << 5 * (size - 1))) | (values >= 16 << 5 * (size - 1))
    places = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    codes = (np.repeat(values, sizes) >> (5 * places)) & 31
    codes |= np.where(places < np.repeat(sizes, sizes) - 1, 32, 0)
    return {"size": [height, width], "counts": (codes + 48).astype(np.uint8).tobytes().decode("ascii")}
