"""The review rules hold for outlines, oriented boxes, skeletons and whole images as they do for boxes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests import scenery
from verify_app.app.project.create import create_project, read_skeleton
from verify_app.app.project.report import labels
from verify_app.app.review import actions
from verify_app.app.review.image_view import look, shown
from verify_app.app.scripting.decide import answers, take_responsibility
from verify_app.app.session import Session
from verify_app.cli.main import commands
from verify_app.core.errors import ChangedMeanwhile, UserError
from verify_app.core.geometry import Box, Region
from verify_app.core.records import Actor
from verify_app.core.regions import WHOLE_IMAGE, Keypoint, Keypoints, OrientedBox, Polygon
from verify_app.core.skeleton import COCO_PERSON, Skeleton
from verify_app.core.vocabulary import Grade, ImageState, LabelState
from verify_app.storage.check import problems

ARM = Skeleton(("left", "middle", "right"), (2, 1, 0), ((0, 1), (1, 2)))


def outline(x: float) -> Polygon:
    square = ((x, 10), (x + 40, 10), (x + 40, 50), (x, 50))
    return Polygon(((square, ((x + 5, 15), (x + 9, 15), (x + 9, 20))),))


def pose(x: float) -> Keypoints:
    return Keypoints(Box(x, 10, x + 40, 60), (Keypoint(x + 2, 12), Keypoint(x + 20, 30, 1), Keypoint(0, 0, 0)))


REGIONS: dict[str, tuple[Region, Region]] = {
    "segment": (outline(10), outline(100)),
    "obb": (OrientedBox.of((40, 40, 40, 20, 0.4)), OrientedBox.of((120, 50, 40, 20, 1.2))),
    "pose": (pose(10), pose(100)),
}


def made(tmp_path: Path, task: str) -> Session:
    return scenery.project(tmp_path, task=task, skeleton=ARM if task == "pose" else None)


@pytest.mark.parametrize("task", REGIONS)
def test_a_region_is_accepted_corrected_drawn_undone_and_checked(tmp_path: Path, task: str) -> None:
    session, (first, second) = made(tmp_path, task), REGIONS[task]
    scenery.run(session, {1: [(1, first, 0.9), (2, second, 0.6)]})
    actions.accept(session, 1, "P1")
    actions.reshape(session, 1, {"P2": second.moved(6, 0)})
    actions.draw(session, 1, (3, first.moved(50, 30)))
    found = {item.id: item for item in look(session, 1).items}
    assert [found[f"L{i}"].grade for i in (1, 2, 3)] == [Grade.ACCEPTED, Grade.CORRECTED, Grade.DRAWN]
    assert found["L1"].region == first
    assert found["L2"].original == second
    actions.complete(session, look(session, 1), 0.5)
    assert look(session, 1).state is ImageState.COMPLETE
    for _ in range(4):
        actions.undo(session)
    assert [item.state for item in look(session, 1).items] == [LabelState.PROPOSAL] * 2
    assert list(problems(session.project.read.connection)) == []
    session.close()


@pytest.mark.parametrize("task", REGIONS)
def test_a_decided_object_hides_what_a_new_run_says_of_it(tmp_path: Path, task: str) -> None:
    session, (first, second) = made(tmp_path, task), REGIONS[task]
    scenery.run(session, {1: [(1, first, 0.9)]})
    actions.accept(session, 1, "P1")
    scenery.run(session, {1: [(2, first.moved(1, 0), 0.8), (1, second, 0.7)]}, model_id=1)
    assert [item.id for item in look(session, 1).items] == ["L1", "P3"]


@pytest.mark.parametrize("task", REGIONS)
def test_a_region_of_another_task_is_refused(tmp_path: Path, task: str) -> None:
    session = made(tmp_path, task)
    with pytest.raises(UserError, match="not as box"):
        actions.draw(session, 1, (1, Box(5, 5, 40, 40)))
    with pytest.raises(UserError, match="inside the image"):
        actions.draw(session, 1, (1, REGIONS[task][0].moved(5000, 0)))


def test_several_objects_change_in_one_step(tmp_path: Path) -> None:
    session = made(tmp_path, "segment")
    scenery.run(session, {1: [(1, outline(10), 0.9), (1, outline(60), 0.8), (1, outline(110), 0.7)]})
    actions.reclass(session, 1, "P1", "P2", class_id=3)
    actions.reject(session, 1, "P3", "L1")
    assert [(i.id, i.class_id) for i in look(session, 1).items] == [("L2", 3)]
    actions.undo(session)
    actions.undo(session)
    assert [i.id for i in look(session, 1).items] == ["P1", "P2", "P3"]
    with pytest.raises(ChangedMeanwhile):
        actions.reject(session, 1, "P1", "L9")
    assert look(session, 1).items[0].state is LabelState.PROPOSAL  # nothing of a step that failed


def test_a_pose_needs_its_points(tmp_path: Path) -> None:
    session = made(tmp_path, "pose")
    with pytest.raises(UserError, match="has 3 points"):
        actions.draw(session, 1, (1, Keypoints(Box(5, 5, 40, 40), (Keypoint(6, 6),))))


def one(line: dict[str, Any], session: Session) -> dict[str, Any]:
    text = json.dumps({"actor": "script", "image": "photos/000.png", **line})
    return next(answers(session.project, [text], take_responsibility(session.project, "ann", text.encode())))


@pytest.mark.parametrize("task", REGIONS)
def test_decide_takes_and_labels_print_the_same_region(tmp_path: Path, task: str) -> None:
    session, (first, second) = made(tmp_path, task), REGIONS[task]
    kind = first.kind
    assert one({"op": "draw", "class": "bolt", kind: first.data()}, session)["ok"]
    assert one({"op": "correct", "id": "L1", kind: second.data()}, session)["ok"]
    assert not one({"op": "draw", "class": "bolt", "box": [1, 2, 30, 40]}, session)["ok"]
    assert not one({"op": "draw", "class": "bolt", kind: "nonsense"}, session)["ok"]
    (line,) = labels(session.project, 1)
    assert line[kind] == second.data()
    assert line["box"] == second.bounds.corners()


# --- whole images -----------------------------------------------------------------------------------------


def classified(session: Session, image: int = 1) -> list[tuple[int, LabelState]]:
    return [(item.class_id, item.state) for item in look(session, image).items]


def test_a_class_makes_an_image_complete(tmp_path: Path) -> None:
    session = made(tmp_path, "classify")
    scenery.run(session, {1: [(1, WHOLE_IMAGE, 0.2)], 2: [(2, WHOLE_IMAGE, 0.9)]})
    assert len(shown(look(session, 1), 0.5)) == 1, "an image's class is shown however unsure it is"
    actions.classify(session, look(session, 1), 3)
    assert classified(session) == [(3, LabelState.VERIFIED)]
    assert look(session, 1).state is ImageState.COMPLETE
    assert look(session, 1).items[0].grade is Grade.CORRECTED
    actions.complete(session, look(session, 2), 0.95)
    assert classified(session, 2) == [(2, LabelState.VERIFIED)]
    actions.classify(session, look(session, 2), 1)
    assert classified(session, 2) == [(1, LabelState.VERIFIED)]
    assert look(session, 2).state is ImageState.COMPLETE
    for _ in range(3):
        actions.undo(session)
    assert classified(session) == [(1, LabelState.PROPOSAL)]
    assert list(problems(session.project.read.connection)) == []


def test_its_labels_are_listed(tmp_path: Path) -> None:
    session = made(tmp_path, "classify")
    scenery.run(session, {1: [(1, WHOLE_IMAGE, 0.2)]})
    done = CliRunner().invoke(commands, ["labels", str(session.folder)])
    assert done.exit_code == 0 and "bolt" in done.stdout


def test_an_image_has_one_class_and_never_none(tmp_path: Path) -> None:
    session = made(tmp_path, "classify")
    scenery.run(session, {1: [(1, WHOLE_IMAGE, 0.9)], 3: []})
    actions.accept(session, 1, "P1")
    actions.draw(session, 1, (2, WHOLE_IMAGE))
    assert classified(session) == [(2, LabelState.VERIFIED)]
    with pytest.raises(UserError, match="none can be empty"):
        actions.empty(session, look(session, 2))
    with pytest.raises(UserError, match="Give this image a class"):
        actions.complete(session, look(session, 3), 0.5)
    actions.reject(session, 1, "L2")
    with pytest.raises(UserError, match="Give this image a class"):
        actions.complete(session, look(session, 1), 0.5)
    actions.classify(session, look(session, 3), 2)
    assert look(session, 3).items[0].grade is Grade.DRAWN
    assert one({"op": "classify", "class": "gear"}, session)["ok"]
    assert classified(session) == [(3, LabelState.VERIFIED)]


# --- skeletons --------------------------------------------------------------------------------------------


def test_a_skeleton_is_read_from_a_number_json_and_a_data_yaml(tmp_path: Path) -> None:
    assert read_skeleton("17") == COCO_PERSON
    assert len(read_skeleton("4").names) == 4
    (tmp_path / "arm.json").write_text(json.dumps(ARM.data()))
    assert read_skeleton(str(tmp_path / "arm.json")) == ARM
    yaml = "kpt_shape: [3, 3]\nflip_idx: [2, 1, 0]\nkpt_names:\n  0: [left, middle, right]\nnames: {0: arm}\n"
    (tmp_path / "data.yaml").write_text(yaml)
    assert read_skeleton(str(tmp_path / "data.yaml")) == Skeleton(ARM.names, ARM.flip)
    for bad in ("0", "no such file", str(tmp_path)):
        with pytest.raises(UserError):
            read_skeleton(bad)
    with pytest.raises(UserError, match="leave the skeleton out"):
        create_project(tmp_path / "p", classes=["a"], actor=Actor("ann"), skeleton=ARM)
