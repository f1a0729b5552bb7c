"""The points of a pose project: their names, which ones change sides in a mirror, the bones between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M

MOST_POINTS = 1000


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What every object of a pose project is made of.

    Parameters
    ----------
    names : tuple of str
        One for each point, in the model's order.
    flip : tuple of int
        Of each point the one it becomes in a mirror image (``flip_idx`` of Ultralytics); a point in the middle
        becomes itself.
    bones : tuple of (int, int)
        Pairs of points that are joined by a line on the screen.
    """

    names: tuple[str, ...]
    flip: tuple[int, ...]
    bones: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, data: Any) -> Skeleton:
        """Read ``{"names": [...], "flip_idx": [...], "skeleton": [[a, b], ...]}``; only the names must be there.

        Raises
        ------
        UserError
            When the lists do not fit each other.
        """
        if not isinstance(data, dict) or not isinstance(data.get("names"), list) or not data["names"]:
            raise UserError(M('A skeleton needs "names": the list of its points.'))
        names = tuple(" ".join(str(name).split()) for name in data["names"])
        if len(names) > MOST_POINTS or not all(names) or len(set(names)) < len(names):
            raise UserError(M("Every point of a skeleton needs a name of its own."))
        count = len(names)
        flip = _whole(data.get("flip_idx") or list(range(count)), count)
        if len(flip) != count or any(flip[flip[i]] != i for i in range(count)):
            raise UserError(
                M('"flip_idx" of a skeleton names for each point the one it becomes in a mirror, and back.')
            )
        bones = data.get("skeleton") or []
        if not isinstance(bones, list) or any(not isinstance(b, list | tuple) or len(b) != 2 for b in bones):
            raise UserError(M('"skeleton" is a list of pairs of points, counted from 0.'))
        pairs = [_whole(list(bone), count) for bone in bones]
        return cls(names, flip, tuple((a, b) for a, b in pairs))

    @classmethod
    def generic(cls, count: int) -> Skeleton:
        """Points without a meaning; COCO's person where there are 17."""
        if count == len(COCO_PERSON.names):
            return COCO_PERSON
        return cls(tuple(f"point {i + 1}" for i in range(count)), tuple(range(count)))

    def data(self) -> dict[str, Any]:
        """As `of` reads it."""
        return {"names": list(self.names), "flip_idx": list(self.flip), "skeleton": [list(b) for b in self.bones]}


def _whole(values: Sequence[Any], count: int) -> tuple[int, ...]:
    if not all(isinstance(v, int) and not isinstance(v, bool) and 0 <= v < count for v in values):
        raise UserError(M("Points of a skeleton are counted from 0 to {count}.", count=count - 1))
    return tuple(values)


COCO_PERSON = Skeleton(
    names=(
        *("nose", "left eye", "right eye", "left ear", "right ear", "left shoulder", "right shoulder"),
        *("left elbow", "right elbow", "left wrist", "right wrist", "left hip", "right hip"),
        *("left knee", "right knee", "left ankle", "right ankle"),
    ),
    flip=(0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15),
    bones=(
        *((15, 13), (13, 11), (16, 14), (14, 12), (11, 12), (5, 11), (6, 12), (5, 6), (5, 7), (6, 8), (7, 9), (8, 10)),
        *((1, 2), (0, 1), (0, 2), (1, 3), (2, 4), (3, 5), (4, 6)),
    ),
)
"""The 17 points of COCO, in the order of the published pose models (https://cocodataset.org/#keypoints-2020)."""
