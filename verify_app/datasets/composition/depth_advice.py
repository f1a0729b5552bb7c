"""What it costs that labels of too deep a model stay out, and what helps, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verify_app.core.counted import counted
from verify_app.core.messages import M
from verify_app.datasets.composition.candidates import Candidate, Pool, PoolModel
from verify_app.datasets.composition.placement import DEPTH, LeftOut, depth_of


def left_for_depth(out: Iterable[LeftOut], candidates: Sequence[Candidate], pool: Pool, allowed: int) -> list[str]:
    """The sentence, when something is left out for its depth; nothing else.

    Parameters
    ----------
    candidates : sequence of Candidate
        Distinct ones, with those that are left out.
    allowed : int
        The depth that the policy binds.
    """
    gone = {x.sha256 for x in out if x.reason == DEPTH}
    if not gone:
        return []
    unverified = [c for c in candidates if not c.rv and not c.gold]
    deep = [c for c in unverified if c.sha256 in gone]
    by = _deepest(deep, pool.models)
    better = _shallower(pool.models, allowed)
    given = {
        "images": counted(len(deep), "image"),
        "objects": counted(sum(len(c.labels) for c in deep), "object"),
        "all": len(unverified),
        "model": by.name,
        "depth": by.depth,
        "allowed": allowed,
    }
    if better is None:
        return [
            M(
                "Left out for depth: {images} with {objects}, of {all} that nobody verified, labelled by {model} of "
                "depth {depth}, where the policy allows {allowed}; to have all of them in, train a model on verified "
                "images alone and predict them again with it, or verify {images}.",
                **given,
            )
        ]
    return [
        M(
            "Left out for depth: {images} with {objects}, of {all} that nobody verified, labelled by {model} of depth "
            "{depth}, where the policy allows {allowed}; to have all of them in, predict them again with {better} "
            "(depth {less}), or verify {images}.",
            **given,
            better=better.name,
            less=better.depth,
        )
    ]


def _deepest(deep: Sequence[Candidate], models: Sequence[PoolModel]) -> PoolModel:
    """The model behind the labels of most depth."""
    depths = {model.sha256: model.depth for model in models}
    most = max(depth_of(c, depths) for c in deep)
    behind = {m for c in deep for label in c.labels for m in label.models}
    return next(model for model in reversed(models) if model.sha256 in behind and model.depth == most)


def _shallower(models: Sequence[PoolModel], allowed: int) -> PoolModel | None:
    """The newest model of the project's own training whose labels the policy takes."""
    return next((m for m in reversed(models) if m.round > 0 and m.depth <= allowed), None)
