"""CPython for Windows as a plain tree: python.org's own files.

On Windows they are those of the Python that runs the build. Elsewhere its libraries come out of a package that carries
them and the standard library from the Python that runs the build: good enough to prove the program and the installer,
and nothing to hand out.
"""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

from common.release import BuildError, Release
from windows.pe import Portable

HERE = Path(__file__).resolve().parent
PYTHON = "3.11"
DIGITS = PYTHON.replace(".", "")
CROSS = sys.platform != "win32"
NOT_NEEDED = {
    "__pycache__", "antigravity.py", "config-3.11-x86_64-linux-gnu", "ensurepip", "idlelib", "lib-dynload", "lib2to3",
    "pydoc_data", "site-packages", "test", "tests", "this.py", "tkinter", "turtle.py", "turtledemo", "venv",
}  # fmt: skip
NO_USE = {"_tkinter.pyd", "tcl86t.dll", "tk86t.dll", "winsound.pyd", "_msi.pyd"}
MICROSOFT = ("vcruntime140", "msvcp140", "concrt140", "vcomp140")
"""Libraries that every other one needs: one copy, beside the program."""


def tool(name: str) -> str:
    """The name of a compiler's part, for Windows on 64 bits."""
    found = f"x86_64-w64-mingw32-{name}" if CROSS else name
    if shutil.which(found) is None:
        raise BuildError(f"{found} is not here; install MinGW-w64 (Debian: gcc-mingw-w64-x86-64).")
    return found


def lay(release: Release, tree: Path) -> None:
    """Put Python into the tree: its library, `DLLs`, `Lib`, Microsoft's runtime and where modules are looked for."""
    if f"{sys.version_info.major}.{sys.version_info.minor}" != PYTHON:
        raise BuildError(f"Modules are compiled for Python {PYTHON}: run the build with that.")
    (tree / "DLLs").mkdir(parents=True)
    if CROSS:
        _from_packages(release, tree)
        source = Path(sys.base_prefix) / "lib" / f"python{PYTHON}"
    else:
        _from_here(tree)
        source = Path(sys.base_prefix) / "Lib"
    shutil.copytree(source, tree / "Lib", ignore=lambda _folder, names: [x for x in names if _left_out(x)])
    _microsoft(release, tree)
    paths = ("Lib", "DLLs", "Lib\\site-packages")  # nothing else: neither variables nor other Pythons' settings count
    (tree / f"python{DIGITS}._pth").write_text("".join(f"{path}\r\n" for path in paths), encoding="ascii", newline="")


def _left_out(name: str) -> bool:
    return name in NOT_NEEDED or name.startswith("_sysconfigdata") or name.endswith((".a", ".so"))


def _from_here(tree: Path) -> None:
    home = Path(sys.base_prefix)
    for name in (f"python{DIGITS}.dll", "python3.dll"):
        shutil.copyfile(home / name, tree / name)
    for file in sorted((home / "DLLs").iterdir()):
        if file.suffix in (".dll", ".pyd") and file.name not in NO_USE and not file.name.startswith("_test"):
            shutil.copyfile(file, tree / "DLLs" / file.name)


def _from_packages(release: Release, tree: Path) -> None:
    own = f"python{DIGITS}.dll"
    with zipfile.ZipFile(_wheel(release, "panda3d")) as packed:
        for entry in packed.namelist():
            folder, _, name = entry.rpartition("/")
            if folder == "deploy_libs" and name.endswith((".dll", ".pyd")) and name not in NO_USE:
                if name.lower().startswith(("api-ms-", *MICROSOFT)):
                    continue
                (tree / name if name == own else tree / "DLLs" / name).write_bytes(packed.read(entry))
    # what is built for any Python 3 names python3.dll, which only passes names on
    names = sorted(Portable.read(tree / own).exports())
    listed = release.work / "python3.def"
    listed.write_text(
        "LIBRARY python3.dll\nEXPORTS\n" + "".join(f"{x} = python{DIGITS}.{x}\n" for x in names), encoding="ascii"
    )
    empty = release.work / "empty.c"
    empty.write_text("int DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }\n", encoding="ascii")
    flags = (
        "-shared",
        "-nostdlib",
        "-s",
        "-Wl,--no-insert-timestamp,--disable-auto-image-base,--entry=DllMainCRTStartup",
    )
    release.run(tool("gcc"), *flags, "-o", tree / "python3.dll", empty, listed)


def _microsoft(release: Release, tree: Path) -> None:
    with zipfile.ZipFile(_wheel(release, "msvc-runtime")) as packed:
        for entry in packed.namelist():
            name = entry.rpartition("/")[2].lower()
            if "/data/" in entry and name.startswith(MICROSOFT) and name.endswith(".dll"):
                (tree / name).write_bytes(packed.read(entry))


def microsoft_licence(release: Release, folder: Path) -> None:
    """What the package that carries Microsoft's runtime says of its licence."""
    folder.mkdir(parents=True)
    with zipfile.ZipFile(_wheel(release, "msvc-runtime")) as packed:
        for entry in packed.namelist():
            if ".dist-info/" in entry and any(x in entry.upper() for x in ("LICEN", "METADATA", "COPYING")):
                (folder / entry.rpartition("/")[2]).write_bytes(packed.read(entry))


def _wheel(release: Release, name: str) -> Path:
    """A package for Windows, fetched once."""
    folder = release.work / "wheels" / name
    wanted = next(x for x in (HERE / "runtime.txt").read_text(encoding="utf-8").splitlines() if x.startswith(name))
    if not any(folder.glob("*.whl")):
        bound = ["-c", release.constraints] if release.constraints else []
        release.run(
            sys.executable, "-m", "pip", "download", "-q", "--no-deps", *FOR_WINDOWS, "-d", folder, *bound, wanted
        )
    return next(folder.glob("*.whl"))


FOR_WINDOWS = (
    "--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp", "--only-binary", ":all:",
)  # fmt: skip
