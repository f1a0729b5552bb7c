"""Ours over the faster peer's, row by row: the median over repetitions of ratios within one repetition.

python tests/benchmarks/peers/report.py RESULTS
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

OURS, PEERS, BARE = "verify", ("labelme", "xany"), "bare"
FRAME_MS = 1000 / 60


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Parameters
    ----------
    wall, cpu : str
        Where the figures are in a result; no `cpu` where there is none.
    most : float, optional
        Ours may be so much of the faster peer's.
    limit : float, optional
        Ours may be so much, in `unit`.
    """

    name: str
    scenario: str
    wall: str
    cpu: str = ""
    unit: str = "ms"
    most: float | None = None
    limit: float | None = None
    times: float = 1.0


def _step(scenario: str, name: str, key: str, *, most: float, limit: float | None = None) -> Row:
    return Row(name, scenario, f"{key}.wall.median", f"{key}.cpu.median", most=most, limit=limit)


ROWS = (
    Row("start with the folder, to its first picture", "open", "start.painted.wall", "start.painted.cpu", "s"),
    Row("start with the folder, to usable", "open", "start.usable.wall", "start.usable.cpu", "s", most=1 / 2),
    Row("memory with the folder open", "open", "start.memory_mb", unit="MB"),
    Row("next image after a look, median", "open", "next.wall.median", "next.cpu.median", most=1 / 2),
    Row("next image after a look, p95", "open", "next.wall.p95", "next.cpu.p95", most=1 / 2),
    Row("next image, key held, median", "open", "next_held.wall.median", "next_held.cpu.median", most=1 / 2),
    Row("next image, key held, p95", "open", "next_held.wall.p95", "next_held.cpu.p95", most=1 / 2),
    Row("next image, key held, all the work", "open", "next_held.idle.median", "next_held.idle_cpu.median"),
    Row("96 MP: first paint", "big", "open.wall", "open.cpu", "s", most=1 / 3),
    _step("big", "96 MP: zoom step", "zoom", most=1 / 4),
    _step("big", "96 MP: pan step", "pan", most=1 / 4),
    Row("96 MP: peak memory", "big", "peak_mb", unit="MB", most=1 / 2),
    Row("96 MP: sharp after the last zoom step", "big", "sharp_after_s", unit="s"),
    Row("polygons: open, to painted", "poly", "open.wall", "open.cpu", "s"),
    _step("poly", "polygons: pan step", "pan", most=1 / 10, limit=FRAME_MS),
    _step("poly", "polygons: zoom step", "zoom", most=1 / 10, limit=FRAME_MS),
    _step("poly", "polygons: drag step", "drag", most=1 / 10, limit=FRAME_MS),
    Row("polygons: sharp after the last zoom step", "poly", "sharp_after_s", unit="ms", limit=200.0, times=1e3),
    Row("polygons: select one", "poly", "select.wall", "select.cpu", times=1e3),
    Row("polygons: release, saved and shown", "poly", "release.wall", "release.cpu", times=1e3),
    Row("polygons: save one edit", "poly", "save.wall.median", "save.cpu.median"),
)
FEW = "poly20"
SAME_MOST = 1.25
"""What "the same" is for a duration on a shared machine."""


def read(folder: Path) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Application → scenario → results in the order of the repetitions; failed runs are left out."""
    runs: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for file in sorted(folder.glob("*.json")):
        application, scenario, repetition = file.stem.rsplit("-", 2)
        result = json.loads(file.read_text(encoding="utf-8"))
        if repetition.isdigit() and not result.get("error"):
            runs.setdefault(scenario, {}).setdefault(application, []).append(result)
    return runs


def value(result: dict[str, Any], path: str) -> float | None:
    found: Any = result
    for key in path.split(".") if path else ():
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, int | float) else None


def ratio(runs: dict[str, list[dict[str, Any]]], path: str) -> float | None:
    """The median over repetitions of ours over the faster peer's; None where one of them is missing."""
    found = []
    for number, ours in enumerate(runs.get(OURS, [])):
        mine = value(ours, path)
        theirs = [value(runs[peer][number], path) for peer in PEERS if len(runs.get(peer, [])) > number]
        known = [t for t in theirs if t is not None]
        if mine is not None and known and min(known) > 0:
            found.append(mine / min(known))
    return median(found) if found else None


