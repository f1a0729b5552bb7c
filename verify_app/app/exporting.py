"""Exporting a version: composed under the policy, written whole or not at all, then on record."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from verify_app.app.files import rescan, touched
from verify_app.app.policies import stored
from verify_app.app.session import Session
from verify_app.core.errors import PolicyError, UserError
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt import RECEIPT, ImageRecord, Override, image_line, receipt_bytes, sha256_of
from verify_app.core.vocabulary import Split
from verify_app.datasets import version as versions_on_disk
from verify_app.datasets.compose import Member, Plan, plan
from verify_app.datasets.descent import ancestor_of
from verify_app.datasets.looks import with_looks
from verify_app.datasets.picture import composition, costs
from verify_app.datasets.policy import Policy, policy_of
from verify_app.datasets.policyfile import read_policy
from verify_app.datasets.pool import read_pool
from verify_app.datasets.shares import Share
from verify_app.datasets.split import parse_ratio
from verify_app.datasets.staging import check_free
from verify_app.datasets.survey import survey
from verify_app.datasets.version import Written
from verify_app.formats.yolo import label_bytes
from verify_app.storage.history import KEPT_VERSION, VersionRow, versions

LISTED = 200
"""No preview names more images left out than this; the counts are of all."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export.

    Parameters
    ----------
    min_real_share : str or None
        A preset (careful, balanced, lean) or a share such as ``0.5``; None: the policy's default.
    yes : bool
        Agree to leave out more than half of the candidates.
    min_catch_rate : str or None
        What everybody who verified labels must surely catch (the lower end of the interval); None: no rule.
    min_seen_share : str or None
        How much of what is real-verified must have been decided in the window; None: what the policy says.
    policy : Path or None
        A policy file; what is given beside it goes before it.
    overrides : tuple of Override
        Soft rules that need not hold, besides the file's.
    parent : str or None
        Name of the version this one follows; None: the newest one that a model was trained on.
    """

    min_real_share: str | None = None
    mode: str = "trim"
    seed: int = 0
    split: str = "80/10/10"
    yes: bool = False
    min_catch_rate: str | None = None
    policy: Path | None = None
    overrides: tuple[Override, ...] = ()
    parent: str | None = None
    min_seen_share: str | None = None

    def demands(self, own: Policy | None = None) -> Policy:
        """The policy all of this makes; `own` is the project's, which a policy file replaces.

        Raises
        ------
        UsageError
            When there is none such.
        """
        base = read_policy(self.policy) if self.policy is not None else own or Policy()
        base = replace(base, overrides=(*base.overrides, *self.overrides))
        own_way = {"min_catch_rate": self.min_catch_rate, "min_seen_share": self.min_seen_share}
        return policy_of(self.min_real_share, base=base, **own_way)


@dataclass(frozen=True, slots=True)
class Exported:
    """A version on disk and on record; `new` is false when the same composition was there before."""

    name: str
    folder: Path
    digest: str
    plan: Plan
    new: bool


def preview(session: Session, options: ExportOptions, *, report: Report = silent) -> Plan:
    """What an export would be. Assigns and writes nothing but what looking at the files finds.

    Raises
    ------
    PolicyError
        When the policy cannot be met; carries the preview as a plain object where there is a plan.
    """
    return _planner(session, options, report)(options.demands(stored(session.project.read)))


def preview_with_costs(
    session: Session, options: ExportOptions, *, report: Report = silent
) -> tuple[Plan, Mapping[str, int]]:
    """The same, and how many images each rule keeps out."""
    again = _planner(session, options, report)
    made = again(options.demands(stored(session.project.read)))
    return made, costs(made, lambda policy: again(policy, advise=False))


def _planner(session: Session, options: ExportOptions, report: Report) -> Callable[..., Plan]:
    """What composes under a policy: everything else is looked at once, now."""
    policy, ratio = options.demands(stored(session.project.read)), parse_ratio(options.split)
    before = parent_of(session, options.parent)
    report(Progress("export", 0, 0, "looking at files"))
    rescan(session, touched(session))
    pool = survey(read_pool(session.project.read, pseudo_conf=policy.pseudo_conf), report=report)
    pool = with_looks(pool, session.folder / "cache", report=report)
    ancestor = ancestor_of(session.project.read, before) if before else None

    def composed(policy: Policy, *, advise: bool = True) -> Plan:
        try:
            return plan(pool, policy, mode=options.mode, seed=options.seed, split=ratio, parent=ancestor, advise=advise)
        except PolicyError as error:
            refused = error.plan if isinstance(error.plan, Plan) else None
            raise PolicyError(str(error), described(refused) if refused else None) from error

    return composed


def export(session: Session, out: Path, options: ExportOptions, *, report: Report = silent) -> Exported:
    """Write a version to `out` and put it on record.

    Splits are assigned first: an assignment stands for ever, also when writing fails. The same composition again is
    the same version, written to `out` once more.

    Raises
    ------
    PolicyError
        When the policy cannot be met; nothing is written.
    UserError
        When more than half of the candidates would be left out and nobody agreed, or `out` cannot be written.
    """
    made = preview(session, options, report=report)
    if made.needs_yes and not options.yes:
        raise UserError(
            f"This would leave out more than half of the candidates ({len(made.left_out)} images). {made.sentence()} "
            "To export all the same, say --yes."
        )
    before = _written_before(made, out)
    if before is None:
        check_free(out.absolute())
    with session.project.transact(session.actor, "assign") as tx:
        for sha256, split in made.assignments.items():
            tx.put("assignment", sha256, {"split": split.value})
    written = before or versions_on_disk.write(made, out.absolute(), report=report)
    return _record(session, made, written)


def _written_before(made: Plan, out: Path) -> Written | None:
    """The version in `out` when it is this very one: an export that was cut off after writing is taken up again."""
    file = out / RECEIPT
    if not file.is_file():
        return None
    images = versions_on_disk.records(made)
    receipt = versions_on_disk.receipt_of(made, images)
    digest = sha256_of(receipt_bytes(receipt))
    if sha256_of(file.read_bytes()) != digest:
        return None
    return Written(out.absolute(), receipt, digest, images)


def _record(session: Session, made: Plan, written: Written) -> Exported:
    composition = written.receipt.composition
    known = versions(session.project.read)
    same = next((v for v in known if v.digest == composition), None)
    parent = next((v.id for v in known if made.parent and v.name == made.parent.name), None)
    name = same.name if same else _next_name(known)
    row = {
        "name": name,
        "digest": composition,
        "receipt": written.digest,
        "folder": str(written.folder),
        "parent": same.parent if same else parent,
        "summary": json.dumps(_summary(made)),
    }
    with session.project.transact(session.actor, "version") as tx:
        key = same.id if same else tx.new_id("version")
        tx.put("version", key, row)
        # what the version is written again from, on this machine or another
        kept = {"receipt": receipt_bytes(written.receipt).decode("ascii"), "classes": [c.id for c in session.classes]}
        tx.put("setting", KEPT_VERSION + composition, {"value": json.dumps(kept)})
        if same is None:
            pairs = zip(written.records, made.members, strict=True)
            items = [(key, r.sha256, r.split.value, r.file, _kept(r, m)) for r, m in pairs]
            tx.facts("version_item", items)
    return Exported(name, written.folder, written.digest, made, new=same is None)


def _kept(record: ImageRecord, member: Member) -> str:
    """An image's line of the receipt, and after it the bytes of its label file."""
    labels = label_bytes(member.ready.rows) if record.label_sha256 else b""
    return (image_line(record) + labels).decode("ascii")


