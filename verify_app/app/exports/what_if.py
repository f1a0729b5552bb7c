"""What if: the project's verified labels and what was measured last, handed to the simulation; and what it forecast."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from verify_app.app.exports.forecasts import measured, verified_objects
from verify_app.app.exports.versions import receipt_of
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.simulation import SimulationResult, what_if
from verify_app.storage.queries.history import VersionRow, evaluations, forecasts, newest_evaluation, versions
from verify_app.storage.reader import Reader


def play(reader: Reader, real_share: Fraction, *, generations: int = 10, seed: int = 0) -> SimulationResult:
    """Simulate with the recall and precision of the model that was evaluated last.

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
    recall, precision = measured(evaluation["models"][-1])
    counts = verified_objects(pool.candidates, pool.classes)
    return what_if(counts, recall, precision, real_share=real_share, generations=generations, seed=seed)


def beside(reader: Reader) -> list[dict[str, Any]]:
    """Every forecast, oldest first, beside what happened: by class what was expected and what was measured later.

    Expected recall and precision are those that the simulation took to stay; measured are those of the newest model
    that was trained on the version and evaluated. An expected share of all objects has its band; measured is that in
    train of the version that followed. None where it has not come yet.
    """
    known = {v.name: v for v in versions(reader)}
    rows = []
    for name, said in forecasts(reader).items():
        model, recall, precision = _came_of(reader, name)
        following = next((v for v in known.values() if v.parent == known[name].id), None)
        shares = _shares(reader, following) if following else {}
        classes = {
            cls: {
                "recall": {"forecast": said["recall"].get(cls), "measured": recall.get(cls)},
                "precision": {"forecast": said["precision"].get(cls), "measured": precision.get(cls)},
                "share": {**band, "measured": shares.get(cls, 0.0) if following else None},
            }
            for cls, band in said["shares"].items()
        }
        rows.append(
            {"version": name, "model": model, "next_version": following.name if following else None, "classes": classes}
        )
    return rows


def _came_of(reader: Reader, version: str) -> tuple[str | None, dict[str, float], dict[str, float]]:
    trained = {m.sha256: m.name for m in reader.models() if m.version == version}
    for evaluation in reversed(evaluations(reader)):
        for one in reversed(evaluation["models"]):
            if one["sha256"] in trained:
                return trained[one["sha256"]], *measured(one)
    return None, {}, {}


def _shares(reader: Reader, version: VersionRow) -> dict[str, float]:
    try:
        receipt, _ = receipt_of(reader, version)
    except UserError:  # of a version from before, whose folder is gone
        return {}
    found = receipt.counts["classes"].get(Split.TRAIN.value, {})
    whole = sum(found.values())
    return {name.partition(" ")[2]: count / whole for name, count in found.items()}


def told(row: Mapping[str, Any]) -> list[str]:
    """One forecast beside what happened, in words: a line a class of which something has come."""
    lines: list[str] = []
    for cls, of in row["classes"].items():
        if of["recall"]["measured"] is not None and of["recall"]["forecast"] is not None:
            lines.append(
                M(
                    "{version}, {cls}: recall {expected:.2f} was expected, {measured:.2f} was measured with {model}.",
                    version=row["version"],
                    cls=cls,
                    expected=of["recall"]["forecast"],
                    measured=of["recall"]["measured"],
                    model=row["model"],
                )
            )
        if of["share"]["measured"] is not None:
            lines.append(
                M(
                    "{version}, {cls}: {low:.0%} to {high:.0%} of the objects were expected, {measured:.0%} came in "
                    "{next}.",
                    version=row["version"],
                    cls=cls,
                    low=of["share"]["low"],
                    high=of["share"]["high"],
                    measured=of["share"]["measured"],
                    next=row["next_version"],
                )
            )
    return lines
