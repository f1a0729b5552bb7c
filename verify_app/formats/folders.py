"""Class folders of a classification dataset: ``SPLIT/CLASS/NAME``.

Ultralytics numbers the classes by the sorted names of the folders in ``train``, so every class has a folder in every
split, also where it has no image. `KEEP` holds an empty folder in Git and in archives that know files only;
Ultralytics reads no file without an image's ending.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from verify_app.core.errors import UserError

KEEP = ".gitkeep"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_MOST_BYTES = 200


def check_folders(classes: Sequence[str]) -> None:
    """See that every class can be a folder of its own on any system.

    Raises
    ------
    UserError
        When a name cannot, or two differ only by case or by how accents are written.
    """
    taken: dict[str, str] = {}
    for name in classes:
        if not _portable(name):
            raise UserError(f"The class {name!r} cannot be the name of a folder on every system; rename it first.")
        other = taken.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
        if other != name:
            raise UserError(f"The classes {other!r} and {name!r} would share a folder on some systems; rename one.")


def _portable(name: str) -> bool:
    return (
        bool(name)
        and name == name.strip()
        and not name.startswith(".")
        and not name.endswith(".")
        and not _FORBIDDEN.search(name)
        and not _RESERVED.fullmatch(name)
        and name.isprintable()
        and unicodedata.is_normalized("NFC", name)
        and len(name.encode("utf-8", "surrogatepass")) <= _MOST_BYTES
    )


def class_folder(image: Path, names: Sequence[str]) -> int | None:
    """Place in `names` of the class whose folder an image lies in; None when it is none of them."""
    folder = unicodedata.normalize("NFC", image.parent.name)
    return list(names).index(folder) if folder in names else None
