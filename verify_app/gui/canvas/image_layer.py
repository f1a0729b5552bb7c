"""The layer with the picture: drawn from the level of its pyramid that suits the zoom, only where it is exposed."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.gui.canvas.rectangles import rectangles
from verify_app.gui.images import deep_tones, tone_adjustment
from verify_app.gui.images.detail_loader import patch_for
from verify_app.gui.images.frame import Frame, Patch, PixelSource
from verify_app.gui.images.tone_adjustment import NEUTRAL, Adjustment

CRISP_FROM = 2.0
"""From this zoom on, pixels are shown as squares."""

LARGE = 8_000_000
"""From so many pixels on, the picture is drawn coarsely while the view moves."""

PATCH_BYTES = 80 * 2**20
"""Sharp parts that are kept, the newest whatever its size."""

SEVERAL = 12
"""So many separate areas are drawn each for itself; more of them together."""

ALMOST = 1e-6

ASK_MS = 40
"""While the view moves, a sharper part is asked for no more often."""

NEAR = 0.15
"""When less than this share of the view is left to a patch's edge, the next one is asked for."""


class ImageLayer(QGraphicsItem):
    """One picture in scene coordinates that are image pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: Frame | None = None
        self._rect = QRectF()
        self._place = QRectF()
        self._patches: list[Patch] = []
        self._how = self._shown_how = NEUTRAL
        self._spread = False
        self.wanting: Callable[[PixelSource, int, QRectF, bool], None] | None = None
        """Asked for a sharper part: its source, how much smaller it may be, what is looked at, whether that moves."""
        self.sharp = True
        """Whether the last painting had a pixel of the picture for every pixel of the screen."""
        self.changed: Callable[[], object] = lambda: None
        """Told that the picture, or how it is shown, is another one."""
        self.hurried = False
        self._asked = QElapsedTimer()
        self.exposed = QRegion()
        """What of the view is being painted, in pixels of the screen; empty for what the painter was given."""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def set_size(self, width: float, height: float) -> None:
        """Where the picture will be, before it is decoded."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, width, height)
        self.set_frame(None)

    def set_frame(self, frame: Frame | None) -> None:
        """Show a decoded picture."""
        self._frame = frame if frame is not None and frame.levels else None
        self._patches.clear()
        self._retone()
        self._place = QRectF(frame.place) if frame is not None and frame.place is not None else QRectF(self._rect)
        self.update()

    def set_levels(self, levels: tuple[QImage, ...]) -> None:
        """Show a picture that is at hand: full size first, each next image one half the size."""
        self.set_frame(Frame(("", 0, 0), levels))

    def add_patch(self, patch: Patch) -> None:
        """A part is there in sharper form."""
        if self._frame is None or patch.source is not self._frame.source:
            return  # of a picture that was shown before
        self._patches.append(patch)
        while len(self._patches) > 1 and sum(p.image.sizeInBytes() for p in self._patches) > PATCH_BYTES:
            self._patches.pop(0)
        self.update(QRectF(patch.place) & self._rect)

    # --- while the view moves --------------------------------------------------------------------------------

    @property
    def large(self) -> bool:
        """Whether drawing it properly takes so long that it is not done while the view moves."""
        return self._rect.width() * self._rect.height() >= LARGE

    def covers(self, part: QRectF, zoom: float) -> bool:
        """Whether nothing can be seen behind the picture in a part of the view."""
        frame = self._frame
        if frame is None or frame.levels[0].hasAlphaChannel():
            return False
        rim = 2 / zoom
        return self._rect.adjusted(rim, rim, -rim, -rim).contains(part)

    # --- brightness and the like ---------------------------------------------------------------------------

    @property
    def adjustment(self) -> Adjustment:
        return self._how

    def set_adjustment(self, how: Adjustment) -> None:
        """Show the picture brighter, with more contrast, through another window of values; it stays as it is."""
        if how != self._how:
            self._how = how
            self._retone()

    def reset_adjustment(self) -> None:
        """Show the picture as the model sees it."""
        self.set_adjustment(NEUTRAL)

    def set_spread(self, on: bool) -> None:
        """Spread the values of 16-bit and float grey, from the least to the greatest, over black to white.

        Holds for every such picture, each with its own values, until it is taken back; a window in the adjustment
        goes before it.
        """
        self._spread = on
        self._retone()

    @property
    def spread(self) -> bool:
        return self._spread

    def _retone(self) -> None:
        found = self.data_range
        if found is not None and self._spread and not self._how.windowed:
            self._shown_how = self._how._replace(low=found[0], high=found[1])
        else:
            self._shown_how = self._how
        self.update()
        self.changed()

    @property
    def value_range(self) -> tuple[float, float]:
        """Least and greatest value that a window can be set to: those of 16-bit or float grey, else 0 and 255."""
        values = self._frame.values if self._frame is not None else None
        return (values.first, values.last) if values is not None else (0.0, 255.0)

    @property
    def data_range(self) -> tuple[float, float] | None:
        """Least and greatest value in 16-bit or float grey: a good window; None for 8-bit pictures.

        Without a window such a picture is shown as the model sees it: Ultralytics takes the high byte of 16-bit
        grey, so that values which fill a small part of the range look nearly alike to it.
        """
        values = self._frame.values if self._frame is not None else None
        return (values.low, values.high) if values is not None else None

    @property
    def differs_from_model(self) -> bool:
        """Whether what is shown is not what the model sees."""
        return self._frame is not None and self._shown_how != NEUTRAL

    # --- the whole of it, small ----------------------------------------------------------------------------

    @property
    def shown(self) -> tuple[Frame | None, Adjustment]:
        """The picture, and how it is shown."""
        return self._frame, self._shown_how

    def small(self, size: QSize) -> QImage:
        """The whole picture at this size, from the smallest level there is."""
        made = QImage(size, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.black)
        frame = self._frame
        if frame is None or self._rect.isEmpty():
            return made
        windowed = frame.values is not None and self._shown_how.windowed
        level = (frame.values.levels if frame.values is not None and windowed else frame.levels)[-1]
        deep = level.format() == QImage.Format.Format_Grayscale16
        if deep or self._shown_how != NEUTRAL:
            level = self._toned(level, deep)
        across, down = size.width() / self._rect.width(), size.height() / self._rect.height()
        place = QTransform.fromScale(across, down).mapRect(self._place).toRect()
        how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        with QPainter(made) as painter:
            painter.drawImage(place.topLeft(), level.scaled(place.size(), *how))
        return made

    # --- drawing -------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        frame = self._frame
        if frame is None or self._rect.isEmpty():
            return
        transform = painter.worldTransform()
        zoom = option.levelOfDetailFromTransform(transform)
        # a display that is scaled has more pixels than the painter counts
        fine = zoom * (widget.devicePixelRatioF() if widget is not None else 1.0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, fine < CRISP_FROM and not self.hurried)
        region = self.exposed
        if region.isEmpty() or region.rectCount() > SEVERAL:
            region = QRegion(transform.mapRect(option.exposedRect).toAlignedRect())
        region &= transform.mapRect(self._rect).toAlignedRect()
        for patch in reversed(self._drawn_with(fine) if frame.source is not None else []):
            inside = _inner(transform.mapRect(QRectF(patch.place)))
            for area in rectangles(region & inside):
                self._draw(painter, patch.image, QRectF(patch.place), area, transform)
            region -= inside
        if not region.isEmpty():
            levels = frame.levels
            if frame.values is not None and self._shown_how.windowed:
                levels = frame.values.levels
            level = levels[level_for(fine * self._place.width() / max(1, levels[0].width()), len(levels))]
            for area in rectangles(region):
                self._draw(painter, level, self._place, area, transform)
        painter.restore()
        if widget is None:
            return
        if self.hurried and self._asked.isValid() and self._asked.elapsed() < ASK_MS:
            self.sharp = False
        else:
            self._asked.start()
            self._ask(frame, fine, transform, widget)

    def _drawn_with(self, zoom: float) -> list[Patch]:
        """The patches in the order to draw them in: the one that suits the zoom last."""
        factor = factor_at(zoom)
        return sorted(self._patches, key=lambda p: (p.factor == factor, p.factor < factor, -abs(p.factor - factor)))

    def _ask(self, frame: Frame, zoom: float, transform: QTransform, widget: QWidget) -> None:
        """Want a sharper patch when the levels are too coarse for this zoom and no patch is there."""
        factor, source = factor_at(zoom), frame.source
        self.sharp = factor >= frame.factor or source is None
        if self.sharp or source is None:
            return
        view = transform.inverted()[0].mapRect(QRectF(widget.rect())) & self._rect
        if view.isEmpty():
            return
        suiting = [patch for patch in self._patches if patch.factor == factor]
        self.sharp = any(_contains(patch, view) for patch in suiting)
        across, down = view.width() * NEAR, view.height() * NEAR
        # no more than one patch can hold: else the same one would be asked for again and again
        round_it = view.adjusted(-across, -down, across, down) & QRectF(patch_for(source.size, factor, view))
        if self.wanting is not None and not any(_contains(patch, round_it) for patch in suiting):
            self.wanting(source, factor, view, self.hurried)

    def _draw(self, painter: QPainter, image: QImage, place: QRectF, area: QRect, transform: QTransform) -> None:
        """Draw what of an image that lies at `place` is seen in an area of the screen."""
        sx, sy = image.width() / place.width(), image.height() / place.height()
        # two more pixels all round, so that smooth scaling sees its neighbours and leaves no seams
        part = transform.inverted()[0].mapRect(QRectF(area)).adjusted(-2 / sx, -2 / sy, 2 / sx, 2 / sy)
        part &= place & self._rect
        if part.isEmpty():
            return
        source = QRectF((part.x() - place.x()) * sx, (part.y() - place.y()) * sy, part.width() * sx, part.height() * sy)
        deep = image.format() == QImage.Format.Format_Grayscale16
        if deep or self._shown_how != NEUTRAL:
            whole = source.toAlignedRect().adjusted(-2, -2, 2, 2) & image.rect()
            image = self._toned(image.copy(whole), deep)
            source.translate(-QRectF(whole).topLeft())
        # each area by itself: Qt is several times as quick inside a rectangle as inside a region of them
        painter.setWorldMatrixEnabled(False)
        painter.setClipRect(area)
        painter.setWorldMatrixEnabled(True)
        painter.drawImage(part, image, source)

    def _toned(self, image: QImage, deep: bool) -> QImage:
        values = self._frame.values if self._frame is not None else None
        if deep and values is not None:
            return deep_tones.windowed(image, self._shown_how, values.first, values.last)
        return tone_adjustment.adjusted(image, self._shown_how)


def _contains(patch: Patch, part: QRectF) -> bool:
    return QRectF(patch.place).contains(part)


def _inner(place: QRectF) -> QRect:
    """The whole pixels inside it."""
    left, top = ceil(place.left() - ALMOST), ceil(place.top() - ALMOST)
    return QRect(left, top, floor(place.right() + ALMOST) - left, floor(place.bottom() + ALMOST) - top)


def factor_at(zoom: float) -> int:
    """By how much a picture may be scaled down at this zoom: a pixel is left for every pixel on the screen."""
    factor = 1
    while zoom * factor * 2 <= 1.0:
        factor *= 2
    return factor


def level_for(zoom: float, levels: int) -> int:
    """Index of the smallest level that still has a pixel for every pixel on the screen."""
    level = 0
    while level + 1 < levels and zoom <= 0.5:
        zoom *= 2
        level += 1
    return level
