"""Damaged files of every kind, read in child processes: no traceback, hang, crash of the process or write outside.

    python tests/benchmarks/fuzz_readers.py --cases 1000000 --seed 1

Seeds are files that our writers, labelme and other tools write, masks among them. A case changes the bytes of one or
its structure (a value of the JSON or XML, a word of a row) and reads it as an import does. A case is known by its
number and the seed: ``--first N --cases 1`` tries it again. Prints JSON; exits 1 when anything was found.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import multiprocessing
import os
import random
import re
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image

from verify_app.core.errors import UserError
from verify_app.core.geometry import Box
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task
from verify_app.formats.coco import skeleton_in, write_coco
from verify_app.formats.coco_layout import open_coco
from verify_app.formats.cvat import Cvat, write_cvat
from verify_app.formats.detect_format import sniff
from verify_app.formats.dota import Dota
from verify_app.formats.labelme import Labelme, write_labelme
from verify_app.formats.ndjson import Ndjson, write_ndjson
from verify_app.formats.records import Dataset, OutImage, StatedObject
from verify_app.formats.voc import Voc, write_voc
from verify_app.formats.yolo import WRITERS, Rows, data_yaml_bytes, labels_in, read_data_yaml
from verify_app.imaging.reading.probe import scan_bytes

WATCHDOG = 10.0
"""Seconds that one case may take: of the processor's time where the system tells it, as others may keep it busy."""
LONGEST = 120.0
"""Seconds by the clock, for what waits and computes nothing."""
ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))
NAMES = ["bolt & nut", "日本", "gear"]
WIDTH, HEIGHT = 64, 48
SQUARE = ((10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0))
HOLE = ((15.0, 15.0), (20.0, 15.0), (20.0, 20.0), (15.0, 20.0))
OBJECTS: dict[Task, list[Any]] = {
    Task.DETECT: [Box(1.5, 2.5, 33.25, 44)],
    Task.SEGMENT: [Polygon(((SQUARE, HOLE), (tuple((x + 25, y) for x, y in SQUARE),))), Polygon(((SQUARE,),))],
    Task.OBB: [OrientedBox.of((30, 25, 20, 10, 0.5))],
    Task.POSE: [Keypoints(Box(1, 2, 30, 40), (Keypoint(3, 4), Keypoint(5, 6, 1), Keypoint(0.0, 0.0, 0)))],
    Task.CLASSIFY: [WHOLE_IMAGE],
}
DOTA = b"imagesource:x\ngsd:0.1\n40.0 5 60 5 60 30.5 40 30 gear 0\n1 2 30 4 28 40 0 38 nut 1\n"
Reader = Callable[[Path, Task], object]
Seed = tuple[str, str, Task, bytes]
"""Form, name of the file, task, bytes."""


def read_all(dataset: Dataset) -> None:
    """As an import does, up to the regions inside the image."""
    keys = {image.key for image in dataset.images()}
    for labels in dataset.labels():
        assert labels.key in keys, "labels of no image"
        for stated in labels.objects:
            assert stated.name in dataset.names, "a class that is not listed"
            inside = stated.region.inside(WIDTH, HEIGHT)
            assert all(map(np.isfinite, stated.region.bounds.corners())), "a coordinate that is not finite"
            assert inside is None or inside.kind == stated.region.kind


def _picture(file: Path, _: Task) -> None:
    scan_bytes(file.read_bytes())


def _rows(file: Path, task: Task) -> None:
    points = 3 if task in (Task.POSE, Task.DETECT) else 0
    labels_in(file.read_bytes(), file, width=WIDTH, height=HEIGHT, classes=3, rows=Rows(task, points))


READERS: dict[str, Reader] = {
    "coco": lambda file, task: read_all(open_coco(file, None, task, ARM if task is Task.POSE else None)),
    "cvat": lambda file, task: read_all(Cvat(file, file.parent, task, ARM)),
    "ndjson": lambda file, task: read_all(Ndjson(file, file.parent, task, ARM if task is Task.POSE else None)),
    "labelme": lambda file, task: read_all(Labelme(file, file.parent, task, ARM)),
    "voc": lambda file, task: read_all(Voc(file, file.parent, task)),
    "dota": lambda file, task: read_all(Dota(file, file.parent, task)),
    "rows": _rows,
    "yaml": lambda file, task: read_data_yaml(file),
    "skeleton": lambda file, task: skeleton_in(file),
    "sniff": lambda file, task: sniff(file.parent),
    "picture": _picture,
}


