"""Where a project may live: SQLite's WAL needs a local disk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from verify_app.core.errors import UserError
from verify_app.core.messages import M

_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "webdav", "davfs", "9p")
    + (
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "glusterfs",
        "ceph",
        "lustre",
    )
)


def refuse_network_folder(folder: Path) -> None:
    """Refuse a folder on a network file system.

    Raises
    ------
    UserError
        When `folder` (or the nearest parent that exists) is on one.
    """
    place = folder.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    kind = file_system(place.resolve())
    if kind in _NETWORK:
        raise UserError(
            M(
                "{folder} is on a network folder ({kind}), where the database could be damaged; put the project on a "
                "local disk. Images may stay where they are.",
                folder=folder,
                kind=kind,
            )
        )


def file_system(place: Path) -> str:
    """Name of the file system that holds `place`, lower case; empty when the system does not tell."""
    if sys.platform == "win32":
        return _windows(place)
    if sys.platform == "darwin":
        import subprocess  # noqa: PLC0415  (macOS only)

        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        rows = [(line.split(" on ", 1)[1].rsplit(" (", 1)) for line in listing.splitlines() if " on " in line]
        return _longest(place, [(point, rest.split(",")[0].rstrip(")")) for point, rest in rows])
    try:
        table = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    fields = [line.split(" ") for line in table.splitlines()]
    return _longest(place, [(_unescape(f[1]), f[2]) for f in fields if len(f) > 2])


def _longest(place: Path, mounts: list[tuple[str, str]]) -> str:
    """Kind of the deepest mount above `place`; the last of equal ones lies on top."""
    best, kind = -1, ""
    for point, name in mounts:
        above = str(place) == point or str(place).startswith(point.rstrip("/") + "/")
        if above and len(point) >= best:
            best, kind = len(point), name.lower()
    return kind


def _unescape(point: str) -> str:
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, char)
    return point


def _windows(place: Path) -> str:
    import ctypes  # noqa: PLC0415  (Windows only)

    drive = os.path.splitdrive(place)[0]
    if drive.startswith("\\\\"):
        return "smb"
    remote = 4  # DRIVE_REMOTE
    windll = getattr(ctypes, "windll", None)
    return "smb" if windll and windll.kernel32.GetDriveTypeW(drive + "\\") == remote else ""
