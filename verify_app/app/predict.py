"""A run: one model over images, its predictions recorded as facts while people go on reviewing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from verify_app.app import embeddings
from verify_app.app.imports.files import files_of, record_scans
from verify_app.app.model_classes import by_place, class_mapping, names_of
from verify_app.app.model_fit import fit_task, notes_of
from verify_app.app.models import find_model, keep_model, model_file, open_model
from verify_app.app.session import Session
from verify_app.core.errors import UsageError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent, wished
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Actor, ModelInfo
from verify_app.core.vocabulary import ImageState
from verify_app.inference.engine import Engine, run_settings
from verify_app.inference.pipeline import PictureResult, detections
from verify_app.storage.entities import dumps
from verify_app.storage.project import Project
from verify_app.storage.queries import image_list
from verify_app.storage.queries.picture_features import embedding_model
from verify_app.storage.row_mappers import region_text

WHICH = ("unreviewed", "all")
FLUSH_IMAGES = 64
FLUSH_SECONDS = 1.0
"""Predictions reach the disk, and the window, after this many images or seconds; transactions stay short."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to predict; defaults are the command's.

    Parameters
    ----------
    images : sequence of int
        Only these; empty means those that `which` names.
    mapping : mapping of str to (str or None)
        Model class to project class; see `model_classes.class_mapping`.
    """

    engine: str = "auto"
    conf: float = 0.05
    imgsz: int | None = None
    batch: int | None = None
    device: str | None = None
    which: str = "unreviewed"
    images: Sequence[int] = ()
    mapping: Mapping[str, str | None] = field(default_factory=dict)
    seconds: float | None = None
    """How long the model may look at one picture; None: as in this person's settings."""
    by_number: bool = False
    """Of a model that names none, class numbers are places in the project's list."""


