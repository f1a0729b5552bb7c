"""What the harness asks of an application. One subclass each, `Driver` by name, in ``driver_<application>.py``.

Runs in the application's own interpreter, with any of PyQt5, PyQt6 and PySide6: only the standard library is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

State = tuple[str, int]
"""The picture that a painting has shown, empty for none, and how many shapes on it."""


class Application:
    """An annotator under test.

    Attributes
    ----------
    qt : str
        Its binding.
    form : str
        Folder of its data.
    selects_first : bool
        Whether a shape is selected by one click and dragged by another press.
    """

    qt = ""
    form = ""
    selects_first = False

    def main(self, folder: str, *, large: bool) -> None:
        """The application's own entry point, with a folder on its command line where one is given.

        `large` lifts a limit on the size of pictures by the application's own option.
        """
        raise NotImplementedError

    def canvas_class(self) -> type:
        """The class whose ``paintEvent`` draws picture and shapes."""
        raise NotImplementedError

    def find_window(self, app: Any) -> Any:
        """The main window, once it is there."""
        return next(w for w in app.topLevelWidgets() if type(w).__name__ == "MainWindow")

    def take_window(self, window: Any) -> None:
        """What the driver keeps of it."""
        raise NotImplementedError

    def canvas(self) -> Any:
        """The widget whose ``repaint()`` draws the picture."""
        raise NotImplementedError

    def state(self) -> State:
        """Read at the end of every painting of the canvas."""
        raise NotImplementedError

    def scale(self) -> float:
        """Screen pixels per image pixel."""
        raise NotImplementedError

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """Image pixels to pixels of `canvas`."""
        raise NotImplementedError

    def target_x(self) -> float:
        """Where the polygon in the middle is."""
        raise NotImplementedError

    def open_file(self, folder: str, name: str) -> None:
        """What the application does once a person has chosen the file."""
        raise NotImplementedError

    def zoom(self, inwards: bool) -> None:
        """The action that its key calls."""
        raise NotImplementedError

    def pan(self, dx: int, dy: int) -> None:
        """Shift the picture by screen pixels, as a drag or wheel does it."""
        raise NotImplementedError

    def centre(self) -> None:
        """Look at the middle, from where there is room to shift in every direction."""

    def edit(self, folder: str, name: str) -> Callable[[], object]:
        """One edit, ready to be saved: what to call, and nothing but that is timed."""
        raise NotImplementedError

    def sharp(self) -> bool:
        """Whether no sharper picture is still to come."""
        return True

    def background_busy(self) -> bool:
        """Whether work that opening has begun still runs in another thread."""
        return False
