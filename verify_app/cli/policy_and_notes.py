"""version, policy, what-if."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from verify_app.app.exports.meter import set_ready_from
from verify_app.app.exports.versions import (
    Note,
    annotate,
    compare_versions,
    compared,
    find,
    folder_of,
    listed_versions,
    note_of,
    write_again,
)
from verify_app.app.exports.what_if import beside, play, told
from verify_app.cli.common import PATH, by_option, job, json_option, project_argument, session_of, show
from verify_app.cli.output import say, say_line
from verify_app.core.errors import UsageError
from verify_app.core.messages import M, reason_of
from verify_app.core.progress import Report
from verify_app.datasets.policy.rules import policy_rules
from verify_app.datasets.policy.shares import parse_share
from verify_app.datasets.policy.toml_file import EXAMPLE, read_policy
from verify_app.storage.project import Project

version_argument = click.argument("version")


@click.group("version")
def version_command() -> None:
    """One version: name, describe, compare, write again."""


@version_command.command("name")
@project_argument
@version_argument
@click.argument("title")
@by_option
@json_option
def version_name(project: Path, version: str, title: str, by: str | None, as_json: bool) -> None:
    """Give a version a title; it is found by that too."""
    with session_of(project, by) as session:
        _show_note(version, annotate(session, version, title=title), as_json)


@version_command.command("describe")
@project_argument
@version_argument
@click.argument("text", required=False)
@by_option
@json_option
def version_describe(project: Path, version: str, text: str | None, by: str | None, as_json: bool) -> None:
    """Say what a version is, or show what was said."""
    if text is None:
        with Project.look(project) as opened:
            name = find(opened.read, version).name
            row = next(row for row in listed_versions(opened.read) if row["name"] == name)
            show(row, _note_text(version, note_of(opened.read, name)), as_json)
        return
    with session_of(project, by) as session:
        _show_note(version, annotate(session, version, text=text), as_json)


def _show_note(version: str, note: Note, as_json: bool) -> None:
    show({"version": version, **asdict(note)}, _note_text(version, note), as_json)


def _note_text(version: str, note: Note) -> str:
    head = f"{version}: {note.title}" if note.title else version
    return f"{head}\n{note.text}" if note.text else head


@version_command.command("compare")
@project_argument
@click.argument("before")
@click.argument("after")
@json_option
def version_compare(project: Path, before: str, after: str, as_json: bool) -> None:
    """Say how AFTER differs from BEFORE."""
    with Project.look(project) as opened:
        one, two, found = compare_versions(opened.read, before, after)
    result = compared(found, one, two)
    show(result, _compared_text(result), as_json)


def _compared_text(found: Mapping[str, Any]) -> str:
    counts = {name: len(value) for name, value in found["images"].items()}
    lines = [
        f"{found['before']} -> {found['after']}",
        "images: " + ", ".join(f"{count} {name}" for name, count in counts.items()),
        "labels: " + ", ".join(f"{count} {name}" for name, count in found["labels"].items()),
        f"real share: {found['real_share']['before']} -> {found['real_share']['after']}",
    ]
    lines += [f"{name}: {n['before']} -> {n['after']}" for name, n in found["classes"].items()]
    return "\n".join(lines)


receipt_option = click.option(
    "--receipt", default=None, metavar="DIGEST", help="Which of its receipts; default: the newest."
)


def _write(
    project: Path, version: str, out: Path | None, receipt: str | None, by: str | None, report: Report
) -> dict[str, Any]:
    with session_of(project, by) as session:
        out = out or folder_of(session.project.read, version, receipt)
        row = write_again(session, version, out, receipt=receipt, report=report)
    text = M(
        "Wrote {version} to {out} again, byte for byte.\nreceipt {receipt}",
        version=row.name,
        out=out,
        receipt=row.receipt,
    )
    return {"text": text, "version": row.name, "folder": str(out.absolute()), "receipt": row.receipt}


@version_command.command("write")
@project_argument
@version_argument
@click.argument("out", type=PATH)
@receipt_option
@job
def version_write(
    project: Path, version: str, out: Path, receipt: str | None, by: str | None, report: Report
) -> dict[str, Any]:
    """Write a version again to OUT, byte for byte, from what the project keeps of it."""
    return _write(project, version, out, receipt, by, report)


@version_command.command("restore")
@project_argument
@version_argument
@receipt_option
@job
def version_restore(project: Path, version: str, receipt: str | None, by: str | None, report: Report) -> dict[str, Any]:
    """Write a version again to where it was, when it is not there any more."""
    return _write(project, version, None, receipt, by, report)


@click.group("policy")
def policy_command() -> None:
    """Policy files."""


@policy_command.command("example")
@click.argument("file", type=PATH, required=False)
def policy_example(file: Path | None) -> None:
    """Print an example with every rule explained, or write it to FILE."""
    if file is None:
        say(EXAMPLE.rstrip("\n"))
        return
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(EXAMPLE)
    except OSError as error:
        raise UsageError(M("{file} cannot be written: {reason}.", file=file, reason=reason_of(error))) from error
    say_line(f"Wrote {file}; export with --policy {file}.")


@policy_command.command("ready")
@project_argument
@click.argument("images", type=int)
@by_option
@json_option
def policy_ready(project: Path, images: int, by: str | None, as_json: bool) -> None:
    """Say from how many real-verified images on the meter calls a project ready to export (20 unless said).

    Exporting is not held up by it.
    """
    with session_of(project, by) as session:
        set_ready_from(session, images)
    show({"ready_from": images}, f"Ready to export is said from {images} real-verified images on.", as_json)


@policy_command.command("check")
@click.argument("file", type=PATH)
@json_option
def policy_check(file: Path, as_json: bool) -> None:
    """Read a policy file and say what it demands."""
    policy = read_policy(file)
    rules = [asdict(rule) for rule in policy_rules(policy)]
    overrides = [asdict(one) for one in policy.overrides]
    lines = [f"{rule['name']:<22}{rule['kind']:<6}{rule['demanded']}" for rule in rules]
    lines += [f"overridden by {o['by']}: {o['rule']} ({o['reason']})" for o in overrides]
    show({"rules": rules, "overrides": overrides}, "\n".join(lines), as_json)


@click.command("what-if")
@project_argument
@click.option("--generations", type=int, default=10, show_default=True)
@click.option("--real-share", default="0.5", show_default=True, metavar="X")
@click.option("--seed", type=int, default=0, show_default=True)
@json_option
def what_if_command(project: Path, generations: int, real_share: str, seed: int, as_json: bool) -> None:
    """Simulate what a share of real labels does to each class over generations. No model is trained."""
    share = parse_share(real_share, "The real share")
    with Project.look(project) as opened:
        found = play(opened.read, share, generations=generations, seed=seed)
        before = beside(opened.read)
        happened = [line for row in before for line in told(row)]
    rows = [{name: asdict(band) for name, band in of.items()} for of in found.generations]
    result = {
        "simulation": True,
        "sentence": found.sentence(),
        "generations": rows,
        "thin": dict(found.thin),
        "gone": dict(found.gone),
        "assumptions": list(found.assumptions),
        "forecasts": before,
        "happened": happened,
    }
    last = rows[-1]
    lines = [found.sentence()]
    lines += [f"{n}: {rows[0][n]['middle']} -> {b['middle']} ({b['low']} to {b['high']})" for n, b in last.items()]
    show(result, "\n".join([*lines, *happened, *found.assumptions]), as_json)
