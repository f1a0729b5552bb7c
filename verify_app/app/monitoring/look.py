"""One look of the monitor: gather, compare, say."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify_app.app.monitoring import generations, sentences
from verify_app.app.monitoring.image_sets import FOLDER, ImageSet, set_of, version_set
from verify_app.app.monitoring.leak_groups import leak_groups
from verify_app.app.monitoring.results import ComparedSet, DriftLook, Metric, from_json, rounded, severity
from verify_app.app.monitoring.unions import Pictures, Union, keys_of, looked_up
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.heavy import np
from verify_app.core.messages import M, restore, templates
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.queue.entry import SHOWN_CONF
from verify_app.core.tail_classes import tail_classes
from verify_app.datasets.files import hash_cache
from verify_app.datasets.files.near_duplicates import near_pairs
from verify_app.monitor.alarms import alarms
from verify_app.monitor.drift import Contrast, DriftFound, Setting, compare, compare_paired
from verify_app.monitor.label_drift import ObjectTable
from verify_app.monitor.null_bands import FEWEST_GROUPS, LEVEL, error_over
from verify_app.storage.queries import history, monitored, picture_features
from verify_app.storage.queries.history import VersionRow
from verify_app.storage.queries.monitored import SeenImage
from verify_app.storage.reader import Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FORM = 1
"""Of what is kept of a look."""
_MODELS = 3
"""The newest so many models are compared with persons on the same images."""
_LATER = 10
"""Versions, as many as the error is stated for."""


def look(session: Session, *, reference: str | None = None, report: Report = silent) -> DriftLook:
    """Compare what came later with the reference.

    Parameters
    ----------
    reference : str, optional
        The version to compare with; default: the first one.

    Raises
    ------
    UserError
        When there is no such version.
    Cancelled
        From `report`.
    """
    read = session.project.read
    chosen = _reference(read, reference)
    keep = session.folder / "cache" / FOLDER
    file = keep / f"look-{_key(read, chosen)}.json"
    known = _read(file)
    if known is not None:
        return known
    made = _Looker(read, session.folder / "cache", chosen, report, write=not session.reads_only).look()
    if not session.reads_only:
        _keep(file, made)
    return from_json(made.as_json())  # rounded as what is kept


def _reference(reader: Reader, name: str | None) -> VersionRow | None:
    known = history.versions(reader)
    if name is None:
        return known[0] if known else None
    found = next((one for one in known if one.name == name), None)
    if found is None:
        names = [one.name for one in known] or M("none yet")
        raise UserError(
            M("There is no version {name} to compare with; versions: {names}.", name=name[:40], names=names)
        )
    return found


# --- what is kept of looks --------------------------------------------------------------------------------


def _key(reader: Reader, reference: VersionRow | None) -> str:
    said = [_FORM, reference.digest if reference else "", monitored.newest_news(reader)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def _read(file: Path) -> DriftLook | None:
    try:
        kept = json.loads(file.read_bytes())
        return from_json(restore(kept["look"], kept["templates"]))
    except Exception:  # whatever somebody has put there: it is made again
        return None


def _keep(file: Path, made: DriftLook) -> None:
    said = made.as_json()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob("look-*.json"):
            old.unlink()
        part = file.with_suffix(".part")
        part.write_bytes(json.dumps({"look": said, "templates": templates(said)}).encode())
        part.replace(file)


# --- looking ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Result:
    """The figures of one set, before it is known what came before it."""

    name: str
    kind: str
    n: int
    found: Mapping[str, DriftFound]
    needs: int | None = None
    gone: tuple[str, ...] = ()
    moved: str = ""
    sentence: str = ""


@dataclass(slots=True)
class _Looker:
    read: Reader
    cache: Path
    reference: VersionRow | None
    report: Report
    write: bool
    classes: list[Any] = field(init=False)
    index: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        self.classes = self.read.classes()
        largest = max((c.id for c in self.read.classes(merged=True)), default=0)
        self.index = np.full(largest + 2, -1, dtype=np.int64)  # -1, a class that is gone, is the last one
        for place, one in enumerate(self.classes):
            self.index[one.id] = place

    def look(self) -> DriftLook:
        if self.reference is None:
            models = generations.of(self.read, self.cache, {})
            note = M("There is no version to compare with yet; export one first.")
            return DriftLook(
                None,
                models.compared,
                models.alarms,
                (*models.alarms, *models.headline),
                models.series,
                models.rates,
                (note, *models.notes),
            )
        base = self._version(self.reference)
        models = generations.of(self.read, self.cache, self._short(base))
        pictures = self._pictures()
        tail = self._tail(base)
        later, results = self._later(), []
        before = base
        for number, one in enumerate(later):
            self.report(Progress("monitor", number, len(later), M("comparing {name}", name=one.name)))
            held = self._version(one)
            results.append(self._of_version(one.name, base, before, held, pictures, tail))
            before = held
        compared = [each for pair in _with_alarms(results) for each in pair]
        compared += self._now(base, before, (later[-1] if later else self.reference).name, pictures, tail)
        drifting = tuple(c.sentence for c in compared if any(m.alarm for m in c.metrics))
        series = tuple(sorted((*models.series, *_over_versions(compared)), key=lambda one: -severity(one)))
        loud = [c for c in compared if c.noticed and not _said_again(c, compared)]
        told = [c.sentence for c in loud if c.sentence in drifting]
        headline = (*models.headline, *(c.sentence for c in loud if c.sentence not in drifting))
        error = sentences.error_sentence(LEVEL, _LATER, error_over(_LATER))
        return DriftLook(
            self.reference.name,
            (*compared, *models.compared),
            (*models.alarms, *drifting),
            (*models.alarms, *told, *headline),
            series,
            models.rates,
            (error, *models.notes),
        )

    def _version(self, row: VersionRow) -> ImageSet:
        return version_set(self.read, row, self.cache / FOLDER if self.write else None)

    def _later(self) -> list[VersionRow]:
        assert self.reference is not None
        return [one for one in history.versions(self.read) if one.id > self.reference.id]

    def _short(self, base: ImageSet) -> dict[str, int]:
        """By class: how many more verified objects would bring it back to its share in the reference."""
        places = self.index[base.classes]
        had = np.bincount(places[places >= 0], minlength=len(self.classes))
        has = monitored.verified_by_class(self.read)
        whole, found = sum(has.values()), {}
        for one, count in zip(self.classes, had.tolist(), strict=True):
            share = count / max(int(had.sum()), 1)
            if share < 1:
                found[one.name] = max(0, math.ceil((share * whole - has.get(one.id, 0)) / (1 - share) - 1e-9))
        return found

    def _tail(self, base: ImageSet) -> frozenset[int]:
        places = self.index[base.classes]
        counts = np.bincount(places[places >= 0], minlength=len(self.classes))
        rare = tail_classes({i: int(n) for i, n in enumerate(counts)}, len(self.classes))
        return frozenset(i for i in rare if counts[i])

    def _pictures(self) -> Pictures:
        digests, stats = picture_features.picture_stats(self.read)
        of = keys_of(digests)
        order = np.argsort(of)
        sharp, pixels = np.log(np.maximum(stats[:, 3], 1e-3)), np.log(np.maximum(stats[:, 0] * stats[:, 1], 1))
        shown = np.stack([stats[:, 2], sharp, pixels], axis=1)
        model = picture_features.embedding_model(self.read)
        names, vectors = picture_features.embeddings(self.read, model.sha256 if model else "")
        vectors_of = keys_of(names)
        by = np.argsort(vectors_of)
        return Pictures(of[order], shown[order], vectors_of[by], vectors[by], self._alike())

    def _alike(self) -> NDArray[np.uint64]:
        """Pictures of which another one is a near-duplicate, as far as they were compared for an export."""
        looks = hash_cache.read(self.cache)
        by_look: dict[int, list[str]] = {}
        for sha256, one in looks.items():
            if one is not None:
                by_look.setdefault(one, []).append(sha256)
        found = {one for pair in near_pairs(list(by_look)) for one in pair}
        found |= {one for one, all_ in by_look.items() if len(all_) > 1}
        return np.sort(keys_of([sha256 for one in found for sha256 in by_look[one]]))

    def _of_version(
        self, name: str, base: ImageSet, before: ImageSet, held: ImageSet, pictures: Pictures, tail: frozenset[int]
    ) -> tuple[_Result, _Result]:
        union = Union.of([base, before, held])
        inside = [union.side(which) for which in range(3)]
        added = inside[2] & ~inside[1]
        sides = np.stack([inside[0], inside[2], added], axis=1)
        labels = union.labels([base, before, held], (2, 1, 0), self.index, pictures)
        own = union.labels([base, before, held], (0, 2, 1), self.index, pictures)
        vectors = None
        if len(pictures.vectors_of):
            vectors = looked_up(union.keys, pictures.vectors_of, pictures.vectors, 0)
        setting = Setting(labels, union.groups, sides, len(self.classes), tail, vectors, own)
        contrasts = [Contrast("version", 1, whole=True)]
        contrasts += [Contrast("added", 2)] if added.any() else []
        found = compare(setting, contrasts)
        had, *has = self._counts(own, inside[0]), self._counts(labels, inside[2]), self._counts(labels, added)
        gone = tuple(self.classes[i].name for i in np.flatnonzero((had > 0) & (has[0] == 0)))
        needs = [_needs(union.groups, side) for side in (inside[0] & inside[2], inside[2], added)]
        whole = _Result(name, "version", int(inside[2].sum()), found["version"], needs[1], gone)
        part = _Result(name, "added", int(added.sum()), found.get("added", {}), needs[2])
        return self._explained(whole, had, has[0]), self._explained(part, had, has[1])

    def _explained(self, one: _Result, had: NDArray[np.int64], has: NDArray[np.int64]) -> _Result:
        """With which classes have grown and shrunk most, where class shares have moved."""
        shares = one.found.get("class_js")
        if shares is None or not shares.side:
            return one
        said = []
        for place in (int(np.argmax(shares.way)), int(np.argmin(shares.way))):
            before, now = (float(counts[place] / counts.sum()) for counts in (had, has))
            said.append(sentences.share_sentence(self.classes[place].name, before, now))
        return replace(one, moved=sentences.sentences(said))

    def _counts(self, labels: ObjectTable, side: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Objects of each class on some images."""
        return np.bincount(labels.classes[side[labels.image]], minlength=len(self.classes))

    # --- the project as it is now -------------------------------------------------------------------------

    def _now(
        self, base: ImageSet, newest: ImageSet, newest_name: str, pictures: Pictures, tail: frozenset[int]
    ) -> list[ComparedSet]:
        images = monitored.seen_images(self.read)
        if not images:
            return []
        groups = leak_groups(self.read, self.cache, images)
        here = set_of(images, monitored.labels_on(self.read, [one.id for one in images]), groups)
        known = np.isin(keys_of([one.sha256 for one in images]), Union.of([newest]).keys)
        results = []
        if (~known).any():
            fresh = self._beside(newest_name, "fresh", base, here.only(~known), pictures)
            results.append(fresh)
        sources = np.array([one.source_id for one in images])
        names = {one.id: one.name for one in self.read.sources()}
        for source in sorted(set(sources.tolist())) if len(set(sources.tolist())) > 1 else ():
            results.append(self._beside(names[source], "source", base, here.only(sources == source), pictures))
        return [_said(one) for one in results] + self._predictions(base, images, groups, pictures)

    def _beside(self, name: str, kind: str, base: ImageSet, other: ImageSet, pictures: Pictures) -> _Result:
        union = Union.of([base, other])
        inside = [union.side(which) for which in range(2)]
        labels = union.labels([base, other], (1, 0), self.index, pictures)
        own = union.labels([base, other], (0, 1), self.index, pictures)
        vectors = looked_up(union.keys, pictures.vectors_of, pictures.vectors, 0) if len(pictures.vectors_of) else None
        setting = Setting(labels, union.groups, np.stack(inside, axis=1), len(self.classes), (), vectors, own)
        found = compare(setting, [Contrast(kind, 1)])[kind]
        result = _Result(name, kind, len(other), found, _needs(union.groups, inside[1]))
        return self._explained(result, self._counts(own, inside[0]), self._counts(labels, inside[1]))

    def _predictions(
        self, base: ImageSet, images: Sequence[SeenImage], groups: Mapping[int, str], pictures: Pictures
    ) -> list[ComparedSet]:
        """What models say of images that persons verified, beside what persons say of the same."""
        models = {one.id: one for one in self.read.models()}
        wanted = [models[one] for one in monitored.models_with_runs(self.read) if one in models][-_MODELS:]
        found = []
        for model in wanted:
            trained = monitored.trained_on(self.read, model.version) if model.version else set()
            some = [one for one in images if one.sha256 not in trained]
            looked, said = monitored.said_on(self.read, model.id, [one.id for one in some], SHOWN_CONF)
            some = [one for one in some if one.id in looked]
            if some:
                persons = set_of(some, monitored.labels_on(self.read, [one.id for one in some]), groups)
                found.append(self._of_model(model.name, base, persons, set_of(some, said, groups), pictures))
        return found

    def _of_model(
        self, name: str, base: ImageSet, persons: ImageSet, model: ImageSet, pictures: Pictures
    ) -> ComparedSet:
        union = Union.of([persons])
        first, second = (union.labels([one], (0,), self.index, pictures) for one in (persons, model))
        paired = compare_paired(first, second, union.groups, classes=len(self.classes))
        needs = _needs(union.groups, union.side(0))
        world = self._beside(name, "predictions", base, persons, pictures)
        beside = self._beside(name, "predictions", base, model, pictures)
        differs = [any(one.side for one in found.values()) for found in (paired, world.found)]
        result = _Result(
            name,
            "predictions",
            len(persons),
            {**paired, **{f"reference:{one}": value for one, value in beside.found.items()}},
            needs,
            sentence=sentences.who_moved(name, model_differs=differs[0], world_differs=differs[1])
            if needs is None
            else "",
        )
        return _said(result)


