"""What leaves the project says what it leaves out: images that cannot be used by name, open ones by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import scenery
from verify_app.app.imports.files import rescan
from verify_app.app.review import actions
from verify_app.app.review.image_view import look
from verify_app.cli.main import run
from verify_app.core.geometry import Box


def handed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    code = run(["hand-out", str(tmp_path / "project"), str(tmp_path / "out"), "--format", "coco", *options])
    assert code == 0
    return capsys.readouterr().out.splitlines()[1:]


WHY = {
    "nothing is complete": (4, 0, (), ["None of the 4 images is complete, so there is nothing to hand out; --every"]),
    "one is complete": (4, 1, (), ["3 images that nobody completed were left out."]),
    "every label": (4, 0, ("--every",), []),
    "no image": (0, 0, (), ["There is no image in the project."]),
}


@pytest.mark.parametrize(("images", "complete", "options", "said"), WHY.values(), ids=WHY)
def test_few_labels_say_why(
    tmp_path: Path,
    images: int,
    complete: int,
    options: tuple[str, ...],
    said: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    session = scenery.project(tmp_path, images=images)
    for image_id in range(1, complete + 1):
        actions.empty(session, look(session, image_id))
    session.close()
    lines = handed_out(tmp_path, capsys, *options)
    assert len(lines) == len(said) and all(map(str.startswith, lines, said))


@pytest.mark.parametrize("number", [1, 12], ids="{} unusable".format)
def test_a_hand_out_names_what_cannot_be_used(tmp_path: Path, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    session = scenery.project(tmp_path, images=12)
    for n in range(number):
        (tmp_path / "photos" / f"{n:03}.png").unlink()
    rescan(session, range(1, 13))
    session.close()
    lines = handed_out(tmp_path, capsys, "--every")
    assert lines[0] == f"Skipped {number}:"
    assert lines[1].startswith("  photos/000.png: The file is missing")
    assert len(lines) == 1 + min(number, 10) + (number > 10)


def test_an_export_names_what_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = scenery.project(tmp_path, images=30)
    for image_id in range(1, 31):
        actions.draw(session, image_id, (1, Box(10, 10, 60, 60)))
        actions.complete(session, look(session, image_id), 0.25)
    session.close()
    (tmp_path / "photos" / "004.png").unlink()
    assert run(["export", str(tmp_path / "project"), str(tmp_path / "v1")]) == 0
    said = capsys.readouterr().out
    assert "Unusable and left out: 1.\n  photos/004.png: The file is missing" in said
