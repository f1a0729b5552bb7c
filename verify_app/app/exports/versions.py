"""The versions of a project: named, described, compared, written again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Any

from verify_app.app.exports.export import ExportOptions, preview
from verify_app.app.exports.project_policy import stored
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.percentages import percent
from verify_app.core.progress import Report, silent
from verify_app.core.receipt.receipt import Receipt, parse_receipt, read_receipt, sha256_of
from verify_app.datasets.composition.compose import FOR_SHARE, Plan
from verify_app.datasets.policy.shares import Share
from verify_app.datasets.version.atomic_folder import staged
from verify_app.datasets.version.diff import ComparedVersion, Held, VersionComparison, compare
from verify_app.datasets.version.earlier_images import anywhere, frozen_copies
from verify_app.datasets.version.freeze_image import Freezer
from verify_app.datasets.version.parent import Ancestor, ancestor_of, records_of
from verify_app.datasets.version.restore import Kept, rewrite
from verify_app.datasets.version.verify import require_sound
from verify_app.storage.queries import history
from verify_app.storage.queries.history import KEPT_VERSION, VersionRow
from verify_app.storage.queries.pool import files_of
from verify_app.storage.reader import Reader

NOTES = "version-note:"
"""Setting that keeps a version's title and description, by its name: JSON."""
_TITLE, _TEXT = 100, 5000
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Note:
    """What people call a version and say of it."""

    title: str = ""
    text: str = ""


def find(reader: Reader, name: str) -> VersionRow:
    """A version by its name or its title.

    Raises
    ------
    UserError
        When there is none, or two have the title.
    """
    known = history.versions(reader)
    found = [v for v in known if v.name == name] or [v for v in known if note_of(reader, v.name).title == name]
    if len(found) == 1:
        return found[0]
    names = ", ".join(v.name for v in known) or M("none yet")
    if found:
        raise UserError(
            M(
                "Several versions are called {name}: {found}; name one so.",
                name=name[:80],
                found=", ".join(v.name for v in found),
            )
        )
    raise UserError(M("There is no version {name}; versions: {names}.", name=name[:80], names=names))


def note_of(reader: Reader, name: str) -> Note:
    """What people say of a version."""
    kept = reader.setting(NOTES + name)
    return Note() if kept is None else Note(str(kept["title"]), str(kept["text"]))


def annotate(session: Session, name: str, *, title: str | None = None, text: str | None = None) -> Note:
    """Give a version a title or a description; its own name stays, since models and receipts go by it.

    Raises
    ------
    UserError
        When there is no such version, the title is taken or either is too long.
    """
    read = session.project.read
    version = find(read, name)
    old = note_of(read, version.name)
    note = Note(old.title if title is None else title.strip(), old.text if text is None else text.strip())
    if len(note.title) > _TITLE or len(note.text) > _TEXT or not note.title.isprintable():
        raise UserError(
            M(
                "A title is one line of at most {title_length} letters, a description has at most "
                "{description_length}.",
                title_length=_TITLE,
                description_length=_TEXT,
            )
        )
    taken = [v.name for v in history.versions(read) if v.name != version.name]
    if note.title and any(note.title in (other, note_of(read, other).title) for other in taken):
        raise UserError(M("Another version is called {title} already; choose another title.", title=note.title))
    with session.project.transact(session.actor, "version_note") as tx:
        tx.put("setting", NOTES + version.name, {"value": json.dumps(asdict(note))})
    return note


def listed_versions(reader: Reader) -> list[dict[str, Any]]:
    """Every version as a plain object, oldest first."""
    return [
        {
            "name": v.name,
            "digest": v.digest,
            "receipt": v.receipt,
            "folder": v.folder,
            "receipts": [{"receipt": w.receipt, "folder": w.folder, "linked": w.linked} for w in v.written],
            **asdict(note_of(reader, v.name)),
            **v.summary,
        }
        for v in history.versions(reader)
    ]


