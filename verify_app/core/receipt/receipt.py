"""The receipt: what is in a version, under which rules. Dataclasses to and from canonical JSON, nothing trusted.

``receipt.json`` is small and carries the digest of ``receipt-images.jsonl``, which has one line for each image. The
same receipt has the same bytes on any machine: keys sorted, ASCII only, no clock times, no absolute paths.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypedDict

from msgspec import Struct, field, structs, to_builtins

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.receipt.records import (
    RECEIPT,
    CatchRecord,
    Completion,
    ImageRecord,
    LabelRecord,
    ModelEntry,
    Outcome,
    Override,
    Parent,
    PolicyRule,
    Settled,
    Since,
    Voucher,
    attested,
    catch_record,
    label_data,
    label_of,
    seen,
)
from verify_app.core.receipt.typed_json import Count, Digest, capital, not_an_object, not_as_it_should, typed
from verify_app.core.regular_file import read_whole
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Task

__all__ = [
    "DATA",
    "FORMAT",
    "IMAGES",
    "MAX_BYTES",
    "RECEIPT",
    "RULES",
    "SCHEMA",
    "CatchRecord",
    "Compared",
    "Completion",
    "Counts",
    "ImageRecord",
    "LabelRecord",
    "ModelEntry",
    "Outcome",
    "Override",
    "Parent",
    "PolicyRule",
    "Receipt",
    "Settled",
    "Since",
    "Voucher",
    "attested",
    "canonical",
    "catch_record",
    "composition_digest",
    "image_line",
    "parse_image",
    "parse_json",
    "parse_receipt",
    "read_receipt",
    "receipt_bytes",
    "seen",
    "sha256_of",
]

IMAGES = "receipt-images.jsonl"
DATA = "data.yaml"

FORMAT = "verify-app receipt"
SCHEMA = 3
"""Of the two files. A newer one is refused, never guessed at; the first says of no label what kind of actor made it,
the second not how the version compares with its parent."""

RULES = 3
"""Version of the policy's rules: which there are and what each name measures. Older ones are still re-checked."""

MAX_BYTES = 16 * 2**20
"""No larger receipt, and no longer line of the images' file, is parsed."""


Counts = Mapping[str, Mapping[str, Mapping[str, Count]]]
"""``counts[of][split][what]``: `of` is images, labels, classes, origins, grades, reviewers, kinds or doors."""

Compared = Mapping[str, Mapping[str, tuple[Count, Count]]]
"""``compared[of][what]`` of train: in the parent, and here; `of` is classes, tail, origins or grades."""


class Receipt(Struct, frozen=True, rename={"ratio": "split", "vouchers": "vouched"}):
    """The whole receipt but for the images' lines.

    Parameters
    ----------
    policy : tuple of PolicyRule
    outcomes : tuple of Outcome
        One for each rule, in the policy's order.
    mode : str
        ``trim`` or ``strict``.
    ratio : str
        Quotas of the split, e.g. ``80/10/10``.
    solver : str
        How the images to leave out were chosen: ``none``, ``sort``, ``milp``, or ``bound`` with how far from the best
        it is at most.
    left_out : mapping of reason to count
    composition : str
        Digest of what the version holds, whatever policy led to it: task, classes and images.
    files : mapping of file name to SHA-256
        Every file but images and labels (those have theirs in `IMAGES`) and the receipt itself.
    skeleton : Skeleton or None
        The points of every object of a pose version.
    reviewers : mapping of str to CatchRecord
        How well those who verified labels of the version caught errors, as of its making.
    overrides : tuple of Override
    class_shares : mapping of str to str
        Real-verified ÷ all instances in train of each class, e.g. ``"3 gear": "12/24"``.
    since : Since or None
        None without a parent, and in receipts of the first rules.
    compared : Compared
        Train of the parent beside train of this version; empty without a parent, and in receipts of older schemas.
    rules : int
        Version of the rules it was made under.
    sample : bool
        Of a sample project: its labels count nowhere else.
    vouchers : tuple of Voucher
        Who answers for what programs wrote in files of lines, where something in the version rests on that.
    schema : int
        The one it was written in; it is written in the same again.
    """

    task: Task
    classes: tuple[str, ...]
    policy: tuple[PolicyRule, ...]
    outcomes: tuple[Outcome, ...]
    mode: str
    seed: Count
    ratio: str
    solver: str
    counts: Counts
    left_out: Mapping[str, Count]
    models: tuple[ModelEntry, ...]
    parent: Parent | None
    composition: Digest
    files: Mapping[str, Digest]
    skeleton: Skeleton | None = None
    reviewers: Mapping[str, CatchRecord] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    class_shares: Mapping[str, str] = field(default_factory=dict)
    since: Since | None = None
    rules: Count = RULES
    sample: bool = False
    vouchers: tuple[Voucher, ...] = ()
    compared: Compared = field(default_factory=dict)
    schema: Count = SCHEMA


