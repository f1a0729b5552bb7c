"""Words of a command that a person is told to type, quoted as the system's own shell reads them."""

from __future__ import annotations

import re
import shlex
import sys


def shell_quoted(word: str) -> str:
    """Give a word so that the shell takes it as one.

    Windows' command line takes double quotes alone; single ones would become part of the name.
    """
    if sys.platform != "win32":
        return shlex.quote(word)
    if re.fullmatch(r"[\w\\/:.@+~-]+", word):
        return word
    # a backslash means itself there, except before a quotation mark
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    return '"' + re.sub(r"(\\+)\Z", r"\1\1", escaped) + '"'
