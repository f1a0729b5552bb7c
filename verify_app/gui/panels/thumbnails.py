"""Small pictures for the lines of the image list, cut out beside the window and kept as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from verify_app.app.review.crops import Crop
from verify_app.app.review.queue import Row
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import LabelState
from verify_app.gui.grid.loader import Loader

SIDE = 44
"""Height and width of a picture in the list, in pixels."""
WAIT_MS = 40
"""Nothing is cut out for lines that only fly past."""
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


class Thumbnails(QObject):
    """Gives pictures of whole images; `ready` says that some have come.

    Parameters
    ----------
    visible : callable
        The lines that are on the screen, from the top.
    files : callable
        Gives the files of images by id.
    """

    ready = Signal()

    def __init__(
        self,
        visible: Callable[[], Iterable[Row]],
        files: Callable[[Sequence[int]], dict[int, Path]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visible, self._files = visible, files
        self._loader = Loader(self)
        self._loader.ready.connect(self.ready)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._want)
        self._painting = QTimer(self)
        """Runs out when what is painted now is done: a painting unpacks so many pictures, the next one goes on."""
        self._painting.setSingleShot(True)
        self._painting.setInterval(0)

    def picture(self, row: Row) -> QImage | None:
        """The line's picture when it is there; else it comes soon, unless there is none."""
        if not self._painting.isActive():
            self._painting.start()
            self._loader.begin_painting()
        image = self._loader.picture(_whole(row))
        if image is None and not self._soon.isActive() and not self._loader.problem(_whole(row)):
            self._soon.start()
        return image

    def forget(self, image_ids: Collection[int]) -> None:
        """The files of these images may be others now."""
        self._loader.forget(image_ids)

    def close(self) -> None:
        """Stop; nothing is announced any more."""
        self._soon.stop()
        self._painting.stop()
        self._loader.close()

    def _want(self) -> None:
        self._loader.want((_whole(row) for row in self._visible() if row.width and row.height), self._files)


def _whole(row: Row) -> Crop:
    """An image as what the crop grid's loader takes."""
    return Crop(row.id, "", 0, LabelState.PROPOSAL, None, _NOWHERE, row.width, row.height)
