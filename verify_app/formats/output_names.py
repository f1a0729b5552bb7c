"""Names of written files: one for each image, none that another system would take for another's or cannot hold."""

from __future__ import annotations

import itertools
import re
import unicodedata
from pathlib import PurePosixPath

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


class OutNames:
    """Paths for files that are written beside images: equal ones are told apart, also where case does not count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def file(self, path: str, ending: str) -> str:
        """A path for the label file of an image: its name with another ending, behind its own where that is taken."""
        image = PurePosixPath(_portable(path))
        numbered = (f"{image}.{number}{ending}" for number in itertools.count(2))
        names = itertools.chain((str(image.with_suffix(ending)), f"{image}{ending}"), numbered)
        return next(name for name in names if self._take(name))

    def picture(self, path: str) -> str:
        """A path for a copy of an image, without whose ending no other has it too."""
        image = PurePosixPath(_portable(path))
        numbered = (f"{image.stem}_{number}" for number in itertools.count(2))
        stems = itertools.chain((image.stem, f"{image.stem}_{image.suffix[1:]}"), numbered)
        stem = next(stem for stem in stems if self._take(str(image.with_name(stem))))
        return str(image.with_name(stem + image.suffix))

    def free(self, path: str) -> bool:
        """Take the name of an image without its ending; False where another image has taken it."""
        return self._take(str(PurePosixPath(path).with_suffix("")))

    def _take(self, name: str) -> bool:
        """Take a name; False where it is taken."""
        key = _key(name)
        if key in self._taken:
            return False
        self._taken.add(key)
        return True


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _portable(path: str) -> str:
    return "/".join(map(_part, PurePosixPath(path).parts))


def _part(name: str) -> str:
    """A folder's or file's name that Windows can hold too."""
    plain = _FORBIDDEN.sub("_", name).rstrip(". ") or "_"
    stem, dot, rest = plain.partition(".")
    return f"{stem}_{dot}{rest}" if _RESERVED.fullmatch(stem.rstrip()) else plain
