"""Where this person's own settings are on this computer, and those for everybody on it, apart from any project."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_APP = "verify-app"


def own_folder() -> Path:
    """The folder; ``VERIFY_APP_CONFIG_DIR`` puts it elsewhere."""
    return Path(os.environ.get("VERIFY_APP_CONFIG_DIR") or platformdirs.user_config_dir(_APP, appauthor=False))


def site_folder() -> Path:
    """Where a computer's own defaults are, which only those who look after it can write to."""
    return Path(platformdirs.site_config_dir(_APP, appauthor=False))
