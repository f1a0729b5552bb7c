"""actor: who has acted in a project, and saying that it was a program."""

from __future__ import annotations

from pathlib import Path

import click

from verify_app.app.scripting.agent_marks import mark_agent
from verify_app.cli.common import by_option, json_option, project_argument, session_of, show


@click.group("actor")
def actor_command() -> None:
    """Who has acted in a project."""


@actor_command.command("mark-agent")
@project_argument
@click.argument("name")
@click.option("--zero-ms-only", is_flag=True, help="Only decisions that took no time, as `check` lists them.")
@by_option
@json_option
def actor_mark_agent(project: Path, name: str, zero_ms_only: bool, by: str | None, as_json: bool) -> None:
    """Say that what NAME decided before doors were recorded was a program's: it counts as verified no more.

    The labels stay, unverified; images that NAME completed are not complete any more. It is one event and undoable.
    """
    with session_of(project, by) as session:
        changes = mark_agent(session, name, zero_ms_only=zero_ms_only)
    detail = changes.detail if changes else {"labels": 0, "images": 0}
    text = f"Labels that are a program's now: {detail['labels']}; images not complete any more: {detail['images']}."
    found = {"ok": True, "event": changes.event if changes else None}
    show({**found, "labels": detail["labels"], "images": detail["images"]}, text, as_json)
