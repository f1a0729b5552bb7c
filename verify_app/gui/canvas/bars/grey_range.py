"""A bar that says how grey of more than 8 bits is shown: as the model sees it, or with all its values spread out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from verify_app.gui.canvas.bars.bar import CanvasBar
from verify_app.gui.plain import PlainLabel


class ValuesBar(CanvasBar):
    """What the model sees of such a picture may be nearly black; then a person looks at all of its values."""

    spread_wanted = Signal(bool)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, top=True)
        self.label, self.button = PlainLabel(), QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCheckable(True)
        self.button.setText(self.tr("Spread the values"))
        self.button.toggled.connect(self.spread_wanted)
        self.row.addWidget(self.label)
        self.row.addWidget(self.button)

    def show_range(self, found: tuple[float, float] | None, *, spread: bool) -> None:
        """The picture's least and greatest value, or None for one of 8 bits."""
        if found is not None:
            if spread:
                text = self.tr("Values {low} to {high} spread over black to white; the model sees 8 bits of them.")
                self.label.setText(text.format(low=f"{found[0]:,.6g}", high=f"{found[1]:,.6g}"))
            else:
                self.label.setText(self.tr("More than 8 bits: shown as the model sees it."))
            self.button.blockSignals(True)
            self.button.setChecked(spread)
            self.button.blockSignals(False)
        self.setVisible(found is not None)
        self.place()
