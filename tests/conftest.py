"""What all tests share: no person's settings are touched, no screen is needed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has settings of its own."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(folder))
    monkeypatch.delenv("VERIFY_APP_REVIEWER", raising=False)
    return folder
