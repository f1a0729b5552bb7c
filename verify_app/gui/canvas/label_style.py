"""How one object looks: outline by state, tag with icon, class and confidence. Drawn in screen pixels.

State is told by shape, not by colour alone: a proposal is dashed, a verified label solid with a ticked tag, an
imported one dotted, one to fix later carries a clock, a stale one a warning sign, a flagged one a flag. What a program
suggests is sparsely dotted, carries its icon and names the program; what it says of another object stands on that one's
tag.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from verify_app.core.records import Item
from verify_app.core.vocabulary import Grade, LabelState
from verify_app.gui import icons, theme
from verify_app.gui.canvas import late
from verify_app.gui.canvas.captions import HEIGHT
from verify_app.gui.canvas.editing.move import reach
from verify_app.gui.i18n import words

if TYPE_CHECKING:
    from verify_app.app.review.crops import Crop

DARK = QColor(14, 17, 21, 205)
HALO = QColor(0, 0, 0, 150)
NAME_WIDTH = 210.0
"""Of a class's name, in screen pixels: some 28 letters; of a longer one the middle is left out."""
BESIDE_SAID, PROGRAM_WIDTH = 90.0, 60.0
"""Of a class's name where a program is named beside it, and of the program's."""
SHORT_WIDTH, LEAST_WIDTH = 72.0, 34.0
"""Of a class's name where there is no room for more, and where there is none for that either."""
_STAMPS = 600
"""So many pictures of captions are kept."""
TAG_MOST = NAME_WIDTH + 160.0
"""No tag is wider: name, confidence, what is folded and two icons."""

_DASHES = {
    LabelState.PROPOSAL: [4.0, 3.0],
    LabelState.FIX_LATER: [7.0, 2.5, 1.5, 2.5],
    LabelState.IMPORTED: [1.5, 1.9],
    LabelState.STALE: [9.0, 4.0],
    LabelState.SUGGESTION: [1.0, 3.5],
}
_ICONS = {
    LabelState.VERIFIED: "accept",
    LabelState.FIX_LATER: "later",
    LabelState.IMPORTED: "imported",
    LabelState.STALE: "stale",
    LabelState.SUGGESTION: "suggestion",
}
_WARNING = QColor("#FFC24D")

Bounds = tuple[float, float, float, float]
LookKey = tuple[str, bool, bool, bool, bool]


class Wording(NamedTuple):
    """What a caption says: more or less of it, as there is room.

    Parameters
    ----------
    text_width, width : float
        Of the text, and of the whole caption in whole screen pixels.
    icons : bool
        Whether state and flag are shown.
    """

    text: str
    text_width: float
    width: float
    icons: bool


