"""The layer with all labels of an image, drawn into a cached picture the size of the view.

Thousands of items of their own would cost a frame each time; here a frame is one copy. What changed is drawn anew
inside its dirty rectangle only, and panning moves the cached picture. Where drawing all anew would take longer than a
frame (zooming among thousands), the cached picture is stretched, what comes into view is drafted, and a sharp one is
drawn bit by bit in the pauses. Few objects are drawn as they are: a cached picture would cost more than they do. What
is shown is always what is there: only a change of the view is put off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from time import perf_counter

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from verify_app.gui.canvas import caption_layout, label_style, labels_paint
from verify_app.gui.canvas.bounds_index import Bounds, BoundsIndex
from verify_app.gui.canvas.caption_layout import Caption, CaptionLayout
from verify_app.gui.canvas.label_style import Look
from verify_app.gui.canvas.labels_paint import CROWD, MANY, Detail, OutlineStyle, PaintStep
from verify_app.gui.canvas.rectangles import rectangles

REACH = 2000.0
"""How far, in image pixels, tags may reach out of the image; only bounds Qt's bookkeeping."""
AT_ONCE = 600
"""What costs more than so many boxes is drawn later when only the view has changed: about half a frame."""
SLICE_S = 0.006
"""A slice of drawing between two events."""
ON_PAN = 200
"""As `AT_ONCE`, for what a step of panning brings into view: many steps follow each other."""
COLLECTED = 500
"""So many objects are looked up in a step."""
FEW, LITTLE = 40, 400
"""Up to so many objects that cost no more than so many boxes are drawn without a cached picture."""
SEVERAL = 24
"""So many separate areas are drawn each for itself; more of them together."""
GRID_FROM = 8.0
"""From so many screen pixels per image pixel on, lines between them can be told apart."""


