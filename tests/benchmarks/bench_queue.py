"""The queue over 1,000,000 images with 3 predictions each, against 1,000: orders, filters, counts, the next image.

Targets: opening to the first image in at most 2 times the time of 1,000 images and 1 s; the first page of any order or
filter in at most 1 s; the next image as fast as with 1,000; at most 500 MB for the window. Asked of the queue alone and
of the window itself, offscreen in a process of its own. Processor time is beside the clock: machines are shared.
Images, predictions and the queue's records are written past the gate, because a million take it half an hour; that they
are what it would write is checked on a sample.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import scenery
from tests.benchmarks import queue_window
from tests.unit.core.plain_queue import lottery
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.disagreements import Kind
from verify_app.core.queue import codec
from verify_app.core.queue.entry import Standing, band, quantised, reviewer_key
from verify_app.core.queue.filters import Filter
from verify_app.core.queue.orders import Order
from verify_app.core.records import Actor
from verify_app.core.vocabulary import Grade, ImageState, Origin
from verify_app.storage.project import DATABASE
from verify_app.storage.summaries import image_summary, tally_rows

MANY, FEW = 1_000_000, 1000
SOURCES, CLASSES = 8, 80
DONE = 20
"""Every so many-th image is complete."""
ROUNDS = 5
WINDOWS = 3
PICTURES = 120
"""So many images have a file that can be shown."""
FILTERS = {
    "state": Filter(states=frozenset((ImageState.UNREVIEWED,))),
    "class": Filter(classes=frozenset((3,))),
    "rare class": Filter(classes=frozenset((CLASSES,))),
    "confidence": Filter(confidence=(0.4, 0.6)),
    "disagreement": Filter(disagreements=frozenset((Kind.EXTRA,))),
    "reviewer": Filter(reviewers=frozenset(("bench",))),
    "text": Filter(text="frame-0001"),
    "text everywhere": Filter(text="frame"),
    "several": Filter(states=frozenset((ImageState.UNREVIEWED,)), classes=frozenset((2, 3)), text="day-000"),
}


def conf(image_id: int, k: int) -> float:
    return (lottery(image_id * 3 + k, 7) % 960 + 40) / 1000


def class_of(image_id: int, k: int) -> int:
    """A long tail: low ids are common."""
    u = lottery(image_id * 3 + k, 11) % 10_000 / 10_000
    return 1 + int(CLASSES * u**3)


def record(image_id: int) -> Standing:
    """As the gate would keep it."""
    confs = [conf(image_id, k) for k in range(3)]
    done = image_id % DONE == 0
    shown = [k for k in range(3) if confs[k] >= 0.25]
    classes = {class_of(image_id, k): 0 for k in shown}
    if done:
        classes = {c: sum(class_of(image_id, k) == c for k in shown) for c in classes}
    differs = done and image_id % (DONE * 10) == 0
    under = [c for c in confs if 0.10 <= c < 0.25]
    return Standing(
        image_id=image_id, source_id=1 + image_id % SOURCES, run_id=1,
        state=(ImageState.COMPLETE if shown else ImageState.COMPLETE_EMPTY) if done else ImageState.UNREVIEWED,
        origin=Origin.REAL, gold=False, flagged=False, removed=False,
        grades=frozenset((Grade.ACCEPTED,)) if done and shown else frozenset(),
        kinds=frozenset((Kind.EXTRA,)) if differs else frozenset(),
        bands=0 if done else sum(1 << b for b in {band(c) for c in confs}), objects=len(shown),
        uncertain=0 if done else max(quantised(1 - abs(2 * c - 1)) for c in confs),
        hidden=quantised(max(under) / 0.25) if under and not done else 0,
        disagreement=quantised(0.9) if differs else 0,
        classes=tuple(sorted(classes.items())), reviewers=(reviewer_key("bench"),) if done else (),
    )  # fmt: skip


def rows(count: int) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
    """Statements and their rows."""
    ids = range(1, count + 1)
    yield (
        "INSERT INTO image VALUES (?, ?, ?)",
        ((i, 1 + i % SOURCES, f"day-{i // 20000:03}/frame-{i:07}.jpg") for i in ids),
    )
    yield "INSERT INTO scan VALUES (?, ?, ?, 9000, 640, 480, NULL, 0)", ((i, i, f"{i:064x}") for i in ids)
    yield "INSERT INTO run_image VALUES (?, 1, ?, ?)", ((i, i, f"{i:064x}") for i in ids)
    box = '{"box":[%d.0,10.0,%d.0,60.0]}'
    yield (
        "INSERT INTO prediction VALUES (?, 1, ?, ?, ?, ?)",
        ((i * 3 + k, i, class_of(i, k), box % (10 + 100 * k, 90 + 100 * k), conf(i, k)) for i in ids for k in range(3)),
    )
    yield f"INSERT INTO image_state VALUES ({', '.join('?' * 22)})", (_state(i) for i in ids)
    yield (
        "INSERT INTO image_block VALUES (?, 3, ?, ?)",
        (
            (b, *codec.put(codec.EMPTY, b"", [record(i) for i in range(b * 64, b * 64 + 64) if 0 < i <= count]))
            for b in range(count // 64 + 1)
        ),
    )


def _state(i: int) -> tuple[object, ...]:
    one = record(i)
    place = (i, one.source_id, f"day-{i // 20000:03}/frame-{i:07}.jpg", f"{i:064x}", 640, 480, None, "real", 0, 0, None)
    done = one.state is not ImageState.UNREVIEWED
    labels = one.objects if done else 0
    return (*place, one.state.value, int(done), 1, 0 if done else 3, labels, labels, 0, 0, 0, None, None)


def project(folder: Path, count: int) -> Path:
    names = [f"class {n}" for n in range(1, CLASSES + 1)]
    create_project(folder, classes=names, actor=Actor("bench"))
    picture = scenery.picture(folder / "photos" / "day-000" / "frame-0000001.jpg", 1, (640, 480))
    with Session.open(folder, "bench").project as opened:
        with opened.transact(Actor("bench"), "source_add") as tx:
            for number in range(1, SOURCES + 1):
                row = {"name": f"camera {number}", "root": str(folder / "photos"), "origin": "real"}
                tx.put("source", number, row)
        with opened.transact(Actor("bench"), "run") as tx:
            tx.facts("run", [(1, "{}")])
        connection = opened.read.connection
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for statement, values in rows(count):
            connection.executemany(statement, values)
        connection.execute("INSERT INTO reviewer VALUES (?, 'bench')", (reviewer_key("bench"),))
        connection.execute("INSERT INTO run_chunk VALUES (1, 3)")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("BEGIN")
        tally_rows.count_anew(opened.read)
        connection.execute("COMMIT")
        sample = [i for i in range(1, 500) if i % DONE]
        assert [d.standing for d in image_summary.summaries(opened.read, sample)] == [record(i) for i in sample]
    assert picture.is_file()
    return folder


MEASURE = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
from tests.benchmarks.bench_queue import measured
print(json.dumps(measured(Path(sys.argv[1]), start)))
"""


