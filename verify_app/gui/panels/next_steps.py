"""What one mostly does once a job is done, offered in the job's own line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.shell.host import Host
from verify_app.gui.shell.jobs import Job, State

FOLDER = "folder"
"""Shows what was written in the system's file manager; every other step is an action's id."""
_STEPS = {
    "export": (
        ("train", QT_TRANSLATE_NOOP("next_steps", "Train on it")),
        (FOLDER, QT_TRANSLATE_NOOP("next_steps", "Open folder")),
    ),
    "train": (("evaluate", QT_TRANSLATE_NOOP("next_steps", "Compare")),),
    "predict": (("crop_grid", QT_TRANSLATE_NOOP("next_steps", "Show in grid")),),
}
_ONLY_LOOKS = ("--dry-run", "--image=")
"""Options of commands after which nothing is offered: nothing was written, or one image was looked at."""


def next_steps(job: Job) -> tuple[tuple[str, str], ...]:
    """Steps after a job, each with its text; none where it is not done."""
    if job.state is not State.DONE or any(part.startswith(_ONLY_LOOKS) for part in job.command):
        return ()
    at = 3 if job.command[1:2] == ["-m"] else 1  # behind the program, or behind this Python and the program
    return _STEPS.get("".join(job.command[at : at + 1]), ())


def take(host: Host, step: str, job: Job) -> None:
    """Do what a person has pressed the button for."""
    if step == FOLDER:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(job.command[-1]))))
    elif step != "crop_grid" or (host.open_page is not None and host.open_page.grid is None):  # it would close it
        host.actions_by_id[step].trigger()
