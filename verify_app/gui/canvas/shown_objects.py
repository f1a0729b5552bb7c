"""The objects of an image: which of them are on show, which are selected, and how each looks."""

from __future__ import annotations

from collections.abc import Callable, KeysView, Sequence

from verify_app.app.settings import ViewSettings
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.gui.canvas import hit, label_style
from verify_app.gui.canvas.label_style import Lettering, Look, LookKey


class ShownObjects:
    """Keeps the objects and their looks; a look is worked out anew only when what it depends on has changed.

    Parameters
    ----------
    lettering : Lettering
        Measures the texts on tags.
    """

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering
        self._class_name: Callable[[int], str] = str
        self._view = ViewSettings()
        self._items: list[Item] = []
        self._shown: dict[str, Item] = {}
        self._also, self._wanted, self._chosen = frozenset[str](), frozenset[str](), False
        self._hidden: tuple[frozenset[int], frozenset[LabelState]] = (frozenset(), frozenset())
        self.looks: dict[str, Look] = {}
        """How each object on show looks, by its id."""
        self.selected_id = ""
        """The main selected object, whether it is on show or not."""
        self.own: frozenset[str] = frozenset()
        self.editing = ""
        """The verified label that may be changed now; empty for none."""
        self.labels_shown = True
        self.whole_images = False
        """Whether the project's objects are whole images."""
        self.whole: list[Item] = []
        """The objects on show that are the whole image, in a project about whole images."""

    # --- what is there ----------------------------------------------------------------------------------------

    def set_items(
        self, items: Sequence[Item], *, selected: str, also: frozenset[str], wanted: frozenset[str], chosen: bool
    ) -> bool:
        """Take these objects in place of the former ones; see `Canvas.set_items`. Whether any may look different."""
        also, items = also - {selected}, list(items)
        same = (items, also, wanted) == (self._items, self._also, self._wanted)  # quick: the very same objects
        self._items, self._also, self._wanted = items, also, wanted
        self.selected_id, self._chosen = selected, chosen
        if not same:
            self._refresh()
        return not same

    def set_class_names(self, name: Callable[[int], str]) -> None:
        """Set how classes are called."""
        self._class_name = name
        self._refresh()

    def set_hidden(self, classes: frozenset[int], states: frozenset[LabelState]) -> None:
        """Leave out objects of these classes and in these states."""
        self._hidden = classes, states
        self._refresh()

    def set_view(self, view: ViewSettings) -> None:
        """Show names and confidences or leave them out."""
        self._view = view
        self._refresh()

    def show_labels(self, on: bool) -> None:
        """Show the objects, or none of them."""
        self.labels_shown = on
        self._refresh()

    def write_anew(self) -> None:
        """Write every tag anew: the language has changed."""
        self.looks = {}
        self._refresh()

    # --- questions --------------------------------------------------------------------------------------------

    @property
    def ids(self) -> KeysView[str]:
        """Ids of the objects on show."""
        return self._shown.keys()

    @property
    def hides(self) -> int:
        """How many objects are not shown, whatever the reason."""
        return len(self._items) - len(self._shown)

    @property
    def selected(self) -> Item | None:
        """The main object that the person selected, if it is on show; one that the program marked is only looked at."""
        return self._shown.get(self.selected_id) if self._chosen else None

    @property
    def selection(self) -> list[Item]:
        """Every selected object on show, the main one first."""
        main = self.selected
        several = bool(self._also) and self._chosen
        others = [item for key, item in self._shown.items() if key in self._also] if several else []
        return others if main is None else [main, *others]

    def item(self, item_id: str) -> Item | None:
        """Return an object on show by its id."""
        return self._shown.get(item_id)

    def locked(self, item: Item) -> bool:
        """Whether an object is verified, was there before and nobody has asked to edit it."""
        return item.state is LabelState.VERIFIED and item.id != self.editing and item.id not in self.own

    def within(self, box: Box) -> list[Item]:
        """Return the objects on show that lie wholly inside a box, in their order."""
        return hit.within(self._shown.values(), box)

    def guest_look(self, item: Item) -> Look:
        """Return how something looks that is no object of the image: with its name and confidence."""
        known = self._class_name(item.class_id), True, True, False, False
        return label_style.look_of(item, self._lettering, known)

    # --- looks ------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        classes, states = self._hidden
        items = self._items if self.labels_shown else []
        if classes or states:
            items = [i for i in items if i.class_id not in classes and i.state not in states]
        self._shown = {item.id: item for item in items}
        self.whole = [item for item in items if item.region.kind == "image"] if self.whole_images else []
        self.looks = self._worked_out(items)

    def _worked_out(self, items: Sequence[Item]) -> dict[str, Look]:
        names, confidence = self._view.names, self._view.confidence
        known: dict[int, LookKey] = {}
        looks, before = {}, self.looks
        special = self._wanted | self._also
        for item in items:
            usual = known.get(item.class_id)
            if usual is None:
                usual = self._class_name(item.class_id), names, confidence, False, False
                known[item.class_id] = usual
            key = item.id
            if key in special:
                usual = (*usual[:3], key in self._wanted, key in self._also)
            look = before.get(key)
            if look is None or look.known_as != usual or (look.item is not item and look.item != item):
                look = label_style.look_of(item, self._lettering, usual)
            looks[key] = look
        return looks
