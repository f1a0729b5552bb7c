"""One open project and the person who works in it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.names import cleaned, known_spelling, name_key
from verify_app.core.records import Actor, LabelClass
from verify_app.core.vocabulary import ActorKind, Door, Task
from verify_app.storage import own_projects
from verify_app.storage.lock import TOKEN_VARIABLE
from verify_app.storage.own_projects import NotMine
from verify_app.storage.project import Project, database_of
from verify_app.storage.project_file import writable
from verify_app.storage.queries import actors, class_list
from verify_app.storage.undo import Blocked

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton


class Session:
    """What the window and the commands hold while they work: the project, who acts, and what undo was told to leave."""

    def __init__(self, project: Project, actor: Actor, *, called: str = "") -> None:
        self.project = project
        self.actor = actor
        self.called = called or actor.name
        """What the person called themselves; the project may know them by another spelling."""
        self.strangeness: NotMine | None = None
        """Why the project is only read, where it comes from elsewhere."""
        self.unwritable = False
        """Whether it is only read since its folder cannot be written to."""
        self._left: set[int] = set()

    @classmethod
    def open(
        cls, folder: Path, reviewer: str, *, kind: ActorKind = ActorKind.HUMAN, door: Door = Door.UNKNOWN
    ) -> Session:
        """Open a project to work in it as `reviewer`, under the spelling that the project knows.

        Raises
        ------
        UserError
            When the name is none or a program's in this project, or for any reason `Project.open` gives.
        """
        actor = person(reviewer, kind, door)
        project = Project.open(Path(folder))
        with contextlib.ExitStack() as stack:
            stack.enter_context(project)
            known = actor._replace(name=known_spelling(actor.name, actors.names(project.read, kind)))
            if kind is ActorKind.HUMAN and _is_program(project, known.name):
                raise UserError(
                    M(
                        "{name} is a program in this project; say who you are: --by NAME, or the name in Settings.",
                        name=known.name,
                    )
                )
            stack.pop_all()
        return cls(project, known, called=actor.name)

    @classmethod
    def open_or_read(cls, folder: Path, reviewer: str, *, door: Door = Door.UNKNOWN) -> Session:
        """The same, or for reading only: where nobody has said yet that the project is theirs (`strangeness`), or where
        nothing can be written (`unwritable`).
        """
        try:
            return cls.open(folder, reviewer, door=door)
        except NotMine as error:
            session = cls(Project.look(Path(folder)), person(reviewer, door=door))
            session.strangeness = error
            return session
        except UserError:
            if writable(Path(folder)) or not database_of(Path(folder)).is_file():
                raise
            session = cls(Project.look(Path(folder)), person(reviewer, door=door))
            session.unwritable = True
            return session

    @property
    def reads_only(self) -> bool:
        """Whether nothing may be written to the project's folder."""
        return not self.project.owned

    @property
    def importer(self) -> Actor:
        """Who brings in what others have labelled."""
        return self.actor._replace(door=Door.IMPORT)

    def voucher(self, name: str, door: Door) -> Actor:
        """A named person who takes responsibility for what came in, under the spelling that the project knows.

        Raises
        ------
        UserError
            When the name is none, or a program's in this project.
        """
        return responsible(self.project, name, door)

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
    def shown_classes(self) -> list[LabelClass]:
        """The classes that can be chosen, in the order of the screen and of the keys."""
        return class_list.shown(self.project.read)

    @property
    def retired_classes(self) -> frozenset[int]:
        """Ids of those that are hidden from choosing."""
        return class_list.retired(self.project.read)

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


def adopt(folder: Path) -> None:
    """Say that a project is one's own, and that its folders may lie where they are; remembered outside of it.

    Raises
    ------
    UserError
        When there is none, or the settings cannot be written.
    """
    own_projects.adopt(database_of(Path(folder)))


def forget(folder: Path) -> None:
    """A project of one's own that is about to be removed."""
    own_projects.forget(database_of(Path(folder)))


def person(name: str, kind: ActorKind = ActorKind.HUMAN, door: Door = Door.UNKNOWN) -> Actor:
    """An actor by name.

    Raises
    ------
    UserError
        When the name is none that can be recorded (`core.names.cleaned`).
    """
    return Actor(cleaned(name), kind, door)


def responsible(project: Project, name: str, door: Door) -> Actor:
    """A named person who takes responsibility for what no screen showed, under the spelling that the project knows.

    Raises
    ------
    UserError
        When the name is none, or a program's in this project.
    """
    actor = person(name, door=door)
    actor = actor._replace(name=known_spelling(actor.name, actors.names(project.read)))
    if _is_program(project, actor.name):
        raise UserError(
            M("{actor} is a program in this project; name the person who takes responsibility.", actor=actor.name)
        )
    return actor


def _is_program(project: Project, name: str) -> bool:
    """Whether a program bears this name, and no person."""
    programs = map(name_key, actors.names(project.read, ActorKind.AGENT))
    return name not in actors.names(project.read) and name_key(name) in programs


def door_here() -> Door:
    """The door of a command: somebody's terminal, or a job that the window started."""
    return Door.JOB if os.environ.get(TOKEN_VARIABLE) else Door.TERMINAL


def login_name() -> str:
    """Who is logged in to this computer; a plain word where the system does not say."""
    import getpass  # noqa: PLC0415  only where nobody has given a name

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"
