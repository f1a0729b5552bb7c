"""The versions of the project: named, described, compared, restored, written again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from verify_app.app import jobs as commands
from verify_app.app.exports.versions import annotate, listed_versions
from verify_app.core.errors import UserError
from verify_app.core.percentages import of_decimal, percent
from verify_app.core.vocabulary import Split
from verify_app.gui.dialogs.bar_charts import split_name
from verify_app.gui.dialogs.form import Form, choose
from verify_app.gui.dialogs.layout import fill, fit, scrolled, small_button
from verify_app.gui.dialogs.version_diff import Compared
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State

ROWS = 3
SPLITS = (Split.TRAIN, Split.VAL, Split.TEST)


class Versions(Form):
    """A table, what people say of the chosen version, and how it differs from another."""

    def __init__(self, host: Host) -> None:
        explanation = self.tr(
            "A version is frozen: no edit of a source reaches its copies, and writing it again gives the same bytes."
        )
        super().__init__(host, self.tr("Versions"), explanation)
        on_language_change(self, lambda: self.table.setHorizontalHeaderLabels(self._heads()))
        self.rows: list[dict[str, Any]] = []
        self._make_table()
        self.title = QLineEdit()
        self.title.setMaxLength(100)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(3 * self.text.fontMetrics().lineSpacing() + 12)
        self.before = QComboBox()
        self.compared = Compared()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.table)
        self.fields = QFormLayout()  # what is said of a version stands below the table
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.row(self.tr("Title"), self.title)
        self.row(self.tr("Description"), self.text)
        column.addLayout(self.fields)
        column.addWidget(self._buttons())
        column.addWidget(self._comparing())
        column.addWidget(self.compared)
        column.addStretch(1)
        fill(self, scrolled(inner, self.tr("Versions")))
        self.keep_open()
        self._job: Job | None = None
        self.table.itemSelectionChanged.connect(self._show_note)
        host.broadcast.changed.connect(self._again)  # by name: Qt lets go of it with the form
        fit(self, 860, 660)

    def _heads(self) -> list[str]:
        splits = [split_name(split) for split in SPLITS]
        return [self.tr("Version"), self.tr("Title"), *splits, self.tr("Real share"), self.tr("Folder")]

    def _make_table(self) -> None:
        heads = self._heads()
        self.table = QTableWidget(0, len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.tr("Versions"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight((ROWS + 1) * (self.table.fontMetrics().height() + 9))

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.keep = small_button(self.tr("Save title and description"), self._annotate)
        self.restore = small_button(self.tr("Restore its folder"), self._restore)
        self.restore.setToolTip(self.tr("Writes it to where it was, when it is not there any more."))
        self.write = small_button(self.tr("Write it again to…"), self._choose_place)
        for button in (self.keep, self.restore, self.write):
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _comparing(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        label = PlainLabel(self.tr("How it differs from"))
        label.setBuddy(self.before)
        self.before.setAccessibleName(self.tr("Version to compare with"))
        self.compare = small_button(self.tr("Compare"), self._compare)
        row.addWidget(label)
        row.addWidget(self.before)
        row.addWidget(self.compare)
        row.addStretch(1)
        return holder

    # --- the list ---------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """List what there is now, newest first."""
        super().showEvent(event)
        self.refresh()

    def _again(self) -> None:
        if self.isVisible() and [r["name"] for r in self._listed()] != [r["name"] for r in self.rows]:
            self.refresh()

    def _listed(self) -> list[dict[str, Any]]:
        return listed_versions(self.session.project.read)[::-1]

    def refresh(self) -> None:
        """List the versions anew; the chosen one stays chosen."""
        chosen = self.chosen
        self.rows = self._listed()
        self.table.setRowCount(len(self.rows))
        for place, row in enumerate(self.rows):
            share = row["real_share"]
            images = [f"{row['images'].get(split, 0):,}" for split in SPLITS]
            told = [
                row["name"],
                row["title"],
                *images,
                "" if share is None else percent(of_decimal(share)),
                self._place(row),
            ]
            for column, text in enumerate(told):
                item = QTableWidgetItem(text)
                item.setToolTip(tip(text if column < len(told) - 1 else self._receipts(row)))
                self.table.setItem(place, column, item)
        at = next((i for i, row in enumerate(self.rows) if row["name"] == chosen), 0)
        if self.rows:
            self.table.selectRow(at)
        self._show_note()
        self.say("" if self.rows else self.tr("There is no version yet: export a dataset first."), "quiet")

    def _place(self, row: dict[str, Any]) -> str:
        folder = row["folder"]
        if not Path(folder).is_dir():
            return self.tr("not there: {f}").format(f=folder)
        return self.tr("linked to the sources: {f}").format(f=folder) if row["receipts"][-1]["linked"] else folder

    def _receipts(self, row: dict[str, Any]) -> str:
        """Every receipt of a version and where it was written to, newest first."""
        said = self.tr("Receipt {digest} in {folder}")
        written = reversed(row["receipts"])
        return "\n".join(said.format(digest=one["receipt"][:12], folder=one["folder"]) for one in written)

    @property
    def chosen(self) -> str:
        """Name of the version that is chosen; empty for none."""
        places = self.table.selectionModel().selectedRows()
        return self.rows[places[0].row()]["name"] if places and places[0].row() < len(self.rows) else ""

    def _show_note(self) -> None:
        row = next((row for row in self.rows if row["name"] == self.chosen), None)
        self.title.setText(row["title"] if row else "")
        self.text.setPlainText(row["text"] if row else "")
        for widget in (self.title, self.text, self.keep, self.restore, self.write):
            widget.setEnabled(row is not None)
        before = self.before.currentText()
        self.before.clear()
        self.before.addItems([other["name"] for other in self.rows if other is not row])
        self.before.setCurrentText(before)
        self.compare.setEnabled(self.before.count() > 0)
        self.compared.show_comparison(None)

    # --- what can be done -----------------------------------------------------------------------------------------

    def _annotate(self) -> None:
        name = self.chosen
        try:
            annotate(self.session, name, title=self.title.text(), text=self.text.toPlainText())
        except UserError as error:
            self.say(str(error))
            return
        self.refresh()
        self.say(self.tr("Kept what is said of {name}.").format(name=name), "good")

    def _run(self, title: str, *arguments: str) -> None:
        options = ("--progress", "jsonl", "--by", self.session.actor.name, "--")
        command = commands.python("version", arguments[0], *options, str(self.session.folder), *arguments[1:])
        self.say(self.tr("Writing… the job panel shows how far it is."), "quiet")
        self.run(title, command, done=self._on_written)

    def _restore(self) -> None:
        self._run(self.tr("Restore a version"), "restore", self.chosen)

    def _choose_place(self) -> None:
        name = self.chosen
        caption = self.tr("Choose a folder; the version gets a folder of its name in it")
        choose(self, caption, lambda folder: self.write_to(name, Path(folder)), folder=True)

    def write_to(self, name: str, folder: Path) -> None:
        """Write a version again to a folder of its name."""
        self._run(self.tr("Write a version again"), "write", name, str(folder / name))

    def _on_written(self, job: Job) -> None:
        self.refresh()
        self.say(job.text, "good" if job.state is State.DONE else "bad")

    def _compare(self) -> None:
        folder = str(self.session.folder)
        command = commands.python("version", "compare", "--json", "--", folder, self.before.currentText(), self.chosen)
        self.say(self.tr("Comparing…"), "quiet")
        self._job = self.host.jobs.start(self.tr("Compare"), command, done=self._on_compared, quiet=True)

    def _on_compared(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.state is not State.DONE or not job.log:
            self.say(job.text.removeprefix("verify-app: "))
            return
        self.say("")
        self.compared.show_comparison(job.answer())
        self.compared.setFocus(Qt.FocusReason.OtherFocusReason)
