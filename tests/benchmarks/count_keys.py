"""Keys and clicks for ten typical images: ours by driving the real window, others' as their documentation has them.

The rule: a key with whatever is held beside it is one, a click is one, a drag from pressing to releasing is one, moving
the pointer is none. An image is done when every object on it is right, nothing else is on it, and the next image is in
front. Ours is on record as complete by then, which is checked against the truth after every image; so others are
counted twice: to the same labels, and to the same labels with a person's word on record that the image was looked at.

python tests/benchmarks/count_keys.py            # JSON, then a table for CONTRIBUTING on the error stream
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import scenery
from tests.benchmarks import peer_keys
from tests.scenery import Said
from verify_app.core.geometry import Box
from verify_app.core.vocabulary import ImageState

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from verify_app.gui.shell.window import MainWindow

SIZE = (640, 480)
BOLT, NUT, GEAR = 1, 2, 3
RIGHT_IOU = 0.9
PATIENCE_S = 10.0

Thing = tuple[int, tuple[float, float, float, float]]


def _at(place: int, width: float = 80, height: float = 60) -> tuple[float, float, float, float]:
    """Places in rows of six."""
    x, y = 20 + 100 * (place % 6), 20 + 90 * (place // 6)
    return (x, y, x + width, y + height)


def _sure(things: list[Thing]) -> list[Said]:
    return [(class_id, box, 0.9) for class_id, box in things]


FOUR: list[Thing] = [(BOLT, _at(1)), (NUT, _at(9)), (GEAR, _at(14)), (BOLT, _at(22))]
THIRTY: list[Thing] = [(BOLT + k % 3, _at(k)) for k in range(30)]
MIDDLE = FOUR[2]
"""What is wrong is neither the first nor the last of them in reading order."""


@dataclass(frozen=True)
class Row:
    """One image: what is on it, what the model says of it, and what a person does."""

    name: str
    truth: list[Thing]
    said: list[Said]
    do: Callable[[Hands], None]


@dataclass
class Hands:
    """Presses and counts on a real window."""

    window: MainWindow
    aims: bool = False
    acts: list[str] = field(default_factory=list)

    def key(self, name: str) -> None:
        """A key with what is held beside it."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        pressed = QKeySequence(name)[0]
        QTest.keyClick(self.window.focusWidget() or self._canvas, pressed.key(), pressed.keyboardModifiers())
        self._done(name)

    def pick(self, x: float, y: float) -> None:
        """Take an object in hand: by a click, or by coming to it where keys follow the pointer."""
        if self.aims:
            from PySide6.QtCore import QEvent, Qt

            none = Qt.MouseButton.NoButton
            self._mouse(QEvent.Type.MouseMove, (x, y), none, none)
            self.settle(lambda: True)
        else:
            self.click(x, y)

    def click(self, x: float, y: float) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=self._canvas.mapFromScene(x, y))
        self._done("click")

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        from PySide6.QtCore import QEvent, Qt

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseButtonPress, start, left, left)
        for step in range(1, 6):
            between = tuple(a + (b - a) * step / 5 for a, b in zip(start, end, strict=True))
            self._mouse(QEvent.Type.MouseMove, between, none, left)
        self._mouse(QEvent.Type.MouseButtonRelease, end, left, none)
        self._done("drag")

    def _mouse(self, kind: object, place: tuple[float, ...], cause: Qt.MouseButton, held: Qt.MouseButton) -> None:
        from PySide6.QtCore import QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        viewport = self._canvas.viewport()
        at = QPointF(self._canvas.mapFromScene(*place))
        where, plain = QPointF(viewport.mapToGlobal(at)), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(viewport, QMouseEvent(kind, at, where, cause, held, plain))  # type: ignore[call-overload]

    @property
    def _canvas(self):  # type: ignore[no-untyped-def]
        return self.window.review_page.canvas

    def _done(self, act: str) -> None:
        self.acts.append(act)
        self.settle(lambda: True)

    def settle(self, done: Callable[[], bool]) -> None:
        """Wait until it is so and nothing more happens."""
        from PySide6.QtCore import QCoreApplication

        end = time.perf_counter() + PATIENCE_S
        while not done():
            assert time.perf_counter() < end, f"after {self.acts}: {self.window.review_page.message.text}"
            QCoreApplication.processEvents()
        for _ in range(5):
            QCoreApplication.processEvents()


def _center(thing: Thing) -> tuple[float, float]:
    x1, y1, x2, y2 = thing[1]
    return (x1 + x2) / 2, (y1 + y2) / 2


