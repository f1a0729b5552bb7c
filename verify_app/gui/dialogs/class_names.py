"""A class list that is typed, or taken from a model or a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from verify_app.app.project.create import read_classes
from verify_app.core.errors import UserError
from verify_app.gui.dialogs.form import choose
from verify_app.gui.dialogs.layout import small_button


class ClassNames(QWidget):
    """One class a line; whoever shows it asks the model for its own when that button is pressed.

    Parameters
    ----------
    say : callable
        Says what is wrong with a file, or nothing.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say
        self._filled = ""
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("One class a line; more can be added later"))
        self.text.setFixedHeight(84)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Classes, one a line"))
        self.from_model = small_button(self.tr("From the model"), lambda: None)
        from_file = small_button(self.tr("From data.yaml…"), self._choose_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.from_model)
        row.addWidget(from_file)
        row.addStretch(1)
        layout.addLayout(row)

    @property
    def names(self) -> list[str]:
        """The classes that stand there."""
        return [line.strip() for line in self.text.toPlainText().splitlines() if line.strip()]

    def fill(self, names: Sequence[str], *, over: bool = False) -> None:
        """Take these classes, unless a person has typed others; `over` puts them in place of those too."""
        if over or self.text.toPlainText() in ("", self._filled):
            self._filled = "\n".join(names)
            self.text.setPlainText(self._filled)

    def _choose_file(self) -> None:
        pattern = self.tr("Class lists") + " (*.yaml *.yml *.txt)"
        choose(self, self.tr("Choose a class list"), self.read_file, folder=False, pattern=pattern)

    def read_file(self, file: str) -> None:
        """Take the class list of a data.yaml or a text file."""
        try:
            self.text.setPlainText("\n".join(read_classes(Path(file))))
            self._say("")
        except UserError as error:
            self._say(str(error))
