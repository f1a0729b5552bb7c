"""Whose keys the hands know: chosen in the settings and in the key editor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from verify_app.gui.shell.host import Host
from verify_app.gui.shell.key_presets import OWN, PRESETS


class PresetField(QWidget):
    """A preset to choose; own changes to the keys are put away by it, and one click brings them back."""

    told = Signal(object)
    """What was done, in a sentence; empty when there is nothing to say."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._before: tuple[str, dict[str, str]] = ("", {})
        self.box = QComboBox()
        self.box.addItems(list(PRESETS))
        self.box.setAccessibleName(self.tr("Keys as in"))
        self.box.activated.connect(lambda _i: self.take(self.box.currentText()))
        self.bring_back = QPushButton(self.tr("Bring my own keys back"))
        self.bring_back.setAutoDefault(False)
        self.bring_back.clicked.connect(self._bring_back)
        self.bring_back.hide()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.box, 1)
        self.row.addWidget(self.bring_back)
        self.setFocusProxy(self.box)

    def tell(self) -> None:
        """Show the preset as it is, wherever it was chosen."""
        self.box.setCurrentText(self._host.settings.preset or OWN)
        self.bring_back.setVisible(bool(self._before[1]))

    def take(self, name: str) -> None:
        """Take a preset; own changes to the keys are put away."""
        settings = self._host.settings
        if settings.keys:
            self._before = (settings.preset, settings.keys)
        self._host.change_settings(preset=name, keys={})
        text = self.tr("The keys are those of {name} now.").format(name=name)
        if self._before[1]:
            text += " " + self.tr("Your own changes to them are put away.")
        self.bring_back.setVisible(bool(self._before[1]))
        self.told.emit(text)

    def _bring_back(self) -> None:
        """The preset and the own keys from before."""
        name, keys = self._before
        self._before = ("", {})
        self.bring_back.hide()
        self._host.change_settings(preset=name, keys=keys)
        self.told.emit("")
