"""What is known of how well somebody verifies: for their private page, `status`, `trust` and receipts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verify_app.app.session import Session
from verify_app.core.messages import M
from verify_app.core.records import Actor
from verify_app.core.trials.trials import ErrorKind
from verify_app.monitor import trust as measuring
from verify_app.monitor.attention import Bin, Dependence, Pace, dependence, pace
from verify_app.monitor.trust import CatchRate, Result
from verify_app.storage.queries import trials as stored
from verify_app.storage.queries.trials import BlindTally
from verify_app.storage.reader import Reader

NEWEST = 5000
"""Pace and accept rates are those of so many of the newest decisions: how somebody works now."""

_REMEMBERED = 200
"""What came before so many trials has no bearing on whether somebody looks now."""

DECISIONS = frozenset(
    (
        "accept",
        "correct",
        "reject",
        "fix_later",
        "draw",
        "paste",
        "cut",
        "join",
        "edit",
        "delete",
        "complete",
        "empty",
        "classify",
        "settle",
    )
)
"""Operations that count as decisions on an image."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A quiet word to somebody whose answers no longer depend on what is shown. `missed`: trials in a row."""

    reviewer: str
    missed: int

    def __str__(self) -> str:
        if self.missed == 1:
            return M(
                "The last altered image passed as shown. Take a break, or look again at what you completed just now."
            )
        return M(
            "The last {n} altered images passed as shown. Take a break, or look again at what you completed just now.",
            n=self.missed,
        )


@dataclass(frozen=True, slots=True)
class Catching:
    """What one reviewer catches.

    Parameters
    ----------
    catch : CatchRate
        Over all kinds of error; `by_error` each for itself.
    false_alarms : CatchRate
        Of the objects on honeypots that were right, those refused.
    undecided : int
        Honeypots flagged as unsure or left without a decision on what was altered; in none of the rates.
    """

    actor: Actor
    catch: CatchRate
    by_error: Mapping[ErrorKind, CatchRate]
    false_alarms: CatchRate
    undecided: int
    blind: BlindTally


@dataclass(frozen=True, slots=True)
class ReviewerTrust(Catching):
    """The same, and how they work: what the private page of a reviewer shows."""

    pace: Pace
    dependence: Dependence
    notice: Notice | None


def trust_of(session: Session, reviewer: str | None = None) -> ReviewerTrust:
    """What is known of a reviewer; by default of the one at work. Of others only what people did, nothing simulated."""
    return trust_in(session.project.read, session.actor if reviewer is None else Actor(reviewer))


def trust_in(read: Reader, actor: Actor) -> ReviewerTrust:
    """The same over any reader."""
    caught = catching(read, actor)
    results = _results(stored.answers(read, actor))
    acts = stored.acts(read, actor, DECISIONS, most=NEWEST)
    verdicts = stored.verdicts(read, actor, most=NEWEST)
    return ReviewerTrust(
        actor=actor,
        catch=caught.catch,
        by_error=caught.by_error,
        false_alarms=caught.false_alarms,
        undecided=caught.undecided,
        blind=caught.blind,
        pace=pace([act.image_id for act in acts], [act.ms for act in acts]),
        dependence=dependence([conf for conf, _ in verdicts], [accepted for _, accepted in verdicts]),
        notice=_notice(actor, results[-_REMEMBERED:]),
    )


def catching(read: Reader, actor: Actor) -> Catching:
    """What a reviewer catches, without how they work: quick, for `status` and receipts."""
    answers = stored.answers(read, actor)
    results = _results(answers)
    return Catching(
        actor=actor,
        catch=measuring.catch_rate(results),
        by_error=measuring.catch_rates(results),
        false_alarms=measuring.false_alarm_rate(results),
        undecided=len(answers) - len(results),
        blind=stored.blind_tally(read, actor),
    )


def everybody(read: Reader) -> list[ReviewerTrust]:
    """Everybody who has decided anything, by name."""
    return [trust_in(read, actor) for actor in stored.reviewers(read)]


def caught_by_everybody(read: Reader) -> list[dict[str, Any]]:
    """What each reviewer catches, as plain objects: for ``status --json``."""
    return [plain_catching(catching(read, actor)) for actor in stored.reviewers(read)]


def notice(session: Session, reviewer: str | None = None) -> Notice | None:
    """The quiet note for a reviewer (by default the one at work), as of their last trial; None: all is well."""
    actor = session.actor if reviewer is None else Actor(reviewer)
    return _notice(actor, _results(stored.answers(session.project.read, actor, most=_REMEMBERED)))


def _results(answers: list[stored.AnswerRow]) -> list[Result]:
    return [Result(ErrorKind(a.error), a.caught, a.false_alarms, a.unaltered) for a in answers if a.caught is not None]


def _notice(actor: Actor, results: list[Result]) -> Notice | None:
    if not measuring.is_noticed(results):
        return None
    last = next((i for i, result in enumerate(reversed(results)) if result.looked), len(results))
    return Notice(actor.name, last)


# --- as plain objects -----------------------------------------------------------------------------------


def plain(trust: ReviewerTrust) -> dict[str, Any]:
    """For ``trust --json``."""
    return {
        **plain_catching(trust),
        "attention": _attention(trust.pace, trust.dependence),
        "notice": None if trust.notice is None else str(trust.notice),
    }


def plain_catching(trust: Catching) -> dict[str, Any]:
    """For ``status --json``."""
    return {
        "reviewer": trust.actor.name,
        "kind": trust.actor.kind.value,
        "catch_rate": _rate(trust.catch, "shown", "caught"),
        "by_error": {error.value: _rate(rate, "shown", "caught") for error, rate in trust.by_error.items()},
        "false_alarms": _rate(trust.false_alarms, "right", "refused"),
        "undecided": trust.undecided,
        "blind": {
            "images": trust.blind.images,
            "settled": trust.blind.settled,
            "drawn": trust.blind.drawn,
            "missed": trust.blind.missed,
            "changed": trust.blind.changed,
            "dropped": trust.blind.dropped,
        },
    }


def _rate(rate: CatchRate, shown: str, caught: str) -> dict[str, Any]:
    return {
        shown: rate.shown,
        caught: rate.caught,
        "rate": _rounded(rate.rate),
        "low": _rounded(rate.interval.low),
        "high": _rounded(rate.interval.high),
    }


def _attention(found: Pace, accepting: Dependence) -> dict[str, Any]:
    return {
        "images": found.images,
        "decisions": found.decisions,
        "minutes": _rounded(found.seconds / 60, 1),
        "idle_share": _rounded(found.idle_share),
        "seconds_per_image": _rounded(found.seconds_per_image, 1),
        "decisions_per_minute": _rounded(found.per_minute, 1),
        "verdicts": accepting.decided,
        "accepted": accepting.accepted,
        "accept_rate_by_confidence": [_bin(each) for each in accepting.bins],
        "confidence_auc": _rounded(accepting.auc),
        "confidence_auc_error": _rounded(accepting.error),
    }


def _bin(each: Bin) -> dict[str, Any]:
    rate = each.accepted / each.decided if each.decided else None
    return {
        "from": each.low,
        "to": each.high,
        "decided": each.decided,
        "accepted": each.accepted,
        "rate": _rounded(rate),
    }


def _rounded(value: float | None, digits: int = 4) -> float | None:
    return None if value is None else round(value, digits)
