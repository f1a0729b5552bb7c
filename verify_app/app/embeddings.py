"""What pictures look like: recorded while a model predicts, computed afterwards where it is missing.

One model is the project's own for this, since vectors of two models cannot be compared: the first that predicts, at its
own input size. Another one takes over only by `compute`, which then looks at all pictures anew.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.imports.files import files_of, record_scans
from verify_app.app.models import find_model, keep_model, model_file, open_model
from verify_app.app.session import Session
from verify_app.core.heavy import np
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.records import ModelInfo
from verify_app.inference.engine import Engine
from verify_app.inference.pipeline import PictureResult, detections, only_look
from verify_app.storage.queries import picture_features as features
from verify_app.storage.reader import Reader
from verify_app.storage.transaction import Transaction

FLUSH_IMAGES = 64
FLUSH_SECONDS = 1.0
"""What was found reaches the disk after this many images or seconds; a kill loses no more."""
_UNWANTED = 1.0
"""No object is surer: only the pictures themselves are of interest."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which model's answers are to carry vectors: the one with this digest, or any."""

    sha256: str | None

    def __call__(self, sha256: str) -> bool:
        return self.sha256 in (None, sha256)


def wanted(reader: Reader, known: ModelInfo | None) -> Wanted:
    """Whose vectors a run records, if it is to be by this model (None: one that is new to the project)."""
    return Wanted(reader.setting(features.SETTING) or (known.sha256 if known else None))


def record(tx: Transaction, model: ModelInfo, outcomes: Iterable[PictureResult[int]], *, anew: bool = False) -> int:
    """Record what pictures look like, as a part of what a transaction writes; returns how many vectors.

    The first model that gives vectors becomes the project's own. Those of any other are left aside.

    Parameters
    ----------
    anew : bool
        Also where a vector by this model is known.
    """
    found = [o for o in outcomes if not o.scan.problem]
    features.put_picture_stats(tx, {o.scan.sha256: o.stat for o in found if o.stat is not None})
    vectors = {o.scan.sha256: o.vector for o in found if o.vector is not None}
    fixed = tx.read.setting(features.SETTING)
    if not vectors or fixed not in (None, model.sha256):
        return 0
    if fixed is None:
        features.fix_embedding_model(tx, model.sha256)
        tx.detail["embedding_model"] = model.name
    known = set() if anew else features.embedded(tx.read, model.sha256, vectors)
    new = {sha256: vector for sha256, vector in vectors.items() if sha256 not in known}
    features.put_embeddings(tx, model.sha256, new)
    return len(new)


def none_of(model: str) -> M:
    """The sentence about a model without vectors."""
    return M(
        "{model} has no layer by which pictures can be compared, so only their brightness, blur and size are recorded.",
        model=model,
    )


@dataclass(slots=True)
class Computed:
    """What `compute` did.

    Parameters
    ----------
    model : str or None
        The project's model for this; None when there is none.
    changed : bool
        Whether another model had been that before.
    images : int
        That were looked at.
    known : int
        Of which everything was known before.
    """

    model: str | None = None
    changed: bool = False
    images: int = 0
    known: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ComputeOptions:
    """How to compute.

    Parameters
    ----------
    model : str, optional
        A model of the project by name or digest, or a file, which then joins the project; default: the project's own.
    anew : bool
        Also what is known by that model.
    device, batch, seconds
        As for `predict`.
    """

    model: str | None = None
    anew: bool = False
    device: str | None = None
    batch: int | None = None
    seconds: float | None = None


