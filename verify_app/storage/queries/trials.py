"""Questions about trials and blind images: which image a honeypot can be made of, who was shown what and caught it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from verify_app.core.records import Actor
from verify_app.core.vocabulary import ActorKind, Grade
from verify_app.storage.reader import OPEN_DIFFERENCES, Reader

_LOOKED_AT = 64
"""So many images in a row are looked at for one that will do before giving up until the next draw."""


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A honeypot as stored. `content` is the alteration's data, `before_id` the image it came up before."""

    id: int
    image_id: int
    sha256: str
    actor: str
    kind: str
    before_id: int
    error: str
    content: dict[str, Any]
    answered: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer as stored; `caught` is None when it says nothing of the error."""

    error: str
    caught: bool | None
    false_alarms: int
    unaltered: int


_TRIAL = "SELECT t.*, EXISTS (SELECT 1 FROM trial_answer a WHERE a.trial_id = t.id) AS answered FROM trial t"


def trial(reader: Reader, trial_id: int) -> TrialRow | None:
    """A honeypot by its id."""
    return next(iter(_trials(reader, f"{_TRIAL} WHERE t.id = ?", trial_id)), None)


def trial_before(reader: Reader, actor: Actor, image_id: int) -> TrialRow | None:
    """The honeypot that an actor was shown before an image: made for it, or left before another and answered here."""
    sql = f"{_TRIAL} WHERE t.actor = ? AND t.kind = ? AND t.before_id = ?"
    made = _trials(reader, sql, *_who(actor), image_id)
    if not made:
        sql = (
            f"{_TRIAL} WHERE t.id IN (SELECT trial_id FROM trial_answer a WHERE a.actor = ? AND a.kind = ? "
            "AND json_extract(a.answer, '$.before') = ?)"
        )
        made = _trials(reader, sql, *_who(actor), image_id)
    return made[0] if made else None


def open_trials(reader: Reader, actor: Actor) -> list[TrialRow]:
    """Honeypots an actor left without an answer, oldest first."""
    sql = f"{_TRIAL} WHERE t.actor = ? AND t.kind = ? AND answered = 0 ORDER BY t.id"
    return _trials(reader, sql, actor.name, actor.kind.value)


def answered(reader: Reader, actor: Actor) -> int:
    """How many honeypots an actor has answered."""
    return int(reader.one("SELECT count(*) FROM trial_answer WHERE actor = ? AND kind = ?", *_who(actor)))


def answers(reader: Reader, actor: Actor, *, most: int = -1) -> list[AnswerRow]:
    """An actor's answers, oldest first; with `most` only so many of the newest."""
    sql = (
        "SELECT error, caught, false_alarms, unaltered FROM trial_answer WHERE actor = ? AND kind = ? "
        "ORDER BY id DESC LIMIT ?"
    )
    rows = reversed(reader.rows(sql, *_who(actor), most))
    return [AnswerRow(row[0], None if row[1] is None else bool(row[1]), row[2], row[3]) for row in rows]


def _trials(reader: Reader, sql: str, *values: Any) -> list[TrialRow]:
    return [_trial(dict(row)) for row in reader.rows(sql, *values)]


def _trial(row: dict[str, Any]) -> TrialRow:
    return TrialRow(**row | {"content": json.loads(row["content"]), "answered": bool(row["answered"])})


def _who(actor: Actor) -> tuple[str, str]:
    return actor.name, actor.kind.value


def _rows(reader: Reader, sql: str, actor: Actor) -> list[Any]:
    return reader.rows(sql, *_who(actor))


# --- what a honeypot can be made of ---------------------------------------------------------------------


def recently_completed(reader: Reader, actor: Actor, count: int) -> set[int]:
    """Images that an actor's last `count` words on whole images were about; they remember them."""
    sql = (
        "SELECT c.key FROM (SELECT id FROM event WHERE actor = ? AND kind = ? "
        "AND op IN ('complete', 'empty', 'classify', 'reopen') ORDER BY id DESC LIMIT ?) e "
        "CROSS JOIN change c ON c.event_id = e.id AND +c.what = 'mark'"
    )
    return {row[0] for row in reader.rows(sql, *_who(actor), count)}


