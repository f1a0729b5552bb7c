"""A person's work on a trial: the verbs of the review, in memory. Nothing of it reaches a label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from verify_app.app.review.image_view import ReviewImage, is_shown
from verify_app.core.derive import SAME_OBJECT_IOU, SAME_REGION_IOU
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Region
from verify_app.core.messages import M
from verify_app.core.records import Actor, Item
from verify_app.core.regions import WHOLE_IMAGE
from verify_app.core.trials.trials import Alteration, Answer, Decision, Thing
from verify_app.core.vocabulary import Grade, ImageState, LabelState, Verdict

_NUMBERS_FROM = 900_000_001
"""Ids like those of proposals and labels, and of none that a project has."""


@dataclass(frozen=True, slots=True)
class _Object:
    """One object of the attempt. `place` among those shown, None when drawn; `verdict` None while undecided."""

    number: int
    place: int | None
    thing: Thing
    verdict: Verdict | None = None

    @property
    def stands(self) -> bool:
        """Whether it would be a label by now."""
        return self.place is None or self.verdict in (Verdict.ACCEPTED, Verdict.CORRECTED)

    @property
    def id(self) -> str:
        return f"{'L' if self.stands else 'P'}{_NUMBERS_FROM + self.number}"


class Attempt:
    """What a person does on one trial until they decide on the whole image; looks like work on any image.

    Parameters
    ----------
    base : ReviewImage
        The image the trial is made of, as it is.
    """

    def __init__(self, base: ReviewImage, trial: Alteration, actor: Actor) -> None:
        self._base = base._replace(state=ImageState.UNREVIEWED, gold=False, flag=None, complete_by=None, digest="")
        self._base = self._base._replace(suggestions=(), said=())  # what programs say would give it away
        self._trial = trial
        self._actor = actor
        self._objects = tuple(_Object(i, i, thing) for i, thing in enumerate(trial.shown))
        self._numbers = len(self._objects)
        self._before: list[tuple[_Object, ...]] = []
        self._after: list[tuple[_Object, ...]] = []

    @property
    def review(self) -> ReviewImage:
        """What to show now; to look at again after every verb."""
        state = ImageState.IN_PROGRESS if self._before else ImageState.UNREVIEWED
        items = tuple(self._item(x) for x in self._objects if self._is_there(x))
        return self._base._replace(state=state, items=items)

    def _is_there(self, x: _Object) -> bool:
        """Whether it is on show: not rejected, and not settled, as on any image, by something accepted on its place."""
        if x.stands or x.verdict is not None:
            return x.verdict is not Verdict.REJECTED
        standing = (other.thing.region for other in self._objects if other.stands)
        return not any(x.thing.region.overlap(region) >= SAME_OBJECT_IOU for region in standing)

    def _item(self, thing: _Object) -> Item:
        shown = None if thing.place is None else self._trial.shown[thing.place]
        conf = None if thing.place is None else self._trial.confs[thing.place]
        now, moved = thing.thing, shown is not None and shown.region != thing.thing.region
        if not thing.stands:
            state = LabelState.FIX_LATER if thing.verdict is Verdict.FIX_LATER else LabelState.PROPOSAL
            return Item(thing.id, state, now.class_id, now.region, conf)
        grades = {Verdict.ACCEPTED: Grade.ACCEPTED, Verdict.CORRECTED: Grade.CORRECTED}
        return Item(
            id=thing.id,
            state=LabelState.VERIFIED,
            class_id=now.class_id,
            region=now.region,
            conf=conf,
            grade=grades[thing.verdict] if thing.verdict else Grade.DRAWN,
            by=self._actor.name,
            original=shown.region if shown and moved else None,
        )

    # --- one object or several ----------------------------------------------------------------------------

    def accept(self, *item_ids: str) -> None:
        """Say that proposals are right."""
        self._each(item_ids, lambda x: x if x.stands else replace(x, verdict=Verdict.ACCEPTED))

    def reject(self, *item_ids: str, folded: Iterable[str] = (), fix_later: bool = False) -> None:
        """Say that proposals are false, or are to be fixed later; remove what was drawn. What is folded is false."""
        false = {self._find(i).number for i in folded}
        if fix_later and any(self._find(i).place is None for i in item_ids):
            raise UserError(M("Only what a model predicted can be rejected to be fixed later; flag this one instead."))

        def refuse(x: _Object) -> _Object | None:
            if x.place is None:
                return None
            verdict = Verdict.FIX_LATER if fix_later and x.number not in false else Verdict.REJECTED
            return replace(x, verdict=verdict, thing=self._trial.shown[x.place])

        self._each((*item_ids, *folded), refuse)

    def correct(self, *item_ids: str, class_id: int | None = None, region: Region | None = None) -> None:
        """Give objects another class, region, or both."""
        self._each(item_ids, lambda x: self._changed(x, class_id, region))

    def reshape(self, regions: Mapping[str, Region]) -> None:
        """Move or reshape objects in one step."""
        by_number = {self._find(item_id).number: region for item_id, region in regions.items()}
        self._each(regions, lambda x: self._changed(x, None, by_number[x.number]))

    def draw(self, *objects: tuple[int, Region]) -> str:
        """Add objects: class and region of each; returns the last one's id."""
        made = []
        for class_id, region in objects:
            made.append(_Object(self._numbers, None, Thing(class_id, self._inside(region))))
            self._numbers += 1
        self._become((*self._objects, *made))
        return made[-1].id

    def undo(self) -> bool:
        """Take back the last step of this attempt; False when there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Do the step again; False when there is none."""
        return self._step(self._after, self._before)

    def _step(self, source: list[tuple[_Object, ...]], target: list[tuple[_Object, ...]]) -> bool:
        if not source:
            return False
        target.append(self._objects)
        self._objects = source.pop()
        return True

    def _changed(self, x: _Object, class_id: int | None, region: Region | None) -> _Object:
        thing = Thing(
            x.thing.class_id if class_id is None else class_id,
            x.thing.region if region is None else self._inside(region),
        )
        if x.place is None:
            return replace(x, thing=thing)
        shown = self._trial.shown[x.place]
        same = thing.class_id == shown.class_id and thing.region.likeness(shown.region) >= SAME_REGION_IOU
        return replace(x, thing=thing, verdict=Verdict.ACCEPTED if same else Verdict.CORRECTED)

    def _inside(self, region: Region) -> Region:
        part = region.inside(self._base.width, self._base.height)
        if part is None:
            raise UserError(M("Too little of this lies inside the image."))
        return part

    def _find(self, item_id: str) -> _Object:
        found = next((x for x in self._objects if x.id == item_id), None)
        if found is None:
            raise ChangedMeanwhile(M("This object is not on the image any more; look again."))
        return found

    def _each(self, item_ids: Iterable[str], change: Callable[[_Object], _Object | None]) -> None:
        numbers = {self._find(item_id).number for item_id in item_ids}
        changed = (change(x) if x.number in numbers else x for x in self._objects)
        self._become(tuple(x for x in changed if x is not None))

    def _become(self, objects: tuple[_Object, ...]) -> None:
        if objects != self._objects:
            self._before.append(self._objects)
            self._after.clear()
            self._objects = objects

    # --- the whole image ------------------------------------------------------------------------------------

    def complete(self, threshold: float) -> Answer:
        """Everything is labelled: what is shown is accepted, what the slider hides is dismissed.

        Raises
        ------
        UserError
            When nothing is shown and nothing was decided, as on any image.
        """
        shown = {item.id for item in self.review.items if is_shown(item, threshold)}
        if not shown and not self._before:
            raise UserError(
                M(
                    "Nothing is labelled here. If there is nothing on this image, press {key_empty} (empty).",
                    key_empty="Shift+Space",
                )
            )
        return self._answer(
            lambda x: x.verdict or (Verdict.ACCEPTED if x.id in shown else Verdict.DISMISSED), complete=True
        )

    def empty(self, threshold: float) -> Answer:
        """Nothing is on the image: what is shown is rejected.

        Raises
        ------
        UserError
            When something has been accepted or drawn on it, or images of the project cannot be empty.
        """
        if self._objects and self._objects[0].thing.region == WHOLE_IMAGE:
            raise UserError(M("Every image of this project has a class; none can be empty."))
        number = sum(x.stands for x in self._objects)
        if number:
            raise UserError(
                M("1 verified label is on this image; remove it first if there is nothing on it.")
                if number == 1
                else M("{n} verified labels are on this image; remove them first if there is nothing on it.", n=number)
            )
        shown = {item.id for item in self.review.items if is_shown(item, threshold)}
        return self._answer(
            lambda x: x.verdict or (Verdict.REJECTED if x.id in shown else Verdict.DISMISSED), complete=True
        )

    def classify(self, class_id: int) -> Answer:
        """The whole image is of this class."""
        self._each(tuple(x.id for x in self._objects), lambda x: self._changed(x, class_id, None))
        return self._answer(lambda x: x.verdict, complete=True)

    def flag(self) -> Answer:
        """Unsure: says nothing of the error, for or against."""
        return replace(self._answer(lambda x: x.verdict, complete=False), flagged=True)

    def leave(self) -> Answer | None:
        """Go elsewhere: what was decided so far is the answer; None when nothing was."""
        return self._answer(lambda x: x.verdict, complete=False) if self._before else None

    def _answer(self, verdict: Callable[[_Object], Verdict | None], *, complete: bool) -> Answer:
        decisions: list[Decision | None] = [None] * len(self._trial.shown)
        for x in self._objects:
            said = verdict(x) if x.verdict is not None or self._is_there(x) else None  # of what is settled, nothing
            if x.place is not None and said is not None:
                stands = said in (Verdict.ACCEPTED, Verdict.CORRECTED)
                decisions[x.place] = Decision(said, x.thing if stands else None)
        drawn = tuple(x.thing for x in self._objects if x.place is None)
        return Answer(tuple(decisions), drawn, complete)
