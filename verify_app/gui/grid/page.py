"""The crop grid as a page: the fields that choose crops on top, the crops below, gathered in small slices."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from verify_app.app.review.crops import MOST, Crop, CropFilter, arrange, files, of_images, pages, standing
from verify_app.core.records import Changes
from verify_app.core.vocabulary import LabelState
from verify_app.gui.grid.alike import AlikeSelection
from verify_app.gui.grid.buttons import CropButtons, crop_menu
from verify_app.gui.grid.commands import GridCommands
from verify_app.gui.grid.loader import Key, Loader
from verify_app.gui.grid.view import LARGEST, SMALLEST, CropView
from verify_app.gui.plain import PlainLabel
from verify_app.gui.review.state import ReviewState

if TYPE_CHECKING:
    from verify_app.gui.panels.image_list import ImageList

SLICE_S = 0.012
"""How long gathering may keep the window busy at a time."""
SIMILAR_MOST = 20_000


class GridPage(QWidget):
    """Objects across images; opened with G, left with Esc."""

    closed = Signal()
    open_wanted = Signal(int, str)
    """Image and object to show in the review."""

    def __init__(
        self,
        state: ReviewState,
        actions: Mapping[str, QAction],
        image_list: Callable[[], ImageList],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._list = state, image_list
        self._among: frozenset[int] | None = None
        self.buttons = CropButtons(actions)
        self.commands = GridCommands(state, self)
        self.loader = Loader(self)
        self.view = CropView()
        self.view.picture = self.loader.picture
        self.view.begin_painting = self.loader.begin_painting
        self.view.name = state.class_name
        self.view.mark = lambda crop: self._standing.get((crop.image_id, crop.item_id), "")
        self.view.looked_at = self._look_at
        self._standing: dict[Key, str] = {}
        self._noted = True
        self._looked: dict[Key, str] = {}
        """Crops that were on the screen with their picture, and the digest of the bytes that it was cut out of."""
        self._found: list[Crop] = []
        self._gathering: Iterator[list[Crop]] | None = None
        self._comparing = False
        self.alike = AlikeSelection(state, self)
        self._slice = QTimer(self)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._gather)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(250)
        self._later.timeout.connect(self.gather)
        self._lay_out()
        self.view.scrolled.connect(self._want)
        self.view.opened.connect(self._open)
        self.view.menu_wanted.connect(lambda at: crop_menu(self, actions, self._open).popup(at))
        self.view.selection_changed.connect(self._count)
        self.loader.ready.connect(self._on_ready)
        self.loader.ordered.connect(self._on_ordered, Qt.ConnectionType.QueuedConnection)
        state.broadcast.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._make_fields()
        back = QPushButton(self.tr("Back"))
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self.closed)
        above = self._row(
            (self.tr("Class"), self.classes), (self.tr("State"), self.states), (self.tr("Order"), self.order)
        )
        above.addStretch(1)
        above.addWidget(back)
        below = self._row((self.tr("Confidence"), self.least), ("–", self.most), (self.tr("Size"), self.size_slider))
        below.addSpacing(10)
        below.addWidget(self.count, 1)
        tools = self._row()
        tools.addWidget(self.buttons)
        tools.addStretch(1)
        tools.addWidget(self.listed_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addLayout(below)
        column.addLayout(tools)
        column.addWidget(self.view, 1)

    def _row(self, *fields: tuple[str, QWidget]) -> QHBoxLayout:
        """Fields with their names before them."""
        row = QHBoxLayout()
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(5)
        for place, (name, field) in enumerate(fields):
            row.addSpacing(0 if name == "–" or not place else 10)
            row.addWidget(PlainLabel(name))
            field.setAccessibleName(name if name != "–" else self.tr("Confidence up to"))
            row.addWidget(field)
        return row

    def _make_fields(self) -> None:
        self.classes, self.states, self.order, self.count = QComboBox(), QComboBox(), QComboBox(), PlainLabel()
        for text, chosen in (
            (self.tr("undecided"), frozenset((LabelState.PROPOSAL, LabelState.FIX_LATER))),
            (self.tr("imported"), frozenset((LabelState.IMPORTED, LabelState.STALE))),
            (self.tr("verified"), frozenset((LabelState.VERIFIED,))),
            (self.tr("all"), frozenset[LabelState]()),
        ):
            self.states.addItem(text, chosen)
        for text, name in (
            (self.tr("unsure first"), "unsure"),
            (self.tr("sure first"), "sure"),
            (self.tr("alike together"), "alike"),
            (self.tr("small first"), "size"),
            (self.tr("as found"), "found"),
        ):
            self.order.addItem(text, name)
        self.listed_only = QCheckBox(self.tr("Images in the list only"))
        self.listed_only.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.listed_only.toggled.connect(lambda _on: self._later.start())
        self.least, self.most = _share(0.0), _share(1.0)
        self.least.setValue(min(self._state.threshold, 1.0))
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(SMALLEST, LARGEST)
        self.size_slider.setValue(self.view.side)
        self.size_slider.setMaximumWidth(110)
        self.size_slider.setMinimumWidth(70)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.size_slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.size_slider.valueChanged.connect(self.view.set_side)
        for box in (self.classes, self.states, self.order):
            box.currentIndexChanged.connect(lambda _row: self._later.start())
        for field in (self.least, self.most):
            field.valueChanged.connect(lambda _value: self._later.start())

    # --- what is shown --------------------------------------------------------------------------------------

    def begin(self, class_id: int | None) -> None:
        """Show the crops of a class, or of all; where the list has a filter, of its images."""
        self.fill_classes(class_id)
        with QSignalBlocker(self.listed_only):
            self.listed_only.setChecked(bool(self._list().filter.active))
        self.gather()
        self.view.setFocus()
        words = self.tr(
            "[accept] accepts, [reject] rejects, a number gives a class. Enter opens it, [cancel] goes back."
        )
        self._state.said.emit(words, "note")
        self._state.said.connect(self._on_said)

    def _on_said(self, _text: str, kind: str) -> None:
        """What is only a note says how the grid is used, and goes with it."""
        self._noted = kind == "note"

    def begin_with(self, chosen: Sequence[Crop]) -> None:
        """Show these crops; a field that is changed looks for others."""
        self.fill_classes(None)
        with QSignalBlocker(self.states), QSignalBlocker(self.order):
            self.states.setCurrentIndex(self.states.count() - 1)
            self.order.setCurrentIndex(self.order.findData("found"))
        self._found = list(chosen)
        self._arrange()
        self.view.setFocus()

    def fill_classes(self, class_id: int | None) -> None:
        """The class list as it is now."""
        with QSignalBlocker(self.classes):
            self.classes.clear()
            self.classes.addItem(self.tr("all"), None)
            for known in self._state.session.classes:
                self.classes.addItem(known.name, known.id)
            self.classes.setCurrentIndex(max(0, self.classes.findData(class_id)) if class_id is not None else 0)

    @property
    def filter(self) -> CropFilter:
        """Which objects the fields ask for."""
        class_id = self.classes.currentData()
        wanted = frozenset((class_id,)) if class_id is not None else frozenset[int]()
        low, high = sorted((self.least.value(), self.most.value()))
        return CropFilter(wanted, self.states.currentData(), (low, high), self._among)

    def gather(self) -> None:
        """Look for the objects anew."""
        self._later.stop()
        self._found, self._standing, self._comparing = [], {}, False
        self._looked.clear()
        self.alike.forget()
        self._among = frozenset(self._list().model.order) if self.listed_only.isChecked() else None
        self._gathering = pages(self._state.session, self.filter)
        self.view.nothing = self.tr("Looking for objects…")
        self.view.set_crops([])
        self._slice.start()

    def _gather(self) -> None:
        """One slice of looking; the first crops come up at once, the order when all are known."""
        assert self._gathering is not None
        end = time.perf_counter() + SLICE_S
        while time.perf_counter() < end:
            page = next(self._gathering, None)
            if page is None or len(self._found) >= MOST:
                self._slice.stop()
                self._gathering = None
                self._arrange()
                return
            self._found += page
        self._count()

    def _arrange(self) -> None:
        order = self.order.currentData()
        self._comparing = order == "alike" and len(self._found) <= SIMILAR_MOST
        self.view.nothing = self.tr("No object fits. Choose another class, state or confidence above.")
        self.view.set_crops(arrange(self._found, "found" if order == "alike" else order))
        self._want()
        self._on_ready()

    def _want(self) -> None:
        """Ask for the pictures in sight, then for those near; all of them when they are to be compared."""
        crops = self.view.crops
        near = [crops[i] for i in (*self.view.in_sight(), *self.view.in_sight(1.5))]
        wanted = [*near, *crops] if self._comparing else [*near, *self.alike.wanted]
        hashes = self._comparing or bool(self.alike.wanted)
        self.loader.want(wanted, lambda ids: files(self._state.session, ids), hashes=hashes)

    def _on_ready(self) -> None:
        self.view.viewport().update()
        self._count()
        if self._comparing and self.loader.idle:
            self.loader.order_alike(self._found)
        elif self.loader.idle:
            self.alike.choose()

    def _on_ordered(self, order: list[int]) -> None:
        """Every crop was seen and compared: those that look alike stand together."""
        if self._comparing and len(order) == len(self._found):
            self._comparing = False
            self.view.set_crops([self._found[i] for i in order])
            self._want()
            self._on_ready()

    def _count(self) -> None:
        found, chosen = len(self._found), len(self.view.selected)
        if self._gathering is not None:
            text = self.tr("looking: {n} so far").format(n=f"{found:,}")
        elif self._comparing:
            known = sum(self.loader.hash_of(crop) is not None for crop in self._found)
            text = self.tr("comparing: {k} of {n}").format(k=f"{known:,}", n=f"{found:,}")
        elif chosen:
            text = self.tr("{k} of {n} selected").format(k=f"{chosen:,}", n=f"{found:,}")
        else:
            text = self.tr("1 object") if found == 1 else self.tr("{n} objects").format(n=f"{found:,}")
        if found >= MOST:
            text += " " + self.tr("(no more are shown; choose a class or a confidence)")
        self.count.setText(text)

    # --- the crops in hand ----------------------------------------------------------------------------------

    def _look_at(self, crop: Crop) -> None:
        self._looked[crop.image_id, crop.item_id] = self.loader.digest_of(crop)

    def seen(self, crop: Crop) -> bool:
        """Whether the crop was on the screen with its picture: nobody decides on what they have not seen."""
        return (crop.image_id, crop.item_id) in self._looked

    def shown(self, crops: Sequence[Crop]) -> dict[int, str]:
        """Of each image the digest of the bytes that its crops were cut out of; empty where that is not one."""
        found: dict[int, str] = {}
        for crop in crops:
            digest = self._looked[crop.image_id, crop.item_id]
            found[crop.image_id] = digest if found.get(crop.image_id, digest) == digest else ""
        return found

    def chosen(self) -> list[Crop]:
        """What is in hand: the selection, without what was decided here already."""
        places = sorted(self.view.selected) or ([self.view.current] if self.view.current >= 0 else [])
        crops = [self.view.crops[i] for i in places if i < len(self.view.crops)]
        return [c for c in crops if (c.image_id, c.item_id) not in self._standing and c.on_record]

    def onward(self) -> None:
        """After a step: nothing is selected, the next undecided crop is current."""
        crops, start = self.view.crops, max(self.view.selected, default=self.view.current) + 1
        undecided = (i for i in range(start, len(crops)) if (crops[i].image_id, crops[i].item_id) not in self._standing)
        self.view.current = next(undecided, self.view.current)
        self.view.choose(())
        self.view.show_current()

    def undecided(self) -> list[int]:
        """Places of the crops on which nothing was decided here."""
        crops = enumerate(self.view.crops)
        return [i for i, c in crops if (c.image_id, c.item_id) not in self._standing and c.on_record]

    def select_alike(self) -> None:
        """Every undecided crop that was looked at and looks like the one in hand, once they are compared."""
        if self.alike.begin():
            self._want()
            self._on_ready()

    def select_all(self) -> None:
        """Every crop that is undecided here and was looked at; says how many were not."""
        crops = self.view.crops
        places = self.undecided()
        looked = [i for i in places if self.seen(crops[i])]
        self.view.choose(looked)
        k, n = f"{len(looked):,}", f"{len(places) - len(looked):,}"
        one = len(places) - len(looked) == 1
        if len(looked) == len(places):
            text = self.tr("{k} selected.").format(k=k)
        elif looked and places[: len(looked)] == looked:
            many = self.tr("{k} selected; {n} below were not looked at.")
            text = (self.tr("{k} selected; 1 below was not looked at.") if one else many).format(k=k, n=n)
        else:
            many = self.tr("{k} selected; {n} others were not looked at.")
            text = (self.tr("{k} selected; 1 other was not looked at.") if one else many).format(k=k, n=n)
        self._state.said.emit(text, "note")

    def reload(self, image_ids: Collection[int]) -> None:
        """The files of these images are others now: show what is on them as they are, to be looked at anew."""
        ids = sorted({crop.image_id for crop in self._found} & set(image_ids))
        if not ids:
            return
        self.loader.forget(frozenset(ids))
        now = {(c.image_id, c.item_id): c for c in of_images(self._state.session, ids, self.filter)}
        for key in [key for key in self._looked if key[0] in image_ids]:
            del self._looked[key]

        def renewed(crops: Iterable[Crop]) -> list[Crop]:
            both = ((c, now.get((c.image_id, c.item_id)) if c.image_id in image_ids else c) for c in crops)
            kept = ((new, old) for old, new in both if new or (old.image_id, old.item_id) in self._standing)
            return [new or old for new, old in kept]

        before = len(renewed(self.view.crops[: max(self.view.current, 0)]))
        self._found = renewed(self._found)
        self.view.exchange(renewed(self.view.crops), before)
        self._want()

    def _on_changed(self, changes: Changes) -> None:
        if "scan" in changes.kinds:
            self.reload(changes.images)
        touched = [crop for crop in self._found if crop.image_id in changes.images]
        for crop in touched:
            self._standing.pop((crop.image_id, crop.item_id), None)
        self._standing |= standing(self._state.session, touched)
        self.view.viewport().update()

    def _open(self, place: int) -> None:
        crop = self.view.crops[place]
        self.open_wanted.emit(crop.image_id, crop.item_id)

    def close_grid(self) -> None:
        """Stop all work; the page is about to go."""
        self._slice.stop()
        self._later.stop()
        if self._noted:
            self._state.said.emit("", "note")
        self._state.broadcast.changed.disconnect(self._on_changed)
        self.loader.close()


def _share(value: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(0.0, 1.0)
    field.setSingleStep(0.05)
    field.setValue(value)
    return field
