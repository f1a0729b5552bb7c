"""Makes small datasets of coloured rectangles, written as the program writes versions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from verify_app.core.receipt.receipt import (
    DATA,
    IMAGES,
    RECEIPT,
    Completion,
    ImageRecord,
    LabelRecord,
    Receipt,
    composition_digest,
    image_line,
    receipt_bytes,
    sha256_of,
)
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Split, Task
from verify_app.datasets.policy.policy import Policy
from verify_app.datasets.policy.rules import Basis, outcomes, policy_rules
from verify_app.datasets.version.counts import counts, part_of, shares_of
from verify_app.formats.yolo import data_yaml_bytes

NAMES = ("bolt", "nut", "pallet")
COLOURS = ((250, 40, 40), (40, 250, 40), (40, 40, 250))
SIZE = 96


def draw(rng: np.random.Generator) -> tuple[Image.Image, str]:
    """A picture and its YOLO rows."""
    pixels = rng.integers(0, 60, (SIZE, SIZE, 3), dtype=np.uint8)
    rows = []
    for _ in range(rng.integers(1, 4)):
        c = int(rng.integers(0, len(NAMES)))
        w, h = rng.integers(16, 40, 2)
        x, y = rng.integers(0, SIZE - w), rng.integers(0, SIZE - h)
        pixels[y : y + h, x : x + w] = COLOURS[c]
        box = ((x + w / 2) / SIZE, (y + h / 2) / SIZE, w / SIZE, h / SIZE)
        rows.append(f"{c} " + " ".join(f"{v:.6f}" for v in box))
    return Image.fromarray(pixels), "".join(f"{row}\n" for row in rows)


def put(root: Path, split: str, name: str, image: Image.Image, rows: str) -> Path:
    file = root / "images" / split / name
    label = (root / "labels" / split / name).with_suffix(".txt")
    for folder in (file.parent, label.parent):
        folder.mkdir(parents=True, exist_ok=True)
    image.save(file)
    label.write_text(rows, newline="\n")
    return file


def make_version(folder: Path, splits: Mapping[str, int], *, seed: int = 0) -> Path:
    """A version with `splits` images in each split."""
    rng = np.random.default_rng(seed)
    records = []
    for split, count in splits.items():
        for i in range(count):
            image, rows = draw(rng)
            file = put(folder, split, f"{split}_{i:03}.jpg", image, rows)
            records.append(record_of(file, split, rows))
    lines = b"".join(image_line(record) for record in sorted(records, key=lambda r: r.file))
    (folder / DATA).write_bytes(data_yaml_bytes(NAMES, [s.value for s in Split if s.value in splits]))
    (folder / IMAGES).write_bytes(lines)
    records.sort(key=lambda r: r.file)
    parts = [part_of(record) for record in records]
    receipt = Receipt(
        task=Task.DETECT,
        classes=tuple(NAMES),
        policy=policy_rules(Policy()),
        outcomes=outcomes(Policy(), parts, basis=Basis(len(NAMES))),
        mode="trim",
        seed=0,
        ratio="80/10/10",
        solver="none",
        counts=counts(records, NAMES),
        left_out={},
        models=(),
        parent=None,
        composition=composition_digest(Task.DETECT, tuple(NAMES), sha256_of(lines)),
        files={name: sha256_of((folder / name).read_bytes()) for name in (DATA, IMAGES)},
        class_shares=shares_of(parts, NAMES),
    )
    (folder / RECEIPT).write_bytes(receipt_bytes(receipt))
    return folder


ANN = Completion("ann", Grade.DRAWN, ActorKind.HUMAN, Door.WINDOW)


def record_of(file: Path, split: str, rows: str) -> ImageRecord:
    data = file.read_bytes()
    return ImageRecord(
        file=f"images/{split}/{file.name}",
        sha256=sha256_of(data),
        label_sha256=sha256_of(rows.encode()),
        bytes=len(data),
        width=SIZE,
        height=SIZE,
        source=f"photos/{file.name}",
        also=(),
        origin=Origin.REAL,
        split=Split(split),
        rv=True,
        labels=tuple(LabelRecord(int(row.split()[0]), Grade.DRAWN, "ann", (), *ANN[2:]) for row in rows.splitlines()),
        complete=ANN,
    )


def make_gold(folder: Path, splits: Mapping[str, int], *, seed: int = 0) -> Path:
    """The very images of `make_version` under one split, ``gold``."""
    rng = np.random.default_rng(seed)
    for split, count in splits.items():
        for i in range(count):
            put(folder, "gold", f"{split}_{i:03}.jpg", *draw(rng))
    return folder
