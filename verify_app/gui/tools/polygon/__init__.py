"""Drawing an outline: what the tool is called, and which projects have it."""

from verify_app.core.vocabulary import Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.tools.registry import later, register

register(
    "polygon",
    T("actions", "Draw a polygon"),
    later(__name__, "PolygonTool"),
    keys="P",
    tasks=(Task.SEGMENT,),
    usual=True,
)
