"""Images that share a split: which hang together, and the pattern that finds them by file name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from verify_app.app.project.groups import group_sizes, set_group_pattern
from verify_app.core.errors import UserError
from verify_app.gui.dialogs.form import quiet
from verify_app.gui.dialogs.layout import small_button
from verify_app.gui.i18n import messages
from verify_app.gui.pages.sentence import Sentence, empty
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell.host import Host
from verify_app.storage.queries.groups import PATTERN, pattern_of

MOST = 12
"""Groups named, the largest first; the others are counted."""


class Groups(QWidget):
    """The pattern is checked as one types; nothing is kept before one says so."""

    def __init__(self, host: Host, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._host, self._say = host, say
        self.pattern = QLineEdit()
        self.pattern.setAccessibleName(self.tr("Pattern"))
        self.pattern.setPlaceholderText(r"(.*)_\d+\.jpg")
        self.pattern.textChanged.connect(lambda _text: self._check())
        self.pattern.returnPressed.connect(self.keep)
        self.go = small_button(self.tr("Group the images"), self.keep)
        self.problem = QVBoxLayout()
        self.list = QGridLayout()
        self.list.setHorizontalSpacing(18)
        self.list.setColumnStretch(1, 1)
        label = PlainLabel(self.tr("Pattern"))
        label.setBuddy(self.pattern)
        bar = QHBoxLayout()
        bar.addWidget(label)
        bar.addWidget(self.pattern, 1)
        bar.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        text = self.tr(
            "Frames of one video stay in one split, and so do files whose names match a regular expression and have "
            "the same text in its first brackets. With a / in it, source and folders count too."
        )
        column.addWidget(quiet(text))
        for part in (bar, self.problem, self.list):
            column.addLayout(part)

    def refresh(self) -> None:
        """Show what is on record."""
        session = self._host.session
        if session is None:
            return
        self.pattern.setText(str(session.project.read.setting(PATTERN) or ""))
        self._check()
        self._show()

    def _check(self) -> None:
        empty(self.problem)
        session, text = self._host.session, self.pattern.text()
        problem = self._problem(text)
        if problem:
            self.problem.addWidget(Sentence("notice", problem))
        kept = session.project.read.setting(PATTERN) if session is not None else None
        self.go.setEnabled(not problem and text != str(kept or ""))

    def _problem(self, text: str) -> str:
        try:
            if text:
                pattern_of(text)
        except UserError as error:
            return messages.said(str(error))
        return ""

    def _show(self) -> None:
        empty(self.list)
        session = self._host.session
        if session is None:
            return
        try:
            sizes = list(group_sizes(session.project.read).items())
        except UserError as error:
            self._say(str(error), "warn")
            return
        for row, (name, count) in enumerate(sizes[:MOST]):
            self.list.addWidget(PlainLabel(f"{count:,}"), row, 0)
            self.list.addWidget(PlainLabel(name), row, 1)
        if len(sizes) > MOST:
            more = self.tr("{n} more groups").format(n=f"{len(sizes) - MOST:,}")
            self.list.addWidget(PlainLabel(more), MOST, 1)
        if not sizes:
            self.list.addWidget(PlainLabel(self.tr("No images hang together.")), 0, 0, 1, 2)

    def keep(self) -> None:
        """Group by this pattern from now on."""
        session = self._host.session
        if session is None or not self.go.isEnabled():
            return
        try:
            self._host.broadcast.announce(set_group_pattern(session, self.pattern.text()))
        except UserError as error:
            self._say(str(error), "warn")
            return
        self._check()
        self._show()
