"""Rows to records: what every layer above reads of a project. Works on any connection, in or out of a transaction."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from verify_app.core.blind import BlindStage
from verify_app.core.derive import Evidence
from verify_app.core.labelled import Labels
from verify_app.core.records import Label, LabelClass, Mark, ModelInfo, Prediction, Proof, Ruling, Scan, Source
from verify_app.core.vocabulary import Origin, Task
from verify_app.storage.counted import Counted
from verify_app.storage.known import FOLLOWED, Known
from verify_app.storage.rows import (
    label_of,
    mark_of,
    prediction_of,
    ruling_of,
    scan_of,
)
from verify_app.storage.siblings import siblings

if TYPE_CHECKING:
    from verify_app.core.skeleton import Skeleton

_IDS = "(SELECT value FROM json_each(?))"


def _text(ids: Sequence[int]) -> str:
    """Ids as the JSON that `_IDS` unpacks; a decision asks for one image some fifteen times."""
    return f"[{ids[0]}]" if len(ids) == 1 else json.dumps(list(ids))


class Reader:
    """Queries over one connection.

    Parameters
    ----------
    hold : bool
        Remember the class list and whether this is a demo: for a transaction, which alone can change them meanwhile
        and then calls `forget`.
    """

    def __init__(self, connection: sqlite3.Connection, *, hold: bool = False) -> None:
        self.connection = connection
        self._hold = hold
        self._class_map: dict[int, int] | None = None
        self._simulated: bool | None = None
        self._task: Task | None = None
        self.known: Known | None = None
        self._written: set[tuple[str, int]] = set()

    def forget(self) -> None:
        """Look again at what was remembered."""
        self._class_map = self._simulated = self.known = None

    def written(self, what: str, key: Any, image_id: int | None) -> None:
        """Say what the transaction has just changed."""
        if self.known is None:
            return
        if what not in FOLLOWED or image_id is None or self.known.evidence.blind is not None:
            self.known = None
        elif image_id == self.known.image_id:
            self._written.add((what, key))

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """All rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    def one(self, sql: str, *values: Any) -> Any:
        """First column of the first row, or None."""
        row = self.connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    # --- settings, classes, sources, models -------------------------------------------------------------

    def setting(self, name: str, default: Any = None) -> Any:
        """A project setting; JSON values."""
        text = self.one("SELECT value FROM setting WHERE key = ?", name)
        return default if text is None else json.loads(text)

    @property
    def task(self) -> Task:
        """What the project's objects are."""
        if self._task is None:
            self._task = Task(self.setting("task"))  # for life
        return self._task

    def skeleton(self) -> Skeleton | None:
        """The points of a pose project's objects; None in projects of other tasks."""
        data = self.setting("skeleton")
        if data is None:
            return None
        from verify_app.core.skeleton import Skeleton  # noqa: PLC0415  only where there is one

        return Skeleton.of(data)

    @property
    def simulated_counts(self) -> bool:
        """Whether simulated reviewers stand for people: in demo projects only."""
        if self._simulated is None or not self._hold:
            self._simulated = bool(self.setting("demo", False))
        return self._simulated

    def classes(self, *, merged: bool = False) -> list[LabelClass]:
        """The ordered class list, without the merged ones unless asked for."""
        rows = self.rows("SELECT key, name, merged_into FROM label_class ORDER BY position, key")
        return [LabelClass(*row) for row in rows if merged or row["merged_into"] is None]

    def class_map(self) -> dict[int, int]:
        """Every class id ever given to the one that stands for it now (follows merges)."""
        if self._class_map is not None and self._hold:
            return self._class_map
        into = {c.id: c.merged_into for c in self.classes(merged=True)}

        def resolve(class_id: int) -> int:
            target = into.get(class_id)
            return class_id if target is None else resolve(target)

        self._class_map = {class_id: resolve(class_id) for class_id in into}
        return self._class_map

    def sources(self) -> list[Source]:
        rows = self.rows("SELECT key, name, root, origin FROM source ORDER BY key")
        return [Source(row[0], row[1], row[2], Origin(row[3])) for row in rows]

    def models(self) -> list[ModelInfo]:
        """Every model, oldest first."""
        rows = self.rows("SELECT * FROM model ORDER BY key")
        return [
            ModelInfo(
                id=row["key"],
                name=row["name"],
                sha256=row["sha256"],
                file=row["file"],
                task=row["task"],
                names={int(k): v for k, v in json.loads(row["names"]).items()},
                round=row["round"],
                depth=row["depth"],
                lineage=row["lineage"],
                version=row["version"],
                base=row["base"],
                proof=Proof(said) if (said := json.loads(row["detail"] or "{}").get("proof")) else None,
            )
            for row in rows
        ]

    def model_detail(self, model_id: int) -> dict[str, Any]:
        """What else is on record of a model: its input size, what was measured."""
        return dict(json.loads(self.one("SELECT detail FROM model WHERE key = ?", model_id) or "{}"))

    # --- images ---------------------------------------------------------------------------------------

    def image_id(self, source_id: int, path: str) -> int | None:
        found = self.one("SELECT id FROM image WHERE source_id = ? AND path = ?", source_id, path)
        return None if found is None else int(found)

    def split_of(self, sha256: str) -> str | None:
        """The split that images of these bytes belong to for ever, once exported."""
        found = self.one("SELECT split FROM assignment WHERE key = ?", sha256)
        return None if found is None else str(found)

    def scans(self, image_ids: Sequence[int]) -> dict[int, Scan]:
        """The newest scan of each image."""
        sql = (
            "SELECT image_id, sha256, bytes, width, height, problem, modified FROM scan WHERE id IN "
            f"(SELECT max(id) FROM scan WHERE image_id IN {_IDS} GROUP BY image_id)"
        )
        return {row[0]: Scan(*row[1:]) for row in self.rows(sql, _text(image_ids))}

    def labels(self, image_ids: Sequence[int]) -> dict[int, list[Label]]:
        """Labels of each image, oldest first."""
        found: dict[int, list[Label]] = defaultdict(list)
        sql = f"SELECT * FROM label WHERE image_id IN {_IDS} ORDER BY key"
        for row in self.rows(sql, _text(image_ids)):
            found[row["image_id"]].append(label_of(row))
        return found

    def label(self, label_id: int) -> Label | None:
        rows = self.rows("SELECT * FROM label WHERE key = ?", label_id)
        return label_of(rows[0]) if rows else None

    def prediction(self, prediction_id: int) -> Prediction | None:
        rows = self.rows("SELECT * FROM prediction WHERE id = ?", prediction_id)
        return prediction_of(rows[0], self.class_map()) if rows else None

    def rulings(self, image_ids: Sequence[int], *, classes: Mapping[int, int] | None = None) -> dict[int, list[Ruling]]:
        """Every verdict on each image's predictions, of whatever run."""
        found: dict[int, list[Ruling]] = defaultdict(list)
        classes = self.class_map() if classes is None else classes
        for row in self.rows(f"{_RULINGS} WHERE v.image_id IN {_IDS} ORDER BY v.key", _text(image_ids)):
            found[row["image_id"]].append(ruling_of(row, classes))
        return found

    def newest_runs(self, image_ids: Sequence[int]) -> dict[int, int]:
        """The newest run that looked at each image's bytes as they are now; images none has seen are left out."""
        if (known := self._known(image_ids)) is not None:
            return {} if known.run_id is None else {known.image_id: known.run_id}
        sql = (
            f"SELECT image_id, max(run_id) FROM run_image r WHERE image_id IN {_IDS} AND sha256 = "
            "(SELECT sha256 FROM scan s WHERE s.image_id = r.image_id ORDER BY s.id DESC LIMIT 1) GROUP BY image_id"
        )
        return {row[0]: row[1] for row in self.rows(sql, _text(image_ids))}

    def predictions(
        self, runs: Mapping[int, int], *, classes: Mapping[int, int] | None = None
    ) -> dict[int, list[Prediction]]:
        """What the given run said of each image; `runs` maps image id to run id."""
        found: dict[int, list[Prediction]] = defaultdict(list)
        for prediction in self.said_by(runs.items(), self.class_map() if classes is None else classes):
            found[prediction.image_id].append(prediction)
        return found

    def said_by(self, pairs: Iterable[tuple[int, int]], classes: Mapping[int, int]) -> Iterator[Prediction]:
        """What runs said of images, by id; `pairs` of image id and run id."""
        sql = (
            "SELECT p.* FROM json_each(?) AS pair JOIN prediction p "
            "ON p.image_id = json_extract(pair.value, '$[0]') AND p.run_id = json_extract(pair.value, '$[1]') "
            "ORDER BY p.id"
        )
        for row in self.rows(sql, json.dumps(list(pairs))):
            yield prediction_of(row, classes)

    def marks(self, image_ids: Sequence[int]) -> dict[int, Mark]:
        """What people said of each image; images nobody spoke of are left out."""
        sql = (
            "SELECT key AS id, complete, by, by_kind, sha256 AS marked, flag, door AS mark_door, grade AS mark_grade "
            f"FROM mark WHERE key IN {_IDS}"
        )
        return {row[0]: mark_of(row) for row in self.rows(sql, _text(image_ids))}

    def evidence(
        self,
        image_ids: Iterable[int],
        *,
        runs: Mapping[int, int] | None = None,
        counts: Mapping[int, Mapping[int, int]] | None = None,
    ) -> dict[int, Evidence]:
        """All that is known of each image, in the order asked for; `runs` as from `newest_runs`, if at hand.

        Of images in `counts` (as from `counted.only_imported`) the labels are counted, not read.
        """
        ids = list(image_ids)
        if (known := self._known(ids)) is not None:
            return {known.image_id: known.evidence}
        newest, classes = self._newest() if len(ids) == 1 else 0, self.class_map()
        stands = {row["id"]: row for row in self.rows(_STANDS, _text(ids))}
        counts = counts or {}
        labels, rulings = self.labels([i for i in ids if i not in counts]), self.rulings(ids, classes=classes)
        runs = self.newest_runs(ids) if runs is None else runs
        predictions, demo = self.predictions(runs, classes=classes), self.simulated_counts
        beside = siblings(self, (r for each in rulings.values() for r in each), runs)
        found = {
            i: Evidence(
                scan=scan_of(stands[i]),
                origin=Origin(stands[i]["origin"]),
                mark=mark_of(stands[i]),
                labels=Counted(counts[i], stands[i]["sha256"], demo)
                if i in counts
                else Labels(labels.get(i, []), stands[i]["sha256"], demo),
                rulings=rulings.get(i, []),
                predictions=predictions.get(i, []),
                simulated_counts=demo,
                blind=BlindStage(stands[i]["blind"]) if stands[i]["blind"] else None,
                siblings=beside.get(i, {}),
            )
            for i in ids
            if i in stands
        }
        if len(ids) == 1 and found:
            self.known, self._written = Known(newest, ids[0], found[ids[0]], runs.get(ids[0])), set()
        return found

    def _newest(self) -> int:
        return int(self.one("SELECT coalesce(max(id), 0) FROM event"))

    def _known(self, image_ids: Sequence[int]) -> Known | None:
        """What is known of the one image asked for, with what this transaction has written."""
        known = self.known
        if known is None or len(image_ids) != 1 or image_ids[0] != known.image_id:
            return None
        if not self._hold and known.event_id != self._newest():
            self.known = None
        elif self._written:
            self.known, self._written = self._followed(known), set()
        return self.known

    def known_as_of(self, event_id: int) -> Known | None:
        """What is known once the transaction has ended."""
        if self.known is not None and self._written:
            self.known, self._written = self._followed(self.known), set()
        return None if self.known is None else self.known._replace(event_id=event_id)

    def _followed(self, known: Known) -> Known:
        keys = {what: [key for kind, key in self._written if kind == what] for what in FOLLOWED}
        rulings: dict[int, Ruling | None] = dict.fromkeys(keys["verdict"])
        classes = self.class_map()
        for row in self.rows(f"{_RULINGS} WHERE v.key IN {_IDS}", _text(keys["verdict"])) if rulings else ():
            rulings[row["id"]] = ruling_of(row, classes)
        mark = known.evidence.mark
        if keys["mark"]:
            mark = self.marks([known.image_id]).get(known.image_id, Mark(known.image_id))
        runs = {} if known.run_id is None else {known.image_id: known.run_id}
        beside = siblings(self, filter(None, rulings.values()), runs).get(known.image_id, {})
        return known.after({key: self.label(key) for key in keys["label"]}, rulings, mark, beside)


