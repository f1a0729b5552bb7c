"""Add images to the open project, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from verify_app.app import jobs as commands
from verify_app.gui.dialogs.folders import Folders
from verify_app.gui.dialogs.form import Form

if TYPE_CHECKING:
    from verify_app.gui.window import MainWindow


class AddImages(Form):
    """Folders with their origin, and whether label files beside them come in too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(
            window,
            self.tr("Add images"),
            self.tr("Images stay where they are; the project remembers them."),
            go=self.tr("Add"),
        )
        self.folders = Folders()
        self.row(self.tr("Folders"), self.folders)
        self.labels = QComboBox()
        self.labels.addItem(self.tr("Images only"), "none")
        self.labels.addItem(self.tr("Images and YOLO label files (come in as imported, unverified)"), "yolo")
        self.row(self.tr("Bring in"), self.labels)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Put paths on the list: they were dropped on the window."""
        for path in paths:
            self.folders.add(path)

    def start(self) -> None:
        """Run one job after the other for each origin."""
        waiting = list(self.folders.by_origin().items())
        if not waiting:
            self.say(self.tr("Add a folder first."))
            return
        self.say("")
        labels = self.labels.currentData()
        window, session = self.window_, self.session

        def next_one(_job: object = None) -> None:
            if waiting and window.session is session:
                origin, paths = waiting.pop(0)
                window.jobs.start(
                    self.tr("Add images"), commands.add(session, paths, origin, labels=labels), done=next_one
                )

        next_one()
        self.folders.clear()
        self.close()
