"""The way of a key stays short: one can read what a key does without looking into many files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

WAY, CALLS = 4, 18
"""Moves from file to file on the way itself, and with every check that is asked on it."""


def test_a_key_goes_straight_to_the_action_that_decides() -> None:
    command = [sys.executable, str(Path(__file__).with_name("key_trace.py"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    way, calls = (re.findall(r"^ +\d+\. (\S+) -> (\S+): ", part, re.M) for part in done.stdout.split("All calls"))
    assert way[0][0] == "gui/shell/action_table.py" and way[-1][1] == "app/review/actions.py"
    assert len(way) <= WAY, done.stdout
    assert len(calls) <= CALLS, done.stdout
