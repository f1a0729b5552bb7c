"""How one version differs from another, drawn: shares, classes, and each image that came, went or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from verify_app.core.percentages import Of, percent
from verify_app.gui.dialogs.bar_charts import Bars, ChartBar, Look, split_name
from verify_app.gui.dialogs.form import quiet
from verify_app.gui.i18n.language_change import on_language_change
from verify_app.gui.i18n.marks import QT_TRANSLATE_NOOP
from verify_app.gui.plain import PlainLabel

LISTED = 500
SHOWN = 6

_KINDS = {
    "same": QT_TRANSLATE_NOOP("compared", "in both"),
    "more": QT_TRANSLATE_NOOP("compared", "more"),
    "fewer": QT_TRANSLATE_NOOP("compared", "fewer"),
    "real": QT_TRANSLATE_NOOP("compared", "real and verified"),
    "others": QT_TRANSLATE_NOOP("compared", "others"),
}
_CLASS_LOOKS: dict[str, Look] = {
    "same": ("accent", Qt.BrushStyle.SolidPattern, 0.7),
    "more": ("good", Qt.BrushStyle.BDiagPattern, 1.0),
    "fewer": ("bad", Qt.BrushStyle.DiagCrossPattern, 1.0),
}
_SHARE_LOOKS: dict[str, Look] = {
    "real": ("good", Qt.BrushStyle.SolidPattern, 1.0),
    "others": ("accent", Qt.BrushStyle.BDiagPattern, 1.0),
}


class Compared(QWidget):
    """Shows what `version compare` says."""

    def __init__(self) -> None:
        super().__init__()
        on_language_change(self, lambda: self.show_comparison(self._found))
        self._found: Mapping[str, Any] | None = None
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        self.shares = Bars(self.tr("Training images, real and others"), _SHARE_LOOKS)
        self.classes = Bars(self.tr("Objects in train by class"), _CLASS_LOOKS)
        self.alike = quiet("")
        self.images = QListWidget()
        self.images.setAccessibleName(self.tr("Images that came, went or changed"))
        self.images.setFixedHeight((self.images.fontMetrics().height() + 5) * SHOWN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.summary, self.shares, self.classes, self.alike, self.images):
            column.addWidget(part)
        self.setFocusProxy(self.images)
        self.hide()

    def show_comparison(self, found: Mapping[str, Any] | None) -> None:
        """Draw a comparison; None for none."""
        self._found = found
        self.setVisible(found is not None)
        if found is None:
            return
        images, labels = found["images"], found["labels"]
        text = self.tr(
            "From {before} to {after}: images +{added} −{removed}, {changed} changed, {moved} moved; "
            "labels +{more} −{fewer}, {regraded} images with other evidence."
        )
        counts = {name: f"{len(images[name]):,}" for name in ("added", "removed", "changed", "moved")}
        own = {"more": labels["added"], "fewer": labels["removed"], "regraded": labels["regraded"]}
        self.summary.setText(text.format(before=found["before"], after=found["after"], **counts, **own))
        said = {kind: QCoreApplication.translate("compared", word) for kind, word in _KINDS.items()}
        self.shares.show_rows(list(_shares(found)), said, totals=False)
        self._show_classes(found["classes"], said)
        self.images.clear()
        self.images.addItems([line for line, _ in zip(self._lines(images), range(LISTED), strict=False)])
        self.images.setVisible(self.images.count() > 0)

    def _show_classes(self, classes: Mapping[str, Mapping[str, int]], said: Mapping[str, str]) -> None:
        most = max((max(c["before"], c["after"]) for c in classes.values()), default=0)
        differ = {name: c for name, c in classes.items() if c["before"] != c["after"]}
        rows = []
        for name, c in sorted(differ.items(), key=lambda pair: pair[1]["after"] - pair[1]["before"]):
            one, two = c["before"], c["after"]
            parts = (("same", min(one, two)), ("more", max(0, two - one)), ("fewer", max(0, one - two)))
            rows.append(ChartBar(name, parts, most, f"{one:,} → {two:,}"))
        self.classes.setVisible(bool(rows))
        self.classes.show_rows(rows, said, totals=False)
        alike = len(classes) - len(differ)
        self.alike.setText(self.tr("Classes with as many objects as before: {n}").format(n=alike))
        self.alike.setVisible(alike > 0)

    def _lines(self, images: Mapping[str, Any]) -> Iterator[str]:
        for name in images["removed"]:
            yield f"−  {name}"
        for name in images["added"]:
            yield f"+  {name}"
        for one in images["changed"]:
            verified = ""
            if one["verified_before"] != one["verified_after"]:
                verified = self.tr(", verified now") if one["verified_after"] else self.tr(", not verified any more")
            yield f"≠  {one['image']}  (+{one['added']} −{one['removed']}{verified})"
        for one in images["moved"]:
            yield f"→  {one['image']}  ({split_name(one['from'])} → {split_name(one['to'])})"


def _shares(found: Mapping[str, Any]) -> Iterator[ChartBar]:
    """The share of both versions; both bars to one scale."""
    parts = {side: tuple(map(int, found["real_share"][side].split("/"))) for side in ("before", "after")}
    most = max(whole for _, whole in parts.values())
    for side, (part, whole) in parts.items():
        share = percent(Of(part, whole)) if whole else "–"
        yield ChartBar(
            found[side], (("real", part), ("others", whole - part)), most, f"{share}  ({part:,} / {whole:,})"
        )
