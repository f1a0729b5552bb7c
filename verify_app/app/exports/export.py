"""Exporting a version: composed under the policy, written whole or not at all, then on record."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec import structs

from verify_app.app.exports.disk_space import freezer_with_room
from verify_app.app.exports.forecasts import forecast_text
from verify_app.app.exports.last_plan import remember
from verify_app.app.exports.project_policy import stored
from verify_app.app.imports.files import rescan, touched
from verify_app.app.session import Session
from verify_app.core.counted import counted
from verify_app.core.errors import PolicyError, UserError
from verify_app.core.messages import M
from verify_app.core.percentages import decimal
from verify_app.core.progress import Progress, Report, silent
from verify_app.core.receipt.receipt import RECEIPT, ImageRecord, Override, image_line, receipt_bytes, sha256_of
from verify_app.core.vocabulary import Split
from verify_app.datasets.composition.candidates import Pool
from verify_app.datasets.composition.compose import UNUSABLE, Composer, Member, Plan
from verify_app.datasets.composition.pool import read_pool
from verify_app.datasets.composition.split import parse_ratio
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.files.hash_cache import with_looks
from verify_app.datasets.files.image_identity import assignments
from verify_app.datasets.policy.policy import Policy, policy_of
from verify_app.datasets.policy.shares import Share
from verify_app.datasets.policy.toml_file import read_policy
from verify_app.datasets.version import write_version as versions_on_disk
from verify_app.datasets.version.atomic_folder import check_free
from verify_app.datasets.version.counts import composition, costs
from verify_app.datasets.version.disk_space import Room
from verify_app.datasets.version.parent import ancestor_of
from verify_app.datasets.version.verify import require_sound
from verify_app.datasets.version.write_version import Written
from verify_app.formats.yolo import label_bytes
from verify_app.storage.queries.assigned_splits import files_now
from verify_app.storage.queries.history import FORECAST, KEPT_VERSION, VersionRow, versions

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
    link : bool
        Link the images to their sources, where who saves into one changes the version.
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
    link: bool = False
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
    """A version on disk and on record; `new` is false when the same composition was there before.

    `linked` when it holds links to sources; `room` is what its images needed, None when they were there already.
    """

    name: str
    folder: Path
    digest: str
    plan: Plan
    new: bool
    linked: bool = False
    room: Room | None = None


def preview(session: Session, options: ExportOptions, *, report: Report = silent) -> Plan:
    """What an export would be. Assigns and writes nothing but what looking at the files finds.

    Raises
    ------
    PolicyError
        When the policy cannot be met; carries the preview as a plain object where there is a plan.
    """
    return _planner(session, options, _looked_at(session, options, report))(
        options.demands(stored(session.project.read))
    )


def preview_with_costs(
    session: Session, options: ExportOptions, *, report: Report = silent
) -> tuple[Plan, Mapping[str, int]]:
    """The same, and how many images each rule keeps out."""
    again = _planner(session, options, _looked_at(session, options, report))
    made = again(options.demands(stored(session.project.read)))
    return made, costs(made, lambda policy: again(policy, advise=False))


def _looked_at(session: Session, options: ExportOptions, report: Report) -> Pool:
    """The project's candidates with everything that their files say."""
    policy = options.demands(stored(session.project.read))
    parse_ratio(options.split)  # what is asked for wrongly is said before anything is looked at
    parent_of(session, options.parent)
    report(Progress("export", 0, 0, M("looking at files")))
    if not session.reads_only:
        rescan(session, touched(session.project.read))
    pool = survey(read_pool(session.project.read, pseudo_conf=policy.pseudo_conf), report=report)
    return comparable(session, pool, report=report)


