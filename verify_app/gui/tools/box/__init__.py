"""Drawing a box: what the tool is called, and which projects have it."""

from verify_app.core.vocabulary import Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.tools.registry import later, register

register(
    "box",
    T("actions", "Draw a box"),
    later(__name__, "BoxTool"),
    keys="R W",
    tasks=(Task.DETECT,),
    usual=True,
    icon="draw",
    action="box",
)
