"""The colours that a person has chosen for classes: kept in their settings under the class's name.

No part of the project: a colour says nothing of a label, and the next person's eyes may want another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from verify_app.gui import theme
from verify_app.gui.shell.apply_settings import recolour

if TYPE_CHECKING:
    from verify_app.core.records import Changes
    from verify_app.gui.shell.host import Host


class OwnColours(QObject):
    """Shows the classes of the open project in them, and keeps what is chosen."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.widget)
        self._host = host
        host.project_changed.connect(self._on_project)
        host.settings_changed.connect(self.apply)
        host.broadcast.changed.connect(self._on_changed)

    def _on_project(self) -> None:
        if self._host.open_page is not None:
            self._host.open_page.state.sight.colour_wanted.connect(self._take)
        self.apply()

    def _on_changed(self, changes: Changes) -> None:
        if "class" in changes.kinds:
            self.apply()

    def apply(self) -> None:
        """Let the classes have the colours that were chosen for their names."""
        app, session, chosen = QApplication.instance(), self._host.session, self._host.settings.own_colours
        assert app is not None
        classes = session.classes if session is not None and chosen else ()
        if theme.choose_own_colours(app, {c.id: chosen[c.name] for c in classes if c.name in chosen}):
            recolour(self._host)

    def _take(self, name: str, colour: str) -> None:
        """Remember a colour for classes of this name; empty for the usual one."""
        rest = {key: value for key, value in self._host.settings.own_colours.items() if key != name}
        self._host.change_settings(own_colours=rest | ({name: colour} if colour else {}))
