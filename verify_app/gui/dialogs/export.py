"""Export a dataset under the policy: what it would be is shown before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from verify_app.app import jobs as commands
from verify_app.app.exports import project_policy
from verify_app.core.errors import UserError
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.toml_file import policy_text, read_policy
from verify_app.gui.dialogs.form import Form, PathField, choose
from verify_app.gui.dialogs.layout import fill, fit, scrolled, small_button
from verify_app.gui.dialogs.plan_view import Planned
from verify_app.gui.dialogs.policy_editor import Demands
from verify_app.gui.dialogs.preview_client import Asker
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State

PREVIEW_MS = 450
MORE = " …"
"""Behind the former sentence while another is worked out."""


class Export(Form):
    """What is demanded on the left, what it makes on the right.

    Each change is answered twice: at once by a child that has looked at the project and composes as an export does;
    and, a moment after the last change, by a child that runs the export without writing, and so opens the files. The
    figures before are greyed until there are others.
    """

    def __init__(self, host: Host) -> None:
        explanation = self.tr("Real, human-verified images keep their share; what would thin it out is left out.")
        super().__init__(host, self.tr("Export dataset"), explanation, go=self.tr("Export"))
        on_language_change(self, self._say_anew)
        self.demands = Demands(self.session.actor.name)
        self.mode = QComboBox()
        self.mode.addItem(self.tr("Leave out what is too much (trim)"), "trim")
        self.mode.addItem(self.tr("Refuse instead of leaving out (strict)"), "strict")
        self.split = QLineEdit("80/10/10")
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.out = PathField(self.tr("Choose a folder for the dataset"), folder=True)
        self.out.line.setText(str(self._free_folder()))
        self.link = QCheckBox(self.tr("Link images to their sources instead of copying them"))
        self.link.setToolTip(
            self.tr("Needs no room on the disk of the sources, but who saves into one changes the version.")
        )
        self.planned = Planned(host)
        self._lay_out()
        self._asker = Asker(self.session, self)
        self._asker.answered.connect(self._on_outline)
        self._preview: Job | None = None
        self._known = False
        """The full answer to what the controls say is on the screen."""
        self._former = ""
        """What the last full answer said."""
        self._writing = self._unsure = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_MS)
        self._timer.timeout.connect(self.look)
        for signal in (
            self.demands.changed,
            self.mode.currentIndexChanged,
            self.split.textChanged,
            self.seed.valueChanged,
            self.link.toggled,
        ):
            signal.connect(self._on_change)
        self.out.line.textEdited.connect(lambda _text: self.go.setEnabled(self._known))
        self.planned.costs_wanted.connect(lambda: self.look(costs=True))
        host.broadcast.changed.connect(self._look_again)  # by name: Qt lets go of it with the form
        self._begin_with_own()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.demands)
        column.addWidget(self._file_buttons())
        self.fields = QFormLayout()  # what comes now stands below the rules
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.row(self.tr("If the share is not met"), self.mode)
        self.row(self.tr("Split train/val/test"), self.split)
        self.row(self.tr("Seed"), self.seed)
        self.row(self.tr("Write to"), self.out)
        self.fields.addRow("", self.link)
        column.addLayout(self.fields)
        column.addStretch(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(scrolled(left, self.tr("What is demanded")), 9)
        row.addWidget(scrolled(self.planned, self.tr("What would be written")), 11)
        fill(self, both)
        fit(self, 1040, 660)

    def _file_buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(small_button(self.tr("Load policy…"), self._load))
        row.addWidget(small_button(self.tr("Save policy…"), self._save))
        keep = small_button(self.tr("Keep for this project"), self._keep)
        keep.setToolTip(self.tr("The meter below the images then follows this policy."))
        row.addWidget(keep)
        row.addStretch(1)
        return holder

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for a preview any more, and its answer must not reach a form that is gone."""
        self._timer.stop()
        self._asker.stop()
        preview, self._preview = self._preview, None
        if preview is not None:
            preview.cancel()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._writing:
            self._on_change()

    def _say_anew(self) -> None:
        """The preview says itself anew: the language is another."""
        self._former = ""
        if not self._writing:
            self._on_change()

    def _look_again(self) -> None:
        self._asker.forget()
        if not self._writing:
            self._on_change()

    def _free_folder(self) -> Path:
        folder = self.session.folder / "versions"
        number = 1
        while (folder / f"v{number}").exists():
            number += 1
        return folder / f"v{number}"

    # --- policies -----------------------------------------------------------------------------------------------

    def _begin_with_own(self) -> None:
        try:
            self.demands.show_policy(project_policy.stored(self.session.project.read) or Policy())
        except UserError as error:  # kept by a later program
            self.say(str(error))

    def _load(self) -> None:
        caption, pattern = self.tr("Choose a policy file"), self.tr("Policies (*.toml);;All files (*)")
        choose(self, caption, self.load_file, folder=False, pattern=pattern)

    def load_file(self, name: str) -> None:
        """Take over the policy in a file; a bad one changes nothing."""
        try:
            self.demands.show_policy(read_policy(Path(name)))
        except UserError as error:
            self.say(str(error))
            return
        self._on_change()

    def _save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the policy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.setNameFilter(self.tr("Policies (*.toml);;All files (*)"))
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def save_file(self, name: str) -> None:
        """Write the policy as it is set."""
        try:
            project_policy.write_policy(Path(name), self.demands.policy())
        except UserError as error:
            self.say(str(error))
        else:
            self.say(self.tr("Wrote {file}.").format(file=name), "good")

    def _keep(self) -> None:
        try:
            project_policy.store(self.session, self.demands.policy())
        except UserError as error:
            self.say(str(error))
            return
        self.host.review_page.count()
        self.say(self.tr("This is the project's policy now; overrides are for one version and not kept."), "good")

    # --- the preview ----------------------------------------------------------------------------------------

    def _on_change(self, _value: object = None) -> None:
        """Outline now, everything a moment later; a form that nobody sees asks nothing until it is shown."""
        self._known = False
        self.go.setEnabled(False)
        if not self.isVisible():
            return
        problem = self.demands.problem()
        if problem:
            self._timer.stop()
            self.say(problem)
            return
        self.planned.grey()
        self.say(self._former + MORE if self._former else self.tr("Working out what this would be…"), "quiet")
        policy = policy_text(self.demands.policy())
        self._asker.ask(policy, split=self.split.text().strip(), seed=self.seed.value())
        self._timer.start()

    def _on_outline(self, outline: dict[str, Any] | None) -> None:
        self._unsure = outline is not None and not outline["certain"]
        if self._known or self._writing or outline is None or self._unsure:
            return  # what is not certain is not shown; the full answer is under way
        self.planned.show_outline(outline)
        text = self.tr("{said} Looking at the files…")
        self.say(text.format(said=messages.said(str(outline["sentence"]))), "quiet")

    def _command(self, *, dry_run: bool, costs: bool = False) -> list[str]:
        out = self.out.path
        command = commands.export(
            self.session,
            out if out is not None else self.session.folder / "versions" / "preview",
            mode=self.mode.currentData(),
            seed=self.seed.value(),
            split=self.split.text().strip(),
            dry_run=dry_run,
            yes=self.planned.agreed,
        )
        given = [f"--policy={project_policy.handed_over(self.session, self.demands.policy())}"]
        at = command.index("--")
        command[at:at] = [*given, *(["--costs"] if costs else []), *(["--link"] if self.link.isChecked() else [])]
        return command

    def look(self, *, costs: bool = False) -> None:
        """Let a child work out what the export would be; the newest question wins."""
        if self._writing or not self.isVisible():
            return
        if self._preview is not None:
            self._preview.cancel()
        try:
            command = self._command(dry_run=True, costs=costs)
        except UserError as error:
            self.say(str(error))
            return
        self.planned.waiting(costs=costs)
        self._preview = self.host.jobs.start(self.tr("Preview"), command, done=self._on_preview, quiet=True)

    def _on_preview(self, job: Job) -> None:
        if job is not self._preview:
            return  # a newer question is out
        self._preview = None
        if job.state is State.CANCELLED:
            return
        plan = job.result if job.state is State.DONE else job.result.get("plan")
        self._known = True
        if self._unsure:
            self._unsure = False
            self._asker.forget()  # now the files were looked at
        self.planned.show_plan(plan)
        self.host.review_page.count()  # the meter says what the last plan said
        done = job.state is State.DONE
        self.go.setEnabled(done)
        text = str(plan["sentence"]) if done and plan else job.text
        said = [self.planned.sentence(text, plan), messages.said(str((plan or {}).get("space") or ""))]
        self.say("\n".join(filter(None, said)), "text" if done else "bad")
        self._former = self.sentence.text()

    # --- writing ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Write the version."""
        if self.out.path is None:
            self.say(self.tr("Choose a folder to write to."))
            return
        if self.planned.disagreed:
            self.say(self.tr("More than half of the candidates would stay out; tick the box if that is meant."))
            return
        try:
            command = self._command(dry_run=False)
        except UserError as error:
            self.say(str(error))
            return
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None
        self._timer.stop()
        self._writing = True
        self.go.setEnabled(False)
        self.say(self.tr("Exporting… the job panel shows how far it is."), "quiet")
        self.run(self.tr("Export"), command, done=self._on_written)

    def _on_written(self, job: Job) -> None:
        self._writing = False
        self.go.setEnabled(job.state is not State.DONE)  # the same once more only after something was changed
        plan = job.result if job.state is State.DONE else job.result.get("plan")
        if plan:
            self.planned.show_plan(plan)
        self.host.review_page.count()
        if job.state is State.DONE:
            head, *rest = job.text.splitlines()
            # what lies between them is in the tabs
            self.say("\n".join([head, *rest[-1:]]), "good")
            self.out.line.setText(str(self._free_folder()))
        else:
            self.say(job.text)
