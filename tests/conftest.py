"""What all tests share: no person's settings are touched, no screen is needed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows import flushed
from verify_app.storage.project import Project

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has settings of its own."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(folder))
    monkeypatch.delenv("VERIFY_APP_REVIEWER", raising=False)
    return folder


@pytest.fixture(autouse=True, scope="session")
def flushed_as_on_windows() -> Iterator[None]:
    """Nothing may flush a file through a handle that only reads: Windows refuses it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", flushed(os.fsync))
        yield


@pytest.fixture(autouse=True)
def closed_projects(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever project a test leaves open is closed behind it."""
    opened: list[Project] = []
    init = Project.__init__

    def remember(self: Project, *args: object) -> None:
        init(self, *args)
        opened.append(self)

    monkeypatch.setattr(Project, "__init__", remember)
    yield
    for project in opened:
        with contextlib.suppress(Exception):
            project.close()
