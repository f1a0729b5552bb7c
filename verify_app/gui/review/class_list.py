"""Adds, renames, orders, merges, retires and deletes classes of the open project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from verify_app.core.heavy import Late
from verify_app.gui.review.state import ReviewState

if TYPE_CHECKING:
    from verify_app.app.project import classes
else:
    classes = Late("verify_app.app.project.classes")  # they read YAML, which is not for starting


class ClassListCommands(QObject):
    """Named operations on the class list of the open project."""

    def __init__(self, state: ReviewState) -> None:
        super().__init__(state)
        self._state = state

    def add(self, name: str) -> bool:
        """Append a class; False when it cannot be."""
        state = self._state
        return state.run(lambda: classes.add_class(state.session, name)) is not None

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""
        state = self._state
        state.run(lambda: classes.rename_class(state.session, class_id, name))

    def merge(self, from_id: int, into_id: int) -> None:
        """Let one class take over another."""
        state = self._state
        names = state.class_name(from_id), state.class_name(into_id)
        changes = state.run(lambda: classes.merge_class(state.session, from_id, into_id))
        if changes:
            text = self.tr("Merged {a} into {b}. [undo] takes it back.")
            n = changes.detail["attested"]
            if n:
                text += " " + self.tr("Verified labels: {n}, attested now until somebody looks at them again.")
            state.said.emit(text.format(a=names[0], b=names[1], n=n), "note")

    def colour(self, class_id: int, colour: str) -> None:
        """Show a class in a colour of the person's own; empty for the usual one."""
        self._state.sight.colour_wanted.emit(self._state.class_name(class_id), colour)

    def order(self, ids: Sequence[int]) -> None:
        """Show the classes, and number their keys, in this order."""
        state = self._state
        state.run(lambda: classes.order_classes(state.session, ids))

    def retire(self, class_id: int) -> None:
        """Hide a class from choosing."""
        state, name = self._state, self._state.class_name(class_id)
        if state.run(lambda: classes.retire_class(state.session, class_id)):
            state.said.emit(
                self.tr("{name} cannot be chosen any more. [undo] takes it back.").format(name=name), "note"
            )

    def bring_back(self, class_id: int) -> None:
        """Let a retired class be chosen again."""
        state = self._state
        state.run(lambda: classes.bring_back_class(state.session, class_id))

    def delete(self, class_id: int) -> None:
        """Delete a class that nothing names."""
        state, name = self._state, self._state.class_name(class_id)
        if state.run(lambda: classes.delete_class(state.session, class_id)):
            state.said.emit(self.tr("Deleted the class {name}. [undo] takes it back.").format(name=name), "note")

    def can_delete(self, class_id: int) -> bool:
        """Whether nothing names a class."""
        return not classes.in_use(self._state.session, class_id)
