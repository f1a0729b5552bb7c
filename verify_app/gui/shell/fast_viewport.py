"""Viewports made in Python.

Asked for a viewport that was made in C++, PySide looks for its true type among all widget classes and initialises
every one of them: a fifth of the window's start-up time. A viewport that Python made is known already.
"""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give a list or view a viewport of its own, filled as usual, before anything else is set up."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
    return viewport