def seeds(folder: Path) -> list[Seed]:
    """Whole files of every form and task."""
    found: list[Seed] = []
    for task in Task:
        objects = [StatedObject("gear", region) for region in OBJECTS[task]]
        images = [OutImage("a.jpg", WIDTH, HEIGHT, objects), OutImage("sub/ä.jpg", WIDTH, HEIGHT, [])]
        skeleton = ARM if task is Task.POSE else None
        write_coco(folder / "a.json", NAMES, images, skeleton)
        found.append(("coco", "a.json", task, (folder / "a.json").read_bytes()))
        write_cvat(folder / "a.xml", NAMES, images, ARM)
        found.append(("cvat", "a.xml", task, (folder / "a.xml").read_bytes()))
        write_ndjson(folder / "a.ndjson", NAMES, images, task, skeleton)
        found.append(("ndjson", "a.ndjson", task, (folder / "a.ndjson").read_bytes()))
        write_labelme(folder, images[:1], ARM)
        found.append(("labelme", "a.json", task, (folder / "a.json").read_bytes()))
        if task in (Task.DETECT, Task.OBB):
            write_voc(folder, NAMES, images[:1])
            found.append(("voc", "a.xml", task, (folder / "Annotations" / "a.xml").read_bytes()))
            found.append(("dota", "a.txt", task, DOTA))
        rows = [WRITERS[task](2, region, width=WIDTH, height=HEIGHT) or "" for region in OBJECTS[task]]
        found.append(("rows", "a.txt", task, "\n".join(rows).encode()))
        found.append(("yaml", "data.yaml", task, data_yaml_bytes(NAMES, ["train", "val"], skeleton)))
    found += [("sniff", name, task, data) for _, name, task, data in found[:7] if name != "data.yaml"]
    found += [("skeleton", name, task, data) for form, name, task, data in found if form == "coco"]
    return found + _masks() * 3 + _others(folder) + _pictures()


def _masks() -> list[Seed]:
    rle = {"size": [HEIGHT, WIDTH], "counts": [700, 20, 28, 20, 28, 20, 28, 20, 2208]}
    packed = {"size": [HEIGHT, WIDTH], "counts": "lg0d00000000000000000000000000000000h4"}
    images = [{"id": 1, "file_name": "a.jpg", "width": WIDTH, "height": HEIGHT}]
    data = {
        "images": images,
        "annotations": [
            {"id": n, "image_id": 1, "category_id": 1, "segmentation": mask, "bbox": [1, 2, 9, 9], "iscrowd": 0}
            for n, mask in enumerate((rle, packed))
        ],
        "categories": [{"id": 1, "name": "gear"}],
    }
    xml = (
        f'<annotations><image id="0" name="a.jpg" width="{WIDTH}" height="{HEIGHT}"><mask label="car" '
        'rle="1, 2, 2, 2, 1" left="5" top="7" width="4" height="2" group_id="1"/><ellipse '
        'label="car" cx="9" cy="9" rx="4" ry="3" rotation="30"/></image></annotations>'
    )
    return [
        ("coco", "a.json", Task.SEGMENT, json.dumps(data).encode()),
        ("cvat", "a.xml", Task.SEGMENT, xml.encode()),
    ]


def _others(folder: Path) -> list[Seed]:
    data = Path(__file__).parents[1] / "data" / "labelme" / "labelme-6.3.1.json"
    written = [("labelme", "a.json", task, data.read_bytes()) for task in (Task.DETECT, Task.SEGMENT, Task.OBB)]
    coco = json.dumps(
        {
            "info": {"year": 2017},
            "licenses": [{"id": 1}],
            "images": [{"id": 1, "file_name": "C:\\x\\..\\a.jpg", "width": 64, "height": 48, "license": 1}],
            "annotations": [
                {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "keypoints": [3, 4, 2] * 3},
                {"id": 2, "image_id": 1, "category_id": 1, "segmentation": [1, 2, 30, 4, 30, 40], "iscrowd": 0},
            ],
            "categories": [{"id": 1, "name": "x", "keypoints": list(ARM.names), "skeleton": [[1, 2], [2, 3]]}],
        }
    ).encode()
    return [*written, *(("coco", "a.json", task, coco) for task in (Task.DETECT, Task.POSE))]


def _pictures() -> list[Seed]:
    found = []
    pixels = np.arange(WIDTH * HEIGHT * 3, dtype=np.uint32).reshape(HEIGHT, WIDTH, 3) % 251
    for kind in ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"):
        stream = io.BytesIO()
        Image.fromarray(pixels.astype(np.uint8)).save(stream, kind)
        found.append(("picture", "a", Task.DETECT, stream.getvalue()))
    return found


