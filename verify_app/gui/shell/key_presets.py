"""The key presets: keys that people know from other programs."""

from __future__ import annotations

import json
from functools import cache

from verify_app.app.settings import Settings
from verify_app.core.resources import resource

PRESETS = {"verify-app": "verify-app.json", "CVAT": "cvat.json", "labelImg": "labelimg.json"}
"""Name to file in ``resources/keys``; each file holds what differs from the table of actions."""
OWN = "verify-app"


@cache
def preset(name: str) -> dict[str, str]:
    """Action id to keys, as in the settings; a preset that is not known changes nothing."""
    if name not in PRESETS or name == OWN:
        return {}
    keys: dict[str, str] = json.loads(resource("keys", PRESETS[name]).read_text(encoding="utf-8"))["keys"]
    return keys


def chosen_keys(settings: Settings) -> dict[str, str]:
    """The preset's keys, and the person's own on top."""
    return {**preset(settings.preset), **settings.keys}
