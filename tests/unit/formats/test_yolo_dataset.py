"""Datasets of every task are found, read and brought into a project as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.tasks import CLASSES, SKELETON, scenes, write_yolo
from verify_app.app.imports.add import AddOptions, add
from verify_app.app.project.create import create_project
from verify_app.app.session import Session
from verify_app.core.errors import UserError
from verify_app.core.records import Actor
from verify_app.core.skeleton import Skeleton
from verify_app.core.vocabulary import Grade, Origin, Task
from verify_app.formats.registry import ToRead
from verify_app.formats.yolo_dataset import Yolo
from verify_app.storage.queries import image_list

SEED = 300


def project(folder: Path, task: Task, skeleton: Skeleton = SKELETON) -> Session:
    more = {"skeleton": skeleton} if task is Task.POSE else {}
    create_project(folder, classes=list(CLASSES[task]), actor=Actor("ann"), task=task, **more)
    return Session.open(folder, "ann")


def labels_by_file(session: Session) -> dict[str, list]:
    read = session.project.read
    names = {record.id: record.path for record in image_list.file_records(read)}
    return {names[image]: labels for image, labels in read.labels(list(names)).items()}


@pytest.mark.parametrize("task", Task)
def test_a_dataset_comes_in_with_its_regions(tmp_path, task):
    write_yolo(tmp_path / "set", task, train=6, val=2, seed=SEED)
    with_session = project(tmp_path / "p", task)
    done = add(with_session, [tmp_path / "set"], AddOptions(Origin.REAL, labels="yolo", attest="bob"))
    truth = list(scenes(task, 8, SEED))
    assert done.problems == [] and done.labels == done.attested == sum(len(scene.objects) for scene in truth)
    ids = {c.id: i for i, c in enumerate(with_session.classes)}
    found = labels_by_file(with_session)
    assert len(found) == 8
    for name, labels in found.items():
        stem, split = Path(name).stem, "train" if "train" in name else "val"
        scene = truth[int(stem) + (6 if split == "val" else 0)]
        assert sorted(ids[x.class_id] for x in labels) == sorted(index for index, _ in scene.objects)
        for label in labels:
            assert label.region.kind == task.region and label.grade is Grade.ATTESTED
            best = max(label.region.likeness(region) for index, region in scene.objects if index == ids[label.class_id])
            assert best > 0.995, "six decimals of the file are all that is lost"
    assert list(with_session.project.problems()) == []


def test_a_dataset_with_other_points_is_refused(tmp_path):
    write_yolo(tmp_path / "set", Task.POSE, train=1, val=1, seed=SEED)
    session = project(tmp_path / "p", Task.POSE, Skeleton.generic(4))
    with pytest.raises(UserError, match="have 5 points, those of the project 4"):
        add(session, [tmp_path / "set"], AddOptions(Origin.REAL, labels="yolo"))


def test_rows_of_another_task_are_named_and_left_aside(tmp_path):
    write_yolo(tmp_path / "set", Task.SEGMENT, train=2, val=1, seed=SEED)
    create_project(tmp_path / "p", classes=list(CLASSES[Task.SEGMENT]), actor=Actor("ann"), task=Task.OBB)
    session = Session.open(tmp_path / "p", "ann")
    done = add(session, [tmp_path / "set"], AddOptions(Origin.REAL, labels="yolo"))
    assert done.labels == 0 and done.problems and all("columns where an oriented box has 9" in p for p in done.problems)


def test_class_folders_that_the_project_does_not_know_are_named(tmp_path):
    write_yolo(tmp_path / "set", Task.CLASSIFY, train=4, val=1, seed=SEED)
    create_project(tmp_path / "p", classes=["disc"], actor=Actor("ann"), task=Task.CLASSIFY)
    session = Session.open(tmp_path / "p", "ann")
    with pytest.raises(UserError, match="that the project does not: cross"):
        add(session, [tmp_path / "set"], AddOptions(Origin.REAL, labels="yolo"))


def test_an_image_outside_the_class_folders_has_no_class(tmp_path):
    for name in ("disc", "other"):
        (tmp_path / "set" / name).mkdir(parents=True)
        Image.new("RGB", (9, 9)).save(tmp_path / "set" / name / "a.png")
    found = Yolo(ToRead(tmp_path / "set", None, Task.CLASSIFY, None))
    found.names = ["disc"]
    (stated,) = found.images()
    assert Path(stated.key) == tmp_path / "set" / "disc" / "a.png"
    found.sizes = {stated.key: (9, 9)}
    assert [labels.plain[0][0] for labels in found.labels()] == ["disc"]
