"""Projects made by hand for tests: pictures, a run, predictions; through the same gate as everything else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from verify_app.app.imports.files import add_images
from verify_app.app.predict import start_run
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Actor
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Origin
from verify_app.storage.row_mappers import region_text

SIZE = (200, 100)
CLASSES = ("bolt", "nut", "gear")


def picture(file: Path, number: int = 0, size: tuple[int, int] = SIZE) -> Path:
    """A small picture that no other number gives."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, (number % 256, number // 256, 90))
    image.putpixel((0, 0), (255, number % 251, 0))
    image.save(file)
    return file


def project(
    folder: Path,
    *,
    images: int = 4,
    origin: Origin = Origin.REAL,
    reviewer: str = "ann",
    task: str = "detect",
    skeleton: Skeleton | None = None,
) -> Session:
    """A project with a source `photos` of a few pictures, open for `reviewer`."""
    for number in range(images):
        picture(folder / "photos" / f"{number:03}.png", number)
    create_project(folder / "project", classes=CLASSES, actor=Actor(reviewer), task=task, skeleton=skeleton)
    session = Session.open(folder / "project", reviewer)
    if images:
        add_images(session, [folder / "photos"], origin)
    return session


def model(session: Session, name: str = "model") -> int:
    """A model on record, without weights."""
    row = {"name": name, "sha256": name * 4, "file": "none.onnx", "task": "detect", "lineage": "unknown"}
    row |= {"names": json.dumps(dict(enumerate(CLASSES))), "round": 0, "depth": 0, "version": None, "base": None}
    with session.project.transact(session.actor, "model_add") as tx:
        key = tx.new_id("model")
        tx.put("model", key, {**row, "detail": "{}"})
    return key


Said = tuple[int, Region | tuple[float, float, float, float], float]
"""Class id, region (of a box its corners), confidence."""


def run(session: Session, said: dict[int, Sequence[Said]], *, model_id: int | None = None) -> list[int]:
    """A run that looked at the images in `said`; returns the ids of its predictions, in order."""
    number = start_run(session.project, session.actor, model_id or model(session), "{}")
    with session.project.transact(session.actor, "predict") as tx:
        seen = {image: scan.sha256 for image, scan in tx.read.scans(list(said)).items()}
        tx.facts("run_image", [(number, image, seen[image]) for image in said], images=said)
        rows = [
            (number, i, c, region_text(Box.of(r) if isinstance(r, tuple) else r), conf)
            for i, all_ in said.items()
            for c, r, conf in all_
        ]
        return list(tx.facts("prediction", rows, images=said))
