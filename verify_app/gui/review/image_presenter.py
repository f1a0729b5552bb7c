"""Brings the image under review onto the canvas: the decoded picture, or the reason why there is none."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QElapsedTimer, QObject, QSize, QTimer

from verify_app.app.review import image_view as looking
from verify_app.app.review.image_view import ReviewImage
from verify_app.app.review.same_bytes import rescan
from verify_app.core.errors import UserError
from verify_app.gui import theme
from verify_app.gui.canvas.bars.grey_range import ValuesBar
from verify_app.gui.canvas.bars.pages import PagePicker
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.images.detail_loader import DetailLoader
from verify_app.gui.images.loader import Frame, ImageLoader, Stamp, stamp_of
from verify_app.gui.panels.header import HeaderBar
from verify_app.gui.review.drafts import Drafts
from verify_app.gui.review.seen_objects import SeenObjects
from verify_app.gui.review.state import ReviewState

AROUND = (500, 105)
"""Pixels, about, that the panels and bars take of the window's width and height."""

AHEAD_MS = 40
AHEAD = (1, -1, 2, -2)
"""Places from the present image whose pictures are decoded ahead, most likely first; 1 is the way one came."""
BACK_MS = 1000
"""How often to look whether a file is back that could not be shown."""
HURRY_MS = 120
"""Pictures that follow each other sooner go by under a held key: only those to come are decoded, and at once."""


