"""Colours: light and dark as the system says, a colour for each class.

No style sheets: they cost start-up time and every repaint. The numbers are in ``resources/styles/colours.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

from verify_app.core.resources import resource

FADED = 0.4
"""Opacity of what is drawn while it is not known any more."""

COLOURS = (30, 10)
"""How many colours classes may have; the first is usual."""
SEEN = 3.0
"""What has less contrast to its ground is hard to see (WCAG 2.2, 1.4.11)."""

_CHOSEN, _SCHEME, _COLOURS = "verify-app theme", "verify-app scheme", "verify-app class colours"
_OWN = "verify-app own colours"
_R = QPalette.ColorRole
_ROLES = {
    _R.Window: "window",
    _R.WindowText: "text",
    _R.Base: "base",
    _R.AlternateBase: "alternate",
    _R.Text: "text",
    _R.PlaceholderText: "quiet",
    _R.Button: "button",
    _R.ButtonText: "text",
    _R.BrightText: "on_accent",
    _R.Highlight: "accent",
    _R.HighlightedText: "on_accent",
    _R.Link: "accent",
    _R.ToolTipBase: "tooltip",
    _R.ToolTipText: "on_tooltip",
    _R.Mid: "line",
}


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(resource("styles", "colours.json").read_text(encoding="utf-8"))
    return table


def chosen(app: QCoreApplication | None) -> str:
    """``light`` or ``dark`` as the person chose, else ``system``."""
    return str((app.property(_CHOSEN) if app is not None else None) or "system")


def is_dark() -> bool:
    """Whether colours are dark: the person's choice, else the system's."""
    own = chosen(QCoreApplication.instance())
    return own == "dark" if own != "system" else QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colour(role: str) -> QColor:
    """A colour of the present scheme: ``window``, ``text``, ``quiet``, ``accent``, ``good``, ``warn``, ``bad`` ..."""
    return _colour("dark" if is_dark() else "light", role)


@cache
def _colour(scheme: str, role: str) -> QColor:
    return QColor(_table()[scheme][role])


def class_colour(class_id: int) -> QColor:
    """The class's colour; its id is for life, so its colour is too.

    The first ten of thirty are told apart by the colour-blind too: six of Okabe and Ito's (2008), and four more so
    chosen that any two of the ten are at least 10 apart (CIEDE2000) to each kind of sight. What the person has chosen
    goes before it.
    """
    if (own := own_colours()) and (chosen_for := own.get(str(class_id))):
        return QColor(chosen_for)
    return _class_colour(class_id % class_colours())


@cache
def _class_colour(place: int) -> QColor:
    return QColor(list(_table()["classes"])[place])


def class_colours() -> int:
    """How many colours are used before they come again, with a mark; as the person chose."""
    app = QCoreApplication.instance()
    return int((app.property(_COLOURS) if app is not None else None) or COLOURS[0])


def choose_class_colours(app: QCoreApplication, count: int) -> None:
    """Use so many colours for classes."""
    app.setProperty(_COLOURS, count)


def own_colours() -> dict[str, str]:
    """Colours that the person has chosen, by the class's id."""
    app = QCoreApplication.instance()
    return (app.property(_OWN) if app is not None else None) or {}


def choose_own_colours(app: QCoreApplication, colours: Mapping[int, str]) -> bool:
    """Give classes colours of the person's own; False when they had them already."""
    wanted = {str(key): name for key, name in colours.items() if QColor.isValidColorName(name)}
    changes = wanted != own_colours()
    if changes:
        app.setProperty(_OWN, wanted)
    return changes


def palette_colours() -> list[QColor]:
    """Every colour that classes have by themselves, those first that all eyes tell apart."""
    return [_class_colour(place) for place in range(COLOURS[0])]


def class_round(class_id: int) -> int:
    """How many classes before it have its colour: it carries so many marks."""
    return 0 if str(class_id) in own_colours() else class_id // class_colours()


def paint_swatch(painter: QPainter, rect: QRectF, class_id: int) -> None:
    """A square in the class's colour, edged where that is close to the ground, crossed once a round."""
    fill = class_colour(class_id)
    painter.save()
    paint_square(painter, rect, fill)
    painter.setPen(QPen(ink_on(fill), 1.5))
    for number in range(min(class_round(class_id), 3)):
        at = rect.left() + (number + 1) * rect.width() / (min(class_round(class_id), 3) + 1)
        painter.drawLine(QPointF(at, rect.top() + 1), QPointF(at, rect.bottom() - 1))
    painter.restore()


def paint_square(painter: QPainter, rect: QRectF, fill: QColor) -> None:
    """A square of a colour, edged where that is close to the ground."""
    painter.setPen(QPen(colour("quiet"), 1) if contrast(fill, colour("base")) < SEEN else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRect(rect)


def contrast(one: QColor, other: QColor) -> float:
    """Between two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(of: QColor) -> float:
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (of.redF(), of.greenF(), of.blueF())]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ink_on(background: QColor) -> QColor:
    """Black or white, whichever reads better on `background` (relative luminance, WCAG 2)."""
    light = 0.2126 * background.redF() + 0.7152 * background.greenF() + 0.0722 * background.blueF()
    return QColor("#101418") if light > 0.42 else QColor("#FFFFFF")


def apply(app: QApplication) -> None:
    """Give the application, and widgets with a colour of their own, the palette of the present scheme."""
    before, now = app.property(_SCHEME), "dark" if is_dark() else "light"
    app.setProperty(_SCHEME, now)
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, colour(name))
    faded = QColor(colour("quiet"))
    faded.setAlphaF(0.55)
    for role in (_R.WindowText, _R.Text, _R.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    app.setPalette(palette)
    edged = _edged(palette)
    for kind in ("QCheckBox", "QTreeView"):
        app.setPalette(edged, kind)  # type: ignore[arg-type]  # PySide6's stub wants bytes, its code a str
    if before not in (None, now):
        _recolour(app, str(before), now)


def _edged(palette: QPalette) -> QPalette:
    """With a window colour from which Fusion derives outlines that are seen: dark on dark else."""
    edged = QPalette(palette)
    edged.setColor(_R.Window, colour("edge"))
    return edged


def edge(menu: QWidget) -> None:
    """Give a menu an outline; not all menus at once, for the lists of combo boxes take a menu's ground."""
    menu.setPalette(_edged(QApplication.palette()))


def _recolour(app: QApplication, before: str, now: str) -> None:
    """Text in a colour of its own (quiet, good, warn, bad) gets the same role's colour of the other scheme."""
    roles = {QColor(value).rgb(): role for role, value in _table()[before].items()}
    for widget in app.allWidgets():
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
            palette = widget.palette()
            role = roles.get(palette.color(widget.foregroundRole()).rgb())
            if role is not None:
                palette.setColor(widget.foregroundRole(), _colour(now, role))
                widget.setPalette(palette)
        widget.update()


def choose(app: QApplication, wanted: str) -> None:
    """Take ``light`` or ``dark`` whatever the system says, or follow it with ``system``."""
    app.setProperty(_CHOSEN, wanted)
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(wanted, Qt.ColorScheme.Unknown)
    app.styleHints().setColorScheme(scheme)  # frames and native parts, where the system takes the hint
    apply(app)


def follow_system(app: QApplication) -> None:
    """Apply the palette now and whenever the system switches between light and dark."""
    apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply(app))