def _complete(hands: Hands) -> None:
    hands.key("Space")


def _empty(hands: Hands) -> None:
    hands.key("Shift+Space")


def _reclass(hands: Hands) -> None:
    hands.pick(*_center(MIDDLE))
    hands.key(str(MIDDLE[0]))
    hands.key("Space")


def _reshape(hands: Hands) -> None:
    x2, y2 = MIDDLE[1][2:]
    hands.pick(*_center(MIDDLE))
    hands.drag((x2 + 30, y2 + 25), (x2, y2))
    hands.key("Space")


def _draw(hands: Hands) -> None:
    x1, y1, x2, y2 = MIDDLE[1]  # of the class that was given last
    hands.key("R")
    hands.drag((x1, y1), (x2, y2))
    hands.key("Space")


def _reject(hands: Hands) -> None:
    hands.pick(*_center((GEAR, _at(11))))
    hands.key("X")
    hands.key("Space")


def _two_of_thirty(hands: Hands) -> None:
    hands.pick(*_center((BOLT, _at(8))))
    hands.key("X")
    hands.pick(*_center(THIRTY[19]))
    hands.key(str(THIRTY[19][0]))
    hands.key("Space")


def _hidden(hands: Hands) -> None:
    hands.key("Space")
    hands.key("F")
    hands.key("Space")


def _wrong(thing: Thing) -> Thing:
    return (thing[0] % 3 + 1, thing[1])


def _loose(thing: Thing) -> Thing:
    x1, y1, x2, y2 = thing[1]
    return (thing[0], (x1, y1, x2 + 30, y2 + 25))


_29 = [thing for k, thing in enumerate(THIRTY) if k != 8]
_DOUBLE = (MIDDLE[0], tuple(v + 3 for v in MIDDLE[1]))
ROWS = (
    Row("all right", FOUR, _sure(FOUR), _complete),
    Row("one wrong class", FOUR, _sure([*FOUR[:2], _wrong(MIDDLE), FOUR[3]]), _reclass),
    Row("one loose", FOUR, _sure([*FOUR[:2], _loose(MIDDLE), FOUR[3]]), _reshape),
    Row("one missing", FOUR, _sure([*FOUR[:2], FOUR[3]]), _draw),
    Row("one false", FOUR, _sure([*FOUR, (GEAR, _at(11))]), _reject),
    Row("nothing there", [], [], _empty),
    Row(
        "30 objects, 2 wrong",
        _29,
        _sure([_wrong(thing) if k == 19 else thing for k, thing in enumerate(THIRTY)]),
        _two_of_thirty,
    ),
    Row("true one hidden", FOUR, [*_sure([*FOUR[:2], FOUR[3]]), (*MIDDLE, 0.18)], _hidden),
    Row("duplicate boxes", FOUR, [*_sure(FOUR), (*_DOUBLE, 0.7)], _complete),  # type: ignore[list-item]
    Row("all false", [], _sure([(GEAR, _at(k)) for k in (0, 7, 14, 21, 28)]), _empty),
)


def project(folder: Path) -> Path:
    """An image for each row, and one to go on to."""
    from verify_app.app.imports.files import add_images
    from verify_app.app.review import trials
    from verify_app.app.review.last_position import Place, remember
    from verify_app.core.queue.orders import Order
    from verify_app.core.vocabulary import Origin

    for number in range(len(ROWS) + 1):
        scenery.picture(folder / "photos" / f"{number:03}.png", number, SIZE)
    session = scenery.project(folder, images=0)
    add_images(session, [folder / "photos"], Origin.REAL)
    scenery.run(session, {i: row.said for i, row in enumerate(ROWS, start=1)})
    trials.set_rates(session, honeypots=0.0, blind=0.0)
    remember(session, Place(Order.FOUND))
    session.close()
    return session.folder


def check(window: MainWindow, image_id: int, row: Row) -> None:
    """That the image is complete, holds the truth and nothing else, and that the next one is in front."""
    from verify_app.app.review.image_view import look

    state = window.review_page.state
    review = look(state.session, image_id)
    wanted = ImageState.COMPLETE if row.truth else ImageState.COMPLETE_EMPTY
    assert review.state is wanted, f"{row.name}: {review.state}"
    left = [(item.class_id, item.region) for item in review.items]
    for class_id, box in row.truth:
        match = next((x for x in left if x[0] == class_id and x[1].overlap(Box(*box)) >= RIGHT_IOU), None)
        assert match is not None, f"{row.name}: {class_id} at {box} is not there"
        left.remove(match)
    assert not left, f"{row.name}: {left} should not be there"
    assert state.review is not None and state.review.id == image_id + 1, row.name


