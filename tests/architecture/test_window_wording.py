"""The window speaks no word of the command line: what a message says there instead, in each of the three languages."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest

from verify_app.core.messages import M
from verify_app.core.resources import resource
from verify_app.gui.i18n import messages

TERMINAL = re.compile(r"(?<![\w-])--[a-z]|`|verify-app [a-z]")
"""Options, commands, and what is set like one."""
GAP = re.compile(r"{(\w+)")
WORDING: dict[str, str] = json.loads(resource("translations", "window_en.json").read_text(encoding="utf-8"))
TYPED = {
    '--filter "{text}" is not KEY=VALUE; the keys are: {keys}.',
    '--map "{text}" is not "NAME=CLASS".',
    "--every {every} makes no sense; 1 takes every frame.",
    "--fps {fps:g} makes no sense; give more than 0 and at most {most:g}.",
    "--format is one of {formats}.",
    "--labels is one of none, auto, {formats}.",
    "--run-code takes the whole SHA-256 of a model (64 digits), not {sha256!r}.",
    "--which is one of {names}.",
    "A class of a whole image is a folder with its pictures; use --format yolo-images.",
    "Each --override needs its own --reason, in the same order.",
    "Say where the pixels in {folder} come from: --origin real, synthetic or unknown.",
    "Say where to write the version: verify-app export PROJECT OUT.",
    "Say who starts the cycle: --by NAME.",
    "This is no TOML: {reason}. `verify-app policy example` writes one that is.",
    'This needs "id": that of a proposal ("P12") or a label ("L7"), as `labels` prints it.',
    "{folder} is no engine add-on of verify-app (no readable {stamp} in it); name the right folder in {variable}, or "
    "install the add-on again.",
    "{who} is a person, and a program may not bear a person's name: give the program one of its own, or let {who} take "
    "responsibility for the file (--as).",
}
"""What only somebody who types a command, writes a policy file or sets a variable can bring about."""


def catalogue(language: str) -> dict[str, str]:
    """Template to translation."""
    root = ET.parse(resource("translations", f"verify-app_{language}.ts")).getroot()
    context = next(one for one in root.iter("context") if one.findtext("name") == "messages")
    return {m.findtext("source", ""): m.findtext("translation", "") for m in context.iter("message")}


TEMPLATES = catalogue("ja")


def test_every_message_of_the_command_line_has_words_for_the_window() -> None:
    found = {template for template in TEMPLATES if TERMINAL.search(template)}
    assert found - WORDING.keys() - TYPED == set()
    assert (WORDING.keys() | TYPED) - TEMPLATES.keys() == set(), "not in the program any more"


@pytest.mark.parametrize("language", ["en", "ja", "zh_CN"])
def test_they_name_no_option_and_no_command(language: str) -> None:
    said = WORDING if language == "en" else catalogue(language)
    assert [said[template] for template in WORDING if TERMINAL.search(said[template])] == []


def test_they_say_as_much() -> None:
    assert {
        template for template, text in WORDING.items() if set(GAP.findall(text)) != set(GAP.findall(template))
    } == set()


def test_the_window_says_them_and_nobody_else() -> None:
    message = M("The project has no model yet; name one: --model FILE.")
    assert messages.said(message) == WORDING[message.template] and str(message) == message.template
    inner = M("{name} counts as {now}; say why it is {origin} with --reason.", name="a", now="synthetic", origin="real")
    assert "--reason" not in messages.said(M("{problem}", problem=inner)) and "a counts as" in messages.said(inner)
