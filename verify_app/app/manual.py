"""The manual that ships with the program: its pages in their order, and where words stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify_app.core.resources import resource

INDEX = "index.md"
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_LINK = re.compile(r"\]\(([a-z0-9-]+\.md)\)")
_AROUND = 60
"""Characters shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page.

    Parameters
    ----------
    name : str
        Of its file, which links say.
    text : str
        Markdown, without what only the tests read.
    """

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page with words that were looked for; `excerpt` is the first place, on one line."""

    page: ManualPage
    times: int
    excerpt: str


def pages() -> list[ManualPage]:
    """Every page, as the index lists them; those that it does not name come last."""
    folder = resource("manual")
    texts = {file.name: _COMMENT.sub("", file.read_text(encoding="utf-8")) for file in folder.glob("*.md")}
    named = [INDEX, *_LINK.findall(texts[INDEX])]
    order = list(dict.fromkeys([*named, *sorted(texts)]))
    return [ManualPage(name, _title(texts[name]), texts[name]) for name in order if name in texts]


def find(manual: list[ManualPage], words: str) -> list[PageHit]:
    """Pages that hold every word, in any case, those that name it in their title first and then the most frequent."""
    wanted = [word.casefold() for word in words.split()]
    found = []
    for page in manual:
        plain = page.text.casefold()
        if wanted and all(word in plain for word in wanted):
            times = sum(plain.count(word) for word in wanted)
            found.append(PageHit(page, times, _excerpt(page.text, wanted[0])))
    return sorted(found, key=lambda one: (wanted[0] not in one.page.title.casefold(), -one.times))


def _title(text: str) -> str:
    return next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("# ")), "")


def _excerpt(text: str, word: str) -> str:
    flat = " ".join(re.sub(r"[#*`|]+", " ", text).split())
    at = max(0, flat.casefold().find(word))
    start, end = max(0, at - _AROUND), min(len(flat), at + len(word) + _AROUND)
    return f"{'…' if start else ''}{flat[start:end].strip()}{'…' if end < len(flat) else ''}"
