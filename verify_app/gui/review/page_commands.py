"""What keys do on the review page besides deciding: tools, sheets, how things are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from verify_app.app.settings import ViewSettings
from verify_app.core.vocabulary import Task

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from verify_app.gui.canvas.canvas import Canvas
    from verify_app.gui.panels.message import MessageBar
    from verify_app.gui.review.commands import Deciding
    from verify_app.gui.review.heatmap import HeatSweep
    from verify_app.gui.review.hover_select import Aiming
    from verify_app.gui.review.sheets import Sheet
    from verify_app.gui.review.state import Desk

PANEL = 250
"""Width of a panel at first."""
LIMITS = {"brightness": (-1.0, 1.0), "contrast": (-1.0, 1.0)}


class PageVerbs(QWidget):
    """The half of the review page that keys and menus call."""

    view_wanted = Signal(object)
    """The person wants the picture and the labels shown like this (`ViewSettings`)."""

    desk: Desk
    deciding: Deciding
    canvas: Canvas
    message: MessageBar
    parts: QSplitter
    _actions: Mapping[str, QAction]
    view = ViewSettings()
    _sheet: Sheet | None = None
    _heat: HeatSweep | None = None
    _aiming: Aiming | None = None

    # --- tools ----------------------------------------------------------------------------------------------

    def take(self, tool_id: str) -> None:
        """Take a tool in hand; "box" stands for the one that usually draws the project's objects."""
        desk = self.desk
        if desk.drafts is not None and desk.drafts.hold_back():
            return
        if tool_id != "select":
            tools = self.canvas.tools
            wanted = tools.drawing_tool if tool_id == "box" else tool_id
            if not tools.drawing_tool:
                self.message.say(self.tr("This project is about whole images: press the number of a class."))
                return
            if not tools.serves(wanted):
                self.message.say(self._wrong_tool())
                return
            if desk.drawing_class is None:
                self.ask_for_class()
                return
            tool_id = wanted
        self.canvas.nudge.flush()
        self.canvas.set_tool(tool_id)
        self.canvas.setFocus()

    def toggle_panel(self, side: str) -> None:
        """Put the list or the labels away, or show them again."""
        self.finish()
        place = 0 if side == "left" else 2
        panel = self.parts.widget(place)
        if panel.isVisible() and not self.parts.sizes()[place]:  # its edge was dragged all the way
            self.parts.setSizes([size or PANEL for size in self.parts.sizes()])
        else:
            panel.setVisible(not panel.isVisible())

    def panels_state(self) -> QByteArray:
        """The widths of the panels, to be kept: none for one that was put away."""
        sizes = self.parts.sizes()
        for place in (0, 2):
            sizes[place] *= not self.parts.widget(place).isHidden()
            self.parts.widget(place).show()
        self.parts.setSizes(sizes)
        return self.parts.saveState()

    def finish(self) -> None:
        """See that the panels are there."""
        raise NotImplementedError

    def ask_for_class(self) -> None:
        """There is none yet; the cursor is where its name is typed."""
        self.message.say(self.tr("Add a class first: type its name under Classes on the right."), "warn")
        self.to_new_class()

    def to_new_class(self) -> None:
        """To the field where a class is added."""
        raise NotImplementedError

    def _wrong_tool(self) -> str:
        from verify_app.gui.i18n import words  # noqa: PLC0415  panels come after the first picture

        return self.tr("This project's objects are {task}; [box] draws one.").format(task=words.task(self.desk.task))

    # --- the selected objects -------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Every object on show."""
        self.desk.select_many([item.id for item in self.desk.items])
        self.message.say(self.tr("Selected: {n}.").format(n=len(self.desk.items)))

    def edit_label(self) -> None:
        self.deciding.edit()

    def rotate(self, by: float) -> None:
        """Turn the selected oriented box by degrees, clockwise."""
        if self.desk.task is not Task.OBB:
            self.message.say(self._wrong_tool())
        elif self.desk.item is not None and not self.desk.chosen:
            self.message.say(self._only_marked())
        elif self._changeable():
            self.canvas.nudge.turn(by)

    def nudge(self, dx: int, dy: int) -> None:
        """Move what is selected by one image pixel, or by ten; whichever keys mean that now."""
        if not self.canvas.nudge.step(dx, dy) and self.desk.item is not None:
            self.message.say(self._only_marked())

    def _only_marked(self) -> str:
        return self.tr("Nothing was moved: select the object first, by a click or with [next_label].")

    def unfold(self) -> None:
        """Show what lies on each other object by object, or fold it again."""
        shown = self.desk.unfold()
        if shown is None:
            self.message.say(self.tr("Nothing lies folded here."))
        elif shown:
            text = self.tr("{n} objects are shown by themselves; [unfold] folds them again.")
            self.message.say(text.format(n=shown))
        else:
            self.message.say(self.tr("Folded again."))

    def cycle_point(self) -> None:
        """The selected point of a skeleton: visible, occluded, absent."""
        if self.desk.task is not Task.POSE:
            self.message.say(self._wrong_tool())
        elif self._changeable():
            self.canvas.toggle_point()

    def _changeable(self) -> bool:
        """Whether there is a selected object that may be changed; says why not."""
        item = self.desk.item
        if item is None:
            self.message.say(self.tr("Select an object first: click it, or press [next_label]."))
            return False
        if self.desk.is_locked(item):
            self.message.say(self.tr("This label is verified. [edit_label] unlocks it to be changed."))
            return False
        if not self.desk.chosen:
            self.desk.select(item.id)  # who asks for a form or a tool for it means it
        return True

    def add_part(self) -> None:
        """Draw a further part of the selected outline."""
        if self._outline() and self._changeable():
            self.canvas.outline.draw_on(cuts=False)

    def cut_hole(self) -> None:
        """Draw a hole into the selected outline."""
        if self._outline() and self._changeable():
            self.canvas.outline.draw_on(cuts=True)

    def _outline(self) -> bool:
        if self.desk.task is not Task.SEGMENT:
            self.message.say(self._wrong_tool())
        return self.desk.task is Task.SEGMENT

    def cycle(self) -> None:
        """The next object that lies under the pointer."""
        if not self.canvas.cycle(1):
            self.message.say(self.tr("Nothing else lies under the pointer."))

    # --- sheets ---------------------------------------------------------------------------------------------

    def _open(self, sheet: Sheet) -> None:
        if self._sheet is not None:
            self._sheet.give_up()
        self._sheet = sheet
        sheet.closed.connect(self._on_sheet_closed)
        sheet.open_in_corner()

    def _on_sheet_closed(self) -> None:
        self._sheet = None
        self.canvas.setFocus()

    def numeric_edit(self) -> None:
        """Change the selected region by its numbers."""
        from verify_app.gui.review.sheets import NumbersSheet  # noqa: PLC0415  when first wanted

        item = self.desk.item
        if item is None or not self._changeable():
            return
        if item.region.kind == "image":
            self.message.say(self._wrong_tool())
            return
        sheet = NumbersSheet(self.canvas, item.region)
        sheet.changed.connect(lambda region, item_id=item.id: self.deciding.reshape(item_id, region))
        self._open(sheet)

    def simplify(self) -> None:
        """Take corners away from the selected outline."""
        from verify_app.gui.review.sheets import SimplifySheet  # noqa: PLC0415  when first wanted

        item = self.desk.item
        if item is None or not self._changeable():
            return
        if item.region.kind != "polygon":
            self.message.say(self._wrong_tool())
            return
        sheet = SimplifySheet(self.canvas)

        def tried(tolerance: float) -> None:
            counts = self.canvas.outline.preview_simplified(tolerance)
            if counts is not None:
                sheet.show_corners(*counts)

        sheet.tried.connect(tried)
        outline = self.canvas.outline
        sheet.taken.connect(lambda on: outline.apply_simplified() if on else outline.cancel_simplified())
        self._open(sheet)

    def show_history(self) -> None:
        """What happened to the selected label, else to the image."""
        from verify_app.gui.review.history_sheet import HistorySheet  # noqa: PLC0415  when first wanted

        if self.desk.review is not None:
            self._open(HistorySheet(self.canvas, self.desk))

    # --- how things are shown -------------------------------------------------------------------------------

    def set_view(self, view: ViewSettings) -> None:
        """Show picture and labels like this from now on."""
        self.view = view
        self.canvas.set_view(view)
        if self._aiming is not None:
            self._aiming.switch(view.follow)
        picture = self.canvas.picture
        picture.set_adjustment(
            picture.adjustment._replace(brightness=view.brightness, contrast=view.contrast, gamma=view.gamma)
        )

    def toggle_names(self) -> None:
        self.canvas.show_names(not self.canvas.names_shown)

    def toggle_view(self, name: str) -> None:
        """Names, confidence, crosshair or grid on or off."""
        self.view_wanted.emit(replace(self.view, **{name: not getattr(self.view, name)}))

    def change_view(self, name: str, by: float) -> None:
        """Brightness or contrast by a step."""
        least, most = LIMITS[name]
        value = round(min(max(getattr(self.view, name) + by, least), most), 2)
        self.view_wanted.emit(replace(self.view, **{name: value}))
        self.message.say(
            self.tr("Brightness {a}, contrast {b}; [reset_view] shows the picture as it is.").format(
                a=f"{self.view.brightness:+.1f}", b=f"{self.view.contrast:+.1f}"
            )
        )

    def reset_view(self) -> None:
        """Show the picture as it is."""
        plain = ViewSettings()
        self.view_wanted.emit(
            replace(self.view, brightness=plain.brightness, contrast=plain.contrast, gamma=plain.gamma)
        )
        self.message.say(self.tr("The picture is shown as it is."))

    def toggle_aim(self) -> None:
        """Keys act on what the pointer comes to, or again on what was clicked; remembered."""
        self.toggle_view("follow")
        if self._aiming is not None:
            self._aiming.say()

    def follow_pointer(self) -> None:
        """Watch the pointer from now on, where that is wanted."""
        from verify_app.gui.review.hover_select import Aiming  # noqa: PLC0415  after the first picture

        self._aiming = Aiming(self.desk, self.canvas)
        self._aiming.switch(self.view.follow)
        self._tick_heat()

    def toggle_heat(self) -> None:
        """Where images of this source usually hold something and this one does not: on or off."""
        from verify_app.gui.review.heatmap import HeatSweep  # noqa: PLC0415  when first wanted

        if self._heat is None:
            self._heat = HeatSweep(self.desk, self.canvas)
        self._heat.switch()
        self._tick_heat()

    def _tick_heat(self) -> None:
        self._actions["heat"].setChecked(self._heat is not None and self._heat.on)

    def adjust_view(self) -> None:
        """Brightness, contrast and gamma by sliders."""
        from verify_app.gui.review.sheets import AdjustSheet  # noqa: PLC0415  when first wanted

        sheet = AdjustSheet(self.canvas, self.view)
        sheet.changed.connect(self.view_wanted)
        self._open(sheet)
