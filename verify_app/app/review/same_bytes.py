"""The bytes decided on are those that are there: every decision on an image is made through `deciding`.

A verification is bound to the digest of the newest look at the file. Before a decision, inside its transaction, the
file is asked for its size and time; where they are others than that look has, this one file is read again. The same
bytes (touched, synchronised, copied back): the look is recorded anew and the decision goes on. Other bytes, or none:
that is recorded and the decision refused with a sentence. So nothing can come between the look and what is written but
a file that is replaced within that transaction; what it is then bound to are the bytes that were looked at, and the
next look says that they have changed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verify_app.app.session import Session
from verify_app.core.errors import FileChanged
from verify_app.core.messages import M
from verify_app.core.records import Actor, Changes
from verify_app.storage.queries import image_list
from verify_app.storage.reader import Reader
from verify_app.storage.summaries.image_summary import chunks
from verify_app.storage.transaction import Transaction

TRIES = 3
"""A file that is another one each time it is looked at is being written."""


@dataclass(slots=True)
class Looked:
    """What looking at the files has brought.

    Parameters
    ----------
    refused : dict
        Image id to one sentence, for each on which nothing can be decided now.
    changes : Changes or None
        What was recorded of the files, to be broadcast.
    """

    refused: dict[int, str] = field(default_factory=dict)
    changes: Changes | None = None

    def require(self) -> None:
        """Raise `FileChanged` with the first sentence when an image was refused."""
        for sentence in self.refused.values():
            raise FileChanged(sentence, self.changes)


@contextlib.contextmanager
def deciding(
    session: Session,
    operation: str,
    image_ids: Sequence[int],
    *,
    ms: int = 0,
    shown: Mapping[int, str] | None = None,
    actor: Actor | None = None,
) -> Iterator[tuple[Transaction, Looked]]:
    """One operation of the gate on images whose files are what they were when they were looked at last.

    Parameters
    ----------
    shown : mapping of int to str, optional
        The SHA-256 of the bytes that were on the screen, where that is known: an image that has others is refused.
    actor : Actor, optional
        Who decides; the session's without.

    Yields
    ------
    (Transaction, Looked)
        To be written to; on images in `Looked.refused` nothing may be decided.
    """
    looked = Looked()
    for trial in range(TRIES):
        with session.project.transact(actor or session.actor, operation, ms=ms) as tx:
            doubtful = _doubtful(tx.read, [i for i in image_ids if i not in looked.refused])
            if not doubtful or trial == TRIES - 1:
                looked.refused |= {i: _changed(tx.read, i) for i in doubtful}
                looked.refused |= _shown_otherwise(tx.read, shown or {}, looked)
                yield tx, looked
                return
        _look_again(session, doubtful, looked)


@contextlib.contextmanager
def deciding_one(session: Session, operation: str, image_id: int, *, ms: int = 0) -> Iterator[Transaction]:
    """The same for one image.

    Raises
    ------
    FileChanged
        When its file has other bytes than when it was looked at, or cannot be used.
    """
    with deciding(session, operation, [image_id], ms=ms) as (tx, looked):
        looked.require()
        yield tx


def _doubtful(reader: Reader, image_ids: Sequence[int]) -> list[int]:
    """Images whose files have another size or time than when they were looked at, or could not be used then."""
    found = []
    for chunk in chunks(image_ids):
        for known in image_list.file_records(reader, chunk):
            try:
                stat = Path(known.root, known.path).stat()
            except (OSError, ValueError):
                found.append(known.id)
                continue
            if known.problem is not None or (stat.st_size, stat.st_mtime_ns) != (known.bytes, known.modified):
                found.append(known.id)
    return found


def rescan(session: Session, image_ids: Sequence[int]) -> Changes | None:
    """See `imports.files.rescan`; its decoders are loaded when a file was touched, not for starting the window."""
    from verify_app.app.imports import files  # noqa: PLC0415

    return files.rescan(session, image_ids)


def _look_again(session: Session, image_ids: Sequence[int], looked: Looked) -> None:
    """Read these files; what is found is recorded, and said where nothing can be decided on it."""
    before = session.project.read.scans(image_ids)
    changes = rescan(session, image_ids)
    now = session.project.read.scans(image_ids)
    for image_id in image_ids:
        if now[image_id].problem is not None:
            name = _name(session.project.read, image_id)
            looked.refused[image_id] = M(
                "Nothing can be decided on {name}: {problem}", name=name, problem=now[image_id].problem
            )
        elif now[image_id].sha256 != before[image_id].sha256:
            looked.refused[image_id] = _changed(session.project.read, image_id)
    if changes is not None:
        images = changes.images | (looked.changes.images if looked.changes is not None else frozenset())
        looked.changes = changes._replace(images=images)


def _shown_otherwise(reader: Reader, shown: Mapping[int, str], looked: Looked) -> dict[int, str]:
    now = {i: scan.sha256 for chunk in chunks(shown) for i, scan in reader.scans(chunk).items()}
    other = (i for i, digest in shown.items() if i not in looked.refused and now.get(i) != digest)
    return {
        i: M("{name} was shown as it is not any more; nothing was decided. Look again.", name=_name(reader, i))
        for i in other
    }


def _changed(reader: Reader, image_id: int) -> str:
    name = _name(reader, image_id)
    return M("{name} was changed on disk since it was looked at; nothing was decided. Look again.", name=name)


def _name(reader: Reader, image_id: int) -> str:
    place = image_list.place(reader, image_id)
    return f"{place[0]}/{place[2]}" if place is not None else f"Image {image_id}"
