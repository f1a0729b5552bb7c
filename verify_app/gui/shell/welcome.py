"""The page that is shown without a project: who reviews, recent projects, new, open, sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QStandardPaths, Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from verify_app.app import jobs as commands
from verify_app.gui import icons, theme
from verify_app.gui.dialogs.form import choose, quiet
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State
from verify_app.gui.shell.key_presets import OWN, PRESETS
from verify_app.storage.project_file import DATABASE

WIDTH = 620


class WelcomePage(QWidget):
    """One column in the middle of the host."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addLayout(self._heading())
        layout.addSpacing(10)
        layout.addLayout(self._reviewer())
        layout.addWidget(self.sentence)
        layout.addWidget(self._key_row())
        layout.addSpacing(6)
        layout.addLayout(self._buttons())
        layout.addSpacing(12)
        layout.addWidget(self._recent_list(), 4)
        layout.addWidget(self._first_time())
        layout.addStretch(1)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(column, 6)
        row.addStretch(1)
        self.refresh()

    def _heading(self) -> QHBoxLayout:
        picture = PlainLabel()
        picture.setPixmap(icons.application_icon().pixmap(QSize(56, 56)))
        title = PlainLabel("verify-app")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        font.setBold(True)
        title.setFont(font)
        below = quiet(self.tr("Review what a model proposed; train on what people verified."))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(below)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _reviewer(self) -> QHBoxLayout:
        self.name = QLineEdit(self._host.reviewer)
        self.name.setPlaceholderText(self.tr("Your name, recorded with every decision"))
        self.name.setAccessibleName(self.tr("Your name as reviewer"))
        self.name.setMaximumWidth(340)
        self.name.editingFinished.connect(lambda: self._host.set_reviewer(self.name.text()))
        label = PlainLabel(self.tr("You review as"))
        label.setBuddy(self.name)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.name, 1)
        row.addStretch(1)
        return row

    def _key_row(self) -> QWidget:
        """Whose keys the hands know. Until that is answered the keys are this program's own."""
        self.keys_row = QWidget()
        self._presets: dict[str, QPushButton] = {}
        row = QHBoxLayout(self.keys_row)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(PlainLabel(self.tr("Keys as in")))
        for name in PRESETS:
            button = QPushButton(name)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, n=name: self.take_preset(n))
            row.addWidget(button)
            self._presets[name] = button
        row.addWidget(quiet(self.tr("In CVAT, D is the previous image; here it is the next.")), 1)
        return self.keys_row

    def take_preset(self, name: str) -> None:
        """Take a key preset."""
        self._host.change_settings(preset=name)
        self.refresh()
        self.say(self.tr("The keys are those of {name} now; F1 shows them.").format(name=name), "quiet")

    def _buttons(self) -> QHBoxLayout:
        self.sample = QPushButton(icons.icon("sample"), self.tr("Try the sample"))
        self.sample.clicked.connect(self.try_sample)
        new = QPushButton(icons.icon("add"), self.tr("New project…"))
        new.clicked.connect(self._host.new_project)
        opened = QPushButton(icons.icon("folder"), self.tr("Open…"))
        opened.clicked.connect(self._host.choose_project)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (new, opened, self.sample):
            button.setMinimumHeight(34)
            row.addWidget(button, 1)
        return row

    def _recent_list(self) -> QListWidget:
        self.recent = QListWidget()
        self.recent.setAlternatingRowColors(True)
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setAccessibleName(self.tr("Recent projects"))
        self.recent.setMaximumHeight(330)
        self.recent.itemActivated.connect(self._open)
        self.recent.itemClicked.connect(self._open)
        return self.recent

    def _first_time(self) -> QLabel:
        self.first_time = quiet("")
        on_language_change(self, self._tell_first_time)  # keys have other names
        return self.first_time

    def _tell_first_time(self) -> None:
        text = self.tr(
            "New here? The sample opens small machine parts with a model's proposals on them: accept with {accept}, "
            "reject with {reject}, draw what is missing with {box}, and {complete} when an image is done. Nothing is "
            "downloaded."
        )
        actions = self._host.actions_by_id
        used = {name: actions[name].shortcut().toString() for name in ("accept", "reject", "box", "complete")}
        self.first_time.setText(text.format(**used))

    def showEvent(self, event: QShowEvent) -> None:
        """To the projects; to the name where there is none yet: a stray key renames nobody."""
        super().showEvent(event)
        known = self._host.reviewer and self.recent.count()
        (self.recent if known else self.name).setFocus()

    def refresh(self) -> None:
        """Show the recent projects that are still there."""
        self.recent.clear()
        for place in self._host.settings.recent:
            folder = Path(place)
            if not (folder / DATABASE).is_file():
                continue
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setToolTip(tip(place))
            item.setSizeHint(QSize(100, 2 * self.fontMetrics().height() + 12))
            self.recent.addItem(item)
        self.recent.setVisible(self.recent.count() > 0)
        self.first_time.setVisible(self.recent.count() == 0)
        for name, button in self._presets.items():
            chosen = name == (self._host.settings.preset or OWN)
            button.setChecked(chosen)
            button.setIcon(icons.icon("accept") if chosen else QIcon())
        self._tell_first_time()
        self.name.setText(self._host.reviewer)

    def say(self, text: str, role: str = "bad") -> None:
        """A sentence about what could not be done, or what is being done."""
        palette = self.sentence.palette()
        palette.setColor(self.sentence.foregroundRole(), theme.colour(role))
        self.sentence.setPalette(palette)
        self.sentence.setText(messages.said(text))
        self.sentence.show()

    def _open(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place:
            self._host.set_reviewer(self.name.text())
            self._host.open_project(Path(place))

    def try_sample(self) -> None:
        """Make the sample project in the person's documents, or open the one that is there."""
        self._host.set_reviewer(self.name.text())
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(place or Path.home()) / "verify-app sample"
        if (folder / DATABASE).is_file():
            self._host.open_project(folder)
            return
        self.sample.setEnabled(False)
        self.say(self.tr("Making the sample in {folder}…").format(folder=folder), "quiet")
        by = ["--by", self._host.reviewer] if self._host.reviewer else []
        command = commands.python("demo", "--progress", "jsonl", "--no-window", *by, "--", str(folder))
        self._host.jobs.start(self.tr("Make the sample"), command, done=lambda job: self._made(job, folder))

    def _made(self, job: Job, folder: Path) -> None:
        self.sample.setEnabled(True)
        if job.state is State.DONE:
            self._host.open_project(folder)
        else:
            self.say(job.text)


def choose_project(host: Host) -> None:
    """Ask for a project's folder, and open it."""
    caption = QCoreApplication.translate("MainWindow", "Open a project's folder")
    choose(host.widget, caption, lambda text: host.open_project(Path(text)), folder=True)
