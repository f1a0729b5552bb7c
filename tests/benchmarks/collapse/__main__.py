"""Does a detector that is retrained on its own labels hold its rare classes, and what does verifying change?

    python -m tests.benchmarks.collapse --level 0 [--scenes MODULE] [--repeats 200]
    python -m tests.benchmarks.collapse --level 1 [--scenes MODULE] [--until HH:MM] [--work DIR]

Level 0 plays all arms with closed-form heads, in a minute. Level 1 trains detectors; every finished training is a line
of ``results/level1.jsonl``, and what is there is not run again. ``--scenes`` takes the path of a Python file or the
name of a module with ``NAMES``, ``SIZE`` and ``scene(seed) -> (PIL image, [(class, cx, cy, w, h)])``. One thread is
used, and others go first. See PROTOCOL.md.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # before numpy is loaded

import argparse
import json
import sys
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.benchmarks.collapse import sources
from tests.benchmarks.collapse.results import FOLDER, Results

PROTOCOL = Path(__file__).with_name("PROTOCOL.md")
OPEN = "Status: open"
"""While this line stands in it, level 1 does not begin."""
WORK = Path(os.environ.get("COLLAPSE_WORK", "build/collapse"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--level", type=int, choices=(0, 1), required=True)
    parser.add_argument("--scenes", default=sources.OURS)
    parser.add_argument("--repeats", type=int, default=200, help="of level 0")
    parser.add_argument("--seeds", default="1,2,3", help="data seeds of level 1 (default: %(default)s)")
    parser.add_argument("--noise", type=int, default=5, help="trainings of the first seed's generation 0")
    parser.add_argument("--base", type=Path, help="weights to start from (default: base.pt here)")
    parser.add_argument("--until", help="HH:MM; no training begins that would end later")
    parser.add_argument("--work", type=Path, default=WORK, help="weights and projects (default: %(default)s)")
    parser.add_argument("--out", type=Path, help="the results file")
    parser.add_argument("--steps", type=int, help="optimizer steps; only to look for them in the pilot")
    parser.add_argument("--first", type=int, help="scenes of generation 0; the same")
    parser.add_argument("--nice", type=int, default=19, help="how far to stand back for others (default: %(default)s)")
    parser.add_argument("--pilot", action="store_true", help="generation 0 and replace only, of other seeds")
    asked = parser.parse_args()
    if not asked.pilot and (asked.steps or asked.first):
        parser.error("--steps and --first are the pilot's; the protocol has them fixed")
    if asked.level == 1 and not asked.pilot and OPEN in PROTOCOL.read_text(encoding="utf-8").splitlines():
        parser.error("PROTOCOL.md is open still; fix it by the pilot and commit it, then run level 1")
    return _level_0(asked) if asked.level == 0 else _level_1(asked)


def _level_0(asked: argparse.Namespace) -> int:
    from tests.benchmarks.collapse import features, heads  # after the number of threads is set

    file = features.committed(asked.scenes)
    if not file.is_file():
        print(f"Making {file.name}: minutes on one core.", file=sys.stderr)
        features.save(sources.load(asked.scenes), file)
    cut = features.load(file)
    start = time.process_time()
    found = {"scenes": file.stem.removeprefix("features-"), **heads.run(cut, repeats=asked.repeats)}
    found["cpu_s"] = round(time.process_time() - start, 1)
    out = asked.out or FOLDER / f"level0-{found['scenes']}.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(found, indent=1) + "\n")
    print(heads.table(found))
    return 0


def _level_1(asked: argparse.Namespace) -> int:
    from tests.benchmarks.collapse import chain, measure, training
    from verify_app.inference.ultralytics_setup import prepare

    prepare()
    training.one_thread()
    if hasattr(os, "nice"):
        os.nice(max(0, asked.nice))
    sizes = measure.Sizes()
    name = "pilot" if asked.pilot else "level1"
    bench = chain.Bench(
        sources.load(asked.scenes),
        asked.base or chain.BASE,
        replace(sizes, first=asked.first or sizes.first),
        asked.steps or training.STEPS,
        asked.work.resolve(),
        Results(asked.out or FOLDER / f"{name}.jsonl"),
        _time(asked.until),
    )
    seeds = [int(text) for text in asked.seeds.split(",")]
    try:
        if asked.pilot:
            chain.pilot(bench, seeds, asked.noise)
        else:
            chain.level_1(bench, seeds, asked.noise)
    except chain.OutOfTime:
        print("Out of time; the same command goes on.")
    if not asked.pilot:
        keys = chain.level_1_keys(bench, seeds, asked.noise)
        done = sum(bench.results.find(key) is not None for key in keys)
        print(json.dumps({"trainings": len(keys), "finished": done, "file": str(bench.results.file)}))
    return 0


def _time(text: str | None) -> datetime | None:
    """The next moment with this time of day."""
    if text is None:
        return None
    now = datetime.now()
    at = datetime.combine(now.date(), datetime.strptime(text, "%H:%M").time())
    return at if at > now else at + timedelta(days=1)


if __name__ == "__main__":
    sys.exit(main())
