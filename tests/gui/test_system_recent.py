"""The system's list of recent documents: what others wrote stays, a list that is none is left alone."""

from __future__ import annotations

import ctypes
import re
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from tests.gui.conftest import Hands
from verify_app.gui.shell import system_recent as recent
from verify_app.storage.project_file import FILE

OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <bookmark href="file:///home/ann/letter.odt" added="2026-01-02T03:04:05.678901Z"
            modified="2026-01-02T03:04:05.678901Z" visited="2026-01-02T03:04:05.678901Z">
    <title>A letter &amp; more</title>
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="application/vnd.oasis.opendocument.text"/>
        <bookmark:groups><bookmark:group>Office</bookmark:group></bookmark:groups>
        <bookmark:applications>
          <bookmark:application name="Writer" exec="&apos;writer %u&apos;" modified="2026-01-02T03:04:05Z" count="7"/>
        </bookmark:applications>
        <bookmark:private/>
      </metadata>
    </info>
  </bookmark>
</xbel>
"""
PROJECT = Path("/home/ann/Teile & Öle (2)/project.verify-app")
ADDRESS = "file:///home/ann/Teile%20&%20%C3%96le%20(2)/project.verify-app"


def entries(xbel: Path) -> dict[str, ElementTree.Element]:
    return {str(one.get("href")): one for one in ElementTree.parse(xbel).getroot().iter("bookmark")}


def shape(one: ElementTree.Element) -> object:
    text = (one.text or "").strip()
    return one.tag, dict(one.attrib), text, [shape(child) for child in one]


def test_what_others_wrote_stays_as_it_is(tmp_path: Path) -> None:
    xbel = tmp_path / "recently-used.xbel"
    xbel.write_text(OTHERS, encoding="utf-8")
    before = shape(entries(xbel)["file:///home/ann/letter.odt"])
    assert recent.add(xbel, PROJECT)
    found = entries(xbel)
    assert set(found) == {"file:///home/ann/letter.odt", ADDRESS}
    assert shape(found["file:///home/ann/letter.odt"]) == before
    assert [file.name for file in tmp_path.iterdir()] == ["recently-used.xbel"]
    text = xbel.read_text(encoding="utf-8")
    assert "<bookmark:application " in text and "<mime:mime-type " in text  # GLib knows them by these names too
    assert xbel.stat().st_mode & 0o777 == 0o600


def test_the_same_file_again_is_renewed(tmp_path: Path) -> None:
    xbel = tmp_path / "recently-used.xbel"
    for _ in range(3):
        assert recent.add(xbel, PROJECT)
    (one,) = entries(xbel).values()
    (ours,) = one.iter(f"{{{recent.MARKS}}}application")
    assert (ours.get("name"), ours.get("count"), ours.get("exec")) == ("verify-app", "3", "'verify-app %f'")
    (kind,) = one.iter(f"{{{recent.MIMES}}}mime-type")
    told = (Path(__file__).parents[2] / "packaging/linux/verify-app.mime.xml").read_text(encoding="utf-8")
    assert f'type="{kind.get("type")}"' in told


@pytest.mark.parametrize(
    "text",
    ["", "no list", "<html/>", OTHERS[: len(OTHERS) // 2], '<!DOCTYPE x [<!ENTITY a "b">]><xbel>&a;</xbel>'],
    ids=["empty", "text", "another", "half", "entities"],
)
def test_a_list_that_is_none_is_left_alone(tmp_path: Path, text: str) -> None:
    xbel = tmp_path / "recently-used.xbel"
    xbel.write_text(text, encoding="utf-8")
    assert not recent.add(xbel, PROJECT)
    assert xbel.read_text(encoding="utf-8") == text
    assert len(list(tmp_path.iterdir())) == 1


def test_a_list_without_a_folder_is_not_made(tmp_path: Path) -> None:
    assert not recent.add(tmp_path / "none" / "recently-used.xbel", PROJECT)
    assert not list(tmp_path.iterdir())


def test_what_is_written_meanwhile_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xbel = tmp_path / "recently-used.xbel"
    enter, others = recent._enter, iter(["first", "second"])

    def enter_late(root: ElementTree.Element, address: str) -> None:
        enter(root, address)
        if name := next(others, ""):  # another program is quicker, twice
            monkeypatch.setattr(recent, "_enter", enter)
            assert recent.add(xbel, Path(f"/home/ann/{name}"))
            monkeypatch.setattr(recent, "_enter", enter_late)

    monkeypatch.setattr(recent, "_enter", enter_late)
    assert recent.add(xbel, PROJECT)
    assert set(entries(xbel)) == {ADDRESS, "file:///home/ann/first", "file:///home/ann/second"}


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("gtk-recent-files-enabled=0", False),
        ("gtk-recent-files-enabled = false", False),
        ("gtk-recent-files-max-age=0", False),
        ("gtk-recent-files-max-age=30", True),
    ],
)
def test_who_keeps_no_list_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, wanted: bool) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    (tmp_path / "gtk-3.0").mkdir()
    (tmp_path / "gtk-3.0/settings.ini").write_text(f"[Settings]\n{row}\n", encoding="utf-8")
    recent.tell_desktop(PROJECT)
    assert (tmp_path / "recently-used.xbel").exists() is wanted


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for a program of GNOME")
@pytest.mark.parametrize(("said", "wanted"), [("false", False), ("true", True)])
def test_gnome_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, wanted: bool) -> None:
    script = tmp_path / "gsettings"
    script.write_text(f'#!/bin/sh\n[ "$*" = "get org.gnome.desktop.privacy remember-recent-files" ] && echo {said}\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert recent.wanted() is wanted


def test_an_opened_project_is_told(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Path] = []
    monkeypatch.setattr(recent, "tell", told.append)
    session = hands.window.session
    assert session is not None
    folder = session.folder
    recent.SystemRecent(hands.window)
    assert told == [folder / FILE]
    hands.window.close_project()
    assert told == [folder / FILE]
    assert hands.window.open_project(folder)
    assert told == [folder / FILE] * 2


def test_the_list_is_written_beside_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("another list")
    by: list[threading.Thread] = []
    done = threading.Event()
    monkeypatch.setattr(recent, "tell_desktop", lambda _file: (by.append(threading.current_thread()), done.set()))
    recent.tell(PROJECT)
    assert done.wait(60) and by[0] is not threading.main_thread()


def test_windows_is_told_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, str | None]] = []
    shell = SimpleNamespace(SHAddToRecentDocs=lambda kind, text: told.append((kind, text.value)))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    recent.tell(PROJECT)
    assert told == [(3, str(PROJECT))]


def test_the_lists_of_gtk_and_ours_name_files_alike() -> None:
    assert recent.address_of(PROJECT) == ADDRESS
    assert re.fullmatch(r"[!-~]+", recent.address_of(Path("/a/#?;[]\t\udcff")))