_RULINGS = (
    "SELECT v.verdict, v.label_id, v.by, p.*, EXISTS (SELECT 1 FROM run_image r "
    "WHERE r.image_id = p.image_id AND r.run_id = p.run_id AND r.sha256 = (SELECT sha256 FROM scan s "
    "WHERE s.image_id = p.image_id ORDER BY s.id DESC LIMIT 1)) AS current "
    "FROM verdict v JOIN prediction p ON p.id = v.key"
)

OPEN_DIFFERENCES = (
    "SELECT d.* FROM difference d LEFT JOIN settled t ON t.key = d.id LEFT JOIN verdict v ON v.key = d.prediction_id "
    "LEFT JOIN label l ON l.key = d.label_id WHERE d.reveal_id = r.id AND t.key IS NULL "
    "AND (v.key IS NULL OR v.verdict IN ('dismissed', 'fix_later')) AND (d.label_id IS NULL OR l.key IS NOT NULL)"
)
"""Differences of reveal `r` that nobody has said anything of: not settled, no verdict, the label still there."""

BLIND_STAGE = (
    "CASE WHEN b.id IS NULL THEN NULL WHEN r.id IS NULL THEN 'hidden' "
    f"WHEN EXISTS ({OPEN_DIFFERENCES}) THEN 'open' ELSE 'settled' END"
)

_STANDS = (
    "SELECT i.id, c.sha256, c.bytes, c.width, c.height, c.problem, c.modified, coalesce(a.origin, s.origin) AS origin, "
    f"coalesce(m.complete, 0) AS complete, m.by, m.by_kind, m.sha256 AS marked, m.flag, m.door AS mark_door, "
    f"m.grade AS mark_grade, {BLIND_STAGE} AS blind FROM image i "
    "JOIN source s ON s.key = i.source_id "
    "JOIN scan c ON c.id = (SELECT id FROM scan WHERE image_id = i.id ORDER BY id DESC LIMIT 1) "
    "LEFT JOIN blind b ON b.image_id = i.id AND b.sha256 = c.sha256 LEFT JOIN reveal r ON r.blind_id = b.id "
    f"LEFT JOIN attribute a ON a.key = i.id LEFT JOIN mark m ON m.key = i.id WHERE i.id IN {_IDS}"
)
