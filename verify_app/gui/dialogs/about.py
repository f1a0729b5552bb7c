"""What this program is, its version and its licence, and the details of this computer for a report of a fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QPushButton

from verify_app import __date__, __version__
from verify_app.app import jobs as commands
from verify_app.app.components import Component, components, without_names
from verify_app.app.session import login_name
from verify_app.gui.dialogs.form import Form, quiet
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.crash_report import last_report
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job


class About(Form):
    """A few words, and what `verify-app selftest` says of this computer."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, self.tr("About verify-app"), " ")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(150)
        self.details.hide()
        self.insert_above_sentence(self.details)
        self.copy = QPushButton()
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._look)
        self.named = QCheckBox()
        self.buttons.insertWidget(0, self.copy)
        self.buttons.insertWidget(1, self.named)
        self.parts = quiet("")
        self.insert_above_sentence(self.parts)
        on_language_change(self, self._write)
        self._write()

    def _write(self) -> None:
        text = self.tr(
            "verify-app {version}\n\nReview what a YOLO26 model proposed, keep who verified what, and write datasets "
            "whose share of real, human-verified data is enforced.\n\nFree software under the AGPL-3.0. Every decision "
            "is saved at once in the project's folder; nothing leaves this computer unless you agree to it."
        )
        self.explanation.setText(text.format(version=f"{__version__} ({__date__})"))
        self.parts.setText(self.tr("Made with: {parts}").format(parts="; ".join(map(_component, components()))))
        self.copy.setText(self.tr("Copy details"))
        self.named.setText(self.tr("with paths and names"))
        self.details.setAccessibleName(self.tr("Details of this computer"))

    def _look(self) -> None:
        self.copy.setEnabled(False)
        self.say(self.tr("Looking at this computer…"), "quiet")
        folder = [f"--folder={self.host.session.folder}"] if self.host.session is not None else []
        command = commands.python("selftest", "--json", *folder)
        self.host.jobs.start(self.tr("Copy details"), command, done=self._on_looked, quiet=True)

    def _told(self, found: dict[str, Any]) -> str:
        """What was found; paths and names of people stay out of it unless they are wanted."""
        crash = last_report()
        text = _text(found) + (f"\n\nLast crash\n{crash}" if crash else "")
        if self.named.isChecked():
            return text
        folders = [str(step["facts"].get("folder", "")) for step in found["steps"]]
        return without_names(text, [*folders, str(Path.home()), login_name(), self.host.reviewer])

    def _on_looked(self, job: Job) -> None:
        self.copy.setEnabled(True)
        try:
            text = self._told(json.loads(next(line for line in reversed(job.log) if line.startswith("{"))))
        except (StopIteration, ValueError, KeyError, TypeError):
            self.say(job.text)
            return
        QApplication.clipboard().setText(text)
        self.details.setPlainText(text)
        self.details.show()
        self.say(self.tr("Copied: paste it into your report."), "quiet")


def _component(part: Component) -> str:
    return f"{part.name} {part.version}" + (f" ({part.licence})" if part.licence else "")


def _text(found: dict[str, Any]) -> str:
    """What was found, a line each; English, as whoever reads the report."""
    lines = [f"verify-app {found['version']}, Python {found['python']}, {found['system']}"]
    lines += [f"{'ok' if x['ok'] else 'FAILED'}  {x['name']}: {x['detail']}" for x in found["steps"]]
    lines += [_component(part) for part in components()]
    return "\n".join(lines)
