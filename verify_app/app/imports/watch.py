"""Watching a folder: whole new images join the project as they come and are predicted, so that they come up for review.

The project is held only while there is something to do, so that a window can work in it in between.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from verify_app.app.imports.files import add_files, files_of
from verify_app.app.imports.nearby_receipts import receipt_above
from verify_app.app.models import models, open_model, weights_for
from verify_app.app.predict import Options, predict
from verify_app.app.session import Session, door_here
from verify_app.core.errors import UsageError, UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.queue.filters import Filter
from verify_app.core.records import Source
from verify_app.core.vocabulary import ImageState, Origin
from verify_app.imaging.folder_watch import Arrivals
from verify_app.imaging.reading.files import MISSING
from verify_app.inference.engine import Engine
from verify_app.storage.lock import OpenElsewhere
from verify_app.storage.queries import image_list

SECONDS = 2.0
"""Between two looks at the folder; a larger folder is looked at less often, for a twentieth of the time at most."""
BATCH = 128
"""So many images are added, then predicted, at once."""
_SHARE, _NAP = 20, 0.25


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How to watch.

    Parameters
    ----------
    origin : Origin or None
        Where the pixels come from; None where the folder is a source already.
    model : str or None
        As for `predict`; None: the project's newest at each time.
    once : bool
        Take in what is there, then end; a locked project or a missing folder is then an error.
    """

    origin: Origin | None = None
    model: str | None = None
    once: bool = False
    seconds: float = SECONDS
    ignore_hints: bool = False
    predicting: Options = field(default_factory=Options)


@dataclass(slots=True)
class Watched:
    """What was taken in so far; `left` are files that somebody was still writing at the end."""

    images: int = 0
    predictions: int = 0
    skipped: int = 0
    hinted: int = 0
    left: int = 0


def watch(project: Path, reviewer: str, folder: Path, options: WatchOptions, *, report: Report = silent) -> Watched:
    """Take in new images of a folder and its sub-folders as they come; ends when cancelled, or after one round.

    Bad files are named once and tried again when they change. A folder that vanishes, and a project that somebody
    else has open, are waited for.

    Raises
    ------
    UserError
        When there is no such folder, project, origin or model, or the model does not fit the project.
    Cancelled
        From `report`.
    """
    try:
        there = folder.is_dir()
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=folder, reason=reason_of(error))) from error
    if not there:
        raise UserError(M("There is no folder {folder}.", folder=folder))
    if not 0 < options.seconds <= 3600:
        raise UsageError(
            M("{seconds:g} seconds between two looks make no sense; give 0.1 to 3600.", seconds=options.seconds)
        )
    watching = _Watch(project, reviewer, folder.resolve(), options, report)
    with contextlib.closing(watching.engine):
        return watching.run()


