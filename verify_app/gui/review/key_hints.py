"""Names the keys of the review as they are now: in the hint line, and in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from verify_app.app.session import Session
from verify_app.core.vocabulary import Task

if TYPE_CHECKING:
    from verify_app.gui.review.page import ReviewPage


def key_of(actions: Mapping[str, QAction], name: str) -> str:
    """An action's first key as this system writes it; its name where it has none."""
    action = actions.get(name)
    if action is None:
        return f"[{name}]"
    return _key(action) or f"“{action.text().rstrip('…')}”"


class Mode(Enum):
    """What the person is at."""

    REVIEWING = 0
    DRAWING = 1
    BLIND = 2
    """Drawing all of an image whose predictions are hidden."""
    GRID = 3
    SETTLING = 4
    """A blind image is complete, and what differs from the model is asked."""
    ANSWERED = 5
    """A honeypot has been answered and says what it was; before, it is an image like any other."""


class ModeHints(QObject):
    """Names the keys that are of use in what the person is at, in the message line."""

    def __init__(self, page: ReviewPage, actions: Mapping[str, QAction]) -> None:
        super().__init__(page)
        self._page, self._actions = page, actions
        page.canvas.tool_changed.connect(self.show)
        page.state.image_changed.connect(self.show)
        page.state.items_changed.connect(self.follow)
        self._named = Mode.REVIEWING
        self.show()

    @property
    def mode(self) -> Mode:
        """What the person is at now."""
        page = self._page
        if page.grid is not None:
            return Mode.GRID
        if page.canvas.tool.id != "select":
            return Mode.DRAWING
        trials = page.state.trials if page.state.review is not None else None
        if trials is None:
            return Mode.REVIEWING
        if trials.outcome is not None:
            return Mode.ANSWERED
        if trials.disagreements.open:
            return Mode.SETTLING
        return Mode.BLIND if trials.drawn_blind else Mode.REVIEWING

    def show(self) -> None:
        """Name them."""
        self._named = self.mode
        self._page.message.set_hint(self.text)

    @property
    def text(self) -> str:
        """The keys that are of use now."""
        return hint(self._actions, self._page.state.task, self.mode)

    def follow(self) -> None:
        """Name others where the person is at something else now."""
        if self.mode is not self._named:
            self.show()


def hint(actions: Mapping[str, QAction], task: Task, mode: Mode = Mode.REVIEWING) -> str:
    """The keys most used; those to draw with are not for whole images."""
    translate = QCoreApplication.translate
    text = translate(
        "ReviewPage",
        "{complete} complete and go on   {accept} accept   {reject} reject   {box} {draw}   "
        "{class_1}–{class_9} class   {next_label} next label   {keys} all keys",
    )
    if mode is Mode.GRID:
        text = translate(
            "ReviewPage",
            "{accept} accept   {reject} reject   {class_1}–{class_9} class   {select_all} select all   "
            "{crop_grid} back to the image   {keys} all keys",
        )
    elif mode is Mode.DRAWING:
        text = translate(
            "ReviewPage",
            "{cancel} stop drawing   {undo} take back the last point   {class_1}–{class_9} class   "
            "{select} select and edit   {keys} all keys",
        )
    elif mode is Mode.BLIND:
        text = translate(
            "ReviewPage",
            "{box} {draw}   {class_1}–{class_9} class   {complete} all is drawn, compare   "
            "{empty} nothing is on it   {keys} all keys",
        )
    elif mode is Mode.SETTLING:
        text = translate(
            "ReviewPage",
            "{accept} the model is right   {reject} the label stands   {complete} all labels stand   {keys} all keys",
        )
    elif mode is Mode.ANSWERED:
        text = translate("ReviewPage", "{complete} go on   {next} next image   {keys} all keys")
    elif task is Task.CLASSIFY:
        text = translate(
            "ReviewPage",
            "{complete} accept and go on   {class_1}–{class_9} class and go on   {class} find a class   "
            "{next} next image   {keys} all keys",
        )
    keys = {name: _key(action) for name, action in actions.items()}
    return text.format(**keys, draw=_drawing(task))


def _drawing(task: Task) -> str:
    """What the key for drawing does: one key takes the tool of the project's task."""
    translate = QCoreApplication.translate
    if task is Task.SEGMENT:
        return translate("ReviewPage", "polygon")
    if task is Task.OBB:
        return translate("ReviewPage", "oriented box")
    if task is Task.POSE:
        return translate("ReviewPage", "keypoints")
    return translate("ReviewPage", "box")


def _key(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def on_opening(session: Session, *, named: bool, first: bool) -> tuple[str, str]:
    """What is said when a project opens, and its kind: as whom one reviews, and to newcomers whose keys there are."""
    translate, said = QCoreApplication.translate, []
    if session.called != session.actor.name:
        said.append(translate("MainWindow", "You are known here as {name}, and recorded so."))
    elif not named:
        said.append(translate("MainWindow", "You review as {name}. File › Welcome page changes that."))
    if first:  # what the welcome page asks, to those who came past it
        said.append(translate("MainWindow", "[settings] offers the keys of CVAT and labelImg."))
    return "  ".join(said).replace("{name}", session.actor.name), "note" if named else "warn"
