"""Add, rename and merge classes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from verify_app.app.project import classes
from verify_app.gui.review.state import Desk


class ClassEditing:
    """Named operations on the class list of the open project."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, name: str) -> bool:
        """Append a class; False when it cannot be."""
        desk = self._desk
        return desk.run(lambda: classes.add_class(desk.session, name)) is not None

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""
        desk = self._desk
        desk.run(lambda: classes.rename_class(desk.session, class_id, name))

    def merge(self, from_id: int, into_id: int) -> None:
        """Let one class take over another."""
        desk = self._desk
        names = desk.class_name(from_id), desk.class_name(into_id)
        changes = desk.run(lambda: classes.merge_class(desk.session, from_id, into_id))
        if changes:
            text = QCoreApplication.translate("ClassEditing", "Merged {a} into {b}. [undo] takes it back.")
            n = changes.detail["attested"]
            if n:
                text += " " + QCoreApplication.translate(
                    "ClassEditing", "Verified labels: {n}, attested now until somebody looks at them again."
                )
            desk.said.emit(text.format(a=names[0], b=names[1], n=n), "note")
