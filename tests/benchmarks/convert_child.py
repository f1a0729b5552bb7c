"""One conversion of `bench_convert`, timed inside its own process: ROOT WHO WHAT FILE OUT on the command line."""

from __future__ import annotations

import contextlib
import io
import sys
import time
from pathlib import Path


def ours(what: str, file: Path, out: Path) -> float:
    from verify_app.core.gc_pause import uncollected
    from verify_app.core.vocabulary import Task
    from verify_app.formats import yolo
    from verify_app.formats.coco import Coco

    start = time.perf_counter()
    with uncollected():
        task = Task.DETECT if what == "boxes" else Task.SEGMENT
        read = Coco(file, file.parent.parent / "images", task)
        places, write = {name: place for place, name in enumerate(read.names)}, yolo.WRITERS[task]
        sizes = {image.key: image for image in read.images()}
        out.mkdir()
        for labels in read.labels():
            image, texts = sizes[labels.key], list[str]()
            for thing in labels.objects:
                text = write(places[thing.name], thing.region, width=image.width, height=image.height)
                if text is not None:
                    texts.append(text)
            repeated = yolo.repeated(texts)
            kept = [text for place, text in enumerate(texts) if place not in repeated]
            (out / f"{Path(labels.key).stem}.txt").write_bytes(yolo.label_bytes(kept))
    return time.perf_counter() - start


def ultralytics(what: str, file: Path, out: Path) -> float:
    from ultralytics.data.converter import convert_coco

    start = time.perf_counter()
    convert_coco(str(file.parent), str(out), use_segments=what == "outlines", cls91to80=False)
    return time.perf_counter() - start


def supervision(what: str, file: Path, out: Path) -> float:
    import supervision as sv

    start = time.perf_counter()
    found = sv.DetectionDataset.from_coco(
        images_directory_path=str(file.parent.parent / "images"),
        annotations_path=str(file),
        force_masks=what == "outlines",
    )
    found.as_yolo(annotations_directory_path=str(out))
    return time.perf_counter() - start


def main() -> None:
    who, what, file, out = sys.argv[2:6]
    convert = {"ours": ours, "ultralytics": ultralytics, "supervision": supervision}[who]
    with contextlib.redirect_stdout(io.StringIO()):
        took = convert(what, Path(file), Path(out))
    print(took)
