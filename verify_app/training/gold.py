"""Running a model over gold images with Ultralytics' own validator, image by image."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.progress import Progress, Report
from verify_app.core.regular_file import read_whole
from verify_app.core.vocabulary import Task
from verify_app.formats import yolo
from verify_app.inference.engine import SECONDS
from verify_app.inference.limited_runs import limited_runs
from verify_app.inference.model_card import ModelCard
from verify_app.inference.open_engine import open_engine
from verify_app.inference.time_limit import apart
from verify_app.training.average_precision import ClassGuess, ImageStats
from verify_app.training.matches import ImageScene
from verify_app.training.progress_callbacks import is_out_of_memory, main_figures
from verify_app.training.scratch_mirror import Pair, place, root_of
from verify_app.training.version_contents import class_ids, rows_of

GOLD = "gold"

_ARGS: Mapping[str, object] = MappingProxyType(
    {
        "mode": "val",
        "split": "val",
        "nms": False,
        "rect": False,
        "plots": False,
        "verbose": False,
        "name": "val",
        "exist_ok": True,
    }
)
"""`rect` off: both engines then see the very same pixels."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the validator measured with one model.

    Parameters
    ----------
    stats : mapping of image name to ImageStats or ClassGuess
        Name below the split folder, with ``/``; guesses of the classify task.
    figures : mapping of str to float
        By name, 0 to 1, the one the model is judged by first (`progress_callbacks.main_figures`): the mean over the
        classes that occur in the gold images, or over all images where whole images are classified.
    by_class : mapping of class id to float
        The first figure of each class that occurs.
    recall : mapping of class id to float
        Of the classes that occur; at IoU (or OKS) 0.5 and the confidence with the best mean F1.
    imgsz : int
        Longer side of the input in pixels; an exported model decides its own.
    cut : float
        The confidence with the best mean F1, from which on an object counts as found.
    """

    stats: Mapping[str, ImageStats] | Mapping[str, ClassGuess]
    figures: Mapping[str, float]
    by_class: Mapping[int, float]
    recall: Mapping[int, float]
    imgsz: int
    cut: float = 0.0
    precision: Mapping[int, float] = field(default_factory=dict)
    """As `recall`; of classified images nothing."""
    scenes: Mapping[str, ImageScene] = field(default_factory=dict)
    """Objects and detections by image name; of classified images nothing."""

    @property
    def value(self) -> float:
        """The figure the model is judged by."""
        return next(iter(self.figures.values()))


def find(images: Path, task: Task = Task.DETECT) -> list[Pair]:
    """The gold images and their label files in a folder in YOLO layout, or beside a ``data.yaml``.

    Looked for in ``images/gold``, else in the only split there is, else in ``images`` itself; classified images in
    ``gold``, else in the only split there is.

    Raises
    ------
    UserError
        When there are none, or it is not clear which are meant.
    """
    root = images.parent if images.is_file() else images
    classified = task is Task.CLASSIFY
    pictures = root if classified else root / "images"
    if not pictures.is_dir():
        raise UserError(M("{folder} holds no folder “images”; give a dataset in YOLO layout.", folder=root))
    splits = [folder for folder in sorted(pictures.iterdir()) if folder.is_dir() and any(picture_files(folder))]
    chosen = next((folder for folder in splits if folder.name == GOLD), None)
    if chosen is None and len(splits) > 1:
        raise UserError(
            M(
                "{folder} holds several splits ({splits}) but no gold; keep the gold images in a folder of their own.",
                folder=root,
                splits=", ".join(s.name for s in splits),
            )
        )
    chosen = chosen or (splits[0] if splits else pictures)
    labels = None if classified else root / "labels" / chosen.relative_to(pictures)
    pairs = [_pair(file, chosen, labels) for file in sorted(picture_files(chosen))]
    if not pairs:
        raise UserError(
            M("{folder} holds no gold images; reserve some real, verified images as gold first.", folder=root)
        )
    return pairs


def picture_files(folder: Path) -> Iterator[Path]:
    """The files below `folder` that Ultralytics takes for images."""
    from ultralytics.data.utils import IMG_FORMATS  # noqa: PLC0415  # heavy

    return (p for p in folder.rglob("*") if p.suffix[1:].lower() in IMG_FORMATS and p.is_file())


def _pair(file: Path, folder: Path, labels: Path | None) -> Pair:
    name = file.relative_to(folder)
    if labels is None:
        return Pair(name.as_posix(), file, None)
    label = (labels / name).with_suffix(".txt")
    if not label.is_file():
        raise UserError(
            M("The gold image {name} has no label file; an empty one says that it is empty.", name=name.as_posix())
        )
    return Pair(name.as_posix(), file, label)


def objects_of(pairs: Sequence[Pair], names: Sequence[str], rows: yolo.Rows = yolo.BOXES) -> dict[str, int]:
    """Objects by class name; of classified images the images in its folder.

    Raises
    ------
    UserError
        When a label file cannot be read, or names a class beyond the list, or there is no object at all.
    """
    counts = dict.fromkeys(names, 0)
    for pair in pairs:
        try:
            if pair.label is None:
                counts[names[list(names).index(pair.name.partition("/")[0])]] += 1
                continue
            for c in class_ids(rows_of(read_whole(pair.label), rows)):
                counts[names[c]] += 1
        except (ValueError, IndexError, OSError) as error:
            raise UserError(
                M("The labels of gold image {file} cannot be read; write the gold set again.", file=pair.name)
            ) from error
    if not any(counts.values()):
        raise UserError(M("The gold images show no object at all; reserve some with objects as gold first."))
    return counts


def open_card(model: Path, seconds: float = SECONDS) -> ModelCard:
    """What a model says of itself.

    Raises
    ------
    UserError
        When it is no ``.pt`` or ``.onnx`` model, or damaged, or not safe to open.
    """
    if not model.is_file():
        raise UserError(M("There is no model {model}; check the path.", model=model))
    if model.suffix.lower() not in (".pt", ".onnx"):
        raise UserError(M("{model} is neither .pt nor .onnx; evaluate one of these.", model=model.name))
    with open_engine(model, device="cpu", seconds=seconds) as engine:
        return engine.card


def ids_by_name(model: str, own: Mapping[int, str], objects: Mapping[str, int]) -> list[int]:
    """Gold id of every class of a model, matched by name, -1 where the gold images do not know it.

    Parameters
    ----------
    model : str
        Its name, for the sentence.
    own : mapping of int to str
        The model's classes.
    objects : mapping of str to int
        Objects by class name on the gold images, in the order of the gold ids.

    Raises
    ------
    UserError
        When the gold images show a class the model does not know.
    """
    missing = [name for name, count in objects.items() if count and name not in own.values()]
    if missing:
        raise UserError(
            M(
                "The model {model} does not know {classes}, which the gold images show; evaluate a model "
                "trained with these classes.",
                model=model,
                classes=", ".join(missing),
            )
        )
    gold = {name: i for i, name in enumerate(objects)}
    return [gold.get(own[i], -1) for i in sorted(own)]


def measure(
    model: Path,
    card: ModelCard,
    data: Path,
    *,
    objects: Mapping[str, int],
    imgsz: int,
    device: str,
    report: Report,
    seconds: float = SECONDS,
) -> Seen:
    """Validate one model on the mirror behind `data`.

    Parameters
    ----------
    data : Path
        A mirror with one split, ``val``, as `mirror.mirror` yields it; scratch files go beside the mirror.
    objects : mapping of str to int
        Objects by class name, in the order of the ids.
    imgsz : int
        Pixels.
    device : str
        As `verify_app.training.device.choose` returns it.
    seconds : float
        How long an ``.onnx`` may look at one image.

    Raises
    ------
    UserError
        When the gold images show a class the model does not know, the validator leaves out an image, or memory runs
        out.
    """
    from verify_app.training.validator import VALIDATORS  # noqa: PLC0415  # imports Ultralytics

    task = Task(card.task)
    ids = ids_by_name(model.name, card.names, objects)
    root = root_of(data)
    room = root.parent
    # a name of our own: Ultralytics reads some characters of a file's name as something else
    copy = room / f"model{model.suffix.lower()}"
    place(model, copy)
    args = {**_ARGS, "task": card.task, "imgsz": imgsz, "device": device}
    args |= {"model": str(copy), "data": str(data), "project": str(room)}
    try:
        validator = VALIDATORS[task](args, list(objects), ids, report=lambda i, n: report(_step(model, i, n)))
        _run(model, validator, seconds)
    finally:
        copy.unlink(missing_ok=True)
    return _seen(validator, root / "val" if task is Task.CLASSIFY else root / "images" / "val", model, task)


def _run(model: Path, validator: Any, seconds: float) -> None:
    """On a thread of its own, so that somebody who wants it stopped need not wait for a model that never answers."""
    try:
        with _limited(seconds) if model.suffix.lower() == ".onnx" else nullcontext():
            apart(lambda: validator(model=None), math.inf, each=seconds)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise UserError(
            M("Evaluating {model} ran out of memory; choose a smaller imgsz or the device cpu.", model=model.name)
        ) from error


def _limited(seconds: float) -> AbstractContextManager[None]:
    return limited_runs(seconds)


def _step(model: Path, done: int, total: int) -> Progress:
    return Progress(
        "evaluate",
        done,
        total,
        M("{model} on the gold images, {done} of {total}", model=model.name, done=done, total=total),
    )


def _seen(validator: Any, folder: Path, model: Path, task: Task) -> Seen:
    stats = {Path(file).relative_to(folder).as_posix(): one for file, one in validator.images.items()}
    left_out = sorted(p.relative_to(folder).as_posix() for p in picture_files(folder) if str(p) not in validator.images)
    if left_out:
        raise UserError(
            M(
                "Ultralytics cannot use 1 gold image (first: {file}) with {model}; mend or remove it.",
                file=left_out[0],
                model=model.name,
            )
            if len(left_out) == 1
            else M(
                "Ultralytics cannot use {n} gold images (first: {file}) with {model}; mend or remove them.",
                n=len(left_out),
                file=left_out[0],
                model=model.name,
            )
        )
    size = validator.args.imgsz
    imgsz = int(max(size) if isinstance(size, (list, tuple)) else size)
    first, second = main_figures(task)
    if task is Task.CLASSIFY:
        top = validator.metrics
        by_class = _accuracies(stats.values())
        return Seen(stats, {first: float(top.top1), second: float(top.top5)}, by_class, by_class, imgsz)
    found = getattr(validator.metrics, validator.measured)
    classes = [int(c) for c in found.ap_class_index]
    return Seen(
        stats=stats,
        figures={first: float(found.map), second: float(found.map50)},
        by_class={c: float(found.ap[i]) for i, c in enumerate(classes)},
        recall={c: float(found.r[i]) for i, c in enumerate(classes)},
        imgsz=imgsz,
        cut=_best_cut(found),
        precision={c: float(found.p[i]) for i, c in enumerate(classes)},
        scenes={Path(file).relative_to(folder).as_posix(): one for file, one in validator.scenes.items()},
    )


def _best_cut(found: Any) -> float:
    """Where Ultralytics reads precision and recall: the confidence with the best F1, smoothed, mean over classes."""
    from ultralytics.utils.metrics import smooth  # noqa: PLC0415  # heavy

    curve: Any = getattr(found, "f1_curve", ())
    return float(found.px[smooth(curve.mean(0), 0.1).argmax()]) if len(curve) else 0.0


def _accuracies(guesses: Iterable[ClassGuess]) -> dict[int, float]:
    """Share of each class's images that the model's most likely class is right on."""
    right: dict[int, list[bool]] = {}
    for guess in guesses:
        right.setdefault(guess.target, []).append(guess.first)
    return {target: sum(found) / len(found) for target, found in right.items()}
