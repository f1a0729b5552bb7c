"""Facts about this computer that decide how well the program runs: window, engine, folder, clock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from verify_app.app import jobs
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of
from verify_app.inference import engine_addon
from verify_app.inference.ultralytics_engine import device_list
from verify_app.storage.lock import try_lock
from verify_app.storage.network_folder import file_system

REPORT = "--window-report"
"""The argument with which the program tells what its window stands on (see `gui.window_report`)."""
SECONDS = 60
_BLOCK = 1 << 20
_BLOCKS = 16
_MADE = 1_767_225_600
"""2026-01-01: no copy of this program is older."""
_MOST_SKEW = 5.0
"""Seconds by which a folder's clock may differ from this computer's: the owner of a lock is told by time."""


def window() -> tuple[str, dict[str, Any]]:
    """What the window stands on, found out by a child: Qt ends a process whose platform it cannot load.

    Raises
    ------
    UserError
        When no window can be opened here.
    """
    env = jobs.environment(None)
    apart = sys.platform == "linux" and not any(env.get(x) for x in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if apart:
        env["QT_QPA_PLATFORM"] = "offscreen"
    command = jobs.python(REPORT)
    try:
        done = subprocess.run(command, env=env, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError(M("Qt does not start ({reason}).", reason=type(error).__name__)) from error
    try:
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError) as error:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0] if said else f"exit code {done.returncode}"
        raise UserError(M("Qt does not start ({reason}).", reason=reason)) from error
    lacking = [language for language, font in found["fonts"].items() if not font]
    if "en" in lacking or not found["draws"]:
        raise UserError(M("Qt draws no text: no font is installed (Debian: fonts-dejavu-core)."))
    text = f"Qt {found['qt']}, {found['platform']}"
    if apart:
        text += "; no screen is connected, so the window itself was not tried"
    for screen in () if apart else found["screens"]:
        text += f", screen {screen['width']} × {screen['height']} at {screen['scale']:g}"
    if lacking:
        text += f"; no font for {' and '.join(lacking)} (Debian: fonts-noto-cjk)"
    return text, found


def engine() -> tuple[str, dict[str, Any]]:
    """Which layer of the program is here, and where models can run.

    Raises
    ------
    UserError
        When an engine add-on is named or installed and cannot be used.
    """
    engine_addon.join()
    layers = engine_addon.layers()
    facts: dict[str, Any] = {"engine": layers.engine, "folder": str(layers.folder or ""), "devices": []}
    if not layers.engine:
        return "light: .onnx models only; .pt models, training and evaluation need the engine add-on", facts
    facts["devices"] = [{"id": one.id, "name": one.name} for one in device_list()]
    names = ", ".join(one["name"] for one in facts["devices"])
    return f"with PyTorch and Ultralytics{f' from {layers.folder}' if layers.folder else ''}: {names}", facts


def folder(place: Path) -> tuple[str, dict[str, Any]]:
    """How fast a folder is written to, whether its locks hold and whether its clock is this computer's.

    Raises
    ------
    UserError
        When nothing can be written there, or two could own one project there.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".verify-app-", dir=place) as scratch:
            file = Path(scratch) / "written"
            seconds = _write(file)
            skew = file.stat().st_mtime - time.time()
            alone = _locks(Path(scratch) / "lock")
    except OSError as error:
        raise UserError(
            M("{folder} cannot be written to ({reason}).", folder=place, reason=reason_of(error))
        ) from error
    if not alone:
        raise UserError(
            M(
                "Locks do not hold in {folder}: two programs could change one project there; use another disk.",
                folder=place,
            )
        )
    rate = _BLOCKS * _BLOCK / 1e6 / max(seconds, 1e-6)
    facts = {"folder": str(place), "system": file_system(place), "mb_per_s": round(rate, 1), "skew_s": round(skew, 1)}
    text = f"{place}: {rate:.0f} MB/s, locks hold"
    if abs(skew) > _MOST_SKEW:
        text += f"; its clock differs from this computer's by {skew:.0f} s"
    return text, facts


def _write(file: Path) -> float:
    """Seconds for a file of 16 MiB to be on the disk."""
    block = os.urandom(_BLOCK)
    began = time.perf_counter()
    with file.open("wb") as stream:
        for _ in range(_BLOCKS):
            stream.write(block)
        stream.flush()
        os.fsync(stream.fileno())
    return time.perf_counter() - began


def _locks(file: Path) -> bool:
    """Whether a second handle cannot have what the first one holds."""
    with file.open("a+", encoding="utf-8") as first, file.open("a+", encoding="utf-8") as second:
        return try_lock(first) and not try_lock(second)


def clock() -> tuple[str, dict[str, Any]]:
    """This computer's time, which every decision carries.

    Raises
    ------
    UserError
        When it lies before the program was made.
    """
    now = time.time()
    text = time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(now))
    if now < _MADE:
        raise UserError(
            M("This computer's clock says {time}, which is past; set it: every decision carries the time.", time=text)
        )
    return text, {"now": round(now, 3)}
