"""What forms say of frozen versions: links only when ticked, the room needed, every receipt, what is only claimed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.gui.test_export import opened, settled
from tests.unit.app.test_export import made
from verify_app.app.exports.export import ExportOptions, export
from verify_app.core.receipt.receipt import Override
from verify_app.gui.dialogs.models import ModelField, project_models
from verify_app.gui.shell import main
from verify_app.gui.shell.jobs import Job

TAKE = (Override("class_floor", "a trial", "ann"),)


@pytest.fixture
def exported(make_window: Callable[..., Hands], tmp_path: Path) -> Hands:
    """A project with v1, written twice under two receipts, and a model that is claimed to be trained on it."""
    session = made(tmp_path / "one", real=12, synthetic=0, verified=12)
    export(session, tmp_path / "v1", ExportOptions(link=True))
    export(session, tmp_path / "again", ExportOptions(overrides=TAKE))
    with session.project.transact(session.actor, "model_add") as tx:
        tx.update("model", 1, {"version": "v1", "detail": json.dumps({"proof": "claimed"})})
    folder = session.folder
    session.close()
    return make_window.reopen(folder)  # type: ignore[attr-defined, no-any-return]


def test_links_are_made_when_ticked_and_only_then(exported: Hands, tmp_path: Path) -> None:
    form = opened(exported)
    for ticked in (False, True):
        form.link.setChecked(ticked)
        settled(exported, form)
        out = tmp_path / f"out {ticked}"
        form.out.line.setText(str(out))
        form.go.setEnabled(True)
        form.go.click()
        exported.qtbot.waitUntil(lambda at=str(out): at in form.sentence.text(), timeout=60000)
        assert ("(linked to the sources)" in form.sentence.text()) is ticked
        images = {file.stat().st_ino for file in (out / "images").rglob("*.png")}
        sources = {file.stat().st_ino for file in (tmp_path / "one" / "real").iterdir()}
        assert bool(images & sources) is ticked


def test_the_room_is_said_below_the_plan(exported: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    form = opened(exported)
    space = "The version needs 84 GB, 12 GB free; `--link` needs none."
    heard = form._on_preview

    def on_a_full_disk(job: Job) -> None:
        job.result["space"] = space
        heard(job)

    monkeypatch.setattr(form, "_on_preview", on_a_full_disk)
    form.look()
    settled(exported, form)
    said = form.sentence.text().splitlines()
    assert len(said) == 2 and said[0] and said[1] == space


def test_every_receipt_is_named_and_links_are_said(exported: Hands, tmp_path: Path) -> None:
    form = exported.window.open_form("versions")
    cell = form.table.item(0, 6)
    assert cell.text() == str(tmp_path / "again")
    told = cell.toolTip().splitlines()
    assert len(told) == 2 and told[0].endswith(str(tmp_path / "again")) and told[1].endswith(str(tmp_path / "v1"))
    form.rows[0]["receipts"].reverse()
    assert form._place({**form.rows[0], "folder": str(tmp_path / "v1")}).startswith("linked to the sources: ")


def test_what_is_only_claimed_is_said_beside_a_model(exported: Hands, qtbot: QtBot) -> None:
    main.application()
    known = project_models(exported.state.session)
    assert known == {"model": "v1"}
    field = ModelField({**known, "other": ""})
    qtbot.addWidget(field)
    assert field.text == "model" and not field.claim.isHidden() and "v1: claimed" in field.claim.text()
    field.box.setEditText("other")
    assert field.claim.isHidden()
    form = exported.window.open_form("evaluate")
    assert form.models.item(0).text().endswith("trained on v1 as claimed")
