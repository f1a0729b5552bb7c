"""What a detector does on a set that measures: the program's own validator, and the experiment's figures from it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.collapse import sources
from tests.benchmarks.collapse.figures import best_f1, ece, recall_at
from tests.benchmarks.collapse.sources import GOLD_EVEN, GOLD_NATURAL, VAL, Drawn, Source, even_picks, measuring
from verify_app.core.progress import silent
from verify_app.training.average_precision import ImageStats
from verify_app.training.gold import find, measure, objects_of, open_card
from verify_app.training.no_network import offline
from verify_app.training.scratch_mirror import mirror


@dataclass(frozen=True, slots=True)
class Sizes:
    """Scenes of each set that measures, and of what comes in."""

    first: int = 800
    new: int = 600
    val: int = 150
    even: int = 600
    natural: int = 300


def val_scenes(sizes: Sizes) -> list[Drawn]:
    """The set that picks epochs and the threshold; one for all arms and seeds."""
    return measuring(VAL, sizes.val)


def gold_scenes(source: Source, sizes: Sizes) -> Mapping[str, list[Drawn]]:
    """Gold of equal class odds, and natural gold; on no project's record and never trained on."""
    if source.picks:
        even = even_picks(source, GOLD_EVEN, sizes.even)
    else:
        even = measuring(GOLD_EVEN, sizes.even, even=True)
    return {"even": even, "natural": measuring(GOLD_NATURAL, sizes.natural)}


def laid_out(source: Source, sizes: Sizes, folder: Path) -> dict[str, Path]:
    """The sets on disk, drawn once: a folder in YOLO layout for each."""
    found = {}
    for name, drawn in {"val": val_scenes(sizes), **gold_scenes(source, sizes)}.items():
        root = folder / f"{name}-{len(drawn)}"
        found[name] = root
        if not (root / "data.yaml").exists():
            sources.write(source, drawn, root / "images" / "gold", root / "labels" / "gold")
            sources.data_yaml(root, source.names, val="images/gold")
    return found


def digest_of(root: Path) -> str:
    """Of every image and label of a set."""
    found = hashlib.sha256()
    for file in sorted(p for p in root.rglob("*") if p.suffix in (".png", ".txt")):
        found.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:16]


def seen(weights: Path, root: Path, names: Sequence[str], imgsz: int) -> list[ImageStats]:
    """What the validator found on each image of a set."""
    pairs = find(root)
    objects = objects_of(pairs, names)
    with tempfile.TemporaryDirectory(prefix="collapse-") as scratch, offline():
        with mirror({"val": pairs}, Path(scratch) / "mirror", names=names) as data:
            found = measure(
                weights, open_card(weights), data, objects=objects, imgsz=imgsz, device="cpu", report=silent
            )
        return [one for one in found.stats.values() if isinstance(one, ImageStats)]


def threshold_of(stats: Sequence[ImageStats]) -> float:
    """The rule for pseudo-labels: best F1 at IoU 0.5 over all classes together, to three digits, at least 0.05."""
    conf, right, _ = _flat(stats)
    objects = sum(len(one.target_cls) for one in stats)
    return max(0.05, round(best_f1(conf, right, objects), 3))


def figures_of(
    stats: Sequence[ImageStats], names: Sequence[str], tail: Sequence[int], threshold: float
) -> dict[str, Any]:
    """Figures of one model on one set."""
    from verify_app.training.average_precision import mean_ap, resampled_ap

    conf, right, cls = _flat(stats)
    targets = np.concatenate([one.target_cls for one in stats]).astype(int)
    counts = np.bincount(targets, minlength=len(names))
    recalls = {c: recall_at(conf[cls == c], right[cls == c], int(counts[c])) for c in range(len(names)) if counts[c]}
    ap = resampled_ap(stats, np.ones((1, len(stats)), np.int64), classes=len(names))
    sure = conf >= threshold
    return {
        "tail_recall": round(float(np.mean([recalls.get(c, 0.0) for c in tail])), 4) if tail else None,
        "recall": round(float(np.mean(list(recalls.values()))), 4),
        "map50_95": round(float(mean_ap(ap)[0]), 4),
        "map50": round(float(np.nanmean(ap[0, :, 0])), 4),
        "ece": round(ece(conf[sure], right[sure]), 4),
        "lost": [names[c] for c, r in recalls.items() if r == 0.0],
        "recall_by_class": {names[c]: round(r, 4) for c, r in recalls.items()},
        "objects": {names[c]: int(counts[c]) for c in range(len(names))},
    }


def _flat(stats: Sequence[ImageStats]) -> tuple[Any, Any, Any]:
    conf = np.concatenate([one.conf for one in stats]).astype(float)
    right = np.concatenate([one.tp[:, 0] for one in stats]).astype(bool)
    cls = np.concatenate([one.pred_cls for one in stats]).astype(int)
    return conf, right, cls
