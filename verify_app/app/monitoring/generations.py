"""Figures over generations: of models on the gold images and in review, of versions beside the reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from verify_app.app import gold_use
from verify_app.app.monitoring import sentences
from verify_app.app.monitoring.leak_groups import gold_groups, leak_groups
from verify_app.app.monitoring.results import ComparedSet, Metric, Point, Rate, Series, rounded
from verify_app.core.heavy import np
from verify_app.core.queue.orders import EACH_RANDOM
from verify_app.core.queue.ranking import lottery
from verify_app.core.records import ModelInfo
from verify_app.core.tail_classes import tail_classes
from verify_app.monitor import verdict_rates
from verify_app.monitor.alarms import alarms
from verify_app.monitor.detection_power import WANTED, least_fall, more_objects
from verify_app.monitor.drift import DriftFound
from verify_app.monitor.model_drift import Answers, compare_models, is_worse
from verify_app.monitor.null_bands import FEWEST_GROUPS, NullBand
from verify_app.monitor.verdict_rates import Decided
from verify_app.storage.queries import monitored, queue
from verify_app.storage.queries.monitored import EvaluationRow, VerdictRow
from verify_app.storage.reader import Reader
from verify_app.storage.row_mappers import region_of


@dataclass(frozen=True, slots=True)
class Models:
    """What the models of a project came to."""

    compared: tuple[ComparedSet, ...] = ()
    series: tuple[Series, ...] = ()
    rates: tuple[Rate, ...] = ()
    alarms: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What one evaluation found of one model.

    Parameters
    ----------
    answers : mapping of image to [objects, said]
        As `training.answers.ImageAnswer`; of old evaluations empty.
    band : NullBand or None
        Round the figure of the model that it was compared with, where there was one and enough independent images: its
        own is outside exactly when the interval of the change leaves 0 out.
    """

    sha256: str
    metric: str
    value: float
    images: int
    classes: Mapping[str, Mapping[str, Any]]
    answers: Mapping[str, Any] = field(default_factory=dict)
    band: NullBand | None = None


def of(reader: Reader, cache: Path, short: Mapping[str, int]) -> Models:
    """All that is known of the models, in the order in which they came.

    Parameters
    ----------
    short : mapping of str to int
        By class: how many more verified objects would bring it back to its share in the reference.
    """
    measured = _newest(monitored.evaluations(reader))
    models = [one for one in reader.models() if one.sha256 in measured]
    rates, reviewed = _rates(reader, cache)
    losing, unsure = _told(reviewed, short)
    if not models:
        return Models(reviewed, tuple(_over_models(reviewed)), rates, losing, unsure)
    names = {place: one.name for place, one in enumerate(reader.classes())}
    groups = gold_groups(reader, cache)
    compared = _compared([(m.name, measured[m.sha256]) for m in models], names, _tail(reader), groups)
    series = (*_figures(models, measured), *_over_models(compared), *_over_models(reviewed))
    fallen, noticed = _told(compared, short)
    return Models(
        (*compared, *reviewed),
        series,
        rates,
        (*fallen, *losing),
        (*noticed, *unsure),
        (*least_falls(measured[models[-1].sha256].classes), *_gold_worn(reader, models)),
    )


def _gold_worn(reader: Reader, models: Sequence[ModelInfo]) -> list[str]:
    """That the newest generation was measured too often on the same gold, where it was."""
    newest = gold_use.generation_of(list(models))
    said = gold_use.note(newest, gold_use.uses(reader)[newest])
    return [said] if said else []


