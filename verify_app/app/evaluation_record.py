"""What is kept on record of an evaluation beyond its figures, and read back: classes, confusions, image by image."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from verify_app.app.review.crops import NOTED, Crop
from verify_app.app.session import Session
from verify_app.core import derive
from verify_app.core.geometry import Box
from verify_app.core.records import Item
from verify_app.core.vocabulary import LabelState
from verify_app.storage.queries import history, monitored
from verify_app.storage.queries.monitored import SeenImage
from verify_app.training.evaluate import ComparisonOutcome, Evaluation, say
from verify_app.training.matches import NOTHING
from verify_app.training.score_detail import ClassDetail, ScoreDetail

FULL, FINE = 1000, 10_000
"""Confidences are kept in thousandths, places in ten-thousandths of the image."""
SAME_PLACE = 0.9
"""A label whose box overlaps the one that was measured by so much is still that object."""


class GoldMatch(NamedTuple):
    """An object and what a model took it for; class ids as `MeasuredModel.classes` counts them, -1 for none.

    Parameters
    ----------
    image : str
        The first 20 digits of the SHA-256 of its file.
    box : tuple of float
        Left, top, right, bottom as shares of the image.
    """

    image: str
    true: int
    said: int
    conf: float
    box: tuple[float, float, float, float]


class MeasuredClass(NamedTuple):
    """One line of the table; figures 0 to 1, each with its 95 % interval where one is known.

    Parameters
    ----------
    recall, precision : float or None
        Counted at the confidence that the model is read at, as the matches are; of older evaluations as Ultralytics
        reads them off a smoothed curve.
    right, said : sequence of int
        How many detections from each hundredth of confidence on are right, and how many there are.
    """

    name: str
    objects: int
    value: float | None
    recall: float | None
    precision: float | None
    ranges: Mapping[str, tuple[float, float]]
    right: Sequence[int]
    said: Sequence[int]


class MeasuredModel(NamedTuple):
    """One model of an evaluation; `matches` is None of one that was made before they were kept.

    Parameters
    ----------
    cut : float
        The confidence that the matches count from.
    matches : mapping of image to rows, or None
        As they are on record, which is quick to read; `matches_of` makes `GoldMatch` of those that are wanted.
    """

    name: str
    metric: str
    figures: Mapping[str, float]
    classes: Sequence[MeasuredClass]
    cut: float
    matches: Mapping[str, Sequence[Sequence[int]]] | None


class EvaluationLine(NamedTuple):
    """An evaluation in the list: its event, its time and what the models are called."""

    event: int
    time: datetime
    models: Sequence[str]


class MeasuredEvaluation(NamedTuple):
    """One evaluation on record; `sentences` compare each model after the first with the first."""

    images: int
    models: Sequence[MeasuredModel]
    sentences: Sequence[str]


class ImagePair(NamedTuple):
    """One gold image under two models: objects found (place and class), and detections that are wrong."""

    image: str
    objects: int
    found: tuple[int, int]
    wrong: tuple[int, int]

    @property
    def gain(self) -> int:
        """By how much the second model is better here: found more, wrong less."""
        return self.found[1] - self.found[0] - (self.wrong[1] - self.wrong[0])


# --- written ------------------------------------------------------------------------------------------------


def kept(done: Evaluation) -> list[dict[str, Any] | None]:
    """What is put on record of each model, as plain objects."""
    return [None if score.detail is None else _kept(score.detail) for score in done.scores]


def _kept(detail: ScoreDetail) -> dict[str, Any]:
    return {
        "cut": detail.cut,
        "classes": {name: _kept_class(one) for name, one in detail.classes.items()},
        "matches": {
            image: [[m.true, m.said, round(FULL * m.conf), *(round(FINE * side) for side in m.box)] for m in rows]
            for image, rows in detail.matches.items()
        },
    }


def _kept_class(one: ClassDetail) -> dict[str, Any]:
    ranges = {name: getattr(one, name) for name in ("value", "recall", "precision")}
    rounded = {name: [round(side, 6) for side in found] for name, found in ranges.items() if found is not None}
    return {**rounded, "at_cut": list(one.at_cut), "right": list(one.right), "said": list(one.said)}


# --- read ---------------------------------------------------------------------------------------------------


def heads(session: Session) -> list[EvaluationLine]:
    """Every evaluation on record, newest first."""
    names = _names(session)
    return [
        EvaluationLine(
            row.event, datetime.fromisoformat(row.time), [names.get(digest, digest) for digest in row.models]
        )
        for row in history.evaluation_heads(session.project.read)
    ]


def measured(session: Session, event: int) -> MeasuredEvaluation:
    """What the evaluation of an event found."""
    found, names = history.evaluation_at(session.project.read, event), _names(session)
    models = found.get("models", ())
    behind = found.get("detail") or [None] * len(models)
    told, images = [_model(one, more, names) for one, more in zip(models, behind, strict=True)], found.get("images", 0)
    apart = found.get("independent")
    sentences = [_sentence(one, images, apart, told[0].metric) for one in found.get("comparisons", ())]
    return MeasuredEvaluation(images, told, sentences)


def _sentence(one: Mapping[str, Any], images: int, apart: int | None, metric: str) -> str:
    """What was said of a comparison, anew: only its English is on record."""
    outcome = ComparisonOutcome(one["outcome"])
    return say(outcome, one["change"], one["low"], one["high"], images=images, apart=apart, metric=metric)


def _names(session: Session) -> dict[str, str]:
    return {model.sha256[:12]: model.name for model in session.project.read.models()}


def _model(one: Mapping[str, Any], behind: Mapping[str, Any] | None, names: Mapping[str, str]) -> MeasuredModel:
    digest = str(one.get("sha256", ""))[:12]
    more = behind or {}
    classes = [_class(name, row, more.get("classes", {}).get(name, {})) for name, row in one["classes"].items()]
    name = names.get(digest) or str(one.get("name", "")) or digest
    figures = {key: float(value) for key, value in one.get("figures", {}).items()}
    cut, metric = float(more.get("cut", 0.0)), str(one.get("metric", ""))
    return MeasuredModel(name, metric, figures, classes, cut, more.get("matches"))


def _class(name: str, row: Mapping[str, Any], more: Mapping[str, Any]) -> MeasuredClass:
    ranges = {key: (more[key][0], more[key][1]) for key in ("value", "recall", "precision") if key in more}
    objects, (value, recall, precision) = (
        int(row["objects"]),
        (row.get(key) for key in ("value", "recall", "precision")),
    )
    if "at_cut" in more:  # as the intervals are counted
        found, told = more["at_cut"]
        recall, precision = (found / objects if objects else None), (found / told if told else None)
    right, said = more.get("right", ()), more.get("said", ())
    return MeasuredClass(name, objects, value, recall, precision, ranges, right, said)


def _match(image: str, row: Sequence[int]) -> GoldMatch:
    left, top, right, bottom = (side / FINE for side in row[3:7])
    return GoldMatch(image, row[0], row[1], row[2] / FULL, (left, top, right, bottom))


def confusion(model: MeasuredModel) -> Counter[tuple[int, int]]:
    """How many objects of a class (-1: none) were taken for a class (-1: none)."""
    return Counter((row[0], row[1]) for rows in (model.matches or {}).values() for row in rows)


def matches_of(model: MeasuredModel, wanted: Callable[[int, int], bool]) -> list[GoldMatch]:
    """The matches whose class as labelled and as said are wanted."""
    found = (model.matches or {}).items()
    return [_match(image, row) for image, rows in found for row in rows if wanted(row[0], row[1])]


def image_pairs(old: MeasuredModel, new: MeasuredModel) -> list[ImagePair]:
    """The gold images under two models, where they differ most first."""
    tables = [_by_image(old), _by_image(new)]
    made = []
    for image in sorted(tables[0].keys() | tables[1].keys()):
        objects = max(table.get(image, (0, 0, 0))[0] for table in tables)
        found, wrong = (tuple(table.get(image, (0, 0, 0))[at] for table in tables) for at in (1, 2))
        made.append(ImagePair(image, objects, (found[0], found[1]), (wrong[0], wrong[1])))
    return sorted(made, key=lambda one: (-abs(one.gain), one.gain, one.image))


def _by_image(model: MeasuredModel) -> dict[str, tuple[int, int, int]]:
    """Objects, those found with their class, and detections that are wrong, by image."""
    found = {}
    for image, rows in (model.matches or {}).items():
        right = sum(true == said for true, said, *_ in rows)
        wrong = sum(true != said != NOTHING for true, said, *_ in rows)
        found[image] = sum(row[0] != NOTHING for row in rows), right, wrong
    return found


# --- the objects behind a figure ----------------------------------------------------------------------------


def gold_images(session: Session) -> dict[str, SeenImage]:
    """The gold images as they are now, by the first 20 digits of their digest."""
    return {one.sha256[:20]: one for one in monitored.seen_images(session.project.read, gold=True)}


def crops_of(session: Session, model: MeasuredModel, chosen: Sequence[GoldMatch]) -> list[Crop]:
    """Objects that were measured as crops: the labels that stand there now, else what was on record then.

    Images that are not gold, or not finished any more, are left out: nobody is shown what a model said of them.
    """
    here = gold_images(session)
    there = [one for one in chosen if one.image in here]
    evidence = session.project.read.evidence(sorted({here[one.image].id for one in there}))
    items = {image_id: derive.items(one) for image_id, one in evidence.items()}
    ids = {one.name: one.id for one in session.classes}
    made: dict[tuple[int, str], Crop] = {}
    for place, match in enumerate(there):
        image = here[match.image]
        class_id = ids.get(model.classes[match.said if match.true == NOTHING else match.true].name, 0)
        bounds = _pixels(match.box, image)
        item = None if match.true == NOTHING else _standing(items.get(image.id, []), bounds)
        crop = Crop(
            image.id, f"{NOTED}{place}", class_id, LabelState.PROPOSAL, match.conf, bounds, image.width, image.height
        )
        if item is not None:
            crop = crop._replace(
                item_id=item.id, class_id=item.class_id, state=item.state, conf=item.conf, bounds=item.region.bounds
            )
        made[crop.image_id, crop.item_id] = crop
    return list(made.values())


def _pixels(box: tuple[float, float, float, float], image: SeenImage) -> Box:
    left, top, right, bottom = box
    return Box(left * image.width, top * image.height, right * image.width, bottom * image.height)


def _standing(items: Sequence[Item], bounds: Box) -> Item | None:
    """The label that is this object now; a whole image's has no box and is the only one."""
    labels = [item for item in items if item.id[:1] != "P"]
    whole = [item for item in labels if item.region.bounds.area <= 0]
    if whole:
        return whole[0]
    near = max(labels, key=lambda item: item.region.bounds.overlap(bounds), default=None)
    return near if near is not None and near.region.bounds.overlap(bounds) >= SAME_PLACE else None
