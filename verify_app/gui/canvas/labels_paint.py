"""Draws many labels in small steps, so that a drawing can be spread over several frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from verify_app.core.vocabulary import LabelState
from verify_app.gui import theme
from verify_app.gui.canvas import label_style, late
from verify_app.gui.canvas.label_style import Look

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton

MANY, CROWD = 150, 600
"""Up to so many objects in view all is drawn; up to so many, some of it."""
SHAPE_COST, TAG_COST = 8, 10
"""How much longer it takes to draw an outline, or a tag, than an upright box."""
_STEP = 320
"""Cost of one step: about two milliseconds."""

Shown = Sequence[tuple[Look, QRectF]]
PaintStep = Callable[[QPainter], None]


class OutlineStyle(NamedTuple):
    """How outlines are drawn: width in screen pixels, opacity of the inside, the skeleton of poses."""

    thickness: float = 2.0
    fill: float = 0.0
    skeleton: Skeleton | None = None


class Detail(IntEnum):
    """How much is drawn of each object, by how many are in view."""

    ALL = 0
    """Every tag, held at the edge of the view while its object is in it."""
    SOME = 1
    """Small ones have no tag."""
    LEAST = 2
    """Outlines are one pixel wide: wider ones would cover each other; large ones have tags."""

    @property
    def tag_from(self) -> float:
        """Objects narrower than this have no tag, in screen pixels."""
        return (0.0, label_style.TAG_FROM, 3 * label_style.TAG_FROM)[self]


def cost(looks: Iterable[Look], detail: Detail) -> int:
    """How long drawing these takes, in upright boxes."""
    tag = TAG_COST if detail is Detail.ALL else 0
    return sum(tag + (1 if look.item.region.kind == "box" else SHAPE_COST) for look in looks)


def steps(
    shown: Shown, transform: QTransform, view: QRectF, style: OutlineStyle, detail: Detail
) -> Iterator[PaintStep]:
    """The drawing of these objects, largest first, in steps to be done one after the other."""
    shown = sorted(shown, key=lambda pair: -pair[0].extent)
    boxes = [pair for pair in shown if pair[0].item.region.kind == "box"]
    poses = [pair for pair in shown if pair[0].item.region.kind == "keypoints"]
    boxes += [(look, transform.mapRect(_round(look))) for look, _ in poses]
    paths = [pair for pair in shown if pair[0].item.region.kind in ("polygon", "obb")]
    thin = detail is Detail.LEAST
    if style.fill > 0.0:
        for part in _parts(shown, 2):
            yield partial(_fill, part, transform, style.fill)
    if thin:
        yield from _thin(paths, transform)
    else:
        for part in _parts(paths, SHAPE_COST):
            yield partial(_path_halos, part, transform, style.thickness)
        for group in _by_pen(paths):
            for part in _parts(group, SHAPE_COST):
                yield partial(_path_outlines, part, transform, style.thickness)
    width = 1.0 if thin else style.thickness
    for part in _parts(boxes, 1):
        yield partial(_box_halos, part, width)
    for group in _by_pen(boxes):
        yield partial(_box_outlines, group, width)
    for part in _parts(poses, 40):
        yield partial(_skeletons, part, transform, style.skeleton)
    tagged = [p for p in shown if p[1].width() >= detail.tag_from or p[0].wanted or p[0].picked]
    for part in _parts(_surest_last(tagged), 16):
        yield partial(_tags, part, view, detail.tag_from)


def nothing(_painter: QPainter) -> None:
    """A step that only takes its time."""


def grid(painter: QPainter, transform: QTransform, view: QRectF, image: QRectF) -> None:
    """Lines between the pixels, dark and light so that they show on any picture."""
    seen = transform.inverted()[0].mapRect(view) & image
    whole = transform.mapRect(seen)
    xs = [x * transform.m11() + transform.dx() for x in range(int(seen.left()), int(seen.right()) + 2)]
    ys = [y * transform.m22() + transform.dy() for y in range(int(seen.top()), int(seen.bottom()) + 2)]
    painter.setOpacity(0.28)
    for pen in (QPen(Qt.GlobalColor.black, 1), QPen(Qt.GlobalColor.white, 1, Qt.PenStyle.DotLine)):
        painter.setPen(pen)
        for x in xs:
            painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
        for y in ys:
            painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y))
    painter.setOpacity(1.0)


def quick(painter: QPainter, shown: Shown, transform: QTransform, view: QRectF, style: OutlineStyle) -> None:
    """Few objects while the view moves: all is there, but every outline is whole and without its dark rim."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for look, box in shown:
        painter.setPen(QPen(look.colour, style.thickness))
        if look.item.region.kind in ("polygon", "obb"):
            painter.drawPath(transform.map(look.path))
        else:
            painter.drawRect(box)
    _tags(_surest_last(shown), view, 0.0, painter)


