"""Classes of a model or a dataset beside those of the project: the person says what each is; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Said

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from verify_app.gui.dialogs.form import quiet

MOST_SHOWN = 7
NAME_WIDTH = 240


class Mapping(QWidget):
    """One row a class: leave out, add to the class list, or one that is there."""

    OPEN, OUT, ADD = "open", "out", "add"
    _COMMON = (OPEN, ADD, OUT)

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QComboBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area: QWidget | None = None
        self.hide()

    def offer(
        self, names: Sequence[str], classes: Sequence[str], text: str = "", *, filled_in: Said[str, str] | None = None
    ) -> None:
        """Ask of each name what it is here. Only what is called the same to the letter is chosen already.

        Parameters
        ----------
        text : str
            What is asked and why; default: classes of a model that are not in the project's list.
        filled_in : mapping of str to str, optional
            What is chosen to begin with, for the person to check.
        """
        chosen = {**{name: name for name in names}, **(filled_in or {})}
        self.clear()
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setColumnStretch(1, 1)
        answers = self._answers(classes)
        for row, name in enumerate(names):
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(18)
            box.setModel(answers)
            if chosen[name] in classes:
                box.setCurrentIndex(len(self._COMMON) + list(classes).index(chosen[name]))
            box.setAccessibleName(self.tr("What {name} is here").format(name=name))
            self._boxes[name] = box
            title = QLabel(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))
            title.setTextFormat(Qt.TextFormat.PlainText)
            title.setToolTip(name)
            title.setBuddy(box)
            grid.addWidget(title, row, 0)
            grid.addWidget(box, row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        area.setMinimumHeight(min(len(names), MOST_SHOWN) * 34 + 6)
        own = self.tr("The model knows classes that this project does not. Say what each is; nothing is guessed.")
        self._area = QWidget()
        stack = QVBoxLayout(self._area)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(quiet(text or own))
        stack.addWidget(area)
        self._layout.addWidget(self._area)
        self.show()

    def _answers(self, classes: Sequence[str]) -> QStandardItemModel:
        """One list for all rows: there may be a thousand classes on either side."""
        answers = QStandardItemModel(self)
        said = (self.tr("choose…"), self.tr("add to the class list"), self.tr("leave out"))
        every = [*zip(said, ((kind, "") for kind in self._COMMON), strict=True)]
        every += [(self.tr("is {name}").format(name=known), ("is", known)) for known in classes]
        for text, answer in every:
            item = QStandardItem(text)
            item.setData(answer, Qt.ItemDataRole.UserRole)
            answers.appendRow(item)
        return answers

    def add_all(self) -> None:
        """Everything becomes a class: the project has none yet."""
        for box in self._boxes.values():
            box.setCurrentIndex(self._COMMON.index(self.ADD))

    def clear(self) -> None:
        """Nothing to map."""
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