def measured(folder: Path, start: float) -> dict[str, float]:
    """Seconds of everything a person may ask for, in a process of its own; the page is the first 200 rows."""
    from verify_app.app.exports import meter
    from verify_app.app.review import actions, last_position, queue
    from verify_app.app.review.image_view import look
    from verify_app.app.review.queue import Queue

    found: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object]) -> object:
        began = time.perf_counter()
        result = act()
        found[name] = time.perf_counter() - began
        return result

    session = Session.open(folder, "bench")
    way = Queue(session)
    order, position = way.begin(last_position.remembered(session))
    look(session, order[position])
    found["open"], found["open_cpu"] = time.perf_counter() - start, time.process_time()

    def page(order: Order, chosen: Filter) -> None:
        ids = way.order(order, chosen)
        assert queue.rows(session, ids[:200]), f"nothing passes {chosen.data()}"

    for each in Order:
        timed(f"order {each.value}", lambda each=each: page(each, Filter()))
    for name, chosen in FILTERS.items():
        timed(f"filter {name}", lambda chosen=chosen: page(Order.MIXED, chosen))
        timed(f"counts {name}", lambda chosen=chosen: way.counts(chosen))
    timed("counts", way.counts)
    timed("meter", lambda: (meter.meter(session), queue.counts(session)))
    steps = []
    for _ in range(50):
        if look(session, order[position]).state is ImageState.UNREVIEWED:
            actions.flag(session, order[position], "bench")  # which writes; only what comes after it is timed
        began = time.perf_counter()
        position = way.next_wanting(order, position) or 0
        look(session, order[position])
        way.reason(order[position])
        steps.append(time.perf_counter() - began)
    found["next"] = median(steps)
    timed("renewed", lambda: way.renewed(order, position, Order.MIXED))
    last_position.remember(session, last_position.Place(image_id=order[position]))
    timed("reopened", lambda: look(session, Queue(session).first(last_position.remembered(session)) or 0))
    session.close()
    found["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _in_a_process(command: list[str]) -> dict[str, float]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles what an installed program has compiled
    done = subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=env)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {k: median(each[k] for each in runs) for k in runs[0]}


