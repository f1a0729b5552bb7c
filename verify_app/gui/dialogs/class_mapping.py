"""Classes of a model or a dataset beside those of the project: the person says what each is; nothing is guessed."""

from __future__ import annotations

from collections import abc
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from verify_app.gui.dialogs.form import quiet
from verify_app.gui.plain import PlainLabel, tip

MOST_SHOWN = 7
NAME_WIDTH = 240
Answers = abc.Mapping[str, str]
NOTHING: Answers = MappingProxyType({})


class Mapping(QWidget):
    """One row a class: leave out, add to the class list, or one that is there."""

    OPEN, OUT, ADD = "open", "out", "add"

    def __init__(self, *, adds: bool = True) -> None:
        super().__init__()
        self._common = (self.OPEN, self.ADD, self.OUT) if adds else (self.OPEN, self.OUT)
        self._boxes: dict[str, QComboBox] = {}
        self._said: dict[str, tuple[str, str]] = {}
        """What a person answered before of each name: the same question is not asked twice."""
        self._filled: dict[str, tuple[str, str]] = {}
        """What stood there before anybody answered."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area: QWidget | None = None
        self.hide()

    def offer(
        self,
        names: Sequence[str],
        classes: Sequence[str],
        text: str = "",
        *,
        chosen: Answers = NOTHING,
        titles: Answers = NOTHING,
    ) -> None:
        """Ask of each name what it is here. Only what is called the same to the letter, or was said of it before in
        this form, is chosen already.

        Parameters
        ----------
        chosen : mapping of str to str
            The class that is chosen at first for a name, instead of one that is called the same.
        titles : mapping of str to str
            What is shown for a name instead of it.
        text : str
            What is asked and why; default: classes of a model that are not in the project's list.
        """
        self.clear()
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setColumnStretch(1, 1)
        answers = self._answers(classes)
        for row, name in enumerate(names):
            first = chosen.get(name, name)
            at = len(self._common) + list(classes).index(first) if first in classes else 0
            self._filled[name] = tuple(answers.item(at).data(Qt.ItemDataRole.UserRole))
            at = self._as_before(name, answers, at)
            self._boxes[name] = box = self._box(name, answers, at)
            grid.addWidget(self._title(name, titles.get(name, name), box), row, 0)
            grid.addWidget(box, row, 1)
        own = self.tr("The model knows classes that this project does not. Say what each is; nothing is guessed.")
        self._area = QWidget()
        stack = QVBoxLayout(self._area)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(quiet(text or own))
        stack.addWidget(_scrolled(holder, len(names)))
        if self.ADD in self._common and len(names) > 1:
            stack.addWidget(self._add_all_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._area)
        self.show()

    def _as_before(self, name: str, answers: QStandardItemModel, at: int) -> int:
        """The answer that was given before, where it can still be given."""
        said = self._said.get(name)
        rows = (row for row in range(answers.rowCount()) if answers.item(row).data(Qt.ItemDataRole.UserRole) == said)
        return next(rows, at)

    def _add_all_button(self) -> QPushButton:
        """All that nothing was said of become classes."""
        button = QPushButton(self.tr("Add all that are open"))
        button.setAutoDefault(False)
        button.clicked.connect(self._add_open)
        return button

    def _add_open(self) -> None:
        for name in self.undecided:
            self._boxes[name].setCurrentIndex(self._common.index(self.ADD))

    def _box(self, name: str, answers: QStandardItemModel, at: int) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        box.setModel(answers)
        box.setCurrentIndex(at)
        box.setAccessibleName(self.tr("What {name} is here").format(name=name))
        return box

    def _title(self, name: str, shown: str, box: QComboBox) -> QLabel:
        title = PlainLabel(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))
        title.setToolTip(tip(name))
        title.setBuddy(box)
        return title

    def _answers(self, classes: Sequence[str]) -> QStandardItemModel:
        """One list for all rows: there may be a thousand classes on either side."""
        answers = QStandardItemModel(self)
        said = {
            self.OPEN: self.tr("choose…"),
            self.ADD: self.tr("add to the class list"),
            self.OUT: self.tr("leave out"),
        }
        every = [(said[kind], (kind, "")) for kind in self._common]
        every += [(self.tr("is {name}").format(name=known), ("is", known)) for known in classes]
        for text, answer in every:
            item = QStandardItem(text)
            item.setData(answer, Qt.ItemDataRole.UserRole)
            answers.appendRow(item)
        return answers

    def add_all(self) -> None:
        """Everything becomes a class: the project has none yet."""
        for box in self._boxes.values():
            box.setCurrentIndex(self._common.index(self.ADD))

    def clear(self) -> None:
        """Nothing to map; what was said is kept for when it is asked again."""
        for name, box in self._boxes.items():
            answer = tuple(box.currentData())
            if answer[0] != self.OPEN and answer != self._filled[name]:
                self._said[name] = answer
        if self._area is not None:
            self._area.hide()
            self._area.deleteLater()
            self._area = None
        self._boxes.clear()
        self.hide()

    @property
    def undecided(self) -> list[str]:
        """Classes nothing was said of yet."""
        return [name for name, box in self._boxes.items() if box.currentData()[0] == self.OPEN]

    @property
    def to_add(self) -> list[str]:
        """Classes to append to the project's list."""
        return [name for name, box in self._boxes.items() if box.currentData()[0] == self.ADD]

    def options(self, names: Iterable[str] | None = None) -> list[str]:
        """``--map`` options of the commands; of some names alone, where those are given."""
        wanted = self._boxes if names is None else [name for name in names if name in self._boxes]
        said = {name: self._boxes[name].currentData() for name in wanted}
        return [f"--map={name}={target}" for name, (kind, target) in said.items() if kind in ("is", self.OUT)]


def _scrolled(rows: QWidget, count: int) -> QScrollArea:
    """Rows of which some can be scrolled to."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(rows)
    area.setMinimumHeight(min(count, MOST_SHOWN) * 34 + 6)
    return area
