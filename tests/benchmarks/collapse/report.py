"""What the published lines say: a table, the primary end, and what became of each prediction. No line is left out.

python -m tests.benchmarks.collapse.report [--file results/level1.jsonl] [--figure FILE.svg]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from tests.benchmarks.collapse.chain import ZERO
from tests.benchmarks.collapse.results import FOLDER, Results
from tests.benchmarks.collapse.sources import GENERATIONS

Tails = dict[str, dict[int, dict[int, float]]]
"""Tail recall on gold with equal class odds, by arm, generation and data seed."""
EQUIVALENT = 0.05
COLOURS = {
    "gate 50": "#1a7f37",
    "fixed size": "#bf8700",
    "replace": "#cf222e",
    "verified only": "#0969da",
    "real only": "#57606a",
}


def tails_of(lines: Sequence[Mapping[str, Any]]) -> Tails:
    """Generation 0 stands under its own name; of several trainings of one seed the first counts."""
    found: Tails = defaultdict(lambda: defaultdict(dict))
    for line in lines:
        if line["training_seed"] == 0:
            place = found[line["arm"]][line["generation"]]
            place.setdefault(line["seed"], line["figures"]["even"]["tail_recall"])
    return found


def noise_of(lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How far trainings of the same generation 0 lie apart that differ in their seed alone."""
    values: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        if line["arm"] == ZERO:
            values[line["seed"]].append(line["figures"]["even"]["tail_recall"])
    seed, most = max(values.items(), key=lambda pair: len(pair[1]), default=(0, []))
    return {"seed": seed, "values": most, "sd": round(stdev(most), 4) if len(most) > 1 else None}


def paired(one: Mapping[int, float], two: Mapping[int, float], level: float) -> dict[str, Any]:
    """One minus two over the data seeds that both have, with its t interval."""
    from scipy.stats import t

    seeds = sorted(set(one) & set(two))
    differences = [one[s] - two[s] for s in seeds]
    found: dict[str, Any] = {"by_seed": {s: round(d, 4) for s, d in zip(seeds, differences, strict=True)}}
    if len(seeds) > 1:
        middle, error = mean(differences), stdev(differences) / len(seeds) ** 0.5
        half = float(t.ppf(0.5 + level / 2, len(seeds) - 1)) * error
        p = 2 * float(t.sf(abs(middle) / error, len(seeds) - 1)) if error else float(middle == 0)
        found |= {"mean": round(middle, 4), "low": round(middle - half, 4), "high": round(middle + half, 4)}
        found |= {"interval": level, "p": round(p, 4)}
    return found


def judged(ratios: Sequence[float], *, above: float | None = None, below: float | None = None, seeds: int = 3) -> str:
    """What became of a prediction: held or failed where the mean and every seed agree and all seeds are there."""
    if len(ratios) < seeds:
        return "undecided (not whole yet)"
    sides = [r >= above if above is not None else r <= (below or 0.0) for r in (*ratios, mean(ratios))]
    return "held" if all(sides) else "undecided" if any(sides) else "failed"


def predictions(tails: Tails) -> dict[str, dict[str, Any]]:
    """Each of the protocol's, with what it goes by."""
    first, last = tails[ZERO][0], GENERATIONS

    def kept(arm: str) -> list[float]:
        then = tails[arm][last]
        return [then[s] / first[s] for s in sorted(then) if first.get(s)]

    def lead(generation: int) -> list[float]:
        gate, verified = tails["gate 50"][generation], tails["verified only"][generation]
        return [verified[s] - gate[s] for s in sorted(set(gate) & set(verified))]

    below = [judged(lead(g), below=-1e-9) for g in (3, 5)]
    return {
        "gate 50 keeps at least 0.95": {"kept": kept("gate 50"), "is": judged(kept("gate 50"), above=0.95)},
        "fixed size loses at least 15 %": {"kept": kept("fixed size"), "is": judged(kept("fixed size"), below=0.85)},
        "replace loses at least 30 %": {"kept": kept("replace"), "is": judged(kept("replace"), below=0.70)},
        "verified only lies below gate 50": {
            "difference": {g: lead(g) for g in (3, 5)},
            "is": below[0] if below[0] == below[1] else "undecided",
        },
    }


def report(lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Everything the protocol asks for that lines of level 1 can tell."""
    tails = tails_of(lines)
    against = paired(tails["gate 50"][GENERATIONS], tails["real only"][GENERATIONS], 0.9)
    if "low" in against:
        against["equivalent"] = against["low"] >= -EQUIVALENT and against["high"] <= EQUIVALENT
    return {
        "lines": len(lines),
        "tail_recall": {
            arm: {g: dict(sorted(by.items())) for g, by in sorted(gs.items())} for arm, gs in tails.items()
        },
        "primary: gate 50 minus fixed size": paired(
            tails["gate 50"][GENERATIONS], tails["fixed size"][GENERATIONS], 0.95
        ),
        "gate 50 minus real only": against,
        "noise of the training seed": noise_of(lines),
        "predictions": predictions(tails),
    }


def figure(tails: Tails) -> str:
    """Tail recall by generation as SVG: a line for each arm through its means, a dot for each data seed."""
    width, height, left, top, step, rise = 640, 360, 56, 24, 84, 280

    def at(generation: int, value: float) -> tuple[float, float]:
        return left + generation * step, top + rise * (1 - value)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
             f'font-size="12"><rect width="{width}" height="{height}" fill="white"/>']  # fmt: skip
    for tenth in range(0, 11, 2):
        x, y = at(0, tenth / 10)
        parts.append(f'<path d="M{x} {y}h{step * GENERATIONS}" stroke="#d0d7de"/>')
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{tenth / 10:g}</text>')
    for generation in range(GENERATIONS + 1):
        x, y = at(generation, 0)
        parts.append(f'<text x="{x}" y="{y + 18}" text-anchor="middle">{generation}</text>')
    parts.append(f'<text x="{left}" y="{height - 14}">generation; tail recall at precision 0.8 on gold</text>')
    for place, (arm, colour) in enumerate(COLOURS.items()):
        points = {0: tails[ZERO][0], **tails[arm]}
        ways = [at(g, mean(by.values())) for g, by in sorted(points.items()) if by]
        route = " ".join(f"{x:.1f},{y:.1f}" for x, y in ways)
        parts.append(f'<polyline points="{route}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for g, by in points.items():
            dots = [at(g, value) for value in by.values()]
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>' for x, y in dots]
        x, y = left + step * GENERATIONS + 14, top + 20 * place + 10
        parts.append(f'<text x="{x}" y="{y}" fill="{colour}">{arm}</text>')
    return "\n".join([*parts, "</svg>\n"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=FOLDER / "level1.jsonl")
    parser.add_argument("--figure", type=Path)
    asked = parser.parse_args()
    lines = list(Results(asked.file).lines())
    print(json.dumps(report(lines), indent=1))
    if asked.figure:
        asked.figure.write_text(figure(tails_of(lines)))


if __name__ == "__main__":
    main()
