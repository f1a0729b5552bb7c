"""Image files and the project's record of them: adding, looking again, seeing what changed or vanished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.imports.origin_hints import record_hints
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined, reason_of
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.records import Changes, Scan, Source
from verify_app.core.vocabulary import Origin
from verify_app.formats.findings import Findings
from verify_app.imaging.find_images import find_images
from verify_app.imaging.provenance.hints import Hint, hint
from verify_app.imaging.reading.probe import probe
from verify_app.storage.queries import image_list
from verify_app.storage.queries.declared_origins import keep_synthetic, say, synthetic_bytes
from verify_app.storage.queries.groups import hinted
from verify_app.storage.queries.image_list import FileRecord
from verify_app.storage.reader import Reader
from verify_app.storage.summaries.image_summary import chunks
from verify_app.storage.transaction import Transaction

CHUNK = 500
READERS = 4


@dataclass(slots=True)
class Added:
    """What adding images did.

    Parameters
    ----------
    back : list of int
        Images that had been removed from the project.
    hinted : mapping of int to str
        What new or changed files say of themselves; see `hints.record_hints`.
    """

    images: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    known: int = 0
    changed: int = 0
    findings: Findings = field(default_factory=Findings)
    hinted: dict[int, str] = field(default_factory=dict)

    @property
    def problems(self) -> list[str]:
        """What was skipped, a sentence each."""
        return self.findings.told()


def look_at(file: Path) -> Scan:
    """Probe a file and note its time of modification."""
    try:
        modified = file.stat().st_mtime_ns
    except (OSError, ValueError):
        modified = 0
    return probe(file)._replace(modified=modified)


def add_images(
    session: Session, paths: Sequence[Path], origin: Origin, *, ignore_hints: bool = False, report: Report = silent
) -> Added:
    """Add every picture in some folders or files; a folder becomes a source, so does the folder of a file.

    A file that cannot be used is reported and left out. Images already known are looked at again.

    Parameters
    ----------
    ignore_hints : bool
        Keep `origin` also for files that say of themselves that they are synthetic.

    Raises
    ------
    UserError
        When a path does not exist, or belongs to a source of another origin.
    """
    added = Added()
    for path in paths:
        root, place = _places(path)
        found = find_images([place])
        for where, why in found.problems:
            added.findings.problem(M("{path}: {problem}", path=where, problem=why))
        if found.images:
            _add_files(session, source_for(session, root, origin), found.images, added, ignore_hints, report)
    if not (added.images or added.known):
        raise UserError(_nothing(paths, added.findings))
    return added


def add_files(
    session: Session,
    root: Path,
    files: Sequence[Path],
    origin: Origin,
    *,
    ignore_hints: bool = False,
    report: Report = silent,
) -> Added:
    """Add these files under `root`, which becomes one source, and no others; `ignore_hints` as in `add_images`.

    Raises
    ------
    UserError
        When `root` belongs to a source of another origin.
    """
    added = Added()
    if files:
        _add_files(session, source_for(session, root, origin), files, added, ignore_hints, report)
    return added


def _places(path: Path) -> tuple[Path, Path]:
    """The source's folder and where to look in it; a link to a file stays in the folder it lies in."""
    try:
        if not path.exists():
            raise UserError(M("There is no file or folder {path}.", path=path))
        root = (path if path.is_dir() else path.parent).resolve()
        return root, root if path.is_dir() else root / path.name
    except OSError as error:
        raise UserError(M("{file} cannot be read: {reason}.", file=path, reason=reason_of(error))) from error


def _nothing(paths: Sequence[Path], findings: Findings) -> str:
    none = M("There is no picture to add in {places}.", places=list(paths[:3]))
    if not findings.skipped:
        return none
    skipped = M("{n} skipped; the first: {problem}", n=findings.skipped, problem=findings.problems[0])
    return joined([none, skipped])


def source_for(session: Session, root: Path, origin: Origin, *, name: str = "") -> Source:
    """The source of this folder, made when there is none; called like the folder, or `name`.

    Raises
    ------
    UserError
        When the folder is a source of another origin.
    """
    sources = session.project.read.sources()
    same = next((s for s in sources if Path(s.root) == root), None)
    if same is not None:
        if same.origin is not origin:
            raise UserError(
                M(
                    "{folder} is already the source {source} with origin {origin}; change that with "
                    "`verify-app source origin` if it is really {wanted}.",
                    folder=root,
                    source=same.name,
                    origin=same.origin,
                    wanted=origin,
                )
            )
        return same
    wanted = name or root.name or "images"
    name, taken, number = wanted, {s.name for s in sources}, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    key = 1 + max((s.id for s in sources), default=0)
    with session.project.transact(session.actor, "source_add") as tx:
        tx.put("source", key, {"name": name, "root": str(root), "origin": origin.value})
    return Source(key, name, str(root), origin)


