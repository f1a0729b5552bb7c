"""What commands share: options, progress, results, and who acts."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from verify_app.app import settings
from verify_app.app.jobs import CANCEL
from verify_app.app.session import Session, adopt, door_here, login_name
from verify_app.cli.long_arguments import sayable
from verify_app.cli.output import draw, say, say_json, say_line
from verify_app.core.errors import Cancelled, PolicyError, UserError
from verify_app.core.messages import M
from verify_app.core.printable_text import tidy
from verify_app.core.progress import Progress, Report, stopped_by

FIRST = "first "
"""What a parent says before the id of an image that is to be done next."""
_SECONDS_BETWEEN = 0.1

PATH = click.Path(path_type=Path, readable=False)
"""A place; what is wrong with it is said in a sentence of ours (exit code 1), not as wrong usage."""

IMGSZ = click.IntRange(32, 8192)
"""Side of a model's input in pixels."""

run_code_option = click.option(
    "--run-code",
    "agreed",
    multiple=True,
    metavar="SHA256",
    help="Agree, once and for good, that this model, neither .onnx nor .pt, runs code of its maker.",
)
image_seconds_option = click.option(
    "--image-seconds",
    type=click.FloatRange(*settings.RANGES["image_seconds"]),
    default=None,
    metavar="N",
    help="How long the model may look at one image; default: 120, or your settings.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
mine_option = click.option(
    "--mine", is_flag=True, help="The project is yours, and its folders lie where you want them; needed once."
)
by_option = click.option(
    "--by", default=None, metavar="NAME", help="Who acts; default: VERIFY_APP_REVIEWER, your settings, your login."
)


def project_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """The project's folder, and ``--mine``: whoever types it says that the project is theirs, once and for ever."""

    @click.argument("project", type=PATH)
    @mine_option
    @functools.wraps(function)
    def command(*args: Any, project: Path, mine: bool, **values: Any) -> Any:
        if mine:
            adopt(project)
        return function(*args, project=project, **values)

    return command


def acting(name: str | None) -> str:
    """The name to record."""
    known = name or os.environ.get("VERIFY_APP_REVIEWER") or settings.load().reviewer
    return known or login_name()


@contextlib.contextmanager
def session_of(project: Path, by: str | None, *, reads: bool = False) -> Iterator[Session]:
    """The project, open for changes; one from elsewhere for reading, where that is enough (`reads`)."""
    session = (Session.open_or_read if reads else Session.open)(project, acting(by), door=door_here())
    if session.called != session.actor.name:
        say_line(f"Recorded as {session.actor.name}, as before.", err=True)
    with session.project:
        yield session


def job(function: Callable[..., Mapping[str, Any]]) -> Callable[..., None]:
    """Make a long command: it gets `report`, returns what it did, and takes ``--progress``, ``--json`` and ``--by``.

    The returned object's ``text`` is what a person reads; the rest is printed with ``--json`` or ``jsonl``. With an
    ``exit_code`` in it the command leaves with that code when all is said.
    """

    @click.option(
        "--progress",
        "style",
        type=click.Choice(["bar", "jsonl", "none"]),
        default=None,
        help="How to show progress; default: a bar on a terminal, else none.",
    )
    @json_option
    @by_option
    @functools.wraps(function)
    def command(*args: Any, style: str | None, as_json: bool, **values: Any) -> None:
        if style is None:
            style = "bar" if sys.stderr.isatty() and not as_json else "none"
        with _reporter(style) as report:
            try:
                with sayable():
                    result = dict(function(*args, report=report, **values))
            except UserError as error:
                if style == "jsonl":
                    plan = error.plan if isinstance(error, PolicyError) else None
                    _line({"type": "error", "message": str(error), "exit": error.exit_code, "plan": plan})
                raise
        text, code = result.pop("text", ""), result.pop("exit_code", 0)
        if style == "jsonl":
            _line({"type": "result", "text": text, **result})
        elif as_json:
            say_json(result)
        elif text:
            say(text)
        if code:
            click.get_current_context().exit(code)

    return command


def show(result: Mapping[str, Any], text: str, as_json: bool) -> None:
    """Print a short command's result."""
    if as_json:
        say_json(dict(result))
    else:
        say(text)


def show_lines(rows: Iterable[Mapping[str, Any]], text: Callable[[Mapping[str, Any]], str], as_json: bool) -> None:
    """Print one line an object."""
    for row in rows:
        if as_json:
            say_json(row)
        else:
            say(text(tidy(row)))


def _line(message: Mapping[str, Any]) -> None:
    say_json(message)


# --- progress -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reporter:
    """A report with wishes; `check` raises `Cancelled`."""

    check: Callable[[], None]
    show: Callable[[Progress], None]
    wishes: deque[str]

    def __call__(self, step: Progress) -> None:
        self.check()
        self.show(step)


@contextlib.contextmanager
def _reporter(style: str) -> Iterator[Report]:
    """A report that also listens: Ctrl+C, a termination signal or the line ``cancel`` raise `Cancelled` in it.

    A line ``first ID`` is a wish that `core.progress.wished` hands on.
    """
    asked, wishes = threading.Event(), deque[str](maxlen=64)
    with _signals(asked):
        if style == "jsonl":
            threading.Thread(target=_listen, args=(asked, wishes), daemon=True).start()
        show = {"bar": _Bar(), "jsonl": _Lines(), "none": _Problems()}[style]

        def check() -> None:
            if asked.is_set():
                raise Cancelled(M("Cancelled; what was done until then is kept."))

        report = _Reporter(check, show, wishes)
        try:
            with stopped_by(check):
                yield report
        finally:
            show.end()


@contextlib.contextmanager
def _signals(asked: threading.Event) -> Iterator[None]:
    """First signal: ask to stop; a second Ctrl+C stops at once."""

    def ask(number: int, _: object) -> None:
        if asked.is_set() and number == signal.SIGINT:
            raise KeyboardInterrupt
        asked.set()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listen(asked: threading.Event, wishes: deque[str]) -> None:
    """Wait for the parent's word; a closed pipe is not one."""
    with contextlib.suppress(ValueError, OSError):
        for line in sys.stdin:
            if line.strip() == CANCEL:
                asked.set()
                return
            if line.startswith(FIRST):
                wishes.append(line.removeprefix(FIRST).strip())


class _Problems:
    """Says only what was skipped."""

    def __call__(self, step: Progress) -> None:
        if step.problem:
            say_line(f"Skipped: {step.problem}", err=True)

    def end(self) -> None:
        """Nothing to finish."""


class _Lines(_Problems):
    """JSON lines on standard output, at most ten a second; the last step and every problem always."""

    def __init__(self) -> None:
        self._last = 0.0
        self._told: Progress | None = None

    def __call__(self, step: Progress) -> None:
        if step == self._told:  # a job that waits only asks whether to go on
            return
        now = time.monotonic()
        if step.problem or step.done == step.total or now - self._last >= _SECONDS_BETWEEN:
            self._last, self._told = now, step
            _line({"type": "progress", **asdict(step)})


class _Bar(_Problems):
    """One line on the terminal: bar, count, speed and time left."""

    def __init__(self) -> None:
        self._started: float | None = None
        self._first = 0
        self._job = ""
        self._last = 0.0

    def __call__(self, step: Progress) -> None:
        if step.problem:
            draw("")
            super().__call__(step)
        now = time.monotonic()
        if self._started is None or step.job != self._job:
            self._started, self._first, self._job = now, step.done, step.job
        if now - self._last < _SECONDS_BETWEEN and step.done != step.total:
            return
        self._last = now
        done, spent = step.done - self._first, now - self._started
        speed = done / spent if done and spent else 0.0
        left = f", {_span((step.total - step.done) / speed)} left" if speed and step.total else ""
        filled = round(24 * step.done / step.total) if step.total else 0
        bar = "█" * filled + "░" * (24 - filled)
        count = f"{step.done}/{step.total}" if step.total else ""
        rate = f" {speed:.1f}/s" if speed else ""
        draw(f"{step.job} {bar} {count}{rate}{left} {step.text[:40]}")

    def end(self) -> None:
        if self._started is not None:
            say("", err=True)


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
