"""labelme 6 (PyQt5)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from driver import Application, State


class Driver(Application):
    """Its canvas is a widget in a scroll area; a press selects and begins a drag; it saves at each release."""

    qt, form = "PyQt5", "labelme"
    _window: Any = None

    def main(self, folder: str, *, large: bool) -> None:
        import labelme.__main__

        sys.argv = ["labelme", "--logger-level", "info", *([folder] if folder else [])]
        labelme.__main__.main()

    def canvas_class(self) -> type:
        from labelme.widgets.canvas import Canvas

        return Canvas

    def take_window(self, window: Any) -> None:
        self._window = window

    def canvas(self) -> Any:
        return self._window._canvas_widgets.canvas

    def state(self) -> State:
        return (self._window._image_path or "", len(self.canvas().shapes)) if self._window else ("", 0)

    def scale(self) -> float:
        return self.canvas().scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        offset, scale = self.canvas()._compute_image_origin_offset(), self.canvas().scale
        return (x + offset.x()) * scale, (y + offset.y()) * scale

    def target_x(self) -> float:
        return self.canvas().shapes[-1].points[0].x()

    def open_file(self, folder: str, name: str) -> None:
        self._window._load_from_file_or_dir(str(Path(folder) / name))

    def zoom(self, inwards: bool) -> None:
        actions = self._window._actions
        (actions.zoom_in if inwards else actions.zoom_out).trigger()

    def pan(self, dx: int, dy: int) -> None:
        window = self._window
        for bar, by in zip(_bars(window._canvas_widgets.scroll_bars), (dx, dy), strict=True):
            window.set_scroll_value(bar, window._canvas_widgets.scroll_bars[bar].value() - by)

    def edit(self, folder: str, name: str) -> Callable[[], object]:
        return lambda: self._window.save_labels(str((Path(folder) / name).with_suffix(".json")))


def _bars(bars: dict[Any, Any]) -> list[Any]:
    """The horizontal one first; its number is 1."""
    return sorted(bars, key=int)
