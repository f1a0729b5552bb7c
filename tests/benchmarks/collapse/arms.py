"""The arms: how each mixes what people have verified with what a model said. All levels mean the same by a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mix(StrEnum):
    """What an arm's training set of a generation is made of."""

    REPLACE = "replace"
    """What the model said of all images of this generation, and nothing else."""
    ALL = "all"
    """Every verified image and every model-labelled one of all generations: it grows."""
    FIXED = "fixed"
    """The same, drawn at random down to the size of generation 0."""
    CHECKED = "checked"
    """Images that were checked after generation 0, without the images of generation 0."""
    VERIFIED = "verified"
    """Every verified image: what the gate holds without the model-labelled ones."""
    GATE = "gate"
    """What the program exports."""
    REAL = "real"
    """Every image of all generations, all labelled by people."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to go on from generation to generation.

    Parameters
    ----------
    share : str
        The gate's share of real, verified images.
    depth : int or None
        The gate's `max_depth`; None: off.
    by_verified : bool
        Labels come from a model that was trained on verified images alone (depth 0).
    """

    name: str
    mix: Mix
    share: str = "0.5"
    depth: int | None = None
    tail_floor: bool = True
    fresh: bool = True
    by_verified: bool = False

    @property
    def reviews(self) -> bool:
        """Whether somebody reviews for it."""
        return self.mix not in (Mix.REPLACE, Mix.REAL)

    @property
    def key(self) -> str:
        """Its name in file names."""
        return self.name.replace(" ", "-")


ARMS = (
    Arm("replace", Mix.REPLACE),
    Arm("accumulate all", Mix.ALL),
    Arm("fixed size", Mix.FIXED),
    Arm("checked only", Mix.CHECKED),
    Arm("verified only", Mix.VERIFIED),
    Arm("gate 20", Mix.GATE, share="0.2"),
    Arm("gate 50", Mix.GATE),
    Arm("gate 50 depth 1", Mix.GATE, depth=1),
    Arm("gate 50 depth 0 labeller", Mix.GATE, by_verified=True),
    Arm("gate 50 no tail floor", Mix.GATE, tail_floor=False),
    Arm("gate 50 no fresh share", Mix.GATE, fresh=False),
    Arm("real only", Mix.REAL),
)
BY_NAME = {arm.name: arm for arm in ARMS}
