"""What XML can hold: most control characters are in no XML 1.0 file, escaped or not."""

from __future__ import annotations

import re

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.printable_text import one_line

_NEVER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def require_xml(text: str) -> str:
    """The text, which goes into an XML file.

    Raises
    ------
    UserError
        When a character of it cannot be in one; says which.
    """
    found = _NEVER.search(text)
    if found is not None:
        raise UserError(
            M(
                "The name {name} has the character U+{code:04X}, which no XML file can hold; change the "
                "name, or choose coco, labelme or ndjson.",
                name=one_line(text)[:80],
                code=ord(found[0]),
            )
        )
    return text
