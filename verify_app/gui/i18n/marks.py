"""Marks a text for the translators where it is no widget's own; it is translated where it is shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself. PySide6 has one too, which is said to return any object."""
    return text
