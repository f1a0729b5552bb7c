"""Messages remember what they are made of, wherever they go as text."""

from __future__ import annotations

import errno
import json
import pickle
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import pytest

from verify_app.core.errors import PolicyError, UserError
from verify_app.core.messages import M, joined, reason_of, restore, templates

WORDS = {
    "{n} images are missing.": "Es fehlen {n} Bilder.",
    "Add them: {names}.": "{names} hinzufügen.",
    "none yet": "noch keine",
    "Press {key_flag}.": "{key_flag} drücken.",
}


def german(template: str) -> str:
    return WORDS.get(template, template)


class Kind(StrEnum):
    A = "a"


def test_a_message_is_its_sentence_and_is_said_in_another_language() -> None:
    message = M("{n} images are missing.", n=3)
    assert message == "3 images are missing." and f"{message}" == "3 images are missing."
    assert message.said(german) == "Es fehlen 3 Bilder."
    assert M('{"box": 1}').said(german) == '{"box": 1}', "without arguments braces are braces"


def test_arguments_are_translated_themselves_and_lists_entry_by_entry() -> None:
    message = M("Add them: {names}.", names=["a.png", M("none yet")])
    assert message == "Add them: a.png, none yet." and message.said(german) == "a.png, noch keine hinzufügen."
    assert M("Add them: {names}.", names=[M("{n} images are missing.", n=1)]).said(german).startswith("Es fehlen 1")


@pytest.mark.parametrize(("given", "kept"), [(Kind.A, "a"), (Path("x/y"), str(Path("x/y"))), (None, None), (2.5, 2.5)])
def test_arguments_are_kept_as_json_can_hold_them(given: object, kept: object) -> None:
    message = M("Add them: {names}.", names=given)
    assert message.arguments == {"names": kept}
    assert json.loads(json.dumps(message.arguments)) == {"names": kept}


def test_an_error_says_its_message_and_one_that_holds_another_keeps_both() -> None:
    inner = UserError(M("{n} images are missing.", n=3))
    assert isinstance(str(inner), M)
    outer = PolicyError(M("Add them: {names}.", names=inner), plan=1)
    assert str(outer) == "Add them: 3 images are missing.."
    said = str(outer)
    assert isinstance(said, M) and said.said(german) == "Es fehlen 3 Bilder. hinzufügen."
    assert isinstance(str(pickle.loads(pickle.dumps(inner))), M)


def test_keys_are_said_as_they_are_now() -> None:
    message = M("Press {key_flag}.", key_flag="U")
    assert message == "Press U." and message.said(german) == "U drücken."
    assert message.said(german, {"flag": "F9"}.__getitem__) == "F9 drücken."
    wrapped = M("Add them: {names}.", names=message)
    assert wrapped.said(german, {"flag": "F9"}.__getitem__) == "F9 drücken. hinzufügen."


def test_sentences_in_a_row_are_translated_one_by_one() -> None:
    row = joined([M("{n} images are missing.", n=2), "", "a.png"])
    assert row == "2 images are missing. a.png" and isinstance(row, M)
    assert row.said(german) == "Es fehlen 2 Bilder. a.png"
    assert joined(["a", "b"], ", ") == "a, b" and not isinstance(joined(["a", "b"]), M)
    alone = M("none yet")
    assert joined([alone]) is alone and joined([]) == ""


def sent(value: Mapping[str, object]) -> object:
    """What comes out at the other end of a pipe."""
    line = json.dumps({**value, "templates": templates(value)})
    told = json.loads(line)
    return restore(told, told.pop("templates"))


def test_json_brings_messages_back_as_messages() -> None:
    inner = M("{n} images are missing.", n=1234)
    value = {
        "text": joined([inner, M("Add them: {names}.", names=[M("none yet"), "b"])], "\n"),
        "left": [inner, 5, "b"],
    }
    back = sent(value)
    assert back == value
    assert isinstance(back, dict) and isinstance(back["text"], M) and isinstance(back["left"][0], M)
    assert back["text"].said(german) == "Es fehlen 1234 Bilder.\nnoch keine, b hinzufügen."
    assert not isinstance(back["left"][2], M)


def test_what_came_without_templates_stays_as_it_is() -> None:
    assert restore({"text": "none yet"}, {}) == {"text": "none yet"}
    assert not isinstance(restore("none yet", {}), M)


def test_what_the_system_says_is_a_message_where_it_is_known() -> None:
    known = reason_of(OSError(errno.ENOENT, "No such file or directory", "x"))
    assert known == "no such file or directory" and isinstance(known, M)
    assert reason_of(OSError(5, "Strange Trouble")) == "strange trouble"
    assert reason_of(ValueError("embedded null byte")) == "not a valid path"


def test_what_stands_between_the_members_of_a_list_is_the_languages_own() -> None:
    message = M("Add them: {names}.", names=["a", "b", "c"])
    assert message == "Add them: a, b, c."
    assert message.said({", ": "、", "Add them: {names}.": "{names}を追加。"}.__getitem__) == "a、b、cを追加。"
