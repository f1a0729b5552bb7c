"""The page an annotator works on, assembled of list, picture, labels and classes, and message line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.app.model_in_use import in_use
from verify_app.app.session import Session
from verify_app.core.records import Changes
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels.header import HeaderBar
from verify_app.gui.panels.message import MessageBar
from verify_app.gui.review import key_hints
from verify_app.gui.review.center_column import CenterColumn
from verify_app.gui.review.class_chooser import ClassChooser
from verify_app.gui.review.commands import Commands, ImageCommands, ObjectCommands, UndoCommands
from verify_app.gui.review.image_presenter import ImagePresenter
from verify_app.gui.review.navigator import Navigator
from verify_app.gui.review.page_commands import DrawingCommands, ViewCommands
from verify_app.gui.review.panel_splitter import PanelSplitter
from verify_app.gui.review.state import ReviewState
from verify_app.gui.shell.broadcast import Broadcast

if TYPE_CHECKING:
    from verify_app.gui.grid.page import GridPage
    from verify_app.gui.panels.image_list import ImageList
    from verify_app.gui.panels.side import SidePanel
    from verify_app.gui.review.disagreements import DisagreementBar
    from verify_app.gui.review.page_panels import PagePanels
    from verify_app.gui.review.sheet_commands import SheetCommands
    from verify_app.gui.review.trial_bar import TrialBar

COUNT_MS = 60
"""Counts and the meter follow a burst of decisions after this pause; the image itself at once."""
PATIENCE_MS = 300
"""So long the panels wait for the first picture; a large one is decoded on another thread meanwhile."""
IN_GRID = frozenset(
    {"accept", "reject", "fix_later", "delete", "class", "select_all", "crop_grid", "undo", "redo", "cancel"}
)
"""What can be done to crops; everything else about an image waits until one is on the screen."""
CROPS_ONLY = frozenset({"select_alike"})


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
        needs: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._needs = actions, needs
        state = ReviewState(session, broadcast, threshold=threshold, parent=self)
        self.state: ReviewState = state
        self.canvas = Canvas()
        self.canvas.set_task(state.task, session.skeleton)
        self.canvas.set_class_names(state.class_name)
        self.header, self.message = HeaderBar(actions), MessageBar()
        self.images: ImageCommands = ImageCommands(state)
        self.objects: ObjectCommands = ObjectCommands(state, self.images)
        self.commands: Commands = self.objects
        """What the keys do to what is in hand: objects, or crops while the grid is open."""
        self._undo = UndoCommands(state)
        self.classes: ClassChooser = ClassChooser(
            state, self.canvas, reclass=self._reclass, to_field=self._to_class_field
        )
        self.drawing: DrawingCommands = DrawingCommands(
            state, self.canvas, self.message, ask_for_class=self.classes.ask_for_class
        )
        self.viewing: ViewCommands = ViewCommands(state, self.canvas, self.message, actions)
        self.presenter: ImagePresenter = ImagePresenter(state, self.canvas, self.header)
        self.navigator = Navigator(state, self._show_order, self._say_why)
        self.grid: GridPage | None = None
        self._panels: PagePanels | None = None
        self._sheets: SheetCommands | None = None
        self._left, self._shown, self._why = False, 0, ""
        self.behind = False
        """Whether another page is in front: no key does anything to what nobody sees."""
        self._bars: list[DisagreementBar | TrialBar] = []
        self._count_soon = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count_soon.timeout.connect(self.count)
        self.center = CenterColumn(self.header, self.canvas, self.message)
        self.splitter = PanelSplitter(self.center)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._connect()
        self._key_of = self.message.key_of = partial(key_hints.key_of, actions)
        self.hints: key_hints.ModeHints = key_hints.ModeHints(self, actions)
        on_language_change(self, self._say_anew)

    def _connect(self) -> None:
        state, canvas = self.state, self.canvas
        state.said.connect(self.message.say)
        state.about_to_act.connect(canvas.nudge.flush)
        if state.in_view is not None:
            state.in_view.counted.connect(self._show_why)
        state.image_changed.connect(self.enable)
        state.image_changed.connect(self._on_image)
        state.items_changed.connect(self.enable)
        state.broadcast.changed.connect(self._on_changed)
        state.broadcast.outside.connect(self._on_outside)
        canvas.picked.connect(state.select)
        canvas.stage.stepped.connect(state.step)
        canvas.picked_many.connect(state.select_many)
        canvas.reshaped.connect(self.objects.reshape)
        canvas.moved_many.connect(self.objects.reshape_many)
        canvas.unlock_wanted.connect(lambda item_id: (state.select(item_id), self.objects.edit()))
        canvas.said.connect(self.message.say)
        canvas.drawn.connect(self.objects.draw)
        canvas.stage.divided.connect(self.objects.divide)
        canvas.opened.connect(lambda item_id: (state.select(item_id), self.choose_class()))
        canvas.tool_changed.connect(self.header.mark_tool)
        self.header.mark_tool("select")
        if state.task is Task.CLASSIFY:
            self.header.leave_out("select", "box", "empty")

    # --- keys and language ----------------------------------------------------------------------------------

    def name_keys(self) -> None:
        """The keys are others now, or have other names."""
        self.hints.show()
        self.header.name_buttons()
        for bar in self._bars:
            bar.renew()
        if self._panels is not None:
            self._panels.side.name_keys(self._key_of)

    def _say_anew(self) -> None:
        """What is drawn, or depends on the names of keys: the language is another."""
        self.name_keys()
        self.navigator.say_why()
        self.state.items_changed.emit()
        self.update()
        if self._panels is not None:
            self.count()

    # --- the panels, which come right after the first picture ---------------------------------------------------

    def begin(self) -> None:
        """Show the first image that wants a person; the list follows."""
        self.navigator.begin()
        self.canvas.setFocus()
        rest = QTimer(self, singleShot=True)  # not the function, which keeps the page for ever when it is closed before
        rest.timeout.connect(self.finish)
        self.canvas.painted.connect(lambda: rest.start(0))
        QTimer.singleShot(0, rest, lambda: rest.isActive() or rest.start(PATIENCE_MS))  # once the window stands

    def finish(self) -> None:
        """Put the panels into their places. The picture goes first: it is what the person waits for."""
        if self._panels is not None or self._left:
            return
        from verify_app.gui.review.page_panels import PagePanels  # noqa: PLC0415  after the first picture

        self.navigator.complete()
        panels = self._panels = PagePanels(
            self.state,
            self.canvas,
            self.navigator,
            splitter=self.splitter,
            actions=self._actions,
            key_of=self._key_of,
            add_bar=self._add_bar,
        )
        panels.list.menu_wanted.connect(self.menu_wanted)
        panels.side.classes.picked.connect(self._pick_class)
        self.viewing.follow(panels.hover, panels.minimap, panels.list)
        panels.start(self.hints.follow)
        self._count_soon.start()

    def _add_bar(self, bar: DisagreementBar | TrialBar) -> None:
        bar.key_of = self._key_of
        self._bars.append(bar)
        self.center.add_under(bar)

    @property
    def panels(self) -> PagePanels:
        """List, labels and classes, and what works beside them."""
        self.finish()
        assert self._panels is not None
        return self._panels

    @property
    def list(self) -> ImageList:
        """The list of images."""
        return self.panels.list

    @property
    def side(self) -> SidePanel:
        """Labels and classes."""
        return self.panels.side

    @property
    def sheets(self) -> SheetCommands:
        """The small sheets over the picture."""
        from verify_app.gui.review.sheet_commands import SheetCommands  # noqa: PLC0415  when first wanted

        if self._sheets is None:
            self._sheets = SheetCommands(
                self.state, self.canvas, objects=self.objects, drawing=self.drawing, viewing=self.viewing
            )
        return self._sheets

    # --- the list -----------------------------------------------------------------------------------------

    def _say_why(self, reason: str) -> None:
        """Why this image is next, beside the hint."""
        self._why = self.tr("Next because: {reason}").format(reason=reason) if reason else ""
        self._show_why()

    def _on_image(self) -> None:
        """What was said of the image before ends with it; that it is complete is said of it while the next is there."""
        shown = self.state.review.id if self.state.review is not None else 0
        if shown != self._shown and self.message.kind != "good":
            self.message.clear()
        self._shown = shown

    def _show_why(self) -> None:
        small = self.state.in_view.say_small() if self.state.in_view is not None else ""
        said = "" if self.grid is not None else small or self._why
        self.message.set_aside(messages.with_keys(said, self._key_of))

    def _show_order(self) -> None:
        """The order is another one."""
        if self._panels is not None:
            self._panels.show_order()

    def _on_changed(self, changes: Changes) -> None:
        self.list.refresh(changes.images, files="scan" in changes.kinds)
        if "attribute" in changes.kinds or changes.op in ("undo", "redo"):
            self.navigator.reload()
        self._count_soon.start()

    def _on_outside(self) -> None:
        self.list.model.refresh()
        self.navigator.reload()
        self._count_soon.start()

    def count(self) -> None:
        """Counts by state, the model in use and the meter."""
        self.header.model.show_model(in_use(self.state.session.project.read))
        self.metered.emit(self.panels.count())

    def enable(self) -> None:
        """Switch actions on and off by what is on the screen."""
        for name, needed in self._needs.items():
            if needed in ("image", "item"):
                self._actions[name].setEnabled(_possible(self, name, needed))
        self._show_why()

    def next_pane(self) -> None:
        """To the next part of the page that is shown."""
        self.panels.next_pane(self.canvas if self.grid is None else self.grid.view)

    # --- decisions that depend on what is on the screen -------------------------------------------------------

    def complete(self) -> None:
        """Complete the image, but never with labels hidden: nobody stands behind what they did not see."""
        if self.canvas.labels_shown and not self.canvas.hides:
            self.images.complete()
            return
        if not self.canvas.labels_shown:
            self.viewing.toggle_labels()
        self.state.sight.show_all()
        self.message.say(self.tr("The labels were hidden. Look at them, then press [complete] again."), "warn")

    def escape(self) -> None:
        """Give up what is unfinished; with nothing unfinished, select nothing."""
        trials, disagreements = self.state.trials, self._panels.disagreements if self._panels is not None else None
        if self.message.field is not None:
            self.message.dismiss()
        elif self.grid is not None:
            self.close_grid()
        elif (trials is not None and trials.go_on()) or (disagreements is not None and disagreements.leave()):
            pass
        elif self.state.editing:
            self.state.set_editing("")
        else:
            if not self.canvas.cancel():
                self.state.select("")
            self.message.clear()
        self.canvas.setFocus()

    def flag(self) -> None:
        """Flag with a note that is typed in place, or clear the flag."""
        if self.state.review is None:
            return
        if self.images.flagged():
            self.images.unflag()
            return
        on_label = self.images.flaggable() is not None
        question = self.tr("Why is this label unsure?") if on_label else self.tr("Why is this image unsure?")
        self.message.ask_text(question, self.images.flag, back_to=self.canvas)

    def undo(self) -> None:
        """Take back the last point of what is being drawn; with nothing begun, the own newest operation."""
        if self.grid is not None:
            self._undo.undo_crops()
        elif not self.canvas.tools.take_back():
            self._undo.undo()

    def redo(self) -> None:
        """Do again what was undone, but not behind a shape that is being drawn."""
        drafts = self.state.drafts
        if self.grid is not None:
            self._undo.redo_crops()
        elif drafts is None or not drafts.hold_back():
            self._undo.redo()

    def select_all(self) -> None:
        """Select every object on show, or every crop that was looked at."""
        if self.grid is not None:
            self.grid.select_all()
        else:
            self.drawing.select_all()

    def choose_class(self) -> None:
        """Choose a class for the selected object, or for the selected crops."""
        self.classes.open(self.grid.view if self.grid is not None else None)

    def _reclass(self, class_id: int) -> None:
        self.commands.reclass(class_id)

    def _to_class_field(self) -> None:
        self.side.classes.field.setFocus()

    def _pick_class(self, class_id: int) -> None:
        self.commands.pick_class(class_id)

    # --- the crop grid --------------------------------------------------------------------------------------

    def toggle_grid(self) -> None:
        """Open the grid on the class in hand, or close it."""
        if self.grid is not None:
            self.close_grid()
        else:
            self.open_grid().begin(self.state.item.class_id if self.state.item is not None else None)

    def open_grid(self) -> GridPage:
        """The grid in the image's place, to be told what to show."""
        from verify_app.gui.grid.page import GridPage  # noqa: PLC0415  when first wanted

        self.state.about_to_act.emit()
        self.grid = GridPage(self.state, self._actions, lambda: self.list)
        self.grid.closed.connect(self.close_grid)
        self.grid.open_wanted.connect(self._open_crop)
        self.commands = self.grid.commands
        self.center.show_grid(self.grid)
        self.classes.forget_list()
        self.enable()
        self.hints.show()
        return self.grid

    def close_grid(self) -> None:
        """Back to the image."""
        if self.grid is None:
            return
        grid, self.grid = self.grid, None
        self.commands = self.objects
        grid.close_grid()
        self.classes.forget_list()
        self.center.remove_grid()
        self.canvas.setFocus()
        self.state.refresh()
        self.enable()
        self.hints.show()

    def _open_crop(self, image_id: int, item_id: str) -> None:
        self.close_grid()
        self.state.show_image(image_id)
        row = self.state.folding.row_of(item_id, self.state.items)
        if row:
            self.state.select(row)

    def close_project(self) -> None:
        """Hand over what is unfinished, stop decoding, leave the project."""
        self._count_soon.stop()
        self.close_grid()
        if self._panels is not None:
            self._panels.close()
        self.navigator.close()
        self.state.close()
        self._left = True  # a project that is closed at once never gets its panels
        self.presenter.close()


def _possible(page: ReviewPage, name: str, needed: str) -> bool:
    """Whether an action can be done to what is on the screen."""
    if page.behind:
        return False
    if page.grid is not None:
        return name in IN_GRID | CROPS_ONLY
    if name in CROPS_ONLY:
        return False
    return (page.state.item if needed == "item" else page.state.review) is not None
