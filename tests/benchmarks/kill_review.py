"""Kill a process that takes lines at random moments: nothing acknowledged may be lost, and the record stays sound.

In turn the lines are programs' (suggestions and flags) and a file that a person takes responsibility for (decisions).

python tests/benchmarks/kill_review.py --times 800
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import scenery
from verify_app.storage.project import Project

IMAGES = 12


def lines(rng: random.Random) -> str:
    """Endless enough work: drawing, completing, undoing, reopening (which is refused to programs)."""
    text = []
    for number in range(5000):
        image = f"photos/{rng.randrange(IMAGES):03}.png"
        op = rng.choice(["draw", "draw", "draw", "complete", "reopen", "undo", "redo", "flag"])
        line = {"actor": rng.choice(["bot-1", "bot-2"]), "op": op, "image": image}
        if op == "draw":
            line |= {"class": "bolt", "box": [1, 1, 20 + number / 100, 30]}
        text.append(json.dumps(line))
    return "\n".join(text)


def kill_once(folder: Path, rng: random.Random, *responsible: str) -> int:
    """Hand lines over, kill, look: returns how many were acknowledged."""
    command = [sys.executable, "-m", "verify_app", "decide", str(folder), "-", *responsible]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert child.stdin is not None
    assert child.stdout is not None
    work, answers = lines(rng), list[str]()
    feeder = threading.Thread(target=_feed, args=(child, work), daemon=True)
    reached = threading.Event()

    def read() -> None:
        for answer in iter(child.stdout.readline, ""):
            answers.append(answer)
            reached.set()

    reader = threading.Thread(target=read, daemon=True)
    feeder.start()
    reader.start()
    if rng.random() < 0.75:  # else while it still starts, perhaps
        reached.wait(300)
    time.sleep(rng.random() * 0.6)
    child.kill()
    child.wait()
    reader.join()
    feeder.join()
    child.stdout.close()
    events = [answer["event"] for text in answers if (answer := _answer(text)) is not None]
    _look(folder, [event for event in events if event is not None], vouched=bool(responsible and events))
    return len(events)


def _feed(child: subprocess.Popen[str], work: str) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(work)
        child.stdin.close()
    except (BrokenPipeError, OSError):
        return


def _answer(text: str) -> dict[str, object] | None:
    if not text.endswith("\n"):
        return None  # cut off: never arrived whole, so nothing was promised
    answer = json.loads(text)
    return answer if answer["ok"] else None


def _look(folder: Path, acknowledged: list[int], *, vouched: bool) -> None:
    with Project.open(folder) as project:
        unsaid = "SELECT 1 FROM event WHERE actor = 'cem' AND op <> 'vouch' AND detail NOT LIKE '%vouched%'"
        if project.read.rows(unsaid) or (vouched and not project.read.one("SELECT count(*) FROM vouch")):
            raise SystemExit("UNSAID: a decision on record does not say by which file")
        if project.read.one("SELECT count(*) FROM label WHERE grade <> 'attested'"):
            raise SystemExit("RAISED: lines made labels that are more than attested")
        there = {row[0] for row in project.read.rows("SELECT id FROM event")}
        lost = [event for event in acknowledged if event not in there]
        if lost:
            raise SystemExit(f"LOST: events {lost[:5]} were acknowledged and are not there")
        problems = list(project.problems())
        if problems:
            raise SystemExit(f"UNSOUND: {problems[0]}")


def main(times: int, seed: int = 0) -> dict[str, int]:
    rng, acknowledged = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as scratch:
        scenery.project(Path(scratch), images=IMAGES).close()
        for number in range(times):
            acknowledged += kill_once(Path(scratch) / "project", rng, *(["--as", "cem"] if number % 2 else []))
    return {"kills": times, "acknowledged": acknowledged, "lost": 0, "unsound": 0}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=800)
    print(json.dumps(main(parser.parse_args().times)))
