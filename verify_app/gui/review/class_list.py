"""Adds, renames and merges classes of the open project."""

from __future__ import annotations

from types import ModuleType

from PySide6.QtCore import QObject

from verify_app.gui.review.state import Desk


class ClassListCommands(QObject):
    """Named operations on the class list of the open project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def add(self, name: str) -> bool:
        """Append a class; False when it cannot be."""
        desk = self._desk
        return desk.run(lambda: _operations().add_class(desk.session, name)) is not None

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""
        desk = self._desk
        desk.run(lambda: _operations().rename_class(desk.session, class_id, name))

    def merge(self, from_id: int, into_id: int) -> None:
        """Let one class take over another."""
        desk = self._desk
        names = desk.class_name(from_id), desk.class_name(into_id)
        if desk.run(lambda: _operations().merge_class(desk.session, from_id, into_id)):
            text = self.tr("Merged {a} into {b}. [undo] takes it back.")
            desk.said.emit(text.format(a=names[0], b=names[1]), "note")


def _operations() -> ModuleType:
    """The operations of `app`, loaded when first wanted: they read YAML, which is not for starting the window."""
    from verify_app.app.project import classes  # noqa: PLC0415

    return classes
