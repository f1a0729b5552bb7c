"""verify-app (PySide6); its folders hold a project each, made by ``projects.py``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from driver import Application, State

TARGET = "target"


class Driver(Application):
    """A decision is on disk when it is made; there is no file to save."""

    qt, form = "PySide6", "verify"
    selects_first = True
    _window: Any = None

    def main(self, folder: str, *, large: bool) -> None:
        from verify_app.__main__ import open_window

        open_window(Path(folder) / "project" if folder else None)

    def canvas_class(self) -> type:
        from verify_app.gui.canvas.canvas import Canvas

        return Canvas

    def take_window(self, window: Any) -> None:
        self._window = window

    @property
    def _page(self) -> Any:
        return self._window.open_page if self._window is not None else None

    def canvas(self) -> Any:
        return self._page.canvas.viewport() if self._page is not None else self._window

    def state(self) -> State:
        page = self._page
        if page is None or page.state.review is None or not page.canvas.has_picture:
            return "", 0
        return str(page.state.review.file), len(page.state.items) - page.canvas.hides

    def scale(self) -> float:
        return self._page.canvas.zoom.scale if self._page is not None else 1.0

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        from PySide6.QtCore import QPointF

        place = self._page.canvas.viewportTransform().map(QPointF(x, y))
        return place.x(), place.y()

    def _target(self) -> Any:
        state = self._page.state
        return next(item for item in state.items if state.class_name(item.class_id) == TARGET)

    def target_x(self) -> float:
        return self._target().region.bounds.x1

    def open_file(self, folder: str, name: str) -> None:
        self._window.open_project(Path(folder) / "project")

    def zoom(self, inwards: bool) -> None:
        self._window.actions_by_id["zoom_in" if inwards else "zoom_out"].trigger()

    def pan(self, dx: int, dy: int) -> None:
        self._page.canvas.zoom.pan(dx, dy)

    def edit(self, folder: str, name: str) -> Callable[[], object]:
        from verify_app.app.review import actions
        from verify_app.app.review import image_view as looking

        session, image_id = self._page.state.session, self._page.state.review.id
        names = self._page.state.class_name
        item = next(i for i in looking.look(session, image_id).items if names(i.class_id) == TARGET)
        region = item.region.moved(1, 0)
        return lambda: actions.reshape(session, image_id, {item.id: region})

    def sharp(self) -> bool:
        canvas, sharpener = self._page.canvas, self._page.presenter._sharpener
        waiting = sharpener._busy is not None or sharpener._wish is not None
        return canvas.picture.sharp and not canvas.labels.drafted and not waiting
