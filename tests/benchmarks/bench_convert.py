"""COCO to YOLO: ours beside `supervision` and Ultralytics' own converter, on the same file; prints JSON.

    python -m tests.benchmarks.bench_convert [--supervision PYTHON] [IMAGES] [ANNOTATIONS] [ROUNDS]

Each reads one COCO file (5,000 images, 100,000 annotations with boxes and outlines) and writes a label file for each
image, in a process of its own, in turn; the time is that of reading and writing, without starting Python and importing.
``boxes`` writes rows of boxes, ``outlines`` rows of outlines. ``ours`` is the reader of `verify-app add --labels coco`
and the writer of `export`; what it does besides (rows clipped to the image, equal ones dropped, unknown fields
counted) the others do not. ``supervision`` is `DetectionDataset.from_coco` and `as_yolo`, ``ultralytics`` is
`convert_coco`. Without `--supervision`, an interpreter that has it (0.31 from PyPI), it is left out. It holds a mask of
the whole image for each outline: 30 GB for the usual file; where it is killed for that, ``killed`` says so.

Target: quicker than either. Files that ours and Ultralytics wrote are compared row by row.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLASSES, WIDTH, HEIGHT = 80, 640, 480
RUN = "import sys; sys.path.insert(0, sys.argv[1]); from tests.benchmarks import convert_child; convert_child.main()"


def scene(folder: Path, images: int, annotations: int) -> Path:
    """A COCO file and its pictures, which `supervision` opens for their size."""
    import numpy as np
    from PIL import Image

    (folder / "images").mkdir()
    (folder / "annotations").mkdir()
    picture = folder / "images" / "0.jpg"
    Image.new("RGB", (WIDTH, HEIGHT), (90, 90, 90)).save(picture)
    rows = [{"id": n, "file_name": f"{n}.jpg", "width": WIDTH, "height": HEIGHT} for n in range(images)]
    for row in rows[1:]:
        (folder / "images" / str(row["file_name"])).hardlink_to(picture)
    rng, marks = np.random.default_rng(2), []
    turns = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    for n in range(annotations):
        x, y, w, h = (float(v) for v in np.round(rng.uniform((30, 30, 10, 10), (500, 360, 120, 90)), 2))
        corners = np.stack([x + w / 2 + w / 2 * np.cos(turns), y + h / 2 + h / 2 * np.sin(turns)], axis=1)
        marks.append(
            {
                "id": n + 1,
                "image_id": n % images,
                "category_id": int(rng.integers(1, CLASSES + 1)),
                "bbox": [x, y, w, h],
                "area": round(w * h, 2),
                "iscrowd": 0,
                "segmentation": [[round(float(v), 2) for v in corners.ravel()]],
            }
        )
    names = [{"id": n, "name": f"class{n}"} for n in range(1, CLASSES + 1)]
    file = folder / "annotations" / "instances.json"
    file.write_text(json.dumps({"images": rows, "categories": names, "annotations": marks}), encoding="utf-8")
    return file


def one(python: str, who: str, what: str, file: Path, out: Path) -> float:
    """Seconds of one conversion; without end where it was killed, as `supervision` is for want of memory."""
    command = [python, "-c", RUN, str(ROOT), who, what, str(file), str(out)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode < 0 and who != "ours":
        return math.inf
    if done.returncode:
        raise SystemExit(f"{who} failed:\n{done.stderr[-1500:]}")
    return float(done.stdout.strip().splitlines()[-1])


def rows(folder: Path) -> dict[str, set[tuple[float, ...]]]:
    """What the label files of a conversion hold, by name, to a ten-thousandth."""
    return {
        file.stem: {tuple(round(float(v), 4) for v in line.split()) for line in file.read_text().splitlines()}
        for file in folder.rglob("*.txt")
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--supervision", help="interpreter of a venv with supervision")
    for name, usual in (("images", 5000), ("annotations", 100_000), ("rounds", 3)):
        parser.add_argument(name, type=int, nargs="?", default=usual)
    given = parser.parse_args()
    who = {"ours": sys.executable, "ultralytics": sys.executable}
    if given.supervision:
        who["supervision"] = given.supervision
    result: dict[str, object] = {"benchmark": "convert", "images": given.images, "annotations": given.annotations}
    passed = True
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        file = scene(folder, given.images, given.annotations)
        for what in ("boxes", "outlines"):
            taken: dict[str, list[float]] = {name: [] for name in who}
            for number in range(given.rounds):
                for name, python in who.items():
                    if math.inf in taken[name]:
                        continue  # once is enough to wait for
                    taken[name].append(one(python, name, what, file, folder / f"{name}-{what}-{number}"))
            ended = {name: values for name, values in taken.items() if math.inf not in values}
            median = {name: round(statistics.median(values), 3) for name, values in ended.items()}
            best = min(value for name, value in median.items() if name != "ours")
            mine, theirs = rows(folder / f"ours-{what}-0"), rows(folder / f"ultralytics-{what}-0")
            same = sum(len(mine.get(name, set()) & own) for name, own in theirs.items())
            result[what] = {
                "seconds": median,
                "killed": sorted(taken.keys() - ended.keys()),
                "ours_over_quickest": round(median["ours"] / best, 2),
                "rows_as_ultralytics": round(same / max(1, sum(map(len, theirs.values()))), 4),
            }
            passed = passed and median["ours"] < best
    result["passed"] = passed
    print(json.dumps(result, indent=1))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