class Lettering:
    """Widths of the texts on tags, each measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = tag_font(font)
        self._metrics = QFontMetricsF(self.font)
        self._shown: dict[tuple[str, float], str] = {}
        self._widths: dict[str, float] = {}
        self._forms: dict[tuple[str, str, float], tuple[Wording, ...]] = {}
        self._stamps: dict[tuple[object, ...], QPixmap] = {}

    def shortened(self, name: str, most: float = NAME_WIDTH) -> str:
        """The name as it fits on a tag; of the shortest the beginning is left, two ends would say less."""
        shown = self._shown.get((name, most))
        if shown is None:
            mode = Qt.TextElideMode.ElideRight if most == LEAST_WIDTH else Qt.TextElideMode.ElideMiddle
            shown = self._shown[name, most] = self._metrics.elidedText(name, mode, most)
        return shown

    def width(self, text: str) -> float:
        """Of a text on a tag, in screen pixels."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def forms(self, text: str, name: str, around: float) -> tuple[Wording, ...]:
        """The texts of a caption of a class with this name, each shorter than the one before.

        `around` is how much wider than its text a caption with the icons of state and flag is.
        """
        found = self._forms.get((text, name, around))
        if found is None:
            texts = [(text, around)]
            if name:
                texts += [(self.shortened(name, SHORT_WIDTH), around), (self.shortened(name, LEAST_WIDTH), 10.0)]
            forms: list[Wording] = []
            for shown, beside in texts:
                width = self.width(shown)
                form = Wording(shown, width, float(math.ceil(width + beside)), icons=beside == around)
                if not forms or form.width < forms[-1].width:
                    forms.append(form)
            found = self._forms[text, name, around] = tuple(forms)
        return found

    def stamp(self, key: tuple[object, ...], width: float, ratio: float) -> tuple[QPixmap, bool]:
        """The picture of a caption, and whether it is new and still to be drawn."""
        known = self._stamps.get(key)
        if known is not None:
            return known, False
        if len(self._stamps) >= _STAMPS:
            self._stamps.clear()
        made = QPixmap(math.ceil(width * ratio), math.ceil(HEIGHT * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        self._stamps[key] = made
        return made, True


class Look:
    """All that is needed to draw one item, worked out once.

    Parameters
    ----------
    known_as : tuple
        What it was worked out from besides the item: class name, names and confidence shown or not, pointed out,
        one of several selected.
    bounds : tuple of float
        Left, top, right, bottom of all that is drawn of the region, in image pixels.

    `extent` is the area of the bounds: what is drawn over what.
    """

    __slots__ = ("_forms", "_lettering", "_path", "bounds", "colour", "extent", "item", "known_as", "text")

    def __init__(self, item: Item, known_as: LookKey, colour: QColor, text: str, lettering: Lettering, bounds: Bounds):
        # no dataclass: making one costs the start more than all looks of the first image
        self.item = item
        self.known_as = known_as
        self.colour = colour
        self.text = text
        self._lettering = lettering
        self._forms: tuple[Wording, ...] = ()
        self.bounds = bounds
        self.extent = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
        self._path: QPainterPath | None = None

    @property
    def wanted(self) -> bool:
        """It is pointed out: something that may have been missed."""
        return self.known_as[3]

    @property
    def picked(self) -> bool:
        """One of several that are selected."""
        return self.known_as[4]

    @property
    def below(self) -> bool:
        """Whether its caption stands under it first: a model has often found the same object, and says so on top."""
        return self.item.state in (LabelState.IMPORTED, LabelState.SUGGESTION)

    @property
    def icon(self) -> str:
        return _ICONS.get(self.item.state, "")

    @property
    def tagged(self) -> bool:
        """Whether there is anything to be said on a tag."""
        return bool(self.text or self.icon or self.item.flag)

    @property
    def forms(self) -> tuple[Wording, ...]:
        """What its caption may say, the longest first."""
        if not self._forms:
            around = 10.0 + (14.0 if self.icon else 0.0) + (14.0 if self.item.flag else 0.0)
            self._forms = self._lettering.forms(self.text, self.known_as[0] if self.known_as[1] else "", around)
        return self._forms

    def stamp(self, form: int, ratio: float) -> QPixmap:
        """A short caption as a picture, drawn once for all that say the same: letters take longer than a copy."""
        said, item = self.forms[form], self.item
        key = said, self.icon, item.state, bool(item.flag), self.colour.rgb(), ratio
        made, new = self._lettering.stamp(key, said.width, ratio)
        if new:
            painter = QPainter(made)
            painter.setFont(self._lettering.font)
            _draw_tag(painter, self, said)
            painter.end()
        return made

    @property
    def path(self) -> QPainterPath:
        """The outline in image pixels."""
        if self._path is None:
            self._path = late.region_path.path_of(self.item.region)
        return self._path


def look_of(item: Item, lettering: Lettering, known_as: LookKey) -> Look:
    """Work out an item's look.

    Parameters
    ----------
    known_as : tuple
        See `Look`.
    """
    name, names, confidence, *_ = known_as
    said = confidence and item.conf is not None and item.state is not LabelState.VERIFIED
    programs = _programs(item, lettering)
    parts = [lettering.shortened(name, BESIDE_SAID if programs else NAME_WIDTH)] if names else []
    parts += [f"{item.conf:.2f}"] if said else []
    parts += [folded_words(item, confidence=confidence)] if item.folded else []
    parts += [words.grade(Grade.ATTESTED)] if words.only_attested(item) else []
    text = "  ".join((*parts, programs) if programs else parts)
    bounds = drawn_bounds(item)
    return Look(item, known_as, theme.class_colour(item.class_id), text, lettering, bounds)


def folded_words(item: Item | Crop, *, confidence: bool = True) -> str:
    """How many lie on each other; of a label that came in, how sure the model is that it is right."""
    n = len(item.folded)
    if item.state is not LabelState.IMPORTED:
        return f"{n + 1}×"
    said = f"{item.folded[0].conf or 0.0:.2f}" if confidence else ""
    said = " ".join(part for part in (said, f"{n}×" if n > 1 or not said else "") if part)
    return QCoreApplication.translate("marks", "import + {said}").format(said=said)


def _programs(item: Item, lettering: Lettering) -> str:
    """Which program would draw it, or what one says of it and how many others say something; empty for most."""
    if item.state is LabelState.SUGGESTION:
        return lettering.shortened(item.by or "", 2 * PROGRAM_WIDTH)
    if not item.said:
        return ""
    name, op = words.dissent_first(item.said)[0]
    text = words.suggested(((lettering.shortened(name, PROGRAM_WIDTH), op),))
    return text if len(item.said) == 1 else f"{text} +{len(item.said) - 1}"


def drawn_bounds(item: Item) -> Bounds:
    """The upright box round everything of a region that is drawn."""
    box = reach(item.region)
    return box.x1, box.y1, box.x2, box.y2


def tag_font(base: QFont) -> QFont:
    """The font of tags: the application's, at a fixed size on the screen."""
    font = QFont(base)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Medium)
    return font


def outline_pen(look: Look, *, width: float = 2.0) -> QPen:
    """The pen of an item's outline: dashes are as long on the screen whatever the width."""
    pen = QPen(look.colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    dashes = _DASHES.get(look.item.state)
    if dashes:
        pen.setDashPattern([length * 2.0 / width for length in dashes] if width > 2.0 else dashes)
    return pen


def pens(look: Look, *, width: float = 2.0) -> list[QPen]:
    """The pens of an item's outline, one drawn over the other: where another class has its colour, marks come over it.

    There are as many marks in a row as classes before it have the colour.
    """
    found, number = [outline_pen(look, width=width)], min(theme.class_round(look.item.class_id), 3)
    if number:
        found.append(QPen(theme.ink_on(look.colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        found[1].setDashPattern([*([1.5] * (2 * number - 1)), 9.0])
    return found


def paint_tag(painter: QPainter, look: Look, rect: QRectF, form: int = 0) -> None:
    """Draw a tag: filled with the class colour once a person stands behind the label, dark before."""
    if form == 0:  # with a confidence in it hardly two are the same
        painter.translate(rect.topLeft())
        _draw_tag(painter, look, look.forms[0])
        painter.translate(-rect.topLeft())
    else:
        painter.drawPixmap(rect.topLeft(), look.stamp(form, painter.device().devicePixelRatio()))


def _draw_tag(painter: QPainter, look: Look, said: Wording) -> None:
    settled = look.item.state is LabelState.VERIFIED
    rect = QRectF(0.0, 0.0, said.width, HEIGHT)
    ink = theme.ink_on(look.colour) if settled else QColor("#FFFFFF")
    painter.fillRect(rect, look.colour if settled else DARK)
    if not settled:
        painter.fillRect(QRectF(0.0, 0.0, 3.0, HEIGHT), look.colour)
    x = 6.0
    if look.icon and said.icons:
        warn = _WARNING if look.item.state in (LabelState.FIX_LATER, LabelState.STALE) else ink
        icons.paint(painter, look.icon, QRectF(x - 1, 2.5, 12, 12), warn)
        x += 14
    painter.setPen(ink)
    where = QRectF(x, 0.0, said.text_width + 4, HEIGHT)
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said.text)
    if look.item.flag and said.icons:
        icons.paint(painter, "flag", QRectF(rect.right() - 15, 2.5, 12, 12), ink if settled else _WARNING)


def paint_frame(painter: QPainter, box: QRectF, *, wanted: bool) -> None:
    """A bright double frame round something that may have been missed; a thin one round each of several selected."""
    away, dark, bright = (5, 6.0, 2.5) if wanted else (3, 3.0, 1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 190), dark))
    painter.drawRect(box.adjusted(-away, -away, away, away))
    painter.setPen(QPen(QColor("#FFFFFF"), bright))
    painter.drawRect(box.adjusted(-away, -away, away, away))
