"""Real training, guarding and measuring of each of the five tasks."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import yaml

from tests import tasks
from tests.sharing import shared
from tests.tasks import CLASSES
from tests.unit.datasets.five_tasks import ALSO, shared_versions, task_pool
from verify_app.core.errors import UserError
from verify_app.core.vocabulary import Task
from verify_app.datasets.files.check_files import survey
from verify_app.datasets.version.gold_set import write_gold
from verify_app.inference.ultralytics_engine import loaded_pt
from verify_app.training import guard
from verify_app.training.average_precision import resample_weights
from verify_app.training.evaluate import FEWEST_IMAGES, ComparisonOutcome, _resampled, evaluate
from verify_app.training.progress_callbacks import keys_of, main_figures
from verify_app.training.train import train
from verify_app.training.weights import lineage_of

pytestmark = pytest.mark.slow

BASES = {Task.DETECT: "", Task.SEGMENT: "-seg", Task.OBB: "-obb", Task.POSE: "-pose", Task.CLASSIFY: "-cls"}
NAMED = [task for task in Task if task is not Task.CLASSIFY]
QUICK = {"epochs": 1, "imgsz": 64, "batch": 8, "device": "cpu"}


def base(task: Task) -> str:
    return f"yolo26n{BASES[task]}.yaml"


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    return shared_versions(tmp_path_factory)


@pytest.fixture(scope="module")
def trained(versions, tmp_path_factory):
    """A model of each task that has seen one epoch, made when first asked for."""
    made = {}

    def of(task):
        if task not in made:
            how = {"base": base(task), "settings": {"workers": 0}, **QUICK}
            made[task] = shared(
                tmp_path_factory, f"{task} trained", lambda work: train(versions[task].folder, work=work, **how)
            )
        return made[task]

    return of


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("task", Task)
def test_what_is_trained_on_is_what_the_receipt_counts(versions, trained, task):
    written, before = versions[task], files(versions[task].folder)
    done = trained(task)
    for split, loaded in done.loaded.items():
        images = written.receipt.counts["images"][split]
        assert loaded.images == sum(images.values())
        stated = {key.partition(" ")[2]: n for key, n in written.receipt.counts["classes"][split].items()}
        assert {name: n for name, n in loaded.objects.items() if n} == stated
    assert set(done.metrics) == set(keys_of(task)) and done.receipt == written.digest
    assert done.score == (main_figures(task)[0], done.metrics[main_figures(task)[0]])
    assert lineage_of(done.weights) == written.digest
    with loaded_pt(done.weights) as (model, _):
        assert model.task == task and sorted(model.names.values()) == sorted((*CLASSES[task], ALSO))
    assert files(written.folder) == before


def test_a_base_for_another_task_is_refused(versions, trained, tmp_path):
    with pytest.raises(UserError, match=r"yolo26n\.yaml is a model for detect, the version v1 is for obb"):
        train(versions[Task.OBB].folder, base=base(Task.DETECT), work=tmp_path, **QUICK)
    with pytest.raises(UserError, match="is a model for detect"):
        train(versions[Task.POSE].folder, base=trained(Task.DETECT).weights, work=tmp_path, **QUICK)


class Script:
    """A script of one's own that trains a copy of the version's files under the version's guard."""

    def __init__(self, version: Path, folder: Path, task: Task, model: str = "") -> None:
        from ultralytics import YOLO

        self.task, self.folder = task, folder / "copy"
        kept = shutil.ignore_patterns("receipt*", "*.cache")
        shutil.copytree(version, self.folder, ignore=kept)
        self.runs, self.batches = folder / "runs", 0
        self.model = YOLO(model or base(task))
        guard(self.model, version)
        self.model.add_callback("on_train_batch_end", self._count)

    def _count(self, _) -> None:
        self.batches += 1

    def labels(self) -> Path:
        return next(f for f in sorted((self.folder / "labels/train").glob("*.txt")) if f.stat().st_size)

    def change(self, column: int, by: float) -> None:
        """Shift one number of the first row of a label file."""
        first, *rest = self.labels().read_text().splitlines()
        words = first.split()
        words[column] = f"{float(words[column]) + by:.8f}"
        self.labels().write_text("".join(f"{row}\n" for row in (" ".join(words), *rest)))

    def describe(self, **changes) -> None:
        file = self.folder / "data.yaml"
        file.write_text(yaml.safe_dump({**yaml.safe_load(file.read_text()), **changes}))

    def train(self, **settings) -> None:
        data = self.folder if self.task is Task.CLASSIFY else self.folder / "data.yaml"
        usual = {**QUICK, "plots": False, "val": False, "verbose": False, "workers": 0, "project": str(self.runs)}
        self.model.train(data=str(data), **{**usual, **settings})

    def refused(self, **settings) -> str:
        with pytest.raises(UserError, match="stopped before the first epoch") as error:
            self.train(**settings)
        assert self.batches == 0 and not list(self.runs.rglob("*.pt")) and "\n" not in str(error.value)
        return str(error.value)


