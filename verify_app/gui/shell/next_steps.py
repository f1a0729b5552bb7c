"""What may be done next when a job has ended well: offered in the job's line, never started by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.shell.host import Host

if TYPE_CHECKING:
    from verify_app.gui.shell.jobs import Job


class NextStep(NamedTuple):
    """A button's text, and what it does."""

    text: str
    act: Callable[[], object]


STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "add": (("predict", T("next", "Predict on them")),),
    "predict": (("crop_grid", T("next", "Show in grid")),),
    "export": (("train", T("next", "Train on it")), ("folder", T("next", "Open folder"))),
    "train": (("evaluate", T("next", "Compare")), ("predict", T("next", "Predict with it"))),
    "evaluate": (("monitor", T("next", "Show in Monitor")),),
    "cycle": (("monitor", T("next", "Show in Monitor")),),
    "embeddings": (("monitor", T("next", "Show in Monitor")),),
}
"""By command: what it leads to, each an action or ``folder``, and what the button says."""


def next_steps(host: Host, job: Job) -> list[NextStep]:
    """What a job that is done leads to, as far as it can be done now."""
    command = next((word for word in job.command if word in STEPS), "")
    found = []
    for what, text in STEPS.get(command, ()):
        said = QCoreApplication.translate("next", text)
        if what == "folder":
            folder = job.result.get("folder")
            if folder and Path(folder).is_dir():
                url = QUrl.fromLocalFile(folder)
                found.append(NextStep(said, partial(QDesktopServices.openUrl, url)))
        elif what in host.actions_by_id and host.actions_by_id[what].isEnabled():
            found.append(NextStep(said, host.actions_by_id[what].trigger))
    return found
