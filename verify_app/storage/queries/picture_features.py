"""What pictures look like: vectors that one model made of them, and a few numbers; by the SHA-256 of their bytes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from verify_app.core.heavy import np
from verify_app.core.records import ModelInfo, PictureStat
from verify_app.storage.entities import dumps
from verify_app.storage.reader import Reader
from verify_app.storage.transaction import Transaction

if TYPE_CHECKING:
    from numpy.typing import NDArray

SETTING = "embedding_model"
"""The setting that names the project's one model for embeddings by its SHA-256."""
_STORED = "<f2"


def embedding_model(reader: Reader) -> ModelInfo | None:
    """The one model whose embeddings the project compares; None while there is none."""
    sha256 = reader.setting(SETTING)
    return next((model for model in reader.models() if model.sha256 == sha256), None)


def fix_embedding_model(tx: Transaction, sha256: str) -> bool:
    """Let the project compare pictures by this model from now on; False when it does already."""
    return tx.put("setting", SETTING, {"value": dumps(sha256)})


def embeddings(reader: Reader, model_sha256: str) -> tuple[list[str], NDArray[np.float32]]:
    """Every embedding by a model.

    Returns
    -------
    list of str
        SHA-256 of the pictures' bytes, sorted.
    (n, d) float32 array
        A row each, as stored in half precision; (0, 0) when there are none.
    """
    sql = (
        "SELECT sha256, vector FROM embedding WHERE id IN "
        "(SELECT max(id) FROM embedding WHERE model_sha256 = ? GROUP BY sha256) ORDER BY sha256"
    )
    rows = reader.rows(sql, model_sha256)
    if not rows:
        return [], np.zeros((0, 0), dtype=np.float32)
    values = np.frombuffer(b"".join(row[1] for row in rows), dtype=_STORED)
    return [row[0] for row in rows], values.reshape(len(rows), -1).astype(np.float32)


def put_embeddings(tx: Transaction, model_sha256: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
    """Record embeddings by the SHA-256 of the pictures' bytes; the newest of a picture is the one that counts."""
    rows = [(sha256, model_sha256, as_stored(vector)) for sha256, vector in vectors.items()]
    tx.facts("embedding", rows)


def as_stored(vector: NDArray[np.float32]) -> bytes:
    """A vector in half precision; what that cannot hold becomes the largest number that it can."""
    most = float(np.finfo(np.float16).max)
    return np.clip(vector, -most, most).astype(_STORED).tobytes()


def embedded(reader: Reader, model_sha256: str, sha256s: Collection[str]) -> set[str]:
    """Which of these pictures have an embedding by a model."""
    sql = "SELECT sha256 FROM embedding WHERE model_sha256 = ? AND sha256 IN (SELECT value FROM json_each(?))"
    return {row[0] for row in reader.rows(sql, model_sha256, json.dumps(list(sha256s)))}


def without_embedding(reader: Reader, model_sha256: str) -> list[int]:
    """One image for each of the bytes in use that have no embedding by a model; unusable files are left out."""
    sql = _WITHOUT.format("embedding e WHERE e.model_sha256 = ? AND e.sha256 = i.sha256")
    return [row[0] for row in reader.rows(sql, model_sha256)]


def picture_stats(reader: Reader) -> tuple[list[str], NDArray[np.float64]]:
    """The numbers of every picture.

    Returns
    -------
    list of str
        SHA-256 of the pictures' bytes, sorted.
    (n, 4) float64 array
        Columns as the fields of `PictureStat`.
    """
    sql = (
        f"SELECT sha256, {', '.join(PictureStat._fields)} FROM picture_stat WHERE id IN "
        "(SELECT max(id) FROM picture_stat GROUP BY sha256) ORDER BY sha256"
    )
    rows = [tuple(row) for row in reader.rows(sql)]
    values = np.array([row[1:] for row in rows], dtype=np.float64).reshape(len(rows), len(PictureStat._fields))
    return [row[0] for row in rows], values


def put_picture_stats(tx: Transaction, stats: Mapping[str, PictureStat]) -> None:
    """Record numbers of pictures by the SHA-256 of their bytes; those that are known already are not said twice."""
    known = _known_stats(tx.read, stats)
    tx.facts("picture_stat", [(sha256, *stat) for sha256, stat in stats.items() if sha256 not in known])


def _known_stats(reader: Reader, sha256s: Iterable[str]) -> set[str]:
    sql = "SELECT sha256 FROM picture_stat WHERE sha256 IN (SELECT value FROM json_each(?))"
    return {row[0] for row in reader.rows(sql, json.dumps(list(sha256s)))}


def without_stat(reader: Reader) -> list[int]:
    """One image for each of the bytes in use whose numbers are not known; unusable files are left out."""
    return [row[0] for row in reader.rows(_WITHOUT.format("picture_stat e WHERE e.sha256 = i.sha256"))]


def in_use(reader: Reader) -> Sequence[int]:
    """One image for each of the bytes in use; unusable files are left out."""
    return [row[0] for row in reader.rows(_WITHOUT.format("image e WHERE 0"))]


_WITHOUT = (
    "SELECT min(i.key) FROM image_state i WHERE i.removed = 0 AND i.problem IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM {}) GROUP BY i.sha256 ORDER BY 1"
)
