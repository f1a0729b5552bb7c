"""One open project and the person who works in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify_app.core.errors import UserError
from verify_app.core.records import Actor, LabelClass
from verify_app.core.vocabulary import ActorKind, Task
from verify_app.storage.project import Project
from verify_app.storage.undo import Blocked

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton


class Session:
    """What the window and the commands hold while they work: the project, who acts, and what undo was told to leave."""

    def __init__(self, project: Project, actor: Actor) -> None:
        self.project = project
        self.actor = actor
        self._left: set[int] = set()

    @classmethod
    def open(cls, folder: Path, reviewer: str, *, kind: ActorKind = ActorKind.HUMAN) -> Session:
        """Open a project to work in it as `reviewer`.

        Raises
        ------
        UserError
            When the name is empty, or for any reason `Project.open` gives.
        """
        return cls(Project.open(Path(folder)), person(reviewer, kind))

    @property
    def folder(self) -> Path:
        return self.project.folder

    @property
    def token(self) -> str:
        return self.project.token

    @property
    def classes(self) -> list[LabelClass]:
        """The ordered class list, merged ones left out."""
        return self.project.read.classes()

    @property
    def task(self) -> Task:
        """What the project's objects are; for life."""
        return self.project.read.task

    @property
    def skeleton(self) -> Skeleton | None:
        """The points of a pose project's objects."""
        return self.project.read.skeleton()

    def setting(self, name: str, default: Any = None) -> Any:
        return self.project.read.setting(name, default)

    def outside_change(self) -> bool:
        """True once after another process has written."""
        return self.project.changed_outside()

    def close(self) -> None:
        self.project.close()

    def leave(self, blocked: Blocked) -> None:
        """Let later undos pass over an operation that could not be undone."""
        self._left.add(blocked.event)

    @property
    def left(self) -> frozenset[int]:
        return frozenset(self._left)


def person(name: str, kind: ActorKind = ActorKind.HUMAN) -> Actor:
    """An actor by name.

    Raises
    ------
    UserError
        When the name is empty: nothing is recorded without a name.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError("Say who you are: every decision is recorded with a name.")
    return Actor(name, kind)


def login_name() -> str:
    """Who is logged in to this computer; a plain word where the system does not say."""
    import getpass  # noqa: PLC0415  only where nobody has given a name

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"
