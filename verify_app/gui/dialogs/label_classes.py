"""What the classes of labels that come in are in the project: by name, or number by number where nothing names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as Table
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from verify_app.gui.dialogs.class_mapping import Mapping


class LabelClasses(QWidget):
    """Hidden until there is something to ask."""

    def __init__(self) -> None:
        super().__init__()
        self.names = Mapping()
        self.numbers = Mapping(adds=False)
        self.confirmed = QCheckBox(self.tr("The numbers mean these classes"))
        self.confirmed.hide()
        self._names_of: dict[Path, Sequence[str]] = {}
        self._numbers_of: dict[Path, Table[str, int]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.names, self.numbers, self.confirmed):
            layout.addWidget(part)
        self.hide()

    def _show_what_is_asked(self) -> None:
        self.setVisible(not self.names.isHidden() or not self.numbers.isHidden())

    def clear(self) -> None:
        """Nothing to ask."""
        self._names_of, self._numbers_of = {}, {}
        self.names.clear()
        self.numbers.clear()
        self.confirmed.setChecked(False)
        self.confirmed.hide()
        self.hide()

    def ask_names(self, names_of: Table[Path, Sequence[str]], classes: Sequence[str], *, every: bool = False) -> None:
        """Ask of each class that labels name what it is among `classes`.

        Parameters
        ----------
        names_of : mapping of path to names
            What the labels of each place name.
        every : bool
            Show also those that are called like one of `classes` to the letter.
        """
        self._names_of = dict(names_of)
        names = dict.fromkeys(name for found in names_of.values() for name in found)
        wanted = [name for name in names if every or name not in classes]
        if not wanted:
            self.names.clear()
            self._show_what_is_asked()
            return
        text = self.tr("What the labels call a class, and what it is here; nothing is guessed.")
        if not classes:
            text = self.tr("The project has no class yet; it takes those of the labels, in their order.")
        self.names.offer(wanted, classes, text)
        if not classes:
            self.names.add_all()
        self._show_what_is_asked()

    def ask_numbers(self, numbers_of: Table[Path, Table[str, int]], classes: Sequence[str]) -> None:
        """Ask of each number that nothing names; filled in by the list, and confirmed once by the person."""
        self._numbers_of = dict(numbers_of)
        self.confirmed.setChecked(False)  # of what is filled in now nobody has said anything
        counts: Counter[str] = sum(map(Counter, numbers_of.values()), Counter())
        numbers = sorted(counts, key=int)
        if not numbers:
            self.numbers.clear()
            self.confirmed.hide()
            self._show_what_is_asked()
            return
        text = self.tr(
            "Nothing beside the labels names their classes. By their place in the project's list the numbers are "
            "these; change what is different, then confirm it."
        )
        if not classes:
            text = self.tr(
                "Nothing beside the labels names their classes, and the project has none yet. Add its classes first, "
                "or put a classes.txt beside the labels with a name a line."
            )
        one, many = self.tr("{number} (1 label)"), self.tr("{number} ({n} labels)")
        titles = {x: (one if counts[x] == 1 else many).format(number=x, n=counts[x]) for x in numbers}
        chosen = {number: classes[int(number)] if int(number) < len(classes) else "" for number in numbers}
        self.numbers.offer(numbers, classes, text, chosen=chosen, titles=titles)
        self.confirmed.setVisible(bool(classes))
        self._show_what_is_asked()

    @property
    def unnamed(self) -> bool:
        """Whether there are numbers that nothing names."""
        return bool(self._numbers_of)

    def problem(self) -> str:
        """What is still to be said, one sentence; empty when nothing is."""
        undecided = [*self.names.undecided, *self.numbers.undecided]
        if undecided:
            return self.tr("Say what to do with: {names}.").format(names=", ".join(undecided[:8]))
        if self._numbers_of and not self.confirmed.isChecked():
            return self.tr("Look at what each number is here, then confirm it.")
        return ""

    def options(self, path: Path) -> list[str]:
        """``--map`` options of what comes from a place."""
        named = self.names.options(self._names_of.get(path, ()))
        return [*named, *self.numbers.options(self._numbers_of.get(path, {}))]
