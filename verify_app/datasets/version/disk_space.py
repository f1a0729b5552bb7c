"""What the images of a version need where it is written, reckoned before anything is."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from verify_app.core.byte_amounts import in_words
from verify_app.core.messages import M
from verify_app.core.remove_folder import remove_tree
from verify_app.datasets.version.earlier_images import standing
from verify_app.datasets.version.freeze_image import Freezer, linked

_BLOCK = 4096
_TENTH = 10
"""What needs less than this part of what is free goes without saying."""

Want = tuple[str, str, int]
"""An image: its source, its SHA-256, its bytes."""


@dataclass(frozen=True, slots=True)
class Room:
    """What images need, in bytes of the disk.

    Parameters
    ----------
    needed, free : int
    by_links : int
        Needed if they became links to the sources.
    """

    needed: int
    free: int
    by_links: int

    @property
    def short(self) -> bool:
        return self.needed > self.free

    @property
    def matters(self) -> bool:
        """Whether a person would want to know."""
        return self.needed * _TENTH > self.free

    def sentence(self, *, links: bool = True) -> str:
        """``The version needs 84 GB, 12 GB free; `--link` needs none.``; `links` when those can be asked for."""
        need, free = in_words(self.needed), in_words(self.free)
        if not (links and self.short) or self.by_links >= self.needed:
            return M("The version needs {need}, {free} free.", need=need, free=free)
        if not self.by_links:
            return M("The version needs {need}, {free} free; `--link` needs none.", need=need, free=free)
        return M(
            "The version needs {need}, {free} free; `--link` needs {links}.",
            need=need,
            free=free,
            links=in_words(self.by_links),
        )


def reckon(wants: Sequence[Want], out: Path, freezer: Freezer) -> Room:
    """What a version of these images in `out` needs. What the file system can do is tried beside it."""
    near = standing(out)
    disk = _Disk(near)
    try:
        needed = by_links = 0
        for source, sha256, size in wants:
            blocks = -(-size // disk.block) * disk.block
            state = _state(source)
            own = state is not None and state.st_dev == disk.device and not stat.S_ISLNK(state.st_mode)
            links = 0 if own and disk.links(source) else blocks
            by_links += links
            if freezer.link:
                needed += links
            elif not (sha256 in freezer.copies and disk.links(freezer.copies[sha256])):
                needed += 0 if state is not None and disk.clones(source, state.st_dev) else blocks
        return Room(needed, disk.free, by_links)
    finally:
        disk.leave()


class _Disk:
    """A file system, and what it turns out to be able to do."""

    def __init__(self, near: Path) -> None:
        self.device, self.free = near.stat().st_dev, shutil.disk_usage(near).free
        self.block = getattr(os.statvfs(near), "f_frsize", _BLOCK) if hasattr(os, "statvfs") else _BLOCK
        self._room: Path | None = None
        with suppress(OSError):  # nothing can be written there at all, which is said when it is tried
            self._room = Path(tempfile.mkdtemp(prefix=".verify-app-try-", dir=near))
        self._links: bool | None = None
        self._clones: dict[int, bool] = {}

    def links(self, file: str) -> bool:
        """Whether hard links can be made, tried with this file the first time."""
        if self._links is None:
            self._links = False
            if self._room is not None:
                with suppress(OSError):
                    self._links = linked(file, str(self._room / "link")) is not None
        return self._links

    def clones(self, source: str, device: int) -> bool:
        """Whether reflinks can be made of what lies on a device, tried with this file the first time."""
        if device not in self._clones:
            trying = Freezer()
            self._clones[device] = self._room is not None and trying.clones(source, str(self._room / "clone"))
        return self._clones[device]

    def leave(self) -> None:
        if self._room is not None:
            remove_tree(self._room)


def _state(source: str) -> os.stat_result | None:
    try:
        return os.lstat(source)
    except OSError:
        return None
