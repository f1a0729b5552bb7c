"""Our scenes: shapes on textured ground, a long tail, small and hidden things, a ground that shifts by generation.

`shapes` has more shapes than these ten; the base model is trained on those that are not here, so that its frozen
layers have seen how things are drawn and none of the things that are looked for.
"""

from __future__ import annotations

from tests.benchmarks.collapse import shapes

SIZE = 160
ODDS = {
    "disc": 10,
    "square": 10,
    "triangle": 8,
    "cross": 8,
    "ring": 6,
    "heart": 5,
    "tee": 4,
    "star": 2,
    "arrow": 1,
    "crescent": 1,
}
"""How often each is drawn; the tail by the program's rule is the last three."""
NAMES = tuple(ODDS)
OTHERS = tuple(name for name in shapes.OUTLINES if name not in ODDS)


def scene(seed: int, *, generation: int = 0, even: bool = False) -> shapes.Scene:
    """An image and its objects; `even`: every class as often as any other."""
    weights = [1] * len(NAMES) if even else list(ODDS.values())
    return shapes.drawn(seed, NAMES, weights, size=SIZE, shift=generation)


def base_scene(seed: int) -> shapes.Scene:
    """A scene of the other shapes, of any ground, for the base model."""
    return shapes.drawn(seed, OTHERS, [1] * len(OTHERS), size=SIZE, shift=seed % 6, most=12)
