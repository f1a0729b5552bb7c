"""What makes the start cheap is undone once the window stands, and nothing heavy crept back in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests import scenery

CODE = """
import builtins, gc, json, sys
from pathlib import Path
from verify_app.__main__ import open_window

said = {}

def painted(window):
    from PySide6.QtCore import QTimer
    from verify_app.gui.shell.main import STARTED_MS
    said["collecting at first"] = gc.isenabled()
    said["import"] = builtins.__import__.__name__
    said["loaded"] = sorted(sys.modules)
    QTimer.singleShot(STARTED_MS + 500, lambda: settled(window))

def settled(window):
    said["collecting later"] = any(type(c).__name__ == "Collector" for c in window.children())
    said["frozen"] = gc.get_freeze_count()
    print(json.dumps(said), flush=True)
    window.close()

sys.exit(open_window(Path(sys.argv[1]), painted=painted))
"""


def test_a_start_wastes_nothing_and_leaves_the_collector_on(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=2)
    session.close()
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "VERIFY_APP_CONFIG_DIR": str(tmp_path / "config")}
    command = [sys.executable, "-c", CODE, str(session.folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=env, check=False)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert not said["collecting at first"]
    assert said["collecting later"]
    assert said["frozen"] > 10_000
    assert said["import"] != "__feature_import__"  # which reads the source of every module
    unwanted = {"multiprocessing", "subprocess", "socket", "asyncio", "importlib.metadata", "email"}
    assert unwanted.isdisjoint(said["loaded"]), unwanted & set(said["loaded"])
    later = ("inference", "training", "datasets", "formats", "cli")
    light = {
        "verify_app.cli",
        "verify_app.cli.command_table",
        "verify_app.inference",
        "verify_app.inference.engine_addon",
    }
    heavy = {name for name in said["loaded"] if name.startswith(tuple(f"verify_app.{layer}" for layer in later))}
    assert not heavy - light
