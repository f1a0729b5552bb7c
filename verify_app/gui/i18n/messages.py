"""Messages of the layers without a screen, in the window's language and with its keys."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QCoreApplication

from verify_app.core.messages import M
from verify_app.core.resources import resource

_KEY = re.compile(r"\[([a-z][a-z_0-9]+)\]")


def said(text: str) -> str:
    """A message in the window's language; a plain text as it is where it has no translation of its own."""
    return text.said(_translate) if isinstance(text, M) else _translate(text)


def with_keys(text: str, key_of: Callable[[str], str]) -> str:
    """The same with keys as they are now; ``[accept]`` in the window's own texts stands for that action's."""
    shown = text.said(_translate, key_of) if isinstance(text, M) else _translate(text)
    return shown if isinstance(text, M) else _KEY.sub(lambda found: key_of(found[1]), shown)


def _translate(template: str) -> str:
    app = QCoreApplication.instance()
    if not template or app is None or not app.property("verify-app language"):
        return _wording().get(template, template)
    shown = QCoreApplication.translate("messages", template)
    return _wording().get(template, template) if shown == template else shown


@cache
def _wording() -> dict[str, str]:
    """What messages that speak of the command line say here, in English, by template: they lead to what the window has.

    Their translations, which the window alone shows, say that themselves.
    """
    found: dict[str, str] = json.loads(resource("translations", "window_en.json").read_text(encoding="utf-8"))
    return found
