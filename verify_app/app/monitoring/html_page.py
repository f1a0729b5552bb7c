"""A look as one file that a browser shows by itself: words first, then a small plot of each figure."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from html import escape
from itertools import groupby
from pathlib import Path

from verify_app.app.monitoring.results import ComparedSet, DriftLook, Metric, Point, Rate, Series, severity
from verify_app.app.monitoring.sentences import BY_CHANCE, LEGEND, RATE_HEADS, WORKLOAD, set_sentence, word
from verify_app.core.errors import UserError
from verify_app.core.messages import M, reason_of

_WIDE, _HIGH, _LEFT, _FOOT = 300, 130, 44, 22

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2530; --quiet: #5b6675; --line: #2563a8; --band: #c9d8ea; --bad: #c0341d;
 --some: #b56b00; --page: #ffffff; --card: #f5f7fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --quiet: #9aa6b5; --line: #7db3ee; --band: #2d415a;
 --bad: #ff8a70; --some: #f0b050; --page: #14181d; --card: #1d232b; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 1020px;
 margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin-top: 2em }
.alarm { color: var(--bad); font-weight: 600 } .notice { color: var(--some) } .quiet { color: var(--quiet) }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 14px }
figure { margin: 0; background: var(--card); border-radius: 6px; padding: 10px }
figcaption { font-size: 0.85em; min-height: 3em }
table { border-collapse: collapse; width: 100%; font-size: 0.9em } td, th { text-align: left; padding: 4px 10px 4px 0;
 border-bottom: 1px solid var(--band); vertical-align: top }
td.n, th.n { text-align: right }
svg text { fill: var(--quiet); font-size: 10px } .band { fill: var(--band) }
.path { fill: none; stroke: var(--line); stroke-width: 1.5 } .dot { fill: var(--line) }
.dot.notice { fill: var(--some) } .dot.alarm { fill: var(--bad) }
"""

Say = Callable[[str], str]


def write_page(found: DriftLook, out: Path, *, names: bool = False, say: Say = str, title: str = "") -> None:
    """Write it, whole or not at all.

    Parameters
    ----------
    names : bool
        Name sources, which are called as their folders are; else they are numbered.
    say : callable
        Says a message in the reader's language.

    Raises
    ------
    UserError
        When it cannot be written.
    """
    text = page(found if names else without_names(found), say=say, title=title)
    try:
        handle, part = tempfile.mkstemp(dir=out.absolute().parent, prefix=".monitor-", suffix=".part")
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        Path(part).chmod(0o644)
        Path(part).replace(out)
    except OSError as error:
        with suppress(OSError):
            Path(part).unlink()
        raise _unwritable(out, error) from error


def _unwritable(out: Path, error: OSError) -> UserError:
    return UserError(M("{file} cannot be written: {reason}.", file=out, reason=reason_of(error)))


def without_names(found: DriftLook) -> DriftLook:
    """The look with sources numbered."""
    other: dict[str, str] = {}
    compared: list[ComparedSet] = []
    for one in found.compared:
        if one.kind != "source":
            compared.append(one)
            continue
        number = str(1 + sum(before.kind == "source" for before in compared))
        noticed, alarmed = ([m.name for m in one.metrics if getattr(m, which)] for which in ("notice", "alarm"))
        needs = next((m.needs for m in one.metrics if m.needs), None)
        other[one.sentence] = set_sentence("source", number, noticed, alarmed, needs)
        compared.append(replace(one, name=number, sentence=other[one.sentence]))
    said = [tuple(other.get(text, text) for text in texts) for texts in (found.alarms, found.headline)]
    return replace(found, compared=tuple(compared), alarms=said[0], headline=said[1])


