"""Import of a COCO file with 1,000,000 annotations, against `json.load` of it; labelme and VOC folders; outlines.

Targets: the import at most 4 times `json.load`, memory at most 500 MB. Each figure comes from a child process of its
own; `read` is the reader alone, `import` also finds the images, looks for what was done on them and records the labels
through the gate. The images are added before, as their decoding is no part of this. Environment: `IMPORT_ANNOTATIONS`
(1,000,000), `IMPORT_IMAGES` (10,000), `IMPORT_FILES` (20,000 files in a folder of labelme or VOC),
`IMPORT_TASKS` (detect,segment).
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from verify_app.app.session import Session

MARKS, IMAGES, FILES = (
    int(os.environ.get(f"IMPORT_{name}", default))
    for name, default in (("ANNOTATIONS", "1000000"), ("IMAGES", "10000"), ("FILES", "20000"))
)
TASKS = os.environ.get("IMPORT_TASKS", "detect,segment").split(",")
SIZE = (64, 48)
CLASSES = 80


def write_coco(file: Path, corners: int) -> None:
    """A file as the published ones are: annotations in no order of images, categories after them."""
    chance = random.Random(0)
    with file.open("w") as out:
        images = [
            {"id": n, "file_name": f"{n:06}.png", "width": SIZE[0], "height": SIZE[1], "license": 1}
            for n in range(IMAGES)
        ]
        out.write(f'{{"info": {{"year": 2026}}, "images": {json.dumps(images)}, "annotations": [')
        for n in range(MARKS):
            x, y, w, h = (round(chance.random() * side + 2, 2) for side in (30, 20, 25, 20))
            mark = {"id": n + 1, "image_id": chance.randrange(IMAGES), "category_id": chance.randrange(CLASSES) + 1}
            mark |= {"bbox": [x, y, w, h], "area": round(w * h, 2), "iscrowd": 0}
            ring = [round(chance.random() * side, 2) for _ in range(corners) for side in SIZE]
            out.write((", " if n else "") + json.dumps(mark | {"segmentation": [ring] if ring else []}))
        categories = [{"id": n + 1, "name": f"class {n}", "supercategory": "all"} for n in range(CLASSES)]
        out.write(f'], "categories": {json.dumps(categories)}}}')


def timed(do: Callable[[], object]) -> dict[str, float]:
    """Seconds on the clock and of the processor, and the most memory this process ever had, in MB."""
    clock, processor = time.perf_counter(), time.process_time()
    kept = do()
    found = {"s": time.perf_counter() - clock, "cpu_s": time.process_time() - processor}
    del kept
    return found | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Session]:
    session = Session.open(folder, "ann")
    try:
        yield session
    finally:
        session.project.close()


def child(what: str, folder: Path, task: str) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_import", what, str(folder), task]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: round(value, 2) for name, value in found.items()}


def measure(what: str, folder: Path, task: str) -> dict[str, float]:
    """What a child does."""
    from verify_app.app.imports.class_mapping import class_ids
    from verify_app.app.imports.datasets import bring_in, open_dataset
    from verify_app.app.imports.options_and_results import AddOptions
    from verify_app.core.progress import silent
    from verify_app.core.vocabulary import Origin, Task
    from verify_app.formats.coco import Coco
    from verify_app.formats.labelme import Labelme
    from verify_app.formats.voc import Voc

    file, count = folder / "set.json", 0

    def read() -> None:
        nonlocal count
        reader = {"voc": Voc, "labelme": Labelme}.get(what)
        dataset = reader(folder, folder, Task(task)) if reader else Coco(file, folder, Task(task))
        count = sum(len(labels.objects) for labels in dataset.labels())

    def whole() -> None:
        nonlocal count
        with opened(folder / task) as session:
            dataset = open_dataset(session, file, "coco", folder)
            ids = class_ids(session, dataset.names, {}, file, counts=dataset.counts)
            count = bring_in(session, dataset, ids, AddOptions(Origin.REAL, "coco"), silent).labels

    if what == "load":
        return timed(lambda: json.loads(file.read_bytes()))
    found = timed(whole if what == "import" else read)
    return found | {"labels": count}


def prepare(folder: Path, task: str) -> None:
    """A project with the images and no labels."""
    from verify_app.app.imports.files import add_files
    from verify_app.app.project.create import create_project
    from verify_app.core.records import Actor
    from verify_app.core.vocabulary import Origin

    create_project(folder / task, classes=[f"class {n}" for n in range(CLASSES)], actor=Actor("ann"), task=task)
    with opened(folder / task) as session:
        add_files(session, folder, sorted(folder.glob("*.png")), Origin.REAL)


def folders(folder: Path) -> dict[str, dict[str, float]]:
    """Folders of many small files."""
    from verify_app.core.geometry import Box
    from verify_app.formats.labelme import write_labelme
    from verify_app.formats.records import OutImage, StatedObject
    from verify_app.formats.voc import write_voc

    objects = [StatedObject(f"class {n}", Box(n, n, n + 10, n + 12)) for n in range(10)]
    images = [OutImage(f"{n:06}.png", *SIZE, objects) for n in range(FILES)]
    found = {}
    for form, write in (
        ("voc", lambda at: write_voc(at, [], images)),
        ("labelme", lambda at: write_labelme(at, images)),
    ):
        (folder / form).mkdir()
        write(folder / form)
        found[form] = child(form, folder / form, "detect")
    return found


def main() -> None:
    from PIL import Image

    found: dict[str, object] = {"annotations": MARKS, "images": IMAGES}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made).resolve()
        for n in range(IMAGES):
            Image.new("RGB", SIZE, (n % 256, n // 256 % 256, 7)).save(folder / f"{n:06}.png")
        for task in TASKS:
            write_coco(folder / "set.json", 0 if task == "detect" else 12)
            prepare(folder, task)
            rows = {what: child(what, folder, task) for what in ("load", "read", "import")}
            ratio = {what: round(rows[what]["cpu_s"] / rows["load"]["cpu_s"], 2) for what in ("read", "import")}
            size = (folder / "set.json").stat().st_size >> 20
            found[task] = {**rows, "file_mb": size, "times_json_load": ratio}
        found["folders"] = {"files": FILES, **folders(folder)}
    print(json.dumps(found))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), sys.argv[3])))
    else:
        main()
