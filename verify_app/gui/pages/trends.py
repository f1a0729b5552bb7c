"""What the monitor recorded, turned into trends: one for each figure, worst first, and the sentences on top."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from verify_app.core.messages import M
from verify_app.gui.pages.trend_chart import TrendPoint

CHARTED = ("version", "added", "model", "predictions", "review")
"""What comes one after another; sources and what is fresh are told in words."""
MOST_TOLD = 8
"""Sentences on top; the charts show the rest."""


class Trend(NamedTuple):
    """One figure over what is compared, in order.

    Parameters
    ----------
    behind : tuple of (kind, name)
        Which set each point is of: `app.monitoring.images_behind` knows its images.
    """

    name: str
    points: tuple[TrendPoint, ...]
    behind: tuple[tuple[str, str], ...]

    @property
    def rank(self) -> tuple[int, float, str]:
        """Alarms come first, then notices, then what is furthest from the middle of its band."""
        states = [one.state for one in self.points]
        level = 0 if "alarm" in states[-2:] else 1 if "notice" in states[-2:] else 2
        return level, -max((_far(one) for one in self.points), default=0.0), self.name


def _title(kind: str, what: str) -> str:
    """A figure's name with what it is of; of whole versions and of models on gold it says enough."""
    if kind == "added":
        return M("Added images: {what}", what=what)
    if kind == "predictions":
        return M("Predictions: {what}", what=what)
    return what


def _far(one: TrendPoint) -> float:
    """How far a value is from the middle of its band, in halves of the band."""
    if one.value is None or one.low is None or one.high is None or one.high <= one.low:
        return 0.0
    return abs(one.value - (one.low + one.high) / 2) / ((one.high - one.low) / 2)


def _state(metric: Mapping[str, Any]) -> str:
    return "alarm" if metric.get("alarm") else "notice" if metric.get("notice") else ""


def trends_of(found: Mapping[str, Any]) -> list[Trend]:
    """Every figure with its points, worst first."""
    points: dict[tuple[str, str], list[TrendPoint]] = {}
    behind: dict[tuple[str, str], list[tuple[str, str]]] = {}
    titles: dict[tuple[str, str], str] = {}
    for one in found.get("compared", ()):
        for metric in one["metrics"] if one["kind"] in CHARTED else ():
            if metric["value"] is None:
                continue
            key = one["kind"], metric["name"]
            titles[key] = _title(one["kind"], metric.get("title", metric["name"]))
            low, high = metric["band"] or (None, None)
            said = metric["sentence"] or ""
            point = TrendPoint(str(one["name"]), float(metric["value"]), low, high, _state(metric), said)
            points.setdefault(key, []).append(point)
            behind.setdefault(key, []).append((one["kind"], one["name"]))
    made = (Trend(titles[key], tuple(points[key]), tuple(behind[key])) for key in points)
    return sorted(made, key=lambda one: one.rank)


def told(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    """State and sentence of what moved, alarms first."""
    if "headline" in found:
        return [("alarm" if one in found["alarms"] else "notice", one) for one in found["headline"]][:MOST_TOLD]
    rows = [
        (_state(metric), metric["sentence"])
        for one in found.get("compared", ())
        for metric in one["metrics"]
        if _state(metric) and metric["sentence"]
    ]
    unique = list(dict.fromkeys(rows))
    return sorted(unique, key=lambda row: row[0] != "alarm")[:MOST_TOLD]
