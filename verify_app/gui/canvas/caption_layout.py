"""Which captions are in view and where: the placement of the present zoom, held in view, and what stands over it.

What is selected or pointed at is captioned in full by the layer above; captions in its way are not shown then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QRegion, QTransform

from verify_app.core.vocabulary import LabelState
from verify_app.gui.canvas import captions
from verify_app.gui.canvas.bounds_index import Bounds, BoundsIndex
from verify_app.gui.canvas.captions import FEW, GAP, HEIGHT, Spot, Taken, Wish
from verify_app.gui.canvas.label_style import Look

CROWD = 600
"""Of more objects in the image, captions are placed only where one looks."""
WIDE = 66.0
"""Of more than that in view, only those from this width on have a caption, in screen pixels."""
AROUND = 0.25
"""Captions are placed for so much of the view on each side of it besides."""
HELD = 150
"""Up to so many objects in the image or in view, captions are held in view while their objects are."""
STEPS_KEPT = 12
"""So many steps of the zoom are not placed anew when one comes back to them."""
KEPT_FOR = 1.3
"""At a zoom that differs by more, captions are placed as if for the first time: one step of the wheel is less."""
_SIFTED = 8
"""More captions than that are looked at one by one."""
_FRONTS = 6
"""So many full captions are not placed anew while nothing changes; each is asked for several times a frame."""
_LOWER = 4
"""So many rows further down is looked for a place for a caption that is held."""


class Caption(NamedTuple):
    """A caption on the screen: left, top and width in whole pixels, and whether it stands off its object."""

    look: Look
    x: float
    y: float
    width: float
    form: int
    far: bool = False

    @property
    def rect(self) -> QRectF:
        return QRectF(self.x, self.y, self.width, HEIGHT)

    def meets(self, other: Caption) -> bool:
        """Whether the two would lie on each other."""
        beside = self.x >= other.x + other.width or other.x >= self.x + self.width
        return not beside and abs(self.y - other.y) < HEIGHT


Shown = Mapping[str, Caption]
_View = tuple[float, float, float, float, float, float, float]


class CaptionLayout:
    """Keeps the placement while nothing changes that it depends on."""

    def __init__(self) -> None:
        self._looks: Mapping[str, Look] = {}
        self._index = BoundsIndex(1.0, 1.0)
        self._picture = 0.0, 0.0
        self._places: dict[str, Spot] = {}
        self._made_for: tuple[float, bool] | None = None
        self._made: dict[float, dict[str, Spot]] = {}
        self._area: Bounds | None = None
        self._placed_at = 0.0
        self._widest: float | None = None
        self._selected = self._pointed = ""
        self._guest: Look | None = None
        self._known_fronts: list[tuple[Look, _View, Shown, Caption]] = []
        self._base: dict[_View, Shown] = {}
        self._shown: dict[_View, Shown] = {}

    # --- what there is ----------------------------------------------------------------------------------------

    def set_looks(self, looks: Mapping[str, Look], index: BoundsIndex, picture: tuple[float, float]) -> None:
        """Caption these objects of an image so large, in its pixels; `index` says which lie where."""
        if picture != self._picture:
            self._places = {}
        self._looks, self._index, self._picture = looks, index, picture
        self._made_for = self._widest = None
        self._base, self._shown, self._made, self._known_fronts = {}, {}, {}, []

    def set_selected(self, item_id: str) -> None:
        """The layer above captions this one in full, wherever that stands; empty for none."""
        self._selected, self._shown = item_id, {}

    def set_pointed(self, item_id: str) -> None:
        """The same for what the pointer is on."""
        self._pointed, self._shown = item_id, {}

    def set_guest(self, guest: Look | None) -> None:
        """The same for what is none of the objects."""
        self._guest, self._shown = guest, {}

    @property
    def pointed(self) -> Look | None:
        """What the pointer is on, when its caption is not to be read in full without that."""
        return self._looks.get(self._pointed)

    @property
    def _fronts(self) -> list[Look]:
        known = (self._looks.get(key) for key in dict.fromkeys((self._selected, self._pointed)))
        return [look for look in (*known, self._guest) if look is not None and look.tagged]

    # --- where they are ---------------------------------------------------------------------------------------

    def shown(self, transform: QTransform, view: QRectF) -> Shown:
        """The captions in view but those of the layer above, and none that would lie under one of these."""
        base = self._in_view(transform, view)
        fronts = self._fronts
        if not fronts:
            return base
        at = _key(transform, view)
        if at not in self._shown:
            over = [self.front(look, transform, view) for look in fronts]
            ids = {look.item.id for look in fronts}
            left = {k: c for k, c in base.items() if k not in ids and not any(c.meets(front) for front in over)}
            _keep(self._shown, at, left)
        return self._shown[at]

    def front(self, look: Look, transform: QTransform, view: QRectF) -> Caption:
        """Where an object's full caption goes: at a free place beside it, else where it would be if it were alone.

        Among many no place is looked for: what is in its way is not shown.
        """
        base = self._in_view(transform, view) if self.holds(transform, view) else {}
        at = _key(transform, view)
        for known in self._known_fronts:
            if known[0] is look and known[1] == at and known[2] is base:
                return known[3]
        found = self._free_beside(look, transform, view, base)
        if base:
            self._known_fronts = [(look, at, base, found), *self._known_fronts[: _FRONTS - 1]]
        return found

    def _free_beside(self, look: Look, transform: QTransform, view: QRectF, base: Shown) -> Caption:
        key = look.item.id
        place, order = self._places.get(key), captions.BELOW if look.below else captions.USUAL
        if place is not None and place.slot != captions.FAR:
            order = (place.slot, *order)
        places = [alone(look, look.bounds, transform, view, slot) for slot in (order if base else order[:1])]
        left, right = min(p.x for p in places), max(p.x + p.width for p in places)
        top, low = min(p.y for p in places) - HEIGHT, max(p.y for p in places) + HEIGHT
        near = [c for k, c in base.items() if top < c.y < low and c.x < right and c.x + c.width > left and k != key]
        return next((at for at in places if not any(at.meets(other) for other in near)), places[0])

    def holds(self, transform: QTransform, view: QRectF) -> bool:
        """Whether captions are held in view while their objects are; of many they move with the image."""
        return len(self._looks) <= HELD or self._index.at_most(_area(transform, view), HELD) is not None

    def moved(self, old: QTransform, new: QTransform, view: QRectF) -> list[Caption]:
        """Captions that do not move with the image when it is panned: as they stood before, and as they stand now.

        Those from before are where panning has put them.
        """
        dx, dy = new.dx() - old.dx(), new.dy() - old.dy()
        if not self.holds(old, view) and not self.holds(new, view):
            fronts = [(self.front(look, old, view), self.front(look, new, view)) for look in self._fronts]
            if all((was.x + dx, was.y + dy) == (now.x, now.y) for was, now in fronts):
                return []
        before = {key: was._replace(x=was.x + dx, y=was.y + dy) for key, was in self.shown(old, view).items()}
        return differing(before, self.shown(new, view))

    def in_way(self, caption: Caption, transform: QTransform, view: QRectF) -> bool:
        """Whether a caption would lie on one that is shown."""
        return any(caption.meets(other) for other in self.shown(transform, view).values())

    def _in_view(self, transform: QTransform, view: QRectF) -> Shown:
        at = _key(transform, view)
        if at not in self._base:
            _keep(self._base, at, self._on_screen(transform, view))
        return self._base[at]

    def _on_screen(self, transform: QTransform, view: QRectF) -> Shown:
        seen = _area(transform, view)
        self._bring_up_to_date(transform.m11(), seen)
        sx, sy, tx, ty = transform.m11(), transform.m22(), transform.dx(), transform.dy()
        left, top, right, bottom = seen
        found: dict[str, Caption] = {}
        cut: list[tuple[Look, Caption]] = []
        looks, x1, y1, x2, y2 = self._looks, view.left(), view.top(), view.right(), view.bottom() - HEIGHT
        for key, place in self._places.items():
            look = looks[key]
            b = look.bounds
            if b[0] > right or b[2] < left or b[1] > bottom or b[3] < top:
                continue
            x, y = round(place.x * sx + tx) + place.dx, round(place.y * sy + ty) + place.dy
            width = look.forms[place.form].width
            caption = Caption(look, x, y, width, place.form, place.slot == captions.FAR)
            if x >= x1 and y >= y1 and x + width <= x2 and y <= y2:
                found[key] = caption
            else:
                cut.append((look, caption))
        if cut:
            self._hold(cut, found, view, hold=self.holds(transform, view))
        return found

    @staticmethod
    def _hold(cut: list[tuple[Look, Caption]], found: dict[str, Caption], view: QRectF, *, hold: bool) -> None:
        """Those that are not wholly in view are moved into it as far as there is room, or stay cut off."""
        if not hold:
            found.update((look.item.id, caption) for look, caption in cut)
            return
        taken = Taken()
        for caption in found.values():
            taken.take(caption.x, caption.y, caption.width)
        for look, caption in cut:
            for form in dict.fromkeys((caption.form, len(look.forms) - 1)):
                width = look.forms[form].width
                x, y = _within(caption.x, caption.y, width, view)
                step = HEIGHT + GAP if y >= caption.y else -HEIGHT - GAP
                tops = [
                    y + step * row for row in range(_LOWER) if view.top() <= y + step * row <= view.bottom() - HEIGHT
                ]
                free = next((top for top in tops if taken.free(x, top, width)), None)
                if free is not None:
                    found[look.item.id] = Caption(look, x, free, width, form)
                    taken.take(x, free, width)
                    break

    # --- the placement ----------------------------------------------------------------------------------------

    def _bring_up_to_date(self, scale: float, seen: Bounds) -> None:
        """Spot anew where the objects, the zoom's step or, among very many, the part of the image are others now."""
        count = len(self._looks)
        crowded = count > CROWD and self._index.at_most(seen, CROWD) is None
        made_for = captions.step_of(scale, few=count <= FEW), crowded
        if made_for == self._made_for and (self._area is None or _holds(self._area, seen)):
            return
        if self._placed_at and not 1 / KEPT_FOR <= scale / self._placed_at <= KEPT_FOR:
            self._places = {}
        self._made_for, self._area, self._placed_at = made_for, None, scale
        if count <= CROWD and made_for[0] in self._made:
            self._places = self._made[made_for[0]]
            return
        keys: Iterable[str] = self._looks
        if crowded:
            keys = self._wide(seen, scale)
        elif count > CROWD:
            self._area = _wider(seen)
            found = self._index.at_most(self._area, 2 * CROWD)
            if found is None:
                self._area, found = seen, list(self._index.within(seen))
            keys = found
        looks = ranked(self._looks[key] for key in keys)
        wishes = [Wish(x.item.id, x.bounds, tuple([form.width for form in x.forms]), x.below) for x in looks]
        self._places = captions.place(wishes, made_for[0], self._picture, self._places, few=count <= FEW)
        if count <= CROWD:
            while len(self._made) >= STEPS_KEPT:
                del self._made[next(iter(self._made))]
            self._made[made_for[0]] = self._places

    def _wide(self, seen: Bounds, scale: float) -> Iterable[str]:
        """Those in view that are wide enough for a caption when very many are."""
        if self._widest is None:
            self._widest = max(look.bounds[2] - look.bounds[0] for look in self._looks.values())
        if self._widest * scale < WIDE:
            return ()
        self._area, least, looks = seen, WIDE / scale, self._looks
        return [k for k in self._index.within(seen) if (b := looks[k].bounds)[2] - b[0] >= least]


