"""Messages of the layers without a screen, in the window's language and with its keys."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from verify_app.core.messages import M

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
    if app is None or not app.property("verify-app language") or not template:
        return template
    return QCoreApplication.translate("messages", template)