def _surest_last(shown: Shown) -> Shown:
    """So that of two tags on one spot the one that counts is read: a person's word, then the surer proposal's."""

    def rank(pair: tuple[Look, QRectF]) -> tuple[bool, float]:
        item = pair[0].item
        return item.state is LabelState.VERIFIED, 1.0 if item.conf is None else item.conf

    return sorted(shown, key=rank)


def draft(painter: QPainter, shown: Shown, transform: QTransform) -> None:
    """The outlines in the quickest way there is, to stand until they are drawn properly."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    groups: dict[int, QPainterPath] = {}
    for look, box in shown:
        path = groups.setdefault(look.item.class_id, QPainterPath())
        if look.item.region.kind in ("polygon", "obb"):
            path.addPath(transform.map(look.path))
        else:
            path.addRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for class_id, path in groups.items():
        painter.setPen(QPen(theme.class_colour(class_id), 1))
        painter.drawPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _round(look: Look) -> QRectF:
    box = look.item.region.bounds
    return QRectF(box.x1, box.y1, box.width, box.height)


def _parts(shown: Shown, each: int) -> Iterator[Shown]:
    size = max(1, _STEP // each)
    for start in range(0, len(shown), size):
        yield shown[start : start + size]


def _by_pen(shown: Shown) -> list[Shown]:
    pens: dict[tuple[str, int], list[tuple[Look, QRectF]]] = {}
    for pair in shown:
        pens.setdefault((pair[0].item.state, pair[0].item.class_id), []).append(pair)
    return list(pens.values())


# --- steps ------------------------------------------------------------------------------------------------------


def _fill(shown: Shown, transform: QTransform, opacity: float, painter: QPainter) -> None:
    for look, box in shown:
        colour = QColor(look.colour)
        colour.setAlphaF(opacity)
        if look.item.region.kind in ("polygon", "obb"):
            painter.fillPath(transform.map(look.path), colour)
        elif look.item.region.kind != "image":
            painter.fillRect(box, colour)


def _thin(paths: Shown, transform: QTransform) -> Iterator[PaintStep]:
    """Lines of one pixel with a dark one beside them: drawn many at a time, each a fraction of a wide one."""
    for group in _by_pen(paths):
        for part in _parts(group, 2):
            yield partial(_thin_lines, part, transform)


def _thin_lines(shown: Shown, transform: QTransform, painter: QPainter) -> None:
    path = QPainterPath()
    for look, _ in shown:
        path.addPath(look.path)
    path = transform.map(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(label_style.HALO, 1))
    painter.drawPath(path.translated(1, 1))
    painter.setPen(label_style.outline_pen(shown[0][0], width=1.0))
    painter.drawPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _path_halos(shown: Shown, transform: QTransform, width: float, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    flat, bevel = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin
    painter.setPen(QPen(label_style.HALO, width + 2, Qt.PenStyle.SolidLine, flat, bevel))
    for look, _ in shown:
        painter.drawPath(transform.map(look.path))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _path_outlines(shown: Shown, transform: QTransform, width: float, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(label_style.outline_pen(shown[0][0], width=width))
    for look, _ in shown:
        painter.drawPath(transform.map(look.path))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _box_halos(shown: Shown, width: float, painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(label_style.HALO, width + 2))
    painter.drawRects([box for _, box in shown])


def _box_outlines(shown: Shown, width: float, painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(label_style.outline_pen(shown[0][0], width=width))
    painter.drawRects([box for _, box in shown])


def _skeletons(shown: Shown, transform: QTransform, skeleton: Skeleton | None, painter: QPainter) -> None:
    for look, _ in shown:
        late.skeleton_paint().paint(painter, look.item.region, skeleton, transform)


def _tags(shown: Shown, view: QRectF, tag_from: float, painter: QPainter) -> None:
    for look, box in shown:
        if look.wanted or look.picked:
            label_style.paint_frame(painter, box, wanted=look.wanted)
        if look.tagged and box.width() >= tag_from and box.intersects(view):
            label_style.paint_tag(painter, look, label_style.tag_rect(look, box, view))
