"""Takes what is dropped on the window: opens a project, adds images, or begins a new project with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from verify_app.gui.shell.host import Host
from verify_app.storage.project_file import DATABASE, project_folder


@runtime_checkable
class TakesPaths(Protocol):
    """A form with a list of folders and files."""

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Put paths on the list: they were dropped on the host."""


def dropped(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def project_of(path: Path) -> Path | None:
    """The project that a path means, where it is one."""
    folder = project_folder(path)
    return folder if (folder / DATABASE).is_file() else None


def take(host: Host, paths: list[Path]) -> None:
    """Do with dropped paths what a person means by it; nothing is added before they say so."""
    project = project_of(paths[0])
    if project is not None:
        host.open_project(project)
    elif host.session is not None:
        _put(host.open_form("add"), paths)
    else:
        _put(host.open_form("new_project"), paths)


def _put(form: QWidget, paths: list[Path]) -> None:
    assert isinstance(form, TakesPaths)
    form.set_paths(paths)


def take_drops(form: QWidget) -> None:
    """Let a form with a list of paths take what is dropped anywhere on it."""
    if isinstance(form, TakesPaths):
        form.setAcceptDrops(True)
        form.installEventFilter(_Drops(form))


class _Drops(QObject):
    """Of one form."""

    def eventFilter(self, form: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDropEvent) or not isinstance(form, TakesPaths):
            return False
        paths = dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                form.set_paths(paths)
        return bool(paths)
