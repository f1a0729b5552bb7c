"""The bytes of a picture's file. Loads no decoder, so that the window can start without one."""

from __future__ import annotations

from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.imaging.formats import MAX_BYTES

CUT_SHORT = "The picture is cut short or damaged; copy it again from where it came."


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises
    ------
    UserError
        When it is missing, a folder or device, unreadable, empty or larger than `MAX_BYTES`.
    """
    try:
        if not path.is_file():  # a named pipe would block for ever
            kind = "not an ordinary file" if path.exists() else "missing; put it back or relocate its source"
            raise UserError(f"The file is {kind}.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UserError(f"The file has {size / 2**30:.1f} GB, too much for one picture; scale it down.")
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UserError(f"The file cannot be read ({reason}); check its permissions and the disk.") from error
    except ValueError as error:  # a null character in the name
        raise UserError("The file's name is not a valid path.") from error
    if not data:
        raise UserError("The file is empty (0 bytes); copy it again from where it came.")
    return data
