"""The person's own settings: sparse, whole, and never in the way."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from verify_app.app import settings as own
from verify_app.app.settings import Settings, ViewSettings
from verify_app.core.errors import UserError


def write(stored: object) -> None:
    own.settings_file().write_text(stored if isinstance(stored, str) else json.dumps(stored), encoding="utf-8")


def test_without_a_file_the_defaults_hold_and_nothing_is_said() -> None:
    assert own.read() == (Settings(), "")


def test_what_is_saved_comes_back_and_defaults_are_not_written() -> None:
    chosen = Settings(
        reviewer="Jürgen 山田",
        language="ja",
        theme="dark",
        font_scale=125,
        keys={"accept": "J Return", "flag": ""},
        view=ViewSettings(thickness=3.5, crosshair=True, gamma=1.4),
    )
    own.save(chosen)
    assert own.read() == (chosen, "")
    stored = json.loads(own.settings_file().read_text(encoding="utf-8"))
    assert stored["view"] == {"thickness": 3.5, "crosshair": True, "gamma": 1.4}
    assert set(stored) == {"reviewer", "language", "theme", "font_scale", "keys", "view"}


def test_a_setting_put_back_to_its_default_leaves_the_file() -> None:
    own.save(Settings(theme="dark", view=ViewSettings(fill=0.2)))
    own.save(replace(own.load(), theme="system", view=ViewSettings()))
    assert json.loads(own.settings_file().read_text(encoding="utf-8")) == {}


def test_what_another_version_wrote_is_kept() -> None:
    write({"reviewer": "ann", "voice": {"pitch": 2}, "extra": [1], "view": {"grid": True, "lens": 4}})
    found, said = own.read()
    assert said == "" and found.reviewer == "ann" and found.view == ViewSettings(grid=True)
    own.save(replace(found, reviewer="bo", view=replace(found.view, names=False)))
    stored = json.loads(own.settings_file().read_text(encoding="utf-8"))
    assert stored == {
        "reviewer": "bo",
        "voice": {"pitch": 2},
        "extra": [1],
        "view": {"lens": 4, "grid": True, "names": False},
    }


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ({"confidence": 7}, "confidence"),
        ({"confidence": "high"}, "confidence"),
        ({"confidence": True}, "confidence"),
        ({"font_scale": 20}, "font_scale"),
        ({"theme": "pink"}, "theme"),
        ({"recent": [1, 2]}, "recent"),
        ({"recent": "here"}, "recent"),
        ({"keys": {"accept": 5}}, "keys"),
        ({"reviewer": None}, "reviewer"),
        ({"view": "large"}, "view"),
        ({"view": {"thickness": 99}}, "view.thickness"),
        ({"view": {"gamma": 0}}, "view.gamma"),
        ({"view": {"names": 1}}, "view.names"),
        ('{"view": {"contrast": NaN}}', "view.contrast"),
    ],
)
def test_a_value_that_cannot_be_used_falls_back_and_is_named(stored: object, name: str) -> None:
    text = stored if isinstance(stored, str) else json.dumps(stored)
    write(text[:-1] + ', "language": "ja"}')
    found, said = own.read()
    assert found == Settings(language="ja")
    assert f"defaults: {name} (" in said and said.count(".") >= 1


def test_several_bad_values_are_one_sentence() -> None:
    write({"theme": 1, "font_scale": [], "view": {"fill": -1}})
    assert "font_scale, theme, view.fill" in own.read()[1]


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '"x"', "\x00\x01"])
def test_a_damaged_file_is_set_aside(text: str) -> None:
    write(text)
    found, said = own.read()
    aside = own.settings_file().with_name("settings.damaged.json")
    assert found == Settings() and "damaged" in said
    assert aside.read_text(encoding="utf-8") == text and not own.settings_file().exists()
    assert own.read() == (Settings(), "")


def test_a_file_that_is_no_text_is_set_aside() -> None:
    own.settings_file().write_bytes(b"\xff\xfe\x00garbage")
    assert "damaged" in own.read()[1]


def test_whole_numbers_do_where_fractions_are_meant() -> None:
    write({"confidence": 1, "view": {"thickness": 3}})
    found, said = own.read()
    assert said == "" and isinstance(found.confidence, float) and found.view.thickness == 3.0


def test_a_place_that_cannot_be_written_is_a_sentence_and_leaves_what_was_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own.save(Settings(reviewer="ann"))

    def full(_self: Path, *_args: object, **_kwargs: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(UserError, match="no space left"):
        own.save(Settings(reviewer="bo"))
    monkeypatch.undo()
    (tmp_path / "file").touch()
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(tmp_path / "file" / "folder"))
    with pytest.raises(UserError, match="cannot be saved"):
        own.save(Settings(reviewer="bo"))


def test_a_path_that_is_no_proper_text_comes_back() -> None:
    odd = Settings(recent=["/photos/\udcff\udc80 日本"])
    own.save(odd)
    assert own.read() == (odd, "")


def test_no_half_written_file_stays(own_settings: Path) -> None:
    own.save(Settings(reviewer="ann"))
    assert [file.name for file in own_settings.iterdir()] == ["settings.json"]


def test_the_picture_is_adjusted_or_not() -> None:
    assert not ViewSettings().adjusted
    assert ViewSettings(gamma=1.2).adjusted and ViewSettings(brightness=0.1).adjusted


def test_recent_projects_are_few_and_the_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(own.RECENT + 3):
        settings = own.with_recent(settings, tmp_path / str(number))
    settings = own.with_recent(settings, tmp_path / "5")
    assert len(settings.recent) == own.RECENT and settings.recent[0] == str(tmp_path / "5")
    assert settings.recent.count(str(tmp_path / "5")) == 1


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(own, "site_folder", lambda: tmp_path)
    monkeypatch.setenv("VERIFY_APP_CONFIG_DIR", str(tmp_path / "own"))
    return tmp_path / "settings.json"


def test_a_computer_has_defaults_of_its_own(site: Path) -> None:
    told = {"language": "ja", "font_scale": 120, "view": {"thickness": 3}, "reviewer": "everybody", "recent": ["/x"]}
    site.write_text(json.dumps(told), encoding="utf-8")
    found, complaint = own.read()
    assert (found.language, found.font_scale, found.view.thickness, complaint) == ("ja", 120, 3.0, "")
    assert found.reviewer == "" and found.recent == []  # who somebody is is theirs alone


def test_what_a_person_sets_goes_before_the_computer(site: Path) -> None:
    site.write_text('{"language": "ja", "theme": "dark"}', encoding="utf-8")
    own.save(replace(own.load(), language=""))  # the default of the program, not of this computer
    assert json.loads(own.settings_file().read_text(encoding="utf-8")) == {"language": ""}
    assert (own.load().language, own.load().theme) == ("", "dark")
    site.write_text('{"theme": "light"}', encoding="utf-8")
    assert own.load().theme == "light"


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"theme": "pink"}', '{"view": 3}', '{"font_scale": 5000}'])
def test_defaults_that_cannot_be_used_are_said(site: Path, text: str) -> None:
    site.write_text(text, encoding="utf-8")
    found, complaint = own.read()
    assert found == Settings() and str(site) in complaint
    assert site.read_text(encoding="utf-8") == text
