"""Shows what runs in the background: progress, speed and time left, then the result or the error."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verify_app.gui import icons, theme
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell.jobs import Job, Jobs, State

DONE_MS = 12_000

_ICONS = {
    State.RUNNING: ("info", "accent"),
    State.CANCELLING: ("info", "quiet"),
    State.DONE: ("accept", "good"),
    State.FAILED: ("warning", "bad"),
    State.CANCELLED: ("stop", "quiet"),
}


def span(seconds: float) -> str:
    """A duration in words: ``40 s``, ``3 min``, ``2 h 5 min``."""
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _of(job: Job) -> tuple[str, list[str]]:
    """What a job does and to what: after ``--`` come project and paths."""
    at = job.command.index("--") if "--" in job.command else len(job.command)
    return job.title, job.command[at:]


class _Mark(QWidget):
    """The job's state as an icon."""

    def __init__(self, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        name, role = _ICONS[self._job.state]
        icons.paint(painter, name, QRectF(1, 1, 18, 18), theme.colour(role))


class JobRow(QWidget):
    """One job."""

    put_away = Signal(object)
    opened = Signal(object)
    """Its log is shown."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_language_change(self, self.refresh)
        self.job = job
        self.mark = _Mark(job, self)
        self.title = PlainLabel(job.title)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(QSize(180, 10))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = PlainLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setWordWrap(True)
        self._make_buttons()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setReadOnly(True)
        self.text.setFixedHeight(140)
        self.text.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for shown in (self.mark, self.title, self.bar):
            row.addWidget(shown)
        row.addWidget(self.words, 1)
        for button in (self.details, self.retry, self.cancel, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 3, 8, 3)
        layout.addLayout(row)
        layout.addWidget(self.text)
        job.progressed.connect(self.refresh)
        self.refresh()

    def _make_buttons(self) -> None:
        job = self.job
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel.clicked.connect(job.cancel)
        self.retry = QPushButton(self.tr("Try again"))
        self.retry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retry.clicked.connect(self._try_again)
        self.details = QPushButton(self.tr("Log"))
        self.details.setCheckable(True)
        self.details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.details.toggled.connect(self._show_log)
        self.close_button = QToolButton()
        self.close_button.setIcon(icons.icon("close"))
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self.tr("Put away"))
        self.close_button.setAccessibleName(self.tr("Put away"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(lambda: self.put_away.emit(self))

    def refresh(self) -> None:
        """Show how the job stands."""
        job = self.job
        over = job.state.over
        self.bar.setVisible(not over)
        if not over:
            self.bar.setRange(0, job.total)
            self.bar.setValue(job.done)
        self.words.setText(self.sentence())
        self.setAccessibleDescription(f"{job.title}: {self.sentence()}")
        self.cancel.setVisible(not over)
        self.cancel.setEnabled(job.state is State.RUNNING)
        self.close_button.setVisible(over)
        self.retry.setVisible(job.state in (State.FAILED, State.CANCELLED))
        self.details.setVisible(bool(job.log) or "\n" in job.text)
        if self.text.isVisible():
            self._show_log(True)
        self.mark.update()
        if job.state is State.DONE and not job.tells_more:
            QTimer.singleShot(DONE_MS, self, self._go)

    def _try_again(self) -> None:
        """Start the same command once more; this row gives way to the new one."""
        self.put_away.emit(self)
        self.job.again()

    def _go(self) -> None:
        """A plain success makes room again; results of several lines, problems and errors stay until put away."""
        if not self.details.isChecked():
            self.put_away.emit(self)

    def sentence(self) -> str:
        """Progress or result in words."""
        job = self.job
        if job.state.over:
            first, _, further = messages.said(job.text).partition("\n")
            more = self.tr("The log says more.") if further else ""
            if job.skipped:
                more = self.tr("Skipped {n}; the log names them.").format(n=job.skipped)
            done = self.tr("Done.") if job.state is State.DONE else ""
            return " ".join(part for part in (first or done, more) if part)
        parts = []
        if job.total:
            parts.append(self.tr("{done} of {all}").format(done=f"{job.done:,}", all=f"{job.total:,}"))
        if job.speed:
            speed = f"{job.speed:.1f}" if job.speed < 10 else f"{job.speed:.0f}"
            parts.append(self.tr("{speed} a second").format(speed=speed))
        if job.seconds_left is not None:
            parts.append(self.tr("{time} left").format(time=span(job.seconds_left)))
        if job.text:
            parts.append(messages.said(job.text))
        return " · ".join(parts) or self.tr("Starting…")

    def _show_log(self, on: bool) -> None:
        self.text.setVisible(on)
        if on:
            self.opened.emit(self)
            further = messages.said(self.job.text).split("\n")[1:] if self.job.state.over else []
            self.text.setPlainText("\n".join([*map(messages.said, self.job.log), *further]))
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.maximum())


class JobPanel(QWidget):
    """Not there while nothing runs and nothing has just ended."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        jobs.started.connect(self.add)
        jobs.left.connect(self._forget)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setSpacing(0)
        self.setAccessibleName(self.tr("Background jobs"))
        self.rows: list[JobRow] = []
        self.hide()

    def add(self, job: Job) -> None:
        """Show a job; rows of ended jobs give way, unless they still have something to tell."""
        for row in [row for row in self.rows if row.job.state.over]:
            plain = row.job.state is not State.FAILED and not row.job.tells_more
            if plain or _of(row.job) == _of(job):
                self._take_off(row)
        row = JobRow(job, self)
        row.put_away.connect(self._take_off)
        row.opened.connect(self._close_others)
        self.rows.append(row)
        self._layout.addWidget(row)
        self.show()

    def _forget(self) -> None:
        """What ended jobs have told was about the project that is left."""
        for row in [row for row in self.rows if row.job.state.over]:
            self._take_off(row)

    def _close_others(self, opened: JobRow) -> None:
        """One log at a time: several would leave none of them room."""
        for row in self.rows:
            if row is not opened:
                row.details.setChecked(False)

    def _take_off(self, row: JobRow) -> None:
        if row not in self.rows:
            return
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self.rows))
