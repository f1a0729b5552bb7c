"""The bytes of a picture's file. Loads no decoder, so that the window can start without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.imaging.reading.formats import MAX_BYTES

MISSING = M("The file is missing; put it back or relocate its source.")
CUT_SHORT = M("The picture is cut short or damaged; copy it again from where it came.")


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises
    ------
    UserError
        When it is missing, a folder or device, unreadable, empty or larger than `MAX_BYTES`.
    """
    with _explained():
        _size_of(path)
        data = path.read_bytes()
    if not data:
        raise UserError(_EMPTY)
    return data


def read_into(path: Path, room: Callable[[int], memoryview]) -> bool:
    """Read a regular file straight into memory of the caller's: a large one is then never there twice.

    Parameters
    ----------
    room : callable
        Gives writable memory of so many bytes.

    Returns
    -------
    bool
        False when the file has become shorter or longer meanwhile; `read_bytes` gives what it is now.

    Raises
    ------
    UserError
        As `read_bytes`.
    """
    with _explained():
        size = _size_of(path)
        if not size:
            raise UserError(_EMPTY)
        with path.open("rb", buffering=0) as file:
            view = room(size)
            done = 0
            while done < size:
                read = file.readinto(view[done:])
                if not read:
                    return False
                done += read
            return not file.read(1)


_EMPTY = M("The file is empty (0 bytes); copy it again from where it came.")


def _size_of(path: Path) -> int:
    """How many bytes an ordinary file has; a named pipe would block for ever."""
    if not path.is_file():
        if path.exists():
            raise UserError(M("The file is not an ordinary file."))
        raise UserError(MISSING)
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise UserError(M("The file has {size:.1f} GB, too much for one picture; scale it down.", size=size / 2**30))
    return size


@contextmanager
def _explained() -> Iterator[None]:
    """Say in words what the system answers."""
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            M("The file cannot be read ({reason}); check its permissions and the disk.", reason=reason)
        ) from error
    except ValueError as error:  # a null character in the name
        raise UserError(M("The file's name is not a valid path.")) from error
