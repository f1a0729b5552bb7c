"""A check sees one moment of the record, whatever is recorded while it reads."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest

from tests import scenery
from verify_app.app.review import actions
from verify_app.storage import check
from verify_app.storage.project import Project


def test_a_decision_during_a_check_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = scenery.project(tmp_path, images=2)
    scenery.run(session, {i: [(1, (5.0, 5.0, 45.0, 60.0), 0.5)] for i in (1, 2)})
    real, calls = check.facts_digest, iter(range(99))

    def meanwhile(*question: Any) -> str:
        if next(calls) == 0:
            actions.flag(session, 1, "unsure")
            scenery.run(session, {2: [(2, (50.0, 5.0, 90.0, 60.0), 0.5)]})
        return real(*question)

    monkeypatch.setattr(check, "facts_digest", meanwhile)
    with contextlib.closing(session), Project.look(session.folder) as looked:
        assert list(looked.problems()) == []


def test_a_check_that_is_cut_short_leaves_the_project_usable(tmp_path: Path) -> None:
    session = scenery.project(tmp_path, images=1)
    with contextlib.closing(session):
        session.project._connection.execute("UPDATE image_state SET flag = 'x'")
        found = session.project.problems()
        assert next(found)
        found.close()
        actions.flag(session, 1, "unsure")