def _in_turns(folders: list[Path], rounds: int, command: Callable[[Path], list[str]]) -> list[dict[str, float]]:
    """Medians for each folder; they take turns, so that a busy machine slows all of them."""
    times: list[list[dict[str, float]]] = [[] for _ in folders]
    for _ in range(rounds):
        for runs, folder in zip(times, folders, strict=True):
            for place in (folder / "cache").glob("place-*.json"):
                place.unlink()
            runs.append(_in_a_process(command(folder)))
    return [_medians(runs) for runs in times]


def measure(many: int = MANY) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["VERIFY_APP_CONFIG_DIR"] = str(Path(scratch) / "config")  # whose projects these are stands there
        folders = [project(Path(scratch) / str(count), count) for count in (FEW, many)]
        size = (folders[1] / DATABASE).stat().st_size
        queues = _in_turns(folders, ROUNDS, lambda folder: ["-c", MEASURE, str(folder)])
        for folder in folders:
            session = Session.open(folder, "bench")
            queue_window.prepare(session, PICTURES)
            session.close()
        windows = _in_turns(folders, WINDOWS, lambda folder: ["-m", "tests.benchmarks.queue_window", str(folder)])
    return {"images": many, "database_mb": round(size / 2**20), **_of_the_queue(*queues), "window": _window(*windows)}


def _opening(small: dict[str, float], large: dict[str, float]) -> dict[str, object]:
    return {
        "open_s": round(large["open"], 3),
        "open_allowed_s": round(2 * small["open"] + 1, 3),
        "open_cpu_s": round(large["open_cpu"], 3),
        "open_cpu_allowed_s": round(2 * small["open_cpu"] + 1, 3),
    }


def _slowest(large: dict[str, float]) -> dict[str, object]:
    asked = {k: v for k, v in large.items() if k.startswith(("order", "filter "))}
    return {"slowest_page_s": round(max(asked.values()), 3), "slowest_page": max(asked, key=lambda k: asked[k])}


def _of_the_queue(small: dict[str, float], large: dict[str, float]) -> dict[str, object]:
    return {
        **_opening(small, large),
        "reopened_ms": round(large["reopened"] * 1000, 2),
        **_slowest(large),
        "slowest_counts_s": round(max(v for k, v in large.items() if k.startswith("counts")), 3),
        "next_ms": round(large["next"] * 1000, 2),
        "next_ms_of_1000": round(small["next"] * 1000, 2),
        "meter_ms": round(large["meter"] * 1000, 2),
        "renewed_s": round(large["renewed"], 3),
        "memory_mb": round(large["memory_mb"]),
        "targets": {"open_s": "2 * open of 1000 + 1", "slowest_page_s": 1.0, "memory_mb": 500},
        "all_s": {k: round(v, 3) for k, v in large.items()},
    }


def _window(small: dict[str, float], large: dict[str, float]) -> dict[str, object]:
    return {
        **_opening(small, large),
        **_slowest(large),
        **{f"{name}_ms": round(large[name] * 1000, 1) for name in ("next", "complete")},
        **{f"{name}_ms_of_1000": round(small[name] * 1000, 1) for name in ("next", "complete")},
        "memory_mb": round(large["memory_mb"]),
        "memory_mb_of_1000": round(small["memory_mb"]),
        "all_s": {k: round(v, 3) for k, v in large.items()},
    }


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:2])), indent=1))
