"""Export of images against bare loops, each way they come into a version against a loop of its own kind; prints JSON.

    python -m tests.benchmarks.bench_export [IMAGES] [ROUNDS] [KILOBYTES] [FOLDER]

Ours is everything from the pool to the renamed version on the disk: survey (read, hash, header), plan, images, labels,
receipt and one `syncfs`. A bare loop reads and hashes each image, brings it, writes its label file and ends with one
`os.sync`, in one thread:

- ``copy``: `shutil.copyfile`; where `FOLDER` has reflinks, ``clone``: FICLONE;
- ``earlier``: reads and hashes an earlier version's copy as well and links to that;
- ``link``: links to the source.

``known`` is ours with links of a pool whose files were read before, against ``linked``, which links and writes labels
and leaves everything in the page cache, as does ``bare``, the loop of ``link`` without the sync. Rounds are
interleaved, ratios are of medians; targets: each way <= 1.5, ours with links ÷ bare <= 1.5, known ÷ linked <= 3,
memory <= 500 MB. ``processor`` has the ratios of processor time, for a machine that others use as well. The issue's
figures are of 100,000 images.
"""

from __future__ import annotations

import fcntl
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

from tests.unit.datasets.pools import candidate, pool
from verify_app.core.vocabulary import Origin
from verify_app.datasets.composition.candidates import Candidate, Pool
from verify_app.datasets.composition.compose import plan
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.version.freeze_image import Freezer
from verify_app.datasets.version.write_version import write

TARGETS = {"copy": 1.5, "clone": 1.5, "earlier": 1.5, "link": 1.5} | {
    "ours_to_bare": 1.5,
    "known_to_linked": 3.0,
    "peak_mb": 500,
}
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


Bring = Callable[[str, str], object]


def bare(images: list[Path], text: bytes, out: Path, bring: Bring, *, read: bool = True, sync: bool = True) -> None:
    """What there is to do at least."""
    (out / "images").mkdir(parents=True)
    (out / "labels").mkdir()
    for image in images:
        if read:
            hashlib.sha256(image.read_bytes()).hexdigest()
        bring(str(image), str(out / "images" / image.name))
        (out / "labels" / f"{image.stem}.txt").write_bytes(text)
    if sync:
        os.sync()


def from_earlier(copies: dict[str, str]) -> Bring:
    """Links to the copy of an earlier version, read and hashed."""

    def bring(image: str, target: str) -> None:
        hashlib.sha256(Path(copies[image]).read_bytes()).hexdigest()
        os.link(copies[image], target)

    return bring


def clone(source: str, target: str) -> None:
    """A reflink."""
    with open(source, "rb") as incoming, open(target, "xb") as outgoing:  # noqa: PTH123  nothing but what it takes
        fcntl.ioctl(outgoing.fileno(), 0x40049409, incoming.fileno())


def has_reflinks(folder: Path) -> bool:
    (folder / "one").write_bytes(b"bytes")
    try:
        clone(str(folder / "one"), str(folder / "two"))
    except OSError:
        return False
    return True


def seconds(job: Callable[[Path], object], out: Path) -> tuple[float, float]:
    """Wall and processor time of one export; what is dirty is written away before, what it made removed after."""
    os.sync()
    start, busy = time.perf_counter(), time.process_time()
    job(out)
    took = time.perf_counter() - start, time.process_time() - busy
    shutil.rmtree(out)
    return took


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    kilobytes = int(sys.argv[3]) if len(sys.argv) > 3 else KILOBYTES
    with tempfile.TemporaryDirectory(dir=sys.argv[4] if len(sys.argv) > 4 else None) as temporary:
        folder = Path(temporary)
        found = pictures(folder / "in", count)
        if kilobytes:
            found = larger(found, kilobytes)
        seconds(lambda out: write(plan(survey(found), Policy()), out), folder / "out")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # of one export, before anything else is held
        jobs, written = ways(found, folder)
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
        for _ in range(rounds):
            for name, job in jobs.items():
                taken[name].append(seconds(job, folder / "out"))
    median = {name: statistics.median(wall for wall, _ in values) for name, values in taken.items()}
    busy = {name: statistics.median(cpu for _, cpu in values) for name, values in taken.items()}
    figures = {
        name.removeprefix("bare "): median[name[5:]] / median[name] for name in median if name.startswith("bare ")
    }
    figures |= {
        "ours_to_bare": median["link"] / median["bare"],
        "known_to_linked": median["known"] / median["linked"],
        "peak_mb": peak,
    }
    result = {
        "benchmark": "export",
        "candidates": count,
        "kilobytes": kilobytes,
        "written": written,
        "seconds": {name: round(value, 3) for name, value in median.items()},
        **{name: round(value, 2) for name, value in figures.items()},
        "processor": {n[5:]: round(busy[n[5:]] / busy[n], 2) for n in busy if n.startswith("bare ")},
        "targets": TARGETS,
        "passed": all(value <= TARGETS[name] for name, value in figures.items()),
    }
    print(json.dumps(result))
    return 0 if result["passed"] else 1


def ways(found: Pool, folder: Path) -> tuple[dict[str, Callable[[Path], object]], int]:
    """Every way, ours and bare, and how many images it writes."""
    looked = survey(found)
    made = plan(looked, Policy())
    images = [m.candidate.file for m in made.members]
    text = b"".join(f"{row}\n".encode() for row in made.members[0].ready.rows)
    first = write(made, folder / "first")
    copies = {record.sha256: str(folder / "first" / record.file) for record in first.records}
    by_image = {str(m.candidate.file): copies[m.candidate.sha256] for m in made.members}
    whole = "clone" if has_reflinks(folder) else "copy"
    jobs: dict[str, Callable[[Path], object]] = {
        whole: lambda out: write(plan(survey(found), Policy()), out),
        f"bare {whole}": lambda out: bare(images, text, out, clone if whole == "clone" else shutil.copyfile),
        "earlier": lambda out: write(plan(survey(found), Policy()), out, freezer=Freezer(copies)),
        "bare earlier": lambda out: bare(images, text, out, from_earlier(by_image)),
        "link": lambda out: write(plan(survey(found), Policy()), out, freezer=Freezer(link=True)),
        "bare link": lambda out: bare(images, text, out, os.link),
        "known": lambda out: write(plan(looked, Policy()), out, freezer=Freezer(link=True)),
        "bare": lambda out: bare(images, text, out, os.link, sync=False),
        "linked": lambda out: bare(images, text, out, os.link, read=False, sync=False),
    }
    return jobs, len(images)


if __name__ == "__main__":
    sys.exit(main())
