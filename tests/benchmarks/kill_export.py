"""Kill -9 at 200 random moments of an export; prints JSON.

python -m tests.benchmarks.kill_export [KILLS]
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.unit.datasets.kill_points import kill_writers


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        found = kill_writers(Path(folder), kills, seed=5)
    passed = not found.broken and not found.lost and found.mid_write > 0
    print(json.dumps({**asdict(found), "passed": passed}))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