@pytest.fixture
def script(versions, tmp_path):
    return lambda task, model="": Script(versions[task].folder, tmp_path, task, model)


@pytest.mark.parametrize("task", [Task.SEGMENT, Task.OBB, Task.POSE, Task.CLASSIFY])
def test_the_version_itself_passes_wherever_its_files_lie(script, task):
    one = script(task)
    one.train()
    assert one.batches >= 2


@pytest.mark.parametrize("task", [Task.SEGMENT, Task.POSE, Task.CLASSIFY])
def test_a_version_trained_in_place_is_read_through_a_mirror(versions, tmp_path, task):
    from ultralytics import YOLO

    folder = Path(shutil.copytree(versions[task].folder, tmp_path / "v1"))
    before = files(folder)
    model, read = YOLO(base(task)), []
    guard(model, folder)
    model.add_callback("on_train_start", lambda trainer: read.append(str(trainer.data["train"])))
    data = folder if task is Task.CLASSIFY else folder / "data.yaml"
    model.train(data=str(data), plots=False, val=False, workers=0, project=str(tmp_path / "runs"), **QUICK)
    assert len(read) == 1 and not read[0].startswith(str(folder)) and files(folder) == before
    assert lineage_of(next((tmp_path / "runs").rglob("last.pt"))) == versions[task].digest


@pytest.mark.parametrize("task", [Task.SEGMENT, Task.OBB, Task.POSE])
def test_an_edited_label_is_refused(script, task):
    one = script(task)
    one.change(7 if task is Task.POSE else 3, 0.004)
    assert "other labels on 1 train image" in one.refused()


def test_a_point_that_is_seen_otherwise_is_refused(script):
    one = script(Task.POSE)
    first, *rest = one.labels().read_text().splitlines()
    words = first.split()
    words[7] = {"2": "1", "1": "2", "0": "2"}[words[7]]
    one.labels().write_text("".join(f"{row}\n" for row in (" ".join(words), *rest)))
    assert "other labels on 1 train image" in one.refused()


def test_other_mirror_pairs_are_refused(script):
    one = script(Task.POSE)
    one.describe(flip_idx=[0, 1, 2, 3, 4])
    assert "other mirror pairs of points" in one.refused()


def test_an_image_in_another_class_is_refused(script):
    one = script(Task.CLASSIFY)
    file = next(f for f in sorted((one.folder / "train/disc").iterdir()) if f.suffix == ".png")
    file.rename(one.folder / "train/cross" / file.name)
    said = one.refused()
    assert "other labels on 1 train image" in said and "disc" in said.partition("train objects:")[2]


def test_a_missing_class_folder_is_refused(script):
    one = script(Task.CLASSIFY)
    shutil.rmtree(one.folder / "train" / ALSO)
    assert "other classes" in one.refused()


@pytest.mark.parametrize("task", [Task.SEGMENT, Task.CLASSIFY])
def test_a_part_of_the_images_is_refused(script, task):
    assert "missing" in script(task).refused(fraction=0.5)


def test_a_model_for_another_task_is_refused(script):
    assert "a model for detect instead of segment" in script(Task.SEGMENT, "yolo26n.yaml").refused()


GOLD = {"imgsz": tasks.SIDE, "device": "cpu", "resamples": 200}


@pytest.fixture(scope="module")
def golds(tmp_path_factory):
    """Gold images of each task, new to the small models."""
    made = {}

    def of(task):
        if task not in made:
            folder = tmp_path_factory.mktemp(f"{task}-gold")
            pool = survey(task_pool(folder / "in", task, real=0, others=0, gold=FEWEST_IMAGES + 4, seed=5000))
            write_gold(pool, folder / "gold")
            made[task] = folder / "gold"
        return made[task]

    return of


def theirs(task: Task, gold: Path, room: Path):
    """What Ultralytics itself measures."""
    from ultralytics import YOLO

    copy = Path(shutil.copytree(gold, room / "copy"))
    if task is Task.CLASSIFY:
        (copy / "gold").rename(copy / "val")
        shutil.copytree(copy / "val", copy / "train")
        data = copy
    else:
        data = copy / "data.yaml"
        text = yaml.safe_load(data.read_text())
        data.write_text(yaml.safe_dump({**text, "train": "images/gold", "val": "images/gold"}))
    more = {"nms": False, "rect": False, "plots": False, "verbose": False, "project": str(room)}
    return YOLO(tasks.model(task)).val(data=str(data), imgsz=tasks.SIDE, device="cpu", **more)


def names(task: Task) -> tuple[str, ...]:
    return (*CLASSES[task], ALSO)


