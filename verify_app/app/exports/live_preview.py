"""What an export would be, again and again: the project is looked at once, each policy then only composed under."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any, TypeVar

from verify_app.app.exports.export import composer, described
from verify_app.app.imports.files import touched
from verify_app.app.session import Session
from verify_app.core.errors import PolicyError
from verify_app.datasets.composition.candidates import Pool
from verify_app.datasets.composition.compose import Composer, Plan
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.files import hash_cache
from verify_app.datasets.policy.toml_file import parse_policy

MOST_KEPT = 8
"""So much is remembered of each kind: a slider goes back and forth."""

_Key = TypeVar("_Key")
_Made = TypeVar("_Made")


class Outline:
    """Answers for one project until it changes: what the same composer says that exports.

    Files are not opened. Where that may change the answer (a file was touched, or was never looked at for an export),
    the answer is that it is not known yet.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pools: dict[Fraction | None, tuple[Pool, bool]] = {}
        self._composers: dict[tuple[object, ...], Composer] = {}
        self._untouched: bool | None = None

    def forget(self) -> None:
        """The project is another than when it was looked at."""
        self._pools.clear()
        self._composers.clear()
        self._untouched = None

    def answer(self, text: str, *, split: str, seed: int) -> dict[str, Any] | None:
        """What `exporting.described` says of the plan under the policy in `text`, but for what to verify instead.

        None where there is no plan. ``certain`` is whether an export that opens the files says the same.

        Raises
        ------
        UsageError
            When the policy or the split is none.
        """
        policy = parse_policy(text)
        _, known = self._pool(policy.pseudo_conf)
        try:
            made = self._composer(policy.pseudo_conf, split, seed).plan(policy, advise=False)
        except PolicyError as error:
            if not isinstance(error.plan, Plan):
                return None
            made = error.plan
        return {**described(made), "outline": True, "certain": known and self._is_untouched()}

    def _composer(self, conf: Fraction | None, split: str, seed: int) -> Composer:
        def make() -> Composer:
            return composer(self._session, self._pool(conf)[0], split=split, seed=seed)

        return _kept(self._composers, (conf, split, seed), make)

    def _pool(self, conf: Fraction | None) -> tuple[Pool, bool]:
        """Without a look at the files: what pictures look like is what is known of it already. And whether it is."""

        def make() -> tuple[Pool, bool]:
            pool = read_pool(self._session.project.read, pseudo_conf=conf)
            known = {**hash_cache.read(self._session.folder / "cache"), **pool.looks}
            seen = tuple([replace(c, look=known[c.sha256]) if c.sha256 in known else c for c in pool.candidates])
            kin = tuple([replace(k, look=known[k.sha256]) if k.sha256 in known else k for k in pool.kin])
            certain = all(c.sha256 in known or c.look is not None for c in seen)
            return replace(pool, candidates=seen, kin=kin), certain

        return _kept(self._pools, conf, make)

    def _is_untouched(self) -> bool:
        if self._untouched is None:
            self._untouched = not touched(self._session.project.read)
        return self._untouched


def _kept(store: dict[_Key, _Made], key: _Key, make: Callable[[], _Made]) -> _Made:
    if key not in store:
        while len(store) >= MOST_KEPT:
            store.pop(next(iter(store)))
        store[key] = make()
    return store[key]
