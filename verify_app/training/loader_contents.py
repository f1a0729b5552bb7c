"""What a trainer of Ultralytics holds before its first epoch, task by task, in the words of `compare`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.core.vocabulary import Task
from verify_app.training.loader_diff import Loaded, few, file_names, images
from verify_app.training.version_contents import Contents, Objects


def loaded(dataset: Any, version: Contents) -> Loaded:
    """Images and objects of a trainer's dataset; class ids of a classification dataset as the version counts them.

    Raises
    ------
    UserError
        When its images and labels do not belong together.
    """
    files: list[str] = []
    rows: list[Objects] = []
    for part in _parts(dataset):
        if version.task is Task.CLASSIFY:
            files += [str(sample[0]) for sample in part.samples]
            # a number beyond the list stays one: the comparison then names the image
            ids = _version_ids(version)
            rows += [np.array([[ids.get(int(s[1]), len(ids))]], dtype=np.float32) for s in part.samples]
            continue
        mine = [str(label["im_file"]) for label in part.labels]
        files += mine
        rows += [_objects(label, version.task) for label in part.labels]
        if mine != list(map(str, part.im_files)):
            raise UserError(
                M(
                    "Training stopped before the first epoch, because the trainer's images and labels do not belong "
                    "together; train without callbacks or datasets that change them."
                )
            )
    return Loaded(files, rows)


def _parts(dataset: Any) -> list[Any]:
    return list(getattr(dataset, "datasets", [dataset]))


def _version_ids(version: Contents) -> dict[int, int]:
    """The version's class id of each id of Ultralytics, which numbers the sorted class folders."""
    return {i: version.names.index(name) for i, name in enumerate(sorted(version.names))}


def _objects(label: Mapping[str, Any], task: Task) -> Objects:
    boxes = np.concatenate((label["cls"].reshape(-1, 1), label["bboxes"].reshape(-1, 4)), axis=1).astype(np.float32)
    more: list[NDArray[np.float32]] | None = None
    if task in (Task.SEGMENT, Task.OBB):
        more = [np.asarray(segment, dtype=np.float32).reshape(-1) for segment in label["segments"]]
    elif task is Task.POSE:
        points = label.get("keypoints")
        more = [np.asarray(one, dtype=np.float32).reshape(-1) for one in (() if points is None else points)]
    if more is None:
        return boxes
    if len(more) != len(boxes):
        return list(boxes)
    joined = [np.concatenate(pair) for pair in zip(boxes, more, strict=True)]
    return joined if task is Task.SEGMENT or not joined else _stacked(joined)


def _stacked(rows: list[NDArray[np.float32]]) -> Objects:
    return np.array(rows) if len({len(row) for row in rows}) == 1 else rows


def sampler_differs(loader: Any, split: str) -> list[str]:
    """Whether an epoch draws another number of images than there are."""
    sampler = getattr(loader, "sampler", None)
    drawn, held = (len(sampler) if sampler is not None else 0), len(loader.dataset)
    return (
        []
        if sampler is None or drawn == held
        else [M("only {n} of {images} drawn in an epoch", n=drawn, images=images(held, split))]
    )


def arrays_differ(dataset: Any, split: str) -> list[str]:
    """Ultralytics reads ``NAME.npy`` beside an image in its place: each must hold that image."""
    wrong = [
        str(array)
        for part in _parts(dataset)
        for file, array in _arrays(part)
        if Path(array).exists() and not _holds(Path(array), file, part)
    ]
    return (
        [M("other pixels beside {images} ({files})", images=images(len(wrong), split), files=file_names(wrong))]
        if wrong
        else []
    )


def _arrays(part: Any) -> Iterator[tuple[str, Any]]:
    """Image files and the arrays that would be read in their place."""
    if hasattr(part, "samples"):
        return ((str(sample[0]), sample[2]) for sample in part.samples if part.cache_disk)
    return iter(zip(part.im_files, getattr(part, "npy_files", ()), strict=False))


def _holds(array: Path, image: str, dataset: Any) -> bool:
    from ultralytics.utils.patches import imread  # noqa: PLC0415  # heavy

    try:
        pixels = np.load(array, allow_pickle=False)
    except (OSError, ValueError):
        return False
    picture = dataset.imread(image) if hasattr(dataset, "samples") else imread(image, flags=dataset.cv2_flag)
    return picture is not None and bool(np.array_equal(pixels, picture))


def names_differ(version: Contents, names: Any) -> list[str]:
    """Whether the trainer knows other classes; a classification dataset's are its sorted folders."""
    expected = sorted(version.names) if version.task is Task.CLASSIFY else list(version.names)
    found = [names[i] for i in sorted(names)] if isinstance(names, Mapping) else list(names or ())
    if [str(name) for name in found] == expected:
        return []
    return [M("other classes ({loaded} instead of {stated})", loaded=few(list(map(str, found))), stated=few(expected))]


def points_differ(version: Contents, data: Mapping[str, Any]) -> list[str]:
    """Whether the trainer would mirror the points of objects otherwise; without pairs it mirrors no image."""
    flip = data.get("flip_idx")
    if version.skeleton is None or not flip or list(flip) == list(version.skeleton.flip):
        return []
    return [
        M(
            "other mirror pairs of points ({loaded} instead of {stated})",
            loaded=str(flip),
            stated=str(list(version.skeleton.flip)),
        )
    ]