class ImagePresenter(QObject):
    """Between review state and canvas."""

    def __init__(self, state: ReviewState, canvas: Canvas, header: HeaderBar) -> None:
        super().__init__(state)
        self._state, self._canvas, self._header = state, canvas, header
        self._decoder = ImageLoader(self)
        self._decoder.ready.connect(self._on_ready)
        self._decoder.page_ready.connect(self._on_page)
        self._picker: PagePicker | None = None
        self._values: ValuesBar | None = None
        self._sharpener = DetailLoader(self)
        self._sharpener.sharpened.connect(canvas.picture.add_patch)
        canvas.picture.wanting = self._sharpener.want
        self._looked: set[tuple[int, Stamp]] = set()
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._look_ahead)
        self._missed: Stamp | None = None
        """The file as it was when it could not be shown."""
        self._back = QTimer(self)
        self._back.setInterval(BACK_MS)
        self._back.timeout.connect(self._look_if_back)
        self._since = QElapsedTimer()
        self._since.start()
        self._came = (0, 1)
        """The place of the picture shown last, and which way one came to it."""
        self._source = ""
        self._in_view = state.in_view = SeenObjects(state, canvas)
        self._drafts = state.drafts = Drafts(state, canvas)
        state.image_changed.connect(self._on_image)
        state.items_changed.connect(self._on_items)
        state.sight.changed.connect(lambda: canvas.set_hidden(state.sight.hidden, frozenset()))

    def _on_image(self) -> None:
        review, notice = self._state.review, self._canvas.notice
        self._back.stop()
        self._drafts.keep()
        self._offer_pages(1)
        if self._values is not None:
            self._values.hide()
        if review is None:
            self._canvas.set_image(0, 0)
            self._header.title.show_image(None, "")
            if self._state.session_has_images():
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
        keep = self._canvas.view.keep_zoom and review.source == self._source
        self._source = review.source
        self._canvas.set_image(review.width, review.height, keep=keep)
        self._sharpener.forget()
        self._decoder.screen = self._pixels()
        frame = self._decoder.want(review.file)
        if frame is not None:
            self._show(frame)
        elif review.problem:
            self._say_problem(review.problem)
        else:
            notice.say("info", self.tr("Loading…"), review.name.replace("\n", "⏎"), later=True)

    def _pixels(self) -> QSize:
        """How many pixels of the screen the picture has; before the canvas has its size, about so many.

        Guessing too many costs a decoding at twice the size, which for 96 megapixels is 100 ms; guessing too few
        shows the picture a little soft until it is sharpened.
        """
        viewport = self._canvas.viewport()
        size = viewport.size()
        if not viewport.isVisible():
            size = (viewport.window().size() - QSize(*AROUND)).expandedTo(size)
        return size * viewport.devicePixelRatioF()

    def _on_ready(self, frame: Frame) -> None:
        review = self._state.review
        elsewhere = self._picker is not None and self._picker.page > 1
        if review is not None and not elsewhere and frame.stamp == stamp_of(review.file):
            self._show(frame)

    def _show(self, frame: Frame) -> None:
        review = self._state.review
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
        self._state.seen = frame.stamp
        self._drafts.offer()
        self._in_view.look_soon()
        self._offer_pages(frame.pages)
        self._offer_values()
        self._ahead.start(0 if self._since.restart() < HURRY_MS else AHEAD_MS)

    # --- pages of a file ------------------------------------------------------------------------------------

    def _offer_pages(self, pages: int) -> None:
        if self._picker is None and pages > 1:
            self._picker = PagePicker(self._canvas)
            self._picker.turned.connect(self._turn_to)
        if self._picker is not None:
            self._picker.set_pages(pages)

    def step_page(self, by: int) -> None:
        """Look at the next or previous page of the file; labels belong to the first."""
        if self._picker is None or self._picker.pages == 1:
            self._state.said.emit(self.tr("This file has one page."), "note")
        else:
            self._picker.step(by)

    def _turn_to(self, page: int) -> None:
        review = self._state.review
        if review is None:
            return
        if page == 1:
            self._on_image()
            self._on_items()
            return
        self._drafts.keep()
        self._state.seen = None  # nobody decides on the image while another page is shown
        self._canvas.set_image(review.width, review.height)
        self._offer_values()
        self._sharpener.forget()
        self._canvas.notice.say("info", self.tr("Loading…"), later=True)
        self._decoder.want_page(review.file, page)

    def _on_page(self, frame: Frame) -> None:
        review = self._state.review
        if review is None or self._picker is None or self._picker.page != frame.page:
            return
        if frame.stamp != stamp_of(review.file) or frame.sha256 != review.sha256:
            self._on_image()  # the file was changed meanwhile: there it is said
            self._on_items()
            return
        if frame.problem:
            self._say_problem(frame.problem)
            return
        self._canvas.notice.clear()
        self._canvas.set_image(frame.levels[0].width(), frame.levels[0].height())
        self._canvas.picture.set_frame(frame)  # the objects stay hidden: they are not of this page

    # --- grey of more than 8 bits -----------------------------------------------------------------------------

    def _offer_values(self) -> None:
        picture = self._canvas.picture
        found = picture.data_range
        if self._values is None and found is not None:
            self._values = ValuesBar(self._canvas)
            self._values.spread_wanted.connect(self.spread_values)
        if self._values is not None:
            self._values.show_range(found, spread=picture.spread)

    def spread_values(self, on: bool | None = None) -> None:
        """Show all values of 16-bit and float grey, or again what the model sees; without `on` the other one."""
        picture = self._canvas.picture
        picture.set_spread(not picture.spread if on is None else on)
        self._offer_values()

    # --- what is wrong with a file ----------------------------------------------------------------------------

    def _say_problem(self, problem: str) -> None:
        self._canvas.notice.say("missing", self.tr("This image cannot be reviewed"), problem)
        review = self._state.review
        if review is not None and not self._back.isActive():
            self._missed = stamp_of(review.file)
            self._back.start()

    def _look_if_back(self) -> None:
        """Show the picture when another file is there now: a disk was plugged in, a folder moved back."""
        review = self._state.review
        if review is None:
            self._back.stop()
        elif stamp_of(review.file) != self._missed:
            self._on_image()
            self._on_items()

    @staticmethod
    def _differs(frame: Frame, review: ReviewImage) -> bool:
        """Whether the file is not what the project knows: decisions would be bound to bytes that nobody saw."""
        if frame.problem or review.problem:
            return bool(frame.problem) != bool(review.problem)
        return frame.sha256 != review.sha256

    def _look_again(self, frame: Frame, review: ReviewImage) -> bool:
        """Record what has become of the file, once for each look at it; False when that changes nothing."""
        state = self._state
        trial = state.trial
        # a honeypot is shown in the name of the image that it comes up before, but the file is another's
        image_id = review.id if trial is None else trial.trial.image_id
        if (image_id, frame.stamp) in self._looked or state.session.reads_only:
            return False
        self._looked.add((image_id, frame.stamp))
        state.run(lambda: rescan(state.session, [image_id]))
        if trial is not None:
            return state.trials is not None and state.trials.give_up()
        now = state.review
        changed = now is not None and (now.sha256, now.problem) != (review.sha256, review.problem)
        if changed and now is not None and not now.problem:
            text = self.tr("The file was changed on disk since it was added. Look again at what is on it.")
            state.said.emit(text, "warn")
        return changed

    def _look_ahead(self) -> None:
        state, files = self._state, []
        before, way = self._came
        if state.position != before:
            way = 1 if state.position > before else -1
        self._came = (state.position, way)
        hurried = self._ahead.interval() == 0
        if hurried:
            self._ahead.start(AHEAD_MS)  # the others when the key is let go
        for step in (1, 2) if hurried else AHEAD:
            place = state.position + way * step
            if state.review is None or not 0 <= place < len(state.order):
                continue
            with suppress(UserError):  # said when the person gets there
                files.append(looking.look(state.session, state.order[place]).file)
        self._decoder.look_ahead(files)

    def _on_items(self) -> None:
        state = self._state
        place = ""
        if state.order or state.review is not None:
            here = f"{state.position + 1:,}" if state.position >= 0 else "–"
            place = f"{here} / {len(state.order):,}"
        self._header.title.show_image(state.review, place)
        if state.drawing_class is not None:
            colour, name = theme.class_colour(state.drawing_class), state.class_name(state.drawing_class)
            self._canvas.set_drawing_class(colour, name)
        self._canvas.set_items(
            state.items, selected=state.selected, also=state.also, wanted=state.wanted, chosen=state.chosen
        )
        self._canvas.set_editing(state.editing, own=state.own)

    def close(self) -> None:
        """Stop decoding."""
        self._ahead.stop()
        self._back.stop()
        self._canvas.picture.wanting = None
        self._sharpener.close()
        self._decoder.close()
