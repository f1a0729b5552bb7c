"""export, verify-version, versions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from verify_app.app.exporting import ExportOptions, described, export, preview
from verify_app.cli.common import PATH, job, json_option, project_argument, session_of, show, show_lines
from verify_app.core.progress import Report
from verify_app.datasets.verify import verify_version
from verify_app.storage.history import versions
from verify_app.storage.project import Project


@click.command("export")
@project_argument
@click.argument("out", type=PATH)
@click.option("--min-real-share", default=None, metavar="X", help="0.2 to 1, or careful, balanced, lean.")
@click.option("--min-catch-rate", default=None, metavar="X", help="What reviewers must surely catch; default: no rule.")
@click.option("--mode", type=click.Choice(["trim", "strict"]), default="trim", show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--split", default="80/10/10", show_default=True, metavar="TRAIN/VAL/TEST")
@click.option("--dry-run", is_flag=True, help="Only say what it would be.")
@click.option("--yes", is_flag=True, help="Agree to leave out more than half of the candidates.")
@job
def export_command(
    project: Path,
    out: Path,
    min_real_share: str | None,
    min_catch_rate: str | None,
    mode: str,
    seed: int,
    split: str,
    dry_run: bool,
    yes: bool,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Write a dataset for training to OUT, under the policy, with its receipt."""
    options = ExportOptions(min_real_share, mode, seed, split, yes, min_catch_rate)
    with session_of(project, by) as session:
        if dry_run:
            found = described(preview(session, options, report=report))
            return {"text": _text(found, "Would write"), "dry_run": True, **found}
        done = export(session, out, options, report=report)
    found = described(done.plan)
    head = (
        f"Wrote {done.name} to {done.folder}:" if done.new else f"{done.name} was there before; it is in {done.folder}:"
    )
    return {
        "text": f"{_text(found, head)}\nreceipt {done.digest}",
        "version": done.name,
        "folder": str(done.folder),
        "receipt": done.digest,
        "new": done.new,
        **found,
    }


def _text(found: Mapping[str, Any], head: str) -> str:
    counts = ", ".join(f"{count} {split}" for split, count in found["images"].items() if count)
    lines = [f"{head} {counts}", found["sentence"]]
    if found["standing"]:
        lines.append(f"{found['standing']} images keep the split of an earlier export.")
    others = {k: v for k, v in found["left_out"]["by_reason"].items() if k != "share"}
    lines += [f"Left out: {count} ({reason})" for reason, count in others.items()]
    return "\n".join([*lines, *found["notes"][:20]])


@click.command("verify-version")
@click.argument("folder", metavar="DIR", type=PATH)
@json_option
def verify_version_command(folder: Path, as_json: bool) -> None:
    """Re-check a version from its files alone, and print its receipt's digest."""
    found = verify_version(folder)
    problems = list(found.problems)
    result = {"ok": not problems, "problems": problems, "receipt": found.digest}
    if problems:
        text = "\n".join(problems)
    else:
        text = f"{folder} is what its receipt says.\nreceipt {found.digest}\nCompare that with the one in the project."
    show(result, text, as_json)
    if problems:
        raise click.exceptions.Exit(1)


@click.command("versions")
@project_argument
@json_option
def versions_command(project: Path, as_json: bool) -> None:
    """List the versions of a project, oldest first."""
    with Project.look(project) as opened:
        rows = [
            {"name": v.name, "digest": v.digest, "receipt": v.receipt, "folder": v.folder, **v.summary}
            for v in versions(opened.read)
        ]
    if as_json:
        show({"versions": rows}, "", as_json)
    else:
        show_lines(rows, _row, as_json)


def _row(row: Mapping[str, Any]) -> str:
    counts = ", ".join(f"{count} {split}" for split, count in row["images"].items() if count)
    return f"{row['name']:<6} {counts}; real share {row['real_share']:.0%}  {row['folder']}"
