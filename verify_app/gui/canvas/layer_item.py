"""All labels of an image in one item, drawn into a cached picture the size of the view.

Thousands of items of their own would cost a frame each time; here a frame is one copy. What changed is drawn anew
inside its dirty rectangle only, and panning moves the cached picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.gui.canvas import marks
from verify_app.gui.canvas.marks import Look

MANY = 150
"""From so many objects in view on, small ones have no tag."""
REACH = 2000.0
"""How far, in image pixels, tags may reach out of the image; only bounds Qt's bookkeeping."""


class LayerItem(QGraphicsItem):
    """Every label and proposal but the selected one, which has handles and an item of its own."""

    def __init__(self, view_transform: Callable[[], QTransform]) -> None:
        super().__init__()
        self._view_transform = view_transform
        self._looks: dict[str, Look] = {}
        self._left_out = ""
        self._rect = QRectF()
        self._cache = QPixmap()
        self._drawn_for = QTransform()
        self._dirty = QRegion()
        self.painted = 0  # objects drawn since the start, for the tests

    # --- what is shown ----------------------------------------------------------------------------------

    def set_size(self, width: float, height: float) -> None:
        """The image's size in pixels."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, width, height).adjusted(-REACH, -REACH, REACH, REACH)

    def set_looks(self, looks: Iterable[Look], *, left_out: str = "") -> None:
        """Show these; only what differs from before is drawn anew."""
        new = {look.item.id: look for look in looks}
        old, self._looks = self._looks, new
        changed = [look for key, look in old.items() if new.get(key) is not look]
        changed += [look for key, look in new.items() if old.get(key) is not look]
        for key in {left_out, self._left_out}:
            if left_out != self._left_out and key in new:
                changed.append(new[key])
        self._left_out = left_out
        if len(changed) > 64:
            self.forget()
            return
        for look in changed:
            self._soil(look)

    def forget(self) -> None:
        """Draw everything anew at the next frame."""
        self._cache = QPixmap()
        self.update()

    def _soil(self, look: Look) -> None:
        if self._cache.isNull():
            self.update()
            return
        view = QRectF(QPointF(0, 0), self._cache.deviceIndependentSize())
        box = self._drawn_for.mapRect(_rect(look))
        area = box.adjusted(-9, -9, 9, 9) | marks.tag_rect(look, box, view).adjusted(-2, -2, 2, 2)
        self._dirty += area.toAlignedRect()
        self.update()

    # --- drawing ----------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if widget is None:
            return
        self._bring_up_to_date(self._view_transform(), widget.size(), widget.devicePixelRatioF())
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._cache)
        painter.restore()

    def _bring_up_to_date(self, transform: QTransform, size: QSize, ratio: float) -> None:
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        whole = QRegion(QRect(QPoint0, size))
        if self._cache.size() != pixels or self._cache.devicePixelRatioF() != ratio:
            self._cache = QPixmap(pixels)
            self._cache.setDevicePixelRatio(ratio)
            self._cache.fill(Qt.GlobalColor.transparent)  # gives it an alpha channel
            self._dirty = whole
        elif transform != self._drawn_for and not self._scroll(transform, whole, ratio):
            self._dirty = whole
        self._drawn_for = QTransform(transform)
        if not self._dirty.isEmpty():
            self._draw(self._dirty & whole, QRectF(QPointF(0, 0), size.toSizeF()))
            self._dirty = QRegion()

    def _scroll(self, transform: QTransform, whole: QRegion, ratio: float) -> bool:
        """Move the cached picture when the view was only panned; False when that is not possible."""
        old = self._drawn_for
        dx, dy = transform.dx() - old.dx(), transform.dy() - old.dy()
        if (transform.m11(), transform.m22()) != (old.m11(), old.m22()):
            return False
        if not ((dx * ratio).is_integer() and (dy * ratio).is_integer() and dx.is_integer() and dy.is_integer()):
            return False
        self._cache.scroll(int(dx * ratio), int(dy * ratio), self._cache.rect())
        self._dirty.translate(int(dx), int(dy))
        self._dirty += whole - whole.translated(int(dx), int(dy))
        view = QRectF(whole.boundingRect())
        for look in self._looks.values():
            if _at_the_edge(look, old, view) or _at_the_edge(look, transform, view):
                self._soil_pinned(look, old.mapRect(_rect(look)), transform.mapRect(_rect(look)), view)
        return True

    def _soil_pinned(self, look: Look, before: QRectF, now: QRectF, view: QRectF) -> None:
        """Tags that are held at the edge of the view do not move with their boxes."""
        shift = now.topLeft() - before.topLeft()
        was = marks.tag_rect(look, before, view).translated(shift)
        is_ = marks.tag_rect(look, now, view)
        if was != is_ and (now.intersects(view) or was.intersects(view)):
            self._dirty += was.adjusted(-2, -2, 2, 2).toAlignedRect()
            self._dirty += is_.adjusted(-2, -2, 2, 2).toAlignedRect()

    def _draw(self, region: QRegion, view: QRectF) -> None:
        area = QRectF(region.boundingRect())
        painter = QPainter(self._cache)
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(area, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setFont(marks.tag_font(painter.font()))
        shown = self._touching(region)
        self.painted += len(shown)
        self._draw_outlines(painter, shown)
        few = len(shown) <= MANY
        for look, box in sorted(shown, key=lambda pair: -pair[1].width() * pair[1].height()):
            if look.wanted:
                marks.paint_wanted(painter, box)
            if look.text and (few or box.width() >= marks.TAG_FROM) and box.intersects(view):
                marks.paint_tag(painter, look, marks.tag_rect(look, box, view))
        painter.end()

    def _touching(self, region: QRegion) -> list[tuple[Look, QRectF]]:
        """Objects whose outline or tag may lie in a region, with their boxes on the screen."""
        reach = QRegion()
        for rect in region:
            reach += rect.adjusted(-round(marks.NAME_WIDTH) * 2, -round(marks.TAG) - 10, 10, round(marks.TAG) + 10)
        bounds = QRectF(reach.boundingRect())
        seen = self._drawn_for.inverted()[0].mapRect(bounds)
        left, top, right, bottom = seen.left(), seen.top(), seen.right(), seen.bottom()
        found = []
        for look in self._looks.values():
            region_ = look.item.region  # compared as numbers: thousands are passed over here
            if region_.x2 < left or region_.x1 > right or region_.y2 < top or region_.y1 > bottom:
                continue
            box = _crisp(self._drawn_for.mapRect(_rect(look)))
            if look.item.id != self._left_out and reach.intersects((box & bounds).toAlignedRect()):
                found.append((look, box))
        return found

    @staticmethod
    def _draw_outlines(painter: QPainter, shown: list[tuple[Look, QRectF]]) -> None:
        """Outlines in as few calls as there are pens."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(marks.HALO, 4))
        painter.drawRects([box for _, box in shown])
        pens: dict[tuple[str, int], list[tuple[Look, QRectF]]] = {}
        for look, box in shown:
            pens.setdefault((look.item.state, look.item.class_id), []).append((look, box))
        for group in pens.values():
            painter.setPen(marks.outline_pen(group[0][0]))
            painter.drawRects([box for _, box in group])


QPoint0 = QPointF(0, 0).toPoint()


def _rect(look: Look) -> QRectF:
    box = look.item.region
    return QRectF(box.x1, box.y1, box.width, box.height)


def _at_the_edge(look: Look, transform: QTransform, view: QRectF) -> bool:
    """Whether a box with its tag reaches over an edge of the view, so that its tag may be held there."""
    region, scale = look.item.region, transform.m11()
    x1, y1 = region.x1 * scale + transform.dx(), region.y1 * scale + transform.dy()
    x2, y2 = max(region.x2 * scale + transform.dx(), x1 + marks.TAG_MOST), region.y2 * scale + transform.dy()
    if x2 < view.left() or x1 > view.right() or y2 < view.top() or y1 - marks.TAG > view.bottom():
        return False
    return x1 - 2 < view.left() or x2 > view.right() or y1 - marks.TAG < view.top()


def _crisp(box: QRectF) -> QRectF:
    return QRectF(round(box.x()), round(box.y()), round(box.width()), round(box.height()))