def _middle(results: list[dict[str, Any]], path: str, times: float) -> float | None:
    known = [v for v in (value(r, path) for r in results) if v is not None]
    return round(median(known) * times, 3) if path and known else None


def _line(row: Row, scenario: str, runs: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    line: dict[str, Any] = {"row": row.name, "scenario": scenario, "unit": row.unit}
    for application in (OURS, *PEERS, BARE):
        line[application] = _middle(runs.get(application, []), row.wall, row.times)
        if row.cpu:
            line[f"{application}_cpu"] = _middle(runs.get(application, []), row.cpu, row.times)
    line["ratio"] = ratio(runs, row.wall)
    line["ratio_cpu"] = ratio(runs, row.cpu) if row.cpu else None
    kept = []
    if scenario == FEW:
        return line
    if row.most is not None:
        line["most"] = round(row.most, 3)
        kept.append(line["ratio"] is not None and line["ratio"] <= row.most)
    if row.limit is not None:
        line["limit"] = round(row.limit, 1)
        kept.append(line[OURS] is not None and line[OURS] <= row.limit)
    if kept:
        line["kept"] = all(kept)
    return line


def table(folder: Path) -> dict[str, Any]:
    """Every row of every scenario that was run, with its target and whether it is kept."""
    runs = read(folder)
    lines = [
        _line(row, scenario, found)
        for scenario, found in sorted(runs.items())
        for row in ROWS
        if scenario.startswith(row.scenario) and any(value(r, row.wall) is not None for r in found.get(OURS, []))
    ]
    return {
        "rows": lines,
        "save": _same(runs),
        "repetitions": {s: {a: len(r) for a, r in f.items()} for s, f in runs.items()},
    }


def _same(runs: dict[str, dict[str, list[dict[str, Any]]]]) -> dict[str, Any]:
    """Saving one edit among many polygons over saving one among 20."""
    few, many = runs.get(FEW, {}), [s for s in runs if s.startswith("poly") and s != FEW]
    found: dict[str, Any] = {"most": SAME_MOST}
    for scenario in many:
        for application in (OURS, *PEERS):
            pairs = list(zip(runs[scenario].get(application, []), few.get(application, []), strict=False))
            for name, path in (("", "save.wall.median"), ("_cpu", "save.cpu.median")):
                ratios = [value(a, path) / value(b, path) for a, b in pairs]  # type: ignore[operator]
                if ratios:
                    found[f"{scenario}_over_{FEW}_{application}{name}"] = round(median(ratios), 2)
    return found


def markdown(found: dict[str, Any]) -> str:
    """The rows as a table; CPU time after the stroke."""
    lines = [
        "| scenario | measure | ours | labelme | X-AnyLabeling | bare widget | ours / faster (CPU) | target | |",
        "|" + "---|" * 9,
    ]
    for row in found["rows"]:
        cells = [_cell(row, application) for application in (OURS, *PEERS, BARE)]
        part = "–" if row["ratio"] is None else f"{row['ratio']:.3f}"
        if row["ratio_cpu"] is not None:
            part += f" ({row['ratio_cpu']:.3f})"
        target = " · ".join(
            text
            for text in (
                f"≤ {row['most']}" if "most" in row else "",
                f"≤ {row['limit']} {row['unit']}" if "limit" in row else "",
            )
            if text
        )
        kept = {None: "", True: "kept", False: "**missed**"}[row.get("kept")]
        lines.append(
            f"| {row['scenario']} | {row['row']} ({row['unit']}) | {' | '.join(cells)} | {part} | {target} | {kept} |"
        )
    lines += ["", f"Saving, many over 20: {json.dumps(found['save'])}"]
    return "\n".join(lines)


def _cell(row: dict[str, Any], application: str) -> str:
    shown, used = row[application], row.get(f"{application}_cpu")
    if shown is None:
        return "–"
    return f"{shown:,.4g}" + (f" / {used:,.4g}" if used is not None else "")


if __name__ == "__main__":
    print(markdown(table(Path(sys.argv[1]))))
