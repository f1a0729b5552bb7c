"""Whether what a trainer loaded is what a receipt states: a pure comparison of two lists of images and labels."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from verify_app.core.messages import M, joined
from verify_app.core.progress import Progress, Report, silent
from verify_app.training.scratch_mirror import ends_badly
from verify_app.training.version_contents import Objects, Sample, class_ids
from verify_app.training.weights import sha256_of

Digest = Callable[[Path], str]

_NAMED = 3
_EVERY = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a trainer holds for one split, before augmentation.

    Parameters
    ----------
    files : sequence of str
        Image files, one for each time an image is used in an epoch.
    rows : sequence of sequence of ndarray
        The objects of each file.
    """

    files: Sequence[str]
    rows: Sequence[Objects]


def differences(
    expected: Sequence[Sample],
    loaded: Loaded,
    *,
    split: str,
    names: Sequence[str],
    report: Report = silent,
    digest: Digest = sha256_of,
) -> list[str]:
    """How the loaded images and labels of a split differ from the receipt's; empty when they do not.

    Images are told apart by the SHA-256 of their bytes, wherever they lie; rows must be equal to the last bit.

    Parameters
    ----------
    expected : sequence of Sample
        One for each time an image is to be used.
    loaded : Loaded
    split : str
        For the phrases.
    names : sequence of str
        Class names by id.
    digest : callable
        SHA-256 of a file's bytes.

    Returns
    -------
    list of str
        Phrases such as ``2 of 8 train images are missing (a.jpg, b.jpg)``.
    """
    match = _match(expected, loaded, split, report, digest)
    names_of = {sample.sha256: sample.name for sample in expected}
    wanted = Counter(sample.sha256 for sample in expected)
    missing = [names_of[s] for s in (wanted - match.got).elements()]
    extra = [names_of[s] for s in (match.got - wanted).elements()]
    found: list[str] = []
    if missing:
        told, files = images(len(expected), split), file_names(missing)
        found.append(M("{n} of {images} missing ({files})", n=len(missing), images=told, files=files))
    if match.strange:
        told, files = images(len(match.strange), split), file_names(match.strange)
        found.append(M("{images} not in the version ({files})", images=told, files=files))
    if extra:
        told, files = images(len(extra), split), file_names(extra)
        found.append(M("{images} loaded more often than the receipt says ({files})", images=told, files=files))
    if match.changed:
        told, files = images(len(match.changed), split), few(match.changed)
        found.append(M("other labels on {images} ({files})", images=told, files=files))
        found += _class_counts(expected, loaded, split, names)
    return found


@dataclass(frozen=True, slots=True)
class _Match:
    """Loaded images of the version by SHA-256, loaded files that are not of it, and images with other labels."""

    got: Counter[str]
    strange: list[str]
    changed: list[str]


def _match(expected: Sequence[Sample], loaded: Loaded, split: str, report: Report, digest: Digest) -> _Match:
    by_digest = {sample.sha256: sample for sample in expected}
    by_name: dict[str, list[Sample]] = {}
    for sample in expected:
        by_name.setdefault(Path(sample.name).name, []).append(sample)
    match = _Match(Counter(), [], [])
    for i, (file, rows) in enumerate(zip(loaded.files, loaded.rows, strict=True)):
        if i % _EVERY == 0:
            report(
                Progress(
                    "train",
                    0,
                    0,
                    M("checking what was loaded, {split} image {n} of {all}", split=split, n=i, all=len(loaded.files)),
                )
            )
        sha256 = _original(Path(file), by_name, by_digest, digest)
        known = by_digest.get(sha256)
        if known is None:
            match.strange.append(file)
            continue
        match.got[sha256] += 1
        if not _same_rows(known.rows, rows):
            match.changed.append(
                M(
                    "{file}: {loaded} loaded, {stated} in the receipt",
                    file=file_names([file]),
                    loaded=len(rows),
                    stated=len(known.rows),
                )
            )
    return match


def _original(file: Path, by_name: Mapping[str, Sequence[Sample]], known: Container[str], digest: Digest) -> str:
    """SHA-256 of the version's image behind a loaded file: its own, or that of the JPEG the loader repaired.

    The loader writes a JPEG with a bad end anew. It is taken as the version's image when it is, byte for byte, what
    that repair makes of it.
    """
    try:
        sha256 = digest(file)
        if sha256 in known:
            return sha256
        for sample in by_name.get(file.name, ()):
            if ends_badly(sample.image) and digest(sample.image) == sample.sha256 and _repaired(sample.image) == sha256:
                return sample.sha256
    except OSError:
        return ""
    return sha256


def _repaired(image: Path) -> str | None:
    """SHA-256 of the bytes Ultralytics replaces a badly ending JPEG with; None when it cannot be read."""
    out = io.BytesIO()
    try:
        with Image.open(image) as opened:
            ImageOps.exif_transpose(opened).save(out, "JPEG", subsampling=0, quality=100)
    except OSError:
        return None
    return hashlib.sha256(out.getvalue()).hexdigest()


def _same_rows(expected: Objects, loaded: Objects) -> bool:
    """Equal as sets with repeats: the loader may order rows anew, but must neither drop nor change one."""
    if not isinstance(expected, np.ndarray) or not isinstance(loaded, np.ndarray):
        return sorted(row.tobytes() for row in expected) == sorted(row.tobytes() for row in loaded)
    return expected.shape == loaded.shape and np.array_equal(_sorted(expected), _sorted(loaded))


def _sorted(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return rows[np.lexsort(rows.T[::-1])] if len(rows) else rows


def _class_counts(expected: Sequence[Sample], loaded: Loaded, split: str, names: Sequence[str]) -> list[str]:
    want, got = (per_class(rows, names) for rows in ([s.rows for s in expected], loaded.rows))
    off = [
        M("{name} {loaded} instead of {stated}", name=name, loaded=got[name], stated=want[name])
        for name in names
        if got[name] != want[name]
    ]
    return [M("{split} objects: {classes}", split=split, classes=few(off))] if off else []


def per_class(rows: Sequence[Objects], names: Sequence[str]) -> Counter[str]:
    """Objects by class name."""
    counts: Counter[str] = Counter()
    for row in rows:
        for c, n in zip(*np.unique(class_ids(row), return_counts=True), strict=True):
            counts[names[c] if 0 <= c < len(names) else f"class {c}"] += int(n)
    return counts


def images(count: int, split: str) -> str:
    """``1 train image``, ``2 train images``."""
    return M("1 {split} image", split=split) if count == 1 else M("{n} {split} images", n=count, split=split)


def few(texts: Sequence[str]) -> str:
    """The first few of `texts`, and how many more there are."""
    more = len(texts) - _NAMED
    return M("{names} and {more} more", names=texts[:_NAMED], more=more) if more > 0 else joined(texts, ", ")


def file_names(paths: Sequence[str]) -> str:
    """The names of the first few of `paths`, fit for one line."""
    names = [path.replace("\\", "/").rsplit("/", 1)[-1] for path in paths]
    return few([name if name.isprintable() else repr(name) for name in names])
