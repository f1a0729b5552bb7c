"""How an image comes into a version: such that nobody who saves into its source changes it there.

A reflink or a copy, or a hard link to a copy that an earlier version of the project holds and whose digest is right.
Links to the sources themselves are made only for those who ask for them.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

READ_ONLY = 0o444
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OLD = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_PIECE = 1 << 20
_MOST = 1 << 30
_FICLONE = 0x40049409
"""Linux' ioctl that lets a file share the blocks of another until either is written to."""
_NEVER = {errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOTTY, errno.ENOSYS, errno.EXDEV}
"""Said by file systems that have no reflinks; any other error is of the one file."""


class Freezer:
    """Puts images into a version.

    Parameters
    ----------
    copies : mapping of str to str
        By SHA-256: a file of an earlier version that should hold these bytes and shares none with a source
        (`earlier.frozen_copies`).
    link : bool
        Link to the sources where the file system can.
    """

    def __init__(self, copies: Mapping[str, str] | None = None, *, link: bool = False) -> None:
        self.copies = copies or {}
        self.link = link
        self.linked = False
        """Whether any image has become a link to its source."""
        self._clones: dict[int, bool] = {}

    def reuse(self, sha256: str, target: str, *, apart: int = 0) -> bool:
        """Link to an earlier version's copy, when there is one and its bytes are the right ones now.

        Parameters
        ----------
        apart : int
            Inode that it must not have: that of the source.
        """
        place = self.copies.get(sha256)
        if self.link or place is None:
            return False
        state = checked(place, sha256)
        return state is not None and state.st_ino != apart and link_checked(place, state, target)

    def bring(self, source: str, target: str) -> os.stat_result:
        """Bring an image from its source.

        Returns
        -------
        os.stat_result
            Of the source as it was linked, or when it was whole here.
        """
        if self.link and (found := linked(source, target)) is not None:
            self.linked = True
            return found
        incoming = os.open(source, _OLD)
        try:
            if not self._clone_by_name(incoming, source, target):
                outgoing = os.open(target, _NEW, READ_ONLY)
                try:
                    if not self._clone(incoming, outgoing):
                        _pour(incoming, outgoing)
                finally:
                    os.close(outgoing)
            return os.fstat(incoming)
        finally:
            os.close(incoming)

    def clones(self, source: str, target: str) -> bool:
        """Whether `target`, which is not there, could be made a reflink of `source`."""
        try:
            incoming = os.open(source, _OLD)
        except OSError:
            return False
        try:
            if self._clone_by_name(incoming, source, target):
                return True
            outgoing = os.open(target, _NEW, READ_ONLY)
            try:
                return self._clone(incoming, outgoing)
            finally:
                os.close(outgoing)
        except OSError:
            return False
        finally:
            os.close(incoming)
            with suppress(OSError):
                Path(target).unlink()

    def _clone(self, incoming: int, outgoing: int) -> bool:
        if sys.platform != "linux":
            return False
        import fcntl  # noqa: PLC0415  not there on Windows

        return self._try(incoming, lambda: fcntl.ioctl(outgoing, _FICLONE, incoming))

    def _clone_by_name(self, incoming: int, source: str, target: str) -> bool:
        return sys.platform == "darwin" and self._try(incoming, lambda: _clonefile(source, target))

    def _try(self, incoming: int, clone: Callable[[], object]) -> bool:
        """Whether it was cloned. A file system that says it has no reflinks is not asked again."""
        device = os.fstat(incoming).st_dev
        if not self._clones.get(device, True):
            return False
        try:
            clone()
        except OSError as error:
            if error.errno in _NEVER:
                self._clones[device] = False
            return False
        return True


def _clonefile(source: str, target: str) -> None:
    """APFS' reflink."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.clonefile(os.fsencode(source), os.fsencode(target), 0) != 0:
        raise OSError(ctypes.get_errno(), "clonefile", target)
    Path(target).chmod(READ_ONLY)


def checked(file: str, sha256: str) -> os.stat_result | None:
    """The state of an ordinary file that holds these very bytes; None of any other."""
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return None
        descriptor = os.open(file, _OLD)
        try:
            state = os.fstat(descriptor)
            digest = hashlib.sha256()
            piece = min(state.st_size + 1, _PIECE)
            while data := os.read(descriptor, piece):
                digest.update(data)
        finally:
            os.close(descriptor)
    except OSError:
        return None
    return state if digest.hexdigest() == sha256 else None


def link_checked(file: str, state: os.stat_result, target: str) -> bool:
    """Make `target` a link of the very file that `checked` has seen, untouched since; it is made read-only again."""
    try:
        os.link(file, target)
    except FileExistsError:
        raise
    except OSError:  # another disk, a limit on links, a file system without them, somebody else's file
        return False
    now = os.lstat(target)
    same = (now.st_ino, now.st_dev, now.st_size, now.st_mtime_ns)
    if same != (state.st_ino, state.st_dev, state.st_size, state.st_mtime_ns):
        Path(target).unlink()
        return False
    if now.st_mode & ~READ_ONLY & 0o222:
        with suppress(OSError):  # somebody has unlocked it, who may own it
            Path(target).chmod(READ_ONLY)
    return True


def linked(source: str, target: str) -> os.stat_result | None:
    """The state of `target` as a hard link to the file itself, never to a symbolic link; None where that cannot be.

    Raises
    ------
    FileNotFoundError
        When there is no `source`.
    """
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, a limit on links, a file system without them
        return None
    found = os.lstat(target)
    if stat.S_ISLNK(found.st_mode):
        Path(target).unlink()
        return None
    return found


def _pour(incoming: int, outgoing: int) -> None:
    """Copy all bytes of one open file to another."""
    if sys.platform == "linux":
        with suppress(OSError):  # what it cannot do, the loop below does from there on, or raises
            while os.sendfile(outgoing, incoming, None, _MOST):  # type: ignore[arg-type]  # None: from where it stands
                pass
    while data := os.read(incoming, _PIECE):
        view = memoryview(data)
        while view:
            view = view[os.write(outgoing, view) :]
