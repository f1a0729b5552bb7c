"""Add images to the open project, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from verify_app.app import jobs as commands
from verify_app.gui.dialogs.folders import Folders
from verify_app.gui.dialogs.form import Form, PathField

if TYPE_CHECKING:
    from verify_app.gui.window import MainWindow


class AddImages(Form):
    """Folders with their origin, and which labels come in with them."""

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
        for text, form in (
            (self.tr("Images only"), "none"),
            (self.tr("Images and labels; find out the format"), "auto"),
            (self.tr("Images and labels: YOLO"), "yolo"),
            (self.tr("Images and labels: COCO"), "coco"),
            (self.tr("Images and labels: Pascal VOC"), "voc"),
            (self.tr("Images and labels: labelme, X-AnyLabeling"), "labelme"),
            (self.tr("Images and labels: CVAT"), "cvat"),
            (self.tr("Images and labels: Ultralytics NDJSON"), "ndjson"),
        ):
            self.labels.addItem(text, form)
        self.row(self.tr("Bring in"), self.labels)
        self._add_label_fields()
        self.labels.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def _add_label_fields(self) -> None:
        """What is asked only where labels come in."""
        self.images = PathField(self.tr("Choose the folder of the images"), folder=True)
        self.images.line.setPlaceholderText(self.tr("beside the labels"))
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setPlaceholderText(self.tr("name in the labels = class here (nothing: leave it out)"))
        self.names.setFixedHeight(3 * self.names.fontMetrics().lineSpacing() + 12)
        self.attest = QLineEdit()
        self.attest.setPlaceholderText(self.tr("nobody: they come in unverified"))
        self.attest.setToolTip(self.tr("Who vouches that these labels are right and that nothing is missing."))
        self.row(self.tr("Images are in"), self.images)
        self.row(self.tr("Other class names"), self.names)
        self.row(self.tr("Vouched for by"), self.attest)

    def _show_fields(self) -> None:
        form = self.labels.currentData()
        for field in (self.names, self.attest):
            self.fields.setRowVisible(field, form != "none")
        self.fields.setRowVisible(self.images, form not in ("none", "yolo"))
        self.settle()

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Put paths on the list: they were dropped on the window."""
        for path in paths:
            self.folders.add(path)

    def mapping(self) -> list[str]:
        """What was typed of class names, ``NAME=CLASS`` each."""
        lines = (line.partition("=") for line in self.names.toPlainText().splitlines() if line.strip())
        return [f"{name.strip()}{sign}{target.strip()}" for name, sign, target in lines]

    def start(self) -> None:
        """Run one job after the other for each origin."""
        waiting = list(self.folders.by_origin().items())
        if not waiting:
            self.say(self.tr("Add a folder first."))
            return
        form = self.labels.currentData()
        mapping = self.mapping() if form != "none" else []
        wrong = next((line for line in mapping if "=" not in line or line.startswith("=")), None)
        if wrong is not None:
            said = self.tr("Write class names as: name in the labels = class here. This is not: {line}")
            self.say(said.format(line=wrong))
            return
        self.say("")
        images = self.images.path if form not in ("none", "yolo") else None
        attest = self.attest.text().strip() or None if form != "none" else None
        window, session = self.window_, self.session

        def next_one(_job: object = None) -> None:
            if waiting and window.session is session:
                origin, paths = waiting.pop(0)
                command = commands.add(
                    session, paths, origin, labels=form, images=images, attest=attest, mapping=mapping
                )
                window.jobs.start(self.tr("Add images"), command, done=next_one)

        next_one()
        self.folders.clear()
        self.close()
