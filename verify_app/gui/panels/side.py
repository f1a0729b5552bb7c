"""The right panel: confidence slider, labels of the image, classes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QSplitter, QVBoxLayout, QWidget

from verify_app.app.review import image_view as looking
from verify_app.core.vocabulary import LabelState
from verify_app.gui import theme
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.panels.classes import ClassList
from verify_app.gui.panels.labels import LabelList
from verify_app.gui.plain import PlainLabel, tip
from verify_app.gui.review.class_list import ClassListCommands
from verify_app.gui.review.state import ReviewState


class Heading(PlainLabel):
    """The name of a part, and a word about it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setContentsMargins(8, 5, 8, 3)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.colour("quiet"))
        self.setPalette(palette)


class SidePanel(QWidget):
    """Everything about the objects of the image."""

    def __init__(self, state: ReviewState, class_list: ClassListCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_language_change(self, self._count)
        self._state = state
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(5)
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slider.setValue(round(state.threshold * 100))
        self.slider.setAccessibleName(self.tr("Show proposals from this confidence"))
        self.slider.valueChanged.connect(lambda value: state.set_threshold(value / 100))
        self.value = PlainLabel()
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance("≥ 0.00"))
        self.hidden = PlainLabel()
        palette = self.hidden.palette()
        palette.setColor(self.hidden.foregroundRole(), theme.colour("quiet"))
        self.hidden.setPalette(palette)
        self.hidden.setContentsMargins(8, 0, 8, 2)
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Show")))
        row.addWidget(self.value)
        row.addWidget(self.slider, 1)
        self.labels_heading = Heading("")
        self.labels = LabelList(state)
        self.labels.picked.connect(state.select)
        self.classes = ClassList(state, class_list)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(_stack(self.labels_heading, self.labels))
        parts.addWidget(_stack(Heading(self.tr("Classes")), self.classes))
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.hidden)
        layout.addWidget(parts, 1)
        state.threshold_changed.connect(self._show_threshold)
        state.items_changed.connect(self._count)
        self._show_threshold(state.threshold)
        self._count()

    def _show_threshold(self, value: float) -> None:
        self.value.setText(f"≥ {value:.2f}")
        if self.slider.value() != round(value * 100):
            self.slider.setValue(round(value * 100))

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """The keys are others now, or have other names."""
        self.labels.key_of = key_of
        self.labels.viewport().update()
        text = self.tr(
            "Proposals under this confidence are hidden, and dismissed on [complete]  ([less] shows more, [more] fewer)"
        )
        self.slider.setToolTip(tip(messages.with_keys(text, key_of)))

    def _count(self) -> None:
        state = self._state
        suggested = sum(item.state is LabelState.SUGGESTION for item in state.items)
        total, left = len(state.items) - suggested, len(state.undecided())
        if left:
            text = self.tr("Labels  {n} · {left} to decide").format(n=total, left=left)
        else:
            text = self.tr("Labels  {n}").format(n=total)
        self.labels_heading.setText(text)
        hidden = len(looking.hidden(state.review, state.threshold)) if state.review else 0
        hidden -= len(state.wanted & {item.id for item in state.items})
        text = self.tr("{n} less sure ones hidden") if hidden > 0 else self.tr("nothing hidden")
        text = self.tr("1 less sure one hidden") if hidden == 1 else text
        text = text.format(n=hidden)
        more = self.tr("{n} suggested by programs").format(n=suggested) if suggested else ""
        self.hidden.setToolTip(tip("\n".join((text, more))) if more else "")
        if more:  # both in full are wider than the panel
            text = self.tr("{n} hidden · {k} suggested").format(n=max(hidden, 0), k=suggested)
        self.hidden.setText(text)


def _stack(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.setStretch(len(widgets) - 1, 1)
    return holder
