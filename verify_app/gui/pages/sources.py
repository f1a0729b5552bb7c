"""Where the images came from: folders that are not there, relocate one, change its origin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from verify_app.app.imports.publisher_splits import can_split_again, split_again
from verify_app.app.project.origins import source_wants_reason
from verify_app.app.project.sources import relocate, set_source_origin, sources
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Changes, Source
from verify_app.core.vocabulary import Origin
from verify_app.gui.dialogs.form import choose
from verify_app.gui.dialogs.layout import small_button
from verify_app.gui.i18n import words
from verify_app.gui.pages.sentence import Sentence, empty
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.shell.host import Host

LEAST_PLACE = 200
"""Pixels for a folder's path; the whole of it is in the tooltip."""


class FolderLabel(PlainLabel):
    """A folder's path, shortened in its middle to the room there is."""

    def __init__(self, root: str) -> None:
        super().__init__(root)
        self._root = root
        self.setToolTip(tip(root))
        self.setMinimumWidth(LEAST_PLACE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._root, Qt.TextElideMode.ElideMiddle, self.width()))


class Sources(QWidget):
    """One row a source; those whose folder is gone are named above."""

    def __init__(self, host: Host, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._host, self._say = host, say
        self._asked: int | None = None
        self.reason: QLineEdit | None = None
        self.gone = QVBoxLayout()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setColumnStretch(1, 1)
        self.question = QVBoxLayout()
        bar = QHBoxLayout()
        self.add = small_button(self.tr("Add images…"), lambda: host.open_form("add"))
        bar.addWidget(self.add)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (bar, self.gone, self.grid, self.question):
            column.addLayout(part)

    @property
    def _session(self) -> Session:
        session = self._host.session
        assert session is not None
        return session

    def refresh(self) -> None:
        """Look where the folders are now."""
        self._asked = None
        self._forget()
        empty(self.gone)
        empty(self.grid)
        found = sources(self._session)
        gone = [source.name for source in found if not Path(source.root).is_dir()]
        if gone:
            text = self.tr("Folders that are not there: {names}. Plug the disk in, or relocate them.")
            self.gone.addWidget(Sentence("notice", text.format(names=", ".join(gone))))
        before: QWidget = self.add
        for row, source in enumerate(found):
            for field in self._add_row(row, source, there=source.name not in gone):
                QWidget.setTabOrder(before, field)  # made anew, it would come last
                before = field
        if not found:
            self.grid.addWidget(PlainLabel(self.tr("No images yet: File › Add images.")), 0, 0)

    def _add_row(self, row: int, source: Source, *, there: bool) -> list[QWidget]:
        name = PlainLabel(source.name)
        place = FolderLabel(source.root)
        if not there:
            for label in (name, place):
                label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        origin = QComboBox()
        for value in Origin:
            origin.addItem(words.origin(value), value.value)
        origin.setCurrentIndex(list(Origin).index(source.origin))
        origin.setAccessibleName(self.tr("Origin of {name}").format(name=source.name))
        origin.activated.connect(lambda _i, s=source, b=origin: self._ask(s, Origin(b.currentData())))
        move = small_button(self.tr("Relocate…"), lambda: self._choose(source))
        move.setAccessibleDescription(source.name)
        for column, widget in enumerate((name, place, origin, move)):
            self.grid.addWidget(widget, row, column)
        fields: list[QWidget] = [origin, move]
        if can_split_again(self._session, source.id):
            fields.append(small_button(self.tr("Split again"), lambda: self._split_again(source)))
            self.grid.addWidget(fields[-1], row, 4)
        return fields

    def _do(self, action: Callable[[], Changes | None]) -> bool:
        """Whether it was done; why it was refused is said."""
        try:
            changes = action()
        except UserError as error:
            self._say(str(error), "warn")
            return False
        self._host.broadcast.announce(changes)
        self._host.broadcast.outside.emit()  # it touches many images
        return True

    def _choose(self, source: Source) -> None:
        caption = self.tr("Where is {name} now?").format(name=source.name)
        choose(self, caption, lambda folder: self._relocate(source, Path(folder)), folder=True)

    def _relocate(self, source: Source, folder: Path) -> None:
        if self._do(lambda: relocate(self._session, source.id, folder)):
            self._host.review_page.state.refresh()
            self._say(self.tr("{name} is in {folder} now.").format(name=source.name, folder=folder), "good")
            self.refresh()

    def _split_again(self, source: Source) -> None:
        """Ask first: it cannot be taken back."""
        if self._asked != source.id:
            self._asked = source.id
            text = self.tr(
                "The publisher of {name} says which images are train, val and test. To put that aside for good, and "
                "share them out by the project's own ratio, click again."
            )
            self._say(text.format(name=source.name), "warn")
        elif self._do(lambda: split_again(self._session, source.id)):
            text = self.tr("The images of {name} are shared out by the project's own ratio now.")
            self._say(text.format(name=source.name), "good")
            self.refresh()

    def _ask(self, source: Source, origin: Origin) -> None:
        """Say it, or ask first why what counted as synthetic is not."""
        self._forget()
        if not source_wants_reason(self._session, source.id, origin):
            self._origin(source, origin, None)
            return
        text = self.tr("{name} counted as synthetic so far. Why is all of it {origin}?")
        question = text.format(name=source.name, origin=words.origin(origin))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(question)
        self.reason.setPlaceholderText(self.tr("A reason, then Enter"))
        self.reason.returnPressed.connect(lambda: self._answered(source, origin))
        self.question.addWidget(Sentence("notice", question))
        self.question.addWidget(self.reason)
        self.reason.show()  # what is not shown yet takes no focus
        self.reason.setFocus()

    def _answered(self, source: Source, origin: Origin) -> None:
        reason = self.reason.text() if self.reason is not None else ""
        if reason.strip():
            self._forget()
            self._origin(source, origin, reason)

    def _forget(self) -> None:
        self.reason = None
        empty(self.question)

    def _origin(self, source: Source, origin: Origin, reason: str | None) -> None:
        if self._do(lambda: set_source_origin(self._session, source.id, origin, reason=reason)):
            text = self.tr("{name} is {origin} now; images with an origin of their own keep it.")
            self._say(text.format(name=source.name, origin=words.origin(origin)), "good")
        self.refresh()
