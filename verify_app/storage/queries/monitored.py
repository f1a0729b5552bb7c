"""What the monitor reads: real-verified images with their labels, what models said of them, verdicts, evaluations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from verify_app.storage.reader import Reader

_IDS = "(SELECT value FROM json_each(?))"
_NOT_NEWS = "('monitor', 'setting', 'version_note', 'embed')"
"""Operations that change nothing that is looked at, or bring what another query sees."""


class SeenImage(NamedTuple):
    """One real-verified image; of several with the same bytes the one that came first."""

    id: int
    sha256: str
    width: int
    height: int
    source_id: int
    name: str


class Object(NamedTuple):
    """One object on an image, by the stored text of its region; of a prediction with its confidence."""

    image_id: int
    class_id: int
    region: str
    conf: float | None = None


class VerdictRow(NamedTuple):
    """One verdict on a prediction.

    Parameters
    ----------
    label_class, label_region : optional
        Of the label that came of it.
    model_id : int
        Whose prediction it was.
    chosen : bool
        Whether the image is blind or gold; the random part is told by the id.
    """

    image_id: int
    verdict: str
    class_id: int
    region: str
    conf: float
    label_class: int | None
    label_region: str | None
    model_id: int
    chosen: bool


def newest_news(reader: Reader) -> int:
    """The newest event that may change what the monitor finds."""
    sql = f"SELECT coalesce(max(id), 0) FROM event WHERE op NOT IN {_NOT_NEWS}"
    return int(reader.one(sql)) + int(reader.one("SELECT coalesce(max(id), 0) FROM embedding")) * 1_000_003


def verified_by_class(reader: Reader) -> dict[int, int]:
    """Labels that are verified, by class as it is now."""
    classes, found = reader.class_map(), dict[int, int]()
    sql = "SELECT class_id, count(*) FROM label WHERE grade <> 'imported' AND by_kind <> 'agent' GROUP BY class_id"
    for class_id, count in map(tuple, reader.rows(sql)):
        now = classes.get(class_id, class_id)
        found[now] = found.get(now, 0) + count
    return found


def seen_images(reader: Reader, *, gold: bool = False) -> list[SeenImage]:
    """Every real-verified image, by id; or only those that are reserved for gold."""
    sql = (
        "SELECT min(i.key), i.sha256, i.width, i.height, i.source_id, s.name || '/' || i.path "
        "FROM image_state i JOIN source s ON s.key = i.source_id "
        f"WHERE i.real_verified = 1 AND i.removed = 0 {'AND i.gold = 1' if gold else ''} GROUP BY i.sha256 ORDER BY 1"
    )
    return [SeenImage(*row) for row in reader.rows(sql)]


def labels_on(reader: Reader, image_ids: Sequence[int]) -> Iterator[Object]:
    """The labels of images, by image; classes as they are now."""
    classes = reader.class_map()
    sql = f"SELECT image_id, class_id, region FROM label WHERE image_id IN {_IDS} ORDER BY image_id, key"
    for image_id, class_id, region in map(tuple, reader.connection.execute(sql, (json.dumps(list(image_ids)),))):
        yield Object(image_id, classes.get(class_id, class_id), region)


def said_on(reader: Reader, model_id: int, image_ids: Sequence[int], conf: float) -> tuple[set[int], list[Object]]:
    """What a model said of images when it looked at them last, of those bytes that they have now, from `conf` on.

    Returns
    -------
    set of int and list of Object
        Which of the images it looked at, and the objects.
    """
    wanted = json.dumps(list(image_ids))
    sql = (
        "SELECT ri.image_id, max(ri.run_id) FROM run r CROSS JOIN run_image ri ON ri.run_id = r.id "
        "CROSS JOIN image_state i ON i.key = ri.image_id AND i.sha256 = ri.sha256 "
        f"WHERE r.model_id = ? AND ri.image_id IN {_IDS} GROUP BY ri.image_id"
    )
    looked = {row[0]: row[1] for row in reader.rows(sql, model_id, wanted)}
    classes, found = reader.class_map(), []
    sql = (
        "SELECT p.image_id, p.class_id, p.region, p.conf, p.run_id FROM prediction p "
        f"WHERE p.image_id IN {_IDS} AND p.conf >= ? ORDER BY p.image_id, p.id"
    )
    for image_id, class_id, region, sure, run_id in map(
        tuple, reader.connection.execute(sql, (json.dumps(sorted(looked)), conf))
    ):
        if looked[image_id] == run_id:
            found.append(Object(image_id, classes.get(class_id, class_id), region, sure))
    return set(looked), found


def models_with_runs(reader: Reader) -> list[int]:
    """Models that have looked at anything, in the order in which they came."""
    return [row[0] for row in reader.rows("SELECT DISTINCT model_id FROM run ORDER BY model_id")]


def digests_of(reader: Reader, version_id: int) -> list[str]:
    """SHA-256 of every image of a version."""
    return [row[0] for row in reader.rows("SELECT sha256 FROM version_item WHERE version_id = ?", version_id)]


def trained_on(reader: Reader, version: str) -> set[str]:
    """SHA-256 of every image that was in train of a version."""
    sql = (
        "SELECT t.sha256 FROM version v JOIN version_item t ON t.version_id = v.key AND t.split = 'train' "
        "WHERE v.name = ?"
    )
    return {row[0] for row in reader.rows(sql, version)}


def verdict_rows(reader: Reader) -> list[VerdictRow]:
    """Every verdict that a person, or who counts as one here, gave on a prediction, as it stands now."""
    classes = reader.class_map()
    sql = (
        "SELECT v.image_id, v.verdict, p.class_id, p.region, p.conf, l.class_id, l.region, r.model_id, "
        "i.gold = 1 OR EXISTS (SELECT 1 FROM blind b WHERE b.image_id = i.key AND b.sha256 = i.sha256) "
        "FROM verdict v JOIN prediction p ON p.id = v.key JOIN run r ON r.id = p.run_id "
        "JOIN image_state i ON i.key = v.image_id AND i.removed = 0 LEFT JOIN label l ON l.key = v.label_id "
        f"WHERE v.verdict IN ('accepted', 'corrected', 'rejected') AND v.by_kind IN {_IDS} ORDER BY v.key"
    )
    kinds = ["human", *(["simulated"] if reader.simulated_counts else [])]
    return [
        VerdictRow(
            row[0], row[1], classes.get(row[2], row[2]), row[3], row[4],
            None if row[5] is None else classes.get(row[5], row[5]), row[6], row[7], bool(row[8]),
        )
        for row in reader.rows(sql, json.dumps(kinds))
    ]  # fmt: skip


class MissedRow(NamedTuple):
    """An object that a person drew on a complete image that a model had looked at: the model had missed it."""

    image_id: int
    model_id: int
    chosen: bool


def missed_rows(reader: Reader) -> list[MissedRow]:
    """What people drew, on complete images, where no prediction stood behind it; of the newest model that looked."""
    sql = (
        "SELECT l.image_id, r.model_id, i.gold = 1 OR l.grade = 'blind' FROM label l "
        "JOIN image_state i ON i.key = l.image_id AND i.removed = 0 AND i.state = 'complete' "
        "JOIN run r ON r.id = i.run_id "
        f"WHERE l.grade IN ('drawn', 'blind') AND l.prediction_id IS NULL AND l.by_kind IN {_IDS} ORDER BY l.key"
    )
    kinds = ["human", *(["simulated"] if reader.simulated_counts else [])]
    return [MissedRow(row[0], row[1], bool(row[2])) for row in reader.rows(sql, json.dumps(kinds))]


class EvaluationRow(NamedTuple):
    """One evaluation as it was recorded: its event and time, and what it found (`app.training.summary`)."""

    event: int
    time: str
    found: Mapping[str, Any]


def evaluations(reader: Reader) -> list[EvaluationRow]:
    """Every evaluation, oldest first."""
    sql = (
        "SELECT e.id, e.time, c.after FROM change c JOIN event e ON e.id = c.event_id "
        "WHERE c.what = 'setting' AND c.key LIKE 'evaluation:%' AND c.after IS NOT NULL ORDER BY c.event_id, c.seq"
    )
    return [EvaluationRow(row[0], row[1], json.loads(json.loads(row[2])["value"])) for row in reader.rows(sql)]


def measured_classes(reader: Reader) -> Mapping[str, Mapping[str, Any]]:
    """What the newest evaluation found of each class, of the last model it names; empty where there was none.

    What it keeps of single images stays unread.
    """
    sql = (
        "SELECT json_extract(json_extract(after, '$.value'), '$.models[#-1].classes') FROM change "
        "WHERE what = 'setting' AND key LIKE 'evaluation:%' AND after IS NOT NULL "
        "ORDER BY event_id DESC, seq DESC LIMIT 1"
    )
    found = reader.rows(sql)
    return json.loads(found[0][0]) if found and found[0][0] else {}


def class_ids_of(reader: Reader, composition: str) -> list[int] | None:
    """The ids of a version's classes, in its order; None of an older version, which kept none."""
    kept = reader.setting(f"version:{composition}")
    return None if kept is None else [int(one) for one in kept["classes"]]