def _add_files(
    session: Session, source: Source, files: Sequence[Path], added: Added, ignore_hints: bool, report: Report
) -> None:
    root, done = Path(source.root), 0
    with ThreadPoolExecutor(READERS) as pool:
        for start in range(0, len(files), CHUNK):
            batch = list(files[start : start + CHUNK])
            looks = list(pool.map(_first_look, batch))
            scans = {file: scan for file, (scan, _) in zip(batch, looks, strict=True)}
            with session.project.transact(session.actor, "scan") as tx:
                for problem in _record(tx, source, root, scans, added):
                    added.findings.problem(problem)
                hints = {file: said for file, (_, said) in zip(batch, looks, strict=True) if said is not None}
                _heed(tx, source, root, scans, hints, added, ignore=ignore_hints)
            done += len(batch)
            report(Progress("add", done, len(files), source.name))


def _first_look(file: Path) -> tuple[Scan, Hint | None]:
    scan = look_at(file)
    return scan, hint(file) if scan.problem is None else None


def _heed(
    tx: Transaction,
    source: Source,
    root: Path,
    scans: dict[Path, Scan],
    hints: dict[Path, Hint],
    added: Added,
    *,
    ignore: bool,
) -> None:
    """Record what files say of themselves, of each image and its bytes once."""
    found: dict[int, tuple[Scan, Hint]] = {}
    for file, said in hints.items():
        image_id = tx.read.image_id(source.id, file.relative_to(root).as_posix())
        if image_id is not None and not hinted(tx.read, image_id, scans[file].sha256):
            found[image_id] = (scans[file], said)
            added.hinted[image_id] = said.evidence
    record_hints(tx, found, source.origin, ignore=ignore)


def _record(tx: Transaction, source: Source, root: Path, scans: dict[Path, Scan], added: Added) -> Iterator[str]:
    """Record one batch of files; yields a sentence for each that is left out."""
    paths = {file: file.relative_to(root).as_posix() for file in scans}
    known = {file: tx.read.image_id(source.id, path) for file, path in paths.items()}
    fresh = []
    for file, scan in scans.items():
        if known[file] is None and scan.problem is not None:
            yield f"{file}: {scan.problem}"
        elif known[file] is None:
            fresh.append(file)
    ids = tx.facts("image", [(source.id, paths[file]) for file in fresh])
    rows = [(i, *_row(scans[file])) for i, file in zip(ids, fresh, strict=True)]
    tx.facts("scan", rows, images=ids)
    added.images += ids
    old = {image_id: scans[file] for file, image_id in known.items() if image_id is not None}
    added.known += len(old)
    added.changed += len(record_scans(tx, old))
    if source.origin is Origin.SYNTHETIC:  # said of these bytes now, so it goes before what was said earlier
        say(tx, [scans[file].sha256 for file in fresh], source.origin, None)
    for image_id in old:
        attribute = tx.get("attribute", image_id)
        if attribute and attribute["removed"]:
            tx.put("attribute", image_id, {**attribute, "removed": 0}, image_id=image_id)
            added.back.append(image_id)


def record_scans(tx: Transaction, scans: dict[int, Scan]) -> list[int]:
    """Record new looks at known images where they differ from the last; returns the images that changed."""
    last = tx.read.scans(list(scans))
    changed = [i for i, scan in scans.items() if i in last and _seen(scan, last[i]) != last[i]]
    gone = [i for i in changed if _seen(scans[i], last[i]).sha256 != last[i].sha256]
    keep_synthetic(tx, synthetic_bytes(tx.read, gone))
    tx.facts("scan", [(i, *_row(_seen(scans[i], last[i]))) for i in changed], images=changed)
    return changed


def _seen(scan: Scan, last: Scan) -> Scan:
    """A file that cannot be used keeps the digest and size it had: labels stay bound to what was verified."""
    if scan.problem is None:
        return scan  # a time of 0 is one too: some archives give it to all their files
    return last._replace(problem=scan.problem, modified=scan.modified or last.modified)


def _row(scan: Scan) -> tuple[object, ...]:
    return (scan.sha256, scan.bytes, scan.width, scan.height, scan.problem, scan.modified)


def rescan(session: Session, image_ids: Iterable[int]) -> Changes | None:
    """Look at image files again; whatever changed or vanished becomes a new fact."""
    changes = None
    for chunk in chunks(image_ids, CHUNK):
        scans = {i: look_at(file) for i, file in files_of(session, chunk).items()}
        with session.project.transact(session.actor, "scan") as tx:
            record_scans(tx, scans)
        changes = tx.changes or changes
    return changes


def files_of(session: Session, image_ids: Sequence[int]) -> dict[int, Path]:
    """Where each image's file is now."""
    places = {i: image_list.place(session.project.read, i) for i in image_ids}
    return {i: Path(place[1]) / place[2] for i, place in places.items() if place is not None}


def touched(reader: Reader) -> list[int]:
    """Images whose files vanished, came back, or have another size or time than when they were last looked at."""
    return [row.id for row in image_list.file_records(reader) if not as_looked_at(Path(row.root) / row.path, row)]


def as_looked_at(file: Path, record: FileRecord) -> bool:
    """Whether a file is there as it was last looked at, by its size and time, or is as little to be used as then."""
    try:
        stat = file.stat()
    except (OSError, ValueError):
        return record.problem is not None
    return record.problem is None and (stat.st_size, stat.st_mtime_ns) == (record.bytes, record.modified)
