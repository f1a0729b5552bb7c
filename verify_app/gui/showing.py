"""Brings the image under review onto the canvas: the picture when it is decoded, else the reason in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from verify_app.app import review as looking
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import ImageState
from verify_app.gui import theme
from verify_app.gui.canvas.decode import Decoder, Frame, stamp_of
from verify_app.gui.canvas.view import Canvas
from verify_app.gui.desk import Desk
from verify_app.gui.panels.header import Header

AHEAD_MS = 40
AHEAD = (1, -1, 2)
"""Places from the present image whose pictures are decoded ahead, most likely first."""


class Showing(QObject):
    """Between desk and canvas."""

    def __init__(self, desk: Desk, canvas: Canvas, header: Header) -> None:
        super().__init__(desk)
        self._desk, self._canvas, self._header = desk, canvas, header
        self._decoder = Decoder(self)
        self._decoder.ready.connect(self._on_ready)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._look_ahead)
        desk.image_changed.connect(self._on_image)
        desk.items_changed.connect(self._on_items)

    def _on_image(self) -> None:
        review, notice = self._desk.review, self._canvas.notice
        if review is None:
            self._canvas.set_image(0, 0)
            self._header.title.show_image(None, "")
            if self._desk.session_has_images():
                notice.say(
                    "search", self.tr("No image fits this filter"), self.tr("Choose another filter on the left.")
                )
            else:
                notice.say(
                    "folder",
                    self.tr("No images yet"),
                    self.tr("Add a folder with File › Add images, or drop one here."),
                )
            return
        self._canvas.set_image(review.width, review.height)
        if review.state is ImageState.MISSING or review.problem:
            problem = review.problem or self.tr("The file is missing; put it back or relocate its source.")
            notice.say("missing", self.tr("This image cannot be reviewed"), problem)
            return
        frame = self._decoder.want(review.file)
        if frame is None:
            notice.say("info", self.tr("Loading…"), review.name, later=True)
        else:
            self._show(frame)

    def _on_ready(self, frame: Frame) -> None:
        review = self._desk.review
        if review is not None and frame.stamp == stamp_of(review.file):
            self._show(frame)

    def _show(self, frame: Frame) -> None:
        review, notice = self._desk.review, self._canvas.notice
        assert review is not None
        if frame.problem:
            notice.say("missing", self.tr("This image cannot be shown"), frame.problem)
            return
        size = frame.levels[0].size()
        if (size.width(), size.height()) != (review.width, review.height):
            text = self.tr(
                "It was {a} × {b} pixels and is {c} × {d} now. Look for changed files with Project › Sources."
            )
            text = text.format(a=review.width, b=review.height, c=size.width(), d=size.height())
            notice.say("stale", self.tr("Changed on disk"), text)
            return
        notice.clear()
        self._canvas.set_frame(frame)
        self._desk.seen = True
        self._ahead.start()

    def _look_ahead(self) -> None:
        desk = self._desk
        for step in AHEAD:
            place = desk.position + step
            if desk.review is None or not 0 <= place < len(desk.order):
                continue
            try:
                self._decoder.want(looking.look(desk.session, desk.order[place]).file, soon=True)
            except UserError:
                continue  # said when the person gets there

    def _on_items(self) -> None:
        desk = self._desk
        place = ""
        if desk.order:
            here = f"{desk.position + 1:,}" if desk.position >= 0 else "–"
            place = f"{here} / {len(desk.order):,}"
        self._header.title.show_image(desk.review, place)
        if desk.drawing_class is not None:
            self._canvas.drawing_colour = theme.class_colour(desk.drawing_class)
        self._canvas.set_items(desk.items, selected=desk.selected, wanted=desk.wanted)

    def close(self) -> None:
        """Stop decoding."""
        self._ahead.stop()
        self._decoder.close()
