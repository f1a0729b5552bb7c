"""What changed in a version, from the changelog: the text of a release.

packaging/common/notes.py [TAG]

Without a tag the text of the newest section is printed. With one it is refused unless the tag is ``v`` and the
program's version, and the changelog's newest section has that version and the date of ``verify_app/__init__.py``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True

from common.release import ROOT, BuildError, date, version

HEADING = re.compile(r"^## (\S+) \((.+)\)$")


def newest() -> tuple[str, str, str]:
    """Version, date (or ``unreleased``) and text of the newest section.

    Raises
    ------
    BuildError
        When the changelog has none.
    """
    found: list[str] | None = None
    named: tuple[str, str] = ("", "")
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        heading = HEADING.match(line)
        if heading and found is None:
            found, named = [], (heading[1], heading[2])
        elif line.startswith("## "):
            break
        elif found is not None:
            found.append(line)
    if found is None:
        raise BuildError("CHANGELOG.md has no section like “## 1.2.3 (2026-01-31)”.")
    return *named, "\n".join(found).strip() + "\n"


def notes(tag: str = "") -> str:
    """The text of a release.

    Raises
    ------
    BuildError
        When tag, version and changelog do not agree.
    """
    named, day, text = newest()
    if tag:
        if tag != f"v{version()}":
            raise BuildError(f"The tag is {tag}, but the program's version is {version()}.")
        if (named, day) != (version(), date()):
            raise BuildError(f"The newest section of CHANGELOG.md is {named} ({day}), not {version()} ({date()}).")
    return text


if __name__ == "__main__":
    try:
        print(notes(*sys.argv[1:2]), end="")
    except BuildError as error:
        sys.exit(f"packaging/common/notes.py: {error}")