@pytest.mark.parametrize("task", Task)
def test_the_figures_are_those_of_ultralytics_and_compare_two_models(golds, trained, tmp_path, task):
    gold, before = golds(task), files(golds(task))
    found = evaluate([trained(task).weights, tasks.model(task)], gold, names=names(task), **GOLD)
    assert files(gold) == before
    score, metrics = found.scores[1], theirs(task, gold, tmp_path)
    first, second = main_figures(task)
    assert (score.metric, list(score.figures)) == (first, [first, second])
    if task is Task.CLASSIFY:
        assert score.figures == {first: pytest.approx(metrics.top1), second: pytest.approx(metrics.top5)}
        matrix = metrics.confusion_matrix.matrix
        for i, name in enumerate(sorted(CLASSES[task])):
            assert score.classes[name].value == pytest.approx(matrix[i][i] / matrix[:, i].sum())
    else:
        part = {Task.SEGMENT: "seg", Task.POSE: "pose"}.get(task, "box")
        measured = getattr(metrics, part)
        assert score.figures == {first: pytest.approx(measured.map), second: pytest.approx(measured.map50)}
        for i, c in enumerate(measured.ap_class_index):
            assert score.classes[names(task)[c]].value == pytest.approx(measured.ap[i])
            assert score.classes[names(task)[c]].recall == pytest.approx(measured.r[i])
    assert score.value > 0.3 and score.classes[ALSO].value is None
    rows = [one for some in score.detail.matches.values() for one in some]
    assert all(0 <= low < high <= 1 for one in rows for low, high in (one.box[::2], one.box[1::2]))
    for i, (name, one) in enumerate(score.classes.items()):
        assert sum(match.true == i for match in rows) == one.objects
        right = sum(match.true == match.said == i for match in rows)
        assert right <= score.detail.classes[name].at_cut[0] <= one.objects and right >= 0.5 * one.objects * (
            one.recall or 0
        )
    (up,) = found.comparisons
    assert up.change == pytest.approx(score.value - found.scores[0].value) and up.low <= up.change <= up.high
    assert up.outcome is ComparisonOutcome.BETTER and f"points {first}, 95 % interval" in up.sentence


@pytest.mark.parametrize("task", Task)
def test_the_bootstrap_is_of_the_very_figure(golds, tmp_path, monkeypatch, task):
    """With every image counted once its value is Ultralytics' own; with other weights it is that of such a list."""
    from verify_app.training import evaluate as module

    seen = []
    look = module._look
    monkeypatch.setattr(module, "_look", lambda *a, **k: seen.extend(look(*a, **k)) or seen)
    evaluate([tasks.model(task)], golds(task), names=names(task), **GOLD)
    stats = [seen[0].stats[name] for name in sorted(seen[0].stats)]
    once = np.ones((1, len(stats)), dtype=np.int64)
    assert _resampled(stats, once, 3 if task is not Task.CLASSIFY else 4)[0] == pytest.approx(seen[0].value, abs=1e-6)
    weights = resample_weights(len(stats), 3, seed=1)
    drawn = _resampled(stats, weights, 4)
    for row, value in zip(weights, drawn, strict=True):
        listed = [one for one, times in zip(stats, row, strict=True) for _ in range(times)]
        again = _resampled(listed, np.ones((1, len(listed)), dtype=np.int64), 4)[0]
        assert value == pytest.approx(again, abs=0.02)


def test_models_of_two_tasks_are_not_compared(golds, trained):
    with pytest.raises(UserError, match="compare models of one task"):
        evaluate(
            [trained(Task.DETECT).weights, trained(Task.OBB).weights],
            golds(Task.DETECT),
            names=names(Task.DETECT),
            **GOLD,
        )


def test_a_model_with_other_points_is_named(golds, tmp_path):
    gold = Path(shutil.copytree(golds(Task.POSE), tmp_path / "gold"))
    text = yaml.safe_load((gold / "data.yaml").read_text())
    text |= {"kpt_shape": [4, 3], "flip_idx": [0, 1, 2, 3], "skeleton": []}
    (gold / "data.yaml").write_text(yaml.safe_dump({k: v for k, v in text.items() if k != "kpt_names"}))
    for label in (gold / "labels/gold").glob("*.txt"):
        label.write_text("".join(" ".join(row.split()[:-3]) + "\n" for row in label.read_text().splitlines()))
    with pytest.raises(UserError, match="finds 5 points on every object, the gold images show 4"):
        evaluate([tasks.model(Task.POSE)], gold, names=names(Task.POSE), **GOLD)


def test_gold_labels_of_another_kind_are_named(golds, tmp_path):
    gold = Path(shutil.copytree(golds(Task.SEGMENT), tmp_path / "gold"))
    for label in (gold / "labels/gold").glob("*.txt"):
        label.write_text("0 0.5 0.5 0.2 0.2\n")
    with pytest.raises(UserError, match="cannot be read"):
        evaluate([tasks.model(Task.SEGMENT)], gold, names=names(Task.SEGMENT), **GOLD)


def test_counts_by_class_are_plain_numbers(versions):
    for task in Task:
        counts = json.loads((versions[task].folder / "receipt.json").read_bytes())["counts"]["classes"]["train"]
        listed = Counter(label.index for r in versions[task].records if r.split == "train" for label in r.labels)
        assert counts == {f"{i} {names(task)[i]}": n for i, n in sorted(listed.items())}
