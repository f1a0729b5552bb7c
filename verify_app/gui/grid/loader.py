"""Cuts crops out of their images on a thread pool; each image is decoded once for all the crops wanted of it."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from verify_app.app.review.crops import Crop
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.imaging.perceptual_hash import alike_order, picture_hash
from verify_app.imaging.reading.files import read_bytes
from verify_app.imaging.reading.picture import open_rgb

SIDE = 160
"""Longest side of a stored crop in pixels: the largest cell on a screen of ordinary density."""
AROUND = 0.18
"""How much of its surroundings is shown on each side of an object, as a share of its longer side."""
PACKED_BYTES, SHOWN_BYTES = 96 * 2**20, 48 * 2**20
QUALITY = 88
UNPACK_S = 0.012
"""How long one painting of the grid may unpack pictures; the others come with the next, a moment later."""

Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Cut:
    """A crop as a small picture, or why there is none; `sha256` is that of the file's bytes it was cut out of."""

    key: Key
    packed: bytes = b""
    problem: str = ""
    hash: int | None = None
    sha256: str = ""


class Loader(QObject):
    """Gives pictures of crops; `ready` says that some have come."""

    ready = Signal()
    ordered = Signal(object)
    """Places of crops in an order in which neighbours look alike."""
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packed: OrderedDict[Key, Cut] = OrderedDict()
        self._shown: OrderedDict[Key, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: OrderedDict[int, list[Crop]] = OrderedDict()
        self._files: dict[int, Path] = {}
        self._running = 0
        self._hash = False
        self._unpack_until, self._unpacked = 0.0, False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self.ready)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._done.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def begin_painting(self) -> None:
        """What is asked for from here on is painted together."""
        self._unpack_until, self._unpacked = time.perf_counter() + UNPACK_S, False

    def picture(self, crop: Crop) -> QImage | None:
        """The crop's picture when it is there; None also when this painting has unpacked enough: it is told anew."""
        key = (crop.image_id, crop.item_id)
        image = self._shown.get(key)
        if image is not None:
            self._shown.move_to_end(key)
            return image
        cut = self._packed.get(key)
        if cut is None or not cut.packed:
            return None
        if self._unpacked and time.perf_counter() > self._unpack_until:
            self._rest.start()
            return None
        self._unpacked = True  # one each time, however slow: else none would ever come
        image = QImage.fromData(cut.packed)
        self._shown[key] = image
        while len(self._shown) > SHOWN_BYTES // (SIDE * SIDE * 4):
            self._shown.popitem(last=False)
        return image

    def is_cut(self, crop: Crop) -> bool:
        """Whether the crop was cut out of its image and is kept."""
        return bool((cut := self._packed.get((crop.image_id, crop.item_id))) and cut.packed)

    def digest_of(self, crop: Crop) -> str:
        """SHA-256 of the bytes that the crop was cut out of; empty when it was not cut out."""
        cut = self._packed.get((crop.image_id, crop.item_id))
        return cut.sha256 if cut is not None else ""

    def forget(self, image_ids: Collection[int]) -> None:
        """The files of these images are others now: their crops are cut out anew when they are next asked for."""
        for key in [key for key in self._packed if key[0] in image_ids]:
            self._bytes -= len(self._packed.pop(key).packed)
            self._shown.pop(key, None)

    def problem(self, crop: Crop) -> str:
        """Why there is no picture; empty when there is one or none yet."""
        cut = self._packed.get((crop.image_id, crop.item_id))
        return cut.problem if cut is not None else ""

    def hash_of(self, crop: Crop) -> int | None:
        """What the crop looks like, as a number; None when it was not cut out yet."""
        cut = self._packed.get((crop.image_id, crop.item_id))
        return cut.hash if cut is not None else None

    def want(
        self, crops: Iterable[Crop], files: Callable[[Sequence[int]], dict[int, Path]], *, hashes: bool = False
    ) -> None:
        """Cut these out next; what was asked for before and has not begun is forgotten.

        Parameters
        ----------
        files : callable
            Gives the files of images by id; asked for those alone of which something is missing.
        """
        self._wanted.clear()
        self._hash = hashes
        asked = {(crop.image_id, crop.item_id): crop for crop in crops}
        for key, crop in asked.items():
            cut = self._packed.get(key)
            if cut is None or (hashes and cut.packed and cut.hash is None):
                self._wanted.setdefault(crop.image_id, []).append(crop)
        self._files = files(sorted(self._wanted)) if self._wanted else {}
        self._start()

    def _start(self) -> None:
        while self._wanted and self._running < self._pool.maxThreadCount():
            image_id, crops = self._wanted.popitem(last=False)
            file, hashes = self._files.get(image_id), self._hash
            if file is None:
                continue
            self._running += 1
            self._pool.start(lambda f=file, c=crops, h=hashes: self._done.emit(cut_out(f, c, hashes=h)))

    def _keep(self, cuts: list[Cut]) -> None:
        self._running -= 1
        for cut in cuts:
            if (before := self._packed.pop(cut.key, None)) is not None:
                self._bytes -= len(before.packed)
            self._shown.pop(cut.key, None)
            self._packed[cut.key] = cut
            self._bytes += len(cut.packed)
        while self._bytes > PACKED_BYTES and len(self._packed) > 1:
            self._bytes -= len(self._packed.popitem(last=False)[1].packed)
        self._start()
        self.ready.emit()

    def order_alike(self, crops: list[Crop]) -> None:
        """Work out, beside the window, an order in which neighbours look alike; `ordered` gives it."""
        hashes = [self.hash_of(crop) or 0 for crop in crops]
        self._pool.start(lambda: self.ordered.emit(_alike(hashes)))

    @property
    def idle(self) -> bool:
        """Whether all that was wanted has come."""
        return not self._wanted and not self._running

    def close(self) -> None:
        """Stop; nothing is announced any more."""
        self._wanted.clear()
        self._rest.stop()
        self._done.disconnect(self._keep)
        self._pool.clear()
        self._pool.waitForDone()


