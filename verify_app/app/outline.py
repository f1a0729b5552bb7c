"""What an export would be, in outline, again and again: the project is looked at once, each question only counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from verify_app.app.exporting import parent_of
from verify_app.app.session import Session
from verify_app.datasets import looks
from verify_app.datasets.candidates import Pool
from verify_app.datasets.descent import ancestor_of
from verify_app.datasets.placing import FOR_SHARE
from verify_app.datasets.policy import Policy
from verify_app.datasets.policyfile import parse_policy
from verify_app.datasets.pool import read_pool
from verify_app.datasets.shares import Share
from verify_app.datasets.sketch import Ground, Sketch, ground, sketch
from verify_app.datasets.split import parse_ratio

MOST_KEPT = 8
"""So many grounds are remembered: a slider goes back and forth."""


class Outline:
    """Answers for one project until it changes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pools: dict[Fraction | None, Pool] = {}
        self._grounds: dict[tuple[object, ...], Ground] = {}

    def forget(self) -> None:
        """The project is another than when it was looked at."""
        self._pools.clear()
        self._grounds.clear()

    def answer(self, text: str, *, split: str, seed: int) -> dict[str, Any] | None:
        """The outline under the policy in `text`, as a plain object like `exporting.described`; None for none.

        Raises
        ------
        UsageError
            When the policy or the split is none.
        """
        policy = parse_policy(text)
        made = sketch(self._ground(policy, split, seed), policy)
        return None if made is None else outlined(made, policy)

    def _ground(self, policy: Policy, split: str, seed: int) -> Ground:
        key = (policy.pseudo_conf, policy.binding_depth, split, seed)
        if key not in self._grounds:
            before = parent_of(self._session)
            while len(self._grounds) >= MOST_KEPT:
                self._grounds.pop(next(iter(self._grounds)))
            self._grounds[key] = ground(
                self._pool(policy.pseudo_conf),
                parse_ratio(split),
                seed=seed,
                depth=policy.binding_depth,
                parent=ancestor_of(self._session.project.read, before) if before else None,
            )
        return self._grounds[key]

    def _pool(self, conf: Fraction | None) -> Pool:
        """Without a look at the files: what pictures look like is what is known of it already."""
        if conf not in self._pools:
            while len(self._pools) >= MOST_KEPT:
                self._pools.pop(next(iter(self._pools)))
            pool = read_pool(self._session.project.read, pseudo_conf=conf)
            known = looks.read(self._session.folder / "cache")
            seen = [replace(c, look=known[c.sha256]) if c.sha256 in known else c for c in pool.candidates]
            kin = [replace(k, look=known[k.sha256]) if k.sha256 in known else k for k in pool.kin]
            self._pools[conf] = replace(pool, candidates=tuple(seen), kin=tuple(kin))
        return self._pools[conf]


def outlined(made: Sketch, policy: Policy) -> dict[str, Any]:
    """An outline as a plain object: the part of `exporting.described` that is drawn."""
    reasons = {**made.out, **({FOR_SHARE: made.left} if made.left else {})}
    names = ("origins", "grades", "classes")
    tables: dict[str, dict[str, Any]] = {name: {} for name in names}
    for split, (origins, grades, classes) in made.splits.items():
        tables["origins"][split.value] = dict(origins)
        tables["grades"][split.value] = dict(grades)
        tables["classes"][split.value] = {made.classes[i]: n for i, n in sorted(classes.items())}
    return {
        "outline": True,
        "images": {split.value: count for split, count in made.counts.items()},
        "min_real_share": float(policy.min_real_share),
        "after": _shared(made.real),
        "objects": _shared(made.real_objects),
        "candidates": made.candidates,
        "composition": tables,
        "classes": [
            {"name": made.classes[i], "real_verified": s.part, "instances": s.whole, "share": _number(s)}
            for i, s in made.class_shares.items()
        ],
        "left_out": {"total": sum(reasons.values()), "by_reason": reasons},
    }


def _shared(share: Share) -> Mapping[str, Any]:
    return {"real_verified": share.part, "images": share.whole, "share": _number(share)}


def _number(share: Share) -> float | None:
    return None if share.fraction is None else round(float(share.fraction), 6)
