"""Adds, renames and merges classes of the open project."""

from __future__ import annotations

from types import ModuleType

from PySide6.QtCore import QObject

from verify_app.gui.review.state import ReviewState


class ClassListCommands(QObject):
    """Named operations on the class list of the open project."""

    def __init__(self, state: ReviewState) -> None:
        super().__init__(state)
        self._state = state

    def add(self, name: str) -> bool:
        """Append a class; False when it cannot be."""
        state = self._state
        return state.run(lambda: _operations().add_class(state.session, name)) is not None

    def rename(self, class_id: int, name: str) -> None:
        """Give a class another name."""
        state = self._state
        state.run(lambda: _operations().rename_class(state.session, class_id, name))

    def merge(self, from_id: int, into_id: int) -> None:
        """Let one class take over another."""
        state = self._state
        names = state.class_name(from_id), state.class_name(into_id)
        changes = state.run(lambda: _operations().merge_class(state.session, from_id, into_id))
        if changes:
            text = self.tr("Merged {a} into {b}. [undo] takes it back.")
            n = changes.detail["attested"]
            if n:
                text += " " + self.tr("Verified labels: {n}, attested now until somebody looks at them again.")
            state.said.emit(text.format(a=names[0], b=names[1], n=n), "note")


def _operations() -> ModuleType:
    """The operations of `app`, loaded when first wanted: they read YAML, which is not for starting the window."""
    from verify_app.app.project import classes  # noqa: PLC0415

    return classes
