"""What the simulation forecasts as a version is exported, kept to be laid beside what comes of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from verify_app.core.errors import UserError
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.candidates import Candidate
from verify_app.datasets.simulation import what_if
from verify_app.storage.queries.history import newest_evaluation
from verify_app.storage.reader import Reader


def measured(model: Mapping[str, Any]) -> tuple[dict[str, float], dict[str, float]]:
    """Recall and precision of each class of a model, as an evaluation on record has them; old ones had no precision."""
    seen = {name: of for name, of in model["classes"].items() if of.get("objects")}
    recall, precision = (
        {name: float(of[what]) for name, of in seen.items() if of.get(what) is not None}
        for what in ("recall", "precision")
    )
    return recall, precision


def verified_objects(candidates: Iterable[Candidate], classes: Sequence[str]) -> dict[str, int]:
    """How many verified objects of each class there are, on distinct images."""
    merged, _ = merge(tuple(candidates))
    counts = Counter(classes[x.index] for c in merged if c.rv for x in c.labels if x.index >= 0)
    return {name: counts[name] for name in classes}


def forecast_text(
    reader: Reader, candidates: Iterable[Candidate], classes: Sequence[str], real_share: Fraction
) -> str | None:
    """What is forecast of the generation after a version of such a share, as JSON; None while nothing was measured."""
    evaluation = newest_evaluation(reader)
    if evaluation is None:
        return None
    recall, precision = measured(evaluation["models"][-1])
    try:
        found = what_if(verified_objects(candidates, classes), recall, precision, real_share=real_share, generations=1)
    except UserError:  # nothing was measured of what is verified
        return None
    size = sum(band.middle for band in found.generations[0].values())
    bands = {
        name: {"low": band.low / size, "middle": band.middle / size, "high": band.high / size}
        for name, band in found.generations[1].items()
    }
    kept = {"real_share": str(real_share), "recall": recall, "precision": precision, "shares": bands}
    return json.dumps({**kept, "model": evaluation["models"][-1]["sha256"]})