# --- damage -------------------------------------------------------------------------------------------------

VALUES: list[Any] = [
    *(None, True, False, 0, 1, -1, 2, 3, 0.5, -0.0, 1e308, -1e308, 1e-308, 2**31, 2**63, -(2**63), 10**400, 255),
    *("", "x", "0", "-1", "1e999", "NaN", "..", "/", "C:\\", "\0", "\u202e", "\x1b[31m", "\ud800", "a" * 300, "é" * 99),
    *([], {}, [[]], [None], [1, 2], [[1, 2], [3, 4]], {"a": 1}, [1e308] * 8, [0] * 6, ["x"] * 6, float("nan")),
    *(float("inf"), -float("inf"), [[0, 0, 0, 0, 0, 0]], {"size": [48, 64], "counts": "52"}, {"size": [1, 1]}),
]
WORDS = [
    *(b"null", b"true", b"-1", b"1e999", b"NaN", b"[]", b"{}", b'""', b"0", b"9" * 400, b"..", b"/", b"\\", b"\0"),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r\n", b"<", b"&b;", b'<!DOCTYPE a [<!ENTITY b "c">]>'),
    *(b"[" * 2000, b'{"a":' * 1000, b"<a>" * 1000, b"\xf0\x9f\x94\xa7", b"0,0;0,0;0,0", b" ", b"\n", b"1e308", b"-"),
]


def damaged(data: bytes, name: str, chance: random.Random) -> bytes:
    """The bytes with one to four changes, in their structure more often than not."""
    for _ in range(chance.randint(1, 4)):
        if name.endswith((".json", ".ndjson")) and chance.random() < 0.75:
            data = _structure(data, chance)
        elif name.endswith((".xml", ".txt", ".yaml")) and chance.random() < 0.75:
            data = _word(data, chance)
        else:
            data = _bytes(data, chance)
    return data


def _structure(data: bytes, chance: random.Random) -> bytes:
    """One value of the JSON (or of one line of it) replaced, left out, moved or doubled."""
    lines = data.split(b"\n") if data[:20].count(b"dataset") else [data]
    place = chance.randrange(len(lines))
    try:
        tree = json.loads(lines[place])
    except (ValueError, RecursionError):
        return _bytes(data, chance)
    spots = list(_spots(tree))
    if not spots:
        return _bytes(data, chance)
    holder, key = chance.choice(spots)
    match chance.randrange(6):
        case 0 if isinstance(holder, list):
            holder.insert(key, holder[key])
        case 1:
            del holder[key]
        case 2:
            other, there = chance.choice(spots)
            holder[key] = json.loads(json.dumps(other[there]))
        case 3 if isinstance(holder[key], str):
            holder[key] = _bytes(holder[key].encode("utf-8", "replace"), chance).decode("utf-8", "replace")
        case 4 if isinstance(holder[key], int | float):
            with contextlib.suppress(OverflowError):
                holder[key] = holder[key] * chance.choice([-1, 0, 2, 1e6, 1e300]) + chance.choice([0, 1, -1, 0.5])
        case _:
            holder[key] = chance.choice(VALUES)
    lines[place] = json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _spots(tree: Any) -> Iterator[tuple[Any, Any]]:
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ():
            yield holder, key
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])


def _word(data: bytes, chance: random.Random) -> bytes:
    """One number or word replaced, so that the rest stays well-formed."""
    spots = rb'(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)' if b"<" in data and chance.random() < 0.8 else rb"[-+.\w]+"
    words = list(re.finditer(spots, data))
    if not words:
        return _bytes(data, chance)
    found = chance.choice(words)
    value = chance.choice(VALUES)
    text = chance.choice(WORDS) if chance.random() < 0.3 else str(value).encode("utf-8", "replace")
    return data[: found.start()] + text + data[found.end() :]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    end = min(len(data), at + 1 + int(chance.random() ** 3 * len(data)))
    match chance.randrange(6):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:end] + data[at:]
        case 3:
            return data[:at] + data[at:end][::-1] + data[end:]
        case 4:
            return data[:at] + chance.choice(WORDS) + data[at:]
    return data[:at] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 8))) + data[at + 1 :]


# --- children -----------------------------------------------------------------------------------------------


def try_case(number: int, seed: int, known: list[Seed], folder: Path) -> str:
    """What is wrong with how a case was read; empty when nothing is."""
    chance = random.Random(f"{seed}/{number}")
    form, name, task, data = chance.choice(known)
    file = folder / name
    file.write_bytes(damaged(data, name, chance))
    try:
        READERS[form](file, task)
    except UserError as error:
        if "\n" in str(error) or len(str(error)) > 3000:
            return f"{form} {task}: a sentence of {len(str(error))} characters: {str(error)[:200]!r}"
    except MemoryError:
        return f"{form} {task}: out of memory"
    except Exception:  # what the child is there to find
        return f"{form} {task}: {traceback.format_exc(limit=-4)}"
    finally:
        with contextlib.suppress(OSError):
            file.unlink()
    return ""


