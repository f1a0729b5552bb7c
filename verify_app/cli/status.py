"""status, images, labels, log, check: what a project holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from verify_app.app.imports.files import touched
from verify_app.app.project import report as reports
from verify_app.app.project.check import check
from verify_app.app.session import door_here
from verify_app.cli.common import acting, by_option, json_option, project_argument, show, show_lines
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.percentages import Of, of_decimal, percent
from verify_app.core.printable_text import tidy
from verify_app.core.shell_quote import shell_quoted
from verify_app.core.vocabulary import Door
from verify_app.storage.project import Project
from verify_app.storage.queries import image_list

_QUICK = 50_000
"""Up to this many images `status` looks whether their files are still the same; beyond it `check` does."""
_TOUCHED = "files       {count} were changed, moved or brought back since they were looked at; `check` records that"

image_option = click.option("--image", default=None, metavar="SOURCE/PATH", help="Only this image.")


@click.command("status")
@project_argument
@json_option
def status_command(project: Path, as_json: bool) -> None:
    """Say how many images, labels and verdicts there are, and how much of it is real and verified."""
    with Project.look(project) as opened:
        found = reports.status(opened)
        # the places that a stranger's project names are not looked at: they may be anywhere
        if not opened.foreign and reports.total_images(opened) <= _QUICK:
            found["touched"] = len(touched(opened.read))
    show(found, _status_text(tidy(found)), as_json)


def _status_text(found: Mapping[str, Any]) -> str:
    images, labels, suggested = found["images"], found["labels"], found["suggestions"]
    share = "no candidates yet" if not found["candidates"] else percent(Of(found["real_verified"], found["candidates"]))
    lines = [
        f"{found['project']} ({found['task']})",
        *([_TOUCHED.format(count=found["touched"])] if found.get("touched") else []),
        f"images      {images['total']}: {images['complete'] + images['complete_empty']} complete, "
        f"{images['in_progress']} in progress, {images['unreviewed']} unreviewed, {images['stale']} stale, "
        f"{images['missing']} missing",
        f"labels      {labels['verified']} verified, {labels['imported']} unverified, {labels['stale']} stale; "
        f"{found['proposals']} proposals" + (f"; {suggested} suggestions of programs" if suggested else ""),
        *([f"            decided through {_by_door(labels['by_door'])}"] if labels["by_door"] else []),
        f"real share now  {found['real_verified']} of {found['candidates']} candidates real-verified: {share}",
        f"next version    {_coming(found['next_version'])}needs {percent(of_decimal(found['min_real_share']))}",
        f"next            {found['advice']}",
    ]
    return "\n".join(lines)


def _coming(plan: Mapping[str, Any] | None) -> str:
    """What the last plan said of the next version, as far as there was one."""
    if plan is None or not plan["images"]:
        return ""
    share = percent(Of(plan["real_verified"], plan["images"]))
    older = " (planned before the last decision)" if plan["older"] else ""
    verify = f" {plan['verify']}" if plan["verify"] else ""
    return f"{share} of {plan['images']} images in train real and verified{older}.{verify} It "


def _by_door(counts: Mapping[str, int]) -> str:
    """Through which doors what stands was verified; the window first."""
    words = {Door.WINDOW: "the window", Door.UNKNOWN: "a door that is not known"}
    return ", ".join(f"{words.get(d, f'`{d.value}`')}: {counts[d]}" for d in Door if counts.get(d))


@click.command("images")
@project_argument
@json_option
def images_command(project: Path, as_json: bool) -> None:
    """List the images, one a line."""
    with Project.look(project) as opened:
        show_lines(reports.images(opened), _image_text, as_json)


def _image_text(row: Mapping[str, Any]) -> str:
    counts = f"{row['labels']:>4} labels {row['proposals']:>4} proposals"
    return f"{row['state']:<15}{row['origin']:<10}{counts}  {row['image']}"


@click.command("labels")
@project_argument
@image_option
@json_option
def labels_command(project: Path, image: str | None, as_json: bool) -> None:
    """List labels, proposals and what programs suggest, one a line."""
    with Project.look(project) as opened:
        show_lines(reports.labels(opened, _image_id(opened, image)), _label_text, as_json)


def _label_text(row: Mapping[str, Any]) -> str:
    box = ", ".join(f"{v:.1f}" for v in row["box"]) if row["box"] else "the whole image"
    conf = f"{row['conf']:.2f}" if row["conf"] is not None else "-"
    about = f"  {row['by']}: {row['op']} {row['about'] or ''}".rstrip() if "op" in row else ""
    about += f"  suggested by {row['suggested_by']}" if row.get("suggested_by") else ""
    return f"{row['id']:<8}{row['state']:<11}{row['class'] or '-':<16}{conf:>5}  [{box}]  {row['image']}{about}"


@click.command("log")
@project_argument
@image_option
@json_option
def log_command(project: Path, image: str | None, as_json: bool) -> None:
    """List events, oldest first: who did what, when."""
    with Project.look(project) as opened:
        show_lines(reports.log(opened, _image_id(opened, image)), _event_text, as_json)


def _event_text(row: Mapping[str, Any]) -> str:
    return f"{row['event']:>6}  {row['time']}  {row['actor']:<12} {row['op']:<12} {row['image'] or ''}" + (
        f"  suggested by {', '.join(row['suggested_by'])}" if row["suggested_by"] else ""
    )


def _image_id(project: Project, name: str | None) -> int | None:
    if name is None:
        return None
    found = image_list.image_by_name(project.read, name)
    if found is None:
        raise UserError(M("There is no image {name} in the project.", name=name))
    return found


def _perhaps_text(row: Mapping[str, Any], project: Path) -> str:
    images = f" and {row['images']} complete images" if row["images"] else ""
    command = f"verify-app actor mark-agent {shell_quoted(str(project))} {shell_quoted(row['by'])} --zero-ms-only"
    return f"Perhaps through scripts: {row['labels']} labels{images}, by {row['by']}. If so: {command}"


@click.command("check")
@project_argument
@click.option("--files/--no-files", default=True, help="Also read every image file again (default).")
@by_option
@json_option
def check_command(project: Path, files: bool, by: str | None, as_json: bool) -> None:
    """Prove that the project's tables are what its record says, and look at every file again."""
    done = check(project, acting(by), files=files, door=door_here())
    found: dict[str, Any] = {"ok": not done.problems, "problems": done.problems}
    if not done.problems:
        found |= {"stale": done.stale, "missing": done.missing, "perhaps_scripts": done.perhaps, "full": done.full}
    text = "\n".join(tidy(done.problems)) or "The record is sound: every table is what facts and events say."
    if done.looked:
        text += f" Files: {done.stale} stale, {done.missing} missing."
    elif done.full:
        text += " The files were not looked at: the disk is full or fails, so nothing can be recorded of them."
    text += "".join(f"\n{_perhaps_text(tidy(row), project)}" for row in done.perhaps)
    show(found, text, as_json)
    if done.problems:
        raise click.exceptions.Exit(1)
