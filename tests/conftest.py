"""What all tests share: no person's settings are touched, no screen is needed, and every machine says the same."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.windows import WINDOWS, flushed
from verify_app.storage.project import Project

WORKER_BYTES = 2 << 30
"""What a worker weighs that trains and has children."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("LANGUAGE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)
os.environ |= {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
if hasattr(time, "tzset"):
    time.tzset()
if "PYTEST_XDIST_WORKER" in os.environ:
    share = max(1, (os.cpu_count() or 1) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"]))
    os.environ |= {"OMP_NUM_THREADS": str(share), "OPENBLAS_NUM_THREADS": str(share), "MKL_NUM_THREADS": str(share)}

# no clock decides, and the same examples come everywhere; `--hypothesis-profile explore` looks for others
patient: dict[str, Any] = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("same", derandomize=True, **patient)
hypothesis.settings.register_profile("explore", **patient)
hypothesis.settings.load_profile("same")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One for each core that is ours to use, as far as the memory goes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    asked = os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS", "")
    if asked.isdigit():
        return int(asked)
    if "SC_PHYS_PAGES" in getattr(os, "sysconf_names", ()):
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        cores = min(cores, memory // WORKER_BYTES)
    return max(1, cores)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each worker begins with neighbours, which share costly fixtures; who is done first takes over from the others."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture(autouse=True, scope="session")
def own_ultralytics(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Ultralytics keeps its settings in a folder of this process and its children."""
    os.environ["YOLO_CONFIG_DIR"] = str(tmp_path_factory.mktemp("ultralytics"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has settings of its own."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(folder))
    monkeypatch.setenv("VERIFY_APP_TRUST_PROJECTS", "1")  # tests of whose a project is take it away
    for name in ("VERIFY_APP_REVIEWER", "VERIFY_APP_OWNER"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(autouse=True, scope="session")
def flushed_as_on_windows() -> Iterator[None]:
    """Nothing may flush a file through a handle that only reads: Windows refuses it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", flushed(os.fsync))
        yield


@pytest.fixture(autouse=True)
def no_links_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that makes a symbolic link is skipped there: that needs a right of its own."""
    if not WINDOWS:
        return

    def refuse(*_: Any, **__: Any) -> None:
        if "tests" in Path(sys._getframe(1).f_code.co_filename).parts:
            pytest.skip("links need rights on Windows")
        raise OSError("links need rights on Windows")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "symlink", refuse)


@pytest.fixture(autouse=True)
def closed_projects(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever project a test leaves open is closed behind it."""
    opened: list[Project] = []
    init = Project.__init__

    def remember(self: Project, *args: Any, **more: Any) -> None:
        init(self, *args, **more)
        opened.append(self)

    monkeypatch.setattr(Project, "__init__", remember)
    yield
    for project in opened:
        with contextlib.suppress(Exception):
            project.close()
