"""Drawing an oriented box: what the tool is called, and which projects have it."""

from verify_app.core.vocabulary import Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.tools.registry import later, register

register(
    "obb", T("actions", "Draw an oriented box"), later(__name__, "ObbTool"), keys="O", tasks=(Task.OBB,), usual=True
)
