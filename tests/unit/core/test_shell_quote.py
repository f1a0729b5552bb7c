"""Commands in sentences can be typed as they stand."""

from __future__ import annotations

import shlex
import sys

import pytest

from verify_app.core.shell_quote import shell_quoted

WORDS = ["p", "my parts", "it's", "a&b", "部品", "C:\\p", ""]


@pytest.mark.parametrize("word", WORDS)
def test_other_shells_read_the_word_back(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert shlex.split(shell_quoted(word)) == [word]


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("C:\\users\\ann\\parts", "C:\\users\\ann\\parts"),
        ("C:\\my parts", '"C:\\my parts"'),
        ("C:\\my parts\\", '"C:\\my parts\\\\"'),
        ("C:\\a&b", '"C:\\a&b"'),
        ("it's", '"it\'s"'),
        ("部品", "部品"),
        ('a"b', '"a\\"b"'),
        ("", '""'),
    ],
)
def test_windows_takes_double_quotes_alone(word: str, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert shell_quoted(word) == typed
