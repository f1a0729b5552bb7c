"""Where the images came from: relocate a folder, change its origin, look for changed files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from verify_app.app.imports.publisher_splits import can_split_again, split_again
from verify_app.app.project.origins import source_wants_reason
from verify_app.app.project.sources import relocate, set_source_origin, sources
from verify_app.core.records import Source
from verify_app.core.vocabulary import Origin
from verify_app.gui.dialogs.form import Form, choose
from verify_app.gui.i18n import words
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.shell.host import Host


class Sources(Form):
    """One row a source."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, self.tr("Sources"), self.tr("Folders that images came from."))
        self._holder: QWidget | None = None
        self.reason: QLineEdit | None = None
        self._asked: int | None = None
        self.keep_open()

    def _fill(self) -> None:
        self._forget()
        self._asked = None
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        found = sources(self.session)
        for row, source in enumerate(found):
            name = PlainLabel(source.name)
            place = PlainLabel(self.fontMetrics().elidedText(source.root, Qt.TextElideMode.ElideMiddle, 300))
            place.setToolTip(tip(source.root))
            place.setEnabled(Path(source.root).is_dir())
            origin = QComboBox()
            for value in Origin:
                origin.addItem(words.origin(value), value.value)
            origin.setCurrentIndex(list(Origin).index(source.origin))
            origin.setAccessibleName(self.tr("Origin of {name}").format(name=source.name))
            origin.activated.connect(lambda _i, s=source, b=origin: self._ask(s, Origin(b.currentData())))
            move = QPushButton(self.tr("Relocate…"))
            move.setAutoDefault(False)
            move.clicked.connect(lambda _on=False, s=source: self._choose(s))
            for column, widget in enumerate((name, place, origin, move)):
                grid.addWidget(widget, row, column)
            if can_split_again(self.session, source.id):
                again = QPushButton(self.tr("Split again"))
                again.setAutoDefault(False)
                again.clicked.connect(lambda _on=False, s=source: self._split_again(s))
                grid.addWidget(again, row, 4)
        if not found:
            grid.addWidget(PlainLabel(self.tr("No images yet: File › Add images.")), 0, 0)
        grid.setColumnStretch(1, 1)
        self.insert_above_sentence(self._holder)

    def _choose(self, source: Source) -> None:
        caption = self.tr("Where is {name} now?").format(name=source.name)
        choose(self, caption, lambda folder: self._relocate(source, Path(folder)), folder=True)

    def _relocate(self, source: Source, folder: Path) -> None:
        state = self.host.review_page.state
        if state.run(lambda: relocate(self.session, source.id, folder)):
            state.broadcast.outside.emit()  # a rescan touches many images
            state.refresh()
            self.say(self.tr("{name} is in {folder} now.").format(name=source.name, folder=folder), "good")
            self._fill()
        else:
            self.say(self.host.review_page.message.text)

    def _split_again(self, source: Source) -> None:
        """Ask first: it cannot be taken back."""
        if self._asked != source.id:
            self._asked = source.id
            text = self.tr(
                "The publisher of {name} says which images are train, val and test. To put that aside for good, and "
                "share them out by the project's own ratio, click again."
            )
            self.say(text.format(name=source.name), "warn")
            return
        if self.host.review_page.state.run(lambda: split_again(self.session, source.id)):
            text = self.tr("The images of {name} are shared out by the project's own ratio now.")
            self.say(text.format(name=source.name), "good")
            self._fill()
        else:
            self.say(self.host.review_page.message.text)

    def _ask(self, source: Source, origin: Origin) -> None:
        """Say it, or ask first why what counted as synthetic is not."""
        self._forget()
        if not source_wants_reason(self.session, source.id, origin):
            self._origin(source, origin, None)
            return
        text = self.tr("{name} counted as synthetic so far. Why is all of it {origin}?")
        question = text.format(name=source.name, origin=words.origin(origin))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(question)
        self.reason.setPlaceholderText(self.tr("A reason, then Enter"))
        self.reason.returnPressed.connect(lambda: self._answered(source, origin))
        self.insert_above_sentence(self.reason)
        self.say(question, "warn")
        self.reason.setFocus()

    def _answered(self, source: Source, origin: Origin) -> None:
        reason = self.reason.text() if self.reason is not None else ""
        if reason.strip():
            self._forget()
            self._origin(source, origin, reason)

    def _forget(self) -> None:
        if self.reason is not None:
            self.reason.hide()
            self.reason.deleteLater()
            self.reason = None

    def _origin(self, source: Source, origin: Origin, reason: str | None) -> None:
        state = self.host.review_page.state
        if state.run(lambda: set_source_origin(self.session, source.id, origin, reason=reason)):
            state.broadcast.outside.emit()
            text = self.tr("{name} is {origin} now; images with an origin of their own keep it.")
            self.say(text.format(name=source.name, origin=words.origin(origin)), "good")

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)
