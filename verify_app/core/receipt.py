"""The receipt: what is in a version, under which rules. Dataclasses to and from canonical JSON, nothing trusted.

``receipt.json`` is small and carries the digest of ``receipt-images.jsonl``, which has one line for each image. The
same receipt has the same bytes on any machine: keys sorted, ASCII only, no clock times, no absolute paths.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.strict import Fields
from verify_app.core.vocabulary import Grade, Origin, Split, Task

RECEIPT = "receipt.json"
IMAGES = "receipt-images.jsonl"
DATA = "data.yaml"

FORMAT = "verify-app receipt"
SCHEMA = 1
"""Of the two files. A newer one is refused, never guessed at."""

RULES = 1
"""Version of the policy's rules: what each name measures."""

MAX_BYTES = 16 * 2**20
"""No larger receipt, and no longer line of the images' file, is parsed."""


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """What the policy demanded: ``1/2`` (a share, exact) or ``0`` (a count that must not be exceeded)."""

    name: str
    kind: str
    demanded: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule demanded and what the version measured, e.g. ``1/2`` and ``137/200`` (137 of 200, not reduced)."""

    name: str
    kind: str
    demanded: str
    measured: str
    holds: bool


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model behind unverified labels of the version, and behind how many of them."""

    name: str
    sha256: str
    round: int
    depth: int
    labels: int


@dataclass(frozen=True, slots=True)
class Parent:
    """The version this one follows, by name and composition."""

    name: str
    composition: str


@dataclass(frozen=True, slots=True)
class LabelRecord:
    """One row of a label file: class by its place in the list, grade, who verified, models behind an unverified one."""

    index: int
    grade: Grade
    by: str | None = None
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """One image of a version.

    Parameters
    ----------
    file : str
        ``images/SPLIT/NAME``, below the version's folder.
    label_sha256 : str
        Of the bytes of ``labels/SPLIT/NAME.txt``.
    width, height : int
        Pixels as displayed.
    source : str
        ``<source>/<relative path>`` in the project.
    also : tuple of str
        The other members of its alias group.
    labels : tuple of LabelRecord
        In the order of the rows.
    """

    file: str
    sha256: str
    label_sha256: str
    bytes: int
    width: int
    height: int
    source: str
    also: tuple[str, ...]
    origin: Origin
    split: Split
    rv: bool
    labels: tuple[LabelRecord, ...]


Counts = Mapping[str, Mapping[str, Mapping[str, int]]]
"""``counts[of][split][what]``: `of` is images, labels, classes, origins, grades or reviewers."""


@dataclass(frozen=True, slots=True)
class Receipt:
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
        How the images to leave out were chosen: ``none``, ``sort`` or ``milp``.
    left_out : mapping of reason to count
    composition : str
        Digest of what the version holds, whatever policy led to it: task, classes and images.
    files : mapping of file name to SHA-256
        Every file but images and labels (those have theirs in `IMAGES`) and the receipt itself.
    """

    task: Task
    classes: tuple[str, ...]
    policy: tuple[PolicyRule, ...]
    outcomes: tuple[Outcome, ...]
    mode: str
    seed: int
    ratio: str
    solver: str
    counts: Counts
    left_out: Mapping[str, int]
    models: tuple[ModelEntry, ...]
    parent: Parent | None
    composition: str
    files: Mapping[str, str]


def composition_digest(task: Task, classes: tuple[str, ...], images_sha256: str) -> str:
    """Digest of a version's contents. `images_sha256` is that of the bytes of `IMAGES`."""
    return sha256_of(canonical([task.value, list(classes), images_sha256]))


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


def receipt_bytes(receipt: Receipt) -> bytes:
    """The bytes of ``receipt.json``."""
    return canonical(
        {
            "format": FORMAT,
            "schema": SCHEMA,
            "rules": RULES,
            "task": receipt.task.value,
            "classes": list(receipt.classes),
            "policy": [{"name": r.name, "kind": r.kind, "demanded": r.demanded} for r in receipt.policy],
            "outcomes": [
                {
                    "name": o.name,
                    "kind": o.kind,
                    "demanded": o.demanded,
                    "measured": o.measured,
                    "holds": o.holds,
                }
                for o in receipt.outcomes
            ],
            "mode": receipt.mode,
            "seed": receipt.seed,
            "split": receipt.ratio,
            "solver": receipt.solver,
            "counts": {of: {s: dict(n) for s, n in by.items()} for of, by in receipt.counts.items()},
            "left_out": dict(receipt.left_out),
            "models": [
                {"name": m.name, "sha256": m.sha256, "round": m.round, "depth": m.depth, "labels": m.labels}
                for m in receipt.models
            ],
            "overrides": [],
            "parent": receipt.parent and {"name": receipt.parent.name, "composition": receipt.parent.composition},
            "composition": receipt.composition,
            "files": dict(receipt.files),
        },
        indent=1,
    )


