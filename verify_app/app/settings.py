"""A person's own settings on this computer, apart from any project: a small JSON file, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.settings_folder import own_folder, site_folder

RECENT = 12
THEMES = ("system", "light", "dark")
SITE = ("class_colours", "confidence", "font_scale", "image_seconds", "language", "preset", "theme", "view")
"""What a computer may have other defaults for; who somebody is and where they work is theirs alone."""


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """How labels and the picture are shown; nothing here changes a label or a file.

    Parameters
    ----------
    thickness : float
        Width of outlines in screen pixels, 1 to 6.
    fill : float
        Opacity of the inside of labels, 0 (none) to 0.6.
    names, confidence : bool
        Whether tags carry the class's name and the confidence.
    crosshair, grid : bool
        Lines through the pointer while drawing; lines between pixels when they are large enough to be seen.
    follow : bool
        Whether what the pointer comes over is selected, so that keys act on it.
    minimap : bool
        Whether the whole picture is shown small while only a part of it is on the screen.
    keep_zoom : bool
        Whether the next image of a source is shown at the zoom and place of the last one where it is of its size.
    thumbnails : bool
        Whether the image list shows small pictures.
    brightness, contrast : float
        Of the picture on the screen, -1 to 1; 0 leaves it as it is.
    gamma : float
        Of the picture on the screen, 0.2 to 5; 1 leaves it as it is.
    """

    thickness: float = 2.0
    fill: float = 0.0
    names: bool = True
    confidence: bool = True
    crosshair: bool = False
    grid: bool = False
    thumbnails: bool = False
    follow: bool = True
    minimap: bool = True
    keep_zoom: bool = False
    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0

    @property
    def adjusted(self) -> bool:
        """Whether the picture is shown otherwise than it is."""
        return (self.brightness, self.contrast, self.gamma) != (0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered. Only what differs from these defaults is written.

    Parameters
    ----------
    window, panels : str
        Qt's own geometry and state, base64.
    confidence : float
        Position of the confidence slider, 0 to 1.
    preset : str
        Name of the key preset; empty until the person has chosen one.
    keys : dict
        The person's own keys on top of the preset: action id to keys, several separated by blanks, empty for none.
    language : str
        ``en``, ``ja``, ``zh_CN``; empty follows the system.
    theme : str
        One of `THEMES`.
    font_scale : int
        Size of the window's text in per cent, 80 to 150.
    class_colours : int
        How many colours classes have before they come again: 30, or 10 that the colour-blind tell apart too.
    own_colours : dict
        Colours chosen for classes: the class's name to the colour, as ``#D55E00``.
    image_seconds : float
        How long a model may look at one picture, 1 to 86400.
    extra : dict
        Entries this version does not know: another version's, kept as they are.
    """

    reviewer: str = ""
    recent: list[str] = field(default_factory=list)
    window: str = ""
    panels: str = ""
    confidence: float = 0.25
    preset: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    language: str = ""
    theme: str = "system"
    font_scale: int = 100
    class_colours: int = 30
    own_colours: dict[str, str] = field(default_factory=dict)
    view: ViewSettings = field(default_factory=ViewSettings)
    image_seconds: float = 120.0
    extra: dict[str, Any] = field(default_factory=dict)


RANGES: dict[str, tuple[float, float]] = {
    "class_colours": (10, 30),
    "confidence": (0.0, 1.0),
    "font_scale": (80, 150),
    "image_seconds": (1.0, 86_400.0),
    "view.thickness": (1.0, 6.0),
    "view.fill": (0.0, 0.6),
    "view.brightness": (-1.0, 1.0),
    "view.contrast": (-1.0, 1.0),
    "view.gamma": (0.2, 5.0),
}
"""Least and most of the numbers; the settings form has the same."""


def settings_file() -> Path:
    """Where they are; ``VERIFY_APP_CONFIG_DIR`` puts them elsewhere."""
    return own_folder() / "settings.json"


def load() -> Settings:
    """The settings, with the default for whatever cannot be used; `read` says what that was."""
    return read()[0]


def read() -> tuple[Settings, str]:
    """The settings, and one sentence about what of them cannot be used; empty when all can.

    A file that is no JSON is set aside as ``settings.damaged.json``, so that nothing in it is lost.
    """
    file = settings_file()
    default, complaint = site_defaults()
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return default, complaint
    except OSError as error:
        return default, M(
            "The settings in {file} cannot be read ({reason}); the defaults are used.",
            file=file,
            reason=reason_of(error),
        )
    except ValueError:
        return default, _set_aside(file)
    if not isinstance(stored, dict):
        return default, _set_aside(file)
    bad: list[str] = []
    found = _taken(default, stored, bad)
    names = ", ".join(sorted(bad))
    return found, M(
        "Settings that cannot be used are back at their defaults: {names} (in {file}).", names=names, file=file
    ) if bad else complaint


