"""The first window of an installed program beside that of this Python, on a real screen, in turn.

    DISPLAY=:0 python tests/benchmarks/installed_window.py /usr/bin/verify-app

Target: at most 2.5 times as long until the window of the sample is on the screen. Needs xdotool; the median of the
ratios of neighbours counts, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from verify_app.app.demo.sample_project import make_demo

ROUNDS = 9
PATIENCE_S = 120


def once(command: list[str], env: dict[str, str], title: str) -> tuple[float, float]:
    """Wall and CPU seconds of a program until its window is shown; it is ended then."""
    waiting = subprocess.Popen(
        ["xdotool", "search", "--sync", "--onlyvisible", "--name", title], stdout=subprocess.PIPE
    )
    began = time.perf_counter()
    program = subprocess.Popen(command, env=env, cwd=ROOT)
    try:
        waiting.communicate(timeout=PATIENCE_S)
        wall = time.perf_counter() - began
        cpu = sum(map(int, Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
        return wall, cpu / os.sysconf("SC_CLK_TCK")
    finally:
        waiting.kill()
        program.terminate()
        program.wait()


def measure(installed: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as scratch:
        sample = Path(scratch) / "sample"
        os.environ["VERIFY_APP_CONFIG_DIR"] = scratch
        make_demo(sample, "bench")
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        ours, theirs = [sys.executable, "-m", "verify_app", str(sample)], [installed, str(sample)]
        title = "sample – verify-app"
        for command in (ours, theirs):  # caches of files and fonts, compiled modules
            once(command, env, title)
        pairs = [(once(theirs, env, title), once(ours, env, title)) for _ in range(ROUNDS)]
    return {
        "installed_over_venv": round(median(a[0] / b[0] for a, b in pairs), 2),
        "installed_over_venv_cpu": round(median(a[1] / b[1] for a, b in pairs), 2),
        "installed_s": round(median(a[0] for a, _ in pairs), 3),
        "venv_s": round(median(b[0] for _, b in pairs), 3),
        "targets": {"installed_over_venv": 2.5},
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1]), indent=1))