@dataclass(slots=True)
class RunResult:
    """What a run did. `images` were looked at, `known` were skipped: the same run has seen the same bytes before."""

    run: int | None = None
    images: int = 0
    known: int = 0
    predictions: int = 0
    vectors: int = 0
    """Pictures of which it was recorded what they look like to the model."""
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What to know of how the model was read."""


def predict(
    session: Session,
    weights: str,
    options: Options,
    *,
    report: Report = silent,
    opening: Callable[..., AbstractContextManager[Engine]] | None = None,
) -> RunResult:
    """Let a model look at images and record what it says.

    Parameters
    ----------
    weights : str
        A model of the project by name or digest, or a file, which then joins the project.
    opening : callable, optional
        Opens the engine instead of `open_model`, with its arguments: for who keeps one from run to run.

    Raises
    ------
    UserError
        When the model cannot be used, or its classes are not the project's and nobody said what to do with them.
    Cancelled
        From `report`; what was done until then is kept.
    """
    if options.which not in WHICH:
        raise UsageError(M("--which is one of {names}.", names=", ".join(WHICH)))
    if not 0 <= options.conf < 1:
        raise UsageError(M("A confidence of {conf} makes no sense; give 0 or more and less than 1.", conf=options.conf))
    report(Progress("predict", 0, 0, M("Loading the model")))
    known = find_model(session, weights)
    file = model_file(session.folder, known) if known else Path(weights)
    how = {"engine": options.engine, "imgsz": options.imgsz, "device": options.device, "batch": options.batch}
    # at another size than its own a model sees pictures otherwise, and these vectors could not be compared with those
    embeds = None if options.imgsz else embeddings.wanted(session.project.read, known)
    with (opening or open_model)(file, known=known, seconds=options.seconds, embeds=embeds, **how) as engine:
        fit_task(session.task, session.skeleton, engine)
        given = options.mapping
        if options.by_number:
            given = {**by_place(file.name, engine.card, session.classes), **given}
        names = names_of(file.name, engine.card, known, given)
        mapping = class_mapping(names, session.classes, given, by_number=not engine.card.named)
        detail = {} if options.imgsz else {"imgsz": max(engine.card.imgsz)}
        model = known or keep_model(session, file, replace(engine.card, names=names), detail=detail)
        run = _Run(session, engine, model, mapping, options, report)
        run.result.notes += notes_of(engine)
        run.go()
        if embeds is not None and run.result.images and embedding_model(session.project.read) is None:
            run.result.notes.append(embeddings.none_of(model.name))
    return run.result


class _Run:
    """One run under way: outcomes gather until they are flushed in one transaction."""

    def __init__(
        self,
        session: Session,
        engine: Engine,
        model: ModelInfo,
        mapping: Mapping[int, int | None],
        options: Options,
        report: Report,
    ) -> None:
        names = {str(index): class_id for index, class_id in mapping.items()}
        self._settings = dumps({**run_settings(engine, conf=options.conf), "classes": names})
        self._session, self._engine, self._model = session, engine, model
        self._mapping, self._options, self._report = mapping, options, report
        self._waiting: list[PictureResult[int]] = []
        self._flushed = time.monotonic()
        self._problem = ""
        self.result = RunResult()

    def go(self) -> None:
        images = self._chosen()
        files = files_of(self._session, images)
        order = self._in_order(images)
        stream = detections(self._engine, order, conf=self._options.conf, read=files.__getitem__)
        with closing(stream):
            try:
                for done, outcome in enumerate(stream, start=1):
                    self._take(outcome, files[outcome.item])
                    self._report(Progress("predict", done, len(images), files[outcome.item].name, self._problem))
            finally:
                self._flush()

    def _in_order(self, images: Sequence[int]) -> Iterator[int]:
        """One after the other, but first the one that somebody is looking at."""
        left = set(images)
        for image_id in images:
            while (wish := wished(self._report)) is not None:
                if wish.isascii() and wish.isdigit() and int(wish) in left:
                    left.discard(int(wish))
                    yield int(wish)
            if image_id in left:
                left.discard(image_id)
                yield image_id

    def _chosen(self) -> list[int]:
        reader = self._session.project.read
        if self._options.images:
            return list(self._options.images)
        if self._options.which == "all":
            return list(image_list.ids(reader, Filter()))
        every = list(image_list.ids(reader, Filter(states=frozenset((ImageState.UNREVIEWED,)))))
        seen = image_list.seen_by(reader, self._model.id, self._settings)
        self.result.known = sum(i in seen for i in every)
        return [i for i in every if i not in seen]

    def _take(self, outcome: PictureResult[int], file: Path) -> None:
        self._problem = f"{file}: {outcome.scan.problem}" if outcome.scan.problem else ""
        if self._problem:
            self.result.problems.append(self._problem)
        self._waiting.append(outcome)
        if len(self._waiting) >= FLUSH_IMAGES or time.monotonic() - self._flushed > FLUSH_SECONDS:
            self._flush()

    def _flush(self) -> None:
        """Record what has gathered: looks at files that changed, and what the model says."""
        waiting, self._waiting = self._waiting, []
        self._flushed = time.monotonic()
        if not waiting:
            return
        if self.result.run is None:
            self.result.run = start_run(self._session.project, self._session.actor, self._model.id, self._settings)
        good = [o for o in waiting if not o.scan.problem]
        with self._session.project.transact(self._session.actor, "predict") as tx:
            record_scans(tx, {o.item: o.scan for o in waiting})
            ids = [o.item for o in good]
            tx.facts("run_image", [(self.result.run, o.item, o.scan.sha256) for o in good], images=ids)
            rows = list(self._rows(good))
            tx.facts("prediction", rows, images=ids)
            vectors = embeddings.record(tx, self._model, good)
        self.result.images += len(good)
        self.result.predictions += len(rows)
        self.result.vectors += vectors

    def _rows(self, outcomes: Sequence[PictureResult[int]]) -> list[tuple[object, ...]]:
        return [
            (self.result.run, o.item, self._mapping[d.cls], region_text(d.region), round(d.conf, 6))
            for o in outcomes
            for d in o.detections
            if self._mapping.get(d.cls) is not None
        ]


def start_run(project: Project, actor: Actor, model_id: int, settings: str) -> int:
    """Record that a model starts to look, with every setting that decides what it says."""
    with project.transact(actor, "run") as tx:
        return tx.facts("run", [(model_id, settings)])[0]


def mapping_of(texts: Sequence[str]) -> dict[str, str | None]:
    """Parse ``MODEL CLASS=PROJECT CLASS`` (nothing after the sign leaves the class out).

    Raises
    ------
    UserError
        When there is no ``=``.
    """
    mapping: dict[str, str | None] = {}
    for text in texts:
        name, sign, target = text.partition("=")
        if not sign or not name.strip():
            raise UsageError(M('--map "{text}" is not "NAME=CLASS".', text=text))
        mapping[name.strip()] = target.strip() or None
    return mapping
