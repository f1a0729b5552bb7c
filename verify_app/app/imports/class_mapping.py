"""A dataset's class names and the project's: joined by name or by what the person says, never guessed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path

from verify_app.app.models import listed
from verify_app.app.project import create
from verify_app.app.project.create import add_names, checked_names
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M


def class_ids(
    session: Session,
    names: Sequence[str],
    given: Mapping[str, str | None],
    path: Path,
    *,
    counts: Mapping[str, int] | None = None,
) -> dict[str, int | None]:
    """Project class id of each class of a dataset; None for one that is left out.

    A project without classes takes the dataset's, in its order.

    Parameters
    ----------
    given : mapping of str to (str or None)
        What the person said: name in the dataset to name in the project, or None to leave it out.
    counts : mapping of str to int, optional
        Objects of each class: one without any need not be in the project.

    Raises
    ------
    UserError
        When a class is neither in the project nor mapped, or something is mapped that the dataset does not have.
    """
    strange = sorted(set(given) - set(names))
    if strange:
        raise UserError(
            M(
                "The labels of {path} have no class {name}; they have {names}.",
                path=path,
                name=strange[0],
                names=listed(list(names)),
            )
        )
    targets = {name: given.get(name, name) for name in names}
    if not session.classes:
        wanted = list(dict.fromkeys(target for target in targets.values() if target is not None))
        with session.project.transact(session.actor, "class_add") as tx:
            add_names(tx, checked_names(wanted))
    known = {c.name: c.id for c in session.classes}
    found = {name: known.get(target) if target is not None else None for name, target in targets.items()}
    missing = [
        target
        for name, target in targets.items()
        if target is not None and target not in known and (counts is None or counts.get(name, 0) or name in given)
    ]
    if missing:
        raise UserError(_offer(path, missing, list(known)))
    return found


def near_alike(names: Sequence[str], path: Path) -> list[str]:
    """A sentence for each two classes of a dataset that differ only by case: perhaps they were meant to be one."""
    return [
        M(
            "{path} has the classes {first} and {second}, which differ only by case; they came in as two.",
            path=path,
            first=other,
            second=name,
        )
        for other, name in create.near_alike(names)
    ]


def _offer(path: Path, missing: Sequence[str], known: Sequence[str]) -> str:
    example = likely_class(missing[0], known)
    if len(missing) == 1:
        return M(
            "The labels of {path} have a class that the project does not: {name}. Say what it is called here with "
            '--map "{name}={known}", leave it out with --map "{name}=", or add it with `verify-app class add`.',
            path=path,
            name=missing[0],
            known=example,
        )
    return M(
        "The labels of {path} have classes that the project does not: {names}. Say what each is called here with "
        '--map "{name}={known}", leave it out with --map "{name}=", or add it with `verify-app class add`.',
        path=path,
        names=listed(missing),
        name=missing[0],
        known=example,
    )


def likely_class(name: str, known: Sequence[str]) -> str:
    """The known class that a name most likely means, as an example; ``CLASS`` where it is like none."""
    folded = {one.casefold(): one for one in reversed(known)}
    close = difflib.get_close_matches(name.casefold(), folded, n=1)
    return folded[close[0]] if close else "CLASS"
