"""The page an annotator works on: list, canvas, labels and classes, message line. Assembles and connects; no more."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from verify_app.app import queue
from verify_app.app.queue import Filter
from verify_app.app.session import Session
from verify_app.core.records import Changes
from verify_app.gui.broadcast import Broadcast
from verify_app.gui.canvas.view import Canvas
from verify_app.gui.deciding import Deciding
from verify_app.gui.desk import Desk
from verify_app.gui.panels.header import Header
from verify_app.gui.panels.message import MessageBar
from verify_app.gui.showing import Showing

if TYPE_CHECKING:
    from verify_app.gui.panels.image_list import ImageList
    from verify_app.gui.panels.side import Side

SETTLE_MS = 60
"""Counts and the meter follow a burst of decisions after this pause; the image itself at once."""
LEFT, RIGHT, LEAST = 250, 250, 170
PATIENCE_MS = 300


class ReviewPage(QWidget):
    """One open project on the screen."""

    metered = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(
        self,
        session: Session,
        broadcast: Broadcast,
        actions: Mapping[str, QAction],
        *,
        threshold: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self.desk = Desk(session, broadcast, threshold=threshold, parent=self)
        self.deciding = Deciding(self.desk)
        self.canvas = Canvas()
        self.canvas.set_class_names(self.desk.class_name)
        self.header = Header(actions)
        self.message = MessageBar()
        self._list: ImageList | None = None
        self._side: Side | None = None
        self.showing = Showing(self.desk, self.canvas, self.header)
        self._popup: object = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.count)
        self._lay_out()
        self._connect()
        self.message.set_hint(
            self.tr("Space complete and go on   F accept   X reject   R draw   1–9 class   Tab next label   ? all keys")
        )

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.message)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setHandleWidth(3)
        for widget in (QWidget(), middle, QWidget()):
            self.parts.addWidget(widget)
        self.parts.setCollapsible(1, False)
        self.parts.setStretchFactor(0, 0)
        self.parts.setStretchFactor(1, 1)
        self.parts.setStretchFactor(2, 0)
        self.parts.setSizes([LEFT, 900, RIGHT])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)

    def _connect(self) -> None:
        desk, canvas = self.desk, self.canvas
        desk.said.connect(self.message.say)
        desk.about_to_act.connect(canvas.nudge.flush)
        desk.image_changed.connect(self._enable)
        desk.items_changed.connect(self._enable)
        desk.broadcast.changed.connect(self._on_changed)
        desk.broadcast.outside.connect(self._on_outside)
        canvas.picked.connect(desk.select)
        canvas.reshaped.connect(self.deciding.reshape)
        canvas.drawn.connect(self.deciding.draw)
        canvas.stepped.connect(desk.step_item)
        canvas.opened.connect(lambda item_id: (desk.select(item_id), self.choose_class()))
        canvas.tool_changed.connect(self.header.mark_tool)
        self.header.mark_tool("select")

    # --- the panels, which come right after the first picture ---------------------------------------------------

    def finish(self) -> None:
        """Put the panels into their places. The picture goes first: it is what the person waits for."""
        if self._list is not None:
            return
        from verify_app.gui.panels.image_list import ImageList  # noqa: PLC0415
        from verify_app.gui.panels.image_model import ImageModel  # noqa: PLC0415
        from verify_app.gui.panels.side import Side  # noqa: PLC0415

        desk, sizes = self.desk, self.parts.sizes()
        self._list = ImageList(ImageModel(lambda ids: queue.rows(desk.session, ids), self))
        self._list.chosen.connect(desk.go_to)
        self._list.view.clicked.connect(lambda _index: self.canvas.setFocus())
        self._list.filter_changed.connect(self._filter)
        self._list.menu_wanted.connect(self.menu_wanted)
        self._side = Side(desk, self.deciding)
        self._list.setMinimumWidth(LEAST)
        self._side.setMinimumWidth(LEAST)
        for place, panel in ((0, self._list), (2, self._side)):
            self.parts.replaceWidget(place, panel).deleteLater()
            panel.show()
        self.parts.setSizes(sizes)
        self._list.set_order(desk.order)
        self._list.show_place(desk.position)
        desk.image_changed.connect(lambda: self.list.show_place(desk.position))
        self._side.labels.refresh()
        self._settle.start()

    @property
    def list(self) -> ImageList:
        """The list of images."""
        self.finish()
        assert self._list is not None
        return self._list

    @property
    def side(self) -> Side:
        """Labels and classes."""
        self.finish()
        assert self._side is not None
        return self._side

    # --- the list -----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the list and the first image that wants a person."""
        self.desk.set_order(queue.ids(self.desk.session))
        self._start()
        self.canvas.setFocus()
        self.canvas.painted.connect(lambda: QTimer.singleShot(0, self, self.finish))
        QTimer.singleShot(PATIENCE_MS, self, self.finish)  # a picture that is slow, or none at all

    def _start(self) -> None:
        order = self.desk.order
        if not order:
            self.desk.clear()
            return
        place = queue.next_unreviewed(self.desk.session, order, -1, 1)
        self.desk.go_to(place if place is not None else 0)

    def _set_order(self, order: array[int]) -> None:
        self.desk.set_order(order)
        self.list.set_order(order)
        self.list.show_place(self.desk.position)

    def _filter(self, chosen: Filter) -> None:
        self._set_order(queue.ids(self.desk.session, chosen))
        if self.desk.position < 0 and self.desk.order:
            self._start()

    def reload(self) -> None:
        """Ask for the list anew. Under a filter by state, images stay until the filter is chosen again."""
        chosen = self.list.filter
        order = queue.ids(self.desk.session, chosen)
        if chosen.states or chosen.flagged:
            loose = Filter(origins=chosen.origins, source=chosen.source, text=chosen.text)
            there = set(queue.ids(self.desk.session, loose))
            kept = [image_id for image_id in self.desk.order if image_id in there]
            known = set(kept)
            order = array("q", [*kept, *(image_id for image_id in order if image_id not in known)])
        if order != self.desk.order:
            self._set_order(order)
            gone = self.desk.review is not None and self.desk.review.id not in set(order)
            if self.desk.review is None or (gone and not chosen.states):
                self._start()

    def _on_changed(self, changes: Changes) -> None:
        self.list.model.refresh(changes.images)
        if "attribute" in changes.kinds or changes.op in ("undo", "redo"):
            self.reload()
        self._settle.start()

    def _on_outside(self) -> None:
        self.list.model.refresh()
        self.reload()
        self._settle.start()

    def count(self) -> None:
        """Counts by state and the meter."""
        self.finish()
        from verify_app.app import share  # noqa: PLC0415  exact fractions and the policy: after the first picture

        session = self.desk.session
        self.list.set_counts(queue.counts(session))
        self.metered.emit(share.meter(session))

    def _enable(self) -> None:
        image, item = self.desk.review is not None, self.desk.item is not None
        for name, needed in self.needs.items():
            if needed in ("image", "item"):
                self._actions[name].setEnabled(item if needed == "item" else image)

    needs: Mapping[str, str] = {}
    """Action id to what it needs; set by the window."""

    # --- what keys do here --------------------------------------------------------------------------------

    def take(self, tool_id: str) -> None:
        """Take a tool in hand."""
        if tool_id == "box" and self.desk.drawing_class is None:
            self.message.say(self.tr("Add a class first: type its name under Classes on the right."), "warn")
            self.side.classes.field.setFocus()
            return
        self.canvas.nudge.flush()
        self.canvas.set_tool(tool_id)
        self.canvas.setFocus()

    def complete(self) -> None:
        """Complete the image, but never with labels hidden: nobody stands behind what they did not see."""
        if self.canvas.labels_shown:
            self.deciding.complete()
            return
        self.toggle_labels()
        self.message.say(self.tr("The labels were hidden. Look at them, then press Space again."), "warn")

    def escape(self) -> None:
        """Give up what is unfinished; with nothing unfinished, select nothing."""
        if self.message.field is not None:
            self.message.dismiss()
        elif not self.canvas.cancel():
            self.desk.select("")
            self.message.clear()
        self.canvas.setFocus()

    def flag(self) -> None:
        """Flag with a note that is typed in place, or clear the flag."""
        if self.desk.review is None:
            return
        if self.deciding.flagged():
            self.deciding.unflag()
            return
        on_label = self.deciding.flaggable() is not None
        question = self.tr("Why is this label unsure?") if on_label else self.tr("Why is this image unsure?")
        self.message.ask_text(question, self.deciding.flag, back_to=self.canvas)

    def choose_class(self) -> None:
        """Type-to-find list of classes at the object."""
        from verify_app.gui.class_popup import ClassPopup  # noqa: PLC0415  when first wanted

        if self._popup is None:
            popup = ClassPopup(self.canvas)
            popup.chosen.connect(self.deciding.reclass)
            popup.closed.connect(self.canvas.setFocus)
            self._popup = popup
        popup = self._popup
        assert isinstance(popup, ClassPopup)
        item = self.desk.item
        box = self.canvas.box_on_screen(item.region) if item else self.canvas.rect().toRectF().adjusted(40, 40, -400, 0)
        popup.open_at(box, self.desk.session.classes, item.class_id if item else self.desk.drawing_class)

    def zoom(self, how: str) -> None:
        """Zoom by key."""
        canvas, item = self.canvas, self.desk.item
        match how:
            case "in":
                canvas.zoom_by(1.25)
            case "out":
                canvas.zoom_by(1 / 1.25)
            case "full":
                canvas.zoom.full_size()
            case "window":
                canvas.zoom.fit_window()
            case "width":
                canvas.zoom.fit_width()
            case "object" if item is not None:
                canvas.zoom.to_box(item.region)
            case "object":
                self.message.say(self.tr("Select an object first: click it, or press Tab."))
        canvas.zoomed.emit(canvas.zoom.scale)

    def shift_threshold(self, by: float) -> None:
        """Move the confidence slider and say where it is."""
        self.desk.set_threshold(self.desk.threshold + by)
        self.message.say(self.tr("Proposals from {value} on are shown.").format(value=f"{self.desk.threshold:.2f}"))

    def toggle_labels(self) -> None:
        self.canvas.show_labels(not self.canvas.labels_shown)
        if not self.canvas.labels_shown:
            self.message.say(self.tr("Labels are hidden; H shows them again."))

    def toggle_names(self) -> None:
        self.canvas.show_names(not self.canvas.names_shown)

    def toggle_panel(self, side: str) -> None:
        panel = self.list if side == "left" else self.side
        panel.setVisible(not panel.isVisible())

    def find(self) -> None:
        """To the search field."""
        self.list.show()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def next_pane(self) -> None:
        """The keyboard's way round the window: list, image, labels, classes."""
        panes: list[QWidget] = [self.list.view, self.canvas, self.side.labels, self.side.classes.list]
        shown = [pane for pane in panes if pane.isVisible()]
        place = next((i for i, pane in enumerate(shown) if pane.hasFocus()), -1)
        shown[(place + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def close_project(self) -> None:
        """Hand over what is unfinished, stop decoding, leave the project."""
        self._settle.stop()
        self.desk.close()
        self.showing.close()
