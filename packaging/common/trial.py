"""What a program that was just built is tried with: a module that was not found while freezing is missed here first."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from common.release import BrokenProgram, Release


def commands(demo: Path, scratch: Path) -> list[list[str | Path]]:
    """A self-test, and an export that leaves images out, by the solver that nothing else needs."""
    project, by = scratch / "parts", ["--labels", "yolo"]
    real, made = (["add", project, demo / "truth" / x, "--images", demo / "images" / x] for x in ("real", "synthetic"))
    return [
        ["selftest"],
        ["init", project, "--classes", demo / "classes.txt"],
        [*real, *by, "--origin", "real", "--attest", "ann"],
        [*made, *by, "--origin", "synthetic"],
        ["export", project, scratch / "version", "--min-real-share", "0.8", "--yes"],
        ["verify-version", scratch / "version"],
    ]


def try_out(release: Release, program: Path, demo: Path, environment: Mapping[str, str]) -> None:
    """Use a program as somebody would who has nothing else.

    Parameters
    ----------
    demo : Path
        The sample's files that came with it.

    Raises
    ------
    BrokenProgram
        When a command does not do what it is to do, with what it said.
    """
    said = ""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder).resolve()
        env = {**environment, "HOME": str(scratch)}
        for command in commands(demo, scratch):
            done = subprocess.run([program, *command], env=env, capture_output=True, text=True, check=False)
            said += done.stdout + done.stderr
            if done.returncode:
                raise BrokenProgram(f"The program that was built does not work: {command[0]}\n{said[-3000:]}")
    (release.out / "logs").mkdir(parents=True, exist_ok=True)
    (release.out / "logs" / "trial.txt").write_text(said, encoding="utf-8")
