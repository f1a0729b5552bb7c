"""X-AnyLabeling 4 (PyQt6)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from driver import Application, State


class Driver(Application):
    """Its canvas is a widget in a scroll area; a press selects and begins a drag; it saves at each release."""

    qt, form = "PyQt6", "xany"
    _view: Any = None

    def main(self, folder: str, *, large: bool) -> None:
        import anylabeling.app

        limit = ["--qt-image-allocation-limit", "2048"] if large else []
        chosen = ["--filename", folder] if folder else []
        sys.argv = ["xanylabeling", "--no-auto-update-check", "--logger-level", "error", *limit, *chosen]
        anylabeling.app.main()

    def canvas_class(self) -> type:
        from anylabeling.views.labeling.widgets.canvas import Canvas

        return Canvas

    def take_window(self, window: Any) -> None:
        self._view = window.labeling_widget.view

    def canvas(self) -> Any:
        return self._view.canvas

    def state(self) -> State:
        return (self._view.image_path or "", len(self._view.canvas.shapes)) if self._view else ("", 0)

    def scale(self) -> float:
        return self._view.canvas.scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        offset, scale = self._view.canvas.offset_to_center(), self._view.canvas.scale
        return (x + offset.x()) * scale, (y + offset.y()) * scale

    def target_x(self) -> float:
        return self._view.canvas.shapes[-1].points[0].x()

    def open_file(self, folder: str, name: str) -> None:
        """The last lines of its own `open_file`, after the dialog."""
        self._view.file_list_widget.clear()
        self._view.fn_to_index.clear()
        self._view.load_file(str(Path(folder) / name))

    def zoom(self, inwards: bool) -> None:
        actions = self._view.actions
        (actions.zoom_in if inwards else actions.zoom_out).trigger()

    def pan(self, dx: int, dy: int) -> None:
        bars = self._view.scroll_bars
        for bar, by in zip(sorted(bars, key=lambda b: b.value), (dx, dy), strict=True):
            bars[bar].setValue(bars[bar].value() - by)

    def centre(self) -> None:
        for bar in self._view.scroll_bars.values():
            bar.setValue((bar.minimum() + bar.maximum()) // 2)

    def edit(self, folder: str, name: str) -> Callable[[], object]:
        return lambda: self._view.save_labels(str((Path(folder) / name).with_suffix(".json")))

    def background_busy(self) -> bool:
        """Its search for EXIF orientation, which opening a folder begins."""
        try:
            thread = self._view.async_exif_scanner.thread
            return thread is not None and thread.isRunning()
        except (AttributeError, TypeError, RuntimeError):
            return False
