"""An update of an installed program while its window is open is said once and stays in sight."""

from __future__ import annotations

from pathlib import Path

from tests.gui.conftest import Hands
from verify_app.gui.plain import PlainLabel
from verify_app.gui.shell.program_update import ProgramUpdate
from verify_app.storage.project_file import FILE


def test_a_replaced_program_is_said_once(hands: Hands, tmp_path: Path) -> None:
    program = tmp_path / "verify-app"
    program.write_bytes(b"old")
    said: list[str] = []
    watch = ProgramUpdate(hands.window, lambda text, kind: said.append(text), program)
    watch.look()
    program.rename(tmp_path / "aside")
    watch.look()  # in the middle of being replaced
    assert said == []
    (tmp_path / "new").write_bytes(b"new one")
    (tmp_path / "new").rename(program)
    watch.look()
    assert len(said) == 1 and "Start it again" in said[0]
    assert not watch.isActive()
    labels = [label.text() for label in hands.window.statusBar().findChildren(PlainLabel)]
    assert "Updated: start again" in labels


def test_the_file_of_a_double_click_opens_its_project(hands: Hands) -> None:
    session = hands.window.session
    assert session is not None
    assert hands.window.open_project(session.folder / FILE)
    assert hands.window.session is session
