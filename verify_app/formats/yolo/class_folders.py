"""Class folders of a classification dataset: ``SPLIT/CLASS/NAME``.

Ultralytics numbers the classes by the sorted names of the folders in ``train``, so every class has a folder in every
split, also where it has no image. `KEEP` holds an empty folder in Git and in archives that know files only;
Ultralytics reads no file without an image's ending.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.formats.publisher_splits import PARTS
from verify_app.formats.yolo.label_pairs import IMAGES
from verify_app.imaging.reading.formats import SUFFIXES

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
            raise UserError(
                M("The class {name!r} cannot be the name of a folder on every system; rename it first.", name=name)
            )
        other = taken.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
        if other != name:
            raise UserError(
                M(
                    "The classes {first!r} and {second!r} would share a folder on some systems; rename one.",
                    first=other,
                    second=name,
                )
            )


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


def has_class_folders(folder: Path) -> bool:
    """Whether pictures lie in two or more folders side by side, or in one that lies in a part of a dataset."""
    for place, folders, _ in os.walk(folder):
        classes = [name for name in folders if name not in PARTS and name.casefold() not in IMAGES]
        with_pictures = [name for name in classes if _has_picture(Path(place) / name)]
        if len(with_pictures) > 1 or (with_pictures and Path(place).name in PARTS):
            return True
    return False


def _has_picture(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(Path(entry.name).suffix.lower() in SUFFIXES for entry in entries)
    except OSError:
        return False
