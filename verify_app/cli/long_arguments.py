"""What is more than the system can hold, a name or memory: a sentence, wherever it notices it first."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M


@contextlib.contextmanager
def sayable() -> Iterator[None]:
    """What the system says of a name that no file can have, or of memory that is full, as a sentence.

    Any argument may be the name of a file.

    Raises
    ------
    UserError
        Instead of the system's own.
    """
    try:
        yield
    except MemoryError as error:
        raise UserError(M("There is not enough memory for this; close other programs, or hand over less.")) from error
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        name = str(error.filename or "what was given")
        raise UserError(
            M("{name}… is too long for the name of a file or folder: {n} characters.", name=name[:60], n=len(name))
        ) from error


def is_file(text: str) -> bool:
    """Whether a text that may be something else is the name of a file."""
    try:
        return bool(text) and Path(text).is_file()
    except (OSError, ValueError):
        return False
