"""trust: how well reviewers catch errors, from honeypots and blind images."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from verify_app.app.review import trust as trusting
from verify_app.cli.common import json_option, project_argument, show_lines
from verify_app.cli.output import say_line
from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.storage.project import Project


@click.command("trust")
@project_argument
@click.option("--reviewer", default=None, metavar="NAME", help="Only this reviewer.")
@json_option
def trust_command(project: Path, reviewer: str | None, as_json: bool) -> None:
    """Say for each reviewer which share of altered images they caught (with a 95 % interval), by kind of error, what
    their blind images came to, and how much attention images got; one JSON object a reviewer with --json.
    """
    with Project.look(project) as opened:
        found = trusting.everybody(opened.read)
    wanted = [x for x in found if reviewer is None or x.actor.name == reviewer]
    if reviewer is not None and not wanted:
        raise UserError(M("Nobody called {name} has decided anything in {project}.", name=reviewer, project=project))
    if not wanted and not as_json:
        say_line("Nobody has decided anything yet.")
    show_lines(map(trusting.plain, wanted), _text, as_json)


def _text(row: Mapping[str, Any]) -> str:
    kind = "" if row["kind"] == "human" else f" ({row['kind']})"
    lines = [f"{row['reviewer']}{kind}", f"  caught        {_rate(row['catch_rate'])}"]
    lines += [f"    {error:<12}{_rate(rate)}" for error, rate in row["by_error"].items() if rate["shown"]]
    right = row["false_alarms"]
    lines.append(f"  false alarms  {right['refused']} of {right['right']} objects that were right")
    blind = row["blind"]
    lines.append(
        f"  blind         {blind['images']} images, {blind['settled']} settled: {blind['drawn']} objects drawn, "
        f"{blind['missed']} missed, {blind['changed']} changed, {blind['dropped']} taken back"
    )
    attention = row["attention"]
    if attention["images"]:
        lines.append(
            f"  attention     {attention['seconds_per_image']} s an image, {attention['decisions_per_minute']} "
            f"decisions a minute, {attention['idle_share']:.0%} of the time were pauses"
        )
    if row["notice"]:
        lines.append(f"  note          {row['notice']}")
    return "\n".join(lines)


def _rate(rate: Mapping[str, Any]) -> str:
    if not rate["shown"]:
        return "no altered image answered yet"
    return f"{rate['caught']} of {rate['shown']} altered images ({rate['low']:.0%} to {rate['high']:.0%})"