def compute(session: Session, options: ComputeOptions, *, report: Report = silent) -> Computed:
    """Record what pictures look like where that is not known.

    Raises
    ------
    UserError
        When the model cannot be used.
    Cancelled
        From `report`; what was done until then is kept.
    """
    own = features.embedding_model(session.project.read)
    known = find_model(session, options.model) if options.model else own
    if known is None and options.model is None:
        done = Computed(notes=[_NO_MODEL])
        _Work(session, None, None, options, done, report).go()
        return done
    report(Progress("embeddings", 0, 0, M("Loading the model")))
    file = model_file(session.folder, known) if known else Path(options.model or "")
    how = {"device": options.device, "batch": options.batch, "seconds": options.seconds}
    with open_model(file, known=known, embeds=Wanted(None), **how) as engine:
        done = Computed(None if own is None else own.name)
        model = known or keep_model(session, file, engine.card, detail={"imgsz": max(engine.card.imgsz)})
        if not _gives_vectors(engine):
            done.notes.append(none_of(model.name))
            _Work(session, None, None, options, done, report).go()
            return done
        done.model = model.name
        done.changed = _change(session, own, model)
        _Work(session, engine, model, options, done, report).go()
    return done


_NO_MODEL = M(
    "No model has been chosen to compare pictures by, so only their brightness, blur and size are recorded; name one "
    "with --model, or let one predict."
)


def _gives_vectors(engine: Engine) -> bool:
    """Whether an empty picture has one."""
    blank = engine.prepare(np.zeros((*engine.card.imgsz, 3), dtype=np.uint8))
    return engine.embedding(engine.answer([blank], conf=_UNWANTED)[0], blank) is not None


def _change(session: Session, own: ModelInfo | None, model: ModelInfo) -> bool:
    """Make this the project's model; whether it was another before."""
    detail = {"model": model.name} | ({} if own is None else {"before": own.name})
    with session.project.transact(session.actor, "embedding_model", detail=detail) as tx:
        changed = features.fix_embedding_model(tx, model.sha256)
    return changed and own is not None


class _Work:
    """Pictures being looked at; outcomes gather until they are flushed in one transaction.

    Without an engine only their numbers are taken.
    """

    def __init__(
        self,
        session: Session,
        engine: Engine | None,
        model: ModelInfo | None,
        options: ComputeOptions,
        done: Computed,
        report: Report,
    ) -> None:
        self._session, self._engine, self._model = session, engine, model
        self._options, self._done, self._report = options, done, report
        self._waiting: list[PictureResult[int]] = []
        self._flushed = time.monotonic()

    def go(self) -> None:
        images = self._chosen()
        files = files_of(self._session, images)
        with closing(self._stream(images, files)) as stream:
            try:
                for number, outcome in enumerate(stream, start=1):
                    problem = f"{files[outcome.item]}: {outcome.scan.problem}" if outcome.scan.problem else ""
                    if problem:
                        self._done.problems.append(problem)
                    self._waiting.append(outcome)
                    if len(self._waiting) >= FLUSH_IMAGES or time.monotonic() - self._flushed > FLUSH_SECONDS:
                        self._flush()
                    self._report(Progress("embeddings", number, len(images), files[outcome.item].name, problem))
            finally:
                self._flush()

    def _chosen(self) -> Sequence[int]:
        reader = self._session.project.read
        every = features.in_use(reader)
        if self._options.anew:
            return every
        lacking = set(features.without_stat(reader))
        if self._model is not None:
            lacking |= set(features.without_embedding(reader, self._model.sha256))
        self._done.known = len(every) - len(lacking)
        return sorted(lacking)

    def _stream(self, images: Sequence[int], files: dict[int, Path]) -> Generator[PictureResult[int], None, None]:
        if self._engine is None:
            return only_look(images, read=files.__getitem__)
        return detections(self._engine, images, conf=_UNWANTED, read=files.__getitem__)

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._flushed = time.monotonic()
        if not waiting:
            return
        with self._session.project.transact(self._session.actor, "embed") as tx:
            record_scans(tx, {o.item: o.scan for o in waiting})
            if self._model is None:
                stats = {o.scan.sha256: o.stat for o in waiting if o.stat is not None}
                features.put_picture_stats(tx, stats)
            else:
                record(tx, self._model, waiting, anew=self._options.anew)
        self._done.images += sum(not o.scan.problem for o in waiting)
