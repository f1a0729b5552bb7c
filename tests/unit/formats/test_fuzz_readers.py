"""A small share of the cases of `tests/benchmarks/fuzz_readers.py`, in a child process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

COMMAND = Path(__file__).parents[2] / "benchmarks" / "fuzz_readers.py"
CASES = 400


def test_damaged_files_end_in_labels_or_a_sentence() -> None:
    arguments = [sys.executable, str(COMMAND), "--cases", str(CASES), "--seed", "7", "--workers", "1"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["cases"] == CASES


def test_what_is_wrong_with_a_reader_is_found(tmp_path: Path) -> None:
    """A reader that falls, hangs, kills its process or writes elsewhere; else nothing above would mean anything."""
    script = tmp_path / "broken.py"
    script.write_text(
        "import os, sys, time\n"
        f"sys.path.insert(0, {str(COMMAND.parents[2])!r})\n"
        "from tests.benchmarks import fuzz_readers as fuzz\n"
        "fuzz.WATCHDOG, fuzz.LONGEST = 3.0, 6.0\n"
        "count = iter(range(10**6))\n"
        "def broken(file, task):\n"
        "    number = int(file.parent.joinpath('n').read_text() or 0) if file.parent.joinpath('n').exists() else 0\n"
        "    file.parent.joinpath('n').write_text(str(number + 1))\n"
        "    [lambda: 1 / 0, lambda: time.sleep(60), lambda: os._exit(3),\n"
        f"     lambda: open({str(tmp_path / 'elsewhere')!r}, 'w').close()][number % 4]()\n"
        "fuzz.READERS = dict.fromkeys(fuzz.READERS, broken)\n"
        "if __name__ == '__main__':\n"
        "    fuzz.main()\n"
    )
    arguments = [sys.executable, str(script), "--cases", "4", "--workers", "1"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert {kind: found[kind] for kind in ("traceback", "hang", "crash", "outside")} == {
        "traceback": 1,
        "hang": 1,
        "crash": 1,
        "outside": 1,
    }
