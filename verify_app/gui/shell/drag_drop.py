"""Takes what is dropped on the window: opens a project, adds images, or begins a new project with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from verify_app.gui.shell.host import Host
from verify_app.gui.shell.welcome import DATABASE


def dropped(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def project_of(path: Path) -> Path | None:
    """The project that a path is, or whose database it is."""
    folder = path.parent if path.name == DATABASE else path
    return folder if (folder / DATABASE).is_file() else None


def take(host: Host, paths: list[Path]) -> None:
    """Do with dropped paths what a person means by it; nothing is added before they say so."""
    project = project_of(paths[0])
    if project is not None:
        host.open_project(project)
    elif host.session is not None:
        host.open_form("add").set_paths(paths)  # type: ignore[attr-defined]
    else:
        form = host.open_form("new_project")
        for path in paths:
            form.images.add(path)  # type: ignore[attr-defined]
