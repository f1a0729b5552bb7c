"""A project of the first release, opened by this one: nothing is lost, and the queue knows its images."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from verify_app.core.disagreements import Kind
from verify_app.core.errors import UserError
from verify_app.core.queue import codec
from verify_app.core.queue.entry import Standing
from verify_app.core.vocabulary import Grade, ImageState
from verify_app.storage.project import DATABASE, Project

OLDER = Path(__file__).parents[2] / "data" / "projects" / "schema1.db.gz"
"""Five images, two runs; ann completed the first and rejected on the second, bob drew, found empty and flagged none."""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / DATABASE).write_bytes(gzip.decompress(OLDER.read_bytes()))
    return folder


def standings(project: Project) -> dict[int, Standing]:
    rows = project.read.rows("SELECT key, records, tags FROM image_block")
    return {image.image_id: image for row in rows for image in codec.standings(*row)}


def test_a_project_of_schema_1_has_its_queue(older: Path) -> None:
    with pytest.raises(UserError, match="made by an older version"):
        Project.look(older)
    with Project.open(older) as project:
        assert list(project.problems()) == []
        found = standings(project)
        assert sorted(found) == [1, 2, 3, 4, 5]
        assert [found[i].state for i in (1, 4, 5)] == [
            ImageState.COMPLETE,
            ImageState.COMPLETE_EMPTY,
            ImageState.IN_PROGRESS,
        ]
        # the second run came after ann and bob had spoken
        assert found[1].kinds == {Kind.OTHER_CLASS, Kind.EXTRA}
        assert found[4].kinds == {Kind.EXTRA}
        assert not found[3].kinds
        assert found[3].grades == {Grade.DRAWN}
        assert sorted(row[0] for row in project.read.rows("SELECT name FROM reviewer")) == ["ann", "bob"]
        assert len(project.read.rows("SELECT * FROM run_chunk")) == 2
    assert (older / f"{DATABASE}.v1.bak").is_file()
