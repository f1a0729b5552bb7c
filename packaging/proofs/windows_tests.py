"""Run this checkout's tests under Wine, with the Python and the packages that the Windows installers are built of.

packaging/prove windows-tests --root DIR --runtime WHEEL [--work DIR] [--out DIR] [FOLDER ...]

DIR is an unpacked Debian system with Wine; `--work` is the build's scratch folder with the tree that was built. Each
folder (default: those of tests/unit) is a run of its own; what failed stands in OUT.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from common.release import PACKAGING, ROOT, Release
from proofs.steps import print_table, run, screen
from proofs.wine import COMPILER, HERE, HOME, Wine, wine_in
from windows.runtime import DIGITS
from windows.tree import packages

LISTS = (
    PACKAGING / "common/light.txt",
    PACKAGING / "common/engine.txt",
    PACKAGING / "windows/indirect.txt",
    PACKAGING / "windows/engine-indirect.txt",
    HERE / "windows-tests.txt",
)
MOST_S = 7200


def lay_python(release: Release, home: Path) -> None:
    """A Python for Windows with everything that tests import, whole; made once."""
    python = home / "py"
    if (python / "python.exe").is_file():
        return
    shutil.rmtree(python, ignore_errors=True)
    tree = release.work / "windows"
    left_out = shutil.ignore_patterns("site-packages", "*._pth", "bin", "licences", "*.exe")
    shutil.copytree(tree, python, ignore=left_out)
    packages(release, python / "Lib" / "site-packages", *LISTS)
    library = str(tree / f"python{DIGITS}.dll")
    flags = ("-Os", "-s", "-municode", "-static")
    run(COMPILER, *flags, "-o", str(python / "python.exe"), str(HERE / "python.c"), "-lshell32", library)


def lay_checkout(home: Path) -> None:
    """What is committed, and nothing else of this folder."""
    place = home / "checkout"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    packed = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(place)], input=packed, check=True)


def test(wine: Wine, folder: str, out: Path) -> tuple[bool, str]:
    """Run the tests of a folder; whether they passed, and what pytest counted."""
    checkout = Path("/", HOME, "checkout")
    env = {"PYTHONPATH": "Z:" + str(checkout).replace("/", "\\"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    python = f"/{HOME}/py/python.exe"
    # what passed leaves nothing behind: kept for all tests of a folder, their files fill a disk
    options = ("--tb=short", "-rfEs", "-o", "addopts=", "-o", "tmp_path_retention_policy=failed")
    words = ("wine", python, "-m", "pytest", "-p", "no:cacheprovider", *options, folder)
    done = run(*wine.command(*words, inside=checkout, **env), check=False, timeout=MOST_S)
    (out / f"{folder.replace('/', '-')}.txt").write_text(done.stdout, encoding="utf-8")
    rows = [line.strip("= ") for line in done.stdout.splitlines() if re.search(r"\d+ (passed|failed|error)", line)]
    return done.returncode == 0, rows[-1] if rows else f"ended with {done.returncode}"


def main(arguments: list[str]) -> int:
    """Run them; the exit code."""
    parser = argparse.ArgumentParser(
        prog="prove windows-tests", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--runtime", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=ROOT / "build")
    parser.add_argument("--constraints", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dist/proof"))
    asked = parser.parse_args(arguments)
    if os.geteuid() != 0:
        parser.error("the system with Wine is entered with chroot: run it as root")
    asked.out.mkdir(parents=True, exist_ok=True)
    folders = asked.folders or sorted(
        f"tests/unit/{x.name}" for x in (ROOT / "tests/unit").iterdir() if x.is_dir() and x.name[0] not in "._"
    )
    good, rows = True, []
    with screen(), wine_in(asked.root) as wine:
        home = asked.root / HOME
        lay_python(Release(asked.out, asked.work.resolve(), asked.constraints), home)
        lay_checkout(home)
        if not wine.drive.is_dir():
            wine.make(asked.runtime)
        wine.own()
        for folder in folders:
            began = time.monotonic()
            passed, said = test(wine, folder, asked.out)
            good = good and passed
            rows.append((folder, said, time.monotonic() - began))
            print(folder, said, file=sys.stderr, flush=True)
    print_table("Wine", rows)
    return 0 if good else 1
