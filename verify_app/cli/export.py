"""export, verify-version, versions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from verify_app.app.exports.disk_space import room_of
from verify_app.app.exports.export import Exported, ExportOptions, described, export, preview, preview_with_costs
from verify_app.app.exports.unusable_images import unusable, unusable_lines
from verify_app.app.exports.versions import Fresh, fresh_since, listed_versions
from verify_app.app.monitoring.record import NO_LOOK, drifted, look_after
from verify_app.app.session import Session
from verify_app.cli.common import PATH, acting, job, json_option, project_argument, session_of, show, show_lines
from verify_app.core.errors import UsageError
from verify_app.core.messages import M, joined
from verify_app.core.percentages import of_decimal, percent
from verify_app.core.progress import Report
from verify_app.core.receipt.receipt import Override, Receipt
from verify_app.core.vocabulary import LookKind
from verify_app.datasets.composition.compose import UNUSABLE, Plan
from verify_app.datasets.version.verify import verify_version
from verify_app.formats.findings import some
from verify_app.storage.project import Project

_LINKED = " (linked to the sources)"


@click.command("export")
@project_argument
@click.argument("out", type=PATH, required=False)
@click.option("--policy", type=PATH, default=None, metavar="FILE", help="A TOML file; see `verify-app policy example`.")
@click.option("--min-real-share", default=None, metavar="X", help="0.2 to 1, or careful, balanced, lean.")
@click.option("--min-catch-rate", default=None, metavar="X", help="What reviewers must surely catch; default: no rule.")
@click.option(
    "--min-seen-share", default=None, metavar="X", help="How much was decided in the window; default: no rule."
)
@click.option("--mode", type=click.Choice(["trim", "strict"]), default="trim", show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--split", default="80/10/10", show_default=True, metavar="TRAIN/VAL/TEST")
@click.option("--parent", default=None, metavar="NAME", help="Version this one follows; default: newest trained one.")
@click.option("--override", "overrides", multiple=True, metavar="RULE", help="A soft rule that need not hold.")
@click.option("--reason", "reasons", multiple=True, metavar="TEXT", help="Why, one for each --override.")
@click.option("--link", is_flag=True, help="Link images to their sources: no room needed, and edits there change it.")
@click.option("--since-last", is_flag=True, help="Only say whether enough fresh human work is there.")
@click.option("--costs", "with_costs", is_flag=True, help="With --dry-run: also how many images each rule keeps out.")
@click.option("--dry-run", is_flag=True, help="Only say what it would be.")
@click.option("--yes", is_flag=True, help="Agree to leave out more than half of the candidates.")
@job
def export_command(
    project: Path,
    out: Path | None,
    overrides: tuple[str, ...],
    reasons: tuple[str, ...],
    since_last: bool,
    with_costs: bool,
    dry_run: bool,
    by: str | None,
    report: Report,
    **values: Any,
) -> dict[str, Any]:
    """Write a dataset for training to OUT, under the policy, with its receipt."""
    options = ExportOptions(**values, overrides=_overrides(overrides, reasons, by))
    if out is None and not (dry_run or since_last):
        raise UsageError(M("Say where to write the version: verify-app export PROJECT OUT."))
    with session_of(project, by, reads=dry_run or since_last) as session:
        if since_last:
            fresh = fresh_since(session, options, report=report)
            return {"text": fresh.sentence(), "sentence": fresh.sentence(), **_numbers(fresh)}
        if dry_run or out is None:
            ask = preview_with_costs if with_costs else _preview
            made, cost = ask(session, options, report=report)
            found = described(made, room_of(session, made, out, link=options.link)[1])
            said = [
                M("Without {rule} {n} fewer would stay out.", rule=rule, n=count)
                for rule, count in cost.items()
                if count
            ]
            text = joined([_text(found, M("Would write")), *unusable_lines(unusable(session)), *said], "\n")
            return {"text": text, "dry_run": True, **found, **({"costs": dict(cost)} if with_costs else {})}
        done = export(session, out, options, report=report)
        lost = unusable(session)
        seen = look_after(session, LookKind.VERSION, done.name, report=report) if done.new else NO_LOOK
    return _written(done, lost, seen)


def _written(done: Exported, lost: list[str], seen: Mapping[str, Any]) -> dict[str, Any]:
    """What was written, as the command says it."""
    found = described(done.plan, done.room)
    place = M("{folder} (linked to the sources)", folder=done.folder) if done.linked else f"{done.folder}"
    head = (
        M("Wrote {version} to {place}:", version=done.name, place=place)
        if done.new
        else M("{version} was there before; it is in {place}:", version=done.name, place=place)
    )
    lines = [_text(found, head), *unusable_lines(lost), *drifted(seen)]
    return {
        "text": joined([*lines, M("receipt {digest}", digest=done.digest)], "\n"),
        "unusable": lost,
        "version": done.name,
        "folder": str(done.folder),
        "receipt": done.digest,
        "new": done.new,
        "linked": done.linked,
        "monitor": dict(seen),
        **found,
    }


def _preview(session: Session, options: ExportOptions, *, report: Report) -> tuple[Plan, Mapping[str, int]]:
    return preview(session, options, report=report), {}


def _overrides(rules: tuple[str, ...], reasons: tuple[str, ...], by: str | None) -> tuple[Override, ...]:
    """What is taken on oneself: each rule with its reason, under the name of who acts."""
    if len(rules) != len(reasons):
        raise UsageError(M("Each --override needs its own --reason, in the same order."))
    return tuple(Override(rule, reason.strip(), acting(by)) for rule, reason in zip(rules, reasons, strict=True))


def _numbers(fresh: Fresh) -> dict[str, Any]:
    numbers = {"parent": fresh.parent, "fresh": fresh.fresh, "others": fresh.others, "verify": fresh.more}
    return {"enough": fresh.enough, "demanded": str(fresh.demanded), **numbers}


def _text(found: Mapping[str, Any], head: str) -> str:
    counts = ", ".join(f"{count} {split}" for split, count in found["images"].items() if count)
    lines = [M("{head} {counts}", head=head, counts=counts), found["sentence"], *filter(None, [found["space"]])]
    if found["standing"]:
        one = M("1 image keeps the split of an earlier export.")
        many = M("{n} images keep the split of an earlier export.", n=found["standing"])
        lines.append(one if found["standing"] == 1 else many)
    others = {k: v for k, v in found["left_out"]["by_reason"].items() if k != "share"}
    for reason, count in others.items():
        named = [
            M("{image}: {why}", image=one["image"], why=one["why"])
            for one in found["left_out"]["images"]
            if one["reason"] == UNUSABLE
        ]
        if reason == UNUSABLE:
            lines.append(M("Left out: {n} ({reason}): {images}", n=count, reason=reason, images=some(named, count)))
        else:
            lines.append(M("Left out: {n} ({reason})", n=count, reason=reason))
    lines += [
        M("Overridden by {name}: {rule} ({reason})", name=o["by"], rule=o["rule"], reason=o["reason"])
        for o in found["overrides"]
    ]
    return joined([*lines, *found["notes"][:20]], "\n")


@click.command("verify-version")
@click.argument("folder", metavar="DIR", type=PATH)
@json_option
def verify_version_command(folder: Path, as_json: bool) -> None:
    """Re-check a version from its files alone, and print its receipt's digest."""
    found = verify_version(folder)
    problems = list(found.problems)
    result: dict[str, Any] = {"ok": not problems, "problems": problems, "receipt": found.digest}
    if found.receipt is not None and found.receipt.compared:
        result["compared"] = found.receipt.compared
    if problems:
        text = "\n".join(problems)
    else:
        text = f"{folder} is what its receipt says.\nreceipt {found.digest}\nCompare that with the one in the project."
        text += _beside_parent(found.receipt)
    show(result, text, as_json)
    if problems:
        raise click.exceptions.Exit(1)