def _told(compared: Sequence[ComparedSet], short: Mapping[str, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What became worse of the newest model: alarms, and what is noticed only."""
    last = compared[-1].metrics if compared else ()
    noticed = [m for m in last if m.notice and not m.alarm and is_worse(m.name, _side(m))]
    return (
        tuple(_fallen(compared, m, short) for m in last if m.alarm),
        tuple(_fallen(compared, m, short) for m in noticed),
    )


def _newest(rows: Sequence[EvaluationRow]) -> dict[str, Measured]:
    """What was found of each model last."""
    found: dict[str, Measured] = {}
    for row in rows:
        said = row.found
        answers = said.get("answers") or [{}] * len(said["models"])
        for place, one in enumerate(said["models"]):
            band = None
            enough = said.get("independent", said["images"]) >= FEWEST_GROUPS
            if place and place - 1 < len(said["comparisons"]) and enough:
                change = said["comparisons"][place - 1]
                other = _value(said["models"][0]) + change["change"]
                band = NullBand(other - change["high"], other - change["low"])
            known = one["sha256"], one.get("metric", "mAP50-95"), _value(one), said["images"], one["classes"]
            found[one["sha256"]] = Measured(*known, answers[place], band)
    return found


def _value(model: Mapping[str, Any]) -> float:
    """The figure that models are compared by."""
    figures = model.get("figures")
    return float(next(iter(figures.values())) if figures else model["map50_95"])


def _tail(reader: Reader) -> frozenset[int]:
    """Places of the classes that are rare among what is verified now."""
    places = {one.id: place for place, one in enumerate(reader.classes())}
    counts = dict.fromkeys(places.values(), 0)
    for class_id, count in monitored.verified_by_class(reader).items():
        if class_id in places:
            counts[places[class_id]] += count
    return tail_classes(counts, len(places))


# --- models on gold, paired -------------------------------------------------------------------------------


def _compared(
    models: Sequence[tuple[str, Measured]], names: Mapping[int, str], tail: frozenset[int], groups: Mapping[str, str]
) -> list[ComparedSet]:
    """Each model beside the first that was measured image by image, on the images that both saw."""
    first = next((one for _, one in models if one.answers), None)
    found: list[dict[str, DriftFound]] = []
    needs: list[int | None] = []
    for _, one in models:
        shared = sorted(first.answers.keys() & one.answers.keys()) if first else []
        if first is None or not shared:
            found.append({"map": DriftFound(one.value, one.band)})
            needs.append(None)
            continue
        before, now = (_answers(each, shared, len(names)) for each in (first, one))
        of_image = np.array([groups.get(name, name) for name in shared])
        figures = compare_models(before, now, of_image, names=names, tail=tail)
        if one is first:  # beside itself nothing can differ
            figures = {name: replace(each, band=None) for name, each in figures.items()}
        found.append({"map": DriftFound(one.value, one.band)} | figures)
        short = FEWEST_GROUPS - len(np.unique(of_image))
        needs.append(short if short > 0 and one is not first else None)
    alarmed = alarms(found, bad=is_worse)
    return [_said(name, one, found[place], alarmed[place], needs[place]) for place, (name, one) in enumerate(models)]


def _answers(one: Measured, images: Sequence[str], classes: int) -> Answers:
    objects, hit = np.zeros((2, len(images), classes), dtype=np.int64)
    said: list[tuple[int, int, int]] = []
    for place, name in enumerate(images):
        there, detections = one.answers[name]
        for index, count, got in there:
            if index < classes:
                objects[place, index], hit[place, index] = count, got
        said += [(place, conf, right) for _, conf, right in detections]
    rows = np.array(said, dtype=np.int64).reshape(-1, 3)
    return Answers(objects, hit, rows[:, 0], rows[:, 1] / 1000, rows[:, 2] > 0)


def _said(
    name: str, one: Measured, found: Mapping[str, DriftFound], alarmed: set[str], needs: int | None
) -> ComparedSet:
    metrics = [_metric(key, each, alarm=key in alarmed, needs=needs) for key, each in found.items()]
    noticed = [m.name for m in metrics if m.notice]
    sentence = sentences.model_sentence(name, noticed, [m.name for m in metrics if m.alarm], needs)
    return ComparedSet(name, "model", one.images, tuple(metrics), sentence)


def _metric(name: str, found: DriftFound, *, alarm: bool, needs: int | None) -> Metric:
    if found.band is not None:  # none of these figures can be less than 0
        found = replace(found, band=replace(found.band, low=max(0.0, found.band.low)))
    band = None if found.band is None else (rounded(found.band.low), rounded(found.band.high))
    said = sentences.metric_sentence(name, found, alarm=alarm, needs=needs)
    return Metric(name, found.value, band, bool(found.side), alarm, needs if band is None else None, said)


def _side(one: Metric) -> int:
    return 0 if one.band is None else int(one.value > one.band[1]) - int(one.value < one.band[0])


def _fallen(compared: Sequence[ComparedSet], worse: Metric, short: Mapping[str, int]) -> str:
    """What has become of a figure since the first model that has it."""
    known = [(one.name, m.value) for one in compared for m in one.metrics if m.name == worse.name]
    more = short.get(worse.name.partition(":")[2], 0)
    return sentences.fallen(worse.name, known[0], known[-1], len(known) - 1, more)


def least_falls(classes: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Of each class of an evaluated model the least fall of recall that the gold images can show."""
    said = []
    for name, known in classes.items():
        if known["objects"] and known["recall"] is not None:
            recall, objects = float(known["recall"]), int(known["objects"])
            fall, more = least_fall(recall, objects), more_objects(recall, objects)
            said.append(sentences.least_fall_sentence(name, fall, objects, more, WANTED))
    return said


def least_falls_known(reader: Reader) -> list[str]:
    """The same of the model that was evaluated last; nothing before the first evaluation."""
    return least_falls(monitored.measured_classes(reader))


# --- series -----------------------------------------------------------------------------------------------


def _figures(models: Sequence[ModelInfo], measured: Mapping[str, Measured]) -> list[Series]:
    """Recall of each class as it was measured, with how many objects it is of, by model."""
    names = dict.fromkeys(name for m in models for name in measured[m.sha256].classes)
    found = []
    for name in names:
        points = []
        for model in models:
            known = measured[model.sha256].classes.get(name, {})
            if known.get("objects") and known.get("recall") is not None:
                points.append(Point(model.name, float(known["recall"]), None, int(known["objects"])))
        if points:
            found.append(Series("class_recall", name, "models", tuple(points)))
    return found


def _over_models(compared: Sequence[ComparedSet]) -> list[Series]:
    names: dict[str, list[Point]] = {}
    sentences_: dict[str, str] = {}
    for one in compared:
        for m in one.metrics:
            names.setdefault(m.name, []).append(Point(one.name, m.value, m.band, one.n, m.notice, m.alarm))
            sentences_[m.name] = m.sentence
    return [
        Series(name.partition(":")[0], name.partition(":")[2], "models", tuple(points), sentences_[name])
        for name, points in names.items()
    ]


def over_versions(compared: Sequence[ComparedSet]) -> tuple[Series, ...]:
    """Each metric of versions as a series; `subject` says whether of the whole version or of what it added."""
    names: dict[tuple[str, str], list[Point]] = {}
    said: dict[tuple[str, str], str] = {}
    for one in compared:
        for m in one.metrics:
            key = (one.kind, m.name)
            names.setdefault(key, []).append(Point(one.name, m.value, m.band, one.n, m.notice, m.alarm))
            said[key] = m.sentence
    return tuple(Series(key[1], key[0], "versions", tuple(points), said[key]) for key, points in names.items())


# --- what became of predictions ---------------------------------------------------------------------------


def _rates(reader: Reader, cache: Path) -> tuple[tuple[Rate, ...], tuple[ComparedSet, ...]]:
    rows, lost = monitored.verdict_rows(reader), monitored.missed_rows(reader)
    lucky = _lucky(reader, [row.image_id for row in rows] + [row.image_id for row in lost])
    decided = [_decided(row, chance=row.chosen or row.image_id in lucky) for row in rows]
    found: list[Rate] = []
    by_chance: dict[str, list[Decided]] = {}
    for model in reader.models():
        for chance in (True, False):
            own = [one for one in decided if one.model == model.id and one.chance is chance]
            gone = [
                one.image_id
                for one in lost
                if one.model_id == model.id and (one.chosen or one.image_id in lucky) is chance
            ]
            if not own and not gone:
                continue
            t = verdict_rates.tally(own, gone)
            counts = t.images, t.accepted, t.corrected, t.rejected, t.missed, t.right
            found.append(Rate(model.name, model.round, model.depth, chance, *counts))
            if chance and t.decided:
                by_chance[model.name] = own
    return tuple(found), _reviewed(by_chance, leak_groups(reader, cache, monitored.seen_images(reader)))


def _reviewed(by_chance: Mapping[str, Sequence[Decided]], groups: Mapping[int, str]) -> tuple[ComparedSet, ...]:
    """How often each model was right and how well it knew, beside the first one that was reviewed."""
    first, found = next(iter(by_chance.values()), []), []
    for own in by_chance.values():
        figures = verdict_rates.compare_reviews(first, own, groups)
        if own is first:  # beside itself nothing can differ
            figures = {name: replace(each, band=None) for name, each in figures.items()}
        found.append(figures)
    alarmed = alarms(found, bad=is_worse)
    sets = []
    for (model, own), one, loud in zip(by_chance.items(), found, alarmed, strict=True):
        metrics = [_metric(name, each, alarm=name in loud, needs=None) for name, each in one.items()]
        said = sentences.sentences([m.sentence for m in metrics])
        sets.append(ComparedSet(model, "review", len(own), tuple(metrics), said))
    return tuple(sets)


def _lucky(reader: Reader, image_ids: Sequence[int]) -> set[int]:
    """Which of these images are of the random fifth of the mixed queue (`core.queue.ranking`)."""
    ids = np.array(sorted(set(image_ids)), dtype=np.int64)
    return set(ids[lottery(ids, queue.seed(reader)) % np.uint64(EACH_RANDOM) == 0].tolist())


def _decided(row: VerdictRow, *, chance: bool) -> Decided:
    same, overlap = True, 1.0
    if row.verdict == "corrected" and row.label_class is not None and row.label_region is not None:
        same = row.label_class == row.class_id
        overlap = region_of(row.label_region).overlap(region_of(row.region)) if same else 0.0
    return Decided(row.model_id, row.image_id, row.verdict, same, overlap, row.conf, chance)
