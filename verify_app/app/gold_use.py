"""How often the gold images were asked, and what was changed on them by those who had seen a model's answer."""

from __future__ import annotations

from collections import Counter
from typing import Any

from verify_app.core.messages import M
from verify_app.core.records import ModelInfo
from verify_app.storage.queries import gold_history
from verify_app.storage.reader import Reader

MANY_USES = 5
"""Beyond so many uses in one generation, choosing by the same gold images fits the choice to them (Dwork et al. 2015,
*The reusable holdout*, Science 349:636)."""

LISTED = 10
"""No more of the corrected gold labels are named in text."""


def generation_of(models: list[ModelInfo]) -> int:
    """The generation that a choice between models belongs to: the highest round among them."""
    return max((m.round for m in models), default=0)


def uses(reader: Reader) -> Counter[int]:
    """How often models were measured on gold, by generation.

    The same models on the same gold images say the same again, which is recorded once and counts once.
    """
    rounds = {m.sha256: m.round for m in reader.models()}
    return Counter(max((rounds.get(one, 0) for one in said), default=0) for said in gold_history.measured(reader))


def note(generation: int, count: int) -> str:
    """What to know of so many uses; empty while it is no matter."""
    if count <= MANY_USES:
        return ""
    return M(
        "The gold images have been used {n} times in generation {generation}. Models chosen by the same images again "
        "and again fit these images, and look better than they are: verify new gold before you choose once more.",
        n=count,
        generation=generation,
    )


def told(reader: Reader, models: list[ModelInfo]) -> dict[str, Any]:
    """What an evaluation of models says of its gold images, as a plain object."""
    generation = generation_of(models)
    count = uses(reader)[generation]
    return {
        "generation": generation,
        "gold_uses": count,
        "gold_note": note(generation, count),
        "corrected": [one._asdict() for one in gold_history.corrected(reader)],
    }


def lines(said: dict[str, Any]) -> list[str]:
    """The same in words."""
    found = [said["gold_note"]] if said["gold_note"] else []
    rows = said["corrected"]
    for row in rows[:LISTED]:
        given = {"image": row["image"], "by": row["by"], "cls": row["cls"]}
        if row["now"] is None:
            found.append(M("{image}: {by} removed a gold label ({cls}) after a model's answer was seen.", **given))
        elif row["was"] is None:
            found.append(M("{image}: {by} added a gold label ({cls}) after a model's answer was seen.", **given))
        else:
            found.append(
                M(
                    "{image}: {by} changed a gold label ({cls}) after a model's answer was seen; it was {was} and is "
                    "{now} now.",
                    was=row["was"],
                    now=row["now"],
                    **given,
                )
            )
    if len(rows) > LISTED:
        found.append(M("{n} more gold labels were changed so; --json lists them.", n=len(rows) - LISTED))
    return found
