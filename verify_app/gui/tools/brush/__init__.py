"""Painting outlines: what the two tools are called, and which projects have them."""

from verify_app.core.vocabulary import Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.tools.registry import later, register

register("brush", T("actions", "Paint on the outline"), later(__name__, "Brush"), keys="Shift+R", tasks=(Task.SEGMENT,))
register(
    "eraser", T("actions", "Erase from the outline"), later(__name__, "eraser"), keys="Shift+E", tasks=(Task.SEGMENT,)
)
