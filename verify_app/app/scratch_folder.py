"""Room for a job while it runs."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.core.remove_folder import remove_tree
from verify_app.storage.project import SCRATCH


@contextlib.contextmanager
def scratch(session: Session) -> Iterator[Path]:
    """A folder in the project's cache; the next owner of the project sweeps away what a killed job left.

    Raises
    ------
    UserError
        When it cannot be made.
    """
    cache = session.folder / "cache"
    try:
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=cache))
    except OSError as error:
        raise UserError(
            M("Nothing can be written to {folder}: {reason}.", folder=cache, reason=reason_of(error))
        ) from error
    try:
        yield folder
    finally:
        remove_tree(folder)