def composition_digest(
    task: Task, classes: tuple[str, ...], images_sha256: str, skeleton: Skeleton | None = None
) -> str:
    """Digest of a version's contents. `images_sha256` is that of the bytes of `IMAGES`."""
    points = [] if skeleton is None else [skeleton.data()]
    return sha256_of(canonical([task.value, list(classes), images_sha256, *points]))


def sha256_of(data: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


# ASCII: file names that are no valid UTF-8 reach us as lone surrogates, which only escapes can carry
_COMPACT = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any, *, indent: int | None = None) -> bytes:
    """The one way these files are written: sorted keys, ASCII, one newline at the end."""
    text = (
        _COMPACT.encode(value) if indent is None else json.dumps(value, sort_keys=True, indent=indent, allow_nan=False)
    )
    return text.encode("ascii") + b"\n"


_UNSAID = ("sample", "vouched", "skeleton", "since", "class_shares", "reviewers", "compared")
"""Fields that a receipt has only where they say something."""


def receipt_bytes(receipt: Receipt) -> bytes:
    """The bytes of ``receipt.json``."""
    said = {"format": FORMAT, **to_builtins(receipt)}
    for model in said["models"]:
        if not model["proof"]:
            del model["proof"]
    if receipt.skeleton is not None:
        said["skeleton"] = receipt.skeleton.data()
    return canonical({name: value for name, value in said.items() if value or name not in _UNSAID}, indent=1)


def read_receipt(folder: Path) -> bytes:
    """The bytes of the receipt in a folder, whatever somebody has put there.

    Raises
    ------
    UserError
        When there is none, or it cannot be one.
    """
    try:
        return read_whole(folder / RECEIPT, MAX_BYTES)
    except OSError as error:
        raise UserError(
            M(
                "{folder} cannot be read ({strerror}).",
                folder=folder / RECEIPT,
                strerror=(error.strerror or str(error)).lower(),
            )
        ) from error


def parse_receipt(data: bytes) -> Receipt:
    """Read ``receipt.json``.

    Raises
    ------
    UserError
        One sentence, when it is not what `receipt_bytes` writes.
    """
    said = _object(data, RECEIPT)
    head = typed(said, _Head, RECEIPT)
    if head.format != FORMAT:
        raise UserError(M("{file} is no receipt of this program.", file=RECEIPT))
    for name, number, known in (("schema", head.schema, SCHEMA), ("rules", head.rules, RULES)):
        if not 1 <= number <= known:
            gaps = {"file": RECEIPT, "name": name, "number": number, "known": known}
            raise UserError(M("{file} has {name} {number}, this program knows {known}; update it.", **gaps))
    if "skeleton" in said:
        points = typed(said["skeleton"], _Points, M("{name} in {place}", name="skeleton", place=RECEIPT))
        try:
            said["skeleton"] = Skeleton.of(points)
        except UserError as error:
            raise UserError(M("{file}: {reason}", file=RECEIPT, reason=error)) from error
    return typed(said, Receipt, RECEIPT)


class _Head(Struct):
    """What is read before all else: whether this program knows the rest."""

    format: str
    schema: Count
    rules: Count
    overrides: list[Any]


class _Points(TypedDict):
    names: list[str]
    flip_idx: list[Any]
    skeleton: list[Any]


def _object(data: bytes, where: str) -> dict[str, Any]:
    said = parse_json(data, where)
    if not isinstance(said, dict):
        raise UserError(not_an_object(where))
    for name, value in said.items():
        if value is None and name != "parent":  # what says nothing is left out
            raise UserError(not_as_it_should(name, where, M("what belongs there")))
    return said


def image_line(record: ImageRecord) -> bytes:
    """One line of ``receipt-images.jsonl``, newline included."""
    said = structs.asdict(record)
    said["label"] = said.pop("label_sha256")
    said["labels"] = [label_data(x) for x in record.labels]
    return canonical({name: value for name, value in said.items() if value or name not in _UNSAID_OF_IMAGES})


_UNSAID_OF_IMAGES = ("complete", "label", "also", "group")


def parse_image(line: bytes, number: int) -> ImageRecord:
    """Read one line of ``receipt-images.jsonl``.

    Raises
    ------
    UserError
        One sentence that names the line, when it is not what `image_line` writes.
    """
    where = M("line {number} of {file}", number=number, file=IMAGES)
    said = {"label": "", "also": (), **_object(line, where)}
    if isinstance(said.get("labels"), list):
        said["labels"] = [label_of(item, where) for item in said["labels"]]
    return typed(said, ImageRecord, where)


def parse_json(data: bytes, where: str) -> object:
    """JSON from bytes nobody vouches for.

    Raises
    ------
    UserError
        When it is too large, no UTF-8, no JSON, nested too deep or has a number that is none.
    """
    if len(data) > MAX_BYTES:
        raise UserError(M("{place} is too large to be a receipt ({n:,} bytes).", place=capital(where), n=len(data)))
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UserError(M("{place} is not valid JSON.", place=capital(where))) from error


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")
