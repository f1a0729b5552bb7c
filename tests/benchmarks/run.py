"""Every benchmark of this folder, one after the other; prints one JSON object.

python tests/benchmarks/run.py [NAME ...]      # decision, window, predict, export
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    known = sorted(file.stem.removeprefix("bench_") for file in HERE.glob("bench_*.py"))
    found, code = {}, 0
    for name in names or known:
        command = [sys.executable, "-m", f"tests.benchmarks.bench_{name}"]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, cwd=HERE.parents[1])
        code = max(code, done.returncode)
        found[name] = json.loads(done.stdout) if done.returncode == 0 else {"failed": done.returncode}
    print(json.dumps(found, indent=1))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
