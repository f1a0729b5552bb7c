"""A person's own settings on this computer, apart from any project: a small JSON file, written whole or not at all."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

import platformdirs

from verify_app.core.errors import UserError

RECENT = 12
_APP = "verify-app"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered. Only what differs from these defaults is written.

    Parameters
    ----------
    window, panels : str
        Qt's own geometry and state, base64.
    confidence : float
        Position of the confidence slider, 0 to 1.
    """

    reviewer: str = ""
    recent: list[str] = field(default_factory=list)
    window: str = ""
    panels: str = ""
    confidence: float = 0.25
    keys: dict[str, str] = field(default_factory=dict)
    view: dict[str, str] = field(default_factory=dict)


def settings_file() -> Path:
    """Where they are; ``VERIFY_APP_CONFIG_DIR`` puts them elsewhere."""
    folder = os.environ.get("VERIFY_APP_CONFIG_DIR") or platformdirs.user_config_dir(_APP, appauthor=False)
    return Path(folder) / "settings.json"


def load() -> Settings:
    """The settings, or the defaults where the file is missing or damaged; unknown entries are left out."""
    try:
        stored = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    kinds = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
    return Settings(**{k: v for k, v in stored.items() if k in kinds and isinstance(v, kinds[k])})


def save(settings: Settings) -> None:
    """Write the settings.

    Raises
    ------
    UserError
        When the file cannot be written; what was there stays.
    """
    default = asdict(Settings())
    sparse = {k: v for k, v in asdict(settings).items() if v != default[k]}
    file = settings_file()
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(sparse, indent=1, ensure_ascii=False), encoding="utf-8")
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(f"The settings cannot be saved in {file.parent}: {error.strerror or error}.") from error


def with_recent(settings: Settings, folder: Path) -> Settings:
    """The settings with a project moved to the front of the recent ones."""
    place = str(Path(folder).resolve())
    return replace(settings, recent=[place, *(p for p in settings.recent if p != place)][:RECENT])
