"""Ours beside labelme and X-AnyLabeling: one run each in turn, medians of the ratios; see README.md.

python tests/benchmarks/peers/run.py --labelme PYTHON --xany PYTHON --data FOLDER [--quick]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.peers import projects, report, scenes

SCENARIOS = ("open10000", "big", "poly20", "poly5000")
QUICK = ("open1000", "big", "poly20", "poly1000")
FOLDER = {"labelme": "labelme", "xany": "xany", "verify": "verify", "bare": "labelme"}
BARE = "bare", "big"
"""The widget that only draws a picture, and the one scenario that it can do."""
LIMIT_S = 600


def prepare(data: Path, wanted: list[str]) -> None:
    """Write pictures, labels and projects that are not there yet."""
    for scenario in wanted:
        scenes.make(data, scenario)
        took = projects.make(data, scenario)
        if took is not None:
            say(f"{scenario}: brought into a project in {took:.1f} s")


def say(text: str) -> None:
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


def environment(home: Path, platform: str) -> dict[str, str]:
    """A fresh home, so that every run is a first one with the application's own settings."""
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DISPLAY", "XAUTHORITY")
    (home / ".config").mkdir(parents=True)
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "VERIFY_APP_CONFIG_DIR": str(home / ".config"),
        "XDG_RUNTIME_DIR": tempfile.gettempdir(),
        "QT_QPA_PLATFORM": platform,
        "QT_NO_GLIB": "1",
        "PYTHONPATH": os.pathsep.join((str(HERE), str(ROOT))),
    }
    return {key: os.environ[key] for key in kept if key in os.environ} | own


def one(application: str, python: str, scenario: str, arguments: argparse.Namespace, out: Path) -> None:
    """One scenario with one application in a process of its own; the runs that edit get a copy of the data."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.data / FOLDER[application] / scenario
        if application == "verify" or not scenario.startswith("open"):
            folder = Path(shutil.copytree(folder, Path(scratch) / scenario))
        env = environment(Path(scratch) / "home", arguments.platform)
        alone = ["unshare", "-n"] if os.geteuid() == 0 and shutil.which("unshare") else []  # no look for updates
        command = [*alone, python, str(HERE / "harness.py"), application, scenario, str(folder), str(out)]
        env["BENCH_START"] = repr(time.monotonic())
        with (out.with_suffix(".log")).open("w") as log:
            try:
                code = subprocess.run(
                    command, env=env, cwd=scratch, stdout=log, stderr=log, timeout=LIMIT_S, check=False
                ).returncode
            except subprocess.TimeoutExpired:
                code = 124
    _note_complaints(out)
    say(f"{out.stem}: exit {code}, load {os.getloadavg()[0]:.1f}")


def _note_complaints(out: Path) -> None:
    """A run during which the application wrote a traceback has failed, whatever it measured."""
    log = out.with_suffix(".log").read_text(errors="replace")
    if out.exists() and "Traceback (most recent call last)" in log:
        result = json.loads(out.read_text(encoding="utf-8"))
        result.setdefault("error", log[log.index("Traceback") :][-1500:])
        out.write_text(json.dumps(result, indent=1), encoding="utf-8")
        say(f"{out.stem}: {result['error'].strip().splitlines()[-1]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labelme", required=True, help="interpreter of labelme's venv")
    parser.add_argument("--xany", required=True, help="interpreter of X-AnyLabeling's venv")
    parser.add_argument("--verify", default=sys.executable, help="interpreter of ours; default: this one")
    parser.add_argument("--data", type=Path, required=True, help="pictures, labels and projects are kept here")
    parser.add_argument("--out", type=Path, help="results of each run; default: DATA/results")
    parser.add_argument("--reps", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="one repetition, 1,000 images, 1,000 polygons")
    parser.add_argument("--scenarios", nargs="*", help=f"default: {' '.join(SCENARIOS)}")
    parser.add_argument("--applications", nargs="*", default=["labelme", "xany", "verify"])
    parser.add_argument("--platform", default="offscreen", help="Qt's platform; xcb under xvfb-run")
    arguments = parser.parse_args()
    arguments.data = arguments.data.resolve()
    arguments.bare = arguments.verify
    wanted = list(arguments.scenarios or (QUICK if arguments.quick else SCENARIOS))
    out = (arguments.out or arguments.data / "results").resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    prepare(arguments.data, wanted)
    if "poly20" in wanted:  # compiled modules and warm files, for each of them
        for application in arguments.applications:
            one(application, getattr(arguments, application), "poly20", arguments, out / f"{application}-warm-w.json")
    for repetition in range(1 if arguments.quick else arguments.reps):
        for scenario in wanted:
            for application in [*arguments.applications, *(BARE[:1] if scenario == BARE[1] else ())]:
                file = out / f"{application}-{scenario}-{repetition}.json"
                one(application, getattr(arguments, application), scenario, arguments, file)
    found = report.table(out)
    print(json.dumps(found, indent=1))
    say("\n" + report.markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
