"""Pools to compose from: made of nothing but numbers, or with real picture files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from verify_app.core.geometry import Box
from verify_app.core.receipt.receipt import Completion
from verify_app.core.vocabulary import ActorKind, Door, Grade, Origin, Split
from verify_app.datasets.composition.candidates import Candidate, CandidateLabel, Pool, Unverified

CLASSES = ("bolt", "nut", "pallet")
WIDTH, HEIGHT = 40, 32


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def labels(classes: Iterable[int], grade: Grade) -> tuple[CandidateLabel, ...]:
    """Boxes that all differ; verified ones are ann's, in the window."""
    who = ("ann", (), ActorKind.HUMAN, Door.WINDOW) if grade.verified else (None,)
    return tuple(
        CandidateLabel(index, Box(1.0, 2.0, 10.0 + place / 2, 20.0), grade, *who) for place, index in enumerate(classes)
    )


def candidate(
    name: str,
    *,
    rv: bool = False,
    classes: Sequence[int] = (0,),
    origin: Origin = Origin.REAL,
    split: Split | None = None,
    trained: bool = False,
    gold: bool = False,
    sha256: str | None = None,
    file: Path | None = None,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    length: int = 1000,
) -> Candidate:
    sha256 = sha256 or sha(name)
    name = name if "." in name else f"{name}.png"
    return Candidate(
        image=f"src/{name}",
        file=file or Path("/nowhere") / name,
        sha256=sha256,
        bytes=length,
        width=size[0],
        height=size[1],
        origin=origin,
        rv=rv,
        labels=labels(classes, Grade.ACCEPTED if rv else Grade.IMPORTED),
        split=split,
        trained=trained,
        gold=gold,
        complete=Completion("ann", Grade.ACCEPTED, ActorKind.HUMAN, Door.WINDOW) if rv else None,
    )


def verified(count: int, *, classes: Sequence[int] = (0,), start: int = 0) -> list[Candidate]:
    return [candidate(f"rv{start + i}.png", rv=True, classes=classes) for i in range(count)]


def synthetic(count: int, *, classes: Sequence[int] = (0,)) -> list[Candidate]:
    return [candidate(f"syn{i}.png", classes=classes, origin=Origin.SYNTHETIC) for i in range(count)]


def pool(candidates: Sequence[Candidate], unverified: Sequence[Unverified] = ()) -> Pool:
    return Pool(CLASSES, tuple(candidates), tuple(unverified))


def paint(folder: Path, name: str, seed: int, *, size: tuple[int, int] = (WIDTH, HEIGHT)) -> tuple[Path, str, int]:
    """A picture of noise: its file, digest and length."""
    folder.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(seed).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(noise).save(folder / name)
    data = (folder / name).read_bytes()
    return folder / name, hashlib.sha256(data).hexdigest(), len(data)


def painted(
    folder: Path, name: str, seed: int, *, suffix: str = ".png", rv: bool = False, classes: Sequence[int] = (0,), **more
) -> Candidate:
    """A candidate with a file."""
    file, digest, length = paint(folder, name + suffix, seed)
    return candidate(file.name, rv=rv, classes=classes, file=file, sha256=digest, length=length, **more)


def painted_pool(folder: Path, *, real: int = 12, others: int = 8) -> Pool:
    """Some real-verified pictures, some synthetic ones, of several suffixes and numbers of objects; one is empty."""
    suffixes = (".png", ".jpg", ".JPEG", ".bmp", ".webp", ".tif")
    found = [
        painted(folder, f"part {i} é", i, suffix=suffixes[i % 6], rv=True, classes=[j % 3 for j in range(i % 5)])
        for i in range(real)
    ]
    found += [
        painted(folder, f"made-{i}", 1000 + i, classes=[i % 3, 0], origin=Origin.SYNTHETIC) for i in range(others)
    ]
    return pool(found)


def unlocked(file: Path) -> Path:
    """An image of a version that somebody has made writable, to harm it."""
    file.chmod(0o644)
    return file