def _needs(groups: NDArray[np.int64], side: NDArray[np.bool_]) -> int | None:
    """How many more independent images a set needs."""
    short = FEWEST_GROUPS - len(np.unique(groups[side]))
    return short if short > 0 else None


def _with_alarms(results: Sequence[tuple[_Result, _Result]]) -> list[tuple[ComparedSet, ComparedSet]]:
    """Versions in their order: what is outside for the second time running is an alarm."""
    alarmed = [alarms([pair[which].found for pair in results]) for which in range(2)]
    return [
        (_said(pair[0], alarmed[0][place]), _said(pair[1], alarmed[1][place])) for place, pair in enumerate(results)
    ]


def _said(one: _Result, alarmed: Iterable[str] = ()) -> ComparedSet:
    alarms = set(alarmed)
    metrics = tuple(
        Metric(
            name,
            found.value,
            None if found.band is None else (rounded(found.band.low), rounded(found.band.high)),
            bool(found.side),
            name in alarms,
            one.needs if found.band is None else None,
            sentences.metric_sentence(
                name,
                found,
                alarm=name in alarms,
                needs=one.needs,
                gone=one.gone if name == "classes_gone" else (),
            ),
        )
        for name, found in one.found.items()
    )
    noticed = [m.name for m in metrics if m.notice]
    said = one.sentence or sentences.set_sentence(
        one.kind, one.name, noticed, [m.name for m in metrics if m.alarm], one.needs
    )
    said = sentences.sentences([said, one.moved]) if one.moved else said
    return ComparedSet(one.name, one.kind, one.n, metrics, said, one.gone)


def _said_again(one: ComparedSet, all_: Sequence[ComparedSet]) -> bool:
    """Whether what a version added says it already, as loud or louder."""
    if one.kind != "version":
        return False
    added = next((c for c in all_ if c.kind == "added" and c.name == one.name), None)
    if added is None or not added.noticed:
        return False
    return {m.name for m in one.metrics if m.alarm} <= {m.name for m in added.metrics if m.alarm}


def _over_versions(compared: Sequence[ComparedSet]) -> tuple[Any, ...]:
    return generations.over_versions([one for one in compared if one.kind in ("version", "added")])
