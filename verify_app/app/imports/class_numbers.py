"""Classes that only have numbers: nothing beside the labels names them, so a person says once what each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from verify_app.app.imports.class_mapping import class_ids
from verify_app.app.models import listed
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M, joined
from verify_app.formats.findings import MOST_NAMED
from verify_app.formats.publisher_splits import PARTS
from verify_app.formats.yolo.label_pairs import IMAGES
from verify_app.storage.queries import class_numbers

Said = dict[int, int | None]
"""Project class id of each number; None for one that is left out."""


def kept(session: Session, path: Path) -> Said:
    """What was said before of this source, of one around it, or of another part of the same dataset."""
    place = path.resolve()
    known = class_numbers.kept(session.project.read)
    roots = {s.id: Path(s.root) for s in session.project.read.sources() if s.id in known}
    around = [s for s, root in roots.items() if root == place or root in place.parents]
    beside = [s for s, root in roots.items() if dataset_of(root) == dataset_of(place)]
    found = max(around, key=lambda s: len(roots[s].parts), default=None) or max(beside, default=None)
    return dict(known[found]) if found is not None else {}


def dataset_of(folder: Path) -> Path:
    """The folder of a dataset, of one of its parts or of that part's pictures: without ``images`` and ``train``."""
    parts = folder.parts
    last = next((i for i in range(len(parts) - 1, 0, -1) if parts[i].casefold() in IMAGES), len(parts))
    if last > 1 and parts[last - 1] in PARTS:
        last -= 1
    return Path(*parts[:last])


def keep(session: Session, path: Path, said: Said) -> None:
    """Keep what was said, for the source of this folder."""
    place = (path if path.is_dir() else path.parent).resolve()
    source = next((s for s in session.project.read.sources() if Path(s.root) == place), None)
    if source is not None:
        with session.project.transact(session.actor, "setting") as tx:
            class_numbers.keep(tx, source.id, said)


def numbered(
    session: Session,
    path: Path,
    count: Callable[[], Counter[int]],
    given: Mapping[str, str | None],
    said: Said,
    *,
    by_number: bool,
) -> Said:
    """What each class number of a dataset is here: by the project's list, by what is said now, or was said before.

    Parameters
    ----------
    count : callable
        Looks how often each number is met in the labels; only asked where that matters.
    given : mapping of str to (str or None)
        Number to name in the project, or None to leave it out.
    said : mapping of int to (int or None)
        What was said before, as `kept` has it.

    Raises
    ------
    UserError
        When nobody has said it; shows the numbers beside the project's classes.
    """
    if by_number:
        said = said | {number: c.id for number, c in enumerate(session.classes)}
    strange = next((text for text in given if not (text.isascii() and text.isdigit())), None)
    if strange is not None:
        raise UserError(
            M(
                "Nothing beside the labels of {path} names their classes, so --map takes numbers: --map "
                '"0={class_name}" and not "{name}=…".',
                path=path,
                class_name=given[strange] or strange,
                name=strange,
            )
        )
    if given:
        stated = {str(int(text)): target for text, target in given.items()}
        _require_known(session, stated)
        said |= {int(text): found for text, found in class_ids(session, list(stated), stated, path).items()}
    if said and not given:
        return said
    counts = count()
    if not said or counts.keys() - said.keys():
        raise UserError(_offer(session, path, counts, said))
    return said


def _require_known(session: Session, stated: Mapping[str, str | None]) -> None:
    names = [c.name for c in session.classes]
    strange = next((target for target in stated.values() if target is not None and target not in names), None)
    if names and strange is not None:
        raise UserError(
            M(
                "The project has no class {name}; it has {names}. Add it with `verify-app class add`.",
                name=strange,
                names=listed(names),
            )
        )


def _offer(session: Session, path: Path, counts: Counter[int], said: Said) -> str:
    names = {c.id: c.name for c in session.classes}
    mine = list(names.values())
    if not mine:
        return M(
            "Nothing beside the labels of {path} names their classes, and the project has none yet: their numbers are "
            '{numbers}. Say what each is with --map "0=NAME", or put a classes.txt there with a name a line.',
            path=path,
            numbers=_numbers(sorted(counts)),
        )
    if said:
        known = [
            M("{number} = {name}", number=number, name=names.get(class_id or 0, M("left out")))
            for number, class_id in said.items()
        ]
        open_ = [number for number in sorted(counts) if number not in said]
        return M(
            "Nothing beside the labels of {path} names their classes. It was said that {known}; say also what "
            '{numbers} is: --map "{first}=NAME".',
            path=path,
            known=known,
            numbers=_numbers(open_),
            first=open_[0],
        )
    last = max(len(mine), *(number + 1 for number in counts)) if counts else len(mine)
    pairs = [f"{n} = {mine[n] if n < len(mine) else '?'}" for n in range(min(last, MOST_NAMED))]
    odd = [n for n in sorted(counts) if n >= len(mine)]
    return joined(
        [
            M(
                "Nothing beside the labels of {path} names their classes. By the project's list they would be {pairs}.",
                path=path,
                pairs=", ".join(pairs) + (" …" if last > MOST_NAMED else ""),
            ),
            M("{numbers} would be none of the project's classes.", numbers=_numbers(odd)) if odd else "",
            M(
                'If that is right, add `--by-number`; if not, say what each is, such as `--map "0={name}"`, or put a '
                "classes.txt there with a name a line.",
                name=mine[0],
            ),
        ]
    )


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:MOST_NAMED])) + (" …" if len(numbers) > MOST_NAMED else "")
