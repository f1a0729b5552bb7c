"""Rows to records: what every layer above reads of a project. Works on any connection, in or out of a transaction."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from verify_app.core.derive import Evidence
from verify_app.core.image_labels import Labels
from verify_app.core.records import Label, LabelClass, Mark, ModelInfo, Prediction, Proof, Ruling, Scan, Source
from verify_app.core.skeleton import Skeleton
from verify_app.core.trials.blind import BlindStage
from verify_app.core.vocabulary import Origin, Task
from verify_app.storage.queries.siblings import siblings
from verify_app.storage.row_mappers import label_of, mark_of, prediction_of, ruling_of, scan_of
from verify_app.storage.summaries.counted_labels import Counted
from verify_app.storage.summaries.known_image import FOLLOWED, ImagePlace, KnownImage

_IDS = "(SELECT value FROM json_each(?))"


def _text(ids: Sequence[int]) -> str:
    """Ids as the JSON that `_IDS` unpacks."""
    return f"[{ids[0]}]" if len(ids) == 1 else json.dumps(list(ids))


def among(ids: Sequence[int]) -> tuple[str, Any]:
    """What comes after a column that is to be one of these, and its value: one id is compared as it is."""
    return ("= ?", ids[0]) if len(ids) == 1 else (f"IN {_IDS}", json.dumps(list(ids)))


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
        self._class_map: Mapping[int, int] | None = None
        self._simulated: bool | None = None
        self._task: Task | None = None
        self.known: KnownImage | None = None
        self._written: dict[tuple[str, int], Mapping[str, Any] | None] = {}

    def forget(self) -> None:
        """Look again at what was remembered."""
        self._class_map = self._simulated = self.known = None

    def written(self, what: str, key: Any, row: Mapping[str, Any] | None, image_id: int | None) -> None:
        """Say what the transaction has just changed, and into what; None: it is gone."""
        if self.known is None:
            return
        if what not in FOLLOWED or image_id is None or self.known.evidence.blind is not None:
            self.known = None
        elif image_id == self.known.image_id:
            self._written[what, key] = row

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
        return Skeleton.of(data)

    @property
    def simulated_counts(self) -> bool:
        """Whether simulated reviewers stand for people: in demo projects only."""
        if self._hold and self.known is not None:
            return self.known.evidence.simulated_counts
        if self._simulated is None or not self._hold:
            self._simulated = bool(self.setting("demo", False))
        return self._simulated

    def classes(self, *, merged: bool = False) -> list[LabelClass]:
        """The ordered class list, without the merged ones unless asked for."""
        rows = self.rows("SELECT key, name, merged_into FROM label_class ORDER BY position, key")
        return [LabelClass(*row) for row in rows if merged or row["merged_into"] is None]

    def class_map(self) -> Mapping[int, int]:
        """Every class id ever given to the one that stands for it now (follows merges)."""
        if self._class_map is not None and self._hold:
            return self._class_map
        if self._hold and self.known is not None:
            return self.known.classes
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
        these, value = among(image_ids)
        for row in self.rows(f"SELECT * FROM label WHERE image_id {these} ORDER BY key", value):
            found[row["image_id"]].append(label_of(row))
        return found

    def label(self, label_id: int) -> Label | None:
        rows = self.rows("SELECT * FROM label WHERE key = ?", label_id)
        return label_of(rows[0]) if rows else None

    def prediction(self, prediction_id: int) -> Prediction | None:
        if self._hold and self.known is not None and (said := self.known.prediction(prediction_id)) is not None:
            return said
        rows = self.rows("SELECT * FROM prediction WHERE id = ?", prediction_id)
        return prediction_of(rows[0], self.class_map()) if rows else None

    def rulings(self, image_ids: Sequence[int], *, classes: Mapping[int, int] | None = None) -> dict[int, list[Ruling]]:
        """Every verdict on each image's predictions, of whatever run."""
        found: dict[int, list[Ruling]] = defaultdict(list)
        for ruling in self._rulings("image_id", image_ids, self.class_map() if classes is None else classes):
            found[ruling.prediction.image_id].append(ruling)
        return found

    def _rulings(self, column: str, ids: Sequence[int], classes: Mapping[int, int]) -> Iterator[Ruling]:
        these, value = among(ids)
        for row in self.rows(f"{_RULINGS} WHERE v.{column} {these} ORDER BY v.key", value):
            yield ruling_of(row, prediction_of(row, classes), current=bool(row["current"]))

    def newest_runs(self, image_ids: Sequence[int]) -> dict[int, int]:
        """The newest run that looked at each image's bytes as they are now; images none has seen are left out."""
        if (known := self._known(image_ids)) is not None:
            return {} if known.run_id is None else {known.image_id: known.run_id}
        these, value = among(image_ids)
        rows = self.rows(f"SELECT i.id, {_NEWEST_RUN} FROM image i {_NEWEST_SCAN} WHERE i.id {these}", value)
        return {row[0]: row[1] for row in rows if row[1] is not None}

    def said_by(self, pairs: Collection[tuple[int, int]], classes: Mapping[int, int]) -> Iterator[Prediction]:
        """What runs said of images, by id; `pairs` of image id and run id."""
        if len(pairs) == 1:
            (pair,) = pairs
            rows = self.rows("SELECT * FROM prediction WHERE image_id = ? AND run_id = ? ORDER BY id", *pair)
        else:
            rows = self.rows(_SAID_BY, json.dumps(list(pairs)))
        for row in rows:
            yield prediction_of(row, classes)

    def marks(self, image_ids: Sequence[int]) -> dict[int, Mark]:
        """What people said of each image; images nobody spoke of are left out."""
        sql = (
            "SELECT key AS id, complete, by, by_kind, sha256 AS marked, flag, door AS mark_door, grade AS mark_grade "
            f"FROM mark WHERE key IN {_IDS}"
        )
        return {row[0]: mark_of(row) for row in self.rows(sql, _text(image_ids))}

    def evidence(self, image_ids: Iterable[int]) -> dict[int, Evidence]:
        """What speaks for or against each image, in the order asked for."""
        return {image_id: known.evidence for image_id, known in self.images(image_ids).items()}

    def images(
        self, image_ids: Iterable[int], *, counts: Mapping[int, Mapping[int, int]] | None = None
    ) -> dict[int, KnownImage]:
        """All that is known of each image, in the order asked for.

        Of images in `counts` (as from `counted.only_imported`) that no run has seen the labels are counted, not read;
        else they are compared with what the run says.
        """
        ids = list(image_ids)
        if (known := self._known(ids)) is not None:
            return {known.image_id: known}
        newest, classes = 0 if self._hold or len(ids) != 1 else self._newest(), self.class_map()
        these, value = among(ids)
        stands = {row["id"]: row for row in self.rows(f"{_STANDS} WHERE i.id {these}", value)}
        runs = {i: row["run_id"] for i, row in stands.items() if row["run_id"] is not None}
        counts = {i: each for i, each in (counts or {}).items() if i not in runs}
        labels, rulings = self.labels([i for i in ids if i not in counts]), self.rulings(ids, classes=classes)
        predictions: dict[int, list[Prediction]] = defaultdict(list)
        for said in self.said_by(runs.items(), classes):
            predictions[said.image_id].append(said)
        demo, beside = self.simulated_counts, siblings(self, (r for each in rulings.values() for r in each), runs)
        found = {}
        for i, row in ((i, stands[i]) for i in ids if i in stands):
            sha256 = row["sha256"]
            evidence = Evidence(
                scan=scan_of(row),
                origin=Origin(row["origin"]),
                mark=mark_of(row),
                labels=Counted(counts[i], sha256, demo) if i in counts else Labels(labels.get(i, []), sha256, demo),
                rulings=rulings.get(i, []),
                predictions=predictions.get(i, []),
                simulated_counts=demo,
                blind=BlindStage(row["blind"]) if row["blind"] else None,
                siblings=beside.get(i, {}),
            )
            lies = ImagePlace(*(row[column] for column in ImagePlace._fields))
            found[i] = KnownImage(newest, i, evidence, runs.get(i), lies, classes)
        if len(ids) == 1 and found:
            self.known, self._written = found[ids[0]], {}
        return found

    def _newest(self) -> int:
        return int(self.one("SELECT coalesce(max(id), 0) FROM event"))

    def _known(self, image_ids: Sequence[int]) -> KnownImage | None:
        """What is known of the one image asked for, with what this transaction has written."""
        known = self.known
        if known is None or len(image_ids) != 1 or image_ids[0] != known.image_id:
            return None
        if not self._hold and known.event_id != self._newest():
            self.known = None
        elif self._written:
            self.known, self._written = self._followed(known), {}
        return self.known

    def known_as_of(self, event_id: int) -> KnownImage | None:
        """What is known once the transaction has ended."""
        if self.known is not None and self._written:
            self.known, self._written = self._followed(self.known), {}
        return None if self.known is None else self.known._replace(event_id=event_id)

    def _followed(self, known: KnownImage) -> KnownImage:
        labels: dict[int, Label | None] = {}
        rulings: dict[int, Ruling | None] = {}
        mark, unknown = known.evidence.mark, []
        for (what, key), row in self._written.items():
            if what == "label":
                labels[key] = None if row is None else label_of({**row, "key": key})
            elif what == "mark":
                mark = self.marks([key]).get(key, Mark(key))
            elif row is None:
                rulings[key] = None
            elif (said := known.prediction(key)) is not None:
                rulings[key] = ruling_of(row, said, current=True)
            else:
                unknown.append(key)  # of an older run
        rulings |= {r.prediction.id: r for r in self._rulings("key", unknown, known.classes)} if unknown else {}
        runs = {} if known.run_id is None else {known.image_id: known.run_id}
        beside = siblings(self, filter(None, rulings.values()), runs).get(known.image_id, {})
        return known.after(labels, rulings, mark, beside)


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

