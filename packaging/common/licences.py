"""The licence texts and the bill of materials of what a bundle holds; run with the Python the bundle is built from."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

NOT_IN_IT = re.compile("pip|setuptools|wheel|pyinstaller.*|altgraph", re.IGNORECASE)
"""What only builds."""
TEXT = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)[^/]*$", re.IGNORECASE)


def texts_of(one: Distribution) -> list[Path]:
    """Its licence files, as it names them or as they are called."""
    found = [Path(str(one.locate_file(file))) for file in one.files or () if TEXT.search(file.as_posix())]
    return [file for file in found if file.is_file() and file.suffix not in (".py", ".pyc")]


def write_licences(folder: Path, own: Path, packages: Path | None = None) -> list[str]:
    """Write one folder a distribution; the names of those without a text of their own.

    Parameters
    ----------
    own : Path
        Folder with texts of those that ship none, by name of the distribution, and ``verify-app.txt``.
    packages : Path, optional
        Folder of the packages; default: this Python's.
    """
    lacking = []
    found = distributions(path=[str(packages)]) if packages else distributions()
    for one in sorted(found, key=lambda x: x.metadata["Name"].lower()):
        name = one.metadata["Name"]
        if NOT_IN_IT.fullmatch(name):
            continue
        place = folder / f"{name}-{one.version}"
        place.mkdir(parents=True, exist_ok=True)
        texts = texts_of(one)
        for number, file in enumerate(sorted(texts)):
            (place / (file.name if number == 0 else f"{number}-{file.name}")).write_bytes(file.read_bytes())
        said = one.metadata.get("License-Expression") or one.metadata.get("License") or "see the text"
        (place / "METADATA.txt").write_text(f"{name} {one.version}\n{said.splitlines()[0]}\n", encoding="utf-8")
        if not texts:
            if (own / f"{name.lower()}.txt").is_file():
                (place / "LICENSE.txt").write_bytes((own / f"{name.lower()}.txt").read_bytes())
            else:
                lacking.append(name)
    for file in sorted(own.glob("_*.txt")):
        (folder / file.name.removeprefix("_")).write_bytes(file.read_bytes())
    return lacking


if __name__ == "__main__":
    without = write_licences(*map(Path, sys.argv[1:]))
    print("\n".join(without))
    sys.exit(1 if without else 0)
