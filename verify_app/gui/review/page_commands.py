"""What keys and menus do on the review page besides deciding: tools, and how things are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from verify_app.app.settings import ViewSettings
from verify_app.core.vocabulary import Task
from verify_app.gui.canvas.canvas import Canvas
from verify_app.gui.i18n import words
from verify_app.gui.panels.message import MessageBar
from verify_app.gui.review.state import ReviewState

if TYPE_CHECKING:
    from verify_app.gui.canvas.minimap import Minimap
    from verify_app.gui.panels.image_list import ImageList
    from verify_app.gui.review.heatmap import Heatmap
    from verify_app.gui.review.hover_select import HoverSelect

LIMITS = {"brightness": (-1.0, 1.0), "contrast": (-1.0, 1.0)}
ZOOM_STEP = 1.25


class DrawingCommands(QObject):
    """Takes tools in hand, and changes the selected objects without deciding on them.

    Parameters
    ----------
    ask_for_class : callable
        Called when something is to be drawn and there is no class yet.
    """

    def __init__(
        self, state: ReviewState, canvas: Canvas, message: MessageBar, *, ask_for_class: Callable[[], object]
    ) -> None:
        super().__init__(state)
        self._state, self._canvas, self._message = state, canvas, message
        self._ask_for_class = ask_for_class

    # --- tools ----------------------------------------------------------------------------------------------

    def take(self, tool_id: str) -> None:
        """Take a tool in hand; "box" stands for the one that usually draws the project's objects."""
        state = self._state
        if state.drafts is not None and state.drafts.hold_back():
            return
        if tool_id != "select":
            tools = self._canvas.tools
            wanted = tools.drawing_tool if tool_id == "box" else tool_id
            if not tools.drawing_tool:
                self._message.say(self.tr("This project is about whole images: press the number of a class."))
                return
            if not tools.serves(wanted):
                self.say_wrong_tool()
                return
            if state.drawing_class is None:
                self._ask_for_class()
                return
            tool_id = wanted
        self._canvas.nudge.flush()
        self._canvas.set_tool(tool_id)
        self._canvas.setFocus()

    def say_wrong_tool(self) -> None:
        """Say what the objects of this project are."""
        text = self.tr("This project's objects are {task}; [box] draws one.")
        self._message.say(text.format(task=words.task(self._state.task)))

    def add_part(self) -> None:
        """Draw a further part of the selected outline."""
        if self._has_outlines() and self.may_change():
            self._canvas.outline.draw_on(cuts=False)

    def cut_hole(self) -> None:
        """Draw a hole into the selected outline."""
        if self._has_outlines() and self.may_change():
            self._canvas.outline.draw_on(cuts=True)

    def subtract(self) -> None:
        """Take what the other selected outlines cover off the first one."""
        if not self._has_outlines() or not self.may_change():
            return
        if len(self._state.selection) < 2:
            self._message.say(self.tr("Select two outlines or more: the first one loses what the others cover."))
        elif not self._canvas.outline.subtract():
            self._message.say(self.tr("Nothing was changed: they do not overlap, or nothing would be left."))

    def _has_outlines(self) -> bool:
        if self._state.task is not Task.SEGMENT:
            self.say_wrong_tool()
        return self._state.task is Task.SEGMENT

    # --- the selected objects -------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every object on show."""
        self._state.select_many([item.id for item in self._state.items])
        self._message.say(self.tr("Selected: {n}.").format(n=len(self._state.items)))

    def select_under(self) -> None:
        """Select the next object that lies under the pointer."""
        if not self._canvas.cycle(1):
            self._message.say(self.tr("Nothing else lies under the pointer."))

    def rotate(self, by: float) -> None:
        """Turn the selected oriented box by degrees, clockwise."""
        if self._state.task is not Task.OBB:
            self.say_wrong_tool()
        elif self._state.item is not None and not self._state.chosen:
            self._say_only_marked()
        elif self.may_change():
            self._canvas.nudge.turn(by)

    def nudge(self, dx: int, dy: int) -> None:
        """Move what is selected by one image pixel, or by ten; whichever keys mean that now."""
        if not self._canvas.nudge.step(dx, dy) and self._state.item is not None:
            self._say_only_marked()

    def _say_only_marked(self) -> None:
        text = self.tr("Nothing was moved: select the object first, by a click or with [next_label].")
        self._message.say(text)

    def unfold(self) -> None:
        """Show what lies on each other object by object, or fold it again."""
        shown = self._state.unfold()
        if shown is None:
            self._message.say(self.tr("Nothing lies folded here."))
        elif shown:
            text = self.tr("{n} objects are shown by themselves; [unfold] folds them again.")
            self._message.say(text.format(n=shown))
        else:
            self._message.say(self.tr("Folded again."))

    def cycle_point(self) -> None:
        """Make the selected point of a skeleton visible, occluded or absent."""
        if self._state.task is not Task.POSE:
            self.say_wrong_tool()
        elif self.may_change():
            self._canvas.toggle_point()

    def may_change(self) -> bool:
        """Whether there is a selected object that may be changed; says why not."""
        item = self._state.item
        if item is None:
            self._message.say(self.tr("Select an object first: click it, or press [next_label]."))
            return False
        if self._state.is_locked(item):
            self._message.say(self.tr("This label is verified. [edit_label] unlocks it to be changed."))
            return False
        if not self._state.chosen:
            self._state.select(item.id)  # who asks for a form or a tool for it means it
        return True


