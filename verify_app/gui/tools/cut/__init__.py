"""Cutting an outline in two: what the tool is called, and which projects have it."""

from verify_app.core.vocabulary import Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.tools.registry import later, register

register(
    "cut", T("actions", "Cut the outline in two"), later(__name__, "CutTool"), keys="Alt+Shift+C", tasks=(Task.SEGMENT,)
)
