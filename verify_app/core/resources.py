"""Where the files that ship with the program are: in a wheel, a checkout or a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. ``resource("demo", "model.onnx")``.

    Raises
    ------
    FileNotFoundError
        When the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen) / "resources"] if frozen else []
    roots += [package / "_resources", package.parent / "resources"]
    for root in roots:
        found = root.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError(f"The installation lacks resources/{'/'.join(parts)}; install verify-app again.")
