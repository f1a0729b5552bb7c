"""What every build shares: the version, the time that stands in every file, folders, and running commands."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
NAME = "verify-app"


class BuildError(Exception):
    """A build cannot go on; one sentence."""


def version() -> str:
    """The program's version, from the one place where it stands."""
    return _said("version")


def date() -> str:
    """When that version was made, as it says itself."""
    return _said("date")


def _said(name: str) -> str:
    text = (ROOT / "verify_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(rf'^__{name}__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise BuildError(f"verify_app/__init__.py names no {name}.")
    return found.group(1)


def epoch() -> int:
    """Seconds that stand in every file: SOURCE_DATE_EPOCH, else when the commit was made."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError("Set SOURCE_DATE_EPOCH: this folder is no git checkout, so nothing says when it was made.")
    return int(done.stdout)


class BrokenProgram(BuildError):
    """What was built does not work; its self-test says so."""


@dataclass(frozen=True)
class Release:
    """One build of one version.

    Parameters
    ----------
    out : Path
        Where the artefacts go.
    work : Path
        Scratch, kept between builds: virtual environments, PyInstaller's caches.
    constraints : Path or None
        Versions to install, as pip takes them; None for the newest that the lists allow.
    """

    out: Path
    work: Path
    constraints: Path | None = None

    @property
    def version(self) -> str:
        return version()

    @property
    def epoch(self) -> int:
        return epoch()

    def environment(self) -> dict[str, str]:
        """The environment in which two builds of one commit give the same bytes."""
        fixed = {"SOURCE_DATE_EPOCH": str(self.epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        return {**os.environ, **fixed}

    def run(self, *command: str | Path, cwd: Path | None = None, log: Path | None = None) -> str:
        """Run a command; its output, which also goes to a file.

        Raises
        ------
        BuildError
            When it fails, with the end of what it said.
        """
        texts = [str(part) for part in command]
        done = subprocess.run(
            texts,
            cwd=cwd,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if log is not None:
            log.parent.mkdir(parents=True, exist_ok=True)
            log.write_text(done.stdout, encoding="utf-8")
        if done.returncode:
            raise BuildError(f"{' '.join(texts[:3])} failed ({done.returncode}):\n{done.stdout[-2000:]}")
        return done.stdout

    def bill_python(self) -> Path:
        """A Python with what writes the bill of materials, apart from what stands in it; made once."""
        venv = self.work / "bill"
        if not (venv / "installed").is_file():
            shutil.rmtree(venv, ignore_errors=True)
            self.run(sys.executable, "-m", "venv", venv)
            self.run(python_of(venv), "-m", "pip", "install", "-q", *BILL_TOOLS)
            (venv / "installed").touch()
        return python_of(venv)

    def bare_python(self, venv: Path) -> Path:
        """A Python without any package, made anew."""
        self.run(sys.executable, "-m", "venv", "--clear", "--without-pip", venv)
        return python_of(venv)

    def light_python(self) -> Path:
        """A Python with what the light program is built with, and PyInstaller; made once."""
        venv = self.work / "light"
        python = python_of(venv)
        wanted = PACKAGING / "common" / "light.txt"
        stamp = venv / "installed"
        said = digest([wanted, *([self.constraints] if self.constraints else [])])
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != said:
            shutil.rmtree(venv, ignore_errors=True)
            self.run(sys.executable, "-m", "venv", venv)
            bound = ["-c", self.constraints] if self.constraints else []
            self.run(python, "-m", "pip", "install", "-q", "-r", wanted, *BUILD_TOOLS, *bound)
            stamp.write_text(said, encoding="utf-8")
        return python


BUILD_TOOLS = ("pyinstaller>=6.10",)
BILL_TOOLS = ("cyclonedx-bom>=5.0",)


def python_of(venv: Path) -> Path:
    """The Python of a virtual environment."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def digest(files: Iterable[Path]) -> str:
    """SHA-256 over several files."""
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


def settle_times(folder: Path, seconds: int) -> None:
    """Give everything in a folder one time, and modes that do not depend on who builds."""
    itself = {"follow_symlinks": False} if os.utime in os.supports_follow_symlinks else {}  # no link on Windows
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
            os.utime(path, (seconds, seconds), **itself)
    os.utime(folder, (seconds, seconds))


def put(source: Path, target: Path) -> None:
    """Copy a file, with the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write_sums(files: Sequence[Path]) -> None:
    """Write `SHA256SUMS` beside the artefacts."""
    by_folder: dict[Path, list[Path]] = {}
    for file in files:
        by_folder.setdefault(file.parent, []).append(file)
    for folder, here in by_folder.items():
        lines = [f"{digest([file])}  {file.name}\n" for file in sorted(here)]
        (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
