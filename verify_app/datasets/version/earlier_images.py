"""The images of versions that were written before: where they lie."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from verify_app.storage.queries import history
from verify_app.storage.reader import Reader


def frozen_copies(reader: Reader, wanted: Mapping[str, int], out: Path) -> dict[str, str]:
    """Copies that a new version in `out` can link to, by SHA-256.

    They lie on its file system, in versions that hold no links to sources and are no source themselves (one that was
    added again is); newer versions go first. Whether their bytes
    are still the right ones is found out when they are linked to.

    Parameters
    ----------
    wanted : mapping of str to int
        SHA-256 and bytes of the images.
    """
    device, found = os.stat(standing(out)).st_dev, dict[str, str]()  # noqa: PTH116  as below
    for version, folder in _folders(reader, frozen=True):
        if len(found) == len(wanted):
            break
        if not _on(folder, device):
            continue
        for sha256, name in history.version_files(reader, version):
            if sha256 in wanted and sha256 not in found and _is_file(f"{folder}/{name}", wanted[sha256]):
                found[sha256] = f"{folder}/{name}"
    return found


def anywhere(reader: Reader, wanted: Collection[str]) -> dict[str, list[Path]]:
    """Every place of a version where these bytes were written to, by SHA-256, newest first."""
    wanted, found = set(wanted), dict[str, list[Path]]()
    for version, folder in _folders(reader):
        for sha256, name in history.version_files(reader, version):
            if sha256 in wanted:
                found.setdefault(sha256, []).append(Path(folder) / name)
    return found


def standing(folder: Path) -> Path:
    """The nearest folder of this path that exists."""
    folder = folder.absolute()
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _folders(reader: Reader, *, frozen: bool = False) -> Iterator[tuple[int, str]]:
    """Version ids and folders that are there, the last written first."""
    every = [(one.event, version.id, one) for version in history.versions(reader) for one in version.written]
    # what was added again is a source, and never to be linked to
    seen = {os.path.realpath(source.root) for source in reader.sources()} if frozen else set[str]()
    for _, version, one in sorted(every, key=lambda each: each[0], reverse=True):
        place = os.path.realpath(one.folder)
        # what was last written to a folder is what it holds, whichever version lay there before
        if place not in seen and not (frozen and one.linked is not False) and Path(place).is_dir():
            yield version, one.folder
        seen.add(place)


def _on(folder: str, device: int) -> bool:
    try:
        return os.stat(folder).st_dev == device  # noqa: PTH116  as below
    except OSError:
        return False


def _is_file(file: str, size: int) -> bool:
    try:
        state = os.lstat(file)  # a hundred thousand of them, and Path costs its share
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and state.st_size == size