class KeptEngine:
    """An engine that stays open from run to run; opened anew when another model or another setting is wanted."""

    def __init__(self) -> None:
        self._engine: Engine | None = None
        self._key: object = None

    @contextlib.contextmanager
    def __call__(self, file: Path | str, **how: Any) -> Iterator[Engine]:
        key = (str(file), sorted(how.items(), key=repr))
        if self._engine is None or key != self._key:
            self.close()
            self._engine, self._key = open_model(file, **how), key
        try:
            yield self._engine
        except BaseException:
            self.close()  # nobody knows in which state it is
            raise

    def close(self) -> None:
        """Free the model."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()


class _Watch:
    """One folder being watched."""

    def __init__(self, project: Path, reviewer: str, root: Path, options: WatchOptions, report: Report) -> None:
        self.engine = KeptEngine()
        self._project, self._reviewer, self._root = project, reviewer, root
        self._options, self._report = options, report
        self._view = Arrivals(root, without=project.resolve())
        self._done = Watched()
        self._begun = False
        self._told: dict[str, str] = {}

    def run(self) -> Watched:
        for look in range(2) if self._options.once else itertools.count():
            started = time.monotonic()
            ready = self._look()
            spent = time.monotonic() - started
            if ready or not self._begun:
                self._round(ready)
            last = self._options.once and look == 1
            if not last:
                self._wait(max(self._options.seconds, _SHARE * spent))
        self._done.left = self._view.unfinished
        return self._done

    def _wait(self, seconds: float) -> None:
        """Sleep, and notice soon when the person says stop."""
        end = time.monotonic() + seconds
        while True:
            self._report(Progress("watch", self._done.images, 0, self._told.get("folder") or M("Waiting for images")))
            rest = end - time.monotonic()
            if rest <= 0:
                return
            time.sleep(min(_NAP, rest))

    def _look(self) -> list[Path]:
        try:
            ready = self._view.look()
        except OSError as error:
            if self._options.once:
                raise UserError(
                    M("{file} cannot be read: {reason}.", file=self._root, reason=reason_of(error))
                ) from error
            self._tell_once("folder", M("{folder} cannot be reached; waiting until it is back.", folder=self._root))
            return []
        if self._told.pop("folder", None):
            self._report(Progress("watch", self._done.images, 0, M("{folder} is back", folder=self._root)))
        for path in self._view.nameless():
            self._problem(M("{path!r}: its name is not valid UTF-8 text; rename the file or its folder.", path=path))
        return ready

    def _round(self, ready: Sequence[Path]) -> None:
        """Take in what is ready, some at a time, each predicted before the next."""
        try:
            session = Session.open(self._project, self._reviewer, door=door_here())
        except OpenElsewhere as error:
            if self._options.once:
                raise
            self._tell_once("lock", M("{reason}. Waiting for that.", reason=str(error).rstrip(".")))
            return
        self._told.pop("lock", None)
        with session.project:
            source = self._source(session)
            if not self._begun:
                self._predict(session, self._unseen(session, source))
                self._begun = True
            for start in range(0, len(ready), BATCH):
                self._take(session, source, ready[start : start + BATCH])

    def _take(self, session: Session, source: Source | None, files: Sequence[Path]) -> None:
        fresh = [file for file in files if not self._known(session, source, file)]
        if not fresh:
            return
        fresh = self._not_ours(fresh)
        if not fresh:
            return
        origin = self._origin(source)
        done = add_files(session, self._root, fresh, origin, ignore_hints=self._options.ignore_hints)
        source = self._source(session)
        reader = session.project.read
        for file in fresh:
            there = source is not None and reader.image_id(source.id, self._path(file)) is not None
            self._view.settle(file, good=there)
        for problem in done.problems:
            self._problem(problem)
        self._done.images += len(done.images)
        self._done.hinted += len(done.hinted)
        ids = [i for file in fresh if source and (i := reader.image_id(source.id, self._path(file))) is not None]
        seen = reader.newest_runs(ids)
        self._predict(session, [i for i in ids if i not in seen])
        text = M("Took in {n} images, {found} predictions", n=self._done.images, found=self._done.predictions)
        self._report(Progress("watch", self._done.images, 0, text))

    def _not_ours(self, files: Sequence[Path]) -> list[Path]:
        """Without images of versions of ours: their receipts say what is real, and taking them in would forget that."""
        found = {folder: receipt_above(folder) for folder in {file.parent for file in files}}
        for folder, receipt in sorted(found.items()):
            if receipt is not None:
                sentence = M(
                    "{folder} is of the version {version}; add that with --labels yolo instead.",
                    folder=folder,
                    version=receipt.parent,
                )
                self._tell_once(str(folder), sentence)
        for file in files:
            if found[file.parent] is not None:
                self._view.settle(file, good=False)
        return [file for file in files if found[file.parent] is None]

    def _known(self, session: Session, source: Source | None, file: Path) -> bool:
        """Whether the project has seen the file as it is; then it is settled."""
        reader = session.project.read
        image_id = reader.image_id(source.id, self._path(file)) if source is not None else None
        if image_id is None:
            return False
        scan = reader.scans([image_id])[image_id]
        same = (scan.bytes, scan.modified) == self._view.stamp(file) and scan.problem is None
        if same:
            self._view.settle(file, good=True)
        return same

    def _predict(self, session: Session, image_ids: Sequence[int]) -> None:
        known = models(session)
        if self._options.model is None and not known:
            raise UserError(
                M("The project has no model yet; name one with --model, or add one with `verify-app model`.")
            )
        name = known[-1].sha256 if self._options.model is None else weights_for(session, self._options.model)
        if not image_ids:
            return
        options = replace(self._options.predicting, images=list(image_ids))
        done = predict(session, name, options, report=self._report, opening=self.engine)
        self._done.predictions += done.predictions
        self._done.skipped += len(done.problems)
        scans = session.project.read.scans(image_ids) if done.problems else {}
        for image_id, file in files_of(session, [i for i, scan in scans.items() if scan.problem]).items():
            self._view.reopen(file, gone=scans[image_id].problem == MISSING)

    def _unseen(self, session: Session, source: Source | None) -> list[int]:
        """Images of the folder that joined the project, perhaps before a break, and that no model has looked at."""
        if source is None:
            return []
        reader = session.project.read
        open_ = set(image_list.ids(reader, Filter(states=frozenset((ImageState.UNREVIEWED,)))))
        own = [image_id for image_id, _ in image_list.paths_of(reader, source.id) if image_id in open_]
        seen = reader.newest_runs(own)
        return [image_id for image_id in own if image_id not in seen]

    def _source(self, session: Session) -> Source | None:
        source = next((s for s in session.project.read.sources() if Path(s.root) == self._root), None)
        self._origin(source)
        return source

    def _origin(self, source: Source | None) -> Origin:
        """What the person said of the folder.

        Raises
        ------
        UserError
            When nobody has said anything, or something else before.
        """
        said = self._options.origin
        if source is None and said is None:
            raise UsageError(
                M("Say where the pixels in {folder} come from: --origin real, synthetic or unknown.", folder=self._root)
            )
        if source is not None and said not in (None, source.origin):
            raise UserError(
                M(
                    "{folder} is already the source {source} with origin {origin}; change that with "
                    "`verify-app source origin` if it is really {wanted}.",
                    folder=self._root,
                    source=source.name,
                    origin=source.origin,
                    wanted=said,
                )
            )
        return said if said is not None else source.origin  # type: ignore[union-attr]

    def _path(self, file: Path) -> str:
        return file.relative_to(self._root).as_posix()

    def _tell_once(self, what: str, sentence: str) -> None:
        if what not in self._told:
            self._told[what] = sentence
            self._report(Progress("watch", self._done.images, 0, sentence, sentence))

    def _problem(self, sentence: str) -> None:
        self._done.skipped += 1
        self._report(Progress("watch", self._done.images, 0, "", sentence))
