"""What reviewing costs a person, in seconds: the acts that `count_keys` counts on the real window, timed as in KLM.

Which keys and drags each kind of error takes is not written down here: the hands of `count_keys` do their rows on a
recorder. Seconds of an act are the keystroke-level model's (Card, Moran & Newell 1980): a key 0.28 s (an average
typist), pointing 1.1 s, pressing or releasing a mouse button 0.1 s, a look that decides something 1.35 s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from tests.benchmarks import count_keys

KEY, POINT, BUTTON, LOOK = 0.28, 1.1, 0.1, 1.35


@dataclass
class Recorder:
    """Hands that only count the time."""

    seconds: float = 0.0
    acts: list[str] = field(default_factory=list)

    def key(self, name: str) -> None:
        self._took(name, KEY)

    def pick(self, x: float, y: float) -> None:
        """Where keys follow the pointer, coming to an object selects it."""
        self._took("point", POINT)

    def click(self, x: float, y: float) -> None:
        self._took("click", POINT + 2 * BUTTON)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._took("drag", 2 * POINT + 2 * BUTTON)

    def _took(self, act: str, seconds: float) -> None:
        self.acts.append(act)
        self.seconds += seconds


@dataclass(frozen=True)
class Costs:
    """Seconds of hand work: to complete an image, and besides for each error put right."""

    complete: float
    reclass: float
    reshape: float
    draw: float
    reject: float


@cache
def costs() -> Costs:
    """From the rows of `count_keys`: what a row takes beyond the key that completes the image."""
    done = _seconds("all right")
    return Costs(
        complete=done,
        reclass=_seconds("one wrong class") - done,
        reshape=_seconds("one loose") - done,
        draw=_seconds("one missing") - done + KEY,  # and the key of its class
        reject=_seconds("one false") - done,
    )


def _seconds(row: str) -> float:
    do: Callable[..., None] = next(one.do for one in count_keys.ROWS if one.name == row)
    hands = Recorder()
    do(hands)
    return hands.seconds


def seconds(*, looked: int, reclassed: int = 0, reshaped: int = 0, drawn: int = 0, rejected: int = 0) -> float:
    """One image: a look at each object that is shown, one for what may be missing, and the hands' work."""
    each = costs()
    hands = reclassed * each.reclass + reshaped * each.reshape + drawn * each.draw + rejected * each.reject
    return (looked + drawn + 1) * LOOK + hands + each.complete