def alone(look: Look, bounds: Bounds, transform: QTransform, view: QRectF, slot: int | None = None) -> Caption:
    """Where the full caption of an object with these bounds goes when no other is asked about, held in view."""
    width = look.forms[0].width
    if slot is None:
        slot = (captions.BELOW if look.below else captions.USUAL)[0]
    side, edge, dx, dy = captions.offset(slot, width)
    x = round(bounds[side] * transform.m11() + transform.dx()) + dx
    y = round(bounds[edge] * transform.m22() + transform.dy()) + dy
    return Caption(look, *_within(x, y, width, view), width, 0)


def differing(before: Shown, now: Shown) -> list[Caption]:
    """Captions of either that the other has not, or elsewhere, or otherwise."""
    if before == now:
        return []
    gone = [caption for key, caption in before.items() if now.get(key) != caption]
    return gone + [caption for key, caption in now.items() if before.get(key) != caption]


def reach_of(caption: Caption, transform: QTransform) -> QRectF:
    """What a caption covers, with the line that leads to it when it stands off."""
    area = caption.rect
    if caption.far:
        corner = transform.map(QPointF(*caption.look.bounds[:2]))
        area |= QRectF(corner, area.center()).normalized()
    return area.adjusted(-2, -2, 2, 2)


def within(shown: Shown, region: QRegion) -> list[Caption]:
    """The captions that may lie in a region of the screen, or lines that lead to them."""
    area = region.boundingRect()
    left, top, right, bottom = area.left(), area.top() - HEIGHT, area.right() + 1, area.bottom() + 1
    found = [c for c in shown.values() if c.far or (c.x < right and c.x + c.width > left and top < c.y < bottom)]
    if len(found) < _SIFTED or region.rectCount() == 1:
        return found
    return [caption for caption in found if caption.far or region.intersects(caption.rect.toAlignedRect())]


