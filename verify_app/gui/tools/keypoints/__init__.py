"""Drawing a pose: what the tool is called, and which projects have it."""

from verify_app.core.vocabulary import Task
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP as T
from verify_app.gui.tools.registry import later, register

register(
    "keypoints",
    T("actions", "Draw keypoints"),
    later(__name__, "KeypointsTool"),
    keys="K",
    tasks=(Task.POSE,),
    usual=True,
)
