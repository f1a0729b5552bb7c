"""What forms have in common: they stay beside the work, say what is wrong in place, and block nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.gui import theme
from verify_app.gui.i18n import messages
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell.drag_drop import take_drops
from verify_app.gui.shell.host import Host
from verify_app.inference import engine_addon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verify_app.gui.shell.jobs import Job


class Form(QDialog):
    """A non-modal form with a heading, fields, a sentence and buttons."""

    def __init__(self, host: Host, title: str, explanation: str, *, go: str = "") -> None:
        super().__init__(host.widget)
        self.host = host
        self.setWindowTitle(title)
        self.setModal(False)
        self.fields = QFormLayout()
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.explanation = quiet(explanation)
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self._said = ""
        self.sentence.hide()
        self.go = QPushButton(go)
        self.go.setDefault(True)
        self.go.clicked.connect(self.start)
        shut = QPushButton(self.tr("Close"))
        shut.setAutoDefault(False)
        shut.clicked.connect(self.close)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(shut)
        self.buttons.addWidget(self.go)
        if not go:  # nothing to start: it only tells
            self.go.hide()
            shut.setDefault(True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(10)
        if explanation:
            self.body.addWidget(self.explanation)
        self.body.addLayout(self.fields)
        self.body.addStretch(1)
        self.body.addWidget(self.sentence)
        self.body.addLayout(self.buttons)
        self.setMinimumWidth(520)
        take_drops(self)

    def start(self) -> None:
        """What the button does; forms that only tell have none."""
        self.close()

    def run(self, title: str, command: Sequence[str], *, done: Callable[[Job], None] | None = None) -> Job:
        """Start a job; when it is refused, *Try again* leads back here, to what was wrong."""
        host, session, name = self.host, self.host.session, self.objectName()

        def mend(job: Job) -> None:
            if host.session is session:
                form = host.open_form(name)
                assert isinstance(form, Form)
                form.come_back(job)

        return host.jobs.start(title, command, done=done, mend=mend)

    def come_back(self, job: Job) -> None:
        """A job that was started here was refused: say why; the fields are as they were."""
        self.say(job.text)

    @property
    def session(self) -> Session:
        """The open project's session; forms of a project are closed with it."""
        session = self.host.session
        assert session is not None
        return session

    def row(self, text: str, field: QWidget) -> QLabel:
        """Add a field; its label names it to screen readers too."""
        label = PlainLabel(text)
        label.setBuddy(field)
        part: QWidget | None = field
        while part is not None:  # what really has the focus is asked for its name
            part.setAccessibleName(part.accessibleName() or text.rstrip(":"))
            part = part.focusProxy()
        self.fields.addRow(label, field)
        return label

    def insert_above_sentence(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something that is wider than a field."""
        self.body.insertWidget(self.body.indexOf(self.sentence) - 1, widget, stretch)

    def say(self, text: str, role: str = "bad") -> None:
        """Say what is wrong or what happens; empty for nothing."""
        palette = self.sentence.palette()
        palette.setColor(self.sentence.foregroundRole(), theme.colour(role))
        self.sentence.setPalette(palette)
        self._said = text
        self.sentence.setText(messages.said(text))
        self.sentence.setVisible(bool(text))
        self.settle()

    def keep_open(self) -> None:
        """Enter does not close it: there are fields to type in and nothing to start."""
        for button in self.findChildren(QPushButton):
            button.setDefault(False)
            button.setAutoDefault(False)

    def changeEvent(self, event: QEvent) -> None:
        """Another language has longer words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            if isinstance(self._said, M):
                self.sentence.setText(messages.said(self._said))
            self.settle()

    def settle(self) -> None:
        """Grow to what is shown now."""
        QTimer.singleShot(0, self, self.adjust_height)

    def adjust_height(self) -> None:
        """No lower than what is in it needs; its buttons stay on the screen."""
        wanted = self.layout().totalHeightForWidth(self.width()) if self.layout().hasHeightForWidth() else -1
        if wanted > self.height():
            self.resize(self.width(), wanted)
        there = self.screen().availableGeometry()
        frame = self.frameGeometry()
        over = frame.top() + max(frame.height(), self.height()) - there.bottom()
        if self.isVisible() and over > 0:
            self.move(self.x(), max(there.top(), self.y() - over))


def require_engine(form: Form) -> None:
    """Of a form whose work needs the engine's packages: say what to install where they are not."""
    try:
        engine_addon.require()
    except UserError as error:
        form.say(str(error), "quiet")
        form.go.setEnabled(False)


class PathField(QWidget):
    """A path that is typed or chosen."""

    def __init__(self, caption: str, *, folder: bool, pattern: str = "") -> None:
        super().__init__()
        self._caption, self._folder, self._pattern = caption, folder, pattern
        self.line = QLineEdit()
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path | None:
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def _browse(self) -> None:
        choose(self, self._caption, self.line.setText, folder=self._folder, pattern=self._pattern)


def choose(parent: QWidget, caption: str, chosen: Callable[[str], object], *, folder: bool, pattern: str = "") -> None:
    """Let the person choose a file or folder; nothing waits for the answer."""
    dialog = QFileDialog(parent, caption)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if folder:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(pattern)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def quiet(text: str) -> QLabel:
    """A label in the background: an explanation."""
    label = PlainLabel(text)
    label.setWordWrap(True)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme.colour("quiet"))
    label.setPalette(palette)
    return label
