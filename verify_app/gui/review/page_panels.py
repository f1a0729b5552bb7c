"""The panels of the review page, and the helpers that start with them right after the first picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from verify_app.app.exports import meter
from verify_app.app.review import queue
from verify_app.app.review.crops import files
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.canvas.minimap import Minimap
from verify_app.gui.panels.image_list import ImageList
from verify_app.gui.panels.image_model import ImageModel
from verify_app.gui.panels.side import SidePanel
from verify_app.gui.review.class_list import ClassListCommands
from verify_app.gui.review.disagreements import DisagreementBar, DisagreementReview, RunDisagreements
from verify_app.gui.review.hover_select import HoverSelect
from verify_app.gui.review.label_menu import LabelMenu
from verify_app.gui.review.navigator import Navigator
from verify_app.gui.review.panel_splitter import LEFT, RIGHT, PanelSplitter
from verify_app.gui.review.state import ReviewState
from verify_app.gui.review.trial_bar import TrialBar
from verify_app.gui.review.trial_controller import TrialController


class PagePanels(QObject):
    """The panels, and what works in the background once there are any.

    Parameters
    ----------
    add_bar : callable
        Puts a bar into its place under the image.
    """

    def __init__(
        self,
        state: ReviewState,
        canvas: Canvas,
        navigator: Navigator,
        *,
        splitter: PanelSplitter,
        actions: Mapping[str, QAction],
        key_of: Callable[[str], str],
        add_bar: Callable[[DisagreementBar | TrialBar], object],
    ) -> None:
        super().__init__(state)
        self._state, self._canvas, self._splitter, self._actions = state, canvas, splitter, actions
        self._add_bar = add_bar
        self.class_list = ClassListCommands(state)
        model = ImageModel(lambda ids: queue.rows(state.session, ids), self)
        self.list = ImageList(model, state.queue, lambda ids: files(state.session, ids))
        self.list.set_place(navigator.place.order, navigator.filter)
        self.list.chosen.connect(state.go_to)
        self.list.entered.connect(canvas.setFocus)
        self.list.filter_changed.connect(lambda chosen: navigator.choose(chosen=chosen))
        self.list.order_changed.connect(lambda order: navigator.choose(order=order))
        self.list.said.connect(lambda text: state.said.emit(text, "note"))
        self.side = SidePanel(state, self.class_list)
        self.side.name_keys(key_of)
        self.label_menu = LabelMenu(state, canvas, self.side.labels, actions)
        self.hover = HoverSelect(state, canvas)
        self.minimap = Minimap(canvas)
        state.items_changed.connect(self.minimap.refresh)
        self.trials: TrialController | None = None
        self.disagreements: DisagreementReview | None = None

    def start(self, follow: Callable[[], object]) -> None:
        """Show the panels; from now on trials come up, and disagreements are looked for.

        `follow` is called when there is something to settle on a blind image, or no more.
        """
        state = self._state
        shown = self._splitter.place_panels(self.list, self.side)
        for name, on in zip(("list_panel", "label_panel"), shown, strict=True):
            self._actions[name].setChecked(on)
        bar = DisagreementBar()
        self._add_bar(bar)
        self.trials = TrialController(state, self._canvas, self._add_bar)
        self.disagreements = DisagreementReview(state, self._canvas, bar, RunDisagreements(state))
        self.trials.disagreements.looked.connect(follow)
        state.disagreements = [self.disagreements, self.trials.disagreements]
        self.disagreements.look_soon()
        self.show_order()
        state.image_changed.connect(self._show_place)
        self.side.labels.refresh()

    def show_order(self) -> None:
        """The order is another one."""
        self.list.set_order(self._state.order)
        self._show_place()

    def _show_place(self) -> None:
        self.list.show_place(self._state.position)

    def toggle(self, side: str) -> None:
        """Put the list (``left``) or the labels (``right``) away, or show them again."""
        self._splitter.toggle(LEFT if side == "left" else RIGHT)

    def seek(self) -> None:
        """To the search field."""
        self.list.show()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def next_pane(self, middle: QWidget) -> None:
        """The keyboard's way round the window: list, image or crops (`middle`), labels, classes."""
        panes: list[QWidget] = [self.list.view, middle, self.side.labels, self.side.classes.list]
        shown = [pane for pane in panes if pane.isVisible()]
        place = next((i for i, pane in enumerate(shown) if pane.hasFocus()), -1)
        if shown:
            shown[(place + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def count(self) -> meter.Meter:
        """Count images by state for the list; gives what the meter shows."""
        self.list.set_counts(queue.counts(self._state.session))
        return meter.meter(self._state.session)

    def close(self) -> None:
        """The project is being left."""
        if self.trials is not None:
            self.trials.close()
        self.list.close_files()
        if self.disagreements is not None:
            self.disagreements.close()
