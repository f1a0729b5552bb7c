"""The person's own settings on one page; what is changed shows at once."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
)

from verify_app.app.settings import RANGES, THEMES, ViewSettings
from verify_app.gui import theme
from verify_app.gui.dialogs.form import Form
from verify_app.gui.dialogs.preset_field import PresetField
from verify_app.gui.i18n.language import LANGUAGES
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.host import Host

if TYPE_CHECKING:
    pass

FINE = 100
"""Steps of a slider for one unit."""


class Preferences(Form):
    """Each field is the setting: there is nothing to confirm."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, self.tr("Settings"), self.tr("For you on this computer, in every project."))
        on_language_change(self, self.settle)
        self._telling = False
        self._add_person()
        self._add_look()
        self._add_keys()
        self._add_models()
        self._add_labels()
        self._add_picture()
        self.keep_open()
        host.settings_changed.connect(self._tell)  # by name: Qt lets go of it with the form
        self._tell()

    # --- the fields -------------------------------------------------------------------------------------------

    def _add_person(self) -> None:
        self.reviewer = QLineEdit()
        self.reviewer.setPlaceholderText(self.tr("Your name, recorded with every decision"))
        self.reviewer.editingFinished.connect(self._rename)
        self.row(self.tr("You review as"), self.reviewer)

    def _add_look(self) -> None:
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.activated.connect(lambda _i: self._set(language=self.language.currentData()))
        self.row(self.tr("Language"), self.language)
        self.theme = QComboBox()
        texts = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for scheme in THEMES:
            self.theme.addItem(texts[scheme], scheme)
        self.theme.activated.connect(lambda _i: self._set(theme=self.theme.currentData()))
        self.row(self.tr("Colours"), self.theme)
        self.class_colours = QComboBox()
        counts = {30: self.tr("Thirty colours"), 10: self.tr("Ten that the colour-blind tell apart too")}
        for count in theme.COLOURS:
            self.class_colours.addItem(counts[count], count)
        self.class_colours.activated.connect(lambda _i: self._set(class_colours=self.class_colours.currentData()))
        self.row(self.tr("Classes are in"), self.class_colours)
        self.font_scale = QSpinBox()
        low, high = RANGES["font_scale"]
        self.font_scale.setRange(int(low), int(high))
        self.font_scale.setSingleStep(5)
        self.font_scale.setSuffix(" %")
        self.font_scale.setKeyboardTracking(False)
        self.font_scale.valueChanged.connect(lambda value: self._set(font_scale=value))
        self.row(self.tr("Size of text"), self.font_scale)

    def _add_keys(self) -> None:
        self.preset = PresetField(self.host)
        self.preset.told.connect(lambda text: self.say(text, "quiet"))
        change = QPushButton(self.tr("Change keys…"))
        change.setAutoDefault(False)
        change.clicked.connect(lambda: self.host.open_form("key_editor"))
        self.preset.row.addWidget(change)
        self.row(self.tr("Keys as in"), self.preset)

    def _add_models(self) -> None:
        self.image_seconds = QSpinBox()
        low, high = RANGES["image_seconds"]
        self.image_seconds.setRange(int(low), int(high))
        self.image_seconds.setSingleStep(10)
        self.image_seconds.setSuffix(self.tr(" seconds"))
        self.image_seconds.setKeyboardTracking(False)
        self.image_seconds.setToolTip(self.tr("A model that looks at one image for longer is stopped."))
        self.image_seconds.valueChanged.connect(lambda value: self._set(image_seconds=float(value)))
        self.row(self.tr("A model's time for an image"), self.image_seconds)

    def _add_labels(self) -> None:
        self.thickness = QDoubleSpinBox()
        self.thickness.setRange(*RANGES["view.thickness"])
        self.thickness.setSingleStep(0.5)
        self.thickness.setDecimals(1)
        self.thickness.setSuffix(self.tr(" pixels"))
        self.thickness.valueChanged.connect(lambda value: self._view(thickness=round(value, 1)))
        self.row(self.tr("Thickness of outlines"), self.thickness)
        self.fill = QSpinBox()
        self.fill.setRange(0, round(RANGES["view.fill"][1] * 100))
        self.fill.setSingleStep(5)
        self.fill.setSuffix(" %")
        self.fill.valueChanged.connect(lambda value: self._view(fill=value / 100))
        self.row(self.tr("Fill of labels"), self.fill)
        self.ticks: dict[str, QCheckBox] = {}
        for name, text in (
            ("names", self.tr("Names on labels")),
            ("confidence", self.tr("Confidence on labels")),
            ("crosshair", self.tr("Crosshair while drawing")),
            ("grid", self.tr("Pixel grid when enlarged")),
            ("thumbnails", self.tr("Small pictures in the image list")),
            ("minimap", self.tr("Minimap in a corner while only a part of the picture is seen")),
            ("keep_zoom", self.tr("Keep the zoom from image to image of one size in a source")),
        ):
            box = QCheckBox(text)
            box.clicked.connect(lambda on, n=name: self._view(**{n: on}))
            self.ticks[name] = box
            self.fields.addRow("", box)

    def _add_picture(self) -> None:
        self.sliders: dict[str, QSlider] = {}
        for name, text in (
            ("brightness", self.tr("Brightness")),
            ("contrast", self.tr("Contrast")),
            ("gamma", self.tr("Gamma")),
        ):
            slider = QSlider(Qt.Orientation.Horizontal)
            low, high = RANGES[f"view.{name}"]
            slider.setRange(_place(name, low), _place(name, high))
            slider.setPageStep(FINE // 10)
            slider.valueChanged.connect(lambda place, n=name: self._view(**{n: _value(n, place)}))
            self.sliders[name] = slider
            self.row(text, slider)
        self.plain = QPushButton(self.tr("Show the picture as it is"))
        self.plain.setAutoDefault(False)
        self.plain.clicked.connect(lambda: self._view(brightness=0.0, contrast=0.0, gamma=1.0))
        self.fields.addRow("", self.plain)

    # --- there and back -----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Show the settings as they are, wherever they were changed."""
        settings = self.host.settings
        self._telling = True
        self.reviewer.setText(self.host.reviewer)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.class_colours.setCurrentIndex(max(0, self.class_colours.findData(settings.class_colours)))
        self.font_scale.setValue(settings.font_scale)
        self.image_seconds.setValue(round(settings.image_seconds))
        self.preset.tell()
        self._tell_view(settings.view)
        self._telling = False

    def _tell_view(self, view: ViewSettings) -> None:
        self.thickness.setValue(view.thickness)
        self.fill.setValue(round(view.fill * 100))
        for name, box in self.ticks.items():
            box.setChecked(getattr(view, name))
        for name, slider in self.sliders.items():
            slider.setValue(_place(name, getattr(view, name)))
        self.plain.setEnabled(view.adjusted)

    def _set(self, **values: object) -> None:
        if not self._telling:
            self.host.change_settings(**values)

    def _view(self, **values: object) -> None:
        self._set(view=replace(self.host.settings.view, **values))  # type: ignore[arg-type]

    def _rename(self) -> None:
        name = " ".join(self.reviewer.text().split())
        if name == self.host.reviewer:
            return
        self.host.set_reviewer(name)
        if self.host.session is not None:
            self.say(self.tr("Counts from the next project you open; this one goes on under the old name."), "quiet")

    def showEvent(self, event: QShowEvent) -> None:
        self.say("")
        self._tell()
        super().showEvent(event)


def _place(name: str, value: float) -> int:
    """Where a slider stands; gamma by its exponent: 1 is in the middle, and each side doubles or halves alike."""
    return round((math.log2(value) if name == "gamma" else value) * FINE)


def _value(name: str, place: int) -> float:
    """The setting that a slider's place stands for."""
    if name != "gamma":
        return place / FINE
    ends = {_place(name, end): end for end in RANGES["view.gamma"]}
    return float(ends.get(place, round(2.0 ** (place / FINE), 3)))
