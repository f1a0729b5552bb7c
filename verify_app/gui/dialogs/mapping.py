"""A model's classes that the project does not have: the person says what each is; nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from verify_app.gui.dialogs.form import quiet

MOST_SHOWN = 7


class Mapping(QWidget):
    """One row a class: leave out, add to the class list, or one that is there."""

    OPEN, OUT, ADD = "open", "out", "add"

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QComboBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area: QWidget | None = None
        self.hide()

    def offer(self, missing: Sequence[str], classes: Sequence[str]) -> None:
        """Show the classes that are not in the project's list."""
        self.clear()
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 6, 0)
        for row, name in enumerate(missing):
            box = QComboBox()
            box.addItem(self.tr("choose…"), (self.OPEN, ""))
            box.addItem(self.tr("add to the class list"), (self.ADD, name))
            box.addItem(self.tr("leave out"), (self.OUT, ""))
            for known in classes:
                box.addItem(self.tr("is {name}").format(name=known), ("is", known))
            box.setAccessibleName(self.tr("What {name} is here").format(name=name))
            self._boxes[name] = box
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(box, row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(holder)
        area.setMinimumHeight(min(len(missing), MOST_SHOWN) * 34 + 6)
        text = self.tr("The model knows classes that this project does not. Say what each is; nothing is guessed.")
        self._area = QWidget()
        stack = QVBoxLayout(self._area)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(quiet(text))
        stack.addWidget(area)
        self._layout.addWidget(self._area)
        self.show()

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

    def options(self) -> list[str]:
        """``--map`` options of the predict command."""
        said = {name: box.currentData() for name, box in self._boxes.items()}
        return [f"--map={name}={target}" for name, (kind, target) in said.items() if kind in ("is", self.OUT)]