def written_receipt(version: VersionRow, digest: str | None = None) -> str:
    """Which of a version's receipts is meant by the start of its digest; the newest by none.

    Raises
    ------
    UserError
        When none or several are.
    """
    if digest is None:
        return version.receipt
    known = dict.fromkeys(one.receipt for one in version.written)
    found = [one for one in known if len(digest) >= _SHORT and one.startswith(digest.lower())]
    if len(found) != 1:
        names = ", ".join(one[:12] for one in known)
        raise UserError(
            M(
                "{version} has no receipt {digest}; its receipts: {names}.",
                version=version.name,
                digest=digest[:64],
                names=names,
            )
        )
    return found[0]


def folder_of(reader: Reader, name: str, receipt: str | None = None) -> Path:
    """Where a version was last written, or the one of its receipts that is named.

    Raises
    ------
    UserError
        When there is no such version or receipt.
    """
    version = find(reader, name)
    digest = written_receipt(version, receipt)
    return Path(next(one.folder for one in reversed(version.written) if one.receipt == digest))


def receipt_of(reader: Reader, version: VersionRow, digest: str | None = None) -> tuple[Receipt, bytes]:
    """A receipt of a version, the newest by default, from the project or else from its folder.

    Raises
    ------
    UserError
        When it is in neither.
    """
    digest = digest or version.receipt
    texts = [text.encode("ascii") for text in history.receipt_texts(reader, version.digest)]
    folders = [Path(one.folder) for one in reversed(version.written) if one.receipt == digest]
    for data in chain(reversed(texts), map(_read, folders)):
        if sha256_of(data) == digest:
            return parse_receipt(data), data
    raise UserError(
        M(
            "The receipt of {version} is not kept in the project, and not in {folder} any more; it was written "
            "before versions could be written again.",
            version=version.name,
            folder=version.folder,
        )
    )


def _read(folder: Path) -> bytes:
    try:
        return read_receipt(folder)
    except UserError:
        return b""


def compare_versions(reader: Reader, before: str, after: str) -> tuple[str, str, VersionComparison]:
    """How a version differs from another; and the names of both."""
    one, two = find(reader, before), find(reader, after)
    return one.name, two.name, compare(_side(reader, one), _side(reader, two))


def _side(reader: Reader, version: VersionRow) -> ComparedVersion:
    receipt, _ = receipt_of(reader, version)
    rows = [record.partition("\n")[2] for _, record in history.version_items(reader, version.id)]
    kept = reader.setting(KEPT_VERSION + version.digest) is not None
    images = tuple(
        Held(record, tuple(text.splitlines()) if kept else None)
        for record, text in zip(records_of(reader, version.id), rows, strict=True)
    )
    return ComparedVersion(version.name, receipt.classes, images)


def write_again(
    session: Session, name: str, out: Path, *, receipt: str | None = None, report: Report = silent
) -> VersionRow:
    """Write a version once more, the same bytes, from what the project keeps of it.

    Parameters
    ----------
    receipt : str, optional
        Which of its receipts, by the start of the digest; default: the newest.

    Returns
    -------
    VersionRow
        The version, with the receipt that was written.

    Raises
    ------
    UserError
        When the bytes of an image are not there any more (named), or the version is too old for it.
    """
    read = session.project.read
    version = find(read, name)
    digest = written_receipt(version, receipt)
    found, data = receipt_of(read, version, digest)
    if read.setting(KEPT_VERSION + version.digest) is None:
        _copy(folder_of(read, version.name, digest), out)
        return replace(version, receipt=digest)
    images = records_of(read, version.id)
    labels = [record.partition("\n")[2].encode("ascii") for _, record in history.version_items(read, version.id)]
    places = files_of(read, [image.sha256 for image in images])
    kept = Kept(
        found,
        data,
        tuple(images),
        tuple(labels),
        {sha256: tuple(map(Path, files)) for sha256, files in places.items()},
        lambda wanted: anywhere(read, wanted),
    )
    copies = frozen_copies(read, {image.sha256: image.bytes for image in images}, out)
    rewrite(kept, out, copies=copies, report=report)
    return replace(version, receipt=digest)


