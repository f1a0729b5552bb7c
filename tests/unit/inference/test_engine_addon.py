"""The engine add-on: found by its place or by name, of the same version, behind the program's own packages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from verify_app import __version__
from verify_app.core.errors import UserError
from verify_app.inference import engine_addon

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


def addon(folder: Path, *, version: str = __version__, python: str = PYTHON) -> Path:
    folder.mkdir(parents=True)
    (folder / engine_addon.STAMP).write_text(json.dumps({"version": version, "python": python}), encoding="utf-8")
    (folder / "engine_of_a_test").mkdir()
    (folder / "engine_of_a_test" / "__init__.py").write_text("WHERE = __file__\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _own_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.delenv(engine_addon.VARIABLE, raising=False)
    monkeypatch.delitem(sys.modules, "engine_of_a_test", raising=False)


def test_without_an_add_on_nothing_changes() -> None:
    before = list(sys.path)
    engine_addon.join()
    assert sys.path == before
    assert engine_addon.folder() is None


def test_a_named_folder_comes_last_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = addon(tmp_path / "there")
    monkeypatch.setenv(engine_addon.VARIABLE, str(place))
    engine_addon.join()
    engine_addon.join()
    assert sys.path[-1] == str(place)
    assert sys.path.count(str(place)) == 1
    import engine_of_a_test

    assert Path(engine_of_a_test.WHERE).is_relative_to(place)


def test_a_packaged_program_finds_it_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = addon(tmp_path / "engine")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "verify-app"))
    assert engine_addon.folder() is None  # an ordinary Python does not look there
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert engine_addon.folder() == place


def test_on_macos_nothing_is_added_to_the_signed_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    addon(tmp_path / "engine")
    place = addon(tmp_path / "Library/engine")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "verify-app"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(engine_addon, "MACOS", place)
    assert engine_addon.folder() == place


@pytest.mark.parametrize(("version", "python"), [("0.0.1", PYTHON), (__version__, "3.9")])
def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, python: str) -> None:
    monkeypatch.setenv(engine_addon.VARIABLE, str(addon(tmp_path / "old", version=version, python=python)))
    with pytest.raises(UserError, match="same version") as refused:
        engine_addon.join()
    assert version in str(refused.value)
    assert python in str(refused.value)
    assert not engine_addon.layers().engine


@pytest.mark.parametrize("stamp", [None, "", "[]", "{}", '{"version": "1"', "\x00"])
def test_a_folder_that_is_none_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamp: str | None) -> None:
    if stamp is not None:
        (tmp_path / engine_addon.STAMP).write_text(stamp, encoding="utf-8")
    monkeypatch.setenv(engine_addon.VARIABLE, str(tmp_path))
    with pytest.raises(UserError, match="no engine add-on"):
        engine_addon.join()


def test_a_packaged_program_names_the_package_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_addon, "PACKAGES", ("torch_that_nobody_has",))
    assert not engine_addon.layers().engine
    with pytest.raises(UserError, match="pip install"):
        engine_addon.require()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(UserError, match=f"verify-app-engine {__version__}"):
        engine_addon.require()