def parse_receipt(data: bytes) -> Receipt:
    """Read ``receipt.json``.

    Raises
    ------
    UserError
        One sentence, when it is not what `receipt_bytes` writes.
    """
    fields = Fields(parse_json(data, RECEIPT), RECEIPT)
    if fields.text("format") != FORMAT:
        raise UserError(f"{RECEIPT} is no receipt of this program.")
    for name, known in (("schema", SCHEMA), ("rules", RULES)):
        if fields.integer(name) != known:
            raise UserError(f"{RECEIPT} has {name} {fields.integer(name)}, this program knows {known}; update it.")
    if fields.items("overrides"):
        raise UserError(f"{RECEIPT} names overrides, which this program does not know; update it.")
    parent = fields.maybe("parent")
    return Receipt(
        task=fields.one_of("task", Task),
        classes=fields.texts("classes"),
        policy=tuple(PolicyRule(f.text("name"), f.text("kind"), f.text("demanded")) for f in fields.each("policy")),
        outcomes=tuple(
            Outcome(f.text("name"), f.text("kind"), f.text("demanded"), f.text("measured"), f.boolean("holds"))
            for f in fields.each("outcomes")
        ),
        mode=fields.text("mode"),
        seed=fields.integer("seed"),
        ratio=fields.text("split"),
        solver=fields.text("solver"),
        counts=_counts(fields.inside("counts")),
        left_out=fields.inside("left_out").integers(),
        models=tuple(
            ModelEntry(
                f.text("name"),
                f.digest("sha256"),
                f.integer("round"),
                f.integer("depth"),
                f.integer("labels"),
            )
            for f in fields.each("models")
        ),
        parent=Parent(parent.text("name"), parent.digest("composition")) if parent else None,
        composition=fields.digest("composition"),
        files=fields.inside("files").digests(),
    )


def _counts(fields: Fields) -> Counts:
    return {
        of: {split: fields.inside(of).inside(split).integers() for split in fields.inside(of).keys()}  # noqa: SIM118
        for of in fields.keys()  # noqa: SIM118
    }


def image_line(record: ImageRecord) -> bytes:
    """One line of ``receipt-images.jsonl``, newline included."""
    value: dict[str, Any] = {
        "file": record.file,
        "sha256": record.sha256,
        "label": record.label_sha256,
        "bytes": record.bytes,
        "width": record.width,
        "height": record.height,
        "source": record.source,
        "origin": record.origin,
        "split": record.split,
        "rv": record.rv,
        "labels": [[x.index, x.grade, x.by, x.models] if x.models else [x.index, x.grade, x.by] for x in record.labels],
    }
    if record.also:
        value["also"] = list(record.also)
    return canonical(value)


def parse_image(line: bytes, number: int) -> ImageRecord:
    """Read one line of ``receipt-images.jsonl``.

    Raises
    ------
    UserError
        One sentence that names the line, when it is not what `image_line` writes.
    """
    where = f"line {number} of {IMAGES}"
    fields = Fields(parse_json(line, where), where)
    return ImageRecord(
        file=fields.text("file"),
        sha256=fields.digest("sha256"),
        label_sha256=fields.digest("label"),
        bytes=fields.integer("bytes"),
        width=fields.integer("width"),
        height=fields.integer("height"),
        source=fields.text("source"),
        also=fields.texts("also") if fields.has("also") else (),
        origin=fields.one_of("origin", Origin),
        split=fields.one_of("split", Split),
        rv=fields.boolean("rv"),
        labels=tuple(_label(item, where) for item in fields.items("labels")),
    )


def _label(item: object, where: str) -> LabelRecord:
    if not isinstance(item, list) or len(item) not in (3, 4):
        raise UserError(f"A label in {where} is not [class, grade, who].")
    names = ("index", "grade", "by", "models")
    fields = Fields(dict(zip(names, item, strict=False)), f"a label in {where}")
    return LabelRecord(
        index=fields.integer("index"),
        grade=fields.one_of("grade", Grade),
        by=fields.text("by") if item[2] is not None else None,
        models=fields.texts("models") if len(item) == 4 else (),
    )


def parse_json(data: bytes, where: str) -> object:
    """JSON from bytes nobody vouches for.

    Raises
    ------
    UserError
        When it is too large, no UTF-8, no JSON, nested too deep or has a number that is none.
    """
    if len(data) > MAX_BYTES:
        raise UserError(f"{where[:1].upper()}{where[1:]} is too large to be a receipt ({len(data):,} bytes).")
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{where[:1].upper()}{where[1:]} is not valid JSON.") from error


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")