_NEWEST_SCAN = "JOIN scan c ON c.id = (SELECT id FROM scan WHERE image_id = i.id ORDER BY id DESC LIMIT 1)"
_NEWEST_RUN = "(SELECT max(u.run_id) FROM run_image u WHERE u.image_id = i.id AND u.sha256 = c.sha256)"

_SAID_BY = (
    "SELECT p.* FROM json_each(?) AS pair JOIN prediction p "
    "ON p.image_id = json_extract(pair.value, '$[0]') AND p.run_id = json_extract(pair.value, '$[1]') ORDER BY p.id"
)

_STANDS = (
    "SELECT i.id, c.sha256, c.bytes, c.width, c.height, c.problem, c.modified, coalesce(a.origin, s.origin) AS origin, "
    "coalesce(m.complete, 0) AS complete, m.by, m.by_kind, m.sha256 AS marked, m.flag, m.door AS mark_door, "
    f"m.grade AS mark_grade, {BLIND_STAGE} AS blind, {_NEWEST_RUN} AS run_id, i.source_id, s.root, i.path, "
    "coalesce(a.gold, 0) AS gold, coalesce(a.removed, 0) AS removed, d.origin AS declared FROM image i "
    f"JOIN source s ON s.key = i.source_id {_NEWEST_SCAN} "
    "LEFT JOIN blind b ON b.image_id = i.id AND b.sha256 = c.sha256 LEFT JOIN reveal r ON r.blind_id = b.id "
    "LEFT JOIN attribute a ON a.key = i.id LEFT JOIN mark m ON m.key = i.id LEFT JOIN declared d ON d.key = c.sha256"
)