def usable_bases(reader: Reader, actor: Actor, *, share: float, without: Collection[int]) -> list[int]:
    """Complete images for a honeypot, those that others completed first.

    Every label of such an image is verified, nothing is flagged or stale, it is not gold, no blind image that is not
    settled, and this actor has had no honeypot made of it.

    Parameters
    ----------
    share : float
        0 to 1: where to begin to look among the completed images; every image is as likely over many draws.
    """
    end = "SELECT key FROM mark WHERE complete = 1 ORDER BY key {} LIMIT 1"
    first, last = (reader.one(end.format(way)) for way in ("ASC", "DESC"))
    if first is None or last is None:
        return []
    pivot = first + int(share * (last - first + 1))
    sql = (
        "SELECT m.key, m.by = ? AND m.by_kind = ? AS own FROM mark m WHERE m.complete = 1 AND m.key {} ? "
        f"ORDER BY m.key LIMIT {_LOOKED_AT}"
    )
    rows = reader.rows(sql.format(">="), *_who(actor), pivot)
    if len(rows) < _LOOKED_AT:
        rows += reader.rows(sql.format("<"), *_who(actor), pivot)
    ids = [row[0] for row in sorted(rows, key=lambda row: row[1]) if row[0] not in without]
    fit = _fit(reader, actor, ids)
    return [image_id for image_id in ids if image_id in fit]


def is_usable(reader: Reader, image_id: int, sha256: str) -> bool:
    """Whether an image is still what a honeypot was made of."""
    row = reader.rows(f"SELECT 1 FROM image_state i WHERE i.key = ? AND i.sha256 = ? AND {_FIT}", image_id, sha256)
    return bool(row)


_FIT = (
    "i.removed = 0 AND i.state = 'complete' AND i.gold = 0 AND i.labels > 0 AND i.verified = i.labels "
    "AND i.flag IS NULL AND NOT EXISTS (SELECT 1 FROM image_state o WHERE o.sha256 = i.sha256 AND o.gold = 1)"
)


def _fit(reader: Reader, actor: Actor, ids: Sequence[int]) -> set[int]:
    sql = (
        f"SELECT i.key FROM json_each(?) w CROSS JOIN image_state i ON i.key = w.value WHERE {_FIT} "
        "AND NOT EXISTS (SELECT 1 FROM trial t WHERE t.actor = ? AND t.kind = ? AND t.image_id = i.key)"
    )
    return {row[0] for row in reader.rows(sql, json.dumps(list(ids)), *_who(actor))}


def confidences(reader: Reader, above: float, *, most: int = 500) -> list[float]:
    """Confidences of the newest predictions from `above` on, so that a made-up proposal looks like any other."""
    sql = "SELECT conf FROM (SELECT id, conf FROM prediction ORDER BY id DESC LIMIT ?) WHERE conf >= ?"
    return [row[0] for row in reader.rows(sql, 4 * most, above)][:most]


# --- blind images ---------------------------------------------------------------------------------------


def blind_id(reader: Reader, image_id: int) -> int | None:
    """The assignment that stands for an image's bytes as they are now."""
    sql = "SELECT b.id FROM blind b JOIN image_state i ON i.key = b.image_id AND i.sha256 = b.sha256 WHERE i.key = ?"
    found = reader.one(sql, image_id)
    return None if found is None else int(found)


def blind_finished(reader: Reader, actor: Actor) -> int:
    """How many blind images an actor has completed."""
    return int(reader.one("SELECT count(*) FROM reveal WHERE actor = ? AND kind = ?", *_who(actor)))


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One difference between a blind image's labels and the predictions that were hidden. `side` when settled."""

    id: int
    difference: str
    label_id: int | None
    prediction_id: int | None
    side: str | None
    open: bool


def differences(reader: Reader, image_id: int) -> list[DifferenceRow]:
    """Every difference revealed of an image's bytes as they are now."""
    sql = (
        "SELECT d.id, d.difference, d.label_id, d.prediction_id, s.side, "
        f"d.id IN (SELECT id FROM ({OPEN_DIFFERENCES})) AS open FROM blind b "
        "CROSS JOIN image_state i ON i.key = b.image_id AND i.sha256 = b.sha256 "
        "CROSS JOIN reveal r ON r.blind_id = b.id CROSS JOIN difference d ON d.reveal_id = r.id "
        "LEFT JOIN settled s ON s.key = d.id WHERE b.image_id = ? ORDER BY d.id"
    )
    rows = reader.rows(sql, image_id)
    return [DifferenceRow(row[0], row[1], row[2], row[3], row[4], bool(row[5])) for row in rows]


@dataclass(frozen=True, slots=True)
class BlindTally:
    """What an actor's blind images came to.

    `drawn` labels were drawn blind; `missed` objects they took over from the model afterwards, `changed` ones they let
    the model correct, `dropped` ones they took back.
    """

    images: int
    settled: int
    drawn: int
    missed: int
    changed: int
    dropped: int