def page(found: DriftLook, *, say: Say = str, title: str = "") -> str:
    """The page's text: HTML with its style and plots inside, nothing from anywhere else."""
    heading = title or M("Monitor")
    parts = [
        "<!doctype html>",
        '<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{_text(heading, say)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_text(heading, say)}</h1>",
        *_words(found, say),
        *_plots(found.series, say),
        *_table(found.compared, say),
        *_rates(found.rates, say),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _text(message: str, say: Say) -> str:
    return escape(say(message))


def _words(found: DriftLook, say: Say) -> Iterable[str]:
    if found.reference is not None:
        yield f'<p class="quiet">{_text(M("Compared with {name}.", name=found.reference), say)}</p>'
    alarms = set(found.alarms)
    nothing = (M("Nothing has drifted, as far as chance lets one tell."),) if found.reference is not None else ()
    said = found.headline or nothing
    yield "<ul>"
    for one in said:
        kind = ' class="alarm"' if one in alarms else ' class="notice"' if found.headline else ""
        yield f"<li{kind}>{_text(one, say)}</li>"
    yield "</ul>"
    yield from (f'<p class="quiet">{_text(one, say)}</p>' for one in (*found.notes, LEGEND))


# --- plots ------------------------------------------------------------------------------------------------

_HEADS = {
    "models": M("Models"),
    "version": M("Versions as a whole"),
    "added": M("What versions added"),
}


def _plots(series: Sequence[Series], say: Say) -> Iterable[str]:
    ordered = sorted(series, key=lambda one: list(_HEADS).index(_part(one)))
    for part, some in groupby(ordered, key=_part):
        yield f"<h2>{_text(_HEADS[part], say)}</h2>"
        yield '<div class="plots">'
        for one in sorted(some, key=lambda s: -severity(s)):
            yield _figure(one, say)
        yield "</div>"


def _part(one: Series) -> str:
    return "models" if one.along == "models" else one.subject


def _figure(one: Series, say: Say) -> str:
    last = one.points[-1]
    kind = "alarm" if last.alarm else "notice" if last.notice else ""
    name = word(f"{one.name}:{one.subject}" if one.along == "models" and one.subject else one.name)
    caption = _text(one.sentence or name, say)
    return f'<figure>{plot(one.points, _text(name, say))}<figcaption class="{kind}">{caption}</figcaption></figure>'


def plot(points: Sequence[Point], name: str) -> str:
    """A figure over generations as SVG: the band behind, the line, a dot for each; `name` is escaped already."""
    ends = [end for p in points for end in (p.value, *(p.band or ()))]
    low, high = min(ends), max(ends)
    room = (high - low) * 0.08 or max(abs(high), 1e-3) * 0.1
    low, high = low - room, high + room
    wide, tall = _WIDE - _LEFT - 8, _HIGH - _FOOT - 6

    def x(place: int) -> float:
        return _LEFT + wide * ((place + 0.5) / len(points))

    def y(value: float) -> float:
        return float(6 + tall * (high - value) / (high - low))

    half = wide / len(points) / 2
    parts = [f'<svg viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{name}"><title>{name}</title>']
    for place, p in enumerate(points):
        if p.band is not None:
            top = y(p.band[1])
            parts.append(
                f'<rect class="band" x="{x(place) - half:.1f}" y="{top:.1f}" width="{2 * half:.1f}" '
                f'height="{max(y(p.band[0]) - top, 1):.1f}"/>'
            )
    line = " ".join(f"{x(place):.1f},{y(p.value):.1f}" for place, p in enumerate(points))
    parts.append(f'<polyline class="path" points="{line}"/>')
    for place, p in enumerate(points):
        kind = "alarm" if p.alarm else "notice" if p.notice else ""
        said = f"{escape(p.at)}: {p.value:.3g} (n = {p.n})"
        where = f'cx="{x(place):.1f}" cy="{y(p.value):.1f}"'
        parts.append(f'<circle class="dot {kind}" {where} r="4"><title>{said}</title></circle>')
    parts += [f'<text x="2" y="{y(v) + 3:.1f}">{_short(v)}</text>' for v in (low + room, high - room)]
    for place in sorted({0, len(points) - 1}):
        anchor = "middle" if len(points) == 1 else "start" if place == 0 else "end"
        at = x(place) if len(points) == 1 else _LEFT if place == 0 else _WIDE - 8
        label = escape(points[place].at[:22])
        parts.append(f'<text x="{at:.1f}" y="{_HIGH - 6}" text-anchor="{anchor}">{label}</text>')
    return "".join(parts) + "</svg>"


def _short(value: float) -> str:
    return f"{0.0 if abs(value) < 1e-6 else value:.3g}"


# --- tables -----------------------------------------------------------------------------------------------


def _table(compared: Sequence[ComparedSet], say: Say) -> Iterable[str]:
    rows = [one for one in compared if one.kind in ("fresh", "source", "predictions")]
    if not rows:
        return
    yield f"<h2>{_text(M('As it is now'), say)}</h2>"
    heads = (M("What"), M("Images"), M("What is unusual"))
    yield "<table><tr>" + "".join(f"<th>{_text(head, say)}</th>" for head in heads) + "</tr>"
    for one in rows:
        unusual: Iterable[Metric] = one.noticed
        found = "<br>".join(_text(m.sentence, say) for m in unusual) or "–"
        yield f'<tr><td>{_text(one.sentence, say)}</td><td class="n">{one.n}</td><td>{found}</td></tr>'
    yield "</table>"


def _rates(rates: Sequence[Rate], say: Say) -> Iterable[str]:
    for chance in (True, False):
        rows = [one for one in rates if one.chance is chance]
        if not rows:
            continue
        head = BY_CHANCE if chance else WORKLOAD
        yield f"<h2>{_text(head, say)}</h2><table><tr>"
        yield "".join(f"<th>{_text(one, say)}</th>" for one in RATE_HEADS.values()) + "</tr>"
        for row in rows:
            cells = (f"<td>{escape(str(getattr(row, name)))}</td>" for name in RATE_HEADS)
            yield "<tr>" + "".join(cells) + "</tr>"
        yield "</table>"
