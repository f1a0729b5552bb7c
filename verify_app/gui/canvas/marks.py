"""How one object looks: outline by state, tag with icon, class and confidence. Drawn in screen pixels.

State is told by shape, not by colour alone: a proposal is dashed, a verified label solid with a ticked tag, an
imported one dotted, one to fix later carries a clock, a stale one a warning sign, a flagged one a flag.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.gui import icons, theme

DARK = QColor(14, 17, 21, 205)
HALO = QColor(0, 0, 0, 150)
TAG = 17.0
"""Height of a tag in screen pixels."""
TAG_FROM = 22.0
"""Boxes narrower than this have no tag when many are on the screen."""
NAME_WIDTH = 150.0
TAG_MOST = NAME_WIDTH + 90.0
"""No tag is wider: name, confidence and two icons."""

_DASHES = {
    LabelState.PROPOSAL: [4.0, 3.0],
    LabelState.FIX_LATER: [7.0, 2.5, 1.5, 2.5],
    LabelState.IMPORTED: [1.2, 2.2],
}
_ICONS = {
    LabelState.VERIFIED: "accept",
    LabelState.FIX_LATER: "later",
    LabelState.IMPORTED: "imported",
    LabelState.STALE: "stale",
}


@dataclass(frozen=True, slots=True)
class Look:
    """All that is needed to draw one item, worked out once.

    `known_as` is what it was worked out from: item, class name, whether names are shown, whether it is pointed out.
    """

    item: Item
    known_as: tuple[Item, str, bool, bool]
    colour: QColor
    text: str
    text_width: float
    wanted: bool = False

    @property
    def icon(self) -> str:
        return _ICONS.get(self.item.state, "")

    @property
    def tag_width(self) -> float:
        return 10.0 + self.text_width + (14.0 if self.icon else 0.0) + (14.0 if self.item.flag else 0.0)


def look_of(item: Item, name: str, metrics: QFontMetricsF, *, names: bool = True, wanted: bool = False) -> Look:
    """Work out an item's look.

    Parameters
    ----------
    names : bool
        Off: tags carry the confidence only.
    wanted : bool
        It is pointed out to the person: something that may have been missed.
    """
    conf = f"{item.conf:.2f}" if item.conf is not None and item.state is not LabelState.VERIFIED else ""
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH) if names else ""
    text = "  ".join(part for part in (shown, conf) if part)
    width = metrics.horizontalAdvance(text)
    return Look(item, (item, name, names, wanted), theme.class_colour(item.class_id), text, width, wanted)


def tag_font(base: QFont) -> QFont:
    """The font of tags: the application's, at a fixed size on the screen."""
    font = QFont(base)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Medium)
    return font


def outline_pen(look: Look, *, width: float = 2.0) -> QPen:
    """The pen of an item's outline."""
    pen = QPen(look.colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    dashes = _DASHES.get(look.item.state)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def tag_rect(look: Look, box: QRectF, view: QRectF) -> QRectF:
    """Where the tag goes: on top of the box, inside it when there is no room, always in view while the box is."""
    y = box.top() - TAG
    if y < view.top():
        y = min(max(box.top(), view.top()), max(view.top(), box.bottom() - TAG))
    x = min(max(box.left() - 1, view.left()), max(box.left() - 1, view.right() - look.tag_width))
    return QRectF(round(x), round(y), look.tag_width, TAG)


def paint_tag(painter: QPainter, look: Look, rect: QRectF) -> None:
    """Draw a tag: filled with the class colour once a person stands behind the label, dark before."""
    settled = look.item.state is LabelState.VERIFIED
    ground = look.colour if settled else DARK
    ink = theme.ink_on(look.colour) if settled else QColor("#FFFFFF")
    painter.fillRect(rect, ground)
    if not settled:
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), look.colour)
    x = rect.left() + 6
    if look.icon:
        warn = QColor("#FFC24D") if look.item.state in (LabelState.FIX_LATER, LabelState.STALE) else ink
        icons.paint(painter, look.icon, QRectF(x - 1, rect.top() + 2.5, 12, 12), warn)
        x += 14
    painter.setPen(ink)
    where = QRectF(x, rect.top(), look.text_width + 4, rect.height())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), look.text)
    if look.item.flag:
        icons.paint(painter, "flag", QRectF(rect.right() - 15, rect.top() + 2.5, 12, 12), QColor("#FFC24D"))


def paint_wanted(painter: QPainter, box: QRectF) -> None:
    """A bright double frame round something that may have been missed."""
    painter.setPen(QPen(QColor(0, 0, 0, 190), 6))
    painter.drawRect(box.adjusted(-5, -5, 5, 5))
    painter.setPen(QPen(QColor("#FFFFFF"), 2.5))
    painter.drawRect(box.adjusted(-5, -5, 5, 5))
