"""Which trainer settings a person may choose."""

from __future__ import annotations

import pytest

from verify_app.core.errors import UsageError
from verify_app.training.settings import DECIDED, OPTIONS, check, parse

KNOWN = [*DECIDED, *OPTIONS, "lr0", "lrf", "mosaic", "optimizer", "patience", "workers"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["lr0=0.001"], {"lr0": 0.001}),
        (["mosaic=0", "cos_lr=True"], {"mosaic": 0, "cos_lr": True}),
        (["--cos-lr=false", "freeze=None"], {"cos_lr": False, "freeze": None}),
        (["optimizer=AdamW", "freeze=[0, 1]"], {"optimizer": "AdamW", "freeze": [0, 1]}),
        (["scale=(0.5, 2.0)"], {"scale": (0.5, 2.0)}),
        ([], {}),
    ],
)
def test_words_become_values(words, expected):
    assert parse(words) == expected


@pytest.mark.parametrize(
    ("words", "said"), [(["lr0"], "lr0=0.001"), (["=1"], "name=value"), (["lr0=1", "lr0=2"], "twice")]
)
def test_words_that_are_no_settings_are_refused(words, said):
    with pytest.raises(UsageError, match=said):
        parse(words)


def test_a_word_is_never_run_as_code(tmp_path):
    canary = tmp_path / "canary"
    assert parse([f"optimizer=open({str(canary)!r}, 'w')"])["optimizer"].startswith("open(")
    assert not canary.exists()


@pytest.mark.parametrize("name", sorted(DECIDED))
def test_what_the_receipt_rests_on_cannot_be_overridden(name):
    with pytest.raises(UsageError, match=name):
        check({name: 1, "lr0": 0.1}, KNOWN)


def test_all_refused_settings_are_named_at_once():
    with pytest.raises(UsageError, match="data and fraction") as error:
        check({"fraction": 0.5, "data": "x"}, KNOWN)
    assert DECIDED["fraction"] in str(error.value)


@pytest.mark.parametrize("name", sorted(OPTIONS))
def test_options_have_one_place(name):
    with pytest.raises(UsageError, match=f"{name} by its own option"):
        check({name: 1}, KNOWN)


def test_an_unknown_setting_names_the_closest():
    with pytest.raises(UsageError, match="no setting mosiac; did you mean mosaic"):
        check({"mosiac": 1}, KNOWN)
    with pytest.raises(UsageError, match="no setting qqqqqq; see the settings"):
        check({"qqqqqq": 1}, KNOWN)


def test_the_closest_is_never_a_refused_one():
    with pytest.raises(UsageError) as error:
        check({"fractoin": 1}, KNOWN)
    assert "did you mean fraction" not in str(error.value)


def test_others_pass():
    check({"lr0": 0.1, "mosaic": 0.0}, KNOWN)
