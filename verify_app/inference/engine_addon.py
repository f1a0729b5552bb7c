"""The engine add-on: PyTorch and Ultralytics in a folder beside an installed program that comes without them.

The program is built in two layers of one version. The *light* one has the window, the command line and ONNX Runtime;
the add-on is a folder of further packages with a file that says which version and Python it was built for.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from verify_app import __version__
from verify_app.core.errors import UserError
from verify_app.core.messages import M

VARIABLE = "VERIFY_APP_ENGINE"
"""Names the add-on's folder, wherever it is."""
STAMP = "engine.json"
"""In the add-on's folder: ``{"version": "1.2.3", "python": "3.11"}``."""
MACOS = Path("/Library/Application Support/verify-app/engine")
"""There, not in the program: a signed program that something is added to does not start any more."""
PACKAGES = ("torch", "torchvision", "ultralytics")


@dataclass(frozen=True, slots=True)
class Layers:
    """What of the program is here.

    Parameters
    ----------
    engine : bool
        Whether `.pt` models, training, evaluation and conversion are there.
    folder : Path or None
        Where the add-on is; None when its packages are installed like all others, or are not there.
    """

    engine: bool
    folder: Path | None


def installed() -> bool:
    """Whether this is a packaged program, whose packages nobody can add to with pip."""
    return bool(getattr(sys, "frozen", False))


def folder() -> Path | None:
    """The add-on's folder: the one that is named, else the one that belongs to a packaged program."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    place = MACOS if sys.platform == "darwin" else Path(sys.executable).resolve().parent / "engine"
    return place if installed() and (place / STAMP).is_file() else None


def join() -> None:
    """Let the add-on's packages be imported, after the program's own; without an add-on nothing changes.

    Raises
    ------
    UserError
        When the folder that is named is none, or was built for another version.
    """
    place = folder()
    if place is None or str(place) in sys.path:
        return
    _check(place)
    sys.path.append(str(place))  # behind all: the program's own packages win
    if sys.platform == "win32":
        os.add_dll_directory(str(place))


def layers() -> Layers:
    """What is here, without importing any of it."""
    place = folder()
    try:
        join()
    except UserError:
        return Layers(engine=False, folder=place)
    return Layers(engine=not _lacking(), folder=place)


def require() -> None:
    """See that the engine's packages are here, without importing any of them.

    Raises
    ------
    UserError
        When one is not, or the add-on is of another version.
    """
    join()
    lacking = _lacking()
    if lacking:
        raise missing(f"no {lacking[0]}")


def _lacking() -> list[str]:
    return [name for name in PACKAGES if not _is_there(name)]


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ImportError:
        return False


def missing(reason: str) -> UserError:
    """What to say when the engine's packages cannot be loaded."""
    if installed():
        return UserError(
            M(
                "This needs the engine add-on (PyTorch and Ultralytics), which cannot be loaded here ({reason}); "
                "install verify-app-engine {version}, or use a model in .onnx form, which needs neither: it can be "
                "converted on another computer (verify-app model convert).",
                reason=reason,
                version=__version__,
            )
        )
    return UserError(
        M(
            "This needs PyTorch and Ultralytics, which cannot be loaded here ({reason}); install "
            "them (pip install torch torchvision ultralytics), or use a model in .onnx form, which "
            "needs neither.",
            reason=reason,
        )
    )


def _check(place: Path) -> None:
    file = place / STAMP
    try:
        stamp = json.loads(file.read_bytes())
        found = str(stamp["version"]), str(stamp["python"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            M(
                "{folder} is no engine add-on of verify-app (no readable {stamp} in it); name the right folder in "
                "{variable}, or install the add-on again.",
                folder=place,
                stamp=STAMP,
                variable=VARIABLE,
            )
        ) from error
    wanted = __version__, f"{sys.version_info.major}.{sys.version_info.minor}"
    if found != wanted:
        raise UserError(
            M(
                "The engine add-on in {folder} is of version {found} (Python {python}), this program is {version} "
                "(Python {own}); install the add-on of the same version.",
                folder=place,
                found=found[0],
                python=found[1],
                version=wanted[0],
                own=wanted[1],
            )
        )
