"""Which names are recorded, and which spellings are one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify_app.core.errors import UserError
from verify_app.core.names import LONGEST, cleaned, known_spelling, name_key

ALIKE = [
    ("Ann", "ann"),
    ("Ann Lee", "  ANN   LEE "),
    ("Zoë", "Zoe\u0308"),
    ("Straße", "STRASSE"),
    ("Ann", "\uff21\uff4e\uff4e"),
    ("Ann", "A\u200bnn"),
    ("Ann", "An\ufeffn"),
    ("Ann", "Ann\ufe0f"),
    ("Ann", "Ann\U000e0101"),
    ("Ann", "Ann\u2800"),
    ("علی\u200cرضا", "علیرضا"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert known_spelling(other, ["bob", one]) == one


def test_other_names_are_others() -> None:
    assert len({name_key(name) for name in ("ann", "anna", "an n", "ànn", "Ань")}) == 5
    assert known_spelling("anna", ["ann"]) == "anna"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "\u200d",
        "A\u200bnn",
        "Ann\u202e",
        "a\x00b",
        "\ufe0f",
        "\u3164",
        "Ann\u2800",
        "\u115f\u1160",
        "n" * (LONGEST + 1),
    ],
)
def test_what_cannot_be_seen_is_no_name(name: str) -> None:
    with pytest.raises(UserError, match=r"^(Say who|A name|The name)"):
        cleaned(name)


@pytest.mark.parametrize("name", ["Ann\tLee", "Ann\nLee", "Ann\r\nLee", "Ann\u2028Lee", "Ann\x85Lee"])
def test_a_name_is_one_line(name: str) -> None:
    with pytest.raises(UserError, match="one line"):
        cleaned(name)
    assert cleaned(" Ann\u00a0Lee\n") == "Ann Lee"


@pytest.mark.parametrize("name", ["علی\u200cرضا", "क्\u200dष", "田中 実", "O'Neil-Ångström 3", "n" * LONGEST])
def test_names_of_all_scripts_are_kept(name: str) -> None:
    assert cleaned(f" {name} ") == name


@given(st.text(max_size=30))
def test_a_cleaned_name_is_clean_and_has_the_same_key(text: str) -> None:
    try:
        name = cleaned(text)
    except UserError:
        return
    assert cleaned(name) == name
    assert name_key(name) == name_key(text)
    assert name_key(name_key(name)) == name_key(name)
