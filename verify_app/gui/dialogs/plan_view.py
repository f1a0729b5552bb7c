"""What an export would make: one bar, the picture, the rules, and what to verify instead of leaving out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QPushButton, QTabWidget, QVBoxLayout, QWidget

from verify_app.core.messages import M
from verify_app.gui.dialogs.bar_charts import VersionChart, split_name
from verify_app.gui.dialogs.composition_chart import CompositionBar, Rules, reason_name
from verify_app.gui.dialogs.form import quiet
from verify_app.gui.dialogs.layout import scrolled
from verify_app.gui.i18n import messages
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.shell.host import Host
from verify_app.storage.queries.image_list import image_by_name

LONG = 120
"""Letters of advice that are said below the plan as well."""
VERIFY = 2
"""The tab of what to verify."""


def _column(*parts: QWidget) -> QWidget:
    """Parts below each other; the room that is left stays below, or goes to a list."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 8, 8, 0)
    for part in parts:
        button = isinstance(part, QPushButton)
        side = Qt.AlignmentFlag.AlignLeft if button else Qt.AlignmentFlag(0)
        column.addWidget(part, isinstance(part, QListWidget), side)
    if not any(isinstance(part, QListWidget) for part in parts):
        column.addStretch(1)
    return holder


class Planned(QWidget):
    """Shows a plan as `export --dry-run` says it, or as the composer does before the files were looked at."""

    costs_wanted = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        on_language_change(self, self._say_anew)
        self._host = host
        self.bar, self.picture, self.rules = CompositionBar(), VersionChart(), Rules()
        self.counts = quiet("")
        self.notes = quiet("")
        self.verify = quiet("")
        self.images = QListWidget()
        self.images.setAccessibleName(self.tr("Images to verify, best first"))
        self.images.setToolTip(self.tr("Enter or a double click shows the image."))
        self.images.itemActivated.connect(self._open)
        self.agree = QCheckBox(self.tr("Leave out more than half of the candidates all the same"))
        self.costs = QPushButton(self.tr("What each rule costs"))
        self.costs.setAutoDefault(False)
        self.costs.clicked.connect(self.costs_wanted)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(scrolled(self.picture, self.tr("Picture")), self.tr("Picture"))
        self.tabs.addTab(scrolled(_column(self.rules, self.costs, self.notes), self.tr("Rules")), self.tr("Rules"))
        self.tabs.addTab(_column(self.verify, self.images), self.tr("What to verify"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.nothing = quiet(self.tr("What the version would hold is shown here as soon as it can be written."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.bar, self.counts, self.agree, self.nothing):
            column.addWidget(part)
            part.hide()
        column.addWidget(self.tabs, 1)
        column.setStretchFactor(self.nothing, 1)
        self.show_plan(None)

    def _say_anew(self) -> None:
        """Name the tabs anew: the language is another."""
        for place, text in enumerate((self.tr("Picture"), self.tr("Rules"), self.tr("What to verify"))):
            self.tabs.setTabText(place, text)

    @property
    def agreed(self) -> bool:
        """Leaving out more than half was asked about and is meant."""
        return not self.agree.isHidden() and self.agree.isChecked()

    @property
    def disagreed(self) -> bool:
        """It was asked about and is not meant."""
        return not self.agree.isHidden() and not self.agree.isChecked()

    def grey(self) -> None:
        """What is shown is of the former question."""
        for part in self._parts():
            part.setEnabled(False)

    def _parts(self) -> tuple[QWidget, ...]:
        """What fades while it is not known any more."""
        known = (self.bar, self.counts, self.picture, self.rules, self.notes)
        return (*known, self.costs, self.verify, self.images)

    def show_outline(self, outline: dict[str, Any]) -> None:
        """The figures of the composer; what to verify instead, and costs, fade until the full answer."""
        self._show_made(outline)
        self._show_rules(outline)
        for part in self._parts():
            part.setEnabled(part not in (self.costs, self.verify, self.images))

    def waiting(self, *, costs: bool) -> None:
        """A full answer is under way."""
        self.costs.setEnabled(False)
        if costs:
            self.costs.setText(self.tr("Working out what each rule costs…"))

    def show_plan(self, plan: dict[str, Any] | None) -> None:
        """A plan in full; None where there is none."""
        self._show_made(plan)
        self._show_rules(plan)
        for part in self._parts():
            part.setEnabled(True)
        self.costs.setText(self.tr("What each rule costs"))
        left = plan["left_out"]["by_reason"].get("share", 0) if plan else 0
        self.costs.setVisible(bool(left) and plan is not None and "costs" not in plan)
        self._show_advice(plan)
        self.agree.setVisible(bool(plan and plan["needs_yes"]))

    def _show_made(self, plan: dict[str, Any] | None) -> None:
        self.tabs.setVisible(plan is not None)
        self.nothing.setVisible(plan is None and self.isVisible())  # not while the first answer is worked out
        self.bar.setVisible(plan is not None)
        self.bar.show_plan(plan)
        self.picture.show_plan(plan)
        counts = plan["images"] if plan else {}
        parts = [f"{split_name(split)} {count:,}" for split, count in counts.items() if count]
        others = {k: v for k, v in plan["left_out"]["by_reason"].items() if k != "share"} if plan else {}
        parts += [self.tr("left out as {reason}: {n}").format(reason=reason_name(k), n=v) for k, v in others.items()]
        self.counts.setText("   ".join(parts))
        self.counts.setVisible(bool(parts))

    def _show_rules(self, plan: dict[str, Any] | None) -> None:
        self.rules.setVisible(plan is not None)
        overridden = [one["rule"] for one in plan["overrides"]] if plan else []
        self.rules.show_rules(plan["rules"] if plan else [], overridden, plan.get("costs") if plan else None)
        self.notes.setText("\n".join(map(messages.said, plan["notes"][:20])) if plan else "")
        self.notes.setVisible(bool(self.notes.text()))

    def _show_advice(self, plan: dict[str, Any] | None) -> None:
        """What to verify instead, and which images."""
        advice = (plan.get("verify") or {}) if plan else {}
        said = messages.said(str(advice.get("sentence", "")))
        self.verify.setText(said[:1].upper() + said[1:])
        self.images.clear()
        for name in advice.get("images", ()):
            self.images.addItem(QListWidgetItem(name))
        self.images.setVisible(self.images.count() > 0)
        self.tabs.setTabVisible(VERIFY, bool(advice))

    def sentence(self, text: str, plan: dict[str, Any] | None) -> str:
        """What is said of a plan below it; a long list of what to verify stands in its tab only."""
        advice = str(((plan or {}).get("verify") or {}).get("sentence", ""))
        if len(advice) <= LONG or not isinstance(text, M):
            return messages.said(text)
        listed = self.tr("What to verify instead is listed above.")
        if "advice" in text.arguments:
            return messages.said(M(text.template, **{**text.arguments, "advice": M("verify more real images")}))
        first = text.arguments.get("part_0", "") if "part_1" in text.arguments else ""
        return f"{messages.said(first)} {listed}" if first else messages.said(text)

    def _open(self, item: QListWidgetItem) -> None:
        """Show the image behind the form."""
        session = self._host.session
        if session is None:
            return
        image_id = image_by_name(session.project.read, item.text())
        if image_id is not None:
            self._host.review_page.state.show_image(image_id)