def comparable(session: Session, pool: Pool, *, report: Report = silent) -> Pool:
    """The pool with what its pictures look like, and what has a place besides."""
    read = session.project.read
    unseen = files_now(read, [k.sha256 for k in pool.kin if k.look is None and k.sha256 not in pool.looks])
    files = {sha256: [Path(file) for file, _ in rows] for sha256, rows in unseen.items()}
    cache, keep = session.folder / "cache", not session.reads_only
    return with_looks(pool, cache, keep=keep, files=files, report=report)


def _planner(session: Session, options: ExportOptions, pool: Pool) -> Callable[..., Plan]:
    """What composes under a policy from what was looked at."""
    made_by = composer(session, pool, split=options.split, seed=options.seed, parent=options.parent)

    def composed(policy: Policy, *, advise: bool = True) -> Plan:
        try:
            made = made_by.plan(policy, mode=options.mode, advise=advise)
        except PolicyError as error:
            refused = error.plan if isinstance(error.plan, Plan) else None
            if refused is not None and advise:
                remember(session, refused, refused.instead())
            raise PolicyError(str(error), described(refused) if refused else None) from error
        if advise:
            remember(session, made, made.instead())
        return made

    return composed


def composer(session: Session, pool: Pool, *, split: str, seed: int, parent: str | None = None) -> Composer:
    """What composes versions of a pool of the project's.

    Raises
    ------
    UserError
        When the split or the parent is none.
    """
    before = parent_of(session, parent)
    ancestor = ancestor_of(session.project.read, before) if before else None
    return Composer(pool, split=parse_ratio(split), seed=seed, parent=ancestor)


def export(session: Session, out: Path, options: ExportOptions, *, report: Report = silent) -> Exported:
    """Write a version to `out` and put it on record.

    The room is reckoned and splits are assigned first: an assignment stands for ever, also when writing fails. The same
    composition again is the same version, written to `out` once more.

    Raises
    ------
    PolicyError
        When the policy cannot be met; nothing is written.
    UserError
        When more than half of the candidates would be left out and nobody agreed, the images do not fit on the disk, or
        `out` cannot be written.
    """
    pool = _looked_at(session, options, report)
    made = _planner(session, options, pool)(options.demands(stored(session.project.read)))
    if made.needs_yes and not options.yes:
        raise UserError(
            M(
                "This would leave out more than half of the candidates ({images}). {plan} To export "
                "all the same, say --yes.",
                images=counted(len(made.left_out), "image"),
                plan=made.sentence(),
            )
        )
    before, freezer, room = _written_before(made, out, link=options.link), None, None
    if before is None:
        check_free(out.absolute())
        freezer, room = freezer_with_room(session, made, out, link=options.link)
    with session.project.transact(session.actor, "assign") as tx:
        for sha256, row in assignments(tx.read, made, pool).items():
            tx.put("assignment", sha256, row)
    written = before or versions_on_disk.write(made, out.absolute(), freezer=freezer, report=report)
    try:
        share = Fraction(made.after.numerator, made.after.denominator or 1)
        forecast = forecast_text(session.project.read, pool.candidates, pool.classes, share)
        done = _record(session, made, written, forecast)
    except UserError as error:
        raise UserError(
            M(
                "{reason} The version in {folder} is whole but not on record; the same export takes it up again.",
                reason=error,
                folder=written.folder,
            )
        ) from error
    return replace(done, room=room)


def _written_before(made: Plan, out: Path, *, link: bool) -> Written | None:
    """The version in `out` when it is this very one: an export that was cut off after writing is taken up again.

    Not one of links where copies are asked for.

    Raises
    ------
    UserError
        When it is this one by its receipt, but not what that says any more.
    """
    file = out / RECEIPT
    if not file.is_file():
        return None
    images = versions_on_disk.records(made)
    receipt = versions_on_disk.receipt_of(made, images)
    digest = sha256_of(receipt_bytes(receipt))
    if sha256_of(file.read_bytes()) != digest:
        return None
    linked = any(_same(m.candidate.file, out / i.file) for m, i in zip(made.members, images, strict=True))
    if linked and not link:
        return None
    require_sound(out)
    return Written(out.absolute(), receipt, digest, images, linked)