def _alike(hashes: list[int]) -> list[int]:
    return alike_order(hashes)


def cut_out(file: Path, crops: list[Crop], *, hashes: bool) -> list[Cut]:
    """The crops of one image; runs on any thread. What goes wrong is told in place of each."""
    try:
        return _cut_out(file, crops, hashes=hashes)
    except UserError as error:
        problem = str(error)
    except Exception as error:  # a bug must not end with its thread
        problem = M("The picture cannot be shown ({kind}).", kind=type(error).__name__)
    return [Cut((crop.image_id, crop.item_id), problem=problem) for crop in crops]


def _cut_out(file: Path, crops: list[Crop], *, hashes: bool) -> list[Cut]:
    data = read_bytes(file)
    digest = hashlib.sha256(data).hexdigest()
    width, height = crops[0].width, crops[0].height
    scale = min(1.0, max(SIDE / max(1.0, *_wide(crop)) for crop in crops))
    picture = open_rgb(data, at_most=max(SIDE, round(max(width, height) * scale)) if scale < 1.0 else None)
    found = []
    for crop in crops:
        x1, y1, x2, y2 = surroundings(crop)
        fx, fy = picture.image.width / width, picture.image.height / height
        part = picture.image.crop(
            (int(x1 * fx), int(y1 * fy), max(int(x1 * fx) + 1, round(x2 * fx)), max(int(y1 * fy) + 1, round(y2 * fy)))
        )
        part.thumbnail((SIDE, SIDE))
        seen = None
        if hashes:
            seen = picture_hash(part)
        packed = _pack(part.width, part.height, part.tobytes())
        found.append(Cut((crop.image_id, crop.item_id), packed, hash=seen, sha256=digest))
    return found


def _wide(crop: Crop) -> tuple[float, float]:
    x1, y1, x2, y2 = surroundings(crop)
    return x2 - x1, y2 - y1


def surroundings(crop: Crop) -> tuple[float, float, float, float]:
    """What is cut out, in pixels of the image: the object and something round it; all of a whole image."""
    if crop.whole:
        return 0.0, 0.0, float(crop.width), float(crop.height)
    box = crop.bounds
    margin = max(4.0, AROUND * max(box.width, box.height))
    return (
        max(0.0, box.x1 - margin),
        max(0.0, box.y1 - margin),
        min(float(crop.width), box.x2 + margin),
        min(float(crop.height), box.y2 + margin),
    )


def _pack(width: int, height: int, data: bytes) -> bytes:
    image = QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888)
    packed = QByteArray()
    stream = QDataStream(packed, QIODevice.OpenModeFlag.WriteOnly)  # not a `QBuffer`: see `images/qt_decoder.py`
    image.save(stream.device(), "JPEG", QUALITY)  # type: ignore[call-overload]  # PySide6's stub wants bytes
    return bytes(packed.data())
