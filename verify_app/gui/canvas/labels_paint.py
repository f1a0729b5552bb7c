"""Draws many labels in small steps, so that a drawing can be spread over several frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from verify_app.core.regions import Keypoints
from verify_app.gui import theme
from verify_app.gui.canvas import label_style, late_paint
from verify_app.gui.canvas.label_style import Look

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton
    from verify_app.gui.canvas.caption_layout import Caption

MANY, CROWD = 150, 600
"""Up to so many objects in view all is drawn; up to so many, some of it."""
SHAPE_COST, TAG_COST = 8, 10
"""How much longer it takes to draw an outline, or a tag, than an upright box."""
_STEP, _TAGS = 320, 20
"""Cost of one step, and so many tags: about two milliseconds."""

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
    """As many tags as find room, held at the edge of the view while their objects are in it."""
    SOME = 1
    """Tags stay where they are in the image."""
    LEAST = 2
    """Outlines are one pixel wide: wider ones would cover each other; large ones have tags."""


def cost(looks: Iterable[Look], detail: Detail) -> int:
    """How long drawing these takes, in upright boxes."""
    tag = TAG_COST if detail is Detail.ALL else 0
    return sum(tag + (1 if look.item.region.kind == "box" else SHAPE_COST) for look in looks)


def steps(
    shown: Shown, tags: Sequence[Caption], transform: QTransform, style: OutlineStyle, detail: Detail
) -> Iterator[PaintStep]:
    """The drawing of these objects, largest first, and these tags, in steps to be done one after the other."""
    shown = sorted(shown, key=lambda pair: -pair[0].extent)
    boxes = [pair for pair in shown if pair[0].item.region.kind == "box"]
    poses = [pair for pair in shown if pair[0].item.region.kind == "keypoints"]
    boxes += [(look, transform.mapRect(_round(look))) for look, _ in poses]
    paths = [pair for pair in shown if pair[0].item.region.kind in ("polygon", "obb")]
    thin = detail is Detail.LEAST
    if style.fill > 0.0:
        for part in _parts(shown, 2):
            yield partial(_fill, part, transform, style.fill)
    yield from _thin(paths, transform) if thin else _whole(paths, transform, style.thickness)
    width = 1.0 if thin else style.thickness
    for part in _parts(boxes, 1):
        yield partial(_box_halos, part, width)
    for group in _by_pen(boxes):
        yield partial(_box_outlines, group, width)
    for part in _parts(poses, 40):
        yield partial(_skeletons, part, transform, style.skeleton)
    if framed := [pair for pair in shown if pair[0].wanted or pair[0].picked]:
        yield partial(_frames, framed)
    if any(caption.far for caption in tags):
        yield partial(_leads, tags, transform)
    for start in range(0, len(tags), _TAGS):
        yield partial(_tags, tags[start : start + _TAGS])


def _whole(paths: Shown, transform: QTransform, thickness: float) -> Iterator[PaintStep]:
    """Outlines over their dark rims."""
    for part in _parts(paths, SHAPE_COST):
        yield partial(_path_halos, part, transform, thickness)
    for group in _by_pen(paths):
        for part in _parts(group, SHAPE_COST):
            yield partial(_path_outlines, part, transform, thickness)


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


def quick(painter: QPainter, shown: Shown, tags: Sequence[Caption], transform: QTransform, style: OutlineStyle) -> None:
    """Few objects while the view moves: all is there, but every outline is whole and without its dark rim."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for look, box in shown:
        painter.setPen(QPen(look.colour, style.thickness))
        if look.item.region.kind in ("polygon", "obb"):
            painter.drawPath(transform.map(look.path))
        else:
            painter.drawRect(box)
    _frames(shown, painter)
    _tags(tags, painter)


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
    for pen in label_style.pens(shown[0][0], width=1.0):
        painter.setPen(pen)
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
    for pen in label_style.pens(shown[0][0], width=width):
        painter.setPen(pen)
        for look, _ in shown:
            painter.drawPath(transform.map(look.path))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _box_halos(shown: Shown, width: float, painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(label_style.HALO, width + 2))
    painter.drawRects([box for _, box in shown])


def _box_outlines(shown: Shown, width: float, painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in label_style.pens(shown[0][0], width=width):
        painter.setPen(pen)
        painter.drawRects([box for _, box in shown])


def _skeletons(shown: Shown, transform: QTransform, skeleton: Skeleton | None, painter: QPainter) -> None:
    for look, _ in shown:
        if isinstance(region := look.item.region, Keypoints):
            late_paint.skeleton_paint.paint(painter, region, skeleton, transform)


def _frames(shown: Shown, painter: QPainter) -> None:
    for look, box in shown:
        if look.wanted or look.picked:
            label_style.paint_frame(painter, box, wanted=look.wanted)


def _tags(tags: Sequence[Caption], painter: QPainter) -> None:
    for caption in tags:
        label_style.paint_tag(painter, caption.look, caption.rect, caption.form)


def _leads(tags: Sequence[Caption], transform: QTransform, painter: QPainter) -> None:
    """Lines from tags that stand off to their objects."""
    for caption in tags:
        if caption.far:
            ends = caption.rect.center(), transform.map(QPointF(*caption.look.bounds[:2]))
            for colour, width in ((label_style.HALO, 3.0), (caption.look.colour, 1.0)):
                painter.setPen(QPen(colour, width))
                painter.drawLine(*ends)