class LabelsLayer(QGraphicsItem):
    """Every label and proposal but the selected one, which has handles and an item of its own."""

    def __init__(self, view_transform: Callable[[], QTransform]) -> None:
        super().__init__()
        self._view_transform = view_transform
        self.later: Callable[[bool], None] | None = None
        """Asked for time to draw a sharp picture in (`work`), and told whether the view has moved."""
        self._looks: Mapping[str, Look] = {}
        self._left_out = ""
        self.captions = CaptionLayout()
        self.index = BoundsIndex(1.0, 1.0)
        """Which objects lie where."""
        self._image, self._rect = QRectF(), QRectF()
        self._cache = QPixmap()
        self._drawn_for = self._made_for = QTransform()
        self._few, self._shown, self._view = True, False, QRect()
        self.exposed = QRegion()
        """What of the view is being painted; empty for all of it."""
        self._dirty = QRegion()
        self._next: tuple[QPixmap, Iterator[PaintStep]] | None = None
        self._draft = False
        self._detail = Detail.ALL
        self.style = OutlineStyle()
        self.grid = self.hurried = False
        self.painted = 0  # objects drawn since the start, for the tests

    # --- what is shown ----------------------------------------------------------------------------------

    def set_size(self, width: float, height: float) -> None:
        """The image's size in pixels."""
        self.prepareGeometryChange()
        self._image = QRectF(0, 0, width, height)
        self._rect = self._image.adjusted(-REACH, -REACH, REACH, REACH)
        self.index = BoundsIndex(width, height)
        self.index.update({key: look.bounds for key, look in self._looks.items()})
        self.captions.set_looks(self._looks, self.index, (width, height))
        self.forget()  # nothing of what is shown is compared with what was: all of it is drawn

    def set_looks(self, looks: Mapping[str, Look], *, left_out: str = "") -> None:
        """Show these; only what differs from before is drawn anew."""
        old, self._looks, tags = self._looks, looks, self._tags() if self._shown else {}
        changed, gone = [], []
        if looks is not old:
            changed = [look for key, look in looks.items() if old.get(key) is not look]
            gone = [look for key, look in old.items() if looks.get(key) is not look]
        before, self._left_out = self._left_out, left_out
        swapped = [] if before == left_out else [looks[k] for k in (before, left_out) if k in looks]
        if changed or gone:
            self.index.update({key: look.bounds for key, look in looks.items()})
        changed += gone
        if changed or swapped:
            self._stop()
        few, self._few = self._few, len(looks) <= FEW and labels_paint.cost(looks.values(), Detail.ALL) <= LITTLE
        if changed:
            self.captions.set_looks(looks, self.index, (self._image.width(), self._image.height()))
        self.captions.set_selected(left_out)
        if len(changed) > 64 or few != self._few:
            self.forget()
            return
        for look in (*changed, *swapped):
            self._mark_dirty(look)
        self._mark_tags(tags)

    def point_at(self, item_id: str) -> None:
        """The layer above captions this one, because the pointer is on it; empty for none."""
        tags = self._tags() if self._shown else {}
        self.captions.set_pointed(item_id)
        self._mark_tags(tags)

    def make_room_for(self, guest: Look | None) -> None:
        """The layer above captions this, which is none of the objects."""
        tags = self._tags() if self._shown else {}
        self.captions.set_guest(guest)
        self._mark_tags(tags)

    def in_full(self, item_id: str) -> bool:
        """Whether all that an object's caption can say is to be read."""
        look, caption = self._looks.get(item_id), self._tags().get(item_id)
        return look is None or not look.tagged or (caption is not None and caption.form == 0)

    def _tags(self) -> Mapping[str, Caption]:
        """The captions as they are drawn now."""
        return self.captions.shown(self._drawn_for, QRectF(self._view))

    def set_style(self, style: OutlineStyle, *, grid: bool) -> None:
        """Outlines are drawn so from now on."""
        if grid != self.grid:
            self.grid = grid
            self.update()
        if style != self.style:
            self.style = style
            self.forget()

    def ids_within(self, area: Bounds) -> Iterable[str]:
        """Ids of all whose drawing touches an area of the image."""
        return self.index.within(area)

    def forget(self) -> None:
        """Draw everything anew at the next frame."""
        self._stop()
        self._cache = QPixmap()
        self._draft = self._shown = False
        self.update()

    def _mark_dirty(self, look: Look) -> None:
        if not self._shown:
            self.update()
            return
        around = 10 + self.style.thickness
        self._mark_area(self._drawn_for.mapRect(_rect(look)).adjusted(-around, -around, around, around))

    def _mark_tags(self, before: Mapping[str, Caption]) -> None:
        """Draw anew where captions are others than before."""
        if self._shown:
            for caption in caption_layout.differing(before, self._tags()):
                self._mark_area(caption_layout.reach_of(caption, self._drawn_for))

    def _mark_area(self, area: QRectF) -> None:
        if not self._few:
            self._dirty += area.toAlignedRect()
        self.update(self._view_transform().inverted()[0].mapRect(area.adjusted(-2, -2, 2, 2)))

    # --- drawing ----------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if widget is None:
            return
        transform = self._view_transform()
        self._view = widget.rect()
        if not self._few:
            self._bring_up_to_date(transform, widget.size(), widget.devicePixelRatioF())
        painter.save()
        painter.resetTransform()
        if self.grid and transform.m11() >= GRID_FROM:
            labels_paint.grid(painter, transform, QRectF(widget.rect()), self._image)
        if self._few:
            self._drawn_for = QTransform(transform)
            self._detail = Detail.ALL
            self._paint_now(painter, QRegion(self._view) if self.exposed.isEmpty() else self.exposed)
        elif self._stretched:
            self._paint_stretched(painter)
        else:
            painter.drawPixmap(0, 0, self._cache)
        painter.restore()
        self._shown = True

    def _paint_now(self, painter: QPainter, region: QRegion) -> None:
        painter.setFont(label_style.tag_font(painter.font()))
        shown, tags = self._touching(region, self._drawn_for), caption_layout.within(self._tags(), region)
        self.painted += len(shown)
        if self.hurried and self._few:
            labels_paint.quick(painter, shown, tags, self._drawn_for, self.style)
            return
        for step in labels_paint.steps(shown, tags, self._drawn_for, self.style, self._detail):
            step(painter)

    @property
    def _stretched(self) -> bool:
        """Whether the cached picture was made for another zoom."""
        return not self._cache.isNull() and self._made_for != self._drawn_for

    def _paint_stretched(self, painter: QPainter) -> None:
        view, edited = QRectF(self._view), self._dirty
        there = (self._made_for.inverted()[0] * self._drawn_for).mapRect(view)
        painter.setClipRegion(QRegion(self._view) - edited)
        painter.drawPixmap(there, self._cache, QRectF(self._cache.rect()))
        fresh = QRegion(self._view) - QRegion(there.toAlignedRect().adjusted(1, 1, -1, -1)) - edited
        if not fresh.isEmpty():
            painter.setClipRegion(fresh)
            labels_paint.draft(painter, self._touching(fresh, self._drawn_for), self._drawn_for)
        if not edited.isEmpty():
            painter.setClipRegion(edited)
            self._paint_now(painter, edited)

    def _bring_up_to_date(self, transform: QTransform, size: QSize, ratio: float) -> None:
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        whole, changed = QRegion(QRect(_ORIGIN, size)), False
        if self._cache.size() != pixels or self._cache.devicePixelRatioF() != ratio:
            self._stop()
            self._cache = _blank(pixels, ratio)
            self._dirty = whole
            self._draft = False
            self._detail = self._fitting_detail(transform, size)
        elif transform != self._drawn_for:
            self._stop()
            changed = True
            detail, self._detail = self._detail, self._fitting_detail(transform, size)
            self._draft |= detail != self._detail
            if self._stretched or not self._scroll(transform, whole, ratio):
                if self._dirty.isEmpty() and self._takes_long(transform, whole):
                    self._drawn_for, self._draft = QTransform(transform), True
                    self._ask_for_time(changed)
                    return
                self._dirty = whole
                self._draft = False
        if not self._stretched or self._dirty == whole:
            self._drawn_for = self._made_for = QTransform(transform)
        if not self._stretched and not self._dirty.isEmpty():
            self._draw(self._dirty & whole)
            self._dirty = QRegion()
        if self._draft:
            self._ask_for_time(changed)

    def _ask_for_time(self, moved: bool) -> None:
        if self.later is not None:
            self.later(moved)

    def _fitting_detail(self, transform: QTransform, size: QSize) -> Detail:
        area = _area(transform, QRectF(QPointF(0, 0), size.toSizeF()))
        if self.index.at_most(area, CROWD) is None:
            return Detail.LEAST
        return Detail.ALL if self.index.at_most(area, MANY) is not None else Detail.SOME

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
        fresh = whole - whole.translated(int(dx), int(dy))
        for area in self.held_areas(old, transform, QRectF(whole.boundingRect())):
            self._dirty += area
        shown = self._touching(fresh, transform)
        if labels_paint.cost((look for look, _ in shown), self._detail) > ON_PAN:
            self._draft_in(fresh, shown, transform)
        else:
            self._dirty += fresh
        return True

    def _takes_long(self, transform: QTransform, whole: QRegion) -> bool:
        """Whether drawing anew what is in view takes longer than a frame has."""
        found = self.index.at_most(_area(transform, QRectF(whole.boundingRect())), AT_ONCE)
        if found is not None and labels_paint.cost((self._looks[key] for key in found), self._detail) <= AT_ONCE:
            return False
        return self._made_for.isInvertible()

    def _draft_in(self, region: QRegion, shown: list[tuple[Look, QRectF]], transform: QTransform) -> None:
        self._draft = True
        if region.isEmpty():
            return
        painter = QPainter(self._cache)
        painter.setClipRegion(region)
        labels_paint.draft(painter, shown, transform)
        painter.end()

    def _draw(self, region: QRegion) -> None:
        area = QRectF(region.boundingRect())
        painter = QPainter(self._cache)
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(area, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setFont(label_style.tag_font(painter.font()))
        shown, tags = self._touching(region, self._drawn_for), caption_layout.within(self._tags(), region)
        self.painted += len(shown)
        for step in labels_paint.steps(shown, tags, self._drawn_for, self.style, self._detail):
            step(painter)
        painter.end()

    def held_areas(self, old: QTransform, new: QTransform, view: QRectF) -> list[QRect]:
        """Where captions that do not move with the image stand after panning, and where the pan has put them."""
        return [
            caption_layout.reach_of(caption, new).toAlignedRect() for caption in self.captions.moved(old, new, view)
        ]

    def is_panned(self, transform: QTransform) -> bool:
        """Whether the view was only shifted since it was last drawn."""
        return transform.m11() == self._drawn_for.m11() and self._shown

    def _touching(self, region: QRegion, transform: QTransform) -> list[tuple[Look, QRectF]]:
        """Objects whose outline may lie in a region, with their boxes on the screen."""
        rects = [QRectF(rect) for rect in rectangles(region)]
        if len(rects) > SEVERAL:
            rects = [QRectF(region.boundingRect())]
        around = 10 + self.style.thickness
        near: set[str] = set()
        for rect in rects:
            near.update(self.index.within(_area(transform, rect.adjusted(-around, -around, around, around))))
        return self._placed(near, transform)

    def _placed(self, keys: Iterable[str], transform: QTransform) -> list[tuple[Look, QRectF]]:
        """What these look like and their boxes on the screen; without the one that has handles and whole images."""
        found = []
        for key in keys:
            look = self._looks[key]
            if key != self._left_out and look.item.region.kind != "image":
                found.append((look, _on_screen(look, transform)))
        return found

    # --- the sharp picture, bit by bit ----------------------------------------------------------------------

    @property
    def drafted(self) -> bool:
        """Whether what is shown is scaled or drafted, and a sharp picture is still to come."""
        return self._draft

    def work(self) -> bool:
        """Draw a little of the sharp picture; False when there is nothing more to do."""
        if not self._draft or self._cache.isNull():
            return False
        if self._next is None:
            self._next = self._begin()
        made, todo = self._next
        painter = QPainter(made)  # none stays open between events: the canvas may be closed before the next one
        painter.setFont(label_style.tag_font(painter.font()))
        until, finished = perf_counter() + SLICE_S, True
        for step in todo:
            step(painter)
            if perf_counter() > until:
                finished = False
                break
        painter.end()
        if finished:
            self._cache, self._next, self._draft = made, None, False
            self._made_for, self._dirty = QTransform(self._drawn_for), QRegion()
            self.update()
        return not finished

    def _begin(self) -> tuple[QPixmap, Iterator[PaintStep]]:
        made = _blank(self._cache.size(), self._cache.devicePixelRatioF())
        view = QRectF(QPointF(0, 0), made.deviceIndependentSize())
        return made, self._everything(view, self._drawn_for)

    def _everything(self, view: QRectF, transform: QTransform) -> Iterator[PaintStep]:
        """The drawing of all that is in view; to find it takes its time too."""
        area = view.adjusted(-10, -10, 10, 10)
        keys, shown = list(self.index.within(_area(transform, area))), []
        for start in range(0, len(keys), COLLECTED):
            shown += self._placed(keys[start : start + COLLECTED], transform)
            yield labels_paint.nothing
        self.painted += len(shown)
        tags = list(self.captions.shown(transform, view).values())
        yield labels_paint.nothing
        yield from labels_paint.steps(shown, tags, transform, self.style, self._detail)

    def _stop(self) -> None:
        """The view or the objects are others now: what was being drawn is of no use."""
        self._next = None


def _on_screen(look: Look, transform: QTransform) -> QRectF:
    """The box round it in whole screen pixels."""
    sx, sy, dx, dy = transform.m11(), transform.m22(), transform.dx(), transform.dy()
    x1, y1, x2, y2 = look.bounds
    return QRectF(round(x1 * sx + dx), round(y1 * sy + dy), round((x2 - x1) * sx), round((y2 - y1) * sy))


def _area(transform: QTransform, view: QRectF) -> Bounds:
    """What of the image is seen in a part of the view."""
    seen = transform.inverted()[0].mapRect(view)
    return seen.left(), seen.top(), seen.right(), seen.bottom()


_ORIGIN = QPointF(0, 0).toPoint()


def _blank(pixels: QSize, ratio: float) -> QPixmap:
    made = QPixmap(pixels)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)  # gives it an alpha channel
    return made


def _rect(look: Look) -> QRectF:
    x1, y1, x2, y2 = look.bounds
    return QRectF(x1, y1, x2 - x1, y2 - y1)