def _copy(folder: Path, out: Path) -> None:
    """What can be done for a version that was written before its labels were kept: its folder is checked and copied."""
    require_sound(folder)
    with staged(out.absolute()) as made:
        shutil.copytree(folder, made, dirs_exist_ok=True, copy_function=Freezer().bring)


@dataclass(frozen=True, slots=True)
class Fresh:
    """Whether enough human work is new for the next version.

    Parameters
    ----------
    fresh, others : int
        New real-verified train images, and new ones that are not real-verified, since `parent`.
    more : int
        Images still to verify so that all of the others could come in.
    """

    parent: str
    fresh: int
    others: int
    demanded: Fraction
    more: int

    @property
    def enough(self) -> bool:
        return self.more == 0 and self.fresh + self.others > 0

    def sentence(self) -> str:
        """What a person is told."""
        if not self.fresh + self.others:
            return M("Nothing is new since {version}; there is no next version to write yet.", version=self.parent)
        said = {
            "fresh": self.fresh,
            "others": self.others,
            "version": self.parent,
            "share": percent(Share(self.fresh, self.fresh + self.others)),
            "demanded": percent(self.demanded),
        }
        if self.enough:
            return M(
                "New since {version}: {fresh} real-verified and {others} other ({share} fresh real-verified images, "
                "where {demanded} is demanded). That is enough for the next version.",
                **said,
            )
        return M(
            "New since {version}: {fresh} real-verified and {others} other ({share} fresh real-verified images, where "
            "{demanded} is demanded). Verify {more} more before the next version.",
            more=self.more,
            **said,
        )


def fresh_since(session: Session, options: ExportOptions, *, report: Report = silent) -> Fresh:
    """Whether enough fresh human work is there for the next version; writes and assigns nothing.

    Raises
    ------
    UserError
        When the project has no version yet, or there is nothing to compose from.
    """
    known = history.versions(session.project.read)
    if not known:
        raise UserError(M("There is no version yet; export the first one."))
    named = options.parent or known[-1].name
    loose = ExportOptions(
        options.min_real_share, "trim", options.seed, options.split, True, None, options.policy, (), named
    )
    made = preview(session, loose, report=report)
    before = ancestor_of(session.project.read, find(session.project.read, named))
    return _fresh(made, before, loose.demands(stored(session.project.read)).min_fresh_share)


def _fresh(made: Plan, before: Ancestor, demanded: Fraction) -> Fresh:
    known = before.origins()
    fresh = made.since.fresh if made.since else 0
    others = made.since.others if made.since else 0
    others += sum(x.reason == FOR_SHARE and x.sha256 not in known.every for x in made.left_out)
    needed = ceil(others * demanded / (1 - demanded)) if demanded < 1 else (fresh + 1 if others else 0)
    return Fresh(before.name, fresh, others, demanded, max(0, needed - fresh))


def compared(found: VersionComparison, before: str, after: str) -> Mapping[str, Any]:
    """A comparison as a plain object."""
    return {
        "before": before,
        "after": after,
        "images": {
            "added": found.added,
            "removed": found.removed,
            "changed": [asdict(one) for one in found.changed],
            "moved": [{"image": i, "from": a.value, "to": b.value} for i, a, b in found.moved],
        },
        "labels": {name: found.labels[name] for name in ("added", "removed", "regraded")},
        "classes": {name: {"before": a, "after": b} for name, (a, b) in found.classes.items()},
        "real_share": {"before": str(found.images[0]), "after": str(found.images[1])},
        "real_share_instances": {"before": str(found.instances[0]), "after": str(found.instances[1])},
    }
