"""The one way in which commands say something: whatever names hold, nothing in them is obeyed by the terminal."""

from __future__ import annotations

import os
from typing import Any

import click

from verify_app.app.jobs import TEMPLATES_VARIABLE
from verify_app.core import messages
from verify_app.core.printable_text import json_line, one_line, printable, shortened


def say(text: str, *, err: bool = False) -> None:
    """Print a text of one or more lines."""
    click.echo(printable(text), err=err)


def say_line(text: str, *, err: bool = False) -> None:
    """Print a sentence; a break in a name it holds begins no line of its own."""
    click.echo(one_line(shortened(text)), err=err)


def say_json(value: Any) -> None:
    """Print an object as one line of JSON, at once.

    The window gets with its messages what they are made of, so that it can say them in its own language.
    """
    if isinstance(value, dict) and TEMPLATES_VARIABLE in os.environ:
        value = {**value, "templates": messages.templates(value)}
    click.echo(json_line(value))


def draw(text: str) -> None:
    """Draw the line of progress anew on standard error; empty: leave none."""
    click.echo(f"\r\x1b[K{one_line(text)}", nl=False, err=True)
