"""What the monitor finds after each version, training and evaluation, put on record: the trend is this history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verify_app.app.monitoring.look import look
from verify_app.app.monitoring.results import DriftLook, Metric, rounded
from verify_app.app.monitoring.sentences import band_of, metric_sentence, word
from verify_app.app.session import Session
from verify_app.core.errors import Cancelled, UserError
from verify_app.core.messages import M, restore, templates
from verify_app.core.progress import Report, silent
from verify_app.core.vocabulary import LookKind
from verify_app.monitor.drift import DriftFound
from verify_app.storage.queries.monitor_looks import looks, put_look

NO_LOOK: Mapping[str, Any] = {"alarms": [], "problem": ""}
"""Where nothing is new."""


def record_look(session: Session, kind: LookKind, subject: str, *, report: Report = silent) -> DriftLook:
    """Look, and put on record what was found; what somebody asked for only when it is not what was found before."""
    found = look(session, report=report)
    summary = summary_of(found)
    if kind is LookKind.ASKED and any(one.summary == summary for one in looks(session.project.read)[-1:]):
        return found
    with session.project.transact(session.actor, "monitor") as tx:
        put_look(tx, kind, subject, summary)
    return found


def look_after(session: Session, kind: LookKind, subject: str, *, report: Report = silent) -> dict[str, Any]:
    """The same after something that is done and stands, whatever happens here.

    Returns
    -------
    dict
        For the result of the command: ``alarms`` (sentences), and ``problem``, why nothing was found; else empty.
    """
    try:
        found = record_look(session, kind, subject, report=report)
    except Cancelled:
        return {"alarms": [], "problem": M("The monitor was stopped; the rest is done.")}
    except UserError as error:
        return {"alarms": [], "problem": M("The monitor could not look: {reason}", reason=error)}
    except Exception as error:  # what is done stands, whatever is wrong here
        reason = f"{type(error).__name__}: {error}"[:200]
        return {"alarms": [], "problem": M("The monitor could not look: {reason}", reason=reason)}
    return {"alarms": list(found.alarms), "problem": ""}


def drifted(found: Mapping[str, Any]) -> list[str]:
    """What a person reads of a look that followed something else."""
    return [*(M("Drift: {sentence}", sentence=one) for one in found["alarms"]), *filter(None, [found["problem"]])]


_FIGURE = ("value", "band", "notice", "alarm", "needs")


def summary_of(found: DriftLook) -> dict[str, Any]:
    """What is kept of a look: figures, whose sentences follow from them, and the sentences that do not."""
    said: dict[str, Any] = {
        "reference": found.reference,
        "compared": [
            {
                "name": one.name,
                "kind": one.kind,
                "n": one.n,
                "sentence": one.sentence,
                "gone": list(one.gone),
                "figures": {m.name: _figure(m) for m in one.metrics},
            }
            for one in found.compared
        ],
        "alarms": list(found.alarms),
        "headline": list(found.headline),
        "rates": found.as_json()["rates"],
        "notes": list(found.notes),
    }
    return said | {"templates": templates(said)}


def _figure(one: Metric) -> list[Any]:
    band = None if one.band is None else [rounded(end) for end in one.band]
    return [rounded(one.value), band, int(one.notice), int(one.alarm), one.needs]


def restored(summary: Mapping[str, Any]) -> dict[str, Any]:
    """A look as ``--json`` prints it (`DriftLook.as_json`), without series, from what was kept of it."""
    said = dict(restore({k: v for k, v in summary.items() if k != "templates"}, summary.get("templates", {})))
    said["compared"] = [_with_sentences(one) for one in said.get("compared", ())]
    return said


def _with_sentences(one: Mapping[str, Any]) -> dict[str, Any]:
    if "figures" not in one:
        return dict(one)
    metrics = []
    for name, kept in one["figures"].items():
        figure = dict(zip(_FIGURE, kept, strict=True))
        band = None if figure["band"] is None else band_of(name, *figure["band"])
        gone = one["gone"] if name == "classes_gone" else ()
        alarm, notice = bool(figure["alarm"]), bool(figure["notice"])
        found = DriftFound(figure["value"], band)
        sentence = metric_sentence(name, found, alarm=alarm, needs=figure["needs"], gone=gone)
        more = {"name": name, "title": word(name), "notice": notice, "alarm": alarm, "sentence": sentence}
        metrics.append({**figure, **more})
    return {**{key: value for key, value in one.items() if key != "figures"}, "metrics": metrics}
