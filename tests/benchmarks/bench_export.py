"""Export of images against a bare loop that hashes, links and writes the label files; prints JSON.

    python -m tests.benchmarks.bench_export [IMAGES] [ROUNDS] [KILOBYTES]

``ours`` is everything from the pool to the renamed version: survey (read, hash, header), plan, links, labels, receipt
and one `syncfs`; ``known`` is the same of a pool whose files were read before. ``bare`` reads and hashes each
image, links it and writes its label file, in one thread; ``linked`` links and writes only; ``synced`` is ``bare`` with
one `os.sync` at the end, the others leave everything in the page cache. Rounds are interleaved, ratios are of medians;
targets: ours ÷ bare <= 1.5, known ÷ linked <= 3, memory <= 500 MB. The issue's figures are of 100,000 images.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from tests.unit.datasets.building import candidate, pool
from verify_app.core.vocabulary import Origin
from verify_app.datasets.candidates import Candidate, Pool
from verify_app.datasets.compose import plan
from verify_app.datasets.policy import Policy
from verify_app.datasets.survey import survey
from verify_app.datasets.version import write

TARGETS = {"ours_to_bare": 1.5, "known_to_linked": 3.0, "peak_mb": 500}
KILOBYTES = 100
"""About what a file of COCO has; 0 leaves the pictures at 2 kB, where making files is all that costs."""
OBJECTS = (0, 1, 2, 0, 1)


def pictures(folder: Path, count: int) -> Pool:
    """JPEGs of 64 x 64 pixels, three in five of them real-verified, so that all go in, five objects each."""
    folder.mkdir()
    rng = np.random.default_rng(0)
    found: list[Candidate] = []
    for number in range(count):
        file = folder / f"image-{number:06d}.jpg"
        Image.fromarray(rng.integers(0, 255, (64, 64, 3), dtype=np.uint8)).save(file, quality=70)
        data = file.read_bytes()
        real = number % 5 < 3
        found.append(
            candidate(
                file.name,
                rv=real,
                classes=OBJECTS,
                origin=Origin.REAL if real else Origin.SYNTHETIC,
                sha256=hashlib.sha256(data).hexdigest(),
                file=file,
                size=(64, 64),
                length=len(data),
            )
        )
    return pool(found)


def larger(found: Pool, kilobytes: int) -> Pool:
    """The same pictures with what a camera leaves behind the end of a picture, so that they have this size."""
    chance = Random(0)
    made = []
    for each in found.candidates:
        data = each.file.read_bytes()
        # a comment block in front of the picture's data: a JPEG all the same
        filling = b""
        while len(data) + len(filling) < kilobytes * 1024:
            filling += b"\xff\xfe\xff\xff" + chance.randbytes(65533)
        each.file.write_bytes(data[:2] + filling + data[2:])
        data = each.file.read_bytes()
        made.append(replace(each, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data)))
    return replace(found, candidates=tuple(made))


def bare(images: list[Path], text: bytes, out: Path) -> None:
    (out / "images").mkdir(parents=True)
    (out / "labels").mkdir()
    for image in images:
        hashlib.sha256(image.read_bytes()).hexdigest()
        os.link(image, out / "images" / image.name)
        (out / "labels" / f"{image.stem}.txt").write_bytes(text)


def linked(images: list[Path], text: bytes, out: Path) -> None:
    (out / "images").mkdir(parents=True)
    (out / "labels").mkdir()
    for image in images:
        os.link(image, out / "images" / image.name)
        (out / "labels" / f"{image.stem}.txt").write_bytes(text)


def synced(images: list[Path], text: bytes, out: Path) -> None:
    bare(images, text, out)
    os.sync()


def seconds(job: Callable[[Path], object], out: Path) -> float:
    """Wall time of one export; what is dirty from before is written away first, what it made is removed after."""
    os.sync()
    start = time.perf_counter()
    job(out)
    took = time.perf_counter() - start
    shutil.rmtree(out)
    return took


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    kilobytes = int(sys.argv[3]) if len(sys.argv) > 3 else KILOBYTES
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        found = pictures(folder / "in", count)
        if kilobytes:
            found = larger(found, kilobytes)
        seconds(lambda out: write(plan(survey(found), Policy()), out), folder / "out")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # of one export, before anything else is held
        looked = survey(found)
        made = plan(looked, Policy())
        images = [m.candidate.file for m in made.members]
        text = b"".join(f"{row}\n".encode() for row in made.members[0].ready.rows)
        jobs: dict[str, Callable[[Path], object]] = {
            "ours": lambda out: write(plan(survey(found), Policy()), out),
            "known": lambda out: write(plan(looked, Policy()), out),
            "bare": lambda out: bare(images, text, out),
            "linked": lambda out: linked(images, text, out),
            "synced": lambda out: synced(images, text, out),
        }
        taken: dict[str, list[float]] = {name: [] for name in jobs}
        for _ in range(rounds):
            for name, job in jobs.items():
                taken[name].append(seconds(job, folder / "out"))
    median = {name: statistics.median(values) for name, values in taken.items()}
    figures = {
        "ours_to_bare": median["ours"] / median["bare"],
        "known_to_linked": median["known"] / median["linked"],
        "peak_mb": peak,
    }
    result = {
        "benchmark": "export",
        "candidates": count,
        "kilobytes": kilobytes,
        "written": len(images),
        "seconds": {name: round(value, 3) for name, value in median.items()},
        **{name: round(value, 2) for name, value in figures.items()},
        "ours_to_synced": round(median["ours"] / median["synced"], 2),
        "targets": TARGETS,
        "passed": all(figures[name] <= target for name, target in TARGETS.items()),
    }
    print(json.dumps(result))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