def site_file() -> Path:
    """Where a computer's own defaults are: beside a packaged program, else in the system's place."""
    beside = Path(sys.executable).parent / "site-settings.json"
    if getattr(sys, "frozen", False) and beside.is_file():
        return beside
    return site_folder() / "settings.json"


def site_defaults() -> tuple[Settings, str]:
    """The defaults on this computer, and one sentence when its file of them cannot be used; empty when it can."""
    file = site_file()
    bad: list[str] = []
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        found = _taken(Settings(), {name: value for name, value in stored.items() if name in SITE}, bad)
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, AttributeError):  # unreadable, no JSON, no object
        found, bad = Settings(), ["settings.json"]
    if not bad:
        return found, ""
    return found, M(
        "The defaults for this computer in {file} cannot be used ({names}); tell who looks after it.",
        file=file,
        names=", ".join(sorted(bad)),
    )


def _taken(default: Settings, stored: Mapping[str, Any], bad: list[str]) -> Settings:
    """The default with what is stored; the names of what cannot be used go to `bad`."""
    kept = _usable(default, {k: v for k, v in stored.items() if k not in ("view", "extra")}, "", bad)
    view, unknown = {}, {k: v for k, v in stored.items() if k not in _names(Settings) or k == "extra"}
    if isinstance(stored.get("view"), dict):
        view = _usable(default.view, stored["view"], "view.", bad)
        own = {k: v for k, v in stored["view"].items() if k not in _names(ViewSettings)}
        unknown |= {"view": own} if own else {}
    elif "view" in stored:
        bad.append("view")
    return replace(default, **kept, view=replace(default.view, **view), extra=unknown)


def _set_aside(file: Path) -> str:
    aside = file.with_name("settings.damaged.json")
    try:
        file.replace(aside)
    except OSError:
        return M("The settings in {file} are damaged; the defaults are used.", file=file)
    return M("The settings were damaged and are back at their defaults; the old file is {aside}.", aside=aside)


def _names(kind: type) -> set[str]:
    return {f.name for f in fields(kind)}


def _usable(default: Settings | ViewSettings, stored: Mapping[str, Any], prefix: str, bad: list[str]) -> dict[str, Any]:
    """The entries that can be used, as their default's type; the names of the others go to `bad`."""
    found = {}
    for name in _names(type(default)) & set(stored):
        value = _converted(prefix + name, stored[name], getattr(default, name))
        if value is None:
            bad.append(prefix + name)
        else:
            found[name] = value
    return found


def _converted(name: str, value: object, default: object) -> object:
    """The value as its default's type; None when it cannot be used."""
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(default, bool) and isinstance(value, bool) else None
    if isinstance(default, int | float):
        low, high = RANGES[name]
        if not isinstance(value, int | float) or not low <= value <= high:  # NaN is in no range
            return None
        return type(default)(value)
    if not isinstance(value, type(default)) or (name == "theme" and value not in THEMES):
        return None
    if isinstance(value, list | dict) and not all(isinstance(text, str) for text in _texts(value)):
        return None
    return value


def _texts(value: list[Any] | dict[Any, Any]) -> list[Any]:
    return [*value.keys(), *value.values()] if isinstance(value, dict) else value


def save(settings: Settings) -> None:
    """Write the settings.

    Raises
    ------
    UserError
        When the file cannot be written; what was there stays.
    """
    file = settings_file()
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # a path that is no proper text becomes JSON's own \uXXXX
        text = json.dumps(_sparse(settings), indent=1, ensure_ascii=False)
        part.write_text(text, encoding="utf-8", errors="backslashreplace")
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(
            M("The settings cannot be saved in {folder}: {reason}.", folder=file.parent, reason=reason_of(error))
        ) from error


def _sparse(settings: Settings) -> dict[str, Any]:
    """What differs from the defaults, and what another version wrote."""
    default, _ = site_defaults()
    found: dict[str, Any] = dict(settings.extra)
    found |= {name: v for name, v in _changed(settings, default).items() if name not in ("view", "extra")}
    view = _changed(settings.view, default.view)
    if view:
        found["view"] = {**found.get("view", {}), **view}
    return found


def _changed(settings: Settings | ViewSettings, default: Settings | ViewSettings) -> dict[str, Any]:
    return {
        name: getattr(settings, name)
        for name in sorted(_names(type(settings)))
        if getattr(settings, name) != getattr(default, name)
    }


def with_recent(settings: Settings, folder: Path) -> Settings:
    """The settings with a project moved to the front of the recent ones."""
    place = str(Path(folder).resolve())
    return replace(settings, recent=[place, *(p for p in settings.recent if p != place)][:RECENT])
