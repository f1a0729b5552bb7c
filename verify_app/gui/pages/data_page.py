"""The page of the data: where images came from, which of them hang together, and whether all is sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verify_app.gui.dialogs.layout import scrolled
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.pages.groups import Groups
from verify_app.gui.pages.project_check import ProjectCheck
from verify_app.gui.pages.sources import Sources
from verify_app.gui.plain import heading
from verify_app.gui.shell.host import Host


class DataPage(QWidget):
    """Sources, groups and the project check, one under the other."""

    def __init__(self, host: Host, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._host = host
        self.sources, self.groups = Sources(host, say), Groups(host, say)
        self.check = ProjectCheck(host, say)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(10)
        parts = (
            (self.tr("Sources"), self.sources),
            (self.tr("Groups"), self.groups),
            (self.tr("Project check"), self.check),
        )
        for text, part in parts:
            column.addWidget(heading(text))
            column.addWidget(part)
            column.addSpacing(8)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, self.tr("Data")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        on_language_change(self, self._on_language)

    @property
    def heading(self) -> str:
        """What the page is called."""
        return self.tr("Data")

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 200)

    def refresh(self) -> None:
        """Show what is on record now, and which folders are there."""
        if self._host.session is not None:
            self.sources.refresh()
            self.groups.refresh()

    def leave(self) -> None:
        """A check that runs goes on: what it finds is shown when one comes back."""

    def _on_language(self) -> None:
        if self.isVisible():
            self.refresh()
