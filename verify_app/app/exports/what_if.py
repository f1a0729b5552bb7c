"""What if: the project's verified labels and the recall measured last, handed to the simulation."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.datasets.composition.byte_duplicates import merge
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.simulation import WhatIf, what_if
from verify_app.storage.queries.history import newest_evaluation
from verify_app.storage.reader import Reader


def play(reader: Reader, real_share: Fraction, *, generations: int = 10, seed: int = 0) -> WhatIf:
    """Simulate with the recall of the model that was evaluated last.

    Raises
    ------
    UserError
        When no model was evaluated yet, or nothing is verified.
    """
    evaluation = newest_evaluation(reader)
    if evaluation is None:
        raise UserError(
            M("No recall was measured yet: reserve gold images, verify them, and run `verify-app evaluate` first.")
        )
    pool = read_pool(reader)
    merged, _ = merge(pool.candidates)
    counts = Counter(pool.classes[x.index] for c in merged if c.rv for x in c.labels if x.index >= 0)
    classes = evaluation["models"][-1]["classes"]
    recall = {
        name: float(of["recall"]) for name, of in classes.items() if of.get("objects") and of.get("recall") is not None
    }
    ordered = {name: counts[name] for name in pool.classes}
    return what_if(ordered, recall, real_share=real_share, generations=generations, seed=seed)
