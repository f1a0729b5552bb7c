"""What was skipped or left aside: the first of each by name, the number of all."""

from __future__ import annotations

import pytest

from verify_app.formats.findings import MOST_FIELDS, MOST_NAMED, MOST_PROBLEMS, Findings, some


@pytest.mark.parametrize("number", [1, MOST_NAMED, MOST_NAMED + 1, MOST_PROBLEMS + 7], ids="{} skipped".format)
def test_skips_are_named_up_to_ten_and_counted_truly(number: int) -> None:
    found = Findings()
    for n in range(number):
        found.problem(f"{n}.png: bad")
    lines = found.lines()
    assert lines[0] == f"Skipped {number}:" and found.skipped == number
    named = [line for line in lines if line.endswith(": bad")]
    assert len(named) == min(number, MOST_NAMED)
    assert (f"  … and {number - MOST_NAMED} more; --json names them." in lines) == (number > MOST_NAMED)
    assert len(found.told()) == min(number, MOST_PROBLEMS + 1)


def test_fields_are_named_with_how_often_they_were_met() -> None:
    found = Findings()
    found.aside("annotations", ["score"] * 12 + ["track"])
    assert found.lines() == ["Left aside: annotations.score (12), annotations.track (1)."]
    found.aside("images", [f"{n:02}" for n in range(20)])
    assert found.lines()[0].startswith("Left aside: annotations.score (12), ")
    assert found.lines()[0].endswith(" … and 12 more.")


def test_a_file_of_a_million_field_names_takes_no_room_for_them() -> None:
    found = Findings()
    found.aside("image", (str(n) for n in range(5 * MOST_FIELDS)))
    assert len(found.unknown) <= MOST_FIELDS + 1 and found.unknown.total() == 5 * MOST_FIELDS


def test_findings_of_several_datasets_add_up() -> None:
    first, second = Findings(), Findings()
    for one in (first, second):
        for n in range(MOST_PROBLEMS):
            one.problem(str(n))
        one.aside("data.yaml", ["license"])
    first.take(second)
    assert first.skipped == 2 * MOST_PROBLEMS and len(first.problems) == MOST_PROBLEMS
    assert first.unknown == {"data.yaml.license": 2}


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (list("abcdefghijkl"), "a, b, c, d, e, f, g, h, i, j … and 2 more")]
)
def test_some_names(names: list[str], said: str) -> None:
    assert some(names) == said