def child(first: int, last: int, seed: int, work: str, told: Any) -> None:
    """Try cases, telling each one's number before it begins and what was wrong."""
    warnings.simplefilter("ignore")
    folder = Path(work)
    folder.mkdir(exist_ok=True)
    known = seeds(folder)
    outside: list[str] = []
    allowed = (work, tempfile.gettempdir() + os.sep + "verify-app-")

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if (
            event == "open"
            and isinstance(arguments[0], str | bytes)
            and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        ):
            path = os.fsdecode(arguments[0])
            if not path.startswith(allowed) and path != os.devnull and not _unnamed(path):
                outside.append(path)

    sys.addaudithook(watch)
    for number in range(first, last):
        told.send((number, "", ""))
        wrong = try_case(number, seed, known, folder)
        if wrong:
            told.send((number, "traceback", wrong))
        if outside:
            told.send((number, "outside", outside.pop()))
            outside.clear()
    told.send((last, "", ""))


def _unnamed(path: str) -> bool:
    """Whether this is a temporary file that has no name, as Python asks the system for one."""
    return path == tempfile.gettempdir()


class Worker:
    """A child that tries the cases from `at` to `stop`, told of one after the other."""

    def __init__(self, at: int, stop: int, seed: int, work: str) -> None:
        context = multiprocessing.get_context("spawn")
        self.at, self.stop, self._seed, self._work = at, stop, seed, work
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=child, args=(at, stop, seed, work, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._limit = self._last = time.monotonic() + 60  # it loads the readers first
        self._before: float | None = None

    def _spent(self) -> float | None:
        """Seconds of the processor that the child has had; None where nobody says."""
        try:
            words = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, AttributeError):
            return None

    def _hangs(self) -> bool:
        spent = self._spent()
        if spent is None or self._before is None or time.monotonic() > self._last:
            return True
        return spent - self._before > WATCHDOG

    def heard(self) -> tuple[list[tuple[int, str, str]], bool]:
        """What it found since, and whether it has ended."""
        found: list[tuple[int, str, str]] = []
        try:
            while self._pipe.poll(0.02):
                self.at, kind, text = self._pipe.recv()
                self._limit, self._last = time.monotonic() + WATCHDOG, time.monotonic() + LONGEST
                self._before = self._spent()
                if kind:
                    found.append((self.at, kind, text))
        except EOFError:
            self._process.join()
            if self.at < self.stop:
                found.append((self.at, "crash", f"exit {self._process.exitcode}"))
            return found, True
        if time.monotonic() > self._limit and self.at < self.stop and self._hangs():
            self._process.kill()
            self._process.join()
            return [*found, (self.at, "hang", f"over {WATCHDOG:g} s")], True
        return found, False

    def next(self) -> Worker | None:
        """Another child for the cases behind the one at which this one ended."""
        return Worker(self.at + 1, self.stop, self._seed, self._work) if self.at + 1 < self.stop else None


def run(cases: int, seed: int, first: int, workers: int) -> dict[str, Any]:
    """Try that many cases; children that hang or crash are replaced and go on with the next one."""
    started, share = time.monotonic(), -(-cases // workers)
    counts: Counter[str] = Counter()
    told: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="verify-app-fuzz-") as place:
        starts = range(first, first + cases, share)
        running = [Worker(at, min(first + cases, at + share), seed, f"{place}/{at}") for at in starts]
        while running:
            for worker in list(running):
                found, ended = worker.heard()
                for number, kind, text in found:
                    counts[kind] += 1
                    told.append({"case": number, "kind": kind, "text": text})
                if ended:
                    running.remove(worker)
                    successor = worker.next()
                    running += [successor] if successor else []
    return {
        "cases": cases,
        "seed": seed,
        "first": first,
        "seconds": round(time.monotonic() - started, 1),
        **{kind: counts[kind] for kind in ("traceback", "hang", "crash", "outside")},
        "found": told[:50],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 1) // 2))
    chosen = parser.parse_args()
    result = run(chosen.cases, chosen.seed, chosen.first, chosen.workers)
    print(json.dumps(result, ensure_ascii=False, indent=1))
    sys.exit(bool(result["found"]))


if __name__ == "__main__":
    main()