def _beside_parent(receipt: Receipt | None) -> str:
    """How train compares with that of the parent, in a line for each kind of count."""
    if receipt is None or receipt.parent is None or not receipt.compared:
        return ""
    titles = {"origins": "images", "classes": "labels", "grades": "grades", "tail": "rare, verified"}
    lines = [
        f"  {title}: " + ", ".join(f"{what} {before} -> {now}" for what, (before, now) in sorted(rows.items()))
        for of, title in titles.items()
        if (rows := receipt.compared[of])
    ]
    return "\n".join([f"\nTrain, in {receipt.parent.name} and here:", *lines])


@click.command("versions")
@project_argument
@json_option
def versions_command(project: Path, as_json: bool) -> None:
    """List the versions of a project, oldest first."""
    with Project.look(project) as opened:
        rows = listed_versions(opened.read)
    if as_json:
        show({"versions": rows}, "", as_json)
    else:
        show_lines(rows, _row, as_json)


def _row(row: Mapping[str, Any]) -> str:
    counts = ", ".join(f"{count} {split}" for split, count in row["images"].items() if count)
    title = f" {row['title']}:" if row["title"] else ""
    *others, newest = row["receipts"]
    share = percent(of_decimal(row["real_share"]))
    head = f"{row['name']:<6}{title} {counts}; {share} of train real and verified  {_place(newest)}"
    return "\n".join([head, *(f"{'':<6} {_place(one)}" for one in reversed(others))])


def _place(one: Mapping[str, Any]) -> str:
    """Where a receipt was written to."""
    return f"{one['folder']}{_LINKED if one['linked'] else ''}  receipt {one['receipt'][:12]}"
