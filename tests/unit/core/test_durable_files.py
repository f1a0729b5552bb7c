"""Files are put on the disk as every system allows it, Windows too, which flushes only what is open for writing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests import scenery, windows
from tests.unit.datasets.pools import painted_pool
from verify_app.app import models
from verify_app.core import durable_files
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version import atomic_folder
from verify_app.datasets.version.verify import verify_version
from verify_app.datasets.version.write_version import write


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    windows.rules(monkeypatch)
    monkeypatch.setattr(durable_files, "WINDOWS", True)


def test_a_handle_that_only_reads_is_not_flushed_in_any_test(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    with (tmp_path / "a").open("rb") as handle, pytest.raises(OSError, match="descriptor"):
        os.fsync(handle.fileno())


def test_a_project_is_made_where_only_what_is_written_can_be_flushed(tmp_path: Path, strict: None) -> None:
    scenery.project(tmp_path, images=1).close()
    assert (tmp_path / "project" / "project.db").is_file()


def test_a_read_only_file_is_flushed_and_stays_read_only(tmp_path: Path, strict: None) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"a")
    file.chmod(0o444)
    durable_files.sync_file(file)
    assert file.stat().st_mode & 0o777 == 0o444
    file.chmod(0o644)


@pytest.mark.skipif(windows.WINDOWS, reason="how other systems do it")
def test_elsewhere_the_mode_of_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be somebody else's, whose mode nobody else may change."""
    file = tmp_path / "a.png"
    file.write_bytes(b"a")
    file.chmod(0o444)
    monkeypatch.setattr(durable_files, "WINDOWS", False)
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "chmod", lambda *_: pytest.fail("the mode was changed"))
    durable_files.sync_file(file)


def test_a_version_of_read_only_pictures_is_written(
    tmp_path: Path, strict: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = plan(survey(painted_pool(tmp_path / "in")), Policy())
    for member in made.members:
        member.candidate.file.chmod(0o444)
    monkeypatch.setattr(atomic_folder, "_syncfs", lambda _: False)
    monkeypatch.setattr(atomic_folder, "_sync_folder", lambda _: None)  # folders are not flushed there
    write(made, tmp_path / "v1")
    assert verify_version(tmp_path / "v1").sound
    assert all(not m.candidate.file.stat().st_mode & 0o222 for m in made.members)


def test_weights_come_into_a_project(tmp_path: Path, strict: None) -> None:
    weights = tmp_path / "a.pt"
    weights.write_bytes(b"weights")
    weights.chmod(0o444)
    models._copy(weights, tmp_path / "models" / "a.pt", hashlib.sha256(b"weights").hexdigest())
    assert (tmp_path / "models" / "a.pt").read_bytes() == b"weights"
