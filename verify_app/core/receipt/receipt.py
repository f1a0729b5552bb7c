"""The receipt: what is in a version, under which rules. Dataclasses to and from canonical JSON, nothing trusted.

``receipt.json`` is small and carries the digest of ``receipt-images.jsonl``, which has one line for each image. The
same receipt has the same bytes on any machine: keys sorted, ASCII only, no clock times, no absolute paths.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.receipt.json_fields import Fields, capital
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
    completion_of,
    label_data,
    label_of,
    reviewers_of,
    seen,
    since_data,
    since_of,
    texts_of,
    vouchers_of,
)
from verify_app.core.regular_file import read_whole
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Origin, Split, Task

__all__ = [
    "DATA",
    "FORMAT",
    "IMAGES",
    "MAX_BYTES",
    "RECEIPT",
    "RULES",
    "SCHEMA",
    "CatchRecord",
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
SCHEMA = 2
"""Of the two files. A newer one is refused, never guessed at; the first says of no label what kind of actor made it."""

RULES = 3
"""Version of the policy's rules: which there are and what each name measures. Older ones are still re-checked."""

MAX_BYTES = 16 * 2**20
"""No larger receipt, and no longer line of the images' file, is parsed."""


Counts = Mapping[str, Mapping[str, Mapping[str, int]]]
"""``counts[of][split][what]``: `of` is images, labels, classes, origins, grades, reviewers, kinds or doors."""


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
    seed: int
    ratio: str
    solver: str
    counts: Counts
    left_out: Mapping[str, int]
    models: tuple[ModelEntry, ...]
    parent: Parent | None
    composition: str
    files: Mapping[str, str]
    skeleton: Skeleton | None = None
    reviewers: Mapping[str, CatchRecord] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    class_shares: Mapping[str, str] = field(default_factory=dict)
    since: Since | None = None
    rules: int = RULES
    sample: bool = False
    vouchers: tuple[Voucher, ...] = ()
    schema: int = SCHEMA


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


def receipt_bytes(receipt: Receipt) -> bytes:
    """The bytes of ``receipt.json``."""
    return canonical(
        {
            "format": FORMAT,
            "schema": receipt.schema,
            "rules": receipt.rules,
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
                | ({"proof": m.proof} if m.proof else {})
                for m in receipt.models
            ],
            "overrides": [asdict(one) for one in receipt.overrides],
            "parent": receipt.parent and {"name": receipt.parent.name, "composition": receipt.parent.composition},
            "composition": receipt.composition,
            "files": dict(receipt.files),
        }
        | ({"sample": True} if receipt.sample else {})
        | ({"vouched": [list(one) for one in receipt.vouchers]} if receipt.vouchers else {})
        | ({} if receipt.skeleton is None else {"skeleton": receipt.skeleton.data()})
        | ({} if receipt.since is None else {"since": since_data(receipt.since)})
        | ({} if not receipt.class_shares else {"class_shares": dict(receipt.class_shares)})
        | ({"reviewers": {name: asdict(r) for name, r in receipt.reviewers.items()}} if receipt.reviewers else {}),
        indent=1,
    )


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
    fields = Fields(parse_json(data, RECEIPT), RECEIPT)
    if fields.text("format") != FORMAT:
        raise UserError(M("{file} is no receipt of this program.", file=RECEIPT))
    for name, known in (("schema", SCHEMA), ("rules", RULES)):
        if not 1 <= fields.integer(name) <= known:
            gaps = {"file": RECEIPT, "name": name, "number": fields.integer(name), "known": known}
            raise UserError(M("{file} has {name} {number}, this program knows {known}; update it.", **gaps))
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
        models=tuple(map(_model, fields.each("models"))),
        parent=Parent(parent.text("name"), parent.digest("composition")) if parent else None,
        composition=fields.digest("composition"),
        files=fields.inside("files").digests(),
        skeleton=_skeleton(fields) if fields.has("skeleton") else None,
        reviewers=reviewers_of(fields.inside("reviewers")) if fields.has("reviewers") else {},
        overrides=tuple(Override(f.text("rule"), f.text("reason"), f.text("by")) for f in fields.each("overrides")),
        class_shares=texts_of(fields.inside("class_shares")) if fields.has("class_shares") else {},
        since=since_of(fields.inside("since")) if fields.has("since") else None,
        rules=fields.integer("rules"),
        sample=fields.boolean("sample") if fields.has("sample") else False,
        vouchers=vouchers_of(fields) if fields.has("vouched") else (),
        schema=fields.integer("schema"),
    )


def _model(fields: Fields) -> ModelEntry:
    return ModelEntry(
        fields.text("name"),
        fields.digest("sha256"),
        fields.integer("round"),
        fields.integer("depth"),
        fields.integer("labels"),
        fields.text("proof") if fields.has("proof") else "",
    )


def _skeleton(fields: Fields) -> Skeleton:
    found = fields.inside("skeleton")
    lists = {name: found.items(name) for name in ("flip_idx", "skeleton")}
    try:
        return Skeleton.of({"names": list(found.texts("names")), **lists})
    except UserError as error:
        raise UserError(M("{file}: {reason}", file=RECEIPT, reason=error)) from error


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
        "bytes": record.bytes,
        "width": record.width,
        "height": record.height,
        "source": record.source,
        "origin": record.origin,
        "split": record.split,
        "rv": record.rv,
        "labels": [label_data(x) for x in record.labels],
    }
    if record.complete is not None:
        value["complete"] = record.complete.data()
    if record.label_sha256:
        value["label"] = record.label_sha256
    if record.also:
        value["also"] = list(record.also)
    if record.group:
        value["group"] = record.group
    return canonical(value)


def parse_image(line: bytes, number: int) -> ImageRecord:
    """Read one line of ``receipt-images.jsonl``.

    Raises
    ------
    UserError
        One sentence that names the line, when it is not what `image_line` writes.
    """
    where = M("line {number} of {file}", number=number, file=IMAGES)
    fields = Fields(parse_json(line, where), where)
    return ImageRecord(
        file=fields.text("file"),
        sha256=fields.digest("sha256"),
        label_sha256=fields.digest("label") if fields.has("label") else "",
        bytes=fields.integer("bytes"),
        width=fields.integer("width"),
        height=fields.integer("height"),
        source=fields.text("source"),
        also=fields.texts("also") if fields.has("also") else (),
        origin=fields.one_of("origin", Origin),
        split=fields.one_of("split", Split),
        rv=fields.boolean("rv"),
        labels=tuple(label_of(item, where) for item in fields.items("labels")),
        group=fields.text("group") if fields.has("group") else "",
        complete=completion_of(fields) if fields.has("complete") else None,
    )


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
