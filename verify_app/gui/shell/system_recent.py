"""Puts the file of an opened project into the system's own list of recent documents.

Only an installed program does: the list opens the file with the program that its type belongs to.
"""

from __future__ import annotations

import datetime
import os
import stat
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from verify_app.storage.project_file import FILE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from verify_app.gui.shell.window import MainWindow

MIME = "application/x-verify-app-project"
EXEC = "'verify-app %f'"
OWNER = "http://freedesktop.org"
MARKS = "http://www.freedesktop.org/standards/desktop-bookmarks"
MIMES = "http://www.freedesktop.org/standards/shared-mime-info"
MOST_BYTES = 32 << 20
"""A list that is larger is left as it is: reading it would take longer than it is worth."""
PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!$&'()*+,-./:=@_~")
"""Bytes that stand in a file's address as they are: as GLib writes it, so that no file has two entries."""
TRIES = 5
"""So often the list is read anew when another program has written it meanwhile."""


class SystemRecent(QObject):
    """Tells the system of each project that the window opens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.project_changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        session = self._window.session
        if session is None or session.reads_only:  # nobody has said yet that the project is theirs
            return
        file = session.folder / FILE
        if file.is_file():
            tell(file)


def tell(file: Path) -> None:
    """Put a file into the list of this system; where that fails the list is as it was."""
    if sys.platform == "win32":
        tell_windows(file)
    elif sys.platform == "darwin":
        tell_macos(file)
    else:  # beside the window: a home folder may be slow
        threading.Thread(target=tell_desktop, args=(file,), daemon=True).start()


def tell_windows(file: Path) -> None:
    """*Recent* and the jump list of the task bar, by the file's path as UTF-16."""
    import ctypes  # noqa: PLC0415  one system alone

    ctypes.windll.shell32.SHAddToRecentDocs(3, ctypes.c_wchar_p(str(file)))  # type: ignore[attr-defined]


def tell_macos(file: Path) -> None:
    """``[[NSDocumentController sharedDocumentController] noteNewRecentDocumentURL:url]``, on the main thread."""
    import ctypes  # noqa: PLC0415  one system alone

    runtime = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    for function in (runtime.objc_getClass, runtime.sel_registerName):
        function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]

    def send(thing: int, selector: bytes, *arguments: ctypes.c_void_p) -> int:
        kind = ctypes.CFUNCTYPE(ctypes.c_void_p, *[ctypes.c_void_p] * (2 + len(arguments)))
        return int(kind(("objc_msgSend", runtime))(thing, runtime.sel_registerName(selector), *arguments) or 0)

    text = ctypes.c_char_p(os.fsencode(file))
    name = send(runtime.objc_getClass(b"NSString"), b"stringWithUTF8String:", ctypes.cast(text, ctypes.c_void_p))
    url = send(runtime.objc_getClass(b"NSURL"), b"fileURLWithPath:", ctypes.c_void_p(name))
    controller = send(runtime.objc_getClass(b"NSDocumentController"), b"sharedDocumentController")
    send(controller, b"noteNewRecentDocumentURL:", ctypes.c_void_p(url))


def tell_desktop(file: Path) -> None:
    """The list that GNOME, KDE, Xfce and others share, unless the person keeps none."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    if wanted():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        add(data / "recently-used.xbel", file)


def wanted() -> bool:
    """Whether this person's desktop remembers recent files, as far as its settings can be read."""
    import subprocess  # noqa: PLC0415  one system alone

    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    for version in ("gtk-4.0", "gtk-3.0"):
        try:
            rows = (config / version / "settings.ini").read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            continue
        said = {name.strip(): value.strip().lower() for name, _, value in (row.partition("=") for row in rows)}
        if said.get("gtk-recent-files-enabled") in ("0", "false") or said.get("gtk-recent-files-max-age") == "0":
            return False
    command = ["gsettings", "get", "org.gnome.desktop.privacy", "remember-recent-files"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return True  # another desktop than GNOME
    return done.stdout.strip() != b"false"


def add(xbel: Path, file: Path) -> bool:
    """Put a file at its place in an XBEL list, or renew it there; whether the list was written.

    The list belongs to all programs of the desktop, which read it, change it and rename a new one over it. The same is
    done here, and again from the start when the list has changed meanwhile. One that cannot be read is left alone.
    """
    xbel = xbel.resolve()
    for _ in range(TRIES):
        before = _mark(xbel)
        text = _with(xbel, file)
        if text is None:
            return False
        part = xbel.with_name(f"{xbel.name}.{os.getpid()}.part")
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR)
            with os.fdopen(handle, "wb") as stream:
                stream.write(text)
            if _mark(xbel) == before:
                part.replace(xbel)
                return True
        except OSError:
            return False
        finally:
            part.unlink(missing_ok=True)
    return False


def _mark(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _with(xbel: Path, file: Path) -> bytes | None:
    """The list with the file in it; None when the list cannot be read as one."""
    from xml.etree import ElementTree  # noqa: PLC0415  after the first picture

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    ElementTree.register_namespace("bookmark", MARKS)
    ElementTree.register_namespace("mime", MIMES)
    try:
        if xbel.exists() and xbel.stat().st_size > MOST_BYTES:
            return None
        root = fromstring(xbel.read_bytes()) if xbel.exists() else ElementTree.Element("xbel", version="1.0")
    except (OSError, ValueError, ElementTree.ParseError, DefusedXmlException):
        return None
    if root.tag != "xbel":
        return None
    _enter(root, address_of(file))
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(ElementTree.tostring(root, encoding="utf-8")) + b"\n"


def address_of(file: Path) -> str:
    """The ``file://`` address of an absolute path."""
    return "file://" + "".join(chr(byte) if byte in PLAIN else f"%{byte:02X}" for byte in os.fsencode(file))


def _enter(root: Element, address: str) -> None:
    """Write the bookmark of an address, with this program as one of those that have opened it."""
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    mark = next((one for one in root.iter("bookmark") if one.get("href") == address), None)
    if mark is None:
        mark = _child(root, "bookmark", {"href": address, "added": now})
    mark.attrib |= {"modified": now, "visited": now}
    info = _found(mark, "info")
    owner = next((one for one in info.iter("metadata") if one.get("owner") == OWNER), None)
    if owner is None:
        owner = _child(info, "metadata", {"owner": OWNER})
    _found(owner, f"{{{MIMES}}}mime-type").attrib["type"] = MIME
    programs = _found(owner, f"{{{MARKS}}}applications")
    tag = f"{{{MARKS}}}application"
    ours = next((one for one in programs.iter(tag) if one.get("name") == "verify-app"), None)
    if ours is None:
        ours = _child(programs, tag, {"name": "verify-app", "exec": EXEC, "count": "0"})
    count = ours.get("count", "0")
    ours.attrib |= {"exec": EXEC, "modified": now, "count": str(int(count) + 1 if count.isdecimal() else 1)}


def _found(parent: Element, tag: str) -> Element:
    child = parent.find(tag)
    return _child(parent, tag, {}) if child is None else child


def _child(parent: Element, tag: str, attributes: dict[str, str]) -> Element:
    child = parent.makeelement(tag, attributes)
    parent.append(child)
    return child
