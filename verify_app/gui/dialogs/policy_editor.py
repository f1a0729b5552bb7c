"""What a version must meet, to set by hand: presets, sliders, switches, overrides, a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verify_app.core.errors import UserError
from verify_app.core.percentages import percent
from verify_app.core.policy_defaults import PRESETS
from verify_app.core.receipt.receipt import Override
from verify_app.datasets.policy.policy import SOFT, Policy
from verify_app.gui import icons
from verify_app.gui.dialogs.composition_chart import rule_name
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.plain import PlainLabel

OWN = "own"
SPECIAL = (
    QT_TRANSLATE_NOOP("demands", "as by images"),
    QT_TRANSLATE_NOOP("demands", "take none"),
    QT_TRANSLATE_NOOP("demands", "no rule"),
)
"""What the lowest places of sliders are called: the same as by images, no proposals, the rule does not hold."""


class Percent(QWidget):
    """A slider of whole percents; its lowest place may stand for something else.

    Parameters
    ----------
    special : str
        What that place is called, a text of the context ``demands``; empty for no such place.
    """

    changed = Signal()

    def __init__(self, least: int, special: str = "", most: int = 100) -> None:
        super().__init__()
        on_language_change(self, self._say_anew)
        self._least, self._special = least, special
        self._exact: Fraction | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least - bool(special), most)
        self.slider.setPageStep(5)
        self.said = PlainLabel()
        self.keep_room()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.said)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self._show()

    def keep_room(self) -> None:
        """As much for the words in every one of them, so that the sliders below each other are of one length."""
        texts = [QCoreApplication.translate("demands", text) for text in SPECIAL]
        widest = max(self.said.fontMetrics().horizontalAdvance(text) for text in (*texts, "100 %"))
        self.said.setMinimumWidth(widest + 4)

    def share(self) -> Fraction | None:
        """None in the special place. What came from a policy stays exact until the slider is moved."""
        return self._exact if self._exact is not None else self._at()

    def _at(self) -> Fraction | None:
        value = self.slider.value()
        return None if value < self._least else Fraction(value, 100)

    def set_share(self, share: Fraction | None) -> None:
        """Move there without a word."""
        self.slider.blockSignals(True)
        self.slider.setValue(self._least - 1 if share is None else int(share * 100))
        self.slider.blockSignals(False)
        self._exact = share
        self._show()

    def set_least(self, least: int) -> None:
        """Another lowest share; the slider moves up where it must."""
        self._least = least
        self.slider.setMinimum(least - bool(self._special))

    def _say_anew(self) -> None:
        """Say it anew: the language is another."""
        self.keep_room()
        self._show()

    def _moved(self) -> None:
        self._exact = None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        share = self.share()
        text = QCoreApplication.translate("demands", self._special) if share is None else percent(share)
        self.said.setText(text)
        self.slider.setAccessibleDescription(text)


class Overrides(QWidget):
    """Soft rules that somebody takes on themselves, each with the reason."""

    changed = Signal()

    def __init__(self, by: str) -> None:
        super().__init__()
        on_language_change(self, lambda: self.show_given(tuple(self.given)))
        self._by = by
        self.given: list[Override] = []
        self.rule = QComboBox()
        self.rule.setAccessibleName(self.tr("Rule that need not hold"))
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(16)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why; it goes into the receipt with your name"))
        self.reason.setAccessibleName(self.tr("Reason for the override"))
        self.reason.setMaxLength(500)
        self.add = QPushButton(self.tr("Override"))
        self.add.setAutoDefault(False)
        self.add.setEnabled(False)
        self.add.clicked.connect(self._add)
        self.reason.textChanged.connect(self._enable)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        below = QHBoxLayout()
        below.addWidget(self.reason, 1)
        below.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addWidget(self.rule)
        column.addLayout(below)
        self.setFocusProxy(self.rule)
        self.show_given(())

    def show_given(self, given: tuple[Override, ...]) -> None:
        """Show these."""
        self.given = list(given)
        while self._list.count():
            old = self._list.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in self.given:
            self._list.addWidget(self._row(one))
        self.rule.clear()
        for name in SOFT:
            if name not in {one.rule for one in self.given}:
                self.rule.addItem(rule_name(name), name)
        self._enable()

    def _row(self, one: Override) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        text = PlainLabel(
            self.tr("{rule}: {reason} ({by})").format(rule=rule_name(one.rule), reason=one.reason, by=one.by)
        )
        text.setWordWrap(True)
        away = QToolButton()
        away.setIcon(icons.icon("close"))
        away.setAutoRaise(True)
        away.setAccessibleName(self.tr("Let the rule hold again: {rule}").format(rule=rule_name(one.rule)))
        away.clicked.connect(lambda: self._remove(one))
        row.addWidget(text, 1)
        row.addWidget(away)
        return holder

    def _enable(self) -> None:
        self.add.setEnabled(bool(self.reason.text().strip()) and self.rule.count() > 0)

    def _add(self) -> None:
        reason = "".join(c for c in self.reason.text().strip() if c.isprintable())
        self.reason.clear()
        self.show_given((*self.given, Override(self.rule.currentData(), reason, self._by)))
        self.changed.emit()

    def _remove(self, one: Override) -> None:
        self.show_given(tuple(other for other in self.given if other != one))
        self.changed.emit()


class Demands(QWidget):
    """A policy as controls: the usual ones in sight, the rest under "More rules"."""

    changed = Signal()

    def __init__(self, by: str) -> None:
        super().__init__()
        self._base = Policy()
        self.preset = QComboBox()
        self.preset.addItem(self.tr("Careful: 67 %"), "careful")
        self.preset.addItem(self.tr("Balanced: 50 %"), "balanced")
        self.preset.addItem(self.tr("Lean: 20 %"), "lean")
        self.preset.addItem(self.tr("Another share"), OWN)
        floor = int(self._base.hard_floor * 100)
        self.images = Percent(floor)
        as_images, none, off = SPECIAL
        self.objects = Percent(floor, as_images)
        self.classes = Percent(0, as_images)
        self.fresh = Percent(0)
        self.pseudo = Percent(25, none)
        self.catching = Percent(1, off)
        self.seen = Percent(1, off)
        self.tail = QCheckBox(self.tr("Rare classes lose nothing verified"))
        self.accumulate = QCheckBox(self.tr("Keep what the parent version had"))
        self.deepest = QSpinBox()
        self.deepest.setRange(0, 1000)
        self.overrides = Overrides(by)
        self.more = QCheckBox(self.tr("More rules"))
        self._lay_out()
        self.preset.currentIndexChanged.connect(self._take_preset)
        self.images.changed.connect(self._name_preset)
        slides = (self.images, self.objects, self.classes, self.fresh, self.pseudo, self.catching, self.seen)
        for one in (*slides, self.overrides):
            one.changed.connect(self.changed)
        for box in (self.tail, self.accumulate):
            box.toggled.connect(self.changed)
        self.deepest.valueChanged.connect(self.changed)
        self.more.toggled.connect(self._unfold)
        self.show_policy(self._base)
        self._unfold(False)

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setVerticalSpacing(7)
        self._row(self.tr("Real, verified share"), self.preset)
        self._row(self.tr("By images"), self.images)
        self._row(self.tr("By objects"), self.objects)
        self._row(self.tr("Proposals from confidence"), self.pseudo)
        self._form.addRow(self.more)
        self._folded: list[QWidget] = [
            self._row(self.tr("Within each class"), self.classes),
            self._row(self.tr("Fresh human work"), self.fresh),
            self._row(self.tr("Reviewers surely catch"), self.catching),
            self._row(self.tr("Decided in the window"), self.seen),
            self._row(self.tr("Deepest model"), self.deepest),
            self.tail,
            self.accumulate,
            self._row(self.tr("Overrides"), self.overrides),
        ]
        self._form.insertRow(self._form.rowCount() - 1, self.tail)
        self._form.insertRow(self._form.rowCount() - 1, self.accumulate)
        self.setFocusProxy(self.preset)

    def _row(self, text: str, field: QWidget) -> QWidget:
        label = PlainLabel(text)
        label.setBuddy(field)
        (field.focusProxy() or field).setAccessibleName(text)
        field.setAccessibleName(text)
        self._form.addRow(label, field)
        return field

    def _unfold(self, on: bool) -> None:
        for field in self._folded:
            self._form.setRowVisible(field, on)

    # --- the policy -------------------------------------------------------------------------------------------

    def policy(self) -> Policy:
        """What the controls say.

        Raises
        ------
        UserError
            When they say what no policy may.
        """
        return replace(
            self._base,
            min_real_share=self.images.share() or self._base.hard_floor,
            min_real_instances=self.objects.share(),
            class_floor=self.classes.share(),
            min_fresh_share=self.fresh.share() or Fraction(0),
            pseudo_conf=self.pseudo.share(),
            min_catch_rate=self.catching.share(),
            min_seen_share=self.seen.share() or Fraction(0),
            tail_floor=self.tail.isChecked(),
            accumulate=self.accumulate.isChecked(),
            max_depth=self.deepest.value(),
            overrides=tuple(self.overrides.given),
        )

    def show_policy(self, policy: Policy) -> None:
        """Show a policy; shares that are no whole percents stay exact until they are moved."""
        self._base = policy
        floor = -(-policy.hard_floor.numerator * 100 // policy.hard_floor.denominator)
        quiet: list[Callable[[], object]] = []
        for widget in (self.tail, self.accumulate, self.deepest):
            widget.blockSignals(True)
            quiet.append(partial(widget.blockSignals, False))
        for slide in (self.images, self.objects):
            slide.slider.blockSignals(True)
            slide.set_least(floor)
        self.images.set_share(policy.min_real_share)
        self.objects.set_share(policy.min_real_instances)
        self.classes.set_share(policy.class_floor)
        self.fresh.set_share(policy.min_fresh_share)
        self.pseudo.set_share(policy.pseudo_conf)
        self.catching.set_share(policy.min_catch_rate)
        self.seen.set_share(policy.min_seen_share or None)
        self.tail.setChecked(policy.tail_floor)
        self.accumulate.setChecked(policy.accumulate)
        self.deepest.setValue(policy.max_depth)
        self.overrides.show_given(policy.overrides)
        for speak in quiet:
            speak()
        self._name_preset()

    def problem(self) -> str:
        """Why the controls make no policy; empty when they do."""
        try:
            self.policy()
        except UserError as error:
            return str(error)
        return ""

    def _take_preset(self) -> None:
        share = PRESETS.get(self.preset.currentData())
        if share is not None and share != self.images.share():
            self.images.set_share(max(share, self._base.hard_floor))
            self.changed.emit()

    def _name_preset(self) -> None:
        share = self.images.share()
        name = next((name for name, value in PRESETS.items() if value == share), OWN)
        self.preset.blockSignals(True)
        self.preset.setCurrentIndex(self.preset.findData(name))
        self.preset.blockSignals(False)