def _next_name(known: list[VersionRow]) -> str:
    taken, number = {v.name for v in known}, len(known) + 1
    while f"v{number}" in taken:
        number += 1
    return f"v{number}"


def parent_of(session: Session, name: str | None = None) -> VersionRow | None:
    """The version a new one follows: the one named, else the newest that a model of the project was trained on.

    Raises
    ------
    UserError
        When there is none of this name.
    """
    known = versions(session.project.read)
    if name is not None:
        found = next((v for v in known if v.name == name), None)
        if found is None:
            names = ", ".join(v.name for v in known) or "none yet"
            raise UserError(f"There is no version {name[:40]} to follow; versions: {names}.")
        return found
    trained = {m.version for m in session.project.read.models() if m.version}
    return next((v for v in reversed(known) if v.name in trained), None)


def _summary(made: Plan) -> dict[str, Any]:
    return {
        "images": {split.value: made.count(split) for split in Split},
        "real_share": _share(made.after),
        "instances": sum(member.ready.instances for member in made.members),
    }


def _share(share: Share) -> float | None:
    fraction: Fraction | None = share.fraction
    return None if fraction is None else round(float(fraction), 6)


def described(made: Plan) -> dict[str, Any]:
    """A plan as a plain object: for ``--json``, and for the export dialog."""
    reasons: dict[str, int] = {}
    for out in made.left_out:
        reasons[out.reason] = reasons.get(out.reason, 0) + 1
    return {
        **_summary(made),
        "mode": made.mode,
        "seed": made.seed,
        "split": str(made.ratio),
        "standing": sum(member.candidate.split is not None for member in made.members),
        "min_real_share": _share(Share(made.policy.min_real_share.numerator, made.policy.min_real_share.denominator)),
        "candidates": _counted(made.candidates),
        "before": _counted(made.before),
        "after": _counted(made.after),
        "rules": [
            {"name": o.name, "kind": o.kind, "demanded": o.demanded, "measured": o.measured, "holds": o.holds}
            for o in made.outcomes
        ],
        "classes": [
            {"name": made.classes[i], "real_verified": share.part, "instances": share.whole, "share": _share(share)}
            for i, share in made.class_shares.items()
        ],
        "composition": composition(made),
        "overrides": [asdict(one) for one in made.policy.overrides],
        "parent": made.parent.name if made.parent else None,
        "since": _since(made),
        "solver": made.solver,
        "left_out": {"total": len(made.left_out), "by_reason": reasons, "images": _left_out(made)},
        "verify": _advised(made),
        "needs_yes": made.needs_yes,
        "notes": list(made.notes),
        "excluded": dict(made.excluded),
        "sentence": made.sentence(),
    }


def _since(made: Plan) -> dict[str, Any] | None:
    """What is new since the parent, and what was settled by whom."""
    if made.since is None:
        return None
    names = ("due", "absent", "fresh", "others")
    settled = [{**asdict(one), "class": made.classes[one.index]} for one in made.since.settled if one.index >= 0]
    return {**{name: getattr(made.since, name) for name in names}, "settled": settled[:LISTED]}


def _left_out(made: Plan) -> list[Mapping[str, str]]:
    return [{"image": x.image, "reason": x.reason, "why": x.why} for x in made.left_out[:LISTED]]


def _advised(made: Plan) -> dict[str, Any] | None:
    if made.advice is None:
        return None
    return {
        "verify": made.advice.verify,
        "add": made.advice.add,
        "images": list(made.advice.images[:LISTED]),
        "sentence": str(made.advice),
    }


def _counted(share: Share) -> dict[str, Any]:
    return {"real_verified": share.part, "images": share.whole, "share": _share(share)}
