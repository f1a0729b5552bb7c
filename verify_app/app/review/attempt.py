"""A person's work on a trial: the verbs of the review, in memory. Nothing of it reaches a label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from verify_app.app.review.image_view import ReviewImage
from verify_app.core import derive, review_rules
from verify_app.core.geometry import Region
from verify_app.core.records import Actor, Label, Mark, Prediction, Ruling, Scan
from verify_app.core.regions import Keypoints
from verify_app.core.trials.trials import Alteration, Answer, Decision, TrialObject
from verify_app.core.vocabulary import Grade, Origin, Task, Verdict

_NUMBERS_FROM = 900_000_001
"""Ids like those of proposals and labels, and of none that a project has."""


class _Sheet:
    """A trial in memory, as the `Board` of the review's rules; `kept` is what has become of it.

    Its objects are `like` a region: of its kind, with as many points.
    """

    def __init__(self, actor: Actor, evidence: derive.Evidence, like: Region, numbers: Iterator[int]) -> None:
        self.actor, self.evidence, self.image_id = actor, evidence, evidence.mark.image_id
        self._like, self._numbers = like, numbers
        self._labels = {label.id: label for label in evidence.labels}
        self._rulings = {ruling.prediction.id: ruling for ruling in evidence.rulings}

    @property
    def task(self) -> Task:
        return next(task for task in Task if task.region == self._like.kind)

    def point_count(self) -> int:
        return len(self._like.points) if isinstance(self._like, Keypoints) else 0

    def said(self, prediction_id: int | None) -> Prediction | None:
        return next((p for p in self.evidence.predictions if p.id == prediction_id), None)

    def behind(self, label: Label) -> Prediction | None:
        return self.said(label.prediction_id)

    def ruling(self, prediction: Prediction) -> Ruling | None:
        return self._rulings.get(prediction.id)

    def labels_now(self) -> Sequence[Label]:
        return list(self._labels.values())

    def new_label_id(self) -> int:
        return next(self._numbers)

    def write_label(self, label: Label) -> None:
        self._labels[label.id] = label

    def remove_label(self, label_id: int) -> None:
        self._labels.pop(label_id, None)

    def write_verdict(self, prediction: Prediction, verdict: Verdict, label_id: int | None = None) -> None:
        self._rulings[prediction.id] = Ruling(prediction, verdict, label_id, self.actor.name)

    def write_mark(self, *, complete: bool, flag: str | None) -> None:
        """A trial is over with its answer: nothing is said of the image that it was made of."""

    def kept(self) -> derive.Evidence:
        labels = tuple(self._labels[key] for key in sorted(self._labels))
        return replace(self.evidence, labels=labels, rulings=tuple(self._rulings[key] for key in sorted(self._rulings)))


class Attempt:
    """What a person does on one trial until they decide on the whole image; looks like work on any image.

    The rules are those of the record. Different are the ids, since nothing is stored; the steps, which are taken back
    here and not on record; and the answer: the first decision on the whole image ends the trial, so what is to be fixed
    later does not hold it up, and it says of every object shown what was made of it.

    Parameters
    ----------
    base : ReviewImage
        The image the trial is made of, as it is.
    """

    def __init__(self, base: ReviewImage, trial: Alteration, actor: Actor) -> None:
        self._base = base._replace(gold=False, flag=None, complete_by=None, digest="")
        self._base = self._base._replace(suggestions=(), said=())  # what programs say would give it away
        self._actor = actor
        self._like = next(thing.region for thing in (*trial.shown, trial.truth) if thing is not None)
        numbered = enumerate(zip(trial.shown, trial.confs, strict=True), _NUMBERS_FROM)
        said = [Prediction(i, base.id, 0, thing.class_id, thing.region, conf) for i, (thing, conf) in numbered]
        self._numbers = count(_NUMBERS_FROM + len(said))
        scan = Scan(base.sha256, 0, base.width, base.height)
        # whoever is tried is a person here, also somebody simulated
        self._first = derive.Evidence(scan, Origin.REAL, Mark(base.id), (), (), said, simulated_counts=True)
        self._now = self._first
        self._before: list[derive.Evidence] = []
        self._after: list[derive.Evidence] = []

    @property
    def review(self) -> ReviewImage:
        """What to show now; to look at again after every verb."""
        return self._base._replace(state=derive.image_state(self._now), items=tuple(derive.items(self._now)))

    def _sheet(self, evidence: derive.Evidence) -> _Sheet:
        return _Sheet(self._actor, evidence, self._like, self._numbers)

    # --- one object or several ----------------------------------------------------------------------------

    def accept(self, *item_ids: str) -> None:
        """Say that proposals are right."""
        self._each(item_ids, review_rules.accept)

    def reject(self, *item_ids: str, folded: Iterable[str] = (), fix_later: bool = False) -> None:
        """Say that proposals are false, or are to be fixed later; remove what was drawn. What is folded is false."""
        later = dict.fromkeys(item_ids, fix_later) | dict.fromkeys(folded, False)
        self._each(later, lambda sheet, item_id: review_rules.reject(sheet, item_id, fix_later=later[item_id]))

    def correct(self, *item_ids: str, class_id: int | None = None, region: Region | None = None) -> None:
        """Give objects another class, region, or both."""
        self._each(
            item_ids, lambda sheet, item_id: review_rules.change(sheet, item_id, class_id=class_id, region=region)
        )

    def reshape(self, regions: Mapping[str, Region]) -> None:
        """Move or reshape objects in one step."""
        self._each(regions, lambda sheet, item_id: review_rules.change(sheet, item_id, region=regions[item_id]))

    def draw(self, *objects: tuple[int, Region]) -> str:
        """Add objects: class and region of each; returns the last one's id."""
        sheet = self._sheet(self._now)
        made = [review_rules.new_label(sheet, class_id, region, Grade.DRAWN) for class_id, region in objects]
        self._become(sheet.kept())
        return f"L{made[-1].id}"

    def cut(self, item_id: str, kept: Region, *pieces: tuple[int, Region]) -> None:
        """Leave an object this region; what is cut off become objects, in the same step."""
        sheet = self._sheet(self._now)
        review_rules.change(sheet, item_id, region=kept)
        for class_id, region in pieces:
            review_rules.new_label(sheet, class_id, region, Grade.DRAWN)
        self._become(sheet.kept())

    def join(self, item_id: str, whole: Region, others: Sequence[str]) -> None:
        """Give an object this region in place of itself and others."""
        sheet = self._sheet(self._now)
        for other in others:
            review_rules.reject(sheet, other, fix_later=False)
        review_rules.change(sheet, item_id, region=whole)
        self._become(sheet.kept())

    def undo(self) -> bool:
        """Take back the last step of this attempt; False when there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Do the step again; False when there is none."""
        return self._step(self._after, self._before)

    def _step(self, source: list[derive.Evidence], target: list[derive.Evidence]) -> bool:
        if not source:
            return False
        target.append(self._now)
        self._now = source.pop()
        return True

    def _each(self, item_ids: Iterable[str], act: Callable[[_Sheet, str], object]) -> None:
        sheet = self._sheet(self._now)
        for item_id in item_ids:
            act(sheet, item_id)
        self._become(sheet.kept())

    def _become(self, evidence: derive.Evidence) -> None:
        if evidence != self._now:
            self._before.append(self._now)
            self._after.clear()
            self._now = evidence

    # --- the whole image ------------------------------------------------------------------------------------

    def complete(self, threshold: float) -> Answer:
        """Everything is labelled: what is shown is accepted, what the slider hides is dismissed.

        Raises
        ------
        UserError
            When nothing is shown and nothing was decided, as on any image.
        """
        sheet = self._sheet(self._now)
        review_rules.complete(sheet, threshold, confirm_imported=True)
        return self._answer(sheet, complete=True)

    def empty(self, threshold: float) -> Answer:
        """Nothing is on the image: what is shown is rejected.

        Raises
        ------
        UserError
            When something has been accepted or drawn on it, or images of the project cannot be empty.
        """
        sheet = self._sheet(self._now)
        review_rules.empty(sheet, threshold)
        return self._answer(sheet, complete=True)

    def classify(self, class_id: int) -> Answer:
        """The whole image is of this class, whatever was said of it before."""
        sheet = self._sheet(self._first)
        review_rules.classify(sheet, class_id)
        return self._answer(sheet, complete=True)

    def flag(self) -> Answer:
        """Unsure: says nothing of the error, for or against."""
        return replace(self._answer(self._sheet(self._now), complete=False), flagged=True)

    def leave(self) -> Answer | None:
        """Go elsewhere: what was decided so far is the answer; None when nothing was."""
        return self._answer(self._sheet(self._now), complete=False) if self._before else None

    def _answer(self, sheet: _Sheet, *, complete: bool) -> Answer:
        labels = {label.id: TrialObject(label.class_id, label.region) for label in sheet.labels_now()}
        first = {ruling.prediction.id: ruling for ruling in sheet.evidence.rulings}
        open_ones = {p.id for p in derive.proposals(sheet.evidence)} if complete else set()

        def decision(shown: Prediction) -> Decision | None:
            ruling = first.get(shown.id) or sheet.ruling(shown)  # to be fixed later stays so
            if ruling is not None:
                return Decision(ruling.verdict, labels.get(ruling.label_id or 0))
            # of two on one thing one label stays, but both were shown and let pass
            let_pass = Decision(Verdict.ACCEPTED, TrialObject(shown.class_id, shown.region))
            return let_pass if shown.id in open_ones else None

        said = tuple(decision(shown) for shown in sheet.evidence.predictions)
        rests = {label.id for label in sheet.labels_now() if label.prediction_id is not None}
        return Answer(said, tuple(thing for key, thing in labels.items() if key not in rests), complete)
