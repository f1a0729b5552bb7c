"""What `verify-app check` finds: whether the record is sound, and which files are not what they were."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verify_app.app.imports.files import rescan
from verify_app.app.project import report as reports
from verify_app.app.session import Session, person
from verify_app.core.errors import UserError
from verify_app.core.queue.filters import Filter
from verify_app.core.vocabulary import Door
from verify_app.storage.database import NoRoom
from verify_app.storage.project import Project
from verify_app.storage.queries import image_list


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found.

    Parameters
    ----------
    problems : list of str
        What is wrong with the database, one sentence each.
    looked : bool
        Whether the images' files were looked at again.
    stale, missing : int
        Images whose files are other ones, or none.
    perhaps : list of dict
        Decisions that took no time at all, by who took them.
    full : bool
        Whether the disk has no room to record how the files are, so that none was looked at.
    """

    problems: list[str]
    looked: bool = False
    stale: int = 0
    missing: int = 0
    perhaps: list[dict[str, Any]] = field(default_factory=list)
    full: bool = False


def check(folder: Path, reviewer: str, *, files: bool, door: Door) -> Checked:
    """Prove the record, then look at every file again; of a project from elsewhere no file is looked at.

    Raises
    ------
    UserError
        When there is no project, or it cannot be opened for a reason that is no damage.
    """
    full = False
    try:
        session = Session.open_or_read(folder, reviewer, door=door)
    except UserError as error:
        problems = Project.damage(folder)
        if problems:
            return Checked(problems)
        if not isinstance(error, NoRoom):
            raise
        session, full = Session(Project.look(folder), person(reviewer, door=door)), True
    with session.project as project:
        problems = list(project.problems())
        if problems:
            return Checked(problems)
        looks = files and not session.reads_only
        if looks:
            rescan(session, image_list.ids(project.read, Filter()))
        counts = reports.status(project)["images"]
        perhaps = reports.perhaps_scripts(project)
    return Checked([], looks, counts["stale"], counts["missing"], perhaps, full)
