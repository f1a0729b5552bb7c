"""Which classes are left out of the picture for looking at the others; nothing is decided on what is not seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class ClassSight(QObject):
    """Hidden classes stay so from image to image, until something of them is to be decided on."""

    changed = Signal()
    colour_wanted = Signal(str, str)
    """A class of this name is to have this colour; empty for the usual one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hidden: frozenset[int] = frozenset()

    def toggle(self, class_id: int) -> None:
        """Hide a class, or show it again."""
        self._set(self.hidden ^ {class_id})

    def solo(self, class_id: int, every: Iterable[int]) -> None:
        """Show this class only; again, all of them."""
        others = frozenset(every) - {class_id}
        self._set(frozenset() if others == self.hidden else others)

    def show_all(self) -> None:
        """Hide no class any more."""
        self._set(frozenset())

    def _set(self, hidden: frozenset[int]) -> None:
        if hidden != self.hidden:
            self.hidden = hidden
            self.changed.emit()