class ViewCommands(QObject):
    """How much of the picture is shown, and how picture and labels look."""

    view_wanted = Signal(object)
    """The person wants the picture and the labels shown like this (`ViewSettings`)."""

    def __init__(self, state: ReviewState, canvas: Canvas, message: MessageBar, actions: Mapping[str, QAction]) -> None:
        super().__init__(state)
        self._state, self._canvas, self._message, self._actions = state, canvas, message, actions
        self.view = ViewSettings()
        self.heatmap: Heatmap | None = None
        self.hover: HoverSelect | None = None
        self.list: ImageList | None = None
        self.minimap: Minimap | None = None

    # --- how much is shown ----------------------------------------------------------------------------------

    def zoom(self, how: str) -> None:
        """Zoom by key: ``in``, ``out``, ``full``, ``window``, ``width`` or ``object``."""
        canvas, in_view = self._canvas, self._state.in_view
        match how:
            case "in":
                canvas.zoom_by(ZOOM_STEP)
            case "out":
                canvas.zoom_by(1 / ZOOM_STEP)
            case "full":
                canvas.zoom.full_size()
            case "window":
                canvas.zoom.fit_window()
            case "width":
                canvas.zoom.fit_width()
            case "object" if in_view is not None:
                in_view.blow_up()
        canvas.zoomed.emit(canvas.zoom.scale)

    def shift_threshold(self, by: float) -> None:
        """Move the confidence slider and say where it is."""
        self._state.set_threshold(self._state.threshold + by)
        text = self.tr("Proposals from {value} on are shown.")
        self._message.say(text.format(value=f"{self._state.threshold:.2f}"))

    def toggle_labels(self) -> None:
        """Hide all labels, or show them again."""
        self._canvas.show_labels(not self._canvas.labels_shown)
        if not self._canvas.labels_shown:
            self._message.say(self.tr("Labels are hidden; [labels] shows them again."))

    # --- how it looks ---------------------------------------------------------------------------------------

    def recolour(self) -> None:
        """Show the labels in the colours of their classes as they are now."""
        self._canvas.write_anew()

    def set_view(self, view: ViewSettings) -> None:
        """Show picture and labels like this from now on."""
        self.view = view
        self._canvas.set_view(view)
        if self.hover is not None:
            self.hover.switch(view.follow)
        if self.list is not None:
            self.list.show_thumbnails(view.thumbnails)
        if self.minimap is not None:
            self.minimap.switch(view.minimap)
        picture = self._canvas.picture
        picture.set_adjustment(
            picture.adjustment._replace(brightness=view.brightness, contrast=view.contrast, gamma=view.gamma)
        )

    def toggle(self, name: str) -> None:
        """Switch names, confidence, crosshair, grid, minimap or small pictures on or off."""
        self.view_wanted.emit(replace(self.view, **{name: not getattr(self.view, name)}))

    def change(self, name: str, by: float) -> None:
        """Change brightness or contrast by a step."""
        least, most = LIMITS[name]
        value = round(min(max(getattr(self.view, name) + by, least), most), 2)
        self.view_wanted.emit(replace(self.view, **{name: value}))
        self._message.say(
            self.tr("Brightness {a}, contrast {b}; [reset_view] shows the picture as it is.").format(
                a=f"{self.view.brightness:+.1f}", b=f"{self.view.contrast:+.1f}"
            )
        )

    def reset(self) -> None:
        """Show the picture as it is."""
        plain = ViewSettings()
        self.view_wanted.emit(
            replace(self.view, brightness=plain.brightness, contrast=plain.contrast, gamma=plain.gamma)
        )
        self._message.say(self.tr("The picture is shown as it is."))

    # --- helpers that come after the first picture -----------------------------------------------------------

    def follow(self, hover: HoverSelect, minimap: Minimap, images: ImageList) -> None:
        """Watch the pointer from now on, and show minimap and small pictures, where that is wanted."""
        self.hover, self.minimap, self.list = hover, minimap, images
        minimap.switch(self.view.minimap)
        images.show_thumbnails(self.view.thumbnails)
        hover.switch(self.view.follow)
        self._tick_heatmap()

    def toggle_hover_select(self) -> None:
        """Keys act on what the pointer comes to, or again on what was clicked; remembered."""
        self.toggle("follow")
        if self.hover is not None:
            self.hover.say()

    def toggle_heatmap(self) -> None:
        """Show where images of this source usually hold something and this one does not, or no more."""
        from verify_app.gui.review.heatmap import Heatmap  # noqa: PLC0415  when first wanted

        if self.heatmap is None:
            self.heatmap = Heatmap(self._state, self._canvas)
        self.heatmap.switch()
        self._tick_heatmap()

    def _tick_heatmap(self) -> None:
        self._actions["heat"].setChecked(self.heatmap is not None and self.heatmap.on)
