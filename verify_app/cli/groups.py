"""groups: images that share a split."""

from __future__ import annotations

from pathlib import Path

import click

from verify_app.app.project.groups import group_sizes, set_group_pattern
from verify_app.cli.common import by_option, json_option, project_argument, session_of, show_lines
from verify_app.storage.project import Project


@click.command("groups")
@project_argument
@click.option(
    "--pattern",
    default=None,
    metavar="REGEX",
    help=r"Files whose names match are grouped by the first bracket: '(.*)_\d+\.jpg'. With a / in it, "
    "SOURCE/PATH is matched; '' ends it.",
)
@by_option
@json_option
def groups_command(project: Path, pattern: str | None, by: str | None, as_json: bool) -> None:
    """List groups: frames of one video and files named alike never stand in two splits."""
    if pattern is None:
        with Project.look(project) as opened:
            sizes = group_sizes(opened.read)
    else:
        with session_of(project, by) as session:
            set_group_pattern(session, pattern)
            sizes = group_sizes(session.project.read)
    rows = [{"group": name, "images": count} for name, count in sizes.items()]
    show_lines(rows, lambda row: f"{row['images']:>7}  {row['group']}", as_json)
