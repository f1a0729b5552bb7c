"""What every proof uses: clean Debian systems to run things in, a screen, and steps of which a table is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

USER = "ann"
DISPLAY = os.environ.get("PROVE_DISPLAY", ":61")


class Failed(Exception):
    """A step did not do what it is to do; one sentence."""


def run(*command: str, check: bool = True, timeout: float = 600, **options) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=timeout,
        check=False,
        **options,
    )
    if check and done.returncode:
        raise Failed(f"{' '.join(command[:6])} … ended with {done.returncode}: {done.stdout[-600:]}")
    return done


class Root:
    """An unpacked Debian system to install into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def command(self, *command: str, user: str = "root", network: bool = False) -> list[str]:
        apart = [] if network else ["unshare", "-n"]
        env = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", f"DISPLAY={DISPLAY}"]
        env += [f"HOME={'/root' if user == 'root' else f'/home/{user}'}", "DEBIAN_FRONTEND=noninteractive"]
        who = [] if user == "root" else [f"--userspec={user}:{user}"]
        return [*apart, "chroot", *who, str(self.folder), *env, *command]

    def run(self, *command: str, user: str = "root", network: bool = False, **options) -> str:
        return run(*self.command(*command, user=user, network=network), **options).stdout

    def files(self) -> set[str]:
        """Everything under /usr, /etc, /opt and /var, less what package managers keep of themselves."""
        found = set()
        for top in ("usr", "etc", "opt", "var"):
            for place, folders, files in os.walk(self.folder / top):
                found |= {str(Path(place, name))[len(str(self.folder)) :] for name in (*folders, *files)}
        return {name for name in found if not name.startswith(("/var/lib/dpkg", "/var/log", "/var/cache"))}


Row = tuple[str, str, float]


def go_through(steps: Sequence[tuple[str, Callable[[], str]]], rows: list[Row]) -> bool:
    """Take the steps in order until one fails; what each said, and how long it took, goes to the rows."""
    for title, step in steps:
        began = time.monotonic()
        try:
            said = step()
        except (Failed, subprocess.TimeoutExpired, KeyError, ValueError) as error:
            rows.append((title, f"FAILED: {error}", time.monotonic() - began))
            return False
        rows.append((title, said, time.monotonic() - began))
        print(f"{title}: {said}", file=sys.stderr, flush=True)
    return True


def print_table(name: str, rows: Sequence[Row]) -> None:
    """The rows as a table of Markdown."""
    print(f"\n| {name} | | s |\n|---|---|---|")
    for title, said, seconds in rows:
        print(f"| {title} | {said} | {seconds:.1f} |", flush=True)


@contextmanager
def screen() -> Iterator[None]:
    """A screen with a window manager, where there is one."""
    shown = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-ac"], stderr=subprocess.DEVNULL)
    manager = None
    try:
        time.sleep(2)
        if shutil.which("openbox"):
            manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": DISPLAY}, stderr=subprocess.DEVNULL)
        yield
    finally:
        for process in (manager, shown):
            if process is not None:
                process.terminate()


def find_window(title: str, seconds: float) -> str:
    """Wait for a window; its number.

    Raises
    ------
    Failed
        When none comes in time.
    """
    env = {**os.environ, "DISPLAY": DISPLAY}
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done = run("xdotool", "search", "--name", title, check=False, env=env)
        if done.returncode == 0 and done.stdout.strip():
            return done.stdout.split()[0]
        time.sleep(0.1)
    raise Failed(f"no window {title} came")


def press(*keys: str) -> None:
    """Press keys, one after another, as slowly as a person."""
    for key in keys:
        run("xdotool", "key", key, env={**os.environ, "DISPLAY": DISPLAY})
        time.sleep(0.7)


def picture(file: Path) -> None:
    """Keep what is on the screen."""
    file.parent.mkdir(parents=True, exist_ok=True)
    run("import", "-display", DISPLAY, "-window", "root", str(file))