def blind_tally(reader: Reader, actor: Actor) -> BlindTally:
    """Counts over the blind images that an actor completed."""
    mine = "FROM reveal r WHERE r.actor = ? AND r.kind = ?"
    images = int(reader.one(f"SELECT count(*) {mine}", *_who(actor)))
    open_ = int(reader.one(f"SELECT count(*) {mine} AND EXISTS ({OPEN_DIFFERENCES})", *_who(actor)))
    sql = (
        "SELECT d.difference, count(*) FROM reveal r JOIN difference d ON d.reveal_id = r.id "
        "JOIN settled s ON s.key = d.id WHERE r.actor = ? AND r.kind = ? AND s.side = 'model' GROUP BY d.difference"
    )
    sides = {row[0]: row[1] for row in _rows(reader, sql, actor)}
    drawn = reader.one(
        "SELECT count(*) FROM reveal r JOIN label l ON l.image_id = r.image_id AND l.grade = ? "
        "WHERE r.actor = ? AND r.kind = ?",
        Grade.BLIND.value,
        *_who(actor),
    )
    changed = sides.get("loose", 0) + sides.get("other_class", 0)
    return BlindTally(images, images - open_, int(drawn), sides.get("extra", 0), changed, sides.get("missed", 0))


# --- attention ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Act:
    """One operation on an image: how long it had attention, in milliseconds, and which image it was."""

    event: int
    op: str
    ms: int
    image_id: int


def acts(reader: Reader, actor: Actor, ops: Collection[str], *, most: int) -> list[Act]:
    """An actor's newest operations on single images, oldest first."""
    sql = (
        "SELECT * FROM (SELECT e.id, e.op, e.ms, (SELECT c.image_id FROM change c WHERE c.event_id = e.id "
        "AND c.image_id IS NOT NULL LIMIT 1) AS image_id FROM event e WHERE e.actor = ? AND e.kind = ? "
        "AND e.op IN (SELECT value FROM json_each(?)) ORDER BY e.id DESC LIMIT ?) "
        "WHERE image_id IS NOT NULL ORDER BY id"
    )
    return [Act(*row) for row in reader.rows(sql, *_who(actor), json.dumps(sorted(ops)), most)]


def verdicts(reader: Reader, actor: Actor, *, most: int) -> list[tuple[float, bool]]:
    """``(confidence, accepted)`` of the newest predictions an actor gave a verdict, as it stands, oldest first.

    Accepted is accepted as it was; corrected and rejected are not. Dismissed ones nobody looked at, and those settled
    on a blind image were hidden when it was decided on.
    """
    sql = (
        "SELECT p.conf, v.verdict = 'accepted' FROM (SELECT DISTINCT c.key FROM (SELECT id FROM event WHERE actor = ? "
        "AND kind = ? AND op <> 'settle' ORDER BY id DESC LIMIT ?) e "
        "CROSS JOIN change c ON c.event_id = e.id AND +c.what = 'verdict') k "
        "CROSS JOIN verdict v ON v.key = k.key CROSS JOIN prediction p ON p.id = v.key "
        "WHERE v.verdict <> 'dismissed' AND v.by = ? AND v.by_kind = ? ORDER BY p.id"
    )
    return [(row[0], bool(row[1])) for row in reader.rows(sql, *_who(actor), most, *_who(actor))]


def reviewers(reader: Reader) -> list[Actor]:
    """Everybody who has ever acted, by name; the index is hopped over, however many events there are."""
    sql = (
        "WITH RECURSIVE name(n) AS (SELECT min(actor) FROM event UNION ALL "
        "SELECT (SELECT min(actor) FROM event WHERE actor > n) FROM name WHERE n IS NOT NULL) "
        "SELECT n FROM name WHERE n IS NOT NULL"
    )
    names = [row[0] for row in reader.rows(sql)]
    return [Actor(name, kind) for name in names for kind in ActorKind if _has_acted(reader, name, kind)]


def _has_acted(reader: Reader, name: str, kind: ActorKind) -> bool:
    """Whether somebody of this name and kind has decided anything."""
    # the kind stands in the text, since the index of simulated events is only used where it does
    sql = f"SELECT 1 FROM {{}} WHERE actor = ? AND kind = '{kind.value}' {{}} LIMIT 1"
    decided = (
        "AND op IN ('accept', 'correct', 'reject', 'fix_later', 'draw', 'cut', 'join', 'edit', 'complete', 'empty', "
        "'classify')"
    )
    return any(
        reader.rows(sql.format(table, more), name) for table, more in (("event", decided), ("trial", ""), ("blind", ""))
    )


def catch_counts(reader: Reader) -> dict[str, tuple[int, int]]:
    """Of every reviewer who counts as a person here: altered images shown, and how many of them were caught."""
    sql = (
        "SELECT actor, count(*), sum(caught) FROM trial_answer WHERE caught IS NOT NULL AND kind IN "
        "(SELECT value FROM json_each(?)) GROUP BY actor ORDER BY actor"
    )
    kinds = [ActorKind.HUMAN.value] + ([ActorKind.SIMULATED.value] if reader.simulated_counts else [])
    return {row[0]: (row[1], row[2]) for row in reader.rows(sql, json.dumps(kinds))}
