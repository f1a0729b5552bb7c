"""Names of those who act: which are allowed, and when two spellings are one person."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.printable_text import one_line

LONGEST = 100
JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner: Persian, Hindi and other scripts need them inside words."""


def cleaned(name: str) -> str:
    """A name as it is recorded: NFC, trimmed, single spaces.

    Raises
    ------
    UserError
        When it is empty, longer than `LONGEST`, or has line breaks, tabs or characters that nobody can see.
    """
    if _BREAKS & set(name.strip()):
        raise UserError(M("A name is one line without tabs; write it with spaces."))
    text = unicodedata.normalize("NFC", " ".join(name.split())).strip(JOINERS + " ")
    if not text:
        raise UserError(M("Say who you are: every decision is recorded with a name."))
    if len(text) > LONGEST:
        raise UserError(
            M("A name has at most {most} characters; {start}… has {n}.", most=LONGEST, start=text[:20], n=len(text))
        )
    strange = next((c for i, c in enumerate(text) if c in _FILLERS or not (c.isprintable() or _joins(text, i))), None)
    if strange is not None:
        raise UserError(
            M(
                "The name {text} has a character that cannot be seen (U+{code:04X}); leave it out.",
                text=one_line(text)[:40],
                code=ord(strange),
            )
        )
    if not any(c.isprintable() and unicodedata.category(c)[0] in "LNPS" for c in text):
        raise UserError(M("Say who you are: a name has letters, digits or signs."))
    return text


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between letters."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return text[place] in JOINERS and len(around) == 2 and all(unicodedata.category(c)[0] in "LM" for c in around)


def name_key(name: str) -> str:
    """The same for every spelling of one name: compatibility forms, case and zero-width characters do not count."""
    text = unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") and c not in _INVISIBLE)
    return " ".join(unicodedata.normalize("NFKC", text).split())


_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
"""Whitespace that ends a line or leaps: it is no part of a name, and no space either."""

_FILLERS = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that look like nothing: no name has them."""

_INVISIBLE = _FILLERS | {"\u034f", *map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))}
"""Characters that cannot be seen and are no format characters: fillers, joiners of marks, variation selectors."""


def known_spelling(name: str, known: Iterable[str]) -> str:
    """`name` as it is spelt among `known`; itself when nobody there is called so."""
    spelt = list(known)
    if name in spelt:
        return name
    key = name_key(name)
    return next((other for other in spelt if name_key(other) == key), name)
