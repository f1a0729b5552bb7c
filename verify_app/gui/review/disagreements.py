"""Shows where a model and the labels of an image differ: one difference at a time, with a key for either side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from verify_app.app.review import disagreements
from verify_app.app.review.disagreements import Disagreement, Kind
from verify_app.app.review.image_view import ReviewImage
from verify_app.core.geometry import Region
from verify_app.core.records import Changes, Item
from verify_app.core.vocabulary import LabelState
from verify_app.gui import theme
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel
from verify_app.gui.review.state import ReviewState

LATER_MS = 60
"""Differences are looked for once the image is on the screen."""
MARGIN = 60
"""Screen pixels round a difference that is brought into view."""


class DisagreementBar(QWidget):
    """A line under the image: what differs, and the two sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setWordWrap(True)
        self.model, self.human, self.away = QPushButton(), QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 8, 3)
        row.addWidget(self.words, 1)
        for button in (self.model, self.human, self.away):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("alternate"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.renew: Callable[[], object] = lambda: None
        self.key_of: Callable[[str], str] = str
        on_language_change(self, self._say_anew)
        self.hide()

    def _say_anew(self) -> None:
        self.renew()

    def name(self, button: QPushButton, text: str) -> None:
        """Say what a button does; ``[accept]`` in it stands for that action's key as it is now."""
        button.setText(messages.with_keys(text, self.key_of))


class DisagreementSource(Protocol):
    """Where differences come from, what is said of one, and how it is settled."""

    draws_all: bool
    """Whether what the model said is outlined of every difference at once: one key may settle them all."""

    def find(self, review: ReviewImage) -> list[Disagreement]:
        """The differences of an image as they are now."""

    def sentence(self, found: Disagreement, name: str, theirs: str) -> str:
        """What differs, by the names of the label's class and the model's."""

    def away_words(self) -> str:
        """What the third button says."""

    def take_model(self, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        """The model is right."""

    def keep_human(self, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        """The label is right."""

    def leave(self, review: DisagreementReview) -> bool:
        """What the third button does; False when there is nothing to settle."""


class RunDisagreements(QObject):
    """Where the newest run and the labels of a complete image differ."""

    draws_all = False

    def __init__(self, state: ReviewState) -> None:
        super().__init__(state)
        self._state = state
        self._left: set[int] = set()

    def find(self, review: ReviewImage) -> list[Disagreement]:
        if not review.state.done or review.id in self._left:
            return []
        return disagreements.disagreements(self._state.session, review.id)

    def sentence(self, found: Disagreement, name: str, theirs: str) -> str:
        match found.kind:
            case Kind.EXTRA:
                return self.tr("The newest run sees {name} here, and nothing is labelled.").format(name=theirs)
            case Kind.MISSED:
                return self.tr("The newest run does not see this {name}.").format(name=name)
            case Kind.LOOSE:
                return self.tr("The newest run outlines this {name} differently (thin line).").format(name=name)
        return self.tr("This is labelled {name}; the newest run says {theirs}.").format(name=name, theirs=theirs)

    def away_words(self) -> str:
        return self.tr("Leave it")

    def take_model(self, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        return disagreements.take_model(self._state.session, image_id, found, ms=ms)

    def keep_human(self, image_id: int, found: Disagreement, *, ms: int) -> Changes | None:
        return disagreements.keep_human(self._state.session, image_id, found, ms=ms)

    def leave(self, review: DisagreementReview) -> bool:
        """Leave this image's differences for another time."""
        if self._state.review is None:
            return False
        self._left.add(self._state.review.id)
        review.look_now()
        return True


class DisagreementReview(QObject):
    """Shows the differences of an image one by one; while there are any, accept and reject take sides."""

    looked = Signal()
    """Whether any are left is known anew."""

    def __init__(self, state: ReviewState, canvas: Canvas, bar: DisagreementBar, source: DisagreementSource) -> None:
        super().__init__(state)
        self._state, self._canvas, self.bar, self._source = state, canvas, bar, source
        self.open: list[Disagreement] = []
        """The differences that are left to settle, as of the last look."""
        self._place = 0
        self._ghost: Region | None = None
        self._meant: Item | None = None
        self._brought: Disagreement | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LATER_MS)
        self._soon.timeout.connect(self._look)
        state.image_changed.connect(self._on_image)
        state.items_changed.connect(self.look_soon)
        bar.model.clicked.connect(self.take_model)
        bar.human.clicked.connect(self.keep_human)
        bar.away.clicked.connect(self.leave)
        bar.renew = self._show
        bar.name(bar.away, source.away_words())

    @property
    def current(self) -> Disagreement | None:
        """The difference in hand; None when there is none to settle."""
        return self.open[self._place] if self.open else None

    def look_soon(self) -> None:
        """Look for differences of the image that is shown."""
        self._soon.start()

    def _on_image(self) -> None:
        self.open, self._brought = [], None
        self._show()
        self._soon.start()

    def _look(self) -> None:
        review = self._state.review
        before = self.current
        self.open = self._source.find(review) if review is not None and self._state.seen is not None else []
        self._place = self.open.index(before) if before in self.open else 0
        self._show()
        self.looked.emit()

    def look_now(self) -> bool:
        """Show what differs; False when nothing does."""
        self._look()
        return bool(self.open)

    def _show(self) -> None:
        found, bar = self.current, self.bar
        bar.name(bar.away, self._source.away_words())
        bar.setVisible(found is not None)
        if found is None:
            self._meant = None
            self._show_ghost(None)
            return
        bar.words.setText(f"{self._place + 1} / {len(self.open)}   {self._sentence(found)}")
        bar.name(bar.model, self._model_words(found))
        right, nothing = self.tr("The label is right  ([reject])"), self.tr("Nothing is there  ([reject])")
        bar.name(bar.human, right if found.label_id else nothing)
        if found.label_id is not None and self._state.selected != f"L{found.label_id}":
            self._state.mark(f"L{found.label_id}")
        predicted = self._predicted(found)
        self._meant = self._proposed(found) if found.label_id is None else None
        if self._meant is not None and self._meant.region.kind == "image":
            self._meant = None
        if self._meant is not None and found != self._brought:
            self._state.mark("")  # what is asked about is no label: none looks as if it were
        self._show_ghost(predicted)
        self._bring_into_view(found, predicted)

    def _bring_into_view(self, found: Disagreement, predicted: Region | None) -> None:
        """A difference that comes up is on the screen, however near the person looks; once, then they look around."""
        if found == self._brought:
            return
        self._brought = found
        mine = next((i.region for i in self._state.items if i.id == f"L{found.label_id}"), None)
        region = predicted if mine is None else mine
        if region is None or region.kind == "image":
            return
        seen = QRectF(self._canvas.viewport().rect())
        if not seen.contains(self._canvas.box_on_screen(region).center()):
            box = region.bounds
            self._canvas.ensureVisible(QRectF(box.x1, box.y1, box.width, box.height), MARGIN, MARGIN)

    def _show_ghost(self, region: Region | None) -> None:
        """Others show outlines too: only an own one is taken away."""
        regions = [region] if region is not None else []
        if self._source.draws_all:
            regions = [each for found in self.open if (each := self._predicted(found)) is not None]
        if regions or self._ghost is not None:
            self._canvas.show_ghosts(regions, meant=self._meant)
        self._ghost = region or next(iter(regions), None)
        if self._source.draws_all and self._state.in_view is not None:
            self._state.in_view.on_show(f"P{found.prediction_id}" for found in self.open if found.prediction_id)

    def _predicted(self, found: Disagreement) -> Region | None:
        proposed = self._proposed(found)
        return proposed.region if proposed is not None else None

    def _proposed(self, found: Disagreement) -> Item | None:
        """What the model said there, as an object that can be shown."""
        if found.prediction_id is None:
            return None
        said = self._state.session.project.read.prediction(found.prediction_id)
        if said is None:
            return None
        class_id = found.class_id if found.class_id is not None else 0
        return Item(f"P{found.prediction_id}", LabelState.PROPOSAL, class_id, said.region, conf=said.conf)

    def _sentence(self, found: Disagreement) -> str:
        state = self._state
        mine = next((i for i in state.items if i.id == f"L{found.label_id}"), None)
        name = state.class_name(mine.class_id) if mine is not None else "?"
        theirs = state.class_name(found.class_id) if found.class_id is not None else "?"
        return self._source.sentence(found, name, theirs)

    def objects(self) -> list[Item]:
        """Each difference as an object on show: the label, or what the model saw where there is none."""
        labels = {item.id: item for item in self._state.items}
        found = (labels.get(f"L{each.label_id}") or self._proposed(each) for each in self.open)
        return [item for item in found if item is not None]

    def _model_words(self, found: Disagreement) -> str:
        match found.kind:
            case Kind.EXTRA:
                return self.tr("Add the label  ([accept])")
            case Kind.MISSED:
                return self.tr("Remove the label  ([accept])")
            case Kind.LOOSE:
                return self.tr("Take the outline  ([accept])")
        return self.tr("Take the class  ([accept])")

    # --- taking a side --------------------------------------------------------------------------------------

    def take_model(self) -> bool:
        """The model is right. False when there is nothing to settle."""
        return self._settle(self._source.take_model, self.tr("Settled: the model was right. [undo] takes it back."))

    def keep_human(self) -> bool:
        """The label is right. False when there is nothing to settle."""
        return self._settle(self._source.keep_human, self._kept_words())

    def _kept_words(self) -> str:
        found = self.current
        if found is not None and found.label_id is None:
            return self.tr("Settled: nothing is there. [undo] takes it back.")
        return self.tr("Settled: the label was right. [undo] takes it back.")

    def _settle(self, side: Callable[..., Changes | None], words: str) -> bool:
        found, state = self.current, self._state
        if found is None or state.review is None:
            return False
        state.about_to_act.emit()
        if not state.may_decide() or self._away(found):
            return True
        image_id, ms = state.review.id, state.attention()
        if state.run(lambda: side(image_id, found, ms=ms)):
            state.said.emit(words, "good")
        self._look()
        if self.current is None:
            state.said.emit(words + " " + self.tr("Nothing else differs on this image."), "good")
        return True

    def _away(self, found: Disagreement) -> bool:
        """Whether the difference was not in view: it is now, and the same key again decides."""
        mine = next((i.region for i in self._state.items if i.id == f"L{found.label_id}"), None)
        region, in_view = mine or self._predicted(found), self._state.in_view
        return region is not None and in_view is not None and in_view.bring([region])

    def leave(self) -> bool:
        """What the third button does. False when there is nothing to settle."""
        return self.current is not None and self._source.leave(self)

    def close(self) -> None:
        """The project is being left."""
        self._soon.stop()