def _same(one: Path, two: Path) -> bool:
    try:
        return one.samefile(two)
    except OSError:
        return False


def _record(session: Session, made: Plan, written: Written, forecast: str | None) -> Exported:
    composition = written.receipt.composition
    known = versions(session.project.read)
    same = next((v for v in known if v.digest == composition), None)
    parent = next((v.id for v in known if made.parent and v.name == made.parent.name), None)
    name = same.name if same else next_name(known)
    row = {
        "name": name,
        "digest": composition,
        "receipt": written.digest,
        "folder": str(written.folder),
        "parent": same.parent if same else parent,
        "summary": json.dumps({**_summary(made), "linked": written.linked}),
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
            if forecast is not None:
                tx.put("setting", FORECAST + name, {"value": forecast})
    remember(session, made, made.instead())
    return Exported(name, written.folder, written.digest, made, new=same is None, linked=written.linked)


def _kept(record: ImageRecord, member: Member) -> str:
    """An image's line of the receipt, and after it the bytes of its label file."""
    labels = label_bytes(member.ready.rows) if record.label_sha256 else b""
    return (image_line(record) + labels).decode("ascii")


def next_name(known: list[VersionRow]) -> str:
    """What the version after these is called."""
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
            names = ", ".join(v.name for v in known) or M("none yet")
            raise UserError(M("There is no version {name} to follow; versions: {names}.", name=name[:40], names=names))
        return found
    trained = {m.version for m in session.project.read.models() if m.version}
    return next((v for v in reversed(known) if v.name in trained), None)


def _summary(made: Plan) -> dict[str, Any]:
    return {
        "images": {split.value: made.count(split) for split in Split},
        "real_share": decimal(made.after),
        "instances": sum(member.ready.instances for member in made.members),
    }


def described(made: Plan, room: Room | None = None) -> dict[str, Any]:
    """A plan as a plain object: for ``--json``, and for the export dialog.

    Parameters
    ----------
    room : Room, optional
        What its images need where they would be written.
    """
    reasons: dict[str, int] = {}
    for out in made.left_out:
        reasons[out.reason] = reasons.get(out.reason, 0) + 1
    return {
        **_summary(made),
        "mode": made.mode,
        "seed": made.seed,
        "split": str(made.ratio),
        "standing": sum(member.candidate.split is not None for member in made.members),
        "min_real_share": decimal(made.policy.min_real_share),
        "candidates": _counted(made.candidates),
        "before": _counted(made.before),
        "after": _counted(made.after),
        "rules": [
            {"name": o.name, "kind": o.kind, "demanded": o.demanded, "measured": o.measured, "holds": o.holds}
            for o in made.outcomes
        ],
        "classes": [
            {"name": made.classes[i], "real_verified": share.part, "instances": share.whole, "share": decimal(share)}
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
        "needs_bytes": room.needed if room else None,
        "free_bytes": room.free if room else None,
        "space": room.sentence() if room and room.matters else "",
    }


def _since(made: Plan) -> dict[str, Any] | None:
    """What is new since the parent, and what was settled by whom."""
    if made.since is None:
        return None
    names = ("due", "absent", "fresh", "others")
    known = (one for one in made.since.settled if one.index >= 0)
    settled = [{**structs.asdict(one), "class": made.classes[one.index]} for one in known]
    return {**{name: getattr(made.since, name) for name in names}, "settled": settled[:LISTED]}


def _left_out(made: Plan) -> list[Mapping[str, str]]:
    first = sorted(made.left_out, key=lambda x: x.reason != UNUSABLE)  # somebody has to mend them
    return [{"image": x.image, "reason": x.reason, "why": x.why} for x in first[:LISTED]]


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
    return {"real_verified": share.part, "images": share.whole, "share": decimal(share)}
