"""Shows in the status bar how large the picture is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from verify_app.gui.plain import PlainLabel

WIDEST = "8,888 %"
BESIDE = 8


class ZoomLabel(PlainLabel):
    """Of one size whatever it says: a step of the zoom would else lay out the status bar and paint all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(BESIDE, 0, BESIDE, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Zoom"))
        self._keep_size()

    def show_scale(self, scale: float) -> None:
        """Pixels of the screen for one of the picture."""
        self.setText(f"{scale * 100:.0f} %")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_size()

    def _keep_size(self) -> None:
        metrics = self.fontMetrics()
        self.setFixedSize(metrics.horizontalAdvance(WIDEST) + 2 * BESIDE, metrics.height() + 4)
