"""What a model says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

UNNAMED = 10_000
"""Class numbers of a model that neither names its classes nor says how many they are go up to this."""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model says of itself.

    Parameters
    ----------
    task : str
        One of `core.vocabulary.Task`.
    names : mapping of int to str
        Class index to name, 0 to n - 1 in order. Of a model without names the numbers as text; empty where it does not
        even say how many there are.
    imgsz : (int, int)
        Height and width of the input in use, pixels.
    sha256 : str
        Digest of the weights' bytes (of all its files for formats that are folders).
    end2end : bool
        Whether no NMS is needed; False only for older `.pt` models that have no NMS-free head.
    stride : int
        Sides of the input are multiples of it.
    trained_on : str
        Dataset YAML of the training, as the weights recorded it; empty when unknown.
    points : int
        Points of every object of a pose model; 0 for the other tasks.
    point_values : int
        Numbers the model gives for each point: 2 (x, y) or 3 (and its confidence).
    named : bool
        Whether the file names its classes.
    """

    task: str
    names: Mapping[int, str]
    imgsz: tuple[int, int]
    sha256: str
    end2end: bool = True
    stride: int = 32
    trained_on: str = ""
    points: int = 0
    point_values: int = 3
    named: bool = True

    @property
    def classes(self) -> int:
        """Class indices are below it."""
        return len(self.names) or UNNAMED
