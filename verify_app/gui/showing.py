"""Brings the image under review onto the canvas: the picture when it is decoded, else the reason in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from verify_app.app import review as looking
from verify_app.app.review import ReviewImage
from verify_app.core.errors import UserError
from verify_app.gui import theme
from verify_app.gui.canvas.decode import Decoder, Frame, Stamp, stamp_of
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
        self._looked: set[tuple[int, Stamp]] = set()
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
        frame = self._decoder.want(review.file)
        if frame is not None:
            self._show(frame)
        elif review.problem:
            self._say_problem(review.problem)
        else:
            notice.say("info", self.tr("Loading…"), review.name.replace("\n", "⏎"), later=True)

    def _on_ready(self, frame: Frame) -> None:
        review = self._desk.review
        if review is not None and frame.stamp == stamp_of(review.file):
            self._show(frame)

    def _show(self, frame: Frame) -> None:
        review = self._desk.review
        assert review is not None
        if self._differs(frame, review):
            if self._look_again(frame, review):
                return  # what was found has come up by itself
            if not frame.problem:
                text = self.tr("The file was changed since it was added, and that could not be recorded.")
                self._canvas.notice.say("stale", self.tr("Changed on disk"), text)
                return
        if frame.problem:
            self._say_problem(frame.problem)
            return
        self._canvas.notice.clear()
        self._canvas.set_frame(frame)
        self._desk.seen = frame.stamp
        self._ahead.start()

    def _say_problem(self, problem: str) -> None:
        self._canvas.notice.say("missing", self.tr("This image cannot be reviewed"), problem)

    @staticmethod
    def _differs(frame: Frame, review: ReviewImage) -> bool:
        """Whether the file is not what the project knows: decisions would be bound to bytes that nobody saw."""
        if frame.problem or review.problem:
            return bool(frame.problem) != bool(review.problem)
        return frame.sha256 != review.sha256

    def _look_again(self, frame: Frame, review: ReviewImage) -> bool:
        """Record what has become of the file, once for each look at it; False when that changes nothing."""
        if (review.id, frame.stamp) in self._looked:
            return False
        from verify_app.app.files import rescan  # noqa: PLC0415  only when a file was changed

        self._looked.add((review.id, frame.stamp))
        desk = self._desk
        desk.run(lambda: rescan(desk.session, [review.id]))
        now = desk.review
        changed = now is not None and (now.sha256, now.problem) != (review.sha256, review.problem)
        if changed and now is not None and not now.problem:
            text = self.tr("The file was changed on disk since it was added. Look again at what is on it.")
            desk.said.emit(text, "warn")
        return changed

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
        if desk.order or desk.review is not None:
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
