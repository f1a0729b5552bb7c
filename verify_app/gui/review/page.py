"""The page an annotator works on: list, canvas, labels and classes, message line. Assembles and connects; no more."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from verify_app.app.review import queue
from verify_app.app.session import Session
from verify_app.core.records import Changes
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.grid.host import IN_GRID, GridHost
from verify_app.gui.i18n import messages
from verify_app.gui.panels.header import Header
from verify_app.gui.panels.message import MessageBar
from verify_app.gui.review import key_hints
from verify_app.gui.review.commands import Deciding
from verify_app.gui.review.image_presenter import Showing
from verify_app.gui.review.navigator import Going
from verify_app.gui.review.page_commands import PANEL
from verify_app.gui.review.state import Desk
from verify_app.gui.shell.broadcast import Broadcast

if TYPE_CHECKING:
    from verify_app.gui.i18n.language import Change
    from verify_app.gui.panels.image_list import ImageList
    from verify_app.gui.panels.side import Side
    from verify_app.gui.review.disagreements import Settling, SettlingBar
    from verify_app.gui.review.trial_bar import TrustBar
    from verify_app.gui.review.trial_controller import Trusting

SETTLE_MS = 60
"""Counts and the meter follow a burst of decisions after this pause; the image itself at once."""
LEAST = 170
PATIENCE_MS = 300
"""So long the panels wait for the first picture; a large one is decoded on another thread meanwhile."""


class ReviewPage(GridHost):
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
        self.canvas.set_task(self.desk.task, session.skeleton)
        self.canvas.set_class_names(self.desk.class_name)
        self.header = Header(actions)
        self.message = MessageBar()
        self._list: ImageList | None = None
        self.settling: Settling | None = None
        self.trusting: Trusting | None = None
        self._left, self._shown, self._why = False, 0, ""
        self._bars: list[SettlingBar | TrustBar] = []
        self._side: Side | None = None
        self.showing = Showing(self.desk, self.canvas, self.header)
        self.going = Going(self.desk, self._show_order, self._say_why)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.count)
        self._lay_out()
        self._connect()
        self._key_of = self.message.key_of = partial(key_hints.key_of, actions)
        self.message.set_hint(key_hints.hint(self._actions, self.desk.task))

    def name_keys(self) -> None:
        """The keys are others now, or have other names."""
        self.message.set_hint(key_hints.hint(self._actions, self.desk.task))
        self.header.name_buttons()
        for bar in self._bars:
            bar.renew()
        if self._side is not None:
            self._side.name_keys(self._key_of)

    def retranslate(self, change: Change) -> None:
        """Say anew what is drawn and not a widget's own text."""
        self.name_keys()
        message, notice = self.message, self.canvas.notice
        if message.text:
            message.say(change.anywhere(message.said), message.kind)
        notice.title, notice.text = change.anywhere(notice.title), change.anywhere(notice.text)
        notice.setAccessibleName(f"{notice.title} {messages.said(notice.text)}".strip())
        self.going.say_why()
        self.desk.items_changed.emit()
        self.update()
        if self._list is not None:
            self.count()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = self.column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.message)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setHandleWidth(3)
        for place, widget in enumerate((QWidget(), middle, QWidget())):
            widget.setMinimumWidth(LEAST)  # else a width of nothing would not be one that was put away
            self.parts.addWidget(widget)
            self.parts.setStretchFactor(place, place == 1)
        self.parts.setCollapsible(1, False)
        self.parts.setSizes([PANEL, 900, PANEL])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)

    def _connect(self) -> None:
        desk, canvas = self.desk, self.canvas
        desk.said.connect(self.message.say)
        desk.about_to_act.connect(canvas.nudge.flush)
        if desk.in_view is not None:
            desk.in_view.counted.connect(self._show_why)
        desk.image_changed.connect(self.enable)
        desk.image_changed.connect(self._on_image)
        desk.items_changed.connect(self.enable)
        desk.broadcast.changed.connect(self._on_changed)
        desk.broadcast.outside.connect(self._on_outside)
        canvas.picked.connect(desk.select)
        canvas.picked_many.connect(desk.select_many)
        canvas.reshaped.connect(self.deciding.reshape)
        canvas.moved_many.connect(self.deciding.reshape_many)
        canvas.unlock_wanted.connect(lambda item_id: (desk.select(item_id), self.deciding.edit()))
        canvas.said.connect(self.message.say)
        canvas.drawn.connect(self.deciding.draw)
        canvas.opened.connect(lambda item_id: (desk.select(item_id), self.choose_class()))
        canvas.tool_changed.connect(self.header.mark_tool)
        self.header.mark_tool("select")
        if desk.task is Task.CLASSIFY:
            self.header.leave_out("select", "box", "empty")

    # --- the panels, which come right after the first picture ---------------------------------------------------

    def finish(self) -> None:
        """Put the panels into their places. The picture goes first: it is what the person waits for."""
        if self._list is not None or self._left:
            return
        from verify_app.gui.panels.image_list import ImageList  # noqa: PLC0415
        from verify_app.gui.panels.image_model import ImageModel  # noqa: PLC0415
        from verify_app.gui.panels.side import Side  # noqa: PLC0415
        from verify_app.gui.review.label_menu import LabelMenu  # noqa: PLC0415

        desk, sizes = self.desk, self.parts.sizes()
        self.going.complete()
        self._list = ImageList(ImageModel(lambda ids: queue.rows(desk.session, ids), self), desk.session)
        self._list.set_place(self.going.place.order, self.going.filter)
        self._list.chosen.connect(desk.go_to)
        self._list.entered.connect(self.canvas.setFocus)
        self._list.filter_changed.connect(lambda chosen: self.going.choose(chosen=chosen))
        self._list.order_changed.connect(lambda order: self.going.choose(order=order))
        self._list.said.connect(self.message.say)
        self._list.menu_wanted.connect(self.menu_wanted)
        self._side = Side(desk, self.deciding)
        self._side.name_keys(self._key_of)
        self._side.classes.picked.connect(self._pick_class)
        LabelMenu(desk, self.canvas, self._side.labels, self._actions)
        for place, panel, name in ((0, self._list, "list_panel"), (2, self._side, "label_panel")):
            panel.setMinimumWidth(LEAST)
            self.parts.replaceWidget(place, panel).deleteLater()
            panel.show()
            self.parts.setSizes([size or PANEL for size in sizes])
            self._actions[name].setChecked(sizes[place] > 0)
        self.follow_pointer()
        self._list.setVisible(sizes[0] > 0)  # or put away before, and still
        self._side.setVisible(sizes[2] > 0)
        self._settle_differences()
        self._list.set_order(desk.order)
        self._list.show_place(desk.position)
        desk.image_changed.connect(lambda: self.list.show_place(desk.position))
        self._side.labels.refresh()
        self._settle.start()

    def _settle_differences(self) -> None:
        from verify_app.gui.review.disagreements import Settling, SettlingBar  # noqa: PLC0415  after the first picture
        from verify_app.gui.review.trial_controller import Trusting  # noqa: PLC0415

        bar = SettlingBar()
        self._add_bar(bar)
        self.trusting = Trusting(self.desk, self.canvas, self._add_bar)
        self.settling = Settling(self.desk, self.canvas, bar)
        self.deciding.settling = self.settling
        self.settling.look_soon()

    def _add_bar(self, bar: SettlingBar | TrustBar) -> None:
        bar.key_of = self._key_of
        self._bars.append(bar)
        self.put_under(bar)

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
        self.going.begin()
        self.canvas.setFocus()
        rest = QTimer(self)  # not `singleShot`, which keeps the page for ever when it is closed before
        rest.setSingleShot(True)
        rest.timeout.connect(self.finish)
        self.canvas.painted.connect(lambda: rest.start(0))
        QTimer.singleShot(0, rest, lambda: rest.isActive() or rest.start(PATIENCE_MS))  # once the window stands

    def _say_why(self, reason: str) -> None:
        """Why this image is next, beside the hint."""
        self._why = self.tr("Next because: {reason}").format(reason=reason) if reason else ""
        self._show_why()

    def _on_image(self) -> None:
        """What was said of the image before ends with it; that it is complete is said of it while the next is there."""
        shown = self.desk.review.id if self.desk.review is not None else 0
        if shown != self._shown and self.message.kind != "good":
            self.message.clear()
        self._shown = shown

    def _show_why(self) -> None:
        small = self.desk.in_view.say_small() if self.desk.in_view is not None else ""
        said = "" if self.grid is not None else small or self._why
        self.message.set_aside(messages.with_keys(said, self._key_of))

    def _show_order(self) -> None:
        """The order is another one."""
        if self._list is not None:
            self._list.set_order(self.desk.order)
            self._list.show_place(self.desk.position)

    def reload(self) -> None:
        """Ask for the list anew."""
        self.going.reload()

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
        from verify_app.app.exports import meter  # noqa: PLC0415  exact fractions and the policy: after the first picture

        session = self.desk.session
        self.list.set_counts(queue.counts(session))
        self.metered.emit(meter.meter(session))

    def enable(self) -> None:
        image, item = self.desk.review is not None, self.desk.item is not None
        for name, needed in self.needs.items():
            if self.grid is not None and needed in ("image", "item"):
                self._actions[name].setEnabled(name in IN_GRID)
            elif needed in ("image", "item"):
                self._actions[name].setEnabled(item if needed == "item" else image)
        self._show_why()

    needs: Mapping[str, str] = {}
    """Action id to what it needs; set by the window."""

    def step_page(self, by: int) -> None:
        """Another page of a file that has several."""
        self.showing.step_page(by)

    # --- what keys do here --------------------------------------------------------------------------------

    def to_new_class(self) -> None:
        self.side.classes.field.setFocus()

    def complete(self) -> None:
        """Complete the image, but never with labels hidden: nobody stands behind what they did not see."""
        if self.canvas.labels_shown and not self.canvas.hides:
            self.deciding.complete()
            return
        if not self.canvas.labels_shown:
            self.toggle_labels()
        self.canvas.set_hidden(frozenset(), frozenset())
        self.message.say(self.tr("The labels were hidden. Look at them, then press [complete] again."), "warn")

    def escape(self) -> None:
        """Give up what is unfinished; with nothing unfinished, select nothing."""
        if self.message.field is not None:
            self.message.dismiss()
        elif self.grid is not None:
            self.close_grid()
        elif (self.trusting is not None and self.trusting.go_on()) or (
            self.settling is not None and self.settling.leave()
        ):
            pass
        elif self.desk.editing:
            self.desk.set_editing("")
        else:
            if not self.canvas.cancel():
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

    def zoom(self, how: str) -> None:
        """Zoom by key."""
        canvas, in_view = self.canvas, self.desk.in_view
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
            case "object" if in_view is not None:
                in_view.blow_up()
        canvas.zoomed.emit(canvas.zoom.scale)

    def shift_threshold(self, by: float) -> None:
        """Move the confidence slider and say where it is."""
        self.desk.set_threshold(self.desk.threshold + by)
        self.message.say(self.tr("Proposals from {value} on are shown.").format(value=f"{self.desk.threshold:.2f}"))

    def toggle_labels(self) -> None:
        self.canvas.show_labels(not self.canvas.labels_shown)
        if not self.canvas.labels_shown:
            self.message.say(self.tr("Labels are hidden; [labels] shows them again."))

    def seek(self) -> None:
        """To the search field."""
        self.list.show()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def next_pane(self) -> None:
        """The keyboard's way round the window: list, image, labels, classes."""
        middle: QWidget = self.canvas if self.grid is None else self.grid.view
        panes: list[QWidget] = [self.list.view, middle, self.side.labels, self.side.classes.list]
        shown = [pane for pane in panes if pane.isVisible()]
        place = next((i for i, pane in enumerate(shown) if pane.hasFocus()), -1)
        if shown:
            shown[(place + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def close_project(self) -> None:
        """Hand over what is unfinished, stop decoding, leave the project."""
        self._settle.stop()
        self.close_grid()
        if self.trusting is not None:
            self.trusting.close()
        self.going.close()
        if self._list is not None:
            self._list.stop_searching()
        if self.settling is not None:
            self.settling.close()
        self.desk.close()
        self._left = True  # a project that is closed at once never gets its panels
        self.showing.close()