def ours(folder: Path, *, aims: bool) -> dict[str, list[str]]:
    """What each row took in the real window, as it is or where a click selects (`Shift+V`)."""
    from verify_app.gui.shell import main
    from verify_app.gui.shell.window import MainWindow

    main.application()
    window = MainWindow(reviewer="ann")
    assert window.open_project(folder)
    window.resize(1366, 768)
    window.show()
    if not aims:
        window.actions_by_id["aim"].trigger()
    found = {}
    for image_id, row in enumerate(ROWS, start=1):
        hands = Hands(window, aims)
        hands.settle(lambda: bool(window.review_page.state.seen))
        row.do(hands)
        check(window, image_id, row)
        found[row.name] = hands.acts
    assert window.session is not None and not list(window.session.project.problems())
    window.close()
    return found


Ours = dict[str, dict[str, list[str]]]
"""Acts by row, as the window is and where a click selects."""
WAYS = ("labels", "vouched")


def compared(mine: Ours) -> dict[str, object]:
    """Ours beside the others', both ways of counting theirs."""
    tools = list(peer_keys.ACTS)
    theirs = {w: {t: {r.name: _count(t, r.name, w) for r in ROWS} for t in tools} for w in WAYS}
    sums = {w: {t: _whole(list(theirs[w][t].values())) for t in tools} for w in WAYS}
    return {
        "ours": {
            how: {**{name: len(acts) for name, acts in rows.items()}, "all": _all(rows)} for how, rows in mine.items()
        },
        "others": {w: {t: {**theirs[w][t], "all": sums[w][t]} for t in tools} for w in WAYS},
        "fewest_in_every_row": {
            how: {w: all(len(rows[r.name]) <= _least(theirs[w][t][r.name] for t in tools) for r in ROWS) for w in WAYS}
            for how, rows in mine.items()
        },
        "ours_over_best": {
            how: {w: round(_all(rows) / _least(sums[w].values()), 2) for w in WAYS} for how, rows in mine.items()
        },
        "targets": {"fewest_in_every_row": True, "ours_over_best": 0.5},
        "acts": mine,
        "others_acts": {t: {r.name: peer_keys.acts(t, r.name, vouched=False) for r in ROWS} for t in tools},
        "vouching": peer_keys.VOUCHING,
        "sources": peer_keys.SOURCES,
    }


def _all(rows: dict[str, list[str]]) -> int:
    return sum(map(len, rows.values()))


def _least(counts: Iterable[int | None]) -> int:
    return min(n for n in counts if n is not None)


def _whole(counts: list[int | None]) -> int | None:
    return None if None in counts else sum(n for n in counts if n is not None)


def _count(tool: str, row: str, way: str) -> int | None:
    sequence = peer_keys.acts(tool, row, vouched=way == "vouched")
    return None if sequence is None else peer_keys.keys_and_clicks(sequence)


def table(mine: Ours) -> str:
    """For CONTRIBUTING: others as ``labels / labels and a word on record``."""
    tools, found = list(peer_keys.ACTS), compared(mine)
    others: dict[str, dict[str, dict[str, int | None]]] = found["others"]  # type: ignore[assignment]
    own: dict[str, dict[str, int]] = found["ours"]  # type: ignore[assignment]
    lines = [f"| image | ours | with clicks (Shift+V) | {' | '.join(tools)} |", "|---" * (len(tools) + 3) + "|"]
    for name in [*(row.name for row in ROWS), "all"]:
        cells = [f"{others['labels'][t][name]} / {others['vouched'][t][name] or '–'}" for t in tools]
        acts = f" ({', '.join(mine['as it is'][name])})" if name != "all" else ""
        pair = f"{own['as it is'][name]}{acts} | {own['clicking'][name]}"
        lines.append(f"| {name} | {pair} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    mine = {}
    for how, aims in (("clicking", False), ("as it is", True)):
        with tempfile.TemporaryDirectory() as scratch:
            os.environ["VERIFY_APP_CONFIG_DIR"] = scratch
            mine[how] = ours(project(Path(scratch) / "p"), aims=aims)
    print(json.dumps(compared(mine), indent=1, ensure_ascii=False))
    print(table(mine), file=sys.stderr)


if __name__ == "__main__":
    main()
