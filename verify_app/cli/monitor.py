"""monitor: what has drifted, over versions and generations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verify_app.app.monitoring.html_page import write_page
from verify_app.app.monitoring.look import look
from verify_app.app.monitoring.record import record_look
from verify_app.cli.common import PATH, job, project_argument, session_of
from verify_app.core.messages import M, joined
from verify_app.core.progress import Report
from verify_app.core.vocabulary import LookKind

_FAILED = 3


@click.command("monitor")
@project_argument
@click.option("--reference", default=None, metavar="VERSION", help="Compare with this version; default: the first.")
@click.option("--html", "html", type=PATH, default=None, metavar="OUT", help="Write one file with plots as well.")
@click.option("--names", is_flag=True, help="Name sources in that file; by default it names none.")
@click.option(
    "--fail-on", type=click.Choice(["alarm", "notice"]), default=None, help="Where there is one, the exit code is 3."
)
@job
def monitor_command(
    project: Path,
    reference: str | None,
    html: Path | None,
    names: bool,
    fail_on: str | None,
    by: str | None,
    report: Report,
) -> dict[str, Any]:
    """Say what has drifted: labels, pictures and models beside the verified real data of the first version.

    A notice is a figure outside of what chance does; an alarm is one for the second version running, the same way, or a
    class or the rare ones gone.
    """
    with session_of(project, by, reads=True) as session:
        if reference is None and not session.reads_only:
            found = record_look(session, LookKind.ASKED, "", report=report)
        else:
            found = look(session, reference=reference, report=report)
    if html is not None:
        write_page(found, html, names=names)
    nothing = (M("Nothing has drifted, as far as chance lets one tell."),) if found.reference is not None else ()
    lines = [*(found.headline or nothing), *found.notes]
    failed = fail_on is not None and (bool(found.alarms) or (fail_on == "notice" and found.noticed))
    return {"text": joined(lines, "\n"), **found.as_json(), "exit_code": _FAILED if failed else 0}
