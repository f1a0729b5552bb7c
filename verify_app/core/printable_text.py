"""Text for a terminal: names come from whoever made the files, and a terminal obeys what it is shown."""

from __future__ import annotations

import json
import re
from typing import Any

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Overrides and embeddings of writing direction: what follows them looks like something else."""
_BREAKS = (0x2028, 0x2029)
_ESCAPES = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in (*_CONTROLS, *_TURNING, *_BREAKS)}
_LINE = {**_ESCAPES, ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
_TEXT = {code: escape for code, escape in _LINE.items() if chr(code) not in "\n\t"}
_JSON = {code: f"\\u{code:04x}" for code in _ESCAPES if code >= 0x7F}

_SHOWN = 200
_ENDLESS = re.compile(r"\S{5000,}")
"""Longer than the path of any file."""


def printable(text: str) -> str:
    """The text with every character escaped that a terminal would act on; its lines stay lines."""
    return text.translate(_TEXT)


def one_line(text: str) -> str:
    """The same for a name or a sentence, which is one line."""
    return text.translate(_LINE)


def shortened(text: str) -> str:
    """A sentence in which no word is longer than anybody reads: a name may have a million characters."""
    return _ENDLESS.sub(lambda word: f"{word[0][:_SHOWN]}…", text)


def tidy(value: Any) -> Any:
    """Plain objects with every text in them as one line."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, dict):
        return {key: tidy(inside) for key, inside in value.items()}
    return [tidy(inside) for inside in value] if isinstance(value, list | tuple) else value


def json_line(value: Any) -> str:
    """JSON on one line, readable in every script, with every such character escaped as JSON does it."""
    return json.dumps(value, ensure_ascii=False).translate(_JSON)