def ranked(looks: Iterable[Look]) -> list[Look]:
    """Those that have a caption, the surest first."""
    return sorted((look for look in looks if look.tagged and look.item.region.kind != "image"), key=_rank)


def _rank(look: Look) -> tuple[bool, bool, float, str]:
    """What is pointed out first, then a person's word, then the surer; what a program would draw last."""
    item = look.item
    unsure = 0.0 if item.state is LabelState.SUGGESTION else 1.0
    return (
        not look.wanted,
        item.state is not LabelState.VERIFIED,
        -(unsure if item.conf is None else item.conf),
        item.id,
    )


def _within(x: float, y: float, width: float, view: QRectF) -> tuple[float, float]:
    """A caption's left and top so that it lies in view."""
    x = max(min(x, view.right() - width), view.left())
    return x, max(min(y, view.bottom() - HEIGHT), view.top())


def _key(transform: QTransform, view: QRectF) -> _View:
    corner = view.left(), view.top(), view.right(), view.bottom()
    return (transform.m11(), transform.dx(), transform.dy(), *corner)


def _keep(known: dict[_View, Shown], at: _View, shown: Shown) -> None:
    """Of the view before and of this one."""
    while len(known) > 1:
        del known[next(iter(known))]
    known[at] = shown


def _area(transform: QTransform, view: QRectF) -> Bounds:
    """What of the image is in view."""
    seen = transform.inverted()[0].mapRect(view)
    return seen.left(), seen.top(), seen.right(), seen.bottom()


def _wider(seen: Bounds) -> Bounds:
    across, down = AROUND * (seen[2] - seen[0]), AROUND * (seen[3] - seen[1])
    return seen[0] - across, seen[1] - down, seen[2] + across, seen[3] + down


def _holds(area: Bounds, seen: Bounds) -> bool:
    return area[0] <= seen[0] and area[1] <= seen[1] and area[2] >= seen[2] and area[3] >= seen[3]
