"""The one broadcast of what was changed, and by whom; views that show the thing refresh themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from verify_app.core.records import Changes


class Broadcast(QObject):
    """`changed` carries a `Changes`; `outside` says that another process has written, without details."""

    changed = Signal(object)
    outside = Signal()

    def announce(self, changes: Changes | None) -> None:
        """Tell everybody; None (nothing was changed) tells nobody."""
        if changes is not None:
            self.changed.emit(changes)
