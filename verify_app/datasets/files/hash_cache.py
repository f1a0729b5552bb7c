"""What pictures look like: a perceptual hash of each, made once for its bytes and kept in the project's ``cache/``."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report, silent
from verify_app.datasets.composition.candidates import Candidate, Pool
from verify_app.datasets.files.worker_pool import parts
from verify_app.imaging.perceptual_hash import turning_hash
from verify_app.imaging.reading.header import read_bytes
from verify_app.imaging.reading.picture import open_rgb

KEPT = "looks-2.bin"
"""In ``cache/``: it may be removed at any time and is made again. Records of digest, whether there is a hash, hash."""

_RECORD = np.dtype([("sha256", "V32"), ("there", "?"), ("look", ">u8")])
_SIDE = 256
"""Pixels of the longer side: from a picture decoded smaller, weak frequencies differ from one encoding to the next."""
_GREY_SIDE = 32
_PLAIN = 3.0
"""Grey levels (standard deviation) below which a picture is a plain surface, which looks like any other."""
_BATCH = 256
_THREADS = min(4, os.cpu_count() or 1)


def with_looks(
    pool: Pool,
    cache: Path,
    *,
    keep: bool = True,
    files: Mapping[str, Sequence[Path]] | None = None,
    report: Report = silent,
) -> Pool:
    """The pool with the hash of each usable candidate, and of what has a place without being a candidate.

    What is written beside an assignment is taken as it is; `cache` only saves making hashes again. Without `keep`
    nothing is written to it.

    Parameters
    ----------
    files : mapping of SHA-256 to files
        Where bytes may lie that are no candidates; a file is looked at when its digest is still that one.
    """
    stored = {c.sha256: c.look for c in pool.candidates if c.look is not None}
    stored |= {k.sha256: k.look for k in pool.kin if k.look is not None}
    usable = {c.sha256: c.file for c in pool.candidates if c.problem is None}
    known = {**read(cache), **stored, **pool.looks}
    missing = {sha256: file for sha256, file in sorted(usable.items()) if sha256 not in known}
    for sha256 in sorted(k.sha256 for k in pool.kin if k.sha256 not in known):
        there = next((file for file in (files or {}).get(sha256, ()) if _has(file, sha256)), None)
        if there is not None:
            missing[sha256] = there
    known |= _make(missing, cache if keep else None, report)
    return replace(
        pool,
        candidates=tuple(_with(c, known.get(c.sha256)) for c in pool.candidates),
        kin=tuple(replace(k, look=known.get(k.sha256)) for k in pool.kin),
        looks={one: known[one] for one in {*usable, *(k.sha256 for k in pool.kin)} if one in known},
    )


def _with(candidate: Candidate, look: int | None) -> Candidate:
    return candidate if look is None else replace(candidate, look=look)


def _has(file: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(read_bytes(file)).hexdigest() == sha256
    except (UserError, OSError, ValueError):
        return False


def look_of(file: Path) -> int | None:
    """The hash of a picture; None when it cannot be opened or is a plain surface."""
    try:
        image = open_rgb(file, at_most=_SIDE).image
    except UserError:
        return None
    grey = np.asarray(image.convert("L").resize((_GREY_SIDE, _GREY_SIDE), Image.Resampling.BOX), dtype=float)
    return None if grey.std() < _PLAIN else turning_hash(image)


def read(cache: Path) -> dict[str, int | None]:
    """Hashes by SHA-256; what a cut-off write has left is passed over."""
    try:
        data = (cache / KEPT).read_bytes()
    except OSError:
        return {}
    rows = np.frombuffer(data[: len(data) // _RECORD.itemsize * _RECORD.itemsize], dtype=_RECORD)
    looks = zip(rows["there"].tolist(), rows["look"].tolist(), strict=True)
    digests = (digest.tobytes().hex() for digest in rows["sha256"])
    return {sha256: look if there else None for sha256, (there, look) in zip(digests, looks, strict=True)}


def _make(missing: Mapping[str, Path], cache: Path | None, report: Report) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    if not missing:
        return found
    if cache is not None:
        with suppress(OSError):
            cache.mkdir(exist_ok=True)
    with ThreadPoolExecutor(_THREADS) as threads:
        for some in parts(list(missing), _BATCH):
            report(Progress("export", len(found), len(missing), M("comparing pictures")))
            looks = dict(zip(some, threads.map(lambda sha256: look_of(missing[sha256]), some), strict=True))
            if cache is not None:
                _keep(looks, cache / KEPT)
            found |= looks
    return found


def _keep(looks: Mapping[str, int | None], file: Path) -> None:
    rows = np.zeros(len(looks), dtype=_RECORD)
    rows["sha256"] = np.array([bytes.fromhex(sha256) for sha256 in looks], dtype="V32")
    rows["there"] = [look is not None for look in looks.values()]
    rows["look"] = np.array([look or 0 for look in looks.values()], dtype=np.uint64)
    with suppress(OSError), file.open("ab") as out:  # a full disk costs time at the next export, no more
        whole = out.tell() // _RECORD.itemsize * _RECORD.itemsize
        if whole != out.tell():
            out.truncate(whole)
        out.write(rows.tobytes())
